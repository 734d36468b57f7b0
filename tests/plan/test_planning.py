"""Plans on an invented law: chains of approvals, days, money, the week, and what is left unsaid nowhere."""

import dataclasses
import datetime as dt
import json

import pytest

from landed.errors import UnansweredError, UsageError
from landed.facts import read_case_text
from landed.law import Law, Overlay
from landed.plan import make_plan, plan_deadlines, plan_json
from landed.plan.asking import Asking
from landed.plan.ways import ways_to

from .conftest import CASE

ON = dt.date(2026, 11, 23)
"""A Monday."""


def plan(text: str = CASE, law: Law | None = None, **what_if: object):
    facts = {name.replace("__", "."): value for name, value in what_if.items()}
    return make_plan(read_case_text(text, "case.yaml"), law, what_if=facts)


def by(found, *via: str):
    """Return the option of the permit by these approvals."""
    wanted = {f"canada.invented.{each}" for each in via}
    return next(
        each
        for each in found.options
        if {part.route for part in each.via if part.kind == "approval"} == wanted
        and each.route.endswith(".permit")
    )


def step(option, name: str):
    return next(each for each in option.steps if each.id.endswith("/" + name))


@pytest.mark.usefixtures("invented")
class TestWays:
    def test_a_way_is_offered_once_for_each_chain_that_is_not_closed(self):
        found = {each.id.replace("canada.invented.", "") for each in plan().options}
        assert found == {"permit+approval_a+fast", "permit+referral+approval_b", "free_permit+approval_a"}

    def test_only_a_permit_or_residence_heads_an_option(self):
        assert {each.route for each in plan().options} <= {
            "canada.invented.permit",
            "canada.invented.free_permit",
        }

    def test_an_approval_may_itself_stand_on_an_approval(self):
        option = by(plan(), "referral", "approval_b")
        assert [part.title for part in option.via] == ["Referral", "Approval B"]
        assert option.outcome == "open"

    def test_what_a_step_produces_is_supposed_when_the_way_is_asked_again(self):
        assert [part.route for part in by(plan(), "approval_a").via][-1] == "canada.invented.fast"
        assert step(by(plan(), "approval_a"), "decide").duration.standard == "2 weeks"
        assert step(by(plan(), "referral", "approval_b"), "decide").duration.standard == "8 weeks"

    def test_what_is_already_there_is_not_obtained_again(self):
        option = by(plan(job__lmia_issued=True))
        assert not [part for part in option.via if part.kind == "approval"]
        assert option.steps[0].id == "canada.invented.permit/apply"

    def test_a_way_that_does_without_an_approval_is_offered_without(self):
        found = plan(worker__citizenships=["MX"])
        ids = [each.id.replace("canada.invented.", "") for each in found.options if "free" in each.id]
        assert sorted(ids) == ["free_permit", "free_permit+approval_a"]

    def test_an_unknown_promise_leaves_an_option_undetermined_and_names_who_would_open_it(self):
        option = by(plan(CASE.replace("willing: true, ", "")), "approval_a")
        assert option.outcome == "undetermined"
        assert [(each.by, each.text) for each in option.would_open] == [
            ("employer", "The employer is willing")
        ]
        assert option.would_open[0].questions

    def test_open_comes_before_undetermined_and_earlier_before_later(self):
        found = plan(CASE.replace("hourly_wage: 50, ", ""))
        assert [each.outcome for each in found.options] == ["open", "open", "undetermined"]
        days = [each.first_work.if_every_standard_is_met for each in found.open_options]
        assert days == sorted(days)
        assert [each.recommended for each in found.options] == [True, False, False]
        assert found.best is found.options[0]

    def test_a_closed_approval_is_listed_with_its_clause_and_facts(self):
        closed = {each.title: each for each in plan(job__hourly_wage=30).closed}
        entry = closed["Permit, by Approval B"]
        assert entry.clauses == ("The wage meets the floor",)
        assert "job.hourly_wage: 30" in entry.because
        assert "job.wage" in entry.could_change

    def test_a_full_intake_closes_a_way_and_says_so(self):
        closed = {each.title: each for each in plan(worker__citizenships=["MX"]).closed}
        assert "its intake is full" in closed["Full way"].because

    def test_without_a_willing_employer_the_plan_says_what_is_closed_and_what_is_left(self):
        found = plan(employer__willing=False)
        assert [each.id for each in found.options] == [
            "canada.invented.permit+canada.invented.referral+canada.invented.approval_b"
        ]
        closed = {each.title: each.employer_only for each in found.closed}
        assert closed["Free permit"] is True
        assert closed["Full way"] is False
        assert any("The employer is not willing, which closes: Free permit" in text for text in found.summary)

    def test_nothing_left_says_what_is_not_encoded(self):
        found = plan(employer__willing=False, job__hourly_wage=30)
        assert not found.options
        assert found.headline == "No way that is encoded here is open."
        assert any("2 programs that exist are not encoded here" in text for text in found.summary)
        assert any("counsel" in task.what for task in found.this_week)

    def test_a_route_that_is_announced_is_watched_and_never_an_option(self):
        found = plan()
        assert [each.route for each in found.watch] == ["canada.invented.announced"]
        assert all("announced" not in each.id for each in found.options)
        assert "does not depend on it" in found.watch[0].text

    def test_a_way_without_a_procedure_has_no_days_and_says_why(self):
        option = next(each for each in plan(worker__citizenships=["PE"]).options if "unwritten" in each.id)
        assert (option.steps, option.first_work.if_every_standard_is_met) == ((), None)
        assert "not encoded here" in option.reason

    def test_the_chains_to_a_way_are_found_with_what_blocked_the_others(self):
        case = read_case_text(CASE.replace("willing: true", "willing: false"), "case.yaml")
        asking = Asking(case, Law(), ON)
        found = ways_to(asking, asking.law.route("canada.invented.permit"))
        assert len(found.chains) == 1
        assert [each.route.key for each in found.blocked] == ["approval_a"]


