"""The invented workforce as cases, and as columns of small numbers for all facts that all law reads."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from people import workforce

ON = workforce.ON


def cases(count: int) -> list[Any]:
    """Return so many people, as a roster reads them from a table."""
    from landed.roster.mapping import read_mapping
    from landed.roster.people import people_of
    from landed.roster.tables import read_sheets

    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "people.csv"
        with table.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(workforce.COLUMNS)
            writer.writerows([_text(cell) for cell in row] for row in workforce.people(count))
        found = people_of(table, read_sheets(table), read_mapping(""), ON)
    return [person.case for person in found.persons]


def _text(cell: object) -> object:
    return str(cell).lower() if isinstance(cell, bool) else cell


def columns(people: list[Any]) -> tuple[dict[str, Any], Any]:
    """Return how each fact that a route or a score reads stands in a column, and these columns as a Polars frame."""
    import polars as pl

    from landed.expr.columns import cells, fitted
    from landed.facts import FACTS
    from landed.law import Law
    from landed.law.layout import layout_for
    from landed.roster.known import Known

    known, law = Known(people, ON), Law()
    layout: dict[str, Any] = {}
    table: dict[str, Any] = {}
    for name in layout_for(law.at(ON), [*law.routes(), *expressions(scores(law))]):
        values = known.column(name)
        encoding = layout[name] = fitted(FACTS[name], dict.fromkeys(values))
        table |= zip(encoding.columns, zip(*cells(encoding, values), strict=True), strict=True)
    return layout, pl.DataFrame([pl.Series(name, column).shrink_dtype() for name, column in table.items()])


def scores(law: Any) -> list[Any]:
    """Return every scored system."""
    return [score for files in law.programmes() for score in files.scores]


def expressions(systems: Iterable[Any]) -> list[Any]:
    """Return their totals and lines."""
    return [each for score in systems for each in (score.total, *(line.points for line in score.lines))]


def program(layout: dict[str, Any], countries: tuple[str, ...] = ()) -> Any:
    """Return what is asked: whether each route is open, which clauses fail, when clocks run out; of all countries also scores."""
    from landed.expr.program import Program
    from landed.law import Law

    law = Law()
    found = Program(layout, law.at(ON), ON)
    for route in law.routes(countries) if countries else law.routes():
        found.open(route.id, route.id)
        found.failing(f"{route.id}/failing", route.id)
        if route.runs_out is not None:
            found.ask(f"{route.id}/day", route.runs_out, route.id)
    for score in () if countries else scores(law):
        found.ask(score.id, score.total)
        for line in score.lines:
            found.ask(f"{score.id}/{line.key}", line.points)
    return found


def one_by_one(person: Any) -> dict[str, Any]:
    """Return the same of one person, each expression walked for its own answer."""
    from landed.assess import Question
    from landed.assess.outcome import own_clauses
    from landed.expr.clauses import Clause
    from landed.facts import Snapshot
    from landed.law import Law

    law = Law()
    question = Question(Snapshot(person, ON), law, ON)
    found: dict[str, Any] = {}
    for route in law.routes():
        finding = question.meets(route.id)
        found[route.id] = finding.value
        failing = [part.node for part in own_clauses(finding) if part.truth is False]
        found[f"{route.id}/failing"] = {clause.key for clause in failing if isinstance(clause, Clause)}
        if route.runs_out is not None:
            found[f"{route.id}/day"] = question.ask(route.runs_out, route.id).value
    for score in scores(law):
        found[score.id] = question.ask(score.total).value
        found |= {f"{score.id}/{line.key}": question.ask(line.points).value for line in score.lines}
    return found
