"""Days, names and reforms that cannot be asked: one clear message each, the status that says whose fault it is."""

import json
import sys
from pathlib import Path

import pytest

from landed.cli import main

CASE = Path(__file__).resolve().parents[2] / "examples" / "two-weeks.yaml"
GTS = "canada.global_talent_stream.category_b"


@pytest.fixture
def landed(monkeypatch, capsys):
    """Return a function that runs a command and gives back status, output and messages."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["landed", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize("day", ["1990-01-01", "2016-12-31", "2091-01-01", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "call",
    [
        ("assess", CASE), ("plan", CASE, "--json"), ("ask", CASE), ("deadlines", CASE), ("points", "crs", CASE),
        ("when", CASE, "--route", GTS), ("law", "list"), ("law", "show", GTS), ("sql", "crs"),
    ],
    ids=lambda call: "-".join(map(str, call[:2])) if call[0] == "law" else call[0],
)  # fmt: skip
def test_a_day_out_of_reach_is_said_and_never_answered_with_law_that_is_not_written(landed, call, day):
    status, out, err = landed(*call, "--on", day)
    assert (status, out) == (1, "")
    assert err == f"landed: {day} is out of reach; ask on a day from 2017-01-01 to 2090-12-31\n"


def test_the_first_and_the_last_day_are_answered(landed):
    for day in ("2017-01-01", "2090-12-31"):
        for call in (("assess", CASE, "--route", GTS), ("ask", CASE), ("when", CASE, "--route", GTS)):
            assert landed(*call, "--on", day)[0] == 0


def test_what_was_known_before_the_first_day_is_not_written_either(landed):
    status, out, err = landed("assess", CASE, "--known-on", "1990-01-01")
    assert (status, out) == (1, "")
    assert "--known-on 1990-01-01 is out of reach" in err


@pytest.mark.parametrize(
    ("id_", "programme"),
    [
        ("united_states.tn.professional", "united_states.tn (TN professionals"),
        ("france.talent.eu_blue_card", "france.talent (Talent:"),
        ("france.ict", "france.ict (Intra-corporate transferees)"),
    ],
)
@pytest.mark.parametrize(
    "call", [("assess", CASE, "--route"), ("law", "show"), ("sql",)], ids=lambda call: call[0]
)
def test_a_programme_known_and_not_encoded_is_named_and_nothing_else_is_offered(landed, call, id_, programme):
    status, out, err = landed(*call, id_)
    assert (status, out) == (1, "")
    assert f"{programme}" in err
    assert "not encoded here yet" in err
    assert "did you mean" not in err


def test_a_value_of_a_reform_is_checked_whichever_day_it_begins_on(landed):
    status, out, err = landed(
        "assess", CASE, "--route", GTS, "--on", "2026-11-22",
        "--set", f"{GTS}.in_force@2027-01-01=maybe", "--set", "united_states.h1b.cap.regular@2028-01-01=many",
    )  # fmt: skip
    assert (status, out) == (2, "")
    assert f"--set {GTS}.in_force@2027-01-01=maybe: " in err
    assert "'maybe' is neither true nor false" in err
    assert "--set united_states.h1b.cap.regular@2028-01-01=many: " in err


def test_days_in_the_wrong_order_are_no_empty_answer(landed):
    status, out, err = landed("law", "diff", "2017-06-12", "2017-06-11")
    assert (status, out) == (2, "")
    assert "2017-06-11 is before 2017-06-12" in err


def test_a_span_that_ends_before_it_begins_is_refused(landed):
    status, out, err = landed("when", CASE, "--route", GTS, "--from", "2027-01-01", "--to", "2020-01-01")
    assert (status, out) == (2, "")
    assert "--to 2020-01-01 is before --from 2027-01-01" in err


def test_another_wage_is_supposed_by_its_amount_alone(tmp_path, landed):
    case = tmp_path / "case.yaml"
    case.write_text(
        "on: 2026-11-22\njob: {wage: {amount: 104000, currency: CAD, per: year}, hours_per_week: 40}\n"
    )
    asked = ("assess", case, "--route", GTS, "--json", "--if")
    for supposed, hourly in (("job.wage.amount=52000", 25.0), ("job.wage.per=month", 600.0)):
        status, out, _ = landed(*asked, supposed)
        assert status == 0
        clauses = json.loads(out)["routes"][0]["clauses"]["all_of"]
        assert hourly in [
            clause["evidence"].get("job.hourly_wage") for clause in clauses if "evidence" in clause
        ]
    status, out, err = landed(*asked, "job.wage.amout=52000")
    assert (status, out) == (2, "")
    assert "did you mean 'amount'?" in err


@pytest.mark.parametrize("name", ["crs", "canada.express_entry.crs", "fsw", "bc_sirs"])
def test_a_scored_system_is_shown_as_law_line_by_line_with_its_sources(landed, name):
    status, out, err = landed("law", "show", name, "--on", "2026-11-22", "--json")
    assert (status, err) == (0, "")
    shown = json.loads(out)
    assert name in (shown["id"], shown["system"])
    assert shown["in_force"] is True
    assert all(line["says"] and line["cites"] for line in shown["lines"])
    status, out, _ = landed("law", "show", name, "--on", "2026-11-22")
    assert (status, out.splitlines()[1]) == (0, f"{shown['id']}: scored system, in force on 2026-11-22")
