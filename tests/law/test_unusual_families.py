"""Families, nominations and offers of those who would stay in Canada: each worked out by hand from the official tables."""

import datetime as dt

import pytest

from landed.assess import assess_route
from landed.law.canada.permanent_residence import rules as residence
from tests.law.express_entry_cases import line
from tests.law.test_unusual_residence import CLOSED, OPEN, PERSON, UNDETERMINED, asked, outcome, score

EE = "canada.express_entry"
FEES = (
    residence.principal_fee, residence.partner_fee, residence.children_fee, residence.right_fee, residence.biometrics_fee,
)  # fmt: skip
MASTER_HERE = {"level": "master", "country": "CA", "years": 2, "completed": "2020-05-01"}


def missing(on: str, key: str, case: dict[str, object] | None = None, **given: object) -> tuple[str, ...]:
    question = asked(on, case, **given)
    return assess_route(question, question.law.route(f"{EE}.{key}")).missing


# ------------------------------------------------------------------------ what is asked is what has not been said


def test_who_is_married_is_asked_whether_the_spouse_comes_along_and_not_again_for_the_family():
    single = {name: value for name, value in PERSON.items() if name != "worker.family"}
    assert score("2026-07-01", single).missing[0] == "worker.family"
    assert score("2026-07-01", {**single, "worker.family": "married"}).missing[0] == "spouse.accompanying"


def test_a_degree_from_canada_is_asked_for_its_two_years_of_full_time_study_and_not_listed_again():
    found = score("2026-07-01", name="fsw", worker__education=[MASTER_HERE])
    # language 24, education 23, work 15, 36 years old 11: 73, and 5 for the study if it was full-time for two years
    assert (found.total.lo, found.total.hi) == (73, 78)
    assert found.missing == ("worker.study_in_canada_two_years",)


def test_a_degree_from_canada_has_no_assessment_that_could_run_out():
    question = asked("2026-07-01", worker__education=[MASTER_HERE])
    assert outcome(question, "credential_assessment") is CLOSED
    foreign = {**MASTER_HERE, "country": "IN"}
    assert missing("2026-07-01", "credential_assessment", worker__education=[foreign]) == (
        "worker.education",
    )


@pytest.mark.parametrize(("citizenships", "known"), [(["CA"], True), (["IN", "CA"], True), (["IN"], False)])
def test_a_spouse_who_is_a_citizen_of_canada_needs_not_say_so_twice(citizenships, known):
    single = {name: value for name, value in PERSON.items() if name != "worker.family"}
    married = {
        **single, "worker.family": "married", "spouse.accompanying": True, "spouse.citizenships": citizenships,
        "spouse.education": [], "spouse.languages": [], "spouse.experience": [],
    }  # fmt: skip
    found = score("2026-07-01", married)
    # as for a person alone: 36 years old 72, bachelor 120, level 9 four times 124, with a credential 25, work abroad 50
    assert (found.total.hi, found.total.exact) == (391, known)
    assert ("spouse.citizen_or_permanent_resident" in found.missing) is not known


# ----------------------------------------------------------------------------------------------------------- fees

ALONE = {name: value for name, value in PERSON.items() if name not in ("worker.family", "children")}
SINGLE, MARRIED = {"worker__family": "single"}, {"worker__family": "married", "spouse__accompanying": True}


