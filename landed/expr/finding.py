"""What comes of asking: a value, the parts it came from, and what leaves it open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, cast

from landed.expr.dated import Dated
from landed.expr.leaves import Fact, Parameter
from landed.expr.nodes import Expr
from landed.expr.values import Choices, Span, Truth, Value


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that leaves an answer open: a fact, law not encoded, or an officer's judgement."""

    kind: Literal["fact", "law", "judgement"]
    what: str


Opens = frozenset[Open]
SETTLED: Opens = frozenset()


class Asked(Protocol):
    """A question: one case, on one day, under one state of the law."""

    @property
    def day(self) -> dt.date:
        """The day asked of."""

    def fact(self, fact: Fact) -> Value:
        """Return what is known of a fact."""

    def dated(self, parameter: Parameter) -> Dated:
        """Return a parameter's value on the day."""

    def images(self, codes: Iterable[str], scheme: str) -> Choices:
        """Return the codes of another version that these may stand for; None where that is not known."""

    def meets(self, route: str) -> Finding:
        """Return whether another route is open."""

    def assertion(self, route: str, clause: str) -> Truth:
        """Return what a named person asserted of a judgement clause, or None."""


@dataclass(
    slots=True, eq=False
)  # not frozen: thousands are made for a case, and freezing doubles the time of each
class Finding:
    """What an expression is worth in one case, and why. Nobody changes one."""

    node: Expr
    value: Value
    parts: tuple[Finding, ...] = ()
    opens: Opens = SETTLED
    """What leaves the value open; empty when it is settled."""
    dated: Dated | None = None
    """The parameter read, at a leaf of law."""
    applies: bool = True
    """False at a clause that does not apply."""
    route: str = ""
    """The route asked, at a node that asks another route."""

    @property
    def truth(self) -> Truth:
        """The value of a Bool."""
        return cast("Truth", self.value)

    @property
    def span(self) -> Span:
        """The value of a Number."""
        return cast("Span", self.value)

    def walk(self) -> Iterator[Finding]:
        """Yield this finding and all below it, parents first."""
        waiting = [self]
        while waiting:
            finding = waiting.pop()
            yield finding
            waiting.extend(reversed(finding.parts))


def opened(parts: Iterable[Finding]) -> Opens:
    """Return everything that leaves these findings open."""
    found = [part.opens for part in parts if part.opens]
    return found[0] if len(found) == 1 else SETTLED.union(*found)
