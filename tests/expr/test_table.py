"""Plain columns and snapshots become the same columns without a null."""

import datetime as dt
import math

import polars as pl

from landed.expr import CAD_PER_HOUR, CLB, DAY, About, BoolFact, ChoiceFact, NumberFact, SeveralFact
from landed.expr.columns import Held, Kind, cells, standard, unknown
from landed.expr.table import columns_of, from_plain
from landed.expr.values import Members, Span
from landed.facts import Case, Snapshot, worker

ABOUT = About("?")
FACTS = {
    BoolFact("licensed", ABOUT): [(True, True), (False, False), (None, None)],
    ChoiceFact("family", ABOUT, ("single", "married")): [
        ("married", frozenset({"married"})), ("of another kind", None), (None, None),
    ],
    NumberFact("level", ABOUT, CLB, 0, 12): [(9, Span(9, 9)), (13, None), (None, None)],
    NumberFact("wage", ABOUT, CAD_PER_HOUR, 0): [(40.87, Span(4087, 4087)), (0.0, Span(0, 0)), (None, None)],
    NumberFact("born", ABOUT, DAY): [
        (dt.date(1996, 2, 29), Span(dt.date(1996, 2, 29).toordinal(), dt.date(1996, 2, 29).toordinal())),
        (dt.date(9999, 12, 31), Span(math.inf, math.inf)), (None, None),
    ],
    SeveralFact("citizen", ABOUT): [
        (["US"], Members(frozenset({"US"}), frozenset({"US"}))),
        (["IN", "FR"], Members(frozenset({"IN"}), frozenset({"IN"}))), (None, None),
    ],
}  # fmt: skip


def test_plain_columns_are_encoded_as_what_they_say():
    layout = {fact.name: standard(fact, ("IN", "US")) for fact in FACTS}
    plain = pl.LazyFrame({fact.name: [written for written, _ in rows] for fact, rows in FACTS.items()})
    found = from_plain(plain.with_columns(key=pl.lit(7)), layout).collect()
    assert found["key"].to_list() == [7, 7, 7]
    for fact, rows in FACTS.items():
        encoding = layout[fact.name]
        values = [unknown(fact) if value is None else value for _, value in rows]
        assert found.select(encoding.columns).rows() == list(cells(encoding, values)), fact.name


def test_snapshots_become_columns_that_hold_all_that_is_known():
    someone = Snapshot(Case(on=dt.date(2026, 11, 22))).with_facts({"worker.birth_date": "1994-03-14"})
    nobody = Snapshot(Case(on=dt.date(2026, 11, 22)))
    facts = [worker.age, worker.birth_date, worker.family]
    table, layout = columns_of([someone, nobody], facts)
    ages = layout["worker.age"].values
    assert [ages[at] for at in table["worker.age"]] == [Span(32, 32), Span(0, 120)]
    assert table["worker.birth_date.lo"].dtype == pl.Int32
    assert table.null_count().sum_horizontal().item() == 0


def test_no_people_are_an_empty_table():
    table, _ = columns_of([], [worker.age, worker.birth_date])
    assert table.height == 0
    assert "worker.birth_date.hi" in table.columns


def test_of_several_codes_each_kind_is_a_truth_and_what_is_not_written_as_a_code_is_unknown():
    fact = SeveralFact("citizen", ABOUT)
    partners = Kind("MX", frozenset({"MX", "US"}))
    encoding = Held(fact, (partners, Kind("IN")), written="[A-Z]{2}")
    rows = [["US", "MX"], ["FR"], ["FR", "US"], [], ["France"], None]
    found = from_plain(
        pl.LazyFrame({"citizen": rows}, {"citizen": pl.List(pl.String)}), {"citizen": encoding}
    ).collect()
    assert found.columns == ["citizen.unknown", "citizen.MX", "citizen.IN"]
    assert found.rows() == [
        (False, True, False), (False, False, True), (False, True, True), (False, False, False),
        (True, False, False), (True, False, False),
    ]  # fmt: skip
    known = [
        Members(frozenset(row), frozenset(row)) if row is not None and "France" not in row else unknown(fact)
        for row in rows
    ]
    assert [tuple(map(bool, cells_)) for cells_ in cells(encoding, known)] == found.rows()
