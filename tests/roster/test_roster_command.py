"""`landed roster` as a user calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
import workforce
from spreadsheets import write_csv, write_xlsx

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def landed(tmp_path):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "landed", "roster", *map(str, arguments)],
            capture_output=True, text=True, cwd=tmp_path, check=False, timeout=300,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    return run


@pytest.fixture
def people(tmp_path):
    return write_xlsx(tmp_path / "people.xlsx", {"People": (workforce.COLUMNS, list(workforce.people(6)))})


def test_a_workbook_in_a_workbook_and_a_report_out(landed, people, tmp_path):
    done = landed(people, "--out", "plan.xlsx", "--on", "2026-11-22")
    assert (done.returncode, done.stderr) == (0, "")  # silent in a pipe
    assert done.stdout.splitlines()[-1] == "Written: plan.xlsx, plan.html"
    assert openpyxl.load_workbook(tmp_path / "plan.xlsx")["People"].max_row == 7
    assert (tmp_path / "plan.html").read_text("utf-8").startswith("<!doctype html>")


def test_bad_rows_are_written_beside_and_stop_no_good_one(landed, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("id,worker.citizenships,worker.location\nE1,IN,US\nE2,India,US\n", "utf-8")
    done = landed(path, "--out", "out.parquet", "--on", "2026-11-22", "--json")
    assert done.returncode == 0
    assert "row 3, column worker.citizenships: 'India' is not a country's code" in done.stderr
    assert "out.parquet.rejected.csv" in done.stderr
    told = json.loads(done.stdout)
    assert (told["people"], told["rejected"], told["written"]) == (1, 1, ["out.parquet"])
    assert "E2,India,US,3," in (tmp_path / "out.parquet.rejected.csv").read_text("utf-8")


def test_a_dry_run_tells_every_bad_cell_and_writes_nothing(landed, tmp_path):
    rows = "".join(f"E{number},x{number}\n" for number in range(40))
    (tmp_path / "people.csv").write_text("id,worker.age\n" + rows, "utf-8")
    done = landed("people.csv", "--dry-run")
    assert done.returncode == 2
    assert done.stdout.count("column worker.age") == 40
    assert "0 people can be read, 40 rows cannot." in done.stdout
    told = json.loads(landed("people.csv", "--dry-run", "--json").stdout)
    assert (
        told["bad"][0] | {"sheet": "people.csv", "row": 2, "column": "worker.age", "found": "x0"}
        == told["bad"][0]
    )
    assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]


def test_histories_from_a_table_of_their_own(landed, tmp_path):
    write_csv(tmp_path / "people.csv", ("id", "worker.age"), [("E1", 30)])
    write_csv(tmp_path / "jobs.csv", ("id", "noc", "from", "to"), [("E1", "21231", "2020-01-01", "soon")])
    done = landed("people.csv", "--sheet", "worker.experience=jobs.csv", "--dry-run")
    assert "worker.experience, row 2, column to: 'soon' is not a day" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["people.csv"], "--out is missing"),
        (["people.csv", "--out", "out.doc"], "expected a file ending in .xlsx, .html, .parquet"),
        (["none.csv", "--out", "out.xlsx"], "there is no such file"),
        (["people.csv", "--out", "out.xlsx", "--map", "none.yaml"], "there is no such map"),
        (["people.csv", "--out", "out.xlsx", "--dates", "DD/MM/YY"], "not the format of a date"),
        (["people.csv", "--out", "out.xlsx", "--on", "soon"], "not a day"),
        (["people.csv", "--out", "out.xlsx", "--set", "no.such=1"], "no.such"),
        (["people.csv", "--out", "out.xlsx", "--sheet", "Other"], "there is no sheet 'Other'"),
    ],
)
def test_a_wrong_call_is_one_clear_message_and_exit_2(landed, tmp_path, arguments, part):
    (tmp_path / "people.csv").write_text("id,worker.age\nE1,30\n", "utf-8")
    done = landed(*arguments)
    assert done.returncode == 2
    assert part in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.xlsx").exists()


def test_a_roster_of_which_no_row_can_be_read_is_exit_1(landed, tmp_path):
    (tmp_path / "people.csv").write_text("id,worker.age\nE1,x\n", "utf-8")
    done = landed("people.csv", "--out", "out.xlsx")
    assert done.returncode == 1
    assert "no row can be read" in done.stderr
