"""A roster's row is that of the person's own plan; a month's count is that of the person's own assessment."""

import datetime as dt
import importlib.util
import os
from pathlib import Path

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.errors import UnansweredError
from landed.facts import FACTS, Snapshot, read_case
from landed.law import Law, Overlay
from landed.plan import make_plan
from landed.roster.answers import answer_of
from landed.roster.best import Best
from landed.roster.crowd import Crowd
from landed.roster.known import NAMES, PLACE, Known
from landed.roster.people import Person
from landed.roster.run import ask, firsts
from landed.roster.shared import Shared
from landed.roster.ways_open import Asked, counts, ways_of
from landed.roster.what_if import ALL, AS_THINGS_ARE, CHOICES, supposed

ON = dt.date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*.yaml"))
CATEGORY_B = "canada.global_talent_stream.category_b"


@pytest.fixture(scope="module")
def law():
    return Law()


@pytest.fixture(scope="module")
def known(workforce_people):
    return Known([person.case for person in workforce_people.persons], ON)


@pytest.fixture(scope="module")
def result(workforce_people, law):
    return ask(workforce_people, law, ON, months=3)


def test_every_value_is_that_of_the_case_alone(known):
    for case, row in zip(known.cases, known.rows, strict=True):
        snapshot = Snapshot(case, ON)
        for name in NAMES:
            assert known.value(PLACE[name], row[PLACE[name]]) == snapshot.value(FACTS[name]), name


def test_a_row_said_for_another_day_is_brought_to_the_day_asked(read, law):
    people = read(
        "id,on,worker.birth_date,worker.age,worker.foreign_work_years,worker.location,job.noc\n"
        "E1,2024-01-15,,31,3,US,21231\nE2,,1990-01-01,,3,US,21231\n"
    )
    cases = [person.case for person in people.persons]
    assert [case.on for case in cases] == [dt.date(2024, 1, 15), ON]
    known = Known(cases, ON)
    for day in (ON, dt.date(2028, 5, 1)):
        columns = known.on_days([day]).on(day)
        for index, case in enumerate(cases):
            snapshot = Snapshot(case, day)
            for name in NAMES:
                value = (
                    columns[name][index]
                    if name in columns
                    else known.value(PLACE[name], known.rows[index][PLACE[name]])
                )
                assert value == snapshot.value(FACTS[name]), (name, day)
    found = ask(people, law, ON, months=1)
    assert found.answers == [answer_of(make_plan(case, law, ON)) for case in cases]


def test_every_value_of_another_day_is_that_of_the_case_on_that_day(known):
    for day in (dt.date(2028, 2, 29), dt.date(2020, 1, 1)):
        columns = known.on_days([day]).on(day)
        for index, case in enumerate(known.cases):
            snapshot = Snapshot(case, day)
            for name in NAMES:
                value = (
                    columns[name][index]
                    if name in columns
                    else known.value(PLACE[name], known.rows[index][PLACE[name]])
                )
                assert value == snapshot.value(FACTS[name]), (name, day)


def test_the_row_of_each_person_is_that_of_their_own_plan(workforce_people, result, law):
    for person, found in list(zip(workforce_people.persons, result.answers, strict=True))[::3]:
        assert found == answer_of(make_plan(person.case, law, ON)), person.id


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_row_of_an_example_is_that_of_its_plan(path, law):
    case = read_case(path)
    found = Best(Shared(law, Known([case], case.on))).answer(0)
    assert found == answer_of(make_plan(case, law))


def test_examples_asked_together_do_not_take_one_another_s_answers(law):
    cases = [read_case(path) for path in EXAMPLES]
    best = Best(Shared(law, Known(cases, ON)))
    for _ in range(2):
        for index, case in enumerate(cases):
            assert best.answer(index) == answer_of(make_plan(case, law, ON)), case.where


