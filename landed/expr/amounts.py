"""Amounts as terms: exact fractions, and days or limits that are never reached, in whole numbers alone.

An amount is a numerator over a denominator (nearly always 1; a wage an hour made from a yearly one is a true fraction),
and is compared by cross-multiplication, never divided. What is without limit is the numerator `INF` or `-INF`, whatever
the denominator; sums and products never touch it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from landed.expr import civil
from landed.expr.folding import Terms
from landed.expr.terms import INF, Literal, Term, UncompilableError
from landed.expr.units import Amount


@dataclass(frozen=True, slots=True)
class Ratio:
    """A number for each row: `n` over `d`; where it is finite, `n` lies between `least` and `most`."""

    n: Term
    d: Term
    least: int
    most: int
    moved: tuple[Ratio, int, bool] | None = None
    """For a day moved by a fixed time: which day, by how many, and whether years (else months)."""
    column: Term | None = None
    """Its column, where that has a shorter infinity: in the same order beside any finite number."""

    @property
    def never_low(self) -> bool:
        """Whether it is never without a lower limit."""
        return self.n.lo > -INF

    @property
    def never_high(self) -> bool:
        """Whether it is never without an upper limit."""
        return self.n.hi < INF

    @property
    def endless(self) -> bool:
        """Whether it is without a limit in every row."""
        return isinstance(self.n, Literal) and abs(self.n.lo) >= INF

    @property
    def finite(self) -> bool:
        """Whether it always has limits."""
        return self.never_low and self.never_high


class Arithmetic:
    """What can be done with amounts; `low` says that a lower bound is wanted where plus and minus infinity meet."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.one = terms.literal(1)

    def fixed(self, amount: Amount) -> Ratio:
        """Return an amount that is the same in each row."""
        if isinstance(amount, float):
            end = self.terms.literal(INF if amount > 0 else -INF)
            return Ratio(end, self.one, 0, 0)
        value = Fraction(amount)
        n = self.terms.literal(value.numerator)
        return Ratio(n, self.terms.literal(value.denominator), n.lo, n.hi)

    def whole(self, n: Term, least: int | None = None, most: int | None = None) -> Ratio:
        """Return a whole number; between `least` and `most` where it is finite."""
        return Ratio(n, self.one, n.lo if least is None else least, n.hi if most is None else most)

    def within(self, amount: Ratio) -> Term:
        """Return the numerator brought between its limits: where it is without one, any number will do."""
        if amount.finite:
            return amount.n
        low, high = self.terms.literal(amount.least), self.terms.literal(amount.most)
        return self.terms.least(self.terms.most(amount.n, low), high)

    def _high(self, amount: Ratio) -> Term:
        return self.terms.no if amount.never_high else self.terms.at_least(amount.n, self.terms.literal(INF))

    def _low(self, amount: Ratio) -> Term:
        return self.terms.no if amount.never_low else self.terms.at_least(self.terms.literal(-INF), amount.n)

    # ------------------------------------------------------------------------------------- arithmetic

    def add(self, parts: Sequence[Ratio], *, low: bool) -> Ratio:
        """Add."""
        terms = self.terms
        shared = self._denominator([part.d for part in parts])
        summands = [terms.times(self.within(part), self._over(shared, part.d)) for part in parts]
        exact = terms.add(*summands)
        least, most = exact.lo, exact.hi
        highs = terms.either(*(self._high(part) for part in parts))
        lows = terms.either(*(self._low(part) for part in parts))
        plus, minus = (highs, terms.literal(INF)), (lows, terms.literal(-INF))
        for when, end in (plus, minus) if low else (minus, plus):  # what is put last is asked first
            exact = terms.choose(when, end, exact)
        return Ratio(exact, shared, least, most)

    def _denominator(self, parts: list[Term]) -> Term:
        fixed = math.lcm(*(part.lo for part in parts if isinstance(part, Literal)))
        shared = self.terms.literal(fixed)
        for part in dict.fromkeys(part for part in parts if not isinstance(part, Literal)):
            shared = self.terms.times(shared, part)
        return shared

    def _over(self, shared: Term, part: Term) -> Term:
        """Return the factor that brings a denominator to the shared one."""
        if part is shared:
            return self.one
        if isinstance(shared, Literal) and isinstance(part, Literal):
            return self.terms.literal(shared.lo // part.lo)
        raise UncompilableError(
            "amounts with denominators of their own are compared, but not added, in a table"
        )

    def negative(self, amount: Ratio) -> Ratio:
        """Turn the sign."""
        n = self.terms.times(amount.n, self.terms.literal(-1))
        return Ratio(n, amount.d, -amount.most, -amount.least)

    def scaled(self, amount: Ratio, numerator: int, denominator: int) -> Ratio:
        """Multiply by a fraction, not a negative one."""
        terms = self.terms
        n = terms.times(self.within(amount), terms.literal(numerator))
        least, most = n.lo, n.hi
        n = terms.choose(self._high(amount), terms.literal(INF), n)
        n = terms.choose(self._low(amount), terms.literal(-INF), n)
        return Ratio(n, terms.times(amount.d, terms.literal(denominator)), least, most)

    def later(self, day: Ratio, by: Ratio, *, years: bool) -> Ratio:
        """Move a day by whole years or months, as `landed.expr.civil` does."""
        if day.endless:
            return day
        if not by.finite:
            if isinstance(by.n, Literal):
                return self._unless_infinite(day, by)
            raise UncompilableError("a day is moved by a time of which some rows have no limit")
        terms, least, most = self.terms, _move(day.least, by.least, years), _move(day.most, by.most, years)
        moved = terms.moved(self.within(day), by.n, years=years, lo=least, hi=most)
        found = self._unless_infinite(day, self.whole(moved))
        source = (day, by.n.lo, years) if isinstance(by.n, Literal) else None
        return Ratio(found.n, self.one, least, most, source)

    def _unless_infinite(self, day: Ratio, otherwise: Ratio) -> Ratio:
        n = self.terms.choose(self._high(day), self.terms.literal(INF), otherwise.n)
        n = self.terms.choose(self._low(day), self.terms.literal(-INF), n)
        return Ratio(n, self.one, otherwise.least, otherwise.most)

    # ------------------------------------------------------------------------------------- comparison

    def at_least(self, left: Ratio, right: Ratio) -> Term:
        """Tell whether the first is not below the second."""
        terms = self.terms
        if left.moved and isinstance(right.n, Literal) and right.finite and right.d is self.one:
            day, by, years = left.moved  # moving keeps the order of days: ask it of the day itself
            reaches = terms.literal(first_that_reaches(right.n.lo, by, years=years))
            return terms.at_least(day.column or day.n, reaches)
        if right.moved and isinstance(left.n, Literal) and left.finite and left.d is self.one:
            day, by, years = right.moved
            first = terms.literal(first_that_reaches(left.n.lo + 1, by, years=years))
            return terms.opposite(terms.at_least(day.column or day.n, first))
        if left.d is right.d:
            a = left.column if left.column and isinstance(right.n, Literal) and right.finite else left.n
            b = right.column if right.column and isinstance(left.n, Literal) and left.finite else right.n
            return terms.at_least(a, b)
        core = terms.at_least(
            terms.times(self.within(left), right.d), terms.times(self.within(right), left.d)
        )
        inside = terms.both(terms.opposite(self._low(left)), terms.opposite(self._high(right)), core)
        return terms.either(self._high(left), self._low(right), inside)

    def same(self, left: Ratio, right: Ratio) -> Term:
        """Tell whether two amounts are equal."""
        if left.d is right.d:
            return self.terms.same(left.n, right.n)
        return self.terms.both(self.at_least(left, right), self.at_least(right, left))

    def least(self, parts: Sequence[Ratio]) -> Ratio:
        """Take the smallest."""
        return self._picked(parts, smallest=True)

    def most(self, parts: Sequence[Ratio]) -> Ratio:
        """Take the greatest."""
        return self._picked(parts, smallest=False)

    def _picked(self, parts: Sequence[Ratio], *, smallest: bool) -> Ratio:
        found = parts[0]
        if all(part.d is found.d for part in parts):
            pick = self.terms.least if smallest else self.terms.most
            n = pick(*(part.n for part in parts))
            return Ratio(n, found.d, *_limits(parts))
        for part in parts[1:]:
            keep = self.at_least(part, found) if smallest else self.at_least(found, part)
            found = self.choose(keep, found, part)
        return found

    def given(self, sure: Term, maybe: Term, values: tuple[Ratio, Ratio, Ratio]) -> Ratio:
        """Take the first where a condition is sure, the last where it fails, and the second where it is unknown.

        What is sure is possible too: where two of them are the same, one choice is enough.
        """
        then, unknown, otherwise = values
        if unknown.n is then.n and unknown.d is then.d:
            return self.choose(maybe, then, otherwise)
        if unknown.n is otherwise.n and unknown.d is otherwise.d:
            return self.choose(sure, then, otherwise)
        return self.choose(sure, then, self.choose(maybe, unknown, otherwise))

    def choose(self, when: Term, then: Ratio, otherwise: Ratio) -> Ratio:
        """Take the first where a truth holds, else the second."""
        if when.lo == when.hi:
            return then if when.lo else otherwise
        return Ratio(
            self.terms.choose(when, then.n, otherwise.n),
            self.terms.choose(when, then.d, otherwise.d),
            *_limits((then, otherwise)),
        )


def _limits(parts: Sequence[Ratio]) -> tuple[int, int]:
    """Return between which numbers one of several lies where it is finite."""
    ending = [part for part in parts if not part.endless]
    return min((part.least for part in ending), default=0), max((part.most for part in ending), default=0)


def _move(day: int, by: int, years: bool) -> int:  # noqa: FBT001 - one of two calendars
    move = civil.add_years if years else civil.add_months
    return move(dt.date.fromordinal(day), by).toordinal()


def first_that_reaches(wanted: int, by: int, *, years: bool) -> int:
    """Return the first day that, moved, comes to the wanted day or a later one."""
    move = civil.add_years if years else civil.add_months
    day = move(dt.date.fromordinal(wanted), -by).toordinal() - _MARGIN
    while _move(day, by, years) < wanted:
        day += 1
    return day


_MARGIN = 5
"""Moving back and then on again may be off by the days that a month lacks."""


def moved(day: int, by: int, years: bool) -> int:  # noqa: FBT001 - as above
    """Move one day, given and returned as its number."""
    return _move(day, by, years)
