"""Labour market impact assessment (LMIA): what all streams share, high wage, low wage, and Quebec's facilitated process.

IRPR s. 203. An LMIA is the employer's: Employment and Social Development Canada (ESDC) weighs what hiring a foreign
worker does to the labor market. The worker's permit then stands on it, `canada.work_permit.ordinary`. A position is
high-wage when its wage reaches the line of the province; below the line there are caps, and places in which nothing is
processed. Quebec decides together with ESDC, and spares the employers of listed occupations a part of the way. The
Global Talent Stream is a stream of its own.
"""

from landed.expr import (
    BUSINESS_DAYS,
    CAD,
    CAD_PER_HOUR,
    COUNT,
    MONTHS,
    PERCENT,
    WEEKS,
    YEARS,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    not_,
    undertaking,
)  # fmt: skip
from landed.facts import employer, job
from landed.law.canada.prevailing_wage.rules import meets_prevailing_wage
from landed.law.route import APPROVAL, EMPLOYER, programme, reservation

law = programme(__name__)

# What all streams share.
lmia_fee = law.number("fee", CAD)
lmia_validity = law.number("validity", MONTHS)
longest_employment = law.number("longest_employment", YEARS)
provinces_that_register_employers = law.codes("provinces_that_register_employers")
registers_employers = provinces_that_register_employers.has(job.province)
high_wage_line = law.table("high_wage_line", CAD_PER_HOUR)
preparation = law.number("preparation", BUSINESS_DAYS)
registration_wait = law.number("registration_wait", BUSINESS_DAYS)

# The high-wage stream.
recruitment_activities = law.number("high_wage.recruitment_activities", COUNT)
advertising = law.number("high_wage.advertising", WEEKS)
processing = law.number("high_wage.processing", BUSINESS_DAYS)
processing_slowest = law.number("high_wage.processing_slowest", BUSINESS_DAYS)

# The low-wage stream: areas of high unemployment, Quebec's suspension, the cap.
refuses_by_unemployment = law.flag("low_wage.refuses_by_unemployment")
areas_refused = law.codes("low_wage.areas_refused")
areas_processed = law.codes("low_wage.areas_processed")
suspended_regions = law.codes("low_wage.suspended_regions")
suspended_below = law.number("low_wage.suspended_below", CAD_PER_HOUR)
cap = law.number("low_wage.cap", PERCENT)
cap_of_some_sectors = law.number("low_wage.cap_of_some_sectors", PERCENT)
low_wage_processing = law.number("low_wage.processing", BUSINESS_DAYS)
low_wage_advertising = law.number("low_wage.advertising", WEEKS)

# Quebec's facilitated process.
facilitated_occupations = law.codes("quebec_facilitated.occupations")
facilitated_processing = law.number("quebec_facilitated.processing", BUSINESS_DAYS)

WHO = cite("IRPR", "s. 203(1)")
WAGE = cite("E4")

_reservations = (
    reservation("ESDC weighs the effect on the labor market as a whole, and whether the offer is genuine",
                cite("IRPR", "s. 203(1), (3), 200(5)")),
    reservation("The employer may take back neither the LMIA fee nor any cost of recruitment from the worker",
                cite("IRPR", "s. 209.3(1)(a)(xv)")),
    reservation("Since 26 September 2022 the employer signs an employment agreement, and pays for health insurance "
                "until the public plan covers the worker", cite("IRPR", "s. 203, 209.3(1)(a)(xiii)")),
    reservation("The employer is not barred or in default, and had no LMIA revoked, in the last two years: otherwise ESDC "
                "refuses to process the application", cite("IRPR", "s. 203(2)(b), 209.95"),
                unless=any_of(employer.barred_from_hiring_foreign_workers, employer.lmia_revoked_last_two_years)),
    reservation("Since 26 September 2022 ESDC may suspend processing where it suspects a serious breach of health or safety "
                "by the employer", cite("IRPR", "s. 203(2.02)")),
    reservation("On a negative decision no permit can stand on this application; another application is a new file, with its "
                "own fee", cite("IRPR", "s. 200(1)(c)(iii), 315.2")),
)  # fmt: skip
_employer = (
    clause("An employer would hire the worker in Canada", employer.exists, cites=WHO, key="employer", party="employer"),
    clause("The employer does business in Canada", employer.operates_in_canada, cites=WHO, key="business_in_canada",
           party="employer"),
    undertaking("The employer is willing to apply", employer.willing, cites=WHO, key="employer_willing"),
)  # fmt: skip
_prevailing_wage = clause(
    "The wage is at least the prevailing wage for the occupation and the region", meets_prevailing_wage,
    cites=cite("IRPR", "s. 203(1.1), (3)(d)"), key="prevailing_wage", party="employer",
)  # fmt: skip
_quebec_wage = clause(
    "In Quebec, the wage also meets the tables of Quebec's ministry",
    NotEncoded("The wage tables of Quebec's ministry of immigration"), cites=cite("IRPR", "s. 203(4)"),
    key="quebec_wage", party="employer", when=job.in_quebec,
)  # fmt: skip
_not_suspended = clause(
    "In Quebec, the job is not below the wage under which Montreal and Laval are suspended, is elsewhere, or is spared",
    not_(all_of(suspended_regions.has(job.montreal_or_laval), job.hourly_wage < suspended_below,
                not_(job.quebec_suspension_exempt))),
    cites=(cite("CICL"), cite("IMP")), key="montreal_and_laval", party="employer", when=job.in_quebec,
)  # fmt: skip

