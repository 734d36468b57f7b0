"""Citizens and permanent residents of Canada: they live and work there without any permit.

IRPA s. 19(1), 27(1), and 30(1), which asks a permit of foreign nationals only. A citizen comes back at any time. A permanent
resident does so while the status lasts, which the residency obligation may put at risk, `canada.residency_obligation`.
"""

from landed.expr import Meets, Today, all_of, cite, clause
from landed.facts import worker
from landed.law.route import RESIDENCE, WORKER, Grants, programme, reservation

law = programme(__name__)

S19 = cite("IRPA", "s. 19(1), 30(1)")
S27 = cite("IRPA", "s. 27(1), 30(1)")

_as_of_right = reservation(
    "A spouse, partner or child who is not a citizen or permanent resident needs a way of their own: sponsorship, which is "
    "not written here, or a permit", cite("IRPA", "s. 12(1)")
)  # fmt: skip

citizen = law.route(
    "citizen",
    "Canada as its citizen: no permit is needed",
    title_fr="Le Canada en tant que citoyen : aucun permis n'est nécessaire",
    kind=RESIDENCE,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="A citizen of Canada enters, stays, and works for any employer, at any time",
    cites=S19,
    reservations=(_as_of_right,),
    requires=clause(
        "The case says that the worker is a citizen of Canada",
        all_of(worker.citizenships_stated, worker.citizenships.overlap("CA")),
        cites=S19,
        key="citizen",
    ),
)

_resident = all_of(worker.canada.landed_on_stated, worker.canada.landed_on <= Today())

permanent_resident = law.route(
    "permanent_resident",
    "Canada as its permanent resident: no permit is needed",
    title_fr="Le Canada en tant que résident permanent : aucun permis n'est nécessaire",
    kind=RESIDENCE,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="A permanent resident of Canada enters, stays, and works for any employer, while the residency obligation is met or "
    "can still be met",
    cites=S27,
    reservations=(
        _as_of_right,
        reservation("The status has not been lost or given up: an officer decides on that, not the expiry of the card",
                    cite("IRPA", "s. 28, 46")),
    ),
    requires=all_of(
        clause("The case says that the worker is a permanent resident of Canada", _resident, cites=S27, key="resident"),
        clause("The residency obligation is met, or can still be met", Meets("canada.residency_obligation.five_years"),
               cites=cite("IRPA", "s. 28"), key="residency_obligation", when=_resident),
    ),
)  # fmt: skip
