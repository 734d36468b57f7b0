"""A file of law that is wrong is refused, with its line; the cache holds law, never trust."""

import datetime as dt
import json

import pytest

from landed.errors import LawError
from landed.expr import CAD_PER_HOUR, YEARS, Bands, CodeList, FlagParameter, NumberParameter, Table
from landed.expr.dated import Absent, Cells, Codes, Steps
from landed.law.content import content
from landed.law.files import checked_parameters, read_yaml

SOURCE = 'sources:\n  S: {title: "A source", seen: official, checked: 2026-11-22}\n'
GOOD = (
    SOURCE
    + "fee:\n  description: Fee\n  last_value_still_valid_on: 2026-01-01\n  values:\n    2017-01-01: {value: 1, src: S}\n"
)


def mistakes_of(tmp_path, text):
    path = tmp_path / "parameters.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LawError) as caught:
        checked_parameters(path, {})
    return caught.value.mistakes


def test_a_good_file_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "parameters.yaml"
    path.write_text(GOOD, encoding="utf-8")
    parameters, sources, _ = checked_parameters(path, {})
    assert parameters["fee"]["values"]["2017-01-01"]["value"] == 1
    assert set(sources) == {"S"}


@pytest.mark.parametrize(
    ("spoilt", "line", "says"),
    [
        (GOOD.replace("src: S}", "src: T}"), 7, "source 'T' does not exist"),
        (GOOD.replace(", src: S", ""), 7, "has no source"),
        (GOOD.replace("value: 1, ", ""), 7, "has no value"),
        (GOOD.replace("2017-01-01: {", "2017-02-30: {"), 7, "is not a day"),
        (GOOD + "    2016-01-01: {value: 2, src: S}\n", 8, "stands after 2017-01-01"),
        (GOOD + "    2017-01-01: {value: 2, src: S}\n", 8, "written twice"),
        (GOOD.replace("description: Fee", "descripton: Fee"), 4, "unknown key"),
        (GOOD.replace("description: Fee", "description: ''"), 3, "has no description"),
        (
            GOOD.replace("last_value_still_valid_on: 2026-01-01", "last_value_still_valid_on: soon"),
            5,
            "'soon' is not a day",
        ),
        (
            GOOD.replace("  last_value_still_valid_on: 2026-01-01\n", ""),
            3,
            "has no last_value_still_valid_on",
        ),
        (GOOD.replace("seen: official", "seen: surely"), 2, "is no degree of knowledge"),
        (GOOD.replace(", checked: 2026-11-22", ""), 2, "has no checked"),
        (GOOD.replace("src: S}", "src: S, known_on: 2017-13-01}"), 7, "is not a day"),
        (GOOD.replace("src: S}", "src: S, sceme: noc2021}"), 7, "unknown key"),
    ],
)
def test_a_spoilt_file_is_refused_with_its_line(tmp_path, monkeypatch, spoilt, line, says):
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "cache"))
    found = mistakes_of(tmp_path, spoilt)
    assert any(says in str(one) and one.line == line for one in found), [str(one) for one in found]


def test_a_misspelt_key_names_the_nearest_right_one(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "cache"))
    found = mistakes_of(tmp_path, GOOD.replace("description: Fee", "descripton: Fee"))
    assert "did you mean 'description'?" in "\n".join(map(str, found))


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "cache"))
    assert (
        len(mistakes_of(tmp_path, GOOD.replace("src: S}", "src: T, sceme: x}").replace("official", "surely")))
        == 3
    )


def test_the_cache_is_keyed_by_content_and_safe_to_delete_or_spoil(tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    monkeypatch.setenv("LANDED_CACHE_DIR", str(cache))
    path = tmp_path / "a.yaml"
    path.write_text("x: 1\n")
    assert read_yaml(path)[0] == {"x": 1}
    (entry,) = (cache / "law").iterdir()
    assert json.loads(entry.read_text())[0] == {"x": 1}
    entry.write_text("{ half")
    assert read_yaml(path)[0] == {"x": 1}
    path.write_text("x: 2\n")
    assert read_yaml(path)[0] == {"x": 2}


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "file" / "below"))
    path = tmp_path / "a.yaml"
    path.write_text("x: 1\n")
    assert read_yaml(path)[0] == {"x": 1}


def test_values_are_typed_by_their_declaration(tmp_path):
    (tmp_path / "t.csv").write_text("# source\nyear,noc,wage\n2017,2173,40.87\n2018,2173,41.00\n")

    def typed(parameter, **entry):
        return content(parameter, entry, tmp_path)

    assert typed(FlagParameter("f"), value=True) is True
    assert typed(NumberParameter("n", CAD_PER_HOUR), value=40.87) == 4087
    assert typed(NumberParameter("n", CAD_PER_HOUR), value="none") is Absent.NONE
    assert typed(NumberParameter("n", CAD_PER_HOUR), value="not_encoded") is Absent.NOT_ENCODED
    assert typed(CodeList("c"), value=["1", {"code": "2", "only": "some"}], scheme="noc2016") == Codes(
        frozenset("1"), {"2": "some"}, "noc2016"
    )
    assert typed(Table("t", YEARS), value={"a": 1, "b": "none"}, default=0) == Cells(
        {("a",): 1, ("b",): Absent.NONE}, 0, ("",)
    )
    assert typed(Table("t", YEARS, 2), value={"a|b": 1}).rows == {("a", "b"): 1}
    table = typed(
        Table("t", CAD_PER_HOUR),
        value={"csv": "t.csv", "keys": ["noc"], "cell": "wage", "where": {"year": "2017"}},
    )
    assert table.rows == {("2173",): 4087}
    assert typed(Bands("b", YEARS, YEARS), value={"10": 2, "5": 1}) == Steps(((5, 1), (10, 2)))


@pytest.mark.parametrize(
    ("parameter", "entry"),
    [
        (FlagParameter("f"), {"value": "yes"}),
        (NumberParameter("n", CAD_PER_HOUR), {"value": 40.875}),
        (NumberParameter("n", YEARS), {"value": True}),
        (CodeList("c"), {"value": [213]}),
        (CodeList("c"), {"value": ["1"], "scheme": "noc2026"}),
        (Table("t", YEARS, 2), {"value": {"a": 1}}),
    ],
)
def test_a_value_of_another_type_is_refused(tmp_path, parameter, entry):
    with pytest.raises(ValueError, match=r"."):
        content(parameter, entry, tmp_path)


def test_days_are_real_days():
    from landed.law.files import day

    assert day("2017-02-28") == dt.date(2017, 2, 28)
    assert day("2017-02-29") is None
    assert day("20170228") == dt.date(2017, 2, 28) or day("20170228") is None
