"""Self-employed persons: permanent residence for those self-employed in culture or athletics.

IRPR s. 88 and 100-105. No application has been taken since 30 April 2024; the pause was made indefinite on 19 December
2025. What the class asks in detail is not written here, for nobody can apply.
"""

from landed.expr import NotEncoded, cite, clause
from landed.law.route import RESIDENCE, WORKER, Grants, programme

law = programme(__name__)

R100 = cite("IRPR", "s. 88, 100-105")

culture_or_athletics = law.route(
    "culture_or_athletics",
    "Self-employed persons in culture or athletics",
    title_fr="Travailleurs autonomes, culture ou sports",
    kind=RESIDENCE,
    leaves_job=True,
    party=WORKER,
    grants=Grants.RESIDENCE,
    summary="Permanent residence for persons self-employed in culture or athletics. No application is taken.",
    cites=(R100, cite("FRAG24")),
    requires=clause(
        "The worker has the experience, the intention, and the points that the class asks",
        NotEncoded(
            "The experience in culture or athletics, and the points and pass mark, of the self-employed class"
        ),
        cites=R100,
        key="class",
    ),
)
