"""Any expression, any row: each reading of a table gives the bounds that `evaluate` gives for the row."""

import sys
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from landed.expr.evaluate import evaluate
from landed.expr.program import Program

sys.path.insert(0, str(Path(__file__).parent))
from readings import READINGS, bounds_of, columns
from spark import by_spark
from worlds import DAY_ASKED, FACTS, Epoch, Row, encodings, numbers, rows, truths

ANYTHING = {"expression": st.one_of(truths(), numbers()), "rows": rows, "bounded": st.booleans()}


@pytest.mark.parametrize("reading", READINGS)
@given(**ANYTHING)
@settings(max_examples=150, deadline=None)
def test_a_table_gives_what_each_row_gives(reading, expression, rows, bounded):
    agrees(READINGS[reading], expression, rows, bounded)


@given(**ANYTHING)
@settings(max_examples=15, deadline=None, phases=[Phase.generate])
def test_spark_gives_what_each_row_gives(expression, rows, bounded):
    agrees(by_spark, expression, rows, bounded)


def agrees(reading, expression, rows, bounded):
    table, layout = columns(rows, FACTS, encodings(bounded))
    program = Program(layout, Epoch(), DAY_ASKED)
    program.ask("asked", expression, "a")
    found = reading(program, table)
    for row, got in zip(rows, found.iter_rows(named=True), strict=True):
        expected = bounds_of(evaluate(expression, Row(row), "a").value)
        assert (got["asked.lo"], got["asked.hi"]) == expected