def test_a_person_of_whom_something_is_asserted_is_asked_alone(tmp_path, law):
    path = tmp_path / "case.yaml"
    text = EXAMPLES[1].read_text("utf-8") + (
        "\nassertions:\n  - {clause: canada.intra_company_transfer.specialized_knowledge/advanced_knowledge, value: true,"
        " by: counsel, on: 2026-11-20}\n"
    )
    path.write_text(text, "utf-8")
    case = read_case(path)
    found = Best(Shared(law, Known([read_case(EXAMPLES[1]), case], case.on))).answer(1)
    assert found == answer_of(make_plan(case, law))


def test_the_months_ahead_are_those_of_each_person_asked_alone(workforce_people, result, law):
    assert result.months == firsts(ON, 3) == [dt.date(2026, 12, 1), dt.date(2027, 1, 1), dt.date(2027, 2, 1)]
    ways = [route for route in ways_of(law) if route.country in ("CA", "US")]
    for index in range(0, len(workforce_people.persons), 9):
        for at, day in enumerate(result.months):
            question = Question(Snapshot(workforce_people.persons[index].case, day), law, day)
            outcomes = [assess_route(question, route).outcome for route in ways]
            assert result.open_ways[index][at] == outcomes.count(Outcome.OPEN)
            assert result.possible_ways[index][at] == len(ways) - sum(
                outcome in (Outcome.CLOSED, Outcome.NOT_IN_FORCE) for outcome in outcomes
            )


@pytest.mark.skipif(importlib.util.find_spec("duckdb") is None, reason="DuckDB is not installed")
def test_both_engines_say_the_same(known, law):
    ways = ways_of(law)
    polars, sql = (Asked(known, law, ways, engine).on(ON) for engine in ("polars", "sql"))
    assert polars == sql


def test_a_choice_of_the_employer_is_what_supposing_it_for_each_person_gives(known, law, result):
    facts = {"employer.undertakes.labour_market_benefits_plan": True}
    ways = ways_of(law)
    wanted = [("CA", "US")] * len(known.cases)
    opened = counts(Asked(known, law, ways).on(ON, supposed(known, facts)), ways, wanted)
    for index in range(0, len(known.cases), 9):
        question = Question(Snapshot(known.cases[index], ON).with_facts(facts), law, ON)
        alone = [assess_route(question, route).outcome for route in ways if route.country in ("CA", "US")]
        assert opened[index] == alone.count(Outcome.OPEN)
    now, _, _, plan, *_ = result.choices
    assert plan.open == sum(count > 0 for count in opened) >= now.open == result.outcomes.get("open", 0)
    assert plan.more_ways > 0
    assert plan.gain - plan.lose == plan.open - now.open


def test_choices_stand_alone_and_in_the_order_in_which_each_adds_most(known, law, result):
    alone = {each.title: each for each in result.choices}
    assert result.in_turn[0].open == max(alone[title].open for title in CHOICES)
    assert sorted(each.title for each in result.in_turn) == sorted(CHOICES)
    assert result.in_turn[-1].open == alone[ALL].open
    held, had = dict(result.in_turn[0].supposes), result.in_turn[0].open
    assert result.in_turn[0].gain == had - alone[AS_THINGS_ARE].open
    for each in result.in_turn[1:]:
        assert each.supposes.items() >= held.items()
        assert each.gain - each.lose == each.open - had
        held, had = dict(each.supposes), each.open


@pytest.mark.parametrize("turn", range(4))
def test_choices_made_together_are_what_supposing_them_for_each_person_gives(turn, known, law, result):
    facts = result.in_turn[turn].supposes
    ways = [route for route in ways_of(law) if route.country in ("CA", "US")]
    chosen = Asked(known, law, ways).on(ON, supposed(known, facts))
    for index in range(turn, len(known.cases), 12):
        question = Question(
            Snapshot(known.cases[index], ON).with_facts(_not_held(facts, known, index)), law, ON
        )
        for route in ways:
            outcome = assess_route(question, route).outcome
            assert chosen.sure[route.id][index] is (outcome is Outcome.OPEN), route.id
            assert chosen.maybe[route.id][index] is (outcome not in (Outcome.CLOSED, Outcome.NOT_IN_FORCE))


