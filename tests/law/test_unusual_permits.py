"""Unusual and hostile situations among the permits without an assessment, each worked out by hand."""

import pytest

from landed.assess import Question
from landed.facts import Case, Snapshot
from landed.law.canada.visitor import rules as visitor
from tests.law.exempt_cases import CLOSED, OPEN, UNDETERMINED, ask, failing
from tests.law.reading import LAW, TODAY, dated, day

TRANSFER = "intra_company_transfer.specialized_knowledge"
DIRECTOR = "intra_company_transfer.executive"
HOLIDAY = "international_experience.working_holiday"
ENGINEER = {
    "worker__citizenships": ["IN"], "employer__exists": True, "employer__willing": True,
    "employer__undertakes__portal_offer": True, "employer__undertakes__home_position": True,
    "employer__operates_in_canada": True, "employer__revenue_countries": 2, "employer__employs_worker_now": True,
    "employer__us_worker_months": 12, "employer__worker_months_full_time": True,
    "employer__canadian_entity__relationship": "subsidiary", "employer__canadian_entity__premises": "commercial",
    "employer__canadian_entity__directs_work": True, "job__noc": "21231", "job__hourly_wage": 70,
    "job__prevailing_hourly_wage": 56.41, "job__similar_position": True, "job__could_be_done_remotely": False,
    "job__part_of_general_workforce": False, "job__others_could_do_it": False, "job__directs_others": True,
    "worker__uncommon_group_knowledge": True, "worker__specialized_experience_years": 4,
    "worker__canada__transferee_months": 0, "worker__canada__transferee_months_same_code": 0,
    "worker__canada__year_abroad_since_transfer": False,
}  # fmt: skip
HOLIDAYMAKER = {
    "worker__settlement_funds": 2500,
    "worker__canada__iec_insured": True,
    "worker__canada__iec_participations": 0,
}


def approved(route, clause, on=TODAY):
    """Assert the officer's judgement, so that everything else decides."""
    return {"assertions": [{"clause": f"canada.{route}/{clause}", "value": True, "by": "counsel", "on": on}]}


# ------------------------------------------------------------------------------------------- two passports


@pytest.mark.parametrize(
    ("age", "relies_on", "outcome"), [(35, "FR", OPEN), (36, "FR", CLOSED), (35, "IN", CLOSED)]
)
def test_a_citizen_of_india_and_france_chooses_the_passport_for_a_holiday(age, relies_on, outcome):
    facts = {**HOLIDAYMAKER, "worker__citizenships": ["FR", "IN"], "worker__age": age}
    assert ask(HOLIDAY, TODAY, **facts, worker__canada__iec_citizenship=relies_on).outcome is outcome


def test_of_two_passports_the_holiday_asks_which_until_both_are_too_old():
    facts = {**HOLIDAYMAKER, "worker__citizenships": ["FR", "IN"]}
    at_35 = ask(HOLIDAY, TODAY, **facts, worker__age=35)
    assert (at_35.outcome, list(at_35.missing)) == (UNDETERMINED, ["worker.canada.iec_citizenship"])
    assert ask(HOLIDAY, TODAY, **facts, worker__age=36).outcome is CLOSED


def test_one_european_passport_is_enough_for_the_european_agreement_and_the_answer_is_unverified():
    facts = {
        "worker__citizenships": ["FR", "IN"], "employer__exists": True, "employer__willing": True, "job__noc": "21231",
        "employer__undertakes__portal_offer": True, "job__service_contract": True, "worker__education_level": "bachelor",
        "worker__self_employed_abroad": True,
    }  # fmt: skip
    answer = ask("ceta.independent_professional", TODAY, **facts, worker__years_in_profession=6)
    assert (answer.outcome, answer.confidence) == (OPEN, "unverified")
    short = ask("ceta.independent_professional", TODAY, **facts, worker__years_in_profession=5)
    assert failing(short) == ["experience"]


# ------------------------------------------------------------------------------------------- transfers


def test_eleven_months_with_the_group_are_not_a_year():
    facts = {**ENGINEER, "employer__us_worker_months": 11}
    assert failing(ask(TRANSFER, TODAY, **facts)) == ["year_with_group"]
    assert ask(TRANSFER, TODAY, **ENGINEER, **approved(TRANSFER, "advanced_knowledge")).outcome is OPEN


@pytest.mark.parametrize(
    ("premises", "papers", "outcome", "fails"),
    [
        ("shared_office", True, UNDETERMINED, []), ("shared_office", False, CLOSED, ["shared_premises"]),
        ("shared_office", None, UNDETERMINED, []), ("home", True, CLOSED, ["premises"]), ("none", True, CLOSED, ["premises"]),
    ],
)  # fmt: skip
def test_a_shared_office_needs_papers_and_a_home_is_none(premises, papers, outcome, fails):
    facts = {
        **ENGINEER,
        "employer__canadian_entity__premises": premises,
        **approved(TRANSFER, "advanced_knowledge"),
    }
    if papers is not None:
        facts["employer__canadian_entity__shared_premises_documented"] = papers
    answer = ask(TRANSFER, TODAY, **facts)
    assert (answer.outcome, failing(answer)) == (outcome, fails)


