"""Answers as JSON: the form other programs rely on (contract of `landed assess --json`)."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import landed
from landed.assess.outcome import Assessment, facts_read, state
from landed.assess.question import Question
from landed.expr import Cite, Clause
from landed.expr.dated import Absent, Cells, Codes, Dated, Steps
from landed.expr.finding import Finding
from landed.expr.leaves import (
    Band,
    ChoiceParameter,
    FlagParameter,
    Greatest,
    Lookup,
    Meets,
    NumberParameter,
    OnList,
    OverlapList,
    Parameter,
)
from landed.expr.nodes import AllOf, AnyOf
from landed.law.content import unit_of
from landed.law.coverage import not_encoded_for
from landed.law.library import Source, load_programme
from landed.law.route import Reservation


def answer(question: Question, assessments: list[Assessment], countries: tuple[str, ...]) -> dict[str, Any]:
    """Return the whole answer as plain data."""
    law = question.law
    told: dict[str, Any] = {}
    return {
        "on": question.day.isoformat(),
        "known_on": law.known_on.isoformat() if law.known_on else None,
        "law": {"version": landed.__version__, "known_to": known_to(assessments), "overlay": law.overlay.label or None},
        "what_if": list(question.what_if),
        "notes": list(question.snapshot.notes),
        "not_encoded_here": [
            {"id": entry.id, "title": entry.title, "state": entry.state} for entry in not_encoded_for(countries, question.day)
        ],
        "reservations": [
            {"country": country, **reservation_json(item, sources)}
            for country, item, sources in law.reservations(countries)
        ],
        "routes": [route_json(question, assessment, told) for assessment in assessments],
    }  # fmt: skip


def known_to(assessments: list[Assessment]) -> str | None:
    """Return the latest day on which any source behind these answers was captured."""
    captured = [
        source.captured
        for programme in {assessment.route.programme for assessment in assessments}
        for source in load_programme(programme).sources.values()
        if source.captured
    ]
    return max(captured, default=None)


def route_json(
    question: Question, assessment: Assessment, told: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Return one route's answer as plain data; `told` remembers the scored systems counted already."""
    from landed.assess.points import route_points_json

    route = assessment.route
    counted = {} if told is None else told
    sources = load_programme(route.programme).sources
    return {
        "id": route.id,
        "title": route.title,
        "title_fr": route.title_fr or None,
        "country": route.country,
        "kind": route.kind.value,
        "party": route.party,
        "grants": route.grants.value if route.grants else None,
        "outcome": assessment.outcome.value,
        "because": assessment.because,
        "next_day": _day(assessment.next_day),
        "confidence": assessment.confidence,
        "open_only_because_of_something_unverified": assessment.weak,
        "stale_since": _day(assessment.stale_since),
        "points": route_points_json(question, route.score, route.id, counted) if route.score else None,
        "runs_out": _runs_out(question, assessment),
        "clauses": _clauses(question, assessment.finding, route.id),
        "missing": list(assessment.missing),
        "would_open": [
            {
                "by": opener.by,
                "text": opener.text,
                "clause": f"{route.id}/{opener.clause}",
                "facts": list(opener.facts),
            }
            for opener in assessment.would_open
        ],
        "reservations": [reservation_json(item, sources) for item in route.reservations],
        "cites": [cite_json(cite, sources) for cite in route.cites],
    }


