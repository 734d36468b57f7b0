"""All law at once: every route with its failing clauses, and every score line by line, of a roster's worth of people.

The people are an invented workforce of 2,000, repeated. What is asked of all of them is also asked of some one by one, and
of Canada's routes in DuckDB, by the same law as SQL: all must give the same. Compiling is counted in.
LANDED_BENCH_ROSTER sets how many people there are, LANDED_BENCH_STREAMED how many stream from Parquet to Parquet.
"""

from __future__ import annotations

import json
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

from measured import Row, alone, lacking, peak, row, say, size_of, skipped, timed
from people import staff

PERSONS = size_of("ROSTER", 100_000)
STREAMED = size_of("STREAMED", 1_000_000)
_UNLIKE, _ALONE, _PART = 2_000, 100, 200_000
_ROSTER_LIMIT, _STREAM_LIMIT = 100_000, 1_000_000
_RUNS = 3 if PERSONS >= _ROSTER_LIMIT else 1


def run() -> list[Row]:
    """Return one row a question: seconds and memory, beside one person after another and beside DuckDB."""
    with tempfile.TemporaryDirectory() as folder:
        say(f"{min(_UNLIKE, PERSONS):,} people from a table")
        alone_each = _write(Path(folder))
        say(f"all law of {PERSONS:,} people")
        whole = _least([alone(__file__, folder, "asked") for _ in range(_RUNS)])
        say("Canada's routes, beside DuckDB")
        canada = _least([alone(__file__, folder, "canada", "polars") for _ in range(_RUNS)])
        why = lacking("duckdb", "sqlglot")
        if not why:
            peer = _least([alone(__file__, folder, "canada", "duckdb") for _ in range(_RUNS)])
            _same(Path(folder))
        say(f"all law of {STREAMED:,} people, Parquet to Parquet")
        streamed = alone(__file__, folder, "streamed")
    seconds = whole["compiled"] + whole["asked"]
    limited = PERSONS >= _ROSTER_LIMIT
    rows = [
        row(f"{whole['outputs']} columns of {PERSONS:,} persons: compiling", whole["compiled"]),
        row("... asking", whole["asked"]),
        row("... both", seconds, ratio=alone_each * PERSONS / seconds, peer="times as fast as one person after another",
            at_most=20 if limited else None),
        row("... peak memory", whole["peak"], "MB", at_most=4_096 if limited else None),
    ]  # fmt: skip
    own = canada["compiled"] + canada["asked"]
    what = f"every route of Canada, {PERSONS:,} persons, Parquet to Parquet"
    rows += [
        skipped(what, why) if why else row(what, own, ratio=(peer["compiled"] + peer["asked"]) / own, peer="times as fast as DuckDB"),
        row(f"all law, {STREAMED:,} persons, Parquet to Parquet", streamed["asked"],
            ratio=(STREAMED / streamed["asked"]) / (PERSONS / whole["asked"]), peer=f"of the rate of {PERSONS:,} in memory"),
        row("... peak memory", streamed["peak"], "MB", at_most=6_144 if STREAMED >= _STREAM_LIMIT else None),
    ]  # fmt: skip
    return rows


def _least(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: min(each[name] for each in runs) for name in runs[0]}


def _write(folder: Path) -> float:
    """Write the layout, the people and the streamed people; return the seconds that one person takes alone."""
    people = staff.cases(min(_UNLIKE, PERSONS))
    layout, unlike = staff.columns(people)
    (folder / "layout").write_bytes(pickle.dumps(layout))
    _repeated(unlike, PERSONS).write_parquet(folder / "people.parquet")
    for at, first in enumerate(range(0, STREAMED, _PART)):
        _repeated(unlike, min(_PART, STREAMED - first)).write_parquet(folder / f"streamed-{at:04}.parquet")
    some = people[:_ALONE]
    staff.one_by_one(some[0])
    answers: list[dict[str, Any]] = []
    taken = timed(lambda: answers.extend(staff.one_by_one(person) for person in some)) / len(some)
    from landed.expr.frame import apply

    program = staff.program(layout)
    asked = apply(program, unlike.head(len(some)).lazy()).collect()
    _agree(program, asked, answers)
    return taken


