"""Measures over a worker's status in the United States: until when the stay, the work, and the job last; green card cases."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from landed.expr.units import Amount
from landed.expr.values import Span, Truth, Value
from landed.facts._canada import oldest_child_under
from landed.facts._people import STATUSES, worker

if TYPE_CHECKING:
    from landed.expr.leaves import NumberFact
    from landed.facts.snapshot import Snapshot

_status = worker.us_status


def _span(case: Snapshot, fact: NumberFact) -> Span:
    value = case.value(fact)
    return value if isinstance(value, Span) else Span(-math.inf, math.inf)


_I94_OUTLASTS_PETITION = 10
"""The days for which an I-94 may be given beyond the petition: 8 CFR 214.1(l)(1), 214.2(h)(13)(i)(A)."""


def _authorized_until(case: Snapshot) -> Value:
    """Return the end of the authorized validity period: the earlier of the petition's and the I-94's last day.

    An I-94 outlasts its petition by ten days at most, so without the petition's day the end is one of these eleven. It
    can end long before the petition (with the passport, for one), so without the I-94 only a latest day is known.
    """
    i94, petition = (_span(case, fact) for fact in (_status.i94_expires, _status.petition_expires))
    if math.isinf(i94.hi) and math.isinf(petition.hi):
        return None
    earliest = min(i94.lo, petition.lo)
    if i94.exact and not math.isinf(i94.lo) and math.isinf(petition.lo):
        earliest = min(i94.lo - _I94_OUTLASTS_PETITION, petition.hi)
        case.note(
            "The petition's last day is not given: it may be up to ten days before the I-94's, not more, and the earlier "
            "of the two ends the authorized period."
        )
    elif petition.exact and math.isinf(i94.lo):
        case.note(
            "The I-94's last day is not given: it may be long before the petition's, with the passport for one, and the "
            "earlier of the two ends the authorized period."
        )
    return Span(earliest, min(i94.hi, petition.hi))


def _by_today(case: Snapshot, fact: NumberFact) -> Truth:
    day, today = _span(case, fact), case.on.toordinal()
    return True if day.hi <= today else False if day.lo > today else None


def _i140_approved(case: Snapshot) -> Value:
    return False if case.is_absent("worker.us_status.i140") else _by_today(case, _status.i140.approved)


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


def _authorized_until_stated(case: Snapshot) -> Value:
    days = (_status.authorized_until, _status.i94_expires, _status.petition_expires)
    return any(case.is_stated(fact.name) for fact in days)


def _file_until_stated(case: Snapshot) -> Value:
    return case.is_stated(_status.h1b_file_until.name)


def _pending_petition_stated(case: Snapshot) -> Value:
    pending = _status.pending_petition
    return case.is_stated(pending.kind.name) or case.is_stated(pending.filed.name)


_CHILD_UNTIL = 21
"""The age at which a child falls out of a parent's status in the United States."""


def _class_is(*classes: str) -> Callable[[Snapshot], Value]:
    """Return a measure that is true where the status is known to be one of these, and false where that is not known."""

    def known(case: Snapshot) -> Value:
        value = case.value(_status.class_)
        return isinstance(value, frozenset) and bool(value) and value <= set(classes)

    return known


_NONIMMIGRANT = tuple(each for each in STATUSES if each not in ("green_card", "citizen", "other", "none"))

MEASURES: Mapping[str, Callable[[Snapshot], Value]] = {
    _status.authorized_until.name: _authorized_until,
    _status.laid_off.name: lambda case: _by_today(case, _status.last_day_worked),
    _status.i140_approved.name: _i140_approved,
    _status.authorized_until_stated.name: _authorized_until_stated,
    _status.h1b_file_until_stated.name: _file_until_stated,
    _status.h1b_draw_ahead_stated.name: lambda _: False,
    _status.nonimmigrant_stated.name: _class_is(*_NONIMMIGRANT),
    _status.citizen_stated.name: _class_is("citizen"),
    _status.permanent_resident_stated.name: _class_is("green_card"),
    worker.oldest_child_under_21_birth_date.name: lambda case: oldest_child_under(case, _CHILD_UNTIL),
    _status.job_end_stated.name: lambda case: _by_today(case, _status.last_day_worked) is True,
    _status.grace_used_stated.name: lambda case: case.value(_status.grace_used) is True,
    _status.works_until.name: _works_until,
    _status.last_day_is_fixed.name: _last_day_is_fixed,
    _status.labor_certification_filed.name: _green_card_case_filed,
    _status.pending_petition_stated.name: _pending_petition_stated,
}
"""By the name of the fact."""
