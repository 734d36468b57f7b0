"""Manitoba: skilled workers by expression of interest, as far as the pages were seen.

The Manitoba Provincial Nominee Program nominates under IRPR s. 87. Its points (1,000 at most) and its draws are known
in outline; what an application must show is not written here.
"""

from landed.expr import NotEncoded, all_of, cite, clause
from landed.facts import job
from landed.law.route import APPROVAL, SELECTION, WORKER, programme, reservation

law = programme(__name__)

MB = cite("MB", "Expression of interest")

skilled_worker = law.route(
    "skilled_worker",
    "Manitoba nomination, skilled worker",
    title_fr="Désignation du Manitoba, travailleur qualifié",
    kind=APPROVAL,
    party=WORKER,
    summary="A nomination by expression of interest: points for language (25 for each ability at CLB 8), age (75 from 21 "
    "to 45), experience, education, and above all a connection to the province (500 for six months in a job there).",
    cites=(MB, cite("IRPR", "s. 87")),
    reservations=(
        reservation("The points are known in part: language for each ability 12 (CLB 4), 17, 20, 22, 25 (CLB 8), and 25 for a "
                    "second language; 100 for a license; 50 outside Winnipeg; up to 200 off for ties to other provinces", MB),
    ),
    requires=clause("The worker meets the requirements of the stream",
                    NotEncoded("The requirements of Manitoba's skilled worker streams, and the cells of its points"), cites=MB,
                    key="stream"),
)  # fmt: skip

natural_science_draw = law.route(
    "natural_science_draw",
    "Manitoba, draw for workers in natural and applied sciences",
    title_fr="Manitoba, tirage pour les sciences naturelles et appliquées",
    kind=SELECTION,
    party=WORKER,
    summary="Draw 280 of 24 September 2026 invited 417 people who work in Manitoba in broad category 2, with 760 points "
    "or more.",
    cites=(cite("MB", "Draw 280"),),
    requires=all_of(
        clause("The job is in Manitoba", job.province.is_("MB"), cites=cite("MB", "Draw 280"), key="province"),
        clause("The occupation is in broad category 2", job.noc_category.is_("2"), cites=cite("MB", "Draw 280"),
               key="category"),
        clause("The points reach 760", NotEncoded("The cells of Manitoba's points"), cites=cite("MB", "Draw 280"),
               key="points"),
    ),
)  # fmt: skip
