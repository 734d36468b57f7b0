"""What the employer's choices and a reform change: who has a way by each choice, and who loses theirs first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from landed.law import Law
from landed.roster.answers import Answer
from landed.roster.known import Known
from landed.roster.ways_open import Asked, Engine, Open, counts, ways_of
from landed.roster.worked_out import Column, Supposed

CHOICES: Mapping[str, Supposed] = {
    "a company in Canada": {
        "employer.operates_in_canada": True,
        "employer.canadian_entity.relationship": "subsidiary",
    },
    "commercial premises there": {"employer.canadian_entity.premises": "commercial"},
    "a Labour Market Benefits Plan": {"employer.undertakes.labour_market_benefits_plan": True},
    "an offer in the Employer Portal": {"employer.undertakes.portal_offer": True},
}
"""What an employer may decide, as facts supposed of everybody of whom they do not hold already."""
REFUSAL: tuple[str, Supposed] = ("the employer keeps nobody on from abroad", {"employer.willing": False})
AS_THINGS_ARE, ALL = "as things are", "all four together"
_TRIES = len(CHOICES) * (len(CHOICES) + 1) // 2 + 2
"""Things as they are, the refusal, and the sets of choices that are tried."""
Progress = Callable[[int, int], None]
_RELATIONSHIP = "employer.canadian_entity.relationship"


@dataclass(frozen=True, slots=True)
class Choice:
    """What it changes if the employer chooses so."""

    title: str
    supposes: Supposed
    open: int
    """People with a way that is open."""
    possible: int
    """People with a way that is open or could open."""
    more_ways: int
    """People with more open ways than before."""
    gain: int = 0
    """People who have an open way by it, and had none before."""
    lose: int = 0
    """People who had an open way before, and have none by it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Each choice by itself, set against things as they are; and all of them one after another."""

    alone: list[Choice]
    """Things as they are, each choice, all of them together, and the refusal to keep anybody on."""
    in_turn: list[Choice]
    """The next best choice each time, set against those before it: most people who gain an open way first."""


class _Tried:
    """Tries choices: how many ways are open and possible for each person. Each is tried once."""

    def __init__(
        self, known: Known, law: Law, wanted: Sequence[tuple[str, ...]], engine: Engine, say: Progress
    ) -> None:
        self._known, self._wanted, self._say = known, wanted, say
        self._routes = ways_of(law)
        self._asked = Asked(known, law, self._routes, engine)
        self._found: dict[str, tuple[list[int], list[int]]] = {}

    def choice(self, title: str, facts: Supposed, before: Supposed | None = None) -> Choice:
        """Say what one choice changes, set against those made before it, or things as they are."""
        opened, possible = self._by(facts)
        pairs = list(zip(self._by(before or {})[0], opened, strict=True))
        return Choice(
            title, facts, sum(map(bool, opened)), sum(map(bool, possible)), sum(now > was for was, now in pairs),
            sum(now > 0 == was for was, now in pairs), sum(was > 0 == now for was, now in pairs),
        )  # fmt: skip

    def _by(self, facts: Supposed) -> tuple[list[int], list[int]]:
        key = repr(sorted(facts.items()))
        if key not in self._found:
            found = self._asked.on(self._known.on, supposed(self._known, facts) if facts else None)
            opened = counts(found, self._routes, self._wanted)
            self._found[key] = opened, counts(found, self._routes, self._wanted, sure=False)
            self._say(len(self._found), _TRIES)
        return self._found[key]


def choices(
    known: Known,
    law: Law,
    wanted: Sequence[tuple[str, ...]],
    engine: Engine,
    say: Progress = lambda _done, _total: None,
) -> Choices:
    """Return how many people have a way as things are, by each choice, and by one choice after another."""
    tried = _Tried(known, law, wanted, engine, say)
    every = list(CHOICES)
    alone = [tried.choice(AS_THINGS_ARE, {})]
    alone += [tried.choice(title, facts) for title, facts in CHOICES.items()]
    alone += [tried.choice(ALL, _joined(every)), tried.choice(*REFUSAL)]
    in_turn: list[Choice] = []
    made: list[str] = []
    while len(made) < len(every):
        left = [title for title in every if title not in made]
        following = [tried.choice(title, _joined([*made, title]), _joined(made)) for title in left]
        in_turn.append(max(following, key=_worth))
        made.append(in_turn[-1].title)
    return Choices(alone, in_turn)


def _worth(choice: Choice) -> tuple[int, int, int]:
    return choice.open, choice.possible, choice.more_ways


def _joined(titles: Sequence[str]) -> Supposed:
    return {name: value for title in titles for name, value in CHOICES[title].items()}


def supposed(known: Known, facts: Supposed) -> dict[str, Column]:
    """Return the columns that change where facts are supposed of everybody of whom they do not hold already."""
    held = {name: value for name, value in facts.items() if name != _RELATIONSHIP}
    entity = known.column("employer.has_canadian_entity")
    each = [held if has is True else facts for has in entity]
    return known.supposing(sorted(known.changed_by(facts)), each)


@dataclass(frozen=True, slots=True)
class Lost:
    """A person whose best way closes under a reform, on a day on which it is not closed without the reform."""

    index: int
    before: Answer
    after: Answer
    """The row under the reform, for the day asked."""
    closes: tuple[str, ...]
    """The titles of the routes of the best way that close."""
    on: dt.date
    """The first of the days asked on which it is closed: the day asked, a day of the reform, or the first of a month."""
    open_ways: int = 0
    """Ways that are open under the reform on that day."""
    possible_ways: int = 0
    """... that are open or could open."""
    left: tuple[str, ...] = ()
    """The titles of those that are open, or, where none is, of those that could open; in the order of the law."""

    @property
    def needed(self) -> dt.date | None:
        """The day by which the way has to be begun: the latest safe start at the slowest, else the nearest known."""
        safe = self.before.latest_safe_start
        return safe.at_the_slowest_published or safe.if_every_standard_is_met or self.before.deadline


def lost(
    known: Known,
    law: Law,
    reform: Law,
    before: Sequence[Answer],
    after: Sequence[Answer],
    wanted: Sequence[tuple[str, ...]],
    ahead: Sequence[dt.date],
    engine: Engine,
) -> list[Lost]:
    """Return the people whose best way closes, those who lose it first coming first; of one day, who needs it first."""
    used = {route for answer in before for route in (answer.way, *answer.via_ids) if route}
    routes = [route for route in reform.routes() if route.id in used]
    if not routes:
        return []
    last = max(ahead, default=known.on)
    own = {
        change.since for change in reform.overlay.changes if change.since and known.on < change.since <= last
    }
    days = sorted({known.on, *own, *ahead})
    titles = {route.id: route.title for route in routes}
    moved = known.on_days(days)
    as_it_is, reformed = Asked(known, law, routes, engine), Asked(known, reform, routes, engine)
    everything = Asked(known, reform, ways_of(reform), engine)
    found: list[Lost] = []
    left = dict(enumerate(before))
    for day in days:
        columns = moved.on(day)
        then, otherwise = reformed.on(day, columns), as_it_is.on(day, columns)
        gone = {
            index: closed
            for index, answer in left.items()
            if (closed := _closed(answer, index, then)) and not _closed(answer, index, otherwise)
        }
        if not gone:
            continue
        all_then = everything.on(day, columns)
        opened = counts(all_then, everything.routes, wanted)
        possible = counts(all_then, everything.routes, wanted, sure=False)
        for index, closed in gone.items():
            answer = left.pop(index)
            names = tuple(titles[id_] for id_ in closed)
            held = all_then.sure if opened[index] else all_then.maybe
            ways = tuple(
                route.title
                for route in everything.routes
                if held[route.id][index] and (not wanted[index] or route.country in wanted[index])
            )
            found.append(Lost(index, answer, after[index], names, day, opened[index], possible[index], ways))
    return sorted(found, key=lambda each: (each.on, each.needed or dt.date.max, each.index))


def _closed(answer: Answer, index: int, found: Open) -> list[str]:
    """Return which routes of a best way are closed."""
    return [id_ for id_ in (answer.way, *answer.via_ids) if id_ and not found.maybe[id_][index]]
