"""One step on the calendar: its days, its fees, its papers, and how well each is known.

**Two days.** Published service standards hold for most files (80 % in Canada), never for all. So every day that
depends on an office is given twice, and never with a percentage: as it falls `if_every_standard_is_met`, and as it
falls `at_the_slowest_published` of each step.

>>> import datetime as dt
>>> TwoDays(dt.date(2027, 1, 8), dt.date(2027, 1, 15)).both
True
>>> Total("employer", "CAD", 123_000, 123_000).text
'CAD 1,230'
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from landed.expr import Party, Seen

Unlocks = Literal["work", "travel", "residence"]


def money(currency: str, lowest: int | None, highest: int | None) -> str:
    """Say an amount of cents: CAD 1,000; CAD 0 to 1,000; at least CAD 500; not encoded here."""
    if lowest is None:
        return "not encoded here"
    if highest is None:
        return f"at least {currency} {_digits(lowest)}"
    if lowest == highest:
        return f"{currency} {_digits(lowest)}"
    return f"{currency} {_digits(lowest)} to {_digits(highest)}"


def _digits(cents: int) -> str:
    return f"{cents // 100:,}" if cents % 100 == 0 else f"{cents / 100:,.2f}"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source, with the source written out."""

    title: str
    href: str
    pinpoint: str
    seen: Seen
    checked: str
    """The day on which the source was last looked at, as text; empty where nobody says."""
    captured: str = ""
    """The day of the copy that was read."""


@dataclass(frozen=True, slots=True)
class TwoDays:
    """One event on two calendars of fortune; None where the day cannot be known (a `reason` says why)."""

    if_every_standard_is_met: dt.date | None
    at_the_slowest_published: dt.date | None

    @property
    def both(self) -> bool:
        """Whether both days are known."""
        return self.if_every_standard_is_met is not None and self.at_the_slowest_published is not None


@dataclass(frozen=True, slots=True)
class Fee:
    """What a step costs. `lowest` and `highest` are cents; both None where the amount is not encoded here."""

    title: str
    currency: str
    lowest: int | None
    highest: int | None
    payer: Party
    recoverable: bool | None
    """Whether the payer may take it back from the other party; None where the law does not say here."""
    seen: Seen
    sources: tuple[Citation, ...]
    planning: bool = False
    """Whether it is a planning figure of this project, not law."""
    note: str = ""

    @property
    def text(self) -> str:
        """The amount in words."""
        return money(self.currency, self.lowest, self.highest)


@dataclass(frozen=True, slots=True)
class Total:
    """What one payer pays in one currency; `highest` is None where a part of it is not known."""

    payer: Party
    currency: str
    lowest: int
    highest: int | None
    not_known: tuple[str, ...] = ()
    """The fees whose amount is not encoded here."""

    @property
    def text(self) -> str:
        """The amount in words."""
        return money(self.currency, self.lowest, self.highest)


@dataclass(frozen=True, slots=True)
class DurationText:
    """How long a step takes, in words, and from where that is known."""

    standard: str
    """As the law or the office says: "10 business days"; "the same day" where the step takes none."""
    slowest: str
    """The slowest published; the standard's own text where `slowest_is_standard`."""
    slowest_is_standard: bool
    """Whether no slower figure is published, so that the standard counts in both."""
    calendar: str
    """The code: CA, CA-BC, US; empty where calendar days are counted."""
    calendar_name: str
    """The calendar in words: which holidays are left out of the count."""
    seen: Seen
    planning: bool
    """Whether it is a planning figure of this project, published by nobody."""
    sources: tuple[Citation, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepOnCalendar:
    """One step of an option, on its days."""

    id: str
    """Route and step: `canada.global_talent_stream.category_b/file_lmia`."""
    route: str
    route_title: str
    title: str
    actor: Party
    signs: Party | None
    filed_with: str
    place: str
    documents: tuple[str, ...]
    gives: tuple[str, ...]
    fees: tuple[Fee, ...]
    starts: TwoDays
    ends: TwoDays
    duration: DurationText
    after: tuple[str, ...]
    """The ids of the steps of this option that come directly before."""
    unlocks: tuple[Unlocks, ...]
    no_regret: bool
    only_if: str
    """Where it is not known whether the step is needed: the questions that decide it; empty where it is needed."""
    cites: tuple[Citation, ...]
    note: str = ""
    taken_until: dt.date | None = None
    """The last day on which it is taken, where that is known: a window that closes, a program that ends."""
    begin_by: dt.date | None = None
    """The day by which to begin it: begun on the latest safe start it would be, and while it is taken."""
