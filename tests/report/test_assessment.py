"""Answers clause by clause, on a terminal."""

import datetime as dt
from functools import partial

import pytest

from landed.assess import Question, assess_route
from landed.facts import Case, Snapshot
from landed.law import Law, Overlay
from landed.report.assessment import print_assessments

ON = dt.date(2026, 11, 22)
STREAM = "canada.global_talent_stream.category_b"
KNOWN = {
    "job.noc": "21231",
    "employer.willing": True,
    "job.province": "BC",
    "job.wage": {"amount": 70, "currency": "CAD", "per": "hour"},
}


def ask(facts, routes=(STREAM,), day=ON, law=None, what_if=()):
    question = Question(Snapshot(Case(on=day), day).with_facts(facts), law or Law(), day, what_if)
    return question, [assess_route(question, question.law.route(route)) for route in routes]


@pytest.fixture
def shown(printed):
    def run(*question, width=80, **more):
        asked, found = ask(*question, **more)
        return printed(partial(print_assessments, asked, found), width)

    return run


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(shown, width):
    assert max(map(len, shown(KNOWN, width=width).splitlines())) <= width


def test_states_are_words(shown):
    text = shown(KNOWN)
    assert "\nmet " in text
    assert "\nnot known " in text
    text = shown({**KNOWN, "employer.willing": False})
    assert "\nNOT MET " in text
    assert "Closed (1)" in text


def test_evidence_and_law_are_given_in_their_units(shown):
    text = " ".join(shown(KNOWN).split())
    assert "job.noc: 21231" in text
    assert "job.hourly_wage: CAD 70.00 an hour" in text
    assert "law: canada.global_talent_stream.occupations is a list of" in text
    assert "since Dec 22, 2022" in text
    assert "Global Talent Occupations List" in text


def test_what_would_open_it_names_who_and_the_field(shown):
    text = " ".join(shown(KNOWN).split())
    assert "It opens if:" in text
    assert "(in the case: employer.undertakes.labour_market_benefits_plan)" in text


def test_a_route_that_does_not_exist_yet_has_one_line(shown):
    text = shown({}, day=dt.date(2017, 6, 11))
    assert "Not in force on this day (1)" in text
    assert "does not exist yet" in text
    assert "facts:" not in text


def test_a_reform_and_a_supposed_fact_stand_at_the_top(shown):
    setting = f"{STREAM}.in_force=false"
    text = shown(KNOWN, law=Law(overlay=Overlay.of([setting])), what_if=("job.city=Toronto",))
    top = "\n".join(text.splitlines()[:4])
    assert f"Reform, not the law: {setting}" in top
    assert "Supposed, not in the case: job.city=Toronto" in top


def test_what_holds_for_everyone_is_said_once(shown):
    text = shown(KNOWN)
    assert text.count("Admissibility: health") == 1
    assert text.count("legal advice") == 1


def test_ways_come_before_their_parts(shown):
    text = shown(KNOWN, routes=(STREAM, "canada.work_permit.ordinary"))
    assert text.index("Ways to work or stay") < text.index("Parts of ways")


def test_old_law_says_so_in_the_headline(shown):
    too_little = {**KNOWN, "job.wage": {"amount": 60, "currency": "CAD", "per": "hour"}}
    text = " ".join(shown(too_little).split())
    assert "was last confirmed for" in text


def test_of_many_routes_the_clauses_are_told_only_when_asked_for(printed):
    law = Law()
    question = Question(Snapshot(Case(on=ON), ON), law, ON)
    found = [assess_route(question, route) for route in law.routes(("US",))]
    short, full = (
        printed(partial(print_assessments, question, found, clauses=which), 120) for which in (False, True)
    )
    assert "united_states.h1b.portability" in short
    assert "--route ID" in short
    assert len(short.splitlines()) < 0.5 * len(full.splitlines())
    assert "facts:" not in short
