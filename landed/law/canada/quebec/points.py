"""Quebec's points for skilled workers (PSTQ), line by line: human capital, Quebec's needs, adaptation.

One grid is taken for all four streams, as two calculators made from the order of 2 July 2025 agree on it. With a spouse
or partner who comes along the person's own lines give less and the spouse's lines are added. The published maximum of
1,400 is the sum of the three parts; 1,260 can be reached alone and 1,300 with a spouse.
"""

from landed.expr import (
    CLB,
    MONTHS,
    POINTS,
    YEARS,
    Bands,
    Constant,
    Number,
    Table,
    cite,
    given,
    least,
    total,
)
from landed.facts import spouse, worker
from landed.law.canada.provincial_nominee.tested import tested_level
from landed.law.route import Programme
from landed.law.score import Line

law = Programme("canada.quebec")

_ORDER = (cite("CALC1"), cite("CALC2"))
_CAPITAL, _NEEDS, _ADAPTATION = "Human capital", "Quebec's needs", "Adaptation"
_with_spouse = spouse.accompanying
_nothing = Constant(0, POINTS)
_own = worker.quebec


def _line(key: str, text: str, group: str, points: Number, of: Number) -> Line:
    return Line(key, text, points, of, _ORDER, group)


def _pair(
    name: str, points: tuple[Number, Number], tables: tuple[Bands | Table, Bands | Table], text: str
) -> Line:
    """Write a line of the person that gives less with a spouse."""
    alone, together = points
    return _line(
        name,
        text,
        _CAPITAL,
        given(_with_spouse, together, alone),
        given(_with_spouse, tables[1].most, tables[0].most),
    )


def _spouse_line(name: str, text: str, points: Number, of: Number) -> Line:
    return _line(
        name, text, _ADAPTATION, given(_with_spouse, points, _nothing), given(_with_spouse, of, _nothing)
    )


_french = (law.bands("pstq.french", POINTS, CLB), law.bands("pstq.french_with_spouse", POINTS, CLB))
_age = (law.bands("pstq.age", POINTS, YEARS), law.bands("pstq.age_with_spouse", POINTS, YEARS))
_work = (law.bands("pstq.work", POINTS, MONTHS), law.bands("pstq.work_with_spouse", POINTS, MONTHS))
_education = (law.table("pstq.education", POINTS), law.table("pstq.education_with_spouse", POINTS))
_balanced = law.bands("pstq.diagnosis_balanced", POINTS, MONTHS)
_slight = law.bands("pstq.diagnosis_slight_shortage", POINTS, MONTHS)
_shortage = law.bands("pstq.diagnosis_shortage", POINTS, MONTHS)
_quebec_diploma = law.table("pstq.quebec_diploma", POINTS)
_work_in_quebec = law.bands("pstq.work_in_quebec", POINTS, MONTHS)
_residence_outside = law.bands("pstq.residence_outside_montreal", POINTS, MONTHS)
_work_outside = law.bands("pstq.work_outside_montreal", POINTS, MONTHS)
_study_outside = law.bands("pstq.study_outside_montreal", POINTS, MONTHS)
_offer = law.table("pstq.validated_offer", POINTS)
_licence = law.number("pstq.licence", POINTS)
_stay_ended = law.bands("pstq.study_stay_ended", POINTS, MONTHS)
_stay_ongoing = law.bands("pstq.study_stay_ongoing", POINTS, MONTHS)
_family = law.number("pstq.family_of_worker", POINTS)
_spouse_family = law.number("pstq.family_of_spouse", POINTS)
_spouse_french = law.bands("pstq.spouse_french", POINTS, CLB)
_spouse_age = law.bands("pstq.spouse_age", POINTS, YEARS)
_spouse_work = law.bands("pstq.spouse_work_in_quebec", POINTS, MONTHS)
_spouse_education = law.table("pstq.spouse_education", POINTS)
_spouse_diploma = law.table("pstq.spouse_quebec_diploma", POINTS)

