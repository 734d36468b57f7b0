"""The clocks of United States law on exact days, and the figures that other parts of the project rely on."""

import datetime as dt

import pytest

from landed.assess import Outcome, Question, assess_route
from landed.facts import Case, Snapshot, read_case_text
from landed.law import Law
from landed.law.library import load_programme
from landed.law.united_states.grace_period import rules as grace_rules
from landed.law.united_states.h1b import rules as h1b_rules
from landed.plan import make_plan

STATUS = "worker.us_status"
LAID_OFF = {
    f"{STATUS}.class": "H-1B",
    f"{STATUS}.last_day_worked": "2026-01-15",
    f"{STATUS}.i94_expires": "2027-08-31",
    f"{STATUS}.grace_used": False,
}


def question(facts, on, known_on=None):
    day = dt.date.fromisoformat(on)
    return Question(Snapshot(Case(on=day)).with_facts(facts), Law(known_on), day)


def runs_out(route, facts, on):
    """Return the first and the last day that are possible, as text; None where nothing bounds it."""
    asked = question(facts, on)
    clock = asked.law.route(f"united_states.{route}")
    span = asked.ask(clock.runs_out, clock.id).span
    return tuple(
        None if isinstance(end, float) else dt.date.fromordinal(end).isoformat() for end in (span.lo, span.hi)
    )


def exactly(day):
    return (day, day)


def amount(expression, facts, on):
    """Return the bounds of an amount in whole dollars."""
    span = question(facts, on).ask(expression).span
    return tuple(end / 100 for end in (span.lo, span.hi))


def parameter(name, on, known_on=None):
    law = Law(known_on and dt.date.fromisoformat(known_on))
    files, local = law.home(f"united_states.{name}")
    return law.at(dt.date.fromisoformat(on)).dated(files.declared[local])


# ------------------------------------------------------------------------------------------- the grace


def test_the_sixty_days_run_from_the_last_day_worked():
    assert runs_out("grace_period.sixty_days", LAID_OFF, "2026-01-20") == exactly("2026-03-16")


def test_the_sixty_days_do_not_outlast_the_authorized_stay():
    facts = {**LAID_OFF, f"{STATUS}.i94_expires": "2026-02-10", f"{STATUS}.petition_expires": "2027-08-31"}
    assert runs_out("grace_period.sixty_days", facts, "2026-01-20") == exactly("2026-02-10")


def test_a_petition_whose_day_is_not_said_may_end_ten_days_before_the_i94():
    facts = {**LAID_OFF, f"{STATUS}.i94_expires": "2026-02-10"}
    assert runs_out("grace_period.sixty_days", facts, "2026-01-20") == ("2026-01-31", "2026-02-10")


def test_the_sixty_days_do_not_outlast_the_petition():
    facts = {**LAID_OFF, f"{STATUS}.petition_expires": "2026-02-20"}
    assert runs_out("grace_period.sixty_days", facts, "2026-01-20") == exactly("2026-02-20")


def test_a_grace_of_unknown_limits_has_no_first_day_and_a_last():
    facts = {f"{STATUS}.class": "H-1B", f"{STATUS}.last_day_worked": "2026-01-15"}
    assert runs_out("grace_period.sixty_days", facts, "2026-01-20") == (None, "2026-03-16")


def test_the_grace_across_a_leap_day():
    facts = {**LAID_OFF, f"{STATUS}.last_day_worked": "2024-02-01"}
    assert runs_out("grace_period.sixty_days", facts, "2024-02-10") == exactly("2024-04-01")


def test_the_grace_is_discretionary_and_says_what_follows():
    route = Law().route("united_states.grace_period.sixty_days")
    assert route.discretionary
    assert "Status has ended" in route.after


def test_day_45_is_a_planning_milestone_and_no_law():
    asked = question(LAID_OFF, "2026-01-20")
    milestone = asked.ask(grace_rules.file_by)
    assert dt.date.fromordinal(milestone.span.lo) == dt.date(2026, 3, 1)
    assert parameter("grace_period.sixty_days.filing_milestone", "2026-01-20").seen == "unverified"


@pytest.mark.parametrize(("on", "seen"), [("2023-03-09", "unverified"), ("2023-03-10", "secondary")])
def test_how_well_it_is_known_where_the_count_starts(on, seen):
    assert parameter("grace_period.sixty_days.count_starts", on).seen == seen


