"""What is asked of a table: several expressions under the law of one day, compiled together to named columns.

>>> # program = Program(layout, law.at(day), day)
>>> # program.open("ways", "canada.global_talent_stream.category_b")
>>> # landed.expr.frame.apply(program, people)          a Polars LazyFrame
>>> # landed.expr.sql.select(program, "people")         a query, in any dialect

Each has a lower and an upper bound, in the columns `NAME.lo` and `NAME.hi`: Booleans for a truth, whole numbers for an
amount (smallest steps of its unit, and `NAME.lo.over` where it can be a fraction: the number to divide by).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields

from landed.expr.amounts import Ratio
from landed.expr.bounds import Bounder
from landed.expr.clauses import Clause
from landed.expr.columns import Layout
from landed.expr.leaves import Meets, Obtainable
from landed.expr.nodes import Bool, Expr, Number
from landed.expr.supposed import Epoch
from landed.expr.terms import Column, Literal, Term, below

BITS = 62


class Program:
    """Several expressions, compiled for one layout, one epoch, one day."""

    def __init__(self, layout: Layout, epoch: Epoch, day: dt.date) -> None:
        self.layout = layout
        self.epoch = epoch
        self.bounder = Bounder(layout, epoch, day)
        self.outputs: dict[str, Term] = {}
        """The terms asked for, by column."""
        self.clauses: dict[str, tuple[str, ...]] = {}
        """For each route of `failing`, the keys of its clauses, in the order of the bits."""

    def ask(self, name: str, expression: Bool | Number, route: str = "") -> None:
        """Ask an expression; `route` is the one whose judgement clauses may have been asserted."""
        if isinstance(expression, Bool):
            self._truth(name, *self.bounder.truth(expression, route))
            return
        for end, amount in zip(("lo", "hi"), self.bounder.number(expression, route), strict=True):
            self._amount(f"{name}.{end}", amount)

    def open(self, name: str, route: str) -> None:
        """Ask whether a route is open: in force, its intake open, its requirements met."""
        self._truth(name, *self.bounder.open(route))

    def failing(self, name: str, route: str) -> None:
        """Ask which clauses of a route fail: `NAME`, a number whose bits are `self.clauses[NAME]` in order.

        A route that is not in force or takes no one has none. Beyond 62 clauses `NAME.1`, `NAME.2` follow.
        """
        terms, law = self.bounder.terms, self.epoch.route(route)
        gates = [self.bounder.truth(law.in_force)[1], self.bounder.truth(law.intake.is_("open"))[1]]
        found = {clause.key: clause for clause in _own(law.requires)}
        self.clauses[name] = tuple(found)
        may_be = terms.both(*gates)
        fails = [
            terms.both(may_be, terms.opposite(self.bounder.truth(clause, route)[1]))
            for clause in found.values()
        ]
        for place in range(0, max(len(fails), 1), BITS):
            bits = [
                terms.choose(fail, terms.literal(1 << at), terms.literal(0))
                for at, fail in enumerate(fails[place : place + BITS])
            ]
            self.outputs[f"{name}.{place // BITS}" if place else name] = terms.add(*bits)

    def reads(self) -> set[str]:
        """Return the names of the columns that decide it."""
        return {term.name for term in below(self.outputs.values()) if isinstance(term, Column)}

    def _truth(self, name: str, lo: Term, hi: Term) -> None:
        self.outputs[f"{name}.lo"], self.outputs[f"{name}.hi"] = lo, hi

    def _amount(self, name: str, amount: Ratio) -> None:
        self.outputs[name] = amount.n
        if not (isinstance(amount.d, Literal) and amount.d.lo == 1):
            self.outputs[f"{name}.over"] = amount.d


def _own(node: object) -> Iterator[Clause]:
    """Yield the clauses below an expression, without those of other routes that it asks."""
    if isinstance(node, Clause):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _own(part)
    elif isinstance(node, Expr) and not isinstance(node, Meets | Obtainable):
        for field in fields(node):  # type: ignore[arg-type] # every expression but the bases is a dataclass
            yield from _own(getattr(node, field.name))
