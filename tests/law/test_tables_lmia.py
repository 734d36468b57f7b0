"""The high-wage line of each province, how long a labour market assessment holds, and fees: both sides of each day."""

import pytest

from landed.expr.dated import Absent
from landed.law import Law
from tests.law.reading import LAW, TODAY, dated, day, rows, stretches

LINES = """
 | 2017-04-29 | 2020-01-01 | 2020-05-11 | 2022-04-30 | 2023-05-31 | 2024-04-02 | 2024-11-08 | 2025-06-27
AB | 25.89 | 26.67 | 27.28 | 28.85 | 28.85 | 29.50 | 35.40 | 36.00
BC | 22.50 | 23.98 | 25.00 | 26.44 | 27.50 | 28.85 | 34.62 | 36.60
MB | 20.00 | 21.00 | 21.60 | 23.00 | 23.94 | 25.00 | 30.00 | 30.16
NB | 18.90 | 20.00 | 20.12 | 21.79 | 23.00 | 24.04 | 28.85 | 30.00
NL | 20.31 | 22.00 | 23.00 | 24.29 | 25.00 | 26.00 | 31.20 | 32.40
NT | 32.25 | 34.00 | 34.36 | 37.30 | 38.00 | 39.24 | 47.09 | 48.00
NS | 19.49 | 20.00 | 20.00 | 22.00 | 22.97 | 24.00 | 28.80 | 30.00
NU | 30.00 | 30.00 | 32.00 | 36.00 | 35.90 | 35.00 | 42.00 | 42.00
ON | 22.12 | 23.08 | 24.04 | 26.06 | 27.00 | 28.39 | 34.07 | 36.00
PE | 18.44 | 19.49 | 20.00 | 21.63 | 22.50 | 24.00 | 28.80 | 30.00
QC | 21.00 | 22.00 | 23.08 | 25.00 | 26.00 | 27.47 | 32.96 | 34.62
SK | 23.60 | 24.52 | 24.55 | 25.96 | 26.22 | 27.00 | 32.40 | 33.60
YT | 28.00 | 30.00 | 30.00 | 32.00 | 35.00 | 36.00 | 43.20 | 44.40
"""
LAST_DAY = {"2017-04-29": "2017-12-31"}
SEEN = {"2022-04-30": "unverified", "2023-05-31": "official"}


@pytest.mark.parametrize(("since", "on"), stretches(rows(LINES)[0][1:]))
def test_the_high_wage_line_of_every_province(since, on):
    on = min(on, LAST_DAY.get(since, on))
    column = rows(LINES)[0].index(since)
    found = dated("lmia.high_wage_line", on)
    assert {key[0]: cell for key, cell in found.value.rows.items()} == {
        row[0]: round(float(row[column]) * 100) for row in rows(LINES)[1]
    }
    assert found.seen == SEEN.get(since, "secondary")


@pytest.mark.parametrize("on", ["2018-01-01", "2019-05-31"])
def test_the_line_of_2018_was_not_seen(on):
    assert dated("lmia.high_wage_line", on).value is Absent.NOT_ENCODED


def test_the_line_is_stale_after_june_2026_began():
    assert dated("lmia.high_wage_line", "2026-06-01").stale_since is None
    assert dated("lmia.high_wage_line", TODAY).stale_since == day("2026-06-02")


@pytest.mark.parametrize(
    ("on", "months", "seen"),
    [
        ("2017-01-01", 9, "secondary"), ("2022-04-03", 9, "secondary"), ("2022-04-04", 18, "secondary"),
        ("2023-10-30", 18, "secondary"), ("2023-10-31", 12, "secondary"), ("2024-04-30", 12, "secondary"),
        ("2024-05-01", 6, "secondary"), ("2025-11-20", 6, "official"), (TODAY, 6, "official"),
    ],
)  # fmt: skip
def test_how_long_an_lmia_may_be_used(on, months, seen):
    found = dated("lmia.validity", on)
    assert (found.value, found.seen) == (months, seen)


def test_the_shorter_validity_was_known_four_days_ahead():
    files, local = LAW.home("canada.lmia.validity")
    on = day("2023-10-31")
    known = [
        Law(day(text)).at(on).dated(files.declared[local]).value for text in ("2023-10-26", "2023-10-27")
    ]
    assert known == [18, 12]


@pytest.mark.parametrize(
    ("on", "years", "seen"),
    [("2022-04-03", 2, "secondary"), ("2022-04-04", 3, "secondary"), ("2025-11-20", 3, "official")],
)
def test_how_long_an_lmia_lets_one_be_employed(on, years, seen):
    found = dated("lmia.longest_employment", on)
    assert (found.value, found.seen) == (years, seen)


@pytest.mark.parametrize(
    ("name", "dollars"),
    [("lmia.fee", 1000), ("work_permit.fee", 155), ("cusma.compliance_fee", 230), ("work_permit.eta_fee", 7)],
)
@pytest.mark.parametrize("on", ["2017-01-01", "2018-07-31", "2026-06-14", TODAY])
def test_fees_that_did_not_change(name, dollars, on):
    assert dated(name, on).value == dollars * 100
    assert dated(name, on).seen == "official"


@pytest.mark.parametrize("on", ["2018-07-31", TODAY])
def test_the_biometrics_fee(on):
    assert dated("work_permit.biometrics.fee", on).value == 85_00


@pytest.mark.parametrize(
    ("on", "dollars", "seen"),
    [
        ("2017-01-01", 194, "official"), ("2017-12-31", 194, "official"), ("2018-01-01", 196, "official"),
        ("2019-01-01", 199, "unverified"), ("2020-01-01", 202, "secondary"), ("2021-01-01", 205, "secondary"),
        ("2022-01-01", 210, "secondary"), ("2022-12-31", 210, "secondary"),
    ],
)  # fmt: skip
def test_the_fee_of_quebecs_certificate(on, dollars, seen):
    found = dated("work_permit.caq_fee", on)
    assert (found.value, found.seen) == (dollars * 100, seen)


@pytest.mark.parametrize("on", ["2023-01-01", TODAY])
def test_the_fee_of_quebecs_certificate_since_2023_was_not_seen(on):
    assert dated("work_permit.caq_fee", on).value is Absent.NOT_ENCODED


@pytest.mark.parametrize(
    ("name", "since"),
    [
        ("global_talent_stream.occupations", "2022-12-22"),
        ("lmia.validity", "2024-05-01"),
        ("lmia.longest_employment", "2022-04-04"),
    ],
)
def test_a_value_that_is_only_known_better_has_the_day_on_which_it_began(name, since):
    assert dated(name, TODAY).since == day(since)
