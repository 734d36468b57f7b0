"""A roster asked: people in, an answer for each, written as a workbook and a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from landed.law import Law
from landed.plan import make_plan
from landed.roster.answers import Answer, answer_of
from landed.roster.people import People


@dataclass(slots=True)
class Result:
    """What a roster was asked, and the answers."""

    people: People
    on: dt.date
    answers: list[Answer]


def ask(people: People, law: Law, on: dt.date) -> Result:
    """Ask for everybody."""
    return Result(people, on, [answer_of(make_plan(person.case, law, on)) for person in people.persons])
