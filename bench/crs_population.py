"""The CRS total of a population, beside OpenFisca and beside a loop written by hand; with a tenth of the facts missing.

`ratio` is how many times as fast as the peer named (for a scale: as the smallest one, per person); memory is the peak
of a process of its own that streams from Parquet to Parquet. Every peer must find the same totals, person by person, and
no bound may leave the truth out. LANDED_BENCH_PERSONS sets how many people there are, a million unless it is set.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DAY = dt.date(2026, 11, 22)
RUNS, SEED, CUT_OFF = 6, 7, 470
_PEER_PERSONS = 1_000_000
"""OpenFisca keeps every step of every person: more of them are not needed to tell its rate."""
PERSONS = int(os.environ.get("LANDED_BENCH_PERSONS", "1000000"))
_CHUNK = 500_000
_RECENT, _LONG_AGO = 600, 1100
_ALWAYS_KNOWN = {"worker.self_employed_medical_months": 0}
"""Law that gives bounds even to who is wholly known is left out of the comparison: nobody here is concerned."""


def run() -> list[dict[str, object]]:
    """Return one row a way of asking."""
    rows = _peers()
    first = None
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        if size > max(PERSONS, 100_000):
            break
        taken, peak = _scaled(size)
        first = first or taken / size
        rows.append(
            _row(
                f"Parquet to Parquet, {size:,} persons, {peak:,} MB",
                taken,
                first / (taken / size),
                "10,000 persons",
            )
        )
    return rows


def _row(what: str, seconds: float, ratio: float, peer: str) -> dict[str, object]:
    return {"what": what, "seconds": round(seconds, 4), "ratio": round(ratio, 2), "peer": peer, "limit": None}


# ---------------------------------------------------------------------------------------------- the population


def layouts() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how the facts stand where all are known, and where some are missing."""
    from landed.expr.columns import Bounded, Coded
    from landed.expr.values import Span
    from landed.law import Law
    from landed.law.layout import layout_for

    usual = layout_for(Law().at(DAY), [Law().score("crs").total])
    known: dict[str, Any] = {}
    missing: dict[str, Any] = {}
    first, last = DAY.toordinal() - _LONG_AGO, DAY.toordinal()
    for name, encoding in usual.items():
        if name in _ALWAYS_KNOWN:
            known[name] = missing[name] = Coded(encoding.fact, (Span(0, 0),))
        elif isinstance(encoding, Coded):
            known[name], missing[name] = Coded(encoding.fact, encoding.values[:-1]), encoding
        else:
            known[name] = Bounded(encoding.fact, first, last, exact=True, limited=True)
            missing[name] = Bounded(encoding.fact, first, last)
    return known, missing


def people(known: dict[str, Any], size: int, seed: int = SEED) -> dict[str, Any]:
    """Draw people of whom all is known: a column of small numbers for each fact."""
    import numpy as np

    from landed.expr.columns import Coded

    chance = np.random.default_rng(seed)
    drawn: dict[str, Any] = {}
    for name, encoding in known.items():
        if name == "worker.age":
            drawn[name] = chance.integers(20, 50, size).astype(np.uint8)
        elif isinstance(encoding, Coded):
            kind = np.uint8 if len(encoding.values) < 1 << 8 else np.uint16
            drawn[name] = chance.integers(0, len(encoding.values), size).astype(kind)
        else:
            drawn[name] = (DAY.toordinal() - chance.integers(0, _RECENT, size)).astype(np.int32)
            stale = chance.random(size) < 0.1  # noqa: PLR2004 - a tenth of the tests are too old
            drawn[name][stale] = DAY.toordinal() - _LONG_AGO
    return drawn


def with_gaps(
    drawn: dict[str, Any], missing: dict[str, Any], share: float, seed: int = SEED
) -> tuple[dict[str, Any], Any]:
    """Take a share of the facts away; also return who misses any."""
    import numpy as np

    from landed.expr.columns import SHORT, Coded

    chance = np.random.default_rng(seed + 1)
    found: dict[str, Any] = {}
    anything = np.zeros(len(drawn["worker.age"]), dtype=bool)
    for name, encoding in missing.items():
        if name in _ALWAYS_KNOWN:
            found[name] = drawn[name]
            continue
        gone = chance.random(len(anything)) < share
        anything |= gone
        if isinstance(encoding, Coded):
            found[name] = np.where(gone, len(encoding.values) - 1, drawn[name]).astype(drawn[name].dtype)
        else:
            found[f"{name}.lo"] = np.where(gone, np.int32(-SHORT), drawn[name])
            found[f"{name}.hi"] = np.where(gone, np.int32(SHORT), drawn[name])
    return found, anything


# -------------------------------------------------------------------------------------------------- the peers


