"""What a rule is made of.

A rule is a tree of these small frozen nodes. A node says what is asked; it never computes. The readings
(`evaluate`, `text`, and later Polars, SQL and the solver) each walk the same tree, so a rule is written once.
There are four sorts of expression: a `Bool` is true, false or unknown; a `Number` counts smallest steps of a
unit (days are numbers too); a `Choice` is one code out of many; a `Several` is a set of codes.

No node holds a Python function, so every reading can express every node.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NoReturn

from landed.expr.units import COUNT, DAY, DAYS, MONTHS, YEARS, Unit

Operator = Literal[">=", ">", "<=", "<", "="]


class Expr:
    """Any expression. It has no truth value of its own: it must be asked of a case."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        """Refuse: `18 <= age <= 35` or `a and b` would quietly lose a half."""
        msg = "an expression is not true or false by itself; join with all_of(...), any_of(...) or not_(...)"
        raise TypeError(msg)


class Bool(Expr):
    """An expression that is true, false or unknown."""

    __slots__ = ()


class Choice(Expr):
    """An expression worth one code out of many."""

    __slots__ = ()

    def is_(self, *codes: str) -> OneOf:
        """Ask whether the code is one of these."""
        return OneOf(self, frozenset(codes))


class Several(Expr):
    """An expression worth a set of codes, such as citizenships."""

    __slots__ = ()

    def overlap(self, *codes: str) -> Overlap:
        """Ask whether at least one of these codes is among them."""
        return Overlap(self, frozenset(codes))


class Number(Expr):
    """An expression worth an amount of its `unit`; a civil day is an amount of unit `day`."""

    __slots__ = ()
    unit: Unit

    def __ge__(self, other: Number | int) -> Compare:
        """Ask whether this is at least the other."""
        return compare(self, ">=", other)

    def __gt__(self, other: Number | int) -> Compare:
        """Ask whether this is more than the other."""
        return compare(self, ">", other)

    def __le__(self, other: Number | int) -> Compare:
        """Ask whether this is at most the other."""
        return compare(self, "<=", other)

    def __lt__(self, other: Number | int) -> Compare:
        """Ask whether this is less than the other."""
        return compare(self, "<", other)

    def equals(self, other: Number | int) -> Compare:
        """Ask whether both are the same amount."""
        return compare(self, "=", other)

    def __add__(self, other: Number) -> Sum:
        """Add; a day plus days, months or years is a day (see `Later`), other units must agree."""
        return total(self, other)

    def __sub__(self, other: Number) -> Difference:
        """Subtract; a day minus a day is a number of days, a day minus days is a day."""
        return Difference(self, other)


# ---------------------------------------------------------------------------------------------- leaves


@dataclass(frozen=True, slots=True)
class Constant(Number):
    """An amount that is not law: a zero, a one."""

    steps: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Truly(Bool):
    """A truth that is not law: the neutral end of an empty list of clauses."""

    value: bool


@dataclass(frozen=True, slots=True)
class Today(Number):
    """The day the question is asked of."""

    unit: Unit = DAY


@dataclass(frozen=True, slots=True)
class NotEncoded(Bool):
    """Law that exists and is not written here: always unknown, never a question to the user."""

    text: str


@dataclass(frozen=True, slots=True)
class NotEncodedNumber(Number):
    """An amount of law that exists and is not written here, between two bounds."""

    text: str
    unit: Unit
    lowest: int
    highest: int


# ----------------------------------------------------------------------------------------------- logic


@dataclass(frozen=True, slots=True)
class AllOf(Bool):
    """True when all parts are."""

    parts: tuple[Bool, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Bool):
    """True when at least one part is."""

    parts: tuple[Bool, ...]


@dataclass(frozen=True, slots=True)
class Not(Bool):
    """True when the part is false."""

    part: Bool


@dataclass(frozen=True, slots=True)
class Compare(Bool):
    """A comparison of two amounts of one unit."""

    left: Number
    operator: Operator
    right: Number


@dataclass(frozen=True, slots=True)
class OneOf(Bool):
    """Whether a code is one of a few fixed ones."""

    code: Choice
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlap(Bool):
    """Whether a set of codes and a fixed one share a member."""

    held: Several
    codes: frozenset[str]


# --------------------------------------------------------------------------------------------- numbers


@dataclass(frozen=True, slots=True)
class Sum(Number):
    """The sum of amounts; with a day among them, that day moved by the others (days)."""

    parts: tuple[Number, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class Difference(Number):
    """One amount less another."""

    left: Number
    right: Number

    @property
    def unit(self) -> Unit:  # type: ignore[override]
        """A day less a day is a number of days."""
        return DAYS if self.left.unit == DAY == self.right.unit else self.left.unit


@dataclass(frozen=True, slots=True)
class Scaled(Number):
    """An amount times `numerator` over `denominator`, exact."""

    part: Number
    numerator: int
    denominator: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Later(Number):
    """A civil day moved by whole months or years; 29 February plus a year is 1 March (see facts.civil)."""

    day: Number
    by: Number
    unit: Unit = DAY


@dataclass(frozen=True, slots=True)
class Least(Number):
    """The smallest of amounts of one unit (the earliest of days)."""

    parts: tuple[Number, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class Most(Number):
    """The greatest of amounts of one unit (the latest of days)."""

    parts: tuple[Number, ...]
    unit: Unit


@dataclass(frozen=True, slots=True)
class Given(Number):
    """One amount if a condition holds, another if not."""

    condition: Bool
    then: Number
    otherwise: Number
    unit: Unit


@dataclass(frozen=True, slots=True)
class Count(Number):
    """How many of these hold."""

    parts: tuple[Bool, ...]
    unit: Unit = COUNT


# ------------------------------------------------------------------------------------------------ makers


def all_of(*parts: Bool) -> Bool:
    """Join so that all parts must hold."""
    return parts[0] if len(parts) == 1 else AllOf(parts)


def any_of(*parts: Bool) -> Bool:
    """Join so that one part suffices."""
    return parts[0] if len(parts) == 1 else AnyOf(parts)


def not_(part: Bool) -> Not:
    """Turn an expression round."""
    return Not(part)


def compare(left: Number, operator: Operator, right: Number | int) -> Compare:
    """Compare two amounts of one unit; an int is that many smallest steps of the left one's unit."""
    other = Constant(right, left.unit) if isinstance(right, int) else right
    if left.unit != other.unit:
        msg = f"{left.unit.name} cannot be compared with {other.unit.name}"
        raise TypeError(msg)
    return Compare(left, operator, other)


