"""Alberta's points for worker expressions of interest, line by line: 69 for the person, 31 for the job."""

from landed.expr import (
    CLB,
    MONTHS,
    POINTS,
    YEARS,
    Bool,
    Number,
    all_of,
    cite,
    given,
    least,
    most,
    total,
)
from landed.facts import job, worker
from landed.law.canada.provincial_nominee.tested import english, french, other_language
from landed.law.route import Programme
from landed.law.score import Line

law = Programme("canada.alberta")

_education = law.table("aaip.education", POINTS)
_trade_certificate = law.number("aaip.trade_certificate", POINTS)
_education_place = law.table("aaip.education_place", POINTS)
_english = law.bands("aaip.english", POINTS, CLB)
_french = law.bands("aaip.french", POINTS, CLB)
_second_language_least = law.number("aaip.second_language_least", CLB)
_experience = law.bands("aaip.experience", POINTS, MONTHS)
_experience_in_alberta = law.bands("aaip.experience_in_alberta", POINTS, MONTHS)
_experience_in_canada = law.bands("aaip.experience_in_canada", POINTS, MONTHS)
_age = law.bands("aaip.age", POINTS, YEARS)

_both_languages = all_of(
    other_language >= 1,
    other_language >= _second_language_least,
)


def _line(key: str, text: str, group: str, points: Number, of: Number) -> Line:
    return Line(key, text, least(points, of), of, (cite("ABG"),), group)


def _flat(key: str, text: str, group: str, held: Bool) -> Line:
    points = law.number(f"aaip.{key}", POINTS)
    return _line(key, text, group, given(held, points, 0), points)


_PERSON, _JOB = "Human capital", "Economic"

_lines = (
    _line("education", "Highest level of education, or a trade certificate", _PERSON,
          most(_education[worker.education_level], given(worker.trade_certificate, _trade_certificate, 0)),
          _education.most),
    _line("education_place", "Where it was completed", _PERSON, _education_place[worker.education_province],
          _education_place.most),
    _line("language", "English or French, whichever gives more, by the lowest of the four abilities", _PERSON,
          most(_english[english], _french[french]), _english.most),
    _flat("both_languages", "Both official languages", _PERSON, _both_languages),
    _line("experience", "Months of work experience", _PERSON, _experience[worker.work_months], _experience.most),
    _line("canadian_experience", "Six months of it in Alberta, or elsewhere in Canada", _PERSON,
          most(_experience_in_alberta[worker.province_work_months], _experience_in_canada[worker.canada_work_months]),
          _experience_in_alberta.most),
    _line("age", "Age", _PERSON, _age[worker.age], _age.most),
    _flat("family", "A parent, child, brother, or sister in Alberta", _PERSON, worker.relative_in_province),
    _flat("offer", "A permanent full-time job in Alberta", _JOB, job.permanent_full_time),
    _flat("sector", "A job in a sector with added points", _JOB, job.alberta_priority_sector),
    _flat("outside_cities", "A job outside Calgary and Edmonton", _JOB, job.outside_calgary_and_edmonton),
    _flat("licensed", "Licensed in a regulated occupation, with a job in it", _JOB, worker.regulated_and_licensed),
)  # fmt: skip

aaip = law.score(
    "aaip",
    "Alberta, worker expressions of interest",
    title_fr="Alberta, déclarations d'intérêt des travailleurs",
    lines=_lines,
    total=total(*(line.points for line in _lines)),
    maximum=total(*(line.of for line in _lines)),
    cites=cite("ABG"),
)
