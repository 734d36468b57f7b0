"""Professionals under CUSMA (NAFTA until 30 June 2020): a work permit without an LMIA, for U.S. and Mexican citizens.

IRPR s. 204(a), CUSMA chapter 16, Appendix 2; exemption code T36 (T23 until 14 December 2022). The list has 63
professions, each with its credentials, and is closed; another title with the same duties is accepted. *Software
developer*, *programmer*, *data scientist* and *product manager* are no titles of the list: by their duties they may be
a computer systems analyst, an engineer (a software engineer with an engineering degree or a license), a mathematician
(who may be a statistician), a graphic designer or a scientific technician, or none of these. `job.profession` is the
profession whose duties fit, written in small letters with underscores: `computer_systems_analyst`.
"""

from landed.expr import CAD, COUNT, YEARS, all_of, any_of, cite, clause, not_, undertaking
from landed.facts import employer, job, worker
from landed.law.canada.maintained_status.rules import works_on_meanwhile  # noqa: F401 - named by procedure.yaml
from landed.law.canada.work_permit import rules as permit
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

citizenships = law.codes("citizenships")
professions = law.codes("professions")
by_degree = law.codes("credentials.degree")
by_licenciatura = law.codes("credentials.licenciatura")
by_license = law.codes("credentials.license")
by_diploma = law.codes("credentials.diploma_and_experience")
by_experience = law.codes("credentials.experience")
by_training = law.codes("credentials.claims_training")
by_knowledge = law.codes("credentials.knowledge_under_supervision")
diploma_years = law.number("credentials.diploma_years_of_experience", YEARS)
experience_years = law.number("credentials.years_of_experience", YEARS)
claims_years = law.number("credentials.claims_years_of_experience", YEARS)
license_to_work = law.codes("license_to_work")
limited = law.codes("limited_professions")
highest_teer = law.number("highest_teer", COUNT)
longest_permit = law.number("longest_permit", YEARS)
compliance_fee = law.number("compliance_fee", CAD)

LIST = cite("CPRO", "Appendix 2")
RULES = cite("CPRO", "Requirements")
WHO = cite("CUSMA", "Citizenship")

_degree = all_of(
    worker.education_level.is_("bachelor", "two_or_more", "master", "professional", "doctoral"),
    worker.degree_fits_profession,
)
_credential = any_of(
    all_of(by_degree.has(job.profession), _degree),
    all_of(by_licenciatura.has(job.profession), worker.licenciatura_in_profession),
    all_of(by_license.has(job.profession), worker.professional_license),
    all_of(
        by_diploma.has(job.profession),
        worker.post_secondary_diploma_north_america,
        worker.years_in_profession >= diploma_years,
    ),
    all_of(by_experience.has(job.profession), worker.years_in_profession >= experience_years),
    all_of(
        by_training.has(job.profession),
        worker.disaster_claims_training,
        any_of(_degree, worker.years_in_profession >= claims_years),
    ),
    all_of(by_knowledge.has(job.profession), worker.technician_under_professional),
)

# What the procedure needs: of every permit, and of this one.
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
offer_not_yet_made = not_(job.portal_offer_made)
standard = permit.standard
slowest = permit.slowest
times_published = permit.times_published
two_week_standard = permit.two_week_standard
in_two_weeks = permit.in_two_weeks_by_offer
in_two_weeks_with_published_times = permit.in_two_weeks_by_offer_with_published_times
in_canada = permit.in_canada
in_canada_with_published_times = permit.in_canada_with_published_times
in_canada_standard = permit.in_canada_standard
in_canada_slowest = permit.in_canada_slowest
gathering = permit.gathering
passport_renewal = permit.passport_renewal
biometrics_wait = permit.biometrics_wait
medical_exam_wait = permit.medical_exam_wait

professional = law.route(
    "professional",
    "Professional under CUSMA (NAFTA until June 2020)",
    title_fr="Professionnel au titre de l'ACEUM (ALENA jusqu'en juin 2020)",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="For U.S. and Mexican citizens in one of 63 professions; up to three years, renewable as often as "
    "needed while the stay is temporary; one permit for each contract; no LMIA and no wage floor",
    cites=(LIST, cite("IRPR", "s. 204(a), 200(1)(c)(ii.1)")),
    reservations=(
        reservation("An officer decides whether the duties are those of the profession, and whether the credential is in "
                    "its field or a closely related one", LIST),
        reservation("Where the province asks for a license to do the work, the worker needs one to do it", RULES),
        reservation("The offer is genuine, and the employer can keep it", cite("IRPR", "s. 200(5)"),
                    unless=not_(employer.willing)),
        reservation("The employer signs an employment agreement, and takes back neither its fee nor any cost of "
                    "recruitment from the worker (since 26 September 2022)", cite("IRPR", "s. 209.11, 209.2")),
        reservation("The employer is not on the list of those who may not hire foreign workers",
                    cite("IRPR", "s. 200(3)(h), 209.95"), unless=employer.barred_from_hiring_foreign_workers),
        reservation("The worker has not worked in Canada without authorization in the last six months",
                    cite("IRPR", "s. 200(3)(e)"), unless=worker.unauthorized_work_in_canada_last_six_months),
        permit.for_foreign_nationals,
    ),
    requires=all_of(
        clause("The worker is a citizen of the United States or of Mexico; living there, even for good, is not enough",
               citizenships.overlaps(worker.citizenships), cites=WHO, key="citizenship"),
        clause("The duties are those of a profession on the list (software developer is no title on it: look for the "
               "profession whose duties fit, such as computer systems analyst or engineer)",
               professions.has(job.profession), cites=LIST, key="profession"),
        clause("The worker holds the credential that the list names for the profession: a degree in the field; or, where "
               "the list says so, a license, a diploma with three years of experience, or experience",
               _credential, cites=LIST, key="credential", when=professions.has(job.profession)),
        clause("The job keeps to what the list opens: a physician teaches or does research, a management consultant advises and "
               "does none of the client's daily work, a research assistant works at an institution of higher education",
               job.keeps_to_profession_limits, cites=LIST, key="part_of_the_profession",
               when=limited.has(job.profession)),
        clause("A nurse is licensed in the province of the job", worker.licensed_in_profession, cites=LIST,
               key="license_to_work", when=license_to_work.has(job.profession)),
        clause("The work is of a professional level: TEER 0 to 3 (skill type 0, level A or B before 16 November 2022)",
               job.teer <= highest_teer, cites=RULES, key="level"),
        clause("An enterprise in Canada has engaged the worker beforehand, as an employee or by contract",
               employer.exists, cites=RULES, key="employer", party="employer"),
        clause("That enterprise does business in Canada", employer.operates_in_canada, cites=RULES,
               key="business_in_canada", party="employer"),
        clause("The worker does not control that enterprise: self-employment is excluded",
               not_(worker.controls_employer), cites=RULES, key="not_self_employed"),
        undertaking("The employer submits the offer in the Employer Portal and pays the compliance fee, before the worker "
                    "applies", any_of(job.portal_offer_made, employer.undertakes.portal_offer),
                    cites=cite("IRPR", "s. 209.11, 303.1, 200(3)(f.1)"), key="portal_offer"),
    ),
)  # fmt: skip
