"""The Spark job of examples/spark_job.py on one core and on two, beside DuckDB on the same query: Parquet to Parquet.

The people are an invented workforce of 2,000 in plain columns, repeated; the routes of a programme are asked, and the
CRS. Each is a process of its own, timed whole: Spark takes long to start and to plan, which the same job over a hundred
people tells. Both engines must give the same answers. LANDED_BENCH_SPARK sets how many people there are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from measured import ROOT, Row, lacking, row, say, size_of, skipped, timed
from people import staff

PERSONS = size_of("SPARK", 1_000_000)
ASKED = ("canada.global_talent_stream", "crs")
_UNLIKE, _FEW, _PARTS = 2_000, 100, 8


def run() -> list[Row]:
    """Return one row an engine."""
    what = f"a programme and the CRS, {PERSONS:,} persons"
    if why := lacking("pyspark", "duckdb", "sqlglot") or (
        "" if shutil.which("java") else "Spark needs Java 17"
    ):
        return [skipped(what, why)]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        say("people in plain columns")
        _write(folder)
        seconds = {"duckdb": _job(folder, "people", "duckdb"), "few duckdb": _job(folder, "few", "duckdb")}
        for cores in (1, 2):
            say(f"Spark, local[{cores}]")
            seconds[f"local[{cores}]"] = _job(folder, "people", f"local[{cores}]")
        say("Spark, what starting costs")
        seconds["few"] = _job(folder, "few", "local[2]")
        for engine in ("local[1]", "local[2]"):
            _same(folder, engine)
    one, two, duckdb = seconds["local[1]"], seconds["local[2]"], seconds["duckdb"]
    without = "... local[2], without starting"
    asking = [seconds[name] - seconds["few"] for name in ("local[1]", "local[2]")]
    if min(asking) > 0:
        last = row(
            without,
            asking[1],
            ratio=asking[0] / asking[1],
            peer="times as fast as local[1], without starting",
        )
    else:
        last = skipped(without, "starting took as long as all of it: ask more people")
    return [
        row(f"{what}: Spark, local[1]", one, ratio=duckdb / one, peer="of the rate of DuckDB on all cores"),
        row("... local[2]", two, ratio=duckdb / two, peer="of the rate of DuckDB on all cores"),
        row("... local[2]", two, ratio=one / two, peer="times as fast as local[1]"),
        last,
        row("DuckDB", duckdb),
        row(f"starting: Spark over {_FEW} persons", seconds["few"], ratio=seconds["few"] / seconds["few duckdb"],
            peer="times as long as DuckDB"),
    ]  # fmt: skip


def _write(folder: Path) -> None:
    """Write the people as several files, so that several cores can read, and a few as one."""
    import polars as pl
    from people import plain

    unlike = plain.table(min(_UNLIKE, PERSONS))
    for name, size in (("people", PERSONS), ("few", _FEW)):
        (folder / name).mkdir()
        everybody = pl.concat([unlike] * (-(-size // len(unlike)))).head(size).with_row_index("person_id")
        part = -(-size // _PARTS)
        for at in range(0, size, part):
            everybody.slice(at, part).write_parquet(folder / name / f"part-{at // part}.parquet")


def _job(folder: Path, people: str, engine: str) -> float:
    """Run one engine over a folder of people in a process of its own, and return the seconds."""
    answers = folder / _name(people, engine)
    given = [str(folder / people), str(answers), *ASKED, "--on", str(staff.ON), "--keep", "person_id"]
    file = [__file__] if engine == "duckdb" else [str(ROOT / "examples/spark_job.py"), "--master", engine]
    here = {"PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}

    def start() -> None:
        done = subprocess.run(  # noqa: S603 - a file of this project
            [sys.executable, *file, *given],
            env={**os.environ, **here},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{engine} failed: {done.stderr[-800:]}")

    return timed(start)


def _name(people: str, engine: str) -> str:
    """Return a folder's name without brackets, in which Spark sees a pattern."""
    return f"{people}-{engine}".translate({ord("["): "-", ord("]"): ""})


def _same(folder: Path, engine: str) -> None:
    """Hold Spark's answers to those of DuckDB, cell by cell."""
    import polars as pl

    files = (folder / _name("people", each) / "*.parquet" for each in ("duckdb", engine))
    found = [pl.read_parquet(file).sort("person_id") for file in files]
    if not found[0].cast(pl.Int64).equals(found[1].select(found[0].columns).cast(pl.Int64)):
        raise AssertionError(f"Spark, {engine}, does not find the same")


def _in_duckdb(people: str, answers: str, asked: list[str], keep: list[str]) -> None:
    """Do what the Spark job does, in DuckDB."""
    import duckdb

    from landed.law import Law
    from landed.law.query import query

    Path(answers).mkdir()
    with duckdb.connect() as connection:
        connection.execute(f"create view people as select * from read_parquet('{people}/*.parquet')")  # noqa: S608 - our own folder
        has: list[Any] = [name for name, *_ in connection.execute("describe people").fetchall()]
        found = query(Law(), asked, staff.ON, "duckdb", keep=keep, has=has)
        connection.execute(f"copy ({found.sql}) to '{answers}/answers.parquet' (format parquet)")


if __name__ == "__main__":
    table, place, *rest = sys.argv[1:]
    _in_duckdb(table, place, rest[: rest.index("--on")], ["person_id"])
