"""How a day is said: with the month as a word, so that nobody takes the one for the other, in any locale.

>>> day_text(dt.date(2027, 1, 8)), short_day(dt.date(2027, 1, 8)), month(dt.date(2027, 1, 8))
('Fri, Jan 8, 2027', 'Jan 8, 2027', 'Jan')
>>> in_words("Begun on 2026-11-22, with --if last_day_worked=2026-11-20 and --set intake@2027-01-01=closed")
'Begun on Nov 22, 2026, with --if last_day_worked=2026-11-20 and --set intake@2027-01-01=closed'
"""

from __future__ import annotations

import datetime as dt
import re

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO_DAY = re.compile(r"(?<![\w=/.@-])(\d{4}-\d{2}-\d{2})(?![\w/=-])")


def day_text(day: dt.date) -> str:
    """Say a day with its weekday: Fri, Jan 8, 2027."""
    return f"{_WEEKDAYS[day.weekday()]}, {short_day(day)}"


def short_day(day: dt.date) -> str:
    """Say a day without its weekday: Jan 8, 2027."""
    return f"{month(day)} {day.day}, {day.year}"


def month(day: dt.date) -> str:
    """Say a month: Jan."""
    return _MONTHS[day.month - 1]


def in_words(text: str) -> str:
    """Return a text with its days in words; a day within an option, a path or an address stays as it is."""
    return _ISO_DAY.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    try:
        return short_day(dt.date.fromisoformat(found[1]))
    except ValueError:
        return found[1]