def _runs_out(question: Question, assessment: Assessment) -> dict[str, Any] | None:
    route = assessment.route
    if route.runs_out is None:
        return None
    span = question.ask(route.runs_out, route.id).span
    plain = route.runs_out.unit.plain
    return {
        "earliest": plain(span.lo),
        "latest": plain(span.hi),
        "discretionary": route.discretionary,
        "after": route.after,
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _clauses(question: Question, finding: Finding, route: str) -> dict[str, Any]:
    """Return the clauses of a route; a single one, or none, stands under all_of as well."""
    tree = _tree(question, finding, route)
    if tree is None:
        return {"all_of": []}
    return tree if tree.keys() in ({"all_of"}, {"any_of"}) else {"all_of": [tree]}


def _tree(question: Question, finding: Finding, route: str) -> dict[str, Any] | None:
    """Return the clauses of a finding as nested all_of and any_of; None where it has none."""
    if isinstance(finding.node, Clause):
        return clause_json(question, finding, route)
    if isinstance(finding.node, Meets):
        return None
    parts = [part for part in (_tree(question, part, route) for part in finding.parts) if part is not None]
    if not parts:
        return None
    if isinstance(finding.node, AnyOf):
        return {"any_of": parts}
    if isinstance(finding.node, AllOf):
        flat: list[dict[str, Any]] = []
        for part in parts:
            flat += part["all_of"] if set(part) == {"all_of"} else [part]
        return {"all_of": flat}
    return parts[0] if len(parts) == 1 else {"all_of": parts}


def clause_json(question: Question, finding: Finding, route: str) -> dict[str, Any]:
    """Return one clause with its state, the facts it read, its parameters and its citations."""
    clause = cast("Clause", finding.node)
    sources = load_programme(route.rpartition(".")[0]).sources
    snapshot = question.snapshot
    answer: dict[str, Any] = {
        "id": f"{route}/{clause.key}",
        "text": clause.text,
        "state": state(finding).value,
        "kind": clause.kind,
        "party": clause.party,
        "evidence": {fact.name: snapshot.shown(fact) for fact in facts_read(finding)},
        "parameters": [parameter_json(part) for part in _parameters(finding)],
        "cites": [cite_json(cite, sources) for cite in clause.cites],
    }
    routes = {part.route: _meets_word(part) for part in finding.walk() if isinstance(part.node, Meets)}
    if routes:
        answer["routes"] = routes
    if clause.looks_at:
        answer["officers_look_at"] = list(clause.looks_at)
    return answer


def _meets_word(finding: Finding) -> str:
    return {True: "open", False: "not open", None: "undetermined"}[finding.truth]


def _parameters(finding: Finding) -> list[Finding]:
    found: dict[str, Finding] = {}
    stack = [finding]
    while stack:
        part = stack.pop()
        if isinstance(part.node, Meets):
            continue
        if part.dated is not None:
            found.setdefault(part.dated.id, part)
        stack.extend(reversed(part.parts))
    return list(found.values())


def parameter_of(finding: Finding) -> Parameter | None:
    """Return the parameter that a finding read."""
    match finding.node:
        case OnList(codes=codes) | OverlapList(codes=codes):
            return codes
        case Lookup(table=table) | Greatest(table=table):
            return table
        case Band(bands=bands):
            return bands
        case FlagParameter() | NumberParameter() | ChoiceParameter():
            return finding.node
        case _:
            return None


def parameter_json(finding: Finding) -> dict[str, Any]:
    """Return a parameter as read: its value on the day, since when, known since when, how well."""
    dated = cast("Dated", finding.dated)
    return {
        "id": dated.id,
        "value": value_json(dated, parameter_of(finding)),
        "since": _day(dated.since),
        "known_on": _day(dated.known_on),
        "seen": dated.seen,
        "stale_since": _day(dated.stale_since),
        "overlay": dated.overlay or None,
        "note": dated.note or None,
    }


def value_json(dated: Dated, parameter: Parameter | None) -> Any:
    """Return a parameter's value as plain data; of a list or table, its size (the whole is in `landed law show`)."""
    unit = unit_of(parameter) if parameter is not None else None
    match dated.value:
        case Absent():
            return dated.value.value
        case Codes(whole=whole, part=part):
            return f"a list of {len(whole) + len(part)} codes"
        case Cells(rows=rows):
            return f"a table of {len(rows)} rows"
        case Steps(rows=steps):
            return f"{len(steps)} steps"
        case int() if unit is not None and not isinstance(dated.value, bool):
            return unit.plain(dated.value)
        case _:
            return dated.value


def cite_json(cite: Cite, sources: dict[str, Source]) -> dict[str, Any]:
    """Return a citation with its source."""
    source = sources.get(cite.source)
    if source is None:
        return {
            "title": cite.source,
            "href": "",
            "pinpoint": cite.pinpoint,
            "seen": "unverified",
            "checked": None,
        }
    return {
        "title": source.title, "href": source.href, "pinpoint": cite.pinpoint, "seen": source.seen,
        "checked": source.checked, "captured": source.captured or None,
    }  # fmt: skip


def reservation_json(item: Reservation, sources: dict[str, Source]) -> dict[str, Any]:
    """Return a reservation with its citations."""
    return {"text": item.text, "cites": [cite_json(cite, sources) for cite in item.cites]}
