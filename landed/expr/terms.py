"""Terms: what an expression comes down to before an engine is chosen. Whole numbers and truths over columns.

A rule read for one case is walked with values; read for many it becomes two terms, its lower and its upper bound
(`landed.expr.bounds`), and an engine prints these (`landed.expr.frame`, `landed.expr.sql`). Terms know nothing of law
and nothing of nulls: every column holds a value, and what is unknown is already a bound. Each term knows between which
numbers it lies, whatever the case, which decides how wide its column must be and folds away what cannot matter.

Terms are made by `landed.expr.folding.Terms`, which folds what is known without looking at a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from landed.errors import UnansweredError

INF = 1 << 55
"""A whole number beyond every amount: a day that never comes, an amount without a limit."""


class UncompilableError(UnansweredError):
    """An expression that cannot be asked of a table: the message says which part, and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A whole number or a truth (0 or 1) for each row, between `lo` and `hi`."""

    lo: int
    hi: int
    truth: bool

    @property
    def parts(self) -> tuple[Term, ...]:
        """The terms that it is made of."""
        return ()

    @property
    def size(self) -> int:
        """How many values it can have."""
        return self.hi - self.lo + 1


@dataclass(frozen=True, slots=True, eq=False)
class Literal(Term):
    """A number, or a truth, that is the same in each row."""


@dataclass(frozen=True, slots=True, eq=False)
class Column(Term):
    """A column of the table."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Many(Term):
    """Several terms joined: the base of what follows."""

    of: tuple[Term, ...]

    @property
    def parts(self) -> tuple[Term, ...]:
        """The terms joined."""
        return self.of


class Add(Many):
    """The sum."""

    __slots__ = ()


class Times(Many):
    """The product of two."""

    __slots__ = ()


class Quotient(Many):
    """The first, not negative, divided by the second, a positive literal; what is left over falls away."""

    __slots__ = ()


class Least(Many):
    """The smallest."""

    __slots__ = ()


class Most(Many):
    """The greatest."""

    __slots__ = ()


class Both(Many):
    """All of these truths."""

    __slots__ = ()


class Either(Many):
    """At least one of these truths."""

    __slots__ = ()


class Opposite(Many):
    """The truth turned round."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Place(Many):
    """The place of a row in a table over two terms, the second varying fastest: from 0."""

    firsts: tuple[int, ...]
    """The lowest value of each."""
    sizes: tuple[int, ...]
    """How many values each has."""


@dataclass(frozen=True, slots=True, eq=False)
class Lane(Many):
    """One of several numbers that stand side by side in a larger one: so many bits, from that bit on, counted from `lo`."""

    shift: int
    width: int


class AtLeast(Many):
    """Whether the first is not below the second."""

    __slots__ = ()


class Same(Many):
    """Whether the two are equal."""

    __slots__ = ()


class Choose(Many):
    """The second where the first, a truth, holds; else the third."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, eq=False)
class Take(Term):
    """The entry of a fixed table at `index - index.lo`."""

    values: tuple[int, ...]
    index: Term

    @property
    def parts(self) -> tuple[Term, ...]:
        """The index."""
        return (self.index,)


@dataclass(frozen=True, slots=True, eq=False)
class Word(Take):
    """A table of which each entry is several numbers side by side."""

    lanes: tuple[tuple[int, int, int], ...]
    """For each number the bit it begins at, how many bits it has, and the greatest value that occurs."""


@dataclass(frozen=True, slots=True, eq=False)
class Moved(Term):
    """A civil day moved by whole years or months; one that never comes, or never was, stays where it is."""

    day: Term
    by: Term
    years: bool

    @property
    def parts(self) -> tuple[Term, ...]:
        """The day, and by how much it moves."""
        return (self.day, self.by)


def below(roots: Iterable[Term]) -> Iterator[Term]:
    """Yield some terms and all that they are made of, once each."""
    seen: set[Term] = set()
    left = list(roots)
    while left:
        term = left.pop()
        if term not in seen:
            seen.add(term)
            left += term.parts
            yield term
