"""`landed bench`: the benchmarks, each beside its peer, as ratios of one run."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Annotated, Any

import typer

from landed.cli._options import AsJson, print_json
from landed.errors import UnansweredError, UsageError

_FOLDER = Path(__file__).parent.parent.parent / "bench"


def bench(
    *,
    name: Annotated[
        list[str],
        typer.Argument(metavar="[NAME]...", help="Which benchmarks; all without a name.", show_default=False),
    ] = [],  # noqa: B006 - typer reads defaults, and never changes them
    as_json: AsJson = False,
) -> None:
    """Run the benchmarks of a checkout and print each figure beside its peer's.

    Example: landed bench processes
    """
    if not _FOLDER.is_dir():
        raise UnansweredError(
            "the benchmarks are in the folder bench/ of a checkout of the project, and there is none here"
        )
    known = {path.stem: path for path in sorted(_FOLDER.glob("*.py"))}
    unknown = [each for each in name if each not in known]
    if unknown:
        raise UsageError(f"there is no benchmark {unknown[0]!r}; there are {', '.join(known)}")
    found = {each: _run(known[each], each) for each in name or known}
    if as_json:
        print_json(found)
        return
    for each, rows in found.items():
        typer.echo(f"{each}: {_first_line(known[each])}")
        for row in rows:
            limit = (
                ""
                if row["limit"] is None
                else f"   limit {row['limit']} s: {'held' if row['seconds'] <= row['limit'] else 'NOT HELD'}"
            )
            typer.echo(
                f"  {row['what']:<36} {row['seconds']:>9} s   {row['ratio']:>6} x {row['peer']}{limit}"
            )


def _run(path: Path, name: str) -> list[dict[str, Any]]:
    spec = importlib.util.spec_from_file_location(f"landed_bench_{name}", path)
    if spec is None or spec.loader is None:
        raise UnansweredError(f"bench/{name}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows: list[dict[str, Any]] = module.run()
    return rows


def _first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0].strip('"')
