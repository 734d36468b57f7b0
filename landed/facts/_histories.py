"""Measures over jobs and stays: how much lies in a window, counted in hours and days.

Work is counted in full-time equivalents: hours of a week up to 30, over all jobs at once; 1,560 hours (52 weeks of
30) are a year and 130 a month (Immigration and Refugee Protection Regulations, s. 73(1) and 80). A job without hours,
end, or occupation is counted as bounds: from what is sure to what is possible.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from landed.expr import civil
from landed.expr.values import Members, Span, Truth, Value, kleene_and, kleene_or
from landed.facts import noc

if TYPE_CHECKING:
    from landed.facts.records import Employment, Stay
    from landed.facts.snapshot import Snapshot

_FULL_TIME = 3000
"""Hundredths of an hour a week that count at most."""
_YEAR, _MONTH = 7 * 156_000, 7 * 13_000
"""Full-time hundredths of hours, times the days of a week."""
_SKILLED = frozenset({0, 1, 2, 3})
_HIGHER = frozenset({0, 1})
_WORKING_LIFE = 60
_FRIDAY, _SUNDAY = 4, 6
_HEALTH = "3"
"""The broad category of occupations in health, in each version of the classification."""

Slice = tuple[dt.date, dt.date, int]
"""First day, last day, hundredths of an hour a week."""


def window(on: dt.date, years: int) -> civil.Period:
    """Return the last so many years, the day itself included."""
    return civil.add_years(on, -years) + dt.timedelta(days=1), on


def skilled(row: Employment, on: dt.date) -> Truth:
    """Tell whether a job is in TEER 0 to 3; before 16 November 2022, of skill type 0 or level A or B."""
    return _in_teers(row, _SKILLED, on)


def in_canada(row: Employment) -> Truth:
    """Tell whether a job counts as work in Canada: done there, as an authorized employee, not while a student."""
    if row.country is None:
        return None
    if row.self_employed or row.authorized is False or row.full_time_student:
        return False
    return row.country == "CA"


def medical_on_own_account(row: Employment) -> Truth:
    """Tell whether a job was publicly funded medical services in Canada, given on one's own account."""
    if (
        not row.self_employed
        or row.authorized is False
        or row.full_time_student
        or row.country not in ("CA", None)
    ):
        return False
    if row.publicly_funded_medical is None:
        return False if row.noc and not row.noc.startswith(_HEALTH) else None
    return None if row.country is None and row.publicly_funded_medical else row.publicly_funded_medical


def abroad(row: Employment) -> Truth:
    """Tell whether a job was done outside Canada."""
    return None if row.country is None else row.country != "CA"


def anywhere(row: Employment) -> Truth:
    """Tell whether a job counts as work in any country."""
    if row.country is None:
        return None if row.self_employed or row.authorized is False or row.full_time_student else True
    return in_canada(row) if row.country == "CA" else True


def of_any_kind(row: Employment) -> Truth:
    """Tell whether a job counts for the federal skilled worker: self-employed and as a student too (s. 80)."""
    if row.authorized is not False:
        return True
    return None if row.country is None else row.country != "CA"


def listed(row: Employment) -> Truth:
    """Tell whether a job counts for a category: of work on one's own account or as a student in Canada nothing was seen."""
    return None if in_canada(row) is False and of_any_kind(row) and row.country == "CA" else anywhere(row)


def permitted_in_canada(row: Employment) -> Truth:
    """Tell whether a job was done in Canada under a work permit (s. 83(1)(c), (c.1)).

    Work on one's own account and beside full-time studies is not named there, and is left open.
    """
    if row.country not in ("CA", None) or row.authorized is False:
        return False
    return None if row.country is None or row.self_employed or row.full_time_student else True


def employed(row: Employment, on: dt.date) -> Truth:
    """Tell whether a job is one of an employee in TEER 0 to 4, permitted where it was in Canada (s. 87.3(3)-(4))."""
    if row.self_employed or (row.country == "CA" and row.authorized is False):
        return False
    return _in_teers(row, _SKILLED | {4}, on)


