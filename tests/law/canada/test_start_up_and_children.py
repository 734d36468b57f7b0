"""A founder on both sides of the closure, and a child who ages: the Canadian halves of two stories."""

import datetime as dt

import pytest

from landed.assess import assess_route
from landed.law.canada.family.rules import dependent_child
from landed.law.library import Law

FOUNDER = {
    "worker.startup.organization": "venture_fund", "worker.startup.investment": 200000, "worker.startup.votes": 40,
    "worker.startup.votes_with_organization": 60, "worker.startup.applicants": 1, "worker.english.clb": 9,
    "worker.french": "none", "worker.settlement_funds": 250000, "worker.family_size": 1,
}  # fmt: skip


@pytest.fixture
def founder(question):
    def asked(on, commitment):
        found = question(on, FOUNDER | {"worker.startup.commitment_on": commitment})
        return assess_route(found, Law().route("canada.start_up_visa.founder"))

    return asked


@pytest.mark.parametrize(
    ("on", "commitment", "outcome", "because"),
    [
        ("2025-12-31", "2025-12-15", "open", None),
        ("2026-01-01", "2025-12-15", "open", None),
        ("2026-06-30", "2025-12-31", "open", None),
        ("2026-06-30", "2025-10-01", "open", None),
        ("2026-06-30", "2026-01-02", "closed", None),
        ("2026-07-01", "2025-12-31", "closed", "intake_closed"),
        ("2026-11-01", "none", "closed", "intake_closed"),
    ],
)
def test_the_closure_and_its_transition(founder, on, commitment, outcome, because):
    found = founder(on, commitment)
    assert (found.outcome.value, found.because) == (outcome, because)


def test_a_commitment_older_than_six_months_is_taken_on_weak_word_alone(founder):
    assert founder("2026-06-30", "2025-10-01").weak
    assert founder("2026-06-30", "2025-12-31").weak  # six months old on that day, and no longer less
    assert not founder("2026-06-29", "2025-12-31").weak


def test_what_was_announced_on_19_december_2025_was_not_known_before(question):
    day = dt.date(2026, 7, 1)
    found = question(day.isoformat(), FOUNDER | {"worker.startup.commitment_on": "2026-06-01"})
    found.law = Law(dt.date(2025, 12, 18))
    found.epoch = found.law.at(day)
    assert assess_route(found, found.law.route("canada.start_up_visa.founder")).outcome.value == "open"


def test_a_child_born_on_20_march_2006_is_a_dependant_until_19_march_2028(question):
    asked = question("2026-11-01", {"children": [{"birth_date": "2006-03-20"}]})
    last = asked.ask(dependent_child.runs_out).span
    assert (last.lo, last.hi) == (dt.date(2028, 3, 19).toordinal(),) * 2
    assert assess_route(asked, Law().route(dependent_child.id)).outcome.value == "open"


def test_the_american_age_of_21_plays_no_part_in_canada(question):
    for day in ("2027-03-19", "2027-03-20", "2027-03-21"):
        asked = question(day, {"children": [{"birth_date": "2006-03-20"}]})
        assert assess_route(asked, Law().route(dependent_child.id)).outcome.value == "open"


def test_who_is_22_is_followed_by_the_next_child(question):
    asked = question("2028-03-20", {"children": [{"birth_date": "2006-03-20"}, {"birth_date": "2008-07-01"}]})
    last = asked.ask(dependent_child.runs_out).span
    assert last.lo == last.hi == dt.date(2030, 6, 30).toordinal()
