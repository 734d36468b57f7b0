"""Which question next? The one whose answer settles most of what is undetermined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from landed.assess.outcome import Outcome, assess_route
from landed.assess.question import Question
from landed.expr import BoolFact, ChoiceFact, Fact
from landed.facts import FACTS
from landed.law.route import Route


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A question, and what its answer bears on."""

    field: str
    text: str
    why: str
    where: str
    routes: tuple[str, ...]
    settles: int
    """How many routes are settled whatever the answer; for open amounts, 0."""

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "field": self.field, "question": self.text, "why": self.why, "where": self.where,
            "bears_on": list(self.routes), "settles": self.settles,
        }  # fmt: skip


def next_questions(question: Question, countries: tuple[str, ...]) -> list[NextQuestion]:
    """Return the questions that bear on undetermined routes, the most decisive first.

    Ways count before parts of ways. For a yes or no, and for a code out of a few, each possible answer is tried, and
    the routes are counted that are settled whatever the answer.
    """
    routes = question.law.routes(countries)
    waiting = {route: assess_route(question, route) for route in routes}
    waiting = {route: found for route, found in waiting.items() if found.outcome is Outcome.UNDETERMINED}
    bears: dict[str, list[Route]] = {}
    fact_of: dict[str, Fact] = {}
    for route, found in waiting.items():
        for opener in found.finding.opens:
            if opener.kind == "fact":
                fact = FACTS[opener.what]
                field = question.snapshot.asks(fact)
                fact_of.setdefault(field, fact)
                if route not in bears.setdefault(field, []):
                    bears[field].append(route)
    questions = [_question(question, field, fact_of[field], bears[field]) for field in bears]
    weight = {field: sum(2 if route.kind.is_way else 1 for route in found) for field, found in bears.items()}
    return sorted(questions, key=lambda each: (-each.settles, -weight[each.field], each.field))


def _question(question: Question, field: str, fact: Fact, routes: list[Route]) -> NextQuestion:
    asked = FACTS.get(field, fact)
    answers: list[object] = []
    if isinstance(fact, BoolFact):
        answers = [True, False]
    elif isinstance(fact, ChoiceFact) and fact.options:
        answers = list(fact.options)
    settles = len(routes) if answers else 0
    for value in answers:
        supposed = Question(question.snapshot.with_facts({fact.name: value}), question.law, question.day)
        settled = sum(assess_route(supposed, route).outcome is not Outcome.UNDETERMINED for route in routes)
        settles = min(settles, settled)
    about = asked.about
    return NextQuestion(
        field, about.question, about.why, about.where, tuple(route.id for route in routes), settles
    )
