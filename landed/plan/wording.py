"""The plan in a few sentences: the headline, what follows it, and what a reader must know first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from landed.expr.values import Value
from landed.plan.asking import Asking
from landed.plan.dated_step import TwoDays
from landed.plan.model import Binding, ClosedWay, Deadline, LawInfo, NotEncodedHere, Option

_OLD = dt.timedelta(days=180)
"""Law last seen longer ago than this is said to be so at the top."""
_FEW = 3
_DAYS_NOT_HELD = "it is taken on the day: its days are not encoded here"
COUNTRIES = {"CA": "Canada", "US": "the United States", "FR": "France"}


def _ways(count: int) -> str:
    return "1 way" if count == 1 else f"{count} ways"


def two_days(days: TwoDays) -> str:
    """Say two days: 2027-01-08 if every standard is met, 2027-01-15 at the slowest published."""
    early, late = days.if_every_standard_is_met, days.at_the_slowest_published
    if early is None:
        return "on a day that is not known"
    if late == early:
        return f"on {early}"
    if late is None:
        return f"on {early} if every standard is met (how slow it can be is not known)"
    return f"on {early} if every standard is met, on {late} at the slowest published"


def headline(options: Sequence[Option], on: dt.date) -> str:
    """Say in one sentence or two how things stand."""
    opened = [each for each in options if each.outcome == "open" and not each.needs_invitation]
    if not opened and any(each.outcome == "open" for each in options):
        return _only_a_pool(options)
    if opened:
        best = opened[0]
        more = f" {_ways(len(opened))} are open in all." if len(opened) > 1 else ""
        text = f"Open: {best.full_title} ({COUNTRIES.get(best.country, best.country)}).{more}"
        if best.first_work.if_every_standard_is_met is not None:
            text += f" Begun on {on}, lawful work starts {two_days(best.first_work)}."
        if best.confidence == "unverified":
            text += " It rests on something unverified: check that before anything is spent on it."
        return f"{text} Mind: {best.warnings[0]}." if best.warnings else text
    if options:
        best = options[0]
        needs = "; ".join(each.text for each in best.would_open[:_FEW]) or _DAYS_NOT_HELD
        pool = " That is a pool: an invitation is needed besides." if best.needs_invitation else ""
        pool = " That goes through a draw: who is not drawn cannot go on." if best.by_draw else pool
        more = f" (and {len(best.would_open) - _FEW} more)" if len(best.would_open) > _FEW else ""
        return f"No way is open yet; {_ways(len(options))} could be. First: {best.full_title}, if: {needs}{more}.{pool}"
    return "No way that is encoded here is open."


def _only_a_pool(options: Sequence[Option]) -> str:
    """Say that what is open is a pool, and what may come of the other ways."""
    best = next(each for each in options if each.outcome == "open")
    entered, owed = "You may enter the pool; an invitation is needed", "an invitation"
    if best.by_draw:
        entered, owed = "The worker may be entered in the draw; only who is drawn can go on", "a selection"
    text = (
        f"{entered}: {best.full_title} ({COUNTRIES.get(best.country, best.country)})."
        f" No way to go on working is open yet, and nobody is owed {owed}."
    )
    others = [each for each in options if each.outcome != "open"]
    if others:
        more = f" ({others[0].would_open[0].text})" if others[0].would_open else ""
        text += f" {_ways(len(others))} could be open; the nearest is {others[0].full_title}{more}."
    return text


def summary(
    options: Sequence[Option],
    closed: Sequence[ClosedWay],
    bound: Binding | None,
    found: Sequence[Deadline],
    not_here: Sequence[NotEncodedHere],
    willing: Value,
    over: Sequence[Deadline] = (),
) -> tuple[str, ...]:
    """Say what a reader needs after the headline; `over` are clocks that ran out, where nothing runs in their place."""
    texts = [has_ended(each) for each in over] or [_runs_out(bound, found)]
    best = options[0] if options else None
    if best is not None and bound is not None:
        texts.append(_start(best))
    if best is not None and best.totals:
        costs = "; ".join(f"the {total.payer} pays {total.text}" for total in best.totals)
        texts.append(f"Fees of the first way: {costs}.")
    if willing is False:
        texts.append(_unwilling(options, closed))
    if not options and not_here:
        texts.append(
            f"{len(not_here)} programs that exist are not encoded here, or only in part: one of them may be open."
        )
    return tuple(texts)


def has_ended(over: Deadline) -> str:
    """Say of a clock that ran out what has ended with it, and what is so since."""
    what = "The right to work" if over.ends == "work" else "The right to stay"
    if over.uncertain_because:
        return (
            f"This ran out on {over.latest}: {over.title}. {'. '.join(over.uncertain_because)}. {over.after}"
        )
    return f"{what} ended on {over.latest}, as far as the case tells: {over.title}. {over.after}"


def _runs_out(bound: Binding | None, found: Sequence[Deadline]) -> str:
    if bound is None:
        return "Nothing that ends the right to work or stay is known to run out." + (
            " What does run out is listed." if found else ""
        )
    only_latest = bound.deadline.day is None and bound.deadline.earliest is None
    up_to = "at the latest on" if bound.deadline.discretionary or only_latest else "on"
    days = {None: "", 0: ", today", 1: ", tomorrow"}.get(
        bound.deadline.days_left, f", {bound.deadline.days_left} days from now"
    )
    what = "The right to work" if bound.deadline.ends == "work" else "The right to stay"
    return f"{what} ends {up_to} {bound.day}{days}: {bound.deadline.title}."


def _start(best: Option) -> str:
    safe = best.latest_safe_start
    days = safe.days
    if not safe.deadline or best.first_work.if_every_standard_is_met is None:
        return f"Latest safe start of the first way: not known. {best.reason or safe.reason}."
    early, late = days.if_every_standard_is_met, days.at_the_slowest_published
    if early is not None and late is not None:
        return f"Latest safe start of the first way: {early} if every standard is met, {late} at the slowest published."
    if early is not None:
        return f"Latest safe start of the first way: {early} if every standard is met. {safe.reason}."
    return f"The first way comes too late for {safe.deadline_day}. {safe.reason}."


def _unwilling(options: Sequence[Option], closed: Sequence[ClosedWay]) -> str:
    lost = [each.title for each in closed if each.employer_only]
    text = "The employer is not willing"
    text += f", which closes: {'; '.join(lost)}." if lost else "."
    left = [each.full_title for each in options]
    return text + (
        f" Still possible without it: {'; '.join(left)}."
        if left
        else " Nothing encoded here is left without it."
    )


def warnings(
    asking: Asking,
    info: LawInfo,
    options: Sequence[Option],
    found: Sequence[Deadline],
    countries: tuple[str, ...],
) -> tuple[str, ...]:
    """Say what weakens the answer: a reform, a clock turned back, old or unverified law, countries not encoded."""
    texts = []
    if info.overlay:
        texts.append(f"This is a reform, not the law: {info.overlay}")
    if asking.what_if:
        texts.append("This supposes something that the case does not say")
    if info.known_on:
        texts.append(f"Answered with only what had been published by {info.known_on}")
    if info.known_to and asking.on.isoformat() > info.known_to:
        texts.append(f"The law as last known, {info.known_to}: what was published since is not in it")
    since = [*(each.stale_since for each in options), *(each.stale_since for each in found)]
    stale = [day for day in since if day is not None and asking.on - day > _OLD]
    if stale:
        texts.append(
            f"Some law behind this was last seen in force on {min(stale) - dt.timedelta(days=1)}: check it first"
        )
    weak = [each.full_title for each in options if each.confidence == "unverified"]
    if weak:
        texts.append(f"Rests on something unverified: {'; '.join(weak)}")
    planning = {step.title for each in options for step in each.steps if step.duration.planning}
    if planning:
        steps = "one step" if len(planning) == 1 else f"{len(planning)} steps"
        texts.append(f"The time of {steps} is a planning figure, published by nobody; each is marked")
    unwritten = sorted(set(countries) - COUNTRIES.keys())
    if unwritten:
        texts.append(f"No law of {', '.join(unwritten)} is written here")
    return tuple(texts)
