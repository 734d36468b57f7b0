"""How facts become columns, without a null: what is unknown is written as bounds, or as a row of its own.

Each fact has an encoding, and a `Layout` has them by name:

- `Coded`: one column of small whole numbers, each the place of a value in a fixed list. The list holds every value that
  occurs, and *unknown* (or "one of these two") is a value like any other. So truths, choices, sets of codes and small
  numbers all become an index, and a rule over them a table.
- `Bounded`: a lower and an upper whole number (money, days). Where all rows are known, one column is both.
- `Rated`: the same as exact fractions, numerator over denominator: a wage an hour worked out of a yearly one.

>>> from landed.expr import About, BoolFact
>>> standard(BoolFact("worker.in_canada", About("?"))).values
(False, True, None)
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from landed.expr.leaves import BoolFact, ChoiceFact, Fact, NumberFact, SeveralFact
from landed.expr.terms import INF
from landed.expr.units import DAY, Amount
from landed.expr.values import ANY_AMOUNT, ANY_MEMBERS, Members, Span, Value

SHORT = (1 << 31) - 1
"""Infinity among days, which need no more than 32 bits."""
_MOST_VALUES = 254
"""A number with at most so many values is coded."""
FIRST_DAY, LAST_DAY = 693_596, 803_168
"""1900-01-01 to 2199-12-31: what a case file accepts as a day."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Codes that no rule tells apart."""

    code: str
    """One of them, which stands for all."""
    codes: frozenset[str] = frozenset()
    """Those there are; empty where they are all that are in no other kind."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A fact as the place of its value in a list."""

    fact: Fact
    values: tuple[Value, ...]
    kinds: tuple[Kind, ...] = ()
    """Of a fact that is several codes: the kinds of codes that somebody may hold."""
    written: str = ""
    """... and how one code is written, as a regular expression; what is written otherwise is read as unknown."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return (self.fact.name,)

    @property
    def held(self) -> list[int]:
        """Of several codes: for each value but the last, the unknown one, the kinds held as bits."""
        return [
            sum(1 << kind for kind in chosen)
            for size in _sizes(len(self.kinds))
            for chosen in itertools.combinations(range(len(self.kinds)), size)
        ]


def _sizes(kinds: int) -> range:
    return range((kinds if kinds <= _MANY_KINDS else _MOST_HELD) + 1)


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number as a lower and an upper bound; `least` and `most` are its limits where it is finite."""

    fact: NumberFact
    least: int
    most: int
    exact: bool = False
    """All rows are known: one column is both bounds."""
    limited: bool = False
    """No row is without a limit."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        name = self.fact.name
        return (name,) if self.exact else (f"{name}.lo", f"{name}.hi")

    @property
    def infinity(self) -> int:
        """What stands for a day that never comes, for no limit: days keep to half a column."""
        return SHORT if self.fact.unit == DAY else INF


@dataclass(frozen=True, slots=True)
class Rated:
    """A number as exact fractions; the limits are those of the numerators, where finite."""

    fact: NumberFact
    least: int
    most: int
    over: int
    """The greatest denominator."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(f"{self.fact.name}.{end}" for end in ("lo", "lo.over", "hi", "hi.over"))


Encoding = Coded | Bounded | Rated
Layout = Mapping[str, Encoding]


def unknown(fact: Fact) -> Value:
    """Return what a fact is worth when nothing is known of it: all of its domain."""
    match fact:
        case BoolFact():
            return None
        case NumberFact(unit=unit, lowest=lowest, highest=highest):
            if unit == DAY and lowest is None and highest is None:
                return ANY_AMOUNT
            return Span(-math.inf if lowest is None else lowest, math.inf if highest is None else highest)
        case ChoiceFact(options=options):
            return frozenset(options) or None
        case SeveralFact():
            return ANY_MEMBERS


