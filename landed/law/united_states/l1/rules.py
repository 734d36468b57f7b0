"""L-1 transfers: the year of work abroad for the related company, from which a way back to the United States opens.

INA 101(a)(15)(L), 214(c)(2); 8 CFR 214.2(l). The rest of it (executives and managers, specialized knowledge, the petition,
its fees, seven and five years) is not written here, so that it is no way of a plan: only the day is told from which it
could be asked for.
"""

from landed.expr import YEARS, NotEncoded, all_of, cite, clause
from landed.facts import employer, worker
from landed.law.route import EMPLOYER, SERVICE, programme

law = programme(__name__)

year = law.number("year_abroad.length", YEARS)

L = (cite("8CFR24", "8 CFR 214.2(l)"), cite("G1", "INA 101(a)(15)(L)"))

year_abroad = law.route(
    "year_abroad",
    "L-1: the year abroad that a transfer back to the United States asks for",
    title_fr="L-1 : l'année à l'étranger qu'exige un retour par mutation",
    kind=SERVICE,
    party=EMPLOYER,
    summary="After a year of work without a break, within three, for a related company abroad, an L-1 petition can be filed",
    cites=L,
    requires=all_of(
        clause("The case says that the worker is in a nonimmigrant status of the United States", worker.us_status.nonimmigrant_stated,
               cites=L, key="nonimmigrant"),
        clause("The company abroad is a parent, branch, subsidiary, or affiliate of the U.S. employer, or the same",
               employer.canadian_entity.relationship.is_("same", "parent", "subsidiary", "branch", "affiliate"), cites=L,
               key="related", party="employer"),
        clause("Executive or managerial work, or specialized knowledge, there and here",
               NotEncoded("what L-1 asks of the work"), cites=L, key="work"),
    ),
)  # fmt: skip
