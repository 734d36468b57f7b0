"""Labour market impact assessment (LMIA): what all streams share, and the high-wage stream.

IRPR s. 203. An LMIA is the employer's: Employment and Social Development Canada (ESDC) weighs what hiring a foreign
worker does to the labor market. The worker's permit then stands on it, `canada.work_permit.ordinary`. A position is
high-wage when its wage reaches the line of the province; below the line there are caps, and regions in which nothing
is processed (the low-wage stream, not encoded here). The Global Talent Stream is a stream of its own.
"""

from landed.expr import (
    BUSINESS_DAYS,
    CAD,
    CAD_PER_HOUR,
    COUNT,
    MONTHS,
    WEEKS,
    YEARS,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
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

# The high-wage stream.
high_wage_line = law.table("high_wage_line", CAD_PER_HOUR)
recruitment_activities = law.number("high_wage.recruitment_activities", COUNT)
advertising = law.number("high_wage.advertising", WEEKS)
processing = law.number("high_wage.processing", BUSINESS_DAYS)
processing_slowest = law.number("high_wage.processing_slowest", BUSINESS_DAYS)
preparation = law.number("preparation", BUSINESS_DAYS)
registration_wait = law.number("registration_wait", BUSINESS_DAYS)

WHO = cite("IRPR", "s. 203(1)")
WAGE = cite("E4")

high_wage = law.route(
    "high_wage",
    "Labour market impact assessment, high-wage stream",
    title_fr="Étude d'impact sur le marché du travail, volet des postes à haut salaire",
    kind=APPROVAL,
    party=EMPLOYER,
    summary="An LMIA for a position at or above the wage line of its province, after recruitment in Canada",
    cites=(cite("IRPR", "s. 203"), WAGE),
    reservations=(
        reservation("ESDC weighs the effect on the labor market as a whole, and whether the offer is genuine",
                    cite("IRPR", "s. 203(1), (3), 200(5)")),
        reservation("The employer may take back neither the LMIA fee nor any cost of recruitment from the worker",
                    cite("IRPR", "s. 209.3(1)(a)(xv)")),
        reservation("Since 26 September 2022 the employer signs an employment agreement, and pays for health insurance "
                    "until the public plan covers the worker", cite("IRPR", "s. 203, 209.3(1)(a)(xiii)")),
        reservation("The employer is not barred, and had no LMIA revoked, in the last two years",
                    cite("IRPR", "s. 203(2)(b), 209.95"),
                    unless=any_of(employer.barred_from_hiring_foreign_workers, employer.lmia_revoked_last_two_years)),
    ),
    requires=all_of(
        clause("An employer would hire the worker in Canada", employer.exists, cites=WHO, key="employer",
               party="employer"),
        clause("The employer does business in Canada", employer.operates_in_canada, cites=WHO,
               key="business_in_canada", party="employer"),
        undertaking("The employer is willing to apply", employer.willing, cites=WHO, key="employer_willing"),
        clause("The wage is at or above the high-wage line of the province or territory",
               job.hourly_wage >= high_wage_line[job.province], cites=WAGE, key="high_wage_line", party="employer"),
        clause("The wage is at least the prevailing wage for the occupation and the region", meets_prevailing_wage,
               cites=cite("IRPR", "s. 203(1.1), (3)(d)"), key="prevailing_wage", party="employer"),
        clause("In Quebec, the wage also meets the tables of Quebec's ministry",
               NotEncoded("The wage tables of Quebec's ministry of immigration"), cites=cite("IRPR", "s. 203(4)"),
               key="quebec_wage", party="employer", when=job.in_quebec),
        undertaking("The employer advertises and recruits in Canada first, through at least three activities",
                    employer.undertakes.recruitment, cites=cite("REL"), key="recruitment"),
        undertaking("The employer commits to a transition plan: how it will depend less on temporary foreign workers",
                    employer.undertakes.transition_plan, cites=cite("REL"), key="transition_plan"),
    ),
)  # fmt: skip
