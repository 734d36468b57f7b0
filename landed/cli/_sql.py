"""`landed sql`: a route, or a scored system, as a query for the engine in which the people already are."""

from __future__ import annotations

from typing import Annotated

import typer

from landed.cli._options import KnownOn, LawFile, On, Settings, asked_day, the_law
from landed.errors import UsageError


def sql(  # noqa: PLR0913 - one argument an option
    *,
    route: Annotated[
        list[str],
        typer.Argument(
            metavar="ROUTE...",
            help="Routes, programmes or countries for all their routes, scored systems such as crs, or `all`.",
        ),
    ],
    dialect: Annotated[
        str, typer.Option("--dialect", help="bigquery, duckdb, postgres, snowflake, spark, trino.")
    ] = "duckdb",
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="Your table, a row a person.")] = "people",
    keep: Annotated[
        list[str],
        typer.Option("--keep", metavar="COLUMN", help="A column to give back, such as a key. May be repeated.",
                     show_default=False),
    ] = [],  # noqa: B006 - typer reads defaults, and never changes them
    has: Annotated[
        str,
        typer.Option("--has", metavar="COLUMNS", show_default=False,
                     help="The columns that your table has, by commas, where it lacks some: what they would say is unknown."),
    ] = "",
    failing: Annotated[
        bool, typer.Option("--failing", help="Also give back which clauses fail: a number with a bit for each.")
    ] = False,
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - as above
    law: LawFile = None,
) -> None:  # fmt: skip
    """Print routes as one SQL query: for each row whether each is open, closed, or cannot be told; for a system its points.

    What it reads and gives back is listed at its top; NULL is unknown. A route is open where its lo is true, closed where
    its hi is false, and else undetermined.

    Example: landed sql canada.global_talent_stream crs --dialect spark --keep person_id
    """
    try:
        from landed.law.query import query
    except ModuleNotFoundError as missing:
        raise UsageError(f"landed sql needs the library {missing.name}: pip install 'landed[sql]'") from None

    day = asked_day(on)
    columns = [name.strip() for name in has.split(",") if name.strip()]
    if has and not columns:
        raise UsageError(f"--has {has!r}: names no column; expected those that your table has, by commas")
    everything = the_law(known_on, settings, law)
    found = query(everything, route, day, dialect, table=table, keep=keep, has=columns, failing=failing)
    typer.echo(str(found))
