"""What the employer owes when it ends the job: the steps of each `termination` programme that applies."""

from __future__ import annotations

import datetime as dt
import math

from landed.assess import Outcome
from landed.expr.values import Span
from landed.facts import worker
from landed.law.library import programme_ids
from landed.plan.asking import Asking
from landed.plan.dated_step import StepOnCalendar
from landed.plan.itinerary import itinerary, on_calendar, on_days
from landed.plan.procedures import procedure_of

_PROGRAMME = ".termination"


def employer_duties(asking: Asking) -> tuple[StepOnCalendar, ...]:
    """Return the employer's steps from the last day worked; from the asked day where nobody was let go (yet)."""
    if not any(id_.endswith(_PROGRAMME) for id_ in programme_ids()):
        return ()
    found: list[StepOnCalendar] = []
    for route in asking.law.routes():
        if not route.programme.endswith(_PROGRAMME) or procedure_of(route.id) is None:
            continue
        if asking.assess(route).outcome not in (Outcome.OPEN, Outcome.UNDETERMINED):
            continue
        steps = itinerary(asking, [route], {})
        found += on_calendar(asking, steps, on_days(steps, _job_ends(asking)))
    return tuple(found)


def _job_ends(asking: Asking) -> dt.date:
    value = asking.question().fact(worker.us_status.last_day_worked)
    if isinstance(value, Span) and value.exact and not math.isinf(value.lo):
        return dt.date.fromordinal(int(value.lo))
    return asking.on
