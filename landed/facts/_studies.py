"""Measures over studies."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from landed.expr import civil
from landed.expr.values import Members, Span, Truth, Value, kleene_or
from landed.facts._people import LEVELS, STUDY

if TYPE_CHECKING:
    from landed.facts.records import Study
    from landed.facts.snapshot import Snapshot

RANK = {level: rank for rank, level in enumerate(LEVELS)}
_THREE_YEARS, _TWO_YEARS = 3, 2
_ASSESSMENT_YEARS = 5
"""An educational credential assessment counts while it is less than five years old."""


def _completed(
    case: Snapshot, whose: str, listed: str = "education"
) -> tuple[list[Study], list[Study], bool] | None:
    """Return the studies surely and possibly completed on the day, and whether the list is complete."""
    if case.record(f"{whose}.{listed}") is None:
        return None
    rows, complete = case.rows(f"{whose}.{listed}")
    sure = [row for row in rows if row.completed is not None and row.completed <= case.on]
    maybe = [row for row in rows if row.completed is None or row.completed <= case.on]
    return sure, maybe, complete


def _by_length(study: Study) -> str | None:
    """Return the level of a study in the tables of points, which go by length below a degree (s. 78)."""
    if study.level in ("one_year", "two_year") and study.years is not None and study.years >= _TWO_YEARS:
        return "bachelor" if study.years >= _THREE_YEARS else "two_year"
    return study.level


def _level_of(
    rows: Iterable[Study], unclear: str, level: Callable[[Study], str | None] = lambda study: study.level
) -> str:
    """Return the level that these studies make together; one without a level counts as `unclear`."""
    levels = [level(row) or unclear for row in rows]
    highest = max(levels, key=RANK.__getitem__, default="none")
    several = sum(RANK[level] >= RANK["one_year"] for level in levels) > 1
    return "two_or_more" if several and highest == "bachelor" else highest


def education_level(case: Snapshot, whose: str) -> Value:
    """Return the highest level completed, two credentials with one of three years or more being a level."""
    studies = _completed(case, whose)
    if studies is None:
        return None
    sure, maybe, complete = studies
    lowest = RANK[_level_of(sure, "none")]
    highest = RANK[_level_of(maybe, LEVELS[-1])] if complete else len(LEVELS) - 1
    return frozenset(LEVELS[lowest : highest + 1])


def _some(case: Snapshot, whose: str, holds: Callable[[Study], Truth]) -> Truth:
    """Tell whether at least one completed study is of a sort."""
    studies = _completed(case, whose)
    if studies is None:
        return None
    sure, maybe, complete = studies
    if kleene_or(holds(row) for row in sure):
        return True
    return False if complete and kleene_or(holds(row) for row in maybe) is False else None


def us_masters_or_higher(case: Snapshot) -> Truth:
    """Tell whether a master's degree or higher was completed in the United States."""

    def holds(study: Study) -> Truth:
        if study.country not in (None, "US") or (study.level and RANK[study.level] < RANK["master"]):
            return False
        return None if study.country is None or study.level is None else True

    return _some(case, "worker", holds)


def diploma_of_two_years(case: Snapshot) -> Truth:
    """Tell whether a program of two years or more was completed after secondary school."""

    def holds(study: Study) -> Truth:
        if study.level is None:
            return None
        if study.level == "one_year" and study.years is not None:
            return study.years >= _TWO_YEARS
        return RANK[study.level] >= RANK["two_year"]

    return _some(case, "worker", holds)


def canadian_study(case: Snapshot) -> Value:
    """Return how long the longest program completed in Canada was, in the classes of the points."""
    studies = _completed(case, "worker") or _completed(case, "worker", "canada.study")
    if studies is None:
        return None
    sure, maybe, complete = studies

    def place(study: Study, unclear: int) -> int:
        if study.country not in (None, "CA") or study.level == "secondary":
            return 0
        if study.country is None or study.level is None:
            return unclear
        long = RANK[study.level] >= RANK["bachelor"] or (study.years or 0) >= _THREE_YEARS
        return 2 if long else 1

    lowest = max((place(row, 0) for row in sure), default=0)
    highest = max((place(row, 2) for row in maybe), default=0) if complete else 2
    return frozenset(STUDY[lowest : highest + 1])


def study_in_canada(case: Snapshot, whose: str) -> Truth:
    """Tell that nobody studied in Canada for two years; that somebody did is for the person to say."""
    rows, complete = case.rows(f"{whose}.education")
    here, known = case.rows(f"{whose}.canada.study") if whose == "worker" else ((), False)
    elsewhere = complete and all(map(_no_two_years_in_canada, rows))
    if elsewhere and all(map(_no_two_years_in_canada, here)):
        return False
    return False if known and not here and not rows else None


def _no_two_years_in_canada(study: Study) -> bool:
    """Tell whether a program was elsewhere, or of less than two years (the regulations, s. 83(1)(b))."""
    return study.country not in (None, "CA") or (study.years is not None and study.years < _TWO_YEARS)


