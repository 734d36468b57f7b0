"""Facts of Canada's ways to stay worked out from lists: whose relatives, which children, which results, which work."""

import datetime as dt

import pytest

from landed.expr.values import Members, Span
from landed.facts import Case, Snapshot, job, spouse, worker
from landed.facts.casefile import read_case_text

ON = dt.date(2026, 11, 22)
SIBLING = {"relationship": "sibling", "status": "citizen", "adult": True, "of": "spouse"}
IELTS = {"test": "ielts_general", "taken": "2026-05-01"}
CELPIP = {"test": "celpip_general", "taken": "2025-03-01"}
PARTS = ("listening", "reading", "writing", "speaking")


def told(on=ON, **facts):
    return Snapshot(Case(on=on)).with_facts({name.replace("__", "."): value for name, value in facts.items()})


def scores(*each):
    return dict(zip(PARTS, each * (4 if len(each) == 1 else 1), strict=True))


# --------------------------------------------------------------------------------------------------------- family


@pytest.mark.parametrize(
    ("birth", "on", "count"),
    [
        ("2004-11-23", "2026-11-22", (1, 1)),
        ("2004-11-22", "2026-11-22", (0, 0)),
        ("1998-01-01", "2017-10-24", (1, 1)),
        ("1998-01-01", "2017-10-23", (0, 1)),
        ("2010-01-01", "2017-10-23", (1, 1)),
    ],
)
def test_a_child_is_counted_in_the_family_while_under_22(birth, on, count):
    snapshot = told(dt.date.fromisoformat(on), worker__family="single", children=[{"birth_date": birth}])
    assert snapshot.value(worker.children_count) == Span(*count)
    assert snapshot.value(worker.family_size) == Span(1 + count[0], 1 + count[1])


def test_a_grown_child_counts_where_a_condition_keeps_it_dependent():
    grown = {"birth_date": "1990-01-01"}
    assert told(children=[grown | {"dependent": True}]).value(worker.children_count) == Span(1, 1)
    assert told(children=[grown | {"dependent": False}]).value(worker.children_count) == Span(0, 0)


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("spouse: none", (1, 1)),
        ("spouse: {accompanying: false}", (1, 2)),
        ("spouse: {accompanying: false, birth_date: 1990-01-01}", (2, 2)),
        ("spouse: {accompanying: true}", (2, 2)),
    ],
)
def test_a_spouse_who_stays_behind_is_of_the_family(said, size):
    case = read_case_text(f"on: 2026-11-22\nworker: {{location: US}}\nchildren: []\n{said}\n", "case.yaml")
    assert Snapshot(case).value(worker.family_size) == Span(*size)


@pytest.mark.parametrize(
    ("comes", "settled", "counts"),
    [
        (True, False, True),
        (False, False, False),
        (True, True, False),
        (True, None, None),
        (None, False, None),
    ],
)
def test_a_relative_of_the_spouse_counts_only_where_the_spouse_comes_and_is_not_settled_in_canada(
    comes, settled, counts
):
    snapshot = told(
        worker__canada__relatives=[SIBLING],
        spouse__accompanying=comes,
        spouse__citizen_or_permanent_resident=settled,
    )
    assert snapshot.value(worker.sibling_in_canada) is counts
    assert snapshot.value(worker.relative_in_canada) is counts


# -------------------------------------------------------------------------------------------------------- results


def test_of_two_tests_that_still_count_the_better_is_entered_though_it_is_older():
    snapshot = told(worker__languages=[IELTS | scores(6), CELPIP | scores(9)])
    assert snapshot.value(worker.english.clb) == Span(9, 9)
    assert snapshot.value(worker.english.test) == frozenset({"celpip_general"})
    assert snapshot.value(worker.english.test_date) == Span(*[dt.date(2025, 3, 1).toordinal()] * 2)


def test_a_better_test_that_is_two_years_old_no_longer_counts():
    lists = [IELTS | scores(6), CELPIP | scores(9)]
    assert told(dt.date(2027, 2, 28), worker__languages=lists).value(worker.english.clb) == Span(9, 9)
    assert told(dt.date(2027, 3, 1), worker__languages=lists).value(worker.english.clb) == Span(7, 7)


def test_where_each_test_is_better_in_something_either_may_be_entered():
    snapshot = told(worker__languages=[IELTS | scores(6), CELPIP | scores(9, 9, 9, 5)])
    assert snapshot.value(worker.english.listening) == Span(7, 9)
    assert snapshot.value(worker.english.speaking) == Span(5, 7)


@pytest.mark.parametrize(
    ("taken", "noted"),
    [("2023-12-10", False), ("2023-12-11", True), ("2024-05-06", True), ("2024-05-07", False)],
)
def test_tef_results_that_were_issued_anew_are_told_of(taken, noted):
    tef = {"test": "tef_canada", "taken": taken, **scores(207)}
    snapshot = told(dt.date(2025, 1, 1), worker__languages=[tef])
    assert snapshot.value(worker.french.reading) == Span(7, 7)
    assert any("issued anew" in note for note in snapshot.notes) is noted


