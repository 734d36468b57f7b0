"""Entrepreneurs and the self-employed who stay for a time (C11).

IRPR s. 205(a); IRCC, instructions on exemption code C11. The owner is both employer and worker. Founders who mean to stay
for good have other ways: a provincial program (C60), the start-up visa (A77).
"""

from landed.expr import PERCENT, all_of, any_of, cite, clause, judgement, not_, undertaking
from landed.facts import employer, job, worker
from landed.law.canada.employer_permit import (  # noqa: F401 - most are named by procedure.yaml
    applies_online,
    biometrics_abroad,
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    compliance_fee,
    eta_fee,
    gathering,
    in_canada,
    in_canada_slowest,
    in_canada_standard,
    in_canada_with_published_times,
    may_apply_at_port_of_entry,
    medical_exam_needed,
    medical_exam_wait,
    needs_eta,
    of_the_offer,
    offer_not_yet_made,
    passport_renewal,
    passport_too_short,
    permit_fee,
    slowest,
    standard,
    times_published,
)  # fmt: skip
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

least_share = law.number("temporary.least_share", PERCENT)

C11 = cite("C11")

temporary = law.route(
    "temporary",
    "Entrepreneur or self-employed, for a time",
    title_fr="Entrepreneur ou travailleur autonome, à titre temporaire",
    kind=PERMIT,
    leaves_job=True,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C11: as a rule eighteen months at most, to run a business of one's own; extended only where the benefit is "
    "proven and the purpose still temporary",
    cites=(C11, cite("IRPR", "s. 205(a)")),
    reservations=(*of_the_offer, reservation("Asked for online rather than at a port of entry", C11)),
    requires=all_of(
        clause("The worker controls 51 percent or more of the business in Canada",
               worker.business_share >= least_share, cites=C11, key="control"),
        judgement("The business brings Canada a significant benefit while the permit lasts", key="significant_benefit",
                  unless=not_(job.significant_benefit_shown), cites=C11,
                  looks_at=("The business plan, and what has been done of it", "Jobs and training for Canadians",
                            "What is new: a product, a technology, a market", "What the region gains")),
        judgement("The stay is temporary or seasonal, as a rule for eighteen months at most", key="temporary",
                  unless=not_(worker.leaves_after_business), cites=C11,
                  looks_at=("How and when the owner leaves, or hands the business over",
                            "Ties outside Canada", "Whether an application for permanent residence is planned")),
        clause("There is money to live on for the stay (the low-income cut-off for the family), and other money for the business, "
               "and it is shown where both come from", worker.business_funds, cites=C11, key="funds"),
        undertaking("The owner's business submits the offer in the Employer Portal, and pays the compliance fee",
                    any_of(job.portal_offer_made, employer.undertakes.portal_offer),
                    cites=(C11, cite("IRPR", "s. 209.11, 303.1")), key="portal_offer", party="worker"),
    ),
)  # fmt: skip
