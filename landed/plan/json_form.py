"""A plan as JSON: the same names as in `landed.plan.model`, days as text, money in cents with its text beside it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

from landed.plan.beside import Standing
from landed.plan.dated_step import Fee, Total
from landed.plan.model import Deadline, Option, Plan


def plan_json(plan: Plan) -> dict[str, Any]:
    """Return a plan as plain data: maps, lists, texts, whole numbers, true, false, and null.

    `on`, `law`, `not_encoded_here`, and `reservations` are as in an assessment; `options` are in the order of choice.
    """
    return {name: plain(value) for name, value in _fields(plan)}


def deadlines_json(found: tuple[Deadline, ...]) -> list[dict[str, Any]]:
    """Return what runs out as plain data, the first first."""
    return [plain(each) for each in found]


def plain(value: Any) -> Any:
    """Return any part of a plan as plain data."""
    match value:
        case dt.date():
            return value.isoformat()
        case tuple() | list():
            return [plain(each) for each in value]
        case Option():
            return {"id": value.id, "full_title": value.full_title, **_map(value)}
        case Fee() | Total() | Standing():
            return {**_map(value), "text": value.text}
        case _ if dataclasses.is_dataclass(value):
            return _map(value)
        case _:
            return value


def _map(value: Any) -> dict[str, Any]:
    return {name: plain(each) for name, each in _fields(value)}


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(field.name, getattr(value, field.name)) for field in dataclasses.fields(value)]
