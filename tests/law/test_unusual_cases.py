"""Unusual and hostile situations, each worked out by hand: two passports, old codes, wages by the month, last days."""

import datetime as dt
from pathlib import Path

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.errors import UsageError
from landed.facts import Snapshot, read_case, read_case_text, worker
from landed.law import Law
from landed.plan import make_plan

ROOT = Path(__file__).parents[2]
STATUS = "worker.us_status"
STREAM = "canada.global_talent_stream.category_b"
HIGH_WAGE = "canada.lmia.high_wage"
ORDINARY = "canada.work_permit.ordinary"
PROFESSIONAL = "canada.cusma.professional"
GRACE = "united_states.grace_period.sixty_days"
OPEN, CLOSED, UNDETERMINED = Outcome.OPEN, Outcome.CLOSED, Outcome.UNDETERMINED

CASE = """
on: 2026-11-22
worker:
  citizenships: [IN]
  residence: US
  location: US
  birth_date: 1994-03-14
  passport_expires: 2031-05-01
  us_status:
    {class: H-1B, i94_expires: 2027-08-31, petition_expires: 2027-08-31, last_day_worked: none, grace_used: false,
     first_h1b_admission: 2021-10-01, days_abroad_in_h1b: 40, cap_counted: true, labor_certification_filed: none, i140: none}
job: {noc: "21231", wage: {amount: 138000, currency: CAD, per: year}, hours_per_week: 40, months: 24,
      province: BC, city: Vancouver, prevailing_wage: {amount: 56.41, currency: CAD, per: hour}}
employer: {operates_in_canada: true, willing: true,
           undertakes: {labour_market_benefits_plan: true, recruitment: true, transition_plan: true, us_petition: true}}
goals: {countries: [CA]}
"""
OFFER = {
    "job.profession": "computer_systems_analyst", "worker.education_level": "bachelor",
    "worker.degree_fits_profession": True, "worker.controls_employer": False, "employer.undertakes.portal_offer": True,
}  # fmt: skip


def case(**replaced):
    text = CASE
    for old, new in replaced.values():
        assert old in text
        text = text.replace(old, new)
    return read_case_text(text, "case.yaml")


def ask(route, facts=None, on=None, known_on=None, of=None):
    """Return the answer for one route of the case, with some facts replaced."""
    read = of or case()
    day = dt.date.fromisoformat(on) if on else read.on
    law = Law(dt.date.fromisoformat(known_on) if known_on else None)
    snapshot = Snapshot(read, day).with_facts(facts or {})
    return assess_route(Question(snapshot, law, day), law.route(route))


def failing(answer):
    return [finding.node.key for finding in answer.failing()]


def steps(route, facts=None, on=None):
    """Return the steps of the first open option of a way."""
    plan = make_plan(case(), on=dt.date.fromisoformat(on) if on else None, what_if=facts or {})
    option = next(one for one in plan.options if one.route == route and one.outcome == "open")
    return {step.id.rpartition("/")[2]: step for step in option.steps}


# ------------------------------------------------------------------------------------------- two passports


def test_a_citizen_of_india_and_the_united_states_uses_the_agreement_and_the_border():
    both = {"worker.citizenships": ["IN", "US"], **OFFER}
    assert ask(PROFESSIONAL, both).outcome is OPEN
    assert failing(ask(PROFESSIONAL, {**both, "worker.citizenships": ["IN"]})) == ["citizenship"]
    path = steps(ORDINARY, {"worker.citizenships": ["IN", "US"]})
    assert "port_of_entry" in path
    assert not {"apply_online", "biometrics", "eta", "renew_passport"} & path.keys()


