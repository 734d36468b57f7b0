"""Real situations, and what any correct answer to them must satisfy: P01, P27 for one worker, P29."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.facts import Snapshot, read_case
from landed.law import Law, Overlay
from landed.plan import make_plan

ROOT = Path(__file__).parents[2]
GRACE = "united_states.grace_period.sixty_days"


def case_of(name):
    folder = (
        ROOT / "examples" if name in ("laid-off", "h1b-engineer", "two-weeks") else ROOT / "tests/personas"
    )
    return read_case(folder / f"{name}.yaml")


@pytest.fixture(scope="module")
def laid_off():
    return make_plan(case_of("laid-off"))


def deadline(plan, route):
    return next(one for one in plan.deadlines if one.id == route)


def test_p01_the_grace_ends_on_16_march_2026_and_it_is_up_to(laid_off):
    grace = deadline(laid_off, GRACE)
    assert grace.day == dt.date(2026, 3, 16)
    assert grace.discretionary
    assert laid_off.binding.deadline.id == GRACE


def test_p01_an_earlier_i94_ends_the_grace_earlier():
    case = case_of("laid-off")
    what_if = {
        "worker.us_status.i94_expires": "2026-02-01",
        "worker.us_status.petition_expires": "2026-02-01",
    }
    plan = make_plan(case, what_if=what_if)
    assert deadline(plan, GRACE).day == dt.date(2026, 2, 1)


def test_p01_severance_has_no_effect():
    text = (ROOT / "examples/laid-off.yaml").read_text()
    assert "severance" not in text  # there is no such fact: nothing to give, nothing to move
    from landed.facts import FACTS

    assert not [name for name in FACTS if "severance" in name]


def test_p01_day_45_is_1_march(laid_off):
    assert any(step.ends.if_every_standard_is_met == dt.date(2026, 3, 1) for step in laid_off.meanwhile)


@pytest.mark.parametrize(
    "route", ["canada.global_talent_stream.category_b", "canada.intra_company_transfer.specialized_knowledge"]
)
def test_p01_without_an_employer_no_canadian_route_is_open_and_the_answer_says_what_is_missing(route):
    case = case_of("laid-off")
    law = Law()
    found = assess_route(Question(Snapshot(case), law, case.on), law.route(route))
    assert found.outcome is Outcome.CLOSED
    assert "employer" in {part.node.key.split("_")[0] for part in found.failing()}


def test_p01_no_way_is_open(laid_off):
    assert not [option for option in laid_off.options if option.outcome == "open"]


def test_p27_the_employers_duties_have_an_owner_and_a_day():
    plan = make_plan(case_of("p27"))
    titles = " ".join(step.title.lower() for step in plan.employer_duties)
    for words in ("written notice", "uscis", "journey", "withdraw the labor condition application"):
        assert words in titles
    assert all(
        step.actor == "employer" and step.starts.if_every_standard_is_met for step in plan.employer_duties
    )
    assert "not the family" in titles


def test_p27_a_canada_option_is_listed_with_its_limits():
    plan = make_plan(case_of("p27"))
    assert any(
        option.route == "canada.work_permit.ordinary" and option.outcome == "open" for option in plan.options
    )
    assert plan.binding.deadline.id == GRACE
    assert plan.binding.day == dt.date(2026, 6, 30)


def test_p27_no_step_depends_on_nationality_except_where_the_law_does():
    def steps(citizenship):
        plan = make_plan(case_of("p27"), what_if={"worker.citizenships": [citizenship]})
        return [(step.id, step.starts) for step in plan.employer_duties]

    assert steps("IN") == steps("FR") == steps("CN")


def test_p29_the_pathway_is_announced_and_never_open():
    case, law = case_of("p29"), Law()
    for day in (
        dt.date(2025, 11, 3),
        dt.date(2025, 11, 4),
        case.on,
        dt.date(2026, 11, 22),
        dt.date(2031, 1, 1),
    ):
        found = assess_route(
            Question(Snapshot(case, day), law, day), law.route("canada.h1b_pathway_2025.worker")
        )
        assert found.outcome is Outcome.NOT_IN_FORCE
        assert found.because == ("announced" if day >= dt.date(2025, 11, 4) else "before")


def test_p29_the_plan_watches_it_and_does_not_depend_on_it():
    plan = make_plan(case_of("p29"))
    assert "canada.h1b_pathway_2025.worker" in {item.route for item in plan.watch}
    assert "canada.h1b_pathway_2025.worker" not in {option.route for option in plan.options}


def test_the_same_worker_on_both_sides_of_12_june_2017_has_months_then_two_weeks():
    case = case_of("two-weeks")
    before, after = make_plan(case, on=dt.date(2017, 6, 11)), make_plan(case, on=dt.date(2017, 6, 12))
    way = "canada.work_permit.ordinary"
    first = {
        plan.on: [o for o in plan.options if o.route == way and o.outcome == "open"]
        for plan in (before, after)
    }
    eve, launch = (first[plan.on][0].first_work.if_every_standard_is_met for plan in (before, after))
    assert (launch - after.on).days < 70 < (eve - before.on).days
    streams = {part.route for option in first[after.on] for part in option.via}
    assert "canada.global_talent_stream.category_b" in streams
    assert not any("global_talent" in part.route for option in first[before.on] for part in option.via)


def test_without_the_employers_consent_the_plan_says_what_is_still_open():
    plan = make_plan(case_of("h1b-engineer"), what_if={"employer.willing": False})
    assert not any(option.route == "canada.work_permit.ordinary" for option in plan.options)
    assert any(way.route == "canada.work_permit.ordinary" and way.employer_only for way in plan.closed)


def test_a_lower_cap_is_shown_as_a_reform_everywhere():
    overlay = Overlay.of(["united_states.h1b.cap.regular=40000"])
    plan = make_plan(case_of("h1b-engineer"), law=Law(overlay=overlay))
    assert "united_states.h1b.cap.regular=40000" in plan.law.overlay
    files, name = Law().home("united_states.h1b.cap.regular")
    assert Law().at(dt.date(2017, 4, 3)).dated(files.declared[name]).value == 65000
    assert Law(overlay=overlay).at(dt.date(2017, 4, 3)).dated(files.declared[name]).value == 40000
    assert replace(plan, options=()).law == plan.law
