"""The Comprehensive Ranking System (CRS): the points by which the pool is ranked, up to 1,200.

Four parts: core factors (A), the spouse or partner (B), skill transferability (C, capped), additional points (D,
capped). Two grids: a spouse or partner who comes along, and is neither a citizen nor a permanent resident, lowers what
the core can give and adds part B. Which grid applies is asked once, at the root, so that bounds stay tight.
"""

from landed.expr import (
    CLB,
    POINTS,
    YEARS,
    Cite,
    Constant,
    NotEncodedNumber,
    Number,
    all_of,
    cite,
    given,
    least,
    total,
)
from landed.facts import job, spouse, worker
from landed.law.canada.express_entry.persons import (
    ABILITIES,
    english_level,
    first_level,
    french_level,
    lowest,
    second_level,
    spouse_level,
    with_spouse,
)
from landed.law.route import programme
from landed.law.score import Line, Unseen

law = programme(__package__)

ZERO = Constant(0, POINTS)
CRS_A, CRS_B = (
    cite("CRS", "A. Core / human capital factors"),
    cite("CRS", "B. Spouse or common-law partner factors"),
)
CRS_C, CRS_D = cite("CRS", "C. Skill transferability factors"), cite("CRS", "D. Additional points")


def _line(key: str, text: str, points: Number, most: Number, group: str, *cites: Cite) -> Line:
    return Line(key, text, points, most, cites, group)


def _over(cap: Number, points: Number) -> Number:
    """Return what a cap takes away: nothing, or a negative number of points."""
    return least(ZERO, cap - points)


# ------------------------------------------------------------------------------ A. core, by the grid that applies

_AGE = law.bands("crs.age.with_spouse", POINTS, YEARS), law.bands("crs.age.without_spouse", POINTS, YEARS)
_EDUCATION = law.table("crs.education.with_spouse", POINTS), law.table("crs.education.without_spouse", POINTS)
_FIRST = (
    law.bands("crs.first_language.with_spouse", POINTS, CLB),
    law.bands("crs.first_language.without_spouse", POINTS, CLB),
)
_CORE = "A. Core"
_SECOND = law.bands("crs.second_language.each", POINTS, CLB)
_SECOND_CAP = (
    law.number("crs.second_language.cap_with_spouse", POINTS),
    law.number("crs.second_language.cap_without_spouse", POINTS),
)
_WORK = (
    law.bands("crs.canadian_work.with_spouse", POINTS, YEARS),
    law.bands("crs.canadian_work.without_spouse", POINTS, YEARS),
)

_Pair = tuple[Number, Number]
"""An amount in each of the two grids: with a spouse or partner, without."""


def _grids(key: str, text: str, points: _Pair, most: _Pair) -> Line:
    return _line(key, text, given(with_spouse, *points), given(with_spouse, *most), _CORE, CRS_A)


physicians = law.flag("canadian_experience_class.self_employed_physicians")
_work_years = total(
    worker.canadian_work_years,
    given(
        all_of(physicians, worker.self_employed_medical_months >= 1),
        NotEncodedNumber(
            "Whether a physician's publicly funded work on one's own account gives points as other work in Canada does "
            "(secondary sources say so)",
            YEARS, 0, 10,
        ),
        0,
    ),
)  # fmt: skip
_age: _Pair = (_AGE[0][worker.age], _AGE[1][worker.age])
_education: _Pair = (_EDUCATION[0][worker.education_counted], _EDUCATION[1][worker.education_counted])
_first: dict[str, _Pair] = {
    each: (_FIRST[0][first_level(each)], _FIRST[1][first_level(each)]) for each in ABILITIES
}
_second = {each: _SECOND[second_level(each)] for each in ABILITIES}
_work: _Pair = (_WORK[0][_work_years], _WORK[1][_work_years])
_second_sum = total(*_second.values())

