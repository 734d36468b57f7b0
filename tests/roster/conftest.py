"""Invented people as tables, and a roster read from text."""

import sys
from pathlib import Path

import pytest

from landed.roster.mapping import read_mapping
from landed.roster.people import people_of
from landed.roster.tables import read_sheets

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench/people"))
sys.path.insert(0, str(Path(__file__).parent))
import workforce
from spreadsheets import write_csv

ON = workforce.ON


@pytest.fixture
def read(tmp_path):
    """Read people from the text of a CSV file, or from a file, by a map in YAML."""

    def read(text, mapping="", dates="", main="", on=ON):
        path = text
        if isinstance(text, str):
            path = tmp_path / "people.csv"
            path.write_text(text, "utf-8")
        name = ""
        if mapping in ("hr", "lca"):
            name = mapping
        elif mapping:
            (tmp_path / "map.yaml").write_text(mapping, "utf-8")
            name = str(tmp_path / "map.yaml")
        return people_of(path, read_sheets(path), read_mapping(name, dates), on, main)

    return read


@pytest.fixture(scope="session")
def workforce_rows():
    return list(workforce.people(60))


@pytest.fixture(scope="session")
def workforce_people(tmp_path_factory, workforce_rows):
    path = write_csv(tmp_path_factory.mktemp("roster") / "people.csv", workforce.COLUMNS, workforce_rows)
    return people_of(path, read_sheets(path), read_mapping(""), ON)
