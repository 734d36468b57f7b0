"""Terms as Polars expressions: an expression asked of a whole table, lazily and in the streaming engine.

`compile_frame` gives the two bounds of one expression. `apply` asks a whole `Program` (all routes, a score with its
lines): what they share becomes a column of its own, computed once, and dropped at the end.

No expression here meets a null: `when(null)` takes the `otherwise` branch and `max_horizontal` skips nulls, so that an
unknown would quietly count as no. Columns are written without nulls (`landed.expr.columns`), and stay so.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import operator
from collections.abc import Mapping, Sequence

import polars as pl

from landed.expr.amounts import moved
from landed.expr.columns import Layout
from landed.expr.nodes import Bool, Number
from landed.expr.plan import planned, side_by_side, staged
from landed.expr.program import Program
from landed.expr.supposed import Epoch
from landed.expr.tabulate import linear, steps_of
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
)  # fmt: skip

_NARROW = 8
_CHAIN = 8
"""A table with at most so many steps is compared, a longer one gathered: measured, a look-up costs as much as 14 steps."""


def compile_frame(
    expression: Bool | Number, epoch: Epoch, day: dt.date, layout: Layout
) -> tuple[pl.Expr, pl.Expr]:
    """Return the lower and the upper bound of an expression, for a table with the columns of a layout.

    A truth has Boolean bounds, a number whole ones, in smallest steps of its unit; where it can be a fraction, an
    `UncompilableError` says so. To ask much at once, write a `Program`: what its expressions share is computed once.
    """
    program = Program(layout, epoch, day)
    program.ask("asked", expression)
    if len(program.outputs) > len(("lo", "hi")):
        raise UncompilableError(
            "a fraction is no column of whole numbers: compare it, or ask a Program for it"
        )
    printer = _Printer({})
    lo, hi = (
        printer.result(end)
        for end in planned(program.bounder.terms, list(program.outputs.values()), many=False)
    )
    return lo, hi


class Prepared:
    """A program as columns to add, worked out once for as many tables as there are of its layout.

    For `many` rows, from a million on, more is tabulated beforehand: it takes longer to prepare, and less for each row.
    """

    def __init__(self, program: Program, *, many: bool = False) -> None:
        terms = program.bounder.terms
        roots = planned(terms, list(program.outputs.values()), many=many)
        if many:
            roots = side_by_side(terms, roots, _is_gathered)
        stages, names = staged(roots, also=_held if many else _compared)
        self._stages: list[list[pl.Expr]] = []
        for stage in stages:
            printer = _Printer(names)
            self._stages.append([printer.own(term).alias(names[term]) for term in stage])
        printer = _Printer(names)
        self._outputs = {
            name: printer.result(root) for name, root in zip(program.outputs, roots, strict=True)
        }

    def apply(self, table: pl.LazyFrame, keep: Sequence[str] = ()) -> pl.LazyFrame:
        """Return the columns to keep, and those that the program asks for, row by row."""
        for stage in self._stages:
            table = table.with_columns(stage)
        return table.with_columns(**self._outputs).select(*keep, *self._outputs)


def apply(program: Program, table: pl.LazyFrame, keep: Sequence[str] = ()) -> pl.LazyFrame:
    """Ask a program of one table; see `Prepared` for several."""
    return Prepared(program).apply(table, keep)


def _compared(term: Term) -> Sequence[Term]:
    """Return what a table of some steps compares more than once."""
    if isinstance(term, Take) and (len(steps_of(term)) in range(3, _CHAIN + 1) or linear(term)):
        return () if isinstance(term.index, Column) else (term.index,)
    return ()


def _held(term: Term) -> Sequence[Term]:
    """Return what a term reads that is quicker as a column of its own, where there are many rows.

    Polars works out a branch of a choice only for the rows that take it, and carries along which these are from there
    on, unless the branch is a column.
    """
    if isinstance(term, Choose) and not term.truth:
        branches = (part for part in term.of[1:] if not isinstance(part, Literal))
        return [part for part in branches if dtype_of(part) is dtype_of(term)]
    return _compared(term)


def _is_gathered(take: Take) -> bool:
    """Tell whether a table is looked up, and not compared or computed."""
    return not take.index.truth and len(steps_of(take)) > _CHAIN and linear(take) is None


class _Printer:
    """Prints terms; those that have a column already are read from it."""

    def __init__(self, names: Mapping[Term, str]) -> None:
        self.names = names
        self._printed: dict[Term, pl.Expr] = {}

    def expr(self, term: Term) -> pl.Expr:
        """Print a term, or read its column."""
        if term in self.names:
            return pl.col(self.names[term])
        if isinstance(term, Column):
            return pl.col(term.name)
        if term not in self._printed:
            self._printed[term] = self.own(term)
        return self._printed[term]

    def result(self, term: Term) -> pl.Expr:
        """Print a term for who asked: numbers with a sign, so that a difference of two can be below zero."""
        return self.expr(term) if term.truth else self._as(term, _signed(term.lo, term.hi))

    def own(self, term: Term) -> pl.Expr:
        """Print a term itself."""
        match term:
            case Literal(lo=lo, truth=truth):
                return pl.lit(bool(lo)) if truth else pl.lit(lo, dtype_of(term))
            case Column(name=name):
                return pl.col(name).cast(dtype_of(term), wrap_numerical=True)
            case Take():
                return self._take(term)
            case Place():
                return self._place(term)
            case Lane():
                return self._lane(term)
            case Moved():
                return self._moved(term)
            case Many(truth=True):
                return self._truth(term)
            case Many():
                return self._number(term)
        raise TypeError(term)

    def _as(self, term: Term, dtype: type[pl.DataType]) -> pl.Expr:
        """Print a number in a column type that holds it."""
        if isinstance(term, Literal):
            return pl.lit(term.lo, dtype)
        printed = self.expr(term)
        if term.truth:  # measured: a tenth of what a cast costs
            return pl.when(printed).then(pl.lit(1, dtype)).otherwise(pl.lit(0, dtype))
        as_it_is = dtype_of(term) is dtype and (term in self.names or not isinstance(term, Column))
        return printed if as_it_is else printed.cast(dtype, wrap_numerical=True)

    def _number(self, term: Many) -> pl.Expr:
        dtype = dtype_of(term)
        if isinstance(term, Choose):
            when, then, otherwise = term.of
            return pl.when(self.expr(when)).then(self._as(then, dtype)).otherwise(self._as(otherwise, dtype))
        if isinstance(term, Add):
            dtype = _widest(term, *_partial_sums(term))
        parts = [self._as(part, _widest(term, *term.of)) for part in term.of]
        match term:
            case Add():
                found = functools.reduce(operator.add, (self._as(part, dtype) for part in term.of))
                return found if dtype is dtype_of(term) else found.cast(dtype_of(term), wrap_numerical=True)
            case Times():
                return parts[0] * parts[1]
            case Quotient():
                found = parts[0] // parts[1]
            case Least():
                found = pl.min_horizontal(parts)
            case Most():
                found = pl.max_horizontal(parts)
            case _:
                raise TypeError(term)
        return found if _widest(term, *term.of) is dtype else found.cast(dtype, wrap_numerical=True)

    def _truth(self, term: Many) -> pl.Expr:
        match term:
            case Both():
                return functools.reduce(operator.and_, (self.expr(part) for part in term.of))
            case Either():
                return functools.reduce(operator.or_, (self.expr(part) for part in term.of))
            case Opposite():
                return ~self.expr(term.of[0])
            case AtLeast() | Same():
                dtype = _widest(*term.of)
                left, right = (self._as(part, dtype) for part in term.of)
                return left >= right if isinstance(term, AtLeast) else left == right
            case _:
                raise TypeError(term)

    def _take(self, term: Take) -> pl.Expr:
        index = self.expr(term.index)
        if term.index.truth:
            no, yes = (pl.lit(value, dtype_of(term)) for value in term.values)
            return pl.when(index).then(yes).otherwise(no)
        steps = steps_of(term)
        if (nearly := linear(term)) is not None:
            return self._linear(term, *nearly)
        if term.truth and len(steps) <= _CHAIN:
            return _ranges(index, [(first, bool(value)) for first, value in steps], dtype_of(term.index))
        if len(steps) <= _CHAIN:
            return self._climbed(term, index, steps)
        place = self._from_zero(term.index, term.index.lo, pl.UInt32)
        gathered = pl.lit(_series(term)).gather(place)
        return gathered == 1 if term.truth else gathered

    def _climbed(self, term: Take, index: pl.Expr, steps: Sequence[tuple[int, int]]) -> pl.Expr:
        """Go up and down the steps of a table as far as the index has come: a sum, for a choice within a choice is slower."""
        (_, least), *others = steps
        kind, dtype = dtype_of(term.index), dtype_of(term)
        if len(others) == 1:
            ((first, value),) = others
            here = index >= pl.lit(first, kind)
            return pl.when(here).then(pl.lit(value, dtype)).otherwise(pl.lit(least, dtype))
        rises = [value - before for (_, before), (_, value) in itertools.pairwise(steps)]
        wide = _narrowest(min(term.lo, 0), max(term.hi, *map(abs, rises))) if term.lo < 0 else dtype
        parts = [
            pl.when(index >= pl.lit(first, kind)).then(pl.lit(abs(rise), wide)).otherwise(pl.lit(0, wide))
            for (first, _), rise in zip(others, rises, strict=True)
        ]
        found = pl.lit(least, wide) if least or rises[0] < 0 else parts.pop(0)
        for part, rise in zip(parts, rises[-len(parts) :], strict=True):
            found = found - part if rise < 0 else found + part
        return found if wide is dtype else found.cast(dtype, wrap_numerical=True)

    def _linear(self, term: Take, factor: int, shift: int, others: Mapping[int, int]) -> pl.Expr:
        """Multiply the index and add a number, but for a few places."""
        ends = [factor * end for end in (term.index.lo, term.index.hi)]
        product = Literal(min(ends), max(ends), truth=False)
        total = Literal(product.lo + shift, product.hi + shift, truth=False)
        wide, dtype, index = _widest(term, term.index, product, total), dtype_of(term), self.expr(term.index)
        found = self._as(term.index, wide)
        found = found * pl.lit(factor, wide) if factor != 1 else found
        found = found + pl.lit(shift, wide) if shift else found
        found = found if wide is dtype else found.cast(dtype, wrap_numerical=True)
        for at, value in others.items():
            here = index == pl.lit(at, dtype_of(term.index))
            found = pl.when(here).then(pl.lit(value, dtype)).otherwise(found)
        return found

    def _lane(self, term: Lane) -> pl.Expr:
        """Take one number out of a word: what lies below it falls away by division, what lies above by the type."""
        found = self.expr(term.of[0])
        if term.shift:
            found = found // pl.lit(1 << term.shift, dtype_of(term.of[0]))
        found = found.cast(pl.UInt8 if term.width == _NARROW else pl.UInt16, wrap_numerical=True)
        if term.truth:
            return found == 1
        wide = _widest(term, Literal(0, term.hi - term.lo, truth=False))
        found = found.cast(wide, wrap_numerical=True)
        return (found + pl.lit(term.lo, wide)).cast(dtype_of(term), wrap_numerical=True) if term.lo else found

    def _place(self, term: Place) -> pl.Expr:
        kind = dtype_of(term)
        (left, right), (first, second), (_, size) = term.of, term.firsts, term.sizes
        return self._from_zero(left, first, kind) * pl.lit(size, kind) + self._from_zero(right, second, kind)

    def _from_zero(self, part: Term, first: int, kind: type[pl.DataType]) -> pl.Expr:
        if not first:
            return self._as(part, kind)
        return (self._as(part, _narrowest(part.lo - abs(first), part.hi + abs(first))) - first).cast(
            kind, wrap_numerical=True
        )

    def _moved(self, term: Moved) -> pl.Expr:
        """Move a day by a table of all days that there can be, for each time by which it moves."""
        day, by = term.day, term.by
        place = self._as(day, pl.Int64) - day.lo
        if by.size > 1:
            place = place * by.size + (self._as(by, pl.Int64) - by.lo)
        table = _calendar(day.lo, day.hi, by.lo, by.hi, term.years)
        return pl.lit(table.cast(dtype_of(term))).gather(place.cast(pl.UInt32, wrap_numerical=True))


@functools.cache
def _calendar(first: int, last: int, shortest: int, longest: int, years: bool) -> pl.Series:  # noqa: FBT001 - the key of a cache
    table = [moved(day, by, years) for day in range(first, last + 1) for by in range(shortest, longest + 1)]
    return pl.Series(table, dtype=pl.Int64)


@functools.cache
def _series(term: Take) -> pl.Series:
    return pl.Series(term.values, dtype=pl.UInt8 if term.truth else dtype_of(term))


def _ranges(index: pl.Expr, steps: list[tuple[int, bool]], kind: type[pl.DataType]) -> pl.Expr:
    """Print a truth that holds from some numbers up to others."""
    ranges = []
    for at, (first, holds) in enumerate(steps):
        if holds:
            after = steps[at + 1][0] if at + 1 < len(steps) else None
            if after is None:
                ranges.append(index >= pl.lit(first, kind))
            elif after == first + 1:
                ranges.append(index == pl.lit(first, kind))
            elif at == 0:
                ranges.append(index < pl.lit(after, kind))
            else:
                ranges.append((index >= pl.lit(first, kind)) & (index < pl.lit(after, kind)))
    return functools.reduce(operator.or_, ranges)


_SIGNED: tuple[tuple[int, type[pl.DataType]], ...] = (
    (1 << 7, pl.Int8),
    (1 << 15, pl.Int16),
    (1 << 31, pl.Int32),
    (1 << 63, pl.Int64),
)
_UNSIGNED: tuple[tuple[int, type[pl.DataType]], ...] = (
    (1 << 8, pl.UInt8),
    (1 << 16, pl.UInt16),
    (1 << 32, pl.UInt32),
    (1 << 64, pl.UInt64),
)


def dtype_of(term: Term) -> type[pl.DataType]:
    """Return the narrowest column type that holds all values of a term: without a sign, where none is below zero."""
    return pl.Boolean if term.truth else _narrowest(term.lo, term.hi)


def _narrowest(lo: int, hi: int) -> type[pl.DataType]:
    if lo >= 0:
        return next(dtype for limit, dtype in _UNSIGNED if hi < limit)
    return _signed(lo, hi)


def _signed(lo: int, hi: int) -> type[pl.DataType]:
    return next(dtype for limit, dtype in _SIGNED if -limit <= lo and hi < limit)


def _widest(*terms: Term) -> type[pl.DataType]:
    return _narrowest(min(term.lo for term in terms), max(term.hi for term in terms))


def _partial_sums(term: Add) -> list[Literal]:
    """Return bounds of what stands between the first part and the whole sum."""
    lo = hi = 0
    found = []
    for part in term.of:
        lo, hi = lo + part.lo, hi + part.hi
        found.append(Literal(lo, hi, truth=False))
    return found + [Literal(part.lo, part.hi, truth=False) for part in term.of]
