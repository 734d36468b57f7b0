"""Points: a scored system put to one case, line by line, with bounds where facts are missing.

The total is what the system says, its caps applied; the lines show how it comes about, and add up to it where all is
known. A missing fact widens the bounds. Law that is known to exist and was not seen makes the score incomplete: its
bounds then come from missing facts alone, and no comparison with a cut-off is made.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from landed.assess.answer import cite_json
from landed.assess.cutoffs import Comparison, compare
from landed.assess.outcome import facts_read
from landed.assess.question import Question
from landed.errors import UnansweredError
from landed.expr import BoolFact, Seen
from landed.expr.evaluate import evaluate_all
from landed.expr.finding import Finding
from landed.expr.units import Amount
from landed.expr.values import Span, Truth
from landed.law.library import load_programme, weakest
from landed.law.rounds import rounds
from landed.law.score import Line, Score

NOMINATION = "worker.provincial_nomination"
_ENHANCED = ("worker.enhanced_nomination", "worker.nomination_through_express_entry")
"""Through Express Entry, which alone gives points there: as it is read, and as it is stated."""


@dataclass(frozen=True, slots=True, eq=False)
class PointsLine:
    """One line: its points, as bounds, and the most that it can give."""

    line: Line
    points: Span
    of: Amount

    @property
    def shown(self) -> bool:
        """Whether it says anything: a cap that does not bite, or a line of another grid, does not."""
        return (self.points.lo, self.points.hi, self.of) != (0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """A score: the total, the lines, and what leaves it open."""

    question: Question
    score: Score
    finding: Finding
    lines: tuple[PointsLine, ...]
    maximum: Amount
    not_encoded: tuple[str, ...]
    """Law that exists and is not written here, in words."""

    @property
    def total(self) -> Span:
        """The total, as bounds."""
        return self.finding.span

    @property
    def passes(self) -> Truth:
        """Whether it reaches the pass mark; open, too, where the system has none."""
        if self.score.pass_mark is None or not self.complete:
            return None
        return self.question.ask(self.score.total >= self.score.pass_mark).truth

    @property
    def complete(self) -> bool:
        """Whether all the law of the score is written here."""
        return not self.not_encoded

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields of the case that would narrow it, in the order in which the system reads them."""
        wanted = {each.what for each in self.finding.opens if each.kind == "fact"}
        asks = self.question.snapshot.asks
        found = (asks(fact) for fact in facts_read(self.finding) if fact.name in wanted)
        return tuple(dict.fromkeys(found))

    @property
    def confidence(self) -> Seen:
        """How well the score is known: by its weakest figure; incomplete, it is unverified."""
        if not self.complete:
            return "unverified"
        return weakest([part.dated.seen for part in self.finding.walk() if part.dated is not None])

    @property
    def stale_since(self) -> dt.date | None:
        """The first day on which one of its figures was no longer known to stand."""
        stale = [
            part.dated.stale_since
            for part in self.finding.walk()
            if part.dated is not None and part.dated.stale_since is not None
        ]
        return min(stale, default=None)

    def compared(self) -> Comparison | None:
        """Compare with the rounds known on the day, of those the person would be invited from."""
        return compare(self.question, self.score, self.total, complete=self.complete)

    def with_nomination(self) -> Points | None:
        """Return the score with a provincial nomination through Express Entry, None where that changes nothing."""
        nominated = next((fact for fact in facts_read(self.finding) if fact.name == _ENHANCED[0]), None)
        question = self.question
        if not isinstance(nominated, BoolFact) or question.fact(nominated) is True:
            return None
        snapshot = question.snapshot.with_facts({NOMINATION: True, _ENHANCED[1]: True})
        return points(Question(snapshot, question.law, question.day, question.what_if), self.score)


def points(question: Question, score: Score) -> Points:
    """Put a scored system to a case; UnansweredError where it does not exist on the day."""
    if question.dated(score.in_force).value is not True:
        raise UnansweredError(f"{score.title} is not in force on {question.day}")
    asked = [score.total, score.maximum, *(each for line in score.lines for each in (line.points, line.of))]
    finding, most, *found = evaluate_all(asked, question)
    lines = tuple(
        PointsLine(line, found[2 * place].span, found[2 * place + 1].span.hi)
        for place, line in enumerate(score.lines)
    )
    unseen = [each.text for each in score.unseen if question.ask(each.in_force).truth is not False]
    unseen += sorted(each.what for each in finding.opens if each.kind == "law")
    return Points(question, score, finding, lines, most.span.hi, tuple(unseen))


def points_json(found: Points) -> dict[str, Any]:
    """Return a score as plain data, compared with the rounds known on the day."""
    plain = found.score.total.unit.plain
    sources = load_programme(found.score.programme).sources
    nominated = found.with_nomination()
    compared = found.compared()
    return {
        "system": found.score.system,
        "total": _exact(found.total, plain),
        "bounds": [plain(found.total.lo), plain(found.total.hi)],
        "complete": found.complete,
        "not_encoded": list(found.not_encoded),
        "maximum": plain(found.maximum),
        **_pass_mark(found),
        "confidence": found.confidence,
        "stale_since": found.stale_since.isoformat() if found.stale_since else None,
        "missing": list(found.missing),
        "lines": [
            {
                "key": each.line.key,
                "group": each.line.group or None,
                "text": each.line.text,
                "points": _exact(each.points, plain),
                "bounds": [plain(each.points.lo), plain(each.points.hi)],
                "of": plain(each.of),
                "cites": [cite_json(cite, sources) for cite in each.line.cites],
            }
            for each in found.lines
            if each.shown
        ],
        "with_nomination": [plain(nominated.total.lo), plain(nominated.total.hi)] if nominated else None,
        **(compared.as_json(sources) if compared else {"rounds": []}),
    }


def _pass_mark(found: Points) -> dict[str, Any]:
    mark = found.score.pass_mark
    if mark is None:
        return {}
    return {"pass_mark": mark.unit.plain(found.question.ask(mark).span.lo), "passes": found.passes}


def route_points_json(
    question: Question, score: Score, route: str, told: dict[str, Any]
) -> dict[str, Any] | None:
    """Return the points of a route that selects by them; of a route for some of the rounds, beside these alone.

    `told` remembers the systems told already.
    """
    if score.id not in told:
        try:
            told[score.id] = points_json(points(question, score))
        except UnansweredError:
            told[score.id] = None
    whole = told[score.id]
    if whole is None:
        return None
    held = rounds(score.programme)
    key = route.rpartition(".")[2]
    if held is None or key not in {row.route for row in held.rows}:
        return dict(whole)
    mine = {name: [each for each in whole[name] if each["route"] == key] for name in ("rounds", "lately")}
    return {**whole, **mine}


def _exact(span: Span, plain: Any) -> Any:
    return plain(span.lo) if span.exact else None
