"""A table of people in, a workbook out: the same answers as one case at a time, and bad rows beside."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from landed.facts import read_case_text
from landed.plan import make_plan

ROOT = Path(__file__).parents[2]
ON = "2026-11-22"
PEOPLE = [
    {"id": "1", "worker.citizenships": "IN", "worker.location": "US", "worker.residence": "US", "worker.us_status.class": "H-1B",
     "worker.us_status.i94_expires": "2027-08-31", "worker.us_status.petition_expires": "2027-08-31", "job.noc": "21231",
     "job.hourly_wage": "70.00", "job.hours_per_week": "40", "job.province": "BC", "job.city": "Vancouver",
     "employer.operates_in_canada": "true", "employer.willing": "true", "employer.undertakes.labour_market_benefits_plan": "true"},
    {"id": "=2+3", "worker.citizenships": "FR", "worker.location": "US", "worker.residence": "US", "worker.us_status.class": "H-1B",
     "job.noc": "21232", "job.hourly_wage": "40.00", "job.hours_per_week": "40", "job.province": "ON", "job.city": "Toronto",
     "employer.operates_in_canada": "true", "employer.willing": "true"},
    {"id": "3", "worker.us_status.class": "H-1X"},
]  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("roster")
    names = list(dict.fromkeys(name for person in PEOPLE for name in person))
    with (folder / "people.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(PEOPLE)
    command = [sys.executable, "-m", "landed", "roster", "people.csv", "--out", "out.xlsx", "--on", ON]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder, done


def cells_of(folder):
    book = openpyxl.load_workbook(folder / "out.xlsx")
    return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]


def test_the_best_way_is_that_of_the_plan_of_the_same_person(run):
    folder, _ = run
    one = PEOPLE[0]
    case = {name: value for name, value in one.items() if name != "id"}
    plan = make_plan(
        read_case_text(f"on: {ON}\n", "one.yaml"),
        what_if={
            name: [value] if name.endswith("citizenships") else _typed(name, value)
            for name, value in case.items()
        },
    )
    found = [str(cell) for row in cells_of(folder) for cell in row if cell is not None]
    assert plan.options[0].outcome == "open"
    assert any(plan.options[0].title in cell for cell in found)


def _typed(name, value):
    if value in ("true", "false"):
        return value == "true"
    return float(value) if name in ("job.hourly_wage", "job.hours_per_week") else value


def test_a_bad_row_is_told_with_its_place_and_written_beside(run):
    folder, done = run
    assert "row 4, column worker.us_status.class: 'H-1X' is not one of the answers" in done.stderr
    assert "did you mean 'H-1B'?" in done.stderr
    assert "H-1X" in (folder / "out.xlsx.rejected.csv").read_text()


def test_what_looks_like_a_formula_is_written_as_text(run):
    folder, _ = run
    book = openpyxl.load_workbook(folder / "out.xlsx")
    formulas = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and "2+3" in str(cell.value)
    ]
    assert not formulas


def test_the_report_is_one_file_without_the_network(run):
    folder, _ = run
    page = (folder / "out.html").read_text(encoding="utf-8")
    assert "<script src" not in page
    assert "http-equiv" not in page.lower() or "refresh" not in page.lower()
