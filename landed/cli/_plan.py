"""`landed plan`: the backup plan, printed, and written as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from landed.cli._options import (
    AsJson,
    CaseFile,
    KnownOn,
    LawFile,
    On,
    Settings,
    Suppose,
    day_of,
    print_json,
    supposed,
    the_law,
)  # fmt: skip

if TYPE_CHECKING:
    from landed.plan import Plan

Out = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="DIR", show_default=False,
        help="The folder for plan.html; plan-CASE in the current folder. With --json nothing is written without it.",
    ),
]  # fmt: skip


def plan(  # noqa: PLR0913 - one argument an option
    case: CaseFile,
    *,
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    suppose: Suppose = [],  # noqa: B006
    out: Out = None,
    full: Annotated[
        bool,
        typer.Option("--full", help="Print everything that the written plan has, not only what one acts on."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make the backup plan: which ways are open, what to do this week, by when, at whose cost.

    It is printed, and written as one HTML file that needs no network and can be printed or sent.

    Example: landed plan examples/h1b-engineer.yaml
    """
    from landed.facts import read_case
    from landed.plan import make_plan, plan_json

    read = read_case(case)
    made = make_plan(
        read,
        the_law(known_on, settings, law),
        day_of("--on", on) if on else None,
        supposed(suppose),
        tuple(suppose),
    )
    if as_json:
        if out is not None:
            _write(made, out)
        print_json(plan_json(made))
        return
    written = _write(made, out if out is not None else Path(f"plan-{case.stem}"))
    from landed.report.console import make_console
    from landed.report.terminal import print_plan

    print_plan(made, make_console(), full=full)
    typer.echo(f"\nThe whole plan, to keep, print, or send: {written}")


def _write(made: Plan, folder: Path) -> Path:
    from landed.report.html import write_html

    path = folder / "plan.html"
    write_html(made, path)
    return path