_abilities = ("listening", "reading", "writing", "speaking")
_levels = {
    each: tested_level(worker.french, level)
    for each, level in (
        ("listening", worker.french.listening), ("reading", worker.french.reading),
        ("writing", worker.french.writing), ("speaking", worker.french.speaking),
    )
}  # fmt: skip
_spouse_levels = {
    each: tested_level(spouse.french, level)
    for each, level in (
        ("listening", spouse.french.listening), ("reading", spouse.french.reading),
        ("writing", spouse.french.writing), ("speaking", spouse.french.speaking),
    )
}  # fmt: skip

_lines = (
    *(
        _pair(f"french_{each}", (_french[0][_levels[each]], _french[1][_levels[each]]), _french, f"French, {each}")
        for each in _abilities
    ),
    _pair("age", (_age[0][worker.age], _age[1][worker.age]), _age, "Age"),
    _pair("work", (_work[0][worker.work_months_in_five_years], _work[1][worker.work_months_in_five_years]), _work,
          "Work in the last five years"),
    _pair("education", (_education[0][_own.diploma_level], _education[1][_own.diploma_level]), _education,
          "Level of education"),
    _line("diagnosis", "Labor diagnosis of the main occupation, by months in it", _NEEDS,
          given(_own.diagnosis.is_("shortage"), _shortage[_own.main_occupation_months],
                given(_own.diagnosis.is_("slight_shortage"), _slight[_own.main_occupation_months],
                      given(_own.diagnosis.is_("balanced"), _balanced[_own.main_occupation_months], _nothing))),
          _shortage.most),
    _line("quebec_diploma", "Diploma from Quebec", _NEEDS, _quebec_diploma[_own.quebec_diploma], _quebec_diploma.most),
    _line("work_in_quebec", "Work in Quebec in the last five years", _NEEDS, _work_in_quebec[_own.work_months],
          _work_in_quebec.most),
    _line("residence_outside_montreal", "Residence outside the Montreal metropolitan community", _NEEDS,
          _residence_outside[_own.residence_months_outside], _residence_outside.most),
    _line("work_outside_montreal", "Work outside it", _NEEDS, _work_outside[_own.work_months_outside],
          _work_outside.most),
    _line("study_outside_montreal", "Studies outside it", _NEEDS, _study_outside[_own.study_months_outside],
          _study_outside.most),
    _line("validated_offer", "Job offer validated by Quebec", _NEEDS, _offer[_own.validated_offer], _offer.most),
    _line("licence", "License to practise in Quebec", _NEEDS, given(_own.licensed, _licence, 0), _licence),
    _line("study_stay", "Study in Quebec without a diploma", _ADAPTATION,
          given(_own.study_stay.is_("ongoing"), _stay_ongoing[_own.study_stay_months],
                given(_own.study_stay.is_("ended"), _stay_ended[_own.study_stay_months], _nothing)),
          _stay_ongoing.most),
    _line("family", "Family in Quebec outside the Montreal metropolitan community", _ADAPTATION,
          least(total(given(_own.family_of_worker, _family, 0),
                      given(_with_spouse, given(spouse.quebec.family, _spouse_family, 0), _nothing)), _family),
          _family),
    *(
        _spouse_line(f"spouse_french_{each}", f"French of the spouse, {each}", _spouse_french[_spouse_levels[each]],
                     _spouse_french.most)
        for each in _abilities
    ),
    _spouse_line("spouse_age", "Age of the spouse", _spouse_age[spouse.age], _spouse_age.most),
    _spouse_line("spouse_work", "Work of the spouse in Quebec", _spouse_work[spouse.quebec.work_months],
                 _spouse_work.most),
    _spouse_line("spouse_education", "Level of education of the spouse", _spouse_education[spouse.quebec.diploma_level],
                 _spouse_education.most),
    _spouse_line("spouse_quebec_diploma", "Diploma of the spouse from Quebec",
                 _spouse_diploma[spouse.quebec.quebec_diploma], _spouse_diploma.most),
)  # fmt: skip

pstq = law.score(
    "pstq",
    "Quebec, skilled worker selection",
    title_fr="Québec, Programme de sélection des travailleurs qualifiés",
    lines=_lines,
    total=total(*(line.points for line in _lines)),
    maximum=total(*(line.of for line in _lines)),
    cites=_ORDER,
)
