"""Random expressions of every kind, and rows in which each fact is known, partly known, or unknown."""

from __future__ import annotations

import datetime as dt
import math
import sys
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

from hypothesis import strategies as st

from landed.expr import (
    CAD_PER_HOUR,
    COUNT,
    DAY,
    DAYS,
    MONTHS,
    YEARS,
    About,
    BoolFact,
    ChoiceParameter,
    CodeList,
    FlagParameter,
    Meets,
    NotEncoded,
    NumberFact,
    Obtainable,
    SeveralFact,
    Table,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    given,
    judgement,
    later,
    least,
    most,
    not_,
)  # fmt: skip
from landed.expr.columns import Bounded, fitted
from landed.expr.dated import Absent, Cells, Codes, Dated, Steps
from landed.expr.evaluate import evaluate
from landed.expr.finding import Finding
from landed.expr.nodes import Constant, Count, Scaled
from landed.expr.values import ANY_MEMBERS, Members, Span, kleene_and

sys.path.insert(0, str(Path(__file__).parents[1] / "expr"))
import strategies

ABOUT = About("?")
DAYS_HELD = [NumberFact(f"day{i}", ABOUT, DAY) for i in range(2)]
WAGES = [NumberFact(f"wage{i}", ABOUT, CAD_PER_HOUR, 0) for i in range(2)]
ASSERTED = BoolFact("a/judged", ABOUT)
LISTED = SeveralFact("set1", ABOUT)
SETS = [*strategies.SETS, LISTED]
FACTS = [*strategies.FLAGS, *strategies.NUMBERS, *strategies.CHOICES, *SETS, *DAYS_HELD, *WAGES, ASSERTED]
PAIRS = Table("law.pairs", YEARS, keys=2)
HIDDEN = Table("law.hidden", YEARS)
DATED_LIST = CodeList("law.old_list")
FALLING = strategies.Bands("law.falling", YEARS, YEARS)
WAGE_BANDS = strategies.Bands("law.wage_bands", COUNT, CAD_PER_HOUR)
LAW = strategies.LAW | {
    "law.pairs": Cells({("a", "a"): 4, ("a", "b"): 1, ("d", "c"): 11}, 2, ("", "")),
    "law.hidden": Cells({("a",): 4, ("b",): Absent.NOT_ENCODED}, 6, ("",)),
    "law.old_list": Codes(frozenset({"a2", "b1", "d1"}), {}, "old"),
    "law.falling": Steps(((0, 9), (4, 6), (9, Absent.NONE), (15, 3))),
    "law.wage_bands": Steps(((0, 1), (2000, 2), (3846, 3), (5000, Absent.NOT_ENCODED))),
    "a.in_force": True, "a.intake": "open", "b.in_force": True, "b.intake": Absent.NOT_ENCODED,
    "c.in_force": False, "c.intake": "open",
}  # fmt: skip
IMAGES = {"a": {"a1", "a2"}, "b": {"b1"}, "c": {"c1", "d1"}, "d": {"d1"}}
DAY_ASKED = dt.date(2024, 2, 29)
CITE = cite("X")


def a_route(name, requires, unless=None):
    return SimpleNamespace(
        id=name, requires=requires, in_force=FlagParameter(f"{name}.in_force"),
        intake=ChoiceParameter(f"{name}.intake", ("open", "closed")),
        reservations=(SimpleNamespace(unless=unless),),
    )  # fmt: skip


flag0, flag1, flag2 = strategies.FLAGS
ROUTES = {
    "a": a_route("a", all_of(judgement("Judged", cites=CITE, key="judged", unless=flag1), flag0), flag2),
    "b": a_route("b", flag1),
    "c": a_route("c", flag1),
}


class Epoch:
    """The law, as the compiled readings ask for it."""

    def dated(self, parameter):
        return Dated(parameter.id, LAW[parameter.id], dt.date(2017, 1, 1), dt.date(2017, 1, 1), "official")

    def images(self, codes, scheme):
        assert scheme == "old"
        images = [IMAGES.get(code) for code in codes]
        return None if None in images else frozenset().union(*images)

    def route(self, name):
        return ROUTES[name]


@dataclass
class Row(Epoch):
    """One row, as `evaluate` asks it."""

    facts: dict
    day: dt.date = DAY_ASKED
    met: dict = field(default_factory=dict)

    def fact(self, fact):
        return self.facts[fact.name]

    def meets(self, name):
        law = ROUTES[name]
        gates = [evaluate(law.in_force, self).truth, evaluate(law.intake.is_("open"), self).truth]
        truth = False if False in gates else kleene_and([*gates, evaluate(law.requires, self, name).truth])
        unless = law.reservations[0].unless
        if unless is not None and False not in gates and evaluate(unless, self).truth is True:
            truth = False
        return Finding(law.requires, truth)

    def assertion(self, route, key):
        return self.facts.get(f"{route}/{key}")


# ---------------------------------------------------------------------------------------------- expressions

_months = st.one_of(
    st.builds(Constant, st.integers(-14, 30), st.just(MONTHS)),
    st.builds(Constant, st.integers(-6, 6), st.just(YEARS)),
)


