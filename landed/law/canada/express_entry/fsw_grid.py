"""The grid of the federal skilled worker class: six factors, up to 100 points.

IRPR s. 76(1)(a), 78 to 83. Language below the minimum of the class gives no points here: the class is then closed anyway.
"""

from landed.expr import CLB, POINTS, YEARS, Cite, Constant, Number, cite, given, least, not_, total
from landed.facts import job, spouse, worker
from landed.law.canada.express_entry.persons import (
    ABILITIES,
    first_level,
    lowest,
    second_level,
    spouse_level,
    with_spouse,
)
from landed.law.route import programme
from landed.law.score import Line

law = programme(__package__)

_ZERO = Constant(0, POINTS)
_first = law.bands("fsw.first_language", POINTS, CLB)
_second = law.number("fsw.second_language", POINTS)
_second_level = law.number("fsw.second_language_level", CLB)
_education = law.table("fsw.education", POINTS)
_experience = law.bands("fsw.experience", POINTS, YEARS)
_age = law.bands("fsw.age", POINTS, YEARS)
_arranged = law.number("fsw.arranged_employment", POINTS)
_spouse_language = law.number("fsw.adaptability.spouse_language", POINTS)
_spouse_language_level = law.number("fsw.adaptability.spouse_language_level", CLB)
_study = law.number("fsw.adaptability.study", POINTS)
_spouse_study = law.number("fsw.adaptability.spouse_study", POINTS)
_work = law.number("fsw.adaptability.work", POINTS)
_spouse_work = law.number("fsw.adaptability.spouse_work", POINTS)
_relative = law.number("fsw.adaptability.relative", POINTS)
_adaptability_offer = law.number("fsw.adaptability.arranged_employment", POINTS)
_adaptability_cap = law.number("fsw.adaptability.cap", POINTS)

pass_mark = law.number("fsw.pass_mark", POINTS)

arranged = not_(job.arranged_employment_counted.is_("none"))
"""There is arranged employment of one of the kinds of IRPR s. 82(2)."""

_LANGUAGE = "Language"
_ADAPT = "Adaptability"


def _line(key: str, text: str, points: Number, most: Number, group: str, section: str) -> Line:
    return Line(
        key, text, points, most, (Cite("IRPR", section), cite("ELIG", "Federal Skilled Worker")), group
    )


_factors = (
    *(
        _line(f"first_language_{each}", f"First official language, {each}", _first[first_level(each)], _first.most,
              _LANGUAGE, "s. 79(3)(a)")
        for each in ABILITIES
    ),
    _line("second_language", "Second official language, in all four abilities",
          given(lowest(second_level) >= _second_level, _second, 0), _second, _LANGUAGE, "s. 79(3)(b)"),
    _line("education", "Education: Canadian, or assessed as equal to it", _education[worker.education_counted],
          _education.most, "Education", "s. 78"),
    _line("experience", "Skilled work in the last ten years, full years", _experience[worker.skilled_work_years],
          _experience.most, "Experience", "s. 80"),
    _line("age", "Age", _age[worker.age], _age.most, "Age", "s. 81"),
    _line("arranged_employment", "Arranged employment", given(arranged, _arranged, 0), _arranged, "Arranged employment",
          "s. 82"),
)  # fmt: skip

_adaptability = (
    _line("spouse_language", "Language of the spouse or partner",
          given(with_spouse, given(lowest(spouse_level) >= _spouse_language_level, _spouse_language, 0), 0),
          given(with_spouse, _spouse_language, 0), _ADAPT, "s. 83(1)(a)"),
    _line("study", "Two years of full-time study in Canada", given(worker.study_in_canada_two_years, _study, 0), _study,
          _ADAPT, "s. 83(2)"),
    _line("spouse_study", "Two years of study in Canada of the spouse or partner",
          given(with_spouse, given(spouse.study_in_canada_two_years, _spouse_study, 0), 0),
          given(with_spouse, _spouse_study, 0), _ADAPT, "s. 83(2)"),
    _line("work", "A year of skilled work in Canada", given(worker.skilled_year_in_canada, _work, 0), _work,
          _ADAPT, "s. 83(1)(c)"),
    _line("spouse_work", "A year of work in Canada of the spouse or partner",
          given(with_spouse, given(spouse.year_of_work_in_canada, _spouse_work, 0), 0),
          given(with_spouse, _spouse_work, 0), _ADAPT, "s. 83(1)(c.1)"),
    _line("relative", "A relative in Canada", given(worker.relative_in_canada, _relative, 0), _relative, _ADAPT,
          "s. 83(5)"),
    _line("adaptability_offer", "Arranged employment, once more", given(arranged, _adaptability_offer, 0),
          _adaptability_offer, _ADAPT, "s. 83(1)"),
)  # fmt: skip
_adapts = total(*(line.points for line in _adaptability))

fsw = law.score(
    "fsw",
    "Federal skilled worker grid",
    title_fr="Grille de sélection des travailleurs qualifiés (fédéral)",
    lines=(
        *_factors,
        *_adaptability,
        _line("adaptability_cap", "Adaptability: over its cap", least(_ZERO, _adaptability_cap - _adapts), _ZERO, _ADAPT,
              "s. 83(1)"),
    ),
    total=total(*(line.points for line in _factors), least(_adapts, _adaptability_cap)),
    maximum=law.number("fsw.maximum", POINTS),
    pass_mark=pass_mark,
    cites=(cite("IRPR", "s. 76(1)(a), 78-83"), cite("ELIG", "Federal Skilled Worker")),
)  # fmt: skip
