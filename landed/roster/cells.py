"""From a cell to what a case file would say: the only thing that a table adds to the readers of `landed.facts`.

Text that is plainly a number, true or false is typed as a case file types it; a list of codes is split at bars,
commas and semicolons; a day written otherwise than 2027-08-31 is read by the format that the map names, and without
one it is a mistake that asks for it. Nothing is guessed, and whether the value is right is for the readers to say.

>>> written("138000", "number", Ways())
138000
>>> written("IN|CA", "several", Ways())
['IN', 'CA']
>>> written("08/31/2027", "day", Ways(date="MM/DD/YYYY")).isoformat()
'2027-08-31'
>>> written("08/31/2027", "day", Ways())
Traceback (most recent call last):
landed.facts._reading.WrongAnswer: '08/31/2027' is not written as a day that is sure
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from landed.errors import UsageError
from landed.expr.leaves import BoolFact, Fact, NumberFact, SeveralFact
from landed.expr.units import DAY
from landed.facts._reading import NONE, WrongAnswer, show
from landed.roster.tables import Odd
from landed.yamltree import scalar

Kind = Literal["day", "number", "flag", "text", "several"]
_SPREADSHEET_WORDS = {"TRUE": True, "FALSE": False}
"""How spreadsheets write truths when they save as CSV."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOKENS = {
    "YYYY": r"(?P<year>[0-9]{4})", "MONTH": r"(?P<name>[A-Za-z]{3,9})", "MON": r"(?P<name>[A-Za-z]{3})\.?",
    "MM": r"(?P<month>[0-9]{2})", "DD": r"(?P<day>[0-9]{2})", "M": r"(?P<month>[0-9]{1,2})", "D": r"(?P<day>[0-9]{1,2})",
}  # fmt: skip
_TOKEN = re.compile("|".join(_TOKENS))
SERIAL = "SERIAL"
"""The format of days that are a spreadsheet's numbers."""
NUMBERS = "1,234.56 or 1.234,56 or 1 234,56 or 1'234.56"
_GROUPED = re.compile(r"[0-9][,. '\u00a0\u202f][0-9]|[$\u00a3\u20ac\u00a5\u20b9][ ]?[0-9]|[0-9] ?[\u20ac$]")
_TWO_NUMBERS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
"""Text that is a thousand times as much in half the world."""
_MONEY = re.compile(
    r"^(?:[A-Z]{3} ?|[A-Z]{0,3}[$\u00a3\u20ac\u00a5\u20b9] ?)|(?: ?[A-Z]{3}| ?[$\u00a3\u20ac\u00a5\u20b9])$"
)
"""A sign or code of a currency beside a number: which one is for the column of currencies to say."""
FORMATS = "MM/DD/YYYY, M/D/YYYY, DD/MM/YYYY, DD.MM.YYYY, YYYYMMDD, or D MON YYYY"
_ASK = f"a day as 2027-08-31, a spreadsheet's own date, or the format of the column (--dates, or `date:` in the map): {FORMATS}"


@dataclass(frozen=True, slots=True)
class Ways:
    """How the cells of a column are written, beyond the plain way."""

    date: str = ""
    """The format of its days."""
    words: Mapping[str, Any] = field(default_factory=dict)
    """What its own words mean, by the word in lower case; None is "nothing is said"."""
    split: str = r"[|,;]"
    number: str = ""
    """How its numbers are written: `1,234.56`."""


def kind_of(fact: Fact) -> Kind:
    """Return how the answer to a fact's question is written."""
    match fact:
        case BoolFact():
            return "flag"
        case NumberFact(unit=unit):
            return "day" if unit == DAY else "number"
        case SeveralFact():
            return "several"
        case _:
            return "text"


def written(cell: Any, kind: Kind, ways: Ways) -> Any:
    """Return what a case file would say; `WrongAnswer` where the cell holds no value, or a day that is not sure."""
    if isinstance(cell, Odd):
        raise WrongAnswer(f"there is {cell.what}", "a value")
    meant = _by_words(cell, kind, ways)
    if meant is not _NOT_MEANT:
        return meant
    if isinstance(cell, str):
        if cell == "null":
            return None
        return _text(cell, kind, ways)
    if kind == "day" and isinstance(cell, int | float) and not isinstance(cell, bool):
        if SERIAL in formats(ways.date):
            return _serial(str(cell))
        raise WrongAnswer(
            f"{cell} is a number, not a day",
            f"a cell formatted as a date, a day as 2027-08-31, or --dates {SERIAL} where it is a spreadsheet's number of a day",
        )
    if kind == "text" and isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    if kind == "several" and isinstance(cell, int):
        return [str(cell)]
    return cell


_NOT_MEANT = object()


def _by_words(cell: Any, kind: Kind, ways: Ways) -> Any:
    """Return what the words of the column say of a cell; `_NOT_MEANT` where they say nothing."""
    if not ways.words or isinstance(cell, list | dict):
        return _NOT_MEANT
    key = str(cell).strip().lower()
    if key in ways.words:
        meant = ways.words[key]
        return [meant] if kind == "several" and isinstance(meant, str) and meant != NONE else meant
    if kind == "several" and isinstance(cell, str) and cell not in (NONE, "null"):
        return [ways.words.get(part.lower(), part) for part in _text(cell, kind, ways)]
    return _NOT_MEANT


