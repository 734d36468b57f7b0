"""Families, nominations and offers of those who would stay in Canada: each worked out by hand from the official tables."""

import pytest

from landed.assess import assess_route
from tests.law.test_unusual_residence import CLOSED, PERSON, asked, outcome, score

EE = "canada.express_entry"
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
