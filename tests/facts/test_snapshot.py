"""A case on a day: what follows from what was said, on that day and on others, and under a what-if."""

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landed.errors import UsageError
from landed.expr import civil
from landed.expr.values import Members, Span
from landed.facts import FACTS, Case, Snapshot, employer, job, read_case_text, spouse, worker
from landed.facts._reading import unknown
from landed.facts.snapshot import is_exact

TODAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(2017, 1, 1), dt.date(2032, 1, 1))


def someone(on=TODAY, **facts):
    return Snapshot(Case(on=on)).with_facts({name.replace("__", "."): value for name, value in facts.items()})


def given_facts(facts, on=TODAY):
    return Snapshot(Case(on=on)).with_facts(facts)


def test_nothing_said_is_nothing_known():
    snapshot = Snapshot(Case(on=TODAY))
    for fact in FACTS.values():
        if not fact.name.endswith("_stated"):  # of the case itself, and so known
            assert not is_exact(snapshot.value(fact)), fact.name
    assert snapshot.notes == ()


def test_a_map_of_facts_is_read_as_a_case_file_writes_them():
    snapshot = given_facts({
        "job.noc": "21231", "job.hourly_wage": 48.08, "worker.age": 31, "worker.citizenships": ["IN"],
        "worker.us_status.i94_expires": "2027-08-31", "employer.willing": None,
    })  # fmt: skip
    assert snapshot.value(job.noc) == {"21231"}
    assert snapshot.value(job.hourly_wage) == Span(4808, 4808)
    assert snapshot.value(worker.age) == Span(31, 31)
    assert snapshot.value(worker.citizenships) == Members(frozenset({"IN"}), frozenset({"IN"}))
    assert snapshot.shown(worker.us_status.i94_expires) == "2027-08-31"
    assert snapshot.value(employer.willing) is None


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"job.nocc": "21231"}, "did you mean 'job.noc'"),
        ({"worker.us_status.i94": "2027-08-31"}, "there is no fact"),
        ({"worker.age": "old"}, "worker.age: 'old' is text, not a number"),
        ({"worker.citizenships": ["UK"]}, "did you mean 'GB'"),
        ({"worker.experience": [{"frm": "2020-01-01"}]}, "did you mean 'from'"),
        ({"worker": "none"}, "there is no fact"),
    ],
)
def test_a_wrong_fact_of_a_map_is_refused_with_the_nearest_right_one(facts, message):
    with pytest.raises(UsageError, match=message.replace("'", ".")):
        given_facts(facts)


def test_a_what_if_leaves_the_case_as_it_was():
    case = read_case_text(
        "on: 2026-11-22\njob: {wage: {amount: 104000, currency: CAD, per: year}, hours_per_week: 40}"
    )
    before = Snapshot(case)
    after = before.with_facts({"job.hourly_wage": 60})
    assert before.value(job.hourly_wage) == Span(5000, 5000)
    assert after.value(job.hourly_wage) == Span(6000, 6000)
    assert after.value(job.yearly_wage) == Span(124_800_00, 124_800_00)


def test_a_what_if_reaches_what_follows_from_it():
    employed = someone(worker__us_status__last_day_worked="none")
    assert employed.value(worker.us_status.laid_off) is False
    assert employed.with_facts({"worker.us_status.last_day_worked": "2026-11-20"}).value(
        worker.us_status.laid_off
    )
    petition = employed.with_facts({"worker.us_status.i94_expires": "2027-08-31"})
    longer = petition.with_facts({"worker.us_status.petition_expires": "2027-01-31"})
    assert petition.shown(worker.us_status.authorized_until) == {"from": "2027-08-21", "to": "2027-08-31"}
    assert longer.shown(worker.us_status.authorized_until) == "2027-01-31"


def test_the_authorized_period_says_what_is_not_known_of_its_end():
    papers = someone()
    i94 = papers.with_facts({"worker.us_status.i94_expires": "2027-08-31"})
    petition = papers.with_facts({"worker.us_status.petition_expires": "2027-08-31"})
    assert papers.shown(worker.us_status.authorized_until) is None
    assert i94.shown(worker.us_status.authorized_until) == {"from": "2027-08-21", "to": "2027-08-31"}
    assert "up to ten days before" in i94.notes[0]
    assert petition.shown(worker.us_status.authorized_until)["to"] == "2027-08-31"
    assert "long before the petition" in petition.notes[0]
    both = papers.with_facts(
        {"worker.us_status.i94_expires": "2027-08-31", "worker.us_status.petition_expires": "2027-08-31"}
    )
    assert both.shown(worker.us_status.authorized_until) == "2027-08-31"
    assert both.notes == ()


def test_a_what_if_may_give_lists_and_groups_that_are_none():
    snapshot = given_facts({
        "worker.us_status.i140": "none",
        "worker.education": [{"level": "master", "country": "US", "completed": "2020-05-01"}],
        "spouse": "none",
    })  # fmt: skip
    assert snapshot.value(worker.us_status.i140_approved) is False
    assert snapshot.value(worker.us_masters_or_higher) is True
    assert snapshot.value(spouse.accompanying) is False


