"""Provincial nominees: permanent residence on the nomination of a province or territory.

IRPR s. 87. A nomination is the result of a province's own procedure; one through Express Entry (enhanced) leads to an
invitation there and gives 600 points, any other (base) to an application of its own, which takes longer. Since 30
March 2026 (SOR/2026-63) the province alone judges whether the nominee can settle and means to live there.
"""

from landed.expr import WEEKS, Meets, Obtainable, all_of, any_of, cite, clause, judgement, not_
from landed.facts import worker
from landed.law.canada.permanent_residence.rules import (
    biometrics_fee,
    children_fee,
    express_entry_slowest,
    express_entry_standard,
    nominee_slowest,
    nominee_standard,
    not_yet_resident,
    partner_fee,
    principal_fee,
    right_fee,
)
from landed.law.route import RESIDENCE, WORKER, Grants, programme, reservation

__all__ = [
    "base",
    "biometrics_fee",
    "children_fee",
    "enhanced",
    "express_entry_slowest",
    "express_entry_standard",
    "nominee_slowest",
    "nominee_standard",
    "partner_fee",
    "permanent_residence",
    "preparation",
    "principal_fee",
    "right_fee",
]

law = programme(__name__)

preparation = law.number("preparation", WEEKS)
enhanced = worker.nomination_through_express_entry
base = not_(worker.nomination_through_express_entry)

NOMINATIONS = (
    "canada.british_columbia.skilled_worker",
    "canada.ontario.workforce_priority",
    "canada.ontario.human_capital_priorities",
    "canada.ontario.employer_job_offer_foreign_worker",
    "canada.alberta.accelerated_tech_pathway",
    "canada.alberta.opportunity_stream",
    "canada.saskatchewan.tech_talent_pathway",
    "canada.nova_scotia.express_entry",
)
"""The nominations written here; other provinces and streams nominate too."""

R87 = cite("IRPR", "s. 87")

_invited = any_of(
    worker.provincial_nomination,
    Meets("canada.british_columbia.high_economic_impact"),
    Meets("canada.ontario.tech_draw"),
    Meets("canada.alberta.tech_draw"),
    Meets("canada.saskatchewan.tech_talent_pathway"),
)
"""Nominated, or such that the last draw known on the day took it; Saskatchewan's pathway goes by the position instead."""

permanent_residence = law.route(
    "permanent_residence",
    "Permanent residence of a provincial nominee",
    title_fr="Résidence permanente d'un candidat d'une province",
    kind=RESIDENCE,
    party=WORKER,
    grants=Grants.RESIDENCE,
    summary="Permanent residence for a person whom a province or territory has nominated. Most provinces nominate only "
    "whom a draw has invited; where the last draws known on the day would not have, a coming one decides.",
    cites=(R87, cite("IRPA", "s. 12(2)")),
    reservations=(
        not_yet_resident,
        reservation("The nominee means to live in the province that nominates, and can settle there: since 30 March 2026 "
                    "the province alone judges this; before, a federal officer could put another judgment in its place",
                    R87),
        reservation("Provinces and streams that are not written here nominate too: Manitoba, New Brunswick, and others", R87),
        reservation("Quebec does not nominate: it selects by its own certificate", cite("IRPR", "s. 86")),
        reservation("Since 26 March 2026 the government may by order refuse, suspend, or end whole classes of "
                    "applications, pending ones among them", cite("IRPA", "s. 87.301-87.305")),
    ),
    requires=all_of(
        clause("A province or territory has nominated the worker, or would",
               Obtainable(worker.provincial_nomination, by=NOMINATIONS), cites=R87, key="nomination"),
        judgement("A coming draw of the province invites the worker (there is no nomination, and the last draws known here "
                  "would not have)", cites=R87, key="coming_draw", when=not_(_invited),
                  looks_at=("wage or points of the registration", "the occupation", "how many may still be nominated")),
    ),
)  # fmt: skip
