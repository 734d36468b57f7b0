"""Citizens and permanent residents of the United States: they live and work there without any petition.

INA 101(a)(15) and (20). The end of a job ends nothing of it. That they may work for any employer is general knowledge here: the
sections on employment were not read.
"""

from landed.expr import all_of, any_of, cite, clause, not_
from landed.facts import worker
from landed.law.route import RESIDENCE, WORKER, Grants, programme, reservation

law = programme(__name__)

OPEN_TO_THEM = cite("M", "INA 101(a)(15), (20)")
status = worker.us_status

_citizen = any_of(
    status.citizen_stated, all_of(worker.citizenships_stated, worker.citizenships.overlap("US"))
)
_family = reservation(
    "A spouse or child who is neither needs a status of their own, which is not written here", OPEN_TO_THEM
)

citizen = law.route(
    "citizen",
    "The United States as its citizen: no petition is needed",
    title_fr="Les États-Unis en tant que citoyen : aucune pétition n'est nécessaire",
    kind=RESIDENCE,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="A citizen of the United States enters, stays, and works for any employer, at any time",
    cites=OPEN_TO_THEM,
    reservations=(_family,),
    requires=clause("The case says that the worker is a citizen of the United States", _citizen, cites=OPEN_TO_THEM, key="citizen"),
)  # fmt: skip

permanent_resident = law.route(
    "permanent_resident",
    "The United States as its permanent resident: no petition is needed",
    title_fr="Les États-Unis en tant que résident permanent : aucune pétition n'est nécessaire",
    kind=RESIDENCE,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="A permanent resident of the United States stays, and works for any employer; the end of a job changes nothing of it",
    cites=OPEN_TO_THEM,
    reservations=(
        _family,
        reservation("A long stay abroad can be taken for giving the status up: who would work in another country asks counsel "
                    "first, and about a reentry permit", OPEN_TO_THEM),
    ),
    requires=all_of(
        clause("The case says that the worker is a permanent resident of the United States", status.permanent_resident_stated,
               cites=OPEN_TO_THEM, key="resident"),
        clause("The worker is not a citizen, who needs nothing of it", not_(_citizen), cites=OPEN_TO_THEM, key="no_citizen"),
    ),
)  # fmt: skip
