"""`landed points`: a scored system, line by line."""

from __future__ import annotations

import datetime as dt
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
    print_json,
    the_question,
)

if TYPE_CHECKING:
    from landed.assess.cutoffs import Comparison
    from landed.assess.points import Points
    from landed.expr.values import Span

System = Annotated[
    str,
    typer.Argument(metavar="SYSTEM", help="The scored system: crs, fsw, and those of provinces.", show_default=False),
]  # fmt: skip


def points(
    *,
    system: System,
    case: CaseFile,
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    suppose: Suppose = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Count the points of a scored system line by line, and put them beside the rounds known on the day.

    Missing facts give bounds. Add --if worker.enhanced_nomination=true to see the score of a nominee.

    Example: landed points crs examples/h1b-engineer.yaml --on 2026-06-01
    """
    from landed.assess.points import points as count
    from landed.assess.points import points_json

    question = the_question(case, on, known_on, settings, law, suppose)
    found = count(question, question.law.score(system))
    if as_json:
        told = points_json(found)
        print_json({
            "id": found.score.id, "title": found.score.title, "on": question.day.isoformat(),
            "known_on": question.law.known_on.isoformat() if question.law.known_on else None,
            "overlay": question.law.overlay.label or None, "what_if": list(question.what_if), **told,
            "notes": list(question.snapshot.notes),
        })  # fmt: skip
        return
    _print(found)


def _print(found: Points) -> None:
    typer.echo(f"{found.score.title}, on {found.question.day}")
    for supposed in found.question.what_if:
        typer.echo(f"supposing {supposed}")
    _print_lines(found)
    for text in found.not_encoded:
        typer.echo(f"\nNot encoded here: {text}")
    if not found.complete:
        typer.echo("The total is that of the law known before; no comparison with a cut-off is made.")
    if found.missing:
        typer.echo(f"\nMissing facts that would narrow it: {', '.join(found.missing)}")
    if found.stale_since:
        last_seen = found.stale_since - dt.timedelta(days=1)
        typer.echo(f"\nThe oldest of these figures was last seen to stand on {last_seen}.")
    compared = found.compared()
    if compared is not None:
        _print_rounds(compared)
    for note in found.question.snapshot.notes:
        typer.echo(f"\nTaken for granted: {note}")
    _print_sources(found)


def _print_lines(found: Points) -> None:
    group = ""
    for each in (line for line in found.lines if line.shown):
        if each.line.group != group:
            group = each.line.group
            typer.echo(f"\n{group}")
        source = "; ".join(f"{cite.source} {cite.pinpoint}".strip() for cite in each.line.cites)
        of = f"of {each.of}" if each.of else ""
        typer.echo(f"  {each.line.text:<52} {_said(each.points):>10} {of:<8} [{source}]")
    typer.echo(f"\n  {'Total':<52} {_said(found.total):>10} of {found.maximum}")
    if found.score.pass_mark is not None:
        word = {True: "reached", False: "not reached", None: "open"}[found.passes]
        mark = found.question.ask(found.score.pass_mark).span
        typer.echo(f"  {'Pass mark':<52} {_said(mark):>10} {word}")
    nominated = found.with_nomination()
    if nominated:
        typer.echo(f"  {'With a nomination made through Express Entry':<52} {_said(nominated.total):>10}")


def _print_sources(found: Points) -> None:
    from landed.law.library import load_programme

    sources = load_programme(found.score.programme).sources
    typer.echo("\nSources")
    for key in dict.fromkeys(cite.source for each in found.lines if each.shown for cite in each.line.cites):
        source = sources[key]
        typer.echo(f"  {key}: {source.title} ({source.seen}, checked {source.checked})")


def _said(span: Span) -> str:
    return f"{span.lo}" if span.exact else f"{span.lo} to {span.hi}"


def _print_rounds(compared: Comparison) -> None:
    typer.echo(f"\n{compared.statement()}")
    if compared.lately:
        typer.echo(
            "\nWhat was enough in the last twelve months (lowest, quartiles, highest cut-off; rounds; invited)"
        )
    member = {True: "you are in it", False: "you are not in it", None: "not known whether you are in it"}
    for each in compared.lately:
        low, middle, high = each.quartiles()
        spread = (
            f"{min(each.cutoffs)} | {low:g} {middle:g} {high:g} | {max(each.cutoffs)}; {len(each.cutoffs)}"
        )
        typer.echo(f"  {each.title}: {spread}; {each.invitations:,}; {member[each.member]}")
    if compared.rounds:
        typer.echo("\nRounds of those you are, or may be, in")
    met = {True: "enough", False: "not enough", None: "open"}
    for row in compared.rounds[:12]:
        word = "the earlier profile goes first" if row.tie and row.met is None else met[row.met]
        typer.echo(f"  {row.round.day}  {row.round.cutoff:>4}  {word:<11} {row.round.label}")
    if len(compared.rounds) > 12:  # noqa: PLR2004 - a screen's worth
        typer.echo(f"  ... and {len(compared.rounds) - 12} more (--json has all)")
    typer.echo(f"  Rounds are known to {compared.known_to}.")
