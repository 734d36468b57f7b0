"""A case: what a file, or a person, has said, before anything is concluded from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from landed.expr.values import Value


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


@dataclass(frozen=True)
class Case:
    """What was said of one worker, on the day `on`. `read_case` makes one from a file."""

    on: dt.date = field(default_factory=_today)
    """The day for which it was said."""
    where: str = ""
    """The file, as the user named it."""
    stated: Mapping[str, Value] = field(default_factory=dict)
    """Facts stated directly, by name."""
    asked: frozenset[str] = frozenset()
    """Facts given as null: asked, and not known."""
    records: Mapping[str, object] = field(default_factory=dict)
    """What has structure, by name: lists of records, and single ones."""
    absent: frozenset[str] = frozenset()
    """Groups of facts given as `none`: there is no such thing."""
    open_lists: frozenset[str] = frozenset()
    """Lists that name some but not all (`FIELD_and_others: true`)."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of the file on which a field stands, by dotted name (`worker.education.0.level`)."""

    def line_of(self, name: str) -> int | None:
        """Return the line on which a field, or the nearest field around it, stands."""
        while name:
            if name in self.lines:
                return self.lines[name]
            name = name.rpartition(".")[0]
        return None