def test_there_was_no_grace_the_day_before_the_rule():
    facts = {**LAID_OFF, f"{STATUS}.last_day_worked": "2017-01-10", f"{STATUS}.i94_expires": "2018-08-31"}
    asked = question(facts, "2017-01-16")
    found = assess_route(asked, asked.law.route("united_states.grace_period.sixty_days"))
    assert found.outcome is Outcome.NOT_IN_FORCE
    assert found.next_day == dt.date(2017, 1, 17)


def test_the_proposal_to_delete_the_grace_is_noted_and_changes_nothing():
    dated = parameter("grace_period.sixty_days.in_force", "2026-11-22")
    assert dated.value is True
    assert "91 FR 57807" in dated.note
    assert dated.stale_since == dt.date(2026, 10, 8)


# ---------------------------------------------------------------------------------- papers and training


def test_the_visa_ends_apart_from_the_stay():
    facts = {
        f"{STATUS}.class": "H-1B",
        f"{STATUS}.i94_expires": "2027-08-31",
        f"{STATUS}.petition_expires": "2027-08-21",
        f"{STATUS}.visa_stamp_expires": "2025-08-31",
    }
    assert runs_out("status_papers.i94", facts, "2026-11-22") == exactly("2027-08-31")
    assert runs_out("status_papers.petition", facts, "2026-11-22") == exactly("2027-08-21")
    assert runs_out("status_papers.visa_stamp", facts, "2026-11-22") == exactly("2025-08-31")


def test_work_goes_on_for_240_days_on_a_pending_extension():
    facts = {f"{STATUS}.i94_expires": "2026-03-31"}
    assert runs_out("status_papers.pending_extension", facts, "2026-04-01") == exactly("2026-11-26")


def test_a_graduate_may_stay_sixty_days_after_the_training():
    facts = {f"{STATUS}.class": "F-1 STEM OPT", f"{STATUS}.opt_ends": "2026-07-31"}
    assert runs_out("opt.work", facts, "2026-07-01") == exactly("2026-07-31")
    assert runs_out("opt.grace", facts, "2026-07-01") == exactly("2026-09-29")


@pytest.mark.parametrize(
    ("filed", "on", "last"),
    [
        ("2023-04-05", "2023-07-01", "2023-09-30"),
        ("2024-09-01", "2024-09-02", "2024-09-30"),
        ("2025-04-01", "2025-07-01", "2026-03-31"),
        ("2026-04-02", "2026-11-22", "2027-03-31"),
    ],
)
def test_the_cap_gap_ends_before_october_and_since_2025_before_april(filed, on, last):
    assert runs_out("opt.cap_gap", {f"{STATUS}.pending_petition.filed": filed}, on) == exactly(last)


# ------------------------------------------------------------------------------------------ the six years


@pytest.mark.parametrize(
    ("first", "abroad", "last"),
    [
        ("2021-10-01", 0, "2027-09-30"),
        ("2021-10-01", 1, "2027-10-01"),
        ("2021-10-01", 40, "2027-11-09"),
        ("2020-02-29", 0, "2026-02-28"),
    ],
)
def test_days_abroad_are_given_back_to_the_six_years(first, abroad, last):
    facts = {f"{STATUS}.first_h1b_admission": first, f"{STATUS}.days_abroad_in_h1b": abroad}
    assert runs_out("h1b.six_year_limit", facts, "2026-01-01") == exactly(last)


def test_uncounted_days_abroad_leave_the_last_day_open_upward():
    first, last = runs_out(
        "h1b.six_year_limit", {f"{STATUS}.first_h1b_admission": "2021-10-01"}, "2026-01-01"
    )
    assert first == "2027-09-30"
    assert last is None or last > first


# -------------------------------------------------------------------------------------- figures and fees


@pytest.mark.parametrize("on", ["2017-01-01", "2026-11-22"])
def test_the_cap_and_its_advanced_degree_numbers(on):
    assert parameter("h1b.cap.regular", on).value == 65_000
    assert parameter("h1b.cap.advanced_degree", on).value == 20_000
    assert parameter("h1b.cap.h1b1_set_aside", on).value == 6_800


