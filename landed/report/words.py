r"""How parties, degrees of knowledge and whole sentences are said, the same in every report.

>>> days_left(58), days_left(1), days_left(0), days_left(-2)
('58 days left', '1 day left', 'today', '2 days ago')
>>> clean("a name\x1b[31m\u202e")
'a name[31m'
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, is_dataclass
from typing import TypeVar

from landed.days import day_text, in_words, month, short_day
from landed.facts import countries
from landed.plan.model import Deadline, DurationText, Fee, Option, Plan, StepOnCalendar, Task, Total, TwoDays

IF_STANDARD = "If every standard is met"
AT_SLOWEST = "At the slowest published"
WEAK = "Open, but only because of something unverified"
NO_DAY = "cannot be dated"
NO_START = "no day"

FIRST_NEED = "Each stands with the day of the way that needs it first; another way may leave more time."
"""What stands above the steps that serve several ways: one of them may stand in the week too, with its own way's day."""

SEEN_MEANS = {
    "official": "read in the official text, or on the authority's own page",
    "secondary": "read where somebody else reports it",
    "unverified": "not confirmed by any source that was read: check it before you rely on it",
    "planning figure": "an estimate of this project, published by nobody: put your own in its place",
}

_PARTIES = {"worker": "Worker", "employer": "Employer", "counsel": "Counsel", "government": "Authority"}
_ENDS = {"work": "Ends the right to work.", "stay": "Ends the right to stay.",
         "other": "Ends neither the right to work nor the right to stay."}  # fmt: skip
_KINDS = {"approval": "approval", "service": "faster processing", "exemption": "exemption", "permit": "permit",
          "residence": "residence"}  # fmt: skip
_STATES = {"not yet": "not encoded yet", "not_yet": "not encoded yet", "in part": "encoded in part", "in_part": "encoded in part",
           "encoded": "encoded"}  # fmt: skip
_UNLOCKS = {"work": "may work", "travel": "may travel", "residence": "becomes resident"}

# Controls steer a terminal; bidirectional overrides and invisible marks make text read as something else.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BLANK = re.compile(r"[\t\n\r]+")

_HEADLINE_END = re.compile(r"(?<=[a-z0-9)]\.) (?=[A-Z])")
_FULL_STOPS = (".", "?", "!", ":")

# Fields of a plan that are whole sentences, and fields that are names or addresses and stay as they are.
_SENTENCES = {"after", "because", "could_change", "headline", "note", "notes", "reason", "reservations", "rule", "statement",
              "summary", "text", "warnings", "why"}  # fmt: skip
_AS_WRITTEN = {"calendar", "captured", "case", "checked", "clause", "deadline", "facts", "href", "id", "known_to", "overlay", "pinpoint",
               "route", "step", "version", "what_if"}  # fmt: skip

_ASKS = re.compile(r"(.+?) \(((?:[^()]|\([^()]*\))+\?(?: \([^()]*\))?)\)")
_WEEK = 7
_LONG = 240
_DETAILS = re.compile(r"(?<=.{14})(:|;|,| \()")
_LONG_TITLE = 60

_T = TypeVar("_T")


def clean(text: str) -> str:
    """Return a text without characters that steer a terminal or hide what is written."""
    return text if text.isprintable() else _UNSAFE.sub("", _BLANK.sub(" ", text))


def worded(data: _T) -> _T:
    """Return a copy of a plan, or of a part of one, as a person reads it.

    Every text is clean, days in it are said in words, and what is a sentence begins and ends as one.
    """
    return _worded(data, "")  # type: ignore[return-value] # each case returns its own type


def _worded(data: object, name: str) -> object:
    if isinstance(data, str):
        if name in _AS_WRITTEN:
            return clean(data)
        return sentence(data) if name in _SENTENCES else prose(data)
    if isinstance(data, tuple):
        return tuple(_worded(part, name) for part in data)
    if is_dataclass(data) and not isinstance(data, type):
        # A duty to come "after" others names them; the "after" of a deadline is a sentence.
        names = {
            field.name: "id" if field.name == "after" and isinstance(data, StepOnCalendar) else field.name
            for field in fields(data)
        }
        return type(data)(**{name: _worded(getattr(data, name), kind) for name, kind in names.items()})
    return data


