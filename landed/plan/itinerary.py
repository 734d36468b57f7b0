"""The steps of a chain on the calendar: which are taken, what each waits for, when, at whose cost.

Three rules join the procedures of the routes in a chain. A step comes after those named in its `after`; where one of
these is not taken in this case, after what that one waits for. A step that `needs` a fact comes after the step of
another route that produces it. And where no step of a later route asks for what an earlier one gives, all of the
later route comes after all of the earlier one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from landed.expr import Meets
from landed.law.declared import walk
from landed.law.route import Route
from landed.plan.asking import Asking, Produced
from landed.plan.citing import citations, open_because
from landed.plan.dated_step import StepOnCalendar, TwoDays, Unlocks
from landed.plan.procedures import Step, procedure_of
from landed.plan.schedule import Days, Node, first_end, run
from landed.plan.timing import Timing, fees, timing

_LAST = dt.date.max
_WHICHEVER = "whichever unlocks "


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that this case takes, or may have to take."""

    id: str
    step: Step
    route: Route
    only_if: str
    timing: Timing
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Itinerary:
    """The steps of a chain, and their graph."""

    taken: tuple[Taken, ...]
    produced: Produced
    """What its steps are supposed to have produced when it is asked how long they take and what they cost."""
    services: tuple[str, ...]
    """The ids of routes that a step or a duration turned on, and that are open: a faster service, an exemption."""
    missing: tuple[str, ...]
    """Facts that a step needs and that nothing here gives."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The graph, for the schedule; and for each set of steps of which one is taken, what waits for them all."""
        steps = [Node(each.id, each.before, each.timing.standard, each.timing.slowest) for each in self.taken]
        return (*steps, *(Node(f"{_WHICHEVER}{each}", self._unlocking(each)) for each in get_args(Unlocks)))

    def goals(self, *wanted: Unlocks) -> tuple[str, ...]:
        """Return the steps that unlock the first of the things wanted that any step unlocks.

        A step counts that is taken for sure. Where it is not known of any whether it is taken (at the border, or online),
        what counts is that all of them have ended: no day is promised that rests on what nobody has said.
        """
        for each in wanted:
            found = self._unlocking(each)
            if found:
                sure = tuple(taken.id for taken in self.taken if taken.id in found and not taken.only_if)
                return sure or (f"{_WHICHEVER}{each}",)
        return ()

    def _unlocking(self, wanted: Unlocks) -> tuple[str, ...]:
        return tuple(taken.id for taken in self.taken if wanted in taken.step.unlocks)

    def last(self) -> tuple[str, ...]:
        """Return the steps that nothing waits for."""
        waited = {before for each in self.taken for before in each.before}
        return tuple(each.id for each in self.taken if each.id not in waited)


def itinerary(asking: Asking, routes: Iterable[Route], produced: Produced) -> Itinerary:
    """Join the procedures of some routes, in the order in which they are obtained."""
    builder = _Builder(asking, tuple(routes), produced)
    return builder.build()