def _text(text: str, kind: Kind, ways: Ways) -> Any:
    match kind:
        case "day":
            return text if text in (NONE, "present") or _is_iso(text) else _day(text, ways.date)
        case "number":
            return _number(text, ways.number)
        case "flag":
            return _SPREADSHEET_WORDS.get(text, scalar(text))
        case "several":
            if text == NONE:
                return text
            return [part.strip() for part in re.split(ways.split, text.strip("[]")) if part.strip()]
        case _:
            return text


def _is_iso(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII))


def _day(text: str, written_as: str) -> dt.date:
    if not written_as:
        if re.search(r"[0-9]", text):
            raise WrongAnswer(f"{show(text)} is not written as a day that is sure", _ASK)
        raise WrongAnswer(f"{show(text)} is not a day", _ASK)
    found = {day for each in formats(written_as) if (day := _by(each, text)) is not None}
    if not found:
        expected = f"a day written {' or '.join(formats(written_as))}, or as 2027-08-31"
        none = any(pattern(each).fullmatch(text) for each in formats(written_as) if each != SERIAL)
        raise WrongAnswer(f"there is no day {text}" if none else f"{show(text)} is not a day", expected)
    if len(found) > 1:
        both = " or ".join(day.isoformat() for day in sorted(found))
        raise WrongAnswer(f"{show(text)} is {both}, by the formats named", "a day as 2027-08-31")
    return found.pop()


def _by(written_as: str, text: str) -> dt.date | None:
    """Return the day that a text is by one format; None where it is none."""
    if written_as == SERIAL:
        return _serial(text) if text.replace(".0", "").isdecimal() and text.isascii() else None
    found = pattern(written_as).fullmatch(text)
    if not found:
        return None
    parts = found.groupdict()
    name = (parts.get("name") or "").lower()
    try:
        month = _MONTHS.index(name[:3]) + 1 if name else int(parts["month"])
        return dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _serial(text: str) -> dt.date:
    """Return the day of a spreadsheet's number: 1 is 1900-01-01, and from 61 on one more, for a day that never was."""
    number = float(text)
    if not number.is_integer() or not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        raise WrongAnswer(f"{text} is not a spreadsheet's number of a day", "one from 61 (1900-03-01)")
    return dt.date(1899, 12, 30) + dt.timedelta(days=int(number))


_FIRST_SERIAL, _LAST_SERIAL = 61, 109_574


@cache
def formats(written_as: str) -> tuple[str, ...]:
    """Return the formats of days, which a bar separates; `UsageError` where one leaves anything open."""
    found = tuple(part.strip() for part in written_as.split("|") if part.strip())
    for each in found:
        if each != SERIAL:
            pattern(each)
    return found


def _number(text: str, written_as: str) -> Any:
    found = scalar(text)
    if isinstance(found, int | float) and not written_as:
        if _TWO_NUMBERS.fullmatch(text):
            grouped = text.replace(".", "")
            raise WrongAnswer(
                f"{show(text)} is {grouped} where a dot parts the thousands, and {text.rstrip('0').rstrip('.')} where it does not",
                f"a number as 138000.50, or how they are written (--numbers, or `numbers:` in the map): {NUMBERS}",
            )
        return found
    if not written_as:
        if _GROUPED.search(text):
            raise WrongAnswer(
                f"{show(text)} is not a number",
                f"a number as 138000.50, or how they are written (--numbers, or `numbers:` in the map): {NUMBERS}",
            )
        return _SPREADSHEET_WORDS.get(text, found)
    thousands, point = marks(written_as)
    bare = _MONEY.sub(
        "", text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    ).strip()
    shape = rf"-?([0-9]+|[0-9]{{1,3}}({re.escape(thousands)}[0-9]{{3}})+)({re.escape(point)}[0-9]+)?"
    if not re.fullmatch(shape, bare, re.ASCII):
        if text in (NONE, "null") or not re.search(r"[0-9]", text):
            return found
        raise WrongAnswer(f"{show(text)} is not a number", f"a number written {written_as}")
    return scalar(bare.replace(thousands, "").replace(point, "."))


@cache
def marks(written_as: str) -> tuple[str, str]:
    """Return what separates thousands, and what decimals; `UsageError` where a format of numbers does not say."""
    found = re.fullmatch(r"1([,. '])234([,.])56", written_as)
    if not found or found[1] == found[2]:
        raise UsageError(f"{written_as!r} is not how numbers are written; expected one of {NUMBERS}")
    return found[1], found[2]


@cache
def pattern(written_as: str) -> re.Pattern[str]:
    """Return the pattern of a date format; `UsageError` where it leaves anything open."""
    parts: list[str] = []
    place = 0
    for token in _TOKEN.finditer(written_as):
        parts += [re.escape(written_as[place : token.start()]), _TOKENS[token[0]]]
        place = token.end()
    parts.append(re.escape(written_as[place:]))
    try:
        made = re.compile("".join(parts), re.ASCII)
    except re.error:
        made = re.compile("")
    names = set(made.groupindex)
    if (
        not names >= {"year", "day"}
        or not names & {"month", "name"}
        or re.search(r"[A-Za-z]", _TOKEN.sub("", written_as))
    ):
        raise UsageError(
            f"{written_as!r} is not the format of a date; expected one like {FORMATS}, with all four digits of the year"
        )
    return made
