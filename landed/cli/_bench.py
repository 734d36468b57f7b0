"""`landed bench`: the benchmarks, each beside its peer, as ratios of one run."""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Annotated, Any

import typer

from landed.cli._options import AsJson, print_json
from landed.errors import UnansweredError, UsageError

_FOLDER = Path(__file__).parent.parent.parent / "bench"
_LIBRARIES = ("landed", "polars", "numpy", "duckdb", "OpenFisca-Core", "numba", "zen-engine", "pyspark")
_EMPTY = ("value", "unit", "ratio", "peer", "limit", "limit_of", "held")
_OWN = ("landed", "measured", "peers", "people")
_GAP = "   "
_MANY = 1000
_BUSY = 0.05


def bench(
    *,
    name: Annotated[
        list[str],
        typer.Argument(metavar="[NAME]...", help="Which benchmarks; all without a name.", show_default=False),
    ] = [],  # noqa: B006 - typer reads defaults, and never changes them
    as_json: AsJson = False,
    check: Annotated[bool, typer.Option("--check", help="End with 1 where a limit is not held.")] = False,
) -> None:
    """Run the benchmarks of a checkout and print each figure beside its peer's.

    How to read them stands in docs/bench.md. What is being done is told on the error stream.

    Example: landed bench crs_population decision_table
    """
    if not _FOLDER.is_dir():
        raise UnansweredError(
            "the benchmarks are in the folder bench/ of a checkout of the project, and there is none here"
        )
    known = {path.stem: path for path in sorted(_FOLDER.glob("*.py"))}
    unknown = [each for each in name if each not in known]
    if unknown:
        raise UsageError(f"there is no benchmark {unknown[0]!r}; there are {', '.join(known)}")
    machine, work = _machine(), _Work()
    if not as_json:
        typer.echo(_named(machine))
    found: dict[str, list[dict[str, Any]]] = {}
    for each in name or known:
        typer.echo(f"{each} ...", err=True)
        found[each] = _run(known[each], each)
        if not as_json:
            typer.echo("\n".join(("", f"{each}: {_first_line(known[each])}", *_lines(found[each]))))
    total = _total(found) | {"seconds": round(work.seconds, 1), "taken_by_others": work.taken_by_others}
    if as_json:
        print_json({"machine": machine, "benchmarks": found, "total": total})
    else:
        typer.echo("\n" + _in_words(total))
    if check and total["not_held"]:
        raise typer.Exit(1)


