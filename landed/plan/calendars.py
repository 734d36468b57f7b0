"""Business days of a jurisdiction: which days an office works, and when N of them have passed.

A calendar is named by a code: `CA` (the federal government of Canada), `CA-BC` and the other provinces and
territories, `US` (the federal government). Its holidays come from the `holidays` library; an answer names the
category that was used. Saturdays and Sundays are never business days. Three rules decide every off-by-one:

- A file received on a day that is no business day counts as received on the next one.
- The count begins on the business day *after* receipt (so ESDC counts its ten days): a file received on a Monday,
  in a week without holidays, is one business day old on Tuesday.
- No business days are no time: the day itself, whatever day it is.

The library is imported only when a year of a calendar is asked for the first time on this machine; the holidays are
then kept in the user's cache, by version of the library, and days are counted in plain Python.

>>> import datetime as dt
>>> after_business_days(dt.date(2026, 6, 30), 1, "CA").isoformat()  # 1 July is Canada Day
'2026-07-02'
>>> after_business_days(dt.date(2026, 6, 30), 1, "US").isoformat()
'2026-07-01'
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from bisect import bisect_left, bisect_right
from functools import cache
from pathlib import Path

from landed.errors import UsageError
from landed.law.files import cache_folder

PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick", "NL": "Newfoundland and Labrador",
    "NS": "Nova Scotia", "NT": "Northwest Territories", "NU": "Nunavut", "ON": "Ontario", "PE": "Prince Edward Island",
    "QC": "Quebec", "SK": "Saskatchewan", "YT": "Yukon",
}  # fmt: skip
CODES = ("CA", *(f"CA-{province}" for province in PROVINCES), "US")
"""Every calendar there is."""

_SATURDAY = 5


def calendar_name(code: str) -> str:
    """Say whose business days a calendar counts, and what is odd about its holidays."""
    match must_exist(code).partition("-"):
        case "CA", _, "":
            return (
                "business days of the Canadian federal government: weekends and federal holidays are left out of the "
                "count, Easter Monday is not"
            )
        case "CA", _, province:
            return f"business days in {PROVINCES[province]}: weekends and its public holidays are left out of the count"
        case _:
            return "business days of the U.S. federal government: weekends and federal holidays are left out of the count"


def must_exist(code: str) -> str:
    """Return the code, or raise a `UsageError` that names those there are."""
    if code not in CODES:
        raise UsageError(f"there is no calendar {code!r}; expected one of {', '.join(CODES)}")
    return code


def holidays_of(code: str, year: int) -> frozenset[dt.date]:
    """Return the holidays of a calendar in a year, those that fall on a weekend among them."""
    return frozenset(dt.date.fromordinal(day) for day in _closed(must_exist(code), year))


def is_business_day(day: dt.date, code: str) -> bool:
    """Tell whether an office of this calendar works on the day."""
    return day.weekday() < _SATURDAY and day.toordinal() not in _closed(must_exist(code), day.year)


def received(day: dt.date, code: str) -> dt.date:
    """Return the business day on which a file that arrives on `day` counts as received."""
    return _nth(day, 0, code)


def after_business_days(day: dt.date, count: int, code: str) -> dt.date:
    """Return the day on which `count` business days have passed since a file arrived on `day`."""
    return _nth(day, count, code) if count > 0 else day


def business_days_between(first: dt.date, last: dt.date, code: str) -> int:
    """Count the business days after `first`, up to and with `last`."""
    if last <= first:
        return 0
    years = range(first.year, last.year + 1)
    until = sum(len(_open(code, year)) for year in years[:-1]) + bisect_right(
        _open(code, last.year), last.toordinal()
    )
    return until - bisect_right(_open(code, first.year), first.toordinal())


def _nth(day: dt.date, count: int, code: str) -> dt.date:
    """Return the business day that is `count` after the first one from `day` on."""
    year = day.year
    days = _open(code, year)
    place = bisect_left(days, day.toordinal()) + count
    while place >= len(days):
        place -= len(days)
        year += 1
        days = _open(code, year)
    return dt.date.fromordinal(days[place])


@cache
def _open(code: str, year: int) -> tuple[int, ...]:
    """Return the business days of a year as ordinals, in order."""
    first, after = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    return tuple(
        day
        for day in range(first.toordinal(), after.toordinal())
        if is_business_day(dt.date.fromordinal(day), code)
    )


# --------------------------------------------------------------------------------------------- the library


@cache
def _closed(code: str, year: int) -> frozenset[int]:
    """Return the holidays of a year as ordinals, from the cache where it has them."""
    kept = cache_folder() / "calendars" / f"{_version()}-{code}-{year}.json"
    try:
        return frozenset(dt.date.fromisoformat(day).toordinal() for day in json.loads(kept.read_bytes()))
    except (OSError, ValueError, TypeError):
        days = _ask_library(code, year)
    _keep(kept, days)
    return frozenset(day.toordinal() for day in days)


def _ask_library(code: str, year: int) -> list[dt.date]:
    import holidays

    country, _, province = code.partition("-")
    category = "public" if province else "government"
    return sorted(
        holidays.country_holidays(country, subdiv=province or None, years=year, categories=(category,))
    )


@cache
def _version() -> str:
    """Return the version of the library without importing it."""
    from importlib.util import find_spec

    spec = find_spec("holidays")
    if spec is None or spec.origin is None:
        return "none"
    try:
        text = Path(spec.origin).with_name("version.py").read_text("utf-8")
    except OSError:
        text = ""
    found = re.search(r"""__version__ = ["']([^"']+)["']""", text)
    if found:
        return found[1]
    from importlib.metadata import version

    return version("holidays")


def _keep(kept: Path, days: list[dt.date]) -> None:
    """Write whole or not at all; a cache that cannot be written is done without."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=kept.parent, delete=False, encoding="utf-8") as file:
            json.dump([day.isoformat() for day in days], file)
        Path(file.name).replace(kept)
    except OSError:
        return
