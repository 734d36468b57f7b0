"""Saskatchewan's general grid, as far as it is known."""

import pytest

SEEN = "2026-06-20"


@pytest.fixture
def sinp(score):
    return lambda facts: score("saskatchewan", "sinp", SEEN, facts)


@pytest.mark.parametrize(
    ("age", "expected"),
    [(17, 0), (18, 8), (21, 8), (22, 12), (34, 12), (35, 10), (45, 10), (46, 8), (50, 8), (51, 0)],
)
def test_age(sinp, age, expected):
    assert sinp({"worker.age": age})["age"] == (expected, expected)


@pytest.mark.parametrize(
    ("clb", "expected"), [(3, (0, 0)), (4, (12, 12)), (5, (0, 20)), (8, (20, 20)), (10, (20, 20))]
)
def test_language_is_known_at_its_ends(sinp, clb, expected):
    assert sinp({"worker.english.clb": clb, "worker.french": "none"})["language"] == expected


def test_a_job_offer_gives_all_that_connections_can(sinp):
    facts = {
        "job.permanent_full_time": True,
        "worker.province_work_months": 24,
        "worker.study_provinces": ["SK"],
    }
    assert sinp(facts)["connection"] == (30, 30)


def test_without_an_offer_a_relative_may_still_give_points(sinp):
    facts = {
        "job.permanent_full_time": False,
        "worker.province_work_months": 0,
        "worker.study_provinces": ["SK"],
    }
    assert sinp(facts)["connection"] == (5, 25)


def test_the_parts_add_up_to_110(sinp):
    assert sinp({})["maximum"] == (110, 110)