def _run(path: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a benchmark; where a library is missing, one row that says which."""
    if str(_FOLDER) not in sys.path:
        sys.path.append(str(_FOLDER))
    spec = importlib.util.spec_from_file_location(f"landed_bench_{name}", path)
    if spec is None or spec.loader is None:
        raise UnansweredError(f"bench/{name}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        rows: list[dict[str, Any]] = module.run()
    except ModuleNotFoundError as missing:
        if (missing.name or "landed").partition(".")[0] in (*_OWN, *sys.stdlib_module_names):
            raise
        why = f"skipped: {missing.name} is not installed: pip install 'landed[bench]'"
        return [{"what": name, **dict.fromkeys(_EMPTY), "note": why}]
    return rows


def _first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0].strip('"')


# ------------------------------------------------------------------------------------------------ as lines


def _lines(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the rows as lines whose columns stand below each other."""
    cells = [("", "", "", "") if row["value"] is None else _cells(row) for row in rows]
    what, value, unit, beside = (
        max(map(len, column)) for column in zip(*((row["what"], *each[:3]) for row, each in zip(rows, cells, strict=True)), strict=True)
    )  # fmt: skip
    for row, (number, of, ratio, limit) in zip(rows, cells, strict=True):
        if row["value"] is None:
            yield f"  {row['what']:<{what}}{_GAP}{row['note']}"
            continue
        line = (
            f"  {row['what']:<{what}}{_GAP}{number:>{value}} {of:<{unit}}{_GAP}{ratio:<{beside}}{_GAP}{limit}"
        )
        yield line.rstrip()


def _cells(row: dict[str, Any]) -> tuple[str, str, str, str]:
    """Return the value, its unit, the ratio with what it is of, and the limit, in words."""
    ratio = "" if row["ratio"] is None else f"{_number(row['ratio'])} {row['peer']}"
    if row["limit"] is None:
        return _number(row["value"]), row["unit"], ratio, ""
    unit = "" if row["limit_of"] == "at least" else f" {row['unit']}"
    limit = f"{row['limit_of']} {_number(row['limit'])}{unit}: {'held' if row['held'] else 'NOT HELD'}"
    return _number(row["value"]), row["unit"], ratio, limit


def _number(number: float) -> str:
    """Write a number with three digits, or as a whole one."""
    return f"{number:,.0f}" if abs(number) >= _MANY or number == int(number) else f"{number:.3g}"


def _total(found: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    rows = [row for each in found.values() for row in each]
    held = Counter(row["held"] for row in rows)
    return {
        "rows": len(rows), "held": held[True], "not_held": held[False],
        "skipped": sum(row["value"] is None for row in rows),
    }  # fmt: skip


def _in_words(total: dict[str, Any]) -> str:
    """Say how many limits were held, and whether the machine was busy with something else."""
    rows, held = total["rows"], total["held"]
    text = f"{rows} rows in {total['seconds']:,.0f} s; of {held + total['not_held']} limits {held} held"
    if total["not_held"]:
        text += f", {total['not_held']} NOT HELD"
    if total["skipped"]:
        text += f"; {total['skipped']} skipped"
    others = total["taken_by_others"]
    if others is not None and others > _BUSY:
        text += f"\nOther work took {others:.0%} of the cores meanwhile: seconds are too long, and what uses one core looks better than it is."
    return text


# ---------------------------------------------------------------------------------------------- the machine


def _machine() -> dict[str, Any]:
    """Return what the figures depend on: the processor, the memory, and the versions of what is measured."""
    return {
        "system": platform.system(), "processor": _processor(), "cores": _cores(), "memory_gb": _memory(),
        "python": platform.python_version(), "libraries": dict(_versions(_LIBRARIES)),
    }  # fmt: skip


def _named(machine: dict[str, Any]) -> str:
    memory = "" if machine["memory_gb"] is None else f", {machine['memory_gb']} GB"
    libraries = ", ".join(f"{name} {number}" for name, number in machine["libraries"].items())
    return f"{machine['system']}, {machine['cores']} cores ({machine['processor']}){memory}; Python {machine['python']}; {libraries}"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def _memory() -> int | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9)
    except (AttributeError, ValueError, OSError):
        return None


def _versions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name == "landed":
            from landed import __version__

            yield name, __version__
            continue
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue


class _Work:
    """How long it has taken since this was made, and which part of the cores had other work meanwhile."""

    def __init__(self) -> None:
        self._begun, self._busy, self._own = time.perf_counter(), _busy_seconds(), _own_seconds()

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._begun

    @property
    def taken_by_others(self) -> float | None:
        """Return a share of all cores, or None where the system does not say."""
        busy = _busy_seconds()
        if busy is None or self._busy is None:
            return None
        others = busy - self._busy - (_own_seconds() - self._own)
        return round(max(0.0, others) / self.seconds / (os.cpu_count() or 1), 2)


def _busy_seconds() -> float | None:
    """Return how long all cores have been busy since the machine started."""
    try:
        user, nice, system, _, _, *interrupts = map(
            int, Path("/proc/stat").read_text(encoding="utf-8").split("\n", 1)[0].split()[1:9]
        )
    except (OSError, ValueError):
        return None
    return float(user + nice + system + sum(interrupts)) / float(os.sysconf("SC_CLK_TCK"))


def _own_seconds() -> float:
    """Return how long this process and those it has waited for have been busy."""
    return sum(os.times()[:4])
