"""The Global Talent Occupations List and its floors, every code on both sides of each day, typed from the sources."""

import pytest

from landed.expr.dated import Absent
from landed.facts import job
from landed.law.canada.global_talent_stream import rules as stream
from tests.law.reading import TODAY, dated, rows, stretches, truth

# x: the whole group; p: a part of it; -: not on the list. The list of 2018 was taken beside the new one to 2019-08-04.
LIST_2016 = """
code | 2017-06-12 | 2018-06-12 | 2019-07-05 | 2019-08-05
0211 | - | x | x | -
0212 | - | x | x | -
0213 | x | x | x | x
2131 | - | - | - | -
2133 | - | - | - | -
2143 | - | - | - | -
2146 | - | - | - | -
2147 | x | x | x | x
2161 | - | p | p | p
2171 | x | x | x | x
2172 | x | x | x | x
2173 | x | x | x | x
2174 | x | x | x | x
2175 | x | x | x | x
2241 | x | - | - | -
2281 | - | - | x | x
2283 | x | x | x | x
5131 | p | p | p | p
5241 | p | p | p | p
2282 | - | - | - | -
"""
COUNTS = {"2017-06-12": 11, "2018-06-12": 13, "2019-07-05": 14, "2019-08-05": 12}

# The list since 22 December 2022, with its hourly floor where it has one of its own.
LIST_2021 = """
code | on the list | floor
20012 | x |
21300 | x |
21310 | x |
21330 | x |
21390 | x |
21311 | x |
21210 | p |
21211 | x |
21220 | x |
21221 | x |
21222 | x |
21223 | x |
21230 | x |
21231 | x |
21232 | x |
21233 | x |
21234 | x |
22310 | x | 41.35
22220 | x | 40.87
22222 | x | 41.03
51120 | p | 40.87
52120 | p | 38.46
22221 | - |
20010 | - |
20011 | - |
21399 | - |
"""


def _listed(code, on):
    whole = truth(stream.occupations.has(job.noc), on, job__noc=code)
    part = truth(stream.occupations.has_in_part(job.noc), on, job__noc=code)
    return {(True, False): "x", (False, True): "p", (False, False): "-"}[whole, part]


@pytest.mark.parametrize(
    ("code", "on", "mark"),
    [
        (row[0], on, row[rows(LIST_2016)[0].index(since)])
        for row in rows(LIST_2016)[1]
        for since, on in stretches(list(COUNTS), "2022-12-21")
    ],
)
def test_the_lists_of_2017_to_2022(code, on, mark):
    assert _listed(code, on) == mark


@pytest.mark.parametrize(("since", "groups"), COUNTS.items())
def test_how_many_groups_were_on_the_list(since, groups):
    listed = dated("global_talent_stream.occupations", since).value
    assert len(listed.whole) + len(listed.part) == groups


@pytest.mark.parametrize("row", rows(LIST_2021)[1], ids=lambda row: row[0])
@pytest.mark.parametrize("on", ["2022-12-22", "2022-12-31", "2023-01-01", "2025-11-20", TODAY])
def test_the_list_of_december_2022_and_its_floors(row, on):
    code, mark, floor = row
    assert _listed(code, on) == mark
    held = dated("global_talent_stream.wage_floor", on).value
    assert held.rows.get((code,), held.default) == (round(float(floor) * 100) if floor else Absent.NONE)


def test_the_list_of_december_2022_has_22_codes_in_17_groups():
    listed = dated("global_talent_stream.occupations", TODAY).value
    assert len(listed.whole) + len(listed.part) == 22


@pytest.mark.parametrize(
    ("on", "seen"),
    [
        ("2017-06-12", "unverified"), ("2018-06-11", "unverified"), ("2018-06-12", "secondary"), ("2022-12-21", "secondary"),
        ("2022-12-22", "secondary"), ("2022-12-31", "secondary"), ("2023-01-01", "official"), (TODAY, "official"),
    ],
)  # fmt: skip
def test_how_well_the_list_is_known(on, seen):
    assert dated("global_talent_stream.occupations", on).seen == seen


@pytest.mark.parametrize("code", ["2241", "2283", "5131", "5241"])
def test_floors_before_2018_that_were_not_seen_are_not_encoded(code):
    assert dated("global_talent_stream.wage_floor", "2017-06-12").value.rows[code,] is Absent.NOT_ENCODED


@pytest.mark.parametrize("code", ["2281", "2283", "5131", "5241"])
@pytest.mark.parametrize("on", ["2019-07-05", "2022-12-21"])
def test_floors_of_2019_that_were_not_seen_are_not_encoded(code, on):
    assert dated("global_talent_stream.wage_floor", on).value.rows[code,] is Absent.NOT_ENCODED


@pytest.mark.parametrize(
    ("on", "seen"), [("2022-12-21", "unverified"), ("2022-12-22", "secondary"), (TODAY, "official")]
)
def test_how_well_the_floors_are_known(on, seen):
    assert dated("global_talent_stream.wage_floor", on).seen == seen


@pytest.mark.parametrize(
    ("name", "amount"),
    [
        ("first_positions", 2), ("first_positions_hourly_floor", 3846), ("first_positions_yearly_floor", 80_000_00),
        ("later_positions_hourly_floor", 7211), ("later_positions_yearly_floor", 150_000_00), ("years_of_expertise", 5),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("on", "official"), [("2017-06-12", False), ("2025-11-19", False), ("2025-11-20", True)]
)
def test_the_floors_of_category_a(name, amount, on, official):
    found = dated(f"global_talent_stream.category_a.{name}", on)
    assert found.value == amount
    assert (found.seen == "official") is official
