"""`landed ask`: the next question worth answering."""

from __future__ import annotations

import typer

from landed.cli._assess import wanted_countries
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


def ask(
    *,
    case: CaseFile,
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    suppose: Suppose = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Give the question whose answer settles most, why it is asked, and where the answer is found."""
    from landed.assess.questions import next_questions

    question = the_question(case, on, known_on, settings, law, suppose)
    found = next_questions(question, wanted_countries(question))
    if as_json:
        print_json({"on": question.day.isoformat(), "questions": [each.as_json() for each in found]})
        return
    if not found:
        typer.echo("No question is left whose answer could change what is open.")
        return
    best = found[0]
    typer.echo(best.text)
    if best.why:
        typer.echo(f"  why:   {best.why}")
    if best.where:
        typer.echo(f"  where: {best.where}")
    typer.echo(f"  write: {best.field}")
    typer.echo(f"  it bears on {len(best.routes)} undetermined route(s): {', '.join(best.routes)}")
    if found[1:]:
        typer.echo(f"Then: {'; '.join(each.field for each in found[1:6])}")
