"""The logic of one case: three-valued, monotone in knowledge, and Python's own where all is known."""

import datetime as dt
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landed.expr import (
    DAY,
    DAYS,
    MONTHS,
    YEARS,
    About,
    BoolFact,
    Meets,
    NotEncoded,
    NumberFact,
    Obtainable,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    judgement,
    later,
    not_,
    undertaking,
)  # fmt: skip
from landed.expr.evaluate import evaluate
from landed.expr.finding import Open
from landed.expr.leaves import Band, ChoiceFact, Lookup, NumberParameter, OnList, SeveralFact
from landed.expr.nodes import (
    AllOf,
    AnyOf,
    Compare,
    Constant,
    Count,
    Given,
    Least,
    Most,
    Not,
    OneOf,
    Overlap,
    Sum,
)
from landed.expr.values import Span

sys.path.insert(0, str(Path(__file__).parent))
from strategies import ABOUT, FLAGS, LAW, UNKNOWN, Fake, cases, numbers, truths

CITE = cite("X")


def plainly(node, facts):  # noqa: C901, PLR0912 - an independent reading, in Python's own logic
    """Evaluate with Python's own logic, all facts known."""
    match node:
        case BoolFact(name=name) | NumberFact(name=name) | ChoiceFact(name=name) | SeveralFact(name=name):
            return facts[name]
        case AllOf(parts):
            return all(plainly(part, facts) for part in parts)
        case AnyOf(parts):
            return any(plainly(part, facts) for part in parts)
        case Not(part):
            return not plainly(part, facts)
        case Compare(left, operator, right):
            a, b = plainly(left, facts), plainly(right, facts)
            return {">=": a >= b, ">": a > b, "<=": a <= b, "<": a < b, "=": a == b}[operator]
        case OneOf(code, codes):
            return plainly(code, facts) in codes
        case Overlap(held, codes):
            return bool(plainly(held, facts) & codes)
        case OnList(code, _, part):
            return plainly(code, facts) in (LAW["law.list"].part if part else LAW["law.list"].whole)
        case Lookup(_, (code,)):
            return {"a": 3, "b": 9, "c": 0, "d": 5}[plainly(code, facts)]
        case Band(_, key):
            value = plainly(key, facts)
            return 7 if value >= 10 else 2 if value >= 5 else 0
        case NumberParameter():
            return 8
        case Constant(steps):
            return steps
        case Sum(parts=parts):
            return sum(plainly(part, facts) for part in parts)
        case Least(parts=parts):
            return min(plainly(part, facts) for part in parts)
        case Most(parts=parts):
            return max(plainly(part, facts) for part in parts)
        case Given(condition=condition, then=then, otherwise=otherwise):
            return plainly(then if plainly(condition, facts) else otherwise, facts)
        case Count(parts=parts):
            return sum(plainly(part, facts) for part in parts)
    raise AssertionError(node)


@given(truths(), cases(unknowns=False))
def test_with_all_known_it_is_pythons_own_logic(expression, facts):
    found = evaluate(expression, Fake(facts))
    assert found.value is plainly(expression, facts)
    assert not found.opens


@given(numbers(3), cases(unknowns=False))
def test_with_all_known_a_number_is_pythons_own(expression, facts):
    value = plainly(expression, facts)
    assert evaluate(expression, Fake(facts)).value == Span(value, value)


@given(truths(), truths(), cases())
def test_de_morgan_holds_with_unknowns(a, b, facts):
    asked = Fake(facts)
    assert evaluate(not_(AllOf((a, b))), asked).value == evaluate(AnyOf((not_(a), not_(b))), asked).value
    assert evaluate(not_(AnyOf((a, b))), asked).value == evaluate(AllOf((not_(a), not_(b))), asked).value


@given(truths(unseen=True), cases(), cases(unknowns=False))
@settings(max_examples=300)
def test_learning_a_fact_never_turns_an_answer_round(expression, facts, learned):
    before = evaluate(expression, Fake(facts)).value
    more = {name: learned[name] if value is UNKNOWN else value for name, value in facts.items()}
    after = evaluate(expression, Fake(more)).value
    assert before is None or before is after


@given(numbers(3), cases(), cases(unknowns=False))
def test_bounds_hold_every_completion(expression, facts, learned):
    bounds = evaluate(expression, Fake(facts)).span
    more = {name: learned[name] if value is UNKNOWN else value for name, value in facts.items()}
    assert bounds.lo <= plainly(expression, more) <= bounds.hi


@given(truths(unseen=True), cases())
def test_an_open_answer_names_what_leaves_it_open_and_a_settled_one_nothing(expression, facts):
    found = evaluate(expression, Fake(facts))
    assert (found.value is None) == bool(found.opens)
    unknown = {name for name, value in facts.items() if value is UNKNOWN}
    assert {one.what for one in found.opens if one.kind == "fact"} <= unknown


@given(truths(), cases())
def test_a_clause_is_worth_what_it_says(expression, facts):
    asked = Fake(facts)
    assert evaluate(clause("Text", expression, cites=CITE), asked).value is evaluate(expression, asked).value


