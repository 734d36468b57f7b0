"""`landed sql`: a route, or a scored system, as a query for the engine in which the people already are."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from landed.cli._options import KnownOn, LawFile, On, Settings, day_of, the_law
from landed.errors import UsageError


def sql(
    *,
    route: Annotated[str, typer.Argument(metavar="ROUTE", help="A route, or a scored system such as crs.")],
    dialect: Annotated[
        str, typer.Option("--dialect", help="bigquery, duckdb, postgres, snowflake, spark, trino.")
    ] = "duckdb",
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="Your table, a row a person.")] = "people",
    keep: Annotated[
        list[str],
        typer.Option("--keep", metavar="COLUMN", help="A column to give back, such as a key. May be repeated.",
                     show_default=False),
    ] = [],  # noqa: B006 - typer reads defaults, and never changes them
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - as above
    law: LawFile = None,
) -> None:  # fmt: skip
    """Print a route as SQL: for each row whether it is open, no, or cannot be told; for a system the bounds of its points.

    The columns that it reads are listed at its top; NULL is unknown. A route is open where open_lo is true, closed where
    open_hi is false, and else undetermined.

    Example: landed sql canada.global_talent_stream.category_b --dialect spark --keep person_id
    """
    try:
        from landed.expr.sql import DIALECTS, select, written
    except ModuleNotFoundError as missing:
        raise UsageError(f"landed sql needs the library {missing.name}: pip install 'landed[sql]'") from None
    from landed.expr.program import Program
    from landed.expr.source import described, facts_read
    from landed.law.layout import layout_for

    if dialect not in DIALECTS:
        raise UsageError(f"--dialect {dialect!r}: there are {', '.join(DIALECTS)}")
    everything = the_law(known_on, settings, law)
    day = day_of("--on", on) if on else dt.datetime.now(tz=dt.UTC).astimezone().date()
    epoch = everything.at(day)
    if "." in route:
        found = everything.route(route)
        program = Program(layout_for(epoch, [found]), epoch, day)
        program.open("open", found.id)
        title = found.title
    else:
        score = everything.score(route)
        program = Program(layout_for(epoch, [score.total]), epoch, day)
        program.ask("points", score.total)
        title = score.title
    query = written(select(program, table, keep, own=True), dialect)
    reads = "\n".join(
        f"--   {described(encoding)}" for encoding in facts_read(program.layout, program.reads())
    )
    typer.echo(f"-- {title}, the law of {day}\n-- reads from {table} (NULL: unknown):\n{reads}\n{query}")
