"""Terms as SQL in any dialect, through sqlglot's expression tree: the reading for tables larger than one machine.

A query is a chain of common table expressions. The first turns the table's own columns into columns without a null
(`landed.expr.source`): after it no engine's habit with nulls matters, though GREATEST and LEAST skip them in one engine
and return them in another. Each step adds what several later parts share. A table of the law is a CASE where it has few
steps, and else a list of rows that is joined.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlglot import exp
from sqlglot.errors import SqlglotError

from landed.errors import UsageError
from landed.expr.columns import Layout
from landed.expr.nodes import Bool, Number
from landed.expr.plan import staged, without_calendar
from landed.expr.program import Program
from landed.expr.source import OWN, CodeTable, code_tables, column_name, encoded, number
from landed.expr.supposed import Epoch
from landed.expr.tabulate import linear, steps_of
from landed.expr.terms import (
    Add,
    AtLeast,
    Both,
    Choose,
    Column,
    Either,
    Least,
    Literal,
    Many,
    Most,
    Opposite,
    Quotient,
    Same,
    Take,
    Term,
    Times,
)  # fmt: skip

DIALECTS = ("bigquery", "duckdb", "postgres", "snowflake", "spark", "trino")
"""Those in which what is written is tested."""
_CASES = 24
"""A table with at most so many steps is a CASE; a longer one is joined."""
_INT = 1 << 31
"""From here on a number needs the wider of the two integer types."""


def to_sql(
    expression: Bool | Number,
    epoch: Epoch,
    day: dt.date,
    dialect: str,
    *,
    layout: Layout,
    table: str = "people",
    keep: Sequence[str] = (),
) -> str:
    """Return a query for the bounds `asked_lo` and `asked_hi` of an expression, over a person's own table.

    Its columns are described in `landed.expr.source`. `keep` names further ones to be given back, such as a key.
    """
    program = Program(layout, epoch, day)
    program.ask("asked", expression)
    return written(select(program, table, keep, own=True), dialect)


def written(query: exp.Expr, dialect: str) -> str:
    """Write a query in a dialect, such as those of `DIALECTS`."""
    if dialect not in DIALECTS:
        raise UsageError(f"--dialect {dialect!r}: there are {', '.join(DIALECTS)}")
    return query.sql(dialect=dialect, pretty=True, identify=True)


def named_table(name: str, dialect: str) -> exp.Table:
    """Return a table by its name, as a dialect writes it; UsageError where it is not one."""
    expected = "expected NAME or SCHEMA.NAME, odd names in the quotes of the dialect"
    if not name.strip() or not name.isprintable():
        raise UsageError(f"the table {name!r}: not a name; {expected}")
    try:
        return exp.to_table(name.strip(), dialect=dialect)
    except (SqlglotError, ValueError):
        raise UsageError(f"the table {name!r}: not a name in {dialect}; {expected}") from None


def select(
    program: Program, table: str | exp.Table, keep: Sequence[str] = (), *, own: bool = False
) -> exp.Select:
    """Return the query of a program; of a table in the layout's own columns, or (`own`) in a person's.

    Names of outputs have an underscore for what SQL allows only quoted: `NAME.lo` is `NAME_lo`.
    """
    roots = without_calendar(program.bounder.terms, list(program.outputs.values()))
    stages, names = staged(roots, also=_own_columns)
    chain = _Chain(table)
    if own:
        chain.begin(
            encoded(program.layout, program.reads(), keep), code_tables(program.layout, program.reads())
        )
    ready: dict[Term, str] = {}
    for stage in stages:
        printer = _Printer(ready, chain)
        chain.step([exp.alias_(printer.own(term), names[term], quoted=True, copy=False) for term in stage])
        ready |= {term: names[term] for term in stage}
    printer = _Printer(ready, chain)
    found = [
        exp.alias_(printer.expr(root), column_name(name.replace(".", "_")), quoted=True, copy=False)
        for name, root in zip(program.outputs, roots, strict=True)
    ]
    return chain.end([*(exp.column(name, quoted=True) for name in keep), *found])


def _joins(term: Term) -> bool:
    return isinstance(term, Take) and len(steps_of(term)) > _CASES and linear(term) is None


def _own_columns(term: Term) -> Sequence[Term]:
    """Return what has to be a column: a table that is joined, and what it is joined by."""
    return (term, *term.parts) if _joins(term) else ()


class _Chain:
    """The common table expressions so far, and the tables that the next step joins."""

    def __init__(self, table: str | exp.Table) -> None:
        self._source: exp.Expr = exp.to_table(table)
        self._name = exp.to_table(table).alias_or_name
        self._tables: list[tuple[str, exp.Expr]] = []
        self._lookups: dict[Term, tuple[str, str, list[Take]]] = {}
        self._steps = 0

    def begin(self, selected: Iterable[exp.Expr], codes: Sequence[CodeTable]) -> None:
        """Start from a person's own table, and find the places of its codes."""
        query = exp.select(*selected, copy=False).from_(
            exp.alias_(self._source, OWN, table=True, quoted=True)
        )
        for table in codes:
            rows = [(exp.Literal.string(code), number(at)) for at, code in enumerate(table.codes)]
            self._tables.append((table.name, _rows(rows, ["code", "at"])))
            on = exp.column("code", table=table.name, quoted=True).eq(table.by)
            query = query.join(_table(table.name), on=on, join_type="left", copy=False)
        self._put("facts", query)

    def step(self, added: Sequence[exp.Expr]) -> None:
        """Add columns."""
        everything = exp.Column(this=exp.Star(), table=exp.to_identifier(self._name, quoted=True))
        self._steps += 1
        self._put(f"step_{self._steps}", self._joined(exp.select(everything, *added, copy=False)))

    def end(self, selected: Sequence[exp.Expr]) -> exp.Select:
        """Return the whole query."""
        query = self._joined(exp.select(*selected, copy=False))
        for name, table in self._tables:
            query = query.with_(exp.to_identifier(name, quoted=True), as_=table, copy=False)
        return query

    def lookup(self, take: Take, by: str) -> exp.Expr:
        """Return the column of a table that the step now being made shall join."""
        if take.index not in self._lookups:
            self._lookups[take.index] = (f"table_{len(self._tables) + len(self._lookups) + 1}", by, [])
        name, _, takes = self._lookups[take.index]
        takes.append(take)
        column = exp.column(f"v{len(takes)}", table=name, quoted=True)
        usual = _usual(take)
        found = exp.Coalesce(this=column, expressions=[number(usual)])
        return exp.paren(found.eq(number(1))) if take.truth else found

    def _joined(self, query: exp.Select) -> exp.Select:
        query = query.from_(self._source.copy(), copy=False)
        for index, (name, by, takes) in self._lookups.items():
            rows = [
                tuple(map(number, (index.lo + at, *entries)))
                for at, entries in enumerate(zip(*(take.values for take in takes), strict=True))
                if any(entry != _usual(take) for entry, take in zip(entries, takes, strict=True))
            ]
            columns = ["at", *(f"v{at + 1}" for at in range(len(takes)))]
            self._tables.append((name, _rows(rows, columns)))
            on = exp.column("at", table=name, quoted=True).eq(exp.column(by, table=self._name, quoted=True))
            query = query.join(_table(name), on=on, join_type="left", copy=False)
        self._lookups = {}
        return query

    def _put(self, name: str, query: exp.Expr) -> None:
        self._tables.append((name, query))
        self._source, self._name = _table(name), name


