"""Random expressions over a few facts, and random cases of which some facts are unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from hypothesis import strategies as st

from landed.expr import (
    YEARS,
    About,
    Bands,
    BoolFact,
    ChoiceFact,
    CodeList,
    NumberFact,
    NumberParameter,
    SeveralFact,
    Table,
    all_of,
    any_of,
    given,
    least,
    most,
    not_,
    total,
)  # fmt: skip
from landed.expr.dated import Absent, Cells, Codes, Dated, Steps
from landed.expr.nodes import Constant, Count, Overlap
from landed.expr.values import ANY_MEMBERS, Members, Span

ABOUT = About("?")
FLAGS = [BoolFact(f"flag{i}", ABOUT) for i in range(3)]
NUMBERS = [NumberFact(f"number{i}", ABOUT, YEARS, 0, 20) for i in range(3)]
CHOICES = [ChoiceFact(f"choice{i}", ABOUT, ("a", "b", "c", "d")) for i in range(2)]
SETS = [SeveralFact("set0", ABOUT)]
LIST = CodeList("law.list")
TABLE = Table("law.table", YEARS)
BANDS = Bands("law.bands", YEARS, YEARS)
LIMIT = NumberParameter("law.limit", YEARS)
UNSEEN = NumberParameter("law.unseen", YEARS)
LAW = {
    "law.list": Codes(frozenset({"a", "b"}), {"c": "some"}),
    "law.table": Cells({("a",): 3, ("b",): 9, ("c",): Absent.NONE}, 5, ("",)),
    "law.bands": Steps(((-100, 0), (5, 2), (10, 7))),
    "law.limit": 8,
    "law.unseen": Absent.NOT_ENCODED,
}
UNKNOWN = "unknown"


@dataclass
class Fake:
    """A question over a plain map; what is `UNKNOWN` is unknown."""

    facts: dict
    day: dt.date = dt.date(2026, 11, 22)
    meetings: dict = field(default_factory=dict)

    def fact(self, fact):
        value = self.facts.get(fact.name, UNKNOWN)
        match fact:
            case BoolFact():
                return None if value is UNKNOWN else value
            case NumberFact(lowest=lowest, highest=highest):
                return Span(lowest, highest) if value is UNKNOWN else Span(value, value)
            case ChoiceFact(options=options):
                return frozenset(options) if value is UNKNOWN else frozenset({value})
        return ANY_MEMBERS if value is UNKNOWN else Members(frozenset(value), frozenset(value))

    def dated(self, parameter):
        return Dated(parameter.id, LAW[parameter.id], dt.date(2017, 1, 1), dt.date(2017, 1, 1), "official")

    def images(self, codes, scheme):
        return frozenset(codes)

    def meets(self, route):
        return self.meetings[route]

    def assertion(self, route, clause):
        return None


def numbers(depth: int = 2, *, unseen: bool = False):
    leaves = [
        st.sampled_from(NUMBERS),
        st.builds(Constant, st.integers(0, 12), st.just(YEARS)),
        st.just(LIMIT),
    ]
    leaves += [st.sampled_from(CHOICES).map(lambda code: TABLE[code])]
    if unseen:
        leaves.append(st.just(UNSEEN))
    leaf = st.one_of(*leaves)
    if depth == 0:
        return leaf
    inner = numbers(depth - 1, unseen=unseen)
    return st.one_of(
        leaf,
        st.builds(total, inner, inner),
        st.builds(least, inner, inner),
        st.builds(most, inner, inner),
        inner.map(lambda number: BANDS[number]),
        st.builds(given, truths(depth - 1, unseen=unseen), inner, inner),
    )


def truths(depth: int = 3, *, unseen: bool = False):
    leaf = st.one_of(
        st.sampled_from(FLAGS),
        st.sampled_from(CHOICES).map(LIST.has),
        st.sampled_from(CHOICES).map(LIST.has_in_part),
        st.sampled_from(CHOICES).map(lambda code: code.is_("a", "d")),
        st.sampled_from(SETS).map(lambda held: Overlap(held, frozenset({"x", "y"}))),
    )
    if depth == 0:
        return leaf
    inner = truths(depth - 1, unseen=unseen)
    number = numbers(max(depth - 2, 0), unseen=unseen)
    compared = st.tuples(number, st.sampled_from([">=", ">", "<=", "<", "="]), number).map(_compare)
    return st.one_of(
        leaf,
        compared,
        st.builds(not_, inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: all_of(*parts)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: any_of(*parts)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Count(tuple(parts)) >= 2),
    )


def _compare(parts):
    left, operator, right = parts
    return {">=": left.__ge__, ">": left.__gt__, "<=": left.__le__, "<": left.__lt__, "=": left.equals}[
        operator
    ](right)


def cases(*, unknowns: bool = True):
    def value(strategy):
        return st.one_of(st.just(UNKNOWN), strategy) if unknowns else strategy

    return st.fixed_dictionaries(
        {
            **{flag.name: value(st.booleans()) for flag in FLAGS},
            **{number.name: value(st.integers(0, 20)) for number in NUMBERS},
            **{choice.name: value(st.sampled_from(choice.options)) for choice in CHOICES},
            "set0": value(st.frozensets(st.sampled_from(["x", "z"]))),
        }
    )
