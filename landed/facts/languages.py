"""Language tests: from a score to a level of the Canadian Language Benchmarks (NCLC in French).

The tables stand in `languages.yaml`, with their sources. A level is a span: scores above the last row of a table are
"10 or more", and scores below the first one "less than" its level.

>>> level("ielts_general", "listening", 8)
Span(lo=9, hi=9)
>>> level("tef_canada", "reading", 263), level("celpip_general", "writing", 3)
(Span(lo=10, hi=12), Span(lo=0, hi=3))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from landed.expr.values import Span
from landed.facts._declare import ABILITIES
from landed.facts._declare import TESTS as _ALL_TESTS
from landed.facts._reading import WrongAnswer, read_amount

TESTS = tuple(test for test in _ALL_TESTS if test != "none")
HIGHEST = 12


@dataclass(frozen=True, slots=True)
class Scale:
    """How one ability is scored, in hundredths: the range, the step, and the least score of each level."""

    lowest: int
    highest: int
    step: int
    least: Mapping[int, int]


@cache
def scales() -> Mapping[tuple[str, str], Scale]:
    """Return every scale by test and ability."""
    found = {}
    for test, table in _tables()["tests"].items():
        for place, part in enumerate(ABILITIES):
            low, high = table["range"][part] if isinstance(table["range"], dict) else table["range"]
            least = {level: _hundredths(row[place]) for level, row in table["least"].items()}
            found[test, part] = Scale(_hundredths(low), _hundredths(high), _hundredths(table["step"]), least)
    return found


@cache
def _tables() -> Any:
    import yaml

    text = files(__package__).joinpath("languages.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - the safe loader, in C where there is one


def _hundredths(written: object) -> int:
    return int(Fraction(str(written)) * 100)


def tongue_of(test: str) -> str:
    """Return the language of a test: english or french."""
    return str(_tables()["tests"][test]["language"])


def accepted(test: str, on: dt.date) -> bool:
    """Tell whether Express Entry takes the results of a test on a day."""
    since = _tables()["tests"][test].get("accepted_from")
    return since is None or since["value"] <= on


def corrected(test: str, taken: dt.date | None) -> bool:
    """Tell whether results of that day were issued anew on another scale, so that only the corrected ones count."""
    days = _tables()["tests"][test].get("corrected")
    return bool(days and taken and days["from"] <= taken <= days["to"])


def check(test: str, part: str, score: object) -> int:
    """Return a score in hundredths; a `WrongAnswer` where the test has no such score."""
    from landed.expr.units import Unit

    scale = scales()[test, part]
    low, high = (Fraction(end, 100) for end in (scale.lowest, scale.highest))
    steps = " in halves" if scale.step == 50 else ""  # noqa: PLR2004 - half a band
    expected = f"a score from {low} to {high}{steps}"
    try:
        steps_of = read_amount(score, Unit("score", 2), scale.lowest, scale.highest)
    except WrongAnswer as wrong:
        raise WrongAnswer(wrong.problem, f"{expected}, for {test}", part=part) from None
    if int(steps_of) % scale.step:
        raise WrongAnswer(f"there is no score {score}", f"{expected}, for {test}", part=part)
    return int(steps_of)


def level(test: str, part: str, score: object) -> Span:
    """Return the level that a score shows in one ability."""
    steps = check(test, part, score)
    least = scales()[test, part].least
    reached = [each for each, bound in least.items() if steps >= bound]
    if not reached:
        return Span(0, min(least) - 1)
    top = max(reached)
    return Span(top, HIGHEST if top == max(least) else top)
