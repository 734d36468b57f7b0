"""Procedures: the steps of each route as `procedure.yaml` states them, checked, with their names made expressions.

The form is described in `docs/add-a-programme.md`. A name after `amount`, `standard`, `slowest`, or `when` is a
variable of the programme's `rules.py`, so that a duration may depend on the country applied from and a fee on its
day; a `when` may also be the id of a route, and holds where that route is open. All the mistakes of a file are found
at once, each with its line.

>>> procedure_of("canada.global_talent_stream.category_b").produces["job.lmia_issued"]
True
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from landed.errors import LawError, Mistake
from landed.expr import Bool, Cite, Number, Obtainable, Party
from landed.law.declared import walk
from landed.law.files import shown
from landed.law.library import load_programme, programme_ids
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
    """A calendar's code, or a pattern that follows the case, as `CA-{job.province}`; the country's where none is named."""
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


def check_procedures() -> list[Mistake]:
    """Return every mistake of every procedure, those between files among them; none when all is well."""
    mistakes: list[Mistake] = []
    for programme in programme_ids():
        try:
            procedures(programme)
        except LawError as error:
            mistakes += error.mistakes
    return mistakes or list(_ungiven())


def _ungiven() -> Iterator[Mistake]:
    """Find what a rule takes from a route whose procedure does not produce it."""
    routes = [route for programme in programme_ids() for route in load_programme(programme).routes]
    taken = {
        (by, node.fact.name)
        for route in routes
        for node in walk(route.requires)
        if isinstance(node, Obtainable)
        for by in node.by
    }
    for route, fact in sorted(taken):
        procedure = procedure_of(route)
        if procedure is not None and procedure.produces.get(fact) is not True:
            path = load_programme(route.rpartition(".")[0]).folder / "procedure.yaml"
            yield Mistake(shown(path), None, route, f"no step produces {fact}", f"produces: {{{fact}: true}}")
