"""Where a column's name leads in a case: a fact, a field of a record, a row of a list, or how many rows it has.

>>> place_of("worker.birth_date")
Place(name='worker.birth_date', kind='day', record='', row=0, field='')
>>> place_of("worker.experience.2.noc")
Place(name='worker.experience.2.noc', kind='text', record='worker.experience', row=2, field='noc')
>>> place_of("worker.birthdate")
'worker.birth_date'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from landed.facts.vocabulary import ABSENT_ALLOWED, FACTS, nearest
from landed.roster.cells import Kind, kind_of

OWN = ("id", "on")
"""Columns that are no part of a case: who it is, and the day for which the row was said."""
AND_OTHERS = "_and_others"
COUNT = "count"
_NUMBERED = re.compile(r"(?P<record>.+?)\.(?P<row>[1-9][0-9]?)(\.(?P<field>[a-z_]+))?")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a case."""

    name: str
    kind: Kind
    record: str = ""
    """The record or list it is in; empty for a fact."""
    row: int = 0
    """The row of a list, from 1."""
    field: str = ""
    """The field of the record; `count` for how many rows a list has."""


@cache
def place_of(name: str) -> Place | str:
    """Return where a name leads; the nearest right name, or an empty text, where it leads nowhere."""
    if name in OWN:
        return Place(name, "day" if name == "on" else "text")
    if name in FACTS:
        return Place(name, kind_of(FACTS[name]))
    if name in ABSENT_ALLOWED:
        return Place(name, "text")
    from landed.facts.records import RECORDS, is_list

    if name.endswith(AND_OTHERS) and name.removesuffix(AND_OTHERS) in {*FACTS, *RECORDS}:
        return Place(name, "flag")
    if name in RECORDS:
        return Place(name, "text", name)
    group, _, last = name.rpartition(".")
    if group in RECORDS and is_list(group) and last == COUNT:
        return Place(name, "number", group, 0, COUNT)
    if group in RECORDS and not is_list(group) and last in _kinds(group):
        return Place(name, _kinds(group)[last], group, 0, last)
    found = _NUMBERED.fullmatch(name)
    if found and found["record"] in RECORDS and found["field"] in _kinds(found["record"]):
        return Place(
            name, _kinds(found["record"])[found["field"]], found["record"], int(found["row"]), found["field"]
        )
    return nearest(name, plain_names())


def fields_of(record: str) -> list[str]:
    """Return the fields of a record, or of the rows of a list."""
    return list(_kinds(record))


def plain_names() -> list[str]:
    """Return every name that a column can have, of lists those of their first row."""
    from landed.facts.records import RECORDS

    return [*FACTS, *RECORDS, *_record_fields()]


def _record_fields() -> list[str]:
    from landed.facts.records import RECORDS, is_list

    return [f"{name}.{'1.' if is_list(name) else ''}{field}" for name in RECORDS for field in _kinds(name)]


def list_names() -> tuple[str, ...]:
    """Return the names of the lists that a sheet may hold."""
    from landed.facts.records import RECORDS, is_list

    return tuple(name for name in RECORDS if is_list(name) and name != "assertions")


@cache
def _kinds(record: str) -> dict[str, Kind]:
    """Return the fields of a record with how each is written."""
    from landed.facts.records import RECORDS, is_list

    model = RECORDS[record].__args__[0] if is_list(record) else RECORDS[record]
    if not hasattr(model, "model_json_schema"):
        return {}
    return {
        name: _kind(schema) for name, schema in model.model_json_schema(by_alias=True)["properties"].items()
    }


def _kind(schema: dict[str, Any]) -> Kind:
    for one in (schema, *schema.get("anyOf", ())):
        if one.get("format") == "date":
            return "day"
        match one.get("type"):
            case "number" | "integer":
                return "number"
            case "boolean":
                return "flag"
            case "array":
                return "several"
    return "text"
