"""A sheet's header: where each of its columns leads, and which of them were not read.

A name that looks like one of ours and leads nowhere is a mistake, with the nearest right name, for what it holds would
be unknown of everybody; any other unknown name is the firm's own, and is told as not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from landed.errors import CaseError, Mistake
from landed.roster.cells import SERIAL, Ways, formats
from landed.roster.mapping import IGNORE, ColumnMap, Target, flat
from landed.roster.places import OWN, Place, place_of, plain_names
from landed.roster.row_to_case import Cell
from landed.roster.tables import Sheet

_DOTTED = re.compile(r"\w+(\.\w+)+")
_MOST_NAMED = 30
"""Columns named of those that were not read; the rest are counted."""


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """A column that is read: where it stands, what it is called there, where it leads, how its cells are written."""

    at: int
    name: str
    place: Place
    ways: Ways


def columns_of_header(
    path: Path, sheet: Sheet, mapping: ColumnMap, notices: list[str], elsewhere: str = ""
) -> list[HeadColumn]:
    """Return the columns that are read; `CaseError` with every one that leads nowhere, or where another leads.

    What was not read is added to `notices`; `elsewhere` names another sheet that has columns of ours.
    """
    columns: list[HeadColumn] = []
    mistakes: list[Mistake] = []
    not_read: list[str] = []
    where = f"{path}, {sheet.name}"
    for at, name in enumerate(sheet.header):
        key = flat(name)
        target = _target(name, mapping)
        if not name or (target is not None and target.to == IGNORE):
            continue
        place = place_of(target.to if target else name)
        if isinstance(place, Place):
            ways = target.ways if target else Ways()
            ways = Ways(ways.date or mapping.dates, ways.words, ways.split, ways.number or mapping.numbers)
            columns.append(HeadColumn(at, name, place, ways))
        elif key in mapping.unclear:
            notices.append(f"The column {name} was not read: {mapping.unclear[key]}")
        elif _looks_like_ours(name):
            problem, expected = "there is no such column", "a name of the case file, or `ignore` in a map"
            mistakes.append(Mistake(where, sheet.at, name, problem, expected, _meant(name) or place))
        else:
            not_read.append(name)
    mistakes += _twice(columns, where, sheet.at)
    mistakes += [] if not sheet.from_1904 else _from_1904(columns, where, sheet.at)
    if not mistakes and not any(column.place.name not in OWN for column in columns):
        expected = "names of the case file, as worker.birth_date, or a map (--map hr, --map lca, --map FILE)"
        if elsewhere:
            expected = f"the sheet of people (--sheet {elsewhere!r} has columns that are known)"
        mistakes.append(Mistake(where, sheet.at, "", "no column is known", expected))
    if mistakes:
        raise CaseError(mistakes)
    if not_read:
        notices.append(f"Columns that were not read: {_some(not_read)}.")
    return columns


def _target(name: str, mapping: ColumnMap) -> Target | None:
    """Return where a map sends a column: that of ids by its name in any capitals, one that only chooses rows nowhere."""
    key = flat(name)
    if key in mapping.only and key not in mapping.columns and not isinstance(place_of(name), Place):
        return Target(IGNORE)
    if key == flat(mapping.id or "id"):
        return Target("id")
    return mapping.columns.get(key)


def _looks_like_ours(name: str) -> bool:
    """Tell whether a name is meant for one of the case file: dotted in one word, or one of ours but for its signs."""
    return bool(_DOTTED.fullmatch(name)) or ("_" in name and name.islower() and bool(_meant(name)))


def _meant(name: str) -> str:
    """Return the name of the case file that has the same letters; empty where there is none."""
    return _by_letters().get(flat(name), "")


@cache
def _by_letters() -> Mapping[str, str]:
    return {flat(name): name for name in plain_names() if "." in name}


def _some(names: list[str]) -> str:
    said = [
        f"{name} (did you mean {_meant(name)}?)" if _meant(name) else name for name in names[:_MOST_NAMED]
    ]
    more = len(names) - _MOST_NAMED
    return ", ".join(said) + (f", and {more:,} more" if more > 0 else "")


def _twice(columns: list[HeadColumn], where: str, line: int) -> Iterator[Mistake]:
    """Tell the places to which several columns lead."""
    titles: dict[str, list[str]] = {}
    for column in columns:
        titles.setdefault(column.place.name, []).append(column.name)
    for several in titles.values():
        if len(several) > 1:
            problem = f"several columns lead there: {' and '.join(several)}"
            if len(set(several)) == 1:
                problem = "two columns have this name, or more"
            yield Mistake(where, line, several[0], problem, "one of them; `ignore` for the others")


def _from_1904(columns: list[HeadColumn], where: str, line: int) -> Iterator[Mistake]:
    """Tell the columns of days that would be read as numbers counted from 1900."""
    for column in columns:
        if column.place.kind == "day" and SERIAL in formats(column.ways.date):
            problem = f"{SERIAL} counts days from 1900, and this workbook counts them from 1904"
            yield Mistake(where, line, column.name, problem, "cells formatted as dates")


def constant_cells(mapping: ColumnMap, columns: Mapping[str, HeadColumn]) -> list[Cell]:
    """Return what a map says of everybody, where no column says it."""
    return [
        Cell(place, value, Ways(mapping.dates, number=mapping.numbers), mapping.where, 0, name)
        for name, value in mapping.constants.items()
        if name not in columns and isinstance(place := place_of(name), Place)
    ]
