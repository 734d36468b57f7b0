"""An expression as two terms, its lower and its upper bound, under the law of one day.

A truth is 0 or 1: (1, 1) is true, (0, 0) false, (0, 1) unknown. A number lies between its bounds, both possible. The
law is read here, once: what a parameter is worth on the day is a literal, what a list or a table says of a code is a
table over the codes that occur, worked out by `landed.expr.evaluate` itself, so that no rule of law is written twice.
Routes asked by other routes are put in their place.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Sequence
from typing import Any, cast

from landed.expr.amounts import Arithmetic, Ratio
from landed.expr.clauses import Clause
from landed.expr.columns import Bounded, Coded, Held, Layout, Rated, unknown
from landed.expr.dated import Absent, Steps
from landed.expr.evaluate import evaluate
from landed.expr.folding import Terms
from landed.expr.leaves import (
    About,
    Band,
    BoolFact,
    FlagParameter,
    Greatest,
    Lookup,
    Meets,
    NumberFact,
    NumberParameter,
    Obtainable,
    OnList,
    OverlapList,
    SeveralFact,
)  # fmt: skip
from landed.expr.nodes import (
    AllOf,
    AnyOf,
    Bool,
    Compare,
    Constant,
    Count,
    Difference,
    Expr,
    Given,
    Later,
    Least,
    Most,
    Not,
    NotEncoded,
    NotEncodedNumber,
    Number,
    OneOf,
    Overlap,
    Scaled,
    Sum,
    Today,
    Truly,
)  # fmt: skip
from landed.expr.supposed import Epoch, Supposed, answers, facts_of
from landed.expr.terms import INF, Term, UncompilableError
from landed.expr.units import YEARS
from landed.expr.values import ANY_MEMBERS, Members, Span, Truth, Value

_DENSE = 4096

_NOBODY_ASKS = About("")
Truths = tuple[Term, Term]
Bounds = tuple[Ratio, Ratio]


class Bounder:
    """The walk from expressions to bounds, for one layout, one epoch, one day; shared parts are walked once."""

    def __init__(self, layout: Layout, epoch: Epoch, day: dt.date, terms: Terms | None = None) -> None:
        self.layout = layout
        self.epoch = epoch
        self.day = day
        self.terms = terms or Terms()
        self.arithmetic = Arithmetic(self.terms)
        self._law = Supposed(epoch, day, {})
        self._known: dict[tuple[int, str], Any] = {}
        self._kept: list[Expr] = []
        """What `_known` goes by the identity of."""
        self._leaves: dict[Expr, Any] = {}
        self._routes: dict[str, Truths] = {}

    # ------------------------------------------------------------------------------------------- truths

    def truth(self, node: Bool, route: str = "") -> Truths:
        """Return the bounds of a truth; `route` is the one whose clauses may have been asserted."""
        return cast("Truths", self._once(node, route, self._truth))

    def _once(self, node: Expr, route: str, work: Callable[[Any, str], Any]) -> Any:
        key = id(node), route
        if key not in self._known:
            self._kept.append(node)
            self._known[key] = work(node, route)
        return self._known[key]

    def _truth(self, node: Bool, route: str) -> Truths:
        terms = self.terms
        match node:
            case BoolFact() | OneOf() | Overlap() | OnList() | OverlapList():
                return self._by_codes(node)
            case FlagParameter() | Truly() | NotEncoded():
                return self._settled(evaluate(node, self._law).truth)
            case Clause():
                return self._clause(node, route)
            case AllOf(parts):
                found = [self.truth(part, route) for part in parts]
                return terms.both(*(lo for lo, _ in found)), terms.both(*(hi for _, hi in found))
            case AnyOf(parts):
                found = [self.truth(part, route) for part in parts]
                return terms.either(*(lo for lo, _ in found)), terms.either(*(hi for _, hi in found))
            case Not(part):
                lo, hi = self.truth(part, route)
                return terms.opposite(hi), terms.opposite(lo)
            case Compare():
                return self._compare(node, route)
            case Meets(other):
                return self.open(other)
            case Obtainable(fact, by):
                ways = [self.truth(fact), *(self.open(other) for other in by)]
                return terms.either(*(lo for lo, _ in ways)), terms.either(*(hi for _, hi in ways))
            case _:
                raise UncompilableError(f"{type(node).__name__} cannot be asked of a table")

    def open(self, route: str) -> Truths:
        """Return whether a route is open: in force, its intake open, its requirements met."""
        if route not in self._routes:
            law, terms = self.epoch.route(route), self.terms
            parts = [self.truth(law.in_force), self.truth(law.intake.is_("open"))]
            if terms.no not in (hi for _, hi in parts):
                parts.append(self.truth(law.requires, route))
                tripped = [self.truth(item.unless)[0] for item in law.reservations if item.unless is not None]
                parts += [(terms.opposite(sure), terms.opposite(sure)) for sure in tripped]
            self._routes[route] = terms.both(*(lo for lo, _ in parts)), terms.both(*(hi for _, hi in parts))
        return self._routes[route]

    def _settled(self, truth: Truth) -> Truths:
        return (
            self.terms.truth(value=truth is True),
            self.terms.truth(value=truth is not False),
        )

    def _clause(self, node: Clause, route: str) -> Truths:
        terms = self.terms
        lo, hi = self.truth(node.says, route)
        if node.kind == "judgement":
            asserted = self._by_codes(BoolFact(f"{route}/{node.key}", _NOBODY_ASKS))
            lo, hi = terms.both(hi, asserted[0]), terms.both(hi, asserted[1])
        if node.when is None:
            return lo, hi
        applies = self.truth(node.when, route)
        return terms.either(lo, terms.opposite(applies[1])), terms.either(hi, terms.opposite(applies[0]))

    def _compare(self, node: Compare, route: str) -> Truths:
        (a, b), (c, d) = self.number(node.left, route), self.number(node.right, route)
        at_least, terms = self.arithmetic.at_least, self.terms
        match node.operator:
            case ">=":
                return at_least(a, d), at_least(b, c)
            case "<=":
                return at_least(c, b), at_least(d, a)
            case ">":
                return terms.opposite(at_least(d, a)), terms.opposite(at_least(c, b))
            case "<":
                return terms.opposite(at_least(b, c)), terms.opposite(at_least(a, d))
            case "=":
                sure = terms.both(self.arithmetic.same(a, d), self.arithmetic.same(b, c))
                return sure, terms.both(at_least(b, c), at_least(d, a))

    # --------------------------------------------------------------------------- what codes decide alone

    def _by_codes(self, node: Expr) -> Truths:
        if isinstance(node, Overlap | OverlapList) and isinstance(node.held, SeveralFact):
            encoding = self.layout.get(node.held.name)
            if isinstance(encoding, Held):
                return self._held(node, encoding)
        found, index = self._leaf(node)
        lo = [value is True for value in found]
        hi = [value is not False for value in found]
        if index is None:
            return self.terms.truth(value=lo[0]), self.terms.truth(value=hi[0])
        return self.terms.take(lo, index, truth=True), self.terms.take(hi, index, truth=True)

    def _held(self, node: Expr, encoding: Held) -> Truths:
        """Ask of each kind of codes alone: of several held, one is enough."""
        terms, fact = self.terms, encoding.fact
        alone = [frozenset({kind.code}) for kind in encoding.kinds]
        values = [[*(Members(codes, codes) for codes in alone), ANY_MEMBERS]]
        *each, of_unknown = answers(node, [fact], values, self.epoch, self.day)
        unknown_, *held = (terms.column(name, 0, 1, truth=True) for name in encoding.columns)
        lo = terms.either(*(column for column, truth in zip(held, each, strict=True) if truth is True))
        hi = terms.either(*(column for column, truth in zip(held, each, strict=True) if truth is not False))
        return lo, terms.either(hi, unknown_) if of_unknown is not False else hi

    def _lookup(self, node: Lookup) -> Bounds:
        found, index = self._leaf(node)
        spans = cast("list[Span]", found)
        return self._table([span.lo for span in spans], index), self._table([s.hi for s in spans], index)

    def _table(self, amounts: Sequence[Any], index: Term | None) -> Ratio:
        if index is None:
            return self.arithmetic.fixed(amounts[0])
        if not all(isinstance(amount, int | float) for amount in amounts):
            ratios = [self.arithmetic.fixed(amount) for amount in amounts]
            n = self.terms.take([ratio.n.lo for ratio in ratios], index)
            d = self.terms.take([ratio.d.lo for ratio in ratios], index)
            return Ratio(n, d, n.lo, n.hi)
        whole = [_end(amount) for amount in amounts]
        inner = [amount for amount in whole if abs(amount) < INF] or [0]
        return self.arithmetic.whole(self.terms.take(whole, index), min(inner), max(inner))

    def _leaf(self, node: Expr) -> tuple[list[Value], Term | None]:
        """Evaluate a node for every combination of the values of its facts: the answers, and their index."""
        if node not in self._leaves:
            self._leaves[node] = self._worked_out(node)
        return cast("tuple[list[Value], Term | None]", self._leaves[node])

    def _worked_out(self, node: Expr) -> tuple[list[Value], Term | None]:
        facts = facts_of(node)
        choices = [
            encoding.values if isinstance(encoding, Coded) else (unknown(fact),)
            for fact, encoding in ((fact, self.layout.get(fact.name)) for fact in facts)
        ]
        index: Term | None = None
        for fact, values in zip(facts, choices, strict=True):
            if len(values) > 1:
                column = self.terms.column(fact.name, 0, len(values) - 1)
                scaled = index and self.terms.times(index, self.terms.literal(len(values)))
                index = self.terms.add(scaled, column) if scaled else column
        return answers(node, facts, choices, self.epoch, self.day), index

    # ------------------------------------------------------------------------------------------ numbers

    def number(self, node: Number, route: str = "") -> Bounds:
        """Return the bounds of a number."""
        return cast("Bounds", self._once(node, route, self._number))

    def _number(self, node: Number, route: str) -> Bounds:  # noqa: C901, PLR0912 - one case a node, in one place
        sums = self.arithmetic
        match node:
            case NumberFact():
                return self._fact(node)
            case NumberParameter() | Constant() | Today() | NotEncodedNumber() | Greatest():
                span = evaluate(node, self._law).span
                return sums.fixed(span.lo), sums.fixed(span.hi)
            case Lookup():
                return self._lookup(node)
            case Band():
                return self._band(node, route)
            case Sum(parts=parts):
                found = [self.number(part, route) for part in parts]
                return sums.add([lo for lo, _ in found], low=True), sums.add(
                    [hi for _, hi in found], low=False
                )
            case Difference(left=left, right=right):
                (a, b), (c, d) = self.number(left, route), self.number(right, route)
                return sums.add([a, sums.negative(d)], low=True), sums.add([b, sums.negative(c)], low=False)
            case Scaled(part=part, numerator=numerator, denominator=denominator):
                ends = self.number(part, route)
                if numerator < 0:
                    ends = sums.negative(ends[1]), sums.negative(ends[0])
                lo, hi = (sums.scaled(end, abs(numerator), denominator) for end in ends)
                return lo, hi
            case Later(day=day, by=by):
                (a, b), (c, d) = self.number(day, route), self.number(by, route)
                years = by.unit == YEARS
                return sums.later(a, c, years=years), sums.later(b, d, years=years)
            case Least(parts=parts) | Most(parts=parts):
                found = [self.number(part, route) for part in parts]
                pick = sums.least if isinstance(node, Least) else sums.most
                return pick([lo for lo, _ in found]), pick([hi for _, hi in found])
            case Given():
                return self._given(node, route)
            case Count(parts=truths):
                each = [self.truth(truth, route) for truth in truths]
                sure = self.terms.add(*(self.terms.count(yes) for yes, _ in each))
                return sums.whole(sure), sums.whole(
                    self.terms.add(*(self.terms.count(yes) for _, yes in each))
                )
            case _:
                raise UncompilableError(f"{type(node).__name__} cannot be asked of a table")

    def _given(self, node: Given, route: str) -> Bounds:
        sums = self.arithmetic
        sure, maybe = self.truth(node.condition, route)
        if maybe.hi == 0:
            return self.number(node.otherwise, route)
        then, otherwise = self.number(node.then, route), self.number(node.otherwise, route)
        if sure is maybe:
            return sums.choose(sure, then[0], otherwise[0]), sums.choose(sure, then[1], otherwise[1])
        lo, hi = sums.least([then[0], otherwise[0]]), sums.most([then[1], otherwise[1]])
        return (
            sums.given(sure, maybe, (then[0], lo, otherwise[0])),
            sums.given(sure, maybe, (then[1], hi, otherwise[1])),
        )

    def _fact(self, fact: NumberFact) -> Bounds:
        match self.layout.get(fact.name):
            case None | Held():
                span = cast("Span", unknown(fact))
                return self.arithmetic.fixed(span.lo), self.arithmetic.fixed(span.hi)
            case Coded(values=values):
                spans = cast("Sequence[Span]", values)
                index = self.terms.column(fact.name, 0, len(values) - 1) if len(values) > 1 else None
                return self._table([s.lo for s in spans], index), self._table([s.hi for s in spans], index)
            case Bounded() as encoding:
                found = [self._bounded(encoding, name) for name in encoding.columns]
                return found[0], found[-1]
            case Rated(least=least, most=most, over=over, columns=names):
                ns = [self.terms.column(name, -INF, INF) for name in names[::2]]
                ds = [self.terms.column(name, 1, over) for name in names[1::2]]
                lo, hi = (Ratio(n, d, least, most) for n, d in zip(ns, ds, strict=True))
                return lo, hi

    def _bounded(self, encoding: Bounded, name: str) -> Ratio:
        terms, least, most = self.terms, encoding.least, encoding.most
        if encoding.limited:
            return self.arithmetic.whole(terms.column(name, least, most), least, most)
        if encoding.infinity == INF:
            return self.arithmetic.whole(terms.column(name, -INF, INF), least, most)
        column, end = (
            terms.column(name, -encoding.infinity, encoding.infinity),
            terms.literal(encoding.infinity),
        )
        n = terms.choose(terms.at_least(column, end), terms.literal(INF), column)
        n = terms.choose(terms.at_least(terms.literal(-end.lo), column), terms.literal(-INF), n)
        return Ratio(n, self.arithmetic.one, least, most, column=column)

    # -------------------------------------------------------------------------------------------- bands

    def _band(self, node: Band, route: str) -> Bounds:
        """Read a step table: the least and the most of the rows from that of the lower bound to that of the upper."""
        dated = self.epoch.dated(node.bands)
        if not isinstance(dated.value, Steps):
            return self.arithmetic.fixed(0), self.arithmetic.fixed(float("inf"))
        rows, key = dated.value.rows, self.number(node.key, route)
        first, last = (self._reached([threshold for threshold, _ in rows], end) for end in key)
        index, pairs = first, [(at, at) for at in range(first.lo, first.hi + 1)]
        if first is not last:
            index = self.terms.add(self.terms.times(first, self.terms.literal(last.size)), last)
            places = (divmod(at - last.lo, last.size) for at in range(index.lo, index.hi + 1))
            pairs = [(low, last.lo + above) for low, above in places]
        ends = [_steps_between(rows, min(low, high), high) for low, high in pairs]
        return self._table([lo for lo, _ in ends], index), self._table([hi for _, hi in ends], index)

    def _reached(self, thresholds: list[int], key: Ratio) -> Term:
        """Return how many thresholds are not above the key."""
        if key.finite and key.d is self.arithmetic.one and key.n.size <= _DENSE:
            counts = [sum(t <= n for t in thresholds) for n in range(key.n.lo, key.n.hi + 1)]
            return self.terms.take(counts, key.n)
        above = [self.arithmetic.at_least(key, self.arithmetic.fixed(t)) for t in thresholds]
        return self.terms.add(*map(self.terms.count, above))


def _steps_between(rows: Sequence[tuple[int, int | Absent]], low: int, high: int) -> tuple[float, float]:
    """Return the least and the most of the rows reached, the counts of thresholds not above either bound given."""
    reached = [amount for _, amount in rows[max(low - 1, 0) : high]]
    if not reached or Absent.NOT_ENCODED in reached:
        return 0, float("inf")
    amounts = [amount if isinstance(amount, int) else 0 for amount in reached]
    return min(amounts), max(amounts)


def _end(amount: float) -> int:
    return int(amount) if math.isfinite(amount) else INF if amount > 0 else -INF