def prose(text: str) -> str:
    """Return a clean text with its days in words.

    >>> prose("Begun on 2026-11-22, with --if last_day_worked=2026-11-20")
    'Begun on Nov 22, 2026, with --if last_day_worked=2026-11-20'
    """
    return in_words(clean(text)).replace("?; ", "? ")


def sentence(text: str) -> str:
    """Return a text as a sentence.

    >>> sentence("it ends on 2027-08-31"), sentence("job.noc is old"), sentence("eTA needed"), sentence("")
    ('It ends on Aug 31, 2027.', 'job.noc is old.', 'eTA needed.', '')
    """
    said = prose(text).strip()
    if said[:2].islower() and not {".", "_"} & set(said.partition(" ")[0]):
        said = said[0].upper() + said[1:]
    return said if not said or said.endswith(_FULL_STOPS) else f"{said}."


def capital(text: str) -> str:
    """Return a text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def headline_parts(headline: str) -> tuple[str, str]:
    """Return the first sentence of a headline, and the rest.

    >>> headline_parts("No U.S. way is open yet. First: Canada, if: an employer applies.")
    ('No U.S. way is open yet.', 'First: Canada, if: an employer applies.')
    """
    first, *rest = _HEADLINE_END.split(headline, maxsplit=1)
    return first, "".join(rest)


def days_left(days: int) -> str:
    """Say how far a day is away."""
    match days:
        case 0:
            return "today"
        case 1 | -1:
            return "1 day left" if days > 0 else "1 day ago"
        case _:
            return f"{days:,} days left" if days > 0 else f"{-days:,} days ago"


def party(name: str) -> str:
    """Name who acts or pays."""
    return _PARTIES.get(name, name.capitalize())


def country(code: str) -> str:
    """Name a country in English; an unknown code stays as it is."""
    return countries.name(code) if countries.exists(code) else code


def kind(word: str) -> str:
    """Say what kind of part a route is."""
    return _KINDS.get(word, word)


def outcome(word: str) -> str:
    """Say an outcome in words."""
    return word.replace("_", " ")


def encoded(state: str) -> str:
    """Say how far a programme is written here."""
    return _STATES.get(state, state)


def unlocks(step: StepOnCalendar) -> str:
    """Say what the worker may do once a step is done."""
    return ", ".join(_UNLOCKS[what] for what in step.unlocks)


def lasts(days: TwoDays, other: TwoDays) -> tuple[str, str]:
    """Say from when to when a step goes, on both calendars; days of one year name it once."""
    return (
        span(days.if_every_standard_is_met, other.if_every_standard_is_met),
        span(days.at_the_slowest_published, other.at_the_slowest_published),
    )


def span(first: dt.date | None, last: dt.date | None) -> str:
    """Say a stretch of days."""
    if first is None or last is None:
        return f"from {short_day(first)}, the end {NO_DAY}" if first else NO_DAY
    if first == last:
        return day_text(first)
    if first.year != last.year:
        return f"{short_day(first)} to {short_day(last)}"
    if first.month != last.month:
        return f"{month(first)} {first.day} to {short_day(last)}"
    return f"{month(first)} {first.day} to {last.day}, {last.year}"


def starts_work(option: Option) -> str:
    """Name the event that an option leads to."""
    return "First day as a resident" if option.grants == "permanent residence" else "First lawful day of work"


def served(task: Task, plan: Plan) -> list[tuple[int, str]]:
    """Return the numbers and titles of the ways that a task serves; 0 where a title is not an option's."""
    numbers = {option.full_title: number for number, option in reversed(list(enumerate(plan.options, 1)))}
    numbers = {
        option.title: number for number, option in reversed(list(enumerate(plan.options, 1)))
    } | numbers
    return sorted((numbers.get(title, 0), title) for title in task.serves)


