"""Quebec's points for skilled workers, cell by cell; with and without a spouse who comes along."""

import pytest

ORDER = "2025-07-02"
ALONE = {"spouse": "none", "worker.family": "single"}
COUPLE = {"worker.family": "married", "spouse.accompanying": True}


@pytest.fixture
def quebec(line):
    return lambda key, facts: line("quebec", "pstq", ORDER, key, facts)


@pytest.mark.parametrize(
    ("level", "alone", "couple"),
    [(0, 0, 0), (4, 0, 0), (5, 38, 30), (6, 38, 30), (7, 44, 35), (8, 44, 35), (9, 50, 40), (12, 50, 40)],
)
@pytest.mark.parametrize("ability", ["listening", "reading", "writing", "speaking"])
def test_french(quebec, ability, level, alone, couple):
    facts = {f"worker.french.{ability}": level}
    assert quebec(f"french_{ability}", ALONE | facts) == alone
    assert quebec(f"french_{ability}", COUPLE | facts) == couple


AGES = [
    (17, 0, 0), (18, 110, 90), (19, 110, 90), (20, 120, 100), (30, 120, 100), (31, 110, 95), (32, 100, 90), (33, 90, 81),
    (34, 80, 72), (35, 75, 68), (36, 70, 63), (37, 65, 59), (38, 60, 54), (39, 55, 50), (40, 50, 45), (41, 40, 36),
    (42, 30, 27), (43, 20, 18), (44, 10, 9), (45, 0, 0), (60, 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(("age", "alone", "couple"), AGES)
def test_age(quebec, age, alone, couple):
    assert quebec("age", ALONE | {"worker.age": age}) == alone
    assert quebec("age", COUPLE | {"worker.age": age}) == couple


@pytest.mark.parametrize(
    ("months", "alone", "couple"),
    [
        (11, 0, 0),
        (12, 20, 15),
        (23, 20, 15),
        (24, 40, 30),
        (35, 40, 30),
        (36, 50, 35),
        (47, 50, 35),
        (48, 70, 50),
        (60, 70, 50),
    ],
)
def test_work(quebec, months, alone, couple):
    assert quebec("work", ALONE | {"worker.work_months_in_five_years": months}) == alone
    assert quebec("work", COUPLE | {"worker.work_months_in_five_years": months}) == couple


# diploma: alone, with a spouse, from Quebec, the spouse's, the spouse's from Quebec
DIPLOMAS = {
    "none": (0, 0, 0, 0, 0),
    "secondary": (13, 11, 20, 2, 3),
    "vocational_600": (13, 11, 20, 2, 3),
    "vocational_900": (26, 22, 40, 4, 6),
    "college_general": (39, 33, 60, 6, 9),
    "technical_900": (52, 44, 80, 8, 12),
    "technical_3_years": (78, 66, 120, 12, 18),
    "first_cycle_1_year": (78, 66, 120, 12, 18),
    "first_cycle_2_years": (91, 77, 140, 14, 21),
    "first_cycle_3_years": (104, 88, 160, 16, 24),
    "first_cycle_5_years": (110, 93, 170, 17, 25),
    "second_cycle_1_year": (110, 93, 170, 17, 25),
    "second_cycle_2_years": (117, 99, 180, 18, 27),
    "medical_2_years": (130, 110, 200, 20, 30),
    "doctorate": (130, 110, 200, 20, 30),
}


@pytest.mark.parametrize("diploma", DIPLOMAS)
def test_diplomas(quebec, diploma):
    alone, couple, here, spouse, spouse_here = DIPLOMAS[diploma]
    assert quebec("education", ALONE | {"worker.quebec.diploma_level": diploma}) == alone
    assert quebec("education", COUPLE | {"worker.quebec.diploma_level": diploma}) == couple
    assert quebec("quebec_diploma", {"worker.quebec.quebec_diploma": diploma}) == here
    assert quebec("spouse_education", COUPLE | {"spouse.quebec.diploma_level": diploma}) == spouse
    assert quebec("spouse_quebec_diploma", COUPLE | {"spouse.quebec.quebec_diploma": diploma}) == spouse_here


@pytest.mark.parametrize(
    ("diagnosis", "points"),
    [("balanced", (0, 5, 10, 15, 25)), ("slight_shortage", (0, 70, 80, 90, 100)), ("shortage", (0, 90, 100, 110, 120)),
     ("none", (0, 0, 0, 0, 0))],
)  # fmt: skip
def test_the_labor_diagnosis(quebec, diagnosis, points):
    for months, expected in zip((11, 12, 24, 36, 48), points, strict=True):
        facts = {"worker.quebec.diagnosis": diagnosis, "worker.quebec.main_occupation_months": months}
        assert quebec("diagnosis", facts) == expected


@pytest.mark.parametrize(
    ("key", "fact", "points"),
    [
        ("work_in_quebec", "worker.quebec.work_months", {11: 0, 12: 40, 23: 40, 24: 80, 36: 120, 48: 160}),
        ("residence_outside_montreal", "worker.quebec.residence_months_outside",
         {5: 0, 6: 6, 11: 6, 12: 16, 24: 24, 36: 32, 48: 40}),
        ("work_outside_montreal", "worker.quebec.work_months_outside",
         {5: 0, 6: 9, 11: 9, 12: 24, 24: 36, 36: 48, 48: 60}),
        ("study_outside_montreal", "worker.quebec.study_months_outside",
         {5: 0, 6: 3, 11: 3, 12: 8, 24: 12, 36: 16, 48: 20}),
    ],
)  # fmt: skip
def test_months_in_quebec(quebec, key, fact, points):
    assert {months: quebec(key, {fact: months}) for months in points} == points


@pytest.mark.parametrize(("offer", "expected"), [("none", 0), ("inside", 30), ("outside", 50)])
def test_a_validated_offer(quebec, offer, expected):
    assert quebec("validated_offer", {"worker.quebec.validated_offer": offer}) == expected


@pytest.mark.parametrize(("held", "expected"), [(True, 50), (False, 0)])
def test_a_licence(quebec, held, expected):
    assert quebec("licence", {"worker.quebec.licensed": held}) == expected


@pytest.mark.parametrize(
    ("stay", "points"),
    [("ended", {5: 0, 6: 1, 12: 3, 24: 5, 36: 8, 48: 10}), ("ongoing", {5: 0, 6: 5, 12: 12, 24: 18, 36: 24, 48: 30}),
     ("none", {48: 0})],
)  # fmt: skip
def test_a_study_stay(quebec, stay, points):
    found = {
        months: quebec(
            "study_stay", {"worker.quebec.study_stay": stay, "worker.quebec.study_stay_months": months}
        )
        for months in points
    }
    assert found == points


@pytest.mark.parametrize(
    ("own", "of_spouse", "expected"),
    [(True, False, 10), (False, True, 5), (True, True, 10), (False, False, 0)],
)
def test_family_gives_ten_at_most(quebec, own, of_spouse, expected):
    facts = {"worker.quebec.family_of_worker": own, "spouse.quebec.family": of_spouse}
    assert quebec("family", COUPLE | facts) == expected


@pytest.mark.parametrize(
    ("level", "expected"), [(3, 0), (4, 4), (5, 6), (6, 6), (7, 8), (8, 8), (9, 10), (12, 10)]
)
@pytest.mark.parametrize("ability", ["listening", "reading", "writing", "speaking"])
def test_french_of_the_spouse(quebec, ability, level, expected):
    assert quebec(f"spouse_french_{ability}", COUPLE | {f"spouse.french.{ability}": level}) == expected


@pytest.mark.parametrize(
    ("age", "expected"),
    [(16, 18), (19, 18), (20, 20), (30, 20), (31, 18), (32, 17), (33, 16), (34, 15), (35, 14), (36, 12), (37, 10), (38, 8),
     (39, 7), (40, 6), (41, 5), (42, 4), (43, 3), (44, 2), (45, 0)],
)  # fmt: skip
def test_age_of_the_spouse(quebec, age, expected):
    assert quebec("spouse_age", COUPLE | {"spouse.age": age}) == expected


@pytest.mark.parametrize(("months", "expected"), [(5, 0), (6, 5), (12, 10), (24, 15), (36, 23), (48, 30)])
def test_work_of_the_spouse(quebec, months, expected):
    assert quebec("spouse_work", COUPLE | {"spouse.quebec.work_months": months}) == expected


def test_1260_can_be_reached_alone_and_1300_with_a_spouse(score):
    assert score("quebec", "pstq", ORDER, ALONE)["maximum"] == (1260, 1260)
    assert score("quebec", "pstq", ORDER, COUPLE)["maximum"] == (1300, 1300)


def test_the_lines_of_a_spouse_give_nothing_to_a_person_alone(score):
    found = score("quebec", "pstq", ORDER, ALONE)
    assert all(found[key] == (0, 0) for key in found if key.startswith("spouse_"))


def test_a_general_level_of_education_leaves_the_rungs_it_may_be(score):
    found = score("quebec", "pstq", ORDER, ALONE | {"worker.education_level": "bachelor"})
    assert found["education"] == (78, 110)
