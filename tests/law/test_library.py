"""The law on a day, as known on a day, and under a reform."""

import datetime as dt
import re

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.errors import LawError, UsageError
from landed.facts import Case, Snapshot
from landed.law import Law, Overlay
from landed.law.changes import law_changes
from landed.law.check import check_law

LAUNCH = dt.date(2017, 6, 12)
STREAM = "canada.global_talent_stream"
GIVEN = {
    "job.noc": "21231", "job.hourly_wage": 80.0, "job.prevailing_hourly_wage": 62.5, "employer.willing": True,
    "employer.exists": True, "employer.operates_in_canada": True, "employer.undertakes.labour_market_benefits_plan": True,
    "job.province": "BC",
}  # fmt: skip


def outcome(route, day, law=None, **given):
    snapshot = Snapshot(Case(on=day), day).with_facts({**GIVEN, **given})
    law = law or Law()
    return assess_route(Question(snapshot, law, day), law.route(route))


def test_the_law_is_consistent():
    assert [str(mistake) for mistake in check_law()] == []


def test_the_stream_begins_on_monday_12_june_2017():
    assert LAUNCH.weekday() == 0
    eve = outcome(f"{STREAM}.category_b", LAUNCH - dt.timedelta(days=1))
    assert (eve.outcome, eve.because, eve.next_day) == (Outcome.NOT_IN_FORCE, "before", LAUNCH)
    assert outcome(f"{STREAM}.category_b", LAUNCH).outcome is Outcome.OPEN


def test_what_was_not_yet_published_is_not_known():
    day = dt.date(2022, 12, 22)
    law = Law(known_on=dt.date(2022, 12, 21))
    civil = {"job.noc": "21300"}
    assert outcome(f"{STREAM}.category_b", day, **civil).outcome is Outcome.OPEN
    assert outcome(f"{STREAM}.category_b", day, law, **civil).outcome is Outcome.CLOSED


def test_a_reform_holds_on_all_days_or_from_a_day():
    law = Law(
        overlay=Overlay.of([f"{STREAM}.category_a.years_of_expertise=7", f"{STREAM}.lmia_fee_check=1"][:1])
    )
    files, _ = law.home(f"{STREAM}.category_a.years_of_expertise")
    parameter = files.declared["category_a.years_of_expertise"]
    assert law.at(dt.date(2018, 1, 1)).dated(parameter).value == 7
    from_day = Law(overlay=Overlay.of([f"{STREAM}.category_a.years_of_expertise@2020-01-01=7"]))
    assert from_day.at(dt.date(2019, 12, 31)).dated(parameter).value == 5
    found = from_day.at(dt.date(2020, 1, 1)).dated(parameter)
    assert (found.value, found.seen, found.overlay) == (
        7,
        "unverified",
        f"--set {STREAM}.category_a.years_of_expertise@2020-01-01=7",
    )


def test_an_overlay_file_adds_a_value_with_its_source(tmp_path):
    path = tmp_path / "counsel.yaml"
    path.write_text(
        'sources:\n  C: {title: "Gazette of December", seen: official, checked: 2026-12-02}\n'
        f'{STREAM}.wage_floor:\n  values:\n    2026-12-01: {{value: {{"21231": 90.00}}, src: C, scheme: noc2021, default: none}}\n'
    )
    law = Law(overlay=Overlay.of([], path))
    assert outcome(f"{STREAM}.category_b", dt.date(2026, 11, 30), law).outcome is Outcome.OPEN
    after = outcome(f"{STREAM}.category_b", dt.date(2026, 12, 1), law)
    assert after.outcome is Outcome.CLOSED
    assert [clause.node.key for clause in after.failing()] == ["wage_floor"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nonsense", "expected PARAMETER=VALUE"),
        (f"{STREAM}.category_a.years_of_expertise@2020-13-01=7", "is not a day"),
        (
            f"{STREAM}.category_a.years_of_expertice=7",
            "did you mean 'canada.global_talent_stream.category_a.years_of_expertise'",
        ),
        (f"{STREAM}.occupations=[1,", "not readable as JSON"),
    ],
)
def test_a_wrong_reform_is_refused_with_a_hint(text, says):
    with pytest.raises(UsageError, match=re.escape(says)):
        Law(overlay=Overlay.of([text]))


def test_a_reform_with_a_value_of_the_wrong_type_is_refused():
    with pytest.raises(UsageError, match="not a number"):
        Law(overlay=Overlay.of([f"{STREAM}.category_a.years_of_expertise=many"]))


def test_an_overlay_file_without_a_source_is_refused(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(f"sources: {{}}\n{STREAM}.wage_floor:\n  values:\n    2026-12-01: {{value: 1}}\n")
    with pytest.raises(LawError, match="has no source"):
        Overlay.of([], path)


def test_an_unknown_route_names_the_nearest():
    with pytest.raises(UsageError, match=r"did you mean 'canada\.global_talent_stream\.category_b'"):
        Law().route("canada.global_talent_stream.category_bb")


def test_the_launch_day_is_in_the_list_of_changes_and_its_eve_is_not():
    found = {change.parameter for change in law_changes(Law(), LAUNCH - dt.timedelta(days=1), LAUNCH)}
    assert f"{STREAM}.category_b.in_force" in found
    assert not law_changes(Law(), LAUNCH - dt.timedelta(days=2), LAUNCH - dt.timedelta(days=1))


def test_a_list_last_seen_a_year_ago_makes_the_answer_stale():
    found = outcome(f"{STREAM}.category_b", dt.date(2026, 11, 22))
    assert found.stale_since == dt.date(2025, 11, 21)
    assert outcome(f"{STREAM}.category_b", dt.date(2025, 11, 20)).stale_since is None


def test_an_answer_open_only_by_something_unverified_says_so():
    given = {
        "employer.referred_by_designated_partner": True, "job.advanced_industry_knowledge": True, "job.needs_advanced_degree": True,
        "employer.gts_positions_this_year": 2, "job.hourly_wage": 80.0, "job.hours_per_week": 40, "job.noc": "2132",
    }  # fmt: skip
    found = outcome(f"{STREAM}.category_a", dt.date(2018, 1, 15), **given)
    assert (found.outcome, found.confidence, found.weak) == (Outcome.OPEN, "unverified", True)
    today = outcome(f"{STREAM}.category_a", dt.date(2026, 11, 22), **{**given, "job.noc": "21301"})
    assert (today.outcome, today.weak) == (Outcome.OPEN, False)


def test_a_stated_fact_trips_a_reservation_and_an_unknown_one_does_not():
    barred = outcome(
        f"{STREAM}.category_b", dt.date(2026, 11, 22), **{"employer.barred_from_hiring_foreign_workers": True}
    )
    assert barred.outcome is Outcome.CLOSED
    assert outcome(f"{STREAM}.category_b", dt.date(2026, 11, 22)).outcome is Outcome.OPEN
