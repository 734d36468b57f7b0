"""Tables in: CSV, XLSX, and Parquet as sheets of rows, each cell as the file types it and with its place.

Nothing is concluded from a cell here. A spreadsheet's date is a day, its TRUE a truth, its number a number; in CSV
everything is text. What a program put into
a cell in place of a value (an error, a formula that was never worked out) comes as `Odd`, never as empty.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from landed.errors import CaseError, Mistake

LARGEST = 200_000_000
"""Bytes of the largest file, and of the largest sheet unpacked: more than a hundred thousand people."""
MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
_LONGEST_CELL = 100_000
_SEPARATORS = ",;\t|"
_TITLES = 20
"""Rows in which the header is looked for."""
_A_WHILE = 2_000
_TOTALS = re.compile(
    r"(grand |sub-?)?totals?\b(?! \w)|(sum|count|average|end of (report|file|list))\b", re.IGNORECASE
)
_SUM = re.compile(r"(grand |sub-?)?totals? ?:?", re.IGNORECASE)
MARKS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula: such text is written with an apostrophe before it."""


@dataclass(frozen=True, slots=True)
class Odd:
    """What stands in a cell in place of a value."""

    what: str


MERGED = Odd("a cell merged with others, of which only the first holds anything")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: its number as the file counts, and its cells in the order of the header."""

    number: int
    cells: tuple[Any, ...]


@dataclass(slots=True)
class Sheet:
    """One table of a file."""

    name: str
    """The sheet's name; of a file that is one table, the file's own."""
    header: tuple[str, ...]
    rows: list[Row]
    notices: list[str] = field(default_factory=list)
    """What was left aside: titles above the header, totals below the rows."""
    at: int = 1
    """The row of the header, as the file counts."""
    from_1904: bool = False
    """Whether a workbook counts its days from 1904 on, not from 1900."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a table before it is read, and who is told how far the reading is."""

    knows: Callable[[str], bool] = lambda _name: False
    """Whether a column of this name is known: by that the header is found below titles."""
    encoding: str = "utf-8-sig"
    progress: Callable[[str, int, int], None] = lambda _what, _done, _total: None


PLAIN = Reading()


