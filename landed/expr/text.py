"""An expression as text: what a clause asks, in words, with the names of its facts and parameters.

>>> from landed.expr import NumberFact, About, YEARS, all_of
>>> age = NumberFact("worker.age", About("How old are you?"), YEARS)
>>> say(all_of(age >= 18, age < 36))
'worker.age is at least 18 years, and worker.age is less than 36 years'
"""

from __future__ import annotations

from collections.abc import Callable

from landed.expr.clauses import Clause
from landed.expr.leaves import (
    Band,
    BoolFact,
    ChoiceFact,
    ChoiceParameter,
    FlagParameter,
    Greatest,
    Lookup,
    Meets,
    NumberFact,
    NumberParameter,
    Obtainable,
    OnList,
    OverlapList,
    SeveralFact,
)  # fmt: skip
from landed.expr.nodes import (
    AllOf,
    AnyOf,
    Compare,
    Constant,
    Count,
    Difference,
    Expr,
    Given,
    Later,
    Least,
    Most,
    Not,
    NotEncoded,
    NotEncodedNumber,
    OneOf,
    Overlap,
    Scaled,
    Sum,
    Today,
    Truly,
)  # fmt: skip

_OPERATORS = {">=": "is at least", ">": "is more than", "<=": "is at most", "<": "is less than", "=": "is"}

Names = Callable[[str], str]
"""From the id of a parameter to its label."""


def say(node: Expr, names: Names = lambda id_: id_) -> str:  # noqa: C901, PLR0912 - one case a node, in one place
    """Say an expression in words; facts by their own names, parameters by `names`."""

    def inner(part: Expr) -> str:
        text = say(part, names)
        return f"({text})" if isinstance(part, AllOf | AnyOf) else text

    match node:
        case Clause(text=text):
            return text
        case BoolFact(name=name) | NumberFact(name=name) | ChoiceFact(name=name) | SeveralFact(name=name):
            return name
        case FlagParameter(id=id_) | NumberParameter(id=id_) | ChoiceParameter(id=id_):
            return names(id_)
        case AllOf(parts):
            return ", and ".join(inner(part) for part in parts)
        case AnyOf(parts):
            return ", or ".join(inner(part) for part in parts)
        case Not(part):
            return f"not {inner(part)}"
        case Compare(left, operator, right):
            return f"{say(left, names)} {_OPERATORS[operator]} {say(right, names)}"
        case OneOf(code, codes):
            return f"{say(code, names)} is {' or '.join(sorted(codes))}"
        case Overlap(held, codes):
            return f"{say(held, names)} includes {' or '.join(sorted(codes))}"
        case OnList(code, codes, part):
            return f"{say(code, names)} is on: {names(codes.id)}" + (
                " (for some of its jobs)" if part else ""
            )
        case OverlapList(held, codes):
            return f"one of {say(held, names)} is on: {names(codes.id)}"
        case Meets(route):
            return f"{route} is open"
        case Obtainable(fact, by):
            return f"{fact.name}, or by {' or '.join(by)}"
        case Lookup(table, codes):
            return f"{names(table.id)} for {' and '.join(say(code, names) for code in codes)}"
        case Band(bands, key):
            return f"{names(bands.id)} for {say(key, names)}"
        case Greatest(table):
            return f"the most of {names(table.id)}"
        case Constant(steps, unit):
            return unit.show(steps)
        case Truly(value):
            return "always" if value else "never"
        case Today():
            return "the day asked"
        case NotEncoded(text) | NotEncodedNumber(text=text):
            return f"not encoded here: {text}"
        case Sum(parts=parts):
            return " plus ".join(say(part, names) for part in parts)
        case Difference(left=left, right=right):
            return f"{say(left, names)} less {say(right, names)}"
        case Scaled(part=part, numerator=numerator, denominator=denominator):
            return f"{say(part, names)} times {numerator}/{denominator}"
        case Later(day=day, by=by):
            return f"{say(day, names)} and {say(by, names)} on"
        case Least(parts=parts):
            return f"the least of {', '.join(say(part, names) for part in parts)}"
        case Most(parts=parts):
            return f"the greatest of {', '.join(say(part, names) for part in parts)}"
        case Given(condition=condition, then=then, otherwise=otherwise):
            return f"{say(then, names)} if {inner(condition)}, else {say(otherwise, names)}"
        case Count(parts=parts):
            return f"how many hold of: {'; '.join(say(part, names) for part in parts)}"
        case _:
            raise TypeError(f"no reading for {type(node).__name__}")
