"""A finished plan: plain frozen data, complete in itself, which a report only has to lay out.

Nothing here points back at the law or the case: sources, units, and calendars are written out, so that a plan can be
printed, stored, or sent. Days are civil dates. Money is integer cents of the currency named beside it. Where a day
or an amount cannot be known, it is None and a `reason` or `note` stands beside it; nothing is ever left out silently.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from landed.expr import Party, Seen
from landed.plan.beside import (
    Contingency,
    ContingencyPart,
    FamilyAnswer,
    Filing,
    OptionPoints,
    RecentRounds,
    Standing,
)
from landed.plan.dated_step import Citation, DurationText, Fee, StepOnCalendar, Total, TwoDays, Unlocks, money

__all__ = [
    "Binding", "Citation", "ClosedWay", "Contingency", "ContingencyPart", "Deadline", "DurationText", "FamilyAnswer",
    "FamilyNote", "Fee", "Filing", "LatestSafeStart", "LawInfo", "NotEncodedHere", "OpenOrNot", "Option", "OptionPoints",
    "Part", "Plan", "RecentRounds", "ReservationNote", "Standing", "StepOnCalendar", "Task", "Total", "TwoDays", "Unlocks",
    "WatchItem", "WouldOpen", "money",
]  # fmt: skip

OpenOrNot = Literal["open", "undetermined"]


@dataclass(frozen=True, slots=True)
class LatestSafeStart:
    """The last day on which starting still gives lawful work on or before `deadline_day`.

    A day is None where no start day is safe, or where it cannot be computed; `reason` then says which, in words.
    """

    days: TwoDays
    deadline: str
    """The id of the deadline, empty where none is known."""
    deadline_day: dt.date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One route that an option uses: an approval to obtain first, a service that shortens it, or the way itself."""

    route: str
    title: str
    kind: str
    """The kind of route: approval, service, exemption, permit, residence."""
    outcome: OpenOrNot
    confidence: Seen
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class WouldOpen:
    """What would settle a question that is still open: who, what, and which facts of the case answer it."""

    by: str
    text: str
    clause: str
    """Route and clause: `canada.global_talent_stream.category_b/wage_floor`."""
    facts: tuple[str, ...]
    questions: tuple[str, ...] = ()
    """The same facts as questions to a person."""
    judged: bool = False
    """Whether an officer decides it, not the parties."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go on working, with everything it needs, on a calendar."""

    route: str
    title: str
    title_fr: str
    country: str
    """ISO 3166-1 alpha-2."""
    grants: str
    via: tuple[Part, ...]
    """The approvals and services it goes through, in order, without the way itself."""
    outcome: OpenOrNot
    would_open: tuple[WouldOpen, ...]
    """For an undetermined option: everything that must still turn out well."""
    confidence: Seen
    stale_since: dt.date | None
    steps: tuple[StepOnCalendar, ...]
    """In the order in which they begin; empty where no procedure is encoded here."""
    start: dt.date
    finish: TwoDays
    """The day on which the last step ends."""
    first_work: TwoDays
    """The first day of lawful work (or of residence, for a way that gives residence)."""
    latest_safe_start: LatestSafeStart
    totals: tuple[Total, ...]
    cites: tuple[Citation, ...]
    reservations: tuple[str, ...]
    """What this way reserves beside what holds for the country."""
    warnings: tuple[str, ...] = ()
    """What changes on the way: an intake that closes before the filing day, a law last seen long ago."""
    reason: str = ""
    """Why a day is missing, where one is."""
    recommended: bool = False
    why: str = ""
    """Why it is recommended, or why it comes after the others."""
    needs_invitation: bool = False
    """Whether being open only lets one enter a pool, out of which somebody must then invite, or a draw."""
    leaves_job: bool = False
    """Whether it means leaving a job that the worker wants to keep."""
    shut: str = ""
    """What takes nothing more by the day on which it would be filed, begun on the day asked."""
    points: tuple[OptionPoints, ...] = ()
    """The scored selections it goes through."""
    contingency: Contingency | None = None
    """For a way that hangs on one employer: what holds if that job ends."""

    @property
    def id(self) -> str:
        """The way and what it goes through, as one id."""
        return "+".join([self.route, *(part.route for part in self.via)])

    @property
    def by_draw(self) -> bool:
        """Whether it goes through a draw, or another selection, that nobody is owed."""
        return any(part.kind == "selection" for part in self.via)

    @property
    def full_title(self) -> str:
        """The way and the approvals it goes through, in words."""
        through = [part.title for part in self.via if part.kind == "approval"]
        return f"{self.title}, by {' and '.join(through)}" if through else self.title


