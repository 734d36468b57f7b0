"""Every cell of the Comprehensive Ranking System, as IRCC's page of 2026-06-22 gives them, with and without a spouse."""

import datetime as dt
from functools import partial
from itertools import product

import pytest

from tests.law.express_entry_cases import ABILITIES, counted, facts, levels, line, system, total

# Each row: with a spouse or partner, without.
AGE = {
    **dict.fromkeys(range(18), (0, 0)), 18: (90, 99), 19: (95, 105), **dict.fromkeys(range(20, 30), (100, 110)),
    30: (95, 105), 31: (90, 99), 32: (85, 94), 33: (80, 88), 34: (75, 83), 35: (70, 77), 36: (65, 72), 37: (60, 66),
    38: (55, 61), 39: (50, 55), 40: (45, 50), 41: (35, 39), 42: (25, 28), 43: (15, 17), 44: (5, 6),
    **dict.fromkeys((45, 46, 60, 99), (0, 0)),
}  # fmt: skip
EDUCATION = {
    "none": (0, 0), "secondary": (28, 30), "one_year": (84, 90), "two_year": (91, 98), "bachelor": (112, 120),
    "two_or_more": (119, 128), "master": (126, 135), "professional": (126, 135), "doctoral": (140, 150),
}  # fmt: skip
FIRST = {
    0: (0, 0), 1: (0, 0), 2: (0, 0), 3: (0, 0), 4: (6, 6), 5: (6, 6), 6: (8, 9), 7: (16, 17), 8: (22, 23), 9: (29, 31),
    10: (32, 34), 11: (32, 34), 12: (32, 34),
}  # fmt: skip
SECOND = {0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: 3, 8: 3, 9: 6, 10: 6, 11: 6, 12: 6}
WORK = {
    0: (0, 0), 1: (35, 40), 2: (46, 53), 3: (56, 64), 4: (63, 72), 5: (70, 80), 6: (70, 80), 7: (70, 80), 8: (70, 80),
    9: (70, 80), 10: (70, 80),
}  # fmt: skip
SPOUSE_EDUCATION = {
    "none": 0, "secondary": 2, "one_year": 6, "two_year": 7, "bachelor": 8, "two_or_more": 9, "master": 10,
    "professional": 10, "doctoral": 10,
}  # fmt: skip
SPOUSE_LANGUAGE = {0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 1, 6: 1, 7: 3, 8: 3, 9: 5, 10: 5, 11: 5, 12: 5}
SPOUSE_WORK = {0: 0, 1: 5, 2: 7, 3: 8, 4: 9, 5: 10, 6: 10, 10: 10}
ONE, TWO = ("one_year", "two_year", "bachelor"), ("two_or_more", "master", "professional", "doctoral")
GRIDS = (True, False)


@pytest.mark.parametrize("spouse", GRIDS, ids=("with_spouse", "without"))
def test_each_cell_of_age(spouse):
    for age, cells in AGE.items():
        assert line(counted(facts(spouse=spouse, worker__age=age)), "age") == cells[not spouse], age


@pytest.mark.parametrize("spouse", GRIDS, ids=("with_spouse", "without"))
def test_each_cell_of_education(spouse):
    for level, cells in EDUCATION.items():
        found = counted(facts(spouse=spouse, worker__education_counted=level))
        assert line(found, "education") == cells[not spouse], level


@pytest.mark.parametrize("spouse", GRIDS, ids=("with_spouse", "without"))
@pytest.mark.parametrize("ability", ABILITIES)
def test_each_cell_of_the_first_official_language(spouse, ability):
    for level, cells in FIRST.items():
        case = {**facts(spouse=spouse), f"worker.english.{ability}": level}
        found = counted(case)
        assert line(found, f"first_language_{ability}") == cells[not spouse], level
        assert total(found) == cells[not spouse]


@pytest.mark.parametrize("spouse", GRIDS, ids=("with_spouse", "without"))
def test_french_may_be_the_first_language(spouse):
    for level, cells in FIRST.items():
        case = {
            **facts(spouse=spouse, worker__first_language="french"), **levels("worker.french", level), **levels("worker.english", 6),
        }  # fmt: skip
        found = counted(case, dt.date(2017, 1, 1))
        assert [line(found, f"first_language_{each}") for each in ABILITIES] == [cells[not spouse]] * 4
        assert [line(found, f"second_language_{each}") for each in ABILITIES] == [1] * 4


