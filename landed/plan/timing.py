"""How long a step of this case takes, and what it costs: its expressions asked of the case, with their sources."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from landed.assess import Question
from landed.expr import Number, Today
from landed.expr.dated import Dated
from landed.expr.finding import Finding
from landed.expr.values import Span
from landed.law.declared import walk
from landed.plan.asking import Asking, Produced
from landed.plan.calendars import CODES, calendar_name
from landed.plan.citing import citations_of, is_planning, open_because, parameters_of, seen_of
from landed.plan.dated_step import DurationText, Fee, Total
from landed.plan.procedures import Charge, Step
from landed.plan.schedule import Length

_SAME_DAY = "the same day"
_NOT_KNOWN = "not encoded here"


@dataclass(frozen=True, slots=True)
class Timing:
    """The lengths of a step under both fortunes, and the same in words."""

    standard: tuple[Length, ...]
    slowest: tuple[Length, ...]
    text: DurationText


def calendar_of(asking: Asking, pattern: str) -> tuple[str, str]:
    """Return a calendar's code for this case, and a note where the case does not say which."""
    fact = re.search(r"\{([^}]+)\}", pattern)
    if not fact:
        return pattern, ""
    code = pattern.replace(fact[0], asking.text(fact[1]))
    if code in CODES:
        return code, ""
    country = pattern.partition("-")[0]
    return country, f"{fact[1]} is not known, so the federal calendar counts"


