"""Work and stays counted in windows: to the hour, to the day, and as bounds where something is missing."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landed.expr.values import Members, Span
from landed.facts import Case, Snapshot, worker

ON = dt.date(2026, 11, 22)


def having(*jobs, on=ON):
    rows = [{"noc": "21231", "country": "CA", "hours_per_week": 40, **job} for job in jobs]
    return Snapshot(Case(on=on)).with_facts({"worker.experience": rows})


def test_52_weeks_of_30_hours_are_a_year_and_a_day_of_work_less_is_not():
    year = {"from": "2024-01-01", "to": "2024-12-29"}  # 364 days, from a Monday to a Sunday
    assert having(year).value(worker.canadian_work_years) == Span(1, 1)
    assert having({**year, "to": "2024-12-26"}).value(worker.canadian_work_years) == Span(0, 0)


@pytest.mark.parametrize("last", ["2024-12-27", "2024-12-28"])
def test_a_week_of_work_ends_on_friday_and_so_does_a_year_of_52(last):
    assert having({"from": "2024-01-01", "to": last}).value(worker.canadian_work_years) == Span(1, 1)
    assert having({"from": "2024-01-02", "to": last}).value(worker.canadian_work_years) == Span(0, 0)


def test_hours_above_30_a_week_do_not_count_even_from_two_jobs():
    half = {"from": "2024-01-01", "to": "2024-06-30"}
    assert having({**half, "hours_per_week": 60}).value(worker.canadian_work_years) == Span(0, 0)
    assert having(half, half).value(worker.canadian_work_years) == Span(0, 0)


def test_two_part_time_jobs_make_a_full_one():
    part = {"from": "2024-01-01", "to": "2024-12-31", "hours_per_week": 15}
    assert having(part).value(worker.canadian_work_years) == Span(0, 0)
    assert having(part, part).value(worker.canadian_work_years) == Span(1, 1)
    assert having({**part, "to": "2025-12-31"}).value(worker.canadian_work_years) == Span(1, 1)


def test_only_the_last_ten_years_count():
    old = {"from": "2010-01-01", "to": "2017-11-22"}
    assert having(old).value(worker.canadian_work_years) == Span(1, 1)
    assert having({**old, "to": "2016-11-22"}).value(worker.canadian_work_years) == Span(0, 0)


@pytest.mark.parametrize(
    ("noc", "years"), [("21231", 1), ("2173", 1), ("65100", 0), ("85100", 0), ("13100", 1)]
)
def test_only_teer_0_to_3_is_skilled(noc, years):
    assert having({"from": "2024-01-01", "to": "2025-06-30", "noc": noc}).value(
        worker.canadian_work_years
    ) == Span(years, years)


def test_work_abroad_and_work_in_canada_are_counted_apart():
    snapshot = having(
        {"from": "2018-01-01", "to": "2020-12-31", "country": "IN"},
        {"from": "2021-01-01", "to": "2022-12-31"},
    )
    assert snapshot.value(worker.foreign_work_years) == Span(3, 3)
    assert snapshot.value(worker.canadian_work_years) == Span(2, 2)
    assert snapshot.value(worker.skilled_work_years) == Span(5, 5)


@pytest.mark.parametrize(
    "excluded", [{"self_employed": True}, {"authorized": False}, {"full_time_student": True}]
)
def test_unauthorized_work_own_business_and_student_work_do_not_count_in_canada(excluded):
    job = {"from": "2021-01-01", "to": "2022-12-31", **excluded}
    assert having(job).value(worker.canadian_work_years) == Span(0, 0)
    assert having({**job, "country": "IN"}).value(worker.foreign_work_years) == Span(2, 2)


@pytest.mark.parametrize("missing", ["hours_per_week", "noc", "country", "to", "from"])
def test_what_is_missing_of_a_job_makes_bounds(missing):
    job = {"from": "2021-01-01", "to": "2022-12-31", missing: None}
    value = having(job).value(worker.canadian_work_years)
    assert value.lo == 0
    assert value.hi >= 2


def test_twelve_months_in_the_last_three_years():
    snapshot = having({"from": "2022-01-01", "to": "2024-11-22"})
    assert snapshot.value(worker.canadian_work_months_in_three_years) == Span(12, 12)


def test_a_break_of_a_day_ends_a_run_and_no_break_does_not():
    whole = having({"from": "2023-01-01", "to": "2023-06-30"}, {"from": "2023-07-01", "to": "2023-12-31"})
    broken = having({"from": "2023-01-01", "to": "2023-06-29"}, {"from": "2023-07-01", "to": "2024-01-01"})
    assert whole.value(worker.continuous_skilled_months) == Span(12, 12)
    assert broken.value(worker.continuous_skilled_months).hi < 12


def test_work_that_goes_on_is_a_year_on_the_friday_of_its_52nd_week():
    job = {"from": "2025-06-02", "to": "present"}
    for day, years in ((28, 0), (29, 1), (31, 1)):
        found = having(job, on=dt.date(2026, 5, day)).value(worker.canadian_work_years)
        assert found == Span(years, years)


def test_who_leaves_on_friday_and_starts_on_monday_has_had_no_break():
    first = {"from": "2023-01-02", "to": "2023-06-30"}
    monday = having(first, {"from": "2023-07-03", "to": "2023-12-29"})
    tuesday = having(first, {"from": "2023-07-04", "to": "2024-01-05"})
    assert monday.value(worker.continuous_skilled_months) == Span(12, 12)
    assert tuesday.value(worker.continuous_skilled_months).hi < 12


def test_a_run_is_in_one_occupation():
    snapshot = having(
        {"from": "2023-01-01", "to": "2023-06-30"}, {"from": "2023-07-01", "to": "2023-12-31", "noc": "21232"}
    )
    assert snapshot.value(worker.continuous_skilled_months).hi < 12


def test_occupations_of_a_year_and_of_six_months_on_end():
    snapshot = having(
        {"from": "2025-01-01", "to": "2025-05-31"},
        {"from": "2025-09-01", "to": "present"},
        {"from": "2024-01-01", "to": "2024-06-30", "noc": "21211", "country": "IN"},
    )
    both = frozenset({"21231", "21211"})
    assert snapshot.value(worker.occupations_for_a_year) == Members(
        frozenset({"21231"}), frozenset({"21231"})
    )
    assert snapshot.value(worker.occupations_for_six_months_on_end) == Members(both, both)


def test_present_goes_on_on_later_days():
    snapshot = having({"from": "2026-01-01", "to": "present"})
    assert snapshot.value(worker.canadian_work_years) == Span(0, 0)
    assert snapshot.on_day(dt.date(2027, 1, 1)).value(worker.canadian_work_years) == Span(1, 1)


PAST = st.dates(dt.date(2005, 1, 1), ON)


@given(st.lists(st.tuples(PAST, PAST, st.sampled_from([None, 10, 20, 30, 40])), max_size=5))
def test_bounds_hold_whatever_the_missing_hours(rows):
    def years(default):
        jobs = [
            {"from": str(min(a, b)), "to": str(max(a, b)), "hours_per_week": hours or default}
            for a, b, hours in rows
        ]
        return having(*jobs).value(worker.canadian_work_years)

    bounds = years(None)
    for guess in (1, 25, 60):
        exact = years(guess)
        assert bounds.lo <= exact.lo == exact.hi <= bounds.hi


def test_any_part_of_a_day_in_canada_is_a_day():
    stays = [{"from": "2018-02-16", "to": "2018-03-01"}]
    snapshot = Snapshot(Case(on=dt.date(2018, 9, 1))).with_facts({"worker.canada.stays": stays})
    assert snapshot.value(worker.canada.days_present_in_five_years) == Span(14, 14)
    assert snapshot.value(worker.canada.days_present_in_twelve_months) == Span(14, 14)


def test_stays_that_overlap_count_once_and_the_window_ends_with_the_day():
    stays = [{"from": "2026-10-01", "to": "2026-11-01"}, {"from": "2026-11-01", "to": "present"}]
    snapshot = Snapshot(Case(on=ON)).with_facts({"worker.canada.stays": stays})
    assert snapshot.value(worker.canada.days_present_in_twelve_months) == Span(53, 53)


@pytest.mark.parametrize(
    ("relative", "sibling"),
    [
        ({"relationship": "sibling", "status": "citizen", "adult": True}, True),
        ({"relationship": "sibling", "status": "permanent_resident", "birth_date": "2000-01-01"}, True),
        ({"relationship": "sibling", "status": "citizen", "birth_date": "2010-01-01"}, False),
        ({"relationship": "sibling", "status": "citizen"}, None),
        ({"relationship": "sibling", "status": "other", "adult": True}, False),
        ({"relationship": "cousin", "status": "citizen", "adult": True}, False),
        ({"relationship": "sibling", "adult": True}, None),
    ],
)
def test_a_sibling_counts_when_grown_up_and_settled(relative, sibling):
    snapshot = Snapshot(Case(on=ON)).with_facts({"worker.canada.relatives": [relative]})
    assert snapshot.value(worker.sibling_in_canada) is sibling


@pytest.mark.parametrize(
    ("studies", "level"),
    [
        ([("bachelor", "2015-06-01"), ("one_year", "2016-06-01")], "two_or_more"),
        ([("two_year", "2015-06-01"), ("one_year", "2016-06-01")], "two_year"),
        ([("bachelor", "2015-06-01"), ("master", "2017-06-01")], "master"),
        ([("bachelor", "2015-06-01"), ("secondary", "2010-06-01")], "bachelor"),
        ([("master", "2027-06-01"), ("bachelor", "2015-06-01")], "bachelor"),
        ([], "none"),
    ],
)
def test_two_credentials_with_one_of_three_years_are_a_level(studies, level):
    rows = [{"level": each, "completed": day, "country": "IN"} for each, day in studies]
    snapshot = Snapshot(Case(on=ON)).with_facts({"worker.education": rows})
    assert snapshot.shown(worker.education_level) == level


def test_a_foreign_credential_is_assessed_from_the_day_of_its_assessment():
    rows = [{"level": "bachelor", "country": "IN", "completed": "2015-06-01", "assessed": "2025-02-10"}]
    snapshot = Snapshot(Case(on=ON)).with_facts({"worker.education": rows})
    assert snapshot.value(worker.education_assessed) is True
    assert snapshot.on_day(dt.date(2025, 2, 9)).value(worker.education_assessed) is False
    assert snapshot.shown(worker.education_assessed_on) == "2025-02-10"
    never = snapshot.with_facts({"worker.education": [{**rows[0], "assessed": "none"}]})
    assert never.value(worker.education_assessed) is False
    unsaid = snapshot.with_facts({"worker.education": [{**rows[0], "assessed": None}]})
    assert unsaid.value(worker.education_assessed) is None


@pytest.mark.parametrize(
    ("level", "country", "years"),
    [("master", "CA", "three_plus_years"), ("two_year", "CA", "one_or_two_years"), ("master", "US", "none")],
)
def test_studies_in_canada_count_by_their_length(level, country, years):
    rows = [{"level": level, "country": country, "completed": "2020-06-01"}]
    snapshot = Snapshot(Case(on=ON)).with_facts({"worker.education": rows})
    assert snapshot.shown(worker.canadian_study) == years
