"""Tables of the United States, as they were read: numbers, fees, clocks and days, typed from the sources and not from the code."""

import datetime as dt
from functools import cache

import pytest

from landed.assess import Question
from landed.expr.dated import Absent
from landed.facts import Case, Snapshot
from landed.law import Law
from landed.law.united_states.grace_period import rules as grace
from landed.law.united_states.h1b import rules as h1b
from landed.law.united_states.opt import rules as opt
from tests.law.reading import LAW, TODAY, day

STATUS = "worker.us_status"


@cache
def dated(name, on):
    """Return what a parameter of the United States is worth on a day."""
    files, local = LAW.home(f"united_states.{name}")
    return LAW.at(day(on)).dated(files.declared[local])


def ask(expression, on, facts, known_on=None):
    """Ask an expression of a case on a day."""
    law = Law(day(known_on)) if known_on else LAW
    return Question(Snapshot(Case(on=day(on))).with_facts(facts), law, day(on)).ask(expression)


def dollars(expression, on, facts, known_on=None):
    span = ask(expression, on, facts, known_on).span
    assert span.exact
    return span.lo / 100


def last_day(expression, on, facts):
    span = ask(expression, on, facts).span
    assert span.exact
    return dt.date.fromordinal(span.lo).isoformat()


# -------------------------------------------------------------------------------------------------- the cap


@pytest.mark.parametrize("on", ["2017-01-01", "2020-03-01", "2026-03-19", TODAY])
@pytest.mark.parametrize(
    ("name", "number", "seen"),
    [
        ("regular", 65_000, "official"),
        ("advanced_degree", 20_000, "secondary"),
        ("h1b1_set_aside", 6_800, "official"),
    ],
)
def test_the_numbers_of_the_cap(name, number, seen, on):
    found = dated(f"h1b.cap.{name}", on)
    assert (found.value, found.seen) == (number, seen)


# First and last day on which a worker could be entered in the draw, by fiscal year.
WINDOWS = {
    2019: ("2018-04-02", "2018-04-06"),
    2020: ("2019-04-01", "2019-04-05"),
    2021: ("2020-03-01", "2020-03-20"),
    2022: ("2021-03-09", "2021-03-25"),
    2023: ("2022-03-01", "2022-03-18"),
    2024: ("2023-03-01", "2023-03-20"),
    2025: ("2024-03-06", "2024-03-25"),
    2026: ("2025-03-07", "2025-03-24"),
    2027: ("2026-03-04", "2026-03-19"),
}


@pytest.mark.parametrize(("first", "last"), WINDOWS.values(), ids=WINDOWS)
def test_the_windows_of_the_draw(first, last):
    days = [day(first) - dt.timedelta(days=1), day(first), day(last), day(last) + dt.timedelta(days=1)]
    states = [dated("h1b.cap.intake", on.isoformat()).value for on in days]
    assert states == ["closed", "open", "open", "closed"]


def test_the_window_of_2027_was_not_announced():
    assert dated("h1b.cap.intake", TODAY).value == "closed"
    assert LAW.at(day(TODAY)).opens_next(LAW.route("united_states.h1b.cap")) is None


@pytest.mark.parametrize(
    ("on", "method"),
    [
        ("2019-03-31", "petitions_advanced_first"), ("2019-04-01", "petitions_regular_first"),
        ("2020-02-29", "petitions_regular_first"), ("2020-03-01", "registrations"), ("2024-03-03", "registrations"),
        ("2024-03-04", "persons"), ("2026-02-26", "persons"), ("2026-02-27", "persons_weighted_by_wage_level"),
    ],
)  # fmt: skip
def test_how_the_draw_is_held(on, method):
    assert dated("h1b.cap.selection_method", on).value == method


@pytest.mark.parametrize(("on", "entries"), [("2026-02-26", (1, 1, 1, 1)), ("2026-02-27", (1, 2, 3, 4))])
def test_entries_by_wage_level(on, entries):
    held = dated("h1b.cap.entries", on).value
    assert tuple(held.rows[level,] for level in ("I", "II", "III", "IV")) == entries


@pytest.mark.parametrize(
    ("on", "research", "exactly_half"),
    [
        ("2025-01-16", {"main_activity"}, False),
        ("2025-01-17", {"main_activity", "fundamental_activity"}, True),
    ],
)
def test_cap_exemption_on_both_sides_of_january_2025(on, research, exactly_half):
    assert dated("h1b.exempt.research_roles", on).value.whole == research
    assert dated("h1b.exempt.share_itself_suffices", on).value is exactly_half
    assert dated("h1b.exempt.share_of_time", on).value == 50_00


# ------------------------------------------------------------------------------------------------------ fees