# ------------------------------------------------------------------------------------------------ other days


def test_an_age_moves_exactly_with_a_birth_date():
    case = read_case_text("on: 2026-11-22\nworker: {birth_date: 1996-02-29}")
    assert Snapshot(case, dt.date(2025, 2, 28)).value(worker.age) == Span(28, 28)
    assert Snapshot(case, dt.date(2025, 3, 1)).value(worker.age) == Span(29, 29)


def test_an_age_given_directly_gives_bounds_on_other_days():
    case = read_case_text("on: 2026-11-22\nworker: {age: 31}")
    assert Snapshot(case).value(worker.age) == Span(31, 31)
    assert Snapshot(case, dt.date(2026, 11, 23)).value(worker.age) == Span(31, 32)
    assert Snapshot(case, dt.date(2027, 11, 22)).value(worker.age) == Span(32, 32)
    assert Snapshot(case, dt.date(2017, 6, 12)).value(worker.age) == Span(21, 22)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2010, 1, 1)), DAYS, DAYS)
def test_the_bounds_of_an_age_hold_the_true_age(birth, on, other):
    snapshot = given_facts({"worker.age": civil.age_on(birth, on)}, on).on_day(other)
    value = snapshot.value(worker.age)
    assert value.lo <= civil.age_on(birth, other) <= value.hi
    assert value.hi - value.lo <= 1


def test_direct_facts_give_bounds_on_other_days():
    case = read_case_text(
        "on: 2026-11-22\nworker: {education_level: bachelor, canadian_work_years: 2, canadian_study: one_or_two_years}"
    )
    later, earlier = Snapshot(case, dt.date(2028, 1, 1)), Snapshot(case, dt.date(2026, 1, 1))
    assert earlier.value(worker.education_level) == {"none", "secondary", "one_year", "two_year", "bachelor"}
    assert later.value(worker.education_level) == {
        "bachelor",
        "two_or_more",
        "master",
        "professional",
        "doctoral",
    }
    assert later.value(worker.canadian_work_years) == Span(0, 4)
    assert earlier.value(worker.canadian_work_years) == Span(1, 3)
    assert later.value(worker.canadian_study) == {"one_or_two_years", "three_plus_years"}


def test_other_statements_are_taken_to_hold_and_a_note_says_so():
    case = read_case_text("on: 2026-11-22\njob: {noc: '21231'}\nworker: {citizenships: [IN]}")
    snapshot = Snapshot(case, dt.date(2017, 6, 12))
    assert snapshot.value(job.noc) == {"21231"}
    assert "2026-11-22" in snapshot.notes[0]
    assert "cut at 2017-06-12" in snapshot.notes[0]
    assert Snapshot(case).notes == ()


def test_histories_are_cut_at_an_earlier_day():
    case = read_case_text("""
on: 2026-11-22
worker:
  education:
    - {level: bachelor, country: IN, completed: 2015-06-01}
    - {level: master, country: US, completed: 2019-05-15}
  languages:
    - {test: celpip_general, taken: 2018-01-01, listening: 7, reading: 7, writing: 7, speaking: 7}
    - {test: celpip_general, taken: 2025-01-01, listening: 9, reading: 9, writing: 9, speaking: 9}
  experience:
    - {noc: "21231", country: CA, from: 2020-01-01, to: present, hours_per_week: 40}
children: [{birth_date: 2020-04-01}]
""")
    on = {year: Snapshot(case, dt.date(year, 6, 12)) for year in (2014, 2017, 2018, 2021, 2026)}
    assert [on[year].shown(worker.education_level) for year in on] == [
        "none",
        "bachelor",
        "bachelor",
        "master",
        "master",
    ]
    assert [on[year].value(worker.english.clb).lo for year in on] == [0, 0, 7, 7, 9]
    assert [on[year].value(worker.canadian_work_years).lo for year in on] == [0, 0, 0, 1, 6]
    assert [on[year].value(worker.children_count).lo for year in on] == [0, 0, 0, 1, 1]
    assert [on[year].value(worker.us_masters_or_higher) for year in on] == [False, False, False, True, True]
    assert on[2018].shown(worker.english.test_date) == "2018-01-01"


def test_what_was_supposed_is_kept_on_another_day():
    snapshot = someone(worker__us_status__last_day_worked="2026-12-01")
    assert snapshot.value(worker.us_status.laid_off) is False
    assert snapshot.on_day(dt.date(2026, 12, 1)).value(worker.us_status.laid_off) is True


# ----------------------------------------------------------------------------------------------- languages


def test_one_level_stands_for_all_four_abilities_and_a_note_says_so():
    snapshot = someone(worker__english__clb=9)
    assert snapshot.value(worker.english.speaking) == Span(9, 9)
    assert "all four abilities" in snapshot.notes[0]


