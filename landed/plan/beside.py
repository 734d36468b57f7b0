"""What stands beside an option: what it gives the family, its points, and what happens if the job ends.

Plain frozen data, like the rest of `landed.plan.model`, which offers these names too.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from landed.expr import Party, Seen
from landed.expr.values import Truth
from landed.plan.dated_step import Citation, Fee, Total

FamilyOutcome = Literal["open", "undetermined", "closed", "not_in_force"]


@dataclass(frozen=True, slots=True)
class Filing:
    """One paper that a member of the family files, or an appointment that costs something."""

    what: str
    filed_with: str
    fees: tuple[Fee, ...]


@dataclass(frozen=True, slots=True)
class FamilyAnswer:
    """What one route of the family gives one person, once the steps of some options have happened."""

    person: str
    """Whom it is for: the spouse or partner, or which child."""
    ways: tuple[str, ...]
    """The ids of the options it follows from; empty where it follows from none of them, as a child's age does."""
    route: str
    title: str
    country: str
    """The country whose law this is: an age or a status of one country says nothing of another."""
    outcome: FamilyOutcome
    because: str
    """In words, what decides: the clauses that fail or are open, or that the law has ended."""
    clauses: tuple[str, ...]
    """The keys of the clauses that fail or are open, with their route."""
    questions: tuple[str, ...]
    """What is asked of a person, where that is still open."""
    on: dt.date
    """The day asked about: that on which the first of the permits would be held."""
    until: dt.date | None
    """For a clock, its last day."""
    filed_by: str
    """Who files: the person, or the worker for a child. Empty where nothing is filed."""
    filings: tuple[Filing, ...]
    totals: tuple[Total, ...]
    cites: tuple[Citation, ...]
    confidence: Seen
    stale_since: dt.date | None


@dataclass(frozen=True, slots=True)
class RecentRounds:
    """The lowest scores invited in one sort of round in the twelve months before the day asked."""

    title: str
    member: Truth
    """Whether the worker would be among those invited from; None where that is open."""
    count: int
    lowest: int
    median: float
    highest: int
    last: dt.date


@dataclass(frozen=True, slots=True)
class Standing:
    """The score as bounds, and the rounds in which it would count."""

    lowest: int
    highest: int
    rounds: tuple[RecentRounds, ...]
    """Only those that the worker is, or may be, in."""

    @property
    def text(self) -> str:
        """The score in words."""
        return f"{self.lowest:,}" if self.lowest == self.highest else f"{self.lowest:,} to {self.highest:,}"


@dataclass(frozen=True, slots=True)
class OptionPoints:
    """A scored selection that an option goes through. To be eligible is not to be invited."""

    system: str
    """Its short name, as in `landed points crs`."""
    title: str
    maximum: int
    today: Standing
    """As things stand, without a nomination unless the case states one."""
    nominated: Standing | None
    """With the nomination that `nominated_by` would produce; None where none is planned or it changes nothing."""
    nominated_by: tuple[str, ...]
    """The approvals of this plan that produce a nomination."""
    rounds_known_to: dt.date | None
    """The last day up to which every round is known; None where no rounds are held here."""
    complete: bool
    """Whether all the law of the score is written here; without it nothing is compared."""
    not_encoded: tuple[str, ...]
    missing: tuple[str, ...]
    """The fields of the case that would narrow it."""
    statement: str
    """That eligibility is no invitation, and when the last round for everyone was held."""
    confidence: Seen
    stale_since: dt.date | None
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ContingencyPart:
    """One rule that helps when the event comes: a clock that then runs, or an exemption."""

    route: str
    title: str
    country: str
    text: str
    asks: tuple[str, ...]
    """The sentences of its requirements."""
    cites: tuple[Citation, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Contingency:
    """What happens to an option when something goes wrong: without odds, from the law that is written here."""

    event: str
    who: Party
    """Whom it strikes."""
    text: str
    parts: tuple[ContingencyPart, ...]
