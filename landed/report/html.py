"""The plan as one HTML file: nothing is loaded from anywhere, and no script runs.

The templates and the style sheet stand in `templates/`; every value is escaped by Jinja, and a content security
policy in the page forbids scripts and every request, whatever a case file may hold.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from landed.days import day_text, short_day
from landed.report import saying, words
from landed.report.sources import SourceList
from landed.report.timeline import mark_text, timeline
from landed.report.whole import write_whole

if TYPE_CHECKING:
    from jinja2 import Environment

    from landed.plan.model import FamilyAnswer, Option, Plan, StepOnCalendar, Task

_TEMPLATES = Path(__file__).parent / "templates"


def write_html(plan: Plan, path: Path) -> None:
    """Write a plan as one HTML file, whole or not at all; UsageError where the place cannot be written."""
    write_whole(path, html(plan))


def html(plan: Plan) -> str:
    """Return a plan as one HTML document."""
    plan = words.worded(plan)
    sources = SourceList(plan)

    def served(task: Task) -> list[tuple[int, str]]:
        return words.served(task, plan)

    def due(task: Task) -> str:
        return words.due(task, plan.on)

    return _environment().get_template("plan.html").render(
        plan=plan,
        sources=sources,
        refs=sources.references,
        standing=words.standing(plan),
        headline=words.headline_parts(plan.headline),
        calendars=words.calendars(plan),
        served=served,
        with_ways=partial(saying.with_ways, plan=plan),
        way_numbers=partial(saying.way_numbers, plan=plan),
        due=due,
        options=[(number, option, timeline(plan, option)) for number, option in enumerate(plan.options, 1)],
        best=plan.best,
    )  # fmt: skip


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": _day,
        "short_day": _short_day,
        "days_left": words.days_left,
        "party": words.party,
        "country": words.country,
        "kind": words.kind,
        "encoded": words.encoded,
        "deadline_day": words.deadline_day,
        "ends": words.ends,
        "who_pays": words.who_pays,
        "starts_work": words.starts_work,
        "stale": words.stale,
        "takes": words.takes,
        "lasts": _lasts,
        "unlocks": words.unlocks,
        "by_party": _by_party,
        "by_person": _by_person,
        "numbered": _numbered,
        "mark": mark_text,
        "short_title": words.short_title,
        "deed": words.deed,
        "folded": words.folded,
        "capitalize_first": words.capital,
    }
    environment.globals |= {"words": words, "saying": saying}
    return environment


def _day(day: dt.date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), day_text(day))


def _short_day(day: dt.date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), short_day(day))


def _lasts(step: StepOnCalendar) -> tuple[str, str]:
    return words.lasts(step.starts, step.ends)


def _by_party(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    grouped: dict[str, list[Task]] = {}
    for task in tasks:
        grouped.setdefault(task.who, []).append(task)
    return grouped


def _by_person(answers: Iterable[FamilyAnswer]) -> list[tuple[str, list[FamilyAnswer]]]:
    return [(person, list(theirs)) for person, theirs in groupby(answers, lambda each: each.person)]


def _numbered(option: Option) -> dict[str, Any]:
    """Return the number of each step of an option, by its id."""
    return {step.id: number for number, step in enumerate(option.steps, 1)}
