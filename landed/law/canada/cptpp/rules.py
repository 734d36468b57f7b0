"""CPTPP: professionals, technicians, transferees, and investors of the Pacific partnership.

IRPR s. 204(a); IRCC, instructions on the Comprehensive and Progressive Agreement for Trans-Pacific Partnership, in effect
since 30 December 2018. Exemption codes T50 to T55. What is open depends on the country: each has lists of its own. The
accession of the United Kingdom is not in the instructions that were read.
"""

from landed.expr import COUNT, MONTHS, YEARS, NotEncoded, all_of, any_of, cite, clause, not_
from landed.facts import employer, job, worker
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
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

professionals = law.codes("professional.citizens")
technicians = law.codes("technician.citizens")
transferees = law.codes("transferee.citizens")
other_parties = law.codes("transferee.other_parties")
newcomers = law.codes("parties_not_in_the_instructions")
investors = law.codes("investor.citizens")
other_investors = law.codes("investor.other_parties")
firms = law.codes("transferee.countries_of_the_firm")
other_firms = law.codes("transferee.other_countries_of_the_firm")
australia = law.codes("permanent_residents_covered")
wide_lists = law.codes("professional.citizens_with_wide_lists")
wide_occupations = law.codes("professional.occupations_of_wide_lists")
malaysia = law.codes("professional.citizens_with_a_closed_list")
brunei = law.codes("professional.citizens_with_a_single_profession")
single_profession = law.codes("professional.the_single_profession")
longer_lists = law.codes("professional.citizens_with_longer_lists")
closed_occupations = law.codes("professional.occupations_of_the_closed_list")
professional_level = law.number("professional.highest_teer", COUNT)
professional_study = law.number("professional.years_of_study", YEARS)
australian_study = law.number("professional.years_of_study_of_permanent_resident_countries", YEARS)
professional_years = law.number("professional.years_of_experience", YEARS)
technician_lowest = law.number("technician.lowest_teer", COUNT)
technician_highest = law.number("technician.highest_teer", COUNT)
technician_study = law.number("technician.years_of_study", YEARS)
technician_years = law.number("technician.years_of_experience", YEARS)
months_with_group = law.number("months_with_group", MONTHS)
executive_limit = law.number("executive.limit", MONTHS)
specialist_limit = law.number("specialist.limit", MONTHS)
trainee_limit = law.number("trainee.limit", MONTHS)

TPP = cite("TPP")
LAW = cite("IRPR", "s. 204(a), 200(1)(c)(ii.1)")

_australian = australia.overlaps(worker.permanent_residences)
_resident = any_of(
    _australian,
    all_of(
        newcomers.overlaps(worker.citizenships),
        NotEncoded("What the agreement opens to citizens of a Party that joined later"),
    ),
)
_whom = (shared.citizens("The worker is a citizen of a country whose transfers the agreement opens", transferees, TPP, or_else=any_of(
    _resident,
    all_of(other_parties.overlaps(worker.citizenships), NotEncoded("Whether transfers are open to citizens of this Party")),
)), has_employer, shared.firm_abroad(
    "The company that sends the worker is in a country of the agreement (any of them): a company elsewhere, such as in the United "
    "States, does not send under it", firms, cite("TPPT"), or_else=all_of(
        other_firms.has(employer.company_abroad_country), NotEncoded("Whether transfers are open to companies of this Party"))))  # fmt: skip
_LEFT = (
    "Fewer than {} years have been spent in Canada on transfers, or a year of work abroad has passed since"
)

professional = law.route(
    "professional",
    "Professional under the Pacific partnership (CPTPP)",
    title_fr="Professionnel au titre du PTPGP",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T52: a year at a time, at the prevailing wage; the spouse may have an open permit if the worker is a citizen of "
    "Australia, Chile, Japan or Mexico",
    cites=(TPP, LAW),
    reservations=(
        *of_the_offer,
        reservation("With an Australian bachelor's of three years, a letter of the client says that it fits the work", TPP),
    ),
    requires=all_of(
        shared.citizens("The worker is a citizen of a country whose professionals the agreement opens (or a permanent resident of "
                        "Australia)", professionals, TPP, or_else=_resident),
        has_employer,
        clause("The occupation is one that the agreement opens to that country", any_of(
                   all_of(any_of(wide_lists.overlaps(worker.citizenships), _australian), wide_occupations.has(job.noc)),
                   all_of(malaysia.overlaps(worker.citizenships), closed_occupations.has(job.noc)),
                   all_of(brunei.overlaps(worker.citizenships), single_profession.has(job.noc)),
                   all_of(any_of(not_(brunei.overlaps(worker.citizenships)), longer_lists.overlaps(worker.citizenships)),
                          job.on_agreement_list),
               ), cites=cite("TPP", "Lists by country"), key="occupation"),
        clause("The occupation is of TEER 0 or 1", job.teer <= professional_level, cites=TPP, key="level"),
        clause("The worker completed four years or more of study after secondary school (three for Australians)", any_of(
                   worker.post_secondary_years >= professional_study,
                   all_of(any_of(australia.overlaps(worker.citizenships), _australian),
                          worker.post_secondary_years >= australian_study),
               ), cites=TPP, key="study"),
        clause("The worker has two years or more of paid experience", worker.years_in_profession >= professional_years,
               cites=TPP, key="experience"),
        clause("The wage is at least the prevailing wage for the occupation and the region", meets_prevailing_wage, cites=TPP,
               key="prevailing_wage", party="employer"),
        portal_offer,
    ),
)  # fmt: skip