@pytest.mark.parametrize(
    ("route", "on", "in_all", "same_code", "year_abroad", "fails"),
    [
        (DIRECTOR, TODAY, 83, 20, False, []), (DIRECTOR, TODAY, 84, 20, False, ["time_left"]),
        (DIRECTOR, TODAY, 84, 20, True, []), (TRANSFER, TODAY, 60, 20, False, ["time_left"]),
        (TRANSFER, "2024-10-02", 60, 20, False, []), (TRANSFER, "2024-10-03", 60, 20, False, ["time_left"]),
        (TRANSFER, "2024-10-02", 60, 60, False, ["time_left"]),
    ],
)  # fmt: skip
def test_five_and_seven_years_add_up_over_all_codes_since_october_2024(
    route, on, in_all, same_code, year_abroad, fails
):
    facts = {**ENGINEER, "job__noc": "20012", "worker__canada__transferee_months": in_all,
             "worker__canada__transferee_months_same_code": same_code,
             "worker__canada__year_abroad_since_transfer": year_abroad}  # fmt: skip
    assert failing(ask(route, on, **facts)) == fails


@pytest.mark.parametrize(
    ("route", "citizen", "firm", "closed"),
    [
        ("ceta.intra_company_specialist", "FR", "US", True), ("ceta.intra_company_specialist", "FR", "DE", False),
        ("ceta.intra_company_specialist", "FR", "GB", True), ("uk_tca.intra_company_specialist", "GB", "US", True),
        ("cptpp.specialist", "JP", "US", True), ("cptpp.specialist", "JP", "AU", False),
        ("bilateral_agreements.ukraine_specialist", "UA", "US", True), ("cusma_transferee.intra_company_specialist", "US", "US", False),
    ],
)  # fmt: skip
def test_a_company_in_the_united_states_sends_only_under_its_own_agreement(route, citizen, firm, closed):
    facts = {**ENGINEER, "worker__citizenships": [citizen], "employer__company_abroad_country": firm}
    answer = ask(route, TODAY, **facts, worker__permanent_residences=[])
    assert failing(answer) == (["firm_abroad"] if closed else [])


# ------------------------------------------------------------------------------------------- families


def test_the_spouse_of_a_worker_on_a_permit_of_fifteen_months_gets_nothing_and_of_sixteen_does():
    facts = {"worker__family": "married", "worker__canada__permit": "lmia", "worker__canada__permit_approved": True,
             "job__noc": "21231"}  # fmt: skip
    assert failing(ask("spouse_open_permit.of_worker", TODAY, **facts, job__months=15)) == ["months_left"]
    answer = ask("spouse_open_permit.of_worker", TODAY, **facts, job__months=16)
    assert (answer.outcome, answer.confidence) == (OPEN, "secondary")


def test_the_family_of_an_h1b_holder_in_august_2023_is_told_that_the_rule_was_not_read():
    facts = {"worker__canada__permit": "H1BP", "worker__canada__permit_approved": True, "spouse__accompanying": True,
             "spouse__residence": "US", "worker__children_count": 0}  # fmt: skip
    answer = ask("h1b_open_permit_2023.family", "2023-08-01", **facts)
    assert (answer.outcome, list(answer.missing)) == (UNDETERMINED, [])


# ------------------------------------------------------------------------------------------- borders, visits, graduates


@pytest.mark.parametrize(("on", "outcome"), [("2024-02-28", OPEN), ("2024-02-29", CLOSED)])
def test_a_mexican_at_the_port_of_entry(on, outcome):
    facts = {"worker__citizenships": ["MX"], "worker__us_permanent_resident": False, "worker__location": "US"}
    assert ask("entry.permit_at_port_of_entry", on, **facts).outcome is outcome
    assert (
        ask("entry.permit_at_port_of_entry", on, **facts | {"worker__us_permanent_resident": True}).outcome
        is OPEN
    )


@pytest.mark.parametrize(("months", "outcome"), [(6, UNDETERMINED), (7, CLOSED)])
def test_a_visitor_who_works_remotely_for_seven_months(months, outcome):
    facts = {"job__remote_from_canada": True, "job__serves_canadian_market": False}
    assert (
        ask("visitor.remote_work", TODAY, **facts, worker__canada__planned_stay_months=months).outcome
        is outcome
    )


@pytest.mark.parametrize(
    ("on", "outcome"), [("2026-11-21", OPEN), ("2026-11-22", OPEN), ("2026-11-23", CLOSED)]
)
def test_a_graduate_on_the_180th_day_and_the_next(on, outcome):
    facts = {"worker__canada__program_qualifies": True, "worker__canada__program_months": 20,
             "worker__canada__program_completed": "2026-05-26", "worker__canada__post_graduation_permit_used": False,
             "worker__canada__program_level": "master", "worker__english__clb": 7, "worker__french__clb": 0,
             "worker__canada__curriculum_license_since_may_2024": False}  # fmt: skip
    assert ask("post_graduation_permit.graduate", on, **facts).outcome is outcome


