"""Status that has ended, in the United States: what the plan of such a person says first, and what carries a stay on."""

import datetime as dt
import json
import sys
from contextlib import suppress

import pytest

from landed.assess import Question, assess_route
from landed.assess.changes import reason
from landed.cli import main
from landed.facts import Case, Snapshot, read_case_text
from landed.law import Law
from landed.plan import make_plan

WORKER = b"""
on: ASKED
worker: {citizenships: [IN], location: US, us_degree_or_equivalent: true,
         us_status: {class: H-1B, i94_expires: 2027-08-31, petition_expires: 2027-08-31, first_h1b_admission: 2022-10-01,
                     days_abroad_in_h1b: 10, cap_counted: true, unauthorized_work: false, STATUS}}
job: {us_specialty_occupation: true}
goals: {countries: [US]}
"""


def plan(on, status, more=b""):
    case = WORKER.replace(b"ASKED", on.encode()).replace(b"STATUS", status.encode()) + more
    return make_plan(read_case_text(case, "case.yaml"))


def day(text):
    return dt.date.fromisoformat(text)


def clock(found, name):
    return next((each for each in found.deadlines if each.id.endswith(name)), None)


# ------------------------------------------------------------------------------------------ it has ended


def test_whose_grace_is_over_is_told_so_before_anything_else():
    """Laid off on 20 September 2026: the sixtieth day was 19 November. The six years end no right that is gone."""
    found = plan("2026-11-22", "last_day_worked: 2026-09-20, grace_used: false")
    assert found.binding is None
    assert "The right to stay ended on 2026-11-19" in found.summary[0]
    assert found.this_week[0].what.startswith("Speak to counsel at once")
    assert clock(found, "six_year_limit").ends == "other"


def test_on_the_sixtieth_day_the_right_to_stay_has_not_ended():
    found = plan("2026-11-19", "last_day_worked: 2026-09-20, grace_used: false")
    assert (found.binding.day, found.binding.deadline.ends) == (day("2026-11-19"), "stay")
    assert not any("ended on" in text for text in found.summary)


def test_the_grace_is_given_once_and_status_then_ends_with_the_job():
    """8 CFR 214.1(l)(2): once during each authorized validity period."""
    found = plan("2026-11-22", "last_day_worked: 2026-11-10, grace_used: true")
    assert "The right to stay ended on 2026-11-10" in found.summary[0]
    ahead = plan("2026-11-01", "last_day_worked: 2026-11-10, grace_used: true")
    assert clock(ahead, "no_grace").day == day("2026-11-10")
    assert clock(ahead, "after_notice") is None
    assert "and, on the same day, the right to stay" in ahead.binding.why


def test_an_authorized_period_that_is_over_is_told_of_stay_and_work():
    found = plan("2027-09-10", "last_day_worked: none, pending_petition: none")
    assert [text.partition(" as far")[0] for text in found.summary[:2]] == [
        "The right to stay ended on 2027-08-31,", "The right to work ended on 2027-08-31,",
    ]  # fmt: skip


def test_while_the_job_goes_on_the_six_years_end_the_right_to_work():
    found = plan("2026-11-22", "last_day_worked: none")
    assert (clock(found, "six_year_limit").day, clock(found, "six_year_limit").ends) == (
        day("2028-10-10"),
        "work",
    )


def test_who_is_abroad_has_no_grace_to_stay_in():
    found = plan("2026-11-22", "last_day_worked: 2026-11-10, grace_used: false")
    abroad = WORKER.replace(b"location: US", b"location: IN").replace(b"ASKED", b"2026-11-22")
    abroad = abroad.replace(b"STATUS", b"last_day_worked: 2026-11-10, grace_used: false")
    assert clock(found, "sixty_days").day == day("2027-01-09")
    assert clock(make_plan(read_case_text(abroad, "case.yaml")), "sixty_days") is None


# ---------------------------------------------------------------------------------------- inside the grace


def test_the_milestone_never_comes_after_the_grace_itself():
    """Day 45 after 10 November is 25 December; the I-94 ends the grace on 10 December."""
    case = WORKER.replace(b"i94_expires: 2027-08-31", b"i94_expires: 2026-12-10").replace(
        b"ASKED", b"2026-11-22"
    )
    case = case.replace(b"STATUS", b"last_day_worked: 2026-11-10, grace_used: false")
    found = make_plan(read_case_text(case, "case.yaml"))
    task = next(each for each in found.this_week if "planning milestone" in each.what)
    assert task.by_when == day("2026-12-10")


@pytest.mark.parametrize(
    ("status", "lca", "compelling"),
    [
        ("H-1B", True, True),
        ("E-3", True, True),
        ("H-1B1", True, True),
        ("O-1", False, True),
        ("TN", False, False),
    ],
)
def test_a_labor_condition_application_and_compelling_circumstances_are_for_their_classes(
    status, lca, compelling
):
    """8 CFR 204.5(p) names E-3, H-1B, H-1B1, O-1 and L-1; a labor condition application is for H-1B, H-1B1 and E-3."""
    case = WORKER.replace(b"class: H-1B", f"class: {status}".encode()).replace(b"ASKED", b"2026-11-22")
    i140 = b"i140: {category: EB-2, approved: 2025-01-10, priority_date: 2024-02-01, withdrawn: none}"
    case = case.replace(b"STATUS", b"last_day_worked: 2026-11-10, grace_used: false, " + i140)
    tasks = [each.what for each in make_plan(read_case_text(case, "case.yaml")).this_week]
    on_its_way = [each for each in tasks if each.startswith("Have a new employer's petition")]
    assert ["labor condition" in each for each in on_its_way] == [lca]
    assert any("compelling" in each for each in tasks) is compelling


