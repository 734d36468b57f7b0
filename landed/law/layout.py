"""Which facts some expressions read, and how each stands in a table, whoever is in it.

An open code has a place for each code there is (an occupation, a country), or for each that the law of the day tells from
others (a city, a region); any other code is read as unknown: less is known, and nothing wrong. Of several codes only
what no rule tells apart matters: all countries of one agreement are one kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from landed.expr import ChoiceFact, CodeList, Fact, Meets, Obtainable, SeveralFact
from landed.expr.columns import Held, Kind, Layout, standard
from landed.expr.dated import Cells, Codes
from landed.expr.evaluate import evaluate
from landed.expr.leaves import BoolFact, Lookup, NumberFact, OnList, OverlapList
from landed.expr.nodes import OneOf, Overlap
from landed.expr.supposed import Supposed
from landed.expr.values import Members, Value
from landed.facts import noc
from landed.facts._declare import asked
from landed.facts.countries import countries
from landed.law.declared import walk
from landed.law.library import Epoch


def with_routes_asked(epoch: Epoch, roots: Iterable[object]) -> Iterator[object]:
    """Yield every node below some expressions or routes, and below the routes that these ask, once each."""
    left, seen = list(roots), set()
    met: set[int] = set()
    for root in left:
        for node in walk(root, met):
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
    asking: dict[str, list[Overlap | OverlapList]] = {}
    for node in nodes:
        if isinstance(node, Overlap | OverlapList) and isinstance(node.held, SeveralFact):
            asking.setdefault(node.held.name, []).append(node)
    return {
        name: Held(fact, _kinds(epoch, fact, asking.get(name, ()), told.get(name, set())), _written(fact))
        if isinstance(fact, SeveralFact)
        else standard(fact, _codes(fact, told.get(name, set())))
        for name, fact in facts.items()
    }


def _existing(fact: Fact) -> Sequence[str]:
    """Return the codes that there are of a fact; none where any text is one."""
    match asked(fact).form:
        case "noc":
            return noc.codes()
        case "country":
            return sorted(countries())
        case _:
            return ()


def _codes(fact: Fact, told: set[str]) -> list[str]:
    """Return the codes of an open fact that have a place: those that there are, and those told apart."""
    return sorted({*told, *_existing(fact)})


def _written(fact: Fact) -> str:
    """Return how one of several codes is written, as a regular expression."""
    return "|".join(_existing(fact)) or "[^|]+"


def _kinds(
    epoch: Epoch, fact: SeveralFact, asking: Sequence[Overlap | OverlapList], told: set[str]
) -> tuple[Kind, ...]:
    """Find the codes that nothing asked tells apart; the last kind is the most frequent one, of all the rest."""
    alike: dict[tuple[Value, ...], list[str]] = {}
    some = _codes(fact, told)
    for code in some if _existing(fact) else [*some, _ANY_OTHER]:
        alike.setdefault(tuple(_alone(epoch, fact, node, code) for node in asking), []).append(code)
    rest = next((codes for codes in alike.values() if _ANY_OTHER in codes), max(alike.values(), key=len))
    kinds = [Kind(codes[0], frozenset(codes)) for codes in alike.values() if codes is not rest]
    return (*kinds, Kind(rest[-1]))


_ANY_OTHER = "(another)"
"""Of texts, of which there is no list."""


def _alone(epoch: Epoch, fact: SeveralFact, node: Overlap | OverlapList, code: str) -> Value:
    """Ask of a code held alone. Of several held, one that is asked for is enough."""
    held = Members(frozenset({code}), frozenset({code}))
    return evaluate(node, Supposed(epoch, epoch.day, {fact.name: held})).value


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