def education_fields(case: Snapshot) -> Value:
    """Return the fields of the studies completed."""
    studies = _completed(case, "worker")
    if studies is None:
        return None
    sure, maybe, complete = studies
    certain = frozenset(row.field for row in sure if row.field)
    possible = frozenset(row.field for row in maybe if row.field)
    return Members(certain, possible if complete and all(row.field for row in maybe) else None)


def _deciding(case: Snapshot, whose: str) -> list[Study] | None:
    """Return the studies that give the level, where it is clear which."""
    studies = _completed(case, whose)
    if studies is None or not studies[2] or len(studies[0]) != len(studies[1]):
        return None
    sure = studies[0]
    if not sure or any(row.level is None for row in sure):
        return None
    highest = max(RANK[row.level or "none"] for row in sure)
    return [row for row in sure if RANK[row.level or "none"] == highest]


def education_assessed(case: Snapshot, whose: str) -> Truth:
    """Tell whether a credential of the highest level is Canadian or was assessed by the day."""
    deciding = _deciding(case, whose)
    if deciding is None:
        return None
    return kleene_or(
        True if row.country == "CA" else _assessed(row, case.on) if row.country or row.assessed else None
        for row in deciding
    )


def _assessed(study: Study, on: dt.date) -> Truth:
    if study.assessed is None:
        return None
    return study.assessed != "none" and study.assessed <= on


def education_assessed_on(case: Snapshot) -> Value:
    """Return the day of the assessment that would be the first to take points with it when it no longer counts.

    Where none would, the latest one of a credential of the highest level; a Canadian one needs no assessment.
    """
    deciding = _deciding(case, "worker")
    if deciding is None or any(row.assessed is None and row.country != "CA" for row in deciding):
        return None
    first = _first_to_lapse(case)
    if first is not None:
        return Span(first.toordinal(), first.toordinal())
    days = [row.assessed for row in deciding if isinstance(row.assessed, dt.date) and row.assessed <= case.on]
    if not days:
        return Span(math.inf, math.inf)
    latest = max(days).toordinal()
    return Span(latest, latest)


def _first_to_lapse(case: Snapshot) -> dt.date | None:
    """Return the day of the oldest assessment without which the level that counts would be lower."""
    studies = _completed(case, "worker")
    counted = [row for row in studies[0] if _counts(row, case.on)] if studies else []
    days = {row.assessed for row in counted if row.country != "CA" and isinstance(row.assessed, dt.date)}
    level = RANK[_level_of(counted, "none", _by_length)]
    for day in sorted(days):
        left = [
            row
            for row in counted
            if row.country == "CA" or (isinstance(row.assessed, dt.date) and row.assessed > day)
        ]
        if RANK[_level_of(left, "none", _by_length)] < level:
            return day
    return None


def education_counted(case: Snapshot, whose: str) -> Value:
    """Return the highest level of credentials that are Canadian, or assessed in the last five years.

    A level stated without its credentials is taken as such, unless the case says that it is not assessed
    (Immigration and Refugee Protection Regulations, s. 75(2)(e)).
    """
    studies = _completed(case, whose)
    if studies is None:
        return _stated_level(case, whose)
    sure, maybe, complete = studies
    counted = [row for row in sure if _counts(row, case.on)]
    possible = [row for row in maybe if _counts(row, case.on) is not False]
    lowest = RANK[_level_of(counted, "none", _by_length)]
    highest = RANK[_level_of(possible, LEVELS[-1], _by_length)] if complete else len(LEVELS) - 1
    return frozenset(LEVELS[lowest : highest + 1])


def _counts(study: Study, on: dt.date) -> Truth:
    """Tell whether a credential is Canadian or has an assessment less than five years old."""
    if study.country == "CA":
        return True
    if isinstance(study.assessed, dt.date):
        fresh = study.assessed <= on < civil.add_years(study.assessed, _ASSESSMENT_YEARS)
        return fresh or (None if study.country is None else False)
    return None if study.country is None or study.assessed is None else False


def _stated_level(case: Snapshot, whose: str) -> Value:
    from landed.facts.vocabulary import FACTS

    level = case.stated(f"{whose}.education_level")
    if not case.is_stated(f"{whose}.education_level") or not isinstance(level, frozenset):
        return None
    assessed = case.stated(f"{whose}.education_assessed")
    if whose == "worker" and assessed is not False:
        day = case.value(FACTS["worker.education_assessed_on"])
        if isinstance(day, Span) and day.exact and not math.isinf(day.lo):
            first = dt.date.fromordinal(int(day.lo))
            assessed = first <= case.on < civil.add_years(first, _ASSESSMENT_YEARS)
    if assessed is False:
        return frozenset(LEVELS[: max(1, *(RANK[each] for each in level))])
    if assessed is None and level != frozenset({"none"}):
        case.note(f"{whose}.education_level is taken as Canadian, or assessed in the last five years.")
    return level
