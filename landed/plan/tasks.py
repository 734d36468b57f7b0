"""What to do this week: who, what, why, by when; and the steps that are worth taking whatever happens.

Four things come into the week: what to do while a clock runs, such as a grace period; the steps of the recommended
way that can begin within seven days; those of any other way that is open, or all but open, and must begin within
seven days to be in time at the slowest published; and, where something is still missing for one of these, the answer
or the promise that would open it. Where the recommended way is open its first steps come before all that belongs to a
way still undetermined, which is then never called urgent: nobody waits for an answer that is not needed.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from landed.expr import Party
from landed.plan.model import Binding, Deadline, Option, StepOnCalendar, Task

WEEK = dt.timedelta(days=7)
_MOST_QUESTIONS = 8
"""As many open points as one person settles in a week; the rest stand with their options."""
_MOST_OTHERS = 3
_PARTIES: dict[str, Party] = {
    "worker": "worker", "employer": "employer", "counsel": "counsel", "government": "counsel",
}  # fmt: skip


def no_regret(options: Sequence[Option]) -> tuple[Task, ...]:
    """Return the steps that are cheap, take long, and serve several ways: they come first."""
    found: dict[tuple[Party, str], tuple[StepOnCalendar, list[Option]]] = {}
    for each in options:
        for step in each.steps:
            if step.no_regret and step.actor != "government":
                found.setdefault((step.actor, step.title), (step, []))[1].append(each)
    return tuple(
        Task(
            who=step.actor, what=step.title, why=_no_regret_why(step, serves), by_when=_by_when(step, serves),
            serves=tuple(each.full_title for each in serves), step=step.id,
        )
        for step, serves in found.values()
    )  # fmt: skip


def _no_regret_why(step: StepOnCalendar, serves: Sequence[Option]) -> str:
    ways = "one way" if len(serves) == 1 else f"{len(serves)} ways"
    why = f"It is worth doing whatever happens, and serves {ways}"
    return f"{why}. Whether it is needed depends on: {step.only_if}" if step.only_if else why


def this_week(
    options: Sequence[Option],
    on: dt.date,
    bound: Binding | None,
    running: Sequence[StepOnCalendar] = (),
    clocks: Sequence[Deadline] = (),
    over: Sequence[Deadline] = (),
) -> tuple[Task, ...]:
    """Return what each party should do within seven days: what presses, then the recommended way, then the others.

    `running` are the steps of the clocks that run, or may: what to do inside a grace period. `over` are those that ran out.
    """
    tasks: dict[tuple[str, str], Task] = {}
    doubtful = {clock.id for clock in clocks if clock.uncertain_because}
    _add(tasks, (_over(each, on) for each in sorted(over, key=lambda each: each.ends != "stay")[:1]))
    _add(tasks, _meanwhile(running, on, bound, doubtful))
    settled = any(each.recommended and each.outcome == "open" for each in options)
    for each in options:
        if each.recommended or (_presses(each, on) and len(each.would_open) <= 1):
            _add(tasks, _calm((*_openers(each, on), *_steps(each, on)), each, settled=settled))
    for each in itertools.islice(_easily_opened(options), _MOST_OTHERS):
        _add(tasks, _calm(_openers(each, on), each, settled=settled))
    if bound is not None and not options:
        _add(tasks, [_nothing_open(bound.deadline, on)])
    opened = {each.full_title for each in options if each.outcome == "open"}
    return tuple(sorted(tasks.values(), key=lambda task: (settled and _waits(task, opened), not task.urgent)))


def _waits(task: Task, opened: set[str]) -> bool:
    """Tell whether a task serves only ways that are not open yet."""
    return bool(task.serves) and not opened & set(task.serves)


def _calm(found: Iterable[Task], option: Option, *, settled: bool) -> Iterable[Task]:
    """Take the hurry out of what belongs to an undetermined way while the recommended one is open."""
    if not settled or option.outcome == "open":
        return found
    safe = option.latest_safe_start.days
    last = safe.at_the_slowest_published or safe.if_every_standard_is_met
    return [replace(task, urgent=False, by_when=task.by_when if task.step else last) for task in found]


def _add(tasks: dict[tuple[str, str], Task], found: Iterable[Task]) -> None:
    """Add tasks; the same one for another way serves both, by the earlier day."""
    for task in found:
        known = tasks.setdefault((task.who, task.what), task)
        if known is not task:
            days = [day for day in (known.by_when, task.by_when) if day is not None]
            tasks[task.who, task.what] = replace(
                known, by_when=min(days, default=None), serves=tuple(dict.fromkeys((*known.serves, *task.serves))),
                urgent=known.urgent or task.urgent,
            )  # fmt: skip


def _meanwhile(
    running: Sequence[StepOnCalendar],
    on: dt.date,
    bound: Binding | None,
    doubtful: set[str],
) -> Iterable[Task]:
    for step in running:
        starts, ends = step.starts.if_every_standard_is_met, step.ends.if_every_standard_is_met
        if step.actor == "government" or starts is None or starts > on + WEEK:
            continue
        waits = ends if ends is not None and ends > on else None
        why = (
            "If this runs, which is not certain"
            if step.id.partition("/")[0] in doubtful
            else "While this runs"
        )
        costs = "".join(f". {fee.title}: {fee.text}" for fee in step.fees if fee.highest != 0)
        yield Task(
            who=step.actor, what=step.title, why=f"{why}: {step.route_title}{costs}",
            by_when=waits or (on + WEEK if step.no_regret or bound is None else bound.day), step=step.id, urgent=True,
        )  # fmt: skip


def _easily_opened(options: Sequence[Option]) -> Iterable[Option]:
    """Yield the other ways that one answer or promise would open."""
    return (each for each in options if not each.recommended and len(each.would_open) == 1)


def _steps(option: Option, on: dt.date) -> Iterable[Task]:
    urgent = _presses(option, on)
    for step in sorted(option.steps, key=lambda step: not step.no_regret):
        starts = step.starts.if_every_standard_is_met
        if step.actor == "government" or starts is None or starts > on + WEEK:
            continue
        yield Task(
            who=step.actor, what=step.title, why=_why(option, step, urgent=urgent), by_when=_by_when(step, [option]),
            serves=(option.full_title,), step=step.id, urgent=urgent,
        )  # fmt: skip


def _presses(option: Option, on: dt.date) -> bool:
    """Tell whether it is still in time if every standard is met, and must begin within a week to be so in both cases."""
    days = option.latest_safe_start.days
    early, late = days.if_every_standard_is_met, days.at_the_slowest_published
    return early is not None and (late is None or late <= on + WEEK)


def _by_when(step: StepOnCalendar, serves: Sequence[Option]) -> dt.date | None:
    """Return the earliest day by which a step must be begun in any of these options."""
    days = [
        own.begin_by
        for each in serves
        for own in each.steps
        if (own.actor, own.title) == (step.actor, step.title) and own.begin_by is not None
    ]
    return min(days, default=None)


def _why(option: Option, step: StepOnCalendar, *, urgent: bool) -> str:
    why = "A first step of the recommended way" if option.recommended else "A first step of this way"
    if urgent:
        reason = option.latest_safe_start.reason
        why += f". {reason}" if reason else ", whose latest safe start is near"
    return f"{why}. Whether it is needed depends on: {step.only_if}" if step.only_if else why


def _openers(option: Option, on: dt.date) -> Iterable[Task]:
    if option.outcome == "open":
        return
    for each in option.would_open[:_MOST_QUESTIONS]:
        who = _PARTIES.get(each.by, "worker")
        what = f"Settle: {each.text}"
        if each.questions:
            what += f" ({' '.join(each.questions)})"
        yield Task(
            who=who, what=what, why=_opens(option), by_when=on + WEEK,
            serves=(option.full_title,), urgent=_presses(option, on),
        )  # fmt: skip


def _opens(option: Option) -> str:
    if len(option.would_open) == 1:
        return "This alone would open the way"
    return f"It is one of {len(option.would_open)} things that would open the way"


def _over(deadline: Deadline, on: dt.date) -> Task:
    what = f"as far as the case tells, the right to {deadline.ends} has ended"
    if deadline.uncertain_because:
        what = "what is pending may carry the right to stay on, or not"
    return Task(
        who="worker", what=f"Speak to counsel at once, before anything else is filed or signed: {what}",
        why=f"This ran out on {deadline.latest}: {deadline.title}. {deadline.after}", by_when=on, urgent=True,
    )  # fmt: skip


def _nothing_open(deadline: Deadline, on: dt.date) -> Task:
    return Task(
        who="worker", what="Speak to counsel about ways that are not encoded here",
        why=f"No way that is encoded here is open, and this runs out: {deadline.title}", by_when=on + WEEK, urgent=True,
    )  # fmt: skip
