"""One case: an expression to its value, with the reasons.

`evaluate(expression, asked)` walks the tree once and returns a `Finding`: the value (three-valued, numbers as
bounds), the parts it came from, and, where the value is open, what leaves it open (`Open`): a fact nobody gave,
law that is not encoded, or an officer's judgement.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, assert_never, cast

from landed.expr import civil
from landed.expr.clauses import Clause
from landed.expr.dated import Absent, Cells, Codes, Dated, Steps
from landed.expr.leaves import (
    Band, BoolFact, ChoiceFact, ChoiceParameter, Fact, FlagParameter, Lookup, Meets, NumberFact, NumberParameter,
    Obtainable, OnList, OverlapList, Parameter, SeveralFact,
)  # fmt: skip
from landed.expr.nodes import (
    AllOf, AnyOf, Compare, Constant, Count, Difference, Expr, Given, Later, Least, Most, Not, NotEncoded,
    NotEncodedNumber, Number, OneOf, Operator, Overlap, Scaled, Sum, Today, Truly,
)  # fmt: skip
from landed.expr.units import YEARS, Amount
from landed.expr.values import (
    ANY_AMOUNT, Choices, Members, Span, Truth, Value, kleene_and, kleene_not, kleene_or,
)  # fmt: skip

_MOST_COMBINATIONS = 10_000
_UNBOUNDED_AMOUNT = Span(0, ANY_AMOUNT.hi)


@dataclass(frozen=True, slots=True)
class Open:
    """One thing that leaves an answer open: a fact, law not encoded, or an officer's judgement."""

    kind: Literal["fact", "law", "judgement"]
    what: str


Opens = frozenset[Open]
_SETTLED: Opens = frozenset()


class Asked(Protocol):
    """A question: one case, on one day, under one state of the law."""

    @property
    def day(self) -> dt.date:
        """The day asked of."""

    def fact(self, fact: Fact) -> Value:
        """Return what is known of a fact."""

    def dated(self, parameter: Parameter) -> Dated:
        """Return a parameter's value on the day."""

    def images(self, codes: Iterable[str], scheme: str) -> frozenset[str]:
        """Return the codes of another version that these may stand for."""

    def meets(self, route: str) -> Finding:
        """Return whether another route is open."""

    def assertion(self, route: str, clause: str) -> Truth:
        """Return what a named person asserted of a judgement clause, or None."""


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """What an expression is worth in one case, and why."""

    node: Expr
    value: Value
    parts: tuple[Finding, ...] = ()
    opens: Opens = _SETTLED
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
        yield self
        for part in self.parts:
            yield from part.walk()


def evaluate(expression: Expr, asked: Asked, route: str = "") -> Finding:
    """Ask an expression of a case; `route` names the route whose clauses may have been asserted."""
    return _Walk(asked, route).find(expression)


def _holds(left: Span, operator: Operator, right: Span) -> Truth:
    match operator:
        case ">=":
            return True if left.lo >= right.hi else False if left.hi < right.lo else None
        case ">":
            return True if left.lo > right.hi else False if left.hi <= right.lo else None
        case "<=":
            return _holds(right, ">=", left)
        case "<":
            return _holds(right, ">", left)
        case "=":
            if left.exact and right.exact:
                return left.lo == right.lo
            return False if left.hi < right.lo or left.lo > right.hi else None
        case _:
            assert_never(operator)


def _opens(parts: Iterable[Finding]) -> Opens:
    return frozenset().union(*(part.opens for part in parts))


def _all_in(possible: Choices, wanted: frozenset[str]) -> Truth:
    if possible is None:
        return None
    if possible <= wanted:
        return True
    return None if possible & wanted else False


def _share(held: Members, wanted: frozenset[str]) -> Truth:
    if held.certain & wanted:
        return True
    return None if held.possible is None or held.possible & wanted else False


