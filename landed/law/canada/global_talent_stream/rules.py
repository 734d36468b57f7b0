"""Global Talent Stream: a labour market impact assessment (LMIA) in ten business days.

IRPR s. 203; ESDC, Global Talent Stream, program requirements. The stream gives the employer an LMIA; the worker's
permit is IRPR s. 200(1)(c)(iii), `canada.work_permit.ordinary`.
"""

from landed.expr import (
    BUSINESS_DAYS,
    CAD,
    CAD_PER_HOUR,
    PERSONS,
    YEARS,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    not_,
    undertaking,
)  # fmt: skip
from landed.facts import employer, job, worker
from landed.law.canada.lmia import rules as lmia
from landed.law.canada.prevailing_wage.rules import meets_prevailing_wage
from landed.law.route import APPROVAL, EMPLOYER, programme, reservation

law = programme(__name__)

occupations = law.codes("occupations")
wage_floor = law.table("wage_floor", CAD_PER_HOUR)
first_positions = law.number("category_a.first_positions", PERSONS)
first_hourly = law.number("category_a.first_positions_hourly_floor", CAD_PER_HOUR)
first_yearly = law.number("category_a.first_positions_yearly_floor", CAD)
later_hourly = law.number("category_a.later_positions_hourly_floor", CAD_PER_HOUR)
later_yearly = law.number("category_a.later_positions_yearly_floor", CAD)
years_of_expertise = law.number("category_a.years_of_expertise", YEARS)

# What the procedure needs: of every LMIA, and of the stream.
lmia_fee = lmia.lmia_fee
lmia_validity = lmia.lmia_validity
longest_employment = lmia.longest_employment
registers_employers = lmia.registers_employers
preparation = lmia.preparation
registration_wait = lmia.registration_wait
processing_standard = law.number("processing.standard", BUSINESS_DAYS)
processing_slowest = law.number("processing.slowest_published", BUSINESS_DAYS)
referral_wait = law.number("category_a.referral_wait", BUSINESS_DAYS)

E1_WHO = cite("E1", "Determine if you are eligible")
E1_LIST = cite("E1", "Global Talent Occupations List")
E1_WAGE = cite("E1", "Wages and working conditions")
E1_PLAN = cite("E1", "Labour Market Benefits Plan")
E1_A = cite("E1", "Category A")

_on_the_list = any_of(
    occupations.has(job.noc), all_of(occupations.has_in_part(job.noc), job.duties_match_listed_part)
)

_employer = (
    clause("An employer would hire the worker in Canada", employer.exists, cites=E1_WHO, key="employer", party="employer"),
    clause("The employer does business in Canada", employer.operates_in_canada, cites=E1_WHO, key="business_in_canada",
           party="employer"),
    undertaking("The employer is willing to apply", employer.willing, cites=E1_WHO, key="employer_willing"),
)  # fmt: skip
_prevailing_wage = clause(
    "The wage is at least the prevailing wage for the occupation and the region", meets_prevailing_wage,
    cites=(cite("IRPR", "s. 203(3)(d)"), E1_WAGE), key="prevailing_wage", party="employer",
)  # fmt: skip
_quebec_wage = clause(
    "In Quebec, the wage meets the tables of Quebec's ministry",
    NotEncoded("The wage tables of Quebec's ministry of immigration"), cites=(E1_WAGE, cite("IRPR", "s. 203(4)")),
    key="quebec_wage", party="employer", when=job.in_quebec,
)  # fmt: skip
_benefits_plan = undertaking(
    "The employer agrees a Labour Market Benefits Plan: the mandatory benefit of the category, and at least two others",
    employer.undertakes.labour_market_benefits_plan, cites=E1_PLAN, key="labour_market_benefits_plan",
)  # fmt: skip

_reservations = (
    reservation("ESDC weighs the effect on the labour market as a whole, and whether the offer is genuine",
                cite("IRPR", "s. 203(1), 200(5)")),
    reservation("The wage is also at least what the employer pays its own people for the same work", E1_WAGE),
    reservation("The employer is not barred, and had no LMIA revoked, in the last two years", cite("IRPR", "s. 203(2)(b)"),
                unless=any_of(employer.barred_from_hiring_foreign_workers, employer.lmia_revoked_last_two_years)),
    reservation("The application is filed no more than six months before the day on which the job is to start", E1_WHO),
    reservation("The employer takes back neither the LMIA fee nor any cost of recruitment from the worker; since 26 September 2022 "
                "it signs an employment agreement, and pays for health insurance until the public plan covers the worker",
                cite("IRPR", "s. 209.3(1)(a)(xiii), (xv)")),
    reservation("The employer describes its recruitment of the last three months, or why there was none, and discloses "
                "layoffs in the position in the last twelve months", E1_WHO),
)  # fmt: skip

category_b = law.route(
    "category_b",
    "Global Talent Stream, Category B",
    title_fr="Volet des talents mondiaux, catégorie B",
    kind=APPROVAL,
    party=EMPLOYER,
    summary="An LMIA for an occupation on the Global Talent Occupations List",
    cites=(E1_LIST, cite("IRPR", "s. 203")),
    reservations=_reservations,
    requires=all_of(
        *_employer,
        clause("The occupation is on the list", _on_the_list, cites=E1_LIST, party="employer"),
        clause("Outside Quebec, the wage meets the list's floor for the occupation",
               job.hourly_wage >= wage_floor[job.noc], cites=E1_LIST, key="wage_floor", party="employer",
               when=not_(job.in_quebec)),
        _prevailing_wage,
        _quebec_wage,
        _benefits_plan,
    ),
)  # fmt: skip

category_a = law.route(
    "category_a",
    "Global Talent Stream, Category A",
    title_fr="Volet des talents mondiaux, catégorie A",
    kind=APPROVAL,
    party=EMPLOYER,
    summary="An LMIA for unique and specialized talent, by referral of a designated partner",
    cites=(E1_A, cite("IRPR", "s. 203")),
    reservations=(
        *_reservations,
        reservation("From the third position of a calendar year on, the partner confirms the referral again for each one, "
                    "and the commitments of the benefits plan have been met", E1_A),
    ),
    requires=all_of(
        *_employer,
        clause("The occupation is not on the list of Category B: a file for a listed one is treated as Category B",
               not_(_on_the_list), cites=E1_A, key="not_on_the_list", party="employer"),
        clause("A designated partner refers the employer for this worker", employer.referred_by_designated_partner,
               cites=E1_A, key="referral", party="employer"),
        clause("The position needs advanced knowledge of the industry", job.advanced_industry_knowledge,
               cites=E1_A, key="industry_knowledge", party="employer"),
        clause("The position needs an advanced degree in the field, or at least five years of specialized experience",
               any_of(job.needs_advanced_degree, worker.specialized_experience_years >= years_of_expertise),
               cites=E1_A, key="advanced_degree_or_experience"),
        clause("The wage meets the floor of Category A for this position of the year, by the hour and by the year",
               any_of(
                   all_of(employer.gts_positions_this_year < first_positions,
                          job.hourly_wage >= first_hourly, job.yearly_wage >= first_yearly),
                   all_of(job.hourly_wage >= later_hourly, job.yearly_wage >= later_yearly),
               ),
               cites=cite("E1", "Category A, wages"), key="wage_floor", party="employer"),
        _prevailing_wage,
        _quebec_wage,
        _benefits_plan,
    ),
)  # fmt: skip
