"""Measures over the family: a spouse or partner, children, relatives in Canada."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from landed.expr import civil
from landed.expr.leaves import NumberFact
from landed.expr.values import Members, Span, Truth, Value, kleene_and
from landed.facts._people import spouse, worker

if TYPE_CHECKING:
    from landed.facts.records import Child
    from landed.facts.snapshot import Snapshot

_PARTNERED = frozenset({"married", "common_law"})


def _span(case: Snapshot, fact: NumberFact) -> Span:
    value = case.value(fact)
    return value if isinstance(value, Span) else Span(-math.inf, math.inf)


def _partnered(case: Snapshot) -> Truth:
    """Tell whether there is a spouse or partner, as far as the family status says."""
    held = case.value(worker.family)
    if not isinstance(held, frozenset):
        return None
    return True if held <= _PARTNERED else None if held & _PARTNERED else False


def _children_born(case: Snapshot) -> list[Any] | None:
    rows, complete = case.rows("children")
    if not complete or any(row.birth_date is None for row in rows):
        return None
    return sorted((row.birth_date for row in rows if row.birth_date <= case.on), reverse=True)


_DEPENDENT_UNTIL, _OF_AGE = 22, 18
_UNDER_22_SINCE = dt.date(2017, 10, 24)
"""Under 22 since this day; the lower age until then was not seen (Immigration and Refugee Protection Regulations, s. 2)."""


def _dependent(case: Snapshot, child: Child) -> Truth:
    """Tell whether a child is a dependant in Canadian law: under 22, or of a condition that keeps it one."""
    if child.birth_date is not None and child.birth_date > case.on:
        return False
    if child.dependent is not None or child.birth_date is None:
        return child.dependent
    age = civil.age_on(child.birth_date, case.on)
    if age >= _DEPENDENT_UNTIL:
        case.note(
            "A child of 22 or more is not counted as a dependant of the family, where the case does not say `dependent: true` "
            "(of a physical or mental condition since before that age)."
        )
        return False
    return True if case.on >= _UNDER_22_SINCE or age < _OF_AGE else None


def _children_count(case: Snapshot) -> Value:
    if case.record("children") is None:
        return None
    rows, complete = case.rows("children")
    answers = [_dependent(case, row) for row in rows]
    sure = answers.count(True)
    return Span(sure, sure + answers.count(None) if complete else 30)


def _child_birth(case: Snapshot, place: int) -> Value:
    born = _children_born(case)
    return Span(born[place].toordinal(), born[place].toordinal()) if born else None


def _comes(case: Snapshot, child: Child) -> Truth:
    """Tell whether a child would come along as a dependant: one of whom nobody says that it stays behind would."""
    if child.accompanying is False or "CA" in (child.citizenships or ()):
        return False
    return _dependent(case, child)


def _children_coming(case: Snapshot) -> Value:
    if case.record("children") is None:
        return case.value(worker.children_count)
    rows, complete = case.rows("children")
    answers = [_comes(case, row) for row in rows]
    sure = answers.count(True)
    return Span(sure, sure + answers.count(None) if complete else 30)


def _oldest_coming(case: Snapshot) -> Value:
    if _span(case, worker.children_coming).hi == 0:
        return Span(math.inf, math.inf)
    rows, complete = case.rows("children")
    coming = [row for row in rows if _comes(case, row) is not False]
    if not complete or any(row.birth_date is None or _comes(case, row) is None for row in coming):
        return None
    oldest = min(row.birth_date for row in coming).toordinal()
    return Span(oldest, oldest)


def _spouse_described(case: Snapshot) -> bool:
    """Tell whether more is said of a spouse than that nobody comes along: one who stays behind is of the family too."""
    said = {*case.case.stated, *case.case.records} - {spouse.accompanying.name}
    return any(name.startswith("spouse.") for name in said)


def _family_size(case: Snapshot) -> Value:
    partner = _partnered(case)
    if case.is_absent("spouse"):
        partner = False
    elif partner is None and (case.stated(spouse.accompanying.name) is True or _spouse_described(case)):
        partner = True
    children = _span(case, worker.children_count)
    low, high = {True: (2, 2), False: (1, 1), None: (1, 2)}[partner]
    return Span(low + children.lo, high + children.hi)


def _accompanying(case: Snapshot) -> Value:
    if case.is_absent("spouse") or _partnered(case) is False:
        return False
    return None


def _settled(case: Snapshot) -> Value:
    """Tell that a spouse or partner is a citizen of Canada, where the citizenships say so."""
    held = case.value(spouse.citizenships)
    return True if isinstance(held, Members) and "CA" in held.certain else None


_SIBLINGS = ("sibling",)
_ELDERS = ("parent", "grandparent")
_CLOSE = (*_ELDERS, *_SIBLINGS, "child", "grandchild", "aunt_or_uncle", "niece_or_nephew")
"""The relatives of the federal skilled worker grid (IRPR s. 83(5)): a cousin is none of them."""


def _related_to(case: Snapshot, of: str | None) -> Truth:
    """Tell whether the relative is of a person whose relatives count: a spouse's do only where the spouse comes along.

    Nor do those of a spouse who is a citizen or permanent resident, for which nothing is counted.
    """
    if of != "spouse":
        return True
    settled = case.value(spouse.citizen_or_permanent_resident)
    comes = case.value(spouse.accompanying)
    return kleene_and(
        [comes if isinstance(comes, bool) else None, not settled if isinstance(settled, bool) else None]
    )


def _relatives(case: Snapshot, *, siblings: bool) -> Value:
    if case.record("worker.canada.relatives") is None:
        return None
    rows, complete = case.rows("worker.canada.relatives")
    answers: list[Truth] = []
    for row in rows:
        if row.status == "other" or row.relationship not in (None, *(_SIBLINGS if siblings else _CLOSE)):
            answers.append(False)
            continue
        adult: Truth = row.relationship in _ELDERS or row.adult
        if row.birth_date is not None:
            adult = civil.age_on(row.birth_date, case.on) >= 18  # noqa: PLR2004 - of age
        known = row.status is not None and row.relationship is not None
        answers.append(kleene_and([adult if known or adult is False else None, _related_to(case, row.of)]))
    if any(answer is True for answer in answers):
        return True
    return False if complete and all(answer is False for answer in answers) else None


MEASURES: Mapping[str, Callable[[Snapshot], Value]] = {
    "worker.children_count": _children_count,
    "worker.oldest_child_birth_date": partial(_child_birth, place=-1),
    "worker.youngest_child_birth_date": partial(_child_birth, place=0),
    "worker.children_coming": _children_coming,
    "worker.oldest_child_coming_birth_date": _oldest_coming,
    "worker.family_size": _family_size,
    "worker.sibling_in_canada": partial(_relatives, siblings=True),
    "worker.relative_in_canada": partial(_relatives, siblings=False),
    "spouse.accompanying": _accompanying,
    "spouse.citizen_or_permanent_resident": _settled,
}
"""The derived facts of this module by name."""
