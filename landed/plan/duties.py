"""Steps that belong to no way: what the employer owes when it ends the job, and what to do while a clock runs.

Both begin on the asked day: a duty of yesterday is owed today.
"""

from __future__ import annotations

from collections.abc import Iterable

from landed.assess import Outcome
from landed.law.library import programme_ids
from landed.law.route import Route
from landed.plan.asking import NOTHING, Asking
from landed.plan.dated_step import StepOnCalendar
from landed.plan.itinerary import itinerary, on_calendar, on_days
from landed.plan.model import Deadline
from landed.plan.procedures import procedure_of

_PROGRAMME = ".termination"


def employer_duties(asking: Asking) -> tuple[StepOnCalendar, ...]:
    """Return the employer's steps at the end of the job, from each `termination` programme that applies or may."""
    if not any(id_.endswith(_PROGRAMME) for id_ in programme_ids()):
        return ()
    return _steps(asking, (route for route in asking.law.routes() if route.programme.endswith(_PROGRAMME)))


def meanwhile(asking: Asking, found: Iterable[Deadline]) -> tuple[StepOnCalendar, ...]:
    """Return the steps of the clocks that run and have a procedure: what to do inside a grace period."""
    running = (each for each in found if "." in each.id and (each.days_left or 0) >= 0)
    return _steps(asking, (asking.law.route(each.id) for each in running))


def _steps(asking: Asking, routes: Iterable[Route]) -> tuple[StepOnCalendar, ...]:
    steps: list[StepOnCalendar] = []
    for route in routes:
        if procedure_of(route.id) is None:
            continue
        if asking.assess(route).outcome in (Outcome.OPEN, Outcome.UNDETERMINED):
            taken = itinerary(asking, [route], NOTHING)
            steps += on_calendar(asking, taken, on_days(taken, asking.on))
    return tuple(steps)
