"""Start-up Visa: permanent residence for founders backed by a designated organization.

IRPR s. 98.01-98.13, in force since 11 April 2018 (a pilot of ministerial instructions before). The class still stands
in the regulations; its intake closed at the end of 2025 by instructions under IRPA s. 87.3, and on 30 June 2026 for
those who held a commitment of 2025.
"""

from landed.expr import (
    CAD,
    CLB,
    DAY,
    MONTHS,
    PERCENT,
    PERSONS,
    WEEKS,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    later,
    most,
)  # fmt: skip
from landed.facts import goals, worker
from landed.law.canada.express_entry.classes import settlement_funds
from landed.law.canada.express_entry.persons import english_level, french_level, lowest
from landed.law.canada.permanent_residence.rules import (
    biometrics_fee,
    business_principal_fee,
    children_fee,
    not_yet_resident,
    partner_fee,
    right_fee,
)
from landed.law.route import RESIDENCE, WORKER, Grants, programme, reservation

__all__ = [
    "biometrics_fee",
    "business_principal_fee",
    "children_fee",
    "founder",
    "partner_fee",
    "right_fee",
]

law = programme(__name__)

commitment_months = law.number("founder.commitment_months", MONTHS)
in_transition = law.flag("founder.in_transition")
transition_last_commitment = law.number("founder.transition_last_commitment", DAY)
transition_takes_older = law.flag("founder.transition_takes_older")
least_investment = law.table("founder.least_investment", CAD)
least_votes = law.number("founder.least_votes", PERCENT)
half_of_votes = law.number("founder.half_of_votes", PERCENT)
most_applicants = law.number("founder.most_applicants", PERSONS)
language = law.number("founder.language", CLB)

preparation = law.number("preparation", WEEKS)
processing = law.number("processing", MONTHS)

startup = worker.startup
R98 = cite("IRPR", "s. 98.01(2)")
OWN = cite("IRPR", "s. 98.06(3)")
CLOSED = cite("BT25", "Closure and transition")

founder = law.route(
    "founder",
    "Start-up Visa",
    title_fr="Visa pour démarrage d'entreprise",
    kind=RESIDENCE,
    leaves_job=True,
    party=WORKER,
    grants=Grants.RESIDENCE,
    summary="Permanent residence for up to five founders of a business that a designated organization backs. Closed to "
    "new applications since the end of 2025; a pilot for entrepreneurs was promised in its place, without details.",
    cites=(cite("IRPR", "s. 98.01-98.13"), CLOSED),
    reservations=(
        not_yet_resident,
        reservation("The business is or will be incorporated in Canada, and the founder will manage it from there",
                    cite("IRPR", "s. 98.06")),
        reservation("The founder means to live outside Quebec", R98, unless=goals.in_quebec),
        reservation("Since 30 April 2024 an organization may back at most ten businesses a year", cite("FRAG24")),
        reservation("The regulations ask for a commitment of less than six months; that the transition of 2026 took "
                    "older ones of 2025 is said by secondary sources alone: file before it is six months old", R98),
        reservation("Waiting times reported for new cases passed ten years", cite("UIM26")),
    ),
    requires=all_of(
        clause("A designated organization has issued its commitment certificate", startup.commitment_on <= Today(),
               cites=R98, key="commitment"),
        clause("The commitment is less than six months old (in the transition of 2026: one of 2025)",
               any_of(Today() < later(startup.commitment_on, commitment_months),
                      all_of(transition_takes_older, startup.commitment_on <= transition_last_commitment)),
               cites=R98, key="commitment_age"),
        clause("In the transition, the commitment was issued in 2025 at the latest",
               startup.commitment_on <= transition_last_commitment, cites=CLOSED, key="commitment_of_2025",
               when=in_transition),
        clause("The investment reaches the least for the kind of organization (an incubator need not invest)",
               startup.investment >= least_investment[startup.organization], cites=(cite("EHC"), cite("IRPR", "s. 98.05")),
               key="investment"),
        clause("Each applicant holds a tenth of the votes", startup.votes >= least_votes, cites=(cite("EHC"), OWN),
               key="votes"),
        clause("The applicants and the organization hold more than half of the votes together",
               startup.votes_with_organization > half_of_votes, cites=(cite("EHC"), OWN), key="votes_together"),
        clause("At most five persons apply for the business", startup.applicants <= most_applicants,
               cites=cite("IRPR", "s. 98.01(3)"), key="applicants"),
        clause("The worker has the settlement funds for the family, those who stay behind included",
               worker.settlement_funds >= settlement_funds[worker.family_size], cites=cite("IRPR", "s. 98.01(2)(c)"),
               key="settlement_funds"),
        clause("English or French at the level asked, in all four abilities, in results less than two years old",
               most(lowest(english_level), lowest(french_level)) >= language, cites=R98, key="language"),
    ),
)  # fmt: skip
