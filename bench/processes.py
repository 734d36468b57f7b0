"""Whole processes beside the start of bare Python: `landed --help`, `assess` of one case, `plan` with its HTML.

Each figure is the least of ten warm runs, in one go, so that a busy machine slows all alike. The limits are those
the project holds itself to on two cores: help 0.2 s, assess 0.6 s, plan with HTML 2 s.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

from measured import ROOT, Row, row, timed

RUNS = 10


def run() -> list[Row]:
    """Return one row a command: seconds, the ratio to bare Python, and the limit."""
    with tempfile.TemporaryDirectory() as out:
        case = str(ROOT / "examples/h1b-engineer.yaml")
        commands = {
            "bare python": ([sys.executable, "-c", "pass"], None),
            "landed --help": ([sys.executable, "-m", "landed", "--help"], 0.2),
            "landed assess": ([sys.executable, "-m", "landed", "assess", case, "--json"], 0.6),
            "landed plan with HTML": ([sys.executable, "-m", "landed", "plan", case, "--out", out], 2.0),
        }
        for command, _ in commands.values():
            _seconds(command)  # warm: bytecode, caches
        best = dict.fromkeys(commands, float("inf"))
        for _ in range(RUNS):
            for name, (command, _) in commands.items():
                best[name] = min(best[name], _seconds(command))
    bare = best["bare python"]
    return [
        row(name, best[name], ratio=None if limit is None else best[name] / bare, peer="times as long as bare Python",
            at_most=limit)
        for name, (_, limit) in commands.items()
    ]  # fmt: skip


def _seconds(command: list[str]) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def start() -> None:
        done = subprocess.run(  # noqa: S603 - this program itself, with fixed arguments
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(command)} failed: {done.stderr.decode()[-400:]}")

    return timed(start)