def test_in_the_ten_days_after_the_validity_period_a_new_employer_can_still_file():
    """8 CFR 214.1(l)(3): an extension may be asked for in either period."""
    status = "class: H-1B, i94_expires: 2026-11-30, petition_expires: 2026-11-20, last_day_worked: 2026-11-20"
    case = f"""
on: 2026-11-22
worker: {{citizenships: [IN], location: US, us_degree_or_equivalent: true,
         us_status: {{{status}, grace_used: false, cap_counted: true, unauthorized_work: false,
                     first_h1b_admission: 2022-10-01, days_abroad_in_h1b: 0}}}}
job: {{us_specialty_occupation: true, us_new_employer_files: true}}
goals: {{countries: [US]}}
"""
    routes = {
        each.route: each.outcome for each in make_plan(read_case_text(case.encode(), "case.yaml")).options
    }
    assert routes["united_states.h1b.portability"] == "open"


# ------------------------------------------------------------------------------- a petition that is pending

LATE = "i94_expires: 2026-08-31, petition_expires: 2026-08-31"


@pytest.mark.parametrize(
    ("kind", "route"), [("extension", "extension"), ("change_of_employer", "portability")]
)
def test_a_petition_filed_in_time_is_the_way_and_is_not_filed_again(kind, route):
    case = WORKER.replace(b"i94_expires: 2027-08-31, petition_expires: 2027-08-31", LATE.encode())
    case = case.replace(b"ASKED", b"2026-11-22")
    case = case.replace(
        b"STATUS", f"last_day_worked: none, pending_petition: {{kind: {kind}, filed: 2026-07-01}}".encode()
    )
    best = make_plan(read_case_text(case, "case.yaml")).best
    assert (best.route, best.outcome) == (f"united_states.h1b.{route}", "open")
    assert not any(
        "labor condition" in step.title or (step.filed_with == "USCIS" and step.actor == "employer")
        for step in best.steps
    )
    assert best.first_work.if_every_standard_is_met == day("2026-11-22")


def test_a_change_of_employer_filed_in_the_grace_carries_on_after_it():
    pending = "pending_petition: {kind: change_of_employer, filed: 2026-10-20}"
    found = plan("2026-11-22", f"last_day_worked: 2026-09-10, grace_used: false, {pending}")
    assert (found.best.route, found.best.outcome) == ("united_states.h1b.portability", "open")
    late = plan(
        "2026-11-22", f"last_day_worked: 2026-09-10, grace_used: false, {pending.replace('10-20', '11-15')}"
    )
    assert "united_states.h1b.portability" not in {each.route for each in late.options}


# --------------------------------------------------------------------- work on a filing is for H-1B status


@pytest.mark.parametrize(
    ("status", "step"), [("class: H-1B", "b_go_on"), ("class: F-1 STEM OPT, opt_ends: 2026-12-31", "b_start")]
)
def test_from_another_status_work_begins_with_the_approval_and_not_with_the_filing(status, step):
    """INA 214(n) is for who was admitted in, or given, H-1B status."""
    case = f"""
on: 2026-11-22
worker: {{citizenships: [IN], location: US,
         us_status: {{{status}, i94_expires: 2027-01-31, petition_expires: 2027-01-31, first_h1b_admission: 2019-02-01,
                     last_day_worked: none, labor_certification_filed: 2022-01-10, green_card_case_denied: false,
                     adjustment_year_missed: false, i140: none}}}}
employer: {{undertakes: {{us_petition: true}}}}
goals: {{countries: [US]}}
"""
    found = make_plan(read_case_text(case.encode(), "case.yaml"))
    way = next(each for each in found.options if each.route == "united_states.h1b.beyond_six_years")
    assert [each.id.rpartition("/")[2] for each in way.steps if "work" in each.unlocks] == [step]


# ---------------------------------------------------------------------------------------------- the cap-gap


def gap(on, opt_ends="2025-06-30"):
    case = f"""
on: {on}
worker: {{citizenships: [IN], location: US,
         us_status: {{class: F-1 OPT, opt_ends: {opt_ends}, pending_petition: {{kind: cap, filed: 2025-04-10}}}}}}
goals: {{countries: [US]}}
"""
    return make_plan(read_case_text(case.encode(), "case.yaml"))


def test_nobody_is_told_to_go_on_working_when_the_gap_is_over():
    """Filed for fiscal year 2026: to 1 April 2026, so that 31 March is the last day."""
    last, after = gap("2026-03-31"), gap("2026-04-01")
    assert last.binding.day == day("2026-03-31")
    assert "cp_cap_gap" in {step.id.rpartition("/")[2] for each in last.options for step in each.steps}
    assert "cp_cap_gap" not in {step.id.rpartition("/")[2] for each in after.options for step in each.steps}
    assert "The right to work ended on 2026-03-31" in after.summary[0]