def total(*parts: Number) -> Sum:
    """Add amounts of one unit, or days to a day."""
    units = {part.unit for part in parts}
    if units == {DAY, DAYS} and sum(part.unit == DAY for part in parts) == 1:
        return Sum(parts, DAY)
    if len(units) != 1 or units == {DAY}:
        msg = f"cannot add {', '.join(sorted(unit.name for unit in units))}"
        raise TypeError(msg)
    return Sum(parts, parts[0].unit)


def later(day: Number, by: Number) -> Later:
    """Move a civil day by whole months or years."""
    if day.unit != DAY or by.unit not in (MONTHS, YEARS):
        msg = f"a day moves by months or years, not {day.unit.name} by {by.unit.name}"
        raise TypeError(msg)
    return Later(day, by)


def _one_unit(parts: tuple[Number, ...]) -> Unit:
    if len({part.unit for part in parts}) != 1:
        msg = "these amounts have different units"
        raise TypeError(msg)
    return parts[0].unit


def least(*parts: Number) -> Least:
    """Take the smallest amount, the earliest day."""
    return Least(parts, _one_unit(parts))


def most(*parts: Number) -> Most:
    """Take the greatest amount, the latest day."""
    return Most(parts, _one_unit(parts))


def given(condition: Bool, then: Number, otherwise: Number | int) -> Given:
    """Take `then` if the condition holds, `otherwise` if not (an int: smallest steps of the same unit)."""
    other = Constant(otherwise, then.unit) if isinstance(otherwise, int) else otherwise
    return Given(condition, then, other, _one_unit((then, other)))
