"""Trade agreements with one country each: professionals of Chile, Colombia, Korea, Panama, and Peru; Ukraine.

IRPR s. 204(a); IRCC, instructions on each agreement. Each opens the professions of its own list, to its citizens, with the
credentials that the list names. Ukraine's reached persons on 1 July 2024, and its permanent residents too.
"""

from landed.expr import COUNT, MONTHS, YEARS, all_of, any_of, cite, clause, not_
from landed.facts import job, worker
from landed.law.canada import agreement_clauses as shared
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
from landed.law.canada.prevailing_wage.rules import meets_prevailing_wage
from landed.law.canada.work_permit import rules as permit
from landed.law.route import PERMIT, WORKER, Grants, Route, programme

law = programme(__name__)

LAW = cite("IRPR", "s. 204(a), 200(1)(c)(ii.1)")
UKRAINE = cite("CUFTA")
PROFESSIONALS = cite("CUFTAP")

months_with_group = law.number("ukraine.months_with_group", MONTHS)
executive_limit = law.number("ukraine_executive.limit", MONTHS)
specialist_limit = law.number("ukraine_specialist.limit", MONTHS)
paid_experience = law.number("ukraine_professional.years_of_experience", YEARS)
professional_level = law.number("ukraine_professional.highest_teer", COUNT)
professional_study = law.number("ukraine_professional.years_of_study", YEARS)
ukraine = law.codes("ukraine.citizens")

# Professionals of the five agreements are spared from the end of flagpoling (operational bulletin 686): whoever needs no
# visa may leave Canada and come back with a permit.
professional_at_port_of_entry = any_of(
    may_apply_at_port_of_entry, permit.visa_exempt.overlaps(worker.citizenships)
)
professional_online = not_(professional_at_port_of_entry)
professional_works_on = all_of(professional_online, works_on_meanwhile)
professional_biometrics_online = all_of(professional_online, biometrics_needed)
professional_needs_eta = all_of(
    professional_at_port_of_entry,
    not_(worker.citizenships.overlap("US")),
    not_(all_of(permit.eta_spares_us_residents, worker.us_permanent_resident)),
)


def _professional(key: str, country: str, pays: str, summary: str) -> Route:
    """Write the route of the professionals of one agreement."""
    here = cite("FTA", country)
    return law.route(
        f"{key}_professional",
        f"Professional under the agreement with {country}",
        title_fr=f"Professionnel au titre de l'accord avec le pays suivant : {pays}",
        kind=PERMIT,
        grants=Grants.WORK_FOR_EMPLOYER,
        party=WORKER,
        summary=summary,
        cites=(here, LAW),
        reservations=of_the_offer,
        requires=all_of(
            shared.citizens(f"The worker is a citizen of {country}", law.codes(f"{key}.citizens"), here),
            has_employer,
            clause("The profession is one that the agreement opens", job.on_agreement_list, cites=here, key="profession"),
            clause("The worker holds the degree, license, or diploma that the agreement names for it",
                   any_of(worker.degree_fits_profession, worker.professional_license), cites=here, key="credential"),
            portal_offer,
        ),
    )  # fmt: skip


chile_professional = _professional(
    "chile", "Chile", "Chili", "Code F22: up to three years at a time, without a limit in number"
)
colombia_professional = _professional(
    "colombia",
    "Colombia",
    "Colombie",
    "Code F12: up to three years at a time, without a limit in number; the spouse may have an open permit (T25)",
)
korea_professional = _professional(
    "korea",
    "Korea",
    "Corée",
    "Code F32: up to three years at a time, without a limit in number; the spouse may have an open permit (F36)",
)
panama_professional = _professional(
    "panama", "Panama", "Panama", "Code F42: up to three years at a time, without a limit in number"
)
peru_professional = _professional("peru", "Peru", "Pérou", "Code F52: up to a year at a time")

_ukrainian = (
    shared.citizens("The worker is a citizen or a permanent resident of Ukraine", ukraine, UKRAINE,
                    or_else=ukraine.overlaps(worker.permanent_residences)),
    has_employer,
)  # fmt: skip

_firm_abroad = shared.firm_abroad("The company that sends the worker is in Ukraine", ukraine, cite("CUFTAT"))

ukraine_professional = law.route(
    "ukraine_professional",
    "Professional under the agreement with Ukraine",
    title_fr="Professionnel au titre de l'accord avec l'Ukraine",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code F72: a year, at the prevailing wage; the spouse may have an open permit (F73)",
    cites=(UKRAINE, LAW),
    reservations=of_the_offer,
    requires=all_of(
        *_ukrainian,
        clause("The profession is one that the agreement opens", job.on_agreement_list, cites=PROFESSIONALS, key="profession"),
        clause("The worker has two years or more of paid experience", worker.years_in_profession >= paid_experience,
               cites=PROFESSIONALS, key="experience"),
        clause("The occupation is of TEER 0 or 1", job.teer <= professional_level, cites=PROFESSIONALS, key="level"),
        clause("The worker completed three years or more of study after secondary school",
               worker.post_secondary_years >= professional_study, cites=PROFESSIONALS, key="study"),
        clause("The wage is at least the prevailing wage for the occupation and the region", meets_prevailing_wage,
               cites=PROFESSIONALS, key="prevailing_wage", party="employer"),
        portal_offer,
    ),
)  # fmt: skip

ukraine_executive = law.route(
    "ukraine_executive",
    "Transfer of an executive or manager under the agreement with Ukraine",
    title_fr="Mutation d'un cadre dirigeant ou gestionnaire au titre de l'accord avec l'Ukraine",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code F71: up to three years, seven in all; the spouse may have an open permit (F73)",
    cites=(UKRAINE, LAW),
    reservations=of_the_offer,
    requires=all_of(
        *_ukrainian, _firm_abroad, *shared.group(UKRAINE, months_with_group), shared.executive(UKRAINE),
        shared.time_left("Fewer than seven years have been spent in Canada on transfers, or a year of work abroad has passed since",
                         executive_limit, UKRAINE),
        portal_offer,
    ),
)  # fmt: skip

ukraine_specialist = law.route(
    "ukraine_specialist",
    "Transfer of a specialist under the agreement with Ukraine",
    title_fr="Mutation d'un spécialiste au titre de l'accord avec l'Ukraine",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code F74: up to three years, five in all; the spouse may have an open permit (F73)",
    cites=(UKRAINE, LAW),
    reservations=of_the_offer,
    requires=all_of(
        *_ukrainian, _firm_abroad, *shared.group(UKRAINE, months_with_group), shared.specialist(UKRAINE),
        shared.time_left("Fewer than five years have been spent in Canada on transfers, or a year of work abroad has passed since",
                         specialist_limit, UKRAINE),
        portal_offer,
    ),
)  # fmt: skip