@pytest.mark.usefixtures("invented")
class TestDays:
    def test_steps_follow_one_another_across_routes(self):
        option = by(plan(), "approval_a")
        assert [each.id.partition("invented.")[2] for each in option.steps] == [
            "approval_a/gather_a", "approval_a/file_a", "approval_a/decide_a", "permit/apply", "permit/decide", "permit/enter",
        ]  # fmt: skip
        ends = [each.ends.if_every_standard_is_met.isoformat() for each in option.steps]
        assert ends == ["2026-11-30", "2026-11-30", "2026-12-14", "2026-12-14", "2026-12-28", "2026-12-28"]

    def test_the_slowest_published_is_a_second_day_and_without_one_the_standard_counts_and_says_so(self):
        option = by(plan(), "approval_a")
        assert option.first_work.at_the_slowest_published == dt.date(2027, 1, 4)
        assert step(option, "decide_a").duration.slowest == "15 business days"
        assert not step(option, "decide_a").duration.slowest_is_standard
        assert step(option, "decide").duration.slowest_is_standard

    def test_the_calendar_of_business_days_is_named(self):
        duration = step(by(plan(), "approval_a"), "decide_a").duration
        assert duration.calendar == "CA"
        assert "federal government" in duration.calendar_name

    def test_a_step_whose_condition_is_false_is_not_taken_and_what_came_before_it_still_does(self):
        option = by(plan(), "approval_a")
        assert not [each for each in option.steps if each.id.endswith("/quebec")]
        assert step(option, "apply").after == ("canada.invented.approval_a/decide_a",)

    def test_a_step_that_may_be_needed_is_taken_and_says_what_decides(self):
        option = by(plan(CASE.replace("province: BC, ", "")), "approval_a")
        assert "Quebec" in step(option, "quebec").only_if
        assert "canada.invented.permit/quebec" in step(option, "apply").after

    def test_a_step_in_quebec_waits_for_quebec(self):
        option = by(plan(job__province="QC"), "approval_a")
        assert step(option, "quebec").only_if == ""
        assert option.first_work.if_every_standard_is_met == dt.date(2027, 1, 4)

    def test_where_it_is_not_known_which_time_holds_the_longer_counts(self):
        unknown = by(plan(CASE.replace("lmia_issued: false", "lmia_issued: true")))
        assert step(unknown, "decide").duration.standard == "8 weeks"
        assert "as it turns out" in step(unknown, "decide").duration.note

    def test_a_time_that_is_not_encoded_gives_no_day_and_a_reason(self):
        option = by(plan(), "referral", "approval_b")
        assert option.first_work.if_every_standard_is_met is None
        assert option.latest_safe_start.days.if_every_standard_is_met is None
        assert "Decide B" in option.reason

    def test_the_latest_safe_start_is_the_last_day_that_a_plan_begun_on_it_is_in_time(self):
        safe = by(plan(), "approval_a").latest_safe_start
        assert safe.deadline == "canada.invented.work"
        case = read_case_text(CASE, "case.yaml")
        for day, fortune in (
            (safe.days.if_every_standard_is_met, "if_every_standard_is_met"),
            (safe.days.at_the_slowest_published, "at_the_slowest_published"),
        ):
            on_it = by(make_plan(case, on=day), "approval_a").first_work
            after = by(make_plan(case, on=day + dt.timedelta(days=1)), "approval_a").first_work
            assert getattr(on_it, fortune) <= safe.deadline_day < getattr(after, fortune)
        assert safe.days.at_the_slowest_published < safe.days.if_every_standard_is_met

    def test_too_late_is_said_with_the_days_that_are_missing(self):
        late = CASE.replace("petition_expires: 2027-03-31", "petition_expires: 2026-12-30")
        safe = by(plan(late), "approval_a").latest_safe_start
        assert safe.days.if_every_standard_is_met == dt.date(2026, 11, 25)
        assert safe.days.at_the_slowest_published is None
        assert safe.reason.endswith("work begins on 2027-01-04, 5 days after 2026-12-30")

    def test_an_approval_that_closes_before_the_filing_day_is_a_warning(self, invented):
        path = invented / "parameters.yaml"
        text = path.read_text()
        head, _, tail = text.partition("approval_a.in_force:")
        tail = tail.replace(
            "    2017-01-01: {value: true, src: X}",
            "    2017-01-01: {value: true, src: X}\n    2026-11-28: {value: false, src: X}",
            1,
        )
        path.write_text(head + "approval_a.in_force:" + tail)
        assert any(
            "Approval A: open today, but not in force on 2026-11-30" in text
            for text in by(plan(), "approval_a").warnings
        )


