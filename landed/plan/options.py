"""From chains to options: dates under both fortunes, the latest safe start, money, and the order of choice.

Open comes before undetermined; then the earlier first day of lawful work, if every standard is met; then the cheaper
(all fees added up, a dollar taken for a dollar); then the one that lacks less.
The first is recommended, and every option says why it stands where it stands.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from landed.assess import Assessment, Outcome
from landed.expr.values import Span
from landed.facts import FACTS, worker
from landed.facts import goals as wanted
from landed.law.library import weakest
from landed.law.route import Grants, Kind, Route
from landed.plan.asking import Asking
from landed.plan.back import way_back
from landed.plan.citing import citations, stale_since
from landed.plan.costs import total_cost
from landed.plan.filings import NO_LAST_FILINGS, LastFilings, last_filings
from landed.plan.itinerary import Itinerary, OnDays, itinerary, on_calendar, on_days
from landed.plan.model import Binding, LatestSafeStart, Option, Part, StepOnCalendar, TwoDays, WouldOpen
from landed.plan.procedures import procedure_of
from landed.plan.schedule import FORTUNES, Days, latest_start, run
from landed.plan.ways import Chain, Stage

_LAST = dt.date.max


def option(asking: Asking, chain: Chain, bound: Binding | None) -> Option:
    """Work one chain out as an option that starts on the day asked."""
    way = chain.way.route
    routes = [stage.route for stage in chain.stages]
    found = itinerary(asking, routes, chain.produced)
    days = on_days(found, asking.on)
    goals = found.goals("work", "residence") or tuple(
        id_ for id_ in found.last() if id_.startswith(f"{way.id}/")
    )
    first_work = days.first_end(goals)
    steps = on_calendar(asking, found, days)
    last = last_filings(asking, routes, found)
    safe = latest_safe_start(found, goals, asking.on, first_work, bound, last)
    services = [asking.assess(asking.law.route(id_), chain.produced) for id_ in found.services]
    assessments = [*(stage.assessment for stage in chain.stages), *services]
    return Option(
        route=way.id, title=way.title, title_fr=way.title_fr, country=way.country,
        grants=way.grants.value if way.grants else "",
        via=tuple(_part(each) for each in (*(stage.assessment for stage in chain.approvals), *services)),
        outcome="open" if chain.is_open else "undetermined", would_open=would_open(asking, chain.stages),
        confidence=weakest([each.confidence for each in assessments]),
        stale_since=stale_since(each.stale_since for each in assessments),
        steps=_with_last_days(steps, found, safe, last), start=asking.on, finish=days.last_end(), first_work=first_work,
        latest_safe_start=safe,
        shut=last.missed(days.standard) if last.days else "",
        totals=total_cost(asking, found, steps), cites=citations(way.programme, way.cites),
        reservations=(
            *dict.fromkeys(item.text for route in routes for item in route.reservations),
            *way_back(asking, way, first_work),
        ),
        warnings=tuple(_warnings(asking, chain, found, days)), reason=_reason(found, first_work, routes),
        needs_invitation=_into_a_pool(asking, way) or any(each.route.kind is Kind.SELECTION for each in chain.approvals),
        leaves_job=way.leaves_job and asking.question().fact(wanted.keep_job) is True,
    )  # fmt: skip


def _into_a_pool(asking: Asking, way: Route) -> bool:
    """Tell whether being open only lets one enter a pool: residence by points, and no invitation stated."""
    if way.grants is not Grants.RESIDENCE or way.score is None:
        return False
    invited = asking.question().fact(worker.express_entry.invited_on)
    return not (isinstance(invited, Span) and invited.exact and invited.lo <= asking.on.toordinal())


def _part(assessment: Assessment) -> Part:
    route = assessment.route
    return Part(
        route.id, route.title, route.kind.value,
        "open" if assessment.outcome is Outcome.OPEN else "undetermined", assessment.confidence, citations(route.programme, route.cites),
    )  # fmt: skip


def would_open(asking: Asking, stages: Iterable[Stage]) -> tuple[WouldOpen, ...]:
    """Return all that must still turn out well along a chain, each once."""
    found: dict[tuple[str, str], WouldOpen] = {}
    for stage in stages:
        asked = _asked(asking, stage) if stage.assessment.would_open else {}
        for opener in stage.assessment.would_open:
            clause = f"{stage.route.id}/{opener.clause}"
            questions = tuple(asked[name] for name in opener.facts if name in asked)
            found.setdefault(
                (opener.by, opener.text),
                WouldOpen(opener.by, opener.text, clause, opener.facts, questions, opener.judged),
            )
    return tuple(found.values())


def _asked(asking: Asking, stage: Stage) -> dict[str, str]:
    """Return the question behind each field that a route's open clauses wait for: that of the field, or of what is read of it."""
    snapshot = asking.question(stage.before).snapshot
    facts = sorted(opener.what for opener in stage.assessment.finding.opens if opener.kind == "fact")
    found: dict[str, str] = {}
    for fact in (FACTS[name] for name in facts):
        field = snapshot.asks(fact)
        found.setdefault(field, FACTS.get(field, fact).about.question)
    return found


