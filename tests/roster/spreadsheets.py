"""Tables written for the tests: rows of typed values as CSV and XLSX."""

import csv
import datetime as dt
from pathlib import Path


def said(value):
    """A cell as a CSV file has it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_csv(path: Path, header, rows) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([said(value) for value in row] for row in rows)
    return path


def write_xlsx(path: Path, sheets) -> Path:
    """Sheets by name, each a header and rows of typed values."""
    import xlsxwriter

    with xlsxwriter.Workbook(
        str(path), {"default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}
    ) as book:
        for name, (header, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, header)
            for number, row in enumerate(rows, 1):
                sheet.write_row(number, 0, row)
    return path


def day(text):
    return dt.date.fromisoformat(text)