class _Builder:
    def __init__(self, asking: Asking, routes: tuple[Route, ...], produced: Produced) -> None:
        self.asking = asking
        self.routes = routes
        self.produced = produced
        self.question = asking.question(produced)
        self.steps: dict[str, Step] = {}
        self.route_of: dict[str, Route] = {}
        self.only_if: dict[str, str] = {}
        self.taken: set[str] = set()
        self.services: dict[str, None] = {}
        self.missing: dict[str, None] = {}

    def build(self) -> Itinerary:
        for route in self.routes:
            procedure = procedure_of(route.id)
            for step in procedure.steps if procedure else ():
                self._consider(route, step)
        before = {id_: self._waits_for(id_) for id_ in self.steps if id_ in self.taken}
        self._join(before)
        taken = tuple(
            Taken(
                id_, self.steps[id_], self.route_of[id_], self.only_if[id_],
                timing(self.asking, self.steps[id_], self.produced), tuple(dict.fromkeys(waits)),
            )
            for id_, waits in before.items()
        )  # fmt: skip
        return Itinerary(taken, self.produced, tuple(self.services), tuple(self.missing))

    def _consider(self, route: Route, step: Step) -> None:
        id_ = f"{route.id}/{step.id}"
        if id_ in self.steps:
            return
        self.steps[id_], self.route_of[id_], self.only_if[id_] = step, route, ""
        self._serve(step.when)
        if step.when is not None:
            finding = self.question.ask(step.when, route.id)
            if finding.truth is False:
                return
            if finding.truth is None:
                self.only_if[id_] = "; ".join(open_because(finding))
        for duration in step.durations:
            self._serve(duration.when)
        self.taken.add(id_)

    def _serve(self, when: object) -> None:
        own = {route.id for route in self.routes}
        for route in _routes_asked(when):
            if route not in own and self.question.meets(route).truth is True:
                self.services[route] = None

    def _waits_for(self, id_: str, seen: tuple[str, ...] = ()) -> list[str]:
        """Return the steps taken that come directly before a step."""
        step, route = self.steps[id_], self.route_of[id_]
        named = [f"{route.id}/{before}" for before in step.after]
        for fact in step.needs:
            givers = [
                other for other, each in self.steps.items() if other != id_ and dict(each.produces).get(fact)
            ]
            if not givers and not self._holds(fact):
                self.missing[fact] = None
            named += givers
        found: list[str] = []
        for before in named:
            if before in self.taken:
                found.append(before)
            elif before in self.steps and before not in seen:
                found += self._waits_for(before, (*seen, id_))
        return found

    def _holds(self, fact: str) -> bool:
        from landed.facts import FACTS

        return self.question.fact(FACTS[fact]) is True

    def _join(self, before: dict[str, list[str]]) -> None:
        """Put a later route after an earlier one where no step says how they hang together."""
        for place, earlier in enumerate(self.routes[:-1]):
            own = [id_ for id_ in before if self.route_of[id_] is earlier]
            others = [id_ for id_ in before if self.route_of[id_] in self.routes[place + 1 :]]
            if not own or any(set(before[id_]) & set(own) for id_ in others):
                continue
            waited = {each for id_ in own for each in before[id_]}
            ends = [id_ for id_ in own if id_ not in waited]
            following = self.routes[place + 1]
            for id_ in others:
                if self.route_of[id_] is following and not before[id_]:
                    before[id_] += ends


_ROUTES_ASKED: dict[int, tuple[object, tuple[str, ...]]] = {}
"""By the identity of a condition, which is kept: a step's conditions are walked once, for however many plans."""


def _routes_asked(when: object) -> tuple[str, ...]:
    """Return the routes that a condition asks."""
    found = _ROUTES_ASKED.get(id(when))
    if found is None:
        routes = tuple(node.route for node in walk(when) if isinstance(node, Meets))
        found = _ROUTES_ASKED[id(when)] = when, routes
    return found[1]


# ----------------------------------------------------------------------------------------- on the calendar


@dataclass(frozen=True, slots=True)
class OnDays:
    """An itinerary begun on a day, under both fortunes."""

    start: dt.date
    standard: dict[str, Days]
    slowest: dict[str, Days]

    def first_end(self, goals: tuple[str, ...]) -> TwoDays:
        """Return when the first of some steps ends."""
        return TwoDays(first_end(self.standard, goals), first_end(self.slowest, goals))

    def last_end(self) -> TwoDays:
        """Return when the last step ends; None where one is not known to."""
        return TwoDays(
            *(_last([days.end for days in each.values()]) for each in (self.standard, self.slowest))
        )


def _last(days: list[dt.date | None]) -> dt.date | None:
    known = [day for day in days if day is not None]
    return max(known, default=None) if len(known) == len(days) else None


def on_days(found: Itinerary, start: dt.date) -> OnDays:
    """Begin an itinerary on a day."""
    nodes = found.nodes
    return OnDays(start, run(nodes, start, "standard"), run(nodes, start, "slowest"))


def on_calendar(asking: Asking, found: Itinerary, days: OnDays) -> tuple[StepOnCalendar, ...]:
    """Write the steps out, in the order in which they begin; a fee is that of the day on which its step begins."""
    written = list(_written(asking, found, days))
    place = {step.id: number for number, step in enumerate(written)}
    return tuple(
        sorted(written, key=lambda step: (step.starts.if_every_standard_is_met or _LAST, place[step.id]))
    )


def _written(asking: Asking, found: Itinerary, days: OnDays) -> Iterator[StepOnCalendar]:
    for each in found.taken:
        step, standard, slowest = each.step, days.standard[each.id], days.slowest[each.id]
        yield StepOnCalendar(
            id=each.id, route=each.route.id, route_title=each.route.title, title=step.title, actor=step.actor,
            signs=step.signs, filed_with=step.filed_with, place=step.place, documents=step.documents, gives=step.gives,
            fees=fees(asking.question(found.produced, standard.start), step), starts=TwoDays(standard.start, slowest.start),
            ends=TwoDays(standard.end, slowest.end), duration=each.timing.text, after=each.before,
            unlocks=step.unlocks, no_regret=step.no_regret, only_if=each.only_if,
            cites=citations(each.route.programme, step.cites), note=step.note,
        )  # fmt: skip
