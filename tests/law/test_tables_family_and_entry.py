"""Spouses, children, visas, and where one may apply: every table, typed from the sources and not from the code."""

import datetime as dt

import pytest

from tests.law.exempt_cases import BEFORE, CLOSED, OPEN, UNDETERMINED, ask, codes, listed
from tests.law.reading import TODAY, dated, day, rows

# ---------------------------------------------------------------------------------------------- spouses and children

COUPLE = {
    "worker__family": "married",
    "worker__canada__permit_approved": True,
    "worker__canada__permit": "lmia",
}
GROUP_22 = codes(
    "22100 22101 22110 22111 22112 22113 22114 22210 22211 22212 22213 22214 22220 22221 22222 22230 22231 22232 22233 "
    "22300 22301 22302 22303 22310 22311 22312 22313"
)


def test_the_27_select_groups_of_the_natural_sciences():
    select = listed("spouse_open_permit.of_worker.select_occupations", TODAY)
    assert len(GROUP_22) == 27
    assert {code for code in select if code.startswith("22")} == set(GROUP_22)
    assert {code[:2] for code in select} == {"22", "32", "33", "72", "73", "82", "83"}
    assert dated("spouse_open_permit.of_worker.select_occupations", TODAY).seen == "secondary"


@pytest.mark.parametrize(
    ("noc", "outcome"),
    [*((code, OPEN) for code in GROUP_22), *((code, CLOSED) for code in ("12100", "13100", "62010", "63200", "92100", "75101")),
     ("20012", OPEN), ("21231", OPEN), ("52120", UNDETERMINED), ("43109", UNDETERMINED)],
)  # fmt: skip
def test_whose_spouse_may_have_an_open_permit_since_january_2025(noc, outcome):
    assert (
        ask("spouse_open_permit.of_worker", "2025-01-21", **COUPLE, job__noc=noc, job__months=24).outcome
        is outcome
    )


@pytest.mark.parametrize(
    ("on", "noc", "permit", "months", "outcome"),
    [
        ("2023-01-29", "63200", "lmia", 6, OPEN), ("2023-01-29", "75101", "lmia", 24, CLOSED),
        ("2023-01-30", "75101", "lmia", 6, OPEN), ("2023-01-30", "75101", "lmia", 5, CLOSED),
        ("2025-01-20", "75101", "lmia", 6, OPEN), ("2025-01-21", "21231", "lmia", 15, CLOSED),
        ("2025-01-21", "21231", "lmia", 16, OPEN), ("2025-01-21", "75101", "pr_linked", 6, OPEN),
        ("2025-01-21", "75101", "pr_linked", 5, CLOSED), ("2025-01-21", "21231", "family", 24, CLOSED),
    ],
)  # fmt: skip
def test_the_spouse_of_a_worker_on_both_sides_of_each_day(on, noc, permit, months, outcome):
    until = {"worker__canada__permit_expiry_stated": True, "worker__canada__permit_months": months}
    facts = {**COUPLE, "worker__canada__permit": permit, "job__noc": noc, **until}
    assert ask("spouse_open_permit.of_worker", on, **facts).outcome is outcome


@pytest.mark.parametrize(
    ("on", "permit", "outcome"),
    [("2023-01-29", "lmia", BEFORE), ("2023-01-30", "lmia", OPEN), ("2025-01-20", "lmia", OPEN),
     ("2025-01-21", "lmia", CLOSED), ("2025-01-21", "pr_linked", OPEN)],
)  # fmt: skip
def test_the_children_of_a_worker(on, permit, outcome):
    facts = {**COUPLE, "worker__canada__permit": permit, "worker__children_count": 1, "job__noc": "21231",
             "worker__canada__permit_expiry_stated": True, "worker__canada__permit_months": 24}  # fmt: skip
    assert ask("children.open_permit", on, **facts).outcome is outcome


@pytest.mark.parametrize(
    ("on", "level", "months", "outcome"),
    [
        ("2024-03-18", "bachelor", 48, OPEN), ("2024-03-19", "bachelor", 48, CLOSED), ("2024-03-19", "master", 12, OPEN),
        ("2025-01-20", "master", 12, OPEN), ("2025-01-21", "master", 15, CLOSED), ("2025-01-21", "master", 16, OPEN),
        ("2025-01-21", "doctorate", 12, OPEN), ("2025-01-20", "professional", 36, OPEN),
        ("2025-01-21", "professional", 36, UNDETERMINED),
    ],
)  # fmt: skip
def test_the_spouse_of_a_student(on, level, months, outcome):
    facts = {
        "worker__family": "married",
        "worker__canada__studies_now": True,
        "worker__canada__program_level": level,
    }
    assert (
        ask("spouse_open_permit.of_student", on, **facts, worker__canada__program_months=months).outcome
        is outcome
    )


