"""A roster from a file to files: read it, ask it, write the answers. The command does exactly this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

from landed.errors import UsageError
from landed.facts.vocabulary import nearest
from landed.law import Law
from landed.roster.mapping import flat, read_mapping
from landed.roster.people import People, names_of_lists, people_of
from landed.roster.places import list_names
from landed.roster.run import MONTHS, Result, ask
from landed.roster.tables import PLAIN, Reading, read_sheets
from landed.roster.ways_open import Engine

__all__ = ["KINDS", "Progress", "ask_roster", "read_roster", "write_roster"]

KINDS = (".xlsx", ".html", ".parquet")
"""The endings of the files that the answers can be written to."""
ENGINES: tuple[Engine, ...] = get_args(Engine)
Progress = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is, and of how much (0: nobody knows)."""


def read_roster(  # noqa: PLR0913 - one argument an option of the command
    path: Path | str,
    *,
    on: dt.date | None = None,
    mapping: str = "",
    dates: str = "",
    numbers: str = "",
    encoding: str = "",
    sheet: str = "",
    beside: Mapping[str, Path | str] | None = None,
    progress: Progress | None = None,
) -> People:
    r"""Read a table of people: CSV, XLSX, or Parquet, one row a person.

    `on` is the day asked of (today); `mapping` the path of a map, or `hr` or `lca`; `dates` and `numbers` how days and
    numbers are written where not as 2027-08-31 and 1234.56; `encoding` that of a CSV file that is not UTF-8; `sheet`
    the one with the people; `beside` tables of histories, by the name of the list. Of what comes back, `persons` are the rows read, `bad` every cell that is wrong, `rejected` the rows it stands on, and
    `notices` what was not read. A bad row is no error. `CaseError` where the file is no roster at all, or its columns
    lead nowhere; `UsageError` where `dates`, `numbers` or `encoding` cannot be.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = pathlib.Path(folder, "people.csv")
    ...     _ = table.write_text("id,worker.citizenships,worker.location\nE1,IN,US\nE2,India,US\n")
    ...     people = read_roster(table)
    >>> [person.id for person in people.persons], people.bad[0].column, people.bad[0].row
    (['E1'], 'worker.citizenships', 3)
    """
    path, asked = Path(path), _day(on) or _today()
    names = read_mapping(mapping, dates, numbers, encoding)
    reading = Reading(names.knows, names.encoding or PLAIN.encoding, progress or PLAIN.progress)
    found = read_sheets(path, reading)
    for name, file in (beside or {}).items():
        if flat(name) not in {**names_of_lists(), **names.sheets}:
            guess = nearest(name, list_names())
            hint = f"; did you mean {guess!r}?" if guess else ""
            raise UsageError(
                f"--sheet {name}={file}: there is no list {name!r}; expected {', '.join(list_names())}{hint}"
            )
        for more in read_sheets(Path(file), reading):
            more.name = name
            found.append(more)
    return people_of(path, found, names, asked, sheet, progress)


def ask_roster(
    people: People,
    *,
    law: Law | None = None,
    on: dt.date | None = None,
    months: int = MONTHS,
    engine: Engine = "polars",
    cores: int = 1,
    progress: Progress | None = None,
) -> Result:
    """Ask for everybody: each person's best way, the months ahead, the employer's choices, and what a reform takes.

    `law` is the law as known on a day or under a reform (all that is written here); `on` the day (that of the
    reading); `months` how many firsts of months are asked. The result has `answers` in the order of `people.persons`,
    `open_ways` and `possible_ways` a list a person and in it a count a month, `choices`, `in_turn`, and `lost` under a
    reform. `cores` above one starts processes, so a script must guard its `__main__`. `UnansweredError` where the day
    is out of reach, `UsageError` where it is none or there is no such engine, `CaseError` where the engine's library is
    not installed.
    """
    if engine not in ENGINES:
        raise UsageError(f"engine={engine!r}: expected {' or '.join(ENGINES)}")
    return ask(people, law or Law(), _day(on) or people.on or _today(), engine, cores, progress, months)


def files_out(path: Path | str) -> list[Path]:
    """Return the files that `write_roster` writes for a path; `UsageError` where its ending is another."""
    path = Path(path)
    if path.suffix.lower() not in KINDS:
        raise UsageError(f"{str(path)!r}: expected a file ending in {', '.join(KINDS)}")
    return [path, path.with_suffix(".html")] if path.suffix.lower() == ".xlsx" else [path]


def write_roster(result: Result, path: Path | str, progress: Progress | None = None) -> list[Path]:
    """Write the answers, whole or not at all, and return the files written.

    A workbook (.xlsx) with the report (.html) beside it, the report alone (.html), or .parquet. `UsageError` where the
    ending is another, or the file cannot be written; `CaseError` where the library for it is not installed.
    """
    from landed.roster.writing import write_text, write_whole

    path, written = Path(path), files_out(path)
    kind = path.suffix.lower()
    if kind == ".parquet":
        from landed.roster.parquet import write_parquet

        write_whole(path, lambda part: write_parquet(result, part))
        return written
    from landed.roster.report import html

    text = html(result)
    if kind == ".xlsx":
        from landed.roster.workbook import write_workbook

        write_whole(path, lambda part: write_workbook(result, part, progress))
    write_text(written[-1], text)
    return written


def _day(on: object) -> dt.date | None:
    if on is None or (isinstance(on, dt.date) and not isinstance(on, dt.datetime)):
        return on
    raise UsageError(f"on={on!r}: not a day; expected a datetime.date")


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
