"""Derived facts: one function each, from a case on a day to a value.

`None` is "cannot be worked out from what was said". A function reads other facts through `case.value` (so that what
is derived can be derived from), and lists through `case.rows`. To add one, write it and name it in `MEASURES`.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from landed.expr import civil
from landed.expr.leaves import ChoiceFact, NumberFact
from landed.expr.units import Amount
from landed.expr.values import Members, Span, Truth, Value, kleene_and
from landed.facts import (
    _canada,
    _family,
    _histories,
    _language_tests,
    _permits,
    _studies,
    _united_states,
    _wages,
    noc,
)
from landed.facts._declare import ABILITIES
from landed.facts._people import spouse, worker
from landed.facts._work import employer, job

if TYPE_CHECKING:
    from landed.facts.snapshot import Snapshot

Measure = Callable[["Snapshot"], Value]

_WEEKS, _MONTHS = 52, 12
_UNSKILLED = frozenset({4, 5})


def _span(case: Snapshot, fact: NumberFact) -> Span:
    value = case.value(fact)
    return value if isinstance(value, Span) else Span(-math.inf, math.inf)


def _codes(case: Snapshot, fact: ChoiceFact) -> frozenset[str] | None:
    value = case.value(fact)
    return value if isinstance(value, frozenset) else None


def _among(case: Snapshot, fact: ChoiceFact, codes: frozenset[str]) -> Truth:
    """Tell whether a choice is one of a few."""
    held = _codes(case, fact)
    if held is None:
        return None
    return True if held <= codes else None if held & codes else False


def _exactly(amount: Amount) -> Span:
    return Span(amount, amount)


# --------------------------------------------------------------------------------------------- persons


def _age(case: Snapshot, birth: NumberFact) -> Value:
    day = _span(case, birth)
    if not day.exact or math.isinf(day.lo):
        return None
    return _exactly(max(0, civil.age_on(dt.date.fromordinal(int(day.lo)), case.on)))


def _listed(case: Snapshot, name: str) -> Value:
    """Tell whether a list of past events has one by the day."""
    if case.record(name) is None:
        return None
    rows, complete = case.rows(name)
    if any(row.on is None or row.on <= case.on for row in rows):
        return True
    return False if complete else None


def _has_entity(case: Snapshot) -> Value:
    if case.is_absent("employer.canadian_entity"):
        return False
    named = any(name.startswith("employer.canadian_entity.") for name in case.case.stated)
    absent = _among(case, employer.canadian_entity.relationship, frozenset({"none"}))
    return (not absent) if absent is not None else True if named else None


def _none_if_absent(case: Snapshot, group: str) -> Value:
    return frozenset({"none"}) if case.is_absent(group) else None


# ------------------------------------------------------------------------------------------------- job


def _teer(case: Snapshot) -> Value:
    codes = _codes(case, job.noc)
    if codes is None:
        return None
    older = sorted(code for code in codes if noc.scheme_of(code) == "noc2016")
    if older:
        case.note(f"job.noc {', '.join(older)} is of NOC 2011 or 2016; in NOC 2021 it may be several codes.")
    found = noc.teers(codes)
    return Span(min(found), max(found))


def _arranged_counted(case: Snapshot) -> Value:
    """Return which arranged employment it is: none where the job is in TEER 4 or 5, open where its occupation is."""
    stated = case.value(job.arranged_employment)
    codes = _codes(case, job.noc)
    teers = [noc.categories(code, case.on) for code in codes or ()]
    if codes and all(teer <= _UNSKILLED for teer in teers):
        return frozenset({"none"})
    if isinstance(stated, frozenset) and (not codes or any(teer & _UNSKILLED for teer in teers)):
        return stated | {"none"}
    return stated


def _means_to_live_in_quebec(case: Snapshot) -> Value:
    there = case.value(job.in_quebec)
    if there is not None:
        case.note("You are taken to mean to live in the province of the job; say goals.in_quebec if not.")
    return there


def _cap_exempt(case: Snapshot) -> Value:
    return True if _among(case, employer.cap_exempt_kind, frozenset({"none"})) is False else None


_NOMINATION = ("worker.provincial_nomination", "worker.nomination_through_express_entry")


def _nominated(case: Snapshot) -> Value:
    """Tell that there is a nomination, and through Express Entry, where one through Express Entry is stated."""
    return True if case.stated("worker.enhanced_nomination") is True else None


def _enhanced_nomination(case: Snapshot) -> Value:
    """Tell whether there is a nomination through Express Entry: one of another kind gives no points there."""
    parts = [
        case.value(each) for each in (worker.provincial_nomination, worker.nomination_through_express_entry)
    ]
    return kleene_and([part if isinstance(part, bool) else None for part in parts])


def _permanent_residences(case: Snapshot) -> Value:
    """Return where the worker may be a permanent resident: of the country lived in, if anywhere."""
    lives = _codes(case, worker.residence)
    if lives is None:
        return None
    case.note("Permanent residence of a country other than the one you live in counts only if it is stated.")
    green_card = case.value(worker.us_permanent_resident)
    sure: frozenset[str] = frozenset({"US"}) if green_card is True else frozenset()
    return Members(sure, (lives | sure) - (frozenset({"US"}) if green_card is False else frozenset()))


def _employer_exists(case: Snapshot) -> Value:
    if case.is_absent("employer"):
        return False
    return (
        True
        if any(name.startswith("employer.") for name in case.case.stated)
        or case.is_stated("employer.willing")
        else None
    )


# ------------------------------------------------------------------------------------------- the measures


def _languages() -> dict[str, Measure]:
    found: dict[str, Measure] = {}
    for whose in ("worker", "spouse"):
        for tongue in ("english", "french"):
            group = f"{whose}.{tongue}"
            for part in ABILITIES:
                found[f"{group}.{part}"] = partial(
                    _language_tests.ability, whose=whose, tongue=tongue, part=part
                )
            found[f"{group}.clb"] = partial(_language_tests.lowest_level, whose=whose, tongue=tongue)
            found[f"{group}.test"] = partial(_language_tests.test_name, whose=whose, tongue=tongue)
            found[f"{group}.test_date"] = partial(_language_tests.test_date, whose=whose, tongue=tongue)
    return found


MEASURES: Mapping[str, Measure] = {
    "worker.age": partial(_age, birth=worker.birth_date),
    "worker.in_canada": lambda case: _among(case, worker.location, frozenset({"CA"})),
    "worker.in_united_states": lambda case: _among(case, worker.location, frozenset({"US"})),
    "worker.education_level": partial(_studies.education_level, whose="worker"),
    "worker.education_fields": _studies.education_fields,
    "worker.education_assessed": partial(_studies.education_assessed, whose="worker"),
    "worker.education_assessed_on": _studies.education_assessed_on,
    "worker.education_counted": partial(_studies.education_counted, whose="worker"),
    "worker.study_in_canada_two_years": partial(_studies.study_in_canada, whose="worker"),
    "worker.us_masters_or_higher": _studies.us_masters_or_higher,
    "worker.post_secondary_diploma_two_years": _studies.diploma_of_two_years,
    "worker.canadian_study": _studies.canadian_study,
    "worker.canadian_work_years": partial(_histories.work_years, whose="worker", where=_histories.in_canada),
    "worker.foreign_work_years": partial(_histories.work_years, whose="worker", where=_histories.abroad),
    "worker.skilled_work_years": _histories.skilled_years,
    "worker.canadian_work_months_in_three_years": _histories.canadian_months_in_three_years,
    "worker.self_employed_medical_months": _histories.self_employed_medical_months,
    "worker.continuous_skilled_months": _histories.continuous_skilled_months,
    "worker.occupations_for_a_year": partial(_histories.occupations, months=12, on_end=False),
    "worker.occupations_for_six_months_on_end": partial(_histories.occupations, months=6, on_end=True),
    "worker.canadian_work_teer": _histories.canadian_work_teer,
    "worker.occupations_in_canada_for_a_year": partial(
        _histories.occupations, months=12, on_end=False, where=_histories.in_canada
    ),
    "worker.occupations_for_two_years_in_five": partial(
        _histories.occupations, months=24, on_end=False, years=5, where=_histories.of_any_kind
    ),
    "worker.skilled_year_in_canada": partial(_histories.year_in_canada, whose="worker", only_skilled=True),
    "spouse.year_of_work_in_canada": partial(_histories.year_in_canada, whose="spouse", only_skilled=False),
    "job.arranged_employment_counted": _arranged_counted,
    "worker.first_language": partial(_language_tests.first_language, whose="worker"),
    "worker.enhanced_nomination": _enhanced_nomination,
    "worker.express_entry.profile_stated": lambda case: case.is_stated("worker.express_entry.profile_on"),
    "worker.express_entry.invitation_stated": lambda case: case.is_stated("worker.express_entry.invited_on"),
    **dict.fromkeys(_NOMINATION, _nominated),
    "worker.us_permanent_resident": lambda case: _among(
        case, worker.us_status.class_, frozenset({"green_card"})
    ),
    "worker.us_status.pending_petition.kind": partial(
        _none_if_absent, group="worker.us_status.pending_petition"
    ),
    "worker.canada.days_present_in_twelve_months": lambda case: _histories.days_present(
        case, _histories.window(case.on, 1)[0]
    ),
    "worker.canada.days_present_in_five_years": lambda case: _histories.days_present(
        case, _histories.window(case.on, 5)[0]
    ),
    "worker.history.refused_before": partial(_listed, name="worker.history.refusals"),
    "worker.history.overstayed_before": partial(_listed, name="worker.history.overstays"),
    "spouse.age": partial(_age, birth=spouse.birth_date),
    "spouse.education_level": partial(_studies.education_level, whose="spouse"),
    "spouse.education_assessed": partial(_studies.education_assessed, whose="spouse"),
    "spouse.education_counted": partial(_studies.education_counted, whose="spouse"),
    "spouse.study_in_canada_two_years": partial(_studies.study_in_canada, whose="spouse"),
    "spouse.first_language": partial(_language_tests.first_language, whose="spouse"),
    "spouse.canadian_work_years": partial(_histories.work_years, whose="spouse", where=_histories.in_canada),
    "job.teer": _teer,
    "job.hourly_wage": partial(_wages.hourly, name="job.wage"),
    "job.yearly_wage": _wages.yearly,
    "job.prevailing_hourly_wage": partial(_wages.hourly, name="job.prevailing_wage"),
    "job.in_quebec": lambda case: _among(case, job.province, frozenset({"QC"})),
    "job.applying_outside_canada": lambda case: True if case.value(worker.in_canada) is False else None,
    "job.us_cap_exempt": _cap_exempt,
    "worker.permanent_residences": _permanent_residences,
    "job.prevailing_wage_stated": _wages.prevailing_wage_stated,
    "job.wage_region": _wages.region,
    "job.arranged_employment": partial(_none_if_absent, group="employer"),
    "goals.in_quebec": _means_to_live_in_quebec,
    "employer.exists": _employer_exists,
    "employer.has_canadian_entity": _has_entity,
    "employer.canadian_entity.relationship": partial(_none_if_absent, group="employer.canadian_entity"),
    **_canada.MEASURES,
    **_family.MEASURES,
    **_permits.MEASURES,
    **_united_states.MEASURES,
    **_languages(),
}
"""The derived facts by name."""

INPUTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("worker.us_status.authorized_until", "worker.us_status.works_until"),
        ("worker.us_status.i94_expires", "worker.us_status.petition_expires"),
    ),
    "job.hourly_wage": ("job.wage", "job.hours_per_week"),
    "job.yearly_wage": ("job.wage", "job.hours_per_week"),
    "worker.canada.iec_citizenship": ("worker.citizenships",),
    "spouse.accompanying": ("worker.family", "spouse.accompanying"),
    **{
        place: ("job.city", place)
        for place in ("job.bc_area", "job.ontario_area", "job.outside_calgary_and_edmonton")
    },
    "job.arranged_employment_counted": ("job.arranged_employment", "job.noc"),
    "worker.enhanced_nomination": _NOMINATION,
    **{
        f"{whose}.{fact}": (f"{whose}.{listed}", f"{whose}.{fact}")
        for whose, fact, listed in (
            ("worker", "study_in_canada_two_years", "education"),
            ("worker", "quebec.diploma_level", "education"),
            ("worker", "related_work_months", "experience"),
            ("spouse", "study_in_canada_two_years", "education"),
            ("worker", "skilled_year_in_canada", "experience"),
            ("spouse", "year_of_work_in_canada", "experience"),
        )
    },
    "worker.canada.residency_days": ("worker.canada.stays", "worker.canada.counted_days_abroad"),
    "worker.canada.residency_lasts_until": ("worker.canada.stays", "worker.canada.counted_days_abroad"),
}
"""Facts worked out from several fields of the case, each of which may be the one that is missing.