def test_without_any_results_either_language_may_be_claimed_as_the_first():
    assert told(worker__languages=[]).value(worker.first_language) == frozenset({"english", "french"})


@pytest.mark.parametrize(
    ("english", "french", "on", "first"),
    [
        ((7, 7, 7, 7), (5, 5, 5, 5), ON, {"english"}),
        ((5, 5, 5, 5), (7, 7, 7, 7), ON, {"french"}),
        ((9, 7, 7, 7), (5, 5, 5, 8), ON, {"english", "french"}),
        ((9, 9, 9, 9), (5, 5, 5, 5), dt.date(2028, 5, 1), {"french"}),  # the English ones are two years old
    ],
)
def test_of_two_languages_with_results_the_better_is_the_first_where_nobody_says(english, french, on, first):
    celpip = {"test": "celpip_general", "taken": "2026-05-01", **scores(*english)}
    tcf = {"test": "tcf_canada", "taken": "2026-10-01"}
    least = {5: (369, 375, 6, 6), 7: (458, 453, 10, 10), 8: (503, 499, 12, 12)}
    tcf |= {part: least[level][place] for place, (part, level) in enumerate(zip(PARTS, french, strict=True))}
    snapshot = told(on, worker__languages=[celpip, tcf])
    assert snapshot.value(worker.first_language) == frozenset(first)
    claimed = told(on, worker__languages=[celpip, tcf], worker__first_language="french")
    assert claimed.value(worker.first_language) == frozenset({"french"})


# ----------------------------------------------------------------------------------------------------------- work


def jobs(*rows):
    return [{"country": "IN", "hours_per_week": 40, **row} for row in rows]


FIRST, THEN = {"from": "2025-01-01", "to": "2025-06-30"}, {"from": "2025-07-01", "to": "2026-01-15"}


@pytest.mark.parametrize(
    ("one", "other", "months"),
    [
        ("21231", "21231", (12, 12)),  # one code
        ("2173", "21231", (6, 12)),  # software engineers of 2016 may be those of 2021, or data scientists
        ("2173", "21232", (6, 6)),  # and are no developers
    ],
)
def test_a_run_over_two_versions_of_the_classification_may_be_in_one_occupation(one, other, months):
    snapshot = told(worker__experience=jobs(FIRST | {"noc": one}, THEN | {"noc": other}))
    assert snapshot.value(worker.continuous_skilled_months) == Span(*months)
    surely = frozenset({"21231"}) if months[0] == 12 else frozenset()
    held = snapshot.value(worker.occupations_for_a_year)
    assert isinstance(held, Members)
    assert held.certain == surely
    assert ("21231" in held.possible) == (months[1] == 12)


def test_work_without_an_occupation_is_surely_in_none():
    snapshot = told(worker__experience=jobs(FIRST | {"noc": "21220"}, THEN))
    assert snapshot.value(worker.occupations_for_a_year) == Members(frozenset(), frozenset({"21220"}))


CANADA = {"country": "CA", "authorized": True, "self_employed": False, "full_time_student": False}
LONG_AGO = {"from": "2012-01-01", "to": "2013-12-31"}


def test_a_year_of_work_in_canada_is_one_however_long_ago_and_a_spouses_in_any_occupation():
    row = {"noc": "21231", **CANADA, **LONG_AGO}
    snapshot = told(worker__experience=jobs(row), spouse__experience=jobs(row | {"noc": "65100"}))
    assert snapshot.value(worker.canadian_work_years) == Span(0, 0)
    assert snapshot.value(worker.skilled_year_in_canada) is True
    assert snapshot.value(spouse.year_of_work_in_canada) is True
    assert told(worker__experience=jobs(row | {"noc": "65100"})).value(worker.skilled_year_in_canada) is False


@pytest.mark.parametrize(
    ("changes", "counts"),
    [({"authorized": False}, False), ({"self_employed": True}, None), ({"full_time_student": True}, None)],
)
def test_a_year_without_permit_is_none_and_one_for_oneself_or_as_a_student_is_open(changes, counts):
    row = {"noc": "21231", **CANADA, **LONG_AGO, **changes}
    assert told(worker__experience=jobs(row)).value(worker.skilled_year_in_canada) is counts


def test_years_in_canada_stated_as_a_number_settle_the_year():
    for years, counts in ((0, False), (1, True), (5, True)):
        assert told(worker__canadian_work_years=years).value(worker.skilled_year_in_canada) is counts


@pytest.mark.parametrize(("noc", "kind"), [("21231", "lmia_permit"), ("65100", "none"), ("14100", "none")])
def test_an_offer_in_teer_4_or_5_is_no_arranged_employment(noc, kind):
    snapshot = told(job__noc=noc, job__arranged_employment="lmia_permit")
    assert snapshot.value(job.arranged_employment_counted) == frozenset({kind})


TRADE = {"noc": "72200", "from": "2023-01-01", "to": "present"}


