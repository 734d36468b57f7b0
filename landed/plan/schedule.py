"""The step graph: from a start day to the days of every step, and back from a deadline to the latest safe start.

A `Node` is a step reduced to what time needs: what comes before it, and how long it takes. A length of unknown size
makes its own end, and all that waits for it, unknown (None), and nothing else.

Starting later never ends anything earlier: lengths are only ever added to days, and each way of adding keeps the
order of days. So the latest safe start is found by halving, and a test holds it against trying every day.

>>> import datetime as dt
>>> ten, week = Length(10, "business days", "CA"), Length(1, "weeks")
>>> nodes = (Node("file", (), (week,), (week,)), Node("decide", ("file",), (ten,), (ten,)))
>>> run(nodes, dt.date(2026, 11, 23), "standard")["decide"].end.isoformat()
'2026-12-14'
>>> latest_start(nodes, ("decide",), dt.date(2026, 12, 31), dt.date(2026, 11, 23), "standard").isoformat()
'2026-12-08'
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from landed.expr import civil
from landed.plan.calendars import after_business_days

Fortune = Literal["standard", "slowest"]
"""Whether every step meets its standard, or takes the slowest time published for it."""
FORTUNES: tuple[Fortune, ...] = ("standard", "slowest")


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes: a count of a unit of time, on a calendar where business days are counted.

    A wait for a day of the calendar (the first filing day, a window that opens) ends on that day, `until`, whenever it
    begins: begun on the day or after, it is no wait.
    """

    count: int | None
    """None where it is not known."""
    unit: str = "days"
    calendar: str = ""
    until: dt.date | None = None

    def from_day(self, day: dt.date) -> dt.date | None:
        """Return the day on which it is over, counted from the day after `day`."""
        if self.until is not None:
            return max(day, self.until)
        if self.count is None:
            return None
        try:
            match self.unit:
                case "business days":
                    return after_business_days(day, self.count, self.calendar)
                case "weeks":
                    return day + dt.timedelta(weeks=self.count)
                case "months":
                    return civil.add_months(day, self.count)
                case "years":
                    return civil.add_years(day, self.count)
                case _:
                    return day + dt.timedelta(days=self.count)
        except (OverflowError, ValueError):  # beyond the last day of the calendar
            return None


@dataclass(frozen=True, slots=True)
class Node:
    """A step in time. Where several lengths stand, it is not known which holds, and the longest counts."""

    id: str
    before: tuple[str, ...]
    standard: tuple[Length, ...] = ()
    slowest: tuple[Length, ...] = ()

    def lengths(self, fortune: Fortune) -> tuple[Length, ...]:
        """Return its lengths under one fortune."""
        return self.standard if fortune == "standard" else self.slowest


@dataclass(frozen=True, slots=True)
class Days:
    """When a step begins and ends; None where that cannot be known."""

    start: dt.date | None
    end: dt.date | None


def run(nodes: Iterable[Node], start: dt.date, fortune: Fortune) -> dict[str, Days]:
    """Put every step on its days; `nodes` come in any order and form no circle."""
    left = {node.id: node for node in nodes}
    found: dict[str, Days] = {}
    while left:
        ready = [node for node in left.values() if not any(before in left for before in node.before)]
        if not ready:
            raise ValueError(f"the steps {', '.join(sorted(left))} wait for one another")
        for node in ready:
            found[node.id] = _days(node, start, fortune, found)
            del left[node.id]
    return found


def _days(node: Node, start: dt.date, fortune: Fortune, found: Mapping[str, Days]) -> Days:
    day: dt.date | None = start
    for before in node.before:
        end = found[before].end
        day = None if day is None or end is None else max(day, end)
    if day is None:
        return Days(None, None)
    return Days(day, _latest([length.from_day(day) for length in node.lengths(fortune)] or [day]))


def _latest(days: list[dt.date | None]) -> dt.date | None:
    """Return the latest day, None where one is not known."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def first_end(days: Mapping[str, Days], goals: Iterable[str]) -> dt.date | None:
    """Return the day on which the first of some steps ends, None where none is known to."""
    ends = [days[goal].end for goal in goals if goal in days]
    return min((end for end in ends if end is not None), default=None)


def missed(days: Mapping[str, Days], last: Mapping[str, dt.date]) -> tuple[str, ...]:
    """Return the steps that begin after the last day on which they are taken; an unknown day is not said to be late."""
    return tuple(
        step
        for step, day in last.items()
        if step in days and (start := days[step].start) is not None and start > day
    )


def latest_start(
    nodes: tuple[Node, ...],
    goals: tuple[str, ...],
    deadline: dt.date,
    earliest: dt.date,
    fortune: Fortune,
    last: Mapping[str, dt.date] | None = None,
) -> dt.date | None:
    """Return the last start day from `earliest` on for which a goal ends by the deadline; None where there is none.

    `last` names the last day on which a step may begin, for steps that are then no longer taken.
    """

    def in_time(day: dt.date) -> bool:
        days = run(nodes, day, fortune)
        end = first_end(days, goals)
        return end is not None and end <= deadline and not missed(days, last or {})

    if earliest > deadline or not in_time(earliest):
        return None
    safe, late = earliest, deadline + dt.timedelta(days=1)
    while (late - safe).days > 1:
        middle = safe + (late - safe) // 2
        if in_time(middle):
            safe = middle
        else:
            late = middle
    return safe
