"""One decision table, the CRS points for age: beside zen-engine, each as it is asked fastest.

The table has three inputs (age, a spouse who comes along, the spouse's status) and the law's own rows. zen-engine runs it
in its JSON decision model, compiled once: a request of many persons is looped over inside the engine, and a batch of
requests uses all cores. The answers must be the same, person by person.
LANDED_BENCH_PERSONS sets how many people landed is asked, LANDED_BENCH_DECISIONS how many zen-engine.
"""

from __future__ import annotations

from typing import Any

from measured import Row, lacking, row, say, size_of, skipped, turns
from people import pool

PERSONS = size_of("PERSONS", 5_000_000)
DECISIONS = min(size_of("DECISIONS", 200_000), PERSONS)


def run() -> list[Row]:
    """Return our rate, and zen-engine's in each of the ways in which it can be called."""
    import numpy as np
    import polars as pl

    known, _ = pool.layouts()
    drawn = pool.people(known, PERSONS)
    table, prepared = pl.DataFrame(drawn), pool.program(known, "age")
    few = table.head(DECISIONS)
    found: dict[str, Any] = {}

    def ask(name: str, frame: pl.DataFrame) -> None:
        found[name] = pool.ask(prepared, frame)["age.lo"].to_numpy()

    if why := lacking("zen"):
        own = turns({"own": lambda: ask("own", table)})["own"]
        return [row(f"{PERSONS:,} persons", own), skipped("zen-engine", why)]
    from peers import age_zen

    from landed.law import Law

    peer = age_zen.Table(Law(), pool.DAY)
    asked = age_zen.persons(few)
    requests = age_zen.requests(asked)
    one_by_one = asked[: max(len(asked) // 20, 1)]
    say("asking in turns")
    seconds = turns({
        "own": lambda: ask("own", table),
        "same": lambda: ask("same", few),
        "batch": lambda: found.update(batch=peer.batch(requests)),
        "loop": lambda: found.update(loop=peer.loop(asked)),
        "each": lambda: found.update(each=peer.each(one_by_one)),
    })  # fmt: skip
    for name in ("same", "batch", "loop", "each"):
        if not np.array_equal(found[name], found["own"][: len(found[name])]):
            raise AssertionError(f"zen-engine ({name}) does not find the same points")
    own = seconds["own"] / PERSONS
    faster = "times as fast as zen-engine, "
    return [
        row(f"{PERSONS:,} persons, beside {DECISIONS:,}", seconds["own"],
            ratio=seconds["batch"] / DECISIONS / own, peer=f"{faster}a batch of loops, all cores"),
        row("...", seconds["own"], ratio=seconds["loop"] / DECISIONS / own, peer=f"{faster}one loop"),
        row("...", seconds["own"], ratio=seconds["each"] / len(one_by_one) / own, peer=f"{faster}a call for each"),
        row(f"the same {DECISIONS:,} persons", seconds["same"], ratio=seconds["batch"] / seconds["same"],
            peer=f"{faster}a batch of loops, all cores"),
    ]  # fmt: skip
