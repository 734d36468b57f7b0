"""The calendar of an option as columns: where each step, each deadline and each month falls.

A report draws it as a grid of equal columns. One column is a day, or a few days where the plan is long, so that
there are never more than a few hundred.

>>> Scale(dt.date(2026, 11, 22), dt.date(2027, 4, 30)).column(dt.date(2026, 11, 23))
2
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from landed.days import month, short_day
from landed.plan.model import Deadline, Option, Plan, StepOnCalendar

_MOST_COLUMNS = 240
_AIR = 14
"""How many days are left free after the last step."""
_FAR, _FAR_AND_BINDING = 0.4, 2
"""A deadline later than the last step by this many times the length of the steps is named, and not drawn."""
_CLOSE = 0.05
"""Marks closer than this part of the width stand below each other."""
_LEAST_LABEL = 0.075
"""A month narrower than this part of the width has no label."""
_DAYS_OF_QUARTERS, _DAYS_OF_YEARS = 270, 1000


@dataclass(frozen=True, slots=True)
class Scale:
    """Days as columns, from 1."""

    first: dt.date
    last: dt.date

    @property
    def days_each(self) -> int:
        """How many days one column stands for."""
        return (self.last - self.first).days // _MOST_COLUMNS + 1

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return (self.last - self.first).days // self.days_each + 1

    def column(self, day: dt.date) -> int:
        """Return the column in which a day falls; days outside fall in the first or the last."""
        return max(1, min(self.columns, (day - self.first).days // self.days_each + 1))


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of columns: `start` is the first, `end` the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One step, with a bar on each of the two calendars where its days are known."""

    step: StepOnCalendar
    standard: Bar | None
    slowest: Bar | None


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a month, a quarter or a year, up to the next."""

    text: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on which something runs out, under a letter."""

    letter: str
    column: int
    line: int
    """On which line of the head it stands: 1, or 2 where it would touch the one before."""
    day: dt.date
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The calendar of one option."""

    scale: Scale
    today: int
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]
    beyond: tuple[Deadline, ...]
    """Deadlines after the last column."""


def timeline(plan: Plan, option: Option) -> Timeline | None:
    """Lay the steps of an option on a calendar; None where no step has a day."""
    days = [day for step in option.steps for day in _days_of(step)]
    if not days:
        return None
    first, last = min([plan.on, *days]), max(days)
    drawn = [each for each in plan.deadlines if each.day and each.day >= first and each.ends != "other"]
    near = [each for each in drawn if each.day and each.day <= last + _reach(plan, each, last - first)]
    last = max([last, *(each.day for each in near if each.day)])
    near = [each for each in drawn if each.day and each.day <= last]
    scale = Scale(first, last + dt.timedelta(days=_AIR))
    rows = tuple(Row(step, *_bars(scale, step)) for step in option.steps)
    beyond = tuple(each for each in drawn if each not in near)
    return Timeline(scale, scale.column(plan.on), _ticks(scale), rows, _marks(scale, near), beyond)


def _reach(plan: Plan, deadline: Deadline, length: dt.timedelta) -> dt.timedelta:
    binding = plan.binding is not None and plan.binding.deadline.id == deadline.id
    return max(dt.timedelta(days=30), (_FAR_AND_BINDING if binding else _FAR) * length)


def _days_of(step: StepOnCalendar) -> list[dt.date]:
    both = (step.starts, step.ends)
    days = [days.if_every_standard_is_met for days in both] + [days.at_the_slowest_published for days in both]
    return [day for day in days if day is not None]


def _bars(scale: Scale, step: StepOnCalendar) -> tuple[Bar | None, Bar | None]:
    return (
        _bar(scale, step.starts.if_every_standard_is_met, step.ends.if_every_standard_is_met),
        _bar(scale, step.starts.at_the_slowest_published, step.ends.at_the_slowest_published),
    )


def _bar(scale: Scale, first: dt.date | None, last: dt.date | None) -> Bar | None:
    if first is None or last is None:
        return None
    return Bar(scale.column(first), scale.column(last) + 1)


def _ticks(scale: Scale) -> tuple[Tick, ...]:
    length = (scale.last - scale.first).days
    every = 1 if length <= _DAYS_OF_QUARTERS else 3 if length <= _DAYS_OF_YEARS else 12
    starts = [scale.first]
    day = scale.first.replace(day=1)
    while (day := _next_month(day)) <= scale.last:
        if (day.month - 1) % every == 0:
            starts.append(day)
    ends = [scale.column(start) for start in starts[1:]] + [scale.columns + 1]
    bars = [Bar(scale.column(start), end) for start, end in zip(starts, ends, strict=True)]
    wide = _LEAST_LABEL * scale.columns
    return tuple(
        Tick(_tick_text(start, every) if bar.end - bar.start >= wide else "", bar)
        for start, bar in zip(starts, bars, strict=True)
    )


def _tick_text(start: dt.date, every: int) -> str:
    """Name a month; January, and each tick of a long calendar, by its year."""
    return str(start.year) if start.month == 1 or every == 12 else month(start)  # noqa: PLR2004 - months


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1)


def _marks(scale: Scale, deadlines: list[Deadline]) -> tuple[Mark, ...]:
    by_day: dict[dt.date, list[Deadline]] = {}
    for each in deadlines:
        if each.day is not None:
            by_day.setdefault(each.day, []).append(each)
    marks: list[Mark] = []
    for place, day in enumerate(sorted(by_day)):
        column = scale.column(day)
        close = bool(marks) and marks[-1].line == 1 and column - marks[-1].column < _CLOSE * scale.columns
        marks.append(Mark(chr(ord("A") + place % 26), column, 2 if close else 1, day, tuple(by_day[day])))
    return tuple(marks)


def mark_text(mark: Mark) -> str:
    """Say what runs out at a mark."""
    return f"{short_day(mark.day)}: {'; '.join(each.title for each in mark.deadlines)}"