_core_lines = (
    _grids("age", "Age", _age, (_AGE[0].most, _AGE[1].most)),
    _grids("education", "Education: Canadian, or assessed as equal to it", _education,
           (_EDUCATION[0].most, _EDUCATION[1].most)),
    *(
        _grids(f"first_language_{each}", f"First official language, {each}", _first[each],
               (_FIRST[0].most, _FIRST[1].most))
        for each in ABILITIES
    ),
    *(
        _line(f"second_language_{each}", f"Second official language, {each}", _second[each], _SECOND.most, _CORE, CRS_A)
        for each in ABILITIES
    ),
    _grids("second_language_cap", "Second official language: over its cap",
           (_over(_SECOND_CAP[0], _second_sum), _over(_SECOND_CAP[1], _second_sum)), (ZERO, ZERO)),
    _grids("canadian_work", "Skilled work in Canada, full years", _work, (_WORK[0].most, _WORK[1].most)),
)  # fmt: skip
_core_totals: _Pair = (
    total(_age[0], _education[0], *(pair[0] for pair in _first.values()), least(_second_sum, _SECOND_CAP[0]), _work[0]),
    total(_age[1], _education[1], *(pair[1] for pair in _first.values()), least(_second_sum, _SECOND_CAP[1]), _work[1]),
)  # fmt: skip

# ------------------------------------------------------------------------------------- B. the spouse or partner

_SPOUSE_EDUCATION = law.table("crs.spouse.education", POINTS)
_SPOUSE_LANGUAGE = law.bands("crs.spouse.language", POINTS, CLB)
_SPOUSE_WORK = law.bands("crs.spouse.canadian_work", POINTS, YEARS)
_spouse = (
    ("spouse_education", "Education of the spouse or partner", _SPOUSE_EDUCATION[spouse.education_counted],
     _SPOUSE_EDUCATION.most),
    *(
        (f"spouse_language_{ability}", f"Language of the spouse or partner, {ability}",
         _SPOUSE_LANGUAGE[spouse_level(ability)], _SPOUSE_LANGUAGE.most)
        for ability in ABILITIES
    ),
    ("spouse_canadian_work", "Work of the spouse or partner in Canada, full years",
     _SPOUSE_WORK[spouse.canadian_work_years], _SPOUSE_WORK.most),
)  # fmt: skip
_spouse_lines = tuple(
    _line(
        key, text, given(with_spouse, points, 0), given(with_spouse, most, 0), "B. Spouse or partner", CRS_B
    )
    for key, text, points, most in _spouse
)

# ------------------------------------------------------------------------------------- C. skill transferability

_one = law.codes("crs.transferability.one_credential")
_two = law.codes("crs.transferability.two_credentials")
_some_years = law.number("crs.transferability.foreign_work.some", YEARS)
_many_years = law.number("crs.transferability.foreign_work.many", YEARS)
_BY_LANGUAGE = (
    law.bands("crs.transferability.language.lower", POINTS, CLB),
    law.bands("crs.transferability.language.higher", POINTS, CLB),
)
_BY_WORK = (
    law.bands("crs.transferability.canadian_work.lower", POINTS, YEARS),
    law.bands("crs.transferability.canadian_work.higher", POINTS, YEARS),
)
_CERTIFICATE = law.bands("crs.transferability.certificate", POINTS, CLB)
_BLOCK_CAP = law.number("crs.transferability.block_cap", POINTS)
_C_CAP = law.number("crs.transferability.cap", POINTS)

_language = lowest(first_level)


def _by_education(lower: Number, higher: Number) -> Number:
    level = worker.education_counted
    return given(_two.has(level), higher, given(_one.has(level), lower, 0))


def _by_foreign_work(lower: Number, higher: Number) -> Number:
    years = worker.foreign_work_years
    return given(years >= _many_years, higher, given(years >= _some_years, lower, 0))


