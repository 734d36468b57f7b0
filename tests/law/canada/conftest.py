"""Points of one case, line by line, asked of the law of a day."""

import datetime as dt

import pytest

from landed.assess import Question
from landed.facts import Case, Snapshot
from landed.law import Law
from landed.law.library import load_programme


@pytest.fixture
def question():
    def ask(on, facts):
        day = dt.date.fromisoformat(on)
        return Question(Snapshot(Case(on=day), day).with_facts(facts), Law(), day)

    return ask


@pytest.fixture
def score(question):
    """Give the lines of a system as (lowest, highest), with those of its total and its maximum."""

    def points(programme, system, on, facts):
        asked = question(on, facts)
        (found,) = [each for each in load_programme(f"canada.{programme}").scores if each.system == system]
        spans = {line.key: asked.ask(line.points).span for line in found.lines}
        spans["total"] = asked.ask(found.total).span
        spans["maximum"] = asked.ask(found.maximum).span
        of = {line.key: asked.ask(line.of).span for line in found.lines}
        assert all(spans[key].hi <= of[key].hi for key in of)
        assert sum(span.hi for span in of.values()) == spans["maximum"].hi
        return {key: (span.lo, span.hi) for key, span in spans.items()}

    return points


@pytest.fixture
def line(score):
    """Give the points of one line, which must be exact."""

    def points(programme, system, on, key, facts):
        lowest, highest = score(programme, system, on, facts)[key]
        assert lowest == highest, f"{key}: between {lowest} and {highest}"
        return lowest

    return points
