"""`landed when`: the days on which an answer changes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from landed.cli._options import (
    AsJson,
    CaseFile,
    KnownOn,
    LawFile,
    On,
    Settings,
    Suppose,
    day_of,
    print_json,
    the_question,
)


def when(  # noqa: PLR0913 - one argument an option
    *,
    case: CaseFile,
    route: Annotated[
        str, typer.Option("--route", metavar="ID", help="The route asked of.", show_default=False)
    ],
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    suppose: Suppose = [],  # noqa: B006
    since: Annotated[
        str, typer.Option("--from", metavar="DAY", help="The first day looked at.")
    ] = "2017-01-01",
    until: Annotated[
        str,
        typer.Option(
            "--to", metavar="DAY", help="The last day looked at; five years ahead.", show_default=False
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Show the days on which the answer for a route changes, past and future.

    Histories are cut at each day; other stated facts are taken to hold. Days ahead use the law as last known.

    Example: landed when examples/two-weeks.yaml --route canada.global_talent_stream.category_b
    """
    from landed.assess.changes import changes

    question = the_question(case, on, known_on, settings, law, suppose)
    first = day_of("--from", since)
    last = (
        day_of("--to", until)
        if until
        else question.day.replace(year=question.day.year + 5, day=min(question.day.day, 28))
    )
    progress = _progress if sys.stderr.isatty() else None
    spans = changes(question, question.law.route(route), first, last, progress)
    if as_json:
        print_json(
            {
                "route": route,
                "from": first.isoformat(),
                "to": last.isoformat(),
                "spans": [span.as_json() for span in spans],
            }
        )
        return
    for span in spans:
        typer.echo(f"{span.since} to {span.until}  {span.outcome:<13}  {span.why}")


def _progress(done: int, of: int) -> None:
    sys.stderr.write(f"\rasking day {done} of {of}" if done < of else "\r" + " " * 40 + "\r")
    sys.stderr.flush()
