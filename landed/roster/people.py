"""From sheets to people: each row a case, read by the readers of case files, or a list of what is wrong with it.

A bad row never stops a good one. A column whose name leads nowhere is a mistake of the file when it looks like one of
ours (it has a dot); any other is told as not read. The rows of a history belong to the person whose id they carry,
and a mistake in one of them is a mistake of that person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from landed.errors import CaseError, Mistake
from landed.facts.vocabulary import nearest
from landed.roster.cells import Ways
from landed.roster.header import HeadColumn, columns_of_header, constant_cells
from landed.roster.mapping import IGNORE, ColumnMap, Target, flat
from landed.roster.places import Place, fields_of, list_names
from landed.roster.row_to_case import Bad, Cell, case_of
from landed.roster.tables import Odd, Row, Sheet

_A_WHILE = 500
__all__ = ["BadCell", "People", "Person", "people_of"]


@dataclass(frozen=True, slots=True)
class BadCell:
    """One cell that is wrong: where it stands, what was found, what was expected."""

    sheet: str
    row: int
    column: str
    found: str
    problem: str
    expected: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        """Say it in one line."""
        text = (
            f"{self.sheet}, row {self.row}, column {self.column}: {self.problem}"
            if self.column
            else f"{self.sheet}, row {self.row}: {self.problem}"
        )
        text += f"; expected {self.expected}" if self.expected else ""
        return text + (f"; did you mean {self.nearest!r}?" if self.nearest else "")

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "sheet": self.sheet, "row": self.row, "column": self.column, "found": self.found,
            "problem": self.problem, "expected": self.expected or None, "nearest": self.nearest or None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster."""

    id: str
    name: str
    row: int
    case: Any
    """The `landed.facts.Case` that the row is."""


@dataclass(slots=True)
class People:
    """What a roster's file holds."""

    sheet: Sheet
    persons: list[Person] = field(default_factory=list)
    bad: list[BadCell] = field(default_factory=list)
    rejected: list[Row] = field(default_factory=list)
    """The rows of which something is wrong."""
    left_out: int = 0
    """Rows that the map does not want (an application withdrawn)."""
    notices: list[str] = field(default_factory=list)
    """Columns, rows and sheets that were not read, and what the map takes for granted."""
    on: dt.date | None = None
    """The day for which they were read."""


def people_of(
    path: Path,
    sheets: list[Sheet],
    mapping: ColumnMap,
    on: dt.date,
    main: str = "",
    progress: Callable[[str, int, int], None] | None = None,
) -> People:
    """Read the people of a file; `CaseError` where its columns are not those of a roster."""
    histories = dict(_histories(sheets, mapping))
    rest = [sheet for sheet in sheets if sheet.name not in histories]
    sheet = _main(path, rest, main)
    found = People(sheet, on=on)
    found.notices += [notice for each in sheets for notice in each.notices]
    columns = columns_of_header(
        path, sheet, mapping, found.notices, "" if main else _other(rest[1:], mapping)
    )
    rows_of, bad_rows = _rows_of(path, sheets, histories, mapping, found)
    names = ", ".join(each.name for each in rest if each is not sheet)
    if names:
        found.notices.append(f"Sheets that were not read: {names}.")
    found.notices += mapping.assumes
    by_place = {column.place.name: column for column in columns}
    seen: dict[str, int] = {}
    constants = constant_cells(mapping, by_place)
    for done, row in enumerate(sheet.rows):
        if progress and not done % _A_WHILE:
            progress("people read", done, len(sheet.rows))
        if not _wanted(row, sheet, mapping):
            found.left_out += 1
            rows_of.pop(_said(row, by_place.get("id")), None)
            continue
        said = _said(row, by_place.get("id"))
        id_ = said or f"row {row.number}"
        cells = [
            *constants,
            *(
                Cell(column.place, row.cells[column.at], column.ways, sheet.name, row.number, column.name)
                for column in columns
                if row.cells[column.at] is not None
            ),
        ]
        bad: list[Bad] = list(_row_problems(row, sheet))
        if said and said in seen:
            bad.append(
                Bad(
                    _cell(by_place["id"], row, sheet),
                    f"the id {said} is also on row {seen[said]}",
                    "each person once",
                )
            )
        seen.setdefault(id_, row.number)
        cells += rows_of.pop(said, []) if said else []
        case = case_of(cells, on, f"{path}, {sheet.name}", row.number, bad)
        bad += bad_rows.pop(said, []) if said else []
        if bad:
            found.bad += [_told(each, sheet, row) for each in bad]
            found.rejected.append(row)
            continue
        name = case.records.get("worker.name")
        found.persons.append(Person(id_, str(name) if name else "", row.number, case))
    if progress:
        progress("people read", len(sheet.rows), len(sheet.rows))
    nameless = sum(person.id == f"row {person.row}" for person in found.persons)
    if nameless and "id" in by_place:
        found.notices.append(
            f"{nameless:,} row{' has' if nameless == 1 else 's have'} no id, and {'goes' if nameless == 1 else 'go'} by "
            f"the number of the row."
        )
    _strays(rows_of, found)
    return found


def _main(path: Path, sheets: list[Sheet], wanted: str) -> Sheet:
    if wanted:
        for sheet in sheets:
            if sheet.name.lower() == wanted.lower():
                return sheet
        names = [sheet.name for sheet in sheets]
        guess = nearest(wanted, names)
        raise CaseError(
            [Mistake(str(path), None, "", f"there is no sheet {wanted!r}", ", ".join(names), guess)]
        )
    if not sheets:
        raise CaseError(
            [Mistake(str(path), None, "", "no sheet is one of people", "a sheet with a row for each person")]
        )
    return sheets[0]