def _table(name: str) -> exp.Table:
    return exp.Table(this=exp.to_identifier(name, quoted=True))


def _rows(rows: Sequence[Sequence[exp.Expr]], columns: Sequence[str]) -> exp.Expr:
    """Write rows out as a table."""
    names = [exp.to_identifier(column, quoted=True) for column in columns]
    alias = exp.TableAlias(this=exp.to_identifier("t"), columns=names)
    values = exp.Values(expressions=[exp.Tuple(expressions=list(row)) for row in rows], alias=alias)
    return exp.select("*").from_(values, copy=False)


@functools.cache
def _usual(take: Take) -> int:
    """Return the entry that most of a table has: its rows are left out, and no match means it."""
    return Counter(take.values).most_common(1)[0][0]


class _Printer:
    """Prints terms; those that have a column already are read from it."""

    def __init__(self, names: Mapping[Term, str], chain: _Chain) -> None:
        self.names = dict(names)
        self.chain = chain

    def expr(self, term: Term) -> exp.Expr:
        """Print a term, or read its column."""
        return exp.column(self.names[term], quoted=True) if term in self.names else self.own(term)

    def own(self, term: Term) -> exp.Expr:
        """Print a term itself."""
        match term:
            case Literal(lo=lo, truth=truth):
                return exp.Boolean(this=bool(lo)) if truth else number(lo)
            case Column(name=name):
                return exp.column(column_name(name), quoted=True)
            case Take():
                return self._take(term)
            case Many(of=parts):
                return self._many(term, [self.expr(part) for part in parts])
        raise TypeError(term)

    def _many(self, term: Many, parts: list[exp.Expr]) -> exp.Expr:  # noqa: C901, PLR0912 - one case a term
        if _wide(term) and isinstance(term, Add | Times):
            parts[0] = exp.cast(parts[0], "BIGINT", copy=False)
        match term:
            case Both():
                return exp.paren(exp.and_(*parts, copy=False), copy=False)
            case Either():
                return exp.paren(exp.or_(*parts, copy=False), copy=False)
            case Opposite():
                return exp.paren(exp.not_(parts[0], copy=False), copy=False)
            case AtLeast():
                return exp.paren(exp.GTE(this=parts[0], expression=parts[1]), copy=False)
            case Same():
                return exp.paren(exp.EQ(this=parts[0], expression=parts[1]), copy=False)
            case Add():
                return exp.paren(
                    functools.reduce(lambda a, b: exp.Add(this=a, expression=b), parts), copy=False
                )
            case Times():
                return exp.paren(exp.Mul(this=parts[0], expression=parts[1]), copy=False)
            case Quotient():
                return exp.paren(exp.IntDiv(this=parts[0], expression=parts[1]), copy=False)
            case Least():
                return exp.Least(this=parts[0], expressions=parts[1:])
            case Most():
                return exp.Greatest(this=parts[0], expressions=parts[1:])
            case Choose():
                return exp.Case(ifs=[], default=parts[2]).when(parts[0], parts[1], copy=False)
            case _:
                raise TypeError(term)

    def _take(self, term: Take) -> exp.Expr:
        if term.index.truth:
            no, yes = (number(value) for value in term.values)
            return exp.Case(ifs=[], default=no).when(self.expr(term.index), yes, copy=False)
        if _joins(term):
            by = term.index
            return self.chain.lookup(term, column_name(by.name) if isinstance(by, Column) else self.names[by])
        steps, index = steps_of(term), self.expr(term.index)
        if term.truth:
            return _ranges(index, steps)
        if (nearly := linear(term)) is not None:
            return _linear(term.index, index, *nearly)
        found = exp.Case(ifs=[], default=number(steps[-1][1]))
        for (_, value), (after, _) in itertools.pairwise(steps):
            found = found.when(exp.LT(this=index.copy(), expression=number(after)), number(value), copy=False)
        return found


