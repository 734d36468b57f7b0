"""GATS: professionals of WTO members, sent by a firm without a place in Canada, for up to ninety days.

IRPR s. 204(a); IRCC, instructions on the General Agreement on Trade in Services, exemption code T33.
"""

from landed.expr import DAYS, YEARS, NotEncoded, all_of, any_of, cite, clause
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
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

covered_residents = law.codes("permanent_residents_covered")
specialist_years = law.number("senior_computer_specialist.years_of_experience", YEARS)
longest = law.number("longest", DAYS)

GATS = cite("GATS")

professional = law.route(
    "professional",
    "Professional under the General Agreement on Trade in Services (GATS)",
    title_fr="Professionnel au titre de l'AGCS",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T33: ninety days in a row at most, in any twelve months, without extension",
    cites=(GATS, cite("IRPR", "s. 204(a), 200(1)(c)(ii.1)")),
    reservations=(*of_the_offer, reservation("Ninety days in a row in any twelve months, and no extension", GATS)),
    requires=all_of(
        clause("The worker is a citizen of a member of the World Trade Organization (or a permanent resident of Australia or New "
               "Zealand)", any_of(worker.wto_member_citizen, covered_residents.overlaps(worker.permanent_residences)),
               cites=GATS, key="citizenship"),
        has_employer,
        clause("The worker's own firm is of such a member and has no establishment in Canada", employer.foreign_firm,
               cites=GATS, key="firm", party="employer"),
        clause("There is a signed contract for the service with a client in Canada", job.service_contract, cites=GATS,
               key="contract", party="employer"),
        clause("The worker is a senior computer specialist with a master's degree and ten years of experience; or of another "
               "profession of the agreement, with its credentials", any_of(
                   all_of(job.profession.is_("senior_computer_specialist"),
                          worker.education_level.is_("master", "professional", "doctoral"),
                          worker.years_in_profession >= specialist_years),
                   all_of(job.profession.is_("engineer", "architect", "agrologist", "forestry_professional",
                                             "geomatics_professional", "land_surveyor", "legal_consultant", "urban_planner"),
                          NotEncoded("The credentials of the other professions of the agreement")),
               ), cites=GATS, key="profession"),
        clause("The work lasts ninety days in a row at most", job.days_in_a_row <= longest, cites=GATS, key="length"),
        portal_offer,
    ),
)  # fmt: skip