def test_a_petition_that_is_pending_starts_in_the_season_in_which_it_was_filed():
    option = next(
        each for each in gap("2025-11-01").options if each.route == "united_states.h1b.cap_petition"
    )
    october = next(step for step in option.steps if step.id.endswith("/cp_october"))
    assert october.ends.if_every_standard_is_met == day("2025-11-01")


def test_a_petition_that_asks_for_a_visa_carries_no_status_on():
    case = b"""
on: 2025-11-01
worker: {citizenships: [IN], location: US,
         us_status: {class: F-1 OPT, opt_ends: 2025-10-15, pending_petition: {kind: cap, filed: 2025-04-10}}}
job: {us_consular_notice: true}
goals: {countries: [US]}
"""
    found = make_plan(read_case_text(case, "case.yaml"))
    assert clock(found, "cap_gap") is None


# ----------------------------------------------------------------------------------------- said everywhere


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_deadlines_alone_say_what_is_over(tmp_path, monkeypatch, capsys, options):
    case = tmp_path / "case.yaml"
    status = b"last_day_worked: 2026-09-20, grace_used: false"
    case.write_bytes(WORKER.replace(b"ASKED", b"2026-11-22").replace(b"STATUS", status))
    monkeypatch.setattr(sys, "argv", ["landed", "deadlines", str(case), *options])
    with suppress(SystemExit):
        main()
    out = capsys.readouterr().out
    if options:
        assert [each["id"] for each in json.loads(out)["ran_out"]] == [
            "united_states.grace_period.sixty_days"
        ]
    else:
        assert "Over: The right to stay ended on Nov 19, 2026" in " ".join(out.split())


def test_p12_a_journey_while_the_change_is_pending_is_told_with_what_it_costs():
    """In February 2026 the payment was collected: 100,000 dollars if the worker leaves before the decision."""
    case = """
on: ASKED
worker: {citizenships: [IN], location: US,
         us_status: {class: F-1 OPT, opt_ends: 2027-06-30, pending_petition: {kind: change_of_status, filed: 2026-01-05}}}
goals: {countries: [US]}
"""
    for on, cost in (("2026-02-01", True), ("2026-06-07", True), ("2026-06-08", False)):
        found = make_plan(read_case_text(case.replace("ASKED", on).encode(), "case.yaml"))
        task = next(each for each in found.this_week if each.what.startswith("Do not leave the country"))
        assert ("USD 100,000" in task.why) is cost


def test_a_window_whose_days_are_not_known_is_said_to_be_so():
    case = Case(on=day("2027-03-10"))
    found = assess_route(Question(Snapshot(case), Law(), case.on), Law().route("united_states.h1b.cap"))
    assert reason(found).startswith(("depends on: ", "on which days it is open"))
    assert reason(found) != "depends on: "


def test_a_petition_that_carries_on_is_no_status_that_has_ended():
    """INA 214(n): filed in time, a change of employer gives work until it is decided, whatever day the I-94 shows."""
    late = WORKER.replace(b"i94_expires: 2027-08-31, petition_expires: 2027-08-31", LATE.encode())
    for kind in (b"extension", b"change_of_employer"):
        status = b"last_day_worked: none, pending_petition: {kind: " + kind + b", filed: 2026-07-01}"
        case = late.replace(b"ASKED", b"2026-11-22").replace(b"STATUS", status)
        found = make_plan(read_case_text(case, "case.yaml"))
        assert not any("ended" in text or "ran out" in text for text in found.summary)
        assert not any("at once" in each.what for each in found.this_week)


def test_of_a_change_of_status_filed_in_the_grace_it_is_said_that_counsel_must_confirm_what_it_carries():
    found = plan(
        "2026-11-22",
        "last_day_worked: 2026-09-10, grace_used: false, pending_petition: {kind: change_of_status, filed: 2026-11-01}",
    )
    assert found.summary[0].startswith("This ran out on 2026-11-09")
    assert "said to be pending" in found.summary[0]
    assert not any("the right to stay has ended" in each.what for each in found.this_week)


@pytest.mark.parametrize(
    ("on", "last", "seen"),
    [("2018-05-01", "2018-06-15", "unverified"), ("2026-05-01", "2026-06-15", "secondary")],
)
def test_a_day_counted_ahead_is_known_no_better_than_where_its_count_starts(on, last, seen):
    """Until USCIS wrote of it in March 2023, that the count starts on the day after was practice, from memory."""
    case = WORKER.replace(b"ASKED", on.encode()).replace(b"2027-08-31", f"{int(on[:4]) + 1}-08-31".encode())
    case = case.replace(b"2022-10-01", f"{int(on[:4]) - 2}-10-01".encode())
    case = case.replace(b"STATUS", f"last_day_worked: {last}, grace_used: false".encode())
    assert clock(make_plan(read_case_text(case, "case.yaml")), "after_notice").seen == seen
