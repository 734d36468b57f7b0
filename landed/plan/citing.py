"""From keys to sources written out, so that a plan is complete in itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from landed.expr import Cite, Seen
from landed.expr.dated import Dated
from landed.expr.finding import Finding
from landed.facts import FACTS
from landed.law.library import Source, load_programme, weakest
from landed.plan.dated_step import Citation

PLANNING_SOURCE = "P"
"""The key of the source of figures that nobody publishes."""
INTAKE = {
    "intake_closed": "its intake is closed",
    "full": "its intake is full",
    "suspended": "it is suspended",
    "before": "there is no such law yet",
    "ended": "this law has ended",
    "announced": "it is announced, and not in force",
}
"""Why a route is closed or not in force, beside its clauses."""


def citation(source: Source, pinpoint: str = "") -> Citation:
    """Write out a source, and a place in it."""
    return Citation(source.title, source.href, pinpoint, source.seen, source.checked, source.captured)


def citations(programme: str, cites: Iterable[Cite]) -> tuple[Citation, ...]:
    """Write out the citations of a programme's rule or procedure, each once."""
    sources = load_programme(programme).sources
    found = [citation(sources[cite.source], cite.pinpoint) for cite in cites if cite.source in sources]
    return tuple(dict.fromkeys(found))


def parameters_of(finding: Finding) -> list[Dated]:
    """Return the dated parameters that a finding read, each once."""
    return list({part.dated.id: part.dated for part in finding.walk() if part.dated is not None}.values())


def citations_of(parameters: Iterable[Dated]) -> tuple[Citation, ...]:
    """Write out the sources of dated parameters, each once."""
    found = []
    for dated in parameters:
        sources = load_programme(".".join(dated.id.split(".")[:2])).sources
        found += [citation(sources[key]) for key in dated.sources if key in sources]
    return tuple(dict.fromkeys(found))


def seen_of(parameters: Iterable[Dated]) -> Seen:
    """Return how well the weakest of some parameters is known."""
    return weakest([dated.seen for dated in parameters])


def is_planning(parameters: Iterable[Dated]) -> bool:
    """Tell whether one of these is a planning figure."""
    return any(PLANNING_SOURCE in dated.sources for dated in parameters)


def stale_since(days: Iterable[dt.date | None]) -> dt.date | None:
    """Return the earliest of some days, None where there is none."""
    return min((day for day in days if day is not None), default=None)


def open_because(finding: Finding) -> tuple[str, ...]:
    """Say in words what leaves a finding open: questions to a person, law not encoded, an officer's judgement."""
    texts = []
    for opener in finding.opens:
        match opener.kind:
            case "fact":
                fact = FACTS.get(opener.what)
                texts.append(opener.what if fact is None else fact.about.question)
            case "law":
                texts.append(f"not encoded here: {opener.what}")
            case _:
                texts.append(f"for the officer to judge: {opener.what.rpartition('/')[2].replace('_', ' ')}")
    return tuple(sorted(set(texts)))
