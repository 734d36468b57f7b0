"""The way back to the United States from a way abroad: from which day a transfer within the group could be asked for."""

from __future__ import annotations

from landed.expr import Clause
from landed.law.route import Grants, Route
from landed.plan.asking import Asking
from landed.plan.dated_step import TwoDays
from landed.plan.itinerary import itinerary, on_days

_YEAR_ABROAD = "united_states.l1.year_abroad"


def way_back(asking: Asking, way: Route, first_work: TwoDays) -> tuple[str, ...]:
    """Say from when an L-1 petition could follow on work for a related company abroad; nothing where it is not related."""
    start = first_work.if_every_standard_is_met
    if way.country == "US" or way.grants is not Grants.WORK_FOR_EMPLOYER or start is None:
        return ()
    route = next((each for each in asking.law.routes() if each.id == _YEAR_ABROAD), None)
    if route is None:  # another law, of somebody's own
        return ()
    met = {
        clause.node.key: clause.truth
        for clause in asking.assess(route).clauses()
        if isinstance(clause.node, Clause)
    }
    if not (met.get("nonimmigrant") and met.get("related")):
        return ()
    found = itinerary(asking, [route], {})
    day = max(days.end for days in on_days(found, start).standard.values() if days.end)
    return (
        (
            f"Back to the United States by an L-1 transfer (not encoded here): it asks for a year of work without a break for the "
            f"related company abroad. Counted from {start}, the first lawful day of work by this way, not before {day}. Have the "
            "promise of it in writing"
        ),
    )
