"""Saskatchewan: nomination of tech workers with a job in the province, and the points of its general grid.

The Saskatchewan Immigrant Nominee Program nominates under IRPR s. 87. The tech talent pathway stands on a position that
the province has approved for the employer. The general grid (`sinp`) is known in part: its cells for education, for
some languages, and for years of work are not.
"""

from landed.expr import (
    CAD,
    CLB,
    MONTHS,
    POINTS,
    WEEKS,
    YEARS,
    NotEncodedNumber,
    Number,
    all_of,
    cite,
    clause,
    given,
    least,
    total,
    undertaking,
)  # fmt: skip
from landed.facts import employer, job, worker
from landed.law.canada.provincial_nominee.tested import best_language, other_language
from landed.law.route import APPROVAL, WORKER, programme, reservation
from landed.law.score import Line

law = programme(__name__)

tech_occupations = law.codes("tech_talent_pathway.occupations")
months_in_job = law.number("tech_talent_pathway.months_in_job", MONTHS)

# What the procedure needs.
application_fee = law.number("application_fee", CAD)
preparation = law.number("preparation", WEEKS)
processing = law.number("processing", MONTHS)

SK = cite("SK", "Tech Talent Pathway")
GRID = cite("SK", "Points assessment grid")

_language = law.bands("sinp.language", POINTS, CLB)
_age = law.bands("sinp.age", POINTS, YEARS)
_offer = law.number("sinp.offer", POINTS)
_past_work = law.number("sinp.past_work", POINTS)
_past_study = law.number("sinp.past_study", POINTS)
_most_education = law.number("sinp.most.education", POINTS)
_most_recent = law.number("sinp.most.recent_experience", POINTS)
_most_earlier = law.number("sinp.most.earlier_experience", POINTS)
_most_language = law.number("sinp.most.language", POINTS)
_most_second = law.number("sinp.most.second_language", POINTS)
_most_relative = law.number("sinp.most.relative", POINTS)
_most_connection = law.number("sinp.most.connection", POINTS)
pass_mark = law.number("sinp.pass_mark", POINTS)
_maximum = law.number("sinp.maximum", POINTS)

_BOUNDED_BY_THE_LINE = 1000
_second_tested = other_language >= 1


def _unseen(text: str) -> NotEncodedNumber:
    """Stand for points that were not seen; what they are in bounds them by its most."""
    return NotEncodedNumber(text, POINTS, 0, _BOUNDED_BY_THE_LINE)


def _line(key: str, text: str, points: Number, of: Number) -> Line:
    return Line(key, text, least(points, of), of, (GRID,))


_connections = least(
    total(
        given(job.permanent_full_time, _offer, 0),
        least(_unseen("The points for a relative in Saskatchewan, and who counts as one"), _most_relative),
        given(
            worker.province_work_months >= 1,
            least(_unseen("The length of past work in Saskatchewan that counts"), _past_work),
            0,
        ),
        given(worker.study_provinces.overlap("SK"), _past_study, 0),
    ),
    _most_connection,
)

_lines = (
    _line("education", "Education", _unseen("The points by level of education"), _most_education),
    _line("recent_experience", "Work in the last five years",
          _unseen("The years behind the points for work in the last five years"), _most_recent),
    _line("earlier_experience", "Work in the five years before", _unseen("The points for earlier work"),
          _most_earlier),
    _line("language", "First language", _language[best_language], _most_language),
    _line("second_language", "Second language",
          given(_second_tested, _unseen("The points for a second language"), 0), _most_second),
    _line("age", "Age", _age[worker.age], _age.most),
    _line("connection", "Connection to Saskatchewan: a job offer, a relative, past work, past studies", _connections,
          _most_connection),
)  # fmt: skip

sinp = law.score(
    "sinp",
    "Saskatchewan, points assessment grid",
    title_fr="Saskatchewan, grille d'évaluation",
    lines=_lines,
    total=total(*(line.points for line in _lines)),
    maximum=_maximum,
    cites=GRID,
)

tech_talent_pathway = law.route(
    "tech_talent_pathway",
    "Saskatchewan nomination, Innovation and Tech Talent Pathway",
    title_fr="Désignation de la Saskatchewan, voie des talents de l'innovation et de la technologie",
    kind=APPROVAL,
    party=WORKER,
    summary="A nomination for tech workers with a permanent full-time job in a position that the province has approved.",
    cites=(SK, cite("IRPR", "s. 87")),
    score=sinp,
    requires=all_of(
        clause("The job is in Saskatchewan", job.province.is_("SK"), cites=SK, key="province", party="employer"),
        clause("An employer would hire the worker", employer.exists, cites=SK, key="employer", party="employer"),
        undertaking("The employer is willing to ask the province to approve the position", employer.willing, cites=SK,
                    key="employer_willing"),
        clause("The job is full-time and permanent", job.permanent_full_time, cites=SK, key="lasting_job",
               party="employer"),
        clause("The province has approved the position", job.saskatchewan_position_approved, cites=SK, key="position",
               party="employer"),
        clause("The occupation is on the list of the pathway", tech_occupations.has(job.noc), cites=SK,
               key="tech_occupation"),
        clause("Who works there already has worked for the employer for six months (780 hours)",
               worker.months_in_offered_job >= months_in_job, cites=SK, key="months_in_job",
               when=worker.works_in_offered_job),
        clause("The education after secondary school is related to the job", worker.education_related_to_job, cites=SK,
               key="education"),
    ),
    reservations=(
        reservation("Which level of language, and how much experience, an applicant from outside needs is not written "
                    "here", SK),
    ),
)  # fmt: skip
