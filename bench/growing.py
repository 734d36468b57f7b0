"""Larger and larger: the CRS with a tenth of the facts missing, Parquet to Parquet, each size in a process of its own.

Throughput must not fall as the file grows: the slope is the exponent of persons a second over persons. The small sizes
are mostly what starting a query costs, so the last tenfold is also told alone.
LANDED_BENCH_GROWING sets the largest size; ten million unless it is set.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from measured import Row, alone, peak, row, say, size_of, slope, timed
from people import pool

LARGEST = size_of("GROWING", 10_000_000)
SIZES = [size for size in (10_000, 100_000, 1_000_000, 10_000_000) if size <= LARGEST] or [LARGEST]
_CHUNK, _RUNS, _LIMITED = 250_000, 3, 10_000_000


def run() -> list[Row]:
    """Return the seconds and the memory of each size, and the slope."""
    rows: list[Row] = []
    rates: list[tuple[float, float]] = []
    for size in SIZES:
        say(f"{size:,} persons")
        with tempfile.TemporaryDirectory() as folder:
            alone(__file__, folder, size)
            runs = [alone(__file__, folder) for _ in range(_RUNS)]
        taken, held = min(run[0] for run in runs), max(run[1] for run in runs)
        before = rates[-1][1] if rates else None
        rates.append((size, size / taken))
        ratio = None if before is None else size / taken / before
        rows += [
            row(
                f"{size:,} persons", taken, ratio=ratio, peer="times the persons a second of the size before"
            ),
            row("... peak memory", held, "MB", at_most=6_144 if size >= _LIMITED else None),
        ]
    if len(rates) > 1:
        fitted, last = slope(rates), slope(rates[-2:])
        rows += [
            row("slope of persons a second over persons", fitted, "(as an exponent)", at_least=0),
            row("... from the last size but one to the last", last, "(as an exponent)"),
        ]  # fmt: skip
    return rows


def _write(folder: Path, size: int) -> None:
    """Write people with gaps, part by part."""
    import polars as pl

    known, missing = pool.layouts()
    for part, first in enumerate(range(0, size, _CHUNK)):
        drawn = pool.people(known, min(_CHUNK, size - first), pool.SEED + part)
        gaps, _ = pool.with_gaps(drawn, missing, 0.1, pool.SEED + part)
        pl.DataFrame(gaps).write_parquet(folder / f"people-{part:04}.parquet")


def _stream(folder: Path) -> None:
    """Stream a folder of Parquet into one file, and print how long it took and how much memory."""
    import polars as pl

    query = pool.program(pool.layouts()[1]).apply(pl.scan_parquet(folder / "people-*.parquet"))
    taken = timed(lambda: query.sink_parquet(folder / "totals.parquet"))
    print(json.dumps([taken, peak()]))


if __name__ == "__main__":
    if len(sys.argv) > 2:  # noqa: PLR2004 - a folder and a size
        _write(Path(sys.argv[1]), int(sys.argv[2]))
        print("null")
    else:
        _stream(Path(sys.argv[1]))
