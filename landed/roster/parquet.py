"""The answers as Parquet: a row a person, the months ahead as a column each; for programs."""

from __future__ import annotations

import io
from pathlib import Path

from landed.roster.columns import columns_of, rows_of
from landed.roster.run import Result
from landed.roster.tables import missing


def write_parquet(result: Result, path: Path) -> None:
    """Write the answers; `CaseError` where the library is not installed."""
    try:
        import polars as pl
    except ImportError:
        raise missing("polars") from None
    kinds = {"text": pl.String, "day": pl.Date, "money": pl.Float64, "count": pl.Int32}
    columns = columns_of(result)
    rows = rows_of(result, columns)
    found = {
        column.name: pl.Series([row[at] for row in rows], dtype=kinds[column.kind])
        for at, column in enumerate(columns)
    }
    for at, day in enumerate(result.months):
        found[f"open_on_{day.isoformat()}"] = pl.Series(
            [each[at] for each in result.open_ways], dtype=pl.Int32
        )
        found[f"possible_on_{day.isoformat()}"] = pl.Series(
            [each[at] for each in result.possible_ways], dtype=pl.Int32
        )
    made = io.BytesIO()
    pl.DataFrame(found).write_parquet(made)
    path.write_bytes(made.getbuffer())
