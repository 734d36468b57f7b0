"""How facts become columns, without a null: what is unknown is written as bounds, or as a row of its own.

Each fact has an encoding, and a `Layout` has them by name:

- `Coded`: one column of small whole numbers, each the place of a value in a fixed list. The list holds every value that
  occurs, and *unknown* (or "one of these two") is a value like any other. So truths, choices and small numbers all become
  an index, and a rule over them a table.
- `Held`: several codes as one truth for each kind of code that rules tell apart, and one for *unknown*.
- `Bounded`: a lower and an upper whole number (money, days). Where all rows are known, one column is both.
- `Rated`: the same as exact fractions, numerator over denominator: a wage an hour worked out of a yearly one.

>>> from landed.expr import About, BoolFact
>>> standard(BoolFact("worker.in_canada", About("?"))).values
(False, True, None)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
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
class Coded:
    """A fact as the place of its value in a list."""

    fact: Fact
    values: tuple[Value, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return (self.fact.name,)


@dataclass(frozen=True, slots=True)
class Kind:
    """Codes that no rule tells apart."""

    code: str
    """One of them, which stands for all."""
    codes: frozenset[str] = frozenset()
    """Those there are; empty where they are all that are in no other kind."""


@dataclass(frozen=True, slots=True)
class Held:
    """Several codes as truths: whether they are unknown, and whether one of each kind is among them."""

    fact: SeveralFact
    kinds: tuple[Kind, ...]
    written: str = "[^|]+"
    """How one code is written, as a regular expression; what is written otherwise is read as unknown."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return (f"{self.fact.name}.unknown", *(f"{self.fact.name}.{kind.code}" for kind in self.kinds))

    def kind_of(self, code: str) -> Kind | None:
        """Return the kind that a code is of; None where none holds it."""
        holding = (kind for kind in self.kinds if code in kind.codes)
        return next(holding, next((kind for kind in self.kinds if not kind.codes), None))


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


Encoding = Coded | Held | Bounded | Rated
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
            return Held(fact, tuple(Kind(code, frozenset({code})) for code in sorted(codes)))


_LARGEST = 1 << 40
"""Ten billion dollars in cents, and more than anybody has."""


def fitted(fact: Fact, values: Iterable[Value]) -> Encoding:
    """Return the encoding for the values that occur, where the standard one has no place for some of them."""
    usual = Coded(fact, (ANY_MEMBERS,)) if isinstance(fact, SeveralFact) else standard(fact)
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
        case Held(kinds=kinds):
            for value in cast("Iterable[Members]", values):
                known = value.possible == value.certain
                held = {encoding.kind_of(code) for code in value.certain} if known else set()
                yield (int(not known), *(int(kind in held) for kind in kinds))
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
