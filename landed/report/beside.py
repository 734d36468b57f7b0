"""What stands beside an option on a terminal: the family, the points, and what holds if the job ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType

from landed.days import day_text
from landed.report import saying, words
from landed.report.console import OUTCOME_STYLES, bullet, indented, known, text
from landed.report.steps import References

if TYPE_CHECKING:
    from landed.plan.model import (
        Contingency,
        FamilyAnswer,
        FamilyNote,
        OptionPoints,
        Plan,
        RecentRounds,
        Standing,
    )


def family_parts(plan: Plan, references: References) -> Iterator[RenderableType]:
    """Yield each member of the family with what the ways give, and what is not encoded here."""
    for note in plan.family:
        lines: list[RenderableType] = [text((f"{words.capital(note.who)}: ", "bold"), note.text)]
        for person, answers in groupby(note.answers, lambda each: each.person):
            if person != note.who:
                lines.append(text((words.capital(person), "bold")))
            lines += [indented(_answer(each, note, plan, references)) for each in answers]
        lines += _see(note)
        yield bullet(Group(*lines))


def _see(note: FamilyNote) -> Iterator[RenderableType]:
    see = "; ".join(f"{route.title} ({words.encoded(route.state)})" for route in note.routes)
    if see:
        yield text(("not, or not wholly, answered here: ", "dim"), see)


def _answer(each: FamilyAnswer, note: FamilyNote, plan: Plan, references: References) -> RenderableType:
    cites = (f" {references(each.cites)}", "dim")
    if not each.ways:
        rule = saying.rule_of_age(each, note.answers)
        return text((saying.counted(each), "bold"), ": ", rule, cites)
    said = (words.outcome(each.outcome), OUTCOME_STYLES[each.outcome])
    title = text(f"{saying.with_ways(each, plan)}, ", said, ": ", (each.title, "bold"), ". ")
    if not saying.is_nearest(each, note.answers):
        return text(title, saying.because(each), cites)
    lines = [text(title, known(each.confidence), cites)]
    if each.because:
        lines.append(text(saying.because(each)))
    lines += [text((f"asks: {question}", "dim")) for question in each.questions]
    lines.append(text((f"asked for {day_text(each.on)}, when the worker's permit would be held", "dim")))
    if each.filings:
        lines.append(text((f"to file, by {each.filed_by}: ", "dim"), saying.to_file(each)))
    return Group(*lines)


def points_parts(points: OptionPoints, references: References) -> Iterator[RenderableType]:
    """Yield a score with what was enough lately, with and without a nomination."""
    yield text(
        (f"{points.title}: ", "bold"),
        *_standing(points.today, points.maximum),
        (f" {references(points.cites)}", "dim"),
    )
    yield from (indented(line) for line in _rounds(points, points.today))
    if points.nominated is not None:
        yield text(
            (f"{saying.with_nomination(points)}: ", "bold"), *_standing(points.nominated, points.maximum)
        )
        yield from (indented(line) for line in _rounds(points, points.nominated))
    for gap in saying.score_gaps(points):
        yield text(gap)
    yield text(points.statement)


def _standing(standing: Standing, maximum: int) -> tuple[tuple[str, str], str]:
    return (standing.text, "bold"), f" of {maximum:,}"


def _rounds(points: OptionPoints, standing: Standing) -> Iterator[RenderableType]:
    if points.rounds_known_to is None:
        return
    if not standing.rounds:
        yield text(saying.NO_ROUND)
    yield from (_round(each) for each in standing.rounds)


def _round(each: RecentRounds) -> RenderableType:
    return text(f"{each.title}: ", (saying.enough(each), "bold"), f" {saying.held(each)}")


def contingency_parts(found: Contingency, references: References) -> Iterator[RenderableType]:
    """Yield what holds when something goes wrong, and the rules that then help."""
    yield text((f"If {found.event}: ", "bold"), found.text)
    for part in found.parts:
        yield bullet(
            text(
                (part.title, "bold"),
                ": ",
                part.text,
                " ",
                known(part.seen),
                (f" {references(part.cites)}", "dim"),
            )
        )