def test_the_lowest_ability_is_the_level():
    levels = {"listening": 9, "reading": 8, "writing": 7, "speaking": 10}
    snapshot = given_facts({f"worker.french.{part}": level for part, level in levels.items()})
    assert snapshot.value(worker.french.clb) == Span(7, 7)


def test_beside_one_ability_the_level_is_the_lowest():
    snapshot = someone(worker__english__clb=7, worker__english__listening=9)
    assert snapshot.value(worker.english.listening) == Span(9, 9)
    assert snapshot.value(worker.english.reading) == Span(7, 12)


def test_an_unknown_ability_leaves_the_level_open_below_the_others():
    assert someone(worker__english__reading=8).value(worker.english.clb) == Span(0, 8)


def test_no_french_is_a_level_of_none():
    snapshot = given_facts({"worker.french": "none"})
    assert snapshot.value(worker.french.clb) == Span(0, 0)
    assert snapshot.value(worker.french.test) == {"none"}


# --------------------------------------------------------------------------------------------------- wages


@pytest.mark.parametrize(
    ("wage", "hours", "hourly"),
    [
        ({"amount": 104000, "per": "year"}, 40, Span(5000, 5000)),
        ({"amount": 80000, "per": "year"}, 40, Span(Fraction(50000, 13), Fraction(50000, 13))),
        ({"amount": 38.46, "per": "hour"}, 40, Span(3846, 3846)),
        ({"amount": 2000, "per": "week"}, 40, Span(5000, 5000)),
        (
            {"amount": 8666.67, "per": "month"},
            40,
            Span(Fraction(866667 * 12, 2080), Fraction(866667 * 12, 2080)),
        ),
        ({"amount": 97500, "per": "year"}, 37.5, Span(5000, 5000)),
    ],
)
def test_a_wage_by_the_hour_is_an_exact_fraction(wage, hours, hourly):
    snapshot = given_facts({"job.wage": {"currency": "CAD", **wage}, "job.hours_per_week": hours})
    assert snapshot.value(job.hourly_wage) == hourly


def test_38_46_an_hour_is_not_80000_a_year():
    low = given_facts({"job.hourly_wage": 38.46, "job.hours_per_week": 40})
    assert low.value(job.yearly_wage) == Span(79_996_80, 79_996_80)


def test_without_hours_a_yearly_wage_is_bounds_by_the_hour():
    value = given_facts({"job.wage": {"amount": 104000, "currency": "CAD", "per": "year"}}).value(
        job.hourly_wage
    )
    assert value.lo == Fraction(10_400_000, 52 * 168)
    assert value.hi > 10**6


def test_a_wage_in_another_currency_is_unknown_with_a_note():
    snapshot = given_facts(
        {"job.wage": {"amount": 150000, "currency": "USD", "per": "year"}, "job.hours_per_week": 40}
    )
    assert snapshot.value(job.hourly_wage) == unknown(job.hourly_wage)
    assert snapshot.shown(job.hourly_wage) is None
    assert "USD" in snapshot.notes[0]


@given(st.integers(1, 50_000_000), st.integers(100, 8000))
def test_no_wage_passes_through_floating_point(cents, hundredths):
    snapshot = given_facts({
        "job.wage": {"amount": Decimal(cents) / 100, "currency": "CAD", "per": "year"},
        "job.hours_per_week": Decimal(hundredths) / 100,
    })  # fmt: skip
    value = snapshot.value(job.hourly_wage)
    assert Fraction(value.lo) * 52 * hundredths == Fraction(cents) * 100
    assert value.lo == value.hi


# --------------------------------------------------------------------------------------------------- status


def test_who_is_not_in_a_relationship_has_no_partner_to_come_along():
    assert someone(worker__family="single").value(spouse.accompanying) is False
    assert someone(worker__family="married").value(spouse.accompanying) is None
    assert someone(worker__family="single", worker__children_count=2).value(worker.family_size) == Span(3, 3)


def test_an_i140_is_approved_from_the_day_of_its_approval():
    snapshot = someone(worker__us_status__i140__approved="2025-03-01")
    assert snapshot.value(worker.us_status.i140_approved) is True
    assert snapshot.on_day(dt.date(2025, 2, 28)).value(worker.us_status.i140_approved) is False
    assert someone(worker__us_status__i140__approved="none").value(worker.us_status.i140_approved) is False


def test_a_company_that_is_none_is_no_company():
    assert given_facts({"employer.canadian_entity": "none"}).value(employer.has_canadian_entity) is False
    assert (
        someone(employer__canadian_entity__relationship="subsidiary").value(employer.has_canadian_entity)
        is True
    )
    assert Snapshot(Case(on=TODAY)).value(employer.has_canadian_entity) is None


def test_a_value_is_never_infinite_unless_it_is_never():
    snapshot = Snapshot(Case(on=TODAY))
    assert snapshot.value(worker.english.clb) == Span(0, 12)
    assert snapshot.value(worker.us_status.i94_expires) == Span(-math.inf, math.inf)
