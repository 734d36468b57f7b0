"""The answers as one HTML file: how the workforce stands, who must act first, the months ahead, what would help.

Nothing is loaded from anywhere and no script runs; the style is that of the plan of one person. Of a large workforce
it shows those whom time presses most; the workbook has everybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import landed
from landed.days import in_words, month, short_day
from landed.roster.answers import Answer
from landed.roster.run import Result
from landed.roster.words import ADVICE, headline, shade, standing, summary

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_PEOPLE = 300
"""Rows of the table of people and of the heat map; of more, the most pressing."""
_HERE = Path(__file__).parent / "templates"
_STYLE = Path(landed.__file__).parent / "report" / "templates"


def html(result: Result) -> str:
    """Return the report as one HTML document."""
    order = sorted(range(len(result.answers)), key=lambda index: _pressing(result.answers[index], index))
    shown = order[:MOST_PEOPLE]
    most = max((count for row in result.open_ways for count in row), default=0)
    return _environment().get_template("roster.html").render(
        result=result,
        headline=headline(result),
        summary=summary(result),
        standing=[pair for pair in standing(result) if pair[0] not in ("Asked for", "Answered by")],
        advice=ADVICE,
        people=[(result.people.persons[index], result.answers[index]) for index in shown],
        left_out=len(order) - len(shown),
        heat=[(result.people.persons[index], _cells(result, index)) for index in shown],
        shade=lambda count: shade(count, most),
        years=_years(result.months),
        months=_months(result),
        total=len(result.answers),
    )  # fmt: skip


def _cells(result: Result, index: int) -> list[tuple[int, int]]:
    """Return a person's months: how many ways are open, and how many are or could be."""
    return list(zip(result.open_ways[index], result.possible_ways[index], strict=True))


def _pressing(answer: Answer, index: int) -> tuple[dt.date, bool, int]:
    """Order by the day that presses: the latest safe start at the slowest, else if standards are met, else the deadline."""
    safe = answer.latest_safe_start
    day = safe.at_the_slowest_published or safe.if_every_standard_is_met or answer.deadline
    if answer.deadline and not safe.if_every_standard_is_met:
        day = dt.date.min  # too late already, or nobody can say
    return day or dt.date.max, answer.outcome == "open", index


def _years(months: Sequence[dt.date]) -> list[tuple[int, int]]:
    """Return the years of the months, each with how many months of it there are."""
    found: dict[int, int] = {}
    for day in months:
        found[day.year] = found.get(day.year, 0) + 1
    return list(found.items())


def _months(result: Result) -> list[tuple[dt.date, int, int]]:
    """Return each month with how many people have an open way, and how many have none."""
    total = len(result.open_ways)
    opened = [sum(row[at] > 0 for row in result.open_ways) for at in range(len(result.months))]
    return [(day, count, total - count) for day, count in zip(result.months, opened, strict=True)]


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader([_HERE, _STYLE]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "day": _day,
        "month": lambda day: f"{month(day)} {day.year}",
        "said": in_words,
        "short_day": short_day,
        "number": lambda count: f"{count:,}",
    }
    return environment


def _day(day: dt.date | None) -> Any:
    from markupsafe import Markup

    if day is None:
        return ""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), short_day(day))
