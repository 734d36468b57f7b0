"""Occupations: the National Occupational Classification, its titles, TEER categories, and former codes.

A code of 5 digits is NOC 2021, one of 4 digits NOC 2011 or 2016 (the same numbers). Between the two, one code can
have several images, so a translation is a set: what the code may be in the other scheme. `None` is "it could be
anything": the table holds the unit groups of TEER 0 to 3 alone.

>>> title("21231"), teers(frozenset({"21231"}))
('Software engineers and designers', frozenset({1}))
>>> sorted(images(frozenset({"2173"}), "noc2021"))
['21211', '21231']
>>> sorted(images(frozenset({"21233"}), "noc2016"))
['2171', '2175']
>>> images(frozenset({"65100"}), "noc2016") is None
True
>>> search("software engineer")[0].code
'21231'
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Scheme = Literal["noc2016", "noc2021"]

_FIVE, _FOUR = 5, 4
_LAST_TEER = 5
_HELD_TEERS = frozenset(range(4))
_SKILL_C = 4
TEER_SINCE = dt.date(2022, 11, 16)
"""The day from which the regulations speak of TEER categories (SOR/2022-220)."""
_LEVELS: Mapping[str, int] = {"0": 1, "1": 1, "2": 2, "3": 2, "4": 4, "5": 4, "6": 5, "7": 5}
"""The levels A, B, C, D by the second digit of a code of 2016, as TEER categories."""
_ONCE_SKILLED = ("54100", "55109", "64200", "84")
"""Groups of TEER 4 and 5 that were, or were in part, of skill level B."""
_PART_OUTSIDE = frozenset({"8252"})
"""NOC 2016 groups of skill level B of which a part became TEER 4, beside a part that is held."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """A unit group of NOC 2021."""

    code: str
    teer: int
    title: str
    noc2016: frozenset[str]


@cache
def _occupations() -> Mapping[str, Occupation]:
    text = files(__package__).joinpath("noc-2021.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        row["noc2021"]: Occupation(
            row["noc2021"], int(row["teer"]), row["title"], frozenset(row["noc2016"].split("|"))
        )
        for row in csv.DictReader(lines)
    }


@cache
def _from_2016() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for occupation in _occupations().values():
        for old in occupation.noc2016:
            found.setdefault(old, set()).add(occupation.code)
    return {old: frozenset(codes) for old, codes in found.items()}


def scheme_of(code: str) -> Scheme | None:
    """Tell by its digits which scheme a code is written in; None where it is no code."""
    if not re.fullmatch(r"[0-9]{4,5}", code):
        return None
    return "noc2021" if len(code) == _FIVE else "noc2016"


def exists(code: str) -> bool:
    """Tell whether there is such a code, as far as the table can: its last groups pass by their form."""
    scheme = scheme_of(code)
    if scheme == "noc2021":
        return code in _occupations() or code[1] in "45"
    if scheme is None or (code[0] != "0" and code[1] in "89"):
        return False
    return code in _from_2016() or (code[0] != "0" and code[1] not in "01")


def title(code: str) -> str | None:
    """Return the title of a NOC 2021 unit group; None where it is not held."""
    occupation = _occupations().get(code)
    return occupation.title if occupation else None


def _complete_2016(code: str) -> bool:
    """Tell whether all of the images of a NOC 2016 code are held: managers and skill levels A and B."""
    return code[0] == "0" or (int(code[1]) < _SKILL_C and code not in _PART_OUTSIDE)


def images(codes: Iterable[str] | None, scheme: Scheme) -> frozenset[str] | None:
    """Return all codes of `scheme` that these may be; None where that is not known."""
    if codes is None:
        return None
    found: set[str] = set()
    for code in codes:
        if scheme_of(code) == scheme:
            found.add(code)
        elif scheme == "noc2016":
            occupation = _occupations().get(code)
            if occupation is None:
                return None
            found |= occupation.noc2016
        else:
            held = _from_2016().get(code)
            if held is None or not _complete_2016(code):
                return None
            found |= held
    return frozenset(found)


def teers(codes: frozenset[str] | None) -> frozenset[int]:
    """Return the TEER categories that these codes may be in."""
    if codes is None:
        return frozenset(range(_LAST_TEER + 1))
    found: set[int] = set()
    for code in codes:
        if len(code) == _FIVE:
            found.add(int(code[1]))
            continue
        held = images(frozenset({code}), "noc2021")
        if held is not None:
            found |= {int(image[1]) for image in held}
        elif code in _from_2016():
            found |= {int(image[1]) for image in _from_2016()[code]} | {4, 5}
        else:
            found |= {4, 5}
    return frozenset(found)


def categories(code: str | None, on: dt.date) -> frozenset[int]:
    """Return the TEER categories that a code may be in on a day.

    Before 16 November 2022 these are the skill types and levels of the classification of 2016, in the numbers of those that
    took their place: managers 0, level A 1, B 2, C 4, D 5.

    >>> categories("73300", dt.date(2022, 11, 15)), categories("73300", dt.date(2022, 11, 16))
    (frozenset({4}), frozenset({3}))
    """
    if on >= TEER_SINCE:
        return teers(frozenset({code}) if code else None)
    former = images({code}, "noc2016") if code else None
    if former is not None:
        return frozenset(0 if each[0] == "0" else _LEVELS[each[1]] for each in former)
    if code and not code.startswith(_ONCE_SKILLED):
        return frozenset({4, 5})
    return frozenset({0, *_LEVELS.values()})


def codes() -> tuple[str, ...]:
    """Return every code held, of both versions."""
    return (*sorted(_occupations()), *sorted(_from_2016()))


def search(text: str, limit: int = 10) -> list[Occupation]:
    """Find unit groups by code or by words of their title, the best first."""
    words = [word.rstrip("s") for word in re.findall(r"[a-z0-9]+", text.lower())]
    scored = []
    for occupation in _occupations().values():
        name = occupation.title.lower()
        hits = sum(
            bool(re.search(rf"\b{re.escape(word)}", name)) or occupation.code.startswith(word)
            for word in words
        )
        hits += occupation.code in words or any(word in occupation.noc2016 for word in words)
        if hits:
            scored.append((-hits, len(name), occupation.code, occupation))
    return [occupation for *_, occupation in sorted(scored, key=lambda entry: entry[:3])[:limit]]


def nearest(code: str) -> str:
    """Return the nearest code that exists, or an empty text."""
    import difflib

    known = [*_occupations(), *_from_2016()]
    lost = [padded for padded in (code.zfill(4), code.zfill(5)) if padded in known and padded != code]
    if code.isascii() and code.isdecimal() and lost:
        return lost[0]  # a spreadsheet took the zeros before it
    found = difflib.get_close_matches(code, known, n=1, cutoff=0.5)
    return found[0] if found else ""
