"""The facts of a case against each other: what cannot all be true, and what is outside all reason."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any

from landed.errors import Mistake
from landed.expr import civil
from landed.expr.values import Span, Value
from landed.facts.case import Case
from landed.facts.measures import MEASURES
from landed.facts.snapshot import Snapshot, agree, shown
from landed.facts.vocabulary import FACTS

_PARTNERED: tuple[Value, ...] = (frozenset({"married"}), frozenset({"common_law"}))
_OLDEST = 120
_YOUNGEST_WORKER = 10

_IN_ORDER = (
    ("worker.birth_date", "worker.us_status.first_h1b_admission"),
    ("worker.birth_date", "worker.us_status.i140.filed"),
    ("worker.birth_date", "worker.canada.landed_on"),
    ("worker.us_status.i140.filed", "worker.us_status.i140.approved"),
    ("worker.us_status.i140.priority_date", "worker.us_status.i140.approved"),
    ("worker.us_status.i140.filed", "worker.us_status.i140.withdrawn"),
)
"""Days of which the first cannot come after the second."""

_PAST = (
    "worker.birth_date", "spouse.birth_date", "worker.us_status.first_h1b_admission",
    "worker.us_status.i140.filed", "worker.us_status.i140.approved", "worker.us_status.i140.priority_date",
    "worker.us_status.pending_petition.filed", "worker.us_status.labor_certification_filed",
    "worker.education_assessed_on", "employer.canadian_entity.since",
    "worker.canada.landed_on", "worker.startup.commitment_on",
    "worker.english.test_date", "worker.french.test_date", "spouse.english.test_date", "spouse.french.test_date",
)  # fmt: skip
"""Days that cannot come after the case's own."""


def contradictions(case: Case) -> list[Mistake]:
    """Return every contradiction of a case, each on the line where it can be put right."""
    return [
        Mistake(case.where, case.line_of(name), name, problem, expected)
        for check in (_order, _future, _lives, _histories, _groups, _derived)
        for name, problem, expected in check(case)
    ]


Told = Iterator[tuple[str, str, str]]


def _day(case: Case, name: str) -> dt.date | None:
    value = case.stated.get(name)
    if isinstance(value, Span) and value.exact and not math.isinf(value.lo):
        return dt.date.fromordinal(int(value.lo))
    return None


def _order(case: Case) -> Told:
    for earlier, later in _IN_ORDER:
        first, second = _day(case, earlier), _day(case, later)
        if first and second and first > second:
            yield later, f"{second} is before {earlier} ({first})", "a day not before it"


def _future(case: Case) -> Told:
    for name in _PAST:
        day = _day(case, name)
        if day and day > case.on:
            yield name, f"{day} is after the day of the case ({case.on})", "a day not after it"


def _lives(case: Case) -> Told:
    for whose in ("worker", "spouse"):
        born = _day(case, f"{whose}.birth_date")
        if born is None:
            continue
        if born <= case.on and civil.age_on(born, case.on) > _OLDEST:
            yield f"{whose}.birth_date", f"a person born on {born} would be {civil.age_on(born, case.on)}", ""
        for path, what, youngest in (
            ("experience", "from_", _YOUNGEST_WORKER),
            ("education", "completed", 0),
            ("languages", "taken", 0),
        ):
            for place, row in enumerate(_rows(case, f"{whose}.{path}")):
                day = getattr(row, what)
                if isinstance(day, dt.date) and civil.age_on(born, day) < youngest:
                    field = f"{whose}.{path}.{place}.{what.strip('_')}"
                    age = f"at the age of {civil.age_on(born, day)}" if day >= born else "before the birth"
                    yield field, f"{day} would be {age} ({whose}.birth_date is {born})", ""
    born = _day(case, "worker.birth_date")
    for place, child in enumerate(_rows(case, "children")):
        if child.birth_date and child.birth_date > case.on:
            yield (
                f"children.{place}.birth_date",
                f"{child.birth_date} is after the day of the case ({case.on})",
                "a day not after it",
            )
        elif child.birth_date and born and child.birth_date <= born:
            yield f"children.{place}.birth_date", f"the child would be born before the worker ({born})", ""


def _rows(case: Case, name: str) -> list[Any]:
    rows = case.records.get(name)
    return rows if isinstance(rows, list) else []


def _histories(case: Case) -> Told:
    dated = {
        "worker.experience": ("from_",), "spouse.experience": ("from_",), "worker.canada.stays": ("from_",),
        "worker.languages": ("taken",), "spouse.languages": ("taken",), "worker.education": ("assessed",),
        "spouse.education": ("assessed",), "worker.history.refusals": ("on",), "worker.history.overstays": ("on",),
        "assertions": ("on",),
    }  # fmt: skip
    for name, fields in dated.items():
        for place, row in enumerate(_rows(case, name)):
            for field in fields:
                day = getattr(row, field)
                if isinstance(day, dt.date) and day > case.on:
                    where = f"{name}.{place}.{field.strip('_')}"
                    yield where, f"{day} is after the day of the case ({case.on})", "a day not after it"
    for whose in ("worker", "spouse"):
        for place, row in enumerate(_rows(case, f"{whose}.education")):
            if isinstance(row.assessed, dt.date) and row.completed and row.assessed < row.completed:
                yield (
                    f"{whose}.education.{place}.assessed",
                    f"{row.assessed} is before the studies were completed ({row.completed})", "a later day",
                )  # fmt: skip


def _groups(case: Case) -> Told:
    """Tell what is said not to be there, and described."""
    for list_name in case.open_lists:
        if not {list_name} & {*case.records, *case.stated, *case.lines}:
            yield f"{list_name}_and_others", f"it stands without {list_name}", "the list itself"
    if "spouse" in case.absent and case.stated.get("worker.family") in _PARTNERED:
        yield "spouse", "it is none, and worker.family says that there is a partner", "one of the two"


def _derived(case: Case) -> Told:
    """Tell what is given directly and follows from other facts with another value."""
    day = Snapshot(case)
    for name, value in case.stated.items():
        if name not in MEASURES:
            continue
        fact = FACTS[name]
        other = day.derived(fact)
        if not agree(value, other):
            source = fact.about.field or "other facts"
            yield (
                name,
                f"it is given as {_said(name, value)}, and {source} makes it {_said(name, other)}",
                "one of the two",
            )


def _said(name: str, value: Value) -> str:
    match shown(FACTS[name], value):
        case bool(plain):
            return str(plain).lower()
        case {"from": low, "to": high}:
            return f"from {low} to {high}"
        case {"one_of": codes}:
            return " or ".join(codes)
        case {"certain": codes} | list(codes):
            return ", ".join(codes) or "none"
        case plain:
            return str(plain)
