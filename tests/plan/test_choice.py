"""Which way comes first, and what is asked for it: a draw is no open way, law that is not held is no near way."""

import datetime as dt

from landed.facts import read_case_text
from landed.plan import make_plan

STAMPING = """
on: 2026-01-10
worker: {citizenships: [IN], residence: US, location: IN,
         us_status: {class: H-1B, petition_expires: 2027-09-30, visa_stamp_expires: 2025-06-30, last_day_worked: none}}
job: {noc: "21231", province: ON, city: Toronto}
employer: {operates_in_canada: true, us_worker_months: 40, willing: true,
           canadian_entity: {relationship: subsidiary, since: 2018-01-01, premises: commercial, employees: 80}}
"""
REGISTRANT = """
on: 2026-03-10
worker: {citizenships: [IN], location: US, us_degree_or_equivalent: true,
         us_status: {class: F-1 OPT, opt_ends: 2026-06-30, cap_counted: false, first_h1b_admission: none}}
employer: {undertakes: {us_petition: true}, cap_exempt_kind: none}
job: {us_specialty_occupation: true}
goals: {countries: [US]}
"""


def plan(case):
    return make_plan(read_case_text(case.encode(), "case.yaml"))


def test_a_way_whose_law_is_not_held_here_is_not_nearer_than_one_with_two_open_questions():
    found = plan(STAMPING)
    assert found.best.route == "canada.work_permit.ordinary"
    place = [each.route for each in found.options]
    assert place.index("canada.provincial_nominee.permanent_residence") > 0


def test_what_is_missing_is_asked_in_words_even_where_the_case_writes_it_as_a_record():
    settle = {each.clause.rpartition("/")[2]: each.questions for each in plan(STAMPING).best.would_open}
    assert settle["prevailing_wage"] == ("What is the wage an hour, in Canadian dollars?",)


def test_to_be_entered_in_a_draw_is_no_way_to_go_on_working():
    found = plan(REGISTRANT)
    assert found.headline.startswith(
        "The worker may be entered in the draw; only who is drawn can go on: H-1B under the cap"
    )
    assert "nobody is owed a selection" in found.headline
    assert found.best.needs_invitation


def test_the_employer_registers_in_the_window_even_where_october_is_late():
    """The training ends on 30 June; whether the cap-gap follows is not known. The window closes on 19 March all the same."""
    task = next(each for each in plan(REGISTRANT).this_week if each.what.startswith("Register the worker"))
    assert task.by_when == dt.date(2026, 3, 19)


def test_a_way_that_is_shut_by_the_day_of_filing_is_not_the_first():
    """The renewal of the open permit of 2023 ended before a passport can be renewed: nobody is sent there first."""
    found = plan("on: 2026-11-22\nworker: {citizenships: [IN]}")
    renewal = next(each for each in found.options if each.route == "canada.h1b_open_permit_2023.renewal")
    assert not renewal.recommended
    assert renewal.shut
    assert renewal.why == "it takes nothing more by the day on which it would be filed"
