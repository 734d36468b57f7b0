"""Business days: holidays that are certain, and rules that hold whatever the holidays are."""

import datetime as dt
import json
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.errors import UsageError
from landed.plan import calendars
from landed.plan.calendars import (
    CODES,
    after_business_days,
    business_days_between,
    calendar_name,
    holidays_of,
    is_business_day,
    received,
)  # fmt: skip

DAYS = st.dates(dt.date(2017, 1, 1), dt.date(2031, 12, 31))
CODE = st.sampled_from(CODES)


@pytest.mark.parametrize(
    ("day", "code", "name"),
    [
        ("2026-07-01", "CA", "Canada Day"),
        ("2026-05-18", "CA", "Victoria Day"),
        ("2025-05-19", "CA", "Victoria Day"),
        ("2017-05-22", "CA", "Victoria Day"),
        ("2026-04-03", "CA", "Good Friday"),
        ("2026-09-07", "CA", "Labor Day"),
        ("2026-10-12", "CA", "Thanksgiving"),
        ("2026-11-11", "CA", "Remembrance Day"),
        ("2026-12-28", "CA", "Boxing Day, which fell on a Saturday"),
        ("2022-09-30", "CA", "National Day for Truth and Reconciliation"),
        ("2026-02-16", "CA-BC", "Family Day, the third Monday of February since 2019"),
        ("2018-02-12", "CA-BC", "Family Day, the second Monday of February until 2018"),
        ("2026-08-03", "CA-BC", "British Columbia Day"),
        ("2026-02-16", "CA-ON", "Family Day"),
        ("2026-06-24", "CA-QC", "Saint-Jean-Baptiste"),
        ("2026-07-03", "US", "Independence Day, which falls on a Saturday"),
        ("2026-11-26", "US", "Thanksgiving"),
        ("2026-01-19", "US", "Martin Luther King Day"),
        ("2022-06-20", "US", "Juneteenth, which fell on a Sunday"),
        ("2026-09-07", "US", "Labor Day"),
    ],
)
def test_a_published_holiday_is_no_business_day(day, code, name):
    assert not is_business_day(dt.date.fromisoformat(day), code), name


@pytest.mark.parametrize(
    ("day", "code", "why"),
    [
        ("2026-02-16", "CA", "Family Day is provincial"),
        ("2021-06-18", "CA", "Juneteenth is American"),
        ("2019-09-30", "CA", "Truth and Reconciliation began in 2021"),
        ("2026-07-01", "US", "Canada Day is Canadian"),
        ("2020-06-19", "US", "Juneteenth began in 2021"),
        ("2026-06-24", "CA-BC", "Saint-Jean-Baptiste is in Quebec"),
        ("2026-08-03", "CA", "a civic holiday is provincial"),
    ],
)
def test_a_holiday_elsewhere_is_a_business_day(day, code, why):
    assert is_business_day(dt.date.fromisoformat(day), code), why


def test_the_federal_set_counts_easter_monday_and_its_name_says_so():
    assert is_business_day(dt.date(2026, 4, 6), "CA")
    assert "Easter Monday" in calendar_name("CA")
    assert "holidays are left out" in calendar_name("CA")


def test_the_federal_category_is_government_because_public_lacks_victoria_day():
    import holidays

    public = holidays.country_holidays("CA", years=2026, categories=("public",))
    assert dt.date(2026, 5, 18) not in public
    assert dt.date(2026, 5, 18) in holidays_of("CA", 2026)


def test_ten_business_days_count_from_the_business_day_after_receipt():
    # Monday 22 June 2026, with Canada Day on Wednesday 1 July.
    assert after_business_days(dt.date(2026, 6, 22), 10, "CA") == dt.date(2026, 7, 7)


def test_a_file_that_arrives_on_a_saturday_is_received_on_monday():
    assert received(dt.date(2026, 11, 21), "CA") == dt.date(2026, 11, 23)
    assert after_business_days(dt.date(2026, 11, 21), 1, "CA") == dt.date(2026, 11, 24)


def test_no_business_days_are_no_time_even_on_a_sunday():
    assert after_business_days(dt.date(2026, 11, 22), 0, "CA") == dt.date(2026, 11, 22)


def test_an_unknown_calendar_is_refused_by_name():
    with pytest.raises(UsageError, match="there is no calendar 'CA-XX'"):
        is_business_day(dt.date(2026, 1, 1), "CA-XX")


@pytest.mark.parametrize("code", CODES)
def test_every_calendar_has_a_name_and_holidays(code):
    assert "business days" in calendar_name(code)
    assert len(holidays_of(code, 2026)) >= 5


@settings(deadline=None)
@given(DAYS, st.integers(0, 120), CODE)
def test_it_agrees_with_numpy(day, count, code):
    closed = [date for year in range(day.year, day.year + 2) for date in holidays_of(code, year)]
    expected = np.busday_offset(day, count, roll="forward", holidays=closed).astype(dt.date)
    assert after_business_days(day, count, code) == (expected if count else day)


@settings(deadline=None)
@given(DAYS, st.integers(0, 90), st.integers(1, 60), CODE)
def test_finishing_later_never_comes_from_starting_earlier(day, wait, count, code):
    later = day + dt.timedelta(days=wait)
    assert after_business_days(day, count, code) <= after_business_days(later, count, code)


@settings(deadline=None)
@given(DAYS, st.integers(1, 60), CODE)
def test_counting_back_gives_the_count(day, count, code):
    start = received(day, code)
    end = after_business_days(day, count, code)
    assert is_business_day(end, code)
    assert business_days_between(start, end, code) == count


def test_a_second_start_reads_the_holidays_from_the_cache_and_imports_no_library(tmp_path):
    program = (
        "import sys, datetime as dt\n"
        "from landed.plan.calendars import after_business_days\n"
        "print(after_business_days(dt.date(2026, 12, 21), 10, 'CA-BC'), 'holidays' in sys.modules, 'numpy' in sys.modules)"
    )

    def start() -> str:
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={"LANDED_CACHE_DIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return run.stdout.strip()

    assert start() == "2027-01-06 True False"
    assert start() == "2027-01-06 False False"


def test_a_spoilt_cache_is_read_as_none(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path))
    calendars._closed.cache_clear()
    first = holidays_of("US", 2019)
    for kept in (tmp_path / "calendars").iterdir():
        assert json.loads(kept.read_text())
        kept.write_text("{")
    calendars._closed.cache_clear()
    assert holidays_of("US", 2019) == first
    calendars._closed.cache_clear()
