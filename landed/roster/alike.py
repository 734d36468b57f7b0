"""For whom an answer is the same: people are alike to a route where all that its rule asks comes out alike.

A rule is made of clauses joined; what stands in a clause (a comparison, a list, a fact) is an *atom*. Two people may
earn different wages and be alike, for both earn enough. So an atom is evaluated once for each set of values of the
facts that it reads, and a route once for each set of outcomes of its atoms; `landed.assess` evaluates both, and no
rule is written again here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import fields
from operator import itemgetter
from typing import Any

from landed.assess import Question
from landed.expr import Clause, Expr, Meets, Obtainable, Parameter
from landed.expr.evaluate import evaluate
from landed.expr.finding import Finding
from landed.expr.leaves import BoolFact, ChoiceFact, NumberFact, SeveralFact
from landed.expr.nodes import AllOf, AnyOf, Count, Given, Not, Today
from landed.law import Epoch, Law, Route
from landed.law.declared import PARAMETERS, walk
from landed.law.layout import with_routes_asked
from landed.roster.known import ASKED_PLACE, PLACE

Law_ = frozenset[tuple[str, str, dt.date | None]]
_NO_LAW: Law_ = frozenset()
Ask = Callable[[], Question]
_FEW = 8
"""A part that reads at most so many facts is worth remembering."""
_FACTS = (BoolFact, NumberFact, ChoiceFact, SeveralFact)


class Atom:
    """A part of a rule that is asked as one, and how it came out for each set of values so far."""

    __slots__ = ("_found", "_get", "node", "place", "places", "route")

    def __init__(self, node: Expr, route: str, places: list[int], place: int) -> None:
        self.node, self.route, self.place, self.places = node, route, place, places
        self._get: Callable[[list[int]], Any] = itemgetter(*places) if places else lambda _: 0
        self._found: dict[Any, tuple[int, Finding]] = {}

    def outcome(self, row: list[int], ask: Ask, atoms: Atoms, kept: Kept) -> tuple[int, Finding]:
        """Return its outcome for one person's facts, by number too; the evidence is that of one of those alike."""
        key = self._get(row)
        found = self._found.get(key)
        if found is None:
            finding = evaluate(self.node, ask(), self.route, kept)
            found = self._found[key] = atoms.number(finding, kept), finding
        return found


class Below:
    """What stands below expressions, whatever the day: the facts that they read, through the routes that they ask."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._found: dict[int, tuple[object, frozenset[str], frozenset[str], bool]] = {}
        self._law_stands: dict[tuple[str, dt.date, dt.date], bool] = {}
        self._law_read: dict[str, tuple[tuple[Parameter, ...], bool]] = {}

    def places(self, root: object) -> list[int]:
        """Return where in a row stands what a root reads: its facts, and the fields to ask for them."""
        facts, left, seen = set[str](), [root], set[str]()
        while left:
            _, own, routes, _ = self._below(left.pop())
            facts |= own
            left += [self._law.route(route) for route in routes - seen]
            seen |= routes
        names = sorted(facts & PLACE.keys())
        return [PLACE[name] for name in names] + [ASKED_PLACE[name] for name in names if name in ASKED_PLACE]

    def law_stands(self, route: Route, one: dt.date, other: dt.date) -> bool:
        """Tell whether the law of two days says the same of a route, which asks nothing of the day itself."""
        key = route.id, one, other
        found = self._law_stands.get(key)
        if found is None:
            epochs = self._law.at(one), self._law.at(other)
            parameters, today = self._law_of(epochs[0], route)
            found = self._law_stands[key] = not today and all(
                epochs[0].dated(each).value == epochs[1].dated(each).value for each in parameters
            )
        return found

    def _law_of(self, epoch: Epoch, route: Route) -> tuple[tuple[Parameter, ...], bool]:
        """Return the parameters that decide a route, and whether it asks of the day itself."""
        found = self._law_read.get(route.id)
        if found is None:
            nodes = list(with_routes_asked(epoch, [route]))
            parameters = {node.id: node for node in nodes if isinstance(node, PARAMETERS)}
            today = any(isinstance(node, Today) for node in nodes)
            found = self._law_read[route.id] = tuple(parameters.values()), today
        return found

    def asks(self, root: object) -> bool:
        """Tell whether it asks routes or a judgement."""
        return self._below(root)[3]

    def _below(self, root: object) -> tuple[object, frozenset[str], frozenset[str], bool]:
        found = self._found.get(id(root))
        if found is None:
            facts, routes, asks = set[str](), set[str](), False
            for node in walk(root):
                if isinstance(node, _FACTS):
                    facts.add(node.name)
                elif isinstance(node, Meets):
                    routes.add(node.route)
                elif isinstance(node, Obtainable):
                    routes.update(node.by)
                asks = asks or isinstance(node, Meets | Obtainable | Clause)
            found = self._found[id(root)] = root, frozenset(facts), frozenset(routes), asks
        return found


class Parts:
    """Small parts of expressions, and what they came to for each set of values: points for an age, for a test."""

    def __init__(self) -> None:
        self.of: dict[int, tuple[Callable[[list[int]], Any], dict[Any, Finding]]] = {}
        self.law: dict[int, Law_] = {}
        """The law that the findings kept here stand on, by the identity of the finding."""
        self._reads: dict[int, tuple[Expr, frozenset[str] | None]] = {}

    def add(self, node: object) -> frozenset[str] | None:
        """Register a node and all below it; return the facts that it reads, None where it asks a route."""
        if isinstance(node, tuple):
            return self._joined([self.add(part) for part in node])
        if not isinstance(node, Expr) or isinstance(node, Clause):
            return frozenset()
        known = self._reads.get(id(node))
        if known is not None:
            return known[1]
        if isinstance(node, _FACTS):
            return frozenset({node.name})
        if isinstance(node, Meets | Obtainable):
            return None
        reads = self._joined([self.add(getattr(node, each.name)) for each in fields(node)])  # type: ignore[arg-type]
        self._reads[id(node)] = node, reads
        if reads and len(reads) <= _FEW:
            names = sorted(reads & PLACE.keys())
            places = [PLACE[name] for name in names] + [
                ASKED_PLACE[name] for name in names if name in ASKED_PLACE
            ]
            self.of[id(node)] = itemgetter(*places), {}
        return reads

    @staticmethod
    def _joined(reads: list[frozenset[str] | None]) -> frozenset[str] | None:
        return None if None in reads else frozenset().union(*(each for each in reads if each))


class Kept(dict[int, Finding]):
    """What an evaluation keeps, for one person: small parts come from, and go to, everybody with the same values."""

    def __init__(self, parts: Parts, row: list[int]) -> None:
        super().__init__()
        self._parts, self._row = parts.of, row
        self._shared_law, self._law = parts.law, dict[int, tuple[Finding, Law_]]()

    def get(self, node: int, default: Any = None) -> Any:
        """Return what is kept of a node."""
        found = super().get(node)
        if found is None and node in self._parts:
            values, shared = self._parts[node]
            found = shared.get(values(self._row))
        return default if found is None else found

    def __setitem__(self, node: int, finding: Finding) -> None:
        super().__setitem__(node, finding)
        if node in self._parts:
            values, shared = self._parts[node]
            shared[values(self._row)] = finding
            self._shared_law[id(finding)] = self.stands_on(finding)

    def stands_on(self, finding: Finding) -> Law_:
        """Return the law that a finding stands on: each parameter's id, how well it is known, since when it is stale."""
        if not finding.parts:
            return _own_law(finding)
        key = id(finding)
        found = self._shared_law.get(key)
        if found is None:
            held = self._law.get(key)
            if held is not None:
                return held[1]
            found = _own_law(finding).union(*(self.stands_on(part) for part in finding.parts))
            self._law[key] = finding, found
        return found