@pytest.mark.parametrize(
    ("family", "fees"),
    [
        # principal, partner, children, right of permanent residence, biometrics: the amounts since 30 April 2026
        ({**SINGLE, "children": "none"}, (990, 0, 0, 600, 85)),
        ({**MARRIED, "children": "none", "spouse__citizen_or_permanent_resident": False}, (990, 990, 0, 1200, 170)),
        ({**MARRIED, "children": "none", "spouse__citizen_or_permanent_resident": True}, (990, 0, 0, 600, 85)),
        # on the day of the 14th birthday and on its eve: biometrics are given from 14
        ({**SINGLE, "children": [{"birth_date": "2012-07-01"}]}, (990, 0, 270, 600, 170)),
        ({**SINGLE, "children": [{"birth_date": "2012-07-02"}]}, (990, 0, 270, 600, 85)),
        # one stays behind, one is a citizen, one has outgrown the family on the day
        ({**SINGLE, "children": [{"birth_date": "2008-07-02", "accompanying": False}]}, (990, 0, 0, 600, 85)),
        ({**SINGLE, "children": [{"birth_date": "2008-07-02", "citizenships": ["CA"]}]}, (990, 0, 0, 600, 85)),
        ({**SINGLE, "children": [{"birth_date": "2004-07-01"}]}, (990, 0, 0, 600, 85)),
        ({**SINGLE, "children": [{"birth_date": "2004-07-02"}]}, (990, 0, 270, 600, 170)),
    ],
)  # fmt: skip
def test_fees_are_of_those_who_come_along_and_biometrics_of_those_from_14(family, fees):
    question = asked("2026-07-01", ALONE, **family)
    amounts = [question.ask(each, residence.law.id).span for each in FEES]
    assert all(span.exact for span in amounts)
    assert tuple(span.lo / 100 for span in amounts) == fees


def test_a_child_who_stays_behind_counts_in_the_funds_all_the_same():
    stays = [{"birth_date": "2015-01-01", "accompanying": False}]
    for funds, expected in ((19000, CLOSED), (19001, OPEN)):
        question = asked("2026-07-01", ALONE, **SINGLE, children=stays, worker__settlement_funds=funds)
        assert outcome(question, "federal_skilled_worker") is expected


# ---------------------------------------------------------------------------------------------------- nominations


def test_only_a_nomination_through_express_entry_gives_600_points():
    # single, 36 years old 72, bachelor 120, level 9 four times 124, a credential with level 9 25, three years abroad 50: 391
    nominated = {"worker__provincial_nomination": True}
    enhanced = score("2026-07-01", **nominated, worker__nomination_through_express_entry=True)
    base = score("2026-07-01", **nominated, worker__nomination_through_express_entry=False)
    unsaid = score("2026-07-01", **nominated)
    assert (enhanced.total.lo, base.total.lo) == (991, 391)
    assert (unsaid.total.lo, unsaid.total.hi) == (391, 991)
    assert unsaid.missing == ("worker.nomination_through_express_entry",)


@pytest.mark.parametrize(
    ("through", "nominees", "way"), [(True, OPEN, OPEN), (False, CLOSED, OPEN), (None, UNDETERMINED, OPEN)]
)
def test_a_nominee_outside_express_entry_is_in_no_round_for_nominees_and_may_apply_all_the_same(
    through, nominees, way
):
    case = {
        **PERSON,
        "worker.provincial_nomination": True,
        "worker.nomination_through_express_entry": through,
    }
    question = asked("2026-07-01", case)
    assert outcome(question, "round_provincial_nominee") is nominees
    assert outcome(question, "permanent_residence", "canada.provincial_nominee") is way


# ---------------------------------------------------------------------------------------------------- credentials


@pytest.mark.parametrize(
    ("level", "years", "crs", "fsw"),
    [("one_year", 1, 90, 15), ("two_year", 2, 98, 19), ("two_year", 3, 120, 21), ("one_year", 2, 98, 19)],
)
def test_a_diploma_of_three_years_is_in_the_row_of_the_bachelor(level, years, crs, fsw):
    diploma = {
        "level": level,
        "country": "IN",
        "years": years,
        "completed": "2012-06-01",
        "assessed": "2024-01-01",
    }
    given = {"worker__education": [diploma]}
    assert line(score("2026-07-01", **given), "education") == crs
    assert line(score("2026-07-01", name="fsw", **given), "education") == fsw


def test_a_diploma_of_three_years_beside_another_makes_the_row_of_two_credentials():
    three = {"level": "two_year", "country": "CA", "years": 3, "completed": "2012-06-01"}
    one = {"level": "one_year", "country": "CA", "years": 1, "completed": "2013-06-01"}
    found = score("2026-07-01", worker__education=[three, one])
    assert (line(found, "education"), line(found, "canadian_study")) == (128, 30)


# --------------------------------------------------------------------------------------------------------- Quebec


