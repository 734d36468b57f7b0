"""Every reading that asks a whole table: rows of values in, the bounds of each output in each row out."""

from __future__ import annotations

import math

import polars as pl

from landed.expr.columns import cells, fitted
from landed.expr.frame import Program
from landed.expr.nodes import Bool
from landed.expr.terms import INF
from landed.expr.values import Span


def columns(rows, facts, encode=fitted):
    """The rows, each a map from fact name to value, as a table and its layout."""
    layout, table = {}, {}
    for fact in facts:
        values = [row[fact.name] for row in rows]
        encoding = layout[fact.name] = encode(fact, values)
        for name, cell in zip(encoding.columns, zip(*cells(encoding, values), strict=True), strict=True):
            table[name] = list(cell)
    return pl.DataFrame(table), layout


def bounds_of(value):
    """A finding's value as a pair of bounds."""
    if isinstance(value, Span):
        return tuple(
            (INF if end > 0 else -INF) if isinstance(end, float) and math.isinf(end) else end
            for end in (value.lo, value.hi)
        )
    return value is True, value is not False


def add(program, name, expression, route=""):
    if isinstance(expression, Bool):
        program.add_truth(name, program.bounder.truth(expression, route))
    else:
        program.add_number(name, program.bounder.number(expression, route))


def by_frame(bounder, outputs, table):
    """Ask Polars, in the streaming engine. `outputs` fills a program with what is asked."""
    program = Program(bounder)
    outputs(program)
    return program.apply(table.lazy()).collect(engine="streaming")


READINGS = {"frame": by_frame}
