"""Alberta: nomination of tech workers through Express Entry, and of workers already in the province.

The Alberta Advantage Immigration Program nominates under IRPR s. 87. Since 30 September 2024 a worker first files an
expression of interest, is scored (`aaip`, in `points.py`), and may apply only when a draw has invited it.
"""

from landed.expr import (
    CAD,
    CLB,
    COUNT,
    HOURS,
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
    undertaking,
)  # fmt: skip
from landed.facts import employer, job, worker
from landed.law.canada.alberta.points import aaip
from landed.law.canada.express_entry.crs import crs, high_wage
from landed.law.canada.provincial_nominee.tested import best_language
from landed.law.route import APPROVAL, SELECTION, WORKER, programme, reservation

__all__ = ["aaip", "accelerated_tech_pathway", "opportunity_stream", "tech_draw"]

law = programme(__name__)

tech_occupations = law.codes("accelerated_tech_pathway.occupations")
full_time = law.number("accelerated_tech_pathway.full_time", HOURS)
least_points = law.number("accelerated_tech_pathway.least_points", POINTS)
draw_points = law.number("tech_draw.points", POINTS)
skilled_teer = law.number("opportunity_stream.skilled_teer", COUNT)
language = law.number("opportunity_stream.language", CLB)
months_anywhere = law.number("opportunity_stream.months_anywhere", MONTHS)
months_in_alberta = law.number("opportunity_stream.months_in_alberta", MONTHS)
employer_months = law.number("opportunity_stream.employer_months", MONTHS)
employer_revenue = law.number("opportunity_stream.employer_revenue", CAD)
employer_employees = law.number("opportunity_stream.employer_employees", PERSONS)

# What the procedures need.
expression_fee = law.number("expression_fee", CAD)
application_fee = law.number("application_fee", CAD)
preparation = law.number("preparation", WEEKS)
wait_for_draw = law.number("wait_for_draw", WEEKS)
processing = law.number("processing", MONTHS)

ATP = cite("ABX", "Accelerated Tech Pathway")
LIST = cite("ABL", "Eligible occupations")
AOS = cite("ABX", "Alberta Opportunity Stream")
DRAWS = cite("ABP", "Draws")
R87 = cite("IRPR", "s. 87")

_in_alberta = clause(
    "The job is in Alberta", job.province.is_("AB"), cites=ATP, key="province", party="employer"
)
_employer = clause("An employer in Alberta would hire the worker", employer.exists, cites=ATP, key="employer",
                   party="employer")  # fmt: skip
_willing = undertaking("The employer is willing to support the nomination", employer.willing, cites=ATP,
                       key="employer_willing")  # fmt: skip
_by_draw = reservation("An application needs an invitation in a draw; past draws promise nothing", DRAWS)

accelerated_tech_pathway = law.route(
    "accelerated_tech_pathway",
    "Alberta nomination, Accelerated Tech Pathway",
    title_fr="Désignation de l'Alberta, voie accélérée de la technologie",
    kind=APPROVAL,
    party=WORKER,
    summary="A nomination through Express Entry for tech workers with a job in Alberta's tech sector.",
    cites=(ATP, R87),
    score=aaip,
    reservations=(
        _by_draw,
        reservation("The primary occupation of the Express Entry profile is that of the job in Alberta", ATP),
    ),
    requires=all_of(
        clause("The worker fits a class of Express Entry, and so may have the profile that the pathway asks",
               any_of(Meets("canada.express_entry.federal_skilled_worker"),
                      Meets("canada.express_entry.canadian_experience_class"),
                      Meets("canada.express_entry.federal_skilled_trades")),
               cites=ATP, key="express_entry_class"),
        clause("The points of Express Entry reach the least of the stream",
               any_of(crs.total >= least_points,
                      all_of(high_wage, NotEncoded("The points of Express Entry for occupations with a high wage"))),
               cites=cite("CICN"), key="least_points"),
        _in_alberta,
        _employer,
        _willing,
        clause("The job is full-time", job.hours_per_week >= full_time, cites=ATP, key="full_time", party="employer"),
        clause("The employer's industry is one of the tech industries named", employer.in_alberta_tech_industry, cites=ATP,
               key="tech_industry", party="employer"),
        clause("The occupation is on the list of the pathway", tech_occupations.has(job.noc), cites=LIST,
               key="tech_occupation"),
    ),
)  # fmt: skip

tech_draw = law.route(
    "tech_draw",
    "Alberta, draw of the Accelerated Tech Pathway: what was enough in the last one",
    title_fr="Alberta, tirage de la voie accélérée de la technologie : ce qui suffisait au dernier",
    kind=SELECTION,
    party=WORKER,
    summary="Expressions of interest for the pathway are invited by points. The answer compares with the last draw known "
    "on the day; the next may ask more or less.",
    cites=(DRAWS,),
    score=aaip,
    requires=all_of(
        clause("The worker meets the Accelerated Tech Pathway", Meets("canada.alberta.accelerated_tech_pathway"), cites=ATP,
               key="accelerated_tech_pathway"),
        clause("The points reach those of the last draw", aaip.total >= draw_points, cites=DRAWS, key="points"),
    ),
)  # fmt: skip

opportunity_stream = law.route(
    "opportunity_stream",
    "Alberta nomination, Alberta Opportunity Stream",
    title_fr="Désignation de l'Alberta, volet des opportunités de l'Alberta",
    kind=APPROVAL,
    party=WORKER,
    summary="A nomination for workers with a job in Alberta. Not all that it asks is written here.",
    cites=(AOS, R87),
    score=aaip,
    reservations=(_by_draw,),
    requires=all_of(
        _in_alberta,
        _employer,
        _willing,
        clause("For a job in TEER 0 to 3, the worker has the language level",
               best_language >= language, cites=AOS, key="language",
               when=job.teer <= skilled_teer),
        clause("The worker has 24 months in the occupation in the last 30, or 12 in Alberta in the last 18",
               any_of(worker.occupation_months_in_thirty >= months_anywhere,
                      worker.province_occupation_months_in_eighteen >= months_in_alberta),
               cites=AOS, key="experience"),
        clause("The employer has done business in Alberta for two fiscal years",
               employer.months_in_province >= employer_months, cites=AOS, key="employer_time", party="employer"),
        clause("The employer's revenue reaches the least", employer.yearly_revenue >= employer_revenue, cites=AOS,
               key="revenue", party="employer"),
        clause("The employer has enough full-time employees in Alberta",
               employer.province_employees >= employer_employees, cites=AOS, key="employees", party="employer"),
        clause("The worker has the permit, the place of work, and the education that the stream asks",
               NotEncoded("The other requirements of the Alberta Opportunity Stream, and its language level for TEER 4 and 5"),
               cites=AOS, key="other_requirements"),
    ),
)  # fmt: skip
