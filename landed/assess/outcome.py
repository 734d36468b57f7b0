"""From findings to answers: open, closed, undetermined or not in force, with the reasons and their weakest link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from landed.assess.question import Question
from landed.expr import Cite, Clause, Fact, Seen
from landed.expr.finding import Finding
from landed.expr.leaves import BoolFact, ChoiceFact, Meets, NumberFact, Obtainable, SeveralFact
from landed.expr.nodes import AllOf, AnyOf
from landed.facts import FACTS
from landed.law.library import cites_seen, load_programme
from landed.law.route import Route

_DEGREES: tuple[Seen, ...] = ("official", "secondary", "unverified")
_STRENGTH: dict[Seen, int] = {degree: place for place, degree in enumerate(_DEGREES)}


class Outcome(StrEnum):
    """The answer for one route on one day."""

    OPEN = "open"
    CLOSED = "closed"
    UNDETERMINED = "undetermined"
    NOT_IN_FORCE = "not_in_force"


class State(StrEnum):
    """The state of one clause."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    NOT_ENCODED = "not_encoded"


@dataclass(frozen=True, slots=True)
class Opener:
    """What would settle an undetermined route: who, and what."""

    by: str
    text: str
    clause: str
    facts: tuple[str, ...]
    judged: bool = False
    """Whether an officer decides it, not the parties."""


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """The answer for one route: outcome, reasons, confidence, what is missing."""

    route: Route
    outcome: Outcome
    because: str | None
    next_day: dt.date | None
    confidence: Seen
    stale_since: dt.date | None
    finding: Finding
    missing: tuple[str, ...]
    """Fields of the case that are missing and could decide it."""
    would_open: tuple[Opener, ...]

    @property
    def weak(self) -> bool:
        """Whether it is open only because of something unverified."""
        return self.outcome is Outcome.OPEN and self.confidence == "unverified"

    def clauses(self) -> Iterator[Finding]:
        """Yield the findings of the route's own clauses, in order."""
        yield from own_clauses(self.finding)

    def failing(self) -> list[Finding]:
        """Return the own clauses that are false and so close it."""
        return [clause for clause in self.clauses() if clause.truth is False]


def assess_route(question: Question, route: Route) -> Assessment:
    """Answer for one route."""
    finding = question.meets(route.id)
    outcome, because = _outcome(question, route, finding)
    strength, stale = _weighed(finding, route.id)
    settled = outcome in (Outcome.OPEN, Outcome.CLOSED, Outcome.NOT_IN_FORCE)
    return Assessment(
        route=route,
        outcome=outcome,
        because=because,
        next_day=question.epoch.opens_next(route) if outcome is not Outcome.OPEN else None,
        confidence=_DEGREES[strength],
        stale_since=stale,
        finding=finding,
        missing=() if settled else tuple(_missing(question, finding)),
        would_open=() if settled else tuple(_openers(question, finding)),
    )


def _outcome(question: Question, route: Route, finding: Finding) -> tuple[Outcome, str | None]:
    intake = question.epoch.intake(route).value
    if question.epoch.in_force(route).value is False:
        if intake == "announced":
            return Outcome.NOT_IN_FORCE, "announced"
        return Outcome.NOT_IN_FORCE, "ended" if question.epoch.ever_before(route) else "before"
    if intake in ("closed", "full", "suspended"):
        return Outcome.CLOSED, "intake_closed" if intake == "closed" else str(intake)
    if intake == "announced":
        return Outcome.NOT_IN_FORCE, "announced"
    match finding.truth:
        case True:
            return Outcome.OPEN, None
        case False:
            return Outcome.CLOSED, None
        case _:
            return Outcome.UNDETERMINED, None


def state(finding: Finding) -> State:
    """Return the state of a clause's finding."""
    if not finding.applies:
        return State.NOT_APPLICABLE
    if finding.truth is not None:
        return State.MET if finding.truth else State.NOT_MET
    kinds = {opener.kind for opener in finding.opens}
    return State.NOT_ENCODED if kinds == {"law"} else State.UNKNOWN


def own_clauses(finding: Finding) -> Iterator[Finding]:
    """Yield the clauses below a finding, without those of other routes that it asks."""
    if isinstance(finding.node, Clause):
        yield finding
        return
    if isinstance(finding.node, Meets):
        return
    for part in finding.parts:
        yield from own_clauses(part)


