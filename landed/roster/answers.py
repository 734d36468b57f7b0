"""What a roster says of one person: the best way with its days and costs, the deadline, and what decides.

The row is that of `landed plan`: the first option of the plan that the person would get alone.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from landed.expr import Seen
from landed.plan.dated_step import TwoDays
from landed.plan.model import Binding, Option, Plan, Total

NONE_OPEN = "no way"
"""The outcome where no way that is written here is open or could open."""
NO_DAYS = TwoDays(None, None)


@dataclass(frozen=True, slots=True)
class Answer:
    """The row of one person."""

    outcome: str
    """open, undetermined, or `no way`."""
    way: str = ""
    title: str = ""
    via: tuple[str, ...] = ()
    """The titles of the approvals and services that the way goes through."""
    via_ids: tuple[str, ...] = ()
    country: str = ""
    confidence: Seen | None = None
    stale_since: dt.date | None = None
    first_work: TwoDays = NO_DAYS
    latest_safe_start: TwoDays = NO_DAYS
    too_late: str = ""
    """Why a day of the latest safe start is missing."""
    totals: tuple[Total, ...] = ()
    deadline: dt.date | None = None
    deadline_title: str = ""
    deadline_id: str = ""
    deadline_up_to: bool = False
    """Whether an authority may shorten it: then it is "up to" the day."""
    decides: str = ""
    """Where the best way is undetermined: the question whose answer comes first."""
    decides_fact: str = ""
    decides_by: str = ""
    missing: tuple[str, ...] = ()
    """All facts that the best way still lacks."""
    open_ways: int = 0
    possible_ways: int = 0
    """Ways that are open or could open."""
    warnings: tuple[str, ...] = ()
    """What changes on the best way before it is filed: an intake that closes, a rule that ends."""


def answer_of(plan: Plan) -> Answer:
    """Return the row of a person's plan."""
    ways = {option.route for option in plan.options}
    opened = {option.route for option in plan.options if option.outcome == "open"}
    warned = plan.best.warnings if plan.best else ()
    return row_of(plan.best, plan.binding, len(opened), len(ways), warned)


def row_of(
    best: Option | None, bound: Binding | None, opened: int, possible: int, warnings: tuple[str, ...]
) -> Answer:
    """Return the row for the best option, measured against a deadline."""
    day = bound.day if bound else None
    title = bound.deadline.title if bound else ""
    id_ = bound.deadline.id if bound else ""
    up_to = bound.deadline.discretionary if bound else False
    if best is None:
        return Answer(NONE_OPEN, deadline=day, deadline_title=title, deadline_id=id_, deadline_up_to=up_to)
    first = best.would_open[0] if best.would_open else None
    asked = next((each for each in best.would_open if each.facts), first)
    facts = tuple(dict.fromkeys(fact for each in best.would_open for fact in each.facts))
    return Answer(
        outcome=best.outcome, way=best.route, title=best.title, via=tuple(part.title for part in best.via),
        via_ids=tuple(part.route for part in best.via), country=best.country, confidence=best.confidence,
        stale_since=best.stale_since, first_work=best.first_work, latest_safe_start=best.latest_safe_start.days,
        too_late=best.latest_safe_start.reason, totals=best.totals, deadline=day, deadline_title=title,
        deadline_id=id_, deadline_up_to=up_to, decides=_question(asked), decides_fact=asked.facts[0] if asked and asked.facts else "",
        decides_by=asked.by if asked else "", missing=facts, open_ways=opened, possible_ways=possible, warnings=warnings,
    )  # fmt: skip


def _question(asked: object) -> str:
    questions = getattr(asked, "questions", ())
    return questions[0] if questions else getattr(asked, "text", "")
