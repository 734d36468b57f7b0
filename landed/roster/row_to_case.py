"""One person's cells to a case, by the readers of case files; every cell that is wrong is told.

Rows of a list that stand in numbered columns (`worker.experience.1.noc`) are all there are only where a count says
so (`worker.experience.count`); those of a sheet of their own are complete, as in a case file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from landed.expr.values import Members, Value
from landed.facts._reading import NONE, WrongAnswer, read, read_amount, read_day, read_flag
from landed.facts.case import Case
from landed.facts.vocabulary import ABSENT_ALLOWED, FACTS
from landed.roster.cells import Ways, written
from landed.roster.places import AND_OTHERS, COUNT, Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says something: where it leads, what stands in it, and its place in the file."""

    place: Place
    cell: Any
    ways: Ways
    sheet: str
    row: int
    column: str


@dataclass(frozen=True, slots=True)
class Bad:
    """Something wrong, at a cell or (None) with the person as a whole."""

    cell: Cell | None
    problem: str
    expected: str = ""
    nearest: str = ""
    field: str = ""


def case_of(cells: Iterable[Cell], on: dt.date, where: str, row: int, bad: list[Bad]) -> Case:
    """Make a case of a person's cells, adding what is wrong to `bad`."""
    said = _Said(on)
    for cell in cells:
        try:
            said.take(cell)
        except WrongAnswer as wrong:
            bad.append(Bad(cell, wrong.problem, wrong.expected, wrong.nearest))
    said.join(bad)
    case = Case(
        on=said.on, where=where, stated=said.stated, asked=frozenset(said.asked), records=said.records,
        absent=frozenset(said.absent), open_lists=frozenset(said.open_lists), lines={"": row},
    )  # fmt: skip
    bad += said.contradicted(case)
    return case


class _Said:
    """What the cells of one person say, as it is gathered."""

    def __init__(self, on: dt.date) -> None:
        self.on = on
        self.stated: dict[str, Value] = {}
        self.asked: set[str] = set()
        self.absent: set[str] = set()
        self.open_lists: set[str] = set()
        self.records: dict[str, Any] = {}
        self.cells: dict[str, Cell] = {}
        self.parts: dict[str, dict[int, dict[str, Any]]] = {}
        self.counts: dict[str, int] = {}

    def take(self, cell: Cell) -> None:  # noqa: C901 - a cell is one of a few sorts
        """Take what one cell says."""
        place = cell.place
        if place.name == "id":
            return
        value = written(cell.cell, place.kind, cell.ways)
        self.cells[place.name] = cell
        if place.name == "on":
            self.on = read_day(value)
        elif place.field == COUNT:
            self.counts[place.record] = _count(value)
        elif place.field:
            self.parts.setdefault(place.record, {}).setdefault(place.row, {})[place.field] = value
        elif place.name.endswith(AND_OTHERS):
            if value is not None and read_flag(value):
                self.open_lists.add(place.name.removesuffix(AND_OTHERS))
        elif value is None:
            self.asked.add(place.name)
        elif place.record:
            self.records[place.name] = _record(place.name, value)
        elif place.name in FACTS:
            plain = tuple(value) if isinstance(value, list) else value
            self.stated[place.name] = _answer(place.name, plain, type(value))  # type: ignore[arg-type] # a type is hashable
        elif place.name in ABSENT_ALLOWED:
            if value != NONE:
                raise WrongAnswer(
                    f"{value!r} says nothing of the group as a whole",
                    "`none` where there is no such thing, or nothing",
                )
            self.absent.add(place.name)

    def join(self, bad: list[Bad]) -> None:
        """Make records of what was said of their fields."""
        for record, rows in self.parts.items():
            for problem in self._joined(record, rows):
                bad.append(problem)  # noqa: PERF402 - a generator that may raise nothing
        for record, count in self.counts.items():
            held = self.parts.get(record, {})
            if count == 0 and not held:
                self.records[record] = []
            elif count < len(held):
                bad.append(
                    Bad(
                        self.cells[f"{record}.{COUNT}"],
                        f"it says {count}, and {len(held)} are given",
                        "how many there are",
                    )
                )
            elif count > len(held):
                self.records.setdefault(record, [])
                self.open_lists.add(record)
        for name in self.open_lists:
            held_codes = self.stated.get(name)
            if isinstance(held_codes, Members):
                self.stated[name] = Members(held_codes.certain, None)

    def _joined(self, record: str, rows: dict[int, dict[str, Any]]) -> Iterable[Bad]:
        from landed.facts.records import is_list

        if not is_list(record):
            wrongs = _wrongs(record, rows[0])
            for field, wrong in wrongs:
                yield self._at(f"{record}.{field}", record, wrong)
            if not wrongs:
                self.records[record] = _record(record, rows[0])
            return
        order = sorted(rows, key=abs)
        if order[0] > 0 and record not in self.counts:
            self.open_lists.add(record)
        if not _wrongs(record, together := [rows[number] for number in order]):
            self.records[record] = _record(record, together)
            return
        for number in order:
            for field, wrong in _wrongs(record, [rows[number]]):
                yield self._at(f"{record}.{abs(number)}.{field}", f"{record}.{abs(number)}.", wrong)

    def _at(self, name: str, around: str, wrong: WrongAnswer) -> Bad:
        cell = self._near(name) or next(
            (each for key, each in self.cells.items() if key.startswith(around)), None
        )
        return Bad(cell, wrong.problem, wrong.expected, wrong.nearest, name)

    def _near(self, name: str) -> Cell | None:
        while name:
            if name in self.cells:
                return self.cells[name]
            name = name.rpartition(".")[0]
        return None

    def contradicted(self, case: Case) -> list[Bad]:
        """Tell what cannot all be true."""
        from landed.facts._contradictions import contradictions

        found = []
        for mistake in contradictions(case):
            parts = mistake.field.split(".")
            name = ".".join(
                str(int(part) + 1) if part.isdigit() else part.removesuffix("_") for part in parts
            )
            found.append(
                Bad(self._near(name), mistake.problem, mistake.expected, mistake.nearest, mistake.field)
            )
        return found


def _count(value: object) -> int:
    from landed.expr.units import COUNT as UNIT

    return int(read_amount(value, UNIT, 0, 99))


@lru_cache(maxsize=100_000)
def _answer(name: str, value: Any, kind: type) -> Value:
    """Read an answer; what many rows say alike is read once (`kind` keeps 1 and true apart)."""
    return read(FACTS[name], list(value) if kind is list else value)


@cache
def _adapter(name: str) -> Any:
    from pydantic import TypeAdapter

    from landed.facts.records import RECORDS

    return TypeAdapter(RECORDS[name])


def _record(name: str, value: Any) -> Any:
    """Read a record; the message of a wrong one is that of the reader of case files."""
    from pydantic import ValidationError

    from landed.facts.records import read_record

    try:
        return read_record(name, value) if isinstance(value, str) else _adapter(name).validate_python(value)
    except ValidationError:
        return read_record(name, value)


def _wrongs(name: str, value: Any) -> list[tuple[str, WrongAnswer]]:
    """Return everything that is wrong in a record, or in the rows of a list, each with its field."""
    from pydantic import ValidationError

    from landed.facts.schema import names_at, said

    try:
        _adapter(name).validate_python(value)
    except ValidationError as error:
        found = []
        for each in error.errors():
            cause = each.get("ctx", {}).get("error")
            names = [part for part in each["loc"] if isinstance(part, str)]
            field = names[0] if names else cause.part if isinstance(cause, WrongAnswer) else ""
            found.append((field, WrongAnswer(*said(each, names_at(name)))))
        return found
    return []
