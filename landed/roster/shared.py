"""What many people of a roster share: one law, one day, their facts, and all that was worked out so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from operator import itemgetter
from typing import Any

from landed.assess import Assessment
from landed.law import Law, Route
from landed.plan.asking import NOTHING, Produced
from landed.roster.alike import Atom, Atoms, Below
from landed.roster.known import ASKED_PLACE, PLACE, Known

Read = tuple[Any, ...]
"""What was read: ("fact", what is produced, the day, the fact's place), or ("route", its id, what is produced ...)."""
Here = tuple[str, str, frozenset[str], dt.date]
"""A route, what is produced, the routes not taken, and the day."""
Outcomes = tuple[Any, ...]
"""How the parts of a rule came out, by number."""
Parted = tuple[Callable[[Outcomes], Any], tuple[Atom | str, ...]]
BASE = ""
ALL_TAKEN: frozenset[str] = frozenset()


class Node:
    """What is read next, and where each answer leads."""

    __slots__ = ("answers", "read", "result")

    def __init__(self) -> None:
        self.read: Read | None = None
        self.answers: dict[Any, Node] = {}
        self.result: list[Any] = []


class Shared:
    """What many people share: one law, one day, their facts, and all that was worked out so far."""

    def __init__(self, law: Law, known: Known) -> None:
        self.law = law
        self.known = known
        self.on = known.on
        self.below = Below(law)
        self.atoms_of: dict[dt.date, Atoms] = {}
        self.assessed: dict[Here, dict[Outcomes, Assessment]] = {}
        self.same_facts: dict[Here, dict[Any, tuple[Assessment, Outcomes]]] = {}
        """Answers by the very facts; of those with other facts, `assessed` finds the same outcomes."""
        self._routes: dict[str, Route] = {}
        self._stands: dict[tuple[Atom, str], bool] = {}
        self._parted: dict[tuple[str, str], Parted] = {}
        self.same: dict[Any, Assessment] = {}
        """One of all answers that say the same."""
        self.once: dict[Any, Node] = {}
        self.changed: dict[str, tuple[int, ...]] = {}
        self.produced: dict[str, Produced] = {BASE: NOTHING}
        """What is supposed to be produced, by the text that stands for it."""
        self.moving = frozenset(PLACE[name] for name in known.moving())
        self.worked_out = 0
        """How many pieces of work were done, rather than remembered."""

    def atoms(self, day: dt.date) -> Atoms:
        """Return the atoms of the law of a day."""
        if day not in self.atoms_of:
            self.atoms_of[day] = Atoms(self.below)
        return self.atoms_of[day]

    def route(self, id_: str) -> Route:
        """Return a route by its id."""
        found = self._routes.get(id_)
        if found is None:
            found = self._routes[id_] = self.law.route(id_)
        return found

    def stands(self, atom: Atom, key: str) -> bool:
        """Tell whether nothing that an atom reads moves with the day, or changes with what is produced."""
        found = self._stands.get((atom, key))
        if found is None:
            changed = {*self.moving, *self._places(key)}
            found = self._stands[atom, key] = changed.isdisjoint(atom.places)
        return found

    def parted(self, route: Route, key: str) -> Parted:
        """Return which parts of a route's rule come out as they do before anything is produced, and the others."""
        found = self._parted.get((route.id, key))
        if found is None:
            changed = {*self._places(key), *ASKED_PLACE.values()}
            parts = self.atoms(self.on).of_route(route)
            other = [
                at
                for at, part in enumerate(parts)
                if isinstance(part, str) or not changed.isdisjoint(part.places)
            ]
            still = [at for at in range(len(parts)) if at not in other]
            found = self._parted[route.id, key] = (
                itemgetter(*still) if still else lambda _: None,
                tuple(parts[at] for at in other),
            )
        return found

    def _places(self, key: str) -> tuple[int, ...]:
        return self.places_changed(key, self.produced[key]) if key else ()

    def places_changed(self, key: str, produced: Produced) -> tuple[int, ...]:
        """Return the facts that may change where these are produced."""
        if key not in self.changed:
            names = self.known.changed_by(produced)
            self.changed[key] = tuple(sorted(PLACE[name] for name in names))
        return self.changed[key]
