"""Rounds of a scored system: who was invited when, at which score, as published.

They stand in `rounds.csv` beside the rules: the round, its day, the route (its key) of those it invited from, its label
as published, how many were invited, and the lowest score invited. Lines with # in front say the source, the last day up
to which every round is known, and which rounds are for everyone (`# known_to: 2026-09-25`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from landed.errors import LawError, Mistake
from landed.law.files import FOLDER, csv_rows, day, shown


@dataclass(frozen=True, slots=True)
class Round:
    """One round of invitations."""

    id: str
    day: dt.date
    route: str
    """The key of the route whose people it invited."""
    label: str
    """What it was for, as published."""
    invitations: int
    cutoff: int


@dataclass(frozen=True, slots=True)
class Rounds:
    """All rounds of a system, in order of days."""

    programme: str
    system: str
    """The short name of the scored system that its cut-offs are in."""
    source: str
    """The key of the source."""
    known_to: dt.date
    """The last day up to which every round is held here."""
    for_all: str
    """The key of the route of rounds for everyone, or an empty text."""
    rows: tuple[Round, ...]

    def by(self, last: dt.date) -> tuple[Round, ...]:
        """Return the rounds held by a day."""
        return tuple(row for row in self.rows if row.day <= last)


@cache
def rounds(programme: str) -> Rounds | None:
    """Return the rounds of a programme, None where it has none; LawError where the file is wrong."""
    path = FOLDER / programme.replace(".", "/") / "rounds.csv"
    if not path.exists():
        return None
    head = dict(
        line.removeprefix("#").strip().partition(": ")[::2]
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("#")
    )
    known_to = day(head.get("known_to"))
    if known_to is None or "source" not in head or "system" not in head:
        raise LawError(
            [
                Mistake(
                    shown(path),
                    1,
                    "",
                    "its header lacks its source, its system, or its known_to",
                    "# known_to: 2026-09-25",
                )
            ]
        )
    try:
        rows = tuple(
            Round(
                row["round"],
                dt.date.fromisoformat(row["date"]),
                row["route"],
                row["label"],
                int(row["invitations"]),
                int(row["cutoff"]),
            )
            for row in csv_rows(path)
        )
    except (KeyError, ValueError) as error:
        raise LawError(
            [
                Mistake(
                    shown(path),
                    None,
                    "",
                    f"a row is wrong ({error})",
                    "round,date,route,label,invitations,cutoff",
                )
            ]
        ) from None
    return Rounds(programme, head["system"], head["source"], known_to, head.get("for_all", ""), rows)
