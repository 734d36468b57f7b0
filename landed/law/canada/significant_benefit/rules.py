"""Significant benefit (C10): work whose benefit to Canada is significant, clear, and compelling.

IRPR s. 205(a); IRCC, instructions on exemption code C10. An officer decides case by case; it is no way round the assessment.
On 24 February 2026 the instructions were rewritten: most readers take them to be tighter, some to be only rearranged.
The new text itself was not read.
"""

from landed.expr import all_of, cite, judgement, not_
from landed.facts import job
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

rewritten = law.flag("general.rewritten")

C10 = cite("C10")

general = law.route(
    "general",
    "Significant benefit to Canada",
    title_fr="Avantages importants pour le Canada",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C10: for an officer to judge, case by case; in TEER 0 or 1 it can be processed in two weeks",
    cites=(C10, cite("IRPR", "s. 205(a), 200(1)(c)(ii.1)")),
    reservations=(*of_the_offer, reservation("It is not a way round the assessment: why the employer cannot wait for one is weighed", C10)),
    requires=all_of(
        has_employer,
        judgement("The social, cultural, or economic benefit of the work to Canada is significant, clear, and compelling",
                  key="significant_benefit", unless=not_(job.significant_benefit_shown), cites=C10,
                  looks_at=("What the worker has achieved: awards, publications, patents, pay",
                            "What Canada gains, and what it would lose without the worker",
                            "Whether the employer could have an assessment in time")),
        judgement("Since 24 February 2026: the situation is unique or exceptional, and the benefit reaches a community, a region, "
                  "or the country, beyond the worker, the family, and the employer", key="exceptional",
                  cites=(cite("IMMA"), cite("VGURU"), cite("BLACK")), when=rewritten,
                  looks_at=("Whom the benefit reaches", "How many Canadians are hired or trained",
                            "That readers of the new text differ: most call it a tightening, some a rearrangement")),
        portal_offer,
    ),
)  # fmt: skip
