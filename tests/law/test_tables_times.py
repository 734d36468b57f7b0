"""How long a permit takes: every published time, on the first and the last day that it stood."""

import pytest

from landed.expr.dated import Absent
from tests.law.reading import TODAY, dated, rows, stretches

TIMES = """
 | US | IN | CN | GB | FR | in Canada, days
2021-11-02 | 5 | 34 | 12 | 10 | 9 |
2022-01-04 | 7 | 31 | 13 | 12 | 7 |
2022-03-31 | 8 | 54 | 20 | 10 | 8 |
2022-06-28 | 10 | 41 | 20 | 10 | 9 |
2022-10-04 | 15 | 21 | 14 | 13 | 11 |
2023-01-04 | 9 | 9 | 36 | 7 | 12 |
2023-03-29 | 10 | 8 | 18 | 12 | 11 |
2023-06-22 | 5 | 8 | 11 | 10 | 9 |
2023-10-05 | 5 | 9 | 11 | 10 | 31 |
2024-01-02 | 22 | 13 | 16 | 40 | 49 |
2024-04-02 | 29 | 20 | 13 | 20 | 19 |
2024-07-02 | 17 | 19 | 17 | 26 | 10 |
2024-10-01 | 13 | 28 | 12 | 9 | 6 | 130
2024-12-31 | 14 | 18 | 9 | 7 | 6 | 156
2025-04-01 | 81 | 19 | 13 | 17 | 5 | 121
2025-07-02 | 5 | 9 | 9 | 12 | 5 | 188
2025-10-01 | 3 | 8 | 7 | 7 | 6 | 196
2025-12-31 | 9 | 9 | 8 | 6 | 4 | 210
2026-03-31 | 8 | 7 | 11 | 12 | 7 | 253
2026-06-24 | 4 | 9 | 9 | 8 | 3 | 144
"""


@pytest.mark.parametrize(("since", "on"), stretches([row[0] for row in rows(TIMES)[1]]))
def test_every_published_time(since, on):
    countries = rows(TIMES)[0][1:-1]
    (row,) = (row for row in rows(TIMES)[1] if row[0] == since)
    found = dated("work_permit.processing.published", on)
    assert {key[0]: cell for key, cell in found.value.rows.items()} == dict(
        zip(countries, map(int, row[1:-1]), strict=True)
    )
    assert found.value.default is Absent.NOT_ENCODED
    inside = dated("work_permit.processing.in_canada_published", on).value
    assert inside == (int(row[-1]) if row[-1] else Absent.NOT_ENCODED)
    assert dated("work_permit.processing.in_canada_times_published", on).value is bool(row[-1])


def test_no_time_was_published_here_before_november_2021():
    assert dated("work_permit.processing.times_published", "2021-11-01").value is False
    assert dated("work_permit.processing.times_published", "2021-11-02").value is True


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("2017-06-12", True),
        ("2020-02-29", True),
        ("2020-03-01", False),
        ("2023-06-26", False),
        ("2023-06-27", True),
    ],
)
def test_when_the_two_weeks_were_kept(on, held):
    assert dated("global_skills_strategy.two_week_processing.standard_held", on).value is held


@pytest.mark.parametrize(
    ("name", "on", "days"),
    [
        ("global_talent_stream.processing.standard", "2017-06-12", 10), ("lmia.high_wage.processing", "2023-12-14", 44),
        ("lmia.high_wage.processing", "2024-01-12", 48), ("lmia.high_wage.processing", "2025-08-05", 37),
        ("lmia.high_wage.processing", TODAY, 64), ("global_skills_strategy.two_week_processing.standard", TODAY, 14),
        ("work_permit.processing.standard", TODAY, 60), ("work_permit.processing.in_canada_standard", TODAY, 120),
        ("global_skills_strategy.fifteen_days.length", TODAY, 15), ("global_skills_strategy.fifteen_days.wait", TODAY, 6),
        ("global_skills_strategy.thirty_days.length", TODAY, 30), ("global_skills_strategy.thirty_days.wait", TODAY, 12),
        ("global_skills_strategy.researcher.length", TODAY, 120), ("global_skills_strategy.researcher.wait", TODAY, 12),
    ],
)  # fmt: skip
def test_standards_and_short_stays(name, on, days):
    assert dated(name, on).value == days