def _sure(row: Employment, on: dt.date, period: civil.Period) -> Slice | None:
    """Return the part of a job that surely lies in the period."""
    if row.from_ is None or row.to is None or row.hours_per_week is None:
        return None
    last = on if row.to == "present" else row.to
    return _with_weekend(_cut(row.from_, last, period, row.hours_per_week))


def _maybe(row: Employment, on: dt.date, period: civil.Period) -> Slice | None:
    """Return the part of a job that may lie in the period."""
    last = on if row.to is None or row.to == "present" else row.to
    hours = _FULL_TIME if row.hours_per_week is None else row.hours_per_week
    return _with_weekend(_cut(row.from_ or period[0], last, period, hours))


def _cut(first: dt.date, last: dt.date, period: civil.Period, hours: int) -> Slice | None:
    shared = civil.overlap((first, last), period)
    return (*shared, hours) if shared else None


def _with_weekend(part: Slice | None) -> Slice | None:
    """Return a part of a job with the weekend after its last day: hours are by the week, and Friday ends a week of work.

    So 52 weeks from a Monday to a Friday are a year, and who starts anew on the next Monday has had no break.
    """
    if part is None or part[1].weekday() < _FRIDAY:
        return part
    return part[0], part[1] + dt.timedelta(days=_SUNDAY - part[1].weekday()), part[2]


def _runs(slices: Iterable[Slice], least: int = 0) -> list[int]:
    """Return how much was worked in each run without a day's break, at most full-time at once.

    Where a least is given, only weeks with so many hours, of all jobs together, are counted.
    """
    parts = list(slices)
    amounts = []
    for first, last in civil.merged((start, end) for start, end, _ in parts):
        marks = {first, last + dt.timedelta(days=1)}
        for start, end, _ in parts:
            marks |= {day for day in (start, end + dt.timedelta(days=1)) if first <= day <= last}
        days = sorted(marks)
        amount = 0
        for here, there in itertools.pairwise(days):
            weekly = sum(hours for start, end, hours in parts if start <= here <= end)
            if weekly >= least:
                amount += min(weekly, _FULL_TIME) * (there - here).days
        amounts.append(amount)
    return amounts


AS_AN_EMPLOYEE = (
    "Work in Canada is read as that of an authorized employee, and not of a full-time student, where the job does not say "
    "otherwise (authorized, self_employed, full_time_student)."
)


def _slices(
    case: Snapshot, whose: str, years: int, counts: Callable[[Employment], Truth]
) -> tuple[list[tuple[str | None, Slice]], list[tuple[str | None, Slice]], bool] | None:
    """Return the slices of work that surely and possibly count, each with its occupation."""
    if case.record(f"{whose}.experience") is None:
        return None
    rows, complete = case.rows(f"{whose}.experience")
    period = window(case.on, years)
    sure, maybe = [], []
    for row in rows:
        truth = counts(row)
        certain = _sure(row, case.on, period) if truth is True else None
        possible = _maybe(row, case.on, period) if truth is not False else None
        if certain:
            sure.append((row.noc, certain))
            if row.country == "CA" and None in (row.authorized, row.self_employed, row.full_time_student):
                case.note(AS_AN_EMPLOYEE)
        if possible:
            maybe.append((row.noc, possible))
    return sure, maybe, complete


def _amount(
    case: Snapshot, whose: str, years: int, unit: int, most: int, where: Callable[[Employment], Truth]
) -> Value:
    found = _slices(case, whose, years, lambda row: kleene_and([skilled(row, case.on), where(row)]))
    if found is None:
        return None
    sure, maybe, complete = found
    lo = sum(_runs(part for _, part in sure)) // unit
    hi = sum(_runs(part for _, part in maybe)) // unit if complete else most
    return Span(min(lo, most), min(hi, most))


