"""Ontario's grids, cell by cell from the pages of the province."""

import pytest

NEW, OLD = "2026-06-25", "2026-06-24"
GRIDS = {"oinp": NEW, "oinp_foreign_worker": OLD, "oinp_student": OLD}


@pytest.fixture
def ontario(line):
    return lambda grid, key, facts: line("ontario", grid, GRIDS[grid], key, facts)


def both_old(rows):
    return [(grid, *row) for grid in ("oinp_foreign_worker", "oinp_student") for row in rows]


def cells(new, old):
    return [*(("oinp", *row) for row in new), *both_old(old)]


@pytest.mark.parametrize(
    ("grid", "teer", "expected"),
    cells(
        [(0, 9), (1, 9), (2, 6), (3, 6), (4, 0), (5, 0)], [(0, 10), (1, 10), (2, 8), (3, 8), (4, 0), (5, 0)]
    ),
)
def test_teer(ontario, grid, teer, expected):
    assert ontario(grid, "teer", {"job.teer": teer}) == expected


@pytest.mark.parametrize(
    ("grid", "category", "expected"),
    cells(
        [("0", 4), ("1", 4), ("2", 6), ("3", 10), ("4", 4), ("5", 2), ("6", 2), ("7", 8), ("8", 4), ("9", 4)],
        [
            ("0", 10),
            ("1", 5),
            ("2", 10),
            ("3", 10),
            ("4", 4),
            ("5", 3),
            ("6", 3),
            ("7", 7),
            ("8", 4),
            ("9", 5),
        ],
    ),
)
def test_broad_category(ontario, grid, category, expected):
    assert ontario(grid, "category", {"job.noc_category": category}) == expected


def test_the_broad_category_is_the_first_digit_of_the_code(ontario):
    assert ontario("oinp", "category", {"job.noc": "21231"}) == 6
    assert ontario("oinp_foreign_worker", "category", {"job.noc": "20012"}) == 10


@pytest.mark.parametrize(
    ("grid", "wage", "expected"),
    cells(
        [
            (19.99, 0),
            (20, 5),
            (24.99, 5),
            (25, 8),
            (29.99, 8),
            (30, 10),
            (34.99, 10),
            (35, 12),
            (39.99, 12),
            (40, 15),
            (90, 15),
        ],
        [
            (19.99, 0),
            (20, 5),
            (24.99, 5),
            (25, 6),
            (29.99, 6),
            (30, 7),
            (34.99, 7),
            (35, 8),
            (39.99, 8),
            (40, 10),
            (90, 10),
        ],
    ),
)
def test_wage(ontario, grid, wage, expected):
    assert ontario(grid, "wage", {"job.hourly_wage": wage}) == expected


@pytest.mark.parametrize(
    ("grid", "months", "expected"),
    cells([(5, 0), (6, 12), (12, 12), (13, 15), (24, 15), (25, 18)], [(5, 0), (6, 3), (25, 3)]),
)
def test_months_in_the_job(ontario, grid, months, expected):
    assert ontario(grid, "months_in_job", {"worker.months_in_offered_job": months}) == expected


@pytest.mark.parametrize(
    ("grid", "earnings", "expected"),
    cells(
        [(29999, 0), (30000, 4), (49999, 4), (50000, 6), (69999, 6), (70000, 8)],
        [(39999, 0), (40000, 3), (90000, 3)],
    ),
)
def test_earnings(ontario, grid, earnings, expected):
    assert ontario(grid, "earnings", {"worker.canadian_yearly_earnings": earnings}) == expected


@pytest.mark.parametrize(
    ("grid", "permit", "expected"),
    cells([("work", 10), ("study", 5), ("none", 0)], [("work", 10), ("study", 10), ("none", 0)]),
)
def test_permit(ontario, grid, permit, expected):
    assert ontario(grid, "permit", {"worker.canada.permit_kind": permit}) == expected


@pytest.mark.parametrize(
    ("grid", "clb", "expected"),
    cells([(5, 0), (6, 4), (7, 8), (8, 12), (9, 15), (12, 15)], [(6, 0), (7, 4), (8, 6), (9, 10), (12, 10)]),
)
def test_language(ontario, grid, clb, expected):
    assert ontario(grid, "language", {"worker.english.clb": clb, "worker.french": "none"}) == expected


@pytest.mark.parametrize(
    ("grid", "english", "french", "expected"),
    both_old([(7, 6, 10), (6, 7, 10), (6, 6, 5), (7, 5, 5), (9, 0, 5), (0, 0, 0)]),
)
def test_two_languages_under_the_former_grids(ontario, grid, english, french, expected):
    assert (
        ontario(grid, "languages", {"worker.english.clb": english, "worker.french.clb": french}) == expected
    )


def test_the_levels_behind_two_languages_in_the_new_grid_were_not_seen(score, ontario):
    assert ontario("oinp", "languages", {"worker.english.clb": 9, "worker.french": "none"}) == 5
    found = score("ontario", "oinp", NEW, {"worker.english.clb": 9, "worker.french.clb": 7})
    assert found["languages"] == (5, 10)


@pytest.mark.parametrize(
    ("grid", "city", "expected"),
    cells(
        [("Sudbury", 15), ("Ottawa", 10), ("Mississauga", 5), ("Toronto", 0)],
        [("Sudbury", 10), ("Ottawa", 8), ("Mississauga", 3), ("Toronto", 0)],
    ),
)
def test_place_of_the_job(ontario, grid, city, expected):
    assert ontario(grid, "area", {"job.city": city}) == expected


@pytest.mark.parametrize("grid", ["oinp", "oinp_student"])
@pytest.mark.parametrize(
    ("level", "expected"),
    [("doctoral", 10), ("master", 8), ("bachelor", 6), ("two_or_more", 6), ("two_year", 5), ("one_year", 5), ("secondary", 0),
     ("none", 0)],
)  # fmt: skip
def test_education(ontario, grid, level, expected):
    assert ontario(grid, "education", {"worker.education_level": level}) == expected


@pytest.mark.parametrize("grid", ["oinp", "oinp_student"])
@pytest.mark.parametrize(("number", "expected"), [(0, 0), (1, 5), (2, 10), (4, 10)])
def test_diplomas_from_canada(ontario, grid, number, expected):
    assert ontario(grid, "canadian_credentials", {"worker.canadian_credentials": number}) == expected


@pytest.mark.parametrize(
    ("field", "expected"), [("stem_health_trades", 12), ("business_social", 6), ("arts", 0)]
)
def test_field_of_study(ontario, field, expected):
    assert ontario("oinp_student", "field", {"worker.education_field_group": field}) == expected


@pytest.mark.parametrize(
    ("place", "expected"), [("north", 10), ("elsewhere", 8), ("rest_of_gta", 3), ("toronto", 0)]
)
def test_place_of_study(ontario, place, expected):
    assert ontario("oinp_student", "study_area", {"worker.study_ontario_area": place}) == expected


@pytest.mark.parametrize(
    ("grid", "most"),
    [
        ("oinp", 130),
        ("oinp_foreign_worker", 10 + 10 + 10 + 10 + 3 + 3 + 10 + 10 + 10),
        ("oinp_student", 76 + 10 + 10 + 12 + 10),
    ],
)
def test_the_maxima_add_up(score, grid, most):
    assert score("ontario", grid, GRIDS[grid], {})["maximum"] == (most, most)