def _reason(found: Itinerary, first_work: TwoDays, routes: Sequence[Route]) -> str:
    if not found.taken:
        return "The steps of this way are not encoded here, so no day can be given"
    reasons = []
    unwritten = [route.title for route in routes if procedure_of(route.id) is None]
    if unwritten:
        reasons.append(
            f"The steps of {' and of '.join(unwritten)} are not encoded here: their time is not counted"
        )
    if not first_work.both:
        unknown = [
            each.step.title for each in found.taken if any(ln.count is None for ln in each.timing.slowest)
        ]
        reasons.append(f"How long this takes is not encoded here: {'; '.join(unknown)}")
    if not found.goals("work", "residence"):
        reasons.append("No step says that it unlocks work; the last step counts")
    if found.missing:
        reasons.append(f"A step needs what no step here gives: {', '.join(found.missing)}")
    return ". ".join(reasons)


# ------------------------------------------------------------------------------------- latest safe start


def latest_safe_start(
    found: Itinerary,
    goals: tuple[str, ...],
    on: dt.date,
    first_work: TwoDays,
    bound: Binding | None,
    last: LastFilings = NO_LAST_FILINGS,
) -> LatestSafeStart:
    """Return the last days on which an itinerary may begin and still reach one of its goals by the deadline.

    What a route takes only until a known day must be filed by then, too.
    """
    if bound is None:
        return LatestSafeStart(
            TwoDays(None, None), "", None, "Nothing is known to run out, so no start is too late"
        )
    deadline, nodes = bound.day, found.nodes
    if not goals or first_work.if_every_standard_is_met is None:
        return LatestSafeStart(
            TwoDays(None, None), bound.deadline.id, deadline, "The first day of work is not known"
        )
    standard, slowest = (latest_start(nodes, goals, deadline, on, fortune, last.days) for fortune in FORTUNES)
    shut = [last.missed(run(nodes, on, fortune)) for fortune in FORTUNES] if last.days else ["", ""]
    return LatestSafeStart(
        TwoDays(standard, slowest),
        bound.deadline.id,
        deadline,
        shut[0] or shut[1] or too_late(first_work, standard, slowest, deadline),
    )


def _with_last_days(
    steps: Iterable[StepOnCalendar], found: Itinerary, safe: LatestSafeStart, last: LastFilings
) -> tuple[StepOnCalendar, ...]:
    """Say of each step by when to begin it: where a chain begun on its latest safe start would, and while it is taken."""
    early, late = safe.days.if_every_standard_is_met, safe.days.at_the_slowest_published
    start = late or early
    begun = run(found.nodes, start, "slowest" if late else "standard") if start else {}
    dated = []
    for step in steps:
        days = [day for day in (begun[step.id].start if begun else None, last.days.get(step.id)) if day]
        told = None if step.id in last.presumed else last.days.get(step.id)
        dated.append(replace(step, taken_until=told, begin_by=min(days, default=None)))
    return tuple(dated)


def too_late(
    first_work: TwoDays, standard: dt.date | None, slowest: dt.date | None, deadline: dt.date
) -> str:
    """Say why no start is safe under one fortune or both; empty where both have one."""
    early, late = first_work.if_every_standard_is_met, first_work.at_the_slowest_published
    if standard is None and early is not None:
        return (
            f"Even begun today, and if every standard is met, work begins on {early}, "
            f"{_count((early - deadline).days)} after {deadline}"
        )
    if slowest is None and late is not None:
        return (
            f"Begun today it is in time if every standard is met; at the slowest published, work begins on {late}, "
            f"{_count((late - deadline).days)} after {deadline}"
        )
    if slowest is None:
        return "At the slowest it is not known when work begins: a time is not encoded here"
    return ""


