"""Francophone Mobility: French speakers of any nationality, for work outside Quebec, without an assessment.

IRPR s. 205(c)(ii) since 15 June 2023, s. 205(a) before; IRCC, instructions on exemption code C16. The job itself need not
be in French. Until June 2023 the occupation had to be skilled and French the language usually spoken.
"""

from landed.expr import CLB, COUNT, all_of, any_of, cite, clause, not_
from landed.facts import job, worker
from landed.law.canada.employer_permit import (  # noqa: F401 - most are named by procedure.yaml
    applies_online,
    biometrics_abroad,
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    compliance_fee,
    eta_fee,
    gathering,
    has_employer,
    in_canada,
    in_canada_slowest,
    in_canada_standard,
    in_canada_with_published_times,
    in_two_weeks,
    in_two_weeks_with_published_times,
    may_apply_at_port_of_entry,
    medical_exam_needed,
    medical_exam_wait,
    needs_eta,
    of_the_offer,
    offer_not_yet_made,
    passport_renewal,
    passport_too_short,
    permit_fee,
    portal_offer,
    slowest,
    standard,
    times_published,
    two_week_standard,
    works_on_meanwhile,
)  # fmt: skip
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

highest_teer = law.number("highest_teer", COUNT)
highest_teer_in_agriculture = law.number("highest_teer_in_agriculture", COUNT)
least_french = law.number("least_french", CLB)
habit_is_enough = law.flag("habitual_french_is_enough")

C16 = cite("C16")

worker_ = law.route(
    "worker",
    "Francophone Mobility",
    title_fr="Mobilité francophone",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C16: for as long as the offer or the passport; any nationality; in TEER 0 or 1 it can be processed in two "
    "weeks",
    cites=(C16, cite("IRPR", "s. 205, 200(1)(c)(ii.1)")),
    reservations=(
        *of_the_offer,
        reservation("The worker lives outside Quebec too, and does not telework for an employer in Quebec", C16),
    ),
    requires=all_of(
        has_employer,
        clause("The work is outside Quebec", not_(job.in_quebec), cites=C16, key="outside_quebec"),
        clause("The worker speaks French: level 5 in speaking and listening; until 14 June 2023, French as the language "
               "usually spoken, or level 7",
               any_of(
                   all_of(worker.french.speaking >= least_french, worker.french.listening >= least_french),
                   all_of(habit_is_enough, worker.french_habitual),
               ),
               cites=cite("C16", "Language"), key="french"),
        clause("The occupation is of any TEER (skill type 0, level A or B until 14 June 2023)", job.teer <= highest_teer,
               cites=cite("C16", "Occupation"), key="level"),
        clause("In primary agriculture, the occupation is not of TEER 4 or 5",
               any_of(not_(job.primary_agriculture), job.teer <= highest_teer_in_agriculture),
               cites=cite("C16", "Occupation"), key="agriculture"),
        portal_offer,
    ),
)  # fmt: skip
