"""The calendar, on the days where calendars go wrong."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landed.expr.civil import (
    add_months,
    add_years,
    age_on,
    births_of,
    days_covered,
    days_in,
    merged,
    overlap,
    overlap_days,
    whole_months,
    whole_years,
)

DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2150, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))
ONE_DAY = dt.timedelta(days=1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        ("2024-02-29", 1, "2025-03-01"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2024-02-29", -4, "2020-02-29"),
        ("2096-02-29", 4, "2100-03-01"),  # 2100 is no leap year
        ("1996-02-29", 4, "2000-02-29"),  # 2000 was one
        ("2023-02-28", 1, "2024-02-28"),
        ("2025-12-31", 1, "2026-12-31"),
        ("2025-03-01", -1, "2024-03-01"),
    ],
)
def test_a_year_later_than_29_february_is_1_march_where_it_must_be(start, years, end):
    assert add_years(day(start), years) == day(end)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 3, "2025-04-30"),
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-01-15", -1, "2024-12-15"),
        ("2025-02-28", 1, "2025-03-28"),  # the end of a month is not sticky
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-11-22", 0, "2026-11-22"),
    ],
)
def test_a_month_later_than_a_day_that_is_not_there_is_the_last_of_the_month(start, months, end):
    assert add_months(day(start), months) == day(end)


def test_a_birthday_on_29_february_counts_on_1_march():
    born = day("1996-02-29")
    assert age_on(born, day("2025-02-28")) == 28
    assert age_on(born, day("2025-03-01")) == 29
    assert age_on(born, day("2024-02-28")) == 27
    assert age_on(born, day("2024-02-29")) == 28


@pytest.mark.parametrize(
    ("on", "age"),
    [("2026-03-13", 31), ("2026-03-14", 32), ("2027-03-13", 32), ("1994-03-14", 0), ("1994-03-13", -1)],
)
def test_a_person_is_a_year_older_on_the_birthday_itself(on, age):
    assert age_on(day("1994-03-14"), day(on)) == age


def test_a_period_counts_its_first_and_its_last_day():
    assert days_in(day("2025-03-01"), day("2025-03-01")) == 1
    assert days_in(day("2025-03-01"), day("2025-03-31")) == 31
    assert days_in(day("2025-03-02"), day("2025-03-01")) == 0


def test_periods_that_touch_on_one_day_share_that_day():
    january, february = (day("2025-01-01"), day("2025-01-31")), (day("2025-01-31"), day("2025-02-28"))
    assert overlap(january, february) == (day("2025-01-31"), day("2025-01-31"))
    assert overlap_days(january, (day("2025-02-01"), day("2025-02-28"))) == 0


@given(DAYS, st.integers(-60, 60))
def test_whole_years_undoes_add_years(start, years):
    assert whole_years(start, add_years(start, years)) == years
    assert whole_years(start, add_years(start, years) - ONE_DAY) == years - 1


@given(DAYS, st.integers(-400, 400))
def test_whole_months_undoes_add_months(start, months):
    end = add_months(start, months)
    assert whole_months(start, end) == months
    # 31 January plus one month and plus 28 days are the same day, but no earlier one is
    assert whole_months(start, end - ONE_DAY) == months - 1


@given(DAYS, DAYS)
def test_nobody_gets_younger(birth, on):
    assert age_on(birth, on) <= age_on(birth, on + ONE_DAY) <= age_on(birth, on) + 1


@given(st.integers(0, 100), DAYS)
def test_the_births_of_an_age_are_exactly_the_births_of_that_age(age, on):
    first, last = births_of(age, on)
    assert age_on(first, on) == age == age_on(last, on)
    assert age_on(first - ONE_DAY, on) > age > age_on(last + ONE_DAY, on)


@given(st.lists(PERIODS, max_size=8), PERIODS)
def test_days_covered_counts_each_day_once(periods, window):
    small = [(start, min(end, start + dt.timedelta(days=40))) for start, end in periods]
    span = (window[0], min(window[1], window[0] + dt.timedelta(days=400)))
    days = {span[0] + dt.timedelta(days=n) for n in range(days_in(*span))}
    expected = sum(any(start <= each <= end for start, end in small) for each in days)
    assert days_covered(small, span) == expected


@given(st.lists(PERIODS, max_size=8))
def test_merged_periods_are_in_order_and_never_touch(periods):
    joined = merged(periods)
    for (_, end), (start, _) in itertools.pairwise(joined):
        assert end + ONE_DAY < start


@given(PERIODS, PERIODS)
def test_an_overlap_is_the_same_from_both_sides(one, other):
    assert overlap(one, other) == overlap(other, one)
