"""Every reading that asks a whole table: rows of values in, the bounds of each output in each row out."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import duckdb
import polars as pl

from landed.expr.columns import cells, fitted
from landed.expr.frame import Prepared, apply
from landed.expr.source import column_name
from landed.expr.sql import select, written
from landed.expr.terms import INF
from landed.expr.values import Span


def columns(rows, facts, encode=fitted):
    """The rows, each a map from fact name to value, as a table and its layout."""
    layout, table = {}, {}
    for fact in facts:
        values = [row[fact.name] for row in rows]
        encoding = layout[fact.name] = encode(fact, values)
        for name, cell in zip(encoding.columns, zip(*cells(encoding, values), strict=True), strict=True):
            table[name] = list(cell)
    return pl.DataFrame(table), layout


def bounds_of(value):
    """A finding's value as a pair of bounds."""
    if isinstance(value, Span):
        return tuple(
            (INF if end > 0 else -INF) if isinstance(end, float) and math.isinf(end) else end
            for end in (value.lo, value.hi)
        )
    return value is True, value is not False


def by_frame(program, table):
    """Ask Polars, in the streaming engine."""
    return apply(program, table.lazy()).collect(engine="streaming")


def by_tables(program, table):
    """Ask Polars what was tabulated beforehand, as for a population."""
    return Prepared(program, many=True).apply(table.lazy()).collect(engine="streaming")


def by_duckdb(program, table):
    """Ask DuckDB the query that `landed.expr.sql` writes, of the same columns."""
    people = table.rename({name: column_name(name) for name in table.columns})
    rows = in_duckdb(written(select(program, "people", ["row"]), "duckdb"), people)
    return pl.DataFrame(rows, list(program.outputs), orient="row")


def in_duckdb(query, people):
    """Run a query that gives back `row` first; return the rest, in the order of the rows."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        file = Path(folder) / "people.parquet"
        people.with_row_index("row").write_parquet(file)
        connection.execute(f"create view people as select * from read_parquet('{file}')")  # noqa: S608 - our own file
        return [row[1:] for row in sorted(connection.execute(query).fetchall())]


READINGS = {"frame": by_frame, "tables": by_tables, "duckdb": by_duckdb}
