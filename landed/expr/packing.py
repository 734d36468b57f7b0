"""Tables that are looked up at the same place stand side by side in one number, so that one look-up finds them all.

A look-up costs several times what it costs to take a number apart. So the lower and the upper bound of a rule, found at
the same place, are written as two lanes of one number, each as wide as its values need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from landed.expr.folding import Terms
from landed.expr.terms import Lane, Take, Term, below

_NARROW, _BROAD = 8, 16
_WORD = 64


def packed(terms: Terms, roots: Sequence[Term], is_gathered: Callable[[Take], bool]) -> dict[Term, Term]:
    """Return, for each table that shares a look-up, the lane that takes its place."""
    together: dict[Term, list[Take]] = {}
    for term in below(roots):
        if isinstance(term, Take) and is_gathered(term) and _width(term):
            together.setdefault(term.index, []).append(term)
    lanes: dict[Term, Term] = {}
    for index, takes in together.items():
        for word in _words(sorted(takes, key=lambda take: (_width(take), take.lo, take.values))):
            if len(word) > 1:
                lanes |= _lanes(terms, index, word)
    return lanes


def _width(take: Take) -> int:
    """Return how many bits a lane has; 0 where it needs too many. The highest bit stays free."""
    return _NARROW if take.size <= 1 << _NARROW - 1 else _BROAD if take.size <= 1 << _BROAD - 1 else 0


def _words(takes: Sequence[Take]) -> list[list[Take]]:
    """Share tables out among numbers that have room for them."""
    words: list[list[Take]] = []
    for take in takes:
        if words and sum(map(_width, words[-1])) + _width(take) <= _WORD:
            words[-1].append(take)
        else:
            words.append([take])
    return words


def _lanes(terms: Terms, index: Term, takes: Sequence[Take]) -> dict[Term, Term]:
    shifts = [sum(map(_width, takes[:at])) for at in range(len(takes))]
    values = [
        sum((entry - take.lo) << shift for entry, take, shift in zip(entries, takes, shifts, strict=True))
        for entries in zip(*(take.values for take in takes), strict=True)
    ]
    word = terms.take(values, index)
    return {
        take: Lane(take.lo, take.hi, take.truth, (word,), shift, _width(take))
        for take, shift in zip(takes, shifts, strict=True)
    }
