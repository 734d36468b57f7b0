"""Every route with its outcome and its reasons, on a terminal: the ways first, then what they are made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.text import Text

from landed.assess import Assessment, Outcome, Question, answer
from landed.assess.changes import reason
from landed.days import day_text, short_day
from landed.report import words
from landed.report.clauses import clause_parts
from landed.report.console import OUTCOME_STYLES, bullet, heading, indented, known, make_console, show, text

_GROUPS = (
    (Outcome.OPEN, "Open"),
    (Outcome.UNDETERMINED, "Undetermined: it depends on what is not known yet"),
    (Outcome.CLOSED, "Closed"),
    (Outcome.NOT_IN_FORCE, "Not in force on this day"),
)

_FEW = 2
_DAY = dt.timedelta(days=1)
_MOST_IN_FULL = 12
"""Up to so many routes are told clause by clause unasked; of more, a terminal would show the last alone."""


def print_assessments(
    question: Question,
    assessments: list[Assessment],
    console: Console | None = None,
    *,
    clauses: bool = False,
) -> None:
    """Print the answers to one question; on standard output where no console is given.

    Of few routes every clause is told; of many only with `clauses`.
    """
    in_full = clauses or len(assessments) <= _MOST_IN_FULL
    show(console or make_console(), _parts(question, assessments, in_full=in_full))


def _parts(question: Question, assessments: list[Assessment], *, in_full: bool) -> Iterator[RenderableType]:
    countries = tuple(sorted({each.route.country for each in assessments}))
    data = answer(question, assessments, countries)
    routes = {route["id"]: route for route in data["routes"]}
    yield from _top(question, data)
    ways = [each for each in assessments if each.route.kind.is_way]
    others = [each for each in assessments if not each.route.kind.is_way]
    yield from _overview("Ways to work or stay", ways, ids=not in_full)
    yield from _overview("Parts of ways: approvals, services, clocks", others, ids=not in_full)
    if not in_full:
        yield heading("Clause by clause")
        yield text(
            "--route ID tells one route with its clauses and sources, --clauses all of them, --json for programs."
        )
    for assessment in [*_in_order(ways), *_in_order(others)]:
        if in_full and assessment.outcome is not Outcome.NOT_IN_FORCE:
            yield from _route(assessment, routes[assessment.route.id])
    yield from _end(data)


def _top(question: Question, data: dict[str, Any]) -> Iterator[RenderableType]:
    asked = f"Asked for {day_text(question.day)}"
    until = data["law"]["known_to"]
    yield text((asked, "bold"), f", with sources captured up to {until}" if until else "")
    for name, what in words.standing_on(question.law.overlay.label, question.what_if, question.law.known_on):
        yield text((f"{name}: ", "bold magenta"), what)
    for note in data["notes"]:
        yield text(("Note: ", "bold"), words.sentence(note))


def _in_order(assessments: list[Assessment]) -> list[Assessment]:
    order = [outcome for outcome, _ in _GROUPS]
    return sorted(assessments, key=lambda each: order.index(each.outcome))


def _overview(title: str, assessments: list[Assessment], *, ids: bool) -> Iterator[RenderableType]:
    if not assessments:
        return
    yield heading(title)
    for outcome, name in _GROUPS:
        found = [each for each in assessments if each.outcome is outcome]
        if not found:
            continue
        yield text((f"{name} ({len(found)})", OUTCOME_STYLES[outcome.value]))
        for each in found:
            yield indented(
                bullet(Group(_headline(each), text((each.route.id, "dim"))) if ids else _headline(each))
            )


def _headline(assessment: Assessment) -> Text:
    """Say in a line what a route's answer is, why, and how weak or old it is."""
    why = words.prose(_why(assessment))
    line = text((assessment.route.title, "bold"), f" ({words.country(assessment.route.country)}): {why}")
    if assessment.next_day:
        line.append(f"; next known day: {day_text(assessment.next_day)}")
    if assessment.weak:
        line.append(f". {words.WEAK}", "bold magenta")
    elif assessment.confidence != "official":
        line.append_text(text(" ", known(assessment.confidence)))
    if assessment.stale_since:
        line.append(f"; law last seen {short_day(assessment.stale_since - _DAY)}", "magenta")
    return line


def _why(assessment: Assessment) -> str:
    """Say in a line why: of many things that decide, the first, and how many more."""
    found = list(dict.fromkeys(opener.text for opener in assessment.would_open))
    if assessment.outcome is not Outcome.UNDETERMINED or len(found) <= _FEW:
        return reason(assessment)
    return f"depends on {len(found)} things; first: {found[0]}"


def _route(assessment: Assessment, data: dict[str, Any]) -> Iterator[RenderableType]:
    route = assessment.route
    yield Text("")
    outcome = words.outcome(assessment.outcome.value)
    yield text((route.title, "bold underline"), ": ", (outcome, OUTCOME_STYLES[assessment.outcome.value]))
    if route.title_fr:
        yield text((route.title_fr, "italic"))
    yield text(
        (f"{route.id} · {words.kind(route.kind.value)} · known from: ", "dim"), known(assessment.confidence)
    )
    if assessment.weak:
        yield text((f"{words.WEAK}.", "bold magenta"))
    if assessment.stale_since:
        yield text((words.stale(assessment.stale_since), "magenta"))
    yield from _runs_out(data["runs_out"])
    yield from clause_parts(assessment, data["clauses"])
    if data["would_open"]:
        yield text(("It opens if:", "bold"))
        for opener in data["would_open"]:
            facts = f" (in the case: {', '.join(opener['facts'])})" if opener["facts"] else ""
            yield bullet(
                text((f"{words.party(opener['by'])}: ", "bold"), words.prose(opener["text"]), (facts, "dim"))
            )
    if data["reservations"]:
        yield text(("It also asks, of everyone:", "dim"))
        yield from (_reservation(each) for each in data["reservations"])


def _runs_out(span: dict[str, Any] | None) -> Iterator[RenderableType]:
    if span is None:
        return
    earliest, latest = span["earliest"], span["latest"]
    day = (
        words.prose(str(earliest))
        if earliest == latest
        else f"between {_or_open(earliest)} and {_or_open(latest)}"
    )
    limit = "up to " if span["discretionary"] else ""
    yield text(("runs out: ", "bold"), f"{limit}{day}")
    if span["after"]:
        yield text(("from the next day on: ", "dim"), words.sentence(span["after"]))


def _or_open(day: str | None) -> str:
    return words.prose(day) if day else "an unknown day"


def _reservation(item: dict[str, Any], country: str = "") -> RenderableType:
    cites = "; ".join(f"{cite['title']} {cite['pinpoint']}".strip() for cite in item["cites"])
    return bullet(text(country, item["text"], (f" [{cites}]" if cites else "", "dim")))


def _end(data: dict[str, Any]) -> Iterator[RenderableType]:
    if data["reservations"]:
        yield heading("What holds for everyone")
        for item in data["reservations"]:
            yield _reservation(item, f"{words.country(item['country'])}: ")
    if data["not_encoded_here"]:
        yield heading("What exists and is not encoded here: silence is not a no")
        grouped: dict[str, list[str]] = {}
        for entry in data["not_encoded_here"]:
            grouped.setdefault(entry["state"], []).append(entry["title"])
        for state, titles in grouped.items():
            yield bullet(text((f"{words.capital(words.encoded(state))}: ", "bold"), "; ".join(titles)))
    yield Group(Text(""), text(("Information, not legal advice.", "bold")))
