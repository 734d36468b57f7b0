"""Work permit on an LMIA: for the named employer, occupation and place.

IRPR s. 200(1)(c)(iii). The LMIA is the employer's procedure (the Global Talent Stream, the high-wage and low-wage
streams, Quebec's facilitated process); this is the worker's. What every permit of Canada shares stands here too: fees, biometrics, the medical exam, where one may
apply, and how long it takes.
"""

from landed.expr import (
    BUSINESS_DAYS,
    CAD,
    DAYS,
    MONTHS,
    WEEKS,
    YEARS,
    Meets,
    NotEncoded,
    Obtainable,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    later,
    most,
    not_,
)  # fmt: skip
from landed.expr.nodes import Scaled
from landed.facts import employer, job, worker
from landed.law.canada.global_skills_strategy import rules as strategy
from landed.law.canada.lmia import rules as lmia
from landed.law.route import CLOCK, PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

# Fees, biometrics, the medical exam, the passport.
permit_fee = law.number("fee", CAD)
biometrics_fee = law.number("biometrics.fee", CAD)
biometrics_asked = law.flag("biometrics.asked_of_all_nationals")
biometrics_youngest = law.number("biometrics.youngest", YEARS)
biometrics_oldest = law.number("biometrics.oldest", YEARS)
eta_fee = law.number("eta_fee", CAD)
eta_spares_us_residents = law.flag("eta_spares_us_residents")
medical_exam_after = law.number("medical_exam_after", MONTHS)
caq_fee = law.number("caq_fee", CAD)

biometrics_needed = all_of(
    biometrics_asked,
    not_(worker.citizenships.overlap("US")),
    worker.age >= biometrics_youngest,
    worker.age <= biometrics_oldest,
)
medical_exam_needed = any_of(
    job.public_health_protected,
    all_of(job.months > medical_exam_after, worker.six_months_in_designated_country),
)
passport_too_short = all_of(
    not_(worker.citizenships.overlap("US")), worker.passport_expires < later(Today(), lmia.longest_employment)
)
work_in_quebec = job.in_quebec

# Where one may apply.
visa_exempt = law.codes("visa_exempt")
no_permit_after_a_trip_to_the_border = law.flag("no_permit_after_a_trip_to_the_border")
_citizen_or_resident_of_the_us = any_of(worker.citizenships.overlap("US"), worker.us_permanent_resident)
may_apply_at_port_of_entry = any_of(
    _citizen_or_resident_of_the_us,
    all_of(
        visa_exempt.overlaps(worker.citizenships),
        not_(all_of(no_permit_after_a_trip_to_the_border, worker.in_canada)),
    ),
)
applies_online = not_(may_apply_at_port_of_entry)
biometrics_abroad = all_of(applies_online, biometrics_needed)
needs_eta = all_of(
    may_apply_at_port_of_entry,
    not_(worker.citizenships.overlap("US")),
    not_(all_of(eta_spares_us_residents, worker.us_permanent_resident)),
)

# How long it takes: the standard, and what IRCC publishes for the country applied from.
standard = law.number("processing.standard", DAYS)
times_published = law.flag("processing.times_published")
published = law.table("processing.published", WEEKS)
slowest = most(standard, Scaled(published[worker.applies_from], 7, 1, DAYS))
in_canada_standard = law.number("processing.in_canada_standard", DAYS)
in_canada_published = law.flag("processing.in_canada_times_published")
in_canada_slowest = law.number("processing.in_canada_published", DAYS)
in_canada = not_(job.applying_outside_canada)
in_canada_with_published_times = all_of(in_canada, in_canada_published)
two_week_standard = strategy.two_week_standard
fast = all_of(Meets("canada.global_skills_strategy.two_week_processing"), strategy.standard_held)
in_two_weeks = all_of(fast, strategy.stands_on_stream_lmia)
in_two_weeks_with_published_times = all_of(in_two_weeks, times_published)
in_two_weeks_by_offer = all_of(fast, strategy.high_level)
in_two_weeks_by_offer_with_published_times = all_of(in_two_weeks_by_offer, times_published)

