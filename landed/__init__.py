"""`landed`: where can a worker lawfully go on working, from which day, and what must each of us do now?

Immigration law is written here as data: one folder a programme, each rule an expression, each number dated and
sourced. The same rule is evaluated for one case with its reasons, run over a whole workforce, printed as SQL, and
read as text. An answer names the clauses, facts and figures that decided it, and "not known" is an answer of its
own. It is information, not legal advice.

A reader starts here:

>>> import datetime as dt
>>> import landed
>>> case = landed.read_case_text("{on: 2017-06-11, job: {noc: '2173'}}", "a case")
>>> [found] = landed.assess_case(case, routes=["canada.global_talent_stream.category_b"])
>>> found.outcome.value, found.because, found.next_day
('not_in_force', 'before', datetime.date(2017, 6, 12))
>>> [found] = landed.assess_case(
...     case, on=dt.date(2017, 6, 12), routes=["canada.global_talent_stream.category_b"]
... )
>>> found.outcome.value, found.missing[0]
('undetermined', 'employer')

The packages, each of which may import only those before it: `errors`, `days` and `yamltree`; `expr`, what a rule is made of
and its readings; `facts`, what can be known of a case; `law`, what the law says; `assess`, a case and a day in, an
answer for each route out; `plan`, procedures, calendars, deadlines; `report` and `roster`, the plan on paper and a
whole workforce; `cli`, the commands. Importing `landed` imports none of them: each name below does when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from landed.assess import Assessment, Question, assess_case
    from landed.facts import Case, Snapshot, read_case, read_case_text
    from landed.law import Law, Overlay
    from landed.plan import Plan, make_plan
    from landed.roster.files import ask_roster, read_roster, write_roster

__all__ = [
    "Assessment", "Case", "Law", "Overlay", "Plan", "Question", "Snapshot", "__version__", "ask_roster", "assess_case", "make_plan",
    "read_case", "read_case_text", "read_roster", "write_roster",
]  # fmt: skip

__version__ = "0.1.0"

_HOMES = {
    "Assessment": "landed.assess", "Question": "landed.assess", "assess_case": "landed.assess", "Case": "landed.facts",
    "Snapshot": "landed.facts", "read_case": "landed.facts", "read_case_text": "landed.facts", "Law": "landed.law",
    "Overlay": "landed.law", "Plan": "landed.plan", "make_plan": "landed.plan", "ask_roster": "landed.roster.files",
    "read_roster": "landed.roster.files", "write_roster": "landed.roster.files",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'landed' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
