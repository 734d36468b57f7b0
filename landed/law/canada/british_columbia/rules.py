"""British Columbia, skilled workers: the nomination, and the draws from which applications are invited.

The province nominates under its agreement with Canada (IRPR s. 87) and by its own program guide. A worker registers,
is scored (`bc_sirs`, in `points.py`), and may apply only when a draw has invited the registration. What is read in the
guide of 10 June 2026 was not checked against earlier editions, and its dated values say so.
"""

from landed.expr import (
    CAD,
    CAD_PER_HOUR,
    CLB,
    COUNT,
    DAYS,
    MONTHS,
    PERSONS,
    POINTS,
    WEEKS,
    YEARS,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    given,
    not_,
    undertaking,
)  # fmt: skip
from landed.expr.leaves import Meets
from landed.facts import employer, job, worker
from landed.law.canada.british_columbia.points import bc_sirs
from landed.law.canada.provincial_nominee.tested import best_language
from landed.law.route import APPROVAL, SELECTION, WORKER, programme, reservation

law = programme(__name__)

experience_years = law.number("skilled_worker.experience", YEARS)
last_teer = law.number("skilled_worker.teer", COUNT)
language_teer = law.number("skilled_worker.language_from_teer", COUNT)
language_level = law.number("skilled_worker.language", CLB)
employer_months = law.number("skilled_worker.employer_months", MONTHS)
employees_metro = law.number("skilled_worker.employees_metro_vancouver", PERSONS)
employees_rest = law.number("skilled_worker.employees_elsewhere", PERSONS)
income_metro = law.bands("income.metro_vancouver", CAD, PERSONS)
income_rest = law.bands("income.elsewhere", CAD, PERSONS)
income_table_seen = law.flag("income.table_seen")
tech_occupations = law.codes("tech.occupations")
tech_terms_taken = law.flag("tech.terms_taken")
tech_months = law.number("tech.months", MONTHS)
wage_teer = law.number("high_economic_impact.teer", COUNT)
wage_hourly = law.number("high_economic_impact.hourly", CAD_PER_HOUR)
wage_yearly = law.number("high_economic_impact.yearly", CAD)
draw_points = law.number("high_economic_impact.points", POINTS)

# What the procedure needs.
application_fee = law.number("application_fee", CAD)
preparation = law.number("preparation", WEEKS)
wait_for_draw = law.number("wait_for_draw", WEEKS)
time_to_apply = law.number("time_to_apply", DAYS)
processing_standard = law.number("processing.standard", MONTHS)

GUIDE = cite("BCG", "Skilled Worker")
DRAWS = cite("BCI", "Invitations to apply")
R87 = cite("IRPR", "s. 87")

_in_metro = job.bc_area.is_("metro_vancouver")

skilled_worker = law.route(
    "skilled_worker",
    "British Columbia nomination, Skilled Worker",
    title_fr="Désignation de la Colombie-Britannique, travailleur qualifié",
    kind=APPROVAL,
    party=WORKER,
    summary="The province nominates a skilled worker with a lasting job offer there. One registers, waits for an "
    "invitation in a draw, and then applies; to be eligible is not to be invited.",
    cites=(GUIDE, R87),
    reservations=(
        reservation("An application needs an invitation: the draws go by wage, points, or occupation, and past ones "
                    "promise nothing", DRAWS),
        reservation("The province alone judges, since 30 March 2026, whether the nominee can settle and means to live "
                    "there; before, a federal officer could put another judgment in its place", R87),
        reservation("For jobs in TEER 0 and 1 no language test is asked at registration; points count only tested levels",
                    GUIDE),
    ),
    requires=all_of(
        clause("The job is in British Columbia", job.province.is_("BC"), cites=GUIDE, key="province", party="employer"),
        clause("An employer would hire the worker", employer.exists, cites=GUIDE, key="employer", party="employer"),
        undertaking("The employer is willing to support the nomination", employer.willing, cites=GUIDE,
                    key="employer_willing"),
        clause("The job is full-time and has no end date (for the tech occupations of the former tech draws, one of "
               "twelve months was taken)",
               any_of(job.permanent_full_time,
                      all_of(tech_terms_taken, tech_occupations.has(job.noc), job.months >= tech_months)),
               cites=(GUIDE, cite("BUSY")), key="lasting_job", party="employer"),
        clause("For a job in TEER 4 or 5, the stream takes such jobs",
               NotEncoded("Whether the stream takes a job in TEER 4 or 5, now that the Entry Level stream is closed"),
               cites=GUIDE, key="teer", party="employer", when=job.teer > last_teer),
        clause("The worker has two years of skilled experience in the last ten",
               worker.skilled_work_years >= experience_years, cites=GUIDE, key="experience"),
        clause("For a job in TEER 2 to 5, the worker has the language level", best_language >= language_level,
               cites=GUIDE, key="language", when=job.teer >= language_teer),
        clause("The family's yearly income reaches the lowest of the table",
               any_of(worker.family_income_in_canada
                      >= given(_in_metro, income_metro[worker.family_size], income_rest[worker.family_size]),
                      all_of(not_(income_table_seen),
                             NotEncoded("The income tables of earlier guides, whose amounts were lower"))),
               cites=cite("BCG", "Minimum family income"), key="income"),
        clause("The employer has done business in the province for a year", employer.months_in_province >= employer_months,
               cites=cite("BCG", "Employer"), key="employer_time", party="employer"),
        clause("The employer has enough full-time employees in the province",
               employer.province_employees >= given(_in_metro, employees_metro, employees_rest),
               cites=cite("BCG", "Employer"), key="employer_size", party="employer"),
    ),
)  # fmt: skip

_eligible = clause("The registration meets the requirements of the Skilled Worker stream",
                   Meets("canada.british_columbia.skilled_worker"), cites=GUIDE, key="skilled_worker")  # fmt: skip

high_economic_impact = law.route(
    "high_economic_impact",
    "British Columbia, high economic impact draw: what was enough in the last one",
    title_fr="Colombie-Britannique, tirage à fort impact économique : ce qui suffisait au dernier",
    kind=SELECTION,
    party=WORKER,
    summary="Registrations are invited by wage or by points. The answer compares with the last draw known on the day; "
    "the next may ask more or less.",
    cites=(DRAWS, cite("BCN", "23 April 2026")),
    score=bc_sirs,
    requires=all_of(
        _eligible,
        clause("The wage of the offer, in TEER 0 to 3, or else the points of the registration reach those of the last draw",
               any_of(all_of(job.hourly_wage >= wage_hourly, job.yearly_wage >= wage_yearly, job.teer <= wage_teer),
                      bc_sirs.total >= draw_points),
               cites=DRAWS, key="wage_or_points"),
    ),
)  # fmt: skip

tech_draw = law.route(
    "tech_draw",
    "British Columbia, tech draw",
    title_fr="Colombie-Britannique, tirage du secteur de la technologie",
    kind=SELECTION,
    party=WORKER,
    summary="Weekly draws for tech occupations, the last on 3 December 2024. The occupations stay eligible in the "
    "general streams.",
    cites=(cite("BCN", "23 April 2026"), cite("BUSY")),
    score=bc_sirs,
    requires=all_of(
        _eligible,
        clause("The occupation is one of the tech occupations", tech_occupations.has(job.noc), cites=cite("ABC"),
               key="tech_occupation"),
        clause("The points reach those of the draw", NotEncoded("The lowest points of the tech draws"), cites=DRAWS,
               key="points"),
    ),
)  # fmt: skip
