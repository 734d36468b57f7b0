"""A query in every dialect, from a table of a person's own, and what it must not get wrong."""

import datetime as dt

import duckdb
import pytest
import sqlglot

from landed.errors import UsageError
from landed.expr import (
    CAD_PER_HOUR,
    DAY,
    MONTHS,
    YEARS,
    About,
    BoolFact,
    ChoiceFact,
    NumberFact,
    SeveralFact,
    Today,
    all_of,
    any_of,
    later,
    least,
    not_,
)
from landed.expr.columns import standard
from landed.expr.nodes import Constant
from landed.expr.program import Program
from landed.expr.sql import DIALECTS, select, to_sql, written

ABOUT = About("?")
LICENSED = BoolFact("worker.licensed", ABOUT)
FAMILY = ChoiceFact("worker.family", ABOUT, ("single", "married"))
NOC = ChoiceFact("job.noc", ABOUT)
CITIZEN = SeveralFact("worker.citizenships", ABOUT)
AGE = NumberFact("worker.age", ABOUT, YEARS, 0, 120)
WAGE = NumberFact("job.hourly_wage", ABOUT, CAD_PER_HOUR, 0)
BORN = NumberFact("worker.birth_date", ABOUT, DAY)
NOCS = [f"{n:05}" for n in range(20000, 20100)]
LAYOUT = {
    fact.name: standard(fact, codes)
    for fact, codes in (
        (LICENSED, ()), (FAMILY, ()), (NOC, NOCS), (CITIZEN, ("US", "IN")), (AGE, ()), (WAGE, ()), (BORN, ()),
    )
}  # fmt: skip
DAY_ASKED = dt.date(2026, 11, 22)
RULE = all_of(
    any_of(LICENSED, FAMILY.is_("married")),
    not_(CITIZEN.overlap("US")),
    any_of(NOC.is_("20007", "20042"), Constant(4087, CAD_PER_HOUR) <= WAGE),
    least(AGE, Constant(40, YEARS)) >= Constant(18, YEARS),
    later(BORN, Constant(18 * 12, MONTHS)) <= Today(),
    later(BORN, Constant(18, YEARS)) - later(BORN, Constant(17, YEARS)) >= 365,
)
PEOPLE = """
create table people as from (values
    (1, true,  'single',  '20007', 'IN',    30,  12.50, date '1996-02-29'),
    (2, NULL,  'single',  '20007', 'IN',    30,  12.50, date '1996-02-29'),
    (3, NULL,  'married', '20008', '',      30,  40.87, date '1996-02-29'),
    (4, NULL,  'married', '20008', 'IN',    30,  40.86, date '1996-02-29'),
    (5, true,  NULL,      '20007', 'IN|US', 30,  12.50, date '1996-02-29'),
    (6, true,  NULL,      '99999', 'IN',    30,  12.50, date '1996-02-29'),
    (7, true,  NULL,      NULL,    NULL,    NULL, NULL, NULL),
    (8, true,  'single',  '20007', 'FR',    17,  12.50, date '1996-02-29'),
    (9, true,  'single',  '20007', 'IN',    30,  12.50, date '9999-12-31'),
    (10, NULL, 'single',  '20007', 'IN|CA', NULL, 12.5, date '2008-11-23')
) t(id, worker__licensed, worker__family, job__noc, worker__citizenships, worker__age, job__hourly_wage, worker__birth_date)
"""
YES, NO, OPEN = (True, True), (False, False), (False, True)
ANSWERS = [YES, OPEN, YES, NO, NO, OPEN, OPEN, NO, NO, NO]


def asked(query):
    with duckdb.connect() as connection:
        connection.execute(PEOPLE)
        return connection.execute(f"select * from ({query}) order by id").fetchall()  # noqa: S608 - our own query


def test_a_table_of_ones_own_is_asked_with_null_for_unknown():
    found = asked(to_sql(RULE, None, DAY_ASKED, "duckdb", layout=LAYOUT, keep=["id"]))
    assert found == [(at + 1, *answer) for at, answer in enumerate(ANSWERS)]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_dialect_reads_back_as_the_same_question(dialect):
    query = to_sql(RULE, None, DAY_ASKED, dialect, layout=LAYOUT, keep=["id"])
    back = sqlglot.parse_one(query, dialect=dialect)
    assert back.sql(dialect=dialect, pretty=True, identify=True).lower() == query.lower()
    found = asked(back.sql(dialect="duckdb", identify=True))
    assert [row[1:] for row in found] == ANSWERS


def test_a_long_list_of_codes_is_joined_and_a_short_one_compared():
    query = to_sql(NOC.is_("20007"), None, DAY_ASKED, "spark", layout=LAYOUT)
    assert "LEFT JOIN `codes_job__noc`" in query
    assert "JOIN" not in to_sql(FAMILY.is_("married"), None, DAY_ASKED, "spark", layout=LAYOUT)


def test_no_column_of_a_program_is_null():
    program = Program(LAYOUT, None, DAY_ASKED)
    program.ask("rule", RULE)
    program.ask("age", AGE)
    program.ask("born", later(BORN, Constant(1, YEARS)))
    query = written(select(program, "people", own=True), "duckdb")
    with duckdb.connect() as connection:
        connection.execute(PEOPLE)
        assert not any(None in row for row in connection.execute(query).fetchall())


def test_an_unknown_dialect_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="spark"):
        to_sql(RULE, None, DAY_ASKED, "klingon", layout=LAYOUT)
