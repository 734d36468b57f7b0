"""What runs out when: every clock of the law that applies, and the one that the plan is measured against.

A clock is a route that says when it runs out (`runs_out`): the I-94, the petition, the visa in the passport, a grace
period. Each is kept apart, for each ends something else. A clock that does not apply, or of whose day nothing at all
is known, is left out; where only bounds are known, or the rule may not apply, the entry says what would settle it.

The *binding* deadline is the first day, not yet past, on which the right to work or the right to stay ends. A visa
stamp or a passport that runs out ends neither by itself.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from landed.assess import Assessment, Outcome
from landed.expr.units import Amount
from landed.expr.values import Span
from landed.facts import worker
from landed.law.library import weakest
from landed.law.route import Grants, Kind, Route
from landed.plan.asking import Asking
from landed.plan.citing import citations, open_because, parameters_of, seen_of
from landed.plan.model import Binding, Deadline

Ends = Literal["work", "stay", "other"]

_GRANTED: dict[Grants, Ends] = {
    Grants.WORK_FOR_ANYONE: "work",
    Grants.WORK_FOR_EMPLOYER: "work",
    Grants.STAY: "stay",
    Grants.RESIDENCE: "stay",
}
_PASSPORT = "passport"


def deadlines(asking: Asking) -> tuple[Deadline, ...]:
    """Return everything that runs out, the first first; what has only a latest day stands by that day."""
    clocks = [route for route in asking.law.routes() if route.kind is Kind.CLOCK]
    found = [deadline for route in clocks if (deadline := _deadline(asking, route)) is not None]
    found = [_under_its_ceiling(asking, each, clocks) for each in found]
    if not any(_reads_passport(route) for route in clocks):
        found += _passport(asking)
    return tuple(
        sorted(found, key=lambda each: (each.day or each.earliest or each.latest or dt.date.max, each.id))
    )


def _deadline(asking: Asking, route: Route) -> Deadline | None:
    assessment = asking.assess(route)
    if route.runs_out is None or assessment.outcome not in (Outcome.OPEN, Outcome.UNDETERMINED):
        return None
    finding = asking.question().ask(route.runs_out, route.id)
    earliest, latest = bounds(finding.span)
    if earliest is None and latest is None:
        return None
    if earliest is not None and earliest < asking.on and earliest != latest:
        earliest = None  # a day that is past says nothing of a clock that still runs
    open_texts = [*open_because(finding), *_unsettled(assessment)]
    return Deadline(
        id=route.id, title=route.title, country=route.country, day=earliest if earliest == latest else None,
        earliest=earliest, latest=latest, rule=route.summary or route.title, after=route.after,
        cites=citations(route.programme, route.cites),
        seen=weakest([assessment.confidence, seen_of(parameters_of(finding))]), discretionary=route.discretionary,
        days_left=_days_left(asking.on, earliest or latest), ends=ends(route),
        uncertain_because=tuple(dict.fromkeys(open_texts)), stale_since=assessment.stale_since,
    )  # fmt: skip


def _under_its_ceiling(asking: Asking, found: Deadline, clocks: Iterable[Route]) -> Deadline:
    """Say of the most that can be authorized that it ends nothing where no clock still gives what it would end."""
    by_id = {route.id: route for route in clocks}
    if not by_id[found.id].ceiling:
        return found
    given = any(
        ends(route) == found.ends and asking.assess(route).outcome in (Outcome.OPEN, Outcome.UNDETERMINED)
        for route in clocks
        if not route.ceiling and route.country == found.country
    )
    return found if given else replace(found, ends="other")


def lapsed(asking: Asking, found: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return the clocks that ran out, where no clock still gives a right to work or to stay: the last of each.

    A clock has run out where everything else that it asks holds, and only its days are over (the clause `not_over`).
    """
    if any(each.ends != "other" for each in found):
        return ()
    past: dict[Ends, Deadline] = {}
    for route in asking.law.routes():
        if route.kind is not Kind.CLOCK or route.runs_out is None or route.ceiling or ends(route) == "other":
            continue
        assessment = asking.assess(route)
        failing = [getattr(clause.node, "key", "") for clause in assessment.failing()]
        if assessment.outcome is not Outcome.CLOSED or failing != ["not_over"]:
            continue
        earliest, latest = bounds(asking.question().ask(route.runs_out, route.id).span)
        known = past.get(ends(route))
        if latest is None or latest >= asking.on or (known and known.latest and known.latest >= latest):
            continue
        past[ends(route)] = Deadline(
            id=route.id, title=route.title, country=route.country, day=earliest if earliest == latest else None,
            earliest=earliest, latest=latest, rule=route.summary or route.title, after=route.after,
            cites=citations(route.programme, route.cites), seen=assessment.confidence, discretionary=route.discretionary,
            days_left=_days_left(asking.on, latest), ends=ends(route),
            uncertain_because=_filed_by(asking, route, latest), stale_since=assessment.stale_since,
        )  # fmt: skip
    return tuple(past.values())


