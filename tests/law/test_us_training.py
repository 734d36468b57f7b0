"""Practical training that ends, or whose job has ended: the days that run, and what to do while they do."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan


def plan(on, status):
    case = f"""
on: {on}
worker: {{citizenships: [CN], location: US, us_status: {{{status}}}}}
goals: {{countries: [US]}}
"""
    return make_plan(read_case_text(case.encode(), "case.yaml"))


def day(text):
    return dt.date.fromisoformat(text)


def clock(found, name):
    return next((each for each in found.deadlines if each.id == f"united_states.opt.{name}"), None)


@pytest.mark.parametrize(
    ("status", "used", "last"),
    [
        ("F-1 OPT", 73, "2026-12-09"),  # 17 of 90 are left
        ("F-1 STEM OPT", 140, "2026-12-02"),  # 10 of 150 are left
    ],
)
def test_a_graduate_who_lost_the_job_is_told_when_the_days_without_one_run_out(status, used, last):
    """8 CFR 214.2(f)(10)(ii)(E): 90 days, 150 in all with the STEM extension."""
    found = plan(
        "2026-11-22",
        f"class: {status}, opt_ends: 2027-05-31, last_day_worked: 2026-09-10, unemployed_days: {used}",
    )
    assert (clock(found, "unemployment").day, found.binding.day) == (day(last), day(last))
    assert found.this_week[0].what.startswith("Begin a new job")
    assert found.this_week[0].by_when == day(last)


def test_without_the_days_used_before_the_end_of_the_job_gives_the_latest_day():
    found = plan("2026-11-22", "class: F-1 OPT, opt_ends: 2027-05-31, last_day_worked: 2026-09-10")
    assert (clock(found, "unemployment").earliest, clock(found, "unemployment").latest) == (
        None,
        day("2026-12-09"),
    )


@pytest.mark.parametrize("job", ["", ", last_day_worked: none"])
def test_nobody_who_is_not_said_to_be_out_of_work_is_told_of_such_days(job):
    assert clock(plan("2026-11-22", f"class: F-1 OPT, opt_ends: 2027-05-31{job}"), "unemployment") is None


def test_a_training_about_to_end_says_what_the_sixty_days_are_for_and_until_when():
    """A change of status, a new program, or leaving, by the sixtieth day; and no work in them."""
    found = plan("2026-07-01", "class: F-1 STEM OPT, opt_ends: 2026-07-31")
    tasks = {each.step.rpartition("/")[2]: each for each in found.this_week if each.step}
    assert tasks["gr_stop"].by_when == day("2026-07-31")
    assert {tasks[step].by_when for step in ("gr_next", "gr_depart")} == {day("2026-09-29")}


def test_a_training_that_lasts_for_a_year_asks_for_none_of_this_yet():
    found = plan("2025-07-01", "class: F-1 STEM OPT, opt_ends: 2026-07-31")
    assert not any(each.step.rpartition("/")[2].startswith("gr_") for each in found.this_week if each.step)
