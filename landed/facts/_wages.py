"""Measures over wages: exact fractions of cents, by the hour and by the year, in Canadian dollars only.

A year has 52 weeks. Without the hours of a week, a wage by the year is bounds by the hour: somebody may work up to 168.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from landed.expr.units import Amount
from landed.expr.values import Span, Value
from landed.facts._work import job

if TYPE_CHECKING:
    from landed.facts.snapshot import Snapshot

_WEEKS, _MONTHS = 52, 12
_FEWEST, _MOST = 1, 16800
"""Hundredths of an hour in a week."""


def _exact(amount: Amount) -> Span:
    return Span(amount, amount)


def _hours(case: Snapshot) -> Span:
    value = case.value(job.hours_per_week)
    return value if isinstance(value, Span) else Span(_FEWEST, _MOST)


def _paid(case: Snapshot, name: str) -> Any:
    """Return a wage in Canadian dollars, noting why where there is none."""
    wage = case.record(name)
    if wage is None or wage.amount is None or wage.currency is None or wage.per is None:
        return None
    if wage.currency != "CAD":
        case.note(f"{name} is in {wage.currency}: it is not converted, and the wage in CAD is unknown.")
        return None
    return wage


def hourly(case: Snapshot, name: str) -> Value:
    """Return a wage an hour, in cents; from a year or a month by 52 weeks a year."""
    wage = _paid(case, name)
    hours = _hours(case)
    if wage is None:
        yearly = case.stated(job.yearly_wage.name)
        if name != "job.wage" or not isinstance(yearly, Span) or not yearly.exact:
            return None
        return _per_hour(case, Fraction(yearly.lo) / _WEEKS, hours)
    match wage.per:
        case "hour":
            return _exact(_whole(wage.cents))
        case "day":
            case.note(f"{name} is by the day: without hours a day, the wage an hour is unknown.")
            return None
        case "week":
            return _per_hour(case, wage.cents, hours)
        case "month":
            return _per_hour(case, wage.cents * _MONTHS / _WEEKS, hours)
    return _per_hour(case, wage.cents / _WEEKS, hours)


def _per_hour(case: Snapshot, weekly: Fraction, hours: Span) -> Span:
    """Divide a week's pay by the hours of a week (in hundredths)."""
    if not hours.exact:
        case.note(
            "job.hours_per_week is not given: without it, the wage by the hour is only known within bounds."
        )
    return Span(_whole(weekly * 100 / Fraction(hours.hi)), _whole(weekly * 100 / Fraction(hours.lo)))


def _whole(amount: Fraction) -> int | Fraction:
    return int(amount) if amount.denominator == 1 else amount


def yearly(case: Snapshot) -> Value:
    """Return the wage a year, in cents; from an hour by 52 weeks a year."""
    wage = _paid(case, "job.wage")
    hours = _hours(case)
    if wage is None or wage.per == "hour":
        hourly = _exact(_whole(wage.cents)) if wage else case.stated(job.hourly_wage.name)
        if not isinstance(hourly, Span) or not hourly.exact:
            return None
        rate = Fraction(hourly.lo) * _WEEKS / 100
        return Span(_whole(rate * Fraction(hours.lo)), _whole(rate * Fraction(hours.hi)))
    times = {"week": _WEEKS, "month": _MONTHS, "year": 1}.get(wage.per)
    return _exact(_whole(wage.cents * times)) if times else None


def _codes(value: Value) -> frozenset[str] | None:
    return value if isinstance(value, frozenset) else None


def prevailing_wage_stated(case: Snapshot) -> Value:
    """Tell whether the case gives the prevailing wage itself."""
    return case.record("job.prevailing_wage") is not None or case.is_stated(job.prevailing_hourly_wage.name)


def region(case: Snapshot) -> Value:
    """Return the regions whose published wages may apply: the economic region, the city's, or any of the province."""
    stated = _codes(case.value(job.economic_region))
    if stated is not None:
        return stated
    provinces, city = _codes(case.value(job.province)), _codes(case.value(job.city))
    if city is not None:
        (name,) = city
        found = _REGION_OF_CITY.get(name.casefold())
        return frozenset({found or f"the economic region of {name}"})
    if provinces is None:
        return None
    return provinces | {each for province in provinces for each in _REGIONS_OF_PROVINCE.get(province, ())}


_REGIONS_OF_PROVINCE: Mapping[str, tuple[str, ...]] = {
    "AB": ("Calgary", "Edmonton"),
    "BC": ("Lower Mainland--Southwest",),
    "NS": ("Halifax",),
    "ON": ("Kitchener--Waterloo--Barrie", "Ottawa", "Toronto"),
    "QC": ("Montreal",),
}
"""The economic regions whose wages are published here, as Job Bank names them."""

_REGION_OF_CITY: Mapping[str, str] = {
    "barrie": "Kitchener--Waterloo--Barrie",
    "calgary": "Calgary",
    "edmonton": "Edmonton",
    "halifax": "Halifax",
    "kitchener": "Kitchener--Waterloo--Barrie",
    "montreal": "Montreal",
    "montréal": "Montreal",
    "ottawa": "Ottawa",
    "toronto": "Toronto",
    "vancouver": "Lower Mainland--Southwest",
    "waterloo": "Kitchener--Waterloo--Barrie",
}
"""The economic region of a city, for the cities that give it its name or are its center (Statistics Canada)."""
