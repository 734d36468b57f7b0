"""Measures that Canada's ways to stay ask: the residency obligation, work in one occupation, areas of a province.

The days of the residency obligation are counted from the stays: the days of arrival and departure both count
(Immigration and Refugee Protection Act, s. 28). Which town lies in which area is geography (census divisions of
Statistics Canada); a town that is not named here leaves the area open.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from landed.expr import civil
from landed.expr.leaves import ChoiceFact, NumberFact
from landed.expr.values import Members, Span, Truth, Value, kleene_and, kleene_or
from landed.facts import _histories, noc
from landed.facts._people import LEVELS, worker
from landed.facts._reading import unknown
from landed.facts._work import job

if TYPE_CHECKING:
    from landed.facts.records import Employment, Relative
    from landed.facts.snapshot import Snapshot

_REQUIRED_DAYS = 730
_DEPENDENT_UNTIL = 22
_WORKING_LIFE = 60


def _span(case: Snapshot, fact: NumberFact) -> Span:
    value = case.value(fact)
    return value if isinstance(value, Span) else Span(-math.inf, math.inf)


def _codes(case: Snapshot, fact: ChoiceFact) -> frozenset[str] | None:
    value = case.value(fact)
    return value if isinstance(value, frozenset) else None


# ------------------------------------------------------------------------------------------ after landing


def _landed(case: Snapshot) -> dt.date | None:
    """Return the day of landing, if it is known and not after the day."""
    day = _span(case, worker.canada.landed_on)
    if not day.exact or isinstance(day.lo, float) or day.lo > case.on.toordinal():
        return None
    return dt.date.fromordinal(int(day.lo))


def _residency_days(case: Snapshot) -> Value:
    """Return the counted days since landing that lie in the last five years."""
    landed = _landed(case)
    if landed is None:
        return None
    start = max(landed, _histories.window(case.on, 5)[0])
    present = _histories.days_present(case, start)
    if not isinstance(present, Span):
        return None
    abroad, elapsed = _span(case, worker.canada.counted_days_abroad), civil.days_in(start, case.on)
    return Span(min(present.lo + abroad.lo, elapsed), min(present.hi + abroad.hi, elapsed))


def _residency_lasts_until(case: Snapshot) -> Value:
    """Return the last day with enough counted days in the five years before it, if none came to them.

    Days abroad that count have no dates here: with them, the day from the stays alone is the earliest possible.
    """
    landed = _landed(case)
    if landed is None or case.record("worker.canada.stays") is None:
        return None
    rows, complete = case.rows("worker.canada.stays")
    stays = []
    exact = complete and _span(case, worker.canada.counted_days_abroad).hi == 0
    for row in rows:
        if row.from_ is None or row.to is None:
            exact = False
            continue
        last = case.on if row.to == "present" else min(row.to, case.on)
        stays.append((max(row.from_, landed), last))

    def enough(day: dt.date) -> bool:
        return civil.days_covered(stays, _histories.window(day, 5)) >= _REQUIRED_DAYS

    low = case.on if enough(case.on) else _lately(stays, case.on, enough)
    if low is None:  # not even in the first five years, which end on the eve of their anniversary
        low = min(civil.add_years(landed, 5), case.on) - dt.timedelta(days=1)
    else:
        high = civil.add_years(case.on, 5)
        while (high - low).days > 1:
            middle = low + (high - low) // 2
            low, high = (middle, high) if enough(middle) else (low, middle)
    everything = unknown(worker.canada.residency_lasts_until)
    assert isinstance(everything, Span)  # noqa: S101 - a day's domain is a span
    return Span(low.toordinal(), low.toordinal() if exact else everything.hi)


def _lately(stays: list[civil.Period], on: dt.date, enough: Callable[[dt.date], bool]) -> dt.date | None:
    """Return the last end of a stay by the day on which there were enough days: they can but grow in a stay, and fall after."""
    return next((last for _, last in reversed(civil.merged(stays)) if last <= on and enough(last)), None)


def oldest_child_under(case: Snapshot, age: int) -> Value:
    """Return when the oldest child under an age was born, infinity where there is none, None where that is not known."""
    count = _span(case, worker.children_count)
    if count.hi == 0:
        return Span(math.inf, math.inf)
    rows, complete = case.rows("children")
    if not complete or any(row.birth_date is None for row in rows):
        return None
    births = [
        row.birth_date
        for row in rows
        if row.birth_date <= case.on and civil.age_on(row.birth_date, case.on) < age
    ]
    if not births:
        return Span(math.inf, math.inf)
    return Span(min(births).toordinal(), min(births).toordinal())


# ---------------------------------------------------------------------------------------------------- work


def _same_occupation(case: Snapshot) -> Callable[[Employment], Truth]:
    """Return a test of whether a job is in the occupation of the job offered."""
    codes = _codes(case, job.noc)
    wanted = noc.images(codes, "noc2021") if codes else None

    def test(row: Employment) -> Truth:
        held = noc.images({row.noc}, "noc2021") if row.noc else None
        if wanted is None or held is None:
            return True if codes and row.noc and codes == frozenset({row.noc}) else None
        return (True if len(wanted) == len(held) == 1 else None) if wanted & held else False

    return test


def _related(case: Snapshot) -> Callable[[Employment], Truth]:
    """Return a test of whether a job counts as directly related: the same occupation does, another one may."""
    same = _same_occupation(case)
    return lambda row: True if same(row) is True else None


def _related_months(case: Snapshot) -> Value:
    test = _related(case)
    return _histories.months(case, 10, 120, lambda row: kleene_and([test(row), _histories.anywhere(row)]))


def _related_months_in_canada(case: Snapshot) -> Value:
    test = _related(case)
    return _histories.months(case, 10, 120, lambda row: kleene_and([test(row), _histories.in_canada(row)]))


def _any_related(case: Snapshot) -> Value:
    months = _span(case, worker.related_work_months)
    if months.lo >= 1:
        return True
    rows, complete = case.rows("worker.experience")
    return False if complete and not rows else None


def _occupation_months(case: Snapshot) -> Value:
    test = _same_occupation(case)
    return _histories.months(case, 5, 60, lambda row: kleene_and([test(row), _histories.anywhere(row)]))


def _months_in_five_years(case: Snapshot) -> Value:
    return _histories.months(case, 5, 60, _histories.anywhere)


def _employed_months(case: Snapshot) -> Value:
    """Return the months of the last five years that the Atlantic class counts (the regulations, s. 87.3(3)-(4))."""
    if case.record("worker.experience") is None:
        return case.value(worker.work_months_in_five_years)
    return _histories.months(case, 5, 60, lambda row: _histories.employed(row, case.on))


def _work_months(case: Snapshot) -> Value:
    return _histories.months(case, _WORKING_LIFE, 720, _histories.anywhere)


def _canada_work_months(case: Snapshot) -> Value:
    return _histories.months(case, _WORKING_LIFE, 720, _histories.in_canada)


def _zero_without_work_in_canada(case: Snapshot) -> Value:
    return Span(0, 0) if _span(case, worker.canada_work_months).hi == 0 else None


def _no_work_in_canada(case: Snapshot) -> Value:
    return False if _span(case, worker.canada_work_months).hi == 0 else None


def _family_income(case: Snapshot) -> Value:
    """Return what the family would earn at the least: the wage of the job."""
    wage = _span(case, job.yearly_wage)
    return None if wage.lo <= 0 else Span(wage.lo, math.inf)


# ------------------------------------------------------------------------------------------- studies, places


def _study_provinces(case: Snapshot) -> Value:
    none = _codes(case, worker.canadian_study) == frozenset({"none"})
    return Members(frozenset(), frozenset()) if none else None


def _education_province(case: Snapshot) -> Value:
    return frozenset({"abroad"}) if _codes(case, worker.canadian_study) == frozenset({"none"}) else None


def _no_canadian_credentials(case: Snapshot) -> Value:
    return Span(0, 0) if _codes(case, worker.canadian_study) == frozenset({"none"}) else None


def _not_studied_in(province: str) -> Callable[[Snapshot], Value]:
    """Return a measure that is `none` where no program was completed in the province."""

    def measure(case: Snapshot) -> Value:
        held = case.value(worker.study_provinces)
        surely_not = isinstance(held, Members) and held.possible is not None and province not in held.possible
        return frozenset({"none"}) if surely_not else None

    return measure


def _diploma_level(case: Snapshot) -> Value:
    """Return the diplomas, in Quebec's terms, that the level of education may be."""
    levels = _codes(case, worker.education_level)
    if levels is None or levels == frozenset(LEVELS):
        return None
    return frozenset().union(*(_DIPLOMAS_OF[level] for level in levels))


