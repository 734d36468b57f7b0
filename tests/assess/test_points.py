"""A score beside the rounds: only those known on the day, only of those the person is in, and never a guess."""

import datetime as dt
import json

import pytest

from landed.assess import Question, answer, assess_route
from landed.assess.cutoffs import compare
from landed.assess.points import points, points_json
from landed.expr.values import Span
from landed.facts import Case, Snapshot
from landed.law import Law
from landed.law.rounds import rounds
from tests.law.express_entry_cases import counted, facts, levels, system, total

EE = "canada.express_entry"
ENGINEER = {
    **facts(worker__age=32, worker__education_counted="bachelor", worker__foreign_work_years=10,
            worker__skilled_work_years=10), **levels("worker.english", 10),
    "worker.continuous_skilled_months": 100, "worker.settlement_funds": 40000, "worker.family_size": 1,
    "goals.in_quebec": False, "worker.canadian_work_months_in_three_years": 0, "worker.occupations_for_a_year": ["21231"],
    "worker.occupations_for_six_months_on_end": ["21231"], "worker.occupations_in_canada_for_a_year": [],
    "worker.occupations_for_two_years_in_five": ["21231"], "worker.canadian_forces_offer_years": 0,
}  # fmt: skip


def found(day: str, law: Law | None = None, **given):
    case = {**ENGINEER, **{name.replace("__", "."): value for name, value in given.items()}}
    return counted(case, dt.date.fromisoformat(day), law=law)


def told(day: str, law: Law | None = None, **given):
    return json.loads(json.dumps(points_json(found(day, law, **given))))


def test_an_engineer_abroad_has_425_points_and_no_round_to_be_in():
    answer = told("2026-06-01")
    assert (answer["total"], answer["bounds"], answer["complete"], answer["maximum"]) == (
        425,
        [425, 425],
        True,
        1200,
    )
    assert answer["missing"] == answer["not_encoded"] == []
    assert [(each["date"], each["type"], each["met"]) for each in answer["rounds"]] == [
        ("2024-04-23", "General", False), ("2023-02-02", "Federal Skilled Worker", False),
    ]  # fmt: skip
    assert (
        "No general round, for everyone in the pool, has been held since 2024-04-23"
        in answer["general_round"]["statement"]
    )
    assert answer["with_nomination"] == [1025, 1025]


def test_the_form_is_that_of_the_contract():
    answer = told("2026-06-01")
    assert {"total", "bounds", "complete", "not_encoded", "maximum", "lines", "rounds"} <= answer.keys()
    assert all({"text", "points", "bounds", "of", "cites"} <= line.keys() for line in answer["lines"])
    assert all({"date", "round", "type", "cutoff", "met"} <= each.keys() for each in answer["rounds"])
    assert all(line["cites"] and all(cite["title"] for cite in line["cites"]) for line in answer["lines"])
    assert sum(line["points"] for line in answer["lines"]) == answer["total"]


def test_a_missing_fact_gives_bounds_and_is_named():
    case = {name: value for name, value in ENGINEER.items() if name != "worker.provincial_nomination"}
    answer = points_json(counted(case))
    assert (answer["total"], answer["bounds"]) == (None, [425, 1025])
    assert answer["missing"] == ["worker.provincial_nomination"]


def test_from_3_november_2026_nothing_is_compared():
    eve, day = told("2026-11-02"), told("2026-11-03")
    assert eve["complete"] is True
    assert {each["met"] for each in eve["rounds"]} == {False}
    assert day["complete"] is False
    assert day["total"] == eve["total"] == 425
    assert {each["met"] for each in day["rounds"]} == {None}
    assert day["confidence"] == "unverified"


def test_a_french_speaker_is_in_the_rounds_for_french():
    answer = told(
        "2026-06-01",
        **{f"worker__french__{each}": 7 for each in ("listening", "reading", "writing", "speaking")},
    )
    assert answer["total"] == 425 + 50 + 12
    rows = [each for each in answer["rounds"] if each["route"] == "category_french"]
    assert rows[0]["date"] == "2026-05-28"
    assert {each["met"] for each in rows} == {True}
    lately = next(each for each in answer["lately"] if each["route"] == "category_french")
    assert (lately["count"], lately["min"], lately["max"], lately["member"]) == (12, 393, 481, True)
    assert lately["min"] <= lately["q1"] <= lately["median"] <= lately["q3"] <= lately["max"]
    others = [each for each in answer["lately"] if each["member"] is False]
    assert {"round_provincial_nominee", "round_canadian_experience_class"} <= {
        each["route"] for each in others
    }


