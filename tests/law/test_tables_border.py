"""Who may apply at the border, and who needs a visa, an eTA or biometrics: both sides of each day."""

import pytest

from landed.law.canada.work_permit import rules as permit
from tests.law.reading import TODAY, dated, rows, truth

BORDER = """
person | citizenship | status | at the border | by air needs an eTA
Indian on H-1B | IN | H-1B | no | no
Chinese on H-1B | CN | H-1B | no | no
Indian with a green card | IN | green_card | yes | no
French on H-1B | FR | H-1B | yes | yes
German on H-1B | DE | H-1B | yes | yes
British on H-1B | GB | H-1B | yes | yes
Japanese on H-1B | JP | H-1B | yes | yes
Korean on H-1B | KR | H-1B | yes | yes
Mexican on TN | MX | TN | no | no
Brazilian on H-1B | BR | H-1B | no | no
Filipino on H-1B | PH | H-1B | no | no
American | US | citizen | yes | no
"""


@pytest.mark.parametrize("row", rows(BORDER)[1], ids=lambda row: row[0])
def test_who_may_apply_at_a_port_of_entry(row):
    _, citizenship, status, border, eta = row
    facts = {
        "worker__citizenships": [citizenship],
        "worker__us_status__class": status,
        "worker__location": "US",
    }
    assert truth(permit.may_apply_at_port_of_entry, TODAY, **facts) is (border == "yes")
    assert truth(permit.needs_eta, TODAY, **facts) is (eta == "yes")
    assert truth(permit.biometrics_needed, TODAY, worker__age=35, **facts) is (citizenship != "US")


SCHEDULE = """
AD AU AT BS BB BE BN BG CL HR CY CZ DK EE FI FR DE GR HU IS IE IT JP KR LV LI LT LU MT MC NL NZ NO PG PL PT QA WS SM SG SK
SI SB ES SE CH AE
"""
OTHERS_EXEMPT = ["GB", "IL", "HK", "TW", "VA", "RO"]


def test_the_schedule_has_47_countries():
    assert len(set(SCHEDULE.split())) == 47
    assert dated("work_permit.visa_exempt", TODAY).value.whole == {*SCHEDULE.split(), *OTHERS_EXEMPT}


@pytest.mark.parametrize(
    ("country", "eve", "first", "before", "after"),
    [
        ("BG", "2017-11-30", "2017-12-01", False, True),
        ("RO", "2017-11-30", "2017-12-01", False, True),
        ("AE", "2018-06-04", "2018-06-05", False, True),
        ("MX", "2024-02-28", "2024-02-29", True, False),
        ("QA", "2025-11-24", "2025-11-25", False, True),
    ],
)
def test_countries_whose_citizens_came_to_need_a_visa_or_no_longer_do(country, eve, first, before, after):
    exempt = [country in dated("work_permit.visa_exempt", on).value.whole for on in (eve, first)]
    assert exempt == [before, after]


@pytest.mark.parametrize(
    "country", ["IN", "CN", "NG", "PK", "IR", "VN", "RU", "BR", "AR", "PH", "TH", "ID", "MY", "CR", "UY"]
)
@pytest.mark.parametrize("on", ["2017-06-12", "2023-06-06", "2026-05-26", TODAY])
def test_whoever_needs_a_visa_may_not_ask_at_the_border(country, on):
    facts = {"worker__citizenships": [country], "worker__us_status__class": "H-1B", "worker__location": "US"}
    assert truth(permit.may_apply_at_port_of_entry, on, **facts) is False


@pytest.mark.parametrize(
    ("on", "citizenship", "status", "allowed"),
    [
        ("2024-12-23", "FR", "none", True), ("2024-12-24", "FR", "none", False), ("2024-12-24", "US", "none", True),
        ("2024-12-24", "IN", "green_card", True),
    ],
)  # fmt: skip
def test_a_trip_to_the_border_and_back_since_24_december_2024(on, citizenship, status, allowed):
    facts = {
        "worker__citizenships": [citizenship],
        "worker__us_status__class": status,
        "worker__location": "CA",
    }
    assert truth(permit.may_apply_at_port_of_entry, on, **facts) is allowed


@pytest.mark.parametrize(("on", "needed"), [("2022-04-25", True), ("2022-04-26", False)])
def test_permanent_residents_of_the_united_states_needed_an_eta_until_april_2022(on, needed):
    facts = {
        "worker__citizenships": ["IN"],
        "worker__us_status__class": "green_card",
        "worker__location": "US",
    }
    assert truth(permit.needs_eta, on, **facts) is needed


@pytest.mark.parametrize(("age", "needed"), [(13, False), (14, True), (79, True), (80, False)])
def test_biometrics_by_age(age, needed):
    assert truth(permit.biometrics_needed, TODAY, worker__citizenships=["IN"], worker__age=age) is needed


@pytest.mark.parametrize(("on", "known"), [("2018-12-30", None), ("2018-12-31", True)])
def test_whose_biometrics_were_asked_before_2019_was_not_seen(on, known):
    assert truth(permit.biometrics_needed, on, worker__citizenships=["IN"], worker__age=30) is known
