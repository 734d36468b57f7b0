"""One case: an expression to its value, with the reasons.

`evaluate(expression, asked)` walks the tree once and returns a `Finding`: the value (three-valued, numbers as
bounds), the parts it came from, and, where the value is open, what leaves it open (`Open`): a fact nobody gave,
law that is not encoded, or an officer's judgement.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never, cast

from landed.expr import civil
from landed.expr.clauses import Clause
from landed.expr.dated import Absent
from landed.expr.finding import SETTLED, Asked, Finding, Open, opened
from landed.expr.leaves import (
    Band,
    BoolFact,
    ChoiceFact,
    ChoiceParameter,
    Fact,
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
from landed.expr.lists import greatest, listed, looked_up, overlapping, stepped
from landed.expr.nodes import (
    AllOf,
    AnyOf,
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
    OneOf,
    Operator,
    Overlap,
    Scaled,
    Sum,
    Today,
    Truly,
)  # fmt: skip
from landed.expr.units import YEARS, Amount
from landed.expr.values import (
    ANY_AMOUNT,
    Choices,
    Members,
    Span,
    Truth,
    Value,
    among,
    kleene_and,
    kleene_not,
    kleene_or,
    moved,
    shared,
    times,
)  # fmt: skip

_OF_A_ROUTE = frozenset({Clause, AllOf, AnyOf, Not, Count, Given})


def evaluate(
    expression: Expr, asked: Asked, route: str = "", known: dict[int, Finding] | None = None
) -> Finding:
    """Ask an expression of a case; `route` names the route whose clauses may have been asserted.

    `known` keeps what is the same for every route of one question (facts, parameters, comparisons), so that many
    routes asked one after another share it.
    """
    return _Walk(asked, route, {} if known is None else known).find(expression)


def evaluate_all(expressions: Iterable[Expr], asked: Asked) -> list[Finding]:
    """Ask several expressions of a case; what they share is asked once."""
    walk = _Walk(asked, "", {})
    return [walk.find(expression) for expression in expressions]


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


@dataclass(slots=True)
class _Walk:
    asked: Asked
    route: str
    known: dict[int, Finding]
    """What does not depend on the route, by the identity of the node, which its finding keeps alive."""
    found: dict[int, Finding] = field(default_factory=dict)
    """What may: a clause, and what joins clauses."""

    def find(self, node: Expr) -> Finding:
        """Ask a node, once where it stands in several places."""
        kept = self.found if type(node) in _OF_A_ROUTE else self.known
        finding = kept.get(id(node))
        if finding is None:
            finding = kept[id(node)] = self._find(node)
        return finding

    def _find(self, node: Expr) -> Finding:  # noqa: C901, PLR0912 - one case a node, in one place
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
                return self._settle(node, among(cast("Choices", inner.value), codes), (inner,))
            case Overlap(held, codes):
                inner = self.find(held)
                return self._settle(node, shared(cast("Members", inner.value), codes), (inner,))
            case OnList():
                return listed(node, self.find(node.code), self.asked)
            case OverlapList(held):
                return overlapping(node, self.find(held), self.asked)
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
                return looked_up(node, tuple(self.find(code) for code in node.codes), self.asked)
            case Band():
                return stepped(node, self.find(node.key), self.asked)
            case Greatest():
                return greatest(node, self.asked)
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
        return Finding(node, value, opens=SETTLED if known else frozenset({Open("fact", node.name)}))

    def _parameter(self, node: FlagParameter | NumberParameter | ChoiceParameter) -> Finding:
        dated = self.asked.dated(node)
        value: Value
        opens = SETTLED
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

    # ------------------------------------------------------------------------------------------- logic

    def _joined(self, node: Expr, truth: Truth, parts: tuple[Finding, ...]) -> Finding:
        opens = opened(part for part in parts if part.value is None) if truth is None else SETTLED
        return Finding(node, truth, parts, opens)

    def _settle(self, node: Expr, truth: Truth, parts: tuple[Finding, ...]) -> Finding:
        return Finding(node, truth, parts, opened(parts) if truth is None else SETTLED)

    def _clause(self, node: Clause) -> Finding:
        says = self.find(node.says)
        if node.kind == "judgement" and says.truth is not False:
            asserted = self.asked.assertion(self.route, node.key)
            opens = SETTLED
            if asserted is None:  # an indicator that nobody gave is a question: it may still make it false
                opens = says.opens | {Open("judgement", f"{self.route}/{node.key}")}
            says = Finding(node.says, asserted, says.parts, opens)
        if node.when is None:
            return Finding(node, says.value, (says,), says.opens)
        when = self.find(node.when)
        if when.truth is False:
            return Finding(node, True, (when,), applies=False)
        if when.truth is None and says.truth is not True:
            return Finding(node, None, (when, says), when.opens | says.opens)
        return Finding(node, says.value, (when, says), says.opens)

    # ----------------------------------------------------------------------------------------- numbers

    def _number(self, node: Expr) -> Finding:
        match node:
            case Given(condition=condition, then=then, otherwise=otherwise):
                test = self.find(condition)
                if test.truth is not None:
                    chosen = self.find(then if test.truth else otherwise)
                    return Finding(node, chosen.value, (test, chosen), chosen.opens)
                yes, no = self.find(then), self.find(otherwise)
                span = Span(min(yes.span.lo, no.span.lo), max(yes.span.hi, no.span.hi))
                return Finding(
                    node, span, (test, yes, no), SETTLED if span.exact else opened((test, yes, no))
                )
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
                ends = sorted(end * numerator / denominator if isinstance(end, float) else times(end, numerator, denominator)
                              for end in (inner.span.lo, inner.span.hi))  # fmt: skip
                return self._amount(node, ends[0], ends[1], (inner,))
            case Later(day=day, by=by):
                found = (self.find(day), self.find(by))
                move = civil.add_years if by.unit == YEARS else civil.add_months
                a, b = found[0].span, found[1].span
                return self._amount(node, moved(move, a.lo, b.lo), moved(move, a.hi, b.hi), found)
            case Least(parts=numbers) | Most(parts=numbers):
                found = tuple(self.find(number) for number in numbers)
                pick = min if isinstance(node, Least) else max
                return self._amount(
                    node, pick(p.span.lo for p in found), pick(p.span.hi for p in found), found
                )
            case Count(parts=truths):
                found = tuple(self.find(truth) for truth in truths)
                sure = sum(part.truth is True for part in found)
                maybe = sum(part.truth is None for part in found)
                return self._amount(node, sure, sure + maybe, found)
            case _:
                msg = f"no reading for {type(node).__name__}"
                raise TypeError(msg)

    def _amount(self, node: Expr, lo: Amount, hi: Amount, parts: tuple[Finding, ...]) -> Finding:
        span = Span(-math.inf if lo != lo else lo, math.inf if hi != hi else hi)  # noqa: PLR0124 - nan: anything
        return Finding(node, span, parts, SETTLED if span.exact else opened(parts))
