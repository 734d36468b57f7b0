"""`landed assess`: every route with its outcome and its reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from landed.cli._options import (
    AsJson,
    CaseFile,
    KnownOn,
    LawFile,
    On,
    Settings,
    Suppose,
    print_json,
    the_question,
)

if TYPE_CHECKING:
    from landed.assess import Question
    from landed.law import Route

Routes = Annotated[
    list[str],
    typer.Option("--route", metavar="ID", help="Only this route, or all routes of a programme or country. May be repeated.", show_default=False),
]  # fmt: skip


def assess(  # noqa: PLR0913 - one argument an option
    *,
    case: CaseFile,
    on: On = "",
    route: Routes = [],  # noqa: B006 - typer reads defaults, and never changes them
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006
    law: LawFile = None,
    suppose: Suppose = [],  # noqa: B006
    clauses: Annotated[
        bool, typer.Option("--clauses", help="Print every clause of every route, also where there are many.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say of every route whether it is open, closed, undetermined or not in force, clause by clause.

    Example: landed assess examples/two-weeks.yaml --on 2017-06-11, then --on 2017-06-12.
    """
    from landed.assess import answer, assess_route

    question = the_question(case, on, known_on, settings, law, suppose)
    countries = wanted_countries(question)
    routes = chosen_routes(question, route, countries)
    assessments = [assess_route(question, each) for each in routes]
    if as_json:
        print_json(answer(question, assessments, tuple(sorted({each.country for each in routes}))))
        return
    from landed.report.assessment import print_assessments

    print_assessments(question, assessments, clauses=clauses)


def wanted_countries(question: Question) -> tuple[str, ...]:
    """Return the countries of the case's goals; none stated: all."""
    from landed.facts import goals

    held = question.snapshot.value(goals.countries)
    return tuple(sorted(held.possible)) if held.possible else ()  # type: ignore[union-attr] # a set of codes


def chosen_routes(question: Question, wanted: list[str], countries: tuple[str, ...]) -> list[Route]:
    """Return the routes asked for; UsageError names the nearest right id."""
    if not wanted:
        return question.law.routes(countries)
    law = question.law
    return [route for name in wanted for route in law.routes_of(name) or [law.route(name)]]
