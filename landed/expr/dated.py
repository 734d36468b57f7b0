"""What a parameter of the law is worth on a day, with where that is known from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from landed.expr.clauses import Seen


class Absent(Enum):
    """Why a cell has no amount."""

    NONE = "none"
    """The law sets no such amount."""
    NOT_ENCODED = "not_encoded"
    """The law sets one, and it has not been seen."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A list of codes: `whole` rows, and `part` rows that hold only for the jobs described."""

    whole: frozenset[str]
    part: Mapping[str, str]
    scheme: str = ""
    """The version of the codes: `noc2016`, `noc2021`, or empty where they have no versions."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A table: from a tuple of codes to a cell; `default` is the cell of a code without a row."""

    rows: Mapping[tuple[str, ...], int | Absent]
    default: int | Absent
    schemes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """A step table: thresholds in rising order, each with its amount."""

    rows: tuple[tuple[int, int | Absent], ...]


Content = bool | int | str | Codes | Cells | Steps | Absent


@dataclass(frozen=True, slots=True)
class Dated:
    """A parameter's value on a day."""

    id: str
    value: Content
    since: dt.date | None
    """The day from which it has this value."""
    known_on: dt.date | None
    """The day on which it was published."""
    seen: Seen
    """How well it is known."""
    sources: tuple[str, ...] = ()
    stale_since: dt.date | None = None
    """The day after the last one on which the value is known to have stood, when the asked day is later."""
    overlay: str = ""
    """The reform that set it, or an empty text for the law itself."""
    note: str = ""
