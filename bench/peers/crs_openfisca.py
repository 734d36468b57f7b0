"""The CRS as OpenFisca variables: the same tables, each formula over whole arrays, in its quickest form.

Written for this comparison from OpenFisca's documentation. OpenFisca-Core is installed beside, as a peer, and is used
through its public interface alone.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

ABILITIES = ("listening", "reading", "writing", "speaking")
PERIOD = "2026"
Get = Callable[[str], Any]


def simulation(columns: dict[str, Any], table: SimpleNamespace, oldest: int) -> Any:
    """Return a simulation of these people; `calculate("crs", PERIOD)` gives the totals."""
    person = build_entity("person", "persons", "A person", is_person=True)
    system = TaxBenefitSystem([person])
    for name in columns:
        system.add_variable(_variable(_name(name), person, None))
    for name, formula in formulas(table, oldest).items():
        system.add_variable(_variable(name, person, formula))
    found = SimulationBuilder().build_default_simulation(system, len(next(iter(columns.values()))))
    for name, column in columns.items():
        found.set_input(_name(name), PERIOD, column.astype(np.int32))
    return found


def facts_read(columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that the formulas read."""
    unread = "worker.self_employed_medical_months"
    return {
        name: column for name, column in columns.items() if not name.startswith("job.") and name != unread
    }


def _name(fact: str) -> str:
    return fact.replace(".", "_")


def _variable(name: str, person: Any, formula: Callable[[Get], Any] | None) -> type[Variable]:
    parts: dict[str, Any] = {
        "value_type": int, "entity": person, "definition_period": DateUnit.YEAR, "label": name,
    }  # fmt: skip
    if formula is not None:
        parts["formula"] = lambda people, period: formula(lambda other: people(other, period))
    return type(name, (Variable,), parts)


def formulas(t: SimpleNamespace, oldest: int) -> dict[str, Callable[[Get], Any]]:
    """Return the formulas by the name of their variable."""
    found: dict[str, Callable[[Get], Any]] = {
        "grid": lambda get: (get("spouse_accompanying") == 1) & (get("spouse_citizen_or_permanent_resident") == 0),
        "worst": lambda get: _least(get(f"first_{ability}") for ability in ABILITIES),
        "worst_english": lambda get: _least(get(f"english_{ability}") for ability in ABILITIES),
        "worst_french": lambda get: _least(get(f"french_{ability}") for ability in ABILITIES),
        "core": lambda get: _core(get, t),
        "of_spouse": lambda get: get("grid") * (
            t.spouse_education[get("spouse_education_counted")] + t.spouse_work[get("spouse_canadian_work_years")]
            + sum(t.spouse_first[get(f"spouse_{ability}")] for ability in ABILITIES)
        ),
        "transfer": lambda get: _transfer(get, t),
        "extra": lambda get: _extra(get, t),
        "crs": lambda get: get("core") + get("of_spouse") + np.minimum(get("transfer"), t.transfer_cap)
        + np.minimum(get("extra"), t.extra_cap),
    }  # fmt: skip
    for ability in ABILITIES:
        for tongue in ("english", "french"):
            found[f"{tongue}_{ability}"] = _level("worker", tongue, ability, oldest)
            found[f"of_spouse_{tongue}_{ability}"] = _level("spouse", tongue, ability, oldest)
        found[f"first_{ability}"] = _chosen("worker", "english", "french", ability)
        found[f"second_{ability}"] = _chosen("worker", "french", "english", ability)
        found[f"spouse_{ability}"] = _chosen("spouse", "of_spouse_english", "of_spouse_french", ability)
    return found


def _least(levels: Any) -> Any:
    first, *others = levels
    for other in others:
        first = np.minimum(first, other)
    return first


def _level(whose: str, tongue: str, ability: str, oldest: int) -> Callable[[Get], Any]:
    return lambda get: get(f"{whose}_{tongue}_{ability}") * (get(f"{whose}_{tongue}_test_date") >= oldest)


def _chosen(whose: str, one: str, other: str, ability: str) -> Callable[[Get], Any]:
    return lambda get: np.where(
        get(f"{whose}_first_language") == 0, get(f"{one}_{ability}"), get(f"{other}_{ability}")
    )


def _core(get: Get, t: SimpleNamespace) -> Any:
    grid = get("grid").astype(np.int8)
    second = sum(t.second[get(f"second_{ability}")] for ability in ABILITIES)
    first = sum(t.first[grid, get(f"first_{ability}")] for ability in ABILITIES)
    return (
        first + np.minimum(second, t.second_cap[grid]) + t.age[grid, get("worker_age")]
        + t.education[grid, get("worker_education_counted")] + t.work[grid, get("worker_canadian_work_years")]
    )  # fmt: skip


def _transfer(get: Get, t: SimpleNamespace) -> Any:
    worst, here = get("worst"), get("worker_canadian_work_years")
    row, column = t.credentials[get("worker_education_counted")], t.foreign[get("worker_foreign_work_years")]
    schooling = np.minimum(t.by_language[row, worst] + t.by_work[row, here], t.block_cap)
    abroad = np.minimum(t.by_language[column, worst] + t.by_work[column, here], t.block_cap)
    return schooling + abroad + (get("worker_trade_certificate") == 1) * t.certificate[worst]


def _extra(get: Get, t: SimpleNamespace) -> Any:
    english = np.where(get("worst_english") >= t.english_level, t.french_and_english, t.french)
    return (
        t.study[get("worker_canadian_study")] + t.nomination * (get("worker_enhanced_nomination") == 1)
        + t.sibling * (get("worker_sibling_in_canada") == 1) + english * (get("worst_french") >= t.french_level)
    )  # fmt: skip
