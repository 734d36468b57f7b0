"""What a term is worth over every combination of a few small terms: as one flat table.

>>> from landed.expr.folding import Terms
>>> terms = Terms()
>>> a, b = terms.column("a", 0, 2), terms.column("b", 5, 6)
>>> values_of(terms.add(a, b), (a, b))
[5, 6, 6, 7, 7, 8]
"""

from __future__ import annotations

import functools
import itertools
import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from landed.expr.terms import (
    Add,
    AtLeast,
    Both,
    Choose,
    Either,
    Least,
    Literal,
    Most,
    Opposite,
    Place,
    Quotient,
    Same,
    Take,
    Term,
    Times,
)  # fmt: skip

Values = Any
"""A NumPy array of whole numbers, broadcast over the axes of the terms varied."""


def values_of(term: Term, over: Sequence[Term]) -> list[int]:
    """Return the term's value for each combination of the values of `over`, the last one varying fastest."""
    known: dict[Term, Values] = {}
    for axis, base in enumerate(over):
        shape = [1] * len(over)
        shape[axis] = base.size
        known[base] = np.arange(base.lo, base.hi + 1, dtype=np.int64).reshape(shape)
    full = np.broadcast_to(_value(term, known), [base.size for base in over])
    return [int(value) for value in full.reshape(-1)]


def combinations(over: Sequence[Term]) -> int:
    """Return how many combinations of values the terms have."""
    return math.prod(base.size for base in over)


def steps_of(take: Take) -> list[tuple[int, int]]:
    """Return where the entries of a table change: from which index, to which entry."""
    return [
        (take.index.lo + at, value)
        for at, value in enumerate(take.values)
        if at == 0 or take.values[at - 1] != value
    ]


@functools.cache
def linear(take: Take) -> tuple[int, int, dict[int, int]] | None:
    """Tell whether a table only multiplies its index and adds a number, but for a place or two.

    Returns the factor, the number added, and these places.

    >>> from landed.expr.folding import Terms
    >>> terms = Terms()
    >>> hours = terms.column("hours", 1, 6)
    >>> linear(Take(5, 99, False, (5, 7, 9, 99, 13, 15), hours))
    (2, 3, {4: 99})
    """
    steps = Counter(after - before for before, after in itertools.pairwise(take.values))
    factor = steps.most_common(1)[0][0] if steps else 0
    if take.truth or not factor:
        return None
    shifts = [value - factor * at for at, value in enumerate(take.values, take.index.lo)]
    shift = Counter(shifts).most_common(1)[0][0]
    others = {take.index.lo + at: value for at, value in enumerate(take.values) if shifts[at] != shift}
    return (factor, shift, others) if len(others) <= _FEW < len(shifts) - len(others) else None


_FEW = 2


def _value(term: Term, known: dict[Term, Values]) -> Values:  # noqa: C901, PLR0912 - one case a term
    if term in known:
        return known[term]
    found: Values
    match term:
        case Literal(lo=lo):
            found = np.int64(lo)
        case Take(values=values, index=index):
            found = np.asarray(values, dtype=np.int64)[_value(index, known) - index.lo]
        case Add(of=parts):
            found = sum(_value(part, known) for part in parts)
        case Times(of=(left, right)):
            found = _value(left, known) * _value(right, known)
        case Place(of=parts, firsts=firsts, sizes=sizes):
            found = np.int64(0)
            for part, first, size in zip(parts, firsts, sizes, strict=True):
                found = found * size + (_value(part, known) - first)
        case Quotient(of=(part, by)):
            found = _value(part, known) // by.lo
        case Least(of=parts) | Both(of=parts):
            found = _fold(np.minimum, parts, known)
        case Most(of=parts) | Either(of=parts):
            found = _fold(np.maximum, parts, known)
        case Opposite(of=(part,)):
            found = 1 - _value(part, known)
        case AtLeast(of=(left, right)):
            found = (_value(left, known) >= _value(right, known)).astype(np.int64)
        case Same(of=(left, right)):
            found = (_value(left, known) == _value(right, known)).astype(np.int64)
        case Choose(of=(when, then, otherwise)):
            found = np.where(_value(when, known) == 1, _value(then, known), _value(otherwise, known))
        case _:
            raise TypeError(f"{type(term).__name__} has no table")
    known[term] = found
    return found


def _fold(join: Any, parts: tuple[Term, ...], known: dict[Term, Values]) -> Values:
    found = _value(parts[0], known)
    for part in parts[1:]:
        found = join(found, _value(part, known))
    return found
