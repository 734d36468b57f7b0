"""Express Entry for whole persons: jobs and studies told, clocks to the day, and what changes when."""

import datetime as dt

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.assess.cliffs import cliffs
from landed.assess.points import points
from landed.facts import Case, Snapshot
from landed.law import Law
from landed.plan.procedures import procedures
from tests.law.express_entry_cases import line, system, total

EE = "canada.express_entry"
BACHELOR = {
    "level": "bachelor",
    "country": "IN",
    "years": 4,
    "completed": "2015-06-01",
    "assessed": "2025-02-10",
}
ENGLISH = {
    "test": "ielts_general", "taken": "2025-09-01", "listening": 8.5, "reading": 8.0, "writing": 7.5, "speaking": 8.0,
}  # fmt: skip
HERE = {"noc": "21231", "country": "US", "from": "2019-09-15", "to": "present", "hours_per_week": 40}
ENGINEER = {
    "worker.birth_date": "1994-03-14", "worker.education": [BACHELOR], "worker.languages": [ENGLISH],
    "worker.experience": [HERE], "worker.canada.relatives": "none", "worker.trade_certificate": False,
    "worker.provincial_nomination": False, "worker.family": "single", "children": "none", "worker.settlement_funds": 20000,
    "goals.in_quebec": False, "job.arranged_employment": "none",
}  # fmt: skip


def question(on: str, **given) -> Question:
    day = dt.date.fromisoformat(on)
    case = {**ENGINEER, **{name.replace("__", "."): value for name, value in given.items()}}
    return Question(Snapshot(Case(on=day)).with_facts(case), Law(), day)


def outcome(asked: Question, key: str) -> Outcome:
    return assess_route(asked, asked.law.route(f"{EE}.{key}")).outcome


def test_an_engineer_on_h1b_has_the_points_of_work_abroad_and_none_of_canada():
    found = points(question("2026-07-01"), system("crs"))
    assert (
        line(found, "canadian_work"),
        line(found, "foreign_work_language"),
        line(found, "foreign_work_work"),
    ) == (0, 50, 0)
    assert total(found) == 94 + 120 + 4 * 34 + 25 + 50


def test_p03_work_abroad_counts_only_in_teer_0_to_3():
    cook = {"noc": "65201", "country": "US", "from": "2022-06-01", "to": "present", "hours_per_week": 40}
    found = points(question("2026-07-01", worker__experience=[cook]), system("crs"))
    assert line(found, "foreign_work_language") == 0
    graduate = {
        "worker__birth_date": "2000-03-01",
        "worker__education": [{"level": "master", "country": "US", "years": 2, "completed": "2023-05-15", "assessed": "2026-01-10"}],
        "worker__experience": [{"noc": "21231", "country": "US", "from": "2023-06-26", "to": "present", "hours_per_week": 40}],
    }  # fmt: skip
    asked = question("2026-07-01", **graduate)
    found = points(asked, system("crs"))
    assert (line(found, "canadian_work"), line(found, "foreign_work_language")) == (0, 50)
    assert total(found) == 110 + 135 + 4 * 34 + 50 + 50
    assert outcome(asked, "canadian_experience_class") is Outcome.CLOSED
    assert outcome(asked, "federal_skilled_worker") is Outcome.OPEN


def test_a_foreign_degree_counts_only_while_its_assessment_is_young():
    def education(on: str, **study) -> int:
        return line(
            points(question(on, worker__education=[{**BACHELOR, **study}]), system("crs")), "education"
        )

    assert education("2025-02-09") == 0
    assert education("2025-02-10") == 120
    assert education("2030-02-09") == 120
    assert education("2030-02-10") == 0
    assert education("2026-06-01", assessed="none") == 0
    assert education("2026-06-01", country="CA", assessed="none") == 120
    unsaid = {name: value for name, value in BACHELOR.items() if name != "assessed"}
    found = points(question("2026-06-01", worker__education=[unsaid]), system("crs"))
    assert not found.total.exact
    assert "worker.education" in found.missing


