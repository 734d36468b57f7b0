"""On which days does an answer change? Asked again on other days, until each change is known to the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from landed.assess.outcome import Assessment, Outcome, assess_route
from landed.assess.question import Question
from landed.expr.clauses import Clause
from landed.expr.leaves import Meets, Obtainable
from landed.law.declared import PARAMETERS, walk
from landed.law.route import Route

_STEP = dt.timedelta(days=15)
_DAY = dt.timedelta(days=1)

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row, both ends included, on which the answer is the same for the same reasons."""

    since: dt.date
    until: dt.date
    outcome: Outcome
    why: str

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "from": self.since.isoformat(),
            "to": self.until.isoformat(),
            "outcome": self.outcome.value,
            "why": self.why,
        }


def changes(
    question: Question,
    route: Route,
    first: dt.date,
    last: dt.date,
    progress: Callable[[int, int], None] | None = None,
) -> list[Stretch]:
    """Return the stretches of days with one answer, from `first` to `last`.

    Every day on which the law that the route uses changes is asked, and its eve; between them every fifteenth day,
    and where two such days differ, the day of the change is found by halving.
    """

    def ask(day: dt.date) -> tuple[Outcome, str]:
        return _answer(question, route, day)

    found = stretches(first, last, _law_days(question, route, first, last), ask, progress)
    return [Stretch(since, until, *answer) for since, until, answer in found]


def stretches(
    first: dt.date,
    last: dt.date,
    law_days: Iterable[dt.date],
    answer: Callable[[dt.date], Answer],
    progress: Callable[[int, int], None] | None = None,
) -> list[tuple[dt.date, dt.date, Answer]]:
    """Return the stretches of days with one answer, asked as `changes` says."""
    within = {day for day in law_days if first <= day <= last}
    days = sorted({first, last, *within, *_regular(first, last)})
    known: dict[dt.date, Answer] = {}

    def ask(day: dt.date) -> Answer:
        if day not in known:
            known[day] = answer(day)
        return known[day]

    for done, day in enumerate(days, 1):
        ask(day)
        if progress:
            progress(done, len(days))
    starts = [first]
    for before, after in pairwise(days):
        starts += _turns(before, after, ask)
    ends = [start - _DAY for start in starts[1:]] + [last]
    return [(start, end, ask(start)) for start, end in zip(starts, ends, strict=True)]


def _turns(before: dt.date, after: dt.date, ask: Callable[[dt.date], Answer]) -> list[dt.date]:
    if ask(before) == ask(after):
        return []
    if after - before == _DAY:
        return [after]
    middle = before + (after - before) // 2
    return _turns(before, middle, ask) + _turns(middle, after, ask)


def _regular(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    day = first
    while day < last:
        yield day
        day += _STEP


def _law_days(question: Question, route: Route, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for parameter in parameters_of(question, route):
        for entry in question.law.entries(parameter):
            for day in (entry.since - _DAY, entry.since) if entry.since > dt.date.min else ():
                if first <= day <= last:
                    yield day


def parameters_of(question: Question, route: Route) -> set[str]:
    """Return the ids of every parameter that a route reads, those of the routes it asks among them."""
    found: set[str] = set()
    asked: set[str] = set()
    waiting = [route]
    while waiting:
        each = waiting.pop()
        if each.id in asked:
            continue
        asked.add(each.id)
        for node in walk(each):
            if isinstance(node, PARAMETERS):
                found.add(node.id)
            match node:
                case Meets(route=other):
                    waiting.append(question.law.route(other))
                case Obtainable(by=others):
                    waiting += [question.law.route(other) for other in others]
    return found


def _answer(question: Question, route: Route, day: dt.date) -> tuple[Outcome, str]:
    snapshot = question.snapshot.on_day(day)
    found = assess_route(Question(snapshot, question.law, day, question.what_if), route)
    return found.outcome, reason(found)


def reason(found: Assessment) -> str:
    """Say in one line why a route has its outcome."""
    if found.because:
        words = {
            "before": "does not exist yet", "ended": "has ended", "announced": "announced, not in force",
            "intake_closed": "its intake is closed", "full": "it is full", "suspended": "it is suspended",
        }  # fmt: skip
        return words[found.because]
    if found.outcome is Outcome.CLOSED:
        return "; ".join(
            f"not met: {clause.node.text}" for clause in found.failing() if isinstance(clause.node, Clause)
        )
    if found.outcome is Outcome.UNDETERMINED:
        depends = ", ".join(dict.fromkeys(opener.text for opener in found.would_open))
        return f"depends on: {depends}" if depends else "on which days it is open is not encoded here"
    return "every requirement is met"
