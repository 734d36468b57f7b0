"""The plan on a terminal: what to do first, what runs out, then the recommended way step by step.

A terminal is read from the end, in haste: by default it has what one acts on, and says what only the written plan
has (`full` prints all of it). The numbers of sources are those of the written plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.text import Text

from landed.days import day_text
from landed.report import words
from landed.report.beside import family_parts
from landed.report.console import bullet, hanging, heading, known, show, text
from landed.report.deadlines import deadline_parts, deadlines_in_short
from landed.report.options import option_parts
from landed.report.sources import SourceList
from landed.report.steps import step_in_full

if TYPE_CHECKING:
    from landed.plan.model import Citation, Plan, Task


def print_plan(plan: Plan, console: Console, *, full: bool = False) -> None:
    """Print a plan, as wide as the console is: what one acts on, or with `full` everything that is written."""
    show(console, _Pages(words.worded(plan), console, full=full).parts())


_MANY_CLOSED = 6


class _Pages:
    def __init__(self, plan: Plan, console: Console, *, full: bool) -> None:
        self.plan = plan
        self.console = console
        self.full = full
        self.sources = SourceList(plan)

    def parts(self) -> Iterator[RenderableType]:
        yield from self.top()
        yield from self.this_week()
        yield from self.deadlines()
        yield from option_parts(self.plan.options, self.console, self.references, full=self.full)
        yield from self.family()
        yield from self.closed()
        yield from self.around()
        yield from self.beyond()
        if self.full:
            yield from self.cited()
        yield from self.about()

    # --------------------------------------------------------------------------------------- what comes first

    def top(self) -> Iterator[RenderableType]:
        plan = self.plan
        whose = f"Backup plan for {plan.case}" if plan.case else "Backup plan"
        yield text((whose, "bold"), f", asked for {day_text(plan.on)}")
        for name, what in words.standing(plan):
            yield text((f"{name}: ", "bold magenta"), what)
        for head, rest in map(words.folded, plan.warnings):
            yield text(("Note: ", "bold magenta"), head, " see the end." if rest else "")
        yield Text("")
        first, rest = words.headline_parts(plan.headline)
        yield text((first, "bold"))
        for sentence in (rest, *plan.summary) if rest else plan.summary:
            yield text(sentence)
        if plan.binding is not None:
            deadline = plan.binding.deadline
            yield Text("")
            left = (plan.binding.day - plan.on).days
            yield text(
                ("The day that counts: ", "bold"), (day_text(plan.binding.day), "bold"),
                f" ({words.days_left(left)}), {deadline.title}. {plan.binding.why}",
            )  # fmt: skip

    def this_week(self) -> Iterator[RenderableType]:
        if self.plan.this_week:
            yield heading("Do this week")
            yield from map(self.task, self.plan.this_week)
        if self.plan.no_regret:
            yield heading("Worth doing whatever you choose")
            yield text((words.FIRST_NEED, "dim"))
            yield from map(self.task if self.full else self.task_in_short, self.plan.no_regret)

    def task(self, task: Task) -> RenderableType:
        when = words.due(task, self.plan.on)
        urgent = ("  urgent", "bold red") if task.urgent else ""
        what, asks = words.deed(task.what)
        lines = [text((f"{words.party(task.who)} {when}".rstrip(), "bold"), urgent), text(what)]
        lines += [text((more, "dim")) for more in (asks, task.why) if more]
        serves = [f"way {number}" if number else title for number, title in words.served(task, self.plan)]
        if serves:
            lines.append(text((f"for: {', '.join(serves)}", "dim")))
        return hanging(Text("[ ]"), Group(*lines), 3)

    def task_in_short(self, task: Task) -> RenderableType:
        when = words.due(task, self.plan.on)
        what, _ = words.deed(task.what)
        return hanging(
            Text("[ ]"), text((f"{words.party(task.who)} {when}".rstrip(), "bold"), f": {what}"), 3
        )

    # ------------------------------------------------------------------------------------------ what runs out

    def deadlines(self) -> Iterator[RenderableType]:
        if self.plan.deadlines:
            yield heading("What runs out, and when")
            binding = self.plan.binding.deadline.id if self.plan.binding else ""
            if self.full:
                yield from deadline_parts(self.plan.deadlines, self.console, self.references, binding)
            else:
                yield from deadlines_in_short(self.plan.deadlines, binding)

    def references(self, citations: Iterable[Citation]) -> str:
        """Say the numbers of sources as text: [3, s. 203; 4]."""
        found = [
            f"{number}, {pinpoint}" if pinpoint else str(number)
            for number, pinpoint in self.sources.references(citations)
        ]
        return f"[{'; '.join(found)}]" if found else ""

    # -------------------------------------------------------------------------------------- what is not a way

    def family(self) -> Iterator[RenderableType]:
        if self.plan.family:
            yield heading("Your family")
            yield from family_parts(self.plan, self.references)

    def closed(self) -> Iterator[RenderableType]:
        if not self.plan.closed:
            return
        yield heading("Closed today")
        shown = self.plan.closed
        if not self.full and len(shown) > _MANY_CLOSED:
            shown = tuple(way for way in shown if way.employer_only or way.next_day)
            rest = len(self.plan.closed) - len(shown)
            yield text(f"{rest} ways are closed for reasons that the written plan gives one by one.")
        for way in shown:
            lines = [text((way.title, "bold"), f" ({words.country(way.country)}). {way.because}")]
            if way.employer_only:
                lines.append(text(("Only the employer's willingness is missing.", "bold")))
            if way.could_change:
                lines.append(text((f"could change: {way.could_change}", "dim")))
            if way.next_day:
                lines.append(text((f"next: {day_text(way.next_day)}", "dim")))
            yield bullet(Group(*lines))

    def around(self) -> Iterator[RenderableType]:
        plan = self.plan
        if plan.watch:
            yield heading("Announced, and not the law: the plan does not depend on it")
            for item in plan.watch:
                day = f" ({day_text(item.next_day)})" if item.next_day else ""
                yield bullet(
                    text((item.title, "bold"), f"{day}: {item.text} ", (self.references(item.cites), "dim"))
                )
        if plan.employer_duties:
            yield heading("What the employer owes when the job ends")
            for place, step in enumerate(plan.employer_duties, 1):
                yield step_in_full(place, step, self.references)

    def beyond(self) -> Iterator[RenderableType]:
        plan = self.plan
        if plan.reservations:
            yield heading("What holds for everyone")
            for each in plan.reservations:
                yield bullet(
                    text(f"{words.country(each.country)}: {each.text} ", (self.references(each.cites), "dim"))
                )
        if plan.not_encoded_here:
            yield heading("What exists and is not encoded here: silence is not a no")
            grouped: dict[tuple[str, str], list[str]] = {}
            for item in plan.not_encoded_here:
                grouped.setdefault((item.country, item.state), []).append(item.title)
            for (country, state), titles in grouped.items():
                yield bullet(
                    text((f"{words.country(country)}, {words.encoded(state)}: ", "bold"), "; ".join(titles))
                )

    def cited(self) -> Iterator[RenderableType]:
        if len(self.sources):
            yield heading("Sources")
        for source in self.sources:
            checked = (f", looked at {source.checked}" if source.checked else "", "dim")
            lines = [text(source.title, ", ", known(source.seen), checked)]
            if source.href:
                lines.append(text((source.href, "dim")))
            yield hanging(Text(f"{source.number}"), Group(*lines), 3)

    def about(self) -> Iterator[RenderableType]:
        plan = self.plan
        yield heading("About this plan")
        for note in plan.notes:
            yield text(note)
        yield from (text(f"{head} {rest}") for head, rest in map(words.folded, plan.warnings) if rest)
        for code, name in words.calendars(plan).items():
            yield text(f"Calendar {code}: {name}.")
        captured = f", with sources captured up to {plan.law.known_to}" if plan.law.known_to else ""
        yield text(f"landed {plan.law.version}{captured}.")
        if not self.full:
            yield text(
                (
                    f"Numbers in brackets are the {len(self.sources)} sources listed in the written plan.",
                    "dim",
                )
            )
        yield text((plan.disclaimer, "bold"))
