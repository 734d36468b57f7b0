"""Unusual and hostile situations of permanent residence in Canada, each worked out by hand from the official tables."""

import datetime as dt

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.assess.points import Points, points
from landed.facts import Case, Snapshot
from landed.facts._studies import _ASSESSMENT_YEARS
from landed.law import Law
from landed.law.canada.residency_obligation.rules import five_years
from tests.law.express_entry_cases import SPOUSE, facts, levels, line, system, total

EE = "canada.express_entry"
OPEN, CLOSED, UNDETERMINED = Outcome.OPEN, Outcome.CLOSED, Outcome.UNDETERMINED
IELTS = {"test": "ielts_general", "listening": 8.0, "reading": 7.0, "writing": 7.0, "speaking": 7.0}
BACHELOR = {
    "level": "bachelor",
    "country": "IN",
    "years": 4,
    "completed": "2012-06-01",
    "assessed": "2023-06-01",
}
PERSON = {
    "worker.birth_date": "1990-05-10", "worker.education": [BACHELOR], "worker.languages": [IELTS | {"taken": "2025-07-02"}],
    "worker.experience": [{"noc": "21231", "country": "US", "from": "2016-01-04", "to": "present", "hours_per_week": 40}],
    "worker.canada.relatives": "none", "worker.trade_certificate": False, "worker.provincial_nomination": False,
    "worker.family": "single", "children": "none", "worker.settlement_funds": 20000, "goals.in_quebec": False,
    "job.arranged_employment": "none", "job.noc": "21231",
}  # fmt: skip
DOCTOR = {
    "noc": "31102", "country": "CA", "from": "2024-06-03", "to": "present", "hours_per_week": 40, "self_employed": True,
    "authorized": True, "full_time_student": False,
}  # fmt: skip


def asked(on: str, case: dict[str, object] | None = None, **given: object) -> Question:
    day = dt.date.fromisoformat(on)
    told = {
        **(PERSON if case is None else case),
        **{name.replace("__", "."): value for name, value in given.items()},
    }
    return Question(Snapshot(Case(on=day)).with_facts(told), Law(), day)


def outcome(question: Question, key: str, programme: str = EE) -> Outcome:
    return assess_route(question, question.law.route(f"{programme}.{key}")).outcome


def failing(question: Question, key: str) -> list[str]:
    return [each.node.key for each in assess_route(question, question.law.route(f"{EE}.{key}")).failing()]


def score(on: str, case: dict[str, object] | None = None, name: str = "crs", **given: object) -> Points:
    return points(asked(on, case, **given), system(name))


# --------------------------------------------------------------------------------------------------- credentials


def test_one_bachelor_with_level_9_is_in_the_row_of_25_and_a_second_credential_moves_it_to_50():
    one = score("2026-07-01")
    # 36 years old 72, bachelor 120, four abilities at level 9 124, one credential 25, three years abroad 50
    assert (line(one, "education_language"), total(one)) == (25, 72 + 120 + 4 * 31 + 25 + 50)
    diploma = {"level": "one_year", "country": "IN", "completed": "2014-06-01", "assessed": "2023-06-01"}
    two = score("2026-07-01", worker__education=[BACHELOR, diploma])
    assert (line(two, "education_language"), total(two)) == (50, 72 + 128 + 4 * 31 + 50 + 50)


def test_the_five_years_of_an_assessment_are_those_of_the_law_on_every_day():
    entries = Law().entries(f"{EE}.assessment.validity")
    assert {entry.raw["value"] for entry in entries} == {_ASSESSMENT_YEARS}


# -------------------------------------------------------------------------------------------------------- family


@pytest.mark.parametrize(
    ("changes", "grid"),
    [
        ({}, "with"),
        ({"spouse.citizen_or_permanent_resident": True}, "without"),
        ({"spouse.accompanying": False}, "without"),
    ],
)
def test_a_spouse_who_is_a_citizen_or_stays_behind_leaves_the_grid_of_the_single(changes, grid):
    married = {
        **facts(spouse=True), **SPOUSE, "spouse.education_counted": "master", "worker.age": 30,
        "worker.education_counted": "master", **levels("worker.english", 9), **changes,
    }  # fmt: skip
    expected = {"with": 95 + 126 + 4 * 29 + 10 + 50, "without": 105 + 135 + 4 * 31 + 50}
    assert total(score("2026-07-01", married)) == expected[grid]


# -------------------------------------------------------------------------------------------- birthdays and expiry


