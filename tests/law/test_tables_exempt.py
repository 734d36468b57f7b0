"""Canada's permits without an assessment: every table, typed from the sources and not from the code.

International Experience, lengths, trade agreements, Francophone Mobility, and the H-1B policy, on both sides of their days.
"""

import datetime as dt

import pytest

from landed.expr.dated import Absent
from tests.law.exempt_cases import BEFORE, CLOSED, OPEN, UNDETERMINED, ask, cell, codes, failing, listed
from tests.law.reading import TODAY, dated, day, rows

# ----------------------------------------------------------------- International Experience: country by country

# Months as Working Holiday, Young Professional, International Co-op; the highest ages on holiday and otherwise; participations.
EXPERIENCE = """
countries | WH | YP | IC | age WH | age | times
AU | 24 | 24 | 12 | 35 | 35 | 2
AT | 12 | 12 | 6 | 30 | 35 | 3
BE | 12 | - | - | 30 | 30 | 1
CL CR HR | 12 | 12 | 12 | 35 | 35 | 2
CZ EE DE GR LV LT NO PL SK SI ES | 12 | 12 | 12 | 35 | 35 | 2
DK | 12 | - | - | 35 | 35 | 1
FI | 12 | 12 | 12 | 35 | 35 | 3
FR | 24 | 24 | 12 | 35 | 35 | 2
HK AD | 12 | - | - | 30 | 30 | 1
IS | 12 | - | - | 30 | 30 | 2
IE | 24 | 24 | 12 | 35 | 35 | 2
IT | 12 | 12 | 12 | 35 | 35 | 2
JP | 12 | - | - | 30 | 30 | 2
LU | 12 | 12 | 12 | 30 | 30 | 1
NL | 12 | 12 | - | 30 | 30 | 2
NZ | 23 | - | - | 35 | 35 | 1
PT | 24 | 24 | 24 | 35 | 35 | 1
SM | 12 | - | - | 35 | 35 | 2
KR | 24 | 24 | 24 | 35 | 35 | 2
SE | 12 | 12 | 12 | 30 | 30 | 2
CH | - | 18 | 18 | 35 | 35 | 2
TW | 12 | 12 | 12 | 35 | 35 | 1
GB | 24 | 24 | 24 | 35 | 35 | 2
IN CN US BR MX | - | - | - | - | - | -
"""
COLUMNS = ("working_holiday.months", "young_professionals.months", "international_coop.months", "working_holiday.oldest",
           "oldest", "participations")  # fmt: skip
BY_COUNTRY = [(code, row[1:]) for row in rows(EXPERIENCE)[1] for code in row[0].split()]


@pytest.mark.parametrize(("country", "cells"), BY_COUNTRY, ids=[code for code, _ in BY_COUNTRY])
def test_international_experience_by_country(country, cells):
    found = [cell(f"international_experience.{column}", TODAY, country) for column in COLUMNS]
    assert found == [Absent.NONE if text == "-" else int(text) for text in cells]


@pytest.mark.parametrize("column", COLUMNS)
def test_no_other_country_has_an_agreement(column):
    index = COLUMNS.index(column)
    held = {key[0] for key in dated(f"international_experience.{column}", TODAY).value.rows}
    assert {code for code, cells in BY_COUNTRY if cells[index] != "-"} == held


@pytest.mark.parametrize("column", COLUMNS)
def test_how_well_the_agreements_are_known(column):
    name = f"international_experience.{column}"
    assert dated(name, "2023-12-10").value is Absent.NOT_ENCODED
    assert dated(name, "2023-12-11").seen == dated(name, "2025-12-23").seen == "unverified"
    assert dated(name, "2025-12-24").seen == "official"


@pytest.mark.parametrize(("on", "times"), [("2025-03-31", 1), ("2025-04-01", 2)])
def test_japan_allows_two_since_april_2025(on, times):
    assert cell("international_experience.participations", on, "JP") == times


