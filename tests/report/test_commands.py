"""`landed plan` and `landed deadlines`, as a user calls them."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from landed.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def landed(tmp_path, monkeypatch, capsys):
    """Return a function that runs a command in an empty folder and gives back status, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["landed", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def case(tmp_path):
    return shutil.copy(EXAMPLES / "laid-off.yaml", tmp_path / "laid-off.yaml")


def test_the_plan_is_printed_and_written_where_it_says(landed, case, tmp_path):
    status, out, err = landed("plan", case)
    assert (status, err) == (0, "")
    assert "The whole plan, to keep, print, or send: plan-laid-off/plan.html" in out
    written = (tmp_path / "plan-laid-off" / "plan.html").read_text("utf-8")
    assert written.endswith(("</html>\n", "</html>"))
    assert [each.name for each in (tmp_path / "plan-laid-off").iterdir()] == ["plan.html"]


def test_the_folder_can_be_named(landed, case, tmp_path):
    status, out, _ = landed("plan", case, "--out", tmp_path / "deep" / "er")
    assert status == 0
    assert (tmp_path / "deep" / "er" / "plan.html").is_file()
    assert "er/plan.html" in out


def test_json_is_one_document_and_writes_nothing(landed, case, tmp_path):
    status, out, err = landed("plan", case, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["on"] == "2026-01-20"
    assert [each.name for each in tmp_path.iterdir()] == ["laid-off.yaml"]


def test_json_with_a_folder_writes_the_file_too(landed, case, tmp_path):
    _, out, _ = landed("plan", case, "--json", "--out", "here")
    assert json.loads(out)
    assert (tmp_path / "here" / "plan.html").is_file()


def test_a_what_if_is_shown_in_both(landed, case, tmp_path):
    _, out, _ = landed("plan", case, "--if", "worker.us_status.last_day_worked=2026-01-10")
    assert "Supposed, not in the case: worker.us_status.last_day_worked=2026-01-10" in " ".join(out.split())
    assert "worker.us_status.last_day_worked=2026-01-10" in (
        tmp_path / "plan-laid-off" / "plan.html"
    ).read_text("utf-8")


def test_a_reform_is_shown_in_both(landed, case, tmp_path):
    _, out, _ = landed("plan", case, "--set", "united_states.h1b.cap.regular=40000")
    assert "Reform, not the law" in out
    assert "Reform, not the law" in (tmp_path / "plan-laid-off" / "plan.html").read_text("utf-8")


@pytest.mark.parametrize("command", ["plan", "deadlines"])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--on", "2026-02-30"], "not a day"),
        (["--known-on", "soon"], "not a day"),
        (["--set", "nonsense"], "expected PARAMETER=VALUE"),
        (["--if", "worker.nam=x"], "did you mean"),
        (["--if", "worker.name"], "expected FACT=VALUE"),
        (["--law", "missing.yaml"], "cannot be read"),
    ],
)
def test_a_wrong_call_is_one_message_and_writes_nothing(landed, case, tmp_path, command, options, message):
    status, out, err = landed(command, case, *options)
    assert status == 2
    assert out == ""
    assert message in err
    assert len(err.splitlines()) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["laid-off.yaml"]


def test_a_folder_that_cannot_be_written_is_one_message_and_no_plan(landed, case, tmp_path):
    (tmp_path / "taken").write_text("")
    status, out, err = landed("plan", case, "--out", "taken")
    assert status == 2
    assert out == ""
    assert err.startswith("landed: taken/plan.html cannot be written")
    assert len(err.splitlines()) == 1


def test_deadlines_are_kept_apart_each_with_its_rule(landed, case):
    status, out, err = landed("deadlines", case)
    assert (status, err) == (0, "")
    text = " ".join(out.split())
    assert "up to Mon, Mar 16, 2026" in text
    assert "8 CFR 214.1(l)(2)" in text
    assert text.count("the day that counts") == 1


def test_deadlines_as_json(landed, case):
    _, out, _ = landed("deadlines", case, "--json", "--if", "worker.us_status.last_day_worked=2026-01-10")
    answer = json.loads(out)
    assert answer["what_if"] == ["worker.us_status.last_day_worked=2026-01-10"]
    days = {each["id"]: each for each in answer["deadlines"]}
    assert days[answer["binding"]]["latest"] == "2026-03-11"
