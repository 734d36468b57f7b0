"""Every worked example of every programme, and what the examples together must cover."""

import datetime as dt

import pytest

from landed.assess import Question, assess_route
from landed.expr.clauses import Clause
from landed.facts import Case, Snapshot
from landed.law import Law, Overlay, programme_ids
from landed.law.declared import PARAMETERS, walk
from landed.law.examples import Example, examples
from landed.law.library import load_programme

EXAMPLES = [example for programme in programme_ids() for example in examples(programme)]
ROUTES = [route for programme in programme_ids() for route in load_programme(programme).routes]
DAY = dt.timedelta(days=1)


def question_of(example: Example) -> Question:
    snapshot = Snapshot(Case(on=example.on), example.on).with_facts(example.given)
    return Question(snapshot, Law(example.known_on, Overlay.of(list(example.settings))), example.on)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_worked_example_comes_out_as_written(example):
    question = question_of(example)
    found = {route: assess_route(question, question.law.route(route)) for route in example.expect}
    assert {route: one.outcome.value for route, one in found.items()} == example.expect, {
        route: [
            (c.node.key, c.truth, sorted(o.what for o in c.opens))
            for c in one.clauses()
            if c.truth is not True
        ]
        for route, one in found.items()
    }
    first = next(iter(found.values()))
    if example.fails_by:
        assert [clause.node.key for clause in first.failing()] == [example.fails_by]
    if example.because:
        assert first.because == example.because
    for field in example.missing:
        assert any(field in one.missing for one in found.values()), [one.missing for one in found.values()]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)
def test_each_route_has_examples_on_both_sides_of_each_of_its_days(route):
    law = Law()
    asked = {
        example.on
        for example in EXAMPLES
        if route.id in example.expect and example.known_on is None and not example.settings
    }
    lacking = []
    for parameter in (route.in_force.id, route.intake.id):
        for entry in law.entries(parameter):
            if entry.since.year >= 2017:
                lacking += [day.isoformat() for day in (entry.since - DAY, entry.since) if day not in asked]
    own = {
        node.id
        for node in walk(route.requires)
        if isinstance(node, PARAMETERS) and node.id.startswith(route.programme + ".")
    }
    for parameter in own - {route.in_force.id, route.intake.id}:
        starts = [entry.since for entry in law.entries(parameter)]
        for start, end in zip(starts, [*starts[1:], dt.date.max], strict=True):
            if end.year >= 2017 and not any(start <= day < end for day in asked):
                lacking.append(f"{parameter} from {start}")
    assert not lacking


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.id)
def test_each_clause_has_a_case_that_fails_by_it_alone(route):
    clauses = {
        node.key for node in walk(route.requires)
        if isinstance(node, Clause) and node.kind != "judgement" and not _never_false(node)
    }  # fmt: skip
    failed = {example.fails_by for example in EXAMPLES if route.id == next(iter(example.expect))}
    assert clauses - failed == set()


def _never_false(clause: Clause) -> bool:
    """A clause that rests on law not encoded alone can only be unknown."""
    from landed.expr import NotEncoded

    return isinstance(clause.says, NotEncoded)