def _repeated(unlike: Any, count: int) -> Any:
    """Repeat people until there are so many, each with the number of its row."""
    import polars as pl

    times = -(-count // len(unlike))
    return pl.concat([unlike] * times).head(count).with_row_index("row")


def _agree(program: Any, asked: Any, answers: list[dict[str, Any]]) -> None:
    """Hold each answer of the table to the answer that its person has alone."""
    from landed.expr.terms import INF
    from landed.expr.values import Span

    for got, one in zip(asked.iter_rows(named=True), answers, strict=True):
        for name, value in one.items():
            if name in program.clauses:
                held = {key for at, key in enumerate(program.clauses[name]) if got[name] >> at & 1}
                same = held == {key for key in value if not key.startswith("reservation_")}
            elif isinstance(value, Span):
                ends = tuple(min(max(end, -INF), INF) for end in (value.lo, value.hi))
                same = (got[f"{name}.lo"], got[f"{name}.hi"]) == ends
            else:
                same = (got[f"{name}.lo"], got[f"{name}.hi"]) == (value is True, value is not False)
            if not same:
                raise AssertionError(f"{name} is not what the person is told alone")


def _same(folder: Path) -> None:
    """Hold the answers of DuckDB to those of Polars, cell by cell."""
    import polars as pl

    from landed.expr.source import column_name

    ours, theirs = (
        pl.read_parquet(folder / f"{engine}.parquet").sort("row") for engine in ("polars", "duckdb")
    )
    ours = ours.rename({name: column_name(name.replace(".", "_")) for name in ours.columns})
    if not ours.cast(pl.Int64).equals(theirs.select(ours.columns).cast(pl.Int64)):
        raise AssertionError("DuckDB does not find the same")


# -------------------------------------------------------------------------------------- in a process of its own


def _asked(folder: Path) -> dict[str, float]:
    """Ask all law of the people in memory."""
    import polars as pl

    from landed.expr.frame import Prepared

    people, layout = pl.read_parquet(folder / "people.parquet"), _layout(folder)
    made: list[Any] = []
    compiled = timed(lambda: made.append(Prepared(staff.program(layout))))
    asked = timed(lambda: made.append(made[0].apply(people.lazy()).collect(engine="streaming")))
    return {"compiled": compiled, "asked": asked, "peak": peak(), "outputs": len(made[1].columns)}


def _canada(folder: Path, engine: str) -> dict[str, float]:
    """Ask the routes of Canada from Parquet to Parquet."""
    found = folder / f"{engine}.parquet"
    layout = _layout(folder)
    made: list[Any] = []
    if engine == "polars":
        import polars as pl

        from landed.expr.frame import Prepared

        people = pl.scan_parquet(folder / "people.parquet")
        compiled = timed(lambda: made.append(Prepared(staff.program(layout, ("CA",)))))
        asked = timed(lambda: made[0].apply(people, ["row"]).sink_parquet(found))
        return {"compiled": compiled, "asked": asked}
    import duckdb

    from landed.expr.source import column_name
    from landed.expr.sql import select, written

    with duckdb.connect() as connection:
        columns = [name for encoding in layout.values() for name in encoding.columns]
        named = ", ".join(f'"{name}" as {column_name(name)}' for name in ("row", *columns))
        file = folder / "people.parquet"
        connection.execute(f"create view people as select {named} from read_parquet('{file}')")  # noqa: S608 - our own file
        compiled = timed(
            lambda: made.append(written(select(staff.program(layout, ("CA",)), "people", ["row"]), "duckdb"))
        )
        asked = timed(lambda: connection.execute(f"copy ({made[0]}) to '{found}'"))
    return {"compiled": compiled, "asked": asked}


def _streamed(folder: Path) -> dict[str, float]:
    """Ask all law of a folder of Parquet, into one file."""
    import polars as pl

    from landed.expr.frame import Prepared

    query = Prepared(staff.program(_layout(folder)), many=STREAMED >= _STREAM_LIMIT).apply(
        pl.scan_parquet(folder / "streamed-*.parquet"), ["row"]
    )
    asked = timed(lambda: query.sink_parquet(folder / "answers.parquet"))
    return {"asked": asked, "peak": peak()}


def _layout(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = pickle.loads((folder / "layout").read_bytes())  # noqa: S301 - written above
    return found


if __name__ == "__main__":
    place, step, *more = sys.argv[1:]
    steps = {"asked": _asked, "canada": _canada, "streamed": _streamed}
    print(json.dumps(steps[step](Path(place), *more)))  # type: ignore[operator]
