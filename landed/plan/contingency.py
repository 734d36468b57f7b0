"""If the job ends: what the law written here gives a worker whose permission to work hangs on one employer.

No odds: nobody publishes them. The rules are named by country; what a country's law has not here is not made up.
"""

from __future__ import annotations

from collections.abc import Iterator

from landed.expr import Clause
from landed.law.declared import walk
from landed.law.library import programme_ids, weakest
from landed.law.route import Grants, Route
from landed.plan.asking import Asking
from landed.plan.beside import Contingency, ContingencyPart
from landed.plan.citing import citations

_IF_THE_JOB_ENDS = {
    "CA": ("canada.maintained_status.change_of_employer", "canada.maintained_status.restoration"),
    "US": ("united_states.grace_period.sixty_days",),
}
"""What runs, and what helps, when a job ends. A route of a country not in force on the day is left out."""
_TEXT = (
    "This way allows work for the named employer alone. If this job ends, so does the work that it allows; work for "
    "another employer takes a permission of its own"
)
_NOTHING = "What the law then gives is not encoded here: ask counsel before a job is given up or lost"


def if_the_job_ends(asking: Asking, way: Route) -> Contingency | None:
    """Return what holds when the job of a way ends; None for a way that names no employer."""
    if way.grants is not Grants.WORK_FOR_EMPLOYER:
        return None
    parts = tuple(_parts(asking, way.country))
    return Contingency("this job ends", "worker", _TEXT if parts else f"{_TEXT}. {_NOTHING}", parts)


def _parts(asking: Asking, country: str) -> Iterator[ContingencyPart]:
    for id_ in _IF_THE_JOB_ENDS.get(country, ()):
        if id_.rpartition(".")[0] not in programme_ids():
            continue
        route = asking.law.route(id_)
        if asking.question().epoch.in_force(route).value is not True:
            continue
        said = [route.summary or route.title, *(each.text for each in route.reservations)]
        cites = citations(route.programme, route.cites)
        yield ContingencyPart(
            id_, route.title, country, ". ".join(each.rstrip(".") for each in said),
            tuple(_asks(route)), cites, weakest([each.seen for each in cites]),
        )  # fmt: skip


def _asks(route: Route) -> Iterator[str]:
    yield from (node.text for node in walk(route.requires) if isinstance(node, Clause))
