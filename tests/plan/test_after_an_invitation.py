"""Express Entry once the profile is in the pool, and once an invitation has come: what is done is not planned again."""

import datetime as dt

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan

CLASS = "canada.express_entry.canadian_experience_class"
CASE = """\
on: 2026-09-20
worker:
  birth_date: 1996-11-02
  citizenships: [IN]
  residence: CA
  location: CA
  family: single
  education: [{level: bachelor, country: IN, years: 4, completed: 2017-06-01, assessed: 2023-01-10}]
  languages: [{test: celpip_general, taken: 2025-12-01, listening: 10, reading: 9, writing: 9, speaking: 9}]
  experience:
    - {noc: "21222", country: CA, from: 2022-09-06, to: present, hours_per_week: 37.5, authorized: true,
       self_employed: false, full_time_student: false}
%s
children: none
job: {noc: "21222", province: ON}
goals: {countries: [CA]}
"""
INVITED = "  express_entry: {profile_on: 2026-01-15, invited_on: 2026-09-15}"
IN_POOL = "  express_entry: {profile_on: 2026-01-15, invited_on: none}"
NEITHER = "  express_entry: {profile_on: none, invited_on: none}"


def steps(told: str, on: str):
    found = make_plan(read_case_text(CASE % told, "case.yaml"), on=dt.date.fromisoformat(on))
    return {
        step.id.rpartition("/")[2]: step
        for step in next(each for each in found.options if each.route == CLASS).steps
    }


@pytest.mark.parametrize(
    ("told", "on", "left"),
    [
        ("", "2026-09-20", {"cec_profile", "cec_invitation"}),
        (NEITHER, "2026-09-20", {"cec_profile", "cec_invitation"}),
        # a profile stands for twelve months
        (IN_POOL, "2026-09-20", {"cec_invitation"}),
        (IN_POOL, "2027-01-15", {"cec_invitation"}),
        (IN_POOL, "2027-01-16", {"cec_profile", "cec_invitation"}),
        # an invitation gives sixty days: from 15 September to 14 November
        (INVITED, "2026-09-20", set()),
        (INVITED, "2026-11-14", set()),
    ],
)
def test_only_what_is_still_to_be_done_is_a_step(told, on, left):
    assert {"cec_profile", "cec_invitation"} & steps(told, on).keys() == left


def test_who_is_invited_is_told_when_the_application_can_be_in():
    last = steps(INVITED, "2026-09-20")["cec_apply"]
    assert dt.date(2026, 9, 20) <= last.starts.if_every_standard_is_met <= dt.date(2026, 11, 14)