def months(case: Snapshot, years: int, most: int, counts: Callable[[Employment], Truth]) -> Value:
    """Return the full months, in full-time equivalents, of the work that counts in the last so many years."""
    found = _slices(case, "worker", years, counts)
    if found is None:
        return None
    sure, maybe, complete = found
    lo = sum(_runs(part for _, part in sure)) // _MONTH
    hi = sum(_runs(part for _, part in maybe)) // _MONTH if complete else most
    return Span(min(lo, most), min(hi, most))


def work_years(case: Snapshot, whose: str, where: Callable[[Employment], Truth]) -> Value:
    """Return the full years of skilled work in the last ten years."""
    return _amount(case, whose, 10, _YEAR, 10, where)


def skilled_years(case: Snapshot) -> Value:
    """Return the full years of skilled work in any country; of totals stated for Canada and abroad, no less than the greater."""
    found = work_years(case, "worker", of_any_kind)
    if found is not None or case.is_stated("worker.skilled_work_years"):
        return found
    from landed.facts.vocabulary import FACTS

    told = [case.value(FACTS[f"worker.{where}_work_years"]) for where in ("canadian", "foreign")]
    least = max(span.lo for span in told if isinstance(span, Span))
    return Span(least, 10) if least > 0 else None


def canadian_months_in_three_years(case: Snapshot) -> Value:
    """Return the full months of skilled work in Canada in the last three years."""
    return _amount(case, "worker", 3, _MONTH, 36, in_canada)


def self_employed_medical_months(case: Snapshot) -> Value:
    """Return the full months of publicly funded medical work on one's own account in Canada in the last three years.

    Months of work in Canada stated as a number are taken as all that counts, so that there are none besides.
    """
    totals = ("worker.canadian_work_months_in_three_years", "worker.canadian_work_years")
    if case.record("worker.experience") is None and any(case.is_stated(name) for name in totals):
        return Span(0, 0)
    return _amount(case, "worker", 3, _MONTH, 36, medical_on_own_account)


def year_in_canada(case: Snapshot, whose: str, *, only_skilled: bool) -> Truth:
    """Tell whether a year was ever worked in Canada under a work permit, however long ago.

    The regulations say full-time (s. 83(1)(c), (c.1)), and name no equivalent in part-time work here: a year that rests on it
    is left open. Years of skilled work in Canada stated as a number are taken as all the work there was.
    """
    found = _slices(
        case, whose, _WORKING_LIFE,
        lambda row: kleene_and([permitted_in_canada(row), skilled(row, case.on) if only_skilled else True]),
    )  # fmt: skip
    if found is None:
        from landed.facts.vocabulary import FACTS

        years = case.value(FACTS[f"{whose}.canadian_work_years"])
        if not isinstance(years, Span) or years.lo < 1 <= years.hi:
            return None
        if years.hi < 1:
            case.note(
                f"{whose}.canadian_work_years is taken to leave out no other work in Canada, earlier or less skilled."
            )
        return years.lo >= 1
    sure, maybe, complete = found
    if sum(_runs((part for _, part in sure), least=_FULL_TIME)) >= _YEAR:
        return True
    return False if complete and sum(_runs(part for _, part in maybe)) < _YEAR else None


def _by_occupation(slices: list[tuple[str | None, Slice]], *, surely: bool) -> dict[str, list[Slice]]:
    """Group by occupation: what surely is in each, or what may be."""
    codes = {code for code, _ in slices if code}
    return {
        code: [part for other, part in slices if _one_occupation(code, other, surely=surely)]
        for code in codes
    }