def days(depth=2):
    leaf = st.one_of(st.sampled_from(DAYS_HELD), st.just(Today()))
    if not depth:
        return leaf
    inner = days(depth - 1)
    return st.one_of(
        leaf,
        st.builds(later, inner, _months),
        st.builds(lambda day, number: day + number, inner, st.builds(Constant, st.integers(-99, 99), st.just(DAYS))),
        st.builds(least, inner, inner),
        st.builds(given, st.sampled_from(strategies.FLAGS), inner, inner),
    )  # fmt: skip


def wages(depth=1):
    leaf = st.one_of(
        st.sampled_from(WAGES), st.builds(Constant, st.integers(1000, 7000), st.just(CAD_PER_HOUR))
    )
    if not depth:
        return leaf
    inner = wages(depth - 1)
    return st.one_of(
        leaf,
        st.builds(Scaled, inner, st.integers(-2, 5), st.integers(1, 5), st.just(CAD_PER_HOUR)),
        st.builds(least, inner, inner),
        st.builds(most, inner, inner),
        st.builds(given, st.sampled_from(strategies.FLAGS), inner, inner),
    )


def numbers(depth=2):
    from_codes = st.tuples(*[st.sampled_from(strategies.CHOICES)] * 2)
    leaf = st.one_of(
        strategies.numbers(1, unseen=True),
        from_codes.map(lambda codes: PAIRS[codes]),
        st.sampled_from(strategies.CHOICES).map(lambda code: HIDDEN[code]),
        wages().map(lambda wage: WAGE_BANDS[wage]).map(lambda n: Scaled(n, 1, 1, YEARS)),
        st.builds(lambda a, b: Scaled(a - b, 1, 1, YEARS), days(), days()),
        st.just(FALLING.most),
    )
    if not depth:
        return leaf
    inner = numbers(depth - 1)
    return st.one_of(
        leaf,
        inner.map(lambda number: FALLING[number]),
        st.builds(lambda a, b: a + b, inner, inner),
        st.builds(lambda a, b: a - b, inner, inner),
        st.builds(Scaled, inner, st.integers(-3, 3), st.just(1), st.just(YEARS)),
        st.builds(least, inner, inner),
        st.builds(given, truths(depth - 1), inner, inner),
    )


def truths(depth=3):
    def compared(amounts):
        return st.tuples(amounts, st.sampled_from([">=", ">", "<=", "<", "="]), amounts).map(
            strategies._compare
        )

    leaf = st.one_of(
        strategies.truths(1, unseen=True),
        compared(days(1)),
        compared(wages()),
        st.sampled_from(strategies.CHOICES).map(DATED_LIST.has),
        st.sampled_from(SETS).map(DATED_LIST.overlaps),
        st.sampled_from(["a", "b", "c"]).map(Meets),
        st.just(Obtainable(flag1, ("a", "c"))),
        st.just(NotEncoded("law")),
    )
    if not depth:
        return leaf
    inner = truths(depth - 1)
    return st.one_of(
        leaf,
        compared(numbers(depth - 2) if depth > 1 else strategies.numbers(0, unseen=True)),
        st.builds(not_, inner),
        st.builds(all_of, inner, inner),
        st.builds(any_of, inner, inner, inner),
        st.builds(lambda says, when: clause("T", says, cites=CITE, when=when), inner, inner),
        st.builds(lambda says: judgement("J", cites=CITE, key="judged", unless=says), inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Count(tuple(parts)) >= 2),
    )


# ----------------------------------------------------------------------------------------------------- rows

_first = DAY_ASKED.toordinal() - 1500


def spans(amount, furthest):
    return st.one_of(
        amount.map(lambda n: Span(n, n)),
        st.tuples(amount, amount).map(lambda ends: Span(min(ends), max(ends))),
        st.just(furthest),
    )


def _codes(options):
    some = st.frozensets(st.sampled_from(options))
    return st.one_of(
        some.map(lambda held: Members(held, held)),
        st.tuples(some, some).map(lambda two: Members(two[0], two[0] | two[1])),
        some.map(lambda held: Members(held, None)),
        st.just(ANY_MEMBERS),
    )


_never = [Span(math.inf, math.inf), Span(-math.inf, -math.inf), Span(-math.inf, math.inf)]
_value = {
    **{flag.name: st.sampled_from([True, False, None]) for flag in (*strategies.FLAGS, ASSERTED)},
    **{n.name: spans(st.integers(0, 20), Span(0, 20)) for n in strategies.NUMBERS},
    **{
        choice.name: st.frozensets(st.sampled_from(choice.options), min_size=1)
        for choice in strategies.CHOICES
    },
    "set0": _codes(["x", "y", "z"]),
    "set1": _codes(["a", "b", "c", "d", "e"]),
    **{
        day.name: st.one_of(spans(st.integers(_first, _first + 3000), _never[2]), st.sampled_from(_never))
        for day in DAYS_HELD
    },
    **{
        wage.name: spans(
            st.builds(Fraction, st.integers(100_000, 1_000_000), st.sampled_from([1, 52, 208])).map(
                lambda amount: int(amount) if amount.denominator == 1 else amount
            ),
            Span(0, math.inf),
        )
        for wage in WAGES
    },
}
rows = st.lists(st.fixed_dictionaries(_value), min_size=1, max_size=6)


def encodings(draw_bounded):
    """The encoding that fits, or for small numbers bounds in two columns."""

    def encode(fact, values):
        if draw_bounded and isinstance(fact, NumberFact) and fact.highest == 20:
            return Bounded(fact, 0, 20, limited=True)
        return fitted(fact, values)

    return encode
