"""What the employer's choices and a reform change: counts of people with a way, and who loses theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from landed.law import Law
from landed.roster.answers import Answer
from landed.roster.known import Known
from landed.roster.ways_open import Asked, Engine, counts, ways_of
from landed.roster.worked_out import Column, Supposed

CHOICES: Mapping[str, Mapping[str, object]] = {
    "a company in Canada": {
        "employer.operates_in_canada": True,
        "employer.canadian_entity.relationship": "subsidiary",
    },
    "commercial premises there": {"employer.canadian_entity.premises": "commercial"},
    "a Labour Market Benefits Plan": {"employer.undertakes.labour_market_benefits_plan": True},
    "an offer in the Employer Portal": {"employer.undertakes.portal_offer": True},
    "the employer keeps nobody on from abroad": {"employer.willing": False},
}
"""What an employer may decide, as facts supposed of everybody of whom they do not hold already."""
ALL = "all four together"
_RELATIONSHIP = "employer.canadian_entity.relationship"


@dataclass(frozen=True, slots=True)
class Choice:
    """How many people have a way if the employer chooses so."""

    title: str
    supposes: Mapping[str, object]
    open: int
    """People with a way that is open."""
    possible: int
    """People with a way that is open or could open."""
    more_ways: int
    """People with more open ways than today."""


def choices(known: Known, law: Law, wanted: Sequence[tuple[str, ...]], engine: Engine) -> list[Choice]:
    """Return how many people have a way as things are, and under each choice."""
    routes = ways_of(law)
    asked = Asked(known, law, routes, engine)
    now = asked.on(known.on)
    today = counts(now, routes, wanted)
    found = [_choice("as things are", {}, today, counts(now, routes, wanted, sure=False), today)]
    together = {name: value for title, facts in list(CHOICES.items())[:4] for name, value in facts.items()}
    for title, facts in (*list(CHOICES.items())[:4], (ALL, together), *list(CHOICES.items())[4:]):
        then = asked.on(known.on, supposed(known, facts))
        found.append(
            _choice(
                title, facts, counts(then, routes, wanted), counts(then, routes, wanted, sure=False), today
            )
        )
    return found


def _choice(
    title: str,
    facts: Mapping[str, object],
    opened: Sequence[int],
    possible: Sequence[int],
    today: Sequence[int],
) -> Choice:
    more = sum(then > before for then, before in zip(opened, today, strict=True))
    return Choice(title, facts, sum(map(bool, opened)), sum(map(bool, possible)), more)


def supposed(known: Known, facts: Supposed) -> dict[str, Column]:
    """Return the columns that change where facts are supposed of everybody of whom they do not hold already."""
    held = {name: value for name, value in facts.items() if name != _RELATIONSHIP}
    entity = known.column("employer.has_canadian_entity")
    each = [held if has is True else facts for has in entity]
    return known.supposing(sorted(known.changed_by(facts)), each)


@dataclass(frozen=True, slots=True)
class Lost:
    """A person whose best way closes under a reform."""

    index: int
    before: Answer
    after: Answer
    closes: tuple[str, ...]
    """The titles of the routes of the best way that close."""


def lost(
    known: Known, reform: Law, before: Sequence[Answer], after: Sequence[Answer], engine: Engine
) -> list[Lost]:
    """Return the people whose best way closes, those whose deadline is first coming first."""
    used = {route for answer in before for route in (answer.way, *answer.via_ids) if route}
    routes = [route for route in reform.routes() if route.id in used]
    if not routes:
        return []
    then = Asked(known, reform, routes, engine).on(known.on)
    titles = {route.id: route.title for route in routes}
    found = []
    for index, answer in enumerate(before):
        closes = tuple(
            titles[id_] for id_ in (answer.way, *answer.via_ids) if id_ and not then.maybe[id_][index]
        )
        if closes:
            found.append(Lost(index, answer, after[index], closes))
    return sorted(found, key=lambda each: (each.before.deadline or dt.date.max, each.index))
