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
    if ways.words and not isinstance(cell, list | dict):
        key = str(cell).strip().lower()
        if key in ways.words:
            return ways.words[key]
    if isinstance(cell, str):
        if cell == "null":
            return None
        return _text(cell, kind, ways)
    if kind == "day" and isinstance(cell, int | float) and not isinstance(cell, bool):
        raise WrongAnswer(
            f"{cell} is a number, not a day", "a cell formatted as a date, or a day as 2027-08-31"
        )
    if kind == "text" and isinstance(cell, int) and not isinstance(cell, bool):
        return str(cell)
    if kind == "several" and isinstance(cell, int):
        return [str(cell)]
    return cell


def _text(text: str, kind: Kind, ways: Ways) -> Any:
    match kind:
        case "day":
            return text if text in (NONE, "present") or _is_iso(text) else _day(text, ways.date)
        case "number" | "flag":
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
    found = pattern(written_as).fullmatch(text)
    if not found:
        raise WrongAnswer(f"{show(text)} is not a day", f"a day written {written_as}, or as 2027-08-31")
    parts = found.groupdict()
    name = (parts.get("name") or "").lower()
    try:
        month = _MONTHS.index(name[:3]) + 1 if name else int(parts["month"])
        return dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        raise WrongAnswer(f"there is no day {text}", f"a day written {written_as}") from None


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