def _not_held(facts, known, index):
    has = known.column("employer.has_canadian_entity")[index]
    return {
        name: value for name, value in facts.items() if has is not True or not name.endswith("relationship")
    }


def test_who_is_lost_first_comes_first_where_a_reform_begins_later(workforce_people, result):
    reform = Law(None, Overlay.of([f"{CATEGORY_B}.in_force@2027-01-15=false"]))
    found = ask(workforce_people, reform, ON, months=3).lost
    had = [index for index, answer in enumerate(result.answers) if CATEGORY_B in answer.via_ids]
    assert sorted(each.index for each in found) == had
    assert {each.on for each in found} == {dt.date(2027, 1, 15)}  # the reform's own day, not the next month's
    needed = [each.needed or dt.date.max for each in found]
    assert needed == sorted(needed)
    for each in found[:4]:
        case = Snapshot(workforce_people.persons[each.index].case, each.on)
        outcomes = [
            assess_route(Question(case, reform, each.on), route).outcome
            for route in ways_of(reform)
            if route.country in ("CA", "US")
        ]
        assert each.open_ways == outcomes.count(Outcome.OPEN)
        ways = [route for route in ways_of(reform) if route.country in ("CA", "US")]
        left = [Outcome.OPEN] if each.open_ways else [Outcome.UNDETERMINED]
        assert each.left == tuple(
            route.title for route, outcome in zip(ways, outcomes, strict=True) if outcome in left
        )


def test_the_day_of_loss_comes_before_the_day_of_need(workforce_people):
    sooner = "canada.lmia.high_wage.in_force@2027-02-01=false"
    reform = Law(None, Overlay.of([f"{CATEGORY_B}.in_force@2026-12-10=false", sooner]))
    found = ask(workforce_people, reform, ON, months=4).lost
    days = [each.on for each in found]
    assert days == sorted(days)
    assert days[0] == dt.date(2026, 12, 10)
    assert all(CATEGORY_B in each.before.via_ids for each in found if each.on == days[0])


def test_who_is_lost_under_a_reform_is_who_had_that_way(workforce_people, result):
    reform = Law(None, Overlay.of([f"{CATEGORY_B}.in_force=false"]))
    found = ask(workforce_people, reform, ON, months=0)
    had = [index for index, answer in enumerate(result.answers) if CATEGORY_B in answer.via_ids]
    assert found.lost is not None
    assert sorted(each.index for each in found.lost) == had != []
    for each in found.lost:
        assert each.before == result.answers[each.index]
        assert CATEGORY_B not in each.after.via_ids
    assert found.reform == f"{CATEGORY_B}.in_force=false"
    assert result.lost is None


def test_several_processes_give_the_same_rows_in_the_same_order(known, law, result, monkeypatch):
    monkeypatch.setattr("landed.roster.crowd.FEW", 30)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    told = []
    assert Crowd(known.cases, ON, law, cores=2).answers(told.append) == result.answers
    assert told[-1] == len(result.answers)


def test_nobody_on_a_roster_is_an_answer_too(workforce_people, law):
    nobody = type(workforce_people)(workforce_people.sheet)
    found = ask(nobody, law, ON)
    assert (found.answers, found.open_ways, len(found.months)) == ([], [], 36)


def test_a_day_out_of_reach_is_refused(workforce_people, law):
    with pytest.raises(UnansweredError, match="out of reach"):
        ask(workforce_people, law, dt.date(2010, 1, 1))


def test_a_person_without_any_fact_is_asked_with_the_others(workforce_people, law):
    from landed.facts import Case

    people = type(workforce_people)(workforce_people.sheet, [Person("E0", "", 2, Case(on=ON))])
    (answer,) = ask(people, law, ON, months=1).answers
    assert answer == answer_of(make_plan(Case(on=ON), law, ON))
