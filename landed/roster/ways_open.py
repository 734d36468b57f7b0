"""Which ways are open, of everybody at once: all routes of a day compiled to one query over the table of facts.

Columns hold the values that occur, and nothing else, so that what nobody said, and what is the same for all, is
settled before any row is looked at. `polars` and `sql` are two engines for the same terms.
"""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from landed.errors import UsageError
from landed.expr import About, BoolFact, Clause, Fact, Parameter
from landed.expr.columns import Coded, Encoding, cells, fitted
from landed.expr.leaves import ChoiceFact, NumberFact, SeveralFact
from landed.expr.nodes import Today
from landed.expr.program import Program
from landed.facts import FACTS
from landed.law import Epoch, Law, Route
from landed.law.declared import PARAMETERS
from landed.law.layout import with_routes_asked
from landed.roster.known import Known
from landed.roster.tables import missing
from landed.roster.worked_out import Column

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
    """Asks whether routes are open, for everybody, on one day after another.

    What a route is open by are the law's values that it reads, the facts that it reads, and, where it reads it, the
    day. Where none of them is other than when it was last asked, neither is the answer, and it is not asked again.
    """

    def __init__(self, known: Known, law: Law, routes: Sequence[Route], engine: Engine = "polars") -> None:
        self.known, self.law, self.routes, self.engine = known, law, routes, engine
        epoch = law.at(known.on)
        self._reads = {route.id: _Reads.of(epoch, route) for route in routes}
        self._facts: dict[str, Fact] = {}
        for reads in self._reads.values():
            self._facts |= reads.facts
        self._today = {name: _Stands.of(fact, known.column(name)) for name, fact in self._facts.items()}
        self._before: dict[str, _Stands] = {}
        self._last: dict[str, tuple[tuple[object, ...], list[bool], list[bool]]] = {}

    def on(self, day: dt.date, columns: Mapping[str, Column] | None = None) -> Open:
        """Ask on a day; `columns` holds the facts that are other than on the roster's day."""
        stand = dict(self._today)
        for name, column in (columns or {}).items():
            if name in self._facts and not column.same(stand[name].column):
                before = self._before.get(name)
                if before is None or not column.same(before.column):
                    before = self._before[name] = _Stands.of(self._facts[name], column)
                stand[name] = before
        asserted = _asserted(self.known, day)
        epoch = self.law.at(day)
        now = {route.id: self._reads[route.id].stamp(epoch, day, stand, asserted) for route in self.routes}
        asked = [id_ for id_, stamp in now.items() if id_ not in self._last or self._last[id_][0] != stamp]
        if asked:
            stand |= {name: _Stands.of(BoolFact(name, About("")), held) for name, held in asserted.items()}
            found = self._found(asked, stand, epoch, day)
            for id_ in asked:
                self._last[id_] = now[id_], found[f"{id_}.lo"], found[f"{id_}.hi"]
        return Open(
            {route.id: self._last[route.id][1] for route in self.routes},
            {route.id: self._last[route.id][2] for route in self.routes},
        )

    def _found(
        self, asked: Sequence[str], stand: Mapping[str, _Stands], epoch: Epoch, day: dt.date
    ) -> dict[str, list[bool]]:
        program = Program({name: each.encoding for name, each in stand.items()}, epoch, day)
        for id_ in asked:
            program.open(id_, id_)
        table = {name: cells for each in stand.values() for name, cells in each.cells.items()}
        return _by_sql(program, table) if self.engine == "sql" else _by_polars(program, table)


@dataclass(frozen=True, slots=True)
class _Reads:
    """What decides whether a route is open."""

    facts: Mapping[str, Fact]
    parameters: tuple[Parameter, ...]
    today: bool
    judged: bool
    """Whether it has a clause that somebody may have asserted."""

    @classmethod
    def of(cls, epoch: Epoch, route: Route) -> _Reads:
        nodes = list(with_routes_asked(epoch, [route]))
        facts: dict[str, Fact] = {
            node.name: node for node in nodes if isinstance(node, _FACTS) and node.name in FACTS
        }
        parameters = {node.id: node for node in nodes if isinstance(node, PARAMETERS)}
        return cls(
            facts,
            tuple(parameters.values()),
            any(isinstance(node, Today) for node in nodes),
            any(isinstance(node, Clause) and node.kind == "judgement" for node in nodes),
        )

    def stamp(
        self,
        epoch: Epoch,
        day: dt.date,
        stand: Mapping[str, _Stands],
        asserted: Mapping[str, Column],
    ) -> tuple[object, ...]:
        """Return what has to be the same for the answer to be."""
        return (
            day if self.today else None,
            *(epoch.dated(parameter).value for parameter in self.parameters),
            *(stand[name].number for name in self.facts),
            *((name, *column) for name, column in asserted.items() if self.judged),
        )


_numbers = itertools.count()


@dataclass(frozen=True, slots=True)
class _Stands:
    """How a fact of everybody stands in a table."""

    number: int
    """Other for every other table."""
    column: Column
    encoding: Encoding
    cells: Mapping[str, list[int]]

    @classmethod
    def of(cls, fact: Fact, column: Column) -> _Stands:
        used = sorted(set(column.places))
        values = [column.values[place] for place in used]
        distinct = list(dict.fromkeys(values))
        encoding = fitted(fact, distinct)
        if isinstance(encoding, Coded):
            encoding = Coded(fact, tuple(distinct))
        cell_of = dict(zip(used, cells(encoding, values), strict=True))
        made = {
            name: [cell_of[place][at] for place in column.places] for at, name in enumerate(encoding.columns)
        }
        return cls(next(_numbers), column, encoding, made)


def _asserted(known: Known, day: dt.date) -> dict[str, Column]:
    """Return what named persons asserted of judgement clauses by a day, as columns."""
    found: dict[str, Column] = {}
    for index, case in enumerate(known.cases):
        rows: Any = case.records.get("assertions") or ()
        for row in sorted((row for row in rows if row.on <= day), key=lambda row: row.on):
            column = found.setdefault(row.clause, Column([None, True, False], [0] * len(known.cases)))
            column.places[index] = column.values.index(row.value)
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
    by_country: dict[str, list[Sequence[bool]]] = {}
    for route in routes:
        by_country.setdefault(route.country, []).append(held[route.id])
    totals = {country: list(map(sum, zip(*columns, strict=True))) for country, columns in by_country.items()}
    everywhere = list(map(sum, zip(*totals.values(), strict=True)))
    return [
        sum(totals[country][index] for country in countries if country in totals)
        if countries
        else everywhere[index]
        for index, countries in enumerate(wanted)
    ]
