"""Accelerated pathway for H-1B holders: announced in Budget 2025, and in force on no day so far.

The budget of 4 November 2025 promised it "in the coming months". No law, instruction, form or criterion was found, in
two searches, up to 22 November 2026. Pages that describe an open permit of three years as available extrapolate from
the policy of 2023, which closed on its second day. What it will grant is not known; `STAY` is the least it can be.
"""

from landed.expr import NotEncoded, cite, clause
from landed.law.route import PERMIT, WORKER, Grants, programme

law = programme(__name__)

worker = law.route(
    "worker",
    "Accelerated pathway for H-1B holders (announced in 2025)",
    title_fr="Voie accélérée pour les titulaires d'un visa H-1B (annoncée en 2025)",
    kind=PERMIT,
    grants=Grants.STAY,
    party=WORKER,
    summary="Announced, not in force: nobody can apply, and no plan may count on it",
    cites=cite("BUD25"),
    requires=clause(
        "The criteria of the pathway, once they are published",
        NotEncoded("No criteria, cap or form of the pathway has been published"),
        cites=cite("BUD25"),
        key="criteria",
    ),
)