_education_language = _by_education(*(bands[_language] for bands in _BY_LANGUAGE))
_education_work = _by_education(*(bands[_work_years] for bands in _BY_WORK))
_foreign_language = _by_foreign_work(*(bands[_language] for bands in _BY_LANGUAGE))
_foreign_work = _by_foreign_work(*(bands[_work_years] for bands in _BY_WORK))
_certificate = given(worker.trade_certificate, _CERTIFICATE[_language], 0)
_education_block = total(_education_language, _education_work)
_foreign_block = total(_foreign_language, _foreign_work)
_blocks = total(least(_education_block, _BLOCK_CAP), least(_foreign_block, _BLOCK_CAP), _certificate)
_C = "C. Skill transferability"
_transfer_lines = (
    _line("education_language", "Education with the first official language", _education_language,
          _BY_LANGUAGE[1].most, _C, CRS_C),
    _line("education_work", "Education with work in Canada", _education_work, _BY_WORK[1].most, _C, CRS_C),
    _line("education_cap", "Education: over the cap of its two lines", _over(_BLOCK_CAP, _education_block), ZERO, _C,
          CRS_C),
    _line("foreign_work_language", "Work abroad with the first official language", _foreign_language,
          _BY_LANGUAGE[1].most, _C, CRS_C),
    _line("foreign_work_work", "Work abroad with work in Canada", _foreign_work, _BY_WORK[1].most, _C, CRS_C),
    _line("foreign_work_cap", "Work abroad: over the cap of its two lines", _over(_BLOCK_CAP, _foreign_block), ZERO, _C,
          CRS_C),
    _line("certificate", "Trade certificate with the first official language", _certificate,
          _CERTIFICATE.most, _C, CRS_C),
    _line("transferability_cap", "Skill transferability: over its cap", _over(_C_CAP, _blocks), ZERO, _C, CRS_C),
)  # fmt: skip

# ------------------------------------------------------------------------------------------ D. additional points

_NOMINATION = law.number("crs.nomination", POINTS)
_OFFER_SENIOR = law.number("crs.job_offer.senior_manager", POINTS)
_OFFER_OTHER = law.number("crs.job_offer.other", POINTS)
_senior_managers = law.codes("crs.job_offer.senior_managers")
_STUDY = law.table("crs.canadian_study", POINTS)
_SIBLING = law.number("crs.sibling", POINTS)
_FRENCH_ALONE = law.number("crs.french.alone", POINTS)
_FRENCH_ENGLISH = law.number("crs.french.with_english", POINTS)
_french_needed = law.number("crs.french.level", CLB)
_english_needed = law.number("crs.french.english_level", CLB)
_D_CAP = law.number("crs.additional.cap", POINTS)

_offer = given(
    job.arranged_employment_counted.is_("none"),
    ZERO,
    given(_senior_managers.has(job.noc), _OFFER_SENIOR, _OFFER_OTHER),
)
_french = given(
    lowest(french_level) >= _french_needed,
    given(lowest(english_level) >= _english_needed, _FRENCH_ENGLISH, _FRENCH_ALONE),
    0,
)
_additional = (
    ("nomination", "Nomination by a province or territory, through Express Entry", given(worker.enhanced_nomination, _NOMINATION, 0),
     _NOMINATION),
    ("job_offer", "Arranged employment", _offer, _OFFER_SENIOR),
    ("canadian_study", "Studies in Canada after secondary school", _STUDY[worker.canadian_study], _STUDY.most),
    ("sibling", "Brother or sister in Canada", given(worker.sibling_in_canada, _SIBLING, 0), _SIBLING),
    ("french", "French in all four abilities", _french, _FRENCH_ENGLISH),
)  # fmt: skip
_extra = total(*(points for _, _, points, _ in _additional))
_D = "D. Additional points"
_additional_lines = (
    *(_line(key, text, points, most, _D, CRS_D) for key, text, points, most in _additional),
    _line("additional_cap", "Additional points: over their cap", _over(_D_CAP, _extra), ZERO, _D, CRS_D),
)

# --------------------------------------------------------------------------------------------------- the system

_part_b = total(*(points for _, _, points, _ in _spouse))
_shared = total(least(_blocks, _C_CAP), least(_extra, _D_CAP))

high_wage = law.flag("crs.high_wage.in_force")

crs = law.score(
    "crs",
    "Comprehensive Ranking System",
    title_fr="Système de classement global",
    lines=(*_core_lines, *_spouse_lines, *_transfer_lines, *_additional_lines),
    total=total(given(with_spouse, total(_core_totals[0], _part_b), _core_totals[1]), _shared),
    maximum=law.number("crs.maximum", POINTS),
    cites=(cite("CRS"), cite("MI")),
    unseen=(
        Unseen(
            high_wage,
            "New points for work in Canada in an occupation with a high wage, and for an offer in one: reported in force, "
            "but neither the points nor the list of occupations nor the instruction was seen. The official total can "
            "differ from this one.",
            (cite("HW1"), cite("HW2")),
        ),
    ),
)