def _own_law(finding: Finding) -> Law_:
    dated = finding.dated
    return _NO_LAW if dated is None else frozenset({(dated.id, dated.seen, dated.stale_since)})


class Atoms:
    """All atoms of the law of one day, and the outcomes by number."""

    def __init__(self, below: Below) -> None:
        self.below = below
        self.all: list[Atom] = []
        self._by_id: dict[int, Atom] = {}
        self._facts_of_route: dict[str, Callable[[list[int]], Any]] = {}
        self.parts = Parts()
        self._numbers: dict[Any, int] = {}
        self._of_route: dict[str, tuple[Atom | str, ...]] = {}

    def number(self, finding: Finding, kept: Kept) -> int:
        """Return the number of an outcome: its value, what leaves it open, and the law that it stands on."""
        key = finding.value, finding.opens, kept.stands_on(finding)
        return self._numbers.setdefault(key, len(self._numbers))

    def of_route(self, route: Route) -> tuple[Atom | str, ...]:
        """Return the atoms that decide a route, and the ids of the routes that it asks."""
        found = self._of_route.get(route.id)
        if found is None:
            found = self._of_route[route.id] = self.of((route,), route.id)
        return found

    def facts_of_route(self, route: Route) -> Callable[[list[int]], Any]:
        """Return what takes, out of a row, all that may decide a route: who has the same is asked no more."""
        found = self._facts_of_route.get(route.id)
        if found is None:
            places = self.below.places(route)
            found = self._facts_of_route[route.id] = itemgetter(*places) if places else lambda _: 0
        return found

    def of(self, roots: tuple[object, ...], route: str) -> tuple[Atom | str, ...]:
        """Return the atoms of some expressions of a route, and the ids of the routes that they ask."""
        found: dict[int | str, Atom | str] = {}
        for root in roots:
            for atom in self._atoms(root, route):
                found[atom if isinstance(atom, str) else atom.place] = atom
        return tuple(found.values())

    def _atoms(self, node: object, route: str) -> Iterator[Atom | str]:  # noqa: C901 - one case a node, in one place
        match node:
            case None:
                return
            case Route():
                yield from self._atoms(node.requires, node.id)
                for item in node.reservations:
                    yield from self._atoms(item.unless, node.id)
            case Clause(says=says, when=when):
                yield from self._atoms(says, route)
                yield from self._atoms(when, route)
            case AllOf(parts) | AnyOf(parts) | Count(parts=parts):
                for part in parts:
                    yield from self._atoms(part, route)
            case Not(part):
                yield from self._atoms(part, route)
            case Given(condition=condition, then=then, otherwise=otherwise):
                for each in (condition, then, otherwise):
                    yield from self._atoms(each, route)
            case Meets(route=other):
                yield other
            case Obtainable(fact=fact, by=by):
                yield from self._atoms(fact, route)
                yield from by
            case Expr():
                yield self._atom(node, route)

    def _atom(self, node: Expr, route: str) -> Atom:
        found = self._by_id.get(id(node))
        if found is None:
            found = self._by_id[id(node)] = Atom(node, route, self.below.places(node), len(self.all))
            self.all.append(found)
            self.parts.add(node)
        return found

    def whole(self, node: Expr, route: str) -> Atom | None:
        """Return an expression of a procedure as one atom; None where it asks routes or a judgement."""
        return None if self.below.asks(node) else self._atom(node, route)
