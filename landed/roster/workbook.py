"""The answers as a workbook: people, the months ahead, totals, who loses a way, and what was not read.

Every text is written as text, whatever it looks like: no cell of a roster becomes a formula or a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from landed.roster.columns import columns_of, rows_of
from landed.roster.run import Result
from landed.roster.tables import missing
from landed.roster.words import standing

_LONGEST = 32_000
"""Characters that a cell holds, a few left over."""
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}

_SHADES = {
    "type": "2_color_scale", "min_type": "num", "min_value": 1, "max_type": "max",
    "min_color": "#E4F1E9", "max_color": "#3F9A66",
}  # fmt: skip
"""The heat map: from one way to as many as anybody has."""


def write_workbook(result: Result, path: Path) -> None:
    """Write the workbook; `CaseError` where its library is not installed."""
    try:
        import xlsxwriter
    except ImportError:
        raise missing("XlsxWriter") from None
    book = xlsxwriter.Workbook(str(path), _PLAIN)
    _Writer(book, result).write()
    book.close()


class _Writer:
    def __init__(self, book: Any, result: Result) -> None:
        self.book, self.result = book, result
        base = {"valign": "top", "font_name": "Arial", "font_size": 10}
        self.formats: Mapping[str, Any] = {
            "text": book.add_format(base),
            "day": book.add_format({**base, "num_format": "yyyy-mm-dd", "align": "left"}),
            "money": book.add_format({**base, "num_format": "#,##0.00"}),
            "count": book.add_format({**base, "num_format": "0"}),
            "head": book.add_format(
                {**base, "bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#EDEAE3"}
            ),
            "title": book.add_format({**base, "bold": True, "font_size": 14}),
            "open": book.add_format({"font_color": "#17643A", "bold": True}),
            "undetermined": book.add_format({"font_color": "#7D4B00"}),
            "no way": book.add_format({"font_color": "#A3211A", "bold": True}),
            "none": book.add_format({"font_color": "#A3211A", "bg_color": "#FDF1EF", "bold": True}),
        }

    def write(self) -> None:
        """Write all sheets."""
        self._people()
        self._months("Months", self.result.open_ways)
        self._months("Months, possible", self.result.possible_ways)
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

    def _months(self, name: str, counted: Sequence[Sequence[int]]) -> None:
        """Write a heat map: people by months, how many ways."""
        result = self.result
        names = [day.strftime("%Y-%m") for day in result.months]
        sheet = self._table(name, ["id", "name", "deadline", *names], [12, 20, 13, *[7.5] * len(names)])
        pairs = zip(result.people.persons, result.answers, counted, strict=True)
        for row, (person, answer, ways) in enumerate(pairs, 1):
            self._cell(sheet, row, 0, person.id, "text")
            self._cell(sheet, row, 1, person.name, "text")
            self._cell(sheet, row, 2, answer.deadline, "day")
            for at, count in enumerate(ways, 3):
                sheet.write_number(row, at, count, self.formats["count"])
        rows, last = len(result.answers), len(names) + 2
        if rows and names:
            none = {"type": "cell", "criteria": "==", "value": 0, "format": self.formats["none"]}
            sheet.conditional_format(1, 3, rows, last, {**none, "stop_if_true": True})
            sheet.conditional_format(1, 3, rows, last, _SHADES)
        self._finish(sheet, rows, last + 1, frozen=2)

    def _totals(self) -> None:
        result = self.result
        sheet = self.book.add_worksheet("Totals")
        sheet.set_column(0, 0, 60)
        sheet.set_column(1, 4, 16)
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
        chosen = [[each.title, each.open, each.possible, each.more_ways] for each in result.choices]
        heads = [
            "if the employer has or gives",
            "people with an open way",
            "... or a possible one",
            "people with more ways",
        ]
        row = self._block(sheet, row, "What the employer's choices change", heads, chosen)
        months = [
            [
                day.isoformat(),
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
        heads = ["id", "name", "loses", "what closes", "deadline", "left then", "outcome then"]
        sheet = self._table("Lost", heads, [12, 20, 44, 44, 13, 44, 14])
        found = self.result.lost or []
        for row, each in enumerate(found, 1):
            values = [
                people[each.index].id,
                people[each.index].name,
                each.before.title,
                "; ".join(each.closes),
                each.before.deadline,
                each.after.title,
                each.after.outcome,
            ]
            for at, value in enumerate(values):
                self._cell(sheet, row, at, value, "day" if at == 4 else "text")  # noqa: PLR2004 - the deadline
        self._finish(sheet, len(found), len(heads), frozen=2)

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
        for row, (name, text) in enumerate(standing(self.result)):
            self._cell(sheet, row, 0, name, "text")
            self._cell(sheet, row, 1, text, "text")

    # -------------------------------------------------------------------------------------------- pieces

    def _table(self, name: str, heads: Sequence[str], widths: Sequence[float]) -> Any:
        sheet = self.book.add_worksheet(name)
        for at, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, head, self.formats["head"])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
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
        for at, head in enumerate(heads):
            sheet.write_string(row + 1, at, head, self.formats["head"])
        for down, values in enumerate(rows, row + 2):
            for at, value in enumerate(values):
                self._cell(sheet, down, at, value, "text" if isinstance(value, str) else "count")
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
                sheet.write_string(row, at, text, self.formats["text"])
