"""The answers as a workbook: people, the months ahead, totals, who loses a way, and what was not read.

Every text is written as text, whatever it looks like: no cell of a roster becomes a formula or a link.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from landed.roster.columns import columns_of, rows_of
from landed.roster.run import Result
from landed.roster.tables import missing
from landed.roster.words import shade, standing

_LONGEST = 32_000
"""Characters that a cell holds, a few left over."""
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
    "in_memory": True,  # nothing of a person goes to the folder of temporary files
}

_A_WHILE = 500
_HEAD = 40
"""The height of a header: three lines."""
_GREENS = ("#E8F4EC", "#CFE8D8", "#B0D8C0", "#8CC5A4", "#69B088")
"""The heat map: from few ways to as many as anybody has. The number stands in the cell whatever its color."""
_NONE, _COULD = "#FDF1EF", "#FBEFD9"


def write_workbook(
    result: Result, path: Path, progress: Callable[[str, int, int], None] | None = None
) -> None:
    """Write the workbook; `CaseError` where its library is not installed."""
    try:
        import xlsxwriter
    except ImportError:
        raise missing("XlsxWriter") from None
    made = io.BytesIO()  # its library leaves half a file, and a message of its own, where a disk is full
    book = xlsxwriter.Workbook(made, _PLAIN)
    _Writer(book, result, progress).write()
    book.close()
    path.write_bytes(made.getbuffer())


class _Writer:
    def __init__(self, book: Any, result: Result, progress: Callable[[str, int, int], None] | None) -> None:
        self.book, self.result, self.progress = book, result, progress
        base = {"valign": "top", "font_name": "Arial", "font_size": 10}
        self.formats: Mapping[str, Any] = {
            "text": book.add_format(base),
            "day": book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "left"}),
            "money": book.add_format({**base, "num_format": "#,##0.00"}),
            "count": book.add_format({**base, "num_format": "0"}),
            "head": book.add_format(
                {**base, "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#EDEAE3"}
            ),
            "wrapped": book.add_format({**base, "text_wrap": True}),
            "title": book.add_format({**base, "bold": True, "font_size": 14}),
            "open": book.add_format({"font_color": "#17643A", "bold": True}),
            "undetermined": book.add_format({"font_color": "#7D4B00"}),
            "no way": book.add_format({"font_color": "#A3211A", "bold": True}),
        }
        self._cells: dict[tuple[int, int], Any] = {}
        """Formats of the heat map, by shade and what stands in parentheses."""

    def write(self) -> None:
        """Write all sheets."""
        self._people()
        self._months()
        self._totals()
        if self.result.lost is not None:
            self._lost()
        if self.result.people.bad:
            self._bad()
        self._about()

    # ------------------------------------------------------------------------------------------- sheets

    def _people(self) -> None:
        columns = columns_of(self.result)
        sheet = self._table(
            "People", [column.title for column in columns], [column.width for column in columns]
        )
        for row, values in enumerate(rows_of(self.result, columns), 1):
            for at, (column, value) in enumerate(zip(columns, values, strict=True)):
                self._cell(sheet, row, at, value, column.kind)
        rows = len(self.result.answers)
        for at, column in enumerate(columns):
            if column.help:
                sheet.write_comment(0, at, column.help)
            if column.name == "outcome" and rows:
                for word in ("open", "undetermined", "no way"):
                    sheet.conditional_format(
                        1,
                        at,
                        rows,
                        at,
                        {
                            "type": "cell",
                            "criteria": "==",
                            "value": f'"{word}"',
                            "format": self.formats[word],
                        },
                    )
        self._finish(sheet, rows, len(columns), frozen=2)

    def _months(self) -> None:
        """Write a heat map: people by months, how many ways are open; in parentheses, where none is, could be."""
        result = self.result
        names = [day.strftime("%Y-%m") for day in result.months]
        sheet = self._table("Months", ["id", "name", "deadline", *names], [12, 20, 13, *[7.5] * len(names)])
        most = max((count for row in result.open_ways for count in row), default=0)
        rows = zip(result.people.persons, result.answers, result.open_ways, result.possible_ways, strict=True)
        for row, (person, answer, opened, possible) in enumerate(rows, 1):
            if self.progress and not row % _A_WHILE:
                self.progress("rows written", row, len(result.answers))
            self._cell(sheet, row, 0, person.id, "text")
            self._cell(sheet, row, 1, person.name, "text")
            self._cell(sheet, row, 2, answer.deadline, "day")
            for at, (count, could) in enumerate(zip(opened, possible, strict=True), 3):
                sheet.write_number(row, at, count, self._shaded(shade(count, most), 0 if count else could))
        self._finish(sheet, len(result.answers), len(names) + 3, frozen=2)

    def _shaded(self, level: int, could: int) -> Any:
        """Return the format of a month: a shade of green, amber with the number that could open, or red."""
        found = self._cells.get((level, could))
        if found is None:
            made: dict[str, Any] = {"font_name": "Arial", "font_size": 10, "align": "center"}
            if level:
                made["bg_color"] = _GREENS[level - 1]
            elif could:
                made |= {"bg_color": _COULD, "font_color": "#7D4B00", "num_format": f'0;;"({could})"'}
            else:
                made |= {"bg_color": _NONE, "font_color": "#A3211A", "bold": True}
            found = self._cells[level, could] = self.book.add_format(made)
        return found

    def _totals(self) -> None:
        result = self.result
        sheet = self.book.add_worksheet("Totals")
        sheet.set_column(0, 0, 70)
        sheet.set_column(1, 5, 18)
        _printed(sheet)
        row = self._block(sheet, 0, "How things stand", ["outcome", "people"], list(result.outcomes.items()))
        ways = [
            [
                " by way of ".join(part for part in (answer.title, " and ".join(answer.via)) if part)
                or "none that is written here",
                answer.outcome,
                count,
            ]
            for answer, count in result.best_ways
        ]
        row = self._block(sheet, row, "The best ways", ["way", "outcome", "people"], ways)
        chosen = [
            [each.title, each.gain, each.lose, each.open, each.possible, each.more_ways]
            for each in result.choices
        ]
        heads = [
            "by itself, if the employer has or gives", "people who gain an open way", "people who lose their last",
            "people with an open way", "... or a possible one", "people with more open ways",
        ]  # fmt: skip
        row = self._block(sheet, row, "What the employer's choices change", heads, chosen)
        turns = [
            [f"{number}. {each.title}", each.gain, each.open, each.possible, each.more_ways]
            for number, each in enumerate(result.in_turn, 1)
        ]
        heads = [
            "one after another, the next best each time", "people who gain an open way by this one",
            "people with an open way then", "... or a possible one", "people with more open ways by this one",
        ]  # fmt: skip
        row = self._block(sheet, row, "In which order", heads, turns)
        months = [
            [
                day,
                sum(each[at] > 0 for each in result.open_ways),
                sum(each[at] == 0 for each in result.open_ways),
            ]
            for at, day in enumerate(result.months)
        ]
        self._block(
            sheet, row, "The months ahead", ["on", "people with an open way", "people without"], months
        )

    def _lost(self) -> None:
        people = self.result.people.persons
        heads = [
            "order", "id", "name", "closed on", "to begin by", "deadline", "loses", "what closes", "ways open then",
            "... or possible", "which are left", "best way then", "outcome then",
        ]  # fmt: skip
        sheet = self._table("Lost", heads, [7, 12, 20, 13, 13, 13, 44, 44, 9, 9, 44, 44, 14])
        found = self.result.lost or []
        for row, each in enumerate(found, 1):
            today = each.on == self.result.on
            values = [
                row, people[each.index].id, people[each.index].name, each.on, each.needed, each.before.deadline,
                each.before.title, "; ".join(each.closes), each.open_ways, each.possible_ways,
                "; ".join(each.left), each.after.title if today else "", each.after.outcome if today else "",
            ]  # fmt: skip
            for at, value in enumerate(values):
                self._cell(sheet, row, at, value, "count" if isinstance(value, int) else "day")
        sheet.write_comment(
            0,
            3,
            "The day asked, a day of the reform, or the first of a month; not closed then without the reform",
        )
        sheet.write_comment(
            0,
            4,
            "The latest safe start as the law stands, at the slowest; else the nearest known, else the deadline",
        )
        sheet.write_comment(0, 10, "Those that are open; where none is, those that could open")
        sheet.write_comment(0, 11, "Known where it closes on the day asked")
        self._finish(sheet, len(found), len(heads), frozen=3)

    def _bad(self) -> None:
        heads = ["sheet", "row", "column", "found", "what is wrong", "expected", "nearest right"]
        sheet = self._table("Not read", heads, [18, 8, 26, 26, 44, 44, 20])
        for row, bad in enumerate(self.result.people.bad, 1):
            for at, value in enumerate(
                [bad.sheet, bad.row, bad.column, bad.found, bad.problem, bad.expected, bad.nearest]
            ):
                self._cell(sheet, row, at, value, "count" if at == 1 else "text")
        self._finish(sheet, len(self.result.people.bad), len(heads), frozen=0)

    def _about(self) -> None:
        sheet = self.book.add_worksheet("About")
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 110)
        _printed(sheet)
        for row, (name, text) in enumerate(standing(self.result)):
            self._cell(sheet, row, 0, name, "text")
            self._cell(sheet, row, 1, text, "wrapped")
            sheet.set_row(row, _lines(text, 100))

    # -------------------------------------------------------------------------------------------- pieces

    def _table(self, name: str, heads: Sequence[str], widths: Sequence[float]) -> Any:
        sheet = self.book.add_worksheet(name)
        for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, head, self.formats["head"])
        sheet.set_row(0, _HEAD)
        _printed(sheet)
        sheet.repeat_rows(0)
        return sheet

    def _finish(self, sheet: Any, rows: int, columns: int, *, frozen: int) -> None:
        sheet.freeze_panes(1, frozen)
        if rows:
            sheet.autofilter(0, 0, rows, columns - 1)

    def _block(
        self, sheet: Any, row: int, title: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> int:
        sheet.write_string(row, 0, title, self.formats["title"])
        sheet.set_row(row + 1, _HEAD)
        for at, head in enumerate(heads):
            sheet.write_string(row + 1, at, head, self.formats["head"])
        for down, values in enumerate(rows, row + 2):
            sheet.set_row(down, _lines(str(values[0]), 66))
            for at, value in enumerate(values):
                self._cell(sheet, down, at, value, "count" if at else "wrapped")
        return row + len(rows) + 4

    def _cell(self, sheet: Any, row: int, at: int, value: Any, kind: str) -> None:
        match value:
            case None | "":
                return
            case dt.date():
                sheet.write_datetime(row, at, dt.datetime.combine(value, dt.time.min), self.formats["day"])
            case int() | float():
                sheet.write_number(row, at, value, self.formats[kind])
            case _:
                text = str(value)
                text = text if len(text) <= _LONGEST else text[:_LONGEST] + "..."
                sheet.write_string(row, at, text, self.formats["wrapped" if kind == "wrapped" else "text"])


def _lines(text: str, width: int) -> float:
    """Return the height of a row that holds a text in as many lines as it takes."""
    return 13.5 * (1 + len(text) // width)


def _printed(sheet: Any) -> None:
    """Print a sheet on A4 across, as wide as a page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
