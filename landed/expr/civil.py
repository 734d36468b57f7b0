"""The calendar: how civil days, months, and years are counted. No other module decides this.

Days are `datetime.date`, without time zones. Three rules decide every off-by-one:

- **A year later** than 29 February, in a year without one, is 1 March. So a person born on 29 February is a
  year older on 1 March, as where the law says that an age is reached at the end of the day before the birthday.
- **A month later** than a day that the month does not have is the last day of that month (31 January plus one
  month is 28 or 29 February), as in section 28 of Canada's Interpretation Act. Twelve months after 29 February
  are therefore 28 February, while a year after it is 1 March: a law says which of the two it counts in.
- **A period** counts its first and its last day: from 1 to 1 March is one day.

>>> from datetime import date
>>> add_years(date(2024, 2, 29), 1), add_months(date(2024, 2, 29), 12)
(datetime.date(2025, 3, 1), datetime.date(2025, 2, 28))
>>> age_on(date(1996, 2, 29), date(2025, 2, 28)), age_on(date(1996, 2, 29), date(2025, 3, 1))
(28, 29)
>>> days_in(date(2025, 3, 1), date(2025, 3, 1))
1
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

Period = tuple[dt.date, dt.date]
"""A first and a last day, both included."""

_MARCH = 3


def add_years(day: dt.date, years: int) -> dt.date:
    """Move a day by whole years, back where `years` is negative; 29 February becomes 1 March where it must.

    >>> add_years(dt.date(2024, 2, 29), 4), add_years(dt.date(2024, 2, 29), -1)
    (datetime.date(2028, 2, 29), datetime.date(2023, 3, 1))
    """
    year = day.year + years
    if (day.month, day.day) == (2, 29) and not calendar.isleap(year):
        return dt.date(year, _MARCH, 1)
    return day.replace(year=year)


def add_months(day: dt.date, months: int) -> dt.date:
    """Move a day by whole months, back where `months` is negative; a day that is not there is the month's last.

    >>> add_months(dt.date(2025, 1, 31), 1), add_months(dt.date(2025, 3, 31), -1)
    (datetime.date(2025, 2, 28), datetime.date(2025, 2, 28))
    >>> add_months(dt.date(2025, 1, 31), 2)
    datetime.date(2025, 3, 31)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def whole_years(first: dt.date, last: dt.date) -> int:
    """Count the years completed on `last`: the greatest n for which `add_years(first, n)` is not after it.

    It is negative where `last` is before `first`.

    >>> (
    ...     whole_years(dt.date(2020, 5, 2), dt.date(2021, 5, 1)),
    ...     whole_years(dt.date(2020, 5, 2), dt.date(2021, 5, 2)),
    ... )
    (0, 1)
    """
    years = last.year - first.year
    return years if add_years(first, years) <= last else years - 1


def whole_months(first: dt.date, last: dt.date) -> int:
    """Count the months completed on `last`: the greatest n for which `add_months(first, n)` is not after it.

    >>> (
    ...     whole_months(dt.date(2025, 1, 31), dt.date(2025, 2, 27)),
    ...     whole_months(dt.date(2025, 1, 31), dt.date(2025, 2, 28)),
    ... )
    (0, 1)
    """
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if add_months(first, months) <= last else months - 1


def age_on(birth: dt.date, day: dt.date) -> int:
    """Return the age in whole years; a birthday on 29 February counts on 1 March. Negative before the birth.

    >>> age_on(dt.date(1994, 3, 14), dt.date(2026, 3, 13)), age_on(dt.date(1994, 3, 14), dt.date(2026, 3, 14))
    (31, 32)
    """
    return whole_years(birth, day)


def births_of(age: int, day: dt.date) -> Period:
    """Return the first and the last birth date of a person who is `age` on `day`.

    >>> births_of(31, dt.date(2026, 3, 13))
    (datetime.date(1994, 3, 14), datetime.date(1995, 3, 13))
    """
    return _first_birth(age, day), _first_birth(age - 1, day) - dt.timedelta(days=1)


def _first_birth(age: int, day: dt.date) -> dt.date:
    """Return the earliest birth date that makes a person at most `age` on `day`."""
    start = add_years(day, -age - 1) - dt.timedelta(days=1)
    while age_on(start, day) > age:
        start += dt.timedelta(days=1)
    return start


def days_in(first: dt.date, last: dt.date) -> int:
    """Count the days from `first` to `last`, both included; none where `last` is before `first`."""
    return max(0, (last - first).days + 1)


def overlap(one: Period, other: Period) -> Period | None:
    """Return the days that two periods share, or None.

    >>> overlap((dt.date(2025, 1, 1), dt.date(2025, 1, 31)), (dt.date(2025, 1, 31), dt.date(2025, 2, 9)))
    (datetime.date(2025, 1, 31), datetime.date(2025, 1, 31))
    """
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def overlap_days(one: Period, other: Period) -> int:
    """Count the days that two periods share."""
    shared = overlap(one, other)
    return days_in(*shared) if shared else 0


def merged(periods: Iterable[Period]) -> list[Period]:
    """Join periods that share a day or touch, in order; reversed periods are left out.

    >>> merged([(dt.date(2025, 1, 10), dt.date(2025, 1, 20)), (dt.date(2025, 1, 1), dt.date(2025, 1, 9))])
    [(datetime.date(2025, 1, 1), datetime.date(2025, 1, 20))]
    """
    joined: list[Period] = []
    for first, last in sorted(period for period in periods if period[0] <= period[1]):
        if joined and first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def days_covered(periods: Iterable[Period], window: Period) -> int:
    """Count the days of `window` that lie in at least one period; a day in two periods counts once.

    >>> january = dt.date(2025, 1, 1), dt.date(2025, 1, 31)
    >>> days_covered(
    ...     [january, (dt.date(2025, 1, 20), dt.date(2025, 2, 28))],
    ...     (dt.date(2025, 1, 15), dt.date(2025, 2, 2)),
    ... )
    19
    """
    return sum(overlap_days(period, window) for period in merged(periods))