@pytest.mark.usefixtures("invented")
class TestMoney:
    def test_totals_are_by_payer_and_currency(self):
        totals = {(each.payer, each.currency): each.text for each in by(plan(), "approval_a").totals}
        assert totals == {("employer", "CAD"): "CAD 1,000", ("worker", "CAD"): "CAD 155"}

    def test_a_fee_that_is_not_encoded_is_named_and_the_total_is_at_least(self):
        option = by(plan(), "referral", "approval_b")
        total = next(each for each in option.totals if each.payer == "employer")
        assert (total.text, total.not_known) == ("at least CAD 0", ("Fee of B",))
        assert step(option, "file_b").fees[0].text == "not encoded here"

    def test_who_may_not_take_a_fee_back_is_said(self):
        fee = step(by(plan(), "approval_a"), "file_a").fees[0]
        assert fee.recoverable is False
        assert fee.sources[0].title == "An invented source"

    def test_a_reform_of_a_fee_reaches_the_plan_and_is_named(self):
        found = plan(law=Law(overlay=Overlay.of(["canada.invented.fee=1234.50"])))
        assert step(by(found, "approval_a"), "file_a").fees[0].text == "CAD 1,234.50"
        assert found.law.overlay == "canada.invented.fee=1234.50"
        assert any("reform" in text for text in found.warnings)


@pytest.mark.usefixtures("invented")
class TestDeadlines:
    def test_each_clock_is_kept_apart_and_sorted(self):
        found, _ = plan_deadlines(read_case_text(CASE, "case.yaml"))
        assert [(each.id.rpartition(".")[2], each.ends, each.days_left) for each in found] == [
            ("stamp", "other", 8), ("stay", "stay", 128), ("work", "work", 128),
        ]  # fmt: skip

    def test_the_binding_one_ends_work_or_stay_never_a_visa_stamp(self):
        _, bound = plan_deadlines(read_case_text(CASE, "case.yaml"))
        assert bound.deadline.id == "canada.invented.work"
        assert "the right to stay" in bound.why

    def test_a_clock_of_which_no_day_is_known_is_left_out(self):
        found, bound = plan_deadlines(read_case_text("worker: {us_status: {class: H-1B}}", "case.yaml"))
        assert (found, bound) == ((), None)

    def test_a_clock_that_does_not_apply_is_left_out(self):
        text = CASE.replace("class: H-1B", "class: L-1A")
        assert plan_deadlines(read_case_text(text, "case.yaml")) == ((), None)

    def test_a_clock_that_may_apply_says_what_would_settle_it(self):
        found, bound = plan_deadlines(
            read_case_text("on: 2026-11-23\nworker: {us_status: {i94_expires: 2027-03-31}}", "case.yaml")
        )
        assert found[0].uncertain_because == ("The status is H-1B",)
        assert "not certain" in bound.why

    def test_a_clock_that_may_apply_binds_if_it_is_the_first_and_the_plan_says_that_it_may_not(self):
        text = CASE.replace("class: H-1B, i94_expires: 2027-03-31", "i94_expires: 2027-01-31")
        _, bound = plan_deadlines(read_case_text(text, "case.yaml"))
        assert bound.day == dt.date(2027, 1, 31)
        assert bound.why.endswith("it is not certain that it applies: The status is H-1B")

    def test_a_deadline_that_is_past_binds_nothing(self):
        text = CASE.replace(
            "i94_expires: 2027-03-31, petition_expires: 2027-03-31",
            "i94_expires: 2027-03-31, petition_expires: 2026-11-20",
        )
        found, bound = plan_deadlines(read_case_text(text, "case.yaml"))
        assert [each.days_left for each in found if each.id.endswith(".work")] == [-3]
        assert bound.deadline.id == "canada.invented.stay"

    def test_the_last_day_itself_still_binds(self):
        _, bound = plan_deadlines(read_case_text(CASE, "case.yaml"), on=dt.date(2027, 3, 31))
        assert bound.deadline.days_left == 0

    def test_a_passport_stands_with_the_deadlines_and_ends_neither_work_nor_stay(self):
        text = CASE.replace("name: Someone", "passport_expires: 2026-11-30")
        found, bound = plan_deadlines(read_case_text(text, "case.yaml"))
        assert (found[0].id, found[0].ends) == ("passport", "other")
        assert bound.deadline.id != "passport"


