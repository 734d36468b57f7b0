"""What can be known of a case: the vocabulary that rules, files, and questions share.

A *fact* is declared once, as a typed leaf with its question, in a namespace that a rule file imports:

>>> from landed.facts import employer, job, worker
>>> job.noc.name, job.noc.about.question
('job.noc', 'Which National Occupational Classification code fits the duties?')

From the leaves come the case file's schema, the interview, and the columns of a roster.

**To add a simple fact**, write one line in `_people.py` or `_work.py`, under the name by which rules shall reach it:
`licensed = flag("worker.licensed", "Are you licensed?", "why we ask", "where it is found")`. There are `flag` (true or
false), `number` (of a unit, with its domain), `day` (with what `none` means), `choice` (one of a few), `code` (one of
an open list) and `several` (a set). Nothing else is needed: files, what-ifs, questions and the schema know it.

**To add a derived fact**, write that line with `field=` naming what it is worked out of, and one function in
`measures.py`, from a snapshot to a value, named in `MEASURES`. It may still be given directly; given and derived with
another value is a mistake of the file. **To add a record** (what has structure: jobs, studies, stays), write a model in
`records.py` and its place in `RECORDS`; rules never see records, they see measures of them.

A `Case` is what was said; a `Snapshot` is a case on a day, and answers for each fact with a value that may be
partly or wholly unknown. No fact has a default: what nobody said is unknown, and stays so.

>>> from datetime import date
>>> case = Case(on=date(2026, 11, 22))
>>> someone = Snapshot(case).with_facts({"worker.age": 31, "worker.us_status.last_day_worked": "2026-11-20"})
>>> someone.value(worker.us_status.laid_off), someone.value(job.lmia_issued)
(True, None)

On another day than the case's own, histories are cut there, ages move, and other statements are taken to hold,
which `notes` says. A file is read by `read_case`, which finds all of its mistakes at once and says the line of each.
What is heavy (the checks of a file, the tables) is imported when it is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from landed.facts._people import spouse, worker
from landed.facts._work import employer, goals, job
from landed.facts.case import Case
from landed.facts.snapshot import Snapshot
from landed.facts.vocabulary import FACTS, fact

if TYPE_CHECKING:
    from landed.facts.casefile import read_case, read_case_text
    from landed.facts.schema import json_schema

__all__ = [
    "FACTS",
    "Case",
    "Snapshot",
    "employer",
    "fact",
    "goals",
    "job",
    "json_schema",
    "read_case",
    "read_case_text",
    "spouse",
    "worker",
]


def __getattr__(name: str) -> Any:
    """Import what is heavy when it is first asked for."""
    if name in {"read_case", "read_case_text"}:
        from landed.facts import casefile

        return getattr(casefile, name)
    if name == "json_schema":
        from landed.facts.schema import json_schema

        return json_schema
    raise AttributeError(name)