@pytest.mark.parametrize(
    ("on", "dollars", "seen"),
    [
        ("2024-11-30", 172_00, "unverified"), ("2024-12-01", 179_75, "secondary"), ("2025-11-30", 179_75, "secondary"),
        ("2025-12-01", 184_75, "secondary"),
    ],
)  # fmt: skip
def test_the_participation_fee(on, dollars, seen):
    found = dated("international_experience.participation_fee", on)
    assert (found.value, found.seen) == (dollars, seen)


# ------------------------------------------------------------------------------------------------ lengths

LENGTHS = {
    "C61": 12, "C62": 36, "C63": 36, "T36": 36, "T37": 36, "T38": 36, "T34": 12, "T35": 12, "T43": 12, "T47": 12, "T48": 12,
    "T41": 36, "T44": 36, "T42": 12, "T46": 12, "F60": 12, "F66": 12, "F61": 36, "F63": 36, "F62": 12, "F65": 12, "F71": 36,
    "F74": 36, "F72": 12, "T50": 12, "T51": 36, "T55": 36, "T54": 36, "T52": 12, "F12": 36, "F22": 36, "F32": 36, "F42": 36,
    "F52": 12, "C11": 18, "C88": 60, "A75": 24, "H1BP": 36, "lmia": 36,
}  # fmt: skip


@pytest.mark.parametrize(("code", "months"), LENGTHS.items())
def test_how_long_a_first_permit_is(code, months):
    assert cell("permit_length.first", TODAY, code) == months


@pytest.mark.parametrize(("on", "months"), [("2025-01-05", 12), ("2025-01-06", 36)])
@pytest.mark.parametrize("code", ["F12", "F22", "F32", "F42"])
def test_four_agreements_give_three_years_since_january_2025(code, on, months):
    assert cell("permit_length.first", on, code) == months


@pytest.mark.parametrize(("on", "months"), [("2022-04-03", 24), ("2022-04-04", 36)])
def test_how_long_an_assessment_covers(on, months):
    assert cell("permit_length.first", on, "lmia") == months


@pytest.mark.parametrize(
    ("name", "months"),
    [
        ("intra_company_transfer.executive.limit", 84), ("intra_company_transfer.specialized_knowledge.limit", 60),
        ("intra_company_transfer.start_up.limit", 12), ("intra_company_transfer.start_up.extension_in_hardship", 6),
        ("cusma_transferee.intra_company_executive.limit", 84), ("cusma_transferee.intra_company_specialist.limit", 60),
        ("ceta.transferee_limit", 54), ("uk_tca.transferee_limit", 54), ("cptpp.executive.limit", 84),
        ("cptpp.specialist.limit", 60), ("cptpp.trainee.limit", 36), ("bilateral_agreements.ukraine_executive.limit", 84),
        ("bilateral_agreements.ukraine_specialist.limit", 60), ("h1b_open_permit_2023.longest", 36),
        ("visitor.longest_stay", 6), ("post_graduation_permit.graduate.least_months", 8),
    ],
)  # fmt: skip
def test_limits_in_months(name, months):
    assert dated(name, TODAY).value == months
    assert dated(name, TODAY).seen == "official"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("gats.longest", 90),
        ("maintained_status.restoration.window", 90),
        ("post_graduation_permit.graduate.window", 180),
    ],
)
def test_limits_in_days(name, days):
    assert dated(name, TODAY).value == days


# ---------------------------------------------------------------------------------------- trade agreements