@dataclass(frozen=True, slots=True)
class ClosedWay:
    """A way that is closed today: briefly why, and what could change it."""

    route: str
    title: str
    country: str
    because: str
    """In words: the clauses that fail, or "the intake is full"."""
    clauses: tuple[str, ...]
    """The sentences of the clauses that are not met."""
    could_change: str
    next_day: dt.date | None
    employer_only: bool
    """Whether it is closed only because the employer is not willing."""
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which something runs out. `day` is None where only bounds are known."""

    id: str
    title: str
    country: str
    day: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    rule: str
    """The rule in words."""
    after: str
    """What is so from the next day on."""
    cites: tuple[Citation, ...]
    seen: Seen
    discretionary: bool
    """Whether an authority may shorten it: then it is "up to" the day."""
    days_left: int | None
    """Days from the asked day to the day; where only bounds are known, to the earliest, else to the latest."""
    ends: Literal["work", "stay", "other"]
    """What ends: the right to work, the right to stay, or something else (a visa stamp, a passport)."""
    uncertain_because: tuple[str, ...] = ()
    """What must be known for the day to be exact or the rule to apply."""
    stale_since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """The deadline that the plan is measured against, and why that one."""

    deadline: Deadline
    day: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    who: Party
    what: str
    why: str
    by_when: dt.date | None
    """The day by which it should be done; None where no day presses."""
    serves: tuple[str, ...] = ()
    """The titles of the options it serves."""
    step: str = ""
    """The id of the step, where it is one."""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class WatchItem:
    """A route that is announced and not in force: the plan never depends on it."""

    route: str
    title: str
    country: str
    next_day: dt.date | None
    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class FamilyNote:
    """What the plan means for one member of the family."""

    who: str
    text: str
    routes: tuple[NotEncodedHere, ...]
    """Routes that concern this person and are not asked, or not wholly written, here."""
    answers: tuple[FamilyAnswer, ...] = ()
    """What the recommended and the open options give this person."""


@dataclass(frozen=True, slots=True)
class NotEncodedHere:
    """A programme that exists and is not (or not wholly) written here: its silence is not a "no"."""

    id: str
    title: str
    country: str
    state: str
    """How far it is written: `not yet`, `in part`, `encoded`."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReservationNote:
    """A condition that holds for everyone, printed with every plan."""

    country: str
    text: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LawInfo:
    """Which law the plan stands on."""

    version: str
    """The version of landed."""
    known_to: str | None
    """The latest day on which a source behind the plan was captured."""
    known_on: dt.date | None
    """Where the plan answers with what had been published by a day: that day."""
    overlay: str | None
    """The reform laid over the law, in words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole backup plan of one case."""

    case: str
    """The worker's name, or the file of the case, or an empty text."""
    on: dt.date
    law: LawInfo
    what_if: tuple[str, ...]
    """What was supposed for this plan beside the case: `worker.us_status.last_day_worked = 2026-11-20`."""
    headline: str
    summary: tuple[str, ...]
    """A few sentences below the headline, the most important first."""
    binding: Binding | None
    options: tuple[Option, ...]
    closed: tuple[ClosedWay, ...]
    deadlines: tuple[Deadline, ...]
    this_week: tuple[Task, ...]
    no_regret: tuple[Task, ...]
    watch: tuple[WatchItem, ...]
    family: tuple[FamilyNote, ...]
    employer_duties: tuple[StepOnCalendar, ...]
    """What the employer owes when the job ends, where that procedure is encoded."""
    not_encoded_here: tuple[NotEncodedHere, ...]
    reservations: tuple[ReservationNote, ...]
    warnings: tuple[str, ...]
    """Stale or unverified law, a day in the future, a reform: what a reader must know first."""
    notes: tuple[str, ...]
    """What was assumed of the case."""
    meanwhile: tuple[StepOnCalendar, ...] = ()
    """What to do while a clock runs, such as a grace period, whatever way is chosen."""
    disclaimer: str = "Information, not legal advice."

    @property
    def best(self) -> Option | None:
        """The recommended option."""
        return next((option for option in self.options if option.recommended), None)

    @property
    def open_options(self) -> tuple[Option, ...]:
        """The options that nothing is missing for."""
        return tuple(option for option in self.options if option.outcome == "open")
