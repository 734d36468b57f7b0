"""`landed sql`: routes, programmes and systems as one query, over the columns that a table has."""

import datetime as dt

import duckdb
import pytest
import sqlglot

from landed.errors import UsageError
from landed.expr.sql import DIALECTS
from landed.law import Law, Overlay
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


@pytest.mark.parametrize("name", ["", "  ", "people\nDROP TABLE people", "a;\tb", 'x"; drop table y; --'])
def test_what_is_no_name_of_a_table_is_refused(name):
    with pytest.raises(UsageError, match=r"the table .*not a name"):
        query(LAW, ["canada.bridging_permit"], DAY, table=name)


@pytest.mark.parametrize(
    ("dialect", "name", "written"),
    [
        ("duckdb", 'hr."odd table"', '"hr"."odd table"'), ("duckdb", "people; drop table x", '"people; drop table x"'),
        ("spark", "hr.`odd table`", "`hr`.`odd table`"), ("bigquery", "`my-project`.hr.people", "`my-project`.`hr`.`people`"),
    ],
)  # fmt: skip
def test_an_odd_name_of_a_table_is_one_name(dialect, name, written):
    sql = query(LAW, ["canada.bridging_permit"], DAY, dialect, table=name).sql
    assert written in sql
    assert len(sqlglot.parse(sql, dialect=dialect)) == 1


@pytest.mark.parametrize("dialect", DIALECTS)
def test_odd_names_of_columns_come_back_as_they_are(dialect):
    odd = ["order", "a b", 'x"; drop table y; --', "x`y", "it's", "\u00dcn\u00ef"]
    (back,) = sqlglot.parse(
        query(LAW, ["canada.bridging_permit"], DAY, dialect, keep=odd, has=HAS).sql, dialect=dialect
    )
    assert back.named_selects[: len(odd)] == odd


@pytest.mark.parametrize("keep", [[""], ["x\ny"], ["open_lo"], ["OPEN_HI"], ["a", "A"]])
def test_columns_that_cannot_be_told_apart_are_not_given_back(keep):
    with pytest.raises(UsageError, match="--keep"):
        query(LAW, ["canada.bridging_permit"], DAY, keep=keep)


def test_no_name_leaves_the_comments_above_the_query():
    reform = Overlay((), "a reform\nDROP TABLE people")
    text = str(query(Law(overlay=reform), ["canada.bridging_permit"], DAY))
    assert all(line.startswith("-- ") for line in text.partition("\nWITH")[0].splitlines())


@pytest.mark.parametrize(
    ("column", "right"),
    [
        ("worker_age", "worker__age"),
        ("worker.age", "worker__age"),
        ("Worker_Birth_Date", "worker__birth_date"),
        ("job_noc", "job__noc"),
    ],
)
def test_a_column_with_the_letters_of_a_fact_is_refused_with_the_right_name(column, right):
    with pytest.raises(UsageError, match=f"did you mean '{right}'"):
        query(LAW, ["crs"], DAY, has=[column, "person_id"])


def test_columns_of_ones_own_are_passed_over():
    assert not query(LAW, ["crs"], DAY, has=["person_id", "age", "status", "joblist"]).reads


@pytest.mark.parametrize(
    ("name", "near"),
    [("crss", "'crs'"), ("canda", "'canada'"), ("united_state", "'united_states'"), ("nope", "")],
)
def test_a_single_word_that_is_nothing_is_told_with_the_nearest_name(name, near):
    with pytest.raises(UsageError, match="no route, programme, country or scored system") as caught:
        query(LAW, [name], DAY)
    assert (f"did you mean {near}" in str(caught.value)) is bool(near)
