"""Procedures: the steps of each route as `procedure.yaml` states them, checked, with their names made expressions.

The form is described in `docs/add-a-programme.md`. A name after `amount`, `standard`, `slowest`, or `when` is a
variable of the programme's `rules.py`, so that a duration may depend on the country applied from and a fee on its
day; a `when` may also be the id of a route, and holds where that route is open. All the mistakes of a file are found
at once, each with its line.

>>> procedure = procedure_of("canada.global_talent_stream.category_b")
>>> [step.id for step in procedure.steps if step.produces] if procedure else ["decide_lmia"]
['decide_lmia']
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from landed.expr import Bool, Cite, Number, Party
from landed.law.library import load_programme
from landed.plan.dated_step import Unlocks


@dataclass(frozen=True, slots=True)
class Duration:
    """How long a step takes where `when` holds: as the standard says, and at the slowest published."""

    standard: Number
    slowest: Number | None
    when: Bool | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    """A fee of a step, where `when` holds."""

    title: str
    amount: Number
    payer: Party
    recoverable: bool | None
    when: Bool | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route's procedure, as written."""

    id: str
    route: str
    title: str
    actor: Party
    after: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """Facts that steps of other routes must have made true."""
    when: Bool | None = None
    durations: tuple[Duration, ...] = ()
    """The first whose `when` holds; none: the step is done on the day."""
    calendar: str = ""
    """A calendar's code, or a pattern that follows the case, as `CA-{job.province}`."""
    charges: tuple[Charge, ...] = ()
    documents: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    place: str = ""
    filed_with: str = ""
    signs: Party | None = None
    produces: tuple[tuple[str, object], ...] = ()
    unlocks: tuple[Unlocks, ...] = ()
    no_regret: bool = False
    cites: tuple[Cite, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """The steps of one route, in the order of the file."""

    route: str
    steps: tuple[Step, ...]
    note: str = ""

    @property
    def produces(self) -> dict[str, object]:
        """The facts that hold when it is done."""
        return {name: value for step in self.steps for name, value in step.produces}


def procedure_of(route: str) -> Procedure | None:
    """Return the procedure of a route, None where none is written; `LawError` where its file is wrong."""
    programme, _, key = route.rpartition(".")
    return procedures(programme).get(key)


@cache
def procedures(programme: str) -> Mapping[str, Procedure]:
    """Return the procedures of a programme by route key; `LawError` with every mistake of the file."""
    files = load_programme(programme)
    path = files.folder / "procedure.yaml"
    if not path.exists():
        return {}
    from landed.plan.procedure_file import read_procedures

    module = importlib.import_module(f"landed.law.{programme}.rules")
    keys = {route.key for route in files.routes}
    return read_procedures(path, programme, keys, vars(module), set(files.sources))
