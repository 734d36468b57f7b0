"""A wait for a day of the calendar is over on that day; and what is taken only until a known day is filed by then."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan
from landed.plan.schedule import Length, Node, latest_start, run

REGISTRANT = b"""
on: ASKED
worker: {citizenships: [IN], location: US, us_degree_or_equivalent: true,
         us_status: {class: F-1 OPT, opt_ends: 2027-03-31, cap_counted: false, first_h1b_admission: none}}
employer: {undertakes: {us_petition: true}, cap_exempt_kind: none}
job: {us_specialty_occupation: true, us_consular_notice: false}
goals: {countries: [US]}
"""


def day(text):
    return dt.date.fromisoformat(text)


def plan(case, on):
    return make_plan(read_case_text(case.replace(b"ASKED", on.encode()), "case.yaml"))


def step(option, name):
    return next(each for each in option.steps if each.id.endswith(f"/{name}"))


def cap(found):
    return next(each for each in found.options if each.route == "united_states.h1b.cap_petition")


def test_a_wait_until_a_day_begun_later_is_shorter():
    wait = (Length(22, "days", until=day("2026-04-01")),)
    nodes = (Node("draw", (), wait, wait), Node("window", ("draw",), wait, wait))
    found = run(nodes, day("2026-03-10"), "standard")
    assert found["window"].end == day("2026-04-01")
    assert run(nodes, day("2026-05-01"), "standard")["window"].end == day("2026-05-01")
    assert latest_start(nodes, ("window",), day("2026-04-10"), day("2026-03-10"), "standard") == day(
        "2026-04-10"
    )


def test_a_step_that_is_taken_until_a_day_begins_by_then():
    nodes = (Node("register", ()), Node("work", ("register",), (Length(10),), (Length(10),)))
    found = latest_start(
        nodes, ("work",), day("2026-06-30"), day("2026-03-10"), "standard", {"register": day("2026-03-19")}
    )
    assert found == day("2026-03-19")


@pytest.mark.parametrize("on", ["2026-03-04", "2026-03-10", "2026-03-19"])
def test_the_season_of_the_cap_has_its_own_days_whenever_one_registers(on):
    """Registration of 4 to 19 March 2026, petitions from 1 April, work from 1 October: the dossier's calendar of a season."""
    option = cap(plan(REGISTRANT, on))
    assert step(option, "cp_window").ends.if_every_standard_is_met == day("2026-04-01")
    assert step(option, "cp_october").ends.if_every_standard_is_met == day("2026-10-01")
    assert step(option, "cp_start").starts.if_every_standard_is_met == day("2026-10-01")


def test_the_employer_registers_before_the_window_closes():
    found = plan(REGISTRANT, "2026-03-10")
    assert cap(found).latest_safe_start.days.if_every_standard_is_met == day("2026-03-19")
    task = next(each for each in found.this_week if each.what.startswith("Register the worker"))
    assert task.by_when == day("2026-03-19")


def test_nobody_is_asked_for_the_days_to_file_before_the_draw():
    option = cap(plan(REGISTRANT, "2026-03-10"))
    assert "filing_days" not in {each.clause.rpartition("/")[2] for each in option.would_open}
    selected = REGISTRANT.replace(b"cap_counted", b"h1b_selected: true, cap_counted")
    option = cap(plan(selected, "2026-04-10"))
    assert "filing_days" in {each.clause.rpartition("/")[2] for each in option.would_open}


EXTENDED = b"""
on: ASKED
worker: {citizenships: [IN], location: US,
         us_status: {class: H-1B, i94_expires: 2027-01-31, petition_expires: 2027-01-31, first_h1b_admission: 2024-02-01,
                     days_abroad_in_h1b: 0, last_day_worked: none}}
employer: {undertakes: {us_petition: true}}
goals: {countries: [US]}
"""


def test_the_latest_start_of_an_extension_does_not_move_with_the_day_on_which_one_asks():
    """By Friday, 29 January 2027, seven business days after the 20th: the 31st is a Sunday."""
    starts = {
        plan(EXTENDED, on).best.latest_safe_start.days.if_every_standard_is_met
        for on in ("2026-01-15", "2026-06-01", "2026-11-22")
    }
    assert starts == {day("2027-01-20")}
