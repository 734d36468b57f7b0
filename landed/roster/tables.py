"""Tables in: CSV, XLSX, and Parquet as sheets of rows, each cell as the file types it and with its place.

Nothing is concluded from a cell here. A spreadsheet's date is a day, its TRUE a truth, its number a number; in CSV
everything is text. What a program put into
a cell in place of a value (an error, a formula that was never worked out) comes as `Odd`, never as empty.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from landed.errors import CaseError, Mistake

LARGEST = 200_000_000
"""Bytes of the largest file, and of the largest sheet unpacked: more than a hundred thousand people."""
MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
_LONGEST_CELL = 100_000
_SEPARATORS = ",;\t|"
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


def read_sheets(path: Path) -> list[Sheet]:
    """Read every sheet of a file; a `CaseError` says why it is no table."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise refused(path, "it is a folder", "a table: CSV, XLSX, or Parquet")
        if size > LARGEST:
            raise refused(path, f"it is larger than {LARGEST // 1_000_000} MB", "a table in several files")
        if size == 0:
            raise refused(path, "it is empty", "a header, and a row for each person")
        return _READERS[path.suffix.lower()](path)
    except KeyError:
        kinds = "a table as .csv, .tsv, .xlsx, or .parquet"
        raise refused(
            path, f"files of the kind {path.suffix or 'without an ending'} are not read", kinds
        ) from None
    except FileNotFoundError:
        raise refused(path, "there is no such file", "the path of a table") from None
    except OSError as error:
        raise refused(path, f"it cannot be read: {(error.strerror or str(error)).lower()}") from None


def refused(path: Path, problem: str, expected: str = "", line: int | None = None) -> CaseError:
    """Make the error for a file that cannot be read at all."""
    return CaseError([Mistake(str(path), line, "", problem, expected)])


def _sheet(path: Path, name: str, rows: Iterable[tuple[int, tuple[Any, ...]]]) -> Sheet | None:
    """Make a sheet: the first row that holds anything is the header; None where nothing is in it."""
    found = iter(rows)
    header: tuple[str, ...] = ()
    for number, cells in found:
        if any(cell is not None for cell in cells):
            header = _header(path, name, cells, number)
            break
    if not header:
        return None
    kept: list[Row] = []
    for number, cells in found:
        if all(cell is None for cell in cells):
            continue
        if len(kept) >= MOST_ROWS:
            raise refused(path, f"{name}: there are more than {MOST_ROWS:,} rows", "a table in several files")
        kept.append(Row(number, (*cells, *[None] * (len(header) - len(cells)))))
    return Sheet(name, header, kept)


def _header(path: Path, name: str, cells: tuple[Any, ...], number: int) -> tuple[str, ...]:
    names = ["" if cell is None else str(cell).strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise refused(path, f"{name}: there are {len(names):,} columns", f"at most {MOST_COLUMNS:,}")
    twice = sorted({each for each in names if each and names.count(each) > 1})
    if twice:
        raise CaseError(
            [
                Mistake(f"{path}, {name}", number, each, "two columns have this name", "each column once")
                for each in twice
            ]
        )
    return tuple(names)


# --------------------------------------------------------------------------------------------------- CSV


def _csv(path: Path) -> list[Sheet]:
    text = _decoded(path)
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(_LONGEST_CELL)
    sheet = _sheet(path, path.name, _csv_rows(path, text, separator))
    if sheet is None:
        raise refused(path, "it is empty", "a header, and a row for each person")
    return [sheet]


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(path, "it is UTF-16 text", "UTF-8 text (in a spreadsheet: save as CSV UTF-8)")
    if content.startswith(b"PK\x03\x04"):
        raise refused(path, "it is a workbook under the name of a CSV file", "the ending .xlsx")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refused(
            path, "it is not UTF-8 text", "UTF-8 text (in a spreadsheet: save as CSV UTF-8)", line
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise refused(path, "it is not text", "UTF-8 text", line)
    return text


def _csv_rows(path: Path, text: str, separator: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    width = line = 0
    try:
        for cells in reader:
            number, line = line + 1, reader.line_num
            if cells and cells[0].startswith("# ") and not width:
                continue
            values = tuple(plain(cell) for cell in cells)
            if not width and any(value is not None for value in values):
                width = len(cells)
            if len(cells) > width and any(value is not None for value in values[width:]):
                values = (*values[: width - 1], Odd(f"{len(cells)} cells where the header has {width}"))
            yield number, values
    except csv.Error as error:
        raise refused(
            path, f"it is not readable as CSV: {error}", "cells with quotes closed", line + 1
        ) from None


# -------------------------------------------------------------------------------------------------- XLSX


def _xlsx(path: Path) -> list[Sheet]:
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
        made = _sheet(path, sheet.title, _xlsx_rows(path, sheet, asked))
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
            for part in archive.infolist():
                if part.file_size > LARGEST:
                    raise refused(
                        path, f"{part.filename} unpacks to {part.file_size:,} bytes", "a smaller workbook"
                    )
                if part.filename.startswith("xl/worksheets/"):
                    with archive.open(part) as stream:
                        tail = b""
                        while block := stream.read(1 << 20):
                            formulas = formulas or b"<f>" in tail + block or b"<f " in tail + block
                            tail = block[-3:]
    except zipfile.BadZipFile:
        raise refused(path, "it is no workbook that can be read", "an .xlsx file (not .xls)") from None
    return formulas


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


def _parquet(path: Path) -> list[Sheet]:
    try:
        import polars as pl
    except ImportError:
        raise missing("polars") from None
    try:
        table = pl.read_parquet(path)
    except Exception as error:  # noqa: BLE001 - the engine has no one error for a broken file
        raise refused(path, f"it is no Parquet file that can be read ({type(error).__name__})") from None
    rows = enumerate((tuple(plain(value) for value in row) for row in table.iter_rows()), 1)
    sheet = _sheet(path, path.name, [(0, tuple(table.columns)), *rows])
    return [sheet] if sheet else []


def missing(library: str) -> CaseError:
    """Say that a library of the extra is not installed."""
    return CaseError(
        [Mistake("landed", None, "", f"{library} is not installed", "pip install 'landed[roster]'")]
    )


_READERS = {".csv": _csv, ".tsv": _csv, ".txt": _csv, ".xlsx": _xlsx, ".xlsm": _xlsx, ".parquet": _parquet}