@pytest.mark.parametrize(
    ("on", "known_on", "method"),
    [
        ("2018-04-02", None, "petitions_advanced_first"),
        ("2019-04-01", None, "petitions_regular_first"),
        ("2023-03-01", None, "registrations"),
        ("2024-03-04", None, "persons"),
        ("2026-02-26", None, "persons"),
        ("2026-02-27", None, "persons_weighted_by_wage_level"),
        ("2026-03-10", "2025-12-28", "persons"),
        ("2026-03-10", "2025-12-29", "persons_weighted_by_wage_level"),
    ],
)
def test_how_the_draw_is_held(on, known_on, method):
    assert parameter("h1b.cap.selection_method", on, known_on).value == method


LARGE = {
    "employer.fte_employees": 200,
    "employer.nonprofit": False,
    "employer.acwia_exempt": False,
    "employer.mostly_h1b": False,
}


def _petition(facts, on):
    parts = (
        h1b_rules.base_fee,
        h1b_rules.training_fee,
        h1b_rules.fraud_fee,
        h1b_rules.asylum_fee,
        h1b_rules.mostly_h1b_fee,
    )
    found = [amount(part, facts, on) for part in parts]
    return sum(low for low, _ in found), sum(high for _, high in found)


@pytest.mark.parametrize(
    ("employees", "on", "total"),
    [(26, "2024-04-01", 3380), (25, "2024-04-01", 2010), (26, "2024-03-31", 2460), (25, "2024-03-31", 1710)],
)
def test_what_a_first_petition_costs(employees, on, total):
    assert _petition({**LARGE, "employer.fte_employees": employees}, on) == (total, total)


def test_a_university_pays_neither_training_nor_asylum_fee():
    facts = {**LARGE, "employer.nonprofit": True, "employer.acwia_exempt": True}
    assert _petition(facts, "2026-11-22") == (960, 960)


def test_fees_are_bounds_while_the_size_is_unknown():
    facts = {name: value for name, value in LARGE.items() if name != "employer.fte_employees"}
    assert _petition(facts, "2026-11-22") == (2010, 3380)


@pytest.mark.parametrize(("on", "dollars"), [("2026-09-08", 0), ("2026-09-09", 4000)])
def test_the_fee_of_employers_that_mostly_employ_h1b_workers_on_extensions(on, dollars):
    facts = {"employer.mostly_h1b": True}
    assert amount(h1b_rules.mostly_h1b_extension_fee, facts, on) == (dollars, dollars)


@pytest.mark.parametrize(
    ("on", "dollars"),
    [("2018-09-30", 1225), ("2018-10-01", 1410), ("2019-12-02", 1440), ("2020-10-19", 2500), ("2024-02-25", 2500),
     ("2024-02-26", 2805), ("2026-02-28", 2805), ("2026-03-01", 2965)],
)  # fmt: skip
def test_premium_processing_by_day(on, dollars):
    assert amount(h1b_rules.premium_fee, {}, on) == (dollars, dollars)


ABROAD = {"worker.location": "IN", f"{STATUS}.first_h1b_admission": "none", "job.us_consular_notice": True}
AT_HOME = {"worker.location": "US", "job.us_consular_notice": False}


@pytest.mark.parametrize(
    ("facts", "on", "dollars"),
    [
        (ABROAD, "2025-09-20", 0),
        (ABROAD, "2025-09-21", 100_000),
        (ABROAD, "2026-06-07", 100_000),
        (ABROAD, "2026-06-08", 0),
        (ABROAD, "2026-11-22", 0),
        (AT_HOME, "2025-12-01", 0),
    ],
)
def test_the_payment_of_the_proclamation_is_asked_only_while_it_was_collected(facts, on, dollars):
    assert amount(h1b_rules.entry_payment_due, facts, on) == (dollars, dollars)


def test_a_person_abroad_with_a_valid_h1b_visa_is_not_covered():
    facts = {
        "worker.location": "IN",
        f"{STATUS}.first_h1b_admission": "2022-01-10",
        f"{STATUS}.visa_stamp_expires": "2026-01-10",
        "job.us_consular_notice": False,
    }
    assert amount(h1b_rules.entry_payment_due, facts, "2025-12-01") == (0, 0)


