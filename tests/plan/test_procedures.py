"""A procedure file is read strictly: every mistake at once, with its line and the nearest right name."""

from pathlib import Path

import pytest

from landed.errors import LawError
from landed.expr import BUSINESS_DAYS, CAD, FlagParameter, NumberParameter
from landed.law.library import programme_ids
from landed.plan.procedure_file import read_procedures
from landed.plan.procedures import Procedure, procedures

VARIABLES = {
    "processing_standard": NumberParameter("x.y.processing_standard", BUSINESS_DAYS),
    "lmia_fee": NumberParameter("x.y.lmia_fee", CAD),
    "in_quebec": FlagParameter("x.y.in_quebec"),
    "not_an_expression": 3,
}
GOOD = """\
category_b:
  steps:
    - id: file
      title: File
      actor: employer
      fees: [{title: LMIA fee, amount: lmia_fee, payer: employer, recoverable: false}]
      cites: [{source: E1, pinpoint: here}]
    - id: decide
      title: Decide
      actor: government
      after: [file]
      duration: [{standard: processing_standard}]
      calendar: CA-{job.province}
      produces: {job.lmia_issued: true, job.lmia_stream: gts_b}
      unlocks: [work]
      cites: [{source: E1}]
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "cache"))


def read(tmp_path: Path, text: str) -> dict[str, Procedure]:
    path = tmp_path / "procedure.yaml"
    path.write_text(text, "utf-8")
    return dict(read_procedures(path, "canada.invented", {"category_b"}, VARIABLES, {"E1"}))


def mistakes(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(LawError) as caught:
        read(tmp_path, text)
    return [str(mistake).replace(str(tmp_path), "").removeprefix("/") for mistake in caught.value.mistakes]


def test_a_good_file_is_read(tmp_path):
    procedure = read(tmp_path, GOOD)["category_b"]
    assert [step.id for step in procedure.steps] == ["file", "decide"]
    assert procedure.produces == {"job.lmia_issued": True, "job.lmia_stream": "gts_b"}
    assert procedure.steps[0].charges[0].amount == VARIABLES["lmia_fee"]
    assert procedure.steps[1].durations[0].slowest is None


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("category_b:", "category_c:", "procedure.yaml:1: category_c: there is no route 'category_c'; did you mean 'category_b'?"),
        ("title: File", "tilte: File", "procedure.yaml:4: category_b.steps.0.tilte: unknown key"),
        ("title: File", "title: ''", "procedure.yaml:3: category_b.steps.0: has no title"),
        ("actor: employer", "actor: employee", "procedure.yaml:5: category_b.steps.0.actor: there is no party 'employee'; did you mean 'employer'?"),
        ("after: [file]", "after: [fiel]", "there is no step 'fiel'; did you mean 'file'?"),
        ("after: [file]", "after: [decide]", "the steps decide wait for one another"),
        ("id: decide", "id: file", "'file' is the id of another step too"),
        ("amount: lmia_fee", "amount: lmia_fees", "there is no variable of rules.py 'lmia_fees'; did you mean 'lmia_fee'?"),
        ("amount: lmia_fee", "amount: processing_standard", "processing_standard is not an amount of CAD, USD, EUR"),
        ("standard: processing_standard", "standard: lmia_fee", "lmia_fee is not an amount of business days"),
        ("standard: processing_standard", "standard: not_an_expression", "there is no variable of rules.py"),
        ("payer: employer", "payer: boss", "there is no party 'boss'"),
        ("recoverable: false", "recoverable: never", "'never' is neither true nor false"),
        ("CA-{job.province}", "CA-{job.provinces}", "there is no fact 'job.provinces'; did you mean 'job.province'?"),
        ("CA-{job.province}", "CA-BX", "there is no calendar 'CA-BX'"),
        ("job.lmia_issued: true", "job.lmia_isued: true", "there is no fact 'job.lmia_isued'; did you mean 'job.lmia_issued'?"),
        ("lmia_stream: gts_b", "lmia_stream: gts_z", "'gts_z' is not one of the answers"),
        ("unlocks: [work]", "unlocks: [wrok]", "'wrok'; did you mean 'work'?"),
        ("cites: [{source: E1}]", "cites: []", "category_b.steps.1: has no cites"),
        ("cites: [{source: E1}]", "cites: [{source: E9}]", "there is no source 'E9'"),
        ("after: [file]", "after: file", "is not a list of texts"),
        ("after: [file]", "needs: [job.lmia_issue]", "there is no fact 'job.lmia_issue'"),
        ("after: [file]", "when: in_quebek", "there is no variable of rules.py 'in_quebek'; did you mean 'in_quebec'?"),
        ("after: [file]", "when: lmia_fee", "lmia_fee is neither true nor false"),
        ("after: [file]", "when: canada.invented.category_a", "did you mean 'canada.invented.category_b'?"),
        ("after: [file]", "when: canada.no_such.route", "there is no programme 'canada.no_such'"),
        ("steps:", "stepps:", "is not a list of steps"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_its_line(tmp_path, right, wrong, said):
    found = mistakes(tmp_path, GOOD.replace(right, wrong))
    assert any(said in mistake for mistake in found), found
    assert all(mistake.startswith("procedure.yaml:") for mistake in found)


def test_all_mistakes_are_found_at_once(tmp_path):
    text = GOOD.replace("actor: employer", "actor: nobody").replace("source: E1}", "source: E9}")
    assert len(mistakes(tmp_path, text)) == 2


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "category_b: 3\n", "category_b: {steps: [3]}\n"])
def test_a_file_of_another_shape_is_refused(tmp_path, text):
    assert mistakes(tmp_path, text)


def test_a_step_without_a_calendar_runs_on_that_of_its_country(tmp_path):
    procedure = read(tmp_path, GOOD.replace("      calendar: CA-{job.province}\n", ""))["category_b"]
    assert procedure.steps[1].calendar == "CA"


@pytest.mark.parametrize("programme", programme_ids())
def test_every_procedure_of_the_law_is_sound(programme):
    procedures(programme)