@pytest.mark.parametrize(
    ("on", "crs", "fsw"),
    [("2025-05-09", 17, 4), ("2025-05-10", 6, 3), ("2026-05-09", 6, 3), ("2026-05-10", 0, 2)],
)
def test_the_eves_of_the_44th_and_45th_birthday(on, crs, fsw):
    born = "1981-05-10"
    assert line(score(on, worker__birth_date=born), "age") == crs
    assert line(score(on, name="fsw", worker__birth_date=born), "age") == fsw


def test_results_that_expire_tomorrow_count_today_and_close_the_class_tomorrow():
    assert outcome(asked("2027-07-01"), "federal_skilled_worker") is OPEN
    assert failing(asked("2027-07-02"), "federal_skilled_worker") == ["language", "pass_mark"]


def test_pte_core_was_no_test_of_express_entry_before_30_january_2024():
    pte = {
        "test": "pte_core",
        "taken": "2024-01-15",
        "listening": 82,
        "reading": 78,
        "writing": 88,
        "speaking": 84,
    }
    given = {"worker__languages": [pte]}
    assert outcome(asked("2024-01-29", **given), "federal_skilled_worker") is CLOSED
    assert line(score("2024-01-29", **given), "first_language_reading") == 0
    assert line(score("2024-01-30", **given), "first_language_reading") == 31
    assert outcome(asked("2024-01-30", **given), "federal_skilled_worker") is OPEN


# ----------------------------------------------------------------------------------------------------- additional


@pytest.mark.parametrize(
    ("on", "noc", "given"),
    [
        ("2025-03-24", "21231", 50), ("2025-03-24", "00012", 200), ("2025-03-25", "21231", 0), ("2025-03-25", "00012", 0),
    ],
)  # fmt: skip
def test_a_job_offer_loses_its_points_and_keeps_its_place_in_the_grid_of_the_class(on, noc, given):
    offer = {
        "job__arranged_employment": "new_lmia_other_permit",
        "job__noc": noc,
        "worker__settlement_funds": 0,
    }
    recent = [IELTS | {"taken": "2024-07-02"}]
    assert line(score(on, worker__languages=recent, **offer), "job_offer") == given
    grid = score(on, name="fsw", worker__languages=recent, **offer)
    assert (line(grid, "arranged_employment"), line(grid, "adaptability_offer")) == (10, 5)
    assert (
        outcome(asked(on, worker__languages=recent, **offer), "federal_skilled_worker") is OPEN
    )  # funds are waived
    offer["job__arranged_employment"] = "new_lmia_no_permit"
    assert failing(asked(on, worker__languages=recent, **offer), "federal_skilled_worker") == [
        "settlement_funds"
    ]


@pytest.mark.parametrize(
    ("english", "extra"), [((4, 4, 4, 4), 25), ((5, 5, 5, 4), 25), ((5, 5, 5, 5), 50), ((0, 0, 0, 0), 25)]
)
def test_french_at_7_with_english_at_4_and_at_5(english, extra):
    case = {
        **facts(worker__first_language="french"),
        **levels("worker.french", 7),
        **levels("worker.english", *english),
    }
    found = score("2026-07-01", case)
    assert line(found, "french") == extra
    weaker = {**case, "worker.french.writing": 6}
    assert line(score("2026-07-01", weaker), "french") == 0


# --------------------------------------------------------------------------------------------- 3 November 2026


def test_the_score_is_complete_on_2_november_2026_and_not_on_the_third():
    before, after = score("2026-11-02"), score("2026-11-03")
    assert (before.complete, after.complete) == (True, False)
    assert total(before) == total(after)


# --------------------------------------------------------------------------------------------- the pass mark


def test_the_class_opens_at_exactly_67_points_and_is_closed_at_66():
    # four abilities at level 7 are 16, bachelor 21, six years 15, 35 years old 12: 64; with a relative in Canada 69
    case = {
        **facts(worker__education_counted="bachelor", worker__skilled_work_years=6, worker__age=35),
        **levels("worker.english", 7), "worker.continuous_skilled_months": 72, "worker.settlement_funds": 20000,
        "worker.family_size": 1, "goals.in_quebec": False, "worker.canadian_work_months_in_three_years": 0,
        "worker.relative_in_canada": True,
    }  # fmt: skip
    for age, points_of in ((35, 69), (37, 67), (38, 66)):
        told = {**case, "worker.age": age}
        assert total(score("2026-07-01", told, "fsw")) == points_of
        assert outcome(asked("2026-07-01", told), "federal_skilled_worker") is (
            OPEN if points_of >= 67 else CLOSED
        )


# ------------------------------------------------------------------------------------------------- physicians


