"""Which ways there are: every permit or residence that is open or could open, by every chain of approvals to it.

A way often stands on the result of another procedure: the permit on an assessment issued, the assessment on a
referral. Such a clause is an `Obtainable`: it names the fact and the routes that give it. A *chain* chooses one route
for each; what its steps produce is supposed to be there, and the way is asked again. A chain through a route that is
closed, or not in force, is no chain; it is kept as blocked, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from landed.assess import Assessment, Outcome
from landed.expr import Meets, Obtainable
from landed.expr.nodes import AnyOf
from landed.law.declared import walk
from landed.law.route import Route
from landed.plan.asking import NOTHING, Asking, Produced
from landed.plan.procedures import procedure_of

_POSSIBLE = (Outcome.OPEN, Outcome.UNDETERMINED)
_DEEPEST = 6
"""Approvals on approvals on approvals: the longest chain followed."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One route of a chain: its answer, and what had been produced when it was asked."""

    assessment: Assessment
    before: Produced
    after: Produced

    @property
    def route(self) -> Route:
        """The route."""
        return self.assessment.route


@dataclass(frozen=True, slots=True)
class Chain:
    """A way with the approvals chosen for it, in the order in which they are obtained; the way comes last."""

    stages: tuple[Stage, ...]

    @property
    def way(self) -> Stage:
        """The way itself."""
        return self.stages[-1]

    @property
    def approvals(self) -> tuple[Stage, ...]:
        """What is obtained first."""
        return self.stages[:-1]

    @property
    def produced(self) -> Produced:
        """Everything that its steps produce before the way is filed."""
        return self.way.before

    @property
    def is_open(self) -> bool:
        """Whether nothing is missing."""
        return all(stage.assessment.outcome is Outcome.OPEN for stage in self.stages)


@dataclass(slots=True)
class Ways:
    """The chains to one way, and the answers that blocked others."""

    route: Route
    chains: list[Chain] = field(default_factory=list)
    blocked: list[Assessment] = field(default_factory=list)
    """Answers of routes that are closed or not in force, and so block this way or one chain to it."""


def ways_to(asking: Asking, route: Route, supposed: Produced = NOTHING) -> Ways:
    """Find every chain to a way; `supposed` holds beside what the case says."""
    found = Ways(route)
    found.chains = list(_chains(asking, route, supposed, found.blocked, 0))
    return found


def obtainables(asking: Asking, route: Route, produced: Produced = NOTHING) -> list[Obtainable]:
    """Return what a route (or one that it inlines) takes from other procedures and is not there yet."""
    return [
        node
        for node in _obtainables(asking, route, set())
        if not asking.holds(node.fact, produced)
    ]  # fmt: skip


def _obtainables(asking: Asking, route: Route, seen: set[str]) -> Iterator[Obtainable]:
    seen.add(route.id)
    for node in _asked_by(route):
        if isinstance(node, Obtainable):
            yield node
        elif node.route not in seen:
            yield from _obtainables(asking, asking.law.route(node.route), seen)


@cache
def _asked_by(route: Route) -> tuple[Obtainable | Meets, ...]:
    """Return what a rule takes from other routes; it is walked once, for however many people."""
    return tuple(node for node in walk(route.requires) if isinstance(node, Obtainable | Meets))


@cache
def _optional(route: Route) -> frozenset[int]:
    """Return, by identity, what a route takes where something else would do as well."""
    return frozenset(
        id(node)
        for any_of in walk(route.requires)
        if isinstance(any_of, AnyOf)
        for node in walk(any_of.parts)
        if isinstance(node, Obtainable)
    )


def _chains(
    asking: Asking, route: Route, produced: Produced, blocked: list[Assessment], depth: int
) -> Iterator[Chain]:
    assessment = asking.assess(route, produced)
    if assessment.outcome not in _POSSIBLE:
        _block(blocked, assessment)
        return
    needed = obtainables(asking, route, produced)
    if not needed or depth >= _DEEPEST:
        yield Chain((Stage(assessment, produced, {**produced, **_result(route)}),))
        return
    first = needed[0]
    for by in first.by:
        for chain in _chains(asking, asking.law.route(by), produced, blocked, depth + 1):
            result = {**chain.way.after, first.fact.name: True}
            for rest in _chains(asking, route, result, blocked, depth + 1):
                yield Chain((*chain.stages, *rest.stages))
    without = _without(asking, route, produced, first)
    if without is not None:
        yield Chain((Stage(without, produced, {**produced, **_result(route)}),))


def _result(route: Route) -> Produced:
    procedure = procedure_of(route.id)
    return procedure.produces if procedure else NOTHING


def _block(blocked: list[Assessment], assessment: Assessment) -> None:
    if all(other.route.id != assessment.route.id for other in blocked):
        blocked.append(assessment)


def _without(asking: Asking, route: Route, produced: Produced, needed: Obtainable) -> Assessment | None:
    """Return the answer where the route may be met without this result, None where it may not."""
    if id(needed) not in _optional(route):
        return None
    assessment = asking.assess_without(route, {**produced, needed.fact.name: False}, frozenset(needed.by))
    return assessment if assessment.outcome in _POSSIBLE else None
