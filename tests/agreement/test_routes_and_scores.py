"""All law that is encoded, on any day, for any case: each reading of a table agrees with the reading of one case."""

import datetime as dt
import sys
from pathlib import Path
from types import SimpleNamespace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from landed.assess import Question
from landed.assess.outcome import own_clauses
from landed.expr.finding import Finding
from landed.expr.program import Program

sys.path.insert(0, str(Path(__file__).parent))
from drawn import LAW, asked_of, case
from readings import READINGS, bounds_of, columns
from spark import by_spark

DAYS = st.dates(dt.date(2017, 1, 1), dt.date(2029, 12, 31))


class Known:
    """What the question asks a snapshot for."""

    def __init__(self, values):
        self.values = values

    def value(self, fact):
        return self.values[fact.name]

    def rows(self, name):
        assert name == "assertions"
        asserted = {clause: value for clause, value in self.values.items() if "/" in clause}
        return [
            SimpleNamespace(clause=clause, value=value, on=dt.date(2017, 1, 1))
            for clause, value in asserted.items()
        ], True


def everything(program):
    """Ask whether each route is open and which clauses fail, when each clock runs out, and each score, line by line."""
    routes, scores, _ = asked_of()
    for route in routes:
        program.open(route.id, route.id)
        program.failing(f"{route.id}/failing", route.id)
        if route.runs_out is not None:
            program.ask(f"{route.id}/day", route.runs_out, route.id)
    for score in scores:
        program.ask(score.id, score.total)
        for line in score.lines:
            program.ask(f"{score.id}/{line.key}", line.points)
    return program


def of_one_case(values, day):
    """The same of one case, by `evaluate`."""
    routes, scores, _ = asked_of()
    question = Question(Known(values), LAW, day)
    found: dict[str, Finding] = {}
    failing = {}
    for route in routes:
        found[route.id] = question.meets(route.id)
        clauses = [part.node.key for part in own_clauses(found[route.id]) if part.truth is False]
        failing[f"{route.id}/failing"] = {key for key in clauses if not key.startswith("reservation_")}
        if route.runs_out is not None:
            found[f"{route.id}/day"] = question.ask(route.runs_out, route.id)
    for score in scores:
        found[score.id] = question.ask(score.total)
        found |= {f"{score.id}/{line.key}": question.ask(line.points) for line in score.lines}
    return {name: bounds_of(finding.value) for name, finding in found.items()}, failing


def fails(program, name, got):
    """The keys of the clauses whose bit is set."""
    return {key for at, key in enumerate(program.clauses[name]) if got[name] >> at & 1}


@given(day=DAYS, seed=st.integers(0, 1 << 40))
@settings(max_examples=6, deadline=None, phases=[Phase.generate])
def test_every_route_and_score_is_the_same_in_a_frame_as_for_one_case(day, seed):
    agrees(READINGS["frame"], day, seed, 25)


@given(day=DAYS, seed=st.integers(0, 1 << 40))
@settings(max_examples=2, deadline=None, phases=[Phase.generate])
def test_every_route_and_score_is_the_same_tabulated_as_for_one_case(day, seed):
    agrees(READINGS["tables"], day, seed, 40)


@given(day=DAYS, seed=st.integers(0, 1 << 40))
@settings(max_examples=2, deadline=None, phases=[Phase.generate])
def test_every_route_and_score_is_the_same_in_duckdb_as_for_one_case(day, seed):
    agrees(READINGS["duckdb"], day, seed, 40)


@given(day=DAYS, seed=st.integers(0, 1 << 40))
@settings(max_examples=1, deadline=None, phases=[Phase.generate])
def test_every_route_and_score_is_the_same_in_spark_as_for_one_case(day, seed):
    agrees(by_spark, day, seed, 40)


def agrees(reading, day, seed, many):
    """Compare the bounds of every output in every case, and the clauses that fail."""
    cases = [case(day, seed + at) for at in range(many)]
    table, layout = columns(cases, asked_of()[2])
    program = everything(Program(layout, LAW.at(day), day))
    found = reading(program, table)
    for values, got in zip(cases, found.iter_rows(named=True), strict=True):
        expected, failing = of_one_case(values, day)
        wrong = {
            name: (expected[name], (got[f"{name}.lo"], got[f"{name}.hi"]))
            for name in expected
            if (got[f"{name}.lo"], got[f"{name}.hi"]) != expected[name]
        }
        assert not wrong, f"on {day}: {wrong}"
        assert {name: fails(program, name, got) for name in failing} == failing