# Planning figures.
gathering = law.number("planning.gathering", BUSINESS_DAYS)
passport_renewal = law.number("planning.passport_renewal", DAYS)
biometrics_wait = law.number("planning.biometrics_wait", DAYS)
medical_exam_wait = law.number("planning.medical_exam_wait", DAYS)
caq_wait = law.number("planning.caq_wait", BUSINESS_DAYS)

for_foreign_nationals = reservation(
    "It is for foreign nationals: a citizen or permanent resident of Canada needs no permit",
    cite("IRPA", "s. 2(1), 30(1)"),
    unless=any_of(worker.citizenships.overlap("CA"), worker.canada.landed_on <= Today()),
)

ordinary = law.route(
    "ordinary",
    "Work permit on a labour market impact assessment",
    title_fr="Permis de travail fondé sur une étude d'impact sur le marché du travail",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="For the employer, occupation and place of the LMIA; as long as the LMIA says, and never beyond the passport",
    cites=cite("IRPR", "s. 200(1)(c)(iii)"),
    reservations=(
        reservation("The worker can do the work: education, experience and any license fit the offer",
                    cite("IRPR", "s. 200(3)(a)")),
        reservation("The offer is genuine, and the employer can keep it", cite("IRPR", "s. 200(1)(c)(iii), (5)")),
        reservation("The permit is applied for before the assessment runs out: six months after it was issued (twelve for those "
                    "from 31 October 2023 to 30 April 2024, eighteen from 4 April 2022, nine before); another one is a new file",
                    cite("IRPR", "s. 203(3.1)"), cite("E1"), unless=job.lmia_expires < Today()),
        reservation("The permit names the employer of the assessment: without one there is nothing to apply with",
                    cite("IRPR", "s. 200(1)(c)(iii), 203(1)"), unless=not_(employer.exists)),
        reservation("The employer is not on the list of those who may not hire foreign workers",
                    cite("IRPR", "s. 200(3)(h), 209.95"), unless=employer.barred_from_hiring_foreign_workers),
        reservation("The worker has not worked in Canada without authorization in the last six months",
                    cite("IRPR", "s. 200(3)(e)"), unless=worker.unauthorized_work_in_canada_last_six_months),
        for_foreign_nationals,
    ),
    requires=all_of(
        clause("A labour market impact assessment for the job has been issued, or the employer can obtain one",
               Obtainable(job.lmia_issued, by=(
                   "canada.global_talent_stream.category_b",
                   "canada.global_talent_stream.category_a",
                   "canada.lmia.high_wage",
                   "canada.lmia.low_wage",
                   "canada.lmia.quebec_facilitated",
               )),
               cites=cite("IRPR", "s. 200(1)(c)(iii), 203"), key="lmia", party="employer"),
        clause("For work in Quebec, Quebec has given its acceptance certificate (CAQ)",
               NotEncoded("What Quebec's ministry asks for its acceptance certificate"),
               cites=cite("IRPR", "s. 200(3)(b), 203(4)"), key="quebec_certificate",
               when=all_of(job.in_quebec, not_(job.caq_issued))),
    ),
)  # fmt: skip

assessment = law.route(
    "assessment",
    "The last day to apply for a work permit on the assessment",
    title_fr="Dernier jour pour demander le permis de travail sur la foi de l'étude d'impact",
    kind=CLOCK,
    party=WORKER,
    summary="An assessment can be used until the day on its letter; after it the employer needs another",
    cites=cite("IRPR", "s. 203(3.1)"),
    runs_out=job.lmia_expires,
    after="No permit can stand on this assessment: another is a new application, with its own fee.",
    requires=all_of(
        clause("An assessment has been issued", job.lmia_issued, cites=cite("IRPR", "s. 203(3.1)"), key="issued"),
        clause("Its last day is not past", Today() <= job.lmia_expires, cites=cite("IRPR", "s. 203(3.1)"), key="not_over"),
    ),
)  # fmt: skip
