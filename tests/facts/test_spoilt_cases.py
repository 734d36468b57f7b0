"""Spoilt case files: each mistake is told with its line, its field, and what to do."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.errors import CaseError
from landed.facts import read_case, read_case_text

ON = "on: 2026-11-22\n"

# the file, then of one of its mistakes: the line, the field, a part of the message
SPOILT = [
    # --- size and bytes
    (b"", None, "", "it is empty"),
    (b"   \n# nothing but a remark\n", None, "", "it is empty"),
    (b"x: " + b"a" * 1_000_000, None, "", "larger than 1 MB"),
    (b"on: 2026-11-22\nworker: {name: \xff\xfe}\n", 2, "", "not UTF-8"),
    ("on: 2026-11-22\n".encode("utf-16"), None, "", "UTF-16"),
    (b"on: 2026-11-22\nworker: {name: a\x00b}\n", 2, "", "not text"),
    (b"\x7fELF\x00\x01\xff\xff", 1, "", "not text"),
    (b"worker:\n  name: \x1b[31mred\n", 2, "", "not text"),
    # --- form
    ("worker: {age: 31\n", 2, "", "YAML"),
    ("worker:\n\tage: 31\n", 2, "", "tab"),
    ("worker:\n  age: 31\n worker2: 1\n", 3, "", "YAML"),
    ("worker: {age: 31}\nworker: {age: 32}\n", 2, "worker", "twice (first on line 1)"),
    ("job:\n  noc: '21231'\n  noc: '21232'\n", 3, "job.noc", "twice (first on line 2)"),
    ("worker: &me {age: 31}\n", 1, "", "anchors"),
    ("worker: {age: 31}\nspouse: *me\n", 2, "", "anchors"),
    ("worker:\n  age: !!python/object:os.system 31\n", 2, "", "tags"),
    ("on: 2026-11-22\n---\non: 2026-11-23\n", 2, "", "second document"),
    ("a: " + "[" * 60 + "]" * 60, 1, "", "nested"),
    ("? [a, b]\n: 1\n", 1, "", "plain name"),
    ("just some words\n", 1, "", "not a case"),
    ("- worker\n- spouse\n", 1, "", "not a case"),
    ('{"worker": {"age": 31}', 1, "", "ends too early"),
    ('{"worker":\n {"age": 31,}}', 2, "", "not JSON"),
    ('{"worker": {"age": 31}, "worker": {}}', 1, "worker", "twice"),
    ('{"worker": {"age": NaN}}', 1, "", "NaN is not a value"),
    ('{"worker": {"age": 031}}', 1, "", "031 is not a value"),
    ('{"worker": {"name": "\\ud800"}}', 1, "", "broken character"),
    ("[" * 50 + "]" * 50, 1, "", "nested"),
    # --- names
    ("worker:\n  agee: 31\n", 2, "worker.agee", "did you mean 'age'?"),
    ("wroker: {age: 31}\n", 1, "wroker", "did you mean 'worker'?"),
    ("job: {nocc: '21231'}\n", 1, "job.nocc", "did you mean 'noc'?"),
    ("worker:\n  us_status:\n    i94_expire: 2027-08-31\n", 3, "worker.us_status.i94_expire", "'i94_expires'"),
    ("worker:\n  education:\n    - {levels: master}\n", 3, "worker.education.0.levels", "did you mean 'level'?"),
    ("employer: {undertakes: {labor_market_benefits_plan: true}}\n", 1,
     "employer.undertakes.labor_market_benefits_plan", "'labour_market_benefits_plan'"),
    # --- types
    ("on: 22/11/2026\n", 1, "on", "not a day"),
    ("on: 2026-02-30\n", 1, "on", "there is no day 2026-02-30"),
    ("on: 20261122\n", 1, "on", "not a day"),
    ("on: 2026-11-22T00:00:00\n", 1, "on", "not a day"),
    ("on: 0026-11-22\n", 1, "on", "out of reach"),
    ("worker: {age: '31'}\n", 1, "worker.age", "is text, not a number"),
    ("worker: {age: 31.5}\n", 1, "worker.age", "a whole number from 0 to 120"),
    ("worker: {age: -1}\n", 1, "worker.age", "out of range"),
    ("worker: {age: 1e999}\n", 1, "worker.age", "not a number"),
    ("worker: {age: .nan}\n", 1, "worker.age", "not a number"),
    ("worker: {age: 031}\n", 1, "worker.age", "is text"),
    ("worker: {age: [31]}\n", 1, "worker.age", "a list is not a number"),
    ("worker: {age: true}\n", 1, "worker.age", "true is not a number"),
    ("employer: {willing: yes}\n", 1, "employer.willing", "did you mean 'true'?"),
    ("employer: {willing: 1}\n", 1, "employer.willing", "neither true nor false"),
    ("worker: 31\n", 1, "worker", "not a group of fields"),
    ("worker: {citizenships: IN}\n", 1, "worker.citizenships", "a list, as [IN, CA]"),
    ("worker: {citizenships: [IN, UK]}\n", 1, "worker.citizenships", "did you mean 'GB'?"),
    ("worker: {citizenships: [India]}\n", 1, "worker.citizenships", "did you mean 'IN'?"),
    ("worker: {location: usa}\n", 1, "worker.location", "did you mean 'US'?"),
    ("worker: {family: Married}\n", 1, "worker.family", "did you mean 'married'?"),
    ("worker: {us_status: {class: H1B}}\n", 1, "worker.us_status.class", "did you mean 'H-1B'?"),
    ("job: {noc: '21239'}\n", 1, "job.noc", "not an occupation's code"),
    ("job: {soc: 151252}\n", 1, "job.soc", "as 15-1252"),
    ("job: {province: British Columbia}\n", 1, "job.province", "AB | BC"),
    ("job: {wage: 138000}\n", 1, "job.wage", "not a group of fields"),
    ("job: {wage: {amount: 138000, currency: CAD, per: annum}}\n", 1, "job.wage.per", "hour | day | week"),
    ("job: {wage: {amount: -1, currency: CAD, per: year}}\n", 1, "job.wage.amount", "out of range"),
    ("job: {hours_per_week: 200}\n", 1, "job.hours_per_week", "from 0.01 to 168"),
    ("worker: {experience: {noc: '21231'}}\n", 1, "worker.experience", "not a list"),
    ("worker: {experience: [{from: 2019-05-01, to: now}]}\n", 1, "worker.experience.0.to", "or `present`"),
    ("worker: {languages: [{taken: 2025-09-01}]}\n", 1, "worker.languages.0.test", "it is missing"),
    ("worker: {languages: [{test: ielts}]}\n", 1, "worker.languages.0.test", "did you mean 'ielts_general'?"),
    ("worker:\n  languages:\n    - {test: ielts_general, listening: 8.25}\n", 3,
     "worker.languages.0.listening", "in halves"),
    ("worker: {languages: [{test: ielts_general, reading: 9.5}]}\n", 1, "worker.languages.0.reading", "from 0 to 9"),
    ("worker: {languages: [{test: tef_canada, reading: 560}]}\n", 1, "worker.languages.0.reading", "from 0 to 300"),
    ("worker: {languages: [{test: pte_core, writing: 91}]}\n", 1, "worker.languages.0.writing", "from 10 to 90"),
    ("worker: {english: {clb: 13}}\n", 1, "worker.english.clb", "from 0 to 12"),
    ("assertions: [{clause: a/b, value: true}]\n", 1, "assertions.0.by", "it is missing"),
    ("goals: {confidence: 90}\n", 1, "goals.confidence", "from 0 to 1"),
    # --- facts against each other
    (ON + "worker: {birth_date: 2027-01-01}\n", 2, "worker.birth_date", "after the day of the case"),
    (ON + "worker: {birth_date: 1901-01-01}\n", 2, "worker.birth_date", "would be 125"),
    (ON + "worker:\n  birth_date: 1994-03-14\n  age: 31\n", 4, "worker.age",
     "given as 31, and worker.birth_date makes it 32"),
    (ON + "worker:\n  birth_date: 1994-03-14\n  experience: [{from: 1993-01-01, to: present}]\n", 4,
     "worker.experience.0.from", "before the birth"),
    (ON + "worker:\n  birth_date: 1994-03-14\n  experience:\n    - {from: 2001-01-01, to: present}\n", 5,
     "worker.experience.0.from", "at the age of 6"),
    ("worker: {experience: [{from: 2019-08-30, to: 2015-07-01}]}\n", 1, "worker.experience.0.to",
     "before it begins"),
    ("worker: {canada: {stays: [{from: 2024-02-01, to: 2024-01-01}]}}\n", 1, "worker.canada.stays.0.to",
     "before it begins"),
    (ON + "worker: {experience: [{from: 2027-01-01, to: present}]}\n", 2, "worker.experience.0.from",
     "after the day of the case"),
    (ON + "worker: {languages: [{test: ielts_general, taken: 2026-12-01}]}\n", 2, "worker.languages.0.taken",
     "after the day of the case"),
    (ON + "worker: {education: [{completed: 2020-06-01, assessed: 2019-01-01}]}\n", 2,
     "worker.education.0.assessed", "before the studies were completed"),
    (ON + "worker:\n  education: [{level: bachelor, country: IN, completed: 2015-06-01}]\n"
     "  education_level: master\n", 4, "worker.education_level", "given as master, and worker.education makes it bachelor"),
    (ON + "worker: {location: US, in_canada: true}\n", 2, "worker.in_canada", "makes it false"),
    (ON + "worker: {us_status: {i94_expires: 2027-08-31, authorized_until: 2028-08-31}}\n", 2,
     "worker.us_status.authorized_until", "makes it from 2027-08-21 to 2027-08-31"),
    (ON + "worker: {us_status: {last_day_worked: none, laid_off: true}}\n", 2, "worker.us_status.laid_off", "false"),
    (ON + "worker: {us_status: {i140: {filed: 2025-03-01, approved: 2024-03-01}}}\n", 2,
     "worker.us_status.i140.approved", "before worker.us_status.i140.filed"),
    (ON + "job:\n  wage: {amount: 104000, currency: CAD, per: year}\n  hours_per_week: 40\n  hourly_wage: 60\n", 5,
     "job.hourly_wage", "given as 60, and job.wage makes it 50"),
    (ON + "job: {noc: '21231', teer: 2}\n", 2, "job.teer", "given as 2, and job.noc makes it 1"),
    (ON + "spouse: none\nworker: {family: married}\n", 2, "spouse", "there is a partner"),
    (ON + "children: [{birth_date: 2027-02-01}]\n", 2, "children.0.birth_date", "after the day of the case"),
    (ON + "worker: {birth_date: 1994-03-14}\nchildren: [{birth_date: 1990-01-01}]\n", 3, "children.0.birth_date",
     "before the worker"),
    (ON + "worker: {education_and_others: true}\n", 2, "worker.education_and_others", "stands without"),
    (ON + "worker: {languages: [{test: celpip_general, taken: 2026-01-01, listening: 9, reading: 9, writing: 9, "
     "speaking: 9}], english: {clb: 7}}\n", 2, "worker.english.clb", "given as 7"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "line", "field", "fragment"), SPOILT)
def test_a_mistake_is_told_with_its_line_its_field_and_what_to_do(content, line, field, fragment):
    name = "case.json" if str(content).startswith('{"') else "case.yaml"
    with pytest.raises(CaseError) as caught:
        read_case_text(content, name)
    told = [each for each in caught.value.mistakes if each.field == field and fragment in str(each)]
    assert told, caught.value
    assert told[0].where == name
    assert told[0].line == line


def test_all_the_mistakes_of_a_file_are_told_at_once_in_the_order_of_its_lines():
    text = """on: 2026-11-22