def deed(what: str) -> tuple[str, str]:
    """Return what is to be done, and the questions that it brings with it.

    >>> deed("Settle: the wage (Is it CAD 40 or more? Is it paid hourly?)")
    ('Settle: the wage', 'Is it CAD 40 or more? Is it paid hourly?')
    """
    found = _ASKS.fullmatch(what)
    return (found[1], found[2]) if found else (what, "")


def short_title(title: str) -> str:
    """Return the beginning of a long title, up to where its details start.

    >>> short_title(
    ...     "Write the Labour Market Benefits Plan: the mandatory benefit, and at least two other benefits"
    ... )
    'Write the Labour Market Benefits Plan …'
    """
    found = _DETAILS.search(title)
    return f"{title[: found.start()]} …" if found and len(title) > _LONG_TITLE else title


def folded(warning: str) -> tuple[str, str]:
    """Return what a warning says, and the list that follows where it is long."""
    head, colon, rest = warning.partition(": ")
    return (f"{head}:", rest) if colon and len(warning) > _LONG else (warning, "")


def due(task: Task, on: dt.date) -> str:
    """Say by when a task is due; what can wait is said to be able to."""
    if task.by_when is None:
        return ""
    soon = task.by_when <= on + dt.timedelta(days=_WEEK)
    return f"by {day_text(task.by_when)}" if soon else f"at the latest by {day_text(task.by_when)}"


def calendars(plan: Plan) -> dict[str, str]:
    """Return the business-day calendars of a plan in words, by code."""
    steps = [step for option in plan.options for step in option.steps] + list(plan.employer_duties)
    return {step.duration.calendar: step.duration.calendar_name for step in steps if step.duration.calendar}


def takes(duration: DurationText) -> str:
    """Say how long a step takes, and by which calendar."""
    slowest = "" if duration.slowest_is_standard else f", {duration.slowest} at the slowest published"
    calendar = f" (calendar {duration.calendar})" if duration.calendar else ""
    return f"{duration.standard}{slowest}{calendar}"


def deadline_day(deadline: Deadline) -> str:
    """Say the day of a deadline, or between which days it lies."""
    if deadline.day is not None:
        return f"up to {day_text(deadline.day)}" if deadline.discretionary else day_text(deadline.day)
    match deadline.earliest, deadline.latest:
        case dt.date() as earliest, None:
            return f"{short_day(earliest)} or later"
        case None, dt.date() as latest:
            return f"{short_day(latest)} or earlier"
        case dt.date() as earliest, dt.date() as latest:
            return f"between {short_day(earliest)} and {short_day(latest)}"
        case _:
            return "not known"


def ends(deadline: Deadline) -> str:
    """Say in a sentence what a deadline ends."""
    return _ENDS[deadline.ends]


def who_pays(fee: Fee) -> str:
    """Say who pays a fee, and whether that party may take it back."""
    back = {True: ", who may take it back", False: ", who may not take it back", None: ""}[fee.recoverable]
    return f"{_PARTIES[fee.payer].lower()} pays{back}"


def stale(since: dt.date) -> str:
    """Say that law was last confirmed on the eve of a day."""
    return f"The law behind this was last confirmed for {short_day(since - dt.timedelta(days=1))}: check it before you rely on it."


def total_text(total: Total) -> str:
    """Say what one payer pays."""
    unknown = f" (without: {'; '.join(total.not_known)})" if total.not_known else ""
    return f"{total.text}{unknown}"


def standing(plan: Plan) -> list[tuple[str, str]]:
    """Return what makes a plan stand on something else than the law and the case."""
    return standing_on(plan.law.overlay, plan.what_if, plan.law.known_on)


def standing_on(
    overlay: str | None, what_if: tuple[str, ...], known_on: dt.date | None
) -> list[tuple[str, str]]:
    """Return what makes an answer stand on something else than the law and the case: shown first, everywhere."""
    found = []
    if overlay:
        found.append(("Reform, not the law", overlay))
    found += [("Supposed, not in the case", each) for each in what_if]
    if known_on:
        found.append(("Judged by what had been published by", day_text(known_on)))
    return found
