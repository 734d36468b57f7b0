"""The law of one day asked about codes: what it says of each value that a fact can have.

What a list, a table or a set of codes decides depends on nothing but codes, of which there are few. So it is asked of
`landed.expr.evaluate` once for each, and what comes out is a table: the other readings repeat no rule about codes.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from landed.expr.dated import Cells, Dated
from landed.expr.evaluate import evaluate
from landed.expr.finding import Finding
from landed.expr.leaves import (
    BoolFact,
    ChoiceFact,
    ChoiceParameter,
    Fact,
    FlagParameter,
    Lookup,
    OnList,
    OverlapList,
    Parameter,
    SeveralFact,
)
from landed.expr.nodes import Bool, Choice, Expr, OneOf, Overlap, Several
from landed.expr.terms import UncompilableError
from landed.expr.values import Choices, Truth, Value

_LARGEST_TABLE = 4_000_000

CodeFact = BoolFact | ChoiceFact | SeveralFact


class _Reservation(Protocol):
    @property
    def unless(self) -> Bool | None: ...


class RouteLaw(Protocol):
    """What of a route decides whether it is open."""

    @property
    def requires(self) -> Bool:
        """What must hold."""

    @property
    def in_force(self) -> FlagParameter:
        """Whether it exists."""

    @property
    def intake(self) -> ChoiceParameter:
        """The state of its intake."""

    @property
    def reservations(self) -> Sequence[_Reservation]:
        """What closes it where it is stated to be so."""


class Epoch(Protocol):
    """The law between two days on which it changes."""

    def dated(self, parameter: Parameter) -> Dated:
        """Return a parameter's value."""

    def images(self, codes: Iterable[str], scheme: str) -> Choices:
        """Return the codes of another version that these may stand for; None where that is not known."""

    def route(self, route: str) -> RouteLaw:
        """Return a route by its id."""


@dataclass(slots=True)
class Supposed:
    """The question in which codes are what a row of a table supposes: `evaluate` answers it."""

    epoch: Epoch
    day: dt.date
    facts: dict[str, Value]

    def fact(self, fact: Fact) -> Value:
        """Return what is supposed of a fact."""
        return self.facts[fact.name]

    def dated(self, parameter: Parameter) -> Dated:
        """Return a parameter's value."""
        return self.epoch.dated(parameter)

    def images(self, codes: Iterable[str], scheme: str) -> Choices:
        """Return the codes of another version that these may stand for."""
        return self.epoch.images(codes, scheme)

    def meets(self, route: str) -> Finding:
        """Refuse: what codes decide asks no route."""
        raise AssertionError(route)

    def assertion(self, route: str, clause: str) -> Truth:
        """Refuse: what codes decide is asserted by nobody."""
        raise AssertionError((route, clause))


def answers(
    node: Expr,
    facts: Sequence[CodeFact],
    choices: Sequence[Sequence[Value]],
    epoch: Epoch,
    day: dt.date,
) -> list[Value]:
    """Evaluate a node for every combination of the values of its facts, the last fact varying fastest."""
    size = math.prod(len(values) for values in choices)
    if size > _LARGEST_TABLE:
        listed = ", ".join(fact.name for fact in facts)
        raise UncompilableError(f"a table over {listed} would have {size:,} rows")
    places = [_places(node, fact, values, epoch) for fact, values in zip(facts, choices, strict=True)]
    chosen = [[values[at] for at in firsts] for values, (firsts, _) in zip(choices, places, strict=True)]
    asked = Supposed(epoch, day, {})
    names = [fact.name for fact in facts]
    found = {}
    for at, combination in zip(
        itertools.product(*map(_counted, chosen)), itertools.product(*chosen), strict=True
    ):
        asked.facts = dict(zip(names, combination, strict=True))
        found[at] = evaluate(node, asked).value
    return [found[at] for at in itertools.product(*(alike for _, alike in places))]


def _counted(values: Sequence[Value]) -> range:
    return range(len(values))


def _places(node: Expr, fact: CodeFact, values: Sequence[Value], epoch: Epoch) -> tuple[list[int], list[int]]:
    """Find the values that a table tells apart: where each kind first stands, and the kind of each value."""
    seen_of = _seen(node, fact, epoch)
    kinds: dict[object, int] = {}
    firsts: list[int] = []
    alike: list[int] = []
    for at, value in enumerate(values):
        kind = seen_of(value)
        if kind not in kinds:
            kinds[kind] = len(kinds)
            firsts.append(at)
        alike.append(kinds[kind])
    return firsts, alike


def _seen(node: Expr, fact: CodeFact, epoch: Epoch) -> Callable[[Value], object]:
    """Return what a look-up sees of a value: the codes that have a row, and how many have none."""
    cells = epoch.dated(node.table).value if isinstance(node, Lookup) else None
    if not isinstance(node, Lookup) or not isinstance(cells, Cells):
        return lambda value: value
    columns = [
        (scheme, frozenset(row[at] for row in cells.rows))
        for at, (code, scheme) in enumerate(zip(node.codes, cells.schemes, strict=True))
        if code == fact
    ]

    def seen(value: Value) -> object:
        if not isinstance(value, frozenset):
            return value
        found = [(epoch.images(value, scheme) if scheme else value, rows) for scheme, rows in columns]
        return tuple(codes and (codes & rows, len(codes - rows)) for codes, rows in found)

    return seen


def facts_of(node: Expr) -> list[CodeFact]:
    """Return the facts that the codes or truths of a leaf are."""
    match node:
        case BoolFact():
            return [node]
        case OneOf(code=code) | OnList(code=code):
            parts: tuple[Choice | Several, ...] = (code,)
        case Overlap(held=held) | OverlapList(held=held):
            parts = (held,)
        case Lookup(codes=codes):
            parts = codes
        case _:
            raise UncompilableError(f"{type(node).__name__} is not decided by codes")
    for part in parts:
        if not isinstance(part, ChoiceFact | SeveralFact | ChoiceParameter):
            raise UncompilableError(f"{type(part).__name__} is no code of a table")
    return list(dict.fromkeys(part for part in parts if isinstance(part, ChoiceFact | SeveralFact)))