worker:
  birth_date: 1994-03-14
  age: 31
  agee: 31
  citizenships: [IN, UK]
  education:
    - {level: batchelor, completed: 2015-06-31}
  languages:
    - {test: ielts_general, listening: 12, reading: 8.1}
employer: {willing: maybe}
"""
    with pytest.raises(CaseError) as caught:
        read_case_text(text)
    assert [(each.line, each.field) for each in caught.value.mistakes] == [
        (4, "worker.age"),
        (5, "worker.agee"),
        (6, "worker.citizenships"),
        (8, "worker.education.0.level"),
        (8, "worker.education.0.completed"),
        (10, "worker.languages.0.listening"),
        (10, "worker.languages.0.reading"),
        (11, "employer.willing"),
    ]


def test_a_missing_file_a_folder_and_a_large_file_are_told_apart(tmp_path):
    with pytest.raises(CaseError, match="there is no such file"):
        read_case(tmp_path / "none.yaml")
    with pytest.raises(CaseError, match="it is a folder"):
        read_case(tmp_path)
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(CaseError, match="larger than 1 MB"):
        read_case(large)
    with pytest.raises(CaseError, match="null"):
        read_case("a\0b")


def test_of_very_many_mistakes_the_first_are_told_and_how_many_follow():
    with pytest.raises(CaseError) as caught:
        read_case_text("".join(f"k{number}: 1\n" for number in range(2000)))
    assert len(caught.value.mistakes) == 501
    assert "and 1,500 more mistakes, after line 500" in str(caught.value.mistakes[-1])


def test_a_broken_row_does_not_hide_the_others_nor_make_new_mistakes():
    text = "worker:\n  experience:\n    - {from: 2019-05-01, to: 2018-01-01}\n    - {from: soon}\n    - 7\n"
    with pytest.raises(CaseError) as caught:
        read_case_text(text)
    assert [(each.line, each.field) for each in caught.value.mistakes] == [
        (3, "worker.experience.0.to"),
        (4, "worker.experience.1.from"),
        (5, "worker.experience.2"),
    ]


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
)
NAMES = st.sampled_from(
    ["on", "worker", "spouse", "job", "employer", "age", "citizenships", "us_status", "i140", "education", "level",
     "languages", "test", "experience", "from", "to", "noc", "wage", "amount", "children", "birth_date", "english"]
) | st.text(max_size=6)  # fmt: skip
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


def mistakes_of(content, name):
    """Read, and return the mistakes; any other exception is a failure."""
    try:
        read_case_text(content, name)
    except CaseError as error:
        return error.mistakes
    return []


@given(st.dictionaries(NAMES, DATA, max_size=6))
@settings(deadline=None, max_examples=150)
def test_any_json_is_read_or_refused_with_mistakes_never_with_a_traceback(data):
    assert all(each.problem for each in mistakes_of(json.dumps(data), "case.json"))


@given(st.text(max_size=200) | st.binary(max_size=200))
@settings(deadline=None, max_examples=300)
def test_any_content_is_read_or_refused_with_mistakes_never_with_a_traceback(content):
    assert all(each.problem for each in mistakes_of(content, "case.yaml"))
