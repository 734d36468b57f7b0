"""The founding stories, planned on the real law: what any correct plan must say of them."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from landed.facts import Case, read_case, read_case_text
from landed.plan import make_plan, plan_json
from landed.plan.calendars import holidays_of
from landed.plan.procedures import check_procedures

ROOT = Path(__file__).resolve().parents[2]
ORDINARY = "canada.work_permit.ordinary"
CATEGORY_B = "canada.global_talent_stream.category_b"


def plan(name: str, on: str = "", **what_if: object):
    facts = {key.replace("__", "."): value for key, value in what_if.items()}
    case = read_case(ROOT / "examples" / f"{name}.yaml")
    return make_plan(case, on=dt.date.fromisoformat(on) if on else None, what_if=facts)


def uses(option) -> set[str]:
    return {option.route, *(part.route for part in option.via)}


def by_category_b(found):
    return next(each for each in found.options if uses(each) >= {ORDINARY, CATEGORY_B})


@pytest.fixture(scope="module")
def engineer():
    return plan("h1b-engineer")


class TestTheEngineerWhoseJobMovesToVancouver:
    def test_the_way_through_the_global_talent_stream_is_open_in_two_weeks(self, engineer):
        option = by_category_b(engineer)
        assert option.outcome == "open"
        assert "canada.global_skills_strategy.two_week_processing" in uses(option)

    def test_the_approval_is_there_before_the_permit_is_applied_for(self, engineer):
        steps = by_category_b(engineer).steps
        decided = next(step for step in steps if step.route == CATEGORY_B and step.actor == "government")
        applied = [step for step in steps if decided.id in step.after]
        assert decided.duration.standard == "10 business days"
        assert applied
        assert all(
            step.starts.if_every_standard_is_met >= decided.ends.if_every_standard_is_met for step in applied
        )

    def test_standards_are_standards_and_the_slowest_is_later(self, engineer):
        first = by_category_b(engineer).first_work
        assert first.if_every_standard_is_met < first.at_the_slowest_published

    def test_the_employer_pays_for_the_assessment_and_may_not_take_it_back(self, engineer):
        fees = [
            fee for step in by_category_b(engineer).steps if step.route == CATEGORY_B for fee in step.fees
        ]
        assert [(fee.text, fee.payer, fee.recoverable) for fee in fees] == [("CAD 1,000", "employer", False)]

    def test_i94_petition_stamp_and_passport_are_kept_apart(self, engineer):
        ends = {each.id.rpartition(".")[2]: each.ends for each in engineer.deadlines}
        assert (ends["i94"], ends["petition"], ends["passport"]) == ("stay", "work", "other")

    def test_the_plan_is_measured_against_the_end_of_the_right_to_work(self, engineer):
        assert engineer.binding.deadline.id == "united_states.status_papers.petition"
        assert engineer.binding.day == dt.date(2027, 8, 31)
        safe = by_category_b(engineer).latest_safe_start.days
        assert (
            engineer.on < safe.at_the_slowest_published < safe.if_every_standard_is_met < engineer.binding.day
        )

    def test_the_family_is_named(self, engineer):
        assert [note.who for note in engineer.family] == ["spouse or partner", "children"]
        assert all(note.routes for note in engineer.family)

    def test_every_step_has_a_source_and_every_figure_says_how_well_it_is_known(self, engineer):
        for option in engineer.options:
            for step in option.steps:
                assert step.cites, step.id
                assert step.duration.standard == "the same day" or step.duration.sources, step.id
                assert all(fee.sources for fee in step.fees), step.id

    def test_without_the_employer_the_plan_says_what_is_still_open(self):
        found = plan("h1b-engineer", employer__willing=False)
        assert ORDINARY not in {each.route for each in found.options}
        assert any(each.route == ORDINARY and each.employer_only for each in found.closed)
        assert any(text.startswith("The employer is not willing, which closes") for text in found.summary)

    def test_laid_off_the_grace_period_binds(self):
        found = plan("h1b-engineer", worker__us_status__last_day_worked="2026-11-20")
        assert found.binding.deadline.id == "united_states.grace_period.sixty_days"
        assert found.binding.day == dt.date(2027, 1, 19)
        assert found.binding.deadline.discretionary
        assert any("supposes" in text for text in found.warnings)


class TestTheTwelfthOfJune2017:
    def test_the_day_before_there_was_no_stream_and_it_is_watched(self):
        found = plan("two-weeks", on="2017-06-11")
        assert all(CATEGORY_B not in uses(each) for each in found.options)
        watched = {each.route: each.next_day for each in found.watch}
        assert watched[CATEGORY_B] == dt.date(2017, 6, 12)

    def test_months_become_weeks(self):
        before, after = plan("two-weeks", on="2017-06-11"), plan("two-weeks", on="2017-06-12")
        assert CATEGORY_B in uses(after.options[0])
        day_before = before.options[0].first_work.if_every_standard_is_met
        day_after = after.options[0].first_work.if_every_standard_is_met
        assert (day_before - day_after).days > 45


class TestSixtyDays:
    def test_the_stay_ends_up_to_sixty_days_after_the_last_day_worked(self):
        found = plan("laid-off")
        assert found.binding.day == dt.date(2026, 3, 16)
        assert found.binding.deadline.ends == "stay"
        assert found.binding.deadline.discretionary

    def test_by_day_45_a_petition_should_be_on_its_way(self):
        assert dt.date(2026, 3, 1) in {task.by_when for task in plan("laid-off").this_week}

    def test_no_way_in_canada_without_an_employer_and_the_failing_clauses_are_named(self):
        found = plan("laid-off")
        closed = next(each for each in found.closed if each.route == ORDINARY)
        assert closed.clauses
        assert "employer" in closed.could_change

    def test_the_employers_duties_at_a_layoff_stand_in_the_plan(self):
        duties = plan("laid-off").employer_duties
        assert duties
        assert {step.actor for step in duties} == {"employer"}


def test_an_american_needs_no_h1b_to_be_planned_for():
    found = plan("american-in-toronto")
    option = next(each for each in found.options if each.route == "canada.cusma.professional")
    assert option.first_work == found.options[0].first_work
    assert found.binding is None
    assert option.latest_safe_start.reason == "Nothing is known to run out, so no start is too late"


def test_procedures_keep_what_the_rules_expect_of_them():
    assert check_procedures() == []


def test_a_plan_needs_neither_numpy_nor_the_library_of_holidays_once_the_holidays_are_kept(
    tmp_path, monkeypatch
):
    program = (
        "import sys\n"
        "from landed.facts import read_case\n"
        "from landed.plan import make_plan\n"
        "make_plan(read_case('examples/h1b-engineer.yaml'))\n"
        "print({'numpy', 'holidays', 'polars', 'z3'} & set(sys.modules))"
    )
    environment = {"LANDED_CACHE_DIR": str(tmp_path), "PYTHONPATH": ":".join([str(ROOT), *sys.path])}
    for expected in ("holidays", "set()"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert expected in run.stdout


@pytest.mark.parametrize("day", ["2017-01-01", "2020-02-29", "2026-12-25", "2028-02-29", "2031-01-31"])
@pytest.mark.parametrize("name", ["h1b-engineer", "two-weeks", "laid-off", "american-in-toronto"])
def test_every_story_can_be_planned_on_any_day(name, day):
    found = plan(name, on=day)
    assert json.dumps(plan_json(found))
    assert all(
        step.starts.if_every_standard_is_met is None or step.starts.if_every_standard_is_met >= found.on
        for option in found.options
        for step in option.steps
    )


def test_an_empty_case_has_a_plan_that_asks():
    found = make_plan(Case(on=dt.date(2026, 11, 22)))
    assert found.headline.startswith("No way is open yet")
    assert found.this_week
    assert found.not_encoded_here


def test_the_invented_law_of_other_tests_leaves_the_calendars_alone():
    assert dt.date(2026, 7, 1) in holidays_of("CA", 2026)


def test_of_ways_that_are_not_open_yet_those_that_can_be_in_time_come_first():
    """P01: laid off, 60 days: a practitioner names the change of employer, not a pool in which one waits."""
    case = read_case_text(
        "{on: 2026-01-20, employer: none, worker: {citizenships: [IN], location: US, birth_date: 1993-01-01, family: single,"
        " us_status: {class: H-1B, i94_expires: 2027-08-31, last_day_worked: 2026-01-15}}}",
        "laid off",
    )
    found = make_plan(case)
    assert found.options[0].route == "united_states.h1b.portability"
    assert "in time" in found.options[0].why
    assert found.options[0].latest_safe_start.days.if_every_standard_is_met < dt.date(2026, 3, 16)
    late = [
        each.latest_safe_start.days.if_every_standard_is_met is None
        for each in found.options
        if each.outcome != "open"
    ]
    assert late == sorted(late)


def test_for_who_wants_to_keep_the_job_what_would_leave_it_comes_last():
    found = plan("h1b-engineer", goals__keep_job=True)
    order = [(each.outcome != "open", each.leaves_job) for each in found.options]
    assert order == sorted(order)
    assert {each.route for each in found.options if each.leaves_job} >= {"united_states.h1b.portability"}
    assert not any(each.leaves_job for each in plan("h1b-engineer", goals__keep_job=False).options)


def test_a_task_for_a_clock_that_may_not_run_says_so_and_for_one_that_runs_does_not():
    text = "{on: 2026-01-20, worker: {us_status: {class: H-1B, i94_expires: 2027-08-31%s}}}"
    unsure = make_plan(read_case_text(text % "", "nobody says whether the job goes on"))
    sure = make_plan(
        read_case_text(
            text % ", petition_expires: 2027-08-31, last_day_worked: 2026-01-15, grace_used: false",
            "laid off",
        )
    )
    for found, begins in ((unsure, "If this runs, which is not certain"), (sure, "While this runs")):
        whys = {task.why for task in found.this_week if "grace period of up to 60 days" in task.why}
        assert whys
        assert all(why.startswith(begins) for why in whys)
