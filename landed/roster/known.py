"""What is known of everybody on the day, fact by fact, each value written as a small number.

Two people are alike to a rule where the facts that it reads have the same numbers. A fact that nobody said anything
about, and that is worked out of nothing anybody said, is worked out once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from landed.facts import FACTS, Case, Snapshot
from landed.facts.measures import INPUTS
from landed.roster.watched import SCAN, TODAY, Watched, affected
from landed.roster.worked_out import Column, Supposed, WorkedOut, said_of

NAMES = tuple(FACTS)
ASKED = tuple(name for name in INPUTS if name in FACTS)
"""Facts of which it depends on the case which field is asked for: that stands in a row as well."""
PLACE = {name: at for at, name in enumerate(NAMES)}
ASKED_PLACE = {name: at for at, name in enumerate(ASKED, len(NAMES))}


class Known:
    """The facts of many cases on one day."""

    def __init__(self, cases: Sequence[Case], on: dt.date) -> None:
        self.cases = cases
        self.on = on
        self.reads: dict[str, set[str]] = {}
        self._codes: list[dict[Any, int]] = [{} for _ in (*NAMES, *ASKED)]
        self._values: list[list[Any]] = [[] for _ in (*NAMES, *ASKED)]
        self._nothing: dict[str, tuple[set[str], int]] = {}
        self.present: set[str] = set()
        """All that anybody said anything about."""
        self.rows: list[list[int]] = [self._row(case) for case in cases]
        self.days_said = [case.on.toordinal() for case in cases]
        """For each person, the day for which their row was said."""
        self._said: dict[str, list[int]] = {}

    def code(self, place: int, value: Any) -> int:
        """Return the number of a fact's value."""
        codes = self._codes[place]
        found = codes.get(value)
        if found is None:
            found = codes[value] = len(codes)
            self._values[place].append(value)
        return found

    def value(self, place: int, code: int) -> Any:
        """Return the value, or the name of the field to ask for, that a number stands for."""
        return self._values[place][code]

    def column(self, name: str) -> Column:
        """Return the values of a fact, person by person."""
        place = PLACE[name]
        return Column(self._values[place], [row[place] for row in self.rows])

    def said(self, name: str) -> list[int]:
        """Return, person by person, a number for what was said of a name; who said the same has the same number."""
        if name not in self._said:
            numbers: dict[Any, int] = {}
            self._said[name] = [numbers.setdefault(said_of(case, name), len(numbers)) for case in self.cases]
        return self._said[name]

    def _row(self, case: Case) -> list[int]:
        said = {*case.stated, *case.records, *case.absent, *case.asked}
        self.present |= said
        watched = Watched(case, case.on, self.reads)
        if case.on != self.on:
            return self._of_another_day(case, watched)
        row = []
        for place, (name, fact) in enumerate(FACTS.items()):
            nothing = self._nothing.get(name)
            if nothing is not None and nothing[0].isdisjoint(said):
                row.append(nothing[1])
                continue
            code = self.code(place, watched.value(fact))
            row.append(code)
            if nothing is None:
                traced = watched.traced.get(name, {name})
                if SCAN not in traced and traced.isdisjoint(said):
                    self._nothing[name] = traced, code
        return row + self.asked_codes(watched)

    def _of_another_day(self, case: Case, watched: Watched) -> list[int]:
        """Return the row of a case that was said for another day; what its facts read is noted on its own."""
        snapshot = Snapshot(case, self.on)
        row = []
        for place, fact in enumerate(FACTS.values()):
            watched.value(fact)
            row.append(self.code(place, snapshot.value(fact)))
        return row + self.asked_codes(snapshot)

    def asked_codes(self, snapshot: Snapshot) -> list[int]:
        """Return the numbers of the fields to ask for."""
        return [self.code(place, snapshot.asks(FACTS[name])) for name, place in ASKED_PLACE.items()]

    def changed_by(self, names: Iterable[str]) -> set[str]:
        """Return the facts that change, or may, where these are supposed."""
        from landed.facts.measures import BELONGING, SUPERSEDED

        changed = set(names)
        changed |= {other for name in names for of in (BELONGING, SUPERSEDED) for other in of.get(name, ())}
        return (changed | affected(self.reads, changed)) & PLACE.keys()

    def moving(self) -> tuple[str, ...]:
        """Return the facts that are worked out of the day and of something that somebody said."""
        moving = affected(self.reads, {TODAY}) | {name for name, read in self.reads.items() if TODAY in read}
        said = affected(self.reads, self.present | {SCAN}) | self.present
        return tuple(name for name in NAMES if name in moving and name in said)

    def on_days(self, days: Sequence[dt.date]) -> WorkedOut:
        """Return the columns of the facts that move, on other days."""
        return WorkedOut(self, self.moving(), days)

    def supposing(self, names: Iterable[str], supposed: Sequence[Supposed]) -> dict[str, Column]:
        """Return the columns of some facts where something is supposed of each person."""
        return WorkedOut(self, names, [self.on], supposed).on(self.on)