def test_a_physician_on_her_own_account_is_not_told_that_the_class_is_closed():
    paid = [DOCTOR | {"publicly_funded_medical": True}]
    assert outcome(asked("2026-07-01", worker__experience=paid), "canadian_experience_class") is OPEN
    known = score("2026-07-01", worker__experience=paid)
    assert not known.complete
    # that the points count it too was not seen in the instructions: two years may give 46 or 53 and more, or nothing
    assert (known.total.lo, known.total.hi) == (72 + 120 + 124 + 25, 72 + 120 + 124 + 50 + 80)
    assert outcome(asked("2026-07-01", worker__experience=paid), "category_physicians") is UNDETERMINED
    low = [IELTS | {"taken": "2025-07-02", "listening": 5.5, "reading": 5.0, "writing": 5.5, "speaking": 5.5}]
    assert failing(
        asked("2026-07-01", worker__experience=paid, worker__languages=low), "canadian_experience_class"
    ) == ["language"]  # level 6, and a physician (TEER 1) needs 7
    unsaid = asked("2026-07-01", worker__experience=[DOCTOR])
    found = assess_route(unsaid, unsaid.law.route(f"{EE}.canadian_experience_class"))
    assert (found.outcome, found.missing) == (UNDETERMINED, ("worker.experience",))


@pytest.mark.parametrize(
    "job",
    [
        DOCTOR | {"publicly_funded_medical": False},
        DOCTOR | {"publicly_funded_medical": True, "authorized": False},
        DOCTOR | {"publicly_funded_medical": True, "full_time_student": True},
        DOCTOR | {"noc": "21231"},
    ],
)
def test_other_work_on_ones_own_account_in_canada_still_does_not_count(job):
    assert failing(asked("2026-07-01", worker__experience=[job]), "canadian_experience_class")[:1] == [
        "canadian_work"
    ]


def test_work_for_oneself_and_as_a_student_counts_for_the_skilled_worker_and_not_for_the_canadian_class():
    here = {
        "noc": "21231",
        "country": "CA",
        "from": "2023-01-02",
        "to": "present",
        "hours_per_week": 30,
        "authorized": True,
    }
    for kind in ({"self_employed": True}, {"full_time_student": True}):
        given = {"worker__experience": [here | kind]}
        assert line(score("2026-07-01", name="fsw", **given), "experience") == 11
        assert outcome(asked("2026-07-01", **given), "canadian_experience_class") is CLOSED
        assert line(score("2026-07-01", **given), "canadian_work") == 0


# ------------------------------------------------------------------------------------------- the residency clock


@pytest.mark.parametrize(("until", "kept"), [("2022-02-15", True), ("2022-02-14", False)])
def test_730_days_exactly_and_729_on_the_day_after_the_first_five_years(until, kept):
    # landed on 2020-02-17: from that day to 2022-02-15 are 730 days, both counted (2020 has a 29 February)
    assert (dt.date(2022, 2, 15) - dt.date(2020, 2, 17)).days + 1 == 730
    resident = {
        "worker.canada.landed_on": "2020-02-17", "worker.canada.counted_days_abroad": 0,
        "worker.canada.stays": [{"from": "2020-02-17", "to": until}],
    }  # fmt: skip
    last = asked("2025-02-16", resident)  # the last of the five years
    found = assess_route(last, last.law.route(five_years.id))
    assert (found.outcome is OPEN) is kept
    assert found.outcome is (OPEN if kept else UNDETERMINED)  # below it, only an officer's grounds are left
    span = last.ask(five_years.runs_out, five_years.id).span
    assert span.lo == dt.date(2025, 2, 16 if kept else 15).toordinal()


# ------------------------------------------------------------------------------------------------------ Quebec


def test_whoever_means_to_live_in_quebec_is_out_of_all_three_classes_with_any_score():
    for key in ("federal_skilled_worker", "canadian_experience_class", "federal_skilled_trades"):
        assert "outside_quebec" in failing(asked("2026-07-01", goals__in_quebec=True), key)
    job = {name: value for name, value in PERSON.items() if name != "goals.in_quebec"}
    assert outcome(asked("2026-07-01", job, job__province="QC"), "federal_skilled_worker") is CLOSED


def test_an_offer_of_other_work_does_not_stand_in_for_a_certificate_of_the_trade():
    smith = {
        **PERSON, "worker.experience": [{"noc": "72200", "country": "IN", "from": "2023-01-02", "to": "present", "hours_per_week": 40}],
        "job.arranged_employment": "lmia_permit",
    }  # fmt: skip
    for noc, expected in (("72200", OPEN), ("21231", CLOSED), (None, UNDETERMINED)):
        assert outcome(asked("2026-07-01", smith, job__noc=noc), "federal_skilled_trades") is expected
    certified = {**smith, "worker.trade_certificate": True, "job.noc": "21231"}
    assert outcome(asked("2026-07-01", certified), "federal_skilled_trades") is OPEN
    unsaid = asked("2026-07-01", {**certified, "worker.trade_certificate": None})
    found = assess_route(unsaid, unsaid.law.route(f"{EE}.federal_skilled_trades"))
    assert (found.outcome, found.missing) == (UNDETERMINED, ("worker.trade_certificate",))