@pytest.mark.parametrize(
    ("permit", "citizenship", "outcome"),
    [
        ("T41", "FR", OPEN), ("T44", "FR", OPEN), ("T42", "FR", OPEN), ("T43", "FR", CLOSED), ("T47", "FR", CLOSED),
        ("F61", "GB", OPEN), ("F63", "GB", OPEN), ("F60", "GB", CLOSED), ("F62", "GB", UNDETERMINED), ("F32", "KR", OPEN),
        ("F12", "CO", OPEN), ("F22", "CL", CLOSED), ("F52", "PE", CLOSED), ("T37", "US", CLOSED), ("C63", "IN", CLOSED),
        *(("T52", code, OPEN) for code in ("AU", "CL", "JP", "MX")), *(("T52", code, CLOSED) for code in ("BN", "MY", "PE")),
        *(("T51", code, OPEN) for code in ("AU", "BN", "CL", "JP", "MX")), ("T55", "PE", CLOSED), ("T50", "JP", UNDETERMINED),
    ],
)  # fmt: skip
def test_which_agreements_bring_a_spouse(permit, citizenship, outcome):
    facts = {**COUPLE, "worker__canada__permit": permit, "worker__citizenships": [citizenship]}
    assert ask("spouse_open_permit.of_agreement_worker", TODAY, **facts).outcome is outcome


# ------------------------------------------------------------------------------------------------- visas and borders

SCHEDULE = codes(
    "AD AU AT BS BB BE BN BG CL HR CY CZ DK EE FI FR DE GR HU IS IE IT JP KR LV LI LT LU MT MC NL NZ NO PG PL PT QA WS SM SG "
    "SK SI SB ES SE CH AE"
)
OTHERS = codes("GB IL HK TW VA RO")
BY_AIR = codes("AG AR BR CR ID MY MX MA PA PH KN LC VC SC TH TT UY")


def test_who_needs_no_visa_today():
    assert len(SCHEDULE) == 47
    assert listed("work_permit.visa_exempt", TODAY) == {*SCHEDULE, *OTHERS}


@pytest.mark.parametrize(
    ("country", "first", "exempt"),
    [("AE", "2018-06-05", True), ("QA", "2025-11-25", True), ("MX", "2024-02-29", False)],
)
def test_whose_need_of_a_visa_changed(country, first, exempt):
    before = (day(first) - dt.timedelta(days=1)).isoformat()
    assert (country in listed("work_permit.visa_exempt", before)) is not exempt
    assert (country in listed("work_permit.visa_exempt", first)) is exempt


@pytest.mark.parametrize(
    ("on", "countries"),
    [
        ("2017-05-01", {"BR", "BG", "RO"}), ("2017-11-30", {"BR", "BG", "RO"}), ("2017-12-01", {"BR"}), ("2023-06-05", {"BR"}),
        ("2023-06-06", set(BY_AIR) - {"MX", "ID", "MY"}), ("2024-02-28", set(BY_AIR) - {"MX", "ID", "MY"}),
        ("2024-02-29", set(BY_AIR) - {"ID", "MY"}), ("2026-05-25", set(BY_AIR) - {"ID", "MY"}), ("2026-05-26", set(BY_AIR)),
    ],
)  # fmt: skip
def test_who_may_fly_with_an_authorization_in_place_of_a_visa(on, countries):
    assert listed("entry.authorization_in_place_of_a_visa.countries", on) == countries


# Where the worker comes from the United States: the port of entry, and an eTA by air.
BORDER = """
citizen | green card | port of entry | no eTA by air
IN | no | no | yes
CN | no | no | yes
IN | yes | yes | yes
FR | no | yes | no
DE | no | yes | no
GB | no | yes | no
JP | no | yes | no
KR | no | yes | no
MX | no | no | no
BR | no | no | no
PH | no | no | no
US | no | yes | yes
MX | yes | yes | yes
"""


@pytest.mark.parametrize(("citizen", "card", "port", "no_eta"), rows(BORDER)[1])
def test_the_examples_of_people_in_the_united_states(citizen, card, port, no_eta):
    facts = {"worker__citizenships": [citizen], "worker__us_permanent_resident": card == "yes", "worker__location": "US",
             "worker__canada__arrives_by_air": True}  # fmt: skip
    yes = {"yes": OPEN, "no": CLOSED}
    assert ask("entry.permit_at_port_of_entry", TODAY, **facts).outcome is yes[port]
    assert ask("entry.without_electronic_authorization", TODAY, **facts).outcome is yes[no_eta]


@pytest.mark.parametrize(
    ("on", "citizen", "permit", "outcome"),
    [
        ("2024-12-23", "FR", "lmia", OPEN), ("2024-12-24", "FR", "lmia", CLOSED), ("2024-12-24", "US", "lmia", OPEN),
        ("2024-12-24", "CL", "F22", OPEN), ("2024-12-24", "KR", "F32", OPEN), ("2024-12-24", "KR", "lmia", CLOSED),
        ("2024-12-24", "FR", "F32", CLOSED),
    ],
)  # fmt: skip
def test_coming_back_from_the_border_for_a_permit(on, citizen, permit, outcome):
    facts = {"worker__citizenships": [citizen], "worker__us_permanent_resident": False, "worker__location": "CA",
             "worker__canada__permit": permit}  # fmt: skip
    assert ask("entry.permit_at_port_of_entry", on, **facts).outcome is outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("worker", OPEN),
        ("student", OPEN),
        ("resident_permit", OPEN),
        ("maintained", OPEN),
        ("visitor", CLOSED),
    ],
)
def test_who_may_apply_inside_canada(status, outcome):
    facts = {"worker__location": "CA", "worker__citizenships": ["IN"], "worker__family": "single",
             "worker__canada__works_under_exemption": False, "worker__canada__permit": "none"}  # fmt: skip
    assert (
        ask("entry.permit_from_within_canada", TODAY, **facts, worker__canada__status=status).outcome
        is outcome
    )
