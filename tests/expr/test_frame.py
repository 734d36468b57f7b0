"""What a table reading must not get wrong, each by itself."""

import datetime as dt
import math
import sys
from fractions import Fraction
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.expr import (
    CAD_PER_HOUR,
    COUNT,
    DAY,
    DAYS,
    MONTHS,
    YEARS,
    About,
    Bands,
    BoolFact,
    NumberFact,
    SeveralFact,
    any_of,
    civil,
    later,
    least,
    not_,
)
from landed.expr.calendar import arithmetic
from landed.expr.columns import Bounded, Coded, Rated, cells, fitted, standard
from landed.expr.dated import Dated, Steps
from landed.expr.folding import Terms
from landed.expr.frame import apply, compile_frame
from landed.expr.nodes import Constant
from landed.expr.program import Program
from landed.expr.tabulate import values_of
from landed.expr.terms import INF, Moved, UncompilableError
from landed.expr.values import ANY_MEMBERS, Members, Span

sys.path.insert(0, str(Path(__file__).parent))

ABOUT = About("?")
FLAG, OTHER = BoolFact("flag", ABOUT), BoolFact("other", ABOUT)
AGE = NumberFact("age", ABOUT, YEARS, 0, 120)
BORN = NumberFact("born", ABOUT, DAY)
WAGE = NumberFact("wage", ABOUT, CAD_PER_HOUR, 0)
TODAY = dt.date(2026, 11, 22)


class NoLaw:
    """Expressions of facts alone."""

    def __init__(self, **values):
        self.values = values

    def dated(self, parameter):
        return Dated(parameter.id, self.values[parameter.id], None, None, "official")


def ask(expression, rows, epoch=None):
    """Put an expression to rows of values by fact; return the pairs of bounds."""
    facts = list(rows[0])
    layout = {fact.name: fitted(fact, [row[fact] for row in rows]) for fact in facts}
    table = {}
    for fact in facts:
        encoding = layout[fact.name]
        columns = zip(*cells(encoding, [row[fact] for row in rows]), strict=True)
        table |= dict(zip(encoding.columns, map(list, columns), strict=True))
    lo, hi = compile_frame(expression, epoch or NoLaw(), TODAY, layout)
    found = (
        pl.DataFrame(table)
        .lazy()
        .with_columns(lo_=lo, hi_=hi)
        .select("lo_", "hi_")
        .collect(engine="streaming")
    )
    assert found.null_count().sum_horizontal().item() == 0
    return found.rows()


YES, NO, OPEN = (True, True), (False, False), (False, True)


def test_unknown_is_neither_yes_nor_no():
    rows = [{FLAG: a, OTHER: b} for a in (True, False, None) for b in (True, False, None)]
    assert ask(any_of(FLAG, OTHER), rows) == [YES, YES, YES, YES, NO, OPEN, YES, OPEN, OPEN]
    assert ask(not_(FLAG), rows[::3]) == [NO, YES, OPEN]


def test_a_wage_made_of_a_yearly_one_is_compared_exactly():
    yearly = Fraction(80_000_00, 2080)  # 38.4615... dollars an hour
    rows = [{WAGE: Span(yearly, yearly)}, {WAGE: Span(3846, 3846)}, {WAGE: Span(0, math.inf)}]
    assert ask(Constant(3846, CAD_PER_HOUR) < WAGE, rows) == [YES, NO, OPEN]
    assert ask(Constant(3847, CAD_PER_HOUR) > WAGE, rows) == [YES, YES, OPEN]
    assert isinstance(fitted(WAGE, [row[WAGE] for row in rows]), Rated)


def test_a_fraction_is_no_column_of_whole_numbers():
    yearly = Fraction(80_000_00, 2080)
    with pytest.raises(UncompilableError, match="fraction"):
        ask(WAGE, [{WAGE: Span(yearly, yearly)}])


def test_a_day_that_never_comes_is_after_every_day_and_stays_so_when_moved():
    never, was = Span(math.inf, math.inf), Span(-math.inf, -math.inf)
    day = Constant(TODAY.toordinal(), DAY)
    for asked in (BORN, later(BORN, Constant(2, YEARS)), BORN + Constant(30, DAYS)):
        assert ask(asked > day, [{BORN: never}, {BORN: was}, {BORN: Span(-math.inf, math.inf)}]) == [
            YES,
            NO,
            OPEN,
        ]


