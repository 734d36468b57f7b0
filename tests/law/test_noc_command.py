"""`landed law noc` as a user calls it."""

import json

import pytest
from typer.testing import CliRunner

from landed.cli._app import app
from landed.errors import UnansweredError


def run(*arguments):
    return CliRunner().invoke(app, ["law", "noc", *arguments])


def test_words_find_titles_with_their_teer():
    lines = run("software").stdout.splitlines()
    assert lines[0].startswith("21231  TEER 1  Software engineers and designers")
    assert any(line.startswith("21232  TEER 1") for line in lines)


def test_a_code_of_2016_finds_everything_it_became():
    found = json.loads(run("2173", "--json").stdout)["occupations"]
    assert [(row["noc"], row["teer"]) for row in found] == [("21211", 1), ("21231", 1)]


def test_a_code_of_2021_is_found_by_itself():
    found = json.loads(run("22220", "--json").stdout)["occupations"]
    assert found == [
        {"noc": "22220", "teer": 2, "title": "Computer network and web technicians", "noc2016": ["2281"]}
    ]


@pytest.mark.parametrize(
    ("asked", "said"), [("65100", "TEER 4 or 5"), ("zzz", "no occupation"), ("99998", "there is no")]
)
def test_what_is_not_found_is_said_why(asked, said):
    answer = run(asked)
    assert isinstance(answer.exception, UnansweredError)
    assert said in str(answer.exception)
