"""Permits of Canada that are held, and what follows from what is left of them, worked out by hand from the dossier."""

import pytest

from landed.assess import Question, assess_route
from landed.facts import Case, Snapshot
from tests.law.exempt_cases import CLOSED, OPEN, UNDETERMINED, ask, failing
from tests.law.reading import LAW, TODAY, day

SPOUSE = "spouse_open_permit.of_worker"
COUPLE = {"worker__family": "married", "worker__canada__permit_approved": True, "job__noc": "21231"}


@pytest.mark.parametrize("permit", ["pr_linked", "C43", "C21", "C10"])
def test_of_a_permit_without_a_common_length_the_last_day_is_asked(permit):
    """A permit after studies, of a holiday, or linked to residence: nothing but its own last day says what is left."""
    facts = {**COUPLE, "worker__canada__permit": permit, "job__months": 24}
    answer = ask(SPOUSE, TODAY, **facts)
    assert (answer.outcome, list(answer.missing)) == (UNDETERMINED, ["worker.canada.permit_expires"])
    assert ask(SPOUSE, TODAY, **facts, worker__canada__permit_expires="2028-03-22").outcome is OPEN


def test_six_months_of_a_permit_linked_to_residence_are_enough_and_five_are_not():
    facts = {**COUPLE, "worker__canada__permit": "pr_linked"}
    assert ask(SPOUSE, TODAY, **facts, worker__canada__permit_expires="2027-05-22").outcome is OPEN
    assert failing(ask(SPOUSE, TODAY, **facts, worker__canada__permit_expires="2027-05-21")) == [
        "months_left"
    ]


def test_the_ninety_days_of_a_professional_under_gats_bring_no_spouse():
    answer = ask(SPOUSE, TODAY, **COUPLE, worker__canada__permit="T33", job__months=24)
    assert (answer.outcome, failing(answer)) == (CLOSED, ["months_left"])


def test_a_trader_in_canada_may_have_renewed_for_two_years_and_one_abroad_comes_for_one():
    """T34 and T35: a year at first, then two at a time; the spouse's permit asks for sixteen months."""
    facts = {**COUPLE, "worker__canada__permit": "T34", "job__months": 24}
    assert failing(ask(SPOUSE, TODAY, **facts, worker__location="US")) == ["months_left"]
    in_canada = ask(SPOUSE, TODAY, **facts, worker__location="CA")
    assert (in_canada.outcome, list(in_canada.missing)) == (UNDETERMINED, ["worker.canada.permit_expires"])


@pytest.mark.parametrize(
    ("born", "outcome"),
    [("2008-11-23", OPEN), ("2008-11-22", UNDETERMINED), ("2007-11-23", UNDETERMINED), ("2007-11-22", CLOSED)],
)  # fmt: skip
def test_a_child_of_eighteen_is_a_minor_in_some_provinces(born, outcome):
    children = [{"birth_date": born}]
    answer = ask(
        "children.school_without_permit", TODAY, children=children, worker__canada__permit_approved=True
    )
    assert answer.outcome is outcome


@pytest.mark.parametrize(("on", "outcome"), [("2026-11-22", OPEN), ("2026-11-23", CLOSED)])
def test_no_permit_stands_on_an_assessment_that_has_run_out(on, outcome):
    facts = {"worker__citizenships": ["IN"], "job__lmia_issued": True, "job__province": "ON"}
    assert ask("work_permit.ordinary", on, **facts, job__lmia_expires="2026-11-22").outcome is outcome
    assert ask("work_permit.ordinary", on, **facts).outcome is OPEN  # of its last day nobody spoke


def test_another_assessment_has_a_last_day_of_its_own():
    """What is supposed of a new assessment is not closed by the last day of the old one."""
    said = Snapshot(Case(on=day(TODAY))).with_facts(
        {"job.lmia_issued": False, "job.lmia_expires": "2026-11-01"}
    )
    asked = Question(said.with_facts({"job.lmia_issued": True, "job.province": "ON"}), LAW, day(TODAY))
    assert assess_route(asked, LAW.route("canada.work_permit.ordinary")).outcome is OPEN


@pytest.mark.parametrize(
    ("on", "outcome"), [("2026-11-22", OPEN), ("2026-12-07", OPEN), ("2026-06-01", UNDETERMINED)]
)
def test_years_of_study_and_work_grow_no_fewer_by_waiting(on, outcome):
    """Four years of study and two of work (T52): two weeks later there are no fewer; half a year before, perhaps."""
    said = Snapshot(Case(on=day(TODAY))).with_facts({
        "worker.citizenships": ["JP"], "worker.permanent_residences": [], "worker.post_secondary_years": 4,
        "worker.years_in_profession": 2, "job.noc": "21231", "job.hourly_wage": 60, "job.prevailing_hourly_wage": 50,
        "employer.exists": True, "employer.willing": True, "employer.undertakes.portal_offer": True,
    })  # fmt: skip
    answer = assess_route(
        Question(said.on_day(day(on)), LAW, day(on)), LAW.route("canada.cptpp.professional")
    )
    assert answer.outcome is outcome


@pytest.mark.parametrize(("works", "outcome"), [(True, OPEN), (False, CLOSED), (None, UNDETERMINED)])
def test_who_works_in_canada_under_an_exemption_may_apply_there_and_other_visitors_not(works, outcome):
    """IRPR s. 199(b): who works under s. 186, business visitors left out."""
    facts = {"worker__location": "CA", "worker__citizenships": ["IN"], "worker__family": "single",
             "worker__canada__status": "visitor", "worker__canada__permit": "lmia"}  # fmt: skip
    if works is not None:
        facts["worker__canada__works_under_exemption"] = works
    answer = ask("entry.permit_from_within_canada", TODAY, **facts)
    assert answer.outcome is outcome
    assert list(answer.missing) == ([] if works is not None else ["worker.canada.works_under_exemption"])
