"""Canada's tables for work, as they were read: every row and every cell, typed from the sources and not from the code.

Lists, wage lines, waiting times, fees, professions, and who may apply at the border, on both sides of each of their days.
"""

import datetime as dt
from functools import cache

import pytest

from landed.assess import Question
from landed.expr.dated import Absent
from landed.facts import Case, Snapshot, job
from landed.law import Law
from landed.law.canada.cusma import rules as cusma
from landed.law.canada.global_talent_stream import rules as stream
from landed.law.canada.work_permit import rules as permit

LAW = Law()
DAY = dt.timedelta(days=1)
TODAY = "2026-11-22"


def day(text):
    return dt.date.fromisoformat(text)


@cache
def dated(name, on):
    """Return what a parameter of Canada is worth on a day."""
    files, local = LAW.home(f"canada.{name}")
    return LAW.at(day(on)).dated(files.declared[local])


def truth(expression, on, **facts):
    """Ask a condition of a case: `job__noc` is job.noc."""
    given = {name.replace("__", "."): value for name, value in facts.items()}
    return Question(Snapshot(Case(on=day(on))).with_facts(given), LAW, day(on)).ask(expression).truth


def the_day_before(text):
    return (day(text) - DAY).isoformat()


def rows(table):
    """Read a table written as text: a header, then a row a line, cells between bars."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return header, lines


def stretches(starts, end=TODAY):
    """Return the first and the last day of each stretch that begins on one of these days."""
    return [
        (since, on)
        for since, until in zip(starts, [*starts[1:], (day(end) + DAY).isoformat()], strict=True)
        for on in (since, the_day_before(until))
    ]


# ------------------------------------------------------------------------ the Global Talent Occupations List

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


# --------------------------------------------------------------------------------------- the high-wage line

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


# -------------------------------------------------------------------------------- how long an LMIA holds, fees


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


# ----------------------------------------------------------------------------------- how long a permit takes

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


# ------------------------------------------------------------------------------------- the 63 professions

# d: a degree in the field (or the degree named); n: a licenciatura only; l: a license or the designation named;
# p: a diploma and three years; x: five years of experience; c: training in claims, with a degree or three years;
# k: theoretical knowledge, under a professional.
GENERAL = """
accountant dl, architect dl, computer_systems_analyst dp, disaster_relief_claims_adjuster c, economist d, engineer dl,
forester dl, graphic_designer dp, hotel_manager dp, industrial_designer dp, interior_designer dp, land_surveyor dl,
landscape_architect d, lawyer dl, librarian d, management_consultant dx, mathematician d, range_manager d,
research_assistant d, scientific_technician k, social_worker d, sylviculturist d, technical_publications_writer dp,
urban_planner d, vocational_counsellor d
"""
MEDICAL = """
dentist dl, dietitian dl, medical_laboratory_technologist dp, nutritionist d, occupational_therapist dl, pharmacist dl,
physician dl, physiotherapist dl, psychologist nl, recreational_therapist d, registered_nurse nl, veterinarian dl
"""
SCIENTISTS = """
agriculturist, animal_breeder, animal_scientist, apiculturist, astronomer, biochemist, biologist, chemist,
dairy_scientist, entomologist, epidemiologist, geneticist, geologist, geochemist, geophysicist, horticulturist,
meteorologist, pharmacologist, physicist, plant_breeder, poultry_scientist, soil_scientist, zoologist
"""
TEACHERS = "college_teacher, seminary_teacher, university_teacher"
LISTS = {
    "general": [entry.split() for entry in GENERAL.strip().replace("\n", " ").split(", ")],
    "medical": [entry.split() for entry in MEDICAL.strip().replace("\n", " ").split(", ")],
    "scientists": [(name, "d") for name in SCIENTISTS.strip().replace("\n", " ").split(", ")],
    "teachers": [(name, "d") for name in TEACHERS.split(", ")],
}
PROFESSIONS = {name.rstrip(","): marks for group in LISTS.values() for name, marks in group}
NOTHING = {
    "worker__education_level": "secondary", "worker__degree_fits_profession": False, "worker__professional_license": False,
    "worker__licenciatura_in_profession": False, "worker__post_secondary_diploma_north_america": False,
    "worker__years_in_profession": 0, "worker__disaster_claims_training": False,
    "worker__technician_under_professional": False,
}  # fmt: skip
DEGREE = {"worker__education_level": "bachelor", "worker__degree_fits_profession": True}
DIPLOMA = {"worker__post_secondary_diploma_north_america": True}
HOLDS = {
    "d": [DEGREE],
    "n": [{"worker__licenciatura_in_profession": True}],
    "l": [{"worker__professional_license": True}],
    "p": [{**DIPLOMA, "worker__years_in_profession": 3}],
    "x": [{"worker__years_in_profession": 5}],
    "c": [
        {**DEGREE, "worker__disaster_claims_training": True},
        {"worker__years_in_profession": 3, "worker__disaster_claims_training": True},
    ],
    "k": [{"worker__technician_under_professional": True}],
}
SHORT = {
    "p": [{**DIPLOMA, "worker__years_in_profession": 2}, {"worker__years_in_profession": 3}],
    "x": [{"worker__years_in_profession": 4}],
    "c": [DEGREE, {"worker__disaster_claims_training": True, "worker__years_in_profession": 2}],
}


def test_there_are_63_professions():
    assert {name: len(group) for name, group in LISTS.items()} == {
        "general": 25, "medical": 12, "scientists": 23, "teachers": 3,
    }  # fmt: skip
    assert dated("cusma.professions", TODAY).value.whole == PROFESSIONS.keys()
    assert len(PROFESSIONS) == 63


@pytest.mark.parametrize(("profession", "marks"), PROFESSIONS.items(), ids=PROFESSIONS)
@pytest.mark.parametrize("on", ["2017-06-12", TODAY])
def test_the_credentials_of_every_profession(profession, marks, on):
    def suffices(facts):
        return truth(cusma._credential, on, job__profession=profession, **{**NOTHING, **facts})

    assert not suffices({})
    for mark, ways in HOLDS.items():
        if mark == "c" and "d" in marks:  # one of its ways holds a degree, which alone is enough here
            continue
        assert [suffices(facts) for facts in ways] == [mark in marks] * len(ways), mark
    for mark in set(marks) & set(SHORT):
        assert not any(suffices(facts) for facts in SHORT[mark])


@pytest.mark.parametrize(
    "title", ["software_developer", "programmer", "web_developer", "data_scientist", "product_manager"]
)
def test_titles_of_the_trade_are_not_on_the_list(title):
    assert title not in PROFESSIONS
    assert truth(cusma.professions.has(job.profession), TODAY, job__profession=title) is False


# ---------------------------------------------------------------------------------- who may ask at the border

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