def _peers() -> list[dict[str, object]]:
    import numpy as np
    import polars as pl

    from landed.expr.amounts import first_that_reaches
    from landed.law import Law

    sys.path.insert(0, str(ROOT / "bench"))
    from peers import crs_kernel, crs_openfisca, crs_tables

    known, missing = layouts()
    drawn = people(known, PERSONS)
    table = crs_tables.tables(Law(), DAY)
    oldest = first_that_reaches(DAY.toordinal() + 1, _validity(), years=True)
    read = {
        name: column
        for name, column in drawn.items()
        if not name.startswith("job.") and name not in _ALWAYS_KNOWN
    }
    gaps, anything = with_gaps(drawn, missing, 0.1)
    frames = {"known": pl.DataFrame(drawn), "gaps": pl.DataFrame(gaps)}
    programs = {"known": _program(known), "gaps": _program(missing)}

    totals: dict[str, Any] = {}
    part = {name: column[:_PEER_PERSONS] for name, column in read.items()}
    share = len(part["worker.age"]) / PERSONS
    simulations = [crs_openfisca.simulation(part, table, oldest) for _ in range(RUNS)]
    seconds = _seconds({
        "known": lambda: totals.update(known=_ask(programs["known"], frames["known"])),
        "gaps": lambda: totals.update(gaps=_ask(programs["gaps"], frames["gaps"])),
        "kernel": lambda: totals.update(kernel=crs_kernel.crs(read, table, oldest)),
        "openfisca": lambda: totals.update(openfisca=simulations.pop().calculate("crs", crs_openfisca.PERIOD)),
    })  # fmt: skip
    seconds["openfisca"] /= share

    truth = totals["kernel"]
    lo, hi = (totals["known"][f"crs.{end}"].to_numpy() for end in ("lo", "hi"))
    same = [np.array_equal(found, truth[: len(found)]) for found in (lo, hi, totals["openfisca"])]
    if not all(same):
        raise AssertionError("the peers do not find the same totals")
    low, high = (totals["gaps"][f"crs.{end}"].to_numpy() for end in ("lo", "hi"))
    if not ((low <= truth) & (truth <= high)).all():
        raise AssertionError("a bound leaves the truth out")
    still_open = ((low < CUT_OFF) & (high >= CUT_OFF)).sum() / anything.sum()
    own = seconds["known"]
    return [
        _row(f"OpenFisca, {PERSONS:,} persons", seconds["openfisca"], 1.0, "itself"),
        _row("all facts known", own, seconds["openfisca"] / own, "OpenFisca"),
        _row("all facts known", own, seconds["kernel"] / own, "a fused loop by hand"),
        _row("a tenth of the facts missing", seconds["gaps"], own / seconds["gaps"], "all facts known"),
        _row(f"... at {CUT_OFF} points still open", seconds["gaps"], float(still_open), "nulls that spread"),
    ]  # fmt: skip


def _validity() -> int:
    from landed.law import Law
    from landed.law.canada.express_entry.persons import language_validity

    return int(Law().at(DAY).dated(language_validity).value)  # type: ignore[arg-type]


def _program(layout: dict[str, Any]) -> Any:
    """Compile the system for a layout, once."""
    from landed.expr.frame import Prepared
    from landed.expr.program import Program
    from landed.law import Law

    program = Program(layout, Law().at(DAY), DAY)
    program.ask("crs", Law().score("crs").total)
    return Prepared(program, many=True)


def _ask(program: Any, frame: Any) -> Any:
    return program.apply(frame.lazy()).collect(engine="streaming")


def _seconds(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the least time of each, in turns, so that a busy machine slows all alike; the first turn warms up."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(RUNS):
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - begun)
    return best


# ------------------------------------------------------------------------------------------------ larger and larger


def _scaled(size: int) -> tuple[float, int]:
    """Ask so many people with gaps in a process of its own: seconds, and megabytes at the peak."""
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), size)
        command = [sys.executable, __file__, folder]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - this file
    taken, peak = json.loads(done.stdout)
    return float(taken), int(peak)


def _write(folder: Path, size: int) -> None:
    import polars as pl

    known, missing = layouts()
    for part, first in enumerate(range(0, size, _CHUNK)):
        drawn = people(known, min(_CHUNK, size - first), SEED + part)
        pl.DataFrame(with_gaps(drawn, missing, 0.1, SEED + part)[0]).write_parquet(
            folder / f"people-{part:04}.parquet"
        )


def _stream(folder: Path) -> None:
    """Stream a folder of Parquet into one file, and print how long it took and how much memory."""
    import polars as pl

    query = _program(layouts()[1]).apply(pl.scan_parquet(folder / "people-*.parquet"))
    begun = time.perf_counter()
    query.sink_parquet(folder / "totals.parquet")
    taken = time.perf_counter() - begun
    peak = next(
        line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")
    )
    print(json.dumps([taken, int(peak.split()[1]) // 1024]))


if __name__ == "__main__":
    _stream(Path(sys.argv[1]))