_DIPLOMAS_OF: Mapping[str, frozenset[str]] = {
    "none": frozenset({"none"}),
    "secondary": frozenset({"secondary", "vocational_600", "vocational_900"}),
    "one_year": frozenset({"vocational_900", "technical_900", "first_cycle_1_year"}),
    "two_year": frozenset({"college_general", "technical_900", "first_cycle_2_years"}),
    "bachelor": frozenset({"technical_3_years", "first_cycle_3_years", "first_cycle_5_years"}),
    "two_or_more": frozenset(
        {"technical_3_years", "first_cycle_3_years", "first_cycle_5_years", "second_cycle_1_year"}
    ),
    "master": frozenset({"second_cycle_1_year", "second_cycle_2_years"}),
    "professional": frozenset(
        {"first_cycle_3_years", "first_cycle_5_years", "second_cycle_2_years", "medical_2_years"}
    ),
    "doctoral": frozenset({"doctorate"}),
}


_NEAREST = ("parent", "child", "sibling")


def _relative_in_province(case: Snapshot) -> Value:
    """Tell whether a parent, child, brother or sister lives in the province of the job."""
    if case.record("worker.canada.relatives") is None:
        return None
    rows, complete = case.rows("worker.canada.relatives")
    provinces = _codes(case, job.province) or frozenset()

    def counts(row: Relative) -> Truth:
        if row.status == "other" or row.relationship not in (None, *_NEAREST):
            return False
        if row.province is None or not provinces:
            return None
        if row.province not in provinces:
            return False
        known = row.status is not None and row.relationship is not None and row.of != "spouse"
        return True if known and len(provinces) == 1 else None

    answer = kleene_or(map(counts, rows))
    return answer if complete or answer is True else None


