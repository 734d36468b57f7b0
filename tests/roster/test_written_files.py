"""Files out: whole or not at all, readable by others, and never a formula."""

import datetime as dt
from dataclasses import replace
from html.parser import HTMLParser

import openpyxl
import polars as pl
import pytest
from spreadsheets import write_csv

from landed.errors import UsageError
from landed.law import Law, Overlay
from landed.roster.columns import columns_of, rows_of
from landed.roster.mapping import read_mapping
from landed.roster.parquet import write_parquet
from landed.roster.people import people_of
from landed.roster.report import html
from landed.roster.run import ask
from landed.roster.tables import read_sheets
from landed.roster.workbook import write_workbook
from landed.roster.writing import rejected_csv, write_whole

ON = dt.date(2026, 11, 22)
INJECTIONS = [
    "=HYPERLINK(1)",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "\u202egnp",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """People whose names and ids are what a spreadsheet or a browser would run."""
    path = tmp_path_factory.mktemp("hostile") / "people.csv"
    rows = [(name, name, "IN", "US", "H-1B", "2027-08-31", "21231", "BC") for name in INJECTIONS]
    bad = [("=BAD()", "=1+1", "IN", "US", "=H-1B", "2027-08-31", "21231", "BC")]
    columns = ("id", "worker.name", "worker.citizenships", "worker.location", "worker.us_status.class", "worker.us_status.i94_expires", "job.noc", "job.province")  # fmt: skip
    write_csv(path, columns, rows + bad)
    people = people_of(path, read_sheets(path), read_mapping(""), ON)
    reform = Law(None, Overlay.of(["canada.lmia.high_wage.in_force=false"]))
    return ask(people, reform, ON, months=2)


def test_text_that_looks_like_a_formula_is_written_as_text(hostile, tmp_path):
    path = tmp_path / "out.xlsx"
    write_workbook(hostile, path)
    book = openpyxl.load_workbook(path)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    names = [row[1] for row in book["People"].iter_rows(min_row=2, values_only=True)]
    assert names == INJECTIONS
    assert book["Not read"]["D2"].value == "=H-1B"


def test_the_workbook_has_frozen_filtered_headers_and_a_heat_map(hostile, tmp_path):
    path = tmp_path / "out.xlsx"
    write_workbook(hostile, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["People", "Months", "Totals", "Lost", "Not read", "About"]
    assert book["People"].freeze_panes == "C2"
    assert book["People"].auto_filter.ref.startswith("A1:")
    for row, (opened, possible) in enumerate(zip(hostile.open_ways, hostile.possible_ways, strict=True), 2):
        cell = book["Months"].cell(row, 4)
        assert cell.value == opened[0]
        assert cell.fill.fgColor.rgb != "00000000"  # a color, beside the number
        if not opened[0] and possible[0]:
            assert cell.number_format == f'0;;"({possible[0]})"'
    assert [cell.value for cell in book["Months"][1]][3:] == ["2026-12", "2027-01"]
    deadline = book["Months"]["C2"]
    assert deadline.is_date
    assert deadline.value.date() == hostile.answers[0].deadline


def test_the_workbook_says_what_the_answers_say(hostile, tmp_path):
    path = tmp_path / "out.xlsx"
    write_workbook(hostile, path)
    sheet = openpyxl.load_workbook(path)["People"]
    columns = columns_of(hostile)
    assert [cell.value for cell in sheet[1]] == [column.title for column in columns]
    for row, values in zip(
        sheet.iter_rows(min_row=2, values_only=True), rows_of(hostile, columns), strict=True
    ):
        plain = [cell.date() if isinstance(cell, dt.datetime) else cell for cell in row]
        assert plain == [value if value != "" else None for value in values]


def test_parquet_says_what_the_answers_say(hostile, tmp_path):
    path = tmp_path / "out.parquet"
    write_parquet(hostile, path)
    table = pl.read_parquet(path)
    columns = columns_of(hostile)
    assert table.columns[: len(columns)] == [column.name for column in columns]
    assert [list(row)[: len(columns)] for row in table.iter_rows()] == rows_of(hostile, columns)
    assert table["open_on_2026-12-01"].to_list() == [row[0] for row in hostile.open_ways]


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def test_the_report_runs_nothing_and_loads_nothing(hostile):
    page = Page()
    page.feed(html(hostile))
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "link", "iframe", "object"}
    assert not any("src" in attrs or attrs.get("href", "#")[0] != "#" for _, attrs in page.tags)
    for name in INJECTIONS:
        assert name in page.text
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for tag, attrs in page.tags if tag == "a"} <= set(ids)


def test_the_report_of_many_says_how_many_it_leaves_out(hostile, monkeypatch):
    monkeypatch.setattr("landed.roster.report.MOST_PEOPLE", 2)
    assert "5 more people stand in the workbook" in html(hostile)


def test_the_report_of_nobody_stands(hostile):
    nobody = replace(hostile, answers=[], open_ways=[], possible_ways=[], lost=[], choices=[], in_turn=[])
    nobody.people = replace(hostile.people, persons=[])
    assert "Nobody is on this roster." in html(nobody)


def test_rejected_rows_are_safe_and_can_be_put_right_and_read_again(hostile, tmp_path):
    text = rejected_csv(hostile.people)
    assert "'=BAD()" in text
    assert "is not one of the answers" in text
    path = tmp_path / "again.csv"
    path.write_text(text.replace("'=H-1B", "H-1B"), "utf-8")
    again = people_of(path, read_sheets(path), read_mapping(""), ON)
    assert [(person.id, person.name) for person in again.persons] == [("=BAD()", "=1+1")]


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old", "utf-8")

    def fail(part):
        part.write_text("half", "utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(UsageError, match="no space left"):
        write_whole(path, fail)
    assert path.read_text("utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out.txt"]