def test_the_payment_may_revive_while_the_proclamation_stands():
    assert "may revive" in parameter("h1b.entry_payment.collected", "2026-11-22").note
    assert parameter("h1b.entry_payment.proclamation", "2026-11-22").value is True
    assert parameter("h1b.entry_payment.proclamation", "2027-09-21").value is False


def test_every_route_of_the_united_states_is_cited():
    for route in Law().routes(("US",)):
        files = load_programme(route.programme)
        assert route.cites
        assert {place.source for place in route.cites} <= files.sources.keys()


# ------------------------------------------------------------------------------------------- a job that is to end


NOTICE = {**LAID_OFF, f"{STATUS}.petition_expires": "2027-08-31"}


def outcome(route, facts, on):
    asked = question(facts, on)
    return assess_route(asked, asked.law.route(f"united_states.{route}")).outcome


def test_the_right_to_work_ends_with_a_job_whose_last_day_is_fixed():
    assert runs_out("status_papers.petition", NOTICE, "2026-01-10") == exactly("2026-01-15")
    assert outcome("status_papers.petition", NOTICE, "2026-01-10") is Outcome.OPEN
    assert outcome("status_papers.i94", NOTICE, "2026-01-10") is Outcome.CLOSED


def test_the_grace_is_counted_ahead_until_the_last_day_of_work():
    assert runs_out("grace_period.after_notice", NOTICE, "2026-01-14") == exactly("2026-03-16")
    ahead, runs = "grace_period.after_notice", "grace_period.sixty_days"
    assert (outcome(ahead, NOTICE, "2026-01-14"), outcome(runs, NOTICE, "2026-01-14")) == (
        Outcome.OPEN,
        Outcome.CLOSED,
    )
    assert (outcome(ahead, NOTICE, "2026-01-15"), outcome(runs, NOTICE, "2026-01-15")) == (
        Outcome.CLOSED,
        Outcome.OPEN,
    )


def test_without_a_word_on_the_job_its_work_ends_with_the_approval():
    facts = {
        f"{STATUS}.class": "H-1B",
        f"{STATUS}.i94_expires": "2027-08-31",
        f"{STATUS}.petition_expires": "2027-08-31",
    }
    assert runs_out("status_papers.petition", facts, "2026-01-10") == exactly("2027-08-31")
    assert outcome("grace_period.after_notice", facts, "2026-01-10") is Outcome.UNDETERMINED


# ---------------------------------------------------------------------------------- petitions built on petitions


BRIDGED = {
    f"{STATUS}.class": "H-1B", "worker.location": "US", f"{STATUS}.last_day_worked": "none",
    f"{STATUS}.i94_expires": "2026-10-01", f"{STATUS}.petition_expires": "2026-10-01", "job.us_new_employer_files": True,
    "job.us_specialty_occupation": True, "worker.us_degree_or_equivalent": True, f"{STATUS}.unauthorized_work": False,
    f"{STATUS}.cap_counted": True, f"{STATUS}.first_h1b_admission": "2022-01-01", f"{STATUS}.days_abroad_in_h1b": 0,
    "employer.cap_exempt_kind": "none",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "filed", "expected"),
    [
        ("extension", "2026-10-01", Outcome.OPEN),
        ("change_of_employer", "2026-10-01", Outcome.OPEN),
        ("change_of_employer", "2026-10-02", Outcome.CLOSED),
        ("change_of_status", "2026-10-01", Outcome.CLOSED),
        (None, None, Outcome.CLOSED),
    ],
)
def test_a_change_of_employer_may_be_built_on_a_petition_that_was_filed_in_time(kind, filed, expected):
    told = (
        {f"{STATUS}.pending_petition.kind": kind, f"{STATUS}.pending_petition.filed": filed} if kind else {}
    )
    assert outcome("h1b.portability", {**BRIDGED, **told}, "2026-11-22") is expected


# -------------------------------------------------------------------------------------- the year before the seventh