def standard(fact: Fact, codes: Iterable[str] = ()) -> Encoding:
    """Return the encoding that a fact has whoever is in the table; `codes` are those that matter of an open one."""
    match fact:
        case BoolFact():
            return Coded(fact, (False, True, None))
        case ChoiceFact(options=options):
            return Coded(fact, (*(frozenset({code}) for code in options or codes), unknown(fact)))
        case NumberFact(unit=unit, lowest=lowest, highest=highest):
            if lowest is not None and highest is not None:
                if highest - lowest <= _MOST_VALUES:
                    return Coded(fact, (*(Span(n, n) for n in range(lowest, highest + 1)), unknown(fact)))
                return Bounded(fact, lowest, highest, limited=True)
            if unit == DAY:
                return Bounded(fact, FIRST_DAY, LAST_DAY)
            return Bounded(fact, lowest or 0, _LARGEST)
        case SeveralFact():
            return several(fact, [Kind(code, frozenset({code})) for code in sorted(codes)])


def several(fact: Fact, kinds: Sequence[Kind], written: str = "[^|]+") -> Coded:
    """Return the encoding of a fact that is several codes: a value for each set of kinds that somebody may hold.

    Of many kinds, sets of more than three are read as unknown: few people are citizens of four kinds of countries.
    """
    if not kinds:
        return Coded(fact, (ANY_MEMBERS,))
    sets = [
        frozenset(kind.code for kind in chosen)
        for size in _sizes(len(kinds))
        for chosen in itertools.combinations(kinds, size)
    ]
    return Coded(fact, (*(Members(each, each) for each in sets), ANY_MEMBERS), tuple(kinds), written)


_MANY_KINDS, _MOST_HELD = 10, 3
"""Of up to ten kinds every set is a value; of more, those of up to three."""
_LARGEST = 1 << 40
"""Ten billion dollars in cents, and more than anybody has."""


def fitted(fact: Fact, values: Iterable[Value]) -> Encoding:
    """Return the encoding for the values that occur, where the standard one has no place for some of them."""
    usual = standard(fact)
    match usual, fact:
        case Coded(values=listed), _:
            known = set(listed)
            more = dict.fromkeys(value for value in values if value not in known)
            return Coded(fact, (*listed, *more)) if more else usual
        case Bounded(least=least, most=most), NumberFact():
            spans = cast("list[Span]", list(values))
            if not spans:
                return usual
            ends = [end for span in spans for end in (span.lo, span.hi) if not isinstance(end, float)]
            if any(not isinstance(end, int) for end in ends):
                numerators = [end if isinstance(end, int) else end.numerator for end in ends]
                over = max(1 if isinstance(end, int) else end.denominator for end in ends)
                return Rated(fact, min(numerators), max(numerators), over)
            if ends:
                least, most = min(map(int, ends)), max(map(int, ends))
            exact = all(span.exact for span in spans)
            return Bounded(fact, least, most, exact, len(ends) == 2 * len(spans))
    return usual


def cells(encoding: Encoding, values: Iterable[Value]) -> Iterator[tuple[int, ...]]:
    """Yield, for each value, what stands in its columns."""
    match encoding:
        case Coded(values=listed):
            place = {value: at for at, value in enumerate(listed)}
            for value in values:
                yield (place[value],)
        case Bounded(exact=exact):
            for value in cast("Iterable[Span]", values):
                lo, hi = _end(value.lo, encoding.infinity), _end(value.hi, encoding.infinity)
                yield (lo,) if exact else (lo, hi)
        case Rated():
            for value in cast("Iterable[Span]", values):
                yield (_end(value.lo), _over(value.lo), _end(value.hi), _over(value.hi))


def _end(amount: Amount, infinity: int = INF) -> int:
    if isinstance(amount, float):
        return infinity if amount > 0 else -infinity
    return amount if isinstance(amount, int) else amount.numerator


def _over(amount: Amount) -> int:
    return 1 if isinstance(amount, float | int) else amount.denominator