@pytest.mark.usefixtures("invented")
class TestWeek:
    def test_the_first_steps_of_the_recommended_way_are_this_weeks(self):
        tasks = plan().this_week
        assert [(each.who, each.what) for each in tasks] == [
            ("employer", "Gather papers"),
            ("employer", "File A"),
        ]

    def test_a_latest_start_within_the_week_is_urgent_and_comes_first(self):
        late = CASE.replace("petition_expires: 2027-03-31", "petition_expires: 2027-01-04")
        urgent = [each for each in plan(late).this_week if each.urgent]
        assert urgent[0].by_when == ON
        assert urgent[0].what == "Gather papers"

    def test_an_office_is_given_no_task(self):
        assert all(each.who != "government" for each in plan().this_week)

    def test_where_nothing_is_open_the_first_task_is_the_answer_that_would_open_it(self):
        found = plan(CASE.replace("willing: true, ", ""), job__hourly_wage=30)
        assert found.options[0].outcome == "undetermined"
        assert found.this_week[0].what.startswith("Settle: The employer is willing (")
        assert found.this_week[0].who == "employer"

    def test_steps_without_regret_name_all_they_serve(self):
        (task,) = plan().no_regret
        assert task.what == "Gather papers"
        assert len(task.serves) == 2


@pytest.mark.usefixtures("invented")
class TestWhole:
    def test_the_headline_says_the_way_and_both_days(self):
        assert plan().headline == (
            "Open: Free permit, by Approval A (Canada). 3 ways are open in all. Begun on 2026-11-23, lawful work starts "
            "on 2026-12-21 if every standard is met, on 2026-12-28 at the slowest published."
        )

    def test_the_family_is_named_even_where_it_is_not_encoded(self):
        (note,) = plan().family
        assert note.who == "spouse or partner"
        assert [each.id for each in note.routes] == ["canada.spouse"]

    def test_a_family_that_nobody_spoke_of_is_named_as_such(self):
        notes = plan(CASE.replace("  family: married\n", "").replace("children: []\n", "")).family
        assert [each.who for each in notes] == ["spouse or partner", "children"]
        assert all("Nobody said" in each.text for each in notes)

    def test_what_is_not_encoded_and_what_holds_for_all_stand_in_every_plan(self):
        found = plan()
        assert [each.id for each in found.not_encoded_here] == ["canada.spouse", "canada.other"]
        assert [each.text for each in found.reservations] == ["Everyone must be admissible"]
        assert found.reservations[0].cites[0].title == "A law"

    def test_a_what_if_is_named_and_warned_of(self):
        found = plan(employer__willing=False)
        assert found.what_if == ("employer.willing=False",)
        assert any("supposes" in text for text in found.warnings)

    def test_a_what_if_of_no_fact_is_refused(self):
        with pytest.raises(UsageError, match=r"did you mean 'employer\.willing'"):
            plan(employer__wiling=False)

    def test_a_day_out_of_reach_is_refused(self):
        with pytest.raises(UnansweredError, match="out of reach"):
            make_plan(read_case_text(CASE, "case.yaml"), on=dt.date(2016, 12, 31))

    def test_law_last_known_before_the_asked_day_is_said(self):
        assert any("The law as last known, 2026-11-01" in text for text in plan().warnings)

    def test_a_plan_is_plain_data(self):
        found = plan()
        again = json.loads(json.dumps(plan_json(found)))
        assert set(again) == {field.name for field in dataclasses.fields(found)}
        assert again["on"] == "2026-11-23"
        assert again["law"]["known_to"] == "2026-11-01"
        assert again["options"][0]["totals"][0]["text"] == "CAD 1,000"

    def test_the_same_question_gives_the_same_plan(self):
        assert plan() == plan()