AGREEMENTS = """
name | amount | since | until then
ceta.contractual_service_supplier.years_of_experience | 3 | 2017-09-21 | 2024-10-03
ceta.contractual_service_supplier.months_with_firm | 12 | 2017-09-21 | 2024-10-03
ceta.independent_professional.years_of_experience | 6 | 2017-09-21 | 2024-10-03
ceta.professionals.highest_teer | 1 | 2017-09-21 | 2024-10-03
ceta.technologist.lowest_teer | 2 | 2017-09-21 | 2024-10-03
ceta.technologist.highest_teer | 3 | 2017-09-21 | 2024-10-03
ceta.months_with_group | 12 | 2017-09-21 | 2024-10-03
uk_tca.contractual_service_supplier.years_of_experience | 3 | 2021-04-01 | 2024-10-03
uk_tca.independent_professional.years_of_experience | 6 | 2021-04-01 | 2024-10-03
uk_tca.professionals.highest_teer | 1 | 2021-04-01 | 2024-10-03
cptpp.professional.highest_teer | 1 | 2018-12-30 | 2024-10-03
cptpp.professional.years_of_study | 4 | 2018-12-30 | 2024-10-03
cptpp.professional.years_of_study_of_permanent_resident_countries | 3 | 2018-12-30 | 2024-10-03
cptpp.professional.years_of_experience | 2 | 2018-12-30 | 2024-10-03
cptpp.technician.lowest_teer | 2 | 2018-12-30 | 2024-10-03
cptpp.technician.highest_teer | 3 | 2018-12-30 | 2024-10-03
cptpp.technician.years_of_study | 2 | 2018-12-30 | 2024-10-03
cptpp.technician.years_of_experience | 4 | 2018-12-30 | 2024-10-03
cptpp.months_with_group | 12 | 2018-12-30 | 2024-10-03
gats.senior_computer_specialist.years_of_experience | 10 | 2017-01-01 | 2024-10-03
bilateral_agreements.ukraine_professional.years_of_experience | 2 | 2024-07-01 | 2024-07-01
"""


@pytest.mark.parametrize(("name", "amount", "since", "read"), rows(AGREEMENTS)[1])
def test_what_the_agreements_ask_and_from_when_it_was_read(name, amount, since, read):
    for on in (since, TODAY):
        assert dated(name, on).value == int(amount)
    assert dated(name, TODAY).seen == "official"
    if since != read:
        assert dated(name, since).seen == "unverified"


CETA_CODES = codes(
    "20012 21311 21211 21220 21221 21222 21223 21230 21231 21232 21233 21234 10029 11201 20010 20011 21210"
)
MALAYSIA = codes("20012 21311 21211 21220 21221 21222 21223 21230 21231 21232 21233 21234")


def test_the_services_of_ceta():
    assert set(CETA_CODES) <= listed("ceta.services", TODAY) == listed("uk_tca.services", TODAY)
    others = listed("ceta.services", TODAY) - set(CETA_CODES)
    assert all(code.startswith("213") for code in others)


def test_the_countries_of_the_pacific_partnership():
    assert listed("cptpp.professional.citizens", TODAY) == {"AU", "BN", "CL", "JP", "MY", "MX", "PE"}
    assert listed("cptpp.technician.citizens", TODAY) == {"AU", "CL", "JP", "MX", "PE"}
    assert listed("cptpp.professional.citizens_with_wide_lists", TODAY) == {"AU", "CL", "JP", "MX"}
    assert listed("cptpp.professional.the_single_profession", TODAY) == {"21332"}
    assert listed("cptpp.professional.occupations_of_the_closed_list", TODAY) <= set(MALAYSIA)


ROUTE_DAYS = [
    ("ceta.intra_company_specialist", "2017-09-21"), ("ceta.independent_professional", "2017-09-21"),
    ("uk_tca.independent_professional", "2021-04-01"), ("cptpp.professional", "2018-12-30"),
    ("bilateral_agreements.ukraine_professional", "2024-07-01"), ("innovation_stream.worker", "2024-03-22"),
    ("h1b_open_permit_2023.renewal", "2023-12-16"), ("children.open_permit", "2023-01-30"),
]  # fmt: skip


