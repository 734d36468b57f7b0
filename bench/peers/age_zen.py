"""The CRS points for age as a decision table of zen-engine, in its JSON decision model, with the law's own rows.

Written for this comparison from zen-engine's documentation; it is installed beside, as a peer.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import zen

from landed.expr import Bands
from landed.expr.dated import Steps
from landed.law import Law
from landed.law.declared import walk

_LOOP = 10_000
"""So many persons are one request."""
_INPUTS = ("age", "accompanying", "citizen")


class Table:
    """The table, compiled for each way of calling it."""

    def __init__(self, law: Law, day: dt.date) -> None:
        rules = list(_rules(law, day))
        engine = zen.ZenEngine()
        self._one = engine.create_decision(json.dumps(_model(rules, loop=False)))
        self._many = engine.create_decision(json.dumps(_model(rules, loop=True)))
        content = {"age": _model(rules, loop=True)}
        self._engine = zen.ZenEngine({"loader": {"type": "static", "content": content}})

    def batch(self, requests: list[Any]) -> Any:
        """Return the points of requests asked together, on all cores."""
        answers = self._engine.evaluate_batch(requests)
        return _points(each for answer in answers for each in answer["data"]["result"]["found"])

    def loop(self, asked: Sequence[dict[str, Any]]) -> Any:
        """Return the points of persons asked as one request."""
        return _points(self._many.evaluate({"people": list(asked)})["result"]["found"])

    def each(self, asked: Sequence[dict[str, Any]]) -> Any:
        """Return the points of persons asked one after another."""
        return _points(self._one.evaluate(person)["result"] for person in asked)


def persons(frame: Any) -> list[dict[str, Any]]:
    """Return what zen-engine is told of each person."""
    facts = "worker.age", "spouse.accompanying", "spouse.citizen_or_permanent_resident"
    ages, accompanying, citizen = (frame[fact].to_list() for fact in facts)
    return [
        {"age": age, "accompanying": with_them == 1, "citizen": status == 1}
        for age, with_them, status in zip(ages, accompanying, citizen, strict=True)
    ]


def requests(asked: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the same as a batch of requests, each already written as JSON."""
    return [
        {"key": "age", "context": json.dumps({"people": asked[first : first + _LOOP]}).encode()}
        for first in range(0, len(asked), _LOOP)
    ]


def _points(answers: Any) -> Any:
    return np.fromiter((each["points"] for each in answers), dtype=np.int16)


def _rules(law: Law, day: dt.date) -> Iterator[dict[str, str]]:
    """Yield the rows in the order in which they are tried: with a spouse on the grid, then all others."""
    epoch = law.at(day)
    for grid, spouse in (("with", {"accompanying": "true", "citizen": "false"}), ("without", {})):
        steps = _steps(law, epoch, f"crs.age.{grid}_spouse")
        for (first, points), (after, _) in pairwise((*steps, (None, 0))):
            age = f">= {first}" if after is None else f"[{first}..{after - 1}]"
            yield {
                "_id": f"{grid} {first}",
                "age": age,
                "accompanying": "",
                "citizen": "",
                "points": str(points),
            } | spouse


def _steps(law: Law, epoch: Any, name: str) -> Sequence[tuple[Any, Any]]:
    score = law.score("crs")
    bands = next(
        node for node in walk(score) if isinstance(node, Bands) and node.id == f"{score.programme}.{name}"
    )
    found = epoch.dated(bands).value
    assert isinstance(found, Steps)
    return found.rows


def _model(rules: list[dict[str, str]], *, loop: bool) -> dict[str, Any]:
    table: dict[str, Any] = {
        "hitPolicy": "first",
        "inputs": [{"id": name, "name": name, "field": name} for name in _INPUTS],
        "outputs": [{"id": "points", "name": "points", "field": "points"}],
        "rules": rules,
        "passThrough": False,
        "executionMode": "loop" if loop else "single",
    }
    if loop:
        table |= {"inputField": "people", "outputPath": "found"}
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "content": {"schema": ""}},
            {"id": "table", "type": "decisionTableNode", "name": "table", "content": table},
            {"id": "out", "type": "outputNode", "name": "out", "content": {"schema": ""}},
        ],
        "edges": [
            {"id": "first", "type": "edge", "sourceId": "in", "targetId": "table"},
            {"id": "second", "type": "edge", "sourceId": "table", "targetId": "out"},
        ],
    }