def test_an_expression_has_no_truth_of_its_own():
    age = NumberFact("age", ABOUT, YEARS)
    with pytest.raises(TypeError, match="all_of"):
        assert 18 <= age <= 35


def test_units_must_agree():
    with pytest.raises(TypeError, match="years cannot be compared with months"):
        assert NumberFact("a", ABOUT, YEARS) >= NumberFact("b", ABOUT, MONTHS)


def test_a_clause_that_does_not_apply_asks_nothing_and_closes_nothing():
    found = evaluate(clause("T", FLAGS[0], cites=CITE, when=FLAGS[1]), Fake({"flag1": False}))
    assert (found.value, found.applies, found.opens) == (True, False, frozenset())


def test_a_clause_of_which_it_is_unknown_whether_it_applies_is_open_unless_met():
    asked = Fake({"flag0": True})
    assert evaluate(clause("T", FLAGS[0], cites=CITE, when=FLAGS[1]), asked).value is True
    found = evaluate(clause("T", FLAGS[0], cites=CITE, when=FLAGS[1]), Fake({"flag0": False}))
    assert found.value is None
    assert found.opens == {Open("fact", "flag1")}


def test_law_not_encoded_is_unknown_for_ever_and_is_no_question():
    found = evaluate(all_of(FLAGS[0], NotEncoded("the points of November")), Fake({"flag0": True}))
    assert found.value is None
    assert found.opens == {Open("law", "the points of November")}
    assert evaluate(all_of(FLAGS[0], NotEncoded("x")), Fake({"flag0": False})).value is False


class Asserting(Fake):
    said = None

    def assertion(self, route, clause):
        return self.said if (route, clause) == ("r", "advanced") else None


@pytest.mark.parametrize("said", [True, False, None])
def test_a_judgement_is_true_only_by_assertion(said):
    asked = Asserting({})
    asked.said = said
    node = judgement("Advanced knowledge", cites=CITE, key="advanced", unless=None)
    assert evaluate(node, asked, "r").value is said


def test_an_indicator_makes_a_judgement_false_whatever_was_asserted():
    asked = Asserting({"flag0": True})
    asked.said = True
    found = evaluate(judgement("Advanced", cites=CITE, key="advanced", unless=FLAGS[0]), asked, "r")
    assert found.value is False


def test_a_judgement_without_assertion_is_for_the_officer_and_asks_only_for_its_indicators():
    node = judgement("Advanced", cites=CITE, key="advanced", unless=FLAGS[0])
    assert evaluate(node, Fake({"flag0": False}), "r").opens == {Open("judgement", "r/advanced")}
    assert evaluate(node, Fake({}), "r").opens == {Open("judgement", "r/advanced"), Open("fact", "flag0")}


def test_a_result_is_there_when_stated_or_when_a_route_to_it_is_open():
    asked = Fake({"flag0": UNKNOWN})
    yes, no = evaluate(FLAGS[1], Fake({"flag1": True})), evaluate(FLAGS[1], Fake({"flag1": False}))
    asked.meetings = {"a": no, "b": yes}
    assert evaluate(Obtainable(FLAGS[0], ("a", "b")), asked).value is True
    asked.meetings = {"a": no, "b": no}
    assert evaluate(Obtainable(FLAGS[0], ("a", "b")), asked).value is None
    asked.facts["flag0"] = False
    assert evaluate(Obtainable(FLAGS[0], ("a", "b")), asked).value is False
    assert evaluate(Meets("a"), asked).value is False


def test_days_move_by_civil_years_and_days():
    day = NumberFact("day", About("?"), DAY)
    leap = dt.date(2024, 2, 29).toordinal()
    asked = Fake({"day": leap})
    asked.fact = lambda _: Span(leap, leap)
    a_year_on = evaluate(later(day, Constant(1, YEARS)), asked).span
    assert a_year_on.lo == dt.date(2025, 3, 1).toordinal()
    assert evaluate(day + Constant(60, DAYS), asked).span.lo == dt.date(2024, 4, 29).toordinal()
    assert evaluate(Today() - day, asked).span.lo == (asked.day - dt.date(2024, 2, 29)).days


@given(st.integers(-5, 25), st.integers(0, 10))
def test_a_band_is_the_row_of_the_greatest_threshold_reached(low, width):
    from strategies import BANDS, NUMBERS

    asked = Fake({})
    asked.fact = lambda _: Span(low, low + width)
    expected = [7 if n >= 10 else 2 if n >= 5 else 0 for n in range(low, low + width + 1)]
    assert evaluate(BANDS[NUMBERS[0]], asked).span == Span(min(expected), max(expected))


def test_an_undertaking_names_the_party_that_promises():
    node = undertaking("A benefits plan", FLAGS[0], cites=CITE)
    assert (node.kind, node.party, node.key) == ("undertaking", "employer", "a_benefits_plan")
    assert any_of(node).kind == "undertaking"