def test_two_degrees_count_as_two_only_where_both_count():
    diploma = {"level": "one_year", "country": "IN", "completed": "2016-06-01", "assessed": "2025-02-10"}

    def education(other) -> int:
        return line(
            points(question("2026-06-01", worker__education=[BACHELOR, other]), system("crs")), "education"
        )

    assert education(diploma) == 128
    assert education(diploma | {"assessed": "none"}) == 120


def test_results_count_until_the_eve_of_their_second_year():
    def listening(on: str) -> int:
        return line(points(question(on), system("crs")), "first_language_listening")

    assert listening("2027-08-31") == 34
    assert listening("2027-09-01") == 0
    asked = question("2026-06-01")
    clock = assess_route(asked, asked.law.route(f"{EE}.english_results")).route.runs_out
    assert asked.ask(clock).span.lo == dt.date(2027, 8, 31).toordinal()


def test_levels_stated_without_a_day_are_usable_then_open_and_after_two_years_gone():
    stated = {"worker.first_language": "english", "worker.english.clb": 9}
    snapshot = Snapshot(Case(on=dt.date(2026, 6, 1))).with_facts({
        **{name: value for name, value in ENGINEER.items() if name != "worker.languages"}, **stated, "worker.french": "none",
    })  # fmt: skip

    def listening(on: str):
        day = dt.date.fromisoformat(on)
        found = points(Question(snapshot.on_day(day), Law(), day), system("crs"))
        return next(each.points for each in found.lines if each.line.key == "first_language_listening")

    # The day supposed of is the day of the case here: the levels were usable on 1 June 2026.
    assert (listening("2026-06-01").lo, listening("2026-06-01").hi) == (31, 31)
    assert (listening("2027-06-01").lo, listening("2027-06-01").hi) == (0, 31)
    assert (listening("2028-06-01").lo, listening("2028-06-01").hi) == (0, 0)


@pytest.mark.parametrize(
    ("invited", "last"),
    [
        ("2016-11-18", "2017-01-17"), ("2016-11-19", "2017-02-17"), ("2018-06-26", "2018-09-24"),
        ("2018-06-27", "2018-08-26"), ("2020-04-09", "2020-07-08"), ("2021-06-28", "2021-09-26"),
        ("2021-06-29", "2021-08-28"), ("2026-05-28", "2026-07-27"),
    ],
)  # fmt: skip
def test_the_time_to_apply_is_that_of_the_day_of_the_invitation(invited, last):
    for on in (invited, last):
        asked = question(on, worker__express_entry__invited_on=invited)
        clock = asked.law.route(f"{EE}.invitation").runs_out
        assert asked.ask(clock).span.lo == dt.date.fromisoformat(last).toordinal()


def test_of_march_2020_the_day_of_the_change_was_not_seen():
    asked = question("2020-04-15", worker__express_entry__invited_on="2020-03-18")
    assert not asked.ask(asked.law.route(f"{EE}.invitation").runs_out).span.exact


def test_a_profile_stands_for_twelve_months():
    asked = question("2026-06-01", worker__express_entry__profile_on="2025-08-31")
    assert asked.ask(asked.law.route(f"{EE}.profile").runs_out).span.lo == dt.date(2026, 8, 31).toordinal()


def test_birthdays_anniversaries_and_expiries_change_the_score_on_their_day():
    asked = question("2026-06-01")
    found = cliffs(asked, system("crs"), dt.date(2024, 1, 1), dt.date(2030, 12, 31))
    turns = {each.since: each.why for each in found}
    assert turns[dt.date(2025, 3, 14)] == ("Age: 105, now 99",)
    assert turns[dt.date(2026, 3, 14)] == ("Age: 99, now 94",)
    assert any("Education" in why for why in turns[dt.date(2025, 2, 10)])
    assert any("listening: 0, now 34" in why for why in turns[dt.date(2025, 9, 1)])
    assert any("listening: 34, now 0" in why for why in turns[dt.date(2027, 9, 1)])
    assert any("high wage" in why for why in turns[dt.date(2026, 11, 3)])
    assert [each.since for each in found[1:]] == [each.until + dt.timedelta(1) for each in found[:-1]]


