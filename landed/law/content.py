"""From a written value of a parameter file to what the readings use, by the declared type of the parameter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from landed.expr import (
    Bands,
    ChoiceParameter,
    CodeList,
    FlagParameter,
    NumberParameter,
    Parameter,
    Table,
    Unit,
)
from landed.expr.dated import Absent, Cells, Codes, Content, Steps
from landed.law.files import csv_rows

_ABSENT = {"none": Absent.NONE, "not_encoded": Absent.NOT_ENCODED}
_SCHEMES = ("", "noc2016", "noc2021")


def unit_of(parameter: Parameter) -> Unit | None:
    """Return the unit of a parameter, None where it has none."""
    return parameter.unit if isinstance(parameter, NumberParameter | Table | Bands) else None


def content(parameter: Parameter, entry: dict[str, Any], folder: Path) -> Content:
    """Type one dated value; ValueError says what is wrong with it.

    `entry` is the map below a day: value, and for lists and tables scheme(s) and default. `folder` is where CSV
    files named by it stand.
    """
    value = entry["value"]
    if value == "not_encoded":
        return Absent.NOT_ENCODED
    match parameter:
        case FlagParameter():
            if not isinstance(value, bool):
                msg = f"{value!r} is neither true nor false"
                raise ValueError(msg)  # noqa: TRY004 - every bad value is a ValueError to the caller
            return value
        case NumberParameter(unit=unit):
            return Absent.NONE if value == "none" else unit.parse(value)
        case ChoiceParameter(options=options):
            if value not in options:
                msg = f"{value!r} is none of {', '.join(options)}"
                raise ValueError(msg)
            return str(value)
        case CodeList():
            return _codes(value, _scheme(entry.get("scheme", "")))
        case Table(unit=unit, keys=keys):
            return _cells(value, entry, unit, keys, folder)
        case Bands(unit=unit, by=by):
            rows = sorted(
                (by.parse(threshold), _cell(cell, unit)) for threshold, cell in _mapping(value).items()
            )
            return Steps(tuple(rows))


def _scheme(written: object) -> str:
    if written not in _SCHEMES:
        msg = f"{written!r} is no version of the occupation codes; noc2016 or noc2021"
        raise ValueError(msg)
    return str(written)


def _mapping(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        msg = "is not a map"
        raise ValueError(msg)  # noqa: TRY004 - every bad value is a ValueError to the caller
    return value


def _cell(written: object, unit: Unit) -> int | Absent:
    return _ABSENT[written] if isinstance(written, str) and written in _ABSENT else unit.parse(written)


def _codes(value: object, scheme: str) -> Codes:
    if not isinstance(value, list):
        msg = "is not a list"
        raise ValueError(msg)  # noqa: TRY004 - as above
    whole, part = set(), {}
    for row in value:
        if isinstance(row, str):
            whole.add(row)
        elif isinstance(row, dict) and set(row) == {"code", "only"}:
            part[str(row["code"])] = str(row["only"])
        else:
            msg = f"{row!r} is neither a code (as text) nor {{code: ..., only: ...}}"
            raise ValueError(msg)
    return Codes(frozenset(whole), part, scheme)


def _cells(value: object, entry: dict[str, Any], unit: Unit, keys: int, folder: Path) -> Cells:
    schemes = tuple(
        _scheme(scheme or "")
        for scheme in entry.get("schemes", [entry.get("scheme", ""), *[""] * (keys - 1)])
    )
    if len(schemes) != keys:
        msg = f"has {len(schemes)} schemes for {keys} keys"
        raise ValueError(msg)
    table = _mapping(value)
    rows: dict[tuple[str, ...], int | Absent] = {}
    if "csv" in table:
        wanted = table.get("where", {})
        for row in csv_rows(folder / table["csv"]):
            if all(row[column] == str(text) for column, text in wanted.items()):
                rows[tuple(row[column] for column in table["keys"])] = _cell(row[table["cell"]], unit)
    else:
        for written, cell in table.items():
            rows[tuple(str(written).split("|"))] = _cell(cell, unit)
    if any(len(row) != keys for row in rows):
        msg = f"a row does not have {keys} keys (write them as A|B)"
        raise ValueError(msg)
    return Cells(rows, _cell(entry.get("default", "not_encoded"), unit), schemes)