def _filed_by(asking: Asking, route: Route, day: dt.date) -> tuple[str, ...]:
    """Say where the case tells of a petition filed by a day, and still pending."""
    filed = asking.question().fact(worker.us_status.pending_petition.filed)
    if (
        route.country != "US"
        or ends(route) != "stay"
        or not isinstance(filed, Span)
        or not filed.exact
        or filed.hi > day.toordinal()
    ):
        return ()
    return ("What was filed in time is said to be pending: what it carries on is for counsel to say",)


def _unsettled(assessment: Assessment) -> Iterable[str]:
    if assessment.outcome is Outcome.UNDETERMINED:
        yield from (opener.text for opener in assessment.would_open)


def bounds(span: Span) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and the last day that are possible, None where nothing bounds them."""
    if span.exact and isinstance(span.lo, float):  # it never runs out, or never began
        return None, None
    return _day(span.lo), _day(span.hi)


def _day(amount: Amount) -> dt.date | None:
    if isinstance(amount, float) or not dt.date.min.toordinal() <= amount <= dt.date.max.toordinal():
        return None
    return dt.date.fromordinal(math.floor(amount))


def _days_left(on: dt.date, day: dt.date | None) -> int | None:
    return None if day is None else (day - on).days


def ends(route: Route) -> Ends:
    """Return what ends when a clock runs out: its `grants` says what it had given."""
    return "other" if route.grants is None else _GRANTED[route.grants]


@cache
def _reads_passport(route: Route) -> bool:
    from landed.law.declared import walk

    return any(node == worker.passport_expires for node in walk(route.runs_out))


def _passport(asking: Asking) -> list[Deadline]:
    value = asking.question().fact(worker.passport_expires)
    earliest, latest = bounds(value) if isinstance(value, Span) else (None, None)
    if earliest is None and latest is None:
        return []
    return [
        Deadline(
            id=_PASSPORT, title="The passport", country="", day=earliest if earliest == latest else None,
            earliest=earliest, latest=latest, rule="The last day on which the passport is valid",
            after="No journey, no visa, and no permit beyond this day: permits are not given for longer than the passport.",
            cites=(), seen="official", discretionary=False, days_left=_days_left(asking.on, earliest or latest),
            ends="other",
        )
    ]  # fmt: skip


def binding(found: Iterable[Deadline], on: dt.date) -> Binding | None:
    """Choose the deadline that a plan is measured against: the first, or the latest it can be; one that may not apply is said."""
    ahead = [
        (day, each)
        for each in found
        if each.ends != "other" and (day := each.day or each.earliest or each.latest) and day >= on
    ]
    chosen = min(ahead, key=lambda pair: (pair[0], pair[1].ends != "work", pair[1].day is None), default=None)
    if chosen is None:
        return None
    day, deadline = chosen
    ending = {each.ends for each_day, each in ahead if each_day == day}
    what = "to work" if deadline.ends == "work" else "to stay"
    what += " (and, on the same day, the right to stay)" if len(ending) > 1 else ""
    why = f"it is the first day, not yet past, on which the right {what} ends"
    if deadline.uncertain_because:
        why += f"; it is not certain that it applies: {'; '.join(deadline.uncertain_because)}"
    return Binding(deadline, day, why)