def _count(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


# ---------------------------------------------------------------------------------- on each step's own day


def _warnings(asking: Asking, chain: Chain, found: Itinerary, days: OnDays) -> Iterable[str]:
    """Ask each route again on the day on which it is filed, under both fortunes, and say what is different then."""
    for stage in chain.stages:
        filed = [_filing_day(stage.route, found, each) for each in (days.standard, days.slowest)]
        for day in sorted({each for each in filed if each is not None and each != asking.on}):
            then = asking.assess(stage.route, stage.before, day)
            if then.outcome is not stage.assessment.outcome:
                yield (
                    f"{stage.route.title}: {stage.assessment.outcome.value} today, but {_on(then)} on {day}, the day on "
                    f"which it would be filed"
                )  # fmt: skip
                break


def _filing_day(route: Route, found: Itinerary, days: dict[str, Days]) -> dt.date | None:
    """Return the day on which a party files a route's own step, or begins its first one."""
    own = [each for each in found.taken if each.route is route]
    filed = [each for each in own if each.step.filed_with and each.step.actor != "government"]
    starts = [days[each.id].start for each in filed or own]
    return max((start for start in starts if start is not None), default=None)


def _on(assessment: Assessment) -> str:
    failing = [getattr(clause.node, "text", "") for clause in assessment.failing()]
    what = assessment.outcome.value.replace("_", " ")
    return f"{what} ({'; '.join(failing)})" if failing else what


# --------------------------------------------------------------------------------------------- the choice


def ordered(options: Iterable[Option]) -> tuple[Option, ...]:
    """Put options in the order of choice, mark the first as recommended, and say why."""
    found = sorted(options, key=rank)
    return tuple(
        replace(each, recommended=place == 0, why=_why(each, found[0], place))
        for place, each in enumerate(found)
    )


def rank(each: Option) -> tuple[bool, bool, bool, int, dt.date, int, str]:
    """Open ways first, then those that can be in time, then those least far from open; then the earliest, the cheapest.

    What cannot be in time is no way to go on working, however little is missing for it: it comes after. So does, for who
    wants to keep the job, what would leave it.
    """
    cost = sum(total.lowest for total in each.totals)
    first = each.first_work.if_every_standard_is_met or _LAST
    late = _is_late(each) or bool(each.shut)
    return each.outcome != "open", each.leaves_job, late, _distance(each), first, cost, each.id


def _is_late(each: Option) -> bool:
    """Whether a deadline is known before which its lawful work cannot begin."""
    return each.latest_safe_start.deadline_day is not None and not _in_time(each)


_A_JUDGEMENT, _NO_DAY = 3, 4


def _distance(each: Option) -> int:
    """How far a way is from one to rely on: a rule of this project for the order alone.

    A question without an answer counts one; what an officer judges, or the law here does not hold, which no answer
    settles, three; and having no day four.
    """
    questions = {fact for opener in each.would_open for fact in opener.facts or (opener.clause,)}
    judged = sum(opener.judged or not opener.facts for opener in each.would_open)
    return len(questions) + _A_JUDGEMENT * judged + (0 if _in_time(each) else _NO_DAY)


def _in_time(each: Option) -> bool:
    """Whether its lawful work can begin before the deadline; where none is known, whether its day is."""
    safe = each.latest_safe_start
    if safe.deadline_day is None:
        return each.first_work.if_every_standard_is_met is not None
    return safe.days.if_every_standard_is_met is not None


def _why(each: Option, best: Option, place: int) -> str:
    day = each.first_work.if_every_standard_is_met
    if place == 0:
        return _why_first(each)
    if each.outcome != best.outcome:
        return "something is still missing for it"
    if each.shut and not best.shut:
        return "it takes nothing more by the day on which it would be filed"
    if each.leaves_job and not best.leaves_job:
        return "it means leaving the job that you want to keep"
    first = best.first_work.if_every_standard_is_met
    if day is None:
        return "its days are not known"
    if _is_late(each) and not _is_late(best):
        return "its lawful work cannot begin by the day that counts"
    if first is not None and day > first:
        return f"its lawful work begins {_count((day - first).days)} later"
    return "it begins no earlier, and costs no less"


def _why_first(each: Option) -> str:
    if each.outcome != "open":
        in_time = each.latest_safe_start.deadline_day is not None and _in_time(each)
        of_those = "of those that can be there in time " if in_time else ""
        return f"no way is open yet; {of_those}this one is the nearest to it"
    if each.by_draw:
        return "nothing is missing to be entered in the draw; for who is not drawn no petition is filed"
    if each.needs_invitation:
        return "nothing is missing to enter the pool; without an invitation out of it there is no application"
    known = each.first_work.if_every_standard_is_met
    return "nothing is missing for it" + (", and it gives the earliest lawful work" if known else "")
