"""The options that several commands share, and the question they make."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from landed.errors import UsageError

if TYPE_CHECKING:
    from landed.assess import Question
    from landed.law import Law

CaseFile = Annotated[
    Path,
    typer.Argument(
        metavar="CASE", help="The case file, YAML or JSON (see `landed schema`).", show_default=False
    ),
]
On = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="DAY",
        help="The day asked of, YYYY-MM-DD; the case's own day, else today.",
        show_default=False,
    ),
]
KnownOn = Annotated[
    str,
    typer.Option(
        "--known-on", metavar="DAY", show_default=False,
        help="Answer with only what had been published by this day: judge old advice by what was then known.",
    ),
]  # fmt: skip
Settings = Annotated[
    list[str],
    typer.Option(
        "--set", metavar="PARAMETER[@DAY]=VALUE", show_default=False,
        help="A reform: a parameter of the law has this value on all days, or from a day. May be repeated.",
    ),
]  # fmt: skip
LawFile = Annotated[
    Path | None,
    typer.Option("--law", metavar="FILE", help="A YAML of dated parameters laid over the law, each with a source.", show_default=False),
]  # fmt: skip
Suppose = Annotated[
    list[str],
    typer.Option(
        "--if", metavar="FACT=VALUE", show_default=False,
        help="Suppose a fact of the case: --if worker.us_status.last_day_worked=2026-12-01. May be repeated.",
    ),
]  # fmt: skip
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


def day_of(option: str, written: str) -> dt.date:
    """Read a day given as an option; UsageError where it is none."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"{option} {written!r}: not a day; expected YYYY-MM-DD, a day that exists") from None


def asked_day(written: str, option: str = "--on") -> dt.date:
    """Read the day asked of, today where none is given; UnansweredError where the law cannot be asked on it."""
    from landed.law.library import must_be_in_reach

    day = day_of(option, written) if written else dt.datetime.now(tz=dt.UTC).astimezone().date()
    must_be_in_reach(day)
    return day


def the_law(known_on: str, settings: list[str], law_file: Path | None) -> Law:
    """Make the law as asked for: as known on a day, under a reform."""
    from landed.law import Law, Overlay
    from landed.law.library import must_be_in_reach

    known = day_of("--known-on", known_on) if known_on else None
    if known is not None:
        must_be_in_reach(known, "--known-on")
    return Law(known, Overlay.of(settings, law_file))


def the_question(
    case_file: Path, on: str, known_on: str, settings: list[str], law_file: Path | None, suppose: list[str]
) -> Question:
    """Read a case and put it to the law of the day asked."""
    from landed.assess import Question
    from landed.facts import Snapshot, read_case
    from landed.law.library import must_be_in_reach

    case = read_case(case_file)
    law = the_law(known_on, settings, law_file)
    day = day_of("--on", on) if on else case.on
    must_be_in_reach(day)
    snapshot = Snapshot(case, day)
    if suppose:
        snapshot = snapshot.with_facts(supposed(suppose))
    return Question(snapshot, law, day, tuple(suppose))


def supposed(texts: list[str]) -> dict[str, Any]:
    """Read the `--if` options: names of facts with values as in a case file."""
    from landed.yamltree import scalar

    facts: dict[str, Any] = {}
    for text in texts:
        name, equals, written = text.partition("=")
        if not equals or not name.strip():
            raise UsageError(
                f"--if {text!r}: expected FACT=VALUE, as job.city=Toronto or employer.willing=false"
            )
        written = written.strip()
        try:
            facts[name.strip()] = json.loads(written) if written[:1] in ("[", "{", '"') else scalar(written)
        except ValueError as error:
            raise UsageError(f"--if {text!r}: the value is not readable as JSON ({error})") from None
    return facts


def print_json(data: object) -> None:
    """Print one JSON document: indented for a person at a terminal, in one line for a program."""
    text = json.dumps(data, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)
    sys.stdout.write(text + "\n")
