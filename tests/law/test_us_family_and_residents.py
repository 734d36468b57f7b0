"""Children who come of age in the United States, and those who need no petition there."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan


def plan(case):
    return make_plan(read_case_text(case.encode(), "case.yaml"))


FAMILY = """
on: 2026-11-01
worker: {citizenships: [IN], country_of_birth: IN, location: US, family: married,
         us_status: {class: H-1B, i94_expires: 2028-03-31, petition_expires: 2028-03-31, last_day_worked: none,
                     i140: {category: EB-2, approved: 2014-09-01, priority_date: 2014-02-01}}}
children: [{birth_date: 2006-03-20}]
goals: {countries: [CA, US]}
"""


def test_p21_the_two_countries_ages_stand_apart_each_with_its_day():
    """The last day under 21 is 19 March 2027: the cliff is the birthday, the 20th. Canada counts to 22."""
    children = next(each for each in plan(FAMILY).family if each.who == "children")
    until = {each.route: each.until for each in children.answers if not each.ways}
    assert until == {
        "united_states.h4.child": dt.date(2027, 3, 19),
        "canada.family.dependent_child": dt.date(2028, 3, 19),
    }
    assert "not encoded here" not in children.text.partition("Up to which age")[2]


def test_a_child_of_21_is_counted_by_canada_alone():
    later = plan(FAMILY.replace("2006-03-20", "2005-06-01"))
    assert "united_states.h4.child" not in {each.id for each in later.deadlines}
    assert "canada.family.dependent_child" in {each.id for each in later.deadlines}


@pytest.mark.parametrize(
    ("citizenship", "status", "way"),
    [("IN", "green_card", "permanent_resident"), ("US", "citizen", "citizen"), ("FR", "citizen", "citizen")],
)
def test_who_needs_no_petition_is_told_so_first_even_after_the_job(citizenship, status, way):
    found = plan(f"""
on: 2026-11-22
worker: {{citizenships: [{citizenship}], location: US, us_status: {{class: {status}, last_day_worked: 2026-11-10}}}}
goals: {{countries: [CA, US]}}
""")
    assert found.best.route == f"united_states.citizens_and_residents.{way}"
    assert (found.best.outcome, found.best.confidence) == ("open", "unverified")
    assert "rests on something unverified" in found.headline


def test_nobody_is_supposed_to_be_a_resident():
    found = plan("on: 2026-11-22\nworker: {location: US}\ngoals: {countries: [US]}")
    assert not any(each.route.startswith("united_states.citizens_and_residents") for each in found.options)


def test_p14_moving_to_canada_does_not_close_the_way_beyond_six_years():
    """8 CFR 214.2(h)(13)(iii)(E): three years at a time also for a person abroad, with any employer."""
    case = """
on: 2026-09-01
worker: {citizenships: [IN], country_of_birth: IN, location: PLACE,
         us_status: {class: H-1B, petition_expires: 2027-03-31, i94_expires: 2027-03-31, first_h1b_admission: 2015-10-01,
                     days_abroad_in_h1b: 0, last_day_worked: none, priority_date_current: false,
                     i140: {category: EB-2, approved: 2017-03-01, priority_date: 2016-05-10, withdrawn: none}}}
employer: {undertakes: {us_petition: true}}
goals: {countries: [CA, US]}
"""
    for place in ("US", "CA"):
        way = next(
            each
            for each in plan(case.replace("PLACE", place)).options
            if each.route == "united_states.h1b.beyond_six_years"
        )
        assert way.outcome == "open"
        assert any("Moving abroad does not close it" in text for text in way.reservations)
