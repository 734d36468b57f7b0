"""A plan as plain data: what `landed plan --json` prints."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from typing import Any

from landed.plan.model import Deadline, Plan


def plan_data(plan: Plan) -> dict[str, Any]:
    """Return a plan as JSON data: names as in `landed.plan.model`, days as text, money in cents."""
    data = _plain(plan)
    for written, option in zip(data["options"], plan.options, strict=True):
        written["id"], written["full_title"] = option.id, option.full_title
    return data  # type: ignore[no-any-return] # a dataclass becomes a dict


def deadline_data(deadline: Deadline) -> dict[str, Any]:
    """Return a deadline as JSON data."""
    return _plain(deadline)  # type: ignore[no-any-return] # a dataclass becomes a dict


def _plain(data: object) -> Any:
    if isinstance(data, dt.date):
        return data.isoformat()
    if isinstance(data, tuple):
        return [_plain(part) for part in data]
    if is_dataclass(data) and not isinstance(data, type):
        return {field.name: _plain(getattr(data, field.name)) for field in fields(data)}
    return data
