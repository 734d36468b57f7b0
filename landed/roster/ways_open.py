"""Which ways are open, of everybody at once: all routes of a day compiled to one query over the table of facts.

Columns hold the values that occur, and nothing else, so that what nobody said, and what is the same for all, is
settled before any row is looked at. `polars` and `sql` are two engines for the same terms.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from landed.errors import UsageError
from landed.expr import About, BoolFact, Fact
from landed.expr.columns import Coded, Encoding, cells, fitted
from landed.expr.leaves import ChoiceFact, NumberFact, SeveralFact
from landed.expr.program import Program
from landed.expr.values import Value
from landed.facts import FACTS
from landed.law import Law, Route
from landed.law.layout import with_routes_asked
from landed.roster.known import Known
from landed.roster.tables import missing

Engine = Literal["polars", "sql"]
_FACTS = (BoolFact, NumberFact, ChoiceFact, SeveralFact)


@dataclass(frozen=True, slots=True)
class Open:
    """For each route, whether it is open for each person, and whether it could be."""

    sure: Mapping[str, Sequence[bool]]
    maybe: Mapping[str, Sequence[bool]]


def ways_of(law: Law) -> list[Route]:
    """Return the ways: the permits and residences, of all countries."""
    return [route for route in law.routes() if route.kind.is_way]


class Asked:
    """Asks whether routes are open, for everybody, on one day after another."""

    def __init__(self, known: Known, law: Law, routes: Sequence[Route], engine: Engine = "polars") -> None:
        self.known, self.law, self.routes, self.engine = known, law, routes, engine
        epoch = law.at(known.on)
        nodes = with_routes_asked(epoch, routes)
        self._facts: dict[str, Fact] = {
            node.name: node for node in nodes if isinstance(node, _FACTS) and node.name in FACTS
        }
        self._still: dict[str, tuple[Encoding, dict[str, list[int]]]] = {}

    def on(self, day: dt.date, columns: Mapping[str, Sequence[Value]] | None = None) -> Open:
        """Ask on a day; `columns` holds the facts that are other than on the roster's day."""
        layout: dict[str, Encoding] = {}
        table: dict[str, list[int]] = {}
        given = columns or {}
        for name, fact in self._facts.items():
            if name in given:
                encoding, made = _columns(fact, given[name])
            else:
                if name not in self._still:
                    self._still[name] = _columns(fact, self.known.column(name))
                encoding, made = self._still[name]
            layout[name] = encoding
            table |= made
        for name, values in _asserted(self.known, day).items():
            layout[name], made = _columns(BoolFact(name, About("")), values)
            table |= made
        program = Program(layout, self.law.at(day), day)
        for route in self.routes:
            program.open(route.id, route.id)
        found = _by_sql(program, table) if self.engine == "sql" else _by_polars(program, table)
        return Open(
            {route.id: found[f"{route.id}.lo"] for route in self.routes},
            {route.id: found[f"{route.id}.hi"] for route in self.routes},
        )


def _columns(fact: Fact, values: Sequence[Value]) -> tuple[Encoding, dict[str, list[int]]]:
    distinct = list(dict.fromkeys(values))
    encoding = fitted(fact, distinct)
    if isinstance(encoding, Coded):
        encoding = Coded(fact, tuple(distinct))
    cell_of = dict(zip(distinct, cells(encoding, distinct), strict=True))
    rows = [cell_of[value] for value in values]
    return encoding, {name: [row[at] for row in rows] for at, name in enumerate(encoding.columns)}


def _asserted(known: Known, day: dt.date) -> dict[str, list[Value]]:
    """Return what named persons asserted of judgement clauses by a day, as columns."""
    found: dict[str, list[Value]] = {}
    for index, case in enumerate(known.cases):
        rows: Any = case.records.get("assertions") or ()
        for row in sorted((row for row in rows if row.on <= day), key=lambda row: row.on):
            found.setdefault(row.clause, [None] * len(known.cases))[index] = row.value
    return found


def _by_polars(program: Program, table: Mapping[str, list[int]]) -> dict[str, list[bool]]:
    try:
        import polars as pl

        from landed.expr.frame import apply
    except ImportError:
        raise missing("polars") from None
    names = sorted(program.reads())
    rows = len(next(iter(table.values()), []))
    frame = pl.DataFrame({"row": range(rows), **{name: table[name] for name in names}}).lazy()
    return apply(program, frame).collect(engine="streaming").to_dict(as_series=False)


def _by_sql(program: Program, table: Mapping[str, list[int]]) -> dict[str, list[bool]]:
    try:
        import duckdb
        import polars as pl

        from landed.expr.source import column_name
        from landed.expr.sql import select, written
    except ImportError as error:
        raise UsageError(
            f"--engine sql needs the library {error.name}: pip install 'landed[roster,sql]'"
        ) from None
    rows = len(next(iter(table.values()), []))
    people = {column_name(name): table[name] for name in sorted(program.reads())}
    query = written(select(program, "people", ["row"]), "duckdb")
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        file = f"{folder}/people.parquet"
        pl.DataFrame({"row": range(rows), **people}).write_parquet(file)
        place = file.replace("'", "''")
        connection.execute(f"create view people as select * from read_parquet('{place}')")  # noqa: S608 - our own file
        found = sorted(connection.execute(query).fetchall())
    return {name: [row[at] for row in found] for at, name in enumerate(program.outputs, 1)}


def counts(
    found: Open, routes: Iterable[Route], wanted: Sequence[tuple[str, ...]], *, sure: bool = True
) -> list[int]:
    """Count each person's open ways (or, not sure, those that could be open) in the countries that they want."""
    held = found.sure if sure else found.maybe
    by_country: dict[str, list[int]] = {}
    for route in routes:
        column = held[route.id]
        total = by_country.get(route.country)
        by_country[route.country] = (
            [int(v) for v in column] if total is None else [a + v for a, v in zip(total, column, strict=True)]
        )
    return [
        sum(column[index] for country, column in by_country.items() if not countries or country in countries)
        for index, countries in enumerate(wanted)
    ]
