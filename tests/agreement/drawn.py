"""Random cases of the law as it stands: each fact from its declared domain, a quarter of them unknown or partly known."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from functools import cache

from landed.expr.clauses import Clause
from landed.expr.columns import unknown
from landed.expr.dated import Cells, Codes
from landed.expr.leaves import About, BoolFact, ChoiceFact, CodeList, NumberFact, SeveralFact, Table
from landed.expr.nodes import OneOf, Overlap
from landed.expr.units import DAY
from landed.expr.values import Members, Span
from landed.facts import noc
from landed.law import Law
from landed.law.declared import walk

LAW = Law()
OTHER_CODES = ("65100", "6511", "Q", "US", "IN", "FR")
MANY_CENTS = 30_000_000


@cache
def asked_of():
    """Every route, every score, and every fact that one of them reads."""
    routes = LAW.routes()
    scores = [score for files in LAW.programmes() for score in files.scores]
    facts = {
        node.name: node
        for root in (*routes, *scores)
        for node in walk(root)
        if isinstance(node, BoolFact | NumberFact | ChoiceFact | SeveralFact)
    }
    return routes, scores, [*facts.values(), *judged(routes)]


def judged(routes):
    """What an officer's judgement is asserted to be, as a fact of the case, for each clause that is one."""
    return [
        BoolFact(f"{route.id}/{node.key}", About("?"))
        for route in routes
        for node in walk(route.requires)
        if isinstance(node, Clause) and node.kind == "judgement"
    ]


@cache
def codes_near(day):
    """The codes that the law of a day mentions, and some that it does not."""
    routes, scores, _ = asked_of()
    found = set(OTHER_CODES)
    for node in (node for root in (*routes, *scores) for node in walk(root)):
        if isinstance(node, OneOf | Overlap):
            found |= node.codes
        if isinstance(node, CodeList | Table):
            match LAW.at(day).dated(node).value:
                case Codes(whole=whole, part=part):
                    found |= whole | part.keys()
                case Cells(rows=rows):
                    found |= {code for row in rows for code in row}
    for code in sorted(found):
        if noc.scheme_of(code):
            for scheme in ("noc2016", "noc2021"):
                found |= noc.images({code}, scheme) or set()
    return sorted(found)


def case(day, seed):
    """Draw a case: what each fact is worth."""
    chance = random.Random(seed)  # noqa: S311 - cases, not secrets
    _, _, facts = asked_of()
    return {fact.name: _value(chance, fact, day) for fact in facts}


def _value(chance, fact, day):
    if chance.random() < 0.2:
        return unknown(fact)
    match fact:
        case BoolFact():
            return chance.random() < 0.6
        case NumberFact(unit=unit) if unit == DAY:
            return _day(chance, day.toordinal())
        case NumberFact():
            return _number(chance, fact)
        case ChoiceFact(options=options):
            codes = options or codes_near(day)
            return frozenset(chance.sample(codes, 1 if chance.random() < 0.9 else 2))
        case SeveralFact():
            held = frozenset(chance.sample(codes_near(day), chance.randint(0, 3)))
            perhaps = frozenset(chance.sample(codes_near(day), 1)) if chance.random() < 0.1 else frozenset()
            return Members(held, held | perhaps)


def _day(chance, today):
    kind = chance.random()
    if kind < 0.08:
        return Span(math.inf, math.inf) if kind < 0.05 else Span(-math.inf, -math.inf)
    first = today + chance.choice([chance.randint(-3000, 3000), chance.randint(-70, 70)])
    return Span(first, first + (chance.randint(1, 400) if kind > 0.9 else 0))


def _number(chance, fact):
    lowest = fact.lowest or 0
    highest = fact.highest if fact.highest is not None else MANY_CENTS
    first = chance.randint(lowest, min(highest, lowest + chance.choice([2, 12, 60, 9000, MANY_CENTS])))
    kind = chance.random()
    if kind < 0.1:
        return Span(first, chance.randint(first, highest))
    if kind < 0.2 and fact.unit.name.startswith("CAD"):
        return Span(Fraction(first, 2080), Fraction(first, chance.choice([1040, 1950, 2080])))
    return Span(first, first)
