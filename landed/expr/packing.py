"""Tables that are looked up at the same place stand side by side in one number, so that one look-up finds them all.

A look-up costs several times what it costs to take a number apart. So the lower and the upper bound of a rule, found at
the same place, are written as two lanes of one number, each as wide as its values need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from landed.expr.folding import Terms
from landed.expr.terms import Add, Lane, Take, Term, Word, below

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
        for word in _words(sorted(takes, key=_broadest)):
            if len(word) > 1:
                lanes |= _lanes(terms, index, word)
    return lanes


def _broadest(take: Take) -> tuple[int, int, tuple[int, ...]]:
    """Put what has the most values first: the highest bits have the least room for a sum."""
    return -_width(take), -take.size, take.values


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
    shape = tuple((shift, _width(take), take.hi - take.lo) for take, shift in zip(takes, shifts, strict=True))
    word = terms.word(values, index, shape)
    return {
        take: terms.lane(Lane(take.lo, take.hi, take.truth, (word,), shift, _width(take)))
        for take, shift in zip(takes, shifts, strict=True)
    }


def added_first(terms: Terms, term: Term) -> Term:
    """Add numbers that stand at the same place of several words by adding the words: one sum serves all their lanes."""
    if not isinstance(term, Add):
        return term
    alike: dict[tuple[int, int], list[Lane]] = {}
    for part in term.of:
        if isinstance(part, Lane) and isinstance(part.of[0], Word):
            alike.setdefault((part.shift, part.width), []).append(part)
    parts = list(term.of)
    for lanes in alike.values():
        for group in _addable(lanes):
            joined = terms.nested(sorted((lane.of[0] for lane in group), key=id))
            lo, hi = sum(lane.lo for lane in group), sum(lane.hi for lane in group)
            one = terms.lane(
                Lane(lo, hi, truth=False, of=(joined,), shift=group[0].shift, width=group[0].width)
            )
            parts = [part for part in parts if part not in group] + [one]
    return term if len(parts) == len(term.of) else terms.nested(parts)


def _addable(lanes: list[Lane]) -> list[list[Lane]]:
    """Group lanes of words of one shape whose sums stay within their bits, in every lane."""
    groups: list[tuple[list[int], list[Lane]]] = []
    for lane in lanes:
        word = lane.of[0]
        assert isinstance(word, Word)  # noqa: S101 - narrows for the type checker
        greatest = [most for _, _, most in word.lanes]
        for sums, group in groups:
            shape = group[0].of[0]
            assert isinstance(shape, Word)  # noqa: S101 - as above
            fits = [place[:2] for place in shape.lanes] == [place[:2] for place in word.lanes] and all(
                have + more < 1 << (width - (shift + width == _WORD))
                for have, more, (shift, width, _) in zip(sums, greatest, word.lanes, strict=True)
            )
            if fits:
                sums[:] = [have + more for have, more in zip(sums, greatest, strict=True)]
                group.append(lane)
                break
        else:
            groups.append((greatest, [lane]))
    return [group for _, group in groups if len(group) > 1]
