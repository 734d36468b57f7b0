"""A person's own table as SQL reads it: one column a fact, NULL where it is unknown, made into columns without a null.

A column is named as the fact, with two underscores for each dot: `worker.us_status.class` is `worker__us_status__class`.

| the fact is | its column |
| --- | --- |
| a truth | BOOLEAN |
| a choice | text: the code, as in a case file |
| several codes | text: the codes joined by a bar, `CA|US`; empty where there is none |
| a number | a number in its unit: 48.08 dollars an hour, 40 hours |
| a day | DATE; `9999-12-31` is a day that never comes, `0001-01-01` one that never was |

A code that nobody could know is read as unknown, never as no; and so are several of which one is such a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from sqlglot import exp

from landed.expr.columns import SHORT, Bounded, Coded, Encoding, Held, Layout
from landed.expr.leaves import BoolFact, ChoiceFact, NumberFact, SeveralFact
from landed.expr.terms import INF, UncompilableError
from landed.expr.units import DAY
from landed.expr.values import Span

OWN = "own"
"""What a person's own table is called in the query."""
_MOST_CASES = 40
"""Among more codes than these a code is found by a join."""
_NEVER, _NEVER_WAS = "9999-12-31", "0001-01-01"


def column_name(name: str) -> str:
    """Return the name that a column has in SQL."""
    return re.sub(r"[^A-Za-z0-9]", "_", name.replace(".", "__"))


def facts_read(layout: Layout, columns: set[str]) -> list[Encoding]:
    """Return the encodings of the facts that some columns are of, in the layout's order."""
    return [encoding for encoding in layout.values() if columns & set(encoding.columns)]


def described(encoding: Encoding) -> str:
    """Say what a fact's column holds: its name, its type, its unit."""
    fact = encoding.fact
    match fact:
        case BoolFact():
            kind = "BOOLEAN"
        case NumberFact(unit=unit):
            kind = "DATE" if unit == DAY else f"number of {unit.name}"
        case ChoiceFact(options=options):
            kind = f"text: {', '.join(options)}" if options else "text: a code"
        case SeveralFact():
            kind = "text: codes joined by |"
    return f"{column_name(fact.name)}  {kind}"


@dataclass(frozen=True, slots=True)
class CodeTable:
    """The codes of a fact with their places, as a table to join where there are many."""

    name: str
    by: exp.Expr
    """What of a row is looked up."""
    codes: tuple[str, ...]


def code_tables(layout: Layout, columns: set[str]) -> list[CodeTable]:
    """Return the tables of codes that the facts read are joined with."""
    found = []
    for encoding in facts_read(layout, columns):
        if isinstance(encoding, Coded) and _is_joined(encoding):
            codes = tuple(code for value in encoding.values[:-1] for code in cast("frozenset[str]", value))
            found.append(CodeTable(f"codes_{column_name(encoding.fact.name)}", _own(encoding), codes))
    return found


def _is_joined(encoding: Coded) -> bool:
    return isinstance(encoding.fact, ChoiceFact) and len(encoding.values) > _MOST_CASES


def _own(encoding: Encoding) -> exp.Expr:
    return exp.column(column_name(encoding.fact.name), table=OWN, quoted=True)


def encoded(layout: Layout, columns: set[str], keep: Sequence[str]) -> Iterator[exp.Expr]:
    """Yield what to select from a person's own table: the columns kept, and those of the facts read."""
    for name in keep:
        yield exp.column(name, table=OWN, quoted=True)
    for encoding in facts_read(layout, columns):
        for name, found in zip(encoding.columns, _encoded(encoding), strict=True):
            yield exp.alias_(found, column_name(name), quoted=True)


def _encoded(encoding: Encoding) -> Sequence[exp.Expr]:
    own = _own(encoding)
    match encoding:
        case Coded(values=values) if _is_joined(encoding):
            place = exp.column("at", table=f"codes_{column_name(encoding.fact.name)}", quoted=True)
            return [exp.Coalesce(this=place, expressions=[number(len(values) - 1)])]
        case Held():
            return _held(own, encoding)
        case Coded(fact=fact, values=values):
            return [_coded(own, fact, values)]
        case Bounded(fact=fact, exact=False):
            return _bounds(own, fact)
        case _:
            raise UncompilableError(f"{encoding.fact.name} has no column of its own in this layout")


