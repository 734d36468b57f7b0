"""Before printing: terms that a few small columns decide become one table; what is used twice becomes a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from landed.expr.calendar import arithmetic
from landed.expr.folding import Terms
from landed.expr.packing import added_first, packed
from landed.expr.tabling import tabled
from landed.expr.terms import Column, Literal, Moved, Take, Term

_LARGEST_CALENDAR = 4_000_000


def planned(terms: Terms, roots: Sequence[Term], *, many: bool) -> list[Term]:
    """Return terms worth the same that an engine can print; for `many` rows more is looked up and less computed."""

    def change(term: Term) -> Term:
        if isinstance(term, Moved) and term.day.size * term.by.size > _LARGEST_CALENDAR:
            return arithmetic(terms, term)
        return term

    found = rewritten(terms, roots, change)
    return tabled(terms, found) if many else found


def side_by_side(terms: Terms, roots: Sequence[Term], is_gathered: Callable[[Take], bool]) -> list[Term]:
    """Return terms worth the same, in which tables looked up at one place are one table."""
    lanes = packed(terms, roots, is_gathered)
    done: dict[Term, Term] = {}

    def visit(term: Term) -> Term:
        if term not in done:
            found = lanes.get(term, term)
            done[term] = added_first(terms, terms.again(found, [visit(part) for part in found.parts]))
        return done[term]

    return [visit(root) for root in roots]


def without_calendar(terms: Terms, roots: Sequence[Term]) -> list[Term]:
    """Return terms worth the same, in which days are moved by arithmetic, not by a table of days."""
    return rewritten(terms, roots, lambda term: arithmetic(terms, term) if isinstance(term, Moved) else term)


def rewritten(terms: Terms, roots: Sequence[Term], change: Callable[[Term], Term]) -> list[Term]:
    """Change every term, its parts first."""
    done: dict[Term, Term] = {}

    def visit(term: Term) -> Term:
        if term not in done:
            done[term] = change(terms.again(term, [visit(part) for part in term.parts]))
        return done[term]

    return [visit(root) for root in roots]


def staged(
    roots: Sequence[Term], also: Callable[[Term], Sequence[Term]] = lambda _: ()
) -> tuple[list[list[Term]], dict[Term, str]]:
    """Find the terms to be columns of their own, in stages such that each needs only those before it.

    They are those used more than once, and those that `also` names at a term.
    """
    uses: Counter[Term] = Counter(roots)
    order: list[Term] = []
    seen: set[Term] = set()

    def visit(term: Term) -> None:
        if term in seen:
            return
        seen.add(term)
        for part in term.parts:
            uses[part] += 1
            visit(part)
        order.append(term)

    for root in roots:
        visit(root)
    shared = {term for term in order if uses[term] > 1 and not isinstance(term, Literal | Column)}
    shared |= {term for each in order for term in also(each)}
    level: dict[Term, int] = {}
    stages: list[list[Term]] = []
    for term in order:
        own = level[term] = max((level[part] for part in term.parts), default=0)
        if term in shared:
            while len(stages) <= own:
                stages.append([])
            stages[own].append(term)
            level[term] = own + 1
    return stages, {term: f"_t{at}" for at, term in enumerate(term for stage in stages for term in stage)}
