"""Measures over studies and language tests."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from landed.expr import civil
from landed.expr.values import Members, Span, Truth, Value, kleene_or
from landed.facts._declare import ABILITIES
from landed.facts._people import LEVELS, STUDY

if TYPE_CHECKING:
    from landed.facts.records import LanguageTest, Study
    from landed.facts.snapshot import Snapshot

RANK = {level: rank for rank, level in enumerate(LEVELS)}
_HIGHEST_CLB = 12
_THREE_YEARS, _TWO_YEARS = 3, 2
_ASSESSMENT_YEARS = 5
"""An educational credential assessment counts while it is less than five years old."""
_RESULTS_YEARS = 2
"""Results of a language test count while they are less than two years old."""


def _completed(
    case: Snapshot, whose: str, listed: str = "education"
) -> tuple[list[Study], list[Study], bool] | None:
    """Return the studies surely and possibly completed on the day, and whether the list is complete."""
    if case.record(f"{whose}.{listed}") is None:
        return None
    rows, complete = case.rows(f"{whose}.{listed}")
    sure = [row for row in rows if row.completed is not None and row.completed <= case.on]
    maybe = [row for row in rows if row.completed is None or row.completed <= case.on]
    return sure, maybe, complete


def _level_of(rows: Iterable[Study], unclear: str) -> str:
    """Return the level that these studies make together; one without a level counts as `unclear`."""
    levels = [row.level or unclear for row in rows]
    highest = max(levels, key=RANK.__getitem__, default="none")
    several = sum(RANK[level] >= RANK["one_year"] for level in levels) > 1
    return "two_or_more" if several and highest == "bachelor" else highest


def education_level(case: Snapshot, whose: str) -> Value:
    """Return the highest level completed, two credentials with one of three years or more being a level."""
    studies = _completed(case, whose)
    if studies is None:
        return None
    sure, maybe, complete = studies
    lowest = RANK[_level_of(sure, "none")]
    highest = RANK[_level_of(maybe, LEVELS[-1])] if complete else len(LEVELS) - 1
    return frozenset(LEVELS[lowest : highest + 1])


def _some(case: Snapshot, whose: str, holds: Callable[[Study], Truth]) -> Truth:
    """Tell whether at least one completed study is of a sort."""
    studies = _completed(case, whose)
    if studies is None:
        return None
    sure, maybe, complete = studies
    if kleene_or(holds(row) for row in sure):
        return True
    return False if complete and kleene_or(holds(row) for row in maybe) is False else None


def us_masters_or_higher(case: Snapshot) -> Truth:
    """Tell whether a master's degree or higher was completed in the United States."""

    def holds(study: Study) -> Truth:
        if study.country not in (None, "US") or (study.level and RANK[study.level] < RANK["master"]):
            return False
        return None if study.country is None or study.level is None else True

    return _some(case, "worker", holds)


def diploma_of_two_years(case: Snapshot) -> Truth:
    """Tell whether a program of two years or more was completed after secondary school."""

    def holds(study: Study) -> Truth:
        if study.level is None:
            return None
        if study.level == "one_year" and study.years is not None:
            return study.years >= _TWO_YEARS
        return RANK[study.level] >= RANK["two_year"]

    return _some(case, "worker", holds)


def canadian_study(case: Snapshot) -> Value:
    """Return how long the longest program completed in Canada was, in the classes of the points."""
    studies = _completed(case, "worker") or _completed(case, "worker", "canada.study")
    if studies is None:
        return None
    sure, maybe, complete = studies

    def place(study: Study, unclear: int) -> int:
        if study.country not in (None, "CA") or study.level == "secondary":
            return 0
        if study.country is None or study.level is None:
            return unclear
        long = RANK[study.level] >= RANK["bachelor"] or (study.years or 0) >= _THREE_YEARS
        return 2 if long else 1

    lowest = max((place(row, 0) for row in sure), default=0)
    highest = max((place(row, 2) for row in maybe), default=0) if complete else 2
    return frozenset(STUDY[lowest : highest + 1])


def study_in_canada(case: Snapshot, whose: str) -> Truth:
    """Tell that nobody studied in Canada for two years; that somebody did is for the person to say."""
    rows, complete = case.rows(f"{whose}.education")
    here, known = case.rows(f"{whose}.canada.study") if whose == "worker" else ((), False)
    elsewhere = complete and all(map(_no_two_years_in_canada, rows))
    if elsewhere and all(map(_no_two_years_in_canada, here)):
        return False
    return False if known and not here and not rows else None


