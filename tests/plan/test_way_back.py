"""P04: three years in Canada for the employer, then an L-1: from which day that could be asked for."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan

CASE = """
on: 2026-02-10
worker: {citizenships: [IN], location: US, us_status: {class: STATUS, opt_ends: 2026-12-31}}
job: {noc: "21231", province: ON, city: Toronto, months: 36, wage: {amount: 150000, currency: CAD, per: year}, hours_per_week: 40}
employer: {operates_in_canada: true, us_worker_months: 18, willing: true, undertakes: {labour_market_benefits_plan: true},
           canadian_entity: {relationship: RELATED, since: 2018-01-01, premises: commercial, employees: 80}}
goals: {countries: [CA, US]}
"""


def told(status, related):
    case = CASE.replace("STATUS", status).replace("RELATED", related)
    found = make_plan(read_case_text(case.encode(), "case.yaml"))
    return found, [
        (each, text)
        for each in found.options
        for text in each.reservations
        if text.startswith("Back to the United States")
    ]


def test_the_l1_is_told_from_a_year_after_the_first_day_of_work_abroad_and_is_no_way():
    found, texts = told("F-1 STEM OPT", "subsidiary")
    best = next(text for each, text in texts if each is found.best)
    first = found.best.first_work.if_every_standard_is_met
    assert f"not before {dt.date(first.year + 1, first.month, first.day)}" in best
    assert "not encoded here" in best
    assert not any("l1" in each.route for each in found.options)
    assert all(each.country == "CA" for each, _ in texts)


@pytest.mark.parametrize(("status", "related"), [("F-1 STEM OPT", "unrelated"), ("citizen", "subsidiary")])
def test_without_a_related_company_or_a_status_to_come_back_to_nothing_is_said(status, related):
    assert told(status, related)[1] == []
