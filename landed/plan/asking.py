"""Asking the law of a case that does not exist yet: "suppose the approval were there, on that day".

Every question of a plan goes through one `Asking`, which keeps what was asked: the case as stated, what is supposed
of it for the whole plan (`--if`), and, for each chain of approvals, what its steps will have produced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from landed.assess import Assessment, Question, assess_route
from landed.expr import BoolFact, Fact
from landed.expr.finding import Finding
from landed.facts import FACTS, Case, Snapshot
from landed.law import Law, Route

Produced = Mapping[str, object]
"""Facts that steps produce, written as in a case file."""
NOTHING: Produced = {}


class Asking:
    """One case under one state of the law, asked on several days and with several suppositions."""

    def __init__(self, case: Case, law: Law, on: dt.date, what_if: Produced = NOTHING) -> None:
        self.case = case
        self.law = law
        self.on = on
        self.what_if = what_if
        snapshot = Snapshot(case, on)
        self.snapshot = snapshot.with_facts(what_if) if what_if else snapshot
        self._questions: dict[tuple[str, dt.date], Question] = {}
        self._assessed: dict[tuple[str, str, dt.date], Assessment] = {}

    def question(self, produced: Produced = NOTHING, day: dt.date | None = None) -> Question:
        """Return the question put on a day (the plan's own where none is named) with these facts produced."""
        asked = day or self.on
        key = _key(produced), asked
        if key not in self._questions:
            snapshot = self.snapshot if asked == self.on else self.snapshot.on_day(asked)
            if produced:
                snapshot = snapshot.with_facts(produced)
            self._questions[key] = Question(snapshot, self.law, asked)
        return self._questions[key]

    def assess(self, route: Route, produced: Produced = NOTHING, day: dt.date | None = None) -> Assessment:
        """Return the answer for a route on a day, with these facts produced."""
        key = route.id, _key(produced), day or self.on
        if key not in self._assessed:
            self._assessed[key] = assess_route(self.question(produced, day), route)
        return self._assessed[key]

    def assess_without(self, route: Route, produced: Produced, not_taken: frozenset[str]) -> Assessment:
        """Return the answer for a route where some others are not taken."""
        return assess_route(Without(self.question(produced), not_taken), route)

    def holds(self, fact: BoolFact, produced: Produced = NOTHING) -> bool:
        """Tell whether a fact is known to hold."""
        return self.question(produced).fact(fact) is True

    def shown(self, fact: Fact) -> object:
        """Return a fact of the case as plain JSON; None is unknown."""
        return self.snapshot.shown(fact)

    def text(self, name: str) -> str:
        """Return a fact of the case as text, empty where it is unknown or unheard of."""
        value = self.shown(FACTS[name]) if name in FACTS else None
        return value if isinstance(value, str) else ""


def _key(produced: Produced) -> str:
    return repr(sorted(produced.items())) if produced else ""


class Without(Question):
    """A question in which some routes are not taken."""

    def __init__(self, question: Question, not_taken: frozenset[str]) -> None:
        super().__init__(question.snapshot, question.law, question.day)
        self._not_taken = not_taken

    def meets(self, route: str) -> Finding:
        """Return that a route which is not taken is not met."""
        if route in self._not_taken:
            return Finding(self.law.route(route).requires, False, route=route)
        return super().meets(route)