def test_at_the_cut_off_itself_the_earlier_profile_goes_first():
    question = Question(
        Snapshot(Case(on=dt.date(2024, 5, 1))).with_facts(ENGINEER), Law(), dt.date(2024, 5, 1)
    )

    def last(span):
        return compare(question, system("crs"), span, complete=True).rounds[0]

    assert (last(Span(528, 528)).met, last(Span(530, 530)).met) == (False, True)
    assert (last(Span(529, 529)).met, last(Span(529, 529)).tie) == (None, True)
    assert last(Span(520, 528)).met is False
    assert last(Span(520, 540)).met is None
    assert last(Span(600, 700)).round.cutoff == 529


def test_rounds_of_later_days_are_never_used():
    for day in ("2017-01-03", "2017-01-04", "2020-03-20", "2024-04-22", "2024-04-23"):
        answer = told(day)
        assert all(each["date"] <= day for each in answer["rounds"])
    assert told("2024-04-22")["general_round"]["last"] == "2024-04-10"
    assert told("2024-04-23")["general_round"]["last"] == "2024-04-23"
    early = told("2024-05-01", Law(dt.date(2024, 4, 22)))
    assert early["general_round"]["last"] == "2024-04-10"
    assert early["rounds_known_to"] == "2024-04-22"
    assert told("2026-10-30")["rounds_known_to"] == "2026-09-25"


def test_when_membership_is_not_known_nothing_is_compared():
    case = {name: value for name, value in ENGINEER.items() if name != "worker.settlement_funds"}
    rows = points_json(counted(case))["rounds"]
    assert {each["met"] for each in rows if each["route"] == "round_general"} == {None}


def test_a_nominee_is_beside_the_rounds_for_nominees_and_for_everyone_only():
    answer = told("2026-06-01", worker__enhanced_nomination=True)
    assert answer["total"] == 1025
    assert {each["route"] for each in answer["rounds"]} == {"round_provincial_nominee", "round_general"}
    assert answer["with_nomination"] is None


def test_the_grid_of_the_class_is_beside_its_pass_mark_and_no_rounds():
    answer = points_json(counted(ENGINEER, name="fsw"))
    assert (answer["total"], answer["pass_mark"], answer["passes"], answer["rounds"]) == (72, 67, True, [])


def test_a_route_that_selects_by_points_says_them_in_its_answer():
    day = dt.date(2026, 6, 1)
    question = Question(Snapshot(Case(on=day)).with_facts(ENGINEER), Law(), day)
    chosen = [
        question.law.route(f"{EE}.{key}") for key in ("federal_skilled_worker", "category_stem", "profile")
    ]
    routes = answer(question, [assess_route(question, route) for route in chosen], ("CA",))["routes"]
    assert [route["points"] and route["points"]["total"] for route in routes] == [425, 425, None]
    assert {each["route"] for each in routes[1]["points"]["rounds"]} <= {"category_stem"}


# ------------------------------------------------------------------------------------------- the rounds as data

YEARS = {
    2017: (30, 86023), 2018: (28, 89800), 2019: (26, 85300), 2020: (37, 107350), 2021: (42, 114224), 2022: (24, 46539),
    2023: (42, 110266), 2024: (52, 98903), 2025: (58, 113998), 2026: (56, 128982),
}  # fmt: skip


@pytest.mark.parametrize("year", YEARS)
def test_the_rounds_of_a_year_and_their_invitations_add_up(year):
    rows = [row for row in rounds(EE).rows if row.day.year == year]
    assert (len(rows), sum(row.invitations for row in rows)) == YEARS[year]


def test_every_round_is_held_once_in_order_of_days_and_belongs_to_a_route():
    held = rounds(EE)
    ids = [row.id for row in held.rows]
    assert len(ids) == len(set(ids)) == 445
    assert [row.day for row in held.rows] == sorted(row.day for row in held.rows)
    assert held.rows[-1].day <= held.known_to
    law = Law()
    assert all(law.route(f"{EE}.{row.route}") for row in held.rows)
    last = {row.route: row for row in held.rows}
    assert (last["round_general"].id, last["round_general"].day) == ("294", dt.date(2024, 4, 23))
    assert (last["category_stem"].day, last["category_stem"].cutoff) == (dt.date(2024, 4, 11), 491)


def test_each_round_was_held_on_a_day_on_which_its_route_was_in_force():
    law = Law()
    for row in rounds(EE).rows:
        route = law.route(f"{EE}.{row.route}")
        assert law.at(row.day).in_force(route).value is True, row


def test_with_and_without_a_nomination():
    plain = found("2026-06-01")
    nominated = plain.with_nomination()
    assert nominated is not None
    assert total(nominated) - total(plain) == 600
    assert nominated.with_nomination() is None
    grid = points(plain.question, system("fsw"))
    assert grid.with_nomination() is None
