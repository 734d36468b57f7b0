"""What a good case file says: typing, nothing, none, and some among others."""

import datetime as dt
import json
import math

import pytest

from landed.expr.units import DAY
from landed.expr.values import Members, Span
from landed.facts import Snapshot, employer, job, read_case, read_case_text, spouse, worker

CONTRACT = """
on: 2026-11-22
worker:
  name: The worker
  birth_date: 1994-03-14
  citizenships: [IN]
  country_of_birth: IN
  residence: US
  location: US
  passport_expires: 2031-05-01
  family: married
  education:
    - {level: bachelor, field: computer science, country: IN, years: 4, completed: 2015-06-01, assessed: 2025-02-10}
  languages:
    - {test: ielts_general, taken: 2025-09-01, listening: 8.5, reading: 8.0, writing: 7.5, speaking: 8.0}
  experience:
    - {noc: "21231", title: software engineer, country: IN, from: 2015-07-01, to: 2019-08-30, hours_per_week: 40}
    - {noc: "21231", country: US, from: 2019-09-15, to: present}
  us_status:
    class: H-1B
    i94_expires: 2027-08-31
    petition_expires: 2027-08-31
    first_h1b_admission: 2021-10-01
    days_abroad_in_h1b: 40
    last_day_worked: none
    visa_stamp_expires: 2025-08-31
    i140: none
  canada: {stays: [], study: none, relatives: []}
  history: {refusals: [], overstays: [], criminality: none, misrepresentation: none}
spouse: {accompanying: true, birth_date: 1995-01-02, citizenships: [IN]}
children: [{birth_date: 2020-04-01}]
job:
  title: Senior software engineer
  noc: "21231"
  soc: "15-1252"
  wage: {amount: 138000, currency: CAD, per: year}
  hours_per_week: 40
  prevailing_wage: {amount: 56.41, currency: CAD, per: hour}
  province: BC
  city: Vancouver
  start: 2027-03-01
employer:
  name: Example Cloud Inc.
  operates_in_canada: true
  canadian_entity: {relationship: subsidiary, since: 2022-05-01, premises: commercial, employees: 40}
  us_worker_months: 30
  gts_positions_this_year: 0
  willing: true
  undertakes: {labour_market_benefits_plan: true}
assertions:
  - {clause: canada.intra_company_transfer.specialized_knowledge/advanced_knowledge, value: true, by: counsel,
     on: 2026-11-20}
goals: {countries: [CA, US, FR], keep_job: true, confidence: 0.9}
"""


def test_the_case_of_the_documentation_is_read_whole():
    case = read_case_text(CONTRACT)
    snapshot = Snapshot(case)
    assert case.on == dt.date(2026, 11, 22)
    assert case.records["worker.name"] == "The worker"
    shown = {fact: snapshot.shown(fact) for fact in (
        worker.age, worker.in_canada, worker.education_level, worker.us_status.laid_off,
        worker.us_status.i140_approved, worker.us_status.authorized_until, worker.canadian_study,
        worker.children_count, worker.family_size, job.teer, job.yearly_wage, job.prevailing_hourly_wage,
        spouse.age, employer.has_canadian_entity, worker.english.test, worker.french.clb,
    )}  # fmt: skip
    assert list(shown.values()) == [
        32, False, "bachelor", False, False, "2027-08-31", "none", 1, 3, 1, 138000, 56.41, 31, True,
        "ielts_general", 0,
    ]  # fmt: skip
    assert snapshot.value(worker.english.clb) == Span(10, 12)
    rows, complete = snapshot.rows("assertions")
    assert (rows[0].by, rows[0].value, rows[0].on, complete) == ("counsel", True, dt.date(2026, 11, 20), True)


def test_a_case_keeps_the_line_of_each_field():
    case = read_case_text(CONTRACT)
    assert case.line_of("worker.birth_date") == 5
    assert case.line_of("worker.education.0.level") == 13
    assert case.line_of("job.wage") == 36
    assert case.line_of("job.hourly_wage") == 32  # not in the file: the line of the group around it
    assert case.line_of("nothing") is None


def test_json_says_the_same_as_yaml(tmp_path):
    (tmp_path / "case.json").write_text(
        json.dumps(
            {"on": "2026-11-22", "worker": {"age": 31, "citizenships": ["IN"]}, "job": {"hourly_wage": 48.08}}
        ),
        encoding="utf-8",
    )
    (tmp_path / "case.yaml").write_text(
        "on: 2026-11-22\nworker: {age: 31, citizenships: [IN]}\njob: {hourly_wage: 48.08}\n", encoding="utf-8"
    )
    one, other = read_case(tmp_path / "case.json"), read_case(tmp_path / "case.yaml")
    assert one.stated == other.stated
    assert one.on == other.on