technician = law.route(
    "technician",
    "Technician under the Pacific partnership (CPTPP)",
    title_fr="Technicien au titre du PTPGP",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T52: a year at a time; computer and information systems technicians are among them, but not for Peru",
    cites=(TPP, LAW),
    reservations=of_the_offer,
    requires=all_of(
        shared.citizens("The worker is a citizen of a country whose technicians the agreement opens (or a permanent resident of "
                        "Australia)", technicians, TPP, or_else=_resident),
        has_employer,
        clause("The occupation is one that the agreement opens to that country", job.on_agreement_list,
               cites=cite("TPP", "Lists by country"), key="occupation"),
        clause("The occupation is of TEER 2 or 3", all_of(job.teer >= technician_lowest, job.teer <= technician_highest),
               cites=TPP, key="level"),
        clause("The worker completed two years or more of study after secondary school, or of technical training",
               worker.post_secondary_years >= technician_study, cites=TPP, key="study"),
        clause("The worker has four years or more of experience", worker.years_in_profession >= technician_years, cites=TPP,
               key="experience"),
        portal_offer,
    ),
)  # fmt: skip

executive = law.route(
    "executive",
    "Transfer of an executive under the Pacific partnership (CPTPP)",
    title_fr="Mutation d'un cadre dirigeant au titre du PTPGP",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T51: up to three years, then two, seven in all",
    cites=(TPP, LAW),
    reservations=of_the_offer,
    requires=all_of(
        *_whom, *shared.group(TPP, months_with_group), shared.executive(TPP),
        shared.time_left(_LEFT.format("seven"), executive_limit, TPP), portal_offer,
    ),
)  # fmt: skip

specialist = law.route(
    "specialist",
    "Transfer of a specialist under the Pacific partnership (CPTPP)",
    title_fr="Mutation d'un spécialiste au titre du PTPGP",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T55: up to three years, then two, five in all",
    cites=(TPP, LAW),
    reservations=of_the_offer,
    requires=all_of(
        *_whom, *shared.group(TPP, months_with_group), shared.specialist(TPP),
        shared.time_left(_LEFT.format("five"), specialist_limit, TPP), portal_offer,
    ),
)  # fmt: skip

trainee = law.route(
    "trainee",
    "Transfer of a management trainee under the Pacific partnership (CPTPP)",
    title_fr="Mutation d'un stagiaire en gestion au titre du PTPGP",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T54: three years in all",
    cites=(TPP, LAW),
    reservations=of_the_offer,
    requires=all_of(
        *_whom, *shared.group(TPP, months_with_group),
        clause("The worker is in professional development with the group, and meets what is asked of a trainee",
               NotEncoded("What the agreement asks of a trainee"), cites=TPP, key="training"),
        shared.time_left(_LEFT.format("three"), trainee_limit, TPP), portal_offer,
    ),
)  # fmt: skip

investor = law.route(
    "investor",
    "Investor under the Pacific partnership (CPTPP)",
    title_fr="Investisseur au titre du PTPGP",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T50: a year at first; never applied for at a port of entry",
    cites=(cite("TPPI"), LAW),
    reservations=of_the_offer,
    requires=all_of(
        shared.citizens("The worker is a citizen of a country whose investors the agreement opens (or a permanent resident of "
                        "Australia)", investors, cite("TPPI"), or_else=any_of(_resident, all_of(
                            other_investors.overlaps(worker.citizenships),
                            NotEncoded("Since when investors of this Party are covered: versions of the page differ")))),
        has_employer, *shared.investor(cite("TPPI")), portal_offer,
    ),
)  # fmt: skip