def _no_two_years_in_canada(study: Study) -> bool:
    """Tell whether a program was elsewhere, or of less than two years (the regulations, s. 83(1)(b))."""
    return study.country not in (None, "CA") or (study.years is not None and study.years < _TWO_YEARS)


def education_fields(case: Snapshot) -> Value:
    """Return the fields of the studies completed."""
    studies = _completed(case, "worker")
    if studies is None:
        return None
    sure, maybe, complete = studies
    certain = frozenset(row.field for row in sure if row.field)
    possible = frozenset(row.field for row in maybe if row.field)
    return Members(certain, possible if complete and all(row.field for row in maybe) else None)


def _deciding(case: Snapshot, whose: str) -> list[Study] | None:
    """Return the studies that give the level, where it is clear which."""
    studies = _completed(case, whose)
    if studies is None or not studies[2] or len(studies[0]) != len(studies[1]):
        return None
    sure = studies[0]
    if not sure or any(row.level is None for row in sure):
        return None
    highest = max(RANK[row.level or "none"] for row in sure)
    return [row for row in sure if RANK[row.level or "none"] == highest]


def education_assessed(case: Snapshot, whose: str) -> Truth:
    """Tell whether a credential of the highest level is Canadian or was assessed by the day."""
    deciding = _deciding(case, whose)
    if deciding is None:
        return None
    return kleene_or(
        True if row.country == "CA" else _assessed(row, case.on) if row.country or row.assessed else None
        for row in deciding
    )


def _assessed(study: Study, on: dt.date) -> Truth:
    if study.assessed is None:
        return None
    return study.assessed != "none" and study.assessed <= on


def education_assessed_on(case: Snapshot) -> Value:
    """Return the latest day on which a credential of the highest level was assessed."""
    deciding = _deciding(case, "worker")
    if deciding is None or any(row.assessed is None for row in deciding):
        return None
    days = [row.assessed for row in deciding if isinstance(row.assessed, dt.date) and row.assessed <= case.on]
    if not days:
        return Span(math.inf, math.inf)
    latest = max(days).toordinal()
    return Span(latest, latest)


def education_counted(case: Snapshot, whose: str) -> Value:
    """Return the highest level of credentials that are Canadian, or assessed in the last five years.

    A level stated without its credentials is taken as such, unless the case says that it is not assessed
    (Immigration and Refugee Protection Regulations, s. 75(2)(e)).
    """
    studies = _completed(case, whose)
    if studies is None:
        return _stated_level(case, whose)
    sure, maybe, complete = studies
    counted = [row for row in sure if _counts(row, case.on)]
    possible = [row for row in maybe if _counts(row, case.on) is not False]
    lowest = RANK[_level_of(counted, "none")]
    highest = RANK[_level_of(possible, LEVELS[-1])] if complete else len(LEVELS) - 1
    return frozenset(LEVELS[lowest : highest + 1])


def _counts(study: Study, on: dt.date) -> Truth:
    """Tell whether a credential is Canadian or has an assessment less than five years old."""
    if study.country == "CA":
        return True
    if isinstance(study.assessed, dt.date):
        fresh = study.assessed <= on < civil.add_years(study.assessed, _ASSESSMENT_YEARS)
        return fresh or (None if study.country is None else False)
    return None if study.country is None or study.assessed is None else False


def _stated_level(case: Snapshot, whose: str) -> Value:
    from landed.facts.vocabulary import FACTS

    level = case.stated(f"{whose}.education_level")
    if not case.is_stated(f"{whose}.education_level") or not isinstance(level, frozenset):
        return None
    assessed = case.stated(f"{whose}.education_assessed")
    if whose == "worker" and assessed is not False:
        day = case.value(FACTS["worker.education_assessed_on"])
        if isinstance(day, Span) and day.exact and not math.isinf(day.lo):
            first = dt.date.fromordinal(int(day.lo))
            assessed = first <= case.on < civil.add_years(first, _ASSESSMENT_YEARS)
    if assessed is False:
        return frozenset(LEVELS[: max(1, *(RANK[each] for each in level))])
    if assessed is None and level != frozenset({"none"}):
        case.note(f"{whose}.education_level is taken as Canadian, or assessed in the last five years.")
    return level


# ------------------------------------------------------------------------------------------------ languages


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