# -------------------------------------------------------------------------------------- codes of other years


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        ("2171", OPEN), ("2172", OPEN), ("2173", OPEN), ("2174", OPEN), ("2175", OPEN), ("2147", OPEN), ("0213", OPEN),
        ("2131", OPEN), ("2133", OPEN), ("2143", OPEN), ("2146", OPEN), ("2241", OPEN), ("2281", OPEN), ("2283", OPEN),
        ("2161", UNDETERMINED), ("5131", UNDETERMINED), ("5241", UNDETERMINED), ("0211", CLOSED), ("0212", CLOSED),
        ("2282", CLOSED),
    ],
)  # fmt: skip
def test_a_code_of_2016_is_read_in_2026(code, outcome):
    found = ask(STREAM, {"job.noc": code})
    assert found.outcome is outcome
    if outcome is UNDETERMINED:
        assert found.missing == ("job.duties_match_listed_part",)


def test_a_data_scientist_has_three_parents_on_the_list_of_2019():
    found = ask(STREAM, {"job.noc": "21211"}, on="2019-07-31")
    assert (found.outcome, found.weak) == (OPEN, True)  # that the list had no floor for it then was not seen


# ------------------------------------------------------------------------------------------- places and wages


def test_a_job_in_quebec_waits_for_what_is_not_encoded_and_says_so():
    montreal = {"job.province": "QC", "job.city": "Montreal"}
    for route in (STREAM, HIGH_WAGE):
        found = ask(route, montreal)
        assert found.outcome is UNDETERMINED
        assert any("not encoded here" in opener.text for opener in found.would_open)
    permit = ask(ORDINARY, {**montreal, "job.lmia_issued": True, "job.lmia_stream": "gts_b"})
    assert permit.outcome is UNDETERMINED
    given = {**montreal, "job.lmia_issued": True, "job.lmia_stream": "gts_b", "job.caq_issued": True}
    assert ask(ORDINARY, given).outcome is OPEN


@pytest.mark.parametrize(("wage", "outcome"), [(44.39, CLOSED), (44.40, OPEN)])
def test_a_job_in_yukon_at_the_line_and_a_cent_below(wage, outcome):
    yukon = {
        "job.province": "YT",
        "job.city": "Whitehorse",
        "job.hourly_wage": wage,
        "job.prevailing_hourly_wage": 40,
    }
    found = ask(HIGH_WAGE, yukon)
    assert found.outcome is outcome
    assert failing(found) == ([] if outcome is OPEN else ["high_wage_line"])


def test_where_no_wage_is_published_the_prevailing_wage_is_asked_and_never_zero():
    read = case(wage=(", prevailing_wage: {amount: 56.41, currency: CAD, per: hour}", ""))
    found = ask(STREAM, {"job.province": "YT", "job.city": "Whitehorse"}, of=read)
    assert (found.outcome, found.missing) == (UNDETERMINED, ("job.prevailing_wage",))


@pytest.mark.parametrize(("amount", "outcome"), [(9777.73, CLOSED), (9777.74, OPEN)])
def test_a_wage_by_the_month_is_compared_to_the_cent(amount, outcome):
    # 56.41 an hour is 56.41 x 40 x 52 / 12 = 9777.7333... a month: 9777.73 falls short by a third of a cent
    wage = {"job.wage": {"amount": amount, "currency": "CAD", "per": "month"}}
    found = ask(STREAM, wage)
    assert found.outcome is outcome
    assert failing(found) == ([] if outcome is OPEN else ["prevailing_wage"])


def test_without_the_hours_of_a_week_a_yearly_wage_decides_nothing_and_the_answer_says_why():
    read = case(hours=(", hours_per_week: 40", ""))
    snapshot = Snapshot(read)
    found = assess_route(Question(snapshot, Law(), read.on), Law().route(STREAM))
    assert found.outcome is UNDETERMINED
    assert found.missing == ("job.hours_per_week",)
    assert any("job.hours_per_week is not given" in note for note in snapshot.notes)
    assert ask(STREAM, {"job.hours_per_week": 40}, of=read).outcome is OPEN


def test_a_wage_in_another_currency_is_not_taken_for_canadian_dollars():
    read = case(currency=("amount: 138000, currency: CAD", "amount: 138000, currency: USD"))
    assert ask(STREAM, of=read).outcome is UNDETERMINED


# --------------------------------------------------------------------------------------- birthdays, passports


