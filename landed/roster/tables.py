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
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
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
MARKS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula: such text is written with an apostrophe before it."""


@dataclass(frozen=True, slots=True)
class Odd:
    """What stands in a cell in place of a value."""

    what: str


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


def _sheet(
    path: Path, name: str, rows: Iterable[tuple[int, tuple[Any, ...]]], reading: Reading
) -> Sheet | None:
    """Make a sheet of the rows that hold anything; None where none does."""
    found = (row for row in rows if any(cell is not None for cell in row[1]))
    first = list(itertools.islice(found, _TITLES))
    if not first:
        return None
    at = _header_at(first, reading)
    number, cells = first[at]
    header = _header(path, name, cells)
    sheet = Sheet(name, header, [])
    if at:
        above = ", ".join(str(row) for row, _ in first[:at])
        sheet.notices.append(f"{name}: row {number} is the header; above it, not read: row {above}.")
    for number, cells in itertools.chain(first[at + 1 :], found):
        if len(sheet.rows) >= MOST_ROWS:
            raise refused(path, f"{name}: there are more than {MOST_ROWS:,} rows", "a table in several files")
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
    names = ["" if cell is None else " ".join(str(cell).split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise refused(path, f"{name}: there are {len(names):,} columns", f"at most {MOST_COLUMNS:,}")
    return tuple(names)


def _without_totals(sheet: Sheet) -> None:
    """Leave out lines at the bottom that count or add up those above, and say so."""
    while sheet.rows:
        first = next(cell for cell in sheet.rows[-1].cells if cell is not None)
        if not (isinstance(first, str) and _TOTALS.match(first)):
            return
        row = sheet.rows.pop()
        sheet.notices.append(
            f"{sheet.name}: row {row.number} begins with {first!r}: taken for a line of totals, not read."
        )


# --------------------------------------------------------------------------------------------------- CSV


def _csv(path: Path, reading: Reading) -> list[Sheet]:
    text = _decoded(path, reading.encoding)
    separator = _separator(text, reading)
    csv.field_size_limit(_LONGEST_CELL)
    sheet = _sheet(path, path.name, _csv_rows(path, text, separator), reading)
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
        line = content.count(b"\n", 0, error.start) + 1
        hint = "UTF-8 text (in a spreadsheet: save as CSV UTF-8), or its name: --encoding cp1252"
        raise refused(path, f"it is not {_ENCODINGS.get(encoding, encoding)} text", hint, line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise refused(path, "it is not text", "UTF-8 text", line)
    return text


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


# -------------------------------------------------------------------------------------------------- XLSX


def _xlsx(path: Path, reading: Reading) -> list[Sheet]:
    """Read a workbook row by row; a sheet that says it is larger than it is costs nothing."""
    try:
        import openpyxl
    except ImportError:
        raise missing("openpyxl") from None
    formulas = _unpacked(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        written = openpyxl.load_workbook(path, read_only=True, keep_links=False) if formulas else None
    except Exception as error:  # noqa: BLE001 - a broken workbook breaks its reader in many ways
        raise refused(
            path, f"it is no workbook that can be read ({type(error).__name__})", "an .xlsx file"
        ) from None
    found = []
    for sheet in book.worksheets:
        asked = written[sheet.title] if written is not None else None
        made = _sheet(path, sheet.title, _xlsx_rows(path, sheet, asked), reading)
        if made is not None:
            found.append(made)
    book.close()
    if not found:
        raise refused(path, "it is empty", "a header, and a row for each person")
    return found


def _unpacked(path: Path) -> bool:
    """Refuse what unpacks to too much; return whether a sheet has formulas."""
    formulas = False
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > 2 * LARGEST:
                raise refused(path, f"it unpacks to more than {2 * LARGEST:,} bytes", "a smaller workbook")
            for part in archive.infolist():
                if part.filename.startswith("xl/worksheets/"):
                    with archive.open(part) as stream:
                        tail = b""
                        while block := stream.read(1 << 20):
                            formulas = formulas or b"<f>" in tail + block or b"<f " in tail + block
                            tail = block[-3:]
    except zipfile.BadZipFile:
        raise _no_workbook(path) from None
    return formulas


def _no_workbook(path: Path) -> CaseError:
    """Say what a file that is no workbook is instead, where its first bytes tell."""
    with path.open("rb") as file:
        begins = file.read(1000)
    if begins.startswith(b"\xd0\xcf\x11\xe0"):
        return refused(
            path, "it is locked with a password, or an old .xls under another name",
            "the workbook saved without a password, as .xlsx",
        )  # fmt: skip
    if begins.startswith(b"PK"):
        return refused(path, "it is a workbook cut off or damaged", "the whole .xlsx file")
    if b"\0" not in begins:
        return refused(path, "it is no workbook, but looks like text", "the ending .csv, or an .xlsx file")
    return refused(path, "it is no workbook that can be read", "an .xlsx file (not .xls)")


def _xlsx_rows(path: Path, sheet: Any, written: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    try:
        for part in (sheet, written):
            if part is not None:
                part.reset_dimensions()
        originals = iter(written.iter_rows()) if written is not None else None
        for place, row in enumerate(sheet.iter_rows(), 1):
            cells = [_xlsx_value(cell) for cell in row]
            if originals is not None:
                for at, cell in enumerate(next(originals, ())):
                    if cell.data_type == "f" and at < len(cells) and cells[at] is None:
                        cells[at] = Odd("a formula that was never worked out")
            number = next((cell.row for cell in row if getattr(cell, "row", None)), place)
            yield number, tuple(cells)
    except CaseError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken sheet breaks its reader in many ways
        raise refused(
            path, f"{sheet.title}: it cannot be read to its end ({type(error).__name__})", "an .xlsx file"
        ) from None


def _xlsx_value(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return Odd(f"the error {value}")
    return plain(value)


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
    sheet = _sheet(path, path.name, [(0, tuple(table.columns)), *rows], reading)
    return [sheet] if sheet else []


def missing(library: str) -> CaseError:
    """Say that a library of the extra is not installed."""
    return CaseError(
        [Mistake("landed", None, "", f"{library} is not installed", "pip install 'landed[roster]'")]
    )


_OTHERS = (".xls", ".xlsb", ".ods", ".numbers")
_READERS = {".csv": _csv, ".tsv": _csv, ".txt": _csv, ".xlsx": _xlsx, ".xlsm": _xlsx, ".parquet": _parquet}
