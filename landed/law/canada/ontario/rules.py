"""Ontario: nomination, before and since 25 June 2026.

O. Reg. 421/17 and 422/17, amended by O. Reg. 204/26 (published 26 June 2026): eight streams were removed on 25 June
2026 and one, Workforce Priority, put in their place; the system of expressions of interest closed the same day and was
not seen to open again. Applications invited before are judged on the old rules.
"""

from landed.expr import (
    CAD,
    CLB,
    COUNT,
    DAYS,
    MONTHS,
    PERSONS,
    POINTS,
    WEEKS,
    Meets,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    given,
    undertaking,
)  # fmt: skip
from landed.facts import employer, job, worker
from landed.law.canada.express_entry.classes import settlement_funds
from landed.law.canada.express_entry.crs import crs
from landed.law.canada.ontario.points import oinp, oinp_foreign_worker, oinp_student
from landed.law.canada.prevailing_wage.rules import meets_prevailing_wage
from landed.law.canada.provincial_nominee.tested import best_language
from landed.law.route import APPROVAL, SELECTION, WORKER, programme, reservation

__all__ = [
    "employer_job_offer_foreign_worker",
    "human_capital_priorities",
    "oinp",
    "oinp_foreign_worker",
    "oinp_student",
    "tech_draw",
    "workforce_priority",
]

law = programme(__name__)

skilled_teer = law.number("workforce_priority.skilled_teer", COUNT)
months_in_job = law.number("workforce_priority.months_in_job", MONTHS)
months_in_job_graduate = law.number("workforce_priority.months_in_job_graduate", MONTHS)
months_in_occupation = law.number("workforce_priority.months_in_occupation", MONTHS)
months_in_job_other = law.number("workforce_priority.months_in_job_other", MONTHS)
language_skilled = law.number("workforce_priority.language_skilled", CLB)
language_trades = law.number("workforce_priority.language_trades", CLB)
language_other = law.number("workforce_priority.language_other", CLB)
employer_months = law.number("workforce_priority.employer_months", MONTHS)
revenue = law.table("workforce_priority.revenue", CAD)
revenue_elsewhere = law.number("workforce_priority.revenue_elsewhere", CAD)
employees_gta = law.number("workforce_priority.employees_gta", PERSONS)
employees_elsewhere = law.number("workforce_priority.employees_elsewhere", PERSONS)
hcp_language = law.number("human_capital_priorities.language", CLB)
hcp_points = law.number("human_capital_priorities.least_points", POINTS)
tech_occupations = law.codes("tech_draw.occupations")
draw_lowest = law.number("tech_draw.lowest", POINTS)
draw_highest = law.number("tech_draw.highest", POINTS)

# What the procedures need.
application_fee = law.number("application_fee", CAD)
preparation = law.number("preparation", WEEKS)
wait_for_invitation = law.number("wait_for_invitation", WEEKS)
time_to_apply = law.number("time_to_apply", DAYS)
processing = law.number("processing", MONTHS)

REG = cite("OREG", "O. Reg. 204/26")
WP = cite("ONW", "Workforce Priority stream")
HCP = cite("ONH", "Human Capital Priorities")
R87 = cite("IRPR", "s. 87")

_in_gta = job.ontario_area.is_("toronto", "rest_of_gta")
_skilled = job.teer <= skilled_teer
_other = job.teer > skilled_teer
_after_secondary = ("one_year", "two_year", "bachelor", "two_or_more", "master", "professional", "doctoral")
_bachelor_or_higher = ("bachelor", "two_or_more", "master", "professional", "doctoral")

_by_invitation = reservation("An application needs an invitation, from a pool ranked by points: to be eligible is not to "
                             "be invited", cite("ONP"))  # fmt: skip

workforce_priority = law.route(
    "workforce_priority",
    "Ontario nomination, Workforce Priority stream",
    title_fr="Désignation de l'Ontario, volet de la main-d'œuvre prioritaire",
    kind=APPROVAL,
    party=WORKER,
    summary="The one stream of Ontario since 25 June 2026, for workers with a lasting job offer. No opening of its "
    "expressions of interest was seen.",
    cites=(WP, REG, R87),
    score=oinp,
    reservations=(
        _by_invitation,
        reservation("A second phase of the reform is announced, without a date", cite("ONU")),
    ),
    requires=all_of(
        clause("The job is in Ontario", job.province.is_("ON"), cites=WP, key="province", party="employer"),
        clause("An employer would hire the worker", employer.exists, cites=WP, key="employer", party="employer"),
        undertaking("The employer is willing to file the position with the province", employer.willing, cites=WP,
                    key="employer_willing"),
        clause("The job is full-time and permanent", job.permanent_full_time, cites=WP, key="lasting_job",
               party="employer"),
        clause("For a job in TEER 0 to 3: months in the job without a break, or more in the occupation in five years",
               any_of(worker.months_in_offered_job >= months_in_job,
                      all_of(worker.recent_graduate_of_province, worker.months_in_offered_job >= months_in_job_graduate),
                      worker.occupation_months_in_five_years >= months_in_occupation,
                      worker.regulated_and_licensed),
               cites=WP, key="experience", when=_skilled),
        clause("For a job in TEER 4 or 5: months in the job in the last two years",
               worker.months_in_offered_job_in_two_years >= months_in_job_other, cites=WP, key="experience_other",
               when=_other),
        clause("For a job in TEER 0 to 3, the worker has the language level (recent graduates of Ontario need no test)",
               any_of(best_language >= language_skilled, worker.recent_graduate_of_province,
                      all_of(job.noc_category.is_("6", "7", "8", "9"), best_language >= language_trades,
                             NotEncoded("The list of trades for which a lower language level is enough"))),
               cites=WP, key="language", when=_skilled),
        clause("For a job in TEER 4 or 5, the worker has the language level", best_language >= language_other,
               cites=WP, key="language_other", when=_other),
        clause("For a job in TEER 0 to 3, the worker has a degree or diploma after secondary school",
               worker.education_level.is_(*_after_secondary), cites=WP, key="education", when=_skilled),
        clause("For a job in TEER 4 or 5, the worker has completed secondary school",
               worker.education_level.is_("secondary", *_after_secondary), cites=WP, key="education_other", when=_other),
        clause("The wage is at least the median of the occupation in the region",
               any_of(meets_prevailing_wage,
                      all_of(worker.recent_graduate_of_province,
                             NotEncoded("The low wage of the region, which is enough for recent graduates of Ontario"))),
               cites=WP, key="wage", party="employer"),
        clause("The employer has been in business for three years", employer.months_in_province >= employer_months,
               cites=WP, key="employer_time", party="employer"),
        clause("The employer's revenue reaches the least of the area",
               any_of(employer.yearly_revenue >= revenue[job.ontario_area],
                      all_of(job.ontario_area.is_("north", "elsewhere"), employer.yearly_revenue >= revenue_elsewhere,
                             NotEncoded("The list of divisions outside the Toronto area with the higher revenue"))),
               cites=WP, key="revenue", party="employer"),
        clause("The employer has enough full-time employees who are citizens or permanent residents",
               employer.resident_employees >= given(_in_gta, employees_gta, employees_elsewhere), cites=WP,
               key="employees", party="employer"),
    ),
)  # fmt: skip

