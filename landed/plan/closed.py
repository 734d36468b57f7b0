"""Ways that are closed today: the clauses that fail, what could change them; and what is announced, to be watched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from landed.assess import Assessment, Outcome
from landed.assess.outcome import facts_read
from landed.expr import Clause
from landed.expr.finding import Finding
from landed.facts import employer
from landed.law.route import Route
from landed.plan.asking import Asking
from landed.plan.citing import INTAKE, citations
from landed.plan.model import ClosedWay, WatchItem
from landed.plan.ways import Ways, ways_to


def closed_ways(asking: Asking, found: Iterable[Ways]) -> tuple[ClosedWay, ...]:
    """Return the ways without a chain, and the approvals that are closed where another chain is open."""
    closed: list[ClosedWay] = []
    for ways in found:
        blocked = [
            each for each in ways.blocked if each.outcome is Outcome.CLOSED or each.route is not ways.route
        ]
        if not ways.chains:
            own = next((each for each in ways.blocked if each.route is ways.route), None)
            if own is None or own.outcome is Outcome.CLOSED:
                lost = _by_the_employer_alone(asking, ways.route)
                closed.append(_closed(asking, ways.route, ways.route.title, blocked, employer_only=lost))
            continue
        for each in blocked:
            if each.outcome is Outcome.CLOSED:
                title = f"{ways.route.title}, by {each.route.title}"
                closed.append(_closed(asking, each.route, title, [each]))
    return tuple(closed)


def _by_the_employer_alone(asking: Asking, route: Route) -> bool:
    """Tell whether a way would not be closed if the employer were willing."""
    if asking.question().fact(employer.willing) is not False:
        return False
    return bool(ways_to(asking, route, {employer.willing.name: True}).chains)


def _closed(
    asking: Asking, route: Route, title: str, blocked: Sequence[Assessment], *, employer_only: bool = False
) -> ClosedWay:
    several = len(blocked) > 1
    reasons = []
    for each in blocked:
        text = "; ".join(_clause_texts(asking, each)) or INTAKE.get(each.because or "", each.outcome.value)
        reasons.append(f"{each.route.title}: {text}" if several or each.route is not route else text)
    clauses = [clause for each in blocked for clause in each.failing()]
    days = [each.next_day for each in blocked if each.next_day and each.because]
    return ClosedWay(
        route=route.id, title=title, country=route.country, because=". ".join(reasons),
        clauses=tuple(dict.fromkeys(_sentence(clause) for clause in clauses)), could_change=_could_change(asking, blocked),
        next_day=min(days, default=None), employer_only=employer_only,
        cites=citations(route.programme, route.cites),
    )  # fmt: skip


def _sentence(finding: Finding) -> str:
    return finding.node.text if isinstance(finding.node, Clause) else ""


def _clause_texts(asking: Asking, assessment: Assessment) -> list[str]:
    """Return each failing clause with the facts that decided it, as the case states them."""
    texts = []
    for clause in assessment.failing():
        shown = [(fact.name, asking.shown(fact)) for fact in facts_read(clause)]
        known = ", ".join(f"{name}: {_plain(value)}" for name, value in shown if value is not None)
        texts.append(f"not met: {_sentence(clause)}" + (f" ({known})" if known else ""))
    return texts


def _plain(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case list():
            return " and ".join(map(str, value)) or "none"
        case dict():
            return ", ".join(f"{key} {_plain(each)}" for key, each in value.items())
        case _:
            return str(value)


def _could_change(asking: Asking, blocked: Iterable[Assessment]) -> str:
    texts = []
    for each in blocked:
        for clause in each.failing():
            party = clause.node.party if isinstance(clause.node, Clause) else ""
            if isinstance(clause.node, Clause) and clause.node.kind == "undertaking":
                texts.append(f"the {party} undertakes it: {_sentence(clause)}")
            else:
                fields = dict.fromkeys(fact.about.field or fact.name for fact in facts_read(clause))
                if fields:
                    texts.append(f"other facts: {', '.join(fields)}")
        if each.because:
            opens = f"it opens on {each.next_day}" if each.next_day else _later_intake(asking, each.route)
            texts.append(opens or "the law or its intake changes")
    return "; ".join(dict.fromkeys(texts))


def _later_intake(asking: Asking, route: Route) -> str:
    """Say of an intake whose later days are known to exist, and not held here, what is known of them."""
    later = (entry for entry in asking.law.entries(route.intake.id) if entry.since > asking.on)
    first = next((entry for entry in later if entry.raw["value"] == "not_encoded"), None)
    note = str(first.raw.get("note", "")) if first else ""
    return f"its intake may open from {first.since} on{': ' if note else ''}{note}" if first else ""


def watched(asking: Asking, routes: Iterable[Route]) -> tuple[WatchItem, ...]:
    """Return the routes that are announced, or begin on a day that is known, and are not in force: no plan needs them."""
    found = []
    for route in routes:
        assessment = asking.assess(route)
        announced = assessment.because == "announced"
        if assessment.outcome is not Outcome.NOT_IN_FORCE or not (announced or assessment.next_day):
            continue
        begins = f"It begins on {assessment.next_day}." if assessment.next_day else "No first day is known."
        text = f"{'Announced, and not in force' if announced else 'Not in force yet'}. {begins} The plan does not depend on it."
        found.append(
            WatchItem(
                route.id, route.title, route.country, assessment.next_day, text,
                citations(route.programme, route.cites),
            )
        )  # fmt: skip
    return tuple(found)
