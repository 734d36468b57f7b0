"""`landed sql`: routes, programmes and systems as one query, over the columns that a table has."""

import datetime as dt

import duckdb
import pytest
import sqlglot

from landed.errors import UsageError
from landed.expr.sql import DIALECTS
from landed.law import Law
from landed.law.query import chosen, query

LAW = Law()
DAY = dt.date(2026, 11, 22)
PEOPLE = """
create table people as from (values
    (1, '21231', 'US', 30, 'BC'), (2, '99999', 'US', 30, 'BC'), (3, '21231', 'India', 30, 'QC'), (4, NULL, 'IN|CA', 30, NULL)
) t(person_id, job__noc, worker__citizenships, worker__age, job__province)
"""
HAS = ["person_id", "job__noc", "worker__citizenships", "worker__age", "job__province"]


def ask(asked):
    with duckdb.connect() as connection:
        connection.execute(PEOPLE)
        return connection.execute(f"select * from ({asked.sql}) order by person_id").fetchall()  # noqa: S608 - our own query


def test_one_route_gives_open_and_one_system_points():
    route = query(LAW, ["canada.bridging_permit"], DAY, has=HAS)
    assert [name for name, _ in route.gives] == ["open_lo", "open_hi"]
    system = query(LAW, ["crs"], DAY, has=HAS)
    assert [name for name, _ in system.gives] == ["points_lo", "points_hi"]


def test_several_are_named_by_their_ids_and_a_key_is_kept():
    found = query(LAW, ["canada.cusma", "crs"], DAY, keep=["person_id"], has=HAS, failing=True)
    names = [name for name, _ in found.gives]
    assert names[0] == "person_id"
    assert {
        "canada_cusma_professional_lo",
        "canada_cusma_professional_failing",
        "canada_express_entry_crs_hi",
    } <= {*names}
    assert [row[0] for row in ask(found)] == [1, 2, 3, 4]


def test_a_citizen_of_neither_partner_fails_the_clause_of_citizenship_and_a_country_in_words_is_unknown():
    found = query(LAW, ["canada.cusma.professional"], DAY, keep=["person_id"], has=HAS, failing=True)
    listed = dict(found.gives)["failing"].partition(": ")[2].split(", ")
    bit = next(1 << at for at, key in enumerate(listed) if "citizen" in key)
    fails = {row[0]: bool(row[3] & bit) for row in ask(found)}
    assert fails == {1: False, 2: False, 3: False, 4: True}


def test_a_programme_and_a_country_are_all_their_routes():
    routes, scores = chosen(LAW, ["canada.cusma"])
    assert routes == LAW.routes_of("canada.cusma") != []
    assert scores == []
    assert chosen(LAW, ["united_states", "united_states"])[0] == LAW.routes(("US",))
    assert len(chosen(LAW, ["all"])[0]) == len(LAW.routes())


def test_what_a_table_has_no_column_for_is_unknown_and_not_read():
    few = query(LAW, ["canada.express_entry"], DAY, has=["worker__age", "WORKER__CITIZENSHIPS"])
    assert {encoding.fact.name for encoding in few.reads} <= {"worker.age", "worker.citizenships"}


def test_a_column_that_is_nearly_a_fact_is_refused_with_the_right_name():
    with pytest.raises(UsageError, match="did you mean 'worker__birth_date'"):
        query(LAW, ["crs"], DAY, has=["worker__birthdate"])
    with pytest.raises(UsageError, match=r"canada\.cusma"):
        query(LAW, ["canada.cusmma.professional"], DAY)


def test_it_says_what_it_rests_on_that_was_not_seen_officially():
    found = query(LAW, ["canada.ceta"], DAY)
    assert any("unverified" in each for each in found.weak)
    assert f"--   {found.weak[0]}" in str(found)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_whole_programme_reads_back_in_every_dialect(dialect):
    found = query(LAW, ["canada.cusma", "fsw"], DAY, dialect, keep=["person_id"])
    back = sqlglot.parse_one(found.sql, dialect=dialect)
    assert back.sql(dialect=dialect, pretty=True, identify=True).lower() == found.sql.lower()