def test_an_offer_whose_occupation_nobody_said_may_give_its_points_or_none():
    # language 24, bachelor 21, six years and more 15, 36 years old 11: 71; the offer gives 10 and 5 in TEER 0 to 3 alone
    offer = {"job__arranged_employment": "lmia_permit", "job__noc": None}
    grid = score("2026-07-01", name="fsw", **offer)
    assert (grid.total.lo, grid.total.hi, grid.missing) == (71, 86, ("job.noc",))
    recent = [IELTS | {"taken": "2024-07-02"}]
    ranked = score("2025-03-24", worker__languages=recent, **offer)
    assert ranked.total.hi - ranked.total.lo == 200  # nothing, 50, or 200 for a senior manager


def test_an_offer_in_teer_5_gives_no_points_and_waives_no_funds():
    offer = {"job__arranged_employment": "lmia_permit", "job__noc": "65100", "worker__settlement_funds": 0}
    assert total(score("2026-07-01", name="fsw", **offer)) == total(score("2026-07-01", name="fsw"))
    assert line(score("2025-03-24", **offer), "job_offer") == 0
    assert "settlement_funds" in failing(asked("2026-07-01", **offer), "federal_skilled_worker")


def test_a_founder_who_means_to_live_in_quebec_has_no_start_up_visa():
    founder = {**PERSON, "worker.startup.commitment_on": "2025-12-31", "goals.in_quebec": True}
    assert outcome(asked("2026-06-29", founder), "founder", "canada.start_up_visa") is CLOSED
    elsewhere = {**founder, "goals.in_quebec": False}
    assert outcome(asked("2026-06-29", elsewhere), "founder", "canada.start_up_visa") is UNDETERMINED
    assert outcome(asked("2026-07-01", elsewhere), "founder", "canada.start_up_visa") is CLOSED


# ------------------------------------------------------------------------------------------- weeks and full-time


@pytest.mark.parametrize(("until", "expected"), [("2025-05-29", CLOSED), ("2025-05-30", OPEN)])
def test_a_contract_of_52_weeks_from_monday_to_friday_is_the_year_of_the_canadian_class(until, expected):
    job = {
        "noc": "21231", "country": "CA", "from": "2024-06-03", "to": until, "hours_per_week": 37.5, "authorized": True,
        "self_employed": False, "full_time_student": False,
    }  # fmt: skip
    # 52 weeks of 30 hours are 1,560 hours
    assert outcome(asked("2026-07-01", worker__experience=[job]), "canadian_experience_class") is expected
    assert line(score("2026-07-01", worker__experience=[job]), "canadian_work") == (
        40 if expected is OPEN else 0
    )


def test_a_new_job_on_the_monday_after_the_last_friday_does_not_break_the_year_of_the_skilled_worker():
    first = {"noc": "21231", "country": "US", "from": "2018-01-01", "to": "2018-06-29", "hours_per_week": 40}
    then = {**first, "from": "2018-07-02", "to": "2018-12-28"}
    assert "skilled_work" not in failing(
        asked("2026-07-01", worker__experience=[first, then]), "federal_skilled_worker"
    )
    later = {**then, "from": "2018-07-05", "to": "2019-01-04"}
    assert "skilled_work" in failing(
        asked("2026-07-01", worker__experience=[first, later]), "federal_skilled_worker"
    )


def test_the_year_in_canada_of_the_adaptability_points_is_one_of_full_time_work():
    job = {
        "noc": "21231", "country": "CA", "from": "2022-01-03", "to": "2024-12-27", "hours_per_week": 20, "authorized": True,
        "self_employed": False, "full_time_student": False,
    }  # fmt: skip
    half = score("2026-07-01", name="fsw", worker__experience=[job])
    # three years of 20 hours are two full years of experience (11), and no year of full-time work in Canada that is sure
    assert line(half, "experience") == 11
    assert half.total.lo == 16 + 8 + 21 + 11 + 11
    assert half.total.hi == half.total.lo + 10
    two = score("2026-07-01", name="fsw", worker__experience=[job, job | {"hours_per_week": 10}])
    assert line(two, "work") == 10
