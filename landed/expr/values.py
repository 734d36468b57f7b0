"""What an expression can be worth when not everything is known.

- A truth is True, False or None (Kleene: nobody can say yet).
- A number or a day is a `Span`, from lo to hi, both possible; known exactly when they are equal.
- A choice (one value out of many) is the frozenset of what it may still be; None is "anything".
- Several values at once (citizenships) are `Members`: those that are certain and those still possible.

>>> Span(391, 441).exact
False
>>> kleene_and([True, None]), kleene_and([False, None]), kleene_or([True, None])
(None, False, True)
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from landed.expr.units import Amount

Truth = bool | None
Choices = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Span:
    """An amount between lo and hi, both included, in smallest steps of its unit."""

    lo: Amount
    hi: Amount

    @property
    def exact(self) -> bool:
        """Whether the amount is known."""
        return self.lo == self.hi


ANY_AMOUNT = Span(-math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class Members:
    """Several values held at once: `certain` are held, only those in `possible` may be (None: any may)."""

    certain: frozenset[str]
    possible: frozenset[str] | None

    @property
    def exact(self) -> bool:
        """Whether it is known which values are held."""
        return self.certain == self.possible


ANY_MEMBERS = Members(frozenset(), None)

Value = Truth | Span | Choices | Members


def kleene_and(truths: Iterable[Truth]) -> Truth:
    """Return False if any is false, else None if any is unknown, else True."""
    answer: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            answer = None
    return answer


def kleene_or(truths: Iterable[Truth]) -> Truth:
    """Return True if any is true, else None if any is unknown, else False."""
    answer: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            answer = None
    return answer


def kleene_not(truth: Truth) -> Truth:
    """Turn true into false and back; unknown stays unknown."""
    return None if truth is None else not truth


def among(possible: Choices, wanted: frozenset[str]) -> Truth:
    """Tell whether a choice is one of the wanted codes."""
    if possible is None:
        return None
    if possible <= wanted:
        return True
    return None if possible & wanted else False


def shared(held: Members, wanted: frozenset[str]) -> Truth:
    """Tell whether several values and the wanted codes have one in common."""
    if held.certain & wanted:
        return True
    return None if held.possible is None or held.possible & wanted else False


def times(amount: Amount, numerator: int, denominator: int) -> Amount:
    """Scale an exact amount."""
    scaled = Fraction(amount) * numerator / denominator
    return scaled.numerator if scaled.denominator == 1 else scaled


def moved(move: Callable[[dt.date, int], dt.date], day: Amount, by: Amount) -> Amount:
    """Move a civil day; one that never comes, or never was, stays where it is."""
    if isinstance(day, float) or isinstance(by, float):
        return day if isinstance(day, float) else by
    return move(dt.date.fromordinal(int(day)), int(by)).toordinal()