high_wage = law.route(
    "high_wage",
    "Labour market impact assessment, high-wage stream",
    title_fr="Étude d'impact sur le marché du travail, volet des postes à haut salaire",
    kind=APPROVAL,
    party=EMPLOYER,
    summary="An LMIA for a position at or above the wage line of its province, after recruitment in Canada",
    cites=(cite("IRPR", "s. 203"), WAGE),
    reservations=_reservations,
    requires=all_of(
        *_employer,
        clause("The wage is at or above the high-wage line of the province or territory",
               job.hourly_wage >= high_wage_line[job.province], cites=WAGE, key="high_wage_line", party="employer"),
        _prevailing_wage,
        _quebec_wage,
        undertaking("The employer advertises and recruits in Canada first, through at least three activities",
                    employer.undertakes.recruitment, cites=cite("REL"), key="recruitment"),
        undertaking("The employer commits to a transition plan: how it will depend less on temporary foreign workers",
                    employer.undertakes.transition_plan, cites=cite("REL"), key="transition_plan"),
    ),
)  # fmt: skip

low_wage = law.route(
    "low_wage",
    "Labour market impact assessment, low-wage stream",
    title_fr="Étude d'impact sur le marché du travail, volet des postes à bas salaire",
    kind=APPROVAL,
    party=EMPLOYER,
    summary="An LMIA for a position below the wage line of its province: capped, and refused where unemployment is high",
    cites=(cite("IRPR", "s. 203"), WAGE),
    reservations=_reservations,
    requires=all_of(
        *_employer,
        clause("The wage is below the high-wage line of the province or territory",
               job.hourly_wage < high_wage_line[job.province], cites=WAGE, key="high_wage_line", party="employer"),
        _prevailing_wage,
        _quebec_wage,
        clause("The job is outside the census metropolitan areas of high unemployment, or in a sector that is spared",
               any_of(
                   job.census_metropolitan_area.is_("none"),
                   job.unemployment_refusal_exempt,
                   all_of(
                       not_(areas_refused.has(job.census_metropolitan_area)),
                       any_of(
                           areas_processed.has(job.census_metropolitan_area),
                           NotEncoded("The whole list of areas of high unemployment of this quarter"),
                       ),
                   ),
               ),
               cites=(cite("HCA"), cite("CIC26")), key="unemployment", party="employer", when=refuses_by_unemployment),
        _not_suspended,
        clause("Temporary foreign workers in low-wage positions stay within the cap on their share of the workforce",
               any_of(employer.low_wage_share <= cap,
                      all_of(job.higher_low_wage_cap, employer.low_wage_share <= cap_of_some_sectors)),
               cites=(cite("LPEN"), cite("MON24")), key="cap", party="employer"),
        undertaking("The employer makes efforts to hire in Canada first, as this stream asks",
                    employer.undertakes.recruitment, cites=cite("IRPR", "s. 203(3)"), key="recruitment"),
        undertaking("The employer commits to what the application form of this stream asks of it for the worker",
                    employer.undertakes.low_wage_terms, cites=cite("IRPR", "s. 203(1), (3)"), key="low_wage_terms"),
    ),
)  # fmt: skip

quebec_facilitated = law.route(
    "quebec_facilitated",
    "Labour market impact assessment, Quebec's facilitated process",
    title_fr="Étude d'impact sur le marché du travail, traitement simplifié du Québec",
    kind=APPROVAL,
    party=EMPLOYER,
    summary="An LMIA for an occupation on Quebec's list, decided by ESDC together with Quebec's ministry",
    cites=(cite("IRPR", "s. 203(4)"), cite("FGI26")),
    reservations=(
        *_reservations,
        reservation("Quebec renews its list: software, database and information systems occupations are "
                    "reported off the list that began on 24 February 2026 (60 occupations, until 23 February 2027)",
                    cite("FGI26"), cite("IMP26")),
    ),
    requires=all_of(
        *_employer,
        clause("The job is in Quebec", job.in_quebec, cites=cite("IRPR", "s. 203(4)"), key="in_quebec", party="employer"),
        clause("The occupation is on Quebec's list for facilitated processing", facilitated_occupations.has(job.noc),
               cites=(cite("FGI26"), cite("IMP26")), key="facilitated_occupation", party="employer"),
        _prevailing_wage,
        _quebec_wage,
        _not_suspended,
    ),
)  # fmt: skip