SEVENTH = {
    f"{STATUS}.class": "H-1B", "worker.location": "US", f"{STATUS}.last_day_worked": "none",
    f"{STATUS}.i94_expires": "2027-03-01", f"{STATUS}.petition_expires": "2027-03-01",
    "employer.undertakes.us_petition": True, f"{STATUS}.green_card_case_denied": False,
    f"{STATUS}.adjustment_year_missed": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"i140.filed": "2026-03-02", "i140.approved": "none"}, Outcome.OPEN),
        ({"i140.filed": "2026-03-03", "i140.approved": "none"}, Outcome.UNDETERMINED),
        ({"i140.approved": "2018-05-01"}, Outcome.OPEN),
        ({"i140.priority_date": "2016-05-10", "i140.approved": "2026-06-01"}, Outcome.OPEN),
        ({"labor_certification_filed": "none", "i140.approved": "none"}, Outcome.CLOSED),
        ({"labor_certification_filed": "2026-03-03", "i140.approved": "none"}, Outcome.CLOSED),
    ],
)
def test_a_year_after_an_i140_is_enough_where_nothing_is_said_of_the_labor_certification(facts, expected):
    given = {f"{STATUS}.{name}": value for name, value in facts.items()}
    assert outcome("h1b.beyond_six_years", {**SEVENTH, **given}, "2026-11-22") is expected


# --------------------------------------------------------------------------------------------------- the cap-gap


def carried(filed):
    return {
        f"{STATUS}.class": "F-1 OPT",
        f"{STATUS}.opt_ends": "2026-06-30",
        f"{STATUS}.pending_petition.kind": "cap",
        f"{STATUS}.pending_petition.filed": filed,
    }


@pytest.mark.parametrize(
    ("filed", "with_work", "stay", "grace"),
    [
        ("2026-06-30", Outcome.OPEN, Outcome.CLOSED, Outcome.CLOSED),
        ("2026-07-01", Outcome.CLOSED, Outcome.OPEN, Outcome.CLOSED),
        ("2026-08-29", Outcome.CLOSED, Outcome.OPEN, Outcome.CLOSED),
    ],
)
def test_a_petition_filed_after_the_training_carries_the_stay_and_no_work(filed, with_work, stay, grace):
    found = [
        outcome(f"opt.{route}", carried(filed), "2026-08-29")
        for route in ("cap_gap", "cap_gap_stay", "grace")
    ]
    assert found == [with_work, stay, grace]


def test_a_petition_filed_after_the_sixty_days_carries_nothing():
    late = carried("2026-08-30")
    assert {
        outcome(f"opt.{route}", late, "2026-08-30") for route in ("cap_gap", "cap_gap_stay", "grace")
    } == {Outcome.CLOSED}
    assert outcome("opt.grace", late, "2026-08-29") is Outcome.OPEN


# ------------------------------------------------------------------------------------------- not before one may file


def days(expression, facts, on):
    span = question(facts, on).ask(expression).span
    assert span.exact
    return span.lo


@pytest.mark.parametrize(
    ("on", "waits", "left"), [("2026-09-01", True, 1), ("2026-09-02", False, 0), ("2026-06-01", True, 93)]
)
def test_an_extension_is_filed_no_more_than_six_months_ahead(on, waits, left):
    facts = {f"{STATUS}.i94_expires": "2027-03-01", f"{STATUS}.petition_expires": "2027-03-01"}
    for must_wait, wait in (
        (h1b_rules.beyond_waits, h1b_rules.days_to_beyond),
        (h1b_rules.extension_waits, h1b_rules.days_to_extension),
    ):
        assert question(facts, on).ask(must_wait).truth is waits
        assert days(wait, facts, on) == left
    assert question({}, on).ask(h1b_rules.beyond_waits).truth is False


@pytest.mark.parametrize(
    ("on", "file_until", "opens", "starts"),
    [
        ("2025-12-01", "2026-06-30", 121, 304),
        ("2026-05-01", "2026-06-30", 0, 153),
        ("2021-12-01", "2022-02-23", 0, 0),
        ("2024-09-01", "2024-11-07", 0, 30),
    ],
)
def test_the_season_of_a_selection_is_that_of_its_days_to_file(on, file_until, opens, starts):
    facts = {f"{STATUS}.h1b_selected": True, f"{STATUS}.h1b_file_until": file_until}
    assert (days(h1b_rules.days_to_filing, facts, on), days(h1b_rules.days_to_start, facts, on)) == (
        opens,
        starts,
    )