@pytest.mark.parametrize(("province", "expected"), [("ON", OPEN), ("QC", CLOSED)])
def test_the_province_of_the_job_stands_in_for_the_one_to_live_in_and_it_is_said(province, expected):
    elsewhere = {name: value for name, value in PERSON.items() if name != "goals.in_quebec"}
    question = asked("2026-07-01", {**elsewhere, "job.province": province})
    assert outcome(question, "federal_skilled_worker") is expected
    assert any("goals.in_quebec" in note for note in question.snapshot.notes)
    # who works in Ottawa and means to live across the river says so
    gatineau = asked("2026-07-01", {**PERSON, "goals.in_quebec": True, "job.province": "ON"})
    assert outcome(gatineau, "federal_skilled_worker") is CLOSED
    assert not any("goals.in_quebec" in note for note in gatineau.snapshot.notes)


@pytest.mark.parametrize(
    ("diploma", "bachelor", "until"),
    [
        # the two-credential row needs both assessments: the older one ends it, a day before its fifth anniversary
        ("2022-01-10", "2024-01-10", "2027-01-09"),
        ("2024-01-10", "2022-01-10", "2027-01-09"),
        # an assessment of five years and more counts no longer, and the bachelor's degree alone decides
        ("2021-06-30", "2024-01-10", "2029-01-09"),
    ],
)
def test_of_two_assessments_the_one_that_lapses_first_is_the_clock(diploma, bachelor, until):
    studies = [
        {"level": "bachelor", "country": "IN", "years": 4, "completed": "2012-06-01", "assessed": bachelor},
        {"level": "one_year", "country": "IN", "years": 1, "completed": "2013-06-01", "assessed": diploma},
    ]
    question = asked("2026-07-01", worker__education=studies)
    clock = question.law.route(f"{EE}.credential_assessment")
    assert dt.date.fromordinal(int(question.ask(clock.runs_out, clock.id).span.lo)).isoformat() == until


# --------------------------------------------------------------------------------------------------- the provinces


def test_a_town_that_is_in_no_list_is_asked_for_its_area_and_not_for_its_name():
    town = {
        **PERSON, "job.province": "BC", "job.city": "Tofino", "employer.exists": True, "employer.willing": True,
        "job.permanent_full_time": True, "worker.family_income_in_canada": 60000, "employer.months_in_province": 12,
        "employer.province_employees": 4,
    }  # fmt: skip
    question = asked("2026-06-10", town)
    found = assess_route(question, question.law.route("canada.british_columbia.skilled_worker"))
    # five employees in Metro Vancouver, three elsewhere: which it is decides
    assert (found.outcome, found.missing) == (UNDETERMINED, ("job.bc_area",))
    nameless = asked("2026-06-10", {**town, "job.city": None})
    again = assess_route(nameless, nameless.law.route("canada.british_columbia.skilled_worker"))
    assert again.missing == ("job.city",)


# ----------------------------------------------------------------------------------- who has nothing to apply for


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ({"worker__citizenships": ["CA", "IN"]}, CLOSED),
        ({"worker__citizenships": ["IN"], "worker__canada__landed_on": "2026-07-01"}, CLOSED),
        ({"worker__citizenships": ["IN"], "worker__canada__landed_on": "2026-07-02"}, OPEN),
        ({"worker__citizenships": ["IN"], "worker__canada__landed_on": "none"}, OPEN),
        ({}, OPEN),
    ],
)
def test_a_citizen_or_permanent_resident_of_canada_does_not_become_one(status, expected):
    question = asked("2026-07-01", worker__provincial_nomination=True, **status)
    assert outcome(question, "federal_skilled_worker") is expected
    assert outcome(question, "round_general") is expected
    assert outcome(question, "permanent_residence", "canada.provincial_nominee") is expected


@pytest.mark.parametrize(("taken", "expected"), [("2024-01-03", OPEN), ("2024-01-02", UNDETERMINED)])
def test_quebec_is_not_said_to_be_open_on_french_results_of_two_years(taken, expected):
    speaker = {
        **PERSON, "goals.in_quebec": True, "worker.quebec.occupation_teer": 2, "worker.quebec.main_occupation_months": 12,
        "worker.languages": [
            {"test": "tef_canada", "taken": taken, "listening": 249, "reading": 151, "writing": 226, "speaking": 310}
        ],
    }  # fmt: skip
    assert outcome(asked("2026-01-02", speaker), "highly_qualified", "canada.quebec") is expected
