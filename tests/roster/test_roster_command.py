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

from landed.cli import main

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


def test_an_answer_never_takes_the_place_of_a_table_that_is_read(landed, people, tmp_path):
    before = people.read_bytes()
    done = landed("people.xlsx", "--out", "people.xlsx", "--on", "2026-11-22")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "landed: people.xlsx is a table that is read, and would be lost; name another file with --out\n"
    )
    assert people.read_bytes() == before
    mended = tmp_path / "out.xlsx.rejected.csv"  # put right, and read again
    mended.write_text("id,worker.citizenships,worker.location\nE1,IN,US\nE2,India,US\n", "utf-8")
    done = landed(mended, "--out", "out.xlsx", "--on", "2026-11-22")
    assert done.returncode == 2
    assert "out.xlsx.rejected.csv is a table that is read" in done.stderr
    assert "India" in mended.read_text("utf-8")


@pytest.mark.parametrize(
    ("out", "part"),
    [
        ("taken/out.xlsx", "taken is not a folder"),
        ("folder.xlsx", "it is a folder"),
        ("/proc/none/out.xlsx", "cannot be written"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_there(
    landed, people, tmp_path, out, part
):
    (tmp_path / "taken").write_text("x")
    (tmp_path / "folder.xlsx").mkdir()
    done = landed(people, "--out", out, "--on", "2026-11-22")
    assert (done.returncode, done.stdout) == (2, "")
    assert part in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.xlsx", "people.xlsx", "taken"]


def test_a_day_out_of_reach_is_told_before_the_table_is_read_and_leaves_nothing(landed, tmp_path):
    (tmp_path / "people.csv").write_text("id,worker.citizenships\nE1,India\n", "utf-8")
    done = landed("people.csv", "--out", "out.xlsx", "--on", "1990-01-01")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "landed: 1990-01-01 is out of reach; ask on a day from 2017-01-01 to 2087-12-31\n"
    assert [each.name for each in tmp_path.iterdir()] == ["people.csv"]


def test_what_was_not_read_is_told_with_the_answers_too(landed, tmp_path):
    (tmp_path / "people.csv").write_text("id,worker.citizenships,Job Title\nE1,IN,Engineer\n", "utf-8")
    done = landed("people.csv", "--out", "out.parquet", "--on", "2026-11-22")
    assert done.returncode == 0
    assert done.stderr == "landed: Columns that were not read: Job Title (did you mean job.title?).\n"


def test_a_header_alone_is_said_to_have_nobody_below_it(landed, tmp_path):
    (tmp_path / "people.csv").write_text("id,worker.citizenships\n", "utf-8")
    done = landed("people.csv", "--out", "out.xlsx")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "landed: people.csv: there is no row of a person\n",
    )
    assert landed("people.csv", "--dry-run").stdout == "0 people can be read, 0 rows cannot.\n"


@pytest.mark.parametrize("ending", [".xlsx", ".html", ".parquet"])
def test_a_disk_that_fills_up_leaves_the_old_answer_whole_and_nothing_half_written(people, tmp_path, ending):
    out = tmp_path / f"out{ending}"
    out.write_text("the answer of last week")
    limit = "import resource, signal; resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))"
    call = f"import sys; sys.argv = ['landed', 'roster', {str(people)!r}, '--out', {str(out)!r}, '--on', '2026-11-22']"
    warm = "import landed.roster.workbook, landed.roster.parquet, polars, xlsxwriter, openpyxl"
    done = subprocess.run(
        [sys.executable, "-c", f"{warm}; {limit}; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {call}; from landed.cli import main; main()"],
        capture_output=True, text=True, cwd=tmp_path, check=False, timeout=300, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert out.read_text() == "the answer of last week"
    assert sorted(each.name for each in tmp_path.iterdir()) == [out.name, "people.xlsx"]


def test_stopping_in_the_middle_leaves_the_old_answer_and_nothing_else(people, tmp_path, monkeypatch, capsys):
    def stopped(*_):
        raise KeyboardInterrupt

    out = tmp_path / "out.xlsx"
    out.write_text("the answer of last week")
    monkeypatch.setattr("landed.roster.workbook._Writer._totals", stopped)
    monkeypatch.setattr(
        sys, "argv", ["landed", "roster", str(people), "--out", str(out), "--on", "2026-11-22"]
    )
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
    assert capsys.readouterr() == ("", "landed: stopped; nothing was left half written\n")
    assert out.read_text() == "the answer of last week"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out.xlsx", "people.xlsx"]


def test_one_of_each_is_said_as_one(landed, tmp_path):
    (tmp_path / "people.csv").write_text("id,worker.citizenships\nE1,IN\nE2,India\n", "utf-8")
    done = landed("people.csv", "--out", "out.html", "--on", "2026-11-22")
    assert "landed: 1 row was not read; it stands in out.html.rejected.csv" in done.stderr
    report = (tmp_path / "out.html").read_text("utf-8")
    assert "1 person; 1 row was not read, and stands in the file of rejected rows" in report
    assert "1 cell is wrong, and 1 row was not read; all others were." in report
    assert "1 person can be read, 1 row cannot." in landed("people.csv", "--dry-run").stdout
