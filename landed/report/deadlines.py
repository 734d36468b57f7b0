"""What runs out when, each with its rule: a section of the plan, and an answer of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.text import Text

from landed.report import words
from landed.report.console import indented, known, narrow, show, text
from landed.report.steps import References

if TYPE_CHECKING:
    from landed.plan.model import Citation, Deadline


def print_deadlines(
    deadlines: Iterable[Deadline], binding: str, top: Iterable[tuple[str, str]], console: Console
) -> None:
    """Print deadlines by themselves, each source written out; `binding` is the id of the one that counts."""
    found = words.worded(tuple(deadlines))
    parts: list[RenderableType] = [text((f"{name}: ", "bold magenta"), what) for name, what in top]
    if not found:
        parts.append(text("Nothing in this case is known to run out."))
    show(console, [*parts, Text(""), *deadline_parts(found, console, _written_out, binding)])
    console.print("Information, not legal advice.")


def deadline_parts(
    deadlines: Iterable[Deadline], console: Console, references: References, binding: str = ""
) -> Iterator[RenderableType]:
    """Yield what runs out, in the order of the days, with the days left and the rule of each."""
    for deadline in deadlines:
        yield _one(deadline, console, references, counts=bool(binding) and deadline.id == binding)


def deadlines_in_short(deadlines: Iterable[Deadline], binding: str = "") -> Iterator[RenderableType]:
    """Yield what runs out, a line or two each: the day, what, and what ends with it."""
    for deadline in deadlines:
        left = f", {words.days_left(deadline.days_left)}" if deadline.days_left is not None else ""
        counts = ("  the day that counts", "bold red") if binding and deadline.id == binding else ""
        head = text((words.deadline_day(deadline), "bold"), f"{left}: ", (deadline.title, "bold"), counts)
        uncertain = [text(("To be known first: ", "bold"), each) for each in deadline.uncertain_because]
        may = " The authority may shorten it." if deadline.discretionary else ""
        yield Group(head, indented(Group(text(f"{words.ends(deadline)}{may}"), *uncertain)))


def _one(deadline: Deadline, console: Console, references: References, *, counts: bool) -> RenderableType:
    left = words.days_left(deadline.days_left) if deadline.days_left is not None else ""
    when = text((words.deadline_day(deadline), "bold"))
    title = text(
        (deadline.title, "bold"), f" ({words.country(deadline.country)})" if deadline.country else ""
    )
    if counts:
        title.append("  the day that counts", "bold red")
    lines = [text(f"{words.ends(deadline)} {deadline.rule} ", known(deadline.seen), " ",
                  (references(deadline.cites), "dim"))]  # fmt: skip
    if deadline.after:
        lines.append(text(("From the next day on: ", "dim"), deadline.after))
    if deadline.discretionary:
        lines.append(text("The authority may shorten it."))
    lines += [text(("To be known first: ", "bold"), each) for each in deadline.uncertain_because]
    if deadline.stale_since:
        lines.append(text((words.stale(deadline.stale_since), "magenta")))
    head: list[RenderableType] = []
    if narrow(console):
        head = [title, text(when, f", {left}" if left else "")]
    else:
        head = [text(when, f", {left}: " if left else ": ", title)]
    return Group(*head, indented(Group(*lines)), Text(""))


def _written_out(citations: Iterable[Citation]) -> str:
    return "; ".join(f"{each.title}{', ' + each.pinpoint if each.pinpoint else ''}" for each in citations)