@pytest.mark.parametrize("spouse", GRIDS, ids=("with_spouse", "without"))
@pytest.mark.parametrize("ability", ABILITIES)
def test_each_cell_of_the_second_official_language(spouse, ability):
    for level, cell in SECOND.items():
        found = counted({**facts(spouse=spouse), f"worker.french.{ability}": level})
        assert line(found, f"second_language_{ability}") == total(found) == cell, level


def test_the_second_official_language_is_capped_at_22_with_a_spouse_and_24_without():
    for spouse, cap in ((True, 22), (False, 24)):
        found = counted({**facts(spouse=spouse), **levels("worker.french", 9)}, dt.date(2017, 6, 5))
        assert total(found) == cap
        assert line(found, "second_language_cap") == cap - 24


@pytest.mark.parametrize("spouse", GRIDS, ids=("with_spouse", "without"))
def test_each_cell_of_work_in_canada(spouse):
    for years, cells in WORK.items():
        found = counted(facts(spouse=spouse, worker__canadian_work_years=years))
        assert line(found, "canadian_work") == total(found) == cells[not spouse], years


def test_each_cell_of_the_spouse():
    for level, cell in SPOUSE_EDUCATION.items():
        found = counted(facts(spouse=True, spouse__education_counted=level))
        assert line(found, "spouse_education") == total(found) == cell, level
    for ability, (level, cell) in product(ABILITIES, SPOUSE_LANGUAGE.items()):
        found = counted({**facts(spouse=True), f"spouse.english.{ability}": level})
        assert line(found, f"spouse_language_{ability}") == total(found) == cell, level
    for years, cell in SPOUSE_WORK.items():
        found = counted(facts(spouse=True, spouse__canadian_work_years=years))
        assert line(found, "spouse_canadian_work") == total(found) == cell, years


def test_a_spouse_who_stays_or_is_a_citizen_counts_as_none():
    alone = total(counted(facts(worker__age=30)))
    strong = {"spouse.education_counted": "doctoral", **levels("spouse.english", 10)}
    stays = {**facts(spouse=True, worker__age=30), **strong, "spouse.accompanying": False}
    citizen = {**facts(spouse=True, worker__age=30), **strong, "spouse.citizen_or_permanent_resident": True}
    assert alone == total(counted(stays)) == total(counted(citizen)) == 105
    assert total(counted({**facts(spouse=True, worker__age=30), **strong})) == 95 + 10 + 20


# ------------------------------------------------------------------------------------------- C. transferability


def lower_or_higher(levels_: tuple[int, int], reached: int) -> int:
    return (0, *levels_)[reached]


def by_language(level: int) -> int:
    return 2 if level >= 9 else 1 if level >= 7 else 0


def by_work(years: int) -> int:
    return min(years, 2)


def education_row(level: str) -> tuple[int, int]:
    return (13, 25) if level in ONE else (25, 50) if level in TWO else (0, 0)


def foreign_row(years: int) -> tuple[int, int]:
    return (25, 50) if years >= 3 else (13, 25) if years >= 1 else (0, 0)


@pytest.mark.parametrize("level", EDUCATION)
def test_each_cell_of_education_with_language(level):
    for clb in range(13):
        found = counted({**facts(worker__education_counted=level), **levels("worker.english", clb)})
        expected = lower_or_higher(education_row(level), by_language(clb))
        assert line(found, "education_language") == expected, clb


@pytest.mark.parametrize("level", EDUCATION)
def test_each_cell_of_education_with_work_in_canada(level):
    for years in range(11):
        found = counted(facts(worker__education_counted=level, worker__canadian_work_years=years))
        assert line(found, "education_work") == lower_or_higher(education_row(level), by_work(years)), years


@pytest.mark.parametrize("years", range(11))
def test_each_cell_of_work_abroad_with_language(years):
    for clb in range(13):
        found = counted({**facts(worker__foreign_work_years=years), **levels("worker.english", clb)})
        assert line(found, "foreign_work_language") == lower_or_higher(
            foreign_row(years), by_language(clb)
        ), clb


@pytest.mark.parametrize("years", range(11))
def test_each_cell_of_work_abroad_with_work_in_canada(years):
    for here in range(11):
        found = counted(facts(worker__foreign_work_years=years, worker__canadian_work_years=here))
        assert line(found, "foreign_work_work") == lower_or_higher(foreign_row(years), by_work(here)), here


