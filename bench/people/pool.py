"""An invented pool of candidates for the CRS: a column of small numbers for each fact that the score reads."""

from __future__ import annotations

import datetime as dt
from typing import Any

DAY = dt.date(2026, 11, 22)
SEED = 7
_RECENT, _LONG_AGO, _STALE = 600, 1100, 0.1
_ALWAYS_KNOWN = {"worker.self_employed_medical_months": 0}
"""Law that gives bounds even to who is wholly known is left out of the comparison: nobody here is concerned."""


def layouts() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return how the facts stand where all are known, and where some are missing."""
    from landed.expr.columns import Bounded, Coded
    from landed.expr.values import Span
    from landed.law import Law
    from landed.law.layout import layout_for

    usual = layout_for(Law().at(DAY), [Law().score("crs").total])
    known: dict[str, Any] = {}
    missing: dict[str, Any] = {}
    first, last = DAY.toordinal() - _LONG_AGO, DAY.toordinal()
    for name, encoding in usual.items():
        if name in _ALWAYS_KNOWN:
            known[name] = missing[name] = Coded(encoding.fact, (Span(0, 0),))
        elif isinstance(encoding, Coded):
            known[name], missing[name] = Coded(encoding.fact, encoding.values[:-1]), encoding
        elif isinstance(encoding, Bounded):
            known[name] = Bounded(encoding.fact, first, last, exact=True, limited=True)
            missing[name] = Bounded(encoding.fact, first, last)
        else:
            raise TypeError(f"no one is drawn for {name}")
    return known, missing


def people(known: dict[str, Any], size: int, seed: int = SEED) -> dict[str, Any]:
    """Draw people of whom all is known: a column of small numbers for each fact."""
    import numpy as np

    from landed.expr.columns import Coded

    chance = np.random.default_rng(seed)
    drawn: dict[str, Any] = {}
    for name, encoding in known.items():
        if name == "worker.age":
            drawn[name] = chance.integers(20, 50, size).astype(np.uint8)
        elif isinstance(encoding, Coded):
            kind = np.uint8 if len(encoding.values) < 1 << 8 else np.uint16
            drawn[name] = chance.integers(0, len(encoding.values), size).astype(kind)
        else:
            drawn[name] = (DAY.toordinal() - chance.integers(0, _RECENT, size)).astype(np.int32)
            drawn[name][chance.random(size) < _STALE] = DAY.toordinal() - _LONG_AGO
    return drawn


def with_gaps(
    drawn: dict[str, Any], missing: dict[str, Any], share: float, seed: int = SEED
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Take a share of the facts away; also return, fact by fact, from whom."""
    import numpy as np

    from landed.expr.columns import SHORT, Coded

    chance = np.random.default_rng(seed + 1)
    found: dict[str, Any] = {}
    taken: dict[str, Any] = {}
    for name, encoding in missing.items():
        if name in _ALWAYS_KNOWN:
            found[name] = drawn[name]
            continue
        gone = taken[name] = chance.random(len(drawn[name]), dtype=np.float32) < share
        if isinstance(encoding, Coded):
            found[name] = np.where(gone, len(encoding.values) - 1, drawn[name]).astype(drawn[name].dtype)
        else:
            found[f"{name}.lo"] = np.where(gone, np.int32(-SHORT), drawn[name])
            found[f"{name}.hi"] = np.where(gone, np.int32(SHORT), drawn[name])
    return found, taken


def left_open(drawn: dict[str, Any], gone: dict[str, Any], oldest: int) -> Any:
    """Tell whose total is not known where a null spreads: to all that reads it, and not beyond.

    So nobody's total hangs on a test that is too old, on the spouse's facts where none comes along, or on the other
    half of a condition that one half decides.
    """
    brings, stays = "spouse.accompanying", "spouse.citizen_or_permanent_resident"
    with_spouse = (drawn[brings] == 1) & (drawn[stays] == 0)
    found = (gone[brings] & (gone[stays] | (drawn[stays] == 0))) | (gone[stays] & (drawn[brings] == 1))
    for name, from_whom in gone.items():
        whose, *of = name.split(".")
        if name in (brings, stays) or whose == "job":  # an offer has given nothing since 2025
            continue
        read = True if whose == "worker" else with_spouse
        if len(of) > 1:
            tongue, what = of
            if what != "test_date":
                read = read & (
                    gone[f"{whose}.{tongue}.test_date"] | (drawn[f"{whose}.{tongue}.test_date"] >= oldest)
                )
            if whose == "spouse":  # who has points for one of the two languages
                read = read & (drawn["spouse.first_language"] == ("english", "french").index(tongue))
        found |= from_whom & read
    return found


def program(layout: dict[str, Any], *asked: str) -> Any:
    """Compile the system for a layout, once; or some of its lines."""
    from landed.expr.frame import Prepared
    from landed.expr.program import Program
    from landed.law import Law

    score, found = Law().score("crs"), Program(layout, Law().at(DAY), DAY)
    lines = {line.key: line.points for line in score.lines}
    for name in asked or ("crs",):
        found.ask(name, lines.get(name, score.total))
    return Prepared(found, many=True)


def ask(prepared: Any, frame: Any) -> Any:
    """Ask everybody, in the streaming engine."""
    return prepared.apply(frame.lazy()).collect(engine="streaming")


def oldest_test() -> int:
    """Return the first day of a language test that still counts."""
    from landed.expr.amounts import first_that_reaches
    from landed.law import Law
    from landed.law.canada.express_entry.persons import language_validity

    months = int(Law().at(DAY).dated(language_validity).value)  # type: ignore[arg-type]
    return first_that_reaches(DAY.toordinal() + 1, months, years=True)
