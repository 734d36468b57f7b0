"""The worked job of docs/scale.md, started as a user would, on a local master: the same answers as for one case."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from landed.assess import Question
from landed.expr.columns import unknown
from landed.expr.values import Members, Span
from landed.facts import FACTS
from landed.law import Law

sys.path.insert(0, str(Path(__file__).parent))
from readings import bounds_of
from spark import needed
from test_routes_and_scores import Known

ROOT = Path(__file__).resolve().parents[2]
SUBMIT = Path(sys.executable).parent / "spark-submit"
ON = dt.date(2026, 10, 1)
ROUTES = ("canada.cusma.professional", "canada.global_talent_stream.category_b")
ASKED = (*ROUTES, "crs")


def person(number):
    """What a row says, and what each fact is then worth."""
    nations = ("US", "IN|MX", "IN", None)[number % 4]
    codes = frozenset(nations.split("|")) if nations else None
    age, tested = 24 + number % 25, ON - dt.timedelta(days=600 + 10 * (number % 20))
    wage, noc = 30 + number % 40, ("21231", "21222", "99999", None)[number // 4 % 4]
    clb = None if number % 5 == 0 else 5 + number % 6
    row = {
        "person_id": number, "worker__citizenships": nations, "worker__age": age, "job__noc": noc, "job__hourly_wage": wage,
        "job__in_quebec": False, "worker__english__test_date": tested, "spouse__accompanying": False,
        "worker__canadian_work_years": number % 3, "worker__education_counted": "master", "job__teer": 1,
    } | {f"worker__english__{each}": clb for each in ("listening", "reading", "writing", "speaking")}  # fmt: skip
    worth = {
        "worker.citizenships": Members(codes, codes) if codes else None,
        "worker.age": Span(age, age), "job.hourly_wage": Span(100 * wage, 100 * wage), "job.in_quebec": False,
        "job.noc": frozenset({noc}) if noc and noc != "99999" else None, "spouse.accompanying": False,
        "worker.english.test_date": Span(tested.toordinal(), tested.toordinal()), "job.teer": Span(1, 1),
        "worker.canadian_work_years": Span(number % 3, number % 3), "worker.education_counted": frozenset({"master"}),
    } | {f"worker.english.{each}": clb and Span(clb, clb) for each in ("listening", "reading", "writing", "speaking")}  # fmt: skip
    return row, {name: unknown(fact) for name, fact in FACTS.items()} | {
        name: value for name, value in worth.items() if value is not None
    }


def submit(*arguments):
    needed()
    command = [
        SUBMIT,
        "--master",
        "local[2]",
        "--conf",
        "spark.ui.enabled=false",
        ROOT / "examples/spark_job.py",
    ]
    return subprocess.run(
        [str(each) for each in (*command, *arguments)],
        capture_output=True, text=True, check=False, timeout=300, env=environment(),
    )  # fmt: skip


def environment():
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    file = tmp_path_factory.mktemp("spark") / "people.parquet"
    pl.DataFrame([person(number)[0] for number in range(100)]).write_parquet(file)
    return file


def test_a_job_answers_as_each_case_does(people, tmp_path):
    answers = tmp_path / "answers.parquet"
    done = submit(people, answers, *ASKED, "--on", ON.isoformat(), "--keep", "person_id", "--failing")
    assert done.returncode == 0, done.stderr[-2000:]
    assert "100 people" in done.stdout
    found = {row["person_id"]: row for row in pl.read_parquet(answers / "*.parquet").iter_rows(named=True)}
    assert len(found) == 100
    law = Law()
    for number, got in found.items():
        question = Question(Known(person(number)[1]), law, ON)
        for route in ROUTES:
            name = route.replace(".", "_")
            assert (got[f"{name}_lo"], got[f"{name}_hi"]) == bounds_of(question.meets(route).value), (
                number,
                route,
            )
        system = law.score("crs")
        lo_hi = got[f"{system.id.replace('.', '_')}_lo"], got[f"{system.id.replace('.', '_')}_hi"]
        assert lo_hi == bounds_of(question.ask(system.total).value), number


def test_answers_that_are_there_are_not_overwritten(people, tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there/old").write_text("kept")
    done = submit(people, tmp_path / "there", "canada.bridging_permit")
    assert done.returncode != 0
    [message] = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("landed: ")]
    assert "already exists" in message
    assert (tmp_path / "there/old").read_text() == "kept"


def test_a_route_that_there_is_not_is_told_before_spark_starts(people, tmp_path):
    needed()
    command = [
        sys.executable,
        ROOT / "examples/spark_job.py",
        people,
        tmp_path / "answers",
        "canada.bridging_permitt",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode != 0
    assert done.stderr.startswith(
        "landed: there is no route 'canada.bridging_permitt'; did you mean 'canada.bridging_permit"
    )