def timing(asking: Asking, step: Step, produced: Produced) -> Timing:
    """Work out how long a step takes once these facts are produced."""
    question = asking.question(produced)
    code, note = calendar_of(asking, step.calendar)
    notes = [note] if note else []
    standard: list[_Read] = []
    slowest: list[_Read] = []
    for duration in step.durations:
        when = None if duration.when is None else question.ask(duration.when, step.route)
        if when is not None and when.truth is False:
            continue
        first = _read(question, step, duration.standard, code)
        second = first if duration.slowest is None else _read(question, step, duration.slowest, code)
        standard.append(first)
        slowest.append(_longer(first, second, asking.on))
        if duration.note:
            notes.append(duration.note)
        if when is None or when.truth is True:
            break
        notes.append(f"shorter or longer, as it turns out: {'; '.join(open_because(when))}")
    else:
        if step.durations and not standard:
            nothing = _Read(Length(None), _NOT_KNOWN, ())
            standard, slowest = [nothing], [nothing]
            notes.append("how long this takes in such a case is not encoded here")
    return Timing(
        tuple(each.length for each in standard),
        tuple(each.length for each in slowest),
        _words(asking.on, standard, slowest, code, notes),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    length: Length
    text: str
    parameters: tuple[Dated, ...]


def _read(question: Question, step: Step, number: Number, calendar: str) -> _Read:
    finding = question.ask(number, step.route)
    span = finding.span
    unit = number.unit
    business = unit.name == "business days"
    count = _whole(span)
    until = _day(question.day, count) if count is not None and _counts_to_a_day(number) else None
    length = Length(count, unit.name, calendar if business else "", until)
    if length.count is None:
        text = _NOT_KNOWN
    elif until is not None and length.count:
        text = f"until {until}" + ("" if span.exact else " at the latest")
    elif span.exact:
        text = unit.show(span.hi)
    else:
        text = f"up to {unit.show(span.hi)}"
    if length.count == 0:
        text = _SAME_DAY
    return _Read(length, _singular(text), tuple(parameters_of(finding)))


_TO_A_DAY: dict[int, tuple[Number, bool]] = {}
"""By the identity of a length, which is kept: each is walked once, for however many plans."""


def _counts_to_a_day(number: Number) -> bool:
    """Tell whether a length is what is left from today to a day of the calendar: such a wait is over on that day."""
    known = _TO_A_DAY.get(id(number))
    if known is None:
        left = number.unit.name == "days" and any(isinstance(node, Today) for node in walk(number))
        known = _TO_A_DAY[id(number)] = number, left
    return known[1]


def _day(asked: dt.date, count: int) -> dt.date | None:
    try:
        return asked + dt.timedelta(days=count)
    except OverflowError:
        return None


def _whole(span: Span) -> int | None:
    """Return the greatest possible count, rounded up; None where nothing bounds it."""
    return None if isinstance(span.hi, float) else max(0, math.ceil(span.hi))


def _singular(text: str) -> str:
    return text.removesuffix("s") if text.startswith("1 ") else text


def _longer(one: _Read, other: _Read, day: dt.date) -> _Read:
    """Return the longer of two; a slowest that is faster than the standard does not count."""
    ends = one.length.from_day(day), other.length.from_day(day)
    if ends[0] is None or ends[1] is None:
        return one if ends[0] is None else other
    return one if ends[0] >= ends[1] else other


def _words(
    day: dt.date, standard: Sequence[_Read], slowest: Sequence[_Read], code: str, notes: list[str]
) -> DurationText:
    if not standard:
        return DurationText(_SAME_DAY, _SAME_DAY, True, "", "", "official", False, note="; ".join(notes))
    first, second = standard[0], slowest[0]
    for each, slow in zip(standard, slowest, strict=True):
        first, second = _longer(first, each, day), _longer(second, slow, day)
    parameters = list(
        {dated.id: dated for each in (*standard, *slowest) for dated in each.parameters}.values()
    )
    notes += [dated.note for dated in parameters if dated.note]
    counted = any(each.length.unit == "business days" for each in (first, second))
    return DurationText(
        standard=first.text, slowest=second.text, slowest_is_standard=second.length == first.length,
        calendar=code if counted else "", calendar_name=calendar_name(code) if counted else "calendar days",
        seen=seen_of(parameters), planning=is_planning(parameters), sources=citations_of(parameters),
        note="; ".join(dict.fromkeys(notes)),
    )  # fmt: skip


# -------------------------------------------------------------------------------------------------- money


def fees(question: Question, step: Step) -> tuple[Fee, ...]:
    """Work out what a step costs on the day of the question."""
    return tuple(fee for charge in step.charges if (fee := _fee(question, step, charge)) is not None)


def _fee(question: Question, step: Step, charge: Charge) -> Fee | None:
    when = None if charge.when is None else question.ask(charge.when, step.route)
    if when is not None and when.truth is False:
        return None
    finding: Finding = question.ask(charge.amount, step.route)
    parameters = parameters_of(finding)
    notes = [charge.note] if charge.note else []
    lowest, highest = _cents(finding.span.lo), _cents(finding.span.hi)
    if highest is None:
        lowest = None
    if when is not None and when.truth is None:
        notes.append(f"only if: {'; '.join(open_because(when))}")
        lowest = None if lowest is None else 0
    return Fee(
        charge.title, charge.amount.unit.name, lowest, highest, charge.payer, charge.recoverable, seen_of(parameters),
        citations_of(parameters), is_planning(parameters), "; ".join(notes),
    )  # fmt: skip


def _cents(amount: object) -> int | None:
    return None if isinstance(amount, float) else math.ceil(amount)  # type: ignore[call-overload] # an exact amount


def totals(charged: Sequence[Fee]) -> tuple[Total, ...]:
    """Add fees up by payer and currency."""
    groups: dict[tuple[str, str], list[Fee]] = {}
    for fee in charged:
        groups.setdefault((fee.payer, fee.currency), []).append(fee)
    return tuple(_total(group) for _, group in sorted(groups.items()))


def _total(group: list[Fee]) -> Total:
    not_known = tuple(fee.title for fee in group if fee.highest is None)
    lowest = sum(fee.lowest or 0 for fee in group)
    highest = None if not_known else sum(fee.highest or 0 for fee in group)
    return Total(group[0].payer, group[0].currency, lowest, highest, not_known)
