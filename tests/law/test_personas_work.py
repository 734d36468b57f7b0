"""Real situations and Canada's work permits: P04, P06, P08, P09, P16, P17, P25, as far as they are Canadian."""

import datetime as dt
from pathlib import Path

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.assess.outcome import State, state
from landed.facts import Snapshot, read_case
from landed.law import Law
from landed.law.route import Grants
from landed.plan import make_plan

FOLDER = Path(__file__).parents[1] / "personas"
TRANSFER = "canada.intra_company_transfer"
STREAM = "canada.global_talent_stream.category_b"
ORDINARY = "canada.work_permit.ordinary"
LAW = Law()


def ask(name, route, on=None, **supposed):
    case = read_case(FOLDER / f"{name}.yaml")
    day = on or case.on
    what_if = {field.replace("__", "."): value for field, value in supposed.items()}
    return assess_route(Question(Snapshot(case, day).with_facts(what_if), LAW, day), LAW.route(route))


def states(answer):
    return {part.node.key: state(part) for part in answer.clauses()}


def option(plan, route, via=""):
    return next(each for each in plan.options if each.route == route and (not via or via in each.id))


def step(option, name):
    return next(each for each in option.steps if each.id.endswith(name))


# -------------------------------------------------------------------- P04: three years in Canada, then an L-1


@pytest.mark.parametrize("route", [STREAM, f"{TRANSFER}.specialized_knowledge"])
def test_p04_the_canadian_ways_are_named_with_each_clause_answered(route):
    found = states(ask("p04", route))
    assert len(found) >= 6
    assert found["employer"] is State.MET
    assert State.MET in found.values()


def test_p04_specialized_knowledge_is_not_assumed():
    answer = ask("p04", f"{TRANSFER}.specialized_knowledge")
    assert answer.outcome is Outcome.UNDETERMINED
    assert states(answer)["advanced_knowledge"] is State.UNKNOWN
    assert "worker.uncommon_group_knowledge" in answer.missing
    assert "job.others_could_do_it" in answer.missing


def test_p04_the_stream_is_open_and_its_permit_is_for_one_employer():
    assert ask("p04", STREAM).outcome is Outcome.OPEN
    assert LAW.route(ORDINARY).grants is Grants.WORK_FOR_EMPLOYER


# ------------------------------------------------------------------------- P06: the plan of 2017, and today


@pytest.mark.parametrize("route", [f"{TRANSFER}.specialized_knowledge", f"{TRANSFER}.start_up"])
def test_p06_the_transfer_fails_on_premises_today(route):
    answer = ask("p06", route)
    assert answer.outcome is Outcome.CLOSED
    assert states(answer)["shared_premises"] is State.NOT_MET


def test_p06_a_shared_office_with_papers_is_for_an_officer():
    shared = {"employer__canadian_entity__shared_premises_documented": True}
    assert states(ask("p06", f"{TRANSFER}.start_up", **shared))["shared_premises"] is State.UNKNOWN


def test_p06_a_group_of_one_country_is_not_multinational():
    assert states(ask("p06", f"{TRANSFER}.start_up"))["multinational"] is State.NOT_MET
    assert states(ask("p06", f"{TRANSFER}.specialized_knowledge"))["multinational"] is State.UNKNOWN


def test_p06_specialized_knowledge_is_open_and_developers_like_others_have_none():
    route = f"{TRANSFER}.specialized_knowledge"
    assert states(ask("p06", route))["advanced_knowledge"] is State.UNKNOWN
    workforce = {"job__part_of_general_workforce": True}
    assert states(ask("p06", route, **workforce))["advanced_knowledge"] is State.NOT_MET


@pytest.mark.parametrize("route", [f"{TRANSFER}.specialized_knowledge", f"{TRANSFER}.start_up"])
def test_p06_in_february_2017_the_same_facts_meet_another_set_of_clauses(route):
    today, then = states(ask("p06", route)), states(ask("p06", route, dt.date(2017, 2, 1)))
    assert then["multinational"] is State.NOT_APPLICABLE
    assert then["why_canada"] is State.NOT_APPLICABLE
    applied = {key for key, found in today.items() if found is not State.NOT_APPLICABLE}
    assert applied != {key for key, found in then.items() if found is not State.NOT_APPLICABLE}


def test_p06_in_february_2017_no_premises_were_asked_of_a_company_that_does_business():
    then = states(ask("p06", f"{TRANSFER}.specialized_knowledge", dt.date(2017, 2, 1)))
    assert then["premises"] is State.NOT_APPLICABLE
    assert then["shared_premises"] is State.NOT_APPLICABLE


def test_p06_the_stream_is_another_way_with_gaps_of_its_own():
    answer = ask("p06", STREAM)
    assert answer.outcome is Outcome.UNDETERMINED
    assert "employer.operates_in_canada" in answer.missing
    assert "employer.undertakes.labour_market_benefits_plan" in answer.missing


# ---------------------------------------------------------------------- P08: a hire under the Global Talent Stream


@pytest.fixture(scope="module")
def hire():
    return option(make_plan(read_case(FOLDER / "p08.yaml")), ORDINARY, STREAM)


def test_p08_the_way_is_open(hire):
    assert hire.outcome == "open"


def test_p08_standards_are_standards_and_the_band_comes_from_published_times(hire):
    permit, lmia = step(hire, "/decide_permit"), step(hire, "/b_decide_lmia")
    for decision in (permit, lmia):
        assert decision.ends.if_every_standard_is_met < decision.ends.at_the_slowest_published
    assert hire.first_work.if_every_standard_is_met < hire.first_work.at_the_slowest_published


