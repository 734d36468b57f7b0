"""`landed bench`: rows with values and peers, limits said as held or not, and what is missing told instead of failing."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from landed.cli import _bench

ROOT = Path(__file__).resolve().parents[2]
SMALL = {
    f"LANDED_BENCH_{name}": size
    for name, size in {
        "PERSONS": "3000", "DECISIONS": "600", "GROWING": "10000", "ROSTER": "20", "STREAMED": "20", "PEOPLE": "3",
    }.items()
}  # fmt: skip
KEYS = {"what", "value", "unit", "ratio", "peer", "limit", "limit_of", "held", "note"}


def started(*arguments, code=None, **sizes):
    start = ["-c", code] if code else ["-m", "landed"]
    return subprocess.run(
        [sys.executable, *start, "bench", *arguments],
        env={**os.environ, **SMALL, **sizes, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def needs(*modules):
    for module in modules:
        if importlib.util.find_spec(module) is None:
            pytest.skip(f"{module} is not installed")


def measured():
    spec = importlib.util.spec_from_file_location("measured", ROOT / "bench/measured/__init__.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_crs_of_a_population_has_a_row_for_each_peer_or_says_which_is_missing():
    needs("polars", "numpy")
    done = started("crs_population", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["benchmarks"]["crs_population"]
    by_what = {row["what"]: row for row in rows}
    wrong = by_what["... bounds that leave the truth out"]
    assert (wrong["value"], wrong["limit"], wrong["limit_of"], wrong["held"]) == (0, 0, "at most", True)
    still_open = by_what["... at 470 points still open"]
    assert (still_open["limit"], still_open["limit_of"], still_open["held"]) == (0.2, "at least", True)
    for peer, module in (("OpenFisca", "openfisca_core"), ("loop", "numba")):
        told = [row for row in rows if peer in f"{row['peer']} {row['what']}"]
        installed = importlib.util.find_spec(module) is not None
        assert told
        assert all((row["note"] == "") is installed for row in told)


def test_a_decision_table_is_answered_as_zen_engine_answers_it():
    needs("polars", "zen")
    done = started("decision_table", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["benchmarks"]["decision_table"]
    assert len(rows) == 4
    assert all(row["ratio"] > 1 and "zen-engine" in row["peer"] for row in rows)


def test_all_law_is_the_same_for_a_table_for_one_person_after_another_and_in_duckdb():
    needs("polars", "duckdb", "sqlglot")
    done = started("everything", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["benchmarks"]["everything"]
    assert [row["unit"] for row in rows] == ["s", "s", "s", "MB", "s", "s", "MB"]
    assert any("DuckDB" in row["peer"] for row in rows)


def test_a_machine_a_limit_and_a_total_are_printed():
    needs("polars")
    done = started("growing")
    assert done.returncode == 0, done.stderr
    first, *_, last = done.stdout.splitlines()
    assert "cores" in first
    assert "Python" in first
    assert "10,000 persons" in done.stdout
    assert "rows in" in done.stdout.replace(last, "") + last
    assert "growing ..." in done.stderr, "what is being done is told on the other stream"


def test_a_missing_library_is_named_and_stops_nothing_else():
    code = "import sys; sys.modules['polars'] = None; from landed.cli import main; sys.argv[0] = 'landed'; main()"
    done = started("decision_table", "crs_population", "--json", code=code)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for rows in found["benchmarks"].values():
        assert [row["note"] for row in rows] == [
            "skipped: polars is not installed: pip install 'landed[bench]'"
        ]
    assert found["total"]["skipped"] == 2


def test_an_unknown_benchmark_is_refused_with_those_there_are():
    done = started("growth")
    assert done.returncode
    assert "there is no benchmark 'growth'" in done.stderr
    assert "growing" in done.stderr


def test_rows_stand_below_each_other_and_say_whether_their_limit_is_held():
    row, skipped = measured().row, measured().skipped
    rows = [
        row("all", 0.1234567, ratio=12.34, peer="times as fast as by hand", at_least=10),
        row("... memory", 5000, "MB", at_most=4096),
        row("a slope", -0.5, "", at_least=0),
        skipped("beside another", "it is not installed"),
    ]
    lines = list(_bench._lines(rows))
    assert lines == [
        "  all              0.123 s    12.3 times as fast as by hand   at least 10: held",
        "  ... memory       5,000 MB                                   at most 4,096 MB: NOT HELD",
        "  a slope           -0.5                                      at least 0: NOT HELD",
        "  beside another   it is not installed",
    ]


def test_every_row_has_the_same_keys():
    assert set(measured().row("all", 1)) == set(measured().skipped("all", "why")) == KEYS


def test_asked_to_check_a_limit_that_is_not_held_ends_with_one(monkeypatch):
    import typer
    from typer.testing import CliRunner

    app = typer.Typer()
    app.command()(_bench.bench)
    held = measured().row("all", 2, at_most=1)
    monkeypatch.setattr(_bench, "_run", lambda *_: [held])
    assert CliRunner().invoke(app, ["one_case"]).exit_code == 0
    assert CliRunner().invoke(app, ["one_case", "--check"]).exit_code == 1
