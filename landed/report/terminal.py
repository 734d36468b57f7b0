"""The plan on a terminal: what to do first, what runs out, then each option step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.text import Text

from landed.report import words
from landed.report.console import (
    OUTCOME_STYLES, bullet, hanging, heading, known, labeled, narrow, plain_table, show, text,
)  # fmt: skip
from landed.report.deadlines import deadline_parts
from landed.report.sources import SourceList

if TYPE_CHECKING:
    import datetime as dt

    from landed.plan.model import (
        Citation, DurationText, Fee, NotEncodedHere, Option, Plan, StepOnCalendar, Task, TwoDays,
    )  # fmt: skip


_LEAST_TITLE = 24


def print_plan(plan: Plan, console: Console) -> None:
    """Print a plan, as wide as the console is."""
    show(console, _Pages(words.worded(plan), console).parts())


class _Pages:
    def __init__(self, plan: Plan, console: Console) -> None:
        self.plan = plan
        self.console = console
        self.sources = SourceList(plan)

    def parts(self) -> Iterator[RenderableType]:
        yield from self.top()
        yield from self.this_week()
        yield from self.deadlines()
        yield from self.options()
        yield from self.closed()
        yield from self.around()
        yield from self.end()

    # --------------------------------------------------------------------------------------- what comes first

    def top(self) -> Iterator[RenderableType]:
        plan = self.plan
        whose = f"Backup plan for {plan.case}" if plan.case else "Backup plan"
        yield text((whose, "bold"), f", asked for {words.day_text(plan.on)}")
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
                ("The day that counts: ", "bold"), (words.day_text(plan.binding.day), "bold"),
                f" ({words.days_left(left)}), {deadline.title}. {plan.binding.why}",
            )  # fmt: skip

    def this_week(self) -> Iterator[RenderableType]:
        if self.plan.this_week:
            yield heading("Do this week")
            yield from map(self.task, self.plan.this_week)
        if self.plan.no_regret:
            yield heading("Worth doing whatever you choose")
            yield from map(self.task, self.plan.no_regret)

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

    # ------------------------------------------------------------------------------------------ what runs out

    def deadlines(self) -> Iterator[RenderableType]:
        if self.plan.deadlines:
            yield heading("What runs out, and when")
            binding = self.plan.binding.deadline.id if self.plan.binding else ""
            yield from deadline_parts(self.plan.deadlines, self.console, self.references, binding)

    def references(self, citations: Iterable[Citation]) -> str:
        """Say the numbers of sources as text: [3, s. 203; 4]."""
        found = [f"{number}, {pinpoint}" if pinpoint else str(number) for number, pinpoint in self.sources.references(citations)]
        return f"[{'; '.join(found)}]" if found else ""

    # --------------------------------------------------------------------------------------------- the options

    def options(self) -> Iterator[RenderableType]:
        options = self.plan.options
        yield heading("Ways to go on working")
        if not options:
            yield text("No way is open or could be opened, as far as the programmes written here reach.")
            return
        if len(options) > 1:
            yield self.at_a_glance()
        for number, option in enumerate(options, 1):
            yield from self.option(number, option)

    def at_a_glance(self) -> RenderableType:
        if narrow(self.console):
            return Group(*(
                hanging(Text(f"{number}."), Group(text(option.full_title), self.badge(option)), 3)
                for number, option in enumerate(self.plan.options, 1)
            ))  # fmt: skip
        table = plain_table("", "Way", "Answer", "First day", "Start no later than")
        table.columns[1].min_width = _LEAST_TITLE
        for number, option in enumerate(self.plan.options, 1):
            first, start = _both(option.first_work), _both(option.latest_safe_start.days)
            table.add_row(
                str(number), text(option.full_title), Text(option.outcome, OUTCOME_STYLES[option.outcome]), _stacked(first),
                _stacked(start),
            )  # fmt: skip
        return Group(table, text(("First line of a day: if every standard is met; second: at the slowest published.", "dim")))

    def badge(self, option: Option) -> Text:
        badge = text((option.outcome, OUTCOME_STYLES[option.outcome]))
        if option.recommended:
            badge.append(", recommended", "bold")
        return badge

    def option(self, number: int, option: Option) -> Iterator[RenderableType]:
        yield Text("")
        yield text((f"{number}. {option.full_title}", "bold underline"))
        if option.title_fr:
            yield text((option.title_fr, "italic"))
        yield text(
            self.badge(option), f" · {words.country(option.country)} · {option.grants} · known from: ", known(option.confidence), " ",
            (self.references(option.cites), "dim"),
        )  # fmt: skip
        if option.outcome == "open" and option.confidence == "unverified":
            yield text((f"{words.WEAK}.", "bold magenta"))
        if option.stale_since:
            yield text((words.stale(option.stale_since), "magenta"))
        for warning in option.warnings:
            yield text(("Note: ", "bold magenta"), warning)
        if option.why:
            yield text(option.why)
        yield from self.would_open(option)
        yield Text("")
        yield labeled(self.figures(option), self.console)
        if option.reason and option.first_work.both:
            yield text(option.reason)
        if option.steps:
            yield Text("")
        if option.recommended or len(self.plan.options) == 1:
            yield from self.whole(option)
        else:
            yield from self.in_short(option)

    def whole(self, option: Option) -> Iterator[RenderableType]:
        for place, step in enumerate(option.steps, 1):
            yield self.step(place, step)
        if option.reservations:
            yield text(("This way also asks, of everyone:", "dim"))
            yield from (bullet(text(each)) for each in option.reservations)

    def in_short(self, option: Option) -> Iterator[RenderableType]:
        """Give the steps of an option that is not the recommended one, each on a line or two."""
        more = []
        if option.steps:
            yield self.steps_in_short(option.steps)
            more.append("the papers, fees, places and notes of these steps")
        if option.reservations:
            more.append(f"what this way also asks of everyone ({len(option.reservations)})")
        if more:
            yield text((f"In the written plan: {'; '.join(more)}.", "dim"))

    def steps_in_short(self, steps: tuple[StepOnCalendar, ...]) -> RenderableType:
        if narrow(self.console):
            return Group(*(
                hanging(Text(f"{place}."), Group(_deed(step), *_on_both(*words.lasts(step.starts, step.ends))), 3)
                for place, step in enumerate(steps, 1)
            ))  # fmt: skip
        table = plain_table("", "Step", "Done, standard", "Done, slowest")
        for place, step in enumerate(steps, 1):
            done = (words.short_day(day) if day else words.NO_DAY for day in _both(step.ends))
            table.add_row(f"{place}.", _deed(step), *done)
        return table

    def would_open(self, option: Option) -> Iterator[RenderableType]:
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

    def figures(self, option: Option) -> Iterator[tuple[str, RenderableType]]:
        yield words.starts_work(option), self.two_days(option.first_work, words.NO_DAY, option.reason)
        safe = option.latest_safe_start
        before = f" to be there by {words.short_day(safe.deadline_day)}" if safe.deadline_day else ""
        yield f"Start no later than{before}", self.two_days(safe.days, words.NO_START, safe.reason)
        for via in option.via:
            seen = f", known from: {via.confidence}" if via.confidence != "official" else ""
            yield "By way of", text(f"{via.title} ({words.kind(via.kind)}, ", (via.outcome, OUTCOME_STYLES.get(via.outcome, "")), f"{seen})")
        for total in option.totals:
            yield f"{words.party(total.payer)} pays", text(words.total_text(total))

    def two_days(self, days: TwoDays, absent: str, reason: str) -> RenderableType:
        standard, slowest = (words.day_text(day) if day else absent for day in _both(days))
        lines = _on_both(standard, slowest, "bold")
        if not days.both and reason:
            lines.append(text(reason))
        return Group(*lines)

    def step(self, place: int, step: StepOnCalendar) -> RenderableType:
        lines = [text((f"{words.party(step.actor)}: ", "bold"), step.title, (f" {self.references(step.cites)}", "dim"))]
        if step.only_if:
            lines.append(text(("Whether it is needed depends on: ", "bold"), step.only_if))
        lines += _on_both(*words.lasts(step.starts, step.ends))
        lines.append(self.duration(step.duration))
        lines += [self.fee(fee) for fee in step.fees]
        lines += [text((f"{name}: ", "dim"), what) for name, what in _details(step)]
        return hanging(Text(f"{place}."), Group(*lines, Text("")), 3)

    def duration(self, duration: DurationText) -> Text:
        seen = known("planning figure" if duration.planning else duration.seen)
        note = f" {duration.note}" if duration.note else ""
        return text(("takes: ", "dim"), f"{words.takes(duration)} ", seen, (f" {self.references(duration.sources)}", "dim"), note)

    def fee(self, fee: Fee) -> Text:
        seen = known("planning figure" if fee.planning else fee.seen)
        note = f" {fee.note}" if fee.note else ""
        return text(("fee: ", "dim"), f"{fee.title}: {fee.text}, {words.who_pays(fee)} ", seen, (f" {self.references(fee.sources)}", "dim"), note)

    # -------------------------------------------------------------------------------------- what is not a way

    def closed(self) -> Iterator[RenderableType]:
        if not self.plan.closed:
            return
        yield heading("Closed today")
        for way in self.plan.closed:
            lines = [text((way.title, "bold"), f" ({words.country(way.country)}). {way.because}")]
            if way.employer_only:
                lines.append(text(("Only the employer's willingness is missing.", "bold")))
            if way.could_change:
                lines.append(text((f"could change: {way.could_change}", "dim")))
            if way.next_day:
                lines.append(text((f"next: {words.day_text(way.next_day)}", "dim")))
            yield bullet(Group(*lines))

    def around(self) -> Iterator[RenderableType]:
        plan = self.plan
        if plan.watch:
            yield heading("Announced, and not the law: the plan does not depend on it")
            for item in plan.watch:
                day = f" ({words.day_text(item.next_day)})" if item.next_day else ""
                yield bullet(text((item.title, "bold"), f"{day}: {item.text} ", (self.references(item.cites), "dim")))
        if plan.family:
            yield heading("Your family")
            for note in plan.family:
                lines = [text((f"{words.capital(note.who)}: ", "bold"), note.text)]
                if note.routes:
                    lines.append(text(("see: ", "dim"), "; ".join(f"{route.title} ({words.encoded(route.state)})" for route in note.routes)))
                yield bullet(Group(*lines))
        if plan.employer_duties:
            yield heading("What the employer owes when the job ends")
            for place, step in enumerate(plan.employer_duties, 1):
                yield self.step(place, step)

    def end(self) -> Iterator[RenderableType]:
        plan = self.plan
        if plan.reservations:
            yield heading("What holds for everyone")
            for each in plan.reservations:
                yield bullet(text(f"{words.country(each.country)}: {each.text} ", (self.references(each.cites), "dim")))
        if plan.not_encoded_here:
            yield heading("What exists and is not encoded here: silence is not a no")
            grouped: dict[tuple[str, str], list[str]] = {}
            for item in plan.not_encoded_here:
                grouped.setdefault((item.country, item.state), []).append(item.title)
            for (country, state), titles in grouped.items():
                yield bullet(text((f"{words.country(country)}, {words.encoded(state)}: ", "bold"), "; ".join(titles)))
        if len(self.sources):
            yield heading("Sources")
            for source in self.sources:
                lines = [text(source.title, ", ", known(source.seen), (f", looked at {source.checked}" if source.checked else "", "dim"))]
                if source.href:
                    lines.append(text((source.href, "dim")))
                yield hanging(Text(f"{source.number}"), Group(*lines), 3)
        yield heading("About this plan")
        for note in plan.notes:
            yield text(note)
        yield from (text(f"{head} {rest}") for head, rest in map(words.folded, plan.warnings) if rest)
        for code, name in words.calendars(plan).items():
            yield text(f"Calendar {code}: {name}.")
        captured = f", with sources captured up to {plan.law.known_to}" if plan.law.known_to else ""
        yield text(f"landed {plan.law.version}{captured}.")
        yield text((plan.disclaimer, "bold"))


def _both(days: TwoDays) -> tuple[dt.date | None, dt.date | None]:
    return days.if_every_standard_is_met, days.at_the_slowest_published


def _on_both(standard: str, slowest: str, style: str = "") -> list[Text]:
    if standard == slowest:
        return [text((standard, style))]
    return [
        text((standard, style), (f"  {words.IF_STANDARD.lower()}", "dim")),
        text((slowest, style), (f"  {words.AT_SLOWEST.lower()}", "dim")),
    ]


def _stacked(days: tuple[dt.date | None, dt.date | None]) -> Text:
    standard, slowest = (words.short_day(day) if day else "no day" for day in days)
    return Text(f"{standard}\n{slowest}\n")


def _deed(step: StepOnCalendar) -> Text:
    return text((f"{words.party(step.actor)}: ", "bold"), step.title, (" (if needed)" if step.only_if else "", "dim"))


def _details(step: StepOnCalendar) -> Iterator[tuple[str, str]]:
    if step.signs:
        yield "signs", words.party(step.signs).lower()
    if step.filed_with:
        yield "filed with", step.filed_with
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