def _linear(term: Term, index: exp.Expr, factor: int, shift: int, others: Mapping[int, int]) -> exp.Expr:
    """Multiply the index and add a number, but for a few places."""
    found = index.copy()
    if any(not -_INT <= factor * end + more < _INT for end in (term.lo, term.hi) for more in (0, shift)):
        found = exp.cast(found, "BIGINT", copy=False)
    if factor != 1:
        found = exp.paren(exp.Mul(this=found, expression=number(factor)), copy=False)
    if shift:
        found = exp.paren(exp.Add(this=found, expression=number(shift)), copy=False)
    if not others:
        return found
    found = exp.Case(ifs=[], default=found)
    for at, value in others.items():
        found = found.when(exp.EQ(this=index.copy(), expression=number(at)), number(value), copy=False)
    return found


def _ranges(index: exp.Expr, steps: list[tuple[int, int]]) -> exp.Expr:
    """Print a truth that holds from some numbers up to others."""
    ranges: list[exp.Expr] = []
    for at, (first, holds) in enumerate(steps):
        after = steps[at + 1][0] if at + 1 < len(steps) else None
        if not holds:
            continue
        if after is None:
            ranges.append(exp.GTE(this=index.copy(), expression=number(first)))
        elif at == 0:
            ranges.append(exp.LT(this=index.copy(), expression=number(after)))
        elif after == first + 1:
            ranges.append(exp.EQ(this=index.copy(), expression=number(first)))
        else:
            ranges.append(exp.Between(this=index.copy(), low=number(first), high=number(after - 1)))
    return exp.paren(exp.or_(*ranges, copy=False), copy=False)


def _wide(term: Many) -> bool:
    """Tell whether a number, or what it is made of, needs the wider type."""
    return any(part.lo < -_INT or part.hi >= _INT for part in (term, *term.of))
