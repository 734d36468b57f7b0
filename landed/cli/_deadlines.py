"""`landed deadlines`: what runs out when, with the rule for each."""

from __future__ import annotations

from typing import Any

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


def deadlines(
    case: CaseFile,
    *,
    on: On = "",
    known_on: KnownOn = "",
    settings: Settings = [],  # noqa: B006 - typer reads defaults, and never changes them
    law: LawFile = None,
    suppose: Suppose = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Show what runs out when: the stay, the petition, the visa stamp, the passport, each kept apart, with its rule.

    Example: landed deadlines examples/laid-off.yaml
    """
    from landed.facts import read_case
    from landed.plan import deadlines_json, plan_deadlines, ran_out

    read = read_case(case)
    asked = day_of("--on", on) if on else read.on
    known = the_law(known_on, settings, law)
    found, bound = plan_deadlines(read, known, asked, supposed(suppose))
    over = ran_out(read, known, asked, supposed(suppose))
    if as_json:
        answer: dict[str, Any] = {
            "on": asked.isoformat(),
            "known_on": known.known_on.isoformat() if known.known_on else None,
            "overlay": known.overlay.label or None,
            "what_if": list(suppose),
            "binding": bound.deadline.id if bound else None,
            "deadlines": deadlines_json(found),
            "ran_out": deadlines_json(over),
        }
        print_json(answer)
        return
    from landed.days import day_text, in_words
    from landed.plan.wording import has_ended
    from landed.report.console import make_console
    from landed.report.deadlines import print_deadlines
    from landed.report.words import standing_on

    top = [("Asked for", day_text(asked)), *standing_on(known.overlay.label, tuple(suppose), known.known_on)]
    top += [("Over", in_words(has_ended(each))) for each in over]
    print_deadlines(found, bound.deadline.id if bound else "", top, make_console())
