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


# ---------------------------------------------------------------------------- a STEM extension that is pending


def pending(on, filed="2026-09-15"):
    case = f"""
on: {on}
worker: {{citizenships: [CN], location: US,
         us_status: {{class: F-1 OPT, opt_ends: 2026-10-31, stem_degree: true, stem_extensions_used: 0, unemployed_days: 0,
                     pending_petition: {{kind: extension, filed: {filed}}}}}}}
employer: {{e_verify: true, undertakes: {{stem_training_plan: true}}}}
goals: {{countries: [US]}}
"""
    return make_plan(read_case_text(case.encode(), "case.yaml"))


def test_work_goes_on_for_180_days_while_a_stem_extension_asked_for_in_time_is_pending():
    """Kept when other automatic extensions ended on 30 October 2025: 31 October 2026 and 180 days is 29 April 2027."""
    found = pending("2026-11-22")
    assert (found.binding.day, found.binding.deadline.ends) == (day("2027-04-29"), "work")
    assert clock(found, "grace") is None
    assert (found.best.route, found.best.outcome) == ("united_states.opt.stem_extension", "open")
    assert [each.id.rpartition("/")[2] for each in found.best.steps] == ["s_go_on", "s_decide"]
    assert found.best.first_work.if_every_standard_is_met == day("2026-11-22")


def test_asked_for_a_day_late_it_carries_nothing():
    found = pending("2026-11-22", filed="2026-11-01")
    assert (found.binding.day, found.binding.deadline.ends) == (day("2026-12-30"), "stay")
    assert "united_states.opt.stem_extension" not in {each.route for each in found.options}


def test_after_the_180_days_nobody_is_told_to_go_on_working():
    found = pending("2027-04-30")
    assert any(text.startswith("The right to work ended on 2027-04-29") for text in found.summary)
    assert "s_go_on" not in {step.id.rpartition("/")[2] for each in found.options for step in each.steps}


# ------------------------------------------------------------------------------------- the next window of the cap

NEXT = """
on: ASKED
worker: {citizenships: [IN], location: US, us_degree_or_equivalent: true,
         us_status: {class: F-1 STEM OPT, opt_ends: 2027-05-31, cap_counted: false, first_h1b_admission: none}}
job: {us_specialty_occupation: true, us_consular_notice: false}
employer: {cap_exempt_kind: none, undertakes: {us_petition: true}}
goals: {countries: [US]}
"""


def test_the_window_of_the_next_march_is_told_of_where_its_days_are_not_known():
    found = make_plan(read_case_text(NEXT.replace("ASKED", "2026-11-22").encode(), "case.yaml"))
    cap = next(each for each in found.closed if each.route == "united_states.h1b.cap_petition")
    assert "its intake may open from 2027-03-01 on" in cap.could_change
    in_march = make_plan(read_case_text(NEXT.replace("ASKED", "2027-03-10").encode(), "case.yaml"))
    assert "if: it is taken on the day: its days are not encoded here" in in_march.headline
    register = next(each for each in in_march.this_week if each.what.startswith("Register the worker"))
    assert register.by_when == day("2027-03-10")  # no later day is safe, and none is told as the last
    assert all(step.taken_until is None for step in in_march.best.steps)
