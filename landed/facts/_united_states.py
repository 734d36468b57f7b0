"""Measures over a worker's status in the United States: until when the job lasts, and since when a green card case runs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from landed.expr.units import Amount
from landed.expr.values import Span, Value
from landed.facts._people import worker

if TYPE_CHECKING:
    from landed.expr.leaves import NumberFact
    from landed.facts.snapshot import Snapshot

_status = worker.us_status


def _span(case: Snapshot, fact: NumberFact) -> Span:
    value = case.value(fact)
    return value if isinstance(value, Span) else Span(-math.inf, math.inf)


def _last_day(case: Snapshot) -> Amount | None:
    """Return the last day of the job, where it is known that it has one."""
    day = _span(case, _status.last_day_worked)
    return day.lo if day.exact and not math.isinf(day.lo) else None


def _works_until(case: Snapshot) -> Value:
    """Return the last day of work in the present job: the authorized period's, or the job's if that comes first."""
    authorized, last = _span(case, _status.authorized_until), _last_day(case)
    if last is not None:
        return Span(min(authorized.lo, last), min(authorized.hi, last))
    return None if math.isinf(authorized.lo) and math.isinf(authorized.hi) else authorized


def _last_day_is_fixed(case: Snapshot) -> Value:
    if _last_day(case) is not None:
        return True
    return False if _span(case, _status.last_day_worked).exact else None


def _green_card_case_filed(case: Snapshot) -> Value:
    """Return the day by which a labor certification or an I-140 was filed, where only the I-140 is told of.

    An I-140 is filed before it is approved, and its priority date is the day on which it or its labor certification was
    filed. The certification itself may be older, so these are latest days; a day that is stated stands.
    """
    if case.is_stated(_status.labor_certification_filed.name):
        return None
    i140 = _status.i140
    latest = min(_span(case, fact).hi for fact in (i140.filed, i140.approved, i140.priority_date))
    return None if math.isinf(latest) else Span(-math.inf, latest)


def _pending_petition_stated(case: Snapshot) -> Value:
    pending = _status.pending_petition
    return case.is_stated(pending.kind.name) or case.is_stated(pending.filed.name)


MEASURES: Mapping[str, Callable[[Snapshot], Value]] = {
    _status.works_until.name: _works_until,
    _status.last_day_is_fixed.name: _last_day_is_fixed,
    _status.labor_certification_filed.name: _green_card_case_filed,
    _status.pending_petition_stated.name: _pending_petition_stated,
}
"""By the name of the fact."""
