"""Every cell of the 67-point grid of the federal skilled worker class (IRPR s. 78 to 83)."""

from functools import partial
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.expr.values import Span
from tests.law.express_entry_cases import ABILITIES, facts, levels, line, total
from tests.law.express_entry_cases import counted as _counted

counted = partial(_counted, name="fsw")
FIRST = {level: {7: 4, 8: 5}.get(level, 6 if level >= 9 else 0) for level in range(13)}
EDUCATION = {
    "none": 0, "secondary": 5, "one_year": 15, "two_year": 19, "bachelor": 21, "two_or_more": 22, "master": 23,
    "professional": 23, "doctoral": 25,
}  # fmt: skip
EXPERIENCE = {0: 0, 1: 9, 2: 11, 3: 11, 4: 13, 5: 13, 6: 15, 7: 15, 8: 15, 9: 15, 10: 15}
AGE = {
    0: 0, 17: 0, **dict.fromkeys(range(18, 36), 12), 36: 11, 37: 10, 38: 9, 39: 8, 40: 7, 41: 6, 42: 5, 43: 4, 44: 3, 45: 2,
    46: 1, 47: 0, 48: 0, 70: 0,
}  # fmt: skip
KINDS = ("lmia_permit", "exempt_permit", "new_lmia_no_permit", "new_lmia_other_permit")


@pytest.mark.parametrize("ability", ABILITIES)
def test_each_cell_of_the_first_official_language(ability):
    for level, cell in FIRST.items():
        found = counted({**facts(), f"worker.english.{ability}": level})
        assert line(found, f"first_language_{ability}") == total(found) == cell, level


def test_the_second_official_language_gives_four_points_in_all_abilities_or_none():
    for level in range(13):
        found = counted({**facts(), **levels("worker.french", level)})
        assert line(found, "second_language") == total(found) == (4 if level >= 5 else 0)
    for ability in ABILITIES:
        case = {**facts(), **levels("worker.french", 9), f"worker.french.{ability}": 4}
        assert line(counted(case), "second_language") == 0


def test_each_cell_of_education():
    for level, cell in EDUCATION.items():
        assert line(counted(facts(worker__education_counted=level)), "education") == cell, level


def test_each_cell_of_experience():
    for years, cell in EXPERIENCE.items():
        assert line(counted(facts(worker__skilled_work_years=years)), "experience") == cell, years


def test_each_cell_of_age():
    for age, cell in AGE.items():
        assert line(counted(facts(worker__age=age)), "age") == cell, age


@pytest.mark.parametrize("kind", KINDS)
def test_arranged_employment_gives_ten_and_five_for_adaptability(kind):
    found = counted(facts(job__arranged_employment=kind))
    assert (line(found, "arranged_employment"), line(found, "adaptability_offer"), total(found)) == (
        10,
        5,
        15,
    )


def test_each_cell_of_adaptability():
    for level, spouse in product(range(13), (True, False)):
        case = {**facts(spouse=spouse), **(levels("spouse.english", level) if spouse else {})}
        assert line(counted(case), "spouse_language") == (5 if spouse and level >= 4 else 0)
    for years in range(4):
        assert line(counted(facts(worker__canadian_work_years=years)), "work") == (10 if years else 0)
        assert line(counted(facts(spouse=True, spouse__canadian_work_years=years)), "spouse_work") == (
            5 if years else 0
        )
    for here in (True, False):
        assert line(counted(facts(worker__study_in_canada_two_years=here)), "study") == (5 if here else 0)
        assert line(counted(facts(spouse=True, spouse__study_in_canada_two_years=here)), "spouse_study") == (
            5 if here else 0
        )
        assert line(counted(facts(worker__relative_in_canada=here)), "relative") == (5 if here else 0)


def test_a_spouse_who_is_a_citizen_or_permanent_resident_adds_nothing():
    case = {
        **facts(spouse=True, spouse__citizen_or_permanent_resident=True, spouse__canadian_work_years=3,
                spouse__study_in_canada_two_years=True), **levels("spouse.english", 9),
    }  # fmt: skip
    assert total(counted(case)) == 0


def test_adaptability_is_capped_at_ten():
    case = facts(
        worker__canadian_work_years=2, worker__relative_in_canada=True, worker__study_in_canada_two_years=True
    )
    found = counted(case)
    assert (line(found, "adaptability_cap"), total(found)) == (-10, 10)


def test_the_check_sum_of_the_grid_is_100():
    case = {
        **facts(worker__age=30, worker__education_counted="doctoral", worker__skilled_work_years=6,
                worker__canadian_work_years=1, job__arranged_employment="lmia_permit"),
        **levels("worker.english", 9), **levels("worker.french", 5),
    }  # fmt: skip
    found = counted(case)
    assert 28 + 25 + 15 + 12 + 10 + 10 == total(found) == found.maximum == 100
    assert found.passes is True


def test_the_pass_mark_is_67():
    case = {
        **facts(worker__age=30, worker__education_counted="bachelor", worker__skilled_work_years=2), **levels("worker.english", 9, 9, 9, 8),
    }  # fmt: skip
    assert (total(counted(case)), counted(case).passes) == (67, True)
    below = case | {"worker.english.writing": 8}
    assert (total(counted(below)), counted(below).passes) == (66, False)
    del case["worker.skilled_work_years"]
    found = counted(case)
    assert (found.total, found.passes) == (Span(56, 71), None)


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 70), st.sampled_from(sorted(EDUCATION)), st.integers(0, 10), st.integers(0, 12), st.integers(0, 12),
    st.sampled_from(("none", *KINDS)), st.sets(st.sampled_from(("worker.age", "worker.skilled_work_years", "spouse"))),
)  # fmt: skip
def test_lines_add_up_and_bounds_hold_every_completion(age, level, years, english, french, kind, left_out):
    case = {
        **facts(worker__age=age, worker__education_counted=level, worker__skilled_work_years=years,
                worker__canadian_work_years=min(years, 2), job__arranged_employment=kind),
        **levels("worker.english", english), **levels("worker.french", french),
    }  # fmt: skip
    found = counted(case)
    assert total(found) == sum(each.points.lo for each in found.lines) <= 100
    part = counted({name: value for name, value in case.items() if name not in left_out})
    assert part.total.lo <= total(found) <= part.total.hi
