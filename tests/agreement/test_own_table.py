"""All law, asked of a table with plain columns and NULL for unknown: the same as for one case."""

import datetime as dt
import re
import sys
from pathlib import Path

import polars as pl
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from landed.assess import Question
from landed.expr.columns import Coded, unknown
from landed.expr.program import Program
from landed.expr.source import column_name, facts_read
from landed.expr.sql import select, written
from landed.expr.units import DAY
from landed.expr.values import Members, Span
from landed.law.layout import layout_for

sys.path.insert(0, str(Path(__file__).parent))
from drawn import LAW, asked_of, case
from readings import bounds_of, in_duckdb
from spark import in_spark
from test_routes_and_scores import Known

TYPES = {"BoolFact": pl.Boolean, "ChoiceFact": pl.String, "SeveralFact": pl.String}


def plain(encoding, value):
    """What stands in a person's own table, and what it is then worth."""
    fact = encoding.fact
    match value:
        case bool():
            return value, value
        case Span() if value.exact and isinstance(value.lo, int):
            if isinstance(encoding, Coded) and value not in encoding.values:
                return None, unknown(fact)
            return (
                dt.date.fromordinal(value.lo) if fact.unit == DAY else value.lo / 10**fact.unit.decimals
            ), value
        case frozenset() if len(value) == 1 and value in encoding.values:
            return next(iter(value)), value
        case Members() if value.exact:
            there_are = all(re.fullmatch(encoding.written, code) for code in value.certain)
            return "|".join(sorted(value.certain)), value if there_are else unknown(fact)
    return None, unknown(fact)


@given(day=st.dates(dt.date(2017, 1, 1), dt.date(2029, 12, 31)), seed=st.integers(0, 1 << 40))
@settings(max_examples=2, deadline=None, phases=[Phase.generate])
def test_all_routes_asked_of_a_table_of_ones_own(day, seed):
    agrees(in_duckdb, "duckdb", day, seed)


@given(day=st.dates(dt.date(2017, 1, 1), dt.date(2029, 12, 31)), seed=st.integers(0, 1 << 40))
@settings(max_examples=1, deadline=None, phases=[Phase.generate])
def test_all_routes_asked_of_a_table_of_ones_own_in_spark(day, seed):
    agrees(in_spark, "spark", day, seed)


def agrees(ask, dialect, day, seed):
    routes, _, facts = asked_of()
    epoch = LAW.at(day)
    program = Program(layout_for(epoch, routes), epoch, day)
    for route in routes:
        program.open(route.id, route.id)
    drawn = [case(day, seed + at) for at in range(30)]
    table, worth = {}, [{fact.name: unknown(fact) for fact in facts} for _ in drawn]
    for encoding in facts_read(program.layout, program.reads()):
        name = encoding.fact.name
        pairs = [plain(encoding, values[name]) for values in drawn]
        kind = TYPES.get(type(encoding.fact).__name__) or (
            pl.Date if encoding.fact.unit == DAY else pl.Float64
        )
        table[column_name(name)] = pl.Series([written_ for written_, _ in pairs], dtype=kind)
        for values, (_, value) in zip(worth, pairs, strict=True):
            values[name] = value
    found = ask(written(select(program, "people", ["row"], own=True), dialect), pl.DataFrame(table))
    for values, got in zip(worth, found, strict=True):
        question = Question(Known(values), LAW, day)
        for at, route in enumerate(routes):
            assert got[2 * at : 2 * at + 2] == bounds_of(question.meets(route.id).value), route.id