@pytest.mark.parametrize(
    ("noc", "wage", "clause"), [("21232", 52.39, "prevailing_wage"), ("22222", 41.02, "wage_floor")]
)
def test_p08_the_floor_is_the_higher_of_the_prevailing_wage_and_the_lists_own(noc, wage, clause):
    supposed = {"job__noc": noc, "job__hourly_wage": wage}
    if clause == "wage_floor":
        supposed["job__prevailing_hourly_wage"] = 35.00
    assert states(ask("p08", STREAM, **supposed))[clause] is State.NOT_MET


def test_p08_the_floor_follows_the_release_of_the_day_and_the_region():
    assert states(ask("p08", STREAM, job__hourly_wage=52.40))["prevailing_wage"] is State.MET
    earlier = ask("p08", STREAM, dt.date(2024, 1, 15), job__hourly_wage=46.09)
    assert (
        states(earlier)["prevailing_wage"] is State.UNKNOWN
    )  # that release is not held for the region: it is asked
    assert "job.prevailing_wage" in earlier.missing


def test_p08_the_benefits_plan_names_one_mandatory_and_two_other_benefits(hire):
    clause = next(
        part.node for part in ask("p08", STREAM).clauses() if part.node.key == "labour_market_benefits_plan"
    )
    assert "the mandatory benefit of the category, and at least two others" in clause.text
    assert "at least two other, different benefits" in step(hire, "/b_prepare_lmia").title


# ------------------------------------------------------------------------------------ P09: a Mexican citizen


def test_p09_the_agreement_asks_for_the_citizenship_and_not_where_one_lives():
    assert ask("p09", "canada.cusma.professional").outcome is Outcome.OPEN


@pytest.mark.parametrize(
    "route",
    [
        "canada.cusma.professional",
        "canada.cusma_transferee.intra_company_specialist",
        "canada.cusma_transferee.investor",
    ],
)
def test_p09_the_same_facts_with_an_indian_citizen_are_not_met(route):
    answer = ask("p09", route, worker__citizenships=["IN"])
    assert answer.outcome is Outcome.CLOSED
    assert states(answer)["citizenship"] is State.NOT_MET


def test_p09_a_mexican_citizen_applies_online_since_february_2024():
    route = "canada.entry.permit_at_port_of_entry"
    assert ask("p09", route).outcome is Outcome.CLOSED
    assert ask("p09", route, dt.date(2024, 2, 28)).outcome is Outcome.OPEN


# ---------------------------------------------------------------------------------- P16: waits for a visa stamp


def test_p16_the_stamp_has_run_out_and_the_status_has_not():
    case = read_case(FOLDER / "p16.yaml")
    from landed.facts import worker

    snapshot = Snapshot(case)
    assert snapshot.shown(worker.us_status.visa_stamp_expires) == "2025-06-30"
    assert snapshot.shown(worker.us_status.authorized_until) == "2027-09-30"
    without = Snapshot(case).with_facts({"worker.us_status.visa_stamp_expires": "2028-01-01"})
    assert without.shown(worker.us_status.authorized_until) == "2027-09-30"


def test_p16_a_permit_applied_for_from_india_takes_the_time_published_for_india():
    case = read_case(FOLDER / "p16.yaml")
    plan = make_plan(case)
    by_standards = (
        option(plan, ORDINARY, "high_wage") if any("high_wage" in each.id for each in plan.options) else None
    )
    way = by_standards or option(plan, ORDINARY, STREAM)
    decision = step(way, "/decide_permit")
    assert decision.ends.at_the_slowest_published - decision.starts.at_the_slowest_published == dt.timedelta(
        weeks=9
    )


# ------------------------------------------------------------------------------- P17: works from Canada as a visitor

VISITOR = "canada.visitor.remote_work"


def test_p17_the_answer_is_an_officers_and_both_authorities_are_shown():
    answer = ask("p17", VISITOR)
    assert answer.outcome is Outcome.UNDETERMINED
    assert {key for key, found in states(answer).items() if found is State.UNKNOWN} == {"two_authorities"}
    clause = next(part.node for part in answer.clauses() if part.node.key == "two_authorities")
    assert "even if your employer is not in Canada" in clause.text
    assert len({cite.source for cite in clause.cites}) == 2


def test_p17_an_indian_citizen_needs_a_visa_and_a_french_one_does_not():
    route = "canada.entry.without_visa"
    assert ask("p17", route).outcome is Outcome.CLOSED
    assert ask("p17", route, worker__citizenships=["FR"]).outcome is Outcome.OPEN


def test_p17_the_time_counts_toward_nothing_and_it_is_no_way():
    route = LAW.route(VISITOR)
    assert any("counts toward nothing" in item.text for item in route.reservations)
    assert not route.kind.is_way


def test_p17_tax_is_named_and_left_out():
    assert any(item.text.startswith("Tax, payroll") for item in LAW.route(VISITOR).reservations)


# -------------------------------------------------------------------------------------- P25: leaves to found


def test_p25_the_benefit_of_an_owners_permit_is_for_an_officer():
    answer = ask("p25", "canada.entrepreneur.temporary")
    assert answer.outcome is Outcome.UNDETERMINED
    found = states(answer)
    assert found["control"] is State.MET
    assert found["significant_benefit"] is State.UNKNOWN
    assert found["temporary"] is State.UNKNOWN


def test_p25_half_of_the_company_is_not_enough():
    answer = ask("p25", "canada.entrepreneur.temporary", worker__business_share=50)
    assert answer.outcome is Outcome.CLOSED


def test_p25_no_paper_that_shows_a_benefit_closes_it():
    answer = ask("p25", "canada.entrepreneur.temporary", job__significant_benefit_shown=False)
    assert states(answer)["significant_benefit"] is State.NOT_MET
