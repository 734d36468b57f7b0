"""A question put to one row of numbers: what `landed.assess` and `landed.plan` ask, answered and noted by the asking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from landed.assess import Question
from landed.expr import Expr, Fact
from landed.expr.evaluate import evaluate
from landed.expr.finding import Finding
from landed.expr.values import Value
from landed.facts.snapshot import Shown, shown
from landed.roster.alike import Kept

if TYPE_CHECKING:
    from landed.roster.sharing import SharedAsking


class RowSnapshot:
    """What a question asks of a snapshot, answered from a row; what is read is noted."""

    def __init__(self, asking: SharedAsking, key: str, day: dt.date) -> None:
        self._asking, self._key, self.on = asking, key, day

    def value(self, fact: Fact) -> Value:
        """Return what the fact is worth."""
        return self._asking.read_fact(fact, self._key, self.on)

    def shown(self, fact: Fact) -> Shown:
        """Return it as plain JSON."""
        return shown(fact, self.value(fact))

    def asks(self, fact: Fact) -> str:
        """Return the field to ask for an open fact."""
        return self._asking.read_asks(fact, self._key)

    def rows(self, name: str) -> tuple[Sequence[Any], bool]:
        """Return nothing: a person of whom something is asserted shares no work."""
        if name != "assertions":
            raise KeyError(name)
        return (), True


class RowQuestion(Question):
    """A question whose facts are numbers of a row, and whose routes are those already answered."""

    def __init__(self, asking: SharedAsking, key: str, day: dt.date) -> None:
        super().__init__(RowSnapshot(asking, key, day), asking.law, day)  # type: ignore[arg-type] # all that it asks
        self._asking, self._key = asking, key

    def meets(self, route: str) -> Finding:
        """Return whether a route is open."""
        return self._asking.read_whether(route, self._key)

    def ask(self, expression: Expr, route: str = "") -> Finding:
        """Evaluate any expression."""
        atom = self._asking.whole(expression, route, self.day)
        return (
            super().ask(expression, route)
            if atom is None
            else self._asking.read_atom(atom, self._key, self.day)
        )


class Within(RowQuestion):
    """The question by which one route is worked out: what others of these facts have in common is kept."""

    def __init__(
        self, asking: SharedAsking, key: str, kept: Kept, not_taken: frozenset[str], day: dt.date
    ) -> None:
        super().__init__(asking, key, day)
        self._kept, self._not_taken = kept, not_taken

    def meets(self, route: str) -> Finding:
        """Return whether a route is open: as it came out for those alike, or not where it is not taken."""
        law = self.law.route(route)
        if route in self._not_taken:
            return Finding(law.requires, False, route=route)
        if self._first is None:
            self._first = route
            return Question.meets(self, route)
        return self._asking.assessed(law, self._key, self._not_taken, self.day).finding

    def ask(self, expression: Expr, route: str = "") -> Finding:
        """Evaluate any expression."""
        return evaluate(expression, self, route, self._kept)

    _first: str | None = None
    """The route that is worked out."""