FEES = {
    # name: (day, amount or None) on both sides of each change
    "registration": [
        ("2019-12-08", None), ("2019-12-09", 10), ("2025-03-06", 10), ("2025-03-07", 215), (TODAY, 215),
    ],
    "i129": [("2017-01-01", 460), ("2024-03-31", 460), ("2024-04-01", 780), (TODAY, 780)],
    "i129_small": [("2017-01-01", 460), ("2024-03-31", 460), ("2024-04-01", 460), (TODAY, 460)],
    "asylum_program": [("2024-03-31", None), ("2024-04-01", 600), (TODAY, 600)],
    "asylum_program_small": [("2024-03-31", None), ("2024-04-01", 300), (TODAY, 300)],
    "training": [("2017-01-01", 1500), (TODAY, 1500)],
    "training_small": [("2017-01-01", 750), (TODAY, 750)],
    "fraud": [("2017-01-01", 500), (TODAY, 500)],
    "mostly_h1b": [("2017-01-01", 4000), ("2027-09-30", 4000), ("2027-10-01", None)],
    "visa": [("2023-06-16", 190), ("2023-06-17", 205), (TODAY, 205)],
    "premium": [
        ("2018-09-30", 1225), ("2018-10-01", 1410), ("2019-12-01", 1410), ("2019-12-02", 1440), ("2020-10-18", 1440),
        ("2020-10-19", 2500), ("2024-02-25", 2500), ("2024-02-26", 2805), ("2026-02-28", 2805), ("2026-03-01", 2965),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "on", "amount"), [(name, on, amount) for name, rows in FEES.items() for on, amount in rows]
)
def test_every_fee_on_both_sides_of_its_days(name, on, amount):
    assert dated(f"h1b.fees.{name}", on).value == (Absent.NONE if amount is None else amount * 100)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("training", "official"), ("fraud", "official"), ("visa", "official"), ("i129", "secondary"),
        ("asylum_program", "secondary"), ("registration", "secondary"), ("premium", "secondary"), ("mostly_h1b", "secondary"),
    ],
)  # fmt: skip
def test_how_well_the_fees_are_known(name, seen):
    assert dated(f"h1b.fees.{name}", TODAY).seen == seen


def test_the_fees_of_april_2024_were_known_from_their_publication():
    size = {"employer.fte_employees": 200, "employer.nonprofit": False}
    assert dollars(h1b.base_fee, "2024-04-01", size, "2024-01-30") == 460
    assert dollars(h1b.base_fee, "2024-04-01", size, "2024-01-31") == 780


@pytest.mark.parametrize(("another", "amount"), [(True, 500), (False, 0)])
def test_beyond_six_years_the_fraud_fee_is_a_new_employers(another, amount):
    assert dollars(h1b.fraud_beyond_fee, TODAY, {"job.us_new_employer_files": another}) == amount


@pytest.mark.parametrize(
    ("another", "on", "amount"),
    [(True, "2026-09-08", 4000), (False, "2026-09-08", 0), (False, "2026-09-09", 4000)],
)
def test_the_fee_of_employers_that_mostly_employ_h1b_workers_beyond_six_years(another, on, amount):
    facts = {"job.us_new_employer_files": another, "employer.mostly_h1b": True}
    assert dollars(h1b.mostly_h1b_beyond_fee, on, facts) == amount


@pytest.mark.parametrize(("on", "amount"), [("2024-03-31", 410), ("2024-04-01", 470), (TODAY, 470)])
def test_form_i765(on, amount):
    assert dollars(opt.stem_fee, on, {}) == amount


# ------------------------------------------------------------------------------------------ premium processing


@pytest.mark.parametrize(
    ("on", "business"), [("2017-01-01", False), ("2024-03-31", False), ("2024-04-01", True), (TODAY, True)]
)
def test_premium_counts_calendar_days_then_business_days(on, business):
    assert dated("h1b.premium_processing.counts_business_days", on).value is business
    assert dated("h1b.premium_processing.days", on).value == 15
    assert dated("h1b.premium_processing.business_days", on).value == 15


TAKEN = [  # day, under the cap, others; None is not seen
    ("2017-04-02", True, True), ("2017-04-03", False, False), ("2018-04-01", True, True), ("2018-04-02", False, True),
    ("2018-09-10", False, True), ("2018-09-11", False, False), ("2019-01-27", False, False), ("2019-01-28", True, False),
    ("2019-03-11", True, False), ("2019-03-12", True, True), ("2019-04-01", False, True), ("2020-03-19", None, True),
    ("2020-03-20", False, False), ("2020-05-31", False, False), ("2020-06-01", None, None), (TODAY, True, True),
]  # fmt: skip


@pytest.mark.parametrize(("on", "cap", "others"), TAKEN)
def test_when_premium_requests_were_not_taken(on, cap, others):
    found = [dated(f"h1b.premium_processing.taken_for_{kind}", on).value for kind in ("cap", "others")]
    assert found == [Absent.NOT_ENCODED if one is None else one for one in (cap, others)]


# ------------------------------------------------------------------------------------ the payment of 100,000 dollars

ABROAD = {"worker.location": "IN", f"{STATUS}.first_h1b_admission": "none", "job.us_consular_notice": True}
WITH_VISA = {
    "worker.location": "IN", f"{STATUS}.first_h1b_admission": "2022-01-10", f"{STATUS}.visa_stamp_expires": "2028-01-10",
    "job.us_consular_notice": False,
}  # fmt: skip
INSIDE = {"worker.location": "US", "job.us_consular_notice": False}
NOTICE = {"worker.location": "US", "job.us_consular_notice": True}