@pytest.mark.parametrize(("born", "given"), [("1946-11-22", False), ("1946-11-23", True)])
def test_biometrics_end_with_the_eightieth_birthday(born, given):
    assert ("biometrics" in steps(ORDINARY, {"worker.birth_date": born})) is given


def test_a_passport_that_expires_next_month_is_renewed_before_anything_is_filed():
    path = steps(ORDINARY, {"worker.passport_expires": "2026-12-20"})
    renewed = path["renew_passport"].ends.if_every_standard_is_met
    assert renewed <= path["apply_online"].starts.if_every_standard_is_met
    assert "renew_passport" not in steps(ORDINARY)


# ------------------------------------------------------------------------------------------------- the border


def test_a_green_card_opens_the_border_to_an_indian_without_an_eta_and_not_the_agreement():
    path = steps(ORDINARY, {f"{STATUS}.class": "green_card"})
    assert "port_of_entry" in path
    assert not {"apply_online", "eta"} & path.keys()
    assert failing(ask(PROFESSIONAL, {f"{STATUS}.class": "green_card", **OFFER})) == ["citizenship"]


@pytest.mark.parametrize(("on", "step"), [("2024-02-28", "port_of_entry"), ("2024-02-29", "apply_online")])
def test_a_mexican_professional_on_both_sides_of_29_february_2024(on, step):
    path = steps(PROFESSIONAL, {"worker.citizenships": ["MX"], **OFFER}, on)
    assert {"port_of_entry", "apply_online"} & path.keys() == {step}


# -------------------------------------------------------------------------------------- the sixth year of H-1B


SIXTH_YEAR = {
    f"{STATUS}.first_h1b_admission": "2021-01-10",
    f"{STATUS}.i94_expires": "2027-01-09",
    f"{STATUS}.petition_expires": "2027-01-09",
}


@pytest.mark.parametrize(("abroad", "outcome", "last"), [(0, CLOSED, "2027-01-09"), (40, OPEN, "2027-02-18")])
def test_in_the_sixth_year_days_abroad_make_an_extension_possible(abroad, outcome, last):
    facts = {**SIXTH_YEAR, f"{STATUS}.days_abroad_in_h1b": abroad}
    found = ask("united_states.h1b.extension", facts)
    assert found.outcome is outcome
    assert failing(found) == ([] if outcome is OPEN else ["time_left"])
    assert runs_out("united_states.h1b.six_year_limit", facts) == (last, last)
    assert ask("united_states.h1b.beyond_six_years", facts).outcome is CLOSED


def runs_out(route, facts, on=None):
    read = case()
    day = dt.date.fromisoformat(on) if on else read.on
    asked = Question(Snapshot(read, day).with_facts(facts), Law(), day)
    span = asked.ask(asked.law.route(route).runs_out, route).span
    ends = [
        None if isinstance(end, float) else dt.date.fromordinal(end).isoformat() for end in (span.lo, span.hi)
    ]
    return tuple(ends)


# --------------------------------------------------------------------------------------------------- last days


@pytest.mark.parametrize(
    ("worked", "outcome", "last"),
    [
        ("2026-09-24", OPEN, "2026-11-23"),
        ("2026-09-23", OPEN, "2026-11-22"),
        ("2026-09-22", CLOSED, "2026-11-21"),
    ],
)
def test_the_last_day_worked_was_60_days_ago_and_61(worked, outcome, last):
    facts = {f"{STATUS}.last_day_worked": worked}
    found = ask(GRACE, facts)
    assert found.outcome is outcome
    assert runs_out(GRACE, facts) == (last, last)
    change = ask("united_states.h1b.portability", facts)
    assert ("in_time" in failing(change)) is (outcome is CLOSED)


def test_severance_is_no_fact_and_moves_nothing():
    with pytest.raises(UsageError, match="there is no fact"):
        ask(GRACE, {f"{STATUS}.severance_until": "2027-01-31"})