def _other(sheets: list[Sheet], mapping: ColumnMap) -> str:
    """Return the name of the one other sheet that has columns which are known; empty where there is none, or several."""
    known = [sheet.name for sheet in sheets if sum(map(mapping.knows, sheet.header)) > 1]
    return known[0] if len(known) == 1 else ""


@cache
def names_of_lists() -> Mapping[str, str]:
    """Return the lists that a sheet may hold, by their names and by the last parts of these, flattened."""
    return {flat(name.rpartition(".")[2]): name for name in reversed(list_names())} | {
        flat(name): name for name in list_names()
    }


def _histories(
    sheets: list[Sheet], mapping: ColumnMap
) -> Iterator[tuple[str, tuple[str, str, Mapping[str, Target]]]]:
    """Find the sheets that hold a list: by the map, or by the name of the list or its last part."""
    for place, sheet in enumerate(sheets):
        key = flat(sheet.name)
        if key in mapping.sheets:
            yield sheet.name, mapping.sheets[key]
        elif key in names_of_lists() and (place or len(sheets) > 1):
            yield sheet.name, (names_of_lists()[key], "", {})


def _wanted(row: Row, sheet: Sheet, mapping: ColumnMap) -> bool:
    for at, name in enumerate(sheet.header):
        words = mapping.only.get(flat(name))
        cell = row.cells[at]
        if words is not None and cell is not None and str(cell).strip().lower() not in words:
            return False
    return True


def _said(row: Row, column: HeadColumn | None) -> str:
    cell = row.cells[column.at] if column else None
    return "" if cell is None or isinstance(cell, Odd) else str(cell)


def _cell(column: HeadColumn, row: Row, sheet: Sheet) -> Cell:
    return Cell(column.place, row.cells[column.at], column.ways, sheet.name, row.number, column.name)


def _row_problems(row: Row, sheet: Sheet) -> Iterator[Bad]:
    """Tell what is wrong with a row whatever its columns mean: it is longer than the header."""
    width = len(sheet.header)
    if any(cell is not None for cell in row.cells[width:]):
        cell = next(cell for cell in row.cells[width:] if cell is not None)
        yield Bad(
            Cell(Place("", "text"), cell, Ways(), sheet.name, row.number, ""),
            f"there are {len(row.cells)} cells where the header has {width}",
            "one cell a column",
        )


def _rows_of(
    path: Path,
    sheets: list[Sheet],
    histories: Mapping[str, tuple[str, str, Mapping[str, Target]]],
    mapping: ColumnMap,
    found: People,
) -> tuple[dict[str, list[Cell]], dict[str, list[Bad]]]:
    """Return the cells of the histories by person, and what is wrong with them whoever it is."""
    rows: dict[str, list[Cell]] = {}
    bad: dict[str, list[Bad]] = {}
    for sheet in sheets:
        if sheet.name not in histories:
            continue
        record, id_column, targets = histories[sheet.name]
        inside = ColumnMap(mapping.where, id_column or mapping.id, mapping.dates, numbers=mapping.numbers, columns={
            key: target if target.to in (IGNORE, "id") else Target(f"{record}.1.{target.to}", target.ways)
            for key, target in targets.items()
        } or {flat(name): Target(f"{record}.1.{name}") for name in fields_of(record)})  # fmt: skip
        columns = columns_of_header(path, sheet, inside, found.notices)
        own = next((column for column in columns if column.place.name == "id"), None)
        if own is None:
            raise CaseError(
                [
                    Mistake(
                        f"{path}, {sheet.name}",
                        sheet.at,
                        "",
                        "no column says whose row it is",
                        "a column `id`, or `id:` in the map",
                    )
                ]
            )
        strange = [column.name for column in columns if column is not own and column.place.record != record]
        if strange:
            found.notices.append(f"Columns of {sheet.name} that were not read: {', '.join(strange)}.")
        columns = [column for column in columns if column is own or column.place.record == record]
        if len(columns) == 1:
            expected = f"fields of {record}: {', '.join(fields_of(record))}"
            raise CaseError([Mistake(f"{path}, {sheet.name}", sheet.at, "", "no column is known", expected)])
        counts: dict[str, int] = {}
        for row in sheet.rows:
            whose = _said(row, own)
            counts[whose] = number = counts.get(whose, 0) + 1
            for column in columns:
                cell = row.cells[column.at]
                if column is own or cell is None:
                    continue
                place = Place(
                    f"{record}.{number}.{column.place.field}",
                    column.place.kind,
                    record,
                    -number,
                    column.place.field,
                )
                rows.setdefault(whose, []).append(
                    Cell(place, cell, column.ways, sheet.name, row.number, column.name)
                )
            bad.setdefault(whose, []).extend(_row_problems(row, sheet))
    return rows, bad


def _strays(rows_of: Mapping[str, list[Cell]], found: People) -> None:
    """Tell the rows of a history whose id is nobody's."""
    rejected = {str(cell) for row in found.rejected for cell in row.cells}
    for whose, cells in rows_of.items():
        if whose in rejected:
            continue
        for sheet, row in sorted({(cell.sheet, cell.row) for cell in cells}):
            found.bad.append(
                BadCell(
                    sheet,
                    row,
                    "id",
                    whose,
                    f"nobody has the id {whose!r}" if whose else "it does not say whose row it is",
                    "the id of a row of people",
                )
            )


def _told(bad: Bad, sheet: Sheet, row: Row) -> BadCell:
    cell = bad.cell
    if cell is None:
        return BadCell(sheet.name, row.number, bad.field, "", bad.problem, bad.expected, bad.nearest)
    shown = cell.cell.what if isinstance(cell.cell, Odd) else str(cell.cell)
    return BadCell(
        cell.sheet, cell.row or row.number, cell.column, shown[:200], bad.problem, bad.expected, bad.nearest
    )
