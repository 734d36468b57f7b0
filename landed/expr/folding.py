"""Making terms: equal ones are one object, and what is known without looking at a row is folded away.

>>> terms = Terms()
>>> age = terms.column("age", 0, 120)
>>> terms.at_least(age, terms.literal(18)) is terms.at_least(age, terms.literal(18))
True
>>> terms.at_least(age, terms.literal(0))
Literal(lo=1, hi=1, truth=True)
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from landed.expr.tabulate import values_of
from landed.expr.terms import (
    Add,
    AtLeast,
    Both,
    Choose,
    Column,
    Either,
    Lane,
    Least,
    Literal,
    Many,
    Most,
    Moved,
    Opposite,
    Place,
    Quotient,
    Same,
    Take,
    Term,
    Times,
    UncompilableError,
    Word,
)  # fmt: skip

_WIDEST = 1 << 62
_SMALL = 1 << 12
"""Up to so many values, what is made of one index alone is folded into one table over it."""

_T = TypeVar("_T", bound=Term)


class Terms:
    """The maker of terms: keeps equal ones one, and folds what is known without looking at a row."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Term] = {}
        self.no, self.yes = self.truth(value=False), self.truth(value=True)

    def _one(self, term: _T, key: Hashable) -> _T:
        return cast("_T", self._made.setdefault((type(term), key), term))

    # ------------------------------------------------------------------------------------------ leaves

    def literal(self, value: int) -> Term:
        """Return a fixed number."""
        return self._one(Literal(value, value, truth=False), (value, False))

    def truth(self, *, value: bool) -> Term:
        """Return a fixed truth."""
        return self._one(Literal(int(value), int(value), truth=True), (int(value), True))

    def column(self, name: str, lo: int, hi: int, *, truth: bool = False) -> Term:
        """Return a column, whose values lie between two numbers."""
        return self._one(Column(lo, hi, truth, name), name)

    def take(self, values: Sequence[int], index: Term, *, truth: bool = False) -> Term:
        """Look up a fixed table by an index, from the lowest value that the index can have."""
        if len(values) != index.size:
            raise UncompilableError(f"a table of {len(values)} entries is looked up by {index.size} numbers")
        if isinstance(index, Take):
            return self.take([values[at - index.lo] for at in index.values], index.index, truth=truth)
        lo, hi = min(values), max(values)
        if lo == hi:
            return self.truth(value=bool(lo)) if truth else self.literal(lo)
        if truth and index.truth:
            return index if values[1] else self._one(Opposite(0, 1, True, (index,)), (id(index),))
        if not truth and all(value == index.lo + at for at, value in enumerate(values)):
            return index
        return self._one(Take(lo, hi, truth, tuple(values), index), (id(index), tuple(values), truth))

    # ----------------------------------------------------------------------------------------- numbers

    def add(self, *parts: Term) -> Term:
        """Add numbers."""
        flat: list[Term] = []
        fixed = 0
        for part in parts:
            for inner in part.parts if isinstance(part, Add) else (part,):
                if inner.lo == inner.hi:
                    fixed += inner.lo
                else:
                    flat.append(inner)
        if fixed or not flat:
            flat.append(self.literal(fixed))
        if len(flat) == 1:
            return flat[0]
        return self._many(Add, flat, sum(p.lo for p in flat), sum(p.hi for p in flat))

    def times(self, left: Term, right: Term) -> Term:
        """Multiply two numbers."""
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Literal) and one.lo == 1:
                return other
        ends = [a * b for a in (left.lo, left.hi) for b in (right.lo, right.hi)]
        return self._many(Times, [left, right], min(ends), max(ends))

    def quotient(self, part: Term, by: int) -> Term:
        """Divide a number that is not negative by a fixed one, and drop what is left over."""
        if part.lo < 0:
            raise UncompilableError("only what is not negative is divided")
        return self._many(Quotient, [part, self.literal(by)], part.lo // by, part.hi // by)

    def less(self, left: Term, right: Term) -> Term:
        """Subtract the second from the first."""
        return self.add(left, self.times(right, self.literal(-1)))

    def least(self, *parts: Term) -> Term:
        """Take the smallest."""
        limit = min(p.hi for p in parts)
        kept = list(dict.fromkeys(p for p in parts if p.lo < limit or p.hi == limit == p.lo))
        if any(p.lo == p.hi for p in kept):  # of all fixed ones only the smallest counts
            fixed = min((p for p in kept if p.lo == p.hi), key=lambda p: p.lo)
            others = [p for p in kept if p.lo != p.hi]
            kept = [*others, fixed] if all(p.hi > fixed.lo for p in others) else others
        return self._joined(Least, kept, min(p.lo for p in kept), limit)

    def most(self, *parts: Term) -> Term:
        """Take the greatest."""
        limit = max(p.lo for p in parts)
        kept = list(dict.fromkeys(p for p in parts if p.hi > limit or p.lo == limit == p.hi))
        if any(p.lo == p.hi for p in kept):
            fixed = max((p for p in kept if p.lo == p.hi), key=lambda p: p.hi)
            others = [p for p in kept if p.lo != p.hi]
            kept = [*others, fixed] if all(p.lo < fixed.lo for p in others) else others
        return self._joined(Most, kept, limit, max(p.hi for p in kept))

    def _joined(self, kind: type[Many], parts: list[Term], lo: int, hi: int) -> Term:
        if len(parts) == 1:
            return parts[0]
        return self.literal(lo) if lo == hi else self._many(kind, parts, lo, hi)

    def narrowed(self, part: Term, lo: int, hi: int) -> Term:
        """Say that a sum lies between closer limits than its parts show."""
        if not isinstance(part, Add):
            return part
        made = Add(max(part.lo, lo), min(part.hi, hi), truth=False, of=part.of)
        return self._one(made, (*(id(inner) for inner in part.of), lo, hi))

    def nested(self, parts: Sequence[Term]) -> Term:
        """Add numbers, keeping a sum among them a sum of its own."""
        if len(parts) == 1:
            return parts[0]
        made = Add(sum(p.lo for p in parts), sum(p.hi for p in parts), truth=False, of=tuple(parts))
        return self._one(made, tuple(id(part) for part in parts))

    def word(self, values: Sequence[int], index: Term, lanes: tuple[tuple[int, int, int], ...]) -> Term:
        """Look up a table of numbers that stand side by side."""
        made = Word(min(values), max(values), truth=False, values=tuple(values), index=index, lanes=lanes)
        return self._one(made, (id(index), made.values))

    def lane(self, lane: Lane) -> Term:
        """Return the one of equal lanes."""
        key = (*map(id, lane.of), lane.shift, lane.width, lane.lo, lane.hi, lane.truth)
        return self._one(lane, key)

    def place(self, parts: Sequence[Term], firsts: Sequence[int], sizes: Sequence[int]) -> Term:
        """Return the place in a table over several terms."""
        made = Place(
            0, math.prod(sizes) - 1, truth=False, of=tuple(parts), firsts=tuple(firsts), sizes=tuple(sizes)
        )
        return self._one(made, (*(id(part) for part in parts), made.firsts, made.sizes))

    def choose(self, when: Term, then: Term, otherwise: Term) -> Term:
        """Take `then` where a truth holds, else `otherwise`; both are numbers, or both are truths."""
        if when.lo == when.hi:
            return then if when.lo else otherwise
        if then is otherwise:
            return then
        if then.truth:
            return self.either(self.both(when, then), self.both(self.opposite(when), otherwise))
        lo, hi = min(then.lo, otherwise.lo), max(then.hi, otherwise.hi)
        return self._many(Choose, [when, then, otherwise], lo, hi)

    def count(self, truth: Term) -> Term:
        """Read a truth as 0 or 1."""
        return self.choose(truth, self.literal(1), self.literal(0))

    def moved(self, day: Term, by: Term, *, years: bool, lo: int, hi: int) -> Term:
        """Move a day; `lo` and `hi` are where it can come to."""
        return self._one(Moved(lo, hi, truth=False, day=day, by=by, years=years), (id(day), id(by), years))

    # ------------------------------------------------------------------------------------------ truths

    def both(self, *parts: Term) -> Term:
        """Join truths so that all must hold."""
        return self._logic(Both, parts, self.no, self.yes)

    def either(self, *parts: Term) -> Term:
        """Join truths so that one suffices."""
        return self._logic(Either, parts, self.yes, self.no)

    def _logic(self, kind: type[Many], parts: Iterable[Term], ends: Term, neutral: Term) -> Term:
        flat: dict[Term, None] = {}
        for part in parts:
            for inner in part.parts if isinstance(part, kind) else (part,):
                if inner is ends or self.opposite(inner) in flat:
                    return ends
                if inner is not neutral:
                    flat[inner] = None
        if not flat:
            return neutral
        return next(iter(flat)) if len(flat) == 1 else self._many(kind, list(flat), 0, 1)

    def opposite(self, part: Term) -> Term:
        """Turn a truth round."""
        if part.lo == part.hi:
            return self.truth(value=not part.lo)
        if isinstance(part, Opposite):
            return part.of[0]
        if isinstance(part, Take):
            return self.take([1 - value for value in part.values], part.index, truth=True)
        return self._many(Opposite, [part], 0, 1)

    def at_least(self, left: Term, right: Term) -> Term:
        """Tell whether the first is not below the second."""
        if left.lo >= right.hi:
            return self.yes
        if left.hi < right.lo:
            return self.no
        return self._many(AtLeast, [left, right], 0, 1)

    def same(self, left: Term, right: Term) -> Term:
        """Tell whether two numbers are equal."""
        if left is right:
            return self.yes
        if left.hi < right.lo or right.hi < left.lo:
            return self.no
        if left.lo == left.hi == right.lo == right.hi:
            return self.yes
        return self._many(Same, [left, right], 0, 1)

    # ------------------------------------------------------------------------------------------ inside

    def again(self, term: Term, parts: Sequence[Term]) -> Term:
        """Return the same term made of other parts that are worth the same."""
        if not parts or all(new is old for new, old in zip(parts, term.parts, strict=True)):
            return term
        match term:
            case Lane():
                return self.lane(replace(term, of=tuple(parts)))
            case Place(firsts=firsts, sizes=sizes):
                return self.place(parts, firsts, sizes)
            case Many(lo=lo, hi=hi, truth=truth):
                made: Term = type(term)(lo, hi, truth, tuple(parts))
                return self._one(made, tuple(id(part) for part in parts))
            case Word(values=values):
                return self._one(replace(term, index=parts[0]), (id(parts[0]), values))
            case Take(values=values, truth=truth):
                return self._one(
                    Take(term.lo, term.hi, truth, values, parts[0]), (id(parts[0]), values, truth)
                )
            case Moved(years=years):
                return self.moved(*parts, years=years, lo=term.lo, hi=term.hi)
            case _:
                raise TypeError(term)

    def _many(self, kind: type[Many], parts: list[Term], lo: int, hi: int) -> Term:
        if lo < -_WIDEST or hi > _WIDEST:
            raise UncompilableError("an amount can become too large for a column of whole numbers")
        truth = kind in (Both, Either, Opposite, AtLeast, Same)
        made = kind(lo, hi, truth, tuple(parts))
        base = self._only_index(parts)
        if base is not None:
            return self.take(values_of(made, (base,)), base, truth=truth)
        return self._one(made, tuple(id(part) for part in parts))

    def _only_index(self, parts: list[Term]) -> Term | None:
        """Return the one index that all parts are tables of, where it is small enough."""
        found: Term | None = None
        for part in parts:
            if isinstance(part, Literal):
                continue
            base = part.index if isinstance(part, Take) else part
            if base.size > _SMALL or not isinstance(part, Take | Column) or found not in (None, base):
                return None
            found = base
        return found