def test_years_of_work_in_canada_count_on_the_day_they_are_full():
    job = {"noc": "21231", "country": "CA", "from": "2025-06-02", "to": "present", "hours_per_week": 40, "authorized": True, "self_employed": False, "full_time_student": False}  # fmt: skip
    asked = question("2026-06-01", worker__experience=[job])
    found = cliffs(asked, system("crs"), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    full = [
        each.since
        for each in found
        if any("work in Canada, full years: 0, now 40" in why for why in each.why)
    ]
    assert full == [dt.date(2026, 5, 29)]  # 52 weeks of 30 hours, from a Monday to the Friday of the last


def test_p14_moving_to_canada_closes_no_class():
    asked = question("2026-09-01", worker__us_status__i140__approved="2016-09-01", job__province="BC")
    assert outcome(asked, "federal_skilled_worker") is Outcome.OPEN
    assert outcome(asked, "canadian_experience_class") is Outcome.CLOSED
    assert outcome(asked, "category_stem") is Outcome.CLOSED


def test_p25_a_founder_counts_work_for_herself_abroad_and_not_in_canada():
    abroad = {
        "noc": "00015",
        "country": "US",
        "from": "2020-01-01",
        "to": "present",
        "hours_per_week": 50,
        "self_employed": True,
    }
    found = points(question("2026-11-01", worker__experience=[abroad]), system("crs"))
    assert line(found, "foreign_work_language") == 50
    here = points(question("2026-11-01", worker__experience=[abroad | {"country": "CA"}]), system("crs"))
    assert line(here, "canadian_work") == 0


def test_to_fit_a_class_is_never_said_to_be_an_invitation():
    asked = question("2026-06-01")
    for key in ("federal_skilled_worker", "canadian_experience_class", "federal_skilled_trades"):
        route = asked.law.route(f"{EE}.{key}")
        assert "no invitation" in route.summary
        assert any("Only who is invited may apply" in each.text for each in route.reservations)


def test_who_misrepresented_something_is_kept_out():
    asked = question("2026-06-01", worker__history__misrepresentation="found")
    assert outcome(asked, "federal_skilled_worker") is Outcome.CLOSED


def test_the_fees_follow_the_day_and_the_family():
    steps = {
        step.id: step for step in procedures(EE)[f"{EE}.federal_skilled_worker".rpartition(".")[2]].steps
    }
    charges = {charge.title: charge for charge in steps["fsw_apply"].charges}
    for on, fee, residence in (
        ("2020-04-30", 825, 500), ("2022-04-29", 825, 500), ("2022-04-30", 850, 515), ("2024-04-30", 950, 575),
        ("2026-04-29", 950, 575), ("2026-04-30", 990, 600),
    ):  # fmt: skip
        asked = question(on)
        assert asked.ask(charges["Processing fee, principal applicant"].amount).span.lo == fee * 100
        adults = charges["Right of permanent residence fee, each adult"].amount
        assert asked.ask(adults).span.lo == residence * 100
        partner = {"spouse__accompanying": True, "spouse__citizen_or_permanent_resident": False}
        assert question(on, **partner).ask(adults).span.lo == 2 * residence * 100
    biometrics = charges["Biometrics, with a family at most the amount for a family"].amount
    children = [{"birth_date": "2012-06-01"}, {"birth_date": "2020-06-01"}]  # the older one is 14 on the day
    assert question("2026-06-01", children=children).ask(biometrics).span.lo == 17000
    assert question("2026-06-01", worker__children_count=0).ask(biometrics).span.lo == 8500


def test_the_medical_exam_comes_first_since_21_august_2025():
    steps = {step.id: step for step in procedures(EE)["federal_skilled_worker"].steps}
    first, later = steps["fsw_medical"].when, steps["fsw_medical_later"].when
    assert [question(on).ask(first).truth for on in ("2025-08-20", "2025-08-21")] == [False, True]
    assert [question(on).ask(later).truth for on in ("2025-08-20", "2025-08-21")] == [True, False]
