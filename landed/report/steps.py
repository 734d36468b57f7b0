"""One step of an option on a terminal: who, what, on which days, how long, at whose cost, with which papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.text import Text

from landed.days import short_day
from landed.report import words
from landed.report.console import hanging, known, narrow, plain_table, text

if TYPE_CHECKING:
    import datetime as dt

    from landed.plan.model import Citation, DurationText, Fee, StepOnCalendar, TwoDays

References = Callable[[Iterable["Citation"]], str]


def step_in_full(place: int, step: StepOnCalendar, references: References) -> RenderableType:
    """Return all of a step, its number hanging before it."""
    lines = [
        text(
            (f"{words.party(step.actor)}: ", "bold"),
            step.title,
            (f" {references(step.cites)}", "dim"),
        )
    ]
    if step.only_if:
        lines.append(text(("Whether it is needed depends on: ", "bold"), step.only_if))
    lines += on_both(*words.lasts(step.starts, step.ends))
    lines.append(_duration(step.duration, references))
    lines += [_fee(fee, references) for fee in step.fees]
    lines += [text((f"{name}: ", "dim"), what) for name, what in _details(step)]
    return hanging(Text(f"{place}."), Group(*lines, Text("")), 3)


def steps_in_short(steps: tuple[StepOnCalendar, ...], console: Console) -> RenderableType:
    """Return steps on a line or two each: who, what, and the days on which they are done."""
    if narrow(console):
        return Group(*(
            hanging(Text(f"{place}."), Group(_deed(step), *on_both(*words.lasts(step.starts, step.ends))), 3)
            for place, step in enumerate(steps, 1)
        ))  # fmt: skip
    table = plain_table("", "Step", "Done, standard", "Done, slowest")
    for place, step in enumerate(steps, 1):
        done = (short_day(day) if day else words.NO_DAY for day in both(step.ends))
        table.add_row(f"{place}.", _deed(step), *done)
    return table


def both(days: TwoDays) -> tuple[dt.date | None, dt.date | None]:
    """Return both days, the one if every standard is met first."""
    return days.if_every_standard_is_met, days.at_the_slowest_published


def on_both(standard: str, slowest: str, style: str = "") -> list[Text]:
    """Say a day on both calendars; once where it is the same."""
    if standard == slowest:
        return [text((standard, style))]
    return [
        text((standard, style), (f"  {words.IF_STANDARD.lower()}", "dim")),
        text((slowest, style), (f"  {words.AT_SLOWEST.lower()}", "dim")),
    ]


def _duration(duration: DurationText, references: References) -> Text:
    seen = known("planning figure" if duration.planning else duration.seen)
    note = f" {duration.note}" if duration.note else ""
    return text(
        ("takes: ", "dim"),
        f"{words.takes(duration)} ",
        seen,
        (f" {references(duration.sources)}", "dim"),
        note,
    )


def _fee(fee: Fee, references: References) -> Text:
    seen = known("planning figure" if fee.planning else fee.seen)
    note = f" {fee.note}" if fee.note else ""
    return text(
        ("fee: ", "dim"),
        f"{fee.title}: {fee.text}, {words.who_pays(fee)} ",
        seen,
        (f" {references(fee.sources)}", "dim"),
        note,
    )


def _deed(step: StepOnCalendar) -> Text:
    return text(
        (f"{words.party(step.actor)}: ", "bold"), step.title, (" (if needed)" if step.only_if else "", "dim")
    )


def _details(step: StepOnCalendar) -> Iterator[tuple[str, str]]:
    if step.signs:
        yield "signs", words.party(step.signs).lower()
    if step.filed_with:
        yield "filed with", step.filed_with
    if step.taken_until:
        yield "taken until", short_day(step.taken_until)
    if step.place:
        yield "where", step.place
    if step.documents:
        yield "papers", "; ".join(step.documents)
    if step.gives:
        yield "gives", "; ".join(step.gives)
    if step.unlocks:
        yield "from then on the worker", words.unlocks(step)
    if step.note:
        yield "note", step.note
