"""What the benchmarks share: rows of a result, turns in which peers are timed, a process with its own peak of memory.

A benchmark is a file in `bench/` with a function `run() -> list[Row]`. Each row is a value beside a peer's; it may have
a limit, of the ratio where there is one to be reached (at least so many times as fast), else of the value.

>>> row("asking", 0.5, ratio=12.345, peer="times as fast as by hand", at_least=10)["held"]
True
>>> row("asking", 25.0, at_most=20)["held"]
False
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypedDict

ROOT = Path(__file__).parent.parent.parent
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_LEAST_TURNS, _MOST_TURNS, _QUIET_TURNS, _PATIENCE = 6, 40, 5, 60.0
_NEARLY = 0.99
_NAMES = {"openfisca_core": "OpenFisca-Core", "zen": "zen-engine", "xlsxwriter": "XlsxWriter"}
"""What a library is called where it is installed from, if otherwise than where it is imported."""

Work = Callable[[], object]


class Row(TypedDict):
    """One line of a result."""

    what: str
    value: float | None
    unit: str
    ratio: float | None
    peer: str
    """What the ratio is of, as words that follow it: `times as fast as OpenFisca`."""
    limit: float | None
    limit_of: str
    """`at most`: the value's; `at least`: the ratio's, or the value's where there is no ratio."""
    held: bool | None
    note: str
    """Why there is no value."""


def row(
    what: str,
    value: float,
    unit: str = "s",
    *,
    ratio: float | None = None,
    peer: str = "",
    at_most: float | None = None,
    at_least: float | None = None,
) -> Row:
    """Return a row; `at_most` is a limit of the value, `at_least` one of the ratio, if there is one."""
    found: Row = {
        "what": what, "value": _rounded(value), "unit": unit, "ratio": None if ratio is None else _rounded(ratio),
        "peer": peer, "limit": None, "limit_of": "", "held": None, "note": "",
    }  # fmt: skip
    if at_most is not None:
        found |= {"limit": at_most, "limit_of": "at most", "held": value <= at_most}
    elif at_least is not None:
        held = (value if ratio is None else ratio) >= at_least
        found |= {"limit": at_least, "limit_of": "at least", "held": held}
    return found


def skipped(what: str, why: str) -> Row:
    """Return a row without a value."""
    return {
        "what": what, "value": None, "unit": "", "ratio": None, "peer": "", "limit": None, "limit_of": "", "held": None,
        "note": why,
    }  # fmt: skip


def lacking(*modules: str) -> str:
    """Say which of some libraries is not installed, and what to do; empty where all are."""
    for module in modules:
        if importlib.util.find_spec(module) is None:
            return f"{_NAMES.get(module, module)} is not installed: pip install 'landed[bench]'"
    return ""


def say(what: str) -> None:
    """Tell what is being done, on the error stream: the result has the other one."""
    print(f"  {what} ...", file=sys.stderr, flush=True)


def size_of(name: str, usual: int) -> int:
    """Return how many people there are: as `LANDED_BENCH_NAME` says, else as usual."""
    return int(os.environ.get(f"LANDED_BENCH_{name}", str(usual)))


def turns(works: Mapping[str, Work], before: Mapping[str, Work] | None = None) -> dict[str, float]:
    """Return the least seconds of each work, all asked in turns, so that a busy machine slows all alike.

    The first turn warms up. It ends when for five turns none has become faster, or after a minute. What stands in
    `before` is done ahead of a work and not timed.
    """
    best = dict.fromkeys(works, float("inf"))
    begun, quiet = time.perf_counter(), 0
    for turn in range(_MOST_TURNS + 1):
        faster = False
        for name, work in works.items():
            if before and name in before:
                before[name]()
            taken = timed(work)
            if turn:
                faster |= taken < best[name] * _NEARLY
                best[name] = min(best[name], taken)
        quiet = 0 if faster else quiet + 1
        late = time.perf_counter() - begun > _PATIENCE
        if turn and (late or (turn >= _LEAST_TURNS and quiet >= _QUIET_TURNS)):
            break
    return best


def timed(work: Work) -> float:
    """Return how many seconds a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def alone(file: str, *arguments: object, environment: Mapping[str, str] | None = None) -> Any:
    """Run a file in a process of its own, and return what it printed as JSON."""
    command = [sys.executable, file, *map(str, arguments)]
    around = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(command, env=around, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - a file of bench/
    if done.returncode:
        raise RuntimeError(
            f"bench/{Path(file).name} {' '.join(map(str, arguments))} ended with {done.returncode}"
        )
    return json.loads(done.stdout)


def peak() -> int:
    """Return the most memory that this process has held so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def slope(points: Iterable[tuple[float, float]]) -> float:
    """Return the exponent of a power that fits some points best: the slope where both axes are logarithms.

    >>> round(slope([(10, 5), (100, 500), (1000, 50_000)]), 6)
    2.0
    """
    import math

    logs = [(math.log(x), math.log(y)) for x, y in points]
    middle_x, middle_y = (sum(axis) / len(logs) for axis in zip(*logs, strict=True))
    along = sum((x - middle_x) ** 2 for x, _ in logs)
    return float(sum((x - middle_x) * (y - middle_y) for x, y in logs) / along)


def _rounded(number: float) -> float:
    return float(f"{number:.4g}") if abs(number) < 1000 else round(number)  # noqa: PLR2004 - four digits say enough
