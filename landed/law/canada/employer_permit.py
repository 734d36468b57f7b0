"""What every permit for one employer without a labour market impact assessment shares.

IRPR s. 200(1)(c)(ii.1): an offer that s. 204, 205, or 207 exempts from the assessment. The employer submits it in the
Employer Portal and pays the compliance fee before the worker applies (s. 209.11, 303.1, 200(3)(f.1)); the worker
quotes the number of the offer. A rule file takes the clauses and reservations of here, and adds its own; the names
that its `procedure.yaml` uses (fees, waits, durations) stand here too, so that it can import them in one piece.
"""

from landed.expr import all_of, any_of, cite, clause, not_, undertaking
from landed.facts import employer, job, worker
from landed.law.canada.cusma import rules as cusma
from landed.law.canada.maintained_status import rules as maintained
from landed.law.canada.work_permit import rules as permit
from landed.law.route import reservation

# Every permit.
permit_fee = permit.permit_fee
biometrics_fee = permit.biometrics_fee
biometrics_needed = permit.biometrics_needed
biometrics_abroad = permit.biometrics_abroad
eta_fee = permit.eta_fee
needs_eta = permit.needs_eta
medical_exam_needed = permit.medical_exam_needed
may_apply_at_port_of_entry = permit.may_apply_at_port_of_entry
applies_online = permit.applies_online
passport_too_short = permit.passport_too_short
standard = permit.standard
slowest = permit.slowest
times_published = permit.times_published
two_week_standard = permit.two_week_standard
in_two_weeks = permit.in_two_weeks_by_offer
in_two_weeks_with_published_times = permit.in_two_weeks_by_offer_with_published_times
in_canada = permit.in_canada
in_canada_with_published_times = permit.in_canada_with_published_times
in_canada_times_published = permit.in_canada_published
in_canada_standard = permit.in_canada_standard
in_canada_slowest = permit.in_canada_slowest
gathering = permit.gathering
passport_renewal = permit.passport_renewal
biometrics_wait = permit.biometrics_wait
medical_exam_wait = permit.medical_exam_wait
works_on_meanwhile = maintained.works_on_meanwhile

# The offer.
compliance_fee = cusma.compliance_fee
offer_not_yet_made = not_(job.portal_offer_made)

has_employer = clause(
    "An employer in Canada has a job for the worker",
    employer.exists,
    cites=cite("IRPR", "s. 200(1)(c)(ii.1)"),
    key="employer",
    party="employer",
)
portal_offer = undertaking(
    "The employer is willing, submits the offer in the Employer Portal, and pays the compliance fee, before the worker "
    "applies",
    all_of(employer.willing, any_of(job.portal_offer_made, employer.undertakes.portal_offer)),
    cites=cite("IRPR", "s. 209.11, 303.1, 200(3)(f.1)"),
    key="portal_offer",
)

of_the_worker = (
    reservation(
        "The worker can do the work: education, experience, and any license fit the offer",
        cite("IRPR", "s. 200(3)(a)"),
    ),
    reservation(
        "The worker has not worked in Canada without authorization in the last six months",
        cite("IRPR", "s. 200(3)(e)"),
        unless=worker.unauthorized_work_in_canada_last_six_months,
    ),
    permit.for_foreign_nationals,
)
of_the_offer = (
    reservation(
        "The offer is genuine: the business is active, needs the work, can keep its terms, and has kept them before",
        cite("IRPR", "s. 200(5)"),
    ),
    reservation(
        "The employer signs an employment agreement, and takes back neither its fee nor any cost of recruitment from the "
        "worker (since 26 September 2022)",
        cite("IRPR", "s. 209.11, 209.2"),
    ),
    reservation(
        "The employer is not on the list of those who may not hire foreign workers",
        cite("IRPR", "s. 200(3)(h), 209.95"),
        unless=employer.barred_from_hiring_foreign_workers,
    ),
    *of_the_worker,
)
