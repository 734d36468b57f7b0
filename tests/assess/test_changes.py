"""The days on which an answer changes are found to the day."""

import datetime as dt
from itertools import pairwise

from landed.assess import Outcome, Question
from landed.assess.changes import changes, parameters_of
from landed.assess.questions import next_questions
from landed.facts import Case, Snapshot
from landed.law import Law

ON = dt.date(2026, 11, 22)
STREAM = "canada.global_talent_stream.category_b"
GIVEN = {
    "job.noc": "21310", "job.hourly_wage": 80.0, "job.prevailing_hourly_wage": 62.5, "employer.willing": True,
    "employer.exists": True, "employer.operates_in_canada": True, "employer.undertakes.labour_market_benefits_plan": True,
    "job.province": "BC",
}  # fmt: skip


def question(**given):
    return Question(Snapshot(Case(on=ON), ON).with_facts({**GIVEN, **given}), Law(), ON)


def test_an_electrical_engineer_was_let_in_on_22_december_2022():
    asked = question()
    spans = changes(asked, asked.law.route(STREAM), dt.date(2017, 1, 1), dt.date(2027, 1, 1))
    turns = [(span.since, span.outcome) for span in spans]
    assert turns == [
        (dt.date(2017, 1, 1), Outcome.NOT_IN_FORCE),
        (dt.date(2017, 6, 12), Outcome.CLOSED),
        (dt.date(2022, 12, 22), Outcome.OPEN),
    ]
    assert spans[-1].until == dt.date(2027, 1, 1)
    assert all(before.until + dt.timedelta(days=1) == after.since for before, after in pairwise(spans))


def test_progress_counts_up_to_the_end():
    asked, seen = question(), []
    changes(
        asked,
        asked.law.route(STREAM),
        dt.date(2026, 1, 1),
        dt.date(2026, 3, 1),
        lambda done, of: seen.append((done, of)),
    )
    assert seen[-1][0] == seen[-1][1]


def test_the_next_question_is_one_that_could_settle_something():
    asked = question(**{"employer.undertakes.labour_market_benefits_plan": None})
    found = next_questions(asked, ("CA",))
    assert "employer.undertakes.labour_market_benefits_plan" in {one.field for one in found}
    assert all(one.text.endswith(("?", ")")) for one in found)
    assert found[0].settles == max(one.settles for one in found)


def test_the_parameters_of_every_route_are_found_those_of_the_routes_it_asks_among_them():
    asked = question()
    for route in asked.law.routes():
        assert isinstance(parameters_of(asked, route), set), route.id
    worker_class = asked.law.route("canada.express_entry.federal_skilled_worker")
    nominee = asked.law.route("canada.provincial_nominee.permanent_residence")
    assert "canada.express_entry.language_results.validity" in parameters_of(asked, worker_class)
    assert "canada.ontario.workforce_priority.language_skilled" in parameters_of(asked, nominee)
