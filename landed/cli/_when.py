"""`landed when`: the days on which an answer changes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

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
from landed.errors import UsageError

if TYPE_CHECKING:
    from landed.assess.cliffs import Counted


def when(  # noqa: PLR0913 - one argument an option
    *,
    case: CaseFile,
    route: Annotated[
        str, typer.Option("--route", metavar="ID", help="The route asked of.", show_default=False)
    ] = "",
    system: Annotated[
        str,
        typer.Option(
            "--points",
            metavar="SYSTEM",
            help="The scored system asked of, as crs; of a route that selects by points it is asked anyway.",
            show_default=False,
        ),
    ] = "",
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
    """Show the days on which the answer for a route changes, and its points, past and future.

    Histories are cut at each day; other stated facts are taken to hold. Days ahead use the law as last known.

    Example: landed when examples/two-weeks.yaml --route canada.global_talent_stream.category_b
    """
    from landed.assess.changes import changes
    from landed.assess.cliffs import cliffs

    if not route and not system:
        raise UsageError("nothing is asked of: give --route ID or --points SYSTEM (or both)")
    question = the_question(case, on, known_on, settings, law, suppose)
    first = day_of("--from", since)
    last = (
        day_of("--to", until)
        if until
        else question.day.replace(year=question.day.year + 5, day=min(question.day.day, 28))
    )
    if last < first:
        raise UsageError(f"--to {last} is before --from {first}; expected the earlier day first")
    progress = _progress if sys.stderr.isatty() else None
    asked = question.law.route(route) if route else None
    score = question.law.score(system) if system else asked.score if asked else None
    spans = changes(question, asked, first, last, progress) if asked else []
    counts = cliffs(question, score, first, last, progress) if score else []
    if as_json:
        answer: dict[str, Any] = {
            "route": route or None,
            "from": first.isoformat(),
            "to": last.isoformat(),
            "spans": [span.as_json() for span in spans],
        }
        if score:
            answer |= {"system": score.system, "points": [each.as_json() for each in counts]}
        print_json(answer)
        return
    for span in spans:
        typer.echo(f"{span.since} to {span.until}  {span.outcome:<13}  {span.why}")
    if score:
        typer.echo(f"{score.title}" if not spans else f"\n{score.title}")
    for each in counts:
        total = "-" if each.counted is None else _said(each.counted)
        typer.echo(f"{each.since} to {each.until}  {total:<13}  {'; '.join(each.why)}".rstrip())


def _said(counted: Counted) -> str:
    total = counted.total
    words = f"{total.lo}" if total.exact else f"{total.lo} to {total.hi}"
    return words if counted.complete else f"{words} (not complete)"


def _progress(done: int, of: int) -> None:
    sys.stderr.write(f"\rasking day {done} of {of}" if done < of else "\r" + " " * 40 + "\r")
    sys.stderr.flush()
