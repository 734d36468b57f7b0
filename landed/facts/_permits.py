"""Measures over what a worker has of Canada already, and over the company that would send or take the worker."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from landed.expr import civil
from landed.expr.values import Members, Span, Value
from landed.facts._people import worker
from landed.facts._work import employer

if TYPE_CHECKING:
    from landed.facts.snapshot import Snapshot

_NEVER_STUDIED, _WORKS = frozenset({"none"}), frozenset({"worker"})


def _permit_months(case: Snapshot) -> Value:
    """Return the whole months for which the Canadian permit is still valid."""
    last = case.value(worker.canada.permit_expires)
    if not isinstance(last, Span) or not last.exact:
        return None
    if math.isinf(last.lo):
        return Span(0, 0)
    left = max(0, civil.whole_months(case.on, dt.date.fromordinal(int(last.lo))))
    return Span(left, left)


def _status_expires(case: Snapshot) -> Value:
    """Return the day on which a worker's status in Canada ends, where nothing else is said: with the permit."""
    last = case.value(worker.canada.permit_expires)
    works = case.value(worker.canada.status) == _WORKS
    if case.is_stated(worker.canada.status_expires.name) or not works:
        return None
    return last if isinstance(last, Span) and last.exact and not math.isinf(last.lo) else None


def _expiry_stated(case: Snapshot) -> Value:
    return case.is_stated(worker.canada.permit_expires.name)


def _landing_stated(case: Snapshot) -> Value:
    return case.is_stated(worker.canada.landed_on.name)


def _citizenships_stated(case: Snapshot) -> Value:
    return case.is_stated(worker.citizenships.name)


def _one_citizenship(case: Snapshot) -> Value:
    """Return the citizenships that may be relied on, where it is known which are held."""
    held = case.value(worker.citizenships)
    return held.certain if isinstance(held, Members) and held.exact and held.certain else None


def _applies_from(case: Snapshot) -> Value:
    """Return the country applied from: where the worker is, or else lives."""
    return case.value(worker.location) or case.value(worker.residence)


def _program_qualifies(case: Snapshot) -> Value:
    """Tell that whoever never studied in Canada completed no program there."""
    return False if case.value(worker.canadian_study) == _NEVER_STUDIED else None


def _foreign_firm(case: Snapshot) -> Value:
    """Tell that a firm which does business in Canada is not one without a place there."""
    there = (case.value(employer.operates_in_canada), case.value(employer.has_canadian_entity))
    return False if True in there else None


def _employs_now(case: Snapshot) -> Value:
    """Tell that whoever was let go is not employed now."""
    return False if case.value(worker.us_status.laid_off) is True else None


MEASURES: Mapping[str, Callable[[Snapshot], Value]] = {
    worker.canada.permit_expiry_stated.name: _expiry_stated,
    worker.canada.status_expires.name: _status_expires,
    worker.canada.landed_on_stated.name: _landing_stated,
    worker.citizenships_stated.name: _citizenships_stated,
    worker.canada.permit_months.name: _permit_months,
    worker.canada.iec_citizenship.name: _one_citizenship,
    worker.applies_from.name: _applies_from,
    worker.canada.program_qualifies.name: _program_qualifies,
    employer.foreign_firm.name: _foreign_firm,
    employer.employs_worker_now.name: _employs_now,
}
"""By the name of the fact."""
