"""Which facts some expressions read, and how each stands in a table, whoever is in it.

An open code (an occupation, a country, a region) has a place for each code that the law of the day tells from others;
occupations for every code there is. Any other code is then read as unknown: less is known, and nothing wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from landed.expr import ChoiceFact, CodeList, Fact, Meets, Obtainable, SeveralFact
from landed.expr.columns import Layout, standard
from landed.expr.dated import Cells, Codes
from landed.expr.leaves import BoolFact, Lookup, NumberFact, OnList, OverlapList
from landed.expr.nodes import OneOf, Overlap
from landed.facts import noc
from landed.facts._declare import asked
from landed.law.declared import walk
from landed.law.library import Epoch


def with_routes_asked(epoch: Epoch, roots: Iterable[object]) -> Iterator[object]:
    """Yield every node below some expressions or routes, and below the routes that these ask."""
    left, seen = list(roots), set()
    while left:
        for node in walk(left.pop()):
            yield node
            for route in (
                (node.route,) if isinstance(node, Meets) else node.by if isinstance(node, Obtainable) else ()
            ):
                if route not in seen:
                    seen.add(route)
                    left.append(epoch.route(route))


def layout_for(epoch: Epoch, roots: Iterable[object]) -> Layout:
    """Return the standard layout of all facts that some routes, scores or expressions read."""
    nodes = list(with_routes_asked(epoch, roots))
    facts: dict[str, Fact] = {
        node.name: node
        for node in nodes
        if isinstance(node, BoolFact | NumberFact | ChoiceFact | SeveralFact)
    }
    told = _codes_told_apart(epoch, nodes)
    return {name: standard(fact, _codes(fact, told.get(name, set()))) for name, fact in facts.items()}


def _codes(fact: Fact, told: set[str]) -> list[str]:
    """Return the codes of an open fact that have a place."""
    if (
        asked(fact).form == "noc"
    ):  # of several, any image may be on a list: nothing is left out of what may matter
        return sorted({*told, *noc.codes()})
    return sorted(told)


def _codes_told_apart(epoch: Epoch, nodes: Iterable[object]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}

    def add(code: object, codes: Iterable[str]) -> None:
        if isinstance(code, ChoiceFact | SeveralFact):
            found.setdefault(code.name, set()).update(codes)

    for node in nodes:
        match node:
            case OneOf(code=code, codes=codes):
                add(code, codes)
            case Overlap(held=held, codes=codes):
                add(held, codes)
            case OnList(code=code, codes=listed):
                add(code, _listed(epoch, listed))
            case OverlapList(held=held, codes=listed):
                add(held, _listed(epoch, listed))
            case Lookup(table=table, codes=keys):
                cells = epoch.dated(table).value
                for at, key in enumerate(keys):
                    add(key, {row[at] for row in cells.rows} if isinstance(cells, Cells) else ())
    return found


def _listed(epoch: Epoch, listed: CodeList) -> set[str]:
    codes = epoch.dated(listed).value
    return {*codes.whole, *codes.part} if isinstance(codes, Codes) else set()
