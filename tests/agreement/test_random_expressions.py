"""Any expression, any row: each reading of a table gives the bounds that `evaluate` gives for the row."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.expr.evaluate import evaluate
from landed.expr.program import Program

sys.path.insert(0, str(Path(__file__).parent))
from readings import READINGS, bounds_of, columns
from worlds import DAY_ASKED, FACTS, Epoch, Row, encodings, numbers, rows, truths


@pytest.mark.parametrize("reading", READINGS)
@given(expression=st.one_of(truths(), numbers()), rows=rows, bounded=st.booleans())
@settings(max_examples=150, deadline=None)
def test_a_table_gives_what_each_row_gives(reading, expression, rows, bounded):
    table, layout = columns(rows, FACTS, encodings(bounded))
    program = Program(layout, Epoch(), DAY_ASKED)
    program.ask("asked", expression, "a")
    found = READINGS[reading](program, table)
    for row, got in zip(rows, found.iter_rows(named=True), strict=True):
        expected = bounds_of(evaluate(expression, Row(row), "a").value)
        assert (got["asked.lo"], got["asked.hi"]) == expected
