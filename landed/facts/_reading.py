"""How the answer to a question is written, and what it is worth: one reader for files, maps, and options.

A wrong answer is a `WrongAnswer`, which says what is the matter, what was expected, and the nearest right value.

>>> read(FACTS["worker.us_status.i94_expires"], "2027-08-31") == Span(
...     dt.date(2027, 8, 31).toordinal(), 740224
... )
True
>>> read(FACTS["job.province"], "B.C.")
Traceback (most recent call last):
landed.facts._reading.WrongAnswer: 'B.C.' is not one of the answers
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from landed.expr.leaves import BoolFact, ChoiceFact, Fact, NumberFact, SeveralFact
from landed.expr.units import DAY, Amount, Unit
from landed.expr.values import ANY_AMOUNT, ANY_MEMBERS, Members, Span, Value
from landed.facts import countries, noc
from landed.facts._declare import Form, asked
from landed.facts.vocabulary import FACTS

__all__ = ["FACTS", "WrongAnswer", "read", "unknown"]

NONE = "none"
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST = 200
_FEW = 30


class WrongAnswer(ValueError):  # noqa: N818 - the answer is wrong, not the program
    """A written value that is no answer to its question."""

    def __init__(self, problem: str, expected: str = "", nearest: str = "", part: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.expected = expected
        self.nearest = nearest
        self.part = part
        """The field of a record that is wrong, where the whole record was read."""


def show(written: object) -> str:
    """Quote a written value for a message, cut where it is long."""
    if written is None or isinstance(written, bool):
        return {None: "null", True: "true", False: "false"}[written]
    if isinstance(written, dict):
        return "a group of fields"
    if isinstance(written, list):
        return "a list"
    text = repr(written) if isinstance(written, str) else str(written)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - a line's worth


def read_flag(written: object) -> bool:
    """Read true or false."""
    if isinstance(written, bool):
        return written
    guess = {"yes": "true", "no": "false", "on": "true", "off": "false"}.get(str(written).lower(), "")
    raise WrongAnswer(f"{show(written)} is neither true nor false", "true or false", guess)


def read_day(written: object) -> dt.date:
    """Read a civil day, written 2027-08-31."""
    if isinstance(written, dt.date) and not isinstance(written, dt.datetime):
        return written
    expected = "a day written year-month-day, as 2027-08-31"
    if not isinstance(written, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written, re.ASCII):
        raise WrongAnswer(f"{show(written)} is not a day", expected)
    try:
        day = dt.date.fromisoformat(written)
    except ValueError:
        raise WrongAnswer(f"there is no day {written}", expected) from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise WrongAnswer(f"{written} is out of reach", f"a day from {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def read_amount(written: object, unit: Unit, lowest: int | None, highest: int | None) -> Amount:
    """Read a number as smallest steps of the unit: exact, within its domain."""
    expected = "a number" if unit.decimals else "a whole number"
    if lowest is not None and highest is not None:
        expected += f" from {unit.plain(lowest)} to {unit.plain(highest)}"
    elif lowest is not None:
        expected += f" not below {unit.plain(lowest)}"
    if isinstance(written, bool) or not isinstance(written, int | float | Decimal):
        text = isinstance(written, str)
        raise WrongAnswer(f"{show(written)} is {'text, ' if text else ''}not a number", expected)
    value = Decimal(str(written))
    if not value.is_finite() or abs(value.adjusted()) > _FEW or len(value.as_tuple().digits) > _FEW:
        raise WrongAnswer(f"{show(written)} is not a number that can be", expected)
    steps = Fraction(value) * 10**unit.decimals
    rate = "/" in unit.name
    if steps.denominator != 1 and not rate:
        raise WrongAnswer(f"{show(written)} has too many decimals", expected)
    if (lowest is not None and steps < lowest) or (highest is not None and steps > highest):
        raise WrongAnswer(f"{show(written)} is out of range", expected)
    return int(steps) if steps.denominator == 1 else steps


def read_code(written: object, form: Form) -> str:
    """Read an open code as its form says."""
    if isinstance(written, int) and not isinstance(written, bool) and form != "country":
        written = str(written)
    what = {
        "text": "a short text",
        "country": "a country's two letters, as IN",
        "noc": "a NOC code: 5 digits (2021) or 4 (2011, 2016)",
        "soc": "a SOC code, as 15-1252",
    }[form]
    if not isinstance(written, str):
        raise WrongAnswer(f"{show(written)} is not text", what)
    if not written.strip() or len(written) > _LONGEST:
        raise WrongAnswer("the text is empty" if not written.strip() else "the text is too long", what)
    if form == "country" and not countries.exists(written):
        raise WrongAnswer(f"{show(written)} is not a country's code", what, countries.nearest(written))
    if form == "noc" and not noc.exists(written):
        raise WrongAnswer(f"{show(written)} is not an occupation's code", what, noc.nearest(written))
    if form == "soc" and not re.fullmatch(r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?", written, re.ASCII):
        raise WrongAnswer(f"{show(written)} is not an occupation's code", what)
    return written


def read_option(written: object, options: Sequence[str]) -> str:
    """Read one code out of a few."""
    if isinstance(written, str) and written in options:
        return written
    lowered = {option.lower(): option for option in options}
    text = str(written).lower()
    near = difflib.get_close_matches(text, list(lowered), n=1) or [
        option for option in lowered if len(text) > 1 and option.startswith(text)
    ]
    guess = lowered[near[0]] if near else ""
    raise WrongAnswer(f"{show(written)} is not one of the answers", " | ".join(options), guess)


def read_members(written: object, form: Form) -> frozenset[str]:
    """Read a list of codes; `none` is the empty list."""
    if written == NONE:
        return frozenset()
    if not isinstance(written, list | tuple | set | frozenset):
        raise WrongAnswer(f"{show(written)} is not a list", "a list, as [IN, CA]; [] for none")
    return frozenset(read_code(each, form) for each in written)


def unknown(fact: Fact) -> Value:
    """Return what a fact is worth when nothing is known of it: all of its domain."""
    match fact:
        case BoolFact():
            return None
        case NumberFact(unit=unit, lowest=lowest, highest=highest):
            if unit == DAY:
                return ANY_AMOUNT
            return Span(-math.inf if lowest is None else lowest, math.inf if highest is None else highest)
        case ChoiceFact(options=options):
            return frozenset(options) or None
        case SeveralFact():
            return ANY_MEMBERS


def read(fact: Fact, written: object) -> Value:
    """Read what is written as the answer to a fact's question; null is an unknown one."""
    if written is None:
        return unknown(fact)
    about = asked(fact)
    match fact:
        case BoolFact():
            return read_flag(written)
        case NumberFact(unit=unit) if unit == DAY:
            if written == NONE and about.none is not None:
                return Span(about.none, about.none)
            day = read_day(written).toordinal()
            return Span(day, day)
        case NumberFact(unit=unit, lowest=lowest, highest=highest):
            steps = read_amount(written, unit, lowest, highest)
            return Span(steps, steps)
        case ChoiceFact(options=()):
            return frozenset({read_code(written, about.form)})
        case ChoiceFact(options=options):
            return frozenset({read_option(written, options)})
        case SeveralFact():
            codes = read_members(written, about.form)
            return Members(codes, codes)
