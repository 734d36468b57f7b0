"""The commands, put together. Help is plain text: it starts fast, and reads the same in a pipe."""

from __future__ import annotations

from typing import Annotated

import typer

from landed.cli import _ask, _assess, _bench, _deadlines, _law, _plan, _points, _roster, _schema, _sql, _when

app = typer.Typer(
    name="landed",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Your right to work may end: where can you lawfully go on working, from which day, at what cost, and what must "
        "each of you do, starting now?\n\n"
        "Begin with a case file (YAML; examples/ has some) and ask for the plan:\n\n"
        "  landed plan examples/h1b-engineer.yaml\n\n"
        "Then look closer: `assess` gives every route with its clauses, `points` a scored system line by line, `deadlines` what runs out, `ask` the next question "
        "worth answering, `when` the days on which an answer changes, `law` the law itself as data.\n\n"
        "It informs and prepares. It is not legal advice, and it never files anything."
    ),
)
app.command("plan")(_plan.plan)
app.command("assess")(_assess.assess)
app.command("points")(_points.points)
app.command("when")(_when.when)
app.command("ask")(_ask.ask)
app.command("deadlines")(_deadlines.deadlines)
app.command("roster")(_roster.roster)
app.command("schema")(_schema.schema)
app.add_typer(_law.app, name="law")
app.command("sql")(_sql.sql)
app.command("bench")(_bench.bench)


def _version(*, asked: bool) -> None:
    if asked:
        from landed import __version__

        typer.echo(f"landed {__version__}")
        raise typer.Exit


@app.callback()
def _top(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and stop.",
            callback=lambda v: _version(asked=v),
            is_eager=True,
        ),
    ] = False,
) -> None: ...
