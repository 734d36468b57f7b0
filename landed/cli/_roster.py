"""`landed roster`: a whole workforce, one row a person in, one row of answers a person out."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from landed.cli._options import KnownOn, LawFile, On, Settings, day_of, the_law
from landed.errors import UsageError

Table = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="The table: CSV, XLSX, or Parquet; one row a person.", show_default=False),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Where the answers go: .xlsx (with a report .html beside it) or .parquet.", show_default=False),
]  # fmt: skip
Map = Annotated[
    str,
    typer.Option("--map", metavar="FILE", help="What the columns are called: a YAML file, or `hr` or `lca`, which come with landed.", show_default=False),
]  # fmt: skip


def roster(
    file: Table,
    *,
    out: Out = None,
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    map_: Map = "",
    dates: Annotated[str, typer.Option("--dates", metavar="FORMAT", help="How days are written, where not as 2027-08-31: MM/DD/YYYY, DD.MM.YYYY ...", show_default=False)] = "",
    sheet: Annotated[list[str], typer.Option("--sheet", metavar="NAME[=FILE]", help="The sheet of people; or, with a file, a table of histories: worker.experience=jobs.csv. May be repeated.", show_default=False)] = [],  # noqa: B006
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read the table only: every bad cell with its place.")] = False,
) -> None:
    """Ask for a whole workforce: each person's best way, by when to begin, at whose cost.

    Example: landed roster people.xlsx --out plan.xlsx
    """
    from landed.roster.mapping import read_mapping
    from landed.roster.people import people_of
    from landed.roster.run import ask
    from landed.roster.tables import read_sheets
    from landed.roster.workbook import write_workbook
    from landed.roster.writing import rejected_csv, write_text, write_whole

    asked = day_of("--on", on) if on else dt.datetime.now(tz=dt.UTC).astimezone().date()
    mapping = read_mapping(map_, dates)
    people = people_of(file, read_sheets(file), mapping, asked, sheet[0] if sheet else "")
    for bad in people.bad:
        sys.stderr.write(f"landed: {bad}\n")
    if dry_run:
        return
    if out is None:
        raise UsageError("--out is missing: where do the answers go?")
    result = ask(people, the_law(known_on, settings, law), asked)
    write_whole(out, lambda part: write_workbook(result, part))
    if people.rejected:
        write_text(Path(f"{out}.rejected.csv"), rejected_csv(people))