def _coded(own: exp.Expr, fact: object, values: tuple[object, ...]) -> exp.Expr:
    if len(values) == 1:
        return number(0)
    unknown = number(len(values) - 1)
    match fact:
        case BoolFact():
            found = exp.Case(ifs=[], default=number(values.index(None)))
            return found.when(own, number(values.index(True))).when(
                exp.not_(own), number(values.index(False))
            )
        case NumberFact():
            spans = cast("tuple[Span, ...]", values)
            first, last = int(spans[0].lo), int(spans[-2].lo)
            steps = _steps(own, fact)
            place = exp.paren(steps - number(first)) if first else steps
            return exp.Case(ifs=[], default=unknown).when(steps.between(number(first), number(last)), place)
        case _:
            found = exp.Case(this=own, ifs=[], default=unknown)
            for at, codes in enumerate(cast("tuple[frozenset[str], ...]", values[:-1])):
                found = found.when(exp.Literal.string(*codes), number(at))
            return found


def _held(own: exp.Expr, encoding: Held) -> list[exp.Expr]:
    """Tell whether what is held is unknown, and whether one of each kind is."""
    empty = own.eq(exp.Literal.string(""))
    readable = _sure(exp.or_(empty, _only(own, encoding.written)))
    found: list[exp.Expr] = [exp.not_(readable)]
    others = "|".join(code for kind in encoding.kinds for code in sorted(kind.codes))
    for kind in encoding.kinds:
        if kind.codes:
            held = _matches(own, f"(.*[|])?({'|'.join(sorted(kind.codes))})([|].*)?")
        else:
            held = exp.not_(exp.or_(empty.copy(), _only(own, others)))
        found.append(_sure(exp.and_(readable.copy(), held)))
    return found


def _sure(truth: exp.Expr) -> exp.Expr:
    """Read NULL as no."""
    return exp.Coalesce(this=truth, expressions=[exp.false()])


def _only(own: exp.Expr, code: str) -> exp.Expr:
    """Tell whether there is nothing but such codes."""
    return _matches(own, f"({code})([|]({code}))*") if code else exp.false()


def _matches(own: exp.Expr, pattern: str) -> exp.Expr:
    """Match all of a text; no engine's habit with parts of it, or with backslashes, matters."""
    return exp.RegexpLike(this=own.copy(), expression=exp.Literal.string(f"^{pattern}$"))


def _steps(own: exp.Expr, fact: NumberFact) -> exp.Expr:
    """Read a number of its unit as smallest steps."""
    if not fact.unit.decimals:
        return exp.cast(own, "BIGINT")
    return exp.cast(exp.Round(this=exp.paren(own * number(10**fact.unit.decimals))), "BIGINT")


def _bounds(own: exp.Expr, fact: NumberFact) -> list[exp.Expr]:
    if fact.unit == DAY:
        first = exp.cast(exp.Literal.string(_NEVER_WAS), "DATE")
        since = exp.DateDiff(this=own, expression=first, unit=exp.var("DAY"))
        return [
            exp.Case(ifs=[], default=exp.paren(since + number(1)))
            .when(own.is_(exp.null()), number(end))
            .when(own.eq(exp.cast(exp.Literal.string(_NEVER), "DATE")), number(SHORT))
            .when(own.eq(first.copy()), number(-SHORT))
            for end in (-SHORT, SHORT)
        ]
    lowest = -INF if fact.lowest is None else fact.lowest
    highest = INF if fact.highest is None else fact.highest
    return [exp.Coalesce(this=_steps(own, fact), expressions=[number(end)]) for end in (lowest, highest)]


def number(value: int) -> exp.Expr:
    """Write a whole number, or a truth as one: dialects differ in whether a truth is a number."""
    value = int(value)
    return exp.Literal.number(value) if value >= 0 else exp.Neg(this=exp.Literal.number(-value))
