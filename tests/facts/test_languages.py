"""Every cell of the language tables, as IRCC's page of 2026-06-22 gives them."""

import pytest

from landed.expr.values import Span
from landed.facts._declare import ABILITIES
from landed.facts.languages import TESTS, level, scales, tongue_of

# level: the least and the greatest score of listening, reading, writing, speaking
IELTS = {
    10: [(8.5, 9), (8.0, 9), (7.5, 9), (7.5, 9)],
    9: [(8.0, 8.0), (7.0, 7.5), (7.0, 7.0), (7.0, 7.0)],
    8: [(7.5, 7.5), (6.5, 6.5), (6.5, 6.5), (6.5, 6.5)],
    7: [(6.0, 7.0), (6.0, 6.0), (6.0, 6.0), (6.0, 6.0)],
    6: [(5.5, 5.5), (5.0, 5.5), (5.5, 5.5), (5.5, 5.5)],
    5: [(5.0, 5.0), (4.0, 4.5), (5.0, 5.0), (5.0, 5.0)],
    4: [(4.5, 4.5), (3.5, 3.5), (4.0, 4.5), (4.0, 4.5)],
}
CELPIP = {10: [(10, 12)] * 4, **{n: [(n, n)] * 4 for n in range(4, 10)}}
PTE = {
    10: [(89, 90), (88, 90), (90, 90), (89, 90)],
    9: [(82, 88), (78, 87), (88, 89), (84, 88)],
    8: [(71, 81), (69, 77), (79, 87), (76, 83)],
    7: [(60, 70), (60, 68), (69, 78), (68, 75)],
    6: [(50, 59), (51, 59), (60, 68), (59, 67)],
    5: [(39, 49), (42, 50), (51, 59), (51, 58)],
    4: [(28, 38), (33, 41), (41, 50), (42, 50)],
    3: [(18, 27), (24, 32), (32, 40), (34, 41)],
}
TEF = {
    10: [(316, 360), (263, 300), (393, 450), (393, 450)],
    9: [(298, 315), (248, 262), (371, 392), (371, 392)],
    8: [(280, 297), (233, 247), (349, 370), (349, 370)],
    7: [(249, 279), (207, 232), (310, 348), (310, 348)],
    6: [(217, 248), (181, 206), (271, 309), (271, 309)],
    5: [(181, 216), (151, 180), (226, 270), (226, 270)],
    4: [(145, 180), (121, 150), (181, 225), (181, 225)],
}
TCF = {
    10: [(549, 699), (549, 699), (16, 20), (16, 20)],
    9: [(523, 548), (524, 548), (14, 15), (14, 15)],
    8: [(503, 522), (499, 523), (12, 13), (12, 13)],
    7: [(458, 502), (453, 498), (10, 11), (10, 11)],
    6: [(398, 457), (406, 452), (7, 9), (7, 9)],
    5: [(369, 397), (375, 405), (6, 6), (6, 6)],
    4: [(331, 368), (342, 374), (4, 5), (4, 5)],
}
TABLES = {
    "ielts_general": IELTS,
    "celpip_general": CELPIP,
    "pte_core": PTE,
    "tef_canada": TEF,
    "tcf_canada": TCF,
}
CELLS = [
    (test, part, score, Span(reached, 12 if reached == 10 else reached))
    for test, table in TABLES.items()
    for reached, row in table.items()
    for part, ends in zip(ABILITIES, row, strict=True)
    for score in ends
]


@pytest.mark.parametrize(("test", "part", "score", "expected"), CELLS)
def test_the_ends_of_each_cell_are_in_its_level(test, part, score, expected):
    assert level(test, part, score) == expected


@pytest.mark.parametrize(("test", "table"), TABLES.items())
def test_a_score_below_the_table_is_below_its_lowest_level(test, table):
    lowest = min(table)
    for part, (least, _) in zip(ABILITIES, table[lowest], strict=True):
        step = 0.5 if test == "ielts_general" else 1
        assert level(test, part, least - step) == Span(0, lowest - 1)


@pytest.mark.parametrize("test", TESTS)
def test_a_better_score_never_shows_a_lower_level(test):
    for part in ABILITIES:
        scale = scales()[test, part]
        scores = [steps / 100 for steps in range(scale.lowest, scale.highest + 1, scale.step)]
        levels = [level(test, part, score).lo for score in scores]
        assert levels == sorted(levels)


def test_every_test_is_of_one_language():
    assert {test: tongue_of(test) for test in TESTS} == {
        "ielts_general": "english",
        "celpip_general": "english",
        "pte_core": "english",
        "tef_canada": "french",
        "tcf_canada": "french",
    }