@pytest.mark.parametrize(
    ("on", "collected"),
    [
        ("2025-09-20", False), ("2025-09-21", True), ("2026-06-07", True), ("2026-06-08", False), ("2026-07-24", False),
        ("2026-09-30", False), (TODAY, False), ("2027-09-20", False), ("2027-09-21", False),
    ],
)  # fmt: skip
def test_the_payment_on_each_side_of_its_days(on, collected):
    amount = 100_000 if collected else 0
    assert [dollars(h1b.entry_payment_due, on, facts) for facts in (ABROAD, NOTICE)] == [amount, amount]
    assert [dollars(h1b.entry_payment_due, on, facts) for facts in (WITH_VISA, INSIDE)] == [0, 0]


@pytest.mark.parametrize(
    ("on", "stands"),
    [("2025-09-20", False), ("2025-09-21", True), (TODAY, True), ("2027-09-20", True), ("2027-09-21", False)],
)
def test_the_proclamation_stands_apart_from_the_payment(on, stands):
    assert dated("h1b.entry_payment.proclamation", on).value is stands


def test_before_the_proclamation_nobody_knew_of_it():
    assert dollars(h1b.entry_payment_due, "2025-12-01", ABROAD, "2025-09-18") == 0
    assert dollars(h1b.entry_payment_due, "2025-12-01", ABROAD, "2025-09-19") == 100_000


# ------------------------------------------------------------------------------------- grace, cap-gap, training


@pytest.mark.parametrize(
    ("worked", "last"),
    [
        ("2026-01-15", "2026-03-16"),
        ("2017-01-17", "2017-03-18"),
        ("2023-12-31", "2024-02-29"),
        ("2026-09-23", TODAY),
    ],
)
def test_the_sixtieth_day(worked, last):
    facts = {
        f"{STATUS}.last_day_worked": worked,
        f"{STATUS}.i94_expires": "2028-08-31",
        f"{STATUS}.petition_expires": "2028-08-31",
    }
    assert last_day(grace.sixty_days_end, worked, facts) == last


@pytest.mark.parametrize(
    ("on", "exists"), [("2017-01-16", False), ("2017-01-17", True), ("2026-09-11", True), (TODAY, True)]
)
def test_the_grace_begins_on_17_january_2017_and_a_proposal_does_not_end_it(on, exists):
    assert LAW.at(day(on)).in_force(LAW.route("united_states.grace_period.sixty_days")).value is exists


def test_whom_the_grace_is_for():
    classes = {"E-1", "E-2", "E-3", "H-1B", "H-1B1", "L-1A", "L-1B", "O-1", "TN"}
    assert dated("grace_period.sixty_days.classes", TODAY).value.whole == classes
    assert dated("grace_period.ten_days.classes", TODAY).value.whole == classes - {"H-1B1", "O-1"}


@pytest.mark.parametrize(
    ("filed", "on", "last"),
    [
        ("2017-04-03", "2017-06-12", "2017-09-30"), ("2024-04-02", "2025-01-16", "2024-09-30"),
        ("2025-04-01", "2025-04-02", "2026-03-31"), ("2026-06-30", TODAY, "2027-03-31"),
        ("2028-04-03", "2028-06-01", "2029-03-31"),
    ],
)  # fmt: skip
def test_the_cap_gap_on_both_sides_of_17_january_2025(filed, on, last):
    assert last_day(opt._gap_ends, on, {f"{STATUS}.pending_petition.filed": filed}) == last


def test_what_the_new_cap_gap_does_for_petitions_of_2024_is_not_encoded():
    assert not ask(opt._gap_ends, "2025-01-17", {f"{STATUS}.pending_petition.filed": "2024-04-02"}).span.exact


def test_the_stem_extension_in_numbers():
    ends = {f"{STATUS}.opt_ends": "2026-07-31"}
    assert last_day(opt.stem_ends, "2026-07-01", ends) == "2028-07-31"
    assert last_day(opt.works_on_it_until, "2026-07-01", ends) == "2027-01-27"
    names = ("stem_extension.most", "unemployment.limit", "stem_extension.unemployment_limit")
    assert [dated(f"opt.{name}", TODAY).value for name in names] == [2, 90, 150]
    assert ask(opt.days_to_window, "2026-05-01", ends).span.lo == 1
    assert ask(opt.days_to_window, "2026-05-02", ends).span.lo == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("h1b.six_year_limit.years", 6), ("h1b.beyond_six_years.wait", 365), ("h1b.beyond_six_years.i140_settles", 180),
        ("h1b.beyond_six_years.files_ahead", 6), ("status_papers.pending_extension.length", 240),
        ("grace_period.sixty_days.length", 60), ("grace_period.ten_days.length", 10), ("opt.grace.length", 60),
    ],
)  # fmt: skip
def test_lengths_read_in_the_law_itself(name, value):
    assert dated(name, "2024-01-01").value == value
    assert dated(name, "2024-01-01").seen == "official"