def _noc_category(case: Snapshot) -> Value:
    codes = noc.images(_codes(case, job.noc), "noc2021")
    return frozenset(code[0] for code in codes) if codes else None


def _area(areas: Mapping[str, str]) -> Callable[[Snapshot], Value]:
    """Return a measure of the area in which the job's city lies."""

    def measure(case: Snapshot) -> Value:
        cities = _codes(case, job.city)
        found = [areas.get(city.casefold()) for city in cities or ()]
        return frozenset({found[0]}) if len(found) == 1 and found[0] else None

    return measure


_BC_AREAS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "vancouver", "burnaby", "surrey", "richmond", "coquitlam", "port coquitlam", "port moody", "delta",
            "langley", "new westminster", "north vancouver", "west vancouver", "maple ridge", "pitt meadows",
            "white rock",
        ),
        "metro_vancouver",
    ),
    **dict.fromkeys(("squamish", "abbotsford", "agassiz", "mission", "chilliwack"), "area_2"),
    **dict.fromkeys(("victoria", "kelowna", "nanaimo", "kamloops", "prince george"), "area_3"),
}  # fmt: skip
_ONTARIO_AREAS: Mapping[str, str] = {
    "toronto": "toronto",
    **dict.fromkeys(
        (
            "mississauga", "brampton", "caledon", "markham", "vaughan", "richmond hill", "newmarket", "aurora",
            "oakville", "burlington", "milton", "halton hills", "ajax", "pickering", "whitby", "oshawa", "clarington",
        ),
        "rest_of_gta",
    ),
    **dict.fromkeys(("ottawa", "kitchener", "waterloo", "cambridge", "guelph", "london", "barrie", "hamilton", "kingston",
                     "windsor"), "elsewhere"),
    **dict.fromkeys(("sudbury", "greater sudbury", "thunder bay", "sault ste. marie", "north bay", "timmins"), "north"),
}  # fmt: skip


_FAR_FROM_BOTH = frozenset(
    {"red deer", "lethbridge", "medicine hat", "grande prairie", "fort mcmurray", "lloydminster"}
)
"""Cities of Alberta that are in the metropolitan area of neither Calgary nor Edmonton."""


def _outside_big_cities(case: Snapshot) -> Value:
    cities = _codes(case, job.city)
    names = {city.casefold() for city in cities or ()}
    if names and names <= {"calgary", "edmonton"}:
        return False
    return True if names and names <= _FAR_FROM_BOTH else None


MEASURES: Mapping[str, Callable[[Snapshot], Value]] = {
    "worker.canada.residency_days": _residency_days,
    "worker.canada.residency_lasts_until": _residency_lasts_until,
    "worker.oldest_child_under_22_birth_date": lambda case: oldest_child_under(case, _DEPENDENT_UNTIL),
    "worker.related_work_months": _related_months,
    "worker.related_work_months_in_canada": _related_months_in_canada,
    "worker.any_related_work": _any_related,
    "worker.occupation_months_in_five_years": _occupation_months,
    "worker.work_months": _work_months,
    "worker.canada_work_months": _canada_work_months,
    "worker.province_work_months": _zero_without_work_in_canada,
    "worker.months_in_offered_job": _zero_without_work_in_canada,
    "worker.months_in_offered_job_in_two_years": _zero_without_work_in_canada,
    "worker.canadian_yearly_earnings": _zero_without_work_in_canada,
    "worker.works_in_offered_job": _no_work_in_canada,
    "worker.family_income_in_canada": _family_income,
    "worker.work_months_in_five_years": _months_in_five_years,
    "worker.employed_months_in_five_years": _employed_months,
    "worker.province_occupation_months_in_eighteen": _zero_without_work_in_canada,
    "worker.quebec.work_months": _zero_without_work_in_canada,
    "worker.quebec.work_months_outside": _zero_without_work_in_canada,
    "worker.quebec.quebec_diploma": _not_studied_in("QC"),
    "worker.quebec.diploma_level": _diploma_level,
    "worker.canadian_credentials": _no_canadian_credentials,
    "worker.study_provinces": _study_provinces,
    "worker.education_province": _education_province,
    "worker.relative_in_province": _relative_in_province,
    "job.noc_category": _noc_category,
    "job.bc_area": _area(_BC_AREAS),
    "job.ontario_area": _area(_ONTARIO_AREAS),
    "job.outside_calgary_and_edmonton": _outside_big_cities,
}
"""The derived facts of this module by name."""
