"""A score beside the rounds of invitations: only rounds known on the day, only of those the person would be in.

`met` is true where every possible score is above the cut-off, false where every one is below; it is open (None) where a
missing fact decides, where it is not known whether the person was among those invited from, where the law of the score
is not complete, and at the cut-off itself since the earlier profile goes first there.
"""

from __future__ import annotations

import datetime as dt
import statistics
from dataclasses import dataclass
from typing import Any

from landed.assess.question import Question
from landed.expr import civil
from landed.expr.values import Span, Truth
from landed.law.library import Source, load_programme
from landed.law.rounds import Round, rounds
from landed.law.score import Score


@dataclass(frozen=True, slots=True)
class Lately:
    """The cut-offs of the last twelve months of one sort of round."""

    route: str
    title: str
    member: Truth
    """Whether the person would be among those invited from."""
    cutoffs: tuple[int, ...]
    invitations: int
    last: dt.date

    def as_json(self) -> dict[str, Any]:
        """Return plain data, with the quartiles."""
        low, middle, high = self.quartiles()
        return {
            "route": self.route, "title": self.title, "member": self.member, "count": len(self.cutoffs),
            "min": min(self.cutoffs), "q1": low, "median": middle, "q3": high, "max": max(self.cutoffs),
            "invitations": self.invitations, "last": self.last.isoformat(),
        }  # fmt: skip

    def quartiles(self) -> tuple[float, float, float]:
        """Return the quartiles of the cut-offs, interpolated between the two nearest."""
        if len(self.cutoffs) == 1:
            only = float(self.cutoffs[0])
            return only, only, only
        low, middle, high = statistics.quantiles(self.cutoffs, n=4, method="inclusive")
        return low, middle, high


@dataclass(frozen=True, slots=True)
class Compared:
    """One round beside the score."""

    round: Round
    met: Truth
    tie: bool
    """Whether the score is the cut-off itself, so that the day of the profile decides."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rounds beside a score, and what was enough lately."""

    source: str
    known_to: dt.date
    """The last day up to which every round is known."""
    rounds: tuple[Compared, ...]
    lately: tuple[Lately, ...]
    last_for_all: Round | None
    """The last round for everyone."""
    later: int
    """How many other rounds were held after it."""

    def statement(self) -> str:
        """Say when the last round for everyone was."""
        if self.last_for_all is None:
            return f"No round for everyone in the pool is known by {self.known_to}."
        last = self.last_for_all
        if not self.later:
            return f"The last round for everyone in the pool was held on {last.day}, cut-off {last.cutoff}."
        return (
            f"No general round, for everyone in the pool, has been held since {last.day} (cut-off {last.cutoff}); "
            f"{self.later} rounds for nominees, one class or one category followed, as known by {self.known_to}."
        )

    def as_json(self, sources: dict[str, Source]) -> dict[str, Any]:
        """Return plain data."""
        return {
            "rounds": [
                {
                    "date": each.round.day.isoformat(), "round": each.round.id, "type": each.round.label,
                    "route": each.round.route, "invitations": each.round.invitations, "cutoff": each.round.cutoff,
                    "met": each.met, "tie_break": each.tie,
                }
                for each in self.rounds
            ],
            "lately": [each.as_json() for each in self.lately],
            "general_round": {
                "last": self.last_for_all.day.isoformat() if self.last_for_all else None,
                "cutoff": self.last_for_all.cutoff if self.last_for_all else None,
                "statement": self.statement(),
            },
            "rounds_known_to": self.known_to.isoformat(),
            "rounds_source": sources[self.source].href or sources[self.source].title,
        }  # fmt: skip


def compare(question: Question, score: Score, total: Span, *, complete: bool) -> Comparison | None:
    """Put a total beside the rounds of its system; None where none are held."""
    programme = score.programme
    held = rounds(programme)
    if held is None or held.system != score.system:
        return None
    limits = [held.known_to, question.day]
    if question.law.known_on is not None:
        limits.append(question.law.known_on)
    known_to = min(limits)
    rows = held.by(known_to)
    first = civil.add_years(question.day, -1)
    recent = [row for row in rows if row.day > first]
    members = {route: _member(question, f"{programme}.{route}") for route in {row.route for row in rows}}
    mine = [row for row in recent if members[row.route] is not False]
    latest = {row.route: row for row in rows if members[row.route] is not False}
    mine += [row for row in latest.values() if row.day <= first]
    shown = sorted(mine, key=lambda row: (row.day, rows.index(row)), reverse=True)
    for_all = [row for row in rows if row.route == held.for_all]
    return Comparison(
        source=held.source,
        known_to=known_to,
        rounds=tuple(_compared(row, total, members[row.route], complete=complete) for row in shown),
        lately=tuple(_lately(programme, recent, members)),
        last_for_all=for_all[-1] if for_all else None,
        later=sum(row.day > for_all[-1].day for row in rows) if for_all else 0,
    )


def _member(question: Question, route: str) -> Truth:
    by_key = load_programme(route.rpartition(".")[0]).by_key
    return question.meets(route).truth if route.rpartition(".")[2] in by_key else None


def _compared(row: Round, total: Span, member: Truth, *, complete: bool) -> Compared:
    tie = total.exact and total.lo == row.cutoff
    met: Truth = None
    if complete and member:
        met = True if total.lo > row.cutoff else False if total.hi < row.cutoff else None
    return Compared(row, met, tie)


def _lately(programme: str, recent: list[Round], members: dict[str, Truth]) -> list[Lately]:
    by_key = load_programme(programme).by_key
    found = []
    for route in dict.fromkeys(row.route for row in recent):
        rows = [row for row in recent if row.route == route]
        title = by_key[route].title if route in by_key else rows[-1].label
        cutoffs = tuple(sorted(row.cutoff for row in rows))
        invited = sum(row.invitations for row in rows)
        found.append(Lately(route, title, members[route], cutoffs, invited, rows[-1].day))
    return sorted(found, key=lambda each: (each.member is not True, each.member is False, each.route))
