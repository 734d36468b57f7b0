"""Permits of Canada in a plan: days, fees, and what follows for the family, worked out by hand from the dossiers."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.law import Law
from landed.plan import make_plan

FRANCOPHONE = "canada.francophone_mobility.worker"
IN_INDIA = """
on: 2026-07-01
worker:
  {birth_date: 1990-03-01, citizenships: [IN], residence: IN, location: IN, family: single, passport_expires: 2033-01-01,
   french: {clb: 7}, six_months_in_designated_country: true, education_level: master}
job:
  {noc: "21231", province: ON, wage: {amount: 130000, currency: CAD, per: year}, hours_per_week: 40, months: 36,
   public_health_protected: false, primary_agriculture: false}
employer: {exists: true, willing: true, operates_in_canada: true, undertakes: {portal_offer: true}}
goals: {countries: [CA]}
"""
IN_CANADA = """
on: 2026-11-22
worker:
  {birth_date: 1990-03-01, citizenships: [FR], residence: CA, location: CA, family: married, passport_expires: 2033-01-01,
   french: {clb: 10}, us_permanent_resident: false, six_months_in_designated_country: false,
   canada: {status: worker, permit: C21, permit_approved: true, permit_expires: 2027-03-31, stays: []}}
spouse: {accompanying: true, citizenships: [FR], residence: CA}
job:
  {noc: "21231", province: ON, wage: {amount: 130000, currency: CAD, per: year}, hours_per_week: 40, months: MONTHS,
   public_health_protected: false, primary_agriculture: false, applying_outside_canada: false}
employer: {exists: true, willing: true, operates_in_canada: true, undertakes: {portal_offer: true}}
goals: {countries: [CA]}
"""


def planned(text):
    return make_plan(read_case_text(text, "a case"), Law())


def option(plan, route):
    return next(each for each in plan.options if each.route == route)


# -------------------------------------------------------------------- at the border or online: nobody said which


@pytest.mark.parametrize("said", ["", ", us_permanent_resident: false"])
def test_no_day_rests_on_a_green_card_of_which_nobody_spoke(said):
    """Without one, a citizen of India applies online alone (IRPR s. 197, 198): two weeks by the standard, biometrics before."""
    way = option(planned(IN_INDIA.replace(", education_level", f"{said}, education_level")), FRANCOPHONE)
    assert way.outcome == "open"
    assert way.first_work.if_every_standard_is_met == dt.date(2026, 8, 6)  # 10 business days, 7 days, 14 days
    assert way.first_work.at_the_slowest_published > dt.date(2026, 8, 6)


def test_a_green_card_opens_the_border_and_the_day_is_earlier():
    card = IN_INDIA.replace(", education_level", ", us_permanent_resident: true, education_level")
    way = option(planned(card), FRANCOPHONE)
    assert way.first_work.at_the_slowest_published == dt.date(2026, 7, 16)


# ------------------------------------------------------------ the permit held and the permit planned are two permits


def of_the_spouse(plan, route):
    answers = [each for note in plan.family for each in note.answers if each.route == route]
    return next(each.outcome for each in answers if FRANCOPHONE in each.ways)


@pytest.mark.parametrize(("months", "outcome"), [(16, "open"), (15, "closed")])
def test_a_spouse_counts_the_months_of_the_permit_planned_not_of_the_one_that_ends(months, outcome):
    """Sixteen months of the new permit (C16, as long as the offer), whatever is left of the holiday permit: four."""
    plan = planned(IN_CANADA.replace("MONTHS", str(months)))
    assert of_the_spouse(plan, "canada.spouse_open_permit.of_worker") == outcome
