"""Measures over language tests."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from landed.expr import civil
from landed.expr.values import Span, Truth, Value
from landed.facts._declare import ABILITIES

if TYPE_CHECKING:
    from landed.facts.records import LanguageTest
    from landed.facts.snapshot import Snapshot

_HIGHEST_CLB = 12
_RESULTS_YEARS = 2
"""Results of a language test count while they are less than two years old."""


def _tests(case: Snapshot, whose: str, tongue: str) -> tuple[Sequence[Any], bool] | None:
    """Return the tests of a language taken by the day, the latest last; None where nothing was said."""
    from landed.facts import languages

    if case.record(f"{whose}.languages") is None:
        return None
    rows, complete = case.rows(f"{whose}.languages")
    mine = [row for row in rows if languages.tongue_of(row.test) == tongue]
    taken = [
        row
        for row in mine
        if (row.taken or case.case.on) <= case.on and languages.accepted(row.test, case.on)
    ]
    if any(languages.corrected(row.test, row.taken) for row in taken):
        case.note(
            "TEF Canada results of 11 December 2023 to 6 May 2024 were issued anew: the corrected ones count."
        )
    return sorted(taken, key=lambda row: row.taken or case.case.on), complete


def _entered(case: Snapshot, whose: str, tongue: str) -> list[LanguageTest] | None:
    """Return the tests of which the results may be the ones to enter, None where nobody knows of any.

    Of several whose results still count it is the one that is better, or as good, in every ability; where each is better
    in something it may be any of them. Where none counts any more it is the latest.
    """
    found = _tests(case, whose, tongue)
    if found is None:
        return None
    tests, complete = found
    if len(tests) < 2:  # noqa: PLR2004 - there is nothing to choose
        return list(tests) if tests or complete else None
    current = [row for row in tests if row.taken and civil.add_years(row.taken, _RESULTS_YEARS) > case.on]
    if not current or not all(row.taken for row in tests):
        case.note(f"Of the {len(tests)} {tongue.title()} tests listed, the latest counts.")
        return [tests[-1]]
    levels = [[_level(row, part) for part in ABILITIES] for row in current]
    for row, mine in zip(reversed(current), reversed(levels), strict=True):
        if all(
            one.lo >= other.hi or one == other for its in levels for one, other in zip(mine, its, strict=True)
        ):
            if len(current) > 1:
                case.note(f"Of the {len(current)} {tongue.title()} tests that still count, the best counts.")
            return [row]
    case.note(
        f"Each of the {len(current)} {tongue.title()} tests that still count is better in something: which results are "
        "entered is for the person to say."
    )
    return current


def _level(test: LanguageTest, part: str) -> Span:
    from landed.facts import languages

    score = getattr(test, part)
    return Span(0, _HIGHEST_CLB) if score is None else languages.level(test.test, part, score)


def ability(case: Snapshot, whose: str, tongue: str, part: str) -> Value:
    """Return the level of one ability: of the test entered, or as far as the direct facts tell."""
    group = f"{whose}.{tongue}"
    if case.is_absent(group):
        return Span(0, 0)
    lowest = case.stated(f"{group}.clb")
    assert isinstance(lowest, Span)  # noqa: S101 - the reader of a number gives a span
    if case.is_stated(f"{group}.clb") and lowest.exact:
        if any(case.is_stated(f"{group}.{other}") for other in ABILITIES):
            return Span(lowest.lo, _HIGHEST_CLB)
        case.note(f"{group}.clb is taken as the level of all four abilities.")
        return lowest
    tests = _entered(case, whose, tongue)
    if tests is None:
        return None
    if not tests:
        return Span(0, 0)
    if len(tests) == 1:
        return None if getattr(tests[0], part) is None else _level(tests[0], part)
    spans = [_level(test, part) for test in tests]
    return Span(min(span.lo for span in spans), max(span.hi for span in spans))


def lowest_level(case: Snapshot, whose: str, tongue: str) -> Value:
    """Return the lowest level over the four abilities."""
    from landed.facts.vocabulary import FACTS

    spans = [case.value(FACTS[f"{whose}.{tongue}.{part}"]) for part in ABILITIES]
    known = [span for span in spans if isinstance(span, Span)]
    return Span(min(span.lo for span in known), min(span.hi for span in known))


def test_name(case: Snapshot, whose: str, tongue: str) -> Value:
    """Return which test the results come from."""
    tests = [] if case.is_absent(f"{whose}.{tongue}") else _entered(case, whose, tongue)
    if tests is None:
        return None
    return frozenset({test.test for test in tests} or {"none"})


def test_date(case: Snapshot, whose: str, tongue: str) -> Value:
    """Return the day of the test that the results come from.

    Levels stated without a test are taken as usable on the day of the case: the test was then less than two years old.
    """
    group = f"{whose}.{tongue}"
    tests = _entered(case, whose, tongue)
    if tests is None and not case.is_stated(f"{group}.test_date") and _levels_stated(case, group):
        case.note(
            f"The {tongue.title()} results stated are taken as less than two years old on {case.case.on}."
        )
        oldest = civil.add_years(case.case.on, -_RESULTS_YEARS) + dt.timedelta(days=1)
        return Span(oldest.toordinal(), case.case.on.toordinal())
    days = [test.taken.toordinal() for test in tests or () if test.taken]
    return Span(min(days), max(days)) if days else None


def _levels_stated(case: Snapshot, group: str) -> bool:
    return any(case.is_stated(f"{group}.{part}") for part in ("clb", *ABILITIES))


def first_language(case: Snapshot, whose: str) -> Value:
    """Return the language claimed as the first, as far as only one can be or one is better.

    Which one is claimed is free. Where nobody said, it is the only one with results, or the one whose results that still
    count are better or as good in every ability: to claim the other could only cost points.
    """
    from landed.facts.vocabulary import FACTS

    def levels(tongue: str) -> list[Value]:
        return [case.value(FACTS[f"{whose}.{tongue}.{part}"]) for part in ABILITIES]

    def none_in(told: list[Value]) -> bool:
        return all(isinstance(level, Span) and level.hi == 0 for level in told)

    english, french = levels("english"), levels("french")
    if none_in(english) != none_in(french):
        return frozenset({"french" if none_in(english) else "english"})
    if none_in(english) or case.is_stated(f"{whose}.first_language"):
        return None
    usable = {tongue: _still_counts(case, whose, tongue) for tongue in ("english", "french")}
    if None in usable.values() or not any(usable.values()):
        return None
    for tongue, mine, its in (("english", english, french), ("french", french, english)):
        other = "french" if tongue == "english" else "english"
        if usable[tongue] and (not usable[other] or _no_worse(mine, its)):
            case.note(
                f"{tongue.title()} is taken as {_OF[whose]} first official language: its results are the better ones."
            )
            return frozenset({tongue})
    return None


_OF = {"worker": "the worker's", "spouse": "the spouse's"}
_TOP = 10
"""The level from which more gives nothing more."""


def _no_worse(mine: list[Value], its: list[Value]) -> bool:
    return all(
        isinstance(one, Span) and isinstance(other, Span) and one.lo >= min(other.hi, _TOP)
        for one, other in zip(mine, its, strict=True)
    )


def _still_counts(case: Snapshot, whose: str, tongue: str) -> Truth:
    """Tell whether the results in a language are less than two years old."""
    from landed.facts.vocabulary import FACTS

    day = case.value(FACTS[f"{whose}.{tongue}.test_date"])
    if not isinstance(day, Span) or math.isinf(day.lo) or math.isinf(day.hi):
        return None
    first, last = (
        civil.add_years(dt.date.fromordinal(int(each)), _RESULTS_YEARS) > case.on for each in (day.lo, day.hi)
    )
    return first if first == last else None
