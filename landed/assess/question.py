"""A question: what is known of one case, on one day, under one state of the law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from landed.expr import Choice, Expr, Fact, FlagParameter, Parameter
from landed.expr.clauses import Clause
from landed.expr.dated import Dated
from landed.expr.evaluate import evaluate
from landed.expr.finding import Finding, Open
from landed.expr.nodes import AllOf, Not
from landed.expr.values import Choices, Truth, Value, kleene_and
from landed.facts.noc import Scheme, images
from landed.law.library import Epoch, Law
from landed.law.route import Route

if TYPE_CHECKING:
    from landed.facts import Snapshot


class Question:
    """One case put to the law of one day; every route is asked once and remembered."""

    def __init__(self, snapshot: Snapshot, law: Law, day: dt.date, what_if: tuple[str, ...] = ()) -> None:
        self.snapshot = snapshot
        self.law = law
        self.day = day
        self.what_if = what_if
        """What was supposed of the case by `--if`, as written."""
        self.epoch: Epoch = law.at(day)
        self._met: dict[str, Finding] = {}
        self._known: dict[int, Finding] = {}

    def fact(self, fact: Fact) -> Value:
        """Return what the case says of a fact."""
        return self.snapshot.value(fact)

    def dated(self, parameter: Parameter) -> Dated:
        """Return a parameter's value on the day."""
        return self.epoch.dated(parameter)

    def images(self, codes: Iterable[str], scheme: str) -> Choices:
        """Return the occupation codes of another version that these may stand for."""
        return images(codes, cast("Scheme", scheme))

    def assertion(self, route: str, clause: str) -> Truth:
        """Return what a named person asserted of a judgement clause, if made by this day."""
        wanted = f"{route}/{clause}"
        rows, _ = self.snapshot.rows("assertions")
        made = [row for row in rows if row.clause == wanted and row.on <= self.day]
        return max(made, key=lambda row: row.on).value if made else None

    def ask(self, expression: Expr, route: str = "") -> Finding:
        """Evaluate any expression."""
        return evaluate(expression, self, route, self._known)

    def meets(self, route: str) -> Finding:
        """Return whether a route is open: in force, its intake open, its requirements met."""
        found = self._met.get(route)
        if found is None:
            found = self._met[route] = self._meets(self.law.route(route))
        return found

    def _meets(self, route: Route) -> Finding:
        gates = (self._gate(route.in_force), self._gate(route.intake))
        if kleene_and(gate.truth for gate in gates) is False:
            return Finding(AllOf((route.requires,)), False, gates, route=route.id)
        requires = self.ask(route.requires, route.id)
        parts = (*gates, requires, *self._tripped(route))
        truth = kleene_and(part.truth for part in parts)
        opens: frozenset[Open] = frozenset()
        if truth is None:
            opens = opens.union(*(part.opens for part in parts if part.truth is None))
        return Finding(AllOf((route.requires,)), truth, parts, opens, route=route.id)

    def _tripped(self, route: Route) -> list[Finding]:
        """Return, as clauses that fail, the reservations that a stated fact trips."""
        tripped = []
        for place, item in enumerate(route.reservations):
            if item.unless is not None and self.ask(item.unless).truth is True:
                kept = Clause(
                    f"reservation_{place + 1}", item.text, Not(item.unless), item.cites, party=route.party
                )
                tripped.append(self.ask(kept, route.id))
        return tripped

    def _gate(self, parameter: FlagParameter | Choice) -> Finding:
        """Read in_force (true?) or intake (open?) as a truth."""
        found = self.ask(parameter)
        if isinstance(parameter, FlagParameter) or found.value is None:
            return found
        return Finding(parameter, found.value == frozenset({"open"}), dated=found.dated)
