"""The roster's answers as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from landed.roster.tables import missing


def write_workbook(result: Any, path: Path) -> None:
    try:
        import xlsxwriter
    except ImportError:
        raise missing("XlsxWriter") from None
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": False})
    sheet = book.add_worksheet("People")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    header = ["id", "name", "outcome", "best way", "way id", "via", "deadline"]
    for at, name in enumerate(header):
        sheet.write_string(0, at, name)
    for row, (person, answer) in enumerate(zip(result.people.persons, result.answers, strict=True), 1):
        for at, text in enumerate([person.id, person.name, answer.outcome, answer.title, answer.way, "; ".join(answer.via)]):
            sheet.write_string(row, at, text)
        if answer.deadline:
            sheet.write_datetime(row, 6, answer.deadline, day)
    book.close()