def test_a_birthday_on_29_february_counts_on_1_march():
    leap = dt.date(1996, 2, 29).toordinal()
    of_age = later(BORN, Constant(30, YEARS))
    for day, expected in ((dt.date(2026, 2, 28), NO), (dt.date(2026, 3, 1), YES)):
        assert ask(of_age <= Constant(day.toordinal(), DAY), [{BORN: Span(leap, leap)}]) == [expected]
    assert ask(of_age, [{BORN: Span(leap, leap)}]) == [(dt.date(2026, 3, 1).toordinal(),) * 2]


@pytest.mark.parametrize(
    ("unit", "by"), [(YEARS, -3), (YEARS, 1), (YEARS, 18), (MONTHS, -1), (MONTHS, 1), (MONTHS, 7)]
)
def test_the_calendar_in_whole_numbers_is_that_of_civil(unit, by):
    terms = Terms()
    first, last = dt.date(1895, 1, 1).toordinal(), dt.date(2105, 12, 31).toordinal()
    day = terms.column("day", first, last)
    move = terms.moved(day, terms.literal(by), years=unit == YEARS, lo=first - 9999, hi=last + 9999)
    assert isinstance(move, Moved)
    known = civil.add_years if unit == YEARS else civil.add_months
    expected = [known(dt.date.fromordinal(n), by).toordinal() for n in range(first, last + 1)]
    assert values_of(arithmetic(terms, move), (day,)) == expected


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_a_table_that_rises_and_falls_has_the_most_of_the_rows_between(ends):
    bands = Bands("points", COUNT, YEARS)
    rows = ((0, 0), (5, 90), (10, 110), (20, 40))
    found = ask(bands[AGE], [{AGE: Span(min(e), max(e))} for e in ends], NoLaw(points=Steps(rows)))
    at = [max(points for threshold, points in rows if threshold <= n) if n < 20 else 40 for n in range(31)]
    assert found == [(min(at[min(e) : max(e) + 1]), max(at[min(e) : max(e) + 1])) for e in ends]


@given(
    st.dictionaries(
        st.integers(1, 40), st.sampled_from([-40000, -200, -128, -1, 0, 1, 127, 255, 300]), max_size=12
    ),
    st.sampled_from([-200, 0, 90]),
)
@settings(max_examples=60, deadline=None)
def test_a_table_of_any_steps_is_what_stands_at_each_place(steps, least_of_all):
    rows = ((0, least_of_all), *sorted(steps.items()))
    found = ask(
        Bands("points", COUNT, YEARS)[AGE], [{AGE: Span(n, n)} for n in range(45)], NoLaw(points=Steps(rows))
    )
    at = [[value for first, value in rows if first <= n][-1] for n in range(45)]
    assert found == [(value, value) for value in at]


def test_what_is_asked_has_a_sign_so_that_a_difference_can_be_below_zero():
    layout = {"age": fitted(AGE, [Span(n, n) for n in range(45)])}
    lo, _ = compile_frame(AGE, NoLaw(), TODAY, layout)
    rows = pl.DataFrame({column: [3] for column in layout["age"].columns}, schema_overrides={"age": pl.UInt8})
    assert rows.select(lo - 5).item() == 3 - 5


def test_what_is_used_twice_is_computed_once():
    layout = {name: Bounded(NumberFact(name, ABOUT, YEARS), 0, 1 << 40, limited=True) for name in ("a", "b")}
    program = Program(layout, NoLaw(), TODAY)
    shared = least(NumberFact("a", ABOUT, YEARS), NumberFact("b", ABOUT, YEARS))
    program.ask("one", shared > Constant(3, YEARS))
    program.ask("two", shared + Constant(4, YEARS))
    plan = apply(program, pl.LazyFrame({f"{n}.{e}": [1] for n in "ab" for e in ("lo", "hi")})).explain(
        optimized=False
    )
    assert plan.count("min_horizontal") == 2, "one for the lower bound, one for the upper"


def test_the_unknown_has_a_place_of_its_own():
    assert standard(FLAG) == Coded(FLAG, (False, True, None))
    assert standard(AGE).values[-1] == Span(0, 120)
    held = Members(frozenset({"US"}), frozenset({"US"}))
    assert fitted(SeveralFact("of", ABOUT), [held, ANY_MEMBERS]).values == (ANY_MEMBERS, held)


def test_an_amount_too_large_for_a_column_is_refused():
    layout = {"a": Bounded(NumberFact("a", ABOUT, YEARS), 0, INF - 1)}
    with pytest.raises(UncompilableError, match="too large"):
        Program(layout, NoLaw(), TODAY).ask("x", NumberFact("a", ABOUT, YEARS) + NumberFact("a", ABOUT, YEARS) +
                                            Constant(INF * 200, YEARS))  # fmt: skip