def test_an_i94_that_ends_before_the_petition_ends_stay_and_work():
    facts = {f"{STATUS}.i94_expires": "2027-03-01"}
    for clock in ("i94", "petition"):
        assert runs_out(f"united_states.status_papers.{clock}", facts) == ("2027-03-01", "2027-03-01")
    plan = make_plan(case(goals=("countries: [CA]", "countries: [US]")), what_if=facts)
    assert plan.binding.day == dt.date(2027, 3, 1)
    assert ask("united_states.h1b.extension", facts, on="2027-03-01").outcome is OPEN
    assert failing(ask("united_states.h1b.extension", facts, on="2027-03-02")) == ["in_time"]


@pytest.mark.parametrize(
    ("worked", "ends"),
    [("2026-11-01", ("2026-12-31", "2026-12-31")), ("2027-07-15", ("2027-08-21", "2027-08-31"))],
)
def test_a_petition_whose_day_nobody_knows_matters_only_in_the_last_ten_days_of_the_i94(worked, ends):
    read = case(petition=(" petition_expires: 2027-08-31,", ""))
    snapshot = Snapshot(read).with_facts({f"{STATUS}.last_day_worked": worked})
    asked = Question(snapshot, Law(), read.on)
    span = asked.ask(asked.law.route(GRACE).runs_out, GRACE).span
    assert tuple(dt.date.fromordinal(end).isoformat() for end in (span.lo, span.hi)) == ends
    assert any("The petition's last day is not given" in note for note in snapshot.notes)


def test_the_paper_that_is_asked_for_is_the_one_that_was_not_given():
    facts = {f"{STATUS}.last_day_worked": "2027-07-15"}
    read = case(petition=(" petition_expires: 2027-08-31,", ""))
    found = ask(GRACE, facts, on="2027-08-25", of=read)
    assert (found.outcome, found.missing) == (UNDETERMINED, (f"{STATUS}.petition_expires",))
    read = case(i94=(" i94_expires: 2027-08-31,", ""))
    found = ask(GRACE, facts, on="2027-08-25", of=read)
    assert (found.outcome, found.missing) == (UNDETERMINED, (f"{STATUS}.i94_expires",))


# ---------------------------------------------------------------------------------- what was known, and when


def test_advice_of_december_2022_could_not_know_the_list_of_the_next_day():
    civil = {"job.noc": "21300"}
    assert ask(STREAM, civil, on="2022-12-22").outcome is OPEN
    assert failing(ask(STREAM, civil, on="2022-12-22", known_on="2022-12-21")) == [
        "the_occupation_is_on_the_list"
    ]


def test_advice_of_2016_did_not_know_the_grace_before_it_was_published():
    facts = {f"{STATUS}.last_day_worked": "2017-01-17"}
    assert ask(GRACE, facts, on="2017-01-17", known_on="2016-11-18").outcome is OPEN
    assert ask(GRACE, facts, on="2017-01-17", known_on="2016-11-17").outcome is Outcome.NOT_IN_FORCE


# --------------------------------------------------------------------------- the graduate whose training ends


@pytest.fixture(scope="module")
def graduate():
    return read_case(ROOT / "tests/personas/p03.yaml")


def test_p03_work_ends_on_31_july_2026_and_the_graduates_own_grace_on_29_september(graduate):
    plan = make_plan(graduate)
    days = {deadline.id: deadline.day for deadline in plan.deadlines}
    assert days["united_states.opt.work"] == dt.date(2026, 7, 31)
    assert days["united_states.opt.grace"] == dt.date(2026, 9, 29)
    assert GRACE not in days
    assert plan.binding.day == dt.date(2026, 7, 31)


def test_p03_a_stem_extension_is_not_extended_again(graduate):
    found = ask("united_states.opt.stem_extension", of=graduate)
    assert found.outcome is CLOSED
    assert "class" in failing(found)


def test_p03_no_canadian_experience_and_only_skilled_work_counts_abroad(graduate):
    snapshot = Snapshot(graduate)
    assert snapshot.shown(worker.canadian_work_years) == 0
    assert (
        snapshot.shown(worker.foreign_work_years) == 2
    )  # 35 months as an engineer; two years as a clerk do not count
