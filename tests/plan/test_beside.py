"""What stands beside a way, on the real law: the family, the points, a pool for what it is, and a job that ends."""

import datetime as dt
import json
from pathlib import Path

import pytest

from landed.facts import read_case, read_case_text
from landed.plan import make_plan, plan_json

ROOT = Path(__file__).resolve().parents[2]
SPOUSE = "canada.spouse_open_permit.of_worker"
SCHOOL = "canada.children.school_without_permit"
AGE = "canada.family.dependent_child"

ENGINEER = """\
on: 2026-11-01
worker: {birth_date: 1979-01-01, citizenships: [IN], residence: US, location: US, family: married,
         us_status: {class: H-1B, i94_expires: 2028-01-01, petition_expires: 2028-01-01}}
spouse: {accompanying: true}
children: [{birth_date: 2006-03-20}, {birth_date: 2012-05-05}]
job: {noc: "21231", wage: {amount: 138000, currency: CAD, per: year}, hours_per_week: 40, province: BC, months: 36}
employer: {operates_in_canada: true, willing: true, gts_positions_this_year: 0, undertakes: {labour_market_benefits_plan: true}}
goals: {countries: [CA, US]}
"""
POOL = """\
on: 2026-09-01
worker:
  birth_date: 1994-03-14
  citizenships: [IN]
  residence: US
  location: US
  family: single
  settlement_funds: 50000
  education: [{level: master, field: computer science, country: IN, years: 2, completed: 2017-06-01, assessed: 2025-02-10}]
  languages: [{test: ielts_general, taken: 2026-01-01, listening: 8.5, reading: 8.0, writing: 7.5, speaking: 8.0}]
  experience: [{noc: "21231", title: engineer, country: US, from: 2018-10-01, to: present, hours_per_week: 40}]
  canada: {stays: [], relatives: []}
  history: {refusals: [], overstays: [], criminality: none, misrepresentation: none}
  french: none
children: []
job: {noc: "21231"}
employer: none
goals: {countries: [CA], in_quebec: false}
"""


def plan(text, **what_if):
    facts = {name.replace("__", "."): value for name, value in what_if.items()}
    return make_plan(read_case_text(text, "case.yaml"), what_if=facts)


def answers(found, route, person=""):
    return [
        each
        for note in found.family
        for each in note.answers
        if each.route == route and person in each.person
    ]


def points_of(found, system):
    return next(points for each in found.options for points in each.points if points.system == system)


@pytest.fixture(scope="module")
def engineer():
    return plan(ENGINEER)


@pytest.fixture(scope="module")
def example():
    return make_plan(read_case(ROOT / "examples" / "h1b-engineer.yaml"))


@pytest.fixture(scope="module")
def crs(example):
    return points_of(example, "crs")


class TestTheFamily:
    def test_the_spouses_permit_follows_from_the_planned_permit_of_the_worker(self, engineer):
        (answer,) = answers(engineer, SPOUSE)
        assert (answer.outcome, answer.ways) == ("open", (engineer.best.id,))
        assert answer.on == engineer.best.first_work.if_every_standard_is_met

    def test_it_says_what_to_file_by_whom_and_at_what_fee(self, engineer):
        (answer,) = answers(engineer, SPOUSE)
        assert answer.filed_by == "the spouse or partner"
        assert any("work permit" in each.what for each in answer.filings)
        assert [total.currency for total in answer.totals] == ["CAD"]
        assert answer.totals[0].lowest > 0

    def test_what_depends_on_the_person_costs_from_nothing_on(self, engineer):
        fees = [
            fee
            for each in answers(engineer, SPOUSE)[0].filings
            for fee in each.fees
            if "iometric" in fee.title
        ]
        assert fees
        assert all(fee.lowest == 0 and fee.highest > 0 for fee in fees)

    def test_a_short_job_closes_it_by_the_clause_on_the_months(self):
        (answer,) = answers(plan(ENGINEER, job__months=15), SPOUSE)
        assert (answer.outcome, answer.clauses) == ("closed", (f"{SPOUSE}/months_left",))
        assert not answer.filings

    def test_an_unsaid_length_leaves_it_open_and_asks_for_it(self):
        (answer,) = answers(plan(ENGINEER.replace(", months: 36", "")), SPOUSE)
        assert answer.outcome == "undetermined"
        assert any("months" in each for each in answer.questions)

    def test_each_child_has_its_own_answer(self, engineer):
        assert [each.outcome for each in answers(engineer, SCHOOL, "2006-03-20")] == ["closed"]
        assert [each.outcome for each in answers(engineer, SCHOOL, "2012-05-05")] == ["open"]

    def test_the_age_is_canadas_own_and_never_that_of_the_united_states(self, engineer):
        days = {each.person: (each.country, each.until) for each in answers(engineer, AGE)}
        assert days["child born on 2006-03-20"] == ("CA", dt.date(2028, 3, 19))
        assert days["child born on 2012-05-05"] == ("CA", dt.date(2034, 5, 4))
        assert not any(each.until == dt.date(2027, 3, 20) for note in engineer.family for each in note.answers
                       if each.country == "CA")  # fmt: skip

    def test_what_is_not_encoded_is_still_named(self, engineer):
        for note in engineer.family:
            assert any(each.id == "united_states.h4" for each in note.routes)

    def test_a_way_is_asked_only_for_the_law_of_its_own_country(self, engineer):
        countries = {each.id: each.country for each in engineer.options}
        given = [each for note in engineer.family for each in note.answers]
        assert all(each.country == countries[way] for each in given for way in each.ways)

    def test_only_the_recommended_and_the_open_ways_are_asked(self, engineer):
        shown = {each.id for each in engineer.options if each.recommended or each.outcome == "open"}
        assert {way for note in engineer.family for each in note.answers for way in each.ways} <= shown

    def test_a_grown_child_is_told_that_it_is_no_longer_a_dependant(self):
        grown = plan(
            ENGINEER.replace(
                "[{birth_date: 2006-03-20}, {birth_date: 2012-05-05}]", "[{birth_date: 1999-03-20}]"
            )
        )
        (note,) = (each for each in grown.family if each.who == "children")
        assert not note.text.startswith("Nobody said")
        assert [each.outcome for each in answers(grown, AGE, "1999-03-20")] == ["closed"]

    def test_without_a_spouse_or_children_nothing_is_said(self):
        single = ENGINEER.replace("family: married", "family: single")
        single = single.replace("spouse: {accompanying: true}", "spouse: none")
        assert plan(single.replace("[{birth_date: 2006-03-20}, {birth_date: 2012-05-05}]", "[]")).family == ()


