"""A case that remembers what each derived fact was worked out of.

Whom an answer is the same for depends on which facts it read; what a derived fact read says which facts move with
the day, and which change when a step of a procedure produces something.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from landed.expr.leaves import Fact
from landed.expr.values import Value
from landed.facts import FACTS, Case, Snapshot
from landed.facts._declare import asked
from landed.facts._reading import unknown
from landed.facts.measures import MEASURES

TODAY = "today"
"""Stands among what a fact was worked out of where the day is."""


SCAN = "everything stated"
"""Stands there where a measure looked through all that was stated."""


class Stated(dict[str, Value]):
    """What a case states, which tells when somebody looks through it."""

    def __init__(self, stated: Mapping[str, Value], frames: list[set[str]]) -> None:
        super().__init__(stated)
        self._frames = frames

    def __iter__(self) -> Iterator[str]:
        if self._frames:
            self._frames[-1].add(SCAN)
        return super().__iter__()


class Watched(Snapshot):
    """A snapshot that adds to `reads`, for each derived fact, the names of what it was worked out of."""

    def __init__(self, case: Case, on: dt.date, reads: dict[str, set[str]]) -> None:
        self._reads = reads
        self._frames: list[set[str]] = []
        super().__init__(replace(case, stated=Stated(case.stated, self._frames)), on)
        self.traced: dict[str, set[str]] = {}
        """For each derived fact of this person, what it was worked out of, through other facts too."""

    @property  # a plain attribute there, watched here
    def on(self) -> dt.date:
        """The day, which a derived fact may read."""
        if self._frames:
            self._frames[-1].add(TODAY)
        return self._day

    @on.setter
    def on(self, day: dt.date) -> None:
        self._day = day

    def value(self, fact: Fact) -> Value:
        """Return what the fact is worth; of a derived one, remember what it read."""
        name = fact.name
        if self._frames:
            self._frames[-1].add(name)
        if name in self._cache:
            return self._cache[name]
        if name not in MEASURES:
            if name in self._stated and asked(fact).moves != "holds":
                self._reads.setdefault(name, set()).add(TODAY)
            self._cache[name] = found = self._stated[name][0] if name in self._stated else unknown(fact)
            return found
        self._frames.append(set())
        try:
            if (
                name in self._stated
            ):  # it counts as stated today, and as derived on another day, where it can be
                if asked(fact).moves != "holds":
                    self._frames[-1].add(TODAY)
                MEASURES[name](self)
                return self._stated[name][0]
            return super().value(fact)
        finally:
            own = self._frames.pop()
            self._reads.setdefault(name, set()).update(own)
            self.traced[name] = own.union(*(self.traced[each] for each in own if each in self.traced), {name})

    def stated(self, name: str) -> Value:
        """Return what was stated of a fact."""
        self._note_read(name)
        if name not in self._stated:
            return unknown(FACTS[name])
        if asked(FACTS[name]).moves != "holds":
            self._note_read(TODAY)
        return self._stated[name][0]

    def is_stated(self, name: str) -> bool:
        """Tell whether a fact was stated directly."""
        self._note_read(name)
        return super().is_stated(name)

    def record(self, name: str) -> Any:
        """Return a record."""
        self._note_read(name)
        return super().record(name)

    def rows(self, name: str) -> tuple[Sequence[Any], bool]:
        """Return the rows of a list."""
        self._note_read(name)
        return super().rows(name)

    def is_absent(self, group: str) -> bool:
        """Tell whether a group was given as `none`."""
        self._note_read(group)
        return super().is_absent(group)

    def _note_read(self, name: str) -> None:
        if self._frames:
            self._frames[-1].add(name)


def affected(reads: dict[str, set[str]], changed: set[str]) -> set[str]:
    """Return the derived facts that are worked out of something changed, directly or through others."""
    found: set[str] = set()
    now = set(changed)
    while now:
        now = {name for name, read in reads.items() if name not in found and read & now}
        found |= now
    return found
