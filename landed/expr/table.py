"""Tables of people: from what is known of each, or from plain columns, to columns without a null.

>>> from landed.expr import About, BoolFact
>>> licensed = BoolFact("worker.licensed", About("?"))
>>> from_plain(
...     pl.LazyFrame({"worker.licensed": [True, None]}), {"worker.licensed": standard(licensed)}
... ).collect()["worker.licensed"].to_list()
[1, 2]
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Protocol, cast

import polars as pl

from landed.expr.columns import Bounded, Coded, Encoding, Held, Layout, cells, fitted, standard
from landed.expr.leaves import BoolFact, ChoiceFact, Fact, NumberFact
from landed.expr.terms import UncompilableError
from landed.expr.units import DAY
from landed.expr.values import Span, Value

__all__ = ["columns_of", "from_plain", "standard"]

_BEFORE_1970 = dt.date(1970, 1, 1).toordinal()
_NEVER, _NEVER_WAS = dt.date.max, dt.date.min
_SIZES = ((1 << 8, pl.UInt8), (1 << 16, pl.UInt16), (1 << 32, pl.UInt32))


class Known(Protocol):
    """One person, such as a `landed.facts.Snapshot`."""

    def value(self, fact: Fact) -> Value:
        """Return what is known of a fact."""


def columns_of(people: Iterable[Known], facts: Sequence[Fact]) -> tuple[pl.DataFrame, Layout]:
    """Write what is known of each person as columns, each fact in the encoding that fits what occurs."""
    rows = list(people)
    layout: dict[str, Encoding] = {}
    found: list[pl.Series] = []
    for fact in facts:
        values = [row.value(fact) for row in rows]
        encoding = layout[fact.name] = fitted(fact, values)
        columns = zip(*cells(encoding, values), strict=True) if rows else [() for _ in encoding.columns]
        found += [
            pl.Series(name, column, dtype=_dtype(encoding))
            for name, column in zip(encoding.columns, columns, strict=True)
        ]
    return pl.DataFrame(found), layout


def _dtype(encoding: Encoding) -> type[pl.DataType]:
    if isinstance(encoding, Held):
        return pl.Boolean
    if isinstance(encoding, Coded):
        return next(dtype for size, dtype in _SIZES if len(encoding.values) <= size)
    return pl.Int32 if isinstance(encoding, Bounded) and encoding.fact.unit == DAY else pl.Int64


def from_plain(plain: pl.LazyFrame, layout: Layout) -> pl.LazyFrame:
    """Encode plain columns, named as the facts, null where unknown; other columns are kept.

    A truth is Boolean, a choice text, several codes a list of text, a number one of its unit, a day a date (9999-12-31
    never comes, 0001-01-01 never was). The layout is a standard one. What has no place in it is read as unknown.
    """
    added: list[pl.Expr] = []
    for encoding in layout.values():
        added += _encoded(encoding)
    names = {encoding.fact.name for encoding in layout.values()}
    written = {name for encoding in layout.values() for name in encoding.columns}
    return plain.with_columns(added).drop(sorted(names - written))


def _encoded(encoding: Encoding) -> list[pl.Expr]:
    own = pl.col(encoding.fact.name)
    match encoding:
        case Coded(fact=fact, values=values):
            dtype, unknown = _dtype(encoding), len(values) - 1
            return [_coded(own, fact, values).fill_null(unknown).cast(dtype).alias(fact.name)]
        case Held(columns=names):
            return [truth.alias(name) for name, truth in zip(names, _held(own, encoding), strict=True)]
        case Bounded(fact=fact, exact=False, columns=names):
            steps = _steps(own, fact)
            lowest, highest = -encoding.infinity, encoding.infinity
            if fact.unit != DAY:
                lowest = lowest if fact.lowest is None else fact.lowest
                highest = highest if fact.highest is None else fact.highest
                return [
                    steps.fill_null(end).alias(name)
                    for end, name in zip((lowest, highest), names, strict=True)
                ]
            day = pl.when(own == _NEVER).then(highest).when(own == _NEVER_WAS).then(lowest).otherwise(steps)
            return [
                day.fill_null(end).cast(pl.Int32).alias(name)
                for end, name in zip((lowest, highest), names, strict=True)
            ]
        case _:
            raise UncompilableError(f"{encoding.fact.name} has no plain column in this layout")


def _coded(own: pl.Expr, fact: Fact, values: tuple[Value, ...]) -> pl.Expr:
    match fact:
        case BoolFact():
            return own.cast(pl.Int64)
        case NumberFact():
            first, last = (int(cast("Span", value).lo) for value in (values[0], values[-2]))
            steps = _steps(own, fact)
            return pl.when(steps.is_between(first, last)).then(steps - first)
        case ChoiceFact():
            codes = [code for value in values[:-1] for code in cast("frozenset[str]", value)]
            return own.replace_strict(codes, list(range(len(codes))), default=None, return_dtype=pl.Int64)
        case _:
            return pl.lit(None, pl.Int64)


def _held(own: pl.Expr, encoding: Held) -> list[pl.Expr]:
    """Tell whether what is held is unknown, and whether one of each kind is."""
    code = pl.element()
    listed = [code for kind in encoding.kinds for code in sorted(kind.codes)]
    readable = own.list.eval(code.str.contains(f"^({encoding.written})$")).list.all().fill_null(value=False)
    kinds = [
        own.list.eval(code.is_in(sorted(kind.codes)) if kind.codes else ~code.is_in(listed)).list.any()
        for kind in encoding.kinds
    ]
    return [~readable, *(readable & kind.fill_null(value=False) for kind in kinds)]


def _steps(own: pl.Expr, fact: NumberFact) -> pl.Expr:
    """Read a number of its unit as smallest steps, a date as its day."""
    if fact.unit == DAY:
        return own.cast(pl.Date).cast(pl.Int32).cast(pl.Int64) + _BEFORE_1970
    return (own * 10**fact.unit.decimals).round().cast(pl.Int64) if fact.unit.decimals else own.cast(pl.Int64)
