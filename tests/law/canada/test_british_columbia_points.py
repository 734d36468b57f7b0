"""The registration score of British Columbia, cell by cell from the guide of 10 June 2026."""

import pytest

GUIDE = "2026-06-10"


@pytest.fixture
def bc(line):
    return lambda key, facts, on=GUIDE: line("british_columbia", "bc_sirs", on, key, facts)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, 0),
        (1, 1),
        (11, 1),
        (12, 4),
        (23, 4),
        (24, 8),
        (35, 8),
        (36, 12),
        (47, 12),
        (48, 16),
        (59, 16),
        (60, 20),
        (120, 20),
    ],
)
def test_experience_counts_in_full_years(bc, months, expected):
    facts = {"worker.related_work_months": months, "worker.any_related_work": months > 0}
    assert bc("experience", facts) == expected


def test_less_than_a_month_of_experience_is_less_than_a_year(bc):
    assert bc("experience", {"worker.related_work_months": 0, "worker.any_related_work": True}) == 1


@pytest.mark.parametrize(("months", "expected"), [(0, 0), (11, 0), (12, 10), (60, 10)])
def test_a_year_of_it_in_canada(bc, months, expected):
    assert bc("experience_in_canada", {"worker.related_work_months_in_canada": months}) == expected


@pytest.mark.parametrize(("there", "expected"), [(True, 10), (False, 0)])
def test_working_for_the_employer_now(bc, there, expected):
    assert bc("works_there", {"worker.works_in_offered_job": there}) == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [("none", 0), ("secondary", 0), ("one_year", 5), ("two_year", 5), ("bachelor", 15), ("two_or_more", 15), ("master", 22),
     ("doctoral", 27)],
)  # fmt: skip
def test_education(bc, level, expected):
    assert bc("education", {"worker.education_level": level}) == expected


def test_where_a_professional_degree_stands_was_not_seen(score):
    found = score("british_columbia", "bc_sirs", GUIDE, {"worker.education_level": "professional"})
    assert found["education"] == (0, 27)


@pytest.mark.parametrize(
    ("provinces", "expected"), [([], 0), (["BC"], 8), (["ON"], 6), (["BC", "ON"], 8), (["QC", "AB"], 6)]
)
def test_studies_in_canada(bc, provinces, expected):
    assert bc("studied_in_canada", {"worker.study_provinces": provinces}) == expected


@pytest.mark.parametrize(("held", "expected"), [(True, 5), (False, 0)])
def test_a_professional_designation(bc, held, expected):
    assert bc("designation", {"worker.bc_professional_designation": held}) == expected


@pytest.mark.parametrize(
    ("clb", "expected"),
    [(0, 0), (3, 0), (4, 5), (5, 10), (6, 15), (7, 20), (8, 25), (9, 30), (10, 30), (12, 30)],
)
def test_language(bc, clb, expected):
    assert bc("language", {"worker.english.clb": clb, "worker.french": "none"}) == expected
    assert bc("language", {"worker.french.clb": clb, "worker.english": "none"}) == expected


def test_one_language_alone_gives_nothing_for_both(bc):
    assert bc("both_languages", {"worker.english.clb": 10, "worker.french": "none"}) == 0


def test_the_level_of_the_second_language_was_not_seen(score):
    found = score("british_columbia", "bc_sirs", GUIDE, {"worker.english.clb": 9, "worker.french.clb": 7})
    assert found["both_languages"] == (0, 10)


@pytest.mark.parametrize(
    ("wage", "expected"),
    [
        (15.99, 0),
        (16, 1),
        (16.99, 1),
        *((dollars, dollars - 15) for dollars in range(17, 71)),
        (69.99, 54),
        (70.01, 55),
        (250, 55),
    ],
)
def test_the_wage_gives_its_whole_dollars_less_fifteen(bc, wage, expected):
    assert bc("wage", {"job.hourly_wage": wage}) == expected


@pytest.mark.parametrize(
    ("city", "expected"),
    [("Vancouver", 0), ("Surrey", 0), ("Squamish", 5), ("Abbotsford", 5), ("Agassiz", 5), ("Mission", 5), ("Chilliwack", 5),
     ("Kelowna", 15), ("Victoria", 15)],
)  # fmt: skip
def test_the_area(bc, city, expected):
    assert bc("area", {"job.city": city}) == expected


def test_a_town_that_is_not_known_leaves_the_area_open(score):
    assert score("british_columbia", "bc_sirs", GUIDE, {"job.city": "Atlin"})["area"] == (0, 15)


@pytest.mark.parametrize(("held", "expected"), [(True, 10), (False, 0)])
def test_regional_experience(bc, held, expected):
    assert bc("regional", {"worker.bc_regional_experience_or_study": held, "job.city": "Kelowna"}) == expected


ALL = {
    "worker.related_work_months": 60, "worker.related_work_months_in_canada": 12, "worker.works_in_offered_job": True,
    "worker.education_level": "doctoral", "worker.study_provinces": ["BC"], "worker.bc_professional_designation": True,
    "worker.english.clb": 9, "worker.french": "none", "job.hourly_wage": 70, "job.city": "Kelowna",
    "worker.bc_regional_experience_or_study": True,
}  # fmt: skip


def test_the_parts_add_up_to_two_hundred(score):
    found = score("british_columbia", "bc_sirs", GUIDE, ALL)
    assert found["maximum"] == (200, 200)
    assert found["total"] == (190, 190)  # all but ten for both languages
    parts = {
        "experience": 40 - 20, "experience_in_canada": 10, "works_there": 10, "education": 27, "studied_in_canada": 8,
        "designation": 5, "language": 30, "wage": 55, "area": 15, "regional": 10, "both_languages": 0, "skill_level": 0,
    }  # fmt: skip
    assert {key: found[key][0] for key in parts} == parts


def test_the_division_of_today_began_on_16_november_2022(score):
    assert score("british_columbia", "bc_sirs", "2022-11-16", ALL)["total"] == (190, 190)
    before = score("british_columbia", "bc_sirs", "2022-11-15", ALL)
    assert before["maximum"] == (200, 200)
    assert before["total"] == (0, 200)
    assert before["experience"] == before["education"] == (0, 25)
    assert before["language"] == (0, 30)
    assert before["wage"] == (0, 50)
    assert before["area"] == (0, 10)
    assert before["skill_level"] == (0, 60)