@pytest.mark.parametrize(("route", "first"), ROUTE_DAYS)
def test_the_first_day_of_a_route(route, first):
    before = (day(first) - dt.timedelta(days=1)).isoformat()
    assert ask(route, before).outcome is BEFORE
    assert ask(route, first).outcome is not BEFORE


@pytest.mark.parametrize(("route", "last"), [("innovation_stream.worker", "2026-03-22"), ("h1b_open_permit_2023.renewal", "2026-12-16")])  # fmt: skip
def test_the_last_day_of_a_route(route, last):
    after = (day(last) + dt.timedelta(days=1)).isoformat()
    assert ask(route, last).outcome is not BEFORE
    assert ask(route, after).outcome is BEFORE
    assert ask(route, after).because == "ended"


# --------------------------------------------------------------------------------- Francophone Mobility, both versions

FRENCH = {"employer__exists": True, "employer__willing": True, "employer__undertakes__portal_offer": True,
          "job__province": "ON", "job__primary_agriculture": False}  # fmt: skip


@pytest.mark.parametrize(
    ("on", "noc", "level", "habitual", "outcome"),
    [
        ("2023-06-14", "21231", 5, True, OPEN), ("2023-06-14", "21231", 6, False, CLOSED),
        ("2023-06-14", "21231", 7, False, OPEN), ("2023-06-15", "21231", 5, False, OPEN),
        ("2023-06-15", "21231", 4, True, CLOSED), ("2023-06-14", "75101", 7, True, CLOSED),
        ("2023-06-15", "75101", 5, True, OPEN), ("2016-06-01", "2174", 7, True, OPEN), ("2016-05-31", "2174", 7, True, BEFORE),
    ],
)  # fmt: skip
def test_francophone_mobility(on, noc, level, habitual, outcome):
    answer = ask("francophone_mobility.worker", on, **FRENCH, job__noc=noc, worker__french_habitual=habitual,
                 worker__french__speaking=level, worker__french__listening=level)  # fmt: skip
    assert answer.outcome is outcome


@pytest.mark.parametrize("teer", ["84120", "85100"])
def test_primary_agriculture_of_teer_4_and_5_stays_out(teer):
    facts = {**FRENCH, "job__primary_agriculture": True}
    answer = ask("francophone_mobility.worker", TODAY, **facts, job__noc=teer, worker__french__speaking=9,
                 worker__french__listening=9)  # fmt: skip
    assert failing(answer) == ["agriculture"]


# -------------------------------------------------------------------------------------------- the policy of July 2023

HOLDER = {
    "worker__us_status__class": "H-1B",
    "worker__us_status__petition_expires": "2026-01-01",
    "worker__residence": "US",
}


@pytest.mark.parametrize(
    ("on", "outcome", "because"),
    [("2023-06-26", BEFORE, "before"), ("2023-07-15", BEFORE, None), ("2023-07-16", OPEN, None), ("2023-07-17", CLOSED, "full"),
     (TODAY, CLOSED, "full")],
)  # fmt: skip
def test_the_open_permit_of_2023(on, outcome, because):
    answer = ask("h1b_open_permit_2023.worker", on, **HOLDER)
    assert answer.outcome is outcome
    assert because is None or answer.because == because


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        ("2023-07-16", OPEN),
        ("2023-08-01", UNDETERMINED),
        ("2023-09-27", OPEN),
        ("2024-09-26", OPEN),
        ("2024-09-27", BEFORE),
    ],
)
def test_the_families_of_2023(on, outcome):
    facts = {"worker__canada__permit": "H1BP", "worker__canada__permit_approved": True, "spouse__accompanying": True,
             "spouse__residence": "US", "worker__children_count": 0}  # fmt: skip
    assert ask("h1b_open_permit_2023.family", on, **facts).outcome is outcome


def test_there_were_ten_thousand_places():
    assert dated("h1b_open_permit_2023.worker.places", "2023-07-16").value == 10_000