def facts_read(finding: Finding) -> Iterator[Fact]:
    """Yield every fact that a finding read, once each; not those that only another route, asked by it, read."""
    names = set()
    waiting = [finding]
    while waiting:
        part = waiting.pop()
        node = part.node
        if isinstance(node, Meets) and part is not finding:
            continue
        if isinstance(node, BoolFact | NumberFact | ChoiceFact | SeveralFact) and node.name not in names:
            names.add(node.name)
            yield node
        waiting.extend(reversed(part.parts))


def _weighed(finding: Finding, route: str) -> tuple[int, dt.date | None]:
    """Return how well the deciding part of an answer is known, and since when it is stale.

    The first is a place in `_DEGREES`: that of the weakest link; the second the earliest day after which something
    that decided was no longer seen to stand.
    """
    route = finding.route or route
    weakest, stale = 0, None
    if finding.dated is not None:
        weakest, stale = _STRENGTH[finding.dated.seen], finding.dated.stale_since
    node = finding.node
    if isinstance(node, Clause):
        weakest = max(weakest, _cited(route.rpartition(".")[0], node.cites))
    if _decides_alone(finding):  # one part suffices: the best known one counts
        sufficient = [_weighed(part, route) for part in finding.parts if part.value is finding.value]
        return min(sufficient, key=_best_known, default=(weakest, stale))
    for part in finding.parts:
        if not part.parts and part.dated is None:
            continue  # a fact of the case: its own word
        strength, since = _weighed(part, route)
        weakest = max(weakest, strength)
        if since is not None and (stale is None or since < stale):
            stale = since
    return weakest, stale


def _best_known(weighed: tuple[int, dt.date | None]) -> tuple[int, dt.date]:
    """Order by strength, then by what was seen to stand the longest."""
    strength, stale = weighed
    return strength, dt.date.min if stale is None else dt.date.fromordinal(
        dt.date.max.toordinal() - stale.toordinal()
    )


@cache
def _cited(programme: str, cites: tuple[Cite, ...]) -> int:
    return _STRENGTH[cites_seen(load_programme(programme), cites)]


def _decides_alone(finding: Finding) -> bool:
    """Whether one part alone decided: a false one of all_of, a true one of any_of."""
    match finding.node:
        case AllOf() | Meets():
            return finding.value is False
        case AnyOf() | Obtainable():
            return finding.value is True
        case _:
            return False


def _missing(question: Question, finding: Finding) -> list[str]:
    """Return the case fields that could decide, in the order in which the law asks for them."""
    wanted = {opener.what for opener in finding.opens if opener.kind == "fact"}
    fields: dict[str, None] = {}
    for part in _open_parts(finding):
        name = getattr(part.node, "name", "")
        if name in wanted and isinstance(part.node, BoolFact | NumberFact | ChoiceFact | SeveralFact):
            fields[question.snapshot.asks(part.node)] = None
            wanted.discard(name)
    for name in sorted(wanted):  # a fact that may be given in place of law not encoded
        fields[question.snapshot.asks(FACTS[name])] = None
    return list(fields)


def _open_parts(finding: Finding) -> Iterator[Finding]:
    """Yield a finding and what is open below it, in the order of the law."""
    waiting = [finding]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(below for below in reversed(part.parts) if below.opens)


def _openers(question: Question, finding: Finding) -> Iterator[Opener]:
    """Say, for each clause that is open, who would settle it and how."""
    for part in _unknown_clauses(finding):
        clause = part.node
        assert isinstance(clause, Clause)  # noqa: S101 - narrows for the type checker
        facts = tuple(_missing(question, part))
        if state(part) is State.NOT_ENCODED:
            yield Opener(
                "counsel", f"{clause.text}: this part of the law is not encoded here", clause.key, facts
            )
        elif clause.kind == "judgement":
            yield Opener(
                clause.party, f"{clause.text}: for the officer to judge", clause.key, facts, judged=True
            )
        else:
            yield Opener(clause.party, clause.text, clause.key, facts)


def _unknown_clauses(finding: Finding) -> Iterator[Finding]:
    if finding.truth is not None if isinstance(finding.value, bool) or finding.value is None else True:
        return
    if isinstance(finding.node, Clause) and not any(
        isinstance(part.node, Meets) for part in _open_parts(finding)
    ):
        yield finding
        return
    for part in finding.parts:
        yield from _unknown_clauses(part)
