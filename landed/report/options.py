"""The options of a plan on a terminal: all at a glance, then each with its figures, what would open it, and its steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.text import Text

from landed.days import day_text, short_day
from landed.report import words
from landed.report.beside import contingency_parts, points_parts
from landed.report.console import (
    OUTCOME_STYLES,
    bullet,
    hanging,
    heading,
    known,
    labeled,
    narrow,
    plain_table,
    text,
)
from landed.report.steps import References, both, on_both, step_in_full, steps_in_short

if TYPE_CHECKING:
    import datetime as dt

    from landed.plan.model import Contingency, Option, TwoDays

_LEAST_TITLE = 24


def option_parts(
    options: tuple[Option, ...], console: Console, references: References, *, full: bool = False
) -> Iterator[RenderableType]:
    """Yield the section of the options; only the recommended one, or the only one, in every detail.

    Without `full`, of an undetermined way that is not recommended only what would open it.
    """
    yield heading("Ways to go on working")
    if not options:
        yield text("No way is open or could be opened, as far as the programmes written here reach.")
        return
    if len(options) > 1:
        yield _at_a_glance(options, console)
    told: dict[Contingency, int] = {}
    for number, option in enumerate(options, 1):
        if not full and not option.recommended and option.outcome != "open":
            yield from _in_a_word(number, option)
            continue
        yield from _head(number, option, references)
        yield from _would_open(option)
        yield Text("")
        yield labeled(_figures(option), console)
        if option.reason and option.first_work.both:
            yield text(option.reason)
        for points in option.points:
            yield Text("")
            yield from points_parts(points, references)
        yield from _if_the_job_ends(number, option, told, references)
        if option.steps:
            yield Text("")
        if option.recommended or len(options) == 1:
            yield from _in_full(option, references)
        else:
            yield from _in_short(option, console)


_MOST_OPENERS = 3


def _in_a_word(number: int, option: Option) -> Iterator[RenderableType]:
    """Say of a way that could open who would have to do or answer what."""
    yield Text("")
    yield text((f"{number}. {option.full_title}", "bold"), " (", words.country(option.country), ") opens if:")
    for each in option.would_open[:_MOST_OPENERS]:
        yield bullet(text((f"{words.party(each.by)}: ", "bold"), each.text))
    more = len(option.would_open) - _MOST_OPENERS
    if more > 0:
        yield bullet(text((f"and {more} more, with the fields to write, in the written plan", "dim")))


def _if_the_job_ends(
    number: int, option: Option, told: dict[Contingency, int], references: References
) -> Iterator[RenderableType]:
    """Say once what holds if the job ends, and after that where it stands."""
    if option.contingency is None:
        return
    yield Text("")
    first = told.setdefault(option.contingency, number)
    if first == number:
        yield from contingency_parts(option.contingency, references)
    else:
        yield text((f"If {option.contingency.event}: ", "bold"), f"as said with way {first}.")


def _at_a_glance(options: tuple[Option, ...], console: Console) -> RenderableType:
    if narrow(console):
        return Group(*(
            hanging(Text(f"{number}."), Group(text(option.full_title), _badge(option)), 3)
            for number, option in enumerate(options, 1)
        ))  # fmt: skip
    table = plain_table("", "Way", "Answer", "First day", "Start by")
    table.columns[1].min_width = _LEAST_TITLE
    for number, option in enumerate(options, 1):
        first, start = both(option.first_work), both(option.latest_safe_start.days)
        table.add_row(
            str(number), text(option.full_title), Text(option.outcome, OUTCOME_STYLES[option.outcome]), _stacked(first),
            _stacked(start),
        )  # fmt: skip
    return Group(
        table,
        text(("First line of a day: if every standard is met; second: at the slowest published.", "dim")),
    )


def _badge(option: Option) -> Text:
    badge = text((option.outcome, OUTCOME_STYLES[option.outcome]))
    if option.by_draw:
        badge.append(", goes through a draw")
    elif option.needs_invitation:
        badge.append(", an invitation is needed")
    if option.recommended:
        badge.append(", recommended", "bold")
    return badge


def _head(number: int, option: Option, references: References) -> Iterator[RenderableType]:
    yield Text("")
    yield text((f"{number}. {option.full_title}", "bold underline"))
    if option.title_fr:
        yield text((option.title_fr, "italic"))
    yield text(
        _badge(option), f" · {words.country(option.country)} · {option.grants} · known from: ", known(option.confidence), " ",
        (references(option.cites), "dim"),
    )  # fmt: skip
    if option.outcome == "open" and option.confidence == "unverified":
        yield text((f"{words.WEAK}.", "bold magenta"))
    if option.stale_since:
        yield text((words.stale(option.stale_since), "magenta"))
    for warning in option.warnings:
        yield text(("Note: ", "bold magenta"), warning)
    if option.why:
        yield text(option.why)


def _in_full(option: Option, references: References) -> Iterator[RenderableType]:
    for place, step in enumerate(option.steps, 1):
        yield step_in_full(place, step, references)
    if option.reservations:
        yield text(("This way also asks, of everyone:", "dim"))
        yield from (bullet(text(each)) for each in option.reservations)


def _in_short(option: Option, console: Console) -> Iterator[RenderableType]:
    """Give the steps of an option that is not the recommended one, each on a line or two."""
    more = []
    if option.steps:
        yield steps_in_short(option.steps, console)
        more.append("the papers, fees, places and notes of these steps")
    if option.reservations:
        more.append(f"what this way also asks of everyone ({len(option.reservations)})")
    if more:
        yield text((f"In the written plan: {'; '.join(more)}.", "dim"))


def _would_open(option: Option) -> Iterator[RenderableType]:
    if not option.would_open:
        return
    yield Text("")
    yield text(("It opens if:", "bold"))
    for each in option.would_open:
        lines = [text((f"{words.party(each.by)}: ", "bold"), each.text)]
        lines += [text((f"asks: {question}", "dim")) for question in each.questions]
        if each.facts:
            lines.append(text((f"write in the case: {', '.join(each.facts)}", "dim")))
        yield bullet(Group(*lines))


def _figures(option: Option) -> Iterator[tuple[str, RenderableType]]:
    yield words.starts_work(option), _two_days(option.first_work, words.NO_DAY, option.reason)
    safe = option.latest_safe_start
    before = f" to be there by {short_day(safe.deadline_day)}" if safe.deadline_day else ""
    yield f"Start no later than{before}", _two_days(safe.days, words.NO_START, safe.reason)
    for via in option.via:
        seen = f", known from: {via.confidence}" if via.confidence != "official" else ""
        yield (
            "By way of",
            text(
                f"{via.title} ({words.kind(via.kind)}, ",
                (via.outcome, OUTCOME_STYLES.get(via.outcome, "")),
                f"{seen})",
            ),
        )
    for total in option.totals:
        yield f"{words.party(total.payer)} pays", text(words.total_text(total))


def _two_days(days: TwoDays, absent: str, reason: str) -> RenderableType:
    standard, slowest = (day_text(day) if day else absent for day in both(days))
    lines = on_both(standard, slowest, "bold")
    if not days.both and reason:
        lines.append(text(reason))
    return Group(*lines)


def _stacked(days: tuple[dt.date | None, dt.date | None]) -> Text:
    standard, slowest = (short_day(day) if day else "no day" for day in days)
    return Text(f"{standard}\n{slowest}\n")