def test_trades_count_work_for_oneself_in_canada_and_categories_leave_it_open():
    snapshot = told(worker__experience=jobs(TRADE | CANADA | {"self_employed": True}))
    trades = snapshot.value(worker.occupations_for_two_years_in_five)
    assert trades == Members(frozenset({"72200"}), frozenset({"72200"}))
    assert snapshot.value(worker.occupations_for_a_year) == Members(frozenset(), frozenset({"72200"}))
    without = told(worker__experience=jobs(TRADE | CANADA | {"authorized": False}))
    assert without.value(worker.occupations_for_two_years_in_five) == Members(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("row", "months"),
    [
        ({"noc": "14100"}, 46),
        ({"noc": "65100"}, 0),
        ({"noc": "21231", "self_employed": True}, 0),
        ({"noc": "21231", **CANADA, "full_time_student": True}, 46),
        ({"noc": "21231", **CANADA, "authorized": False}, 0),
    ],
)
def test_the_atlantic_class_counts_employees_in_teer_0_to_4(row, months):
    found = told(worker__experience=jobs({"from": "2023-01-01", "to": "present", **row}))
    assert found.value(worker.employed_months_in_five_years) == Span(months, months)


@pytest.mark.parametrize(
    ("noc", "before", "after"),
    [
        ("21231", (5, 5), (5, 5)),  # level A, TEER 1
        ("73300", (0, 0), (5, 5)),  # truck drivers: level C, TEER 3
        ("7511", (0, 0), (0, 5)),
        ("33102", (0, 0), (5, 5)),  # nurse aides: level C, TEER 3
        ("54100", (0, 5), (0, 0)),  # program leaders: in part level B, TEER 4
        ("5254", (5, 5), (0, 0)),
        ("65100", (0, 0), (0, 0)),
        ("22311", (0, 5), (5, 5)),  # of a group of level B and one of level C
    ],
)
def test_until_15_november_2022_skilled_work_is_that_of_type_0_and_levels_a_and_b(noc, before, after):
    job = {"noc": noc, "country": "IN", "hours_per_week": 40, "from": "2016-01-01", "to": "2021-06-30"}
    for on, years in ((dt.date(2022, 11, 15), before), (dt.date(2022, 11, 16), after)):
        assert told(on, worker__experience=[job]).value(worker.foreign_work_years) == Span(*years)


def test_a_dancers_work_asked_the_higher_level_of_language_until_15_november_2022():
    dance = [{"noc": "53120", "country": "CA", "hours_per_week": 40, "from": "2021-01-01", "to": "present"}]
    assert told(dt.date(2022, 11, 15), worker__experience=dance).value(worker.canadian_work_teer) == Span(
        0, 1
    )
    assert told(dt.date(2022, 11, 16), worker__experience=dance).value(worker.canadian_work_teer) == Span(
        2, 3
    )


def test_work_without_permit_in_a_country_not_told_may_count():
    row = {
        "noc": "21231",
        "hours_per_week": 40,
        "authorized": False,
        "from": "2020-01-01",
        "to": "2022-12-31",
    }
    assert told(worker__experience=[row]).value(worker.skilled_work_years) == Span(0, 3)
    assert told(worker__experience=[row | {"country": "IN"}]).value(worker.skilled_work_years) == Span(3, 3)
    assert told(worker__experience=[row | {"country": "CA"}]).value(worker.skilled_work_years) == Span(0, 0)


@pytest.mark.parametrize(
    ("country", "years", "studied"), [("CA", 1, False), ("CA", 2, None), ("CA", None, None), ("IN", 4, False)]
)
def test_a_program_of_a_year_is_no_two_years_of_study_in_canada(country, years, studied):
    study = {"level": "one_year" if years == 1 else "master", "country": country, "completed": "2020-06-01"}
    study |= {"years": years} if years else {}
    assert told(worker__education=[study]).value(worker.study_in_canada_two_years) is studied


@pytest.mark.parametrize(
    ("relatives", "counts"),
    [
        ([], False),
        ([{"relationship": "sibling", "status": "citizen", "province": "AB"}], True),
        ([{"relationship": "sibling", "status": "citizen", "province": "ON"}], False),
        ([{"relationship": "cousin", "status": "citizen", "province": "AB"}], False),
        ([{"relationship": "parent", "status": "other", "province": "AB"}], False),
        ([{"relationship": "parent", "status": "citizen"}], None),
        ([{"relationship": "parent", "status": "citizen", "province": "AB", "of": "spouse"}], None),
    ],
)
def test_a_relative_in_the_province_of_the_job_is_a_parent_child_or_sibling_there(relatives, counts):
    snapshot = told(job__province="AB", worker__canada__relatives=relatives)
    assert snapshot.value(worker.relative_in_province) is counts


def test_years_stated_for_canada_and_abroad_are_the_least_of_all_skilled_years():
    totals = {"worker__canadian_work_years": 1, "worker__foreign_work_years": 3}
    assert told(**totals).value(worker.skilled_work_years) == Span(3, 10)
    assert told(**totals, worker__skilled_work_years=4).value(worker.skilled_work_years) == Span(4, 4)
    assert told().value(worker.skilled_work_years) == Span(0, 10)
