"""Until when a step is taken: the last day on which a route that is known to shut still takes what is filed for it.

A window of registration, a program that ends on a known day: to begin in time for the deadline is not enough where the
office is shut by then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from landed.law import Law
from landed.law.route import Route
from landed.plan.asking import Asking
from landed.plan.itinerary import Itinerary
from landed.plan.schedule import Days, missed

_SHUT = ("closed", "full", "suspended")


@dataclass(frozen=True, slots=True)
class LastFilings:
    """The steps that are taken up to a known day: that day, and what shuts after it."""

    days: Mapping[str, dt.date]
    titles: Mapping[str, str]
    presumed: frozenset[str] = frozenset()
    """Steps of an intake whose days are not known: only the asked day is safe, and no last day is told."""

    def missed(self, days: Mapping[str, Days]) -> str:
        """Say what is shut before its step begins; empty where nothing is."""
        late = missed(days, self.days)
        return "; ".join(
            dict.fromkeys(f"{self.titles[step]}: nothing is taken after {self.days[step]}" for step in late)
        )


NO_LAST_FILINGS = LastFilings({}, {})


def last_filings(asking: Asking, routes: Iterable[Route], found: Itinerary) -> LastFilings:
    """Return until when each step that files something for one of the routes is taken, where that is known."""
    days: dict[str, dt.date] = {}
    titles: dict[str, str] = {}
    presumed: set[str] = set()
    for route in routes:
        known = _is_known(asking, route)
        shut = shuts_next(asking, route) if known else asking.on + dt.timedelta(days=1)
        for each in found.taken if shut else ():
            if shut and each.route is route and each.step.filed_with and each.step.actor != "government":
                days[each.id], titles[each.id] = shut - dt.timedelta(days=1), route.title
                presumed |= set() if known else {each.id}
    return LastFilings(days, titles, frozenset(presumed))


def _is_known(asking: Asking, route: Route) -> bool:
    """Tell whether it is known if the intake is open on the asked day; without a word on it, it is open."""
    begun = [entry for entry in asking.law.entries(route.intake.id) if entry.since <= asking.on]
    return not begun or begun[-1].raw["value"] != "not_encoded"


def shuts_next(asking: Asking, route: Route) -> dt.date | None:
    """Return the first later day on which a route is no longer in force, or its intake is shut; None where none is known."""
    return next((day for day in _shuts(asking.law, route) if day > asking.on), None)


@lru_cache(maxsize=4096)
def _shuts(law: Law, route: Route) -> tuple[dt.date, ...]:
    """Return the days on which a route shuts, in order."""
    return tuple(
        sorted(
            entry.since
            for parameter, shut in ((route.in_force, (False,)), (route.intake, _SHUT))
            for entry in law.entries(parameter.id)
            if entry.raw["value"] in shut
        )
    )
