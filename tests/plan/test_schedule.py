"""The step graph in time: order, unknown lengths, and the latest safe start against trying every day."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.plan.schedule import Days, Length, Node, first_end, latest_start, run

MONDAY = dt.date(2026, 11, 23)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31))
LENGTHS = st.one_of(
    st.builds(Length, st.integers(0, 40), st.just("business days"), st.sampled_from(("CA", "CA-BC", "US"))),
    st.builds(Length, st.integers(0, 60), st.just("days")),
    st.builds(Length, st.integers(0, 6), st.just("weeks")),
    st.builds(Length, st.integers(0, 4), st.just("months")),
)


@st.composite
def graphs(draw, lengths=LENGTHS):
    nodes = []
    for number in range(draw(st.integers(1, 6))):
        before = draw(st.sets(st.sampled_from(range(number)), max_size=3)) if number else set()
        standard = tuple(draw(st.lists(lengths, max_size=2)))
        slowest = (*standard, *draw(st.lists(lengths, max_size=1)))
        nodes.append(Node(str(number), tuple(str(each) for each in before), standard, slowest))
    return tuple(draw(st.permutations(nodes)))


def days(count: int) -> tuple[Length, ...]:
    return (Length(count, "days"),)


def test_a_step_begins_when_the_last_of_those_before_it_ends():
    nodes = (Node("c", ("a", "b")), Node("a", (), days(3)), Node("b", (), days(5)))
    assert run(nodes, MONDAY, "standard")["c"] == Days(dt.date(2026, 11, 28), dt.date(2026, 11, 28))


def test_a_step_without_a_length_is_done_on_the_day():
    assert run((Node("a", ()),), MONDAY, "slowest")["a"] == Days(MONDAY, MONDAY)


def test_where_it_is_not_known_which_length_holds_the_longest_counts():
    node = Node("a", (), (Length(2, "weeks"), Length(10, "business days", "CA"), Length(1, "months")))
    assert run((node,), MONDAY, "standard")["a"].end == dt.date(2026, 12, 23)


def test_an_unknown_length_makes_only_what_waits_for_it_unknown():
    nodes = (Node("a", (), (Length(None),)), Node("b", ("a",)), Node("c", (), days(1)))
    found = run(nodes, MONDAY, "standard")
    assert (found["a"].start, found["a"].end, found["b"].start) == (MONDAY, None, None)
    assert found["c"].end == dt.date(2026, 11, 24)
    assert first_end(found, ("b",)) is None
    assert first_end(found, ("b", "c")) == dt.date(2026, 11, 24)
    assert latest_start(nodes, ("b",), dt.date(2030, 1, 1), MONDAY, "standard") is None


def test_a_month_from_the_last_of_january_is_the_last_of_february():
    assert Length(1, "months").from_day(dt.date(2027, 1, 31)) == dt.date(2027, 2, 28)


def test_a_length_beyond_the_calendar_is_unknown():
    assert Length(9000, "years").from_day(MONDAY) is None


def test_a_circle_is_refused():
    with pytest.raises(ValueError, match="wait for one another"):
        run((Node("a", ("b",)), Node("b", ("a",))), MONDAY, "standard")


def test_the_latest_safe_start_is_none_when_today_is_too_late():
    nodes = (Node("a", (), days(30)),)
    assert latest_start(nodes, ("a",), MONDAY + dt.timedelta(days=29), MONDAY, "standard") is None
    assert latest_start(nodes, ("a",), MONDAY + dt.timedelta(days=30), MONDAY, "standard") == MONDAY


@settings(deadline=None)
@given(graphs(), DAYS, st.integers(0, 60))
def test_starting_later_never_ends_anything_earlier(nodes, start, wait):
    for fortune in ("standard", "slowest"):
        early, late = run(nodes, start, fortune), run(nodes, start + dt.timedelta(days=wait), fortune)
        assert all(early[node.id].end <= late[node.id].end for node in nodes)


@settings(deadline=None)
@given(graphs(), DAYS)
def test_nothing_begins_before_the_start_or_before_what_comes_before_it(nodes, start):
    found = run(nodes, start, "standard")
    for node in nodes:
        assert start <= found[node.id].start <= found[node.id].end
        assert all(found[before].end <= found[node.id].start for before in node.before)


@settings(deadline=None)
@given(graphs(), DAYS)
def test_the_slowest_is_never_before_the_standard(nodes, start):
    standard, slowest = run(nodes, start, "standard"), run(nodes, start, "slowest")
    assert all(standard[node.id].end <= slowest[node.id].end for node in nodes)


@settings(max_examples=60, deadline=None)
@given(graphs(), DAYS, st.integers(0, 150), st.sampled_from(("standard", "slowest")))
def test_the_latest_safe_start_is_what_trying_every_day_finds(nodes, earliest, room, fortune):
    deadline = earliest + dt.timedelta(days=room)
    goals = tuple(node.id for node in nodes[:2])
    safe = [
        day
        for day in (earliest + dt.timedelta(days=more) for more in range(room + 1))
        if first_end(run(nodes, day, fortune), goals) <= deadline
    ]
    assert latest_start(nodes, goals, deadline, earliest, fortune) == max(safe, default=None)