@dataclass(slots=True)
class _Walk:
    asked: Asked
    route: str

    def find(self, node: Expr) -> Finding:  # noqa: C901, PLR0911, PLR0912 - one case a node, in one place
        match node:
            case BoolFact() | NumberFact() | ChoiceFact() | SeveralFact():
                return self._fact(node)
            case Clause():
                return self._clause(node)
            case AllOf(parts):
                found = tuple(self.find(part) for part in parts)
                return self._joined(node, kleene_and(part.truth for part in found), found)
            case AnyOf(parts):
                found = tuple(self.find(part) for part in parts)
                return self._joined(node, kleene_or(part.truth for part in found), found)
            case Not(part):
                inner = self.find(part)
                return self._joined(node, kleene_not(inner.truth), (inner,))
            case Compare(left, operator, right):
                sides = (self.find(left), self.find(right))
                return self._settle(node, _holds(sides[0].span, operator, sides[1].span), sides)
            case OneOf(code, codes):
                inner = self.find(code)
                return self._settle(node, _all_in(cast("Choices", inner.value), codes), (inner,))
            case Overlap(held, codes):
                inner = self.find(held)
                return self._settle(node, _share(cast("Members", inner.value), codes), (inner,))
            case OnList():
                return self._on_list(node)
            case OverlapList(held, codes):
                return self._overlap_list(node)
            case FlagParameter() | NumberParameter() | ChoiceParameter():
                return self._parameter(node)
            case Constant(steps):
                return Finding(node, Span(steps, steps))
            case Truly(value):
                return Finding(node, value)
            case Today():
                today = self.asked.day.toordinal()
                return Finding(node, Span(today, today))
            case NotEncoded(text):
                return Finding(node, None, opens=frozenset({Open("law", text)}))
            case NotEncodedNumber(text=text, lowest=lowest, highest=highest):
                return Finding(node, Span(lowest, highest), opens=frozenset({Open("law", text)}))
            case Meets(route):
                other = self.asked.meets(route)
                return Finding(node, other.value, other.parts, other.opens, route=route)
            case Obtainable(fact, by):
                ways = (self.find(fact), *(self.find(Meets(route)) for route in by))
                return self._joined(node, kleene_or(way.truth for way in ways), ways)
            case Lookup():
                return self._lookup(node)
            case Band():
                return self._band(node)
            case _:
                return self._number(node)

    # ------------------------------------------------------------------------------------------ leaves

    def _fact(self, node: Fact) -> Finding:
        value = self.asked.fact(node)
        match value:
            case None:
                known = False
            case Span() | Members():
                known = value.exact
            case frozenset():
                known = len(value) == 1
            case _:
                known = True
        return Finding(node, value, opens=_SETTLED if known else frozenset({Open("fact", node.name)}))

    def _parameter(self, node: FlagParameter | NumberParameter | ChoiceParameter) -> Finding:
        dated = self.asked.dated(node)
        value: Value
        opens = _SETTLED
        match dated.value:
            case bool():
                value = dated.value
            case int():
                value = Span(dated.value, dated.value)
            case str():
                value = frozenset({dated.value})
            case Absent.NONE:
                value = Span(0, 0)
            case _:
                value = ANY_AMOUNT if isinstance(node, NumberParameter) else None
                opens = frozenset({Open("law", node.id)})
        return Finding(node, value, opens=opens, dated=dated)

    def _possible(self, code: Finding, scheme: str) -> Choices:
        codes = cast("Choices", code.value)
        return codes if codes is None or not scheme else self.asked.images(codes, scheme)

    def _on_list(self, node: OnList) -> Finding:
        code, dated = self.find(node.code), self.asked.dated(node.codes)
        leaf = Finding(node, None, dated=dated)
        if not isinstance(dated.value, Codes):
            return Finding(node, None, (code, leaf), frozenset({Open("law", dated.id)}))
        rows = frozenset(dated.value.part) if node.part else dated.value.whole
        truth = _all_in(self._possible(code, dated.value.scheme), rows)
        opens = _SETTLED
        if truth is None:
            opens = code.opens or frozenset(Open("fact", fact) for fact in _fact_names(code))
        return Finding(node, truth, (code, leaf), opens)

    def _overlap_list(self, node: OverlapList) -> Finding:
        held, dated = self.find(node.held), self.asked.dated(node.codes)
        leaf = Finding(node, None, dated=dated)
        if not isinstance(dated.value, Codes):
            return Finding(node, None, (held, leaf), frozenset({Open("law", dated.id)}))
        truth = _share(cast("Members", held.value), dated.value.whole)
        return Finding(node, truth, (held, leaf), held.opens if truth is None else _SETTLED)

    def _lookup(self, node: Lookup) -> Finding:
        codes = tuple(self.find(code) for code in node.codes)
        dated = self.asked.dated(node.table)
        parts = (*codes, Finding(node, None, dated=dated))
        if not isinstance(dated.value, Cells):
            return Finding(node, _UNBOUNDED_AMOUNT, parts, frozenset({Open("law", dated.id)}))
        cells = self._cells(dated.value, codes)
        unseen = Absent.NOT_ENCODED in cells
        amounts = [cell if isinstance(cell, int) else 0 for cell in cells]
        span = _UNBOUNDED_AMOUNT if unseen else Span(min(amounts), max(amounts))
        opens = _SETTLED
        if not span.exact:
            opens = _opens(codes) | (frozenset({Open("law", dated.id)}) if unseen else _SETTLED)
            if unseen and node.table.instead:
                opens |= {Open("fact", node.table.instead)}
            opens = opens or frozenset(Open("fact", fact) for code in codes for fact in _fact_names(code))
        return Finding(node, span, parts, opens)

    def _cells(self, table: Cells, codes: tuple[Finding, ...]) -> set[int | Absent]:
        keys = [self._possible(code, scheme) for code, scheme in zip(codes, table.schemes, strict=True)]
        sizes = 1
        for key in keys:
            sizes *= _MOST_COMBINATIONS if key is None else len(key)
        if sizes < _MOST_COMBINATIONS:
            combinations = itertools.product(*(key for key in keys if key is not None))
            return {table.rows.get(combination, table.default) for combination in combinations}
        fitting = {
            cell for row, cell in table.rows.items()
            if all(key is None or code in key for code, key in zip(row, keys, strict=True))
        }  # fmt: skip
        return fitting | {table.default}

    def _band(self, node: Band) -> Finding:
        key, dated = self.find(node.key), self.asked.dated(node.bands)
        parts = (key, Finding(node, None, dated=dated))
        if not isinstance(dated.value, Steps):
            return Finding(node, _UNBOUNDED_AMOUNT, parts, frozenset({Open("law", dated.id)}))
        rows = dated.value.rows
        reached = [
            amount for place, (threshold, amount) in enumerate(rows)
            if threshold <= key.span.hi and (place + 1 == len(rows) or rows[place + 1][0] > key.span.lo)
        ]  # fmt: skip
        if not reached or Absent.NOT_ENCODED in reached:
            return Finding(node, _UNBOUNDED_AMOUNT, parts, key.opens | {Open("law", dated.id)})
        amounts = [amount if isinstance(amount, int) else 0 for amount in reached]
        span = Span(min(amounts), max(amounts))
        return Finding(node, span, parts, _SETTLED if span.exact else key.opens)

    # ------------------------------------------------------------------------------------------- logic

    def _joined(self, node: Expr, truth: Truth, parts: tuple[Finding, ...]) -> Finding:
        opens = _opens(part for part in parts if part.value is None) if truth is None else _SETTLED
        return Finding(node, truth, parts, opens)

    def _settle(self, node: Expr, truth: Truth, parts: tuple[Finding, ...]) -> Finding:
        return Finding(node, truth, parts, _opens(parts) if truth is None else _SETTLED)

    def _clause(self, node: Clause) -> Finding:
        says = self.find(node.says)
        if node.kind == "judgement" and says.truth is not False:
            asserted = self.asked.assertion(self.route, node.key)
            opens = frozenset({Open("judgement", f"{self.route}/{node.key}")}) if asserted is None else _SETTLED
            says = Finding(node.says, asserted, says.parts, opens)
        if node.when is None:
            return Finding(node, says.value, (says,), says.opens)
        when = self.find(node.when)
        if when.truth is False:
            return Finding(node, True, (when,), applies=False)  # noqa: FBT003 - the value of a truth
        if when.truth is None and says.truth is not True:
            return Finding(node, None, (when, says), when.opens | says.opens)
        return Finding(node, says.value, (when, says), says.opens)

    # ----------------------------------------------------------------------------------------- numbers

    def _number(self, node: Expr) -> Finding:
        match node:
            case Sum(parts=numbers):
                found = tuple(self.find(number) for number in numbers)
                spans = [part.span for part in found]
                return self._amount(node, sum((s.lo for s in spans), 0), sum((s.hi for s in spans), 0), found)
            case Difference(left=left, right=right):
                found = (self.find(left), self.find(right))
                a, b = found[0].span, found[1].span
                return self._amount(node, a.lo - b.hi, a.hi - b.lo, found)
            case Scaled(part=part, numerator=numerator, denominator=denominator):
                inner = self.find(part)
                ends = sorted(end * numerator / denominator if isinstance(end, float) else _times(end, numerator, denominator)
                              for end in (inner.span.lo, inner.span.hi))  # fmt: skip
                return self._amount(node, ends[0], ends[1], (inner,))
            case Later(day=day, by=by):
                found = (self.find(day), self.find(by))
                move = civil.add_years if by.unit == YEARS else civil.add_months
                a, b = found[0].span, found[1].span
                return self._amount(node, _moved(move, a.lo, b.lo), _moved(move, a.hi, b.hi), found)
            case Least(parts=numbers) | Most(parts=numbers):
                found = tuple(self.find(number) for number in numbers)
                pick = min if isinstance(node, Least) else max
                return self._amount(node, pick(p.span.lo for p in found), pick(p.span.hi for p in found), found)
            case Given(condition=condition, then=then, otherwise=otherwise):
                test, yes, no = self.find(condition), self.find(then), self.find(otherwise)
                if test.truth is not None:
                    chosen = yes if test.truth else no
                    return Finding(node, chosen.value, (test, chosen), chosen.opens)
                span = Span(min(yes.span.lo, no.span.lo), max(yes.span.hi, no.span.hi))
                return Finding(node, span, (test, yes, no), _SETTLED if span.exact else _opens((test, yes, no)))
            case Count(parts=truths):
                found = tuple(self.find(truth) for truth in truths)
                sure = sum(part.truth is True for part in found)
                maybe = sum(part.truth is None for part in found)
                return self._amount(node, sure, sure + maybe, found)
            case _:
                msg = f"no reading for {type(node).__name__}"
                raise TypeError(msg)

    def _amount(self, node: Expr, lo: Amount, hi: Amount, parts: tuple[Finding, ...]) -> Finding:
        span = Span(lo, hi)
        return Finding(node, span, parts, _SETTLED if span.exact else _opens(parts))


def _times(amount: Amount, numerator: int, denominator: int) -> Amount:
    from fractions import Fraction  # noqa: PLC0415 - only where a rule scales

    scaled = Fraction(amount) * numerator / denominator
    return scaled.numerator if scaled.denominator == 1 else scaled


def _moved(move: civil.Move, day: Amount, by: Amount) -> Amount:
    if isinstance(day, float) or isinstance(by, float):
        return day if isinstance(day, float) else by
    return move(dt.date.fromordinal(int(day)), int(by)).toordinal()


def _fact_names(finding: Finding) -> list[str]:
    return [
        part.node.name for part in finding.walk()
        if isinstance(part.node, BoolFact | NumberFact | ChoiceFact | SeveralFact)
    ]  # fmt: skip
