"""Answers: one case, one day, one state of the law; every route open, closed, undetermined or not in force.

*Open* on a day means that no clause is false or unknown for someone who starts that day and then does the steps of
the procedure. *Closed* means that a clause is false, or the intake is closed, full or suspended. *Undetermined* names
what decides: a missing fact, an undertaking, an officer's judgement. *Not in force* means that the law does not exist
that day. Every answer carries its clauses with their evidence and citations, and is as sure as its weakest link.

>>> import datetime as dt
>>> from landed.facts import Snapshot, Case
>>> from landed.law import Law
>>> day = dt.date(2017, 6, 11)
>>> question = Question(Snapshot(Case(), day), Law(), day)
>>> assess_route(question, question.law.route("canada.global_talent_stream.category_b")).outcome
<Outcome.NOT_IN_FORCE: 'not_in_force'>
"""

import datetime as dt
from collections.abc import Iterable

from landed.assess.answer import answer
from landed.assess.outcome import Assessment, Outcome, State, assess_route, own_clauses, state
from landed.assess.question import Question
from landed.facts import Case, Snapshot
from landed.law import Law

__all__ = [
    "Assessment", "Outcome", "Question", "State", "answer", "assess_case", "assess_route", "own_clauses", "state",
]  # fmt: skip


def assess_case(
    case: Case, on: dt.date | None = None, law: Law | None = None, routes: Iterable[str] = ()
) -> list[Assessment]:
    """Answer for some routes (their ids), or all, on a day: the case's own, where none is given.

    Raises UsageError where there is no such route; it names the nearest right one.
    """
    law, day = law or Law(), on or case.on
    question = Question(Snapshot(case, day), law, day)
    wanted = [law.route(route) for route in routes] or law.routes()
    return [assess_route(question, route) for route in wanted]
