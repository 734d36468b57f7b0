"""Ontario's points for expressions of interest, line by line.

Three grids: that of the Workforce Priority stream (`oinp`, since 25 June 2026), and two of the streams closed that day,
for foreign workers and for students with a job offer, which scored education and field besides.
"""

from landed.expr import (
    CAD,
    CAD_PER_HOUR,
    CLB,
    COUNT,
    MONTHS,
    POINTS,
    Number,
    all_of,
    cite,
    given,
    least,
    total,
)
from landed.facts import job, worker
from landed.law.canada.provincial_nominee.tested import best_language, other_language
from landed.law.route import Programme
from landed.law.score import Line, Score

law = Programme("canada.ontario")


def _line(key: str, text: str, points: Number, of: Number) -> Line:
    return Line(key, text, least(points, of), of, (cite("ONP"),))


def _shared(grid: str) -> tuple[Line, ...]:
    """Lines that every grid has, with points of its own."""
    two, one = law.number(f"{grid}.two_languages", POINTS), law.number(f"{grid}.one_language", POINTS)
    both = all_of(
        other_language >= 1,
        best_language >= law.number(f"{grid}.first_language_least", CLB),
        other_language >= law.number(f"{grid}.second_language_least", CLB),
    )
    teer = law.bands(f"{grid}.teer", POINTS, COUNT)
    category = law.table(f"{grid}.category", POINTS)
    wage = law.bands(f"{grid}.wage", POINTS, CAD_PER_HOUR)
    months = law.bands(f"{grid}.months_in_job", POINTS, MONTHS)
    earnings = law.bands(f"{grid}.earnings", POINTS, CAD)
    permit = law.table(f"{grid}.permit", POINTS)
    language = law.bands(f"{grid}.language", POINTS, CLB)
    area = law.table(f"{grid}.area", POINTS)
    return (
        _line("teer", "TEER category of the job", teer[job.teer], teer.most),
        _line("category", "Broad category of the occupation", category[job.noc_category], category.most),
        _line("wage", "Hourly wage of the offer", wage[job.hourly_wage], wage.most),
        _line("permit", "Valid permit for Canada", permit[worker.canada.permit_kind], permit.most),
        _line("months_in_job", "Months in the job of the offer", months[worker.months_in_offered_job], months.most),
        _line("earnings", "Earnings in Canada in a year", earnings[worker.canadian_yearly_earnings], earnings.most),
        _line("language", "Lowest of the four abilities, in the better official language",
              language[best_language], language.most),
        _line("languages", "One or two official languages",
              given(both, two, given(best_language >= 1, one, 0)), two),
        _line("area", "Place of the job", area[job.ontario_area], area.most),
    )  # fmt: skip


def _studied(grid: str) -> tuple[Line, ...]:
    """Lines for the level of education and for diplomas from Canada."""
    education = law.table(f"{grid}.education", POINTS)
    credentials = law.bands(f"{grid}.canadian_credentials", POINTS, COUNT)
    return (
        _line("education", "Highest level of education", education[worker.education_level], education.most),
        _line("canadian_credentials", "Diplomas from Canada", credentials[worker.canadian_credentials],
              credentials.most),
    )  # fmt: skip


def _score(system: str, title: str, title_fr: str, lines: tuple[Line, ...]) -> Score:
    return law.score(
        system,
        title,
        title_fr=title_fr,
        lines=lines,
        total=total(*(line.points for line in lines)),
        maximum=total(*(line.of for line in lines)),
        cites=cite("ONP"),
    )


_field = law.table("oinp_student.field", POINTS)
_study_area = law.table("oinp_student.study_area", POINTS)

oinp = _score(
    "oinp",
    "Ontario, Workforce Priority stream",
    "Ontario, volet de la main-d'œuvre prioritaire",
    (*_shared("oinp"), *_studied("oinp")),
)
oinp_foreign_worker = _score(
    "oinp_foreign_worker",
    "Ontario, Employer Job Offer: Foreign Worker stream (closed)",
    "Ontario, offre d'emploi d'un employeur : travailleurs étrangers (fermé)",
    _shared("oinp_foreign_worker"),
)
oinp_student = _score(
    "oinp_student",
    "Ontario, Employer Job Offer: International Student stream (closed)",
    "Ontario, offre d'emploi d'un employeur : étudiants étrangers (fermé)",
    (
        *_shared("oinp_student"),
        *_studied("oinp_student"),
        _line("field", "Field of the highest diploma", _field[worker.education_field_group], _field.most),
        _line(
            "study_area",
            "Place of the studies in Ontario",
            _study_area[worker.study_ontario_area],
            _study_area.most,
        ),
    ),
)