def test_each_cell_of_the_trade_certificate():
    for clb in range(13):
        found = counted({**facts(worker__trade_certificate=True), **levels("worker.english", clb)})
        assert line(found, "certificate") == (50 if clb >= 7 else 25 if clb >= 5 else 0), clb
        none = counted({**facts(), **levels("worker.english", clb)})
        assert line(none, "certificate") == 0


@pytest.mark.parametrize("weak", ABILITIES)
def test_one_weak_ability_holds_the_transferability_down(weak):
    case = {
        **facts(worker__education_counted="master", worker__foreign_work_years=3, worker__trade_certificate=True),
        **levels("worker.english", 9),
    }  # fmt: skip
    for level, cells in ((8, (25, 25, 50)), (6, (0, 0, 25)), (4, (0, 0, 0))):
        found = counted({**case, f"worker.english.{weak}": level})
        assert (
            tuple(line(found, key) for key in ("education_language", "foreign_work_language", "certificate"))
            == cells
        )


def test_a_bachelor_alone_is_one_credential_and_never_gives_50():
    case = {
        **facts(worker__education_counted="bachelor", worker__canadian_work_years=5),
        **levels("worker.english", 10),
    }
    found = counted(case)
    assert (line(found, "education_language"), line(found, "education_work")) == (25, 25)
    assert line(counted(case | {"worker.education_counted": "two_or_more"}), "education_language") == 50


def test_each_block_is_capped_at_50_and_all_three_at_100():
    case = {
        **facts(worker__education_counted="doctoral", worker__canadian_work_years=2, worker__foreign_work_years=3,
                worker__trade_certificate=True), **levels("worker.english", 9),
    }  # fmt: skip
    found = counted(case)
    assert [line(found, key) for key in ("education_cap", "foreign_work_cap", "transferability_cap")] == [
        -50,
        -50,
        -50,
    ]
    assert total(found) == 150 + 4 * 31 + 53 + 100


# -------------------------------------------------------------------------------------------- D. by the day


@pytest.mark.parametrize(
    ("day", "senior", "other"),
    [
        ("2016-11-18", 600, 600), ("2016-11-19", 200, 50), ("2017-01-01", 200, 50), ("2025-03-24", 200, 50),
        ("2025-03-25", 0, 0), ("2026-06-01", 0, 0), ("2026-11-22", 0, 0),
    ],
)  # fmt: skip
def test_a_job_offer_gave_points_until_24_march_2025(day, senior, other):
    day = dt.date.fromisoformat(day)
    codes = ("0013", "2173") if day < dt.date(2022, 11, 16) else ("00012", "21231")
    for code, expected in zip(codes, (senior, other), strict=True):
        for kind in ("lmia_permit", "exempt_permit", "new_lmia_no_permit", "new_lmia_other_permit"):
            found = counted(facts(job__arranged_employment=kind, job__noc=code), day)
            assert line(found, "job_offer") == expected
        assert line(counted(facts(job__noc=code), day), "job_offer") == 0


@pytest.mark.parametrize(
    ("day", "short", "long"), [("2016-11-18", 0, 0), ("2016-11-19", 15, 30), ("2026-06-01", 15, 30)]
)
def test_studies_in_canada_give_points_since_19_november_2016(day, short, long):
    day = dt.date.fromisoformat(day)
    cells = {"none": 0, "one_or_two_years": short, "three_plus_years": long}
    for study, cell in cells.items():
        assert line(counted(facts(worker__canadian_study=study), day), "canadian_study") == cell


@pytest.mark.parametrize(("day", "points"), [("2017-06-05", 0), ("2017-06-06", 15), ("2026-06-01", 15)])
def test_a_sibling_gives_points_since_6_june_2017(day, points):
    assert (
        line(counted(facts(worker__sibling_in_canada=True), dt.date.fromisoformat(day)), "sibling") == points
    )


@pytest.mark.parametrize(
    ("day", "alone", "both"),
    [
        ("2017-06-05", 0, 0), ("2017-06-06", 15, 30), ("2020-10-19", 15, 30), ("2020-10-20", 25, 50), ("2026-06-01", 25, 50),
    ],
)  # fmt: skip
def test_french_gives_points_by_the_day_and_by_the_english_beside_it(day, alone, both):
    for clb, expected in ((0, alone), (4, alone), (5, both), (10, both)):
        case = {**facts(), **levels("worker.french", 7), **levels("worker.english", clb)}
        assert line(counted(case, dt.date.fromisoformat(day)), "french") == expected
    below = {**facts(), **levels("worker.french", 7, 7, 7, 6), **levels("worker.english", 10)}
    assert line(counted(below, dt.date.fromisoformat(day)), "french") == 0
    mixed = {**facts(), **levels("worker.french", 7), **levels("worker.english", 9, 9, 9, 4)}
    assert line(counted(mixed, dt.date.fromisoformat(day)), "french") == alone