def _one_occupation(code: str, other: str | None, *, surely: bool) -> bool:
    """Tell whether two codes surely are one occupation, or may be: in another version, or where none is given."""
    if code == other:
        return True
    if other is None:
        return not surely
    schemes = noc.scheme_of(code), noc.scheme_of(other)
    if schemes == ("noc2021", "noc2021"):
        return False
    mine, its = (noc.images({each}, "noc2021") for each in (code, other))
    if mine is not None and its is not None:
        return len(mine) == len(its) == 1 and mine == its if surely else bool(mine & its)
    if surely or schemes == ("noc2016", "noc2016"):
        return not surely
    new, old = (code, other) if schemes[0] == "noc2021" else (other, code)
    older = noc.images({new}, "noc2016")
    return older is None or old in older


def continuous_skilled_months(case: Snapshot) -> Value:
    """Return the months of the longest run in one skilled occupation in the last ten years."""
    found = _slices(case, "worker", 10, lambda row: kleene_and([skilled(row, case.on), of_any_kind(row)]))
    if found is None:
        return None
    sure, maybe, complete = found
    lo = (
        max((run for parts in _by_occupation(sure, surely=True).values() for run in _runs(parts)), default=0)
        // _MONTH
    )
    unclear = [part for code, part in maybe if code is None]
    most = [run for parts in [*_by_occupation(maybe, surely=False).values(), unclear] for run in _runs(parts)]
    hi = max(most, default=0) // _MONTH if complete else 120
    return Span(min(lo, 120), min(hi, 120))


def canadian_work_teer(case: Snapshot) -> Value:
    """Return the categories, TEER 0 and 1 or TEER 2 and 3, of the greater part of the work in Canada in three years.

    A physician's publicly funded services on one's own account, which the class may count, are part of it.
    """
    halves = []
    for group in _HIGHER, _SKILLED - _HIGHER:
        found = _slices(case, "worker", 3, partial(_in_canada_in, group=group, on=case.on))
        if found is None or not found[2]:
            return None
        halves.append([sum(_runs(part for _, part in slices)) for slices in found[:2]])
    (high_lo, high_hi), (low_lo, low_hi) = halves
    if high_lo > 0 and high_lo >= low_hi:
        return Span(0, 1)
    return Span(2, 3) if low_lo > high_hi else None


def _in_canada_in(row: Employment, group: frozenset[int], on: dt.date) -> Truth:
    return kleene_and([_in_teers(row, group, on), kleene_or([in_canada(row), medical_on_own_account(row)])])


def _in_teers(row: Employment, group: frozenset[int], on: dt.date) -> Truth:
    teers = noc.categories(row.noc, on)
    return True if teers <= group else None if teers & group else False


def occupations(
    case: Snapshot,
    months: int,
    *,
    on_end: bool,
    years: int = 3,
    where: Callable[[Employment], Truth] = listed,
) -> Value:
    """Return the occupations worked in for so many months in the last years, on end or in all."""
    found = _slices(case, "worker", years, where)
    if found is None:
        return None
    sure, maybe, complete = found

    def enough(parts: list[Slice]) -> bool:
        runs = _runs(parts)
        return (max(runs, default=0) if on_end else sum(runs)) >= months * _MONTH

    certain = frozenset(code for code, parts in _by_occupation(sure, surely=True).items() if enough(parts))
    unclear = [part for code, part in maybe if code is None]
    if not complete or enough(unclear):
        return Members(certain, None)
    possible = frozenset(code for code, parts in _by_occupation(maybe, surely=False).items() if enough(parts))
    return Members(certain, certain | possible)


def days_present(case: Snapshot, first: dt.date) -> Value:
    """Return the days spent in Canada from `first` to the day; any part of a day counts."""
    if case.record("worker.canada.stays") is None:
        return None
    rows, complete = case.rows("worker.canada.stays")
    period = (first, case.on)

    def end(row: Stay) -> dt.date:
        return case.on if row.to is None or row.to == "present" else row.to

    sure = [(row.from_, end(row)) for row in rows if row.from_ is not None and row.to is not None]
    maybe = [(row.from_ or first, end(row)) for row in rows]
    lo = civil.days_covered(sure, period)
    return Span(lo, civil.days_covered(maybe, period) if complete else civil.days_in(*period))
