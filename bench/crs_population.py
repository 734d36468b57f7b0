"""The CRS total of a population, beside OpenFisca and beside a loop written by hand; with a tenth of the facts missing.

Every peer must find the same totals, person by person, and no bound may leave the truth out. OpenFisca is asked of
all in one simulation, as one asks it; of a million, times as many as there are, for it keeps every step of every person,
and smaller is quicker; and of that million in two threads, for one of its simulations uses one core. LANDED_BENCH_PERSONS sets how many people there are: the limits are those of five million.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from measured import CORES, Row, lacking, row, say, size_of, skipped, turns
from people import pool

LIMITS_FROM = 5_000_000
PERSONS = size_of("PERSONS", LIMITS_FROM)
CUT_OFF, MISSING = 470, 0.1
_PART = 1_000_000
_OPENFISCA = {"openfisca": (PERSONS, 1), "parts": (_PART, 1), "threads": (_PART, CORES)}
"""Of how many people OpenFisca is asked, in how many threads."""


def run() -> list[Row]:
    """Return one row a peer, and what is left open where facts are missing."""
    import numpy as np
    import polars as pl

    say(f"drawing {PERSONS:,} people")
    known, missing = pool.layouts()
    drawn = pool.people(known, PERSONS)
    gaps, gone = pool.with_gaps(drawn, missing, MISSING)
    frames = {"known": pl.DataFrame(drawn), "gaps": pl.DataFrame(gaps)}
    programs = {"known": pool.program(known), "gaps": pool.program(missing)}
    found: dict[str, Any] = {}
    works: dict[str, Callable[[], object]] = {
        name: lambda name=name: found.update({name: pool.ask(programs[name], frames[name])})  # type: ignore[misc] # the name of this turn
        for name in frames
    }
    before: dict[str, Callable[[], object]] = {}
    peers = {
        name: why
        for name, why in (("kernel", lacking("numba")), ("openfisca", lacking("openfisca_core")))
        if why
    }
    if "kernel" not in peers:
        works["kernel"] = _kernel(drawn, found)
    if "openfisca" not in peers:
        for name, (size, threads) in _OPENFISCA.items():
            works[name], before[name] = _openfisca(name, drawn, found, size, threads)
    say("asking in turns")
    seconds = turns(works, before)
    seconds |= {name: seconds[name] * PERSONS / len(found[name]) for name in _OPENFISCA if name in seconds}

    lo, hi = (found["known"][f"crs.{end}"].to_numpy() for end in ("lo", "hi"))
    for name in ("kernel", *_OPENFISCA):
        if name in found and not np.array_equal(found[name], lo[: len(found[name])]):
            raise AssertionError(f"{name} does not find the same totals")
    if not np.array_equal(lo, hi):
        raise AssertionError("a total is not sure although every fact is known")
    return [
        *_known(seconds, peers),
        *_gaps(seconds, found["gaps"], lo, pool.left_open(drawn, gone, pool.oldest_test())),
    ]


def _known(seconds: dict[str, float], peers: dict[str, str]) -> list[Row]:
    own, what, full = seconds["known"], f"{PERSONS:,} persons, every fact known", PERSONS >= LIMITS_FROM
    rows = []
    if "openfisca" in peers:
        rows.append(skipped("OpenFisca", peers["openfisca"]))
    else:
        rows += [
            row(what, own, ratio=seconds["openfisca"] / own, peer="times as fast as OpenFisca, all at once",
                at_least=10 if full else None),
            row("...", own, ratio=seconds["parts"] / own, peer="times as fast as OpenFisca in parts of a million"),
            row("...", own, ratio=seconds["threads"] / own, peer=f"times as fast as OpenFisca so, in {CORES} threads"),
        ]  # fmt: skip
    if "kernel" in peers:
        rows.append(skipped("a fused loop by hand", peers["kernel"]))
    else:
        rows.append(
            row("... (the loop is the machine's practical limit)", own, ratio=seconds["kernel"] / own,
                peer="of the rate of a fused loop by hand", at_least=0.15 if full else None)
        )  # fmt: skip
    return rows


def _gaps(seconds: dict[str, float], asked: Any, truth: Any, by_nulls: Any) -> list[Row]:
    full = PERSONS >= LIMITS_FROM
    low, high = (asked[f"crs.{end}"].to_numpy() for end in ("lo", "hi"))
    wrong = int(((low > truth) | (truth > high)).sum())
    still_open = int(((low < CUT_OFF) & (high >= CUT_OFF)).sum())
    return [
        row("a tenth of the facts missing", seconds["gaps"], ratio=seconds["known"] / seconds["gaps"],
            peer="of the rate with every fact known", at_least=0.4 if full else None),
        row("... bounds that leave the truth out", wrong, "persons", at_most=0),
        row(f"... at {CUT_OFF} points still open", still_open, "persons",
            ratio=1 - still_open / max(int(by_nulls.sum()), 1), peer="fewer, as a share, than where null spreads",
            at_least=0.2),
    ]  # fmt: skip


def _kernel(drawn: dict[str, Any], found: dict[str, Any]) -> Callable[[], object]:
    from peers import crs_kernel, crs_tables

    from landed.law import Law

    table, oldest = crs_tables.tables(Law(), pool.DAY), pool.oldest_test()
    return lambda: found.update(kernel=crs_kernel.crs(drawn, table, oldest))


def _openfisca(
    name: str, drawn: dict[str, Any], found: dict[str, Any], size: int, threads: int
) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return the asking of OpenFisca, and what comes before each turn: it remembers what it has worked out."""
    import numpy as np
    from peers import crs_openfisca, crs_tables

    from landed.law import Law

    table, oldest = crs_tables.tables(Law(), pool.DAY), pool.oldest_test()
    read = crs_openfisca.facts_read(drawn)
    parts = np.array_split(np.arange(min(PERSONS, size)), threads)
    simulations: list[Any] = []

    def prepare() -> None:
        simulations[:] = [
            crs_openfisca.simulation({fact: column[part] for fact, column in read.items()}, table, oldest)
            for part in parts
        ]

    def work() -> None:
        with ThreadPoolExecutor(threads) as pool_of_threads:
            totals = list(
                pool_of_threads.map(lambda each: each.calculate("crs", crs_openfisca.PERIOD), simulations)
            )
        found[name] = np.concatenate(totals)

    return work, prepare