One that a list does not always settle names itself last: where the list is given, it is the fact that is asked for.
"""

SUPERSEDED: Mapping[str, tuple[str, ...]] = {
    "worker.birth_date": ("worker.age",),
    "worker.age": ("worker.birth_date",),
    "spouse.birth_date": ("spouse.age",),
    "spouse.age": ("spouse.birth_date",),
    "worker.location": ("worker.in_canada", "worker.in_united_states"),
    "worker.us_status.class": ("worker.us_permanent_resident",),
    "worker.us_status.last_day_worked": (
        "worker.us_status.laid_off", "worker.us_status.last_day_is_fixed", "worker.us_status.works_until",
    ),
    "worker.us_status.i94_expires": ("worker.us_status.authorized_until", "worker.us_status.works_until"),
    "worker.us_status.petition_expires": ("worker.us_status.authorized_until", "worker.us_status.works_until"),
    "worker.us_status.i140.approved": ("worker.us_status.i140_approved",),
    "worker.canada.permit_expires": ("worker.canada.permit_months",),
    "job.noc": ("job.teer",),
    "job.wage": ("job.hourly_wage", "job.yearly_wage"),
    "job.hourly_wage": ("job.wage", "job.yearly_wage"),
    "job.yearly_wage": ("job.wage", "job.hourly_wage"),
    "job.prevailing_wage": ("job.prevailing_hourly_wage",),
    "job.prevailing_hourly_wage": ("job.prevailing_wage",),
    "job.province": ("job.in_quebec",),
    **dict.fromkeys(_NOMINATION, ("worker.enhanced_nomination",)),
    "worker.enhanced_nomination": _NOMINATION,
    "worker.education_level": ("worker.education_counted",),
    "worker.education": (
        "worker.education_level", "worker.education_fields", "worker.education_assessed", "worker.education_counted",
        "worker.education_assessed_on", "worker.us_masters_or_higher", "worker.post_secondary_diploma_two_years",
        "worker.canadian_study",
    ),
    "worker.experience": (
        "worker.canadian_work_years", "worker.foreign_work_years", "worker.skilled_work_years",
        "worker.skilled_year_in_canada",
        "worker.canadian_work_months_in_three_years", "worker.continuous_skilled_months",
        "worker.self_employed_medical_months",
        "worker.occupations_for_a_year", "worker.occupations_for_six_months_on_end", "worker.canadian_work_teer",
        "worker.occupations_in_canada_for_a_year", "worker.occupations_for_two_years_in_five",
    ),
    **{
        f"{whose}.languages": tuple(name for name in _languages() if name.startswith(whose))
        for whose in ("worker", "spouse")
    },
}  # fmt: skip
"""What is put aside when a fact is replaced in a what-if, because it would contradict it."""

BELONGING: Mapping[str, tuple[str, ...]] = {
    "worker.canada.permit": ("worker.canada.permit_expires", "worker.canada.permit_months"),
    "job.lmia_issued": ("job.lmia_expires",),
}
"""What was said of a thing, and is not said of another in its place: a permit that is planned has a last day of its own."""
