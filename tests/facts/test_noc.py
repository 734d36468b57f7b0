"""Occupation codes: titles, categories, and what a code of one version may be in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landed.facts import countries, noc
from landed.facts.noc import _from_2016, _occupations


def test_the_table_holds_the_376_unit_groups_of_teer_0_to_3():
    table = _occupations()
    assert len(table) == 376
    assert all(int(code[1]) == each.teer for code, each in table.items())


@pytest.mark.parametrize(
    ("code", "scheme", "expected"),
    [
        ("2173", "noc2021", {"21231", "21211"}),
        ("2174", "noc2021", {"21230", "21232", "21234"}),
        ("2171", "noc2021", {"21211", "21220", "21221", "21222", "21233"}),
        ("21231", "noc2016", {"2173"}),
        ("21233", "noc2016", {"2171", "2175"}),
        ("21231", "noc2021", {"21231"}),
        ("2173", "noc2016", {"2173"}),
        ("0213", "noc2021", {"20012"}),
    ],
)
def test_a_code_has_all_the_images_of_the_concordance(code, scheme, expected):
    assert noc.images(frozenset({code}), scheme) == expected


def test_images_are_unknown_where_the_table_does_not_reach():
    assert noc.images(frozenset({"65100"}), "noc2016") is None
    assert noc.images(frozenset({"6541"}), "noc2021") is None
    assert noc.images(None, "noc2021") is None
    assert noc.images(frozenset({"2173", "6541"}), "noc2021") is None


def test_the_category_is_the_second_digit_and_a_set_for_older_codes():
    assert noc.teers(frozenset({"21231"})) == {1}
    assert noc.teers(frozenset({"85100"})) == {5}
    assert noc.teers(frozenset({"2173"})) == {1}
    assert noc.teers(frozenset({"0113"})) == {0}
    assert noc.teers(frozenset({"1523"})) == {
        3,
        4,
        5,
    }  # skill level C: its groups of TEER 4 and 5 are not held
    assert noc.teers(None) == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("code", ["21231", "2173", "0213", "00011", "65100", "85100", "6541"])
def test_codes_that_exist_are_taken(code):
    assert noc.exists(code)


@pytest.mark.parametrize(
    "code",
    ["21299", "2199", "0999", "123", "212311", "", "abcde", "2173 ", "\uff12\uff11\uff17\uff13", "6841"],
)
def test_codes_that_do_not_exist_are_refused(code):
    assert not noc.exists(code)


@given(st.sampled_from(sorted(_occupations())))
def test_a_code_is_among_the_images_of_its_images(code):
    back = noc.images(noc.images(frozenset({code}), "noc2016"), "noc2021")
    assert back is None or code in back


@given(st.sampled_from(sorted(_from_2016())))
def test_an_older_code_is_among_the_images_of_its_images(code):
    there = noc.images(frozenset({code}), "noc2021")
    if there is not None:
        back = noc.images(there, "noc2016")
        assert back is not None
        assert code in back


def test_search_finds_by_words_and_by_code():
    assert noc.search("software engineers")[0].code == "21231"
    assert noc.search("21231")[0].title == "Software engineers and designers"
    assert "21231" in {found.code for found in noc.search("2173")}
    assert noc.search("zzzz") == []


def test_there_are_249_countries_with_names_in_two_languages():
    table = countries.countries()
    assert len(table) == 249
    assert all(len(code) == 2 and code.isupper() and all(names) for code, names in table.items())
    assert countries.name("NO") == "Norway"
    assert countries.name("NO", "fr") == "Norvège"


@pytest.mark.parametrize(
    ("written", "code"),
    [("UK", "GB"), ("india", "IN"), ("Inde", "IN"), ("us", "US"), ("Brasil", "BR"), ("xx", "")],
)
def test_the_nearest_country_is_guessed(written, code):
    assert countries.nearest(written) == code
