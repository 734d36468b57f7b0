"""On which days does a score change? Birthdays, years of work completed, results and assessments that grow too old, new law.

The system is counted on every day on which its law changes, on its eve, and on every fifteenth day between; where two
such days differ in any line, the day of the change is found by halving.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from landed.assess.changes import stretches
from landed.assess.points import points
from landed.assess.question import Question
from landed.errors import UnansweredError
from landed.expr.values import Span
from landed.law.declared import PARAMETERS, walk
from landed.law.score import Score

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a system gives on a day: the total and each line, as bounds, and whether its law is all written here."""

    total: Span
    lines: tuple[Span, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ScoreStretch:
    """Days in a row, both ends included, on which every line of a score is the same."""

    since: dt.date
    until: dt.date
    counted: Counted | None
    """None where the system is not in force."""
    why: tuple[str, ...]
    """The lines that changed on the first day."""

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        if self.counted is None:
            return {"from": self.since.isoformat(), "to": self.until.isoformat(), "total": None, "bounds": None,
                    "complete": True, "why": list(self.why)}  # fmt: skip
        total = self.counted.total
        return {
            "from": self.since.isoformat(), "to": self.until.isoformat(), "total": total.lo if total.exact else None,
            "bounds": [total.lo, total.hi], "complete": self.counted.complete, "why": list(self.why),
        }  # fmt: skip


def cliffs(
    question: Question,
    score: Score,
    first: dt.date,
    last: dt.date,
    progress: Callable[[int, int], None] | None = None,
) -> list[ScoreStretch]:
    """Return the stretches of days on which a score is the same line by line, from `first` to `last`."""

    def ask(day: dt.date) -> Counted | None:
        return _count(question, score, day)

    found = stretches(first, last, _law_days(question, score), ask, progress)
    befores = [None, *(counted for _, _, counted in found)]
    return [
        ScoreStretch(since, until, counted, tuple(_why(score, before, counted)) if place else ())
        for place, ((since, until, counted), before) in enumerate(zip(found, befores, strict=False))
    ]


def _count(question: Question, score: Score, day: dt.date) -> Counted | None:
    snapshot = question.snapshot if day == question.day else question.snapshot.on_day(day)
    try:
        found = points(Question(snapshot, question.law, day, question.what_if), score)
    except UnansweredError:
        return None
    return Counted(found.total, tuple(line.points for line in found.lines), found.complete)


def _law_days(question: Question, score: Score) -> Iterator[dt.date]:
    for parameter in {node.id for node in walk(score) if isinstance(node, PARAMETERS)}:
        for entry in question.law.entries(parameter):
            if entry.since > dt.date.min:
                yield from (entry.since - _DAY, entry.since)


def _why(score: Score, before: Counted | None, after: Counted | None) -> Iterator[str]:
    if before is None or after is None:
        yield "comes into force" if after else "is no longer in force"
        return
    if before.complete and not after.complete:
        yield from (each.text for each in score.unseen)
    for line, old, new in zip(score.lines, before.lines, after.lines, strict=True):
        if old != new:
            yield f"{line.text}: {_said(old)}, now {_said(new)}"


def _said(span: Span) -> str:
    return f"{span.lo}" if span.exact else f"{span.lo} to {span.hi}"
