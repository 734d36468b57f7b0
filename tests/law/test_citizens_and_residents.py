"""Who needs no permit at all: citizens and permanent residents of Canada; and for whom a petition is not made."""

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan
from tests.law.exempt_cases import CLOSED, OPEN, ask, failing
from tests.law.reading import TODAY

OFFER = {
    "employer__exists": True, "employer__willing": True, "employer__undertakes__portal_offer": True, "job__noc": "21231",
    "job__province": "ON", "worker__french__speaking": 7, "worker__french__listening": 7, "job__primary_agriculture": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("citizenships", "citizen", "permit"), [(["IN"], CLOSED, OPEN), (["CA"], OPEN, CLOSED), (["CA", "IN"], OPEN, CLOSED)]
)  # fmt: skip
def test_a_citizen_of_canada_needs_no_permit_and_is_given_none(citizenships, citizen, permit):
    facts = {**OFFER, "worker__citizenships": citizenships}
    assert ask("citizens_and_residents.citizen", TODAY, **facts).outcome is citizen
    assert ask("francophone_mobility.worker", TODAY, **facts).outcome is permit


def test_a_permanent_resident_whose_days_can_still_be_reached_needs_no_permit():
    facts = {"worker__canada__landed_on": "2018-02-16", "worker__canada__residency_days": 14}
    answer = ask("citizens_and_residents.permanent_resident", "2018-09-01", **facts)
    assert (answer.outcome, answer.confidence) == (OPEN, "unverified")


def test_of_whom_nothing_is_said_no_plan_supposes_that_they_are_canadian():
    for route in ("citizen", "permanent_resident"):
        answer = ask(f"citizens_and_residents.{route}", TODAY)
        assert (answer.outcome, len(failing(answer))) == (CLOSED, 1)


LAID_OFF_CANADIAN = b"""
on: 2026-11-01
worker: {citizenships: [CA], residence: US, location: US,
         us_status: {class: TN, i94_expires: 2027-05-01, last_day_worked: 2026-10-20, grace_used: false}}
"""


def test_the_plan_of_a_canadian_who_lost_a_job_in_the_united_states_begins_at_home():
    plan = make_plan(read_case_text(LAID_OFF_CANADIAN, "case.yaml"))
    assert plan.headline.startswith("Open: Canada as its citizen")


@pytest.mark.parametrize("status", ["citizen", "green_card"])
def test_no_h1b_petition_is_made_for_citizens_and_permanent_residents_of_the_united_states(status):
    case = f"on: {TODAY}\nworker: {{citizenships: [FR], us_status: {{class: {status}}}}}".encode()
    plan = make_plan(read_case_text(case, "case.yaml"))
    assert {each.route.rpartition(".")[0] for each in plan.options if each.country == "US"} == {
        "united_states.citizens_and_residents"
    }
