"""`landed points` and `landed when --points` as a user calls them."""

import json

import pytest
from typer.testing import CliRunner

from landed.cli._app import app

CASE = """\
on: 2026-06-01
worker:
  birth_date: 1994-03-14
  education_level: bachelor
  english: {clb: 9}
  french: none
  canadian_work_years: 0
  foreign_work_years: 3
  canadian_study: none
  trade_certificate: false
  sibling_in_canada: false
  provincial_nomination: false
spouse: none
"""


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(CASE, "utf-8")
    return str(path)


def run(*arguments: str):
    return CliRunner().invoke(app, list(arguments))


def test_points_are_printed_line_by_line_with_their_most_and_source(case):
    said = run("points", "crs", case)
    assert said.exit_code == 0
    lines = said.stdout.splitlines()
    age = next(line for line in lines if line.strip().startswith("Age"))
    assert "94 of 110" in age
    assert "CRS A. Core" in age
    assert any("Total" in line and "413 of 1200" in line for line in lines)
    assert any("With a nomination" in line and "1013" in line for line in lines)
    assert "No general round, for everyone in the pool, has been held since 2024-04-23" in said.stdout
    assert "is taken as Canadian, or assessed in the last five years" in said.stdout


def test_the_json_is_one_document_and_a_supposed_nomination_counts(case):
    plain = json.loads(run("points", "crs", case, "--json").stdout)
    assert (plain["total"], plain["id"], plain["on"]) == (413, "canada.express_entry.crs", "2026-06-01")
    supposed = json.loads(
        run("points", "crs", case, "--json", "--if", "worker.enhanced_nomination=true").stdout
    )
    assert (supposed["total"], supposed["what_if"]) == (1013, ["worker.enhanced_nomination=true"])


def test_a_reform_of_a_figure_reaches_the_points(case):
    reformed = json.loads(
        run("points", "crs", case, "--json", "--set", "canada.express_entry.crs.nomination=300").stdout
    )
    assert reformed["with_nomination"] == [713, 713]
    assert reformed["overlay"]


def test_the_pass_mark_of_the_grid_is_told(case):
    said = run("points", "fsw", case)
    assert "Pass mark" in said.stdout
    assert "of 100" in said.stdout


def test_when_tells_the_days_on_which_the_points_change(case):
    told = json.loads(
        run("when", case, "--points", "crs", "--from", "2026-01-01", "--to", "2026-12-31", "--json").stdout
    )
    assert told["system"] == "crs"
    starts = [each["from"] for each in told["points"]]
    assert {"2026-01-01", "2026-03-14", "2026-11-03"} <= set(starts)
    assert run("when", case).exit_code != 0


def test_an_unknown_system_names_the_nearest(case):
    from landed.errors import UsageError

    failed = run("points", "crz", case)
    assert isinstance(failed.exception, UsageError)
    assert "did you mean 'crs'" in str(failed.exception)