employer_job_offer_foreign_worker = law.route(
    "employer_job_offer_foreign_worker",
    "Ontario nomination, Employer Job Offer: Foreign Worker stream",
    title_fr="Désignation de l'Ontario, offre d'emploi d'un employeur : travailleurs étrangers",
    kind=APPROVAL,
    party=WORKER,
    summary="Closed on 25 June 2026 with seven other streams; expressions of interest were withdrawn, applications "
    "already invited are judged on the old rules. From 2 July 2025 the employer filed the position first.",
    cites=(cite("ONU"), REG),
    score=oinp_foreign_worker,
    reservations=(_by_invitation,),
    requires=all_of(
        clause("The job is in Ontario", job.province.is_("ON"), cites=cite("ONP"), key="province", party="employer"),
        clause("An employer would hire the worker", employer.exists, cites=cite("ONP"), key="employer",
               party="employer"),
        clause("The worker, the job, and the employer meet the requirements of the stream",
               NotEncoded("The requirements of the Foreign Worker stream beside its points"), cites=cite("ONP"),
               key="stream"),
    ),
)  # fmt: skip

_fits_a_class = clause(
    "The worker fits the Federal Skilled Worker or the Canadian Experience class, and so may be in the pool of Express Entry",
    any_of(
        Meets("canada.express_entry.federal_skilled_worker"),
        Meets("canada.express_entry.canadian_experience_class"),
    ),
    cites=HCP,
    key="express_entry_class",
)

human_capital_priorities = law.route(
    "human_capital_priorities",
    "Ontario nomination, Human Capital Priorities",
    title_fr="Désignation de l'Ontario, priorités en matière de capital humain",
    kind=APPROVAL,
    party=WORKER,
    summary="A nomination without a job offer, for profiles of Express Entry that Ontario invited by a notification of "
    "interest. Closed on 25 June 2026.",
    cites=(HCP, cite("ONU"), REG),
    reservations=(
        reservation("A year of recent skilled work is asked besides: who fits one of the two classes has it", HCP),
        reservation("An application needs a notification of interest in the Express Entry account; one had 45 days to "
                    "apply", cite("ONH", "Notifications of interest")),
    ),
    requires=all_of(
        _fits_a_class,
        clause("The worker has a bachelor's degree or higher", worker.education_level.is_(*_bachelor_or_higher),
               cites=HCP, key="education"),
        clause("The worker has the language level in all four abilities", best_language >= hcp_language, cites=HCP,
               key="language"),
        clause("The worker has the settlement funds of Express Entry for the family",
               worker.settlement_funds >= settlement_funds[worker.family_size], cites=HCP, key="settlement_funds"),
        clause("The points of Express Entry reach the least that Ontario looked at", crs.total >= hcp_points, cites=HCP,
               key="points"),
    ),
)  # fmt: skip

tech_draw = law.route(
    "tech_draw",
    "Ontario, notifications of interest for tech occupations: the last round",
    title_fr="Ontario, notifications d'intérêt pour les professions technologiques : la dernière ronde",
    kind=SELECTION,
    party=WORKER,
    summary="Ontario invited profiles of Express Entry in tech occupations whose points lay in a range. The answer "
    "compares with the last such round known on the day; the last of all was on 14 December 2023.",
    cites=(cite("ONT"),),
    requires=all_of(
        clause("The profile meets Human Capital Priorities", Meets("canada.ontario.human_capital_priorities"), cites=HCP,
               key="human_capital_priorities"),
        clause("The worker has a year in an occupation of the list in the last three years",
               tech_occupations.overlaps(worker.occupations_for_a_year), cites=cite("ONT"), key="tech_occupation"),
        clause("The points of Express Entry lie in the range of the last round",
               all_of(crs.total >= draw_lowest, crs.total <= draw_highest), cites=cite("ONT"), key="range"),
    ),
)  # fmt: skip
