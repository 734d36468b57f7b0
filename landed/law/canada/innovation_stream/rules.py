"""Innovation Stream (C88): skilled workers of the firms of the Global Hypergrowth Project.

IRPR s. 205(c)(ii); IRCC, instructions on the pilot, in place from 22 March 2024 to 22 March 2026 unless extended. No
extension was found.
"""

from landed.expr import CAD_PER_HOUR, COUNT, all_of, any_of, cite, clause, undertaking
from landed.facts import employer, job
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
)  # fmt: skip
from landed.law.canada.prevailing_wage.rules import meets_prevailing_wage
from landed.law.route import PERMIT, WORKER, Grants, programme

law = programme(__name__)

highest_teer = law.number("worker.highest_teer", COUNT)
median = law.table("worker.median_wage", CAD_PER_HOUR)

C88 = cite("C88")

worker_ = law.route(
    "worker",
    "Innovation Stream",
    title_fr="Volet de l'innovation",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C88: up to five years, for the firms of the Global Hypergrowth Project",
    cites=(C88, cite("IRPR", "s. 205(c)(ii)")),
    reservations=of_the_offer,
    requires=all_of(
        has_employer,
        clause("The employer is one of the firms of the Global Hypergrowth Project", employer.hypergrowth_project,
               cites=(C88, cite("MON24")), key="firm", party="employer"),
        clause("The occupation is of TEER 0 to 3", job.teer <= highest_teer, cites=C88, key="level"),
        clause("The wage is at least the median of the province or territory", job.hourly_wage >= median[job.province],
               cites=C88, key="median_wage", party="employer"),
        clause("The wage is also that of the collective agreement, or at least the prevailing wage",
               any_of(all_of(job.under_collective_agreement, job.collective_agreement_wage_met), meets_prevailing_wage),
               cites=C88, key="prevailing_wage", party="employer"),
        undertaking("The employer reviews the wage every year", employer.undertakes.wage_review, cites=C88, key="wage_review"),
        portal_offer,
    ),
)  # fmt: skip
