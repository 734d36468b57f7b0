"""One case in a running process: every route assessed, beside reading the same case file.

The limit is 20 ms for one assessment; each figure is the least of ten.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 10


def run() -> list[dict[str, object]]:
    """Return one row a way of asking: milliseconds, the ratio to reading the case file, and the limit."""
    from landed.assess import Question, assess_route
    from landed.facts import Snapshot, read_case
    from landed.law import Law

    path = ROOT / "examples/h1b-engineer.yaml"
    case, law = read_case(path), Law()
    routes = {"every route": law.routes(), "every route of Canada": law.routes(("CA",))}

    def assess(wanted: str) -> None:
        question = Question(Snapshot(case), law, case.on)
        for route in routes[wanted]:
            assess_route(question, route)

    reading = _least(lambda: read_case(path))
    rows: list[dict[str, object]] = [
        {
            "what": "reading the case file",
            "seconds": round(reading, 5),
            "ratio": 1.0,
            "peer": "itself",
            "limit": None,
        }
    ]
    for name, found in routes.items():
        taken = _least(lambda name=name: assess(name))  # type: ignore[misc] # the name of this turn
        rows.append({"what": f"assessing {name} ({len(found)})", "seconds": round(taken, 5), "ratio": round(taken / reading, 2),
                     "peer": "reading the case file", "limit": 0.02})  # fmt: skip
    return rows


def _least(work: Callable[[], object]) -> float:
    work()
    best = float("inf")
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best
