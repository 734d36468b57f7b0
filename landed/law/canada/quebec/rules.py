"""Quebec: selection of skilled workers by Quebec's own streams and points, and permanent residence on its certificate.

Quebec selects under its agreement with Canada (IRPR s. 86): whoever means to live there needs its selection certificate
(CSQ) and cannot use the federal classes. The skilled worker selection program (PSTQ) replaced the regular program on 29
November 2024, and is the only skilled way since the Quebec Experience Program ended on 19 November 2025. Invitations go
by points (`pstq`, in `points.py`) and by stream. Levels of French are Quebec's own, taken here as those of the NCLC;
whether it takes results of two years and more was not seen, so that they are neither counted nor left out.
"""

from landed.expr import (
    CAD,
    CLB,
    COUNT,
    MONTHS,
    WEEKS,
    NotEncoded,
    Obtainable,
    all_of,
    cite,
    clause,
    judgement,
    least,
    not_,
)
from landed.facts import goals, spouse, worker
from landed.law.canada.permanent_residence.rules import (
    biometrics_fee,
    children_fee,
    not_yet_resident,
    partner_fee,
    principal_fee,
    right_fee,
)
from landed.law.canada.provincial_nominee.tested import tested_level
from landed.law.canada.quebec.points import pstq
from landed.law.route import APPROVAL, RESIDENCE, WORKER, Grants, programme, reservation

__all__ = [
    "biometrics_fee",
    "children_fee",
    "experience",
    "highly_qualified",
    "intermediate",
    "partner_fee",
    "permanent_residence",
    "principal_fee",
    "pstq",
    "right_fee",
]

law = programme(__name__)

highest_teer = law.number("highly_qualified.teer", COUNT)
highly_months = law.number("highly_qualified.months", MONTHS)
highly_oral = law.number("highly_qualified.oral", CLB)
highly_written = law.number("highly_qualified.written", CLB)
spouse_oral = law.number("highly_qualified.spouse_oral", CLB)
intermediate_teer = law.number("intermediate.teer", COUNT)
intermediate_months = law.number("intermediate.months", MONTHS)
intermediate_in_quebec = law.number("intermediate.months_in_quebec", MONTHS)
intermediate_oral = law.number("intermediate.oral", CLB)

# What the procedures need.
selection_fee = law.number("selection_fee", CAD)
preparation = law.number("preparation", WEEKS)
wait_for_invitation = law.number("wait_for_invitation", WEEKS)
selection = law.number("selection", MONTHS)
processing = law.number("processing", MONTHS)

PSTQ = cite("QC", "Skilled worker selection program")
STREAMS = (cite("MAPLE"), cite("BOLDE"))
PLAN = cite("QCN")
R86 = cite("IRPR", "s. 86")

_own, _partner = worker.french, spouse.french
_oral = least(tested_level(_own, _own.listening), tested_level(_own, _own.speaking))
_written = least(tested_level(_own, _own.reading), tested_level(_own, _own.writing))
_partner_oral = least(tested_level(_partner, _partner.listening), tested_level(_partner, _partner.speaking))
_in_quebec = clause("The worker means to live in Quebec", goals.in_quebec, cites=R86, key="in_quebec")
_by_invitation = (
    reservation("An application needs an invitation, by points and by stream: to be eligible is not to be invited; "
                "cut-offs seen for the first stream ran from 627 to 768", cite("CICQ")),
    reservation("Two more streams, for regulated professions and for exceptional talent, are not written here", PSTQ),
)  # fmt: skip

highly_qualified = law.route(
    "highly_qualified",
    "Quebec selection, stream 1: highly qualified and specialized skills",
    title_fr="Sélection du Québec, volet 1 : haute qualification et compétences spécialisées",
    kind=APPROVAL,
    party=WORKER,
    summary="A selection certificate for workers in TEER 0 to 2 who speak French and mean to live in Quebec.",
    cites=(PSTQ, *STREAMS),
    score=pstq,
    reservations=_by_invitation,
    requires=all_of(
        _in_quebec,
        clause("The main occupation is in TEER 0 to 2", worker.quebec.occupation_teer <= highest_teer, cites=STREAMS,
               key="teer"),
        clause("The worker has 12 months of work in it in the last five years",
               worker.quebec.main_occupation_months >= highly_months, cites=STREAMS, key="experience"),
        clause("The worker understands and speaks French at the level asked", _oral >= highly_oral, cites=STREAMS,
               key="oral_french"),
        clause("The worker reads and writes French at the level asked", _written >= highly_written, cites=STREAMS,
               key="written_french"),
        clause("A spouse or partner who comes along understands and speaks French at the level asked",
               _partner_oral >= spouse_oral, cites=cite("IQP"),
               key="spouse_french", when=spouse.accompanying),
    ),
)  # fmt: skip

intermediate = law.route(
    "intermediate",
    "Quebec selection, stream 2: intermediate and manual skills",
    title_fr="Sélection du Québec, volet 2 : compétences intermédiaires et manuelles",
    kind=APPROVAL,
    party=WORKER,
    summary="A selection certificate for workers in TEER 3 to 5, with a year of work in Quebec.",
    cites=(PSTQ, *STREAMS),
    score=pstq,
    reservations=_by_invitation,
    requires=all_of(
        _in_quebec,
        clause("The main occupation is in TEER 3 to 5", worker.quebec.occupation_teer >= intermediate_teer, cites=STREAMS,
               key="teer"),
        clause("The worker has two years of work in it in the last five",
               worker.quebec.main_occupation_months >= intermediate_months, cites=STREAMS, key="experience"),
        clause("A year of it was in Quebec", worker.quebec.work_months >= intermediate_in_quebec, cites=STREAMS,
               key="work_in_quebec"),
        clause("The worker understands and speaks French at the level asked", _oral >= intermediate_oral, cites=STREAMS,
               key="oral_french"),
    ),
)  # fmt: skip

experience = law.route(
    "experience",
    "Quebec Experience Program",
    title_fr="Programme de l'expérience québécoise",
    kind=APPROVAL,
    party=WORKER,
    summary="A selection certificate for those who had worked or studied in Quebec. Both streams ended on 19 November 2025.",
    cites=(PLAN,),
    requires=all_of(
        _in_quebec,
        clause("The worker meets the requirements of the program",
               NotEncoded("The requirements of the Quebec Experience Program"), cites=PLAN, key="program"),
    ),
)  # fmt: skip

permanent_residence = law.route(
    "permanent_residence",
    "Permanent residence of a skilled worker selected by Quebec",
    title_fr="Résidence permanente d'un travailleur qualifié sélectionné par le Québec",
    kind=RESIDENCE,
    party=WORKER,
    grants=Grants.RESIDENCE,
    summary="Permanent residence for a person who holds Quebec's selection certificate and means to live there.",
    cites=(R86, cite("IRPA", "s. 12(2)")),
    reservations=(not_yet_resident,),
    requires=all_of(
        _in_quebec,
        clause("Quebec has issued a selection certificate, or would",
               Obtainable(worker.quebec_selection_certificate,
                          by=("canada.quebec.highly_qualified", "canada.quebec.intermediate",
                              "canada.quebec.experience")),
               cites=R86, key="certificate"),
        judgement("Quebec invites the worker, by points and by stream", cites=cite("CICQ"), key="invitation",
                  when=not_(worker.quebec_selection_certificate),
                  looks_at=("the points", "the stream", "the occupation", "whether the worker already lives in Quebec")),
    ),
)  # fmt: skip
