"""XLSX in: row by row, each cell as the spreadsheet types it; what stands in place of a value comes as `Odd`.

A sheet that says it is larger than it is costs nothing. Of merged cells only the first holds anything: the others are
`Odd` too, since whether its value was meant for each of them is for the one who merged them to say.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from landed.errors import CaseError
from landed.roster.tables import (
    LARGEST,
    MERGED,
    MOST_COLUMNS,
    Odd,
    Reading,
    Sheet,
    missing,
    plain,
    refused,
    sheet_of,
)

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_TAIL = 80
"""Bytes of a block that are looked at again with the next, for what stands across both."""
Area = tuple[int, int, int, int]
"""Merged cells: the first row and column, the last row and column, from 1."""


def read_xlsx(path: Path, reading: Reading) -> list[Sheet]:
    """Read every sheet of a workbook that holds anything."""
    try:
        import openpyxl
    except ImportError:
        raise missing("openpyxl") from None
    formulas, merged = _unpacked(path)
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
        areas = merged.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), [])
        made = sheet_of(path, sheet.title, _rows(path, sheet, asked, areas), reading)
        if made is not None:
            made.from_1904 = book.epoch.year == _MAC
            found.append(made)
    book.close()
    if not found:
        raise refused(path, "it is empty", "a header, and a row for each person")
    return found


_MAC = 1904
"""The year from which some workbooks count their days."""


def _unpacked(path: Path) -> tuple[bool, dict[str, list[Area]]]:
    """Refuse what unpacks to too much; return whether a sheet has formulas, and the merged cells of each."""
    formulas, merged = False, dict[str, list[Area]]()
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > 2 * LARGEST:
                raise refused(path, f"it unpacks to more than {2 * LARGEST:,} bytes", "a smaller workbook")
            for part in archive.infolist():
                if part.filename.startswith("xl/worksheets/"):
                    with archive.open(part) as stream:
                        tail = b""
                        while block := stream.read(1 << 20):
                            both = tail + block
                            formulas = formulas or b"<f>" in both or b"<f " in both
                            for area in _MERGED.finditer(both):
                                merged.setdefault(part.filename, []).append(_area(area))
                            tail = both[-_TAIL:]
    except zipfile.BadZipFile:
        raise _no_workbook(path) from None
    return formulas, merged


def _area(found: re.Match[bytes]) -> Area:
    from openpyxl.utils import column_index_from_string

    left, right = (column_index_from_string(found[at].decode()) for at in (1, 3))
    return int(found[2]), left, int(found[4]), right


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


def _rows(path: Path, sheet: Any, written: Any, areas: list[Area]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    try:
        for part in (sheet, written):
            if part is not None:
                part.reset_dimensions()
        originals = iter(written.iter_rows()) if written is not None else None
        for place, row in enumerate(sheet.iter_rows(), 1):
            cells = [_value(cell) for cell in row]
            if originals is not None:
                for at, cell in enumerate(next(originals, ())):
                    unknown = at < len(cells) and cells[at] is None and row[at].data_type not in _TEXTS
                    if cell.data_type == "f" and unknown:
                        cells[at] = Odd("a formula that was never worked out")
            number = next((cell.row for cell in row if getattr(cell, "row", None)), place)
            for area in areas:
                _merged(cells, number, area)
            yield number, tuple(cells)
    except CaseError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken sheet breaks its reader in many ways
        raise refused(
            path, f"{sheet.title}: it cannot be read to its end ({type(error).__name__})", "an .xlsx file"
        ) from None


_TEXTS = ("s", "str", "inlineStr")
"""Kinds of cells that hold text: of a formula that came out as an empty text too."""


def _merged(cells: list[Any], row: int, area: Area) -> None:
    """Mark the cells of a row that are merged with another, which holds what they show."""
    top, left, bottom, right = area
    if top <= row <= bottom:
        cells += [None] * (min(right, MOST_COLUMNS) - len(cells))
        for at in range(left - 1, min(right, MOST_COLUMNS)):
            if cells[at] is None and (row, at + 1) != (top, left):
                cells[at] = MERGED


def _value(cell: Any) -> Any:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "e":
        return Odd(f"the error {value}")
    return plain(value)
