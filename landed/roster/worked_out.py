"""Facts worked out for everybody: on other days, and where something is supposed of them.

Whose facts a value was worked out of are the same has the same value. So each fact is worked out once for all who
said the same of what it read, and what it read is watched each time: a value that read more than was compared is
compared by that too, and worked out again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from landed.expr.leaves import Fact
from landed.expr.values import Value
from landed.facts import FACTS, Case, Snapshot
from landed.roster.watched import SCAN, Stated

if TYPE_CHECKING:
    from landed.roster.known import Known

Supposed = Mapping[str, object]
"""Facts supposed of a person, written as in a case file."""


@dataclass(slots=True)
class Column:
    """One fact of everybody: the values that occur, and for each person the place of theirs."""

    values: list[Value]
    places: list[int]

    def __iter__(self) -> Iterator[Value]:
        """Yield each person's value."""
        return map(self.values.__getitem__, self.places)

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(self.places)

    def __getitem__(self, index: int) -> Value:
        """Return the value of one person."""
        return self.values[self.places[index]]

    def same(self, other: Column | None) -> bool:
        """Tell whether everybody has the same value in both."""
        return other is not None and self.places == other.places and self.values == other.values


class _Read(Snapshot):
    """A case on one day after another, which tells all that was read of what was said."""

    def __init__(self, case: Case, supposed: Supposed) -> None:
        self.read: set[str] = set()
        super().__init__(replace(case, stated=Stated(case.stated, [self.read])))
        for name, written in supposed.items():
            self._replace(name, written)

    def turn(self, day: dt.date) -> None:
        """Ask as of a day from now on."""
        self.on = day
        self._cache.clear()
        self.read.clear()

    def note(self, text: str) -> None:
        """Forget an assumption: nobody asks for it here."""

    def value(self, fact: Fact) -> Value:
        self.read.add(fact.name)
        return super().value(fact)

    def stated(self, name: str) -> Value:
        self.read.add(name)
        return super().stated(name)

    def is_stated(self, name: str) -> bool:
        self.read.add(name)
        return super().is_stated(name)

    def record(self, name: str) -> Any:
        self.read.add(name)
        return super().record(name)

    def rows(self, name: str) -> tuple[Sequence[Any], bool]:
        self.read.add(name)
        return super().rows(name)

    def is_absent(self, group: str) -> bool:
        self.read.add(group)
        return super().is_absent(group)


class WorkedOut:
    """The columns of some facts on some days, where something may be supposed of each person."""

    def __init__(
        self,
        known: Known,
        names: Iterable[str],
        days: Sequence[dt.date],
        supposed: Sequence[Supposed] | None = None,
    ) -> None:
        self._known, self._days, self._supposed = known, days, supposed
        self._at = {day: at for at, day in enumerate(days)}
        self._found = {name: self._worked_out(FACTS[name]) for name in names}

    def on(self, day: dt.date) -> dict[str, Column]:
        """Return the columns on one of the days."""
        at = self._at[day]
        return {name: Column(values[at], places) for name, (values, places) in self._found.items()}

    def _worked_out(self, fact: Fact) -> tuple[list[list[Value]], list[int]]:
        compared = {fact.name}
        while True:
            firsts, places = self._alike(compared)
            more = self._values(fact, firsts, compared)
            if isinstance(more, list):
                return more, places
            compared |= more

    def _values(self, fact: Fact, firsts: Sequence[int], compared: set[str]) -> list[list[Value]] | set[str]:
        """Return the values on each day of the first of each who are alike, or what else has to be compared."""
        found: list[list[Value]] = [[] for _ in self._days]
        for index in firsts:
            case = _Read(self._known.cases[index], self._supposed[index] if self._supposed else {})
            for day, values in zip(self._days, found, strict=True):
                case.turn(day)
                values.append(case.value(fact))
                if not case.read <= compared:
                    return set(case.read)
        return found

    def _alike(self, compared: set[str]) -> tuple[list[int], list[int]]:
        """Return the first of each who said the same of these, and for everybody the place of theirs."""
        columns = [self._known.said(name) for name in sorted(compared)]
        if self._supposed is not None:
            numbers: dict[int, int] = {}
            columns.append([numbers.setdefault(id(each), len(numbers)) for each in self._supposed])
        places: dict[tuple[int, ...], int] = {}
        firsts: list[int] = []
        found = []
        for index, key in enumerate(zip(self._known.days_said, *columns, strict=True)):
            place = places.get(key)
            if place is None:
                place = places[key] = len(firsts)
                firsts.append(index)
            found.append(place)
        return firsts, found


def said_of(case: Case, name: str) -> Any:
    """Return all that a case says of one name, as something to compare."""
    if name == SCAN:
        return frozenset(case.stated)
    record = case.records.get(name)
    return (
        case.stated.get(name), name in case.stated, None if record is None else repr(record),
        name in case.absent, name in case.open_lists,
    )  # fmt: skip