def test_a_nomination_gives_600_and_the_additional_points_stop_there():
    found = counted(
        facts(
            worker__enhanced_nomination=True,
            worker__sibling_in_canada=True,
            worker__canadian_study="three_plus_years",
        )
    )
    assert line(found, "nomination") == 600
    assert line(found, "additional_cap") == -45
    assert total(found) == 600


# --------------------------------------------------------------------------------------------------- the whole


def best(*, spouse: bool) -> dict[str, object]:
    case = facts(
        spouse=spouse, worker__age=25, worker__education_counted="doctoral", worker__canadian_work_years=5,
        worker__foreign_work_years=5, worker__trade_certificate=True, worker__enhanced_nomination=True,
        worker__sibling_in_canada=True, worker__canadian_study="three_plus_years",
    )  # fmt: skip
    case |= {**levels("worker.english", 10), **levels("worker.french", 10)}
    if spouse:
        case |= {
            "spouse.education_counted": "doctoral",
            "spouse.canadian_work_years": 5,
            **levels("spouse.english", 10),
        }
    return case


def group(found, name):
    return sum(each.points.lo for each in found.lines if each.line.group.startswith(name))


def test_the_check_sums_of_the_grid():
    alone, two = counted(best(spouse=False)), counted(best(spouse=True))
    assert 110 + 150 + 136 + 24 + 80 == group(alone, "A") == 500
    assert 100 + 140 + 128 + 22 + 70 == group(two, "A") == 460
    assert group(two, "B") == 40
    assert group(alone, "C") == group(two, "C") == 100
    assert group(alone, "D") == group(two, "D") == 600
    assert total(alone) == total(two) == alone.maximum == two.maximum == 1200


def test_the_most_of_each_line_is_the_maximum_of_its_table():
    lines = {each.line.key: each.of for each in counted(facts()).lines}
    assert [lines[key] for key in ("age", "education", "canadian_work", "first_language_reading")] == [
        110,
        150,
        80,
        34,
    ]
    lines = {each.line.key: each.of for each in counted(facts(spouse=True)).lines}
    assert [lines[key] for key in ("age", "education", "canadian_work", "first_language_reading")] == [
        100,
        140,
        70,
        32,
    ]
    assert [
        lines[key] for key in ("spouse_education", "spouse_language_reading", "spouse_canadian_work")
    ] == [10, 5, 10]
    assert lines["nomination"] == 600
    assert lines["job_offer"] == 0


def test_whether_a_spouse_counts_is_asked_once_so_that_bounds_stay_tight():
    with_, without = counted(best(spouse=True)), counted(best(spouse=False))
    unsaid = {name: value for name, value in best(spouse=True).items() if name != "spouse.accompanying"}
    found = counted(unsaid)
    assert (found.total.lo, found.total.hi) == (total(with_), total(without)) == (1200, 1200)
    young = {**facts(spouse=True, worker__age=30, worker__education_counted="master")}
    del young["spouse.citizen_or_permanent_resident"]
    found = counted(young)
    assert (found.total.lo, found.total.hi) == (95 + 126, 105 + 135)
    assert found.missing == ("spouse.citizen_or_permanent_resident",)


def test_the_change_of_november_2026_is_named_and_not_guessed():
    eve, day = (
        counted(facts(worker__age=30), dt.date(2026, 11, 2)),
        counted(facts(worker__age=30), dt.date(2026, 11, 3)),
    )
    assert eve.complete
    assert not eve.not_encoded
    assert not day.complete
    assert "high wage" in day.not_encoded[0]
    assert total(eve) == total(day) == 105
    assert (eve.confidence, day.confidence) != ("unverified", "official")
    assert day.confidence == "unverified"


def test_one_cap_bites_at_a_time_and_the_lines_still_add_up():
    for make in (partial(best, spouse=True), partial(best, spouse=False)):
        found = counted(make())
        assert sum(each.points.lo for each in found.lines) == total(found)


def test_there_was_no_such_system_before_2015():
    from landed.errors import UnansweredError

    with pytest.raises(UnansweredError, match="not in force on 2014-12-31"):
        counted(facts(), dt.date(2014, 12, 31))
    assert system("crs").system == "crs"
