"""`landed roster`: a whole workforce, one row a person in, one row of answers a person out."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from landed.cli._options import AsJson, KnownOn, LawFile, On, Settings, day_of, print_json, the_law
from landed.errors import UnansweredError, UsageError

if TYPE_CHECKING:
    from landed.roster.files import Progress
    from landed.roster.people import People
    from landed.roster.run import Result
    from landed.roster.what_if import Choice

Table = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="The table: CSV, XLSX, or Parquet; one row a person.", show_default=False
    ),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", show_default=False,
        help="Where the answers go: a workbook (.xlsx) with a report (.html) beside it, the report alone (.html), or .parquet.",
    ),
]  # fmt: skip
Map = Annotated[
    str,
    typer.Option(
        "--map", metavar="FILE", show_default=False,
        help="What the columns are called: a YAML file, or `hr` or `lca`, which come with landed.",
    ),
]  # fmt: skip
Dates = Annotated[
    str,
    typer.Option(
        "--dates", metavar="FORMAT", show_default=False,
        help="How days are written, where not as 2027-08-31: MM/DD/YYYY, DD.MM.YYYY ... Nothing is guessed.",
    ),
]  # fmt: skip
Sheets = Annotated[
    list[str],
    typer.Option(
        "--sheet", metavar="NAME[=FILE]", show_default=False,
        help="The sheet of people, by name; or a table of histories: worker.experience=jobs.csv. May be repeated.",
    ),
]  # fmt: skip
Numbers = Annotated[
    str,
    typer.Option(
        "--numbers", metavar="FORMAT", show_default=False,
        help="How numbers are written, where not as 1234.56: 1,234.56 or 1.234,56 or '1 234,56'.",
    ),
]  # fmt: skip
Encoding = Annotated[
    str,
    typer.Option("--encoding", metavar="NAME", show_default=False, help="That of a CSV file that is not UTF-8: cp1252 ..."),
]  # fmt: skip
_MANY = 20
"""Bad cells printed of a run; a dry run prints all."""


def roster(  # noqa: PLR0913 - one argument an option
    file: Table,
    *,
    out: Out = None,
    on: On = "",
    mapping: Map = "",
    dates: Dates = "",
    numbers: Numbers = "",
    encoding: Encoding = "",
    sheet: Sheets = [],  # noqa: B006 - typer reads defaults, and never changes them
    engine: Annotated[
        Literal["polars", "sql"], typer.Option("--engine", help="What asks everybody at once; sql is DuckDB.")
    ] = "polars",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only read the table, and tell every bad cell with its place.")
    ] = False,
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006
    law: LawFile = None,
    as_json: AsJson = False,
) -> None:
    """Ask for a whole workforce: each person's best way, by when to begin, at whose cost, and what decides.

    Columns have the names of a case file (worker.birth_date, job.noc); a map renames others. A bad row stops no good
    one, and is written beside the answers. With --set, who loses their best way under that reform.

    Example: landed roster people.xlsx --out backup.xlsx
    """
    if not dry_run and out is None:
        raise UsageError("--out is missing: where do the answers go? (--dry-run only reads the table)")
    from landed.roster.files import ask_roster, read_roster, write_roster
    from landed.roster.run import must_be_in_reach

    day = day_of("--on", on) if on else None
    if day is not None:
        must_be_in_reach(day)
    the_reform = the_law(known_on, settings, law)
    gc.disable()  # thousands of cases are kept to the end: looking for circles among them is a fifth of the time
    main = next((each for each in reversed(sheet) if "=" not in each), "")
    beside = dict(each.split("=", 1) for each in sheet if "=" in each)
    if out is not None and not dry_run:
        _can_be_written(out, [file, *map(Path, beside.values()), Path(mapping)])
    with _progress() as progress:
        people = read_roster(
            file, on=day, mapping=mapping, dates=dates, numbers=numbers, encoding=encoding, sheet=main, beside=beside,
            progress=progress,
        )  # fmt: skip
    if dry_run:
        _told(people, as_json=as_json)
        return
    _warn(people, out)
    if not people.persons:
        why = "no row can be read" if people.rejected else "there is no row of a person"
        if people.left_out:
            why = f"{why} (the map leaves out {people.left_out:,})"
        hint = f"; landed roster {file} --dry-run tells what is wrong" if people.rejected else ""
        raise UnansweredError(f"{file}: {why}{hint}")
    with _progress() as progress:
        result = ask_roster(people, law=the_reform, engine=engine, cores=_cores(), progress=progress)
        written = [] if out is None else write_roster(result, out, progress)
    _say(result, written, as_json=as_json)


def _can_be_written(out: Path, read: list[Path]) -> None:
    """Refuse, before the work, an answer that could not be written or would take the place of what is read."""
    from landed.roster.files import files_out
    from landed.roster.writing import must_be_writable

    for path in (*files_out(out), _rejected(out)):
        must_be_writable(path, read)


def _rejected(out: Path) -> Path:
    return Path(f"{out}.rejected.csv")


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def _told(people: People, *, as_json: bool) -> None:
    """Tell what a table holds, and every bad cell; exit 2 where there is one."""
    if as_json:
        print_json(
            {
                "people": len(people.persons), "rejected": len(people.rejected), "left_out": people.left_out,
                "notices": people.notices, "bad": [bad.as_json() for bad in people.bad],
            }
        )  # fmt: skip
    else:
        for bad in people.bad:
            typer.echo(str(bad))
        for notice in people.notices:
            typer.echo(notice)
        if len(people.bad) > _MANY:
            counted = Counter(bad.column or "(the row)" for bad in people.bad).most_common()
            typer.echo(f"Bad cells by column: {', '.join(f'{name} {count:,}' for name, count in counted)}.")
        who = "1 person" if len(people.persons) == 1 else f"{len(people.persons):,} people"
        typer.echo(f"{who} can be read, {_rows(len(people.rejected))} cannot.")
        if people.left_out:
            was = "was" if people.left_out == 1 else "were"
            typer.echo(f"{_rows(people.left_out)} {was} left out, as the map says.")
    if people.bad:
        raise typer.Exit(2)


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def _warn(people: People, out: Path | None) -> None:
    for notice in people.notices:
        sys.stderr.write(f"landed: {notice}\n")
    for bad in people.bad[:_MANY]:
        sys.stderr.write(f"landed: {bad}\n")
    if len(people.bad) > _MANY:
        sys.stderr.write(f"landed: and {len(people.bad) - _MANY:,} more bad cells; --dry-run tells all\n")
    if people.rejected and out is not None:
        from landed.roster.writing import rejected_csv, write_text

        path = _rejected(out)
        write_text(path, rejected_csv(people))
        was = "was not read; it stands" if len(people.rejected) == 1 else "were not read; they stand"
        sys.stderr.write(f"landed: {_rows(len(people.rejected))} {was} in {path}\n")


def _say(result: Result, written: list[Path], *, as_json: bool) -> None:
    from landed.roster.words import headline, summary

    if as_json:
        print_json(
            {
                "on": result.on.isoformat(), "known_on": result.known_on.isoformat() if result.known_on else None,
                "overlay": result.reform or None, "people": len(result.answers), "rejected": len(result.people.rejected),
                "outcomes": result.outcomes, "written": [str(path) for path in written],
                "lost": None if result.lost is None else len(result.lost),
                "lost_first": result.lost[0].on.isoformat() if result.lost else None,
                "choices": [_choice(each) for each in result.choices], "in_turn": [_choice(each) for each in result.in_turn],
            }
        )  # fmt: skip
        return
    for text in (headline(result), *summary(result)):
        typer.echo(text)
    typer.echo(f"Written: {', '.join(map(str, written))}")


def _choice(choice: Choice) -> dict[str, object]:
    return {
        "title": choice.title, "supposes": dict(choice.supposes), "gain": choice.gain, "lose": choice.lose,
        "open": choice.open, "possible": choice.possible, "more_ways": choice.more_ways,
    }  # fmt: skip


class _progress:  # noqa: N801 - used as the statement it is
    """Shows how far the work is on a terminal, and nothing in a pipe."""

    def __init__(self) -> None:
        self._bars: dict[str, object] = {}
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Progress | None:
        if not self._shown:
            return None
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
            console=Console(stderr=True), transient=True,
        )  # fmt: skip
        self._bar.start()
        return self._step

    def _step(self, what: str, done: int, total: int) -> None:
        if what not in self._bars:
            self._bars[what] = self._bar.add_task(what, total=total or None)
        self._bar.update(self._bars[what], completed=done)  # type: ignore[arg-type] # the id that rich gave

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()
