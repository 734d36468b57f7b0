"""A roster asked: people in, an answer for each, the months ahead, the employer's choices, and what a reform takes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import landed
from landed.errors import UnansweredError
from landed.expr.civil import add_months
from landed.expr.values import Members
from landed.law import Law
from landed.roster.answers import Answer
from landed.roster.crowd import Crowd, uncollected
from landed.roster.known import Known
from landed.roster.people import People
from landed.roster.ways_open import Asked, Engine, counts, ways_of
from landed.roster.what_if import Choice, Lost, choices, lost

MONTHS = 36
_FIRST, _LAST = dt.date(2017, 1, 1), dt.date(2087, 12, 31)
Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is, of how much."""


@dataclass(slots=True)
class Result:
    """What a roster was asked, and the answers."""

    people: People
    on: dt.date
    known_on: dt.date | None
    reform: str
    """The reform asked under, in words; empty where it is the law as it stands."""
    answers: list[Answer]
    months: list[dt.date]
    open_ways: list[list[int]]
    """For each person, how many ways are open on the first of each month."""
    possible_ways: list[list[int]] = field(default_factory=list)
    """The same of the ways that are open or could open."""
    choices: list[Choice] = field(default_factory=list)
    """What each choice of the employer changes, by itself."""
    in_turn: list[Choice] = field(default_factory=list)
    """The same choices, the next best each time, each set against those before it."""
    lost: list[Lost] | None = None
    """Under a reform: the people whose best way closes, those who lose it first coming first."""
    version: str = landed.__version__

    @property
    def outcomes(self) -> dict[str, int]:
        """How many people have which outcome."""
        return dict(Counter(answer.outcome for answer in self.answers).most_common())

    @property
    def best_ways(self) -> list[tuple[Answer, int]]:
        """The best ways, with how many people have each, the most frequent first."""
        found: dict[tuple[str, tuple[str, ...], str], list[Answer]] = {}
        for answer in self.answers:
            found.setdefault((answer.way, answer.via_ids, answer.outcome), []).append(answer)
        return sorted(((each[0], len(each)) for each in found.values()), key=lambda pair: -pair[1])


def ask(
    people: People,
    law: Law,
    on: dt.date,
    engine: Engine = "polars",
    cores: int = 1,
    progress: Progress | None = None,
    months: int = MONTHS,
) -> Result:
    """Ask for everybody; `cores` above one starts processes, which a script must expect (its `__main__` guarded)."""
    must_be_in_reach(on)
    say = progress or _silent
    ahead = firsts(on, months)
    cases = [person.case for person in people.persons]
    if not cases:
        return Result(people, on, law.known_on, law.overlay.label, [], ahead, [])
    crowd = Crowd(cases, on, law, cores)
    before = None
    try:
        with uncollected():
            known = Known(cases, on)
            wanted = _countries(known)
            open_ways, possible = _sweep(known, law, ahead, wanted, engine, say)
            chosen = choices(known, law, wanted, engine, lambda done, of: say("choices", done, of))
        answers = crowd.answers(lambda done: say("people", done, len(cases)))
        if law.overlay.label:
            as_it_is = Law(law.known_on)
            crowd = Crowd(cases, on, as_it_is, cores)
            before = crowd.answers(lambda done: say("people before the reform", done, len(cases)))
    finally:
        crowd.close()
    gone = None
    if before is not None:
        with uncollected():
            gone = lost(known, as_it_is, law, before, answers, wanted, ahead, engine)
    return Result(
        people, on, law.known_on, law.overlay.label, answers, ahead, open_ways, possible, chosen.alone,
        chosen.in_turn, gone,
    )  # fmt: skip


def must_be_in_reach(on: dt.date) -> None:
    """Raise UnansweredError for a day of which the months ahead cannot be asked."""
    if not _FIRST <= on <= _LAST:
        raise UnansweredError(f"{on} is out of reach; ask on a day from {_FIRST} to {_LAST}")


def firsts(on: dt.date, months: int) -> list[dt.date]:
    """Return the first days of the months that follow a day."""
    return [add_months(on.replace(day=1), number) for number in range(1, months + 1)]


def _countries(known: Known) -> list[tuple[str, ...]]:
    """Return the countries that each person would go to; none where nobody said: all count."""
    values = known.column("goals.countries")
    return [tuple(sorted(v.certain)) if isinstance(v, Members) and v.exact else () for v in values]


def _sweep(
    known: Known,
    law: Law,
    ahead: Sequence[dt.date],
    wanted: Sequence[tuple[str, ...]],
    engine: Engine,
    say: Progress,
) -> tuple[list[list[int]], list[list[int]]]:
    """Ask everybody on the first of each month: how many ways are open then, and how many are or could be."""
    routes = ways_of(law)
    asked = Asked(known, law, routes, engine)
    opened: list[list[int]] = []
    possible: list[list[int]] = []
    moved = known.on_days(ahead)
    for done, day in enumerate(ahead, 1):
        found = asked.on(day, moved.on(day))
        opened.append(counts(found, routes, wanted))
        possible.append(counts(found, routes, wanted, sure=False))
        say("months", done, len(ahead))
    nothing: list[list[int]] = [[] for _ in known.cases]
    return _by_person(opened) or nothing, _by_person(possible) or nothing


def _by_person(columns: Sequence[Sequence[int]]) -> list[list[int]]:
    return [list(row) for row in zip(*columns, strict=True)]


def _silent(what: str, done: int, total: int) -> None:
    """Say nothing."""
