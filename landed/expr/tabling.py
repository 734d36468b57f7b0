"""Whole expressions as one table each: what a few small columns decide is looked up, not computed.

A table of points by age, another by education, a condition on both: together they have some thousand combinations, and
are worth one number for each. So a rule over small columns is worked out once for every combination, and a row costs
one look-up. What depends on too many values is cut into parts that do not; what is cheaper to compute is computed.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from landed.expr.folding import Terms
from landed.expr.tabulate import combinations, linear, values_of
from landed.expr.terms import Add, Choose, Column, Least, Literal, Many, Most, Moved, Take, Term

_ENTRIES = 1 << 14
"""A table with so many entries stays in the nearest memory of a processor."""
_GATHER = 17.0
"""What a look-up costs, in tenths of a nanosecond a row, as the other costs here: measured, and only their ratios count."""
_INDEX = 1.5
"""What each column costs in finding the place; lower and upper bound share it."""
_STEP = 1.2
"""What a step of a table costs where it is compared: a comparison, a choice between two numbers, a sum."""
_MANY = 3
"""A place in a table over so many columns costs enough to be worth sharing."""

Base = tuple[Term, ...]


class Tabling:
    """Rewrites terms. The base of a term is the few small ones that decide it, or None if there are too many."""

    def __init__(self, terms: Terms, counting: Tabling | None = None) -> None:
        self.terms = terms
        self._uses = counting.counted if counting else None
        """In how many bases a term is: those in most come first, so that places begin alike. None: count them."""
        self.counted: Counter[Term] = Counter()
        self._counted: dict[Base, None] = {}
        self._bases_used = tuple(counting._counted) if counting else ()  # noqa: SLF001 - one of its own kind
        self._bases: dict[Term, Base | None] = {}
        self._done: dict[Term, Term] = {}
        self._order: dict[Term, int] = dict(counting._order) if counting else {}  # noqa: SLF001 - as above

    def rewritten(self, term: Term) -> Term:
        """Return a term worth the same, cheaper to find."""
        if term not in self._done:
            self._done[term] = self._rewritten(term)
        return self._done[term]

    def _rewritten(self, term: Term) -> Term:
        if isinstance(term, Literal | Column):
            return term
        base = self.base(term)
        if base and base != (term,) and self._worth(term, base):
            return self._table(term, base)
        if isinstance(term, Add):
            return self._added(term)
        return self.terms.again(term, [self.rewritten(part) for part in term.parts])

    def _table(self, term: Term, base: Base) -> Term:
        if self._uses is None:
            if base not in self._counted:
                self._counted[base] = None
                self.counted.update(base)
            for part in base:
                self.rewritten(part)
            return term
        uses = self._uses
        base = self._larger(base)
        base = tuple(sorted(base, key=lambda part: (-uses[part], self._order[part])))
        values = values_of(term, base)
        if len(base) == 1:
            return self.terms.take(values, self.rewritten(base[0]), truth=term.truth)
        return self.terms.take(values, self._place(base), truth=term.truth)

    def _larger(self, base: Base) -> Base:
        """Return the least base looked up anyway that holds this one: its place is known already."""
        wanted = set(base)
        holding = [
            other
            for other in self._bases_used
            if wanted < set(other) and all(part in wanted or _is_ground(part) for part in other)
        ]
        return min(holding, key=combinations) if len(base) >= _MANY and holding else base

    def _place(self, base: Base) -> Term:
        """Return the place in a table over a base; what several places begin with is shared."""
        place, first, size = self.rewritten(base[0]), base[0].lo, base[0].size
        for part in base[1:]:
            place = self.terms.place((place, self.rewritten(part)), (first, part.lo), (size, part.size))
            first, size = 0, size * part.size
        return place

    def _added(self, term: Add) -> Term:
        """Add first what the same few columns decide, so that one look-up gives the sum."""
        groups: list[tuple[Base, list[Term]]] = []
        others: list[Term] = []
        for part in sorted(term.of, key=lambda part: -combinations(self.base(part) or ())):
            base = self.base(part)
            if not base:
                others.append(part)
                continue
            for at, (joint, parts) in enumerate(groups):
                both = self._united(joint, base)
                if combinations(both) <= _ENTRIES:
                    groups[at] = (both, [*parts, part])
                    break
            else:
                groups.append((base, [part]))
        sums: list[Term] = []
        for base, parts in groups:
            joined = self.terms.nested(parts)
            worth = len(parts) > 1 and self._worth(joined, base)
            sums += [self._table(joined, base)] if worth else [self.rewritten(part) for part in parts]
        return self.terms.nested([*sums, *others])

    # ------------------------------------------------------------------------------------------- bases

    def base(self, term: Term) -> Base | None:
        """Return the terms, few values in all, that a term is a function of."""
        if term not in self._bases:
            self._bases[term] = self._find(term)
            self._order.setdefault(term, len(self._order))
        return self._bases[term]

    def _find(self, term: Term) -> Base | None:
        if isinstance(term, Literal):
            return ()
        itself = (term,) if term.size <= _ENTRIES else None
        if isinstance(term, Column | Moved):
            return itself
        bases = {part: self.base(part) for part in term.parts}
        if any(base is None for base in bases.values()):
            return itself
        for part in (None, *sorted(bases, key=lambda part: -combinations(bases[part] or ()))):
            if part is not None and part.size <= _ENTRIES and not isinstance(part, Literal):
                bases[part] = (part,)  # cut here: the part is found by itself
            joint = self._united(*(base or () for base in bases.values()))
            if combinations(joint) <= _ENTRIES:
                return joint
        return itself

    def _united(self, *bases: Base) -> Base:
        return tuple(sorted({part for base in bases for part in base}, key=lambda part: self._order[part]))

    def _worth(self, term: Term, base: Base) -> bool:
        """Tell whether a look-up is cheaper than computing a term from its base."""
        computed, seen, left = 0.0, set(base), [term]
        while left:
            part = left.pop()
            if part not in seen:
                seen.add(part)
                left += part.parts
                computed += _cost(part)
        return computed > _GATHER + _INDEX * len(base)


def _is_ground(term: Term) -> bool:
    """Tell whether a term is read or compared from columns alone: finding it needs no table, and so no other place."""
    return isinstance(term, Column) or all(isinstance(part, Column | Literal) for part in term.parts)


def _cost(term: Term) -> float:
    """Estimate what it costs to find a term from its parts."""
    match term:
        case Literal() | Column():
            return 0
        case Take(values=values):
            if linear(term) is not None:
                return 1.5
            steps = sum(one != other for one, other in itertools.pairwise(values))
            return min(_STEP * steps, _GATHER)
        case Choose():
            return 1
        case Least() | Most() | Add():
            return 0.5 * len(term.parts)
        case Many(truth=True):
            return 0.2 * len(term.parts)
        case _:
            return 2


def tabled(terms: Terms, roots: Sequence[Term]) -> list[Term]:
    """Return terms worth the same, of which more is looked up and less computed."""
    counting = Tabling(terms)
    for root in roots:
        counting.rewritten(root)
    tabling = Tabling(terms, counting)
    return [tabling.rewritten(root) for root in roots]