@pytest.mark.parametrize(
    ("level", "clb", "on", "outcome"),
    [
        ("not_degree", 5, TODAY, OPEN), ("not_degree", 4, TODAY, CLOSED), ("other_university", 6, TODAY, CLOSED),
        ("bachelor", 6, "2025-03-10", UNDETERMINED), ("bachelor", 6, "2025-03-11", CLOSED),
        ("bachelor", 4, "2025-03-10", CLOSED), ("bachelor", 7, "2025-03-10", OPEN),
    ],
)  # fmt: skip
def test_the_level_of_language_by_program(level, clb, on, outcome):
    completed = "2026-10-01" if on == TODAY else "2025-01-10"
    facts = {"worker__canada__program_qualifies": True, "worker__canada__program_months": 20,
             "worker__canada__program_completed": completed, "worker__canada__post_graduation_permit_used": False,
             "worker__canada__study_permit_filed": "2024-10-31", "worker__canada__curriculum_license_since_may_2024": False}  # fmt: skip
    answer = ask("post_graduation_permit.graduate", on, **facts, worker__canada__program_level=level,
                 worker__english__clb=clb, worker__french__clb=0)  # fmt: skip
    assert answer.outcome is outcome


# ----------------------------------------------------------------------------------- technologists, clocks in Canada


@pytest.mark.parametrize(
    ("noc", "listed", "outcome"),
    [("63200", False, CLOSED), ("63200", None, UNDETERMINED), ("22310", None, OPEN), ("22312", True, OPEN)],
)
def test_a_technologist_under_the_european_agreement_has_a_technologists_occupation(noc, listed, outcome):
    facts = {
        "worker__citizenships": ["FR"], "employer__exists": True, "employer__willing": True, "job__noc": noc,
        "employer__undertakes__portal_offer": True, "job__service_contract": True, "worker__education_level": "bachelor",
        "worker__self_employed_abroad": True, "worker__years_in_profession": 6,
    }  # fmt: skip
    if listed is not None:
        facts["job__on_agreement_list"] = listed
    assert ask("ceta.technologist", TODAY, **facts).outcome is outcome


@pytest.mark.parametrize(
    ("ends", "stay", "restoration"),
    [("2026-11-22", OPEN, CLOSED), ("2026-11-21", CLOSED, OPEN), ("2026-08-24", CLOSED, OPEN), ("2026-08-23", CLOSED, CLOSED)],
)  # fmt: skip
def test_a_status_is_restored_only_in_the_90_days_after_it_ended(ends, stay, restoration):
    facts = {"worker__location": "CA", "worker__canada__status_expires": ends}
    assert ask("maintained_status.stay", TODAY, **facts).outcome is stay
    assert ask("maintained_status.restoration", TODAY, **facts).outcome is restoration


@pytest.mark.parametrize(("entered", "outcome"), [("2026-05-22", OPEN), ("2026-05-21", CLOSED)])
def test_a_visitors_stay_is_over_after_six_months(entered, outcome):
    facts = {
        "worker__location": "CA",
        "worker__canada__status": "visitor",
        "worker__canada__last_entry": entered,
    }
    assert ask("visitor.stay", TODAY, **facts).outcome is outcome


def test_a_workers_status_in_canada_ends_with_the_permit_where_nothing_else_is_said():
    facts = {
        "worker__location": "CA",
        "worker__canada__status": "worker",
        "worker__canada__permit_expires": "2026-11-22",
    }
    assert ask("maintained_status.stay", TODAY, **facts).outcome is OPEN
    assert ask("maintained_status.stay", "2026-11-23", **facts).outcome is CLOSED
    assert ask("maintained_status.restoration", "2026-11-23", **facts).outcome is OPEN
    visitor = {**facts, "worker__canada__status": "visitor"}
    assert ask("maintained_status.stay", TODAY, **visitor).outcome is UNDETERMINED


@pytest.mark.parametrize(
    ("on", "fee"),
    [("2024-11-30", 229), ("2024-12-01", 239.75), ("2025-11-30", 239.75), ("2025-12-01", 246.25)],
)
def test_a_restoration_costs_what_it_costs_on_the_day(on, fee):
    assert dated("maintained_status.restoration.fee", on).value / 100 == fee


def test_what_a_restoration_costs_from_december_2026_is_not_known():
    assert str(dated("maintained_status.restoration.fee", "2026-12-01").value).endswith("NOT_ENCODED")


@pytest.mark.parametrize(
    ("citizenships", "location", "needs"),
    [(["FR"], "CA", False), (["FR"], "US", False), (["IN"], "US", True), (["US"], "CA", False), (["CA", "IN"], "US", False)],
)  # fmt: skip
def test_a_visitors_visa_is_asked_by_nationality_wherever_the_visitor_is(citizenships, location, needs):
    facts = {
        "worker.citizenships": citizenships,
        "worker.location": location,
        "worker.us_status.class": "H-1B",
    }
    asked = Question(Snapshot(Case(on=day(TODAY))).with_facts(facts), LAW, day(TODAY))
    assert asked.ask(visitor.needs_visa).truth is needs
