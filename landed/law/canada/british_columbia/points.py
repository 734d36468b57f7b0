"""The registration score of British Columbia (SIRS), line by line.

One system of 200 points with two divisions: the one until 15 November 2022, of which only the most that each part
gave is known here, and the one since, known in every cell. The most of each line is dated; where a line's cells are
not known, it gives from nothing to its most.
"""

from landed.expr import (
    CAD_PER_HOUR,
    CLB,
    MONTHS,
    POINTS,
    Constant,
    NotEncodedNumber,
    Number,
    all_of,
    cite,
    given,
    least,
    most,
    total,
)  # fmt: skip
from landed.facts import job, worker
from landed.law.canada.provincial_nominee.tested import best_language, other_language
from landed.law.route import Programme
from landed.law.score import Line

law = Programme("canada.british_columbia")

_GRID = cite("BCG", "Points")
_ELSEWHERE_IN_CANADA = ("AB", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")

_experience = law.bands("sirs.experience", POINTS, MONTHS)
_experience_in_canada = law.bands("sirs.experience_in_canada", POINTS, MONTHS)
_works_there = law.number("sirs.works_there", POINTS)
_education = law.table("sirs.education", POINTS)
_studied_in_bc = law.number("sirs.studied_in_bc", POINTS)
_studied_elsewhere = law.number("sirs.studied_elsewhere_in_canada", POINTS)
_designation = law.number("sirs.designation", POINTS)
_language = law.bands("sirs.language", POINTS, CLB)
_both_languages = law.number("sirs.both_languages", POINTS)
_second_language_least = law.number("sirs.second_language_least", CLB)
_wage = law.bands("sirs.wage", POINTS, CAD_PER_HOUR)
_area = law.table("sirs.area", POINTS)
_regional = law.number("sirs.regional", POINTS)
_maximum = law.number("sirs.maximum", POINTS)

_nothing = Constant(0, POINTS)
_BOUNDED_BY_THE_LINE = 1000


def _unseen(text: str) -> NotEncodedNumber:
    """Stand for points that were not seen; the line they are in bounds them by its most."""
    return NotEncodedNumber(text, POINTS, 0, _BOUNDED_BY_THE_LINE)


def _line(key: str, text: str, group: str, points: Number, of: Number | None = None) -> Line:
    """Write a line that gives no less than nothing and no more than its dated most."""
    of = law.number(f"sirs.most.{key}", POINTS) if of is None else of
    return Line(key, text, most(_nothing, least(points, of)), of, (_GRID,), group)


_lines = (
    _line("experience", "Experience directly related to the job, in full years", "Human capital",
          _experience[most(worker.related_work_months, given(worker.any_related_work, Constant(1, MONTHS), 0))]),
    _line("experience_in_canada", "A year or more of it in Canada", "Human capital",
          _experience_in_canada[worker.related_work_months_in_canada], _experience_in_canada.most),
    _line("works_there", "Now working full-time for the employer, in the province and the occupation", "Human capital",
          given(worker.works_in_offered_job, _works_there, 0), _works_there),
    _line("education", "Highest level of education (a diploma of three years that is no degree gives 5, not 15)",
          "Human capital", _education[worker.education_level]),
    _line("studied_in_canada", "Studies after secondary school completed in British Columbia, or elsewhere in Canada",
          "Human capital",
          given(worker.study_provinces.overlap("BC"), _studied_in_bc,
                given(worker.study_provinces.overlap(*_ELSEWHERE_IN_CANADA), _studied_elsewhere, 0)),
          _studied_in_bc),
    _line("designation", "A professional designation of the province", "Human capital",
          given(worker.bc_professional_designation, _designation, 0), _designation),
    _line("language", "Lowest of the four abilities, in the better official language", "Human capital",
          _language[best_language]),
    _line("both_languages", "Both official languages", "Human capital",
          given(all_of(other_language >= 1, other_language >= _second_language_least), _both_languages, 0),
          _both_languages),
    _line("wage", "Hourly wage of the offer", "Economic", _wage[job.hourly_wage]),
    _line("area", "Area of the job", "Economic", _area[job.bc_area]),
    _line("regional", "Experience or studies in the regions, for a job there", "Economic",
          given(worker.bc_regional_experience_or_study,
                given(job.bc_area.is_("metro_vancouver"),
                      _unseen("Whether these points are given for a job in Metro Vancouver"),
                      _regional), 0), _regional),
    _line("skill_level", "Skill level of the job (25 for managers and level A, 10 for level B, 5 for C and D, 15 more for "
          "senior managers, and other points that were not seen)", "Economic, until 15 November 2022",
          _unseen("The points for the skill level of the job, as until 15 November 2022")),
)  # fmt: skip

bc_sirs = law.score(
    "bc_sirs",
    "British Columbia, Skills Immigration Registration System",
    title_fr="Colombie-Britannique, système d'inscription de l'immigration axée sur les compétences",
    lines=_lines,
    total=total(*(line.points for line in _lines)),
    maximum=_maximum,
    cites=(_GRID, cite("RACE"), cite("ABC")),
)
