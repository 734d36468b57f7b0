"""Finding every parameter, fact and citation that a rule file uses, by walking its expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType

from landed.expr import (
    Bands,
    ChoiceParameter,
    CodeList,
    Expr,
    FlagParameter,
    NumberParameter,
    Parameter,
    Table,
)  # fmt: skip
from landed.law.route import Route
from landed.law.score import Score

PARAMETERS = (FlagParameter, NumberParameter, ChoiceParameter, CodeList, Table, Bands)


def walk(node: object, seen: set[int] | None = None) -> Iterator[object]:
    """Yield a node and everything below it; with `seen`, the ids met so far, each object once."""
    if seen is not None:
        if id(node) in seen:
            return
        seen.add(id(node))
    yield node
    if isinstance(node, tuple):
        for part in node:
            yield from walk(part, seen)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            value = getattr(node, field.name)
            if isinstance(value, (Expr, tuple, *PARAMETERS)) or (
                is_dataclass(value) and not isinstance(value, type)
            ):
                yield from walk(value, seen)


def declared_parameters(
    module: ModuleType, routes: tuple[Route, ...], programme: str
) -> dict[str, Parameter]:
    """Return the programme's own parameters, by local name: those used by its routes, and those at its top level."""
    found: dict[str, Parameter] = {}
    for root in (*routes, *vars(module).values()):
        if isinstance(root, (Route, Score, Expr, tuple, *PARAMETERS)):
            for node in walk(root):
                if isinstance(node, PARAMETERS) and node.id.startswith(programme + "."):
                    found[node.id.removeprefix(programme + ".")] = node
    return found
