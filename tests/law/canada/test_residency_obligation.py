"""The residency obligation as a clock: landed on 16 February 2018, 14 days in Canada, back on 15 April 2019."""

import datetime as dt

import pytest

from landed.assess import assess_route
from landed.law.canada.residency_obligation.rules import five_years
from landed.law.library import Law

STAY = [{"from": "2018-02-16", "to": "2018-03-01"}]
LANDED = {
    "worker.canada.landed_on": "2018-02-16", "worker.canada.stays": STAY, "worker.canada.counted_days_abroad": 0,
}  # fmt: skip


@pytest.fixture
def clock(question):
    def asked(on, facts):
        found = question(on, facts)
        span = found.ask(five_years.runs_out, five_years.id).span
        days = tuple(dt.date.fromordinal(int(end)).isoformat() for end in (span.lo, span.hi))
        return assess_route(found, Law().route(five_years.id)), days

    return asked


def test_the_obligation_can_still_be_met_on_the_planned_day_of_return(clock):
    found, days = clock("2019-04-15", LANDED)
    assert found.outcome.value == "open"
    assert days == ("2021-03-01", "2021-03-01")  # 2023-02-15, the last of the five years, less 730 - 14 days


def test_the_last_day_to_come_back_and_the_day_after(clock):
    assert clock("2021-03-01", LANDED)[0].outcome.value == "open"
    late, _ = clock("2021-03-02", LANDED)
    assert late.outcome.value == "undetermined"  # an officer may accept humanitarian grounds
    assert [clause.node.key for clause in late.failing()] == ["days"]
    assert [opener.clause for opener in late.would_open] == ["humanitarian_grounds"]


def test_who_comes_back_that_day_and_stays_has_the_days():
    assert (dt.date(2023, 2, 15) - dt.date(2021, 3, 1)).days + 14 == 730


def test_nobody_said_whether_days_abroad_count(clock):
    facts = {key: value for key, value in LANDED.items() if key != "worker.canada.counted_days_abroad"}
    found, (earliest, latest) = clock("2018-09-01", facts)
    assert found.outcome.value == "open"  # days abroad could only help
    assert earliest == "2021-03-01"
    assert latest > earliest


def test_any_part_of_a_day_counts_so_both_ends_of_a_stay_do(clock):
    one_day = LANDED | {"worker.canada.stays": [{"from": "2018-02-16", "to": "2018-02-16"}]}
    assert clock("2018-09-01", one_day)[1][0] == "2021-02-16"


def test_days_before_landing_do_not_count(clock):
    before = LANDED | {"worker.canada.stays": [{"from": "2017-01-01", "to": "2017-12-31"}, *STAY]}
    assert clock("2018-09-01", before)[1] == ("2021-03-01", "2021-03-01")


def test_after_the_first_five_years_the_last_five_are_looked_at(clock):
    facts = {
        "worker.canada.landed_on": "2015-06-01",
        "worker.canada.stays": [{"from": "2020-01-01", "to": "2021-12-30"}],
        "worker.canada.counted_days_abroad": 0,
    }
    found, days = clock("2024-01-01", facts)  # 730 days from 2020-01-01 to 2021-12-30
    assert found.outcome.value == "open"
    assert days == ("2024-12-31", "2024-12-31")  # the five years before it still begin on 2020-01-01
    assert clock("2024-12-31", facts)[0].outcome.value == "open"
    assert clock("2025-01-01", facts)[0].outcome.value == "undetermined"


@pytest.mark.parametrize("on", ["2025-01-01", "2025-06-30", "2026-05-01"])
def test_the_day_on_which_it_ran_out_stays_that_day(clock, on):
    facts = {
        "worker.canada.landed_on": "2015-06-01",
        "worker.canada.stays": [
            {"from": "2020-01-01", "to": "2021-12-30"},
            {"from": "2026-04-01", "to": "2026-04-30"},
        ],
        "worker.canada.counted_days_abroad": 0,
    }
    assert clock(on, facts)[1] == ("2024-12-31", "2024-12-31")


@pytest.mark.parametrize("on", ["2023-02-16", "2023-02-17", "2026-01-01"])
def test_who_never_had_the_days_lost_them_with_the_first_five_years(clock, on):
    assert clock(on, LANDED)[1] == ("2023-02-15", "2023-02-15")


def test_what_is_missing_is_the_days_abroad_where_the_stays_are_told(clock):
    facts = {key: value for key, value in LANDED.items() if key != "worker.canada.counted_days_abroad"}
    assert clock("2021-03-02", facts)[0].missing == ("worker.canada.counted_days_abroad",)


def test_landing_on_29_february(clock):
    facts = {"worker.canada.landed_on": "2020-02-29", "worker.canada.residency_days": 100}
    _, days = clock("2021-01-01", facts)
    assert days == ("2023-06-09", "2023-06-09")  # 2025-02-28, the last of the five years, less 630 days


def test_the_clock_says_nothing_to_who_never_landed(question):
    found = question("2026-06-14", {"worker.canada.landed_on": "none"})
    assert assess_route(found, Law().route(five_years.id)).outcome.value == "closed"