def test_json_with_tabs_surrogates_and_slashes_is_read():
    case = read_case_text('{\n\t"worker": {"name": "\\ud83d\\ude00 a\\/b"}\n}')
    assert case.records["worker.name"] == "\U0001f600 a/b"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("citizenships: [NO]", frozenset({"NO"})),
        ("citizenships: [NO, SE]", frozenset({"NO", "SE"})),
        ("country_of_birth: NO", frozenset({"NO"})),
    ],
)
def test_norway_is_a_country(written, value):
    case = read_case_text(f"worker: {{{written}}}")
    assert case.stated[f"worker.{written.split(':')[0]}"] in (value, Members(value, value))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("on", "on"),
        ("NO", "NO"),
        ("ON", "ON"),
        ("y", "y"),
        ("off", "off"),
        ("00012", "00012"),
        ("0213", "0213"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("12:30:45", "12:30:45"),
        ("190:20", "190:20"),
        ("2026-11-22", "2026-11-22"),
        ("1.2.3", "1.2.3"),
        ("=", "="),
        ("'true'", "true"),
        ('"12"', "12"),
        ("12", "12"),  # a number is good for a name
    ],
)
def test_all_but_true_false_null_and_numbers_is_text(written, text):
    assert read_case_text(f"job: {{title: {written}}}").stated["job.title"] == {text}


def test_the_province_of_ontario_and_a_code_with_a_zero_need_no_quotes():
    case = read_case_text("job: {province: ON, noc: 0213}")
    assert case.stated == {"job.province": {"ON"}, "job.noc": {"0213"}}


def test_a_code_may_be_written_as_a_number():
    assert read_case_text("job: {noc: 21231}").stated["job.noc"] == {"21231"}


def test_absent_is_unknown_and_null_is_asked_and_unknown():
    case = read_case_text("worker:\n  age: null\n  family: ~\n  citizenships:\nspouse: null\n")
    assert case.stated == {}
    assert case.asked == {"worker.age", "worker.family", "worker.citizenships", "spouse"}
    snapshot = Snapshot(case)
    assert snapshot.value(worker.age) == Span(0, 120)
    assert snapshot.shown(worker.age) is None
    assert snapshot.value(employer.willing) is None


def test_none_and_an_empty_list_are_none():
    snapshot = Snapshot(read_case_text(
        "worker: {experience: none, education: [], languages: none, citizenships: none, canada: {stays: none},"
        " history: {refusals: none}}\nchildren: none\nspouse: none\n"
    ))  # fmt: skip
    assert snapshot.value(worker.citizenships) == Members(frozenset(), frozenset())
    assert snapshot.value(worker.canadian_work_years) == Span(0, 0)
    assert snapshot.value(worker.education_level) == {"none"}
    assert snapshot.value(worker.english.clb) == Span(0, 0)
    assert snapshot.value(worker.children_count) == Span(0, 0)
    assert snapshot.value(worker.canada.days_present_in_five_years) == Span(0, 0)
    assert snapshot.value(worker.history.refused_before) is False
    assert snapshot.value(spouse.accompanying) is False


def test_a_list_with_others_is_not_complete():
    snapshot = Snapshot(read_case_text(
        "on: 2026-11-22\nworker:\n  citizenships: [IN]\n  citizenships_and_others: true\n"
        "  education: [{level: bachelor, country: IN, completed: 2015-06-01}]\n  education_and_others: true\n"
    ))  # fmt: skip
    assert snapshot.value(worker.citizenships) == Members(frozenset({"IN"}), None)
    assert snapshot.value(worker.education_level) == {
        "bachelor",
        "two_or_more",
        "master",
        "professional",
        "doctoral",
    }
    assert snapshot.value(worker.us_masters_or_higher) is None
    assert snapshot.value(worker.post_secondary_diploma_two_years) is True


def test_a_day_that_is_none_is_never_or_always_as_the_question_says():
    snapshot = Snapshot(
        read_case_text(
            "worker: {us_status: {last_day_worked: none, visa_stamp_expires: none, i94_expires: none}}"
        )
    )
    assert snapshot.value(worker.us_status.last_day_worked) == Span(math.inf, math.inf)
    assert snapshot.value(worker.us_status.visa_stamp_expires) == Span(-math.inf, -math.inf)
    assert snapshot.value(worker.us_status.i94_expires) == Span(math.inf, math.inf)
    assert snapshot.shown(worker.us_status.last_day_worked) == "none"


def test_a_day_without_a_case_day_is_today():
    assert abs((read_case_text("worker: {age: 31}").on - dt.datetime.now(tz=dt.UTC).date()).days) <= 1


def test_a_windows_file_with_a_byte_order_mark_is_read():
    assert read_case_text(b"\xef\xbb\xbfon: 2026-11-22\r\nworker:\r\n  age: 31\r\n").stated[
        "worker.age"
    ] == Span(31, 31)


def test_days_are_stored_as_ordinals():
    value = read_case_text("job: {start: 2027-03-01}").stated["job.start"]
    assert value == Span(DAY.parse("2027-03-01"), DAY.parse("2027-03-01"))


def test_yaml_that_begins_with_a_brace_is_yaml():
    assert read_case_text("{worker: {age: 31}}").stated["worker.age"] == Span(31, 31)
    assert read_case_text('{"worker": {age: 31}}').stated["worker.age"] == Span(31, 31)


def test_an_older_code_is_mapped_and_a_note_says_so():
    snapshot = Snapshot(read_case_text("job: {noc: '2173'}"))
    assert snapshot.value(job.teer) == Span(1, 1)
    assert "2173" in snapshot.notes[0]
