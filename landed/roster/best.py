"""The best way of each person: that of `landed plan`, with the work shared among those whom it is the same for."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, replace

from landed.facts import Case
from landed.plan import make_plan
from landed.plan.dated_step import TwoDays
from landed.plan.deadlines import binding, deadlines
from landed.plan.filings import LastFilings, last_filings
from landed.plan.itinerary import Itinerary, OnDays, itinerary, on_days
from landed.plan.model import Binding, LatestSafeStart, Option
from landed.plan.options import _warnings, option, rank, too_late
from landed.plan.planning import countries_of
from landed.plan.schedule import FORTUNES, Fortune, first_end, missed, run
from landed.plan.ways import Chain, ways_to
from landed.roster.answers import NO_DAYS, Answer, answer_of, row_of
from landed.roster.shared import Shared
from landed.roster.sharing import OnItsDay, SharedAsking


@dataclass(slots=True, eq=False)
class _Starts:
    """One itinerary begun on each day: when it reaches work, for each day that anybody needs."""

    found: Itinerary
    goals: tuple[str, ...]
    first: dt.date
    last: LastFilings
    ends: dict[tuple[Fortune, int], dt.date]

    def latest(self, deadline: dt.date, fortune: Fortune) -> dt.date | None:
        """Return the last day on which to begin; starting later never ends earlier, so it is found by halving."""
        days = (deadline - self.first).days + 1
        if days <= 0:
            return None
        late = bisect_right(range(days), deadline, key=lambda start: self._end(fortune, start))
        return self.first + dt.timedelta(days=late - 1) if late else None

    def _end(self, fortune: Fortune, start: int) -> dt.date:
        end = self.ends.get((fortune, start))
        if end is None:
            day = self.first + dt.timedelta(days=start)
            days = run(self.found.nodes, day, fortune)
            shut = missed(days, self.last.days)
            end = (None if shut else first_end(days, self.goals)) or dt.date.max
            self.ends[fortune, start] = end
        return end

    def shut(self) -> str:
        """Say what is shut before its step begins, even begun on the first day; empty where nothing is."""
        if not self.last.days:
            return ""
        both = (self.last.missed(run(self.found.nodes, self.first, fortune)) for fortune in FORTUNES)
        return next((text for text in both if text), "")


@dataclass(slots=True, eq=False)
class _Worked:
    """One chain on the calendar, without a deadline yet."""

    option: Option
    starts: _Starts
    chain: Chain
    days: OnDays
    """Its steps, begun on the day asked."""


def is_asked_alone(case: Case, on: dt.date) -> bool:
    """Tell whether a person shares no work: a judgement is asserted of them, or their row is for another day."""
    return bool(case.records.get("assertions")) or case.on != on


class Best:
    """Finds the row of each person of a roster."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self._starts: dict[object, _Starts] = {}

    def answer(self, index: int) -> Answer:
        """Return the row of one person."""
        case = self.shared.known.cases[index]
        if is_asked_alone(case, self.shared.on):
            return answer_of(make_plan(case, self.shared.law, self.shared.on))
        asking = SharedAsking(self.shared, index)
        try:
            return self._answer(asking)
        finally:
            asking.forget()

    def _answer(self, asking: SharedAsking) -> Answer:
        countries = countries_of(asking)
        bound = binding(deadlines(asking), asking.on)
        worked = self._ways(asking, countries)
        measured = [(_against(each, bound), each) for each in worked]
        best = min(measured, key=lambda pair: rank(pair[0]), default=None)
        opened = {each.option.route for each in worked if each.option.outcome == "open"}
        possible = {each.option.route for each in worked}
        found = _dated(*best, bound) if best else None
        warned = self._warnings(asking, best[1]) if best else ()
        return row_of(found, bound, len(opened), len(possible), warned)

    def _warnings(self, asking: SharedAsking, best: _Worked) -> tuple[str, ...]:
        """Return what changes on the way: each route asked again on the day on which it is filed."""

        def work() -> tuple[str, ...]:
            return tuple(_warnings(OnItsDay(asking), best.chain, best.starts.found, best.days))  # type: ignore[arg-type] # all that it asks

        return asking.once(("warnings", id(best)), work)

    def _ways(self, asking: SharedAsking, countries: tuple[str, ...]) -> list[_Worked]:
        routes = [route for route in asking.law.routes(countries) if route.kind.is_way]
        found = []
        for route in routes:
            ways = asking.once(("chains", route.id), lambda route=route: ways_to(asking, route))  # type: ignore[misc]
            found += [self._worked(asking, chain) for chain in ways.chains]
        return found

    def _worked(self, asking: SharedAsking, chain: Chain) -> _Worked:
        ids = tuple(id(stage.assessment) for stage in chain.stages)
        return asking.once(("option", ids, repr(chain.produced)), lambda: self._work_out(asking, chain))

    def _work_out(self, asking: SharedAsking, chain: Chain) -> _Worked:
        made = option(asking, chain, None)
        found = itinerary(asking, [stage.route for stage in chain.stages], chain.produced)
        goals = found.goals("work", "residence") or tuple(
            id_ for id_ in found.last() if id_.startswith(f"{chain.way.route.id}/")
        )
        last = last_filings(asking, [stage.route for stage in chain.stages], found)
        key = found.nodes, goals, tuple(last.days.items())
        starts = self._starts.setdefault(key, _Starts(found, goals, asking.on, last, {}))
        return _Worked(made, starts, chain, on_days(found, asking.on))


def _against(worked: _Worked, bound: Binding | None) -> Option:
    """Say of an option whether it is in time, which is what its rank asks of the latest safe start."""
    if bound is None:
        return worked.option
    first = worked.option.first_work.if_every_standard_is_met
    shut = worked.starts.last.missed(worked.days.standard)
    in_time = first if first is not None and first <= bound.day and not shut else None
    safe = LatestSafeStart(TwoDays(in_time, None), bound.deadline.id, bound.day)
    return replace(worked.option, latest_safe_start=safe)


def _dated(made: Option, worked: _Worked, bound: Binding | None) -> Option:
    """Give an option its latest safe start."""
    if bound is None:
        return made
    safe, first = made.latest_safe_start, made.first_work
    if not worked.starts.goals or first.if_every_standard_is_met is None:
        text = "The first day of work is not known"
        return replace(made, latest_safe_start=replace(safe, days=NO_DAYS, reason=text))
    standard, slowest = (worked.starts.latest(bound.day, fortune) for fortune in FORTUNES)
    text = worked.starts.shut() or too_late(first, standard, slowest, bound.day)
    return replace(made, latest_safe_start=replace(safe, days=TwoDays(standard, slowest), reason=text))
