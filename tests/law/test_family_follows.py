"""A spouse's permit follows from the worker's planned permit: from what its steps produce, not from a guess."""

import datetime as dt

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.facts import FACTS, Case, Snapshot
from landed.law import Law, programme_ids
from landed.law.library import load_programme
from landed.law.route import Kind
from landed.plan.procedures import procedure_of

TODAY = dt.date(2026, 11, 22)
LAW = Law()
PERMITS = [
    route
    for programme in programme_ids()
    if programme.startswith("canada.")
    for route in load_programme(programme).routes
    if route.kind is Kind.PERMIT and procedure_of(route.id)
]
COUPLE = {"worker.family": "married", "spouse.accompanying": True, "job.noc": "21231"}


def spouse_after(route, months, on=TODAY, **facts):
    """Answer for the spouse once every step of a worker's route is done."""
    produced = procedure_of(route).produces
    abroad = {"worker.location": "US"}  # so that what is planned is a first permit
    snapshot = Snapshot(Case(on=on)).with_facts(
        {**COUPLE, **abroad, "job.months": months, **facts, **produced}
    )
    return assess_route(Question(snapshot, LAW, on), LAW.route("canada.spouse_open_permit.of_worker"))


@pytest.mark.parametrize("route", PERMITS, ids=lambda route: route.id)
def test_every_permit_says_which_one_it_is(route):
    produced = procedure_of(route.id).produces
    assert produced["worker.canada.permit_approved"] is True
    assert produced["worker.canada.permit"] in FACTS["worker.canada.permit"].options


@pytest.mark.parametrize(
    "route",
    ["canada.work_permit.ordinary", "canada.intra_company_transfer.executive", "canada.cusma.professional"],
)
def test_a_permit_of_three_years_brings_the_spouse(route):
    assert spouse_after(route, 36).outcome is Outcome.OPEN


@pytest.mark.parametrize(
    ("route", "months"),
    [
        ("canada.intra_company_transfer.start_up", 36),  # a year at first, whatever the offer says
        ("canada.cusma_transferee.trader", 36),
        ("canada.work_permit.ordinary", 15),  # as long as the job
    ],
)
def test_less_than_sixteen_months_does_not(route, months):
    answer = spouse_after(route, months)
    assert answer.outcome is Outcome.CLOSED
    assert [part.node.key for part in answer.failing()] == ["months_left"]


def test_the_same_year_was_enough_until_january_2025():
    assert (
        spouse_after("canada.intra_company_transfer.start_up", 12, dt.date(2025, 1, 20)).outcome
        is Outcome.OPEN
    )


def test_without_a_plan_the_spouses_answer_waits_for_the_workers_permit():
    snapshot = Snapshot(Case(on=TODAY)).with_facts({**COUPLE, "job.months": 36})
    answer = assess_route(Question(snapshot, LAW, TODAY), LAW.route("canada.spouse_open_permit.of_worker"))
    assert answer.outcome is Outcome.UNDETERMINED
    assert "worker.canada.permit_approved" in answer.missing


def test_a_transferee_under_the_european_agreement_brings_the_spouse_whatever_the_months():
    produced = procedure_of("canada.ceta.intra_company_specialist").produces
    snapshot = Snapshot(Case(on=TODAY)).with_facts({**COUPLE, "worker.citizenships": ["FR"], **produced})
    route = LAW.route("canada.spouse_open_permit.of_agreement_worker")
    assert assess_route(Question(snapshot, LAW, TODAY), route).outcome is Outcome.OPEN


def test_the_familys_permits_are_no_way_of_the_worker():
    routes = [
        route
        for programme in ("spouse_open_permit", "children")
        for route in load_programme(f"canada.{programme}").routes
    ]
    assert routes
    assert not any(route.kind.is_way for route in routes)
