"""Alberta's points for expressions of interest, cell by cell from the grid of 7 August 2025."""

import pytest

GRID = "2025-08-07"


@pytest.fixture
def alberta(line):
    return lambda key, facts: line("alberta", "aaip", GRID, key, facts)


@pytest.mark.parametrize(
    ("level", "trade", "expected"),
    [("doctoral", False, 12), ("master", False, 10), ("bachelor", False, 7), ("two_or_more", False, 7),
     ("two_year", False, 4), ("one_year", False, 4), ("secondary", True, 7), ("two_year", True, 7), ("master", True, 10),
     ("secondary", False, 0)],
)  # fmt: skip
def test_education_or_a_trade(alberta, level, trade, expected):
    assert (
        alberta("education", {"worker.education_level": level, "worker.trade_certificate": trade}) == expected
    )


@pytest.mark.parametrize(("place", "expected"), [("AB", 10), ("BC", 6), ("QC", 6), ("YT", 6), ("abroad", 0)])
def test_where_the_education_was_completed(alberta, place, expected):
    assert alberta("education_place", {"worker.education_province": place}) == expected


@pytest.mark.parametrize(
    ("english", "french", "expected"),
    [(10, 0, 10), (6, 0, 10), (5, 0, 8), (4, 0, 5), (3, 0, 0), (0, 6, 8), (0, 5, 5), (0, 4, 3), (0, 3, 0), (4, 6, 8), (5, 6, 8),
     (6, 6, 10), (4, 4, 5)],
)  # fmt: skip
def test_the_better_of_the_two_languages_counts(alberta, english, french, expected):
    assert alberta("language", {"worker.english.clb": english, "worker.french.clb": french}) == expected


def test_both_languages(line, score):
    facts = {"worker.english.clb": 9, "worker.french": "none"}
    assert line("alberta", "aaip", GRID, "both_languages", facts) == 0
    both = {"worker.english.clb": 9, "worker.french.clb": 7}
    assert score("alberta", "aaip", GRID, both)["both_languages"] == (0, 3)


@pytest.mark.parametrize(("months", "expected"), [(0, 3), (5, 3), (6, 7), (11, 7), (12, 11), (120, 11)])
def test_experience(alberta, months, expected):
    assert alberta("experience", {"worker.work_months": months}) == expected


@pytest.mark.parametrize(
    ("there", "canada", "expected"), [(6, 6, 10), (5, 5, 0), (0, 6, 6), (5, 11, 6), (24, 24, 10), (0, 0, 0)]
)
def test_experience_in_alberta_or_elsewhere_in_canada(alberta, there, canada, expected):
    facts = {"worker.province_work_months": there, "worker.canada_work_months": canada}
    assert alberta("canadian_experience", facts) == expected


@pytest.mark.parametrize(
    ("age", "expected"), [(17, 0), (18, 3), (20, 3), (21, 5), (34, 5), (35, 4), (49, 4), (50, 3), (64, 3)]
)
def test_age(alberta, age, expected):
    assert alberta("age", {"worker.age": age}) == expected


@pytest.mark.parametrize(
    ("key", "fact", "expected"),
    [
        ("family", "worker.relative_in_province", 8),
        ("offer", "job.permanent_full_time", 10),
        ("sector", "job.alberta_priority_sector", 6),
        ("outside_cities", "job.outside_calgary_and_edmonton", 5),
        ("licensed", "worker.regulated_and_licensed", 10),
    ],
)
def test_what_is_held_or_not(alberta, key, fact, expected):
    assert alberta(key, {fact: True}) == expected
    assert alberta(key, {fact: False}) == 0


def test_a_job_in_calgary_is_not_outside_it(alberta):
    assert alberta("outside_cities", {"job.city": "Calgary"}) == 0
    assert alberta("outside_cities", {"job.city": "Red Deer"}) == 5


def test_sixty_nine_and_thirty_one(score):
    found = score("alberta", "aaip", GRID, {
        "worker.education_level": "doctoral", "worker.trade_certificate": False, "worker.education_province": "AB",
        "worker.english.clb": 9, "worker.french": "none", "worker.work_months": 12, "worker.province_work_months": 6,
        "worker.canada_work_months": 6, "worker.age": 30, "worker.relative_in_province": True,
        "job.permanent_full_time": True, "job.alberta_priority_sector": True, "job.city": "Red Deer",
        "job.outside_calgary_and_edmonton": True, "worker.regulated_and_licensed": True,
    })  # fmt: skip
    assert found["maximum"] == (100, 100)
    assert found["total"] == (97, 97)  # all but three for both languages
    person = (
        "education",
        "education_place",
        "language",
        "both_languages",
        "experience",
        "canadian_experience",
        "age",
        "family",
    )
    assert sum(found[key][1] for key in person) == 69 - 3


def test_the_grid_before_was_not_seen(score):
    found = score("alberta", "aaip", "2025-08-06", {"worker.age": 30})
    assert found["age"][0] == 0
    assert found["age"][1] >= 5