class TestThePoints:
    def test_the_score_stands_with_and_without_the_nomination_that_a_chain_produces(self, crs):
        assert crs.nominated.lowest - crs.today.lowest == crs.nominated.highest - crs.today.highest == 600
        assert any("British Columbia" in each for each in crs.nominated_by)

    def test_it_says_that_eligibility_is_no_invitation_and_when_the_last_general_round_was(self, crs):
        assert "is not to be invited" in crs.statement
        assert "2024-04-23" in crs.statement

    def test_a_score_that_is_not_complete_says_so(self, crs):
        assert not crs.complete
        assert crs.not_encoded

    def test_only_rounds_that_the_worker_is_or_may_be_in_are_shown(self, crs):
        rounds = (*crs.today.rounds, *crs.nominated.rounds)
        assert rounds
        assert all(each.member is not False for each in rounds)
        assert all(each.lowest <= each.median <= each.highest for each in rounds)

    def test_a_stated_nomination_needs_no_second_score(self):
        found = plan(POOL, worker__enhanced_nomination=True)
        assert points_of(found, "crs").nominated is None
        assert points_of(found, "crs").today.lowest > 600

    def test_rounds_after_the_day_asked_are_not_known(self):
        day = dt.date(2026, 6, 1)
        assert points_of(make_plan(read_case_text(POOL, "case.yaml"), on=day), "crs").rounds_known_to <= day


class TestAPool:
    def test_being_open_is_only_entering_it_and_the_headline_says_so(self):
        found = plan(POOL)
        assert [each.needs_invitation for each in found.open_options] == [True]
        assert found.headline.startswith("You may enter the pool; an invitation is needed: ")
        assert "Open:" not in found.headline
        assert "without an invitation" in found.best.why

    def test_who_is_invited_goes_on_to_apply(self):
        found = plan(POOL, worker__express_entry__invited_on="2026-08-20")
        assert found.headline.startswith("Open: ")
        assert not found.best.needs_invitation

    def test_a_way_to_work_that_is_open_heads_the_plan(self, engineer):
        assert engineer.headline.startswith("Open: ")


class TestAJobThatEnds:
    def test_a_way_that_names_an_employer_says_what_helps_then(self, example):
        routes = [part.route for part in example.best.contingency.parts]
        assert routes == [
            "canada.maintained_status.change_of_employer",
            "canada.maintained_status.restoration",
        ]
        assert "90 days" in example.best.contingency.parts[1].text
        assert all(part.cites for part in example.best.contingency.parts)

    def test_every_such_way_has_it_by_its_own_countrys_law_and_no_other_has(self, example):
        for each in example.options:
            assert (each.contingency is not None) == (each.grants == "work for the named employer")
            if each.contingency is not None:
                assert {part.country for part in each.contingency.parts} == {each.country}

    def test_there_are_no_odds(self, example):
        assert "%" not in json.dumps(plan_json(example)["options"][0]["contingency"])


class TestTheWeek:
    def test_what_an_open_plan_does_not_need_comes_last_and_is_never_urgent(self, example):
        opened = {each.full_title for each in example.open_options}
        needed = [bool(opened & set(task.serves)) for task in example.this_week]
        assert needed == sorted(needed, reverse=True)
        assert True in needed
        assert not any(task.urgent for task, own in zip(example.this_week, needed, strict=True) if not own)

    def test_no_answer_is_due_before_the_first_steps_of_the_open_way(self, example):
        opened = {each.full_title for each in example.open_options}
        first = min(task.by_when for task in example.this_week if opened & set(task.serves))
        others = [task.by_when for task in example.this_week if not opened & set(task.serves)]
        assert all(day is None or day >= first for day in others)

    def test_a_reason_does_not_repeat_the_name_of_the_way(self, example):
        assert not any(each.full_title in task.why for task in example.this_week for each in example.options)


def test_all_of_it_is_plain_data(engineer, example):
    for found in (engineer, example):
        again = json.loads(json.dumps(plan_json(found)))
        assert again["family"][0]["answers"][0]["ways"] == [found.best.id]
        assert again["options"][0]["contingency"]["event"] == "this job ends"
    texts = [points["today"]["text"] for each in again["options"] for points in each["points"]]
    assert texts