def read_sheets(path: Path, reading: Reading = PLAIN) -> list[Sheet]:
    """Read every sheet of a file; a `CaseError` says why it is no table."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise refused(path, "it is a folder", "a table: CSV, XLSX, or Parquet")
        if size > LARGEST:
            raise refused(path, f"it is larger than {LARGEST // 1_000_000} MB", "a table in several files")
        if size == 0:
            raise refused(path, "it is empty", "a header, and a row for each person")
        reader = _READERS.get(path.suffix.lower())
        if reader is None:
            hint = " (open it in a spreadsheet, and save it so)" if path.suffix.lower() in _OTHERS else ""
            what = f"files of the kind {path.suffix or 'without an ending'} are not read"
            raise refused(path, what, f"a table as .csv, .tsv, .xlsx, or .parquet{hint}")
        return reader(path, reading)
    except FileNotFoundError:
        raise refused(path, "there is no such file", "the path of a table") from None
    except OSError as error:
        raise refused(path, f"it cannot be read: {(error.strerror or str(error)).lower()}") from None


def refused(path: Path, problem: str, expected: str = "", line: int | None = None) -> CaseError:
    """Make the error for a file that cannot be read at all."""
    return CaseError([Mistake(str(path), line, "", problem, expected)])


def sheet_of(
    path: Path, name: str, rows: Iterable[tuple[int, tuple[Any, ...]]], reading: Reading
) -> Sheet | None:
    """Make a sheet of the rows that hold anything; None where none does."""
    found = (row for row in rows if any(cell is not None and cell != MERGED for cell in row[1]))
    first = list(itertools.islice(found, _TITLES))
    if not first:
        return None
    at = _header_at(first, reading)
    number, cells = first[at]
    header = _header(path, name, cells)
    sheet = Sheet(name, header, [], at=number)
    if at:
        above = ", ".join(str(row) for row, _ in first[:at])
        sheet.notices.append(f"{name}: row {number} is the header; above it, not read: row {above}.")
    for number, cells in itertools.chain(first[at + 1 :], found):
        if len(sheet.rows) >= MOST_ROWS:
            raise refused(path, f"{name}: there are more than {MOST_ROWS:,} rows", "a table in several files")
        if len(cells) > len(header):
            beyond = (None if cell == MERGED else cell for cell in cells[len(header) :])
            cells = (*cells[: len(header)], *beyond)  # noqa: PLW2901 - the row without what merging adds to it
        sheet.rows.append(Row(number, (*cells, *[None] * (len(header) - len(cells)))))
        if not len(sheet.rows) % _A_WHILE:
            reading.progress("rows read", len(sheet.rows), 0)
    _without_totals(sheet)
    return sheet


def _header_at(rows: Sequence[tuple[int, tuple[Any, ...]]], reading: Reading) -> int:
    """Return which of the first rows is the header: the first with two columns that are known, else the first of all."""
    for at, (_, cells) in enumerate(rows):
        if sum(isinstance(cell, str) and reading.knows(cell) for cell in cells) > 1:
            return at
    return 0


def _header(path: Path, name: str, cells: tuple[Any, ...]) -> tuple[str, ...]:
    names = ["" if cell is None or isinstance(cell, Odd) else " ".join(str(cell).split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise refused(path, f"{name}: there are {len(names):,} columns", f"at most {MOST_COLUMNS:,}")
    return tuple(names)


def _without_totals(sheet: Sheet) -> None:
    """Leave out lines that add up those above, and at the bottom those that count them or end the list; say so."""
    sums = [row for row in sheet.rows if _SUM.fullmatch(_first(row))]
    if sums:
        numbers = {row.number for row in sums}
        sheet.rows = [row for row in sheet.rows if row.number not in numbers]
    end: list[Row] = []
    while sheet.rows and _TOTALS.match(_first(sheet.rows[-1])):
        end.append(sheet.rows.pop())
    aside = [*sums, *reversed(end)]
    for row in aside[:_TITLES]:
        sheet.notices.append(
            f"{sheet.name}: row {row.number} begins with {_first(row)!r}: taken for a line of totals, not read."
        )
    if len(aside) > _TITLES:
        sheet.notices.append(f"{sheet.name}: {len(aside) - _TITLES:,} more rows like these were not read.")


def _first(row: Row) -> str:
    """Return the first text of a row; empty where it begins with something else."""
    found = next((cell for cell in row.cells if cell is not None), None)
    return found if isinstance(found, str) else ""


# --------------------------------------------------------------------------------------------------- CSV


def _csv(path: Path, reading: Reading) -> list[Sheet]:
    text = _decoded(path, reading.encoding)
    separator = _separator(text, reading)
    csv.field_size_limit(_LONGEST_CELL)
    sheet = sheet_of(path, path.name, _csv_rows(path, text, separator), reading)
    if sheet is None:
        raise refused(path, "it is empty", "a header, and a row for each person")
    return [sheet]


def _separator(text: str, reading: Reading) -> str:
    """Return what stands between cells: as the header has it, which is the first line where it cannot be told."""
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4]
    lines = (line for line in io.StringIO(text) if line.strip() and not line.startswith("#"))
    first = [line.rstrip("\r\n") for line in itertools.islice(lines, _TITLES)]
    for line in first:
        for separator in _SEPARATORS:
            if sum(reading.knows(cell.strip(' "')) for cell in line.split(separator)) > 1:
                return separator
    return max(_SEPARATORS, key=first[0].count) if first else ","


def _decoded(path: Path, encoding: str) -> str:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"  # its own mark says so
    if content.startswith(b"PK\x03\x04"):
        raise refused(path, "it is a workbook under the name of a CSV file", "the ending .xlsx")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == PLAIN.encoding and b"\0" in content[:_BEGINNING]:
            problem, hint = (
                "it is not text",
                "UTF-8 text, or its name (--encoding utf-16-le, --encoding utf-16-be)",
            )
            raise refused(path, problem, hint) from None
        line = content.count(b"\n", 0, error.start) + 1
        hint = "UTF-8 text (in a spreadsheet: save as CSV UTF-8), or its name: --encoding cp1252"
        raise refused(path, f"it is not {_ENCODINGS.get(encoding, encoding)} text", hint, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        hint = "UTF-8 text, or its name (--encoding utf-16-le, --encoding utf-16-be)"
        raise refused(path, "it is not text", hint, line)
    return text


_BEGINNING = 1_000
_ENCODINGS = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16"}


def _csv_rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line, begun = 0, False
    try:
        for number, cells in enumerate(reader, 1):
            line = reader.line_num
            aside = bool(cells) and (cells[0].startswith("# ") or cells[0].lower() == "sep=")
            if not begun and aside:
                continue
            begun = begun or any(cells)
            yield number, tuple(plain(cell) for cell in cells)
    except csv.Error as error:
        raise refused(
            path, f"it is not readable as CSV: {error}", "cells with quotes closed", line + 1
        ) from None


def _xlsx(path: Path, reading: Reading) -> list[Sheet]:
    from landed.roster.spreadsheet import read_xlsx

    return read_xlsx(path, reading)


def plain(value: Any) -> Any:
    """Return a typed value as a case file would have it; text as it stands, days without a time of day."""
    match value:
        case str():
            text = value.strip()
            return text[1:] if text[:1] == "'" and text[1:2] in MARKS else text or None
        case bool() | int():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < 1e15 else value  # noqa: PLR2004 - exact so far
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case dt.datetime():
            return value.date() if value.time() == dt.time.min else Odd(f"the time {value}")
        case dt.date() | None:
            return value
        case list() | tuple():
            return [plain(each) for each in value]
        case dict():
            return {name: plain(each) for name, each in value.items() if each is not None}
    return Odd(f"a value of the kind {type(value).__name__}")


# ----------------------------------------------------------------------------------------------- Parquet


def _parquet(path: Path, reading: Reading) -> list[Sheet]:
    try:
        import polars as pl
    except ImportError:
        raise missing("polars") from None
    try:
        table = pl.read_parquet(path)
    except Exception as error:  # noqa: BLE001 - the engine has no one error for a broken file
        raise refused(path, f"it is no Parquet file that can be read ({type(error).__name__})") from None
    rows = enumerate((tuple(plain(value) for value in row) for row in table.iter_rows()), 1)
    sheet = sheet_of(path, path.name, [(0, tuple(table.columns)), *rows], reading)
    return [sheet] if sheet else []


def missing(library: str) -> CaseError:
    """Say that a library of the extra is not installed."""
    return CaseError(
        [Mistake("landed", None, "", f"{library} is not installed", "pip install 'landed[roster]'")]
    )


_OTHERS = (".xls", ".xlsb", ".ods", ".numbers")
_READERS = {".csv": _csv, ".tsv": _csv, ".txt": _csv, ".xlsx": _xlsx, ".xlsm": _xlsx, ".parquet": _parquet}