@pytest.mark.parametrize(("opt_ends", "runs_on"), [("2026-04-01", True), ("2026-03-31", False)])
def test_training_that_lasts_until_the_petition_can_be_filed_runs_on_in_the_cap_gap(opt_ends, runs_on):
    facts = {
        f"{STATUS}.class": "F-1 OPT", f"{STATUS}.opt_ends": opt_ends, f"{STATUS}.h1b_file_until": "2026-06-30",
        "worker.location": "US", "job.us_consular_notice": False,
    }  # fmt: skip
    assert question(facts, "2025-12-01").ask(h1b_rules.carries_on_from_training).truth is runs_on


# ----------------------------------------------------------------------------------------- the day that counts


STRANDED = b"""
on: 2026-01-10
worker: {citizenships: [IN], residence: US, location: IN,
         us_status: {class: H-1B, petition_expires: 2027-08-31, first_h1b_admission: 2021-10-01, last_day_worked: none}}
"""


def test_a_deadline_of_which_only_the_latest_day_is_known_still_binds():
    found = make_plan(read_case_text(STRANDED, "case.yaml"))
    assert found.binding.deadline.id == "united_states.status_papers.petition"
    assert found.binding.day == dt.date(2027, 8, 31)
    assert "ends at the latest on 2027-08-31" in " ".join(found.summary)


def test_a_worker_who_was_given_notice_plans_for_the_last_day_of_work():
    case = b"""
on: 2026-11-22
worker: {citizenships: [IN], residence: US, location: US, us_status: {class: H-1B, i94_expires: 2027-10-01,
         petition_expires: 2027-10-01, last_day_worked: 2026-12-15, grace_used: false}}
"""
    found = make_plan(read_case_text(case, "case.yaml"))
    assert (found.binding.day, found.binding.deadline.ends) == (dt.date(2026, 12, 15), "work")
    ahead = next(each for each in found.deadlines if each.id == "united_states.grace_period.after_notice")
    assert ahead.day == dt.date(2027, 2, 13)
    assert "united_states.h1b.extension" not in {each.route for each in found.options}


# ------------------------------------------------------------------------------------- a petition that is pending


PENDING = b"""
on: 2026-07-10
worker: {citizenships: [IN], residence: US, location: US, us_degree_or_equivalent: true,
         us_status: {class: F-1 OPT, opt_ends: 2026-06-15, h1b_selected: true, h1b_file_until: 2026-06-30, cap_counted: false,
                     pending_petition: {kind: cap, filed: 2026-04-05}}}
job: {us_specialty_occupation: true, us_consular_notice: false}
employer: {cap_exempt_kind: none, undertakes: {us_petition: true}}
goals: {countries: [US]}
"""


def test_a_pending_petition_under_the_cap_is_the_way_after_its_days_to_file_and_nobody_travels():
    found = make_plan(read_case_text(PENDING, "case.yaml"))
    assert found.best.route == "united_states.h1b.cap_petition"
    ids = [each.id.rpartition("/")[2] for each in found.best.steps]
    assert "cp_file" not in ids
    assert {"cp_stay", "cp_cap_gap", "cp_decide"} <= set(ids)
    assert found.binding.day == dt.date(2027, 3, 31)


def test_without_a_petition_the_days_to_file_close_the_way():
    unfiled = PENDING.replace(b"pending_petition: {kind: cap, filed: 2026-04-05}", b"pending_petition: none")
    found = make_plan(read_case_text(unfiled, "case.yaml"))
    assert "united_states.h1b.cap_petition" not in {each.route for each in found.options}


@pytest.mark.parametrize(
    ("petition", "warned"),
    [(b"{kind: change_of_status, filed: 2026-01-05}", True), (b"{kind: cap, filed: 2026-01-05}", True), (b"none", False)],
)  # fmt: skip
def test_whoever_waits_for_a_change_of_status_is_told_not_to_leave(petition, warned):
    case = b"""
on: 2026-02-01
worker: {citizenships: [IN], residence: US, location: US,
         us_status: {class: F-1 OPT, opt_ends: 2026-06-15, pending_petition: PETITION}}
goals: {countries: [US]}
""".replace(b"PETITION", petition)
    found = make_plan(read_case_text(case, "case.yaml"))
    assert any("Do not leave the country" in task.what for task in found.this_week) is warned
