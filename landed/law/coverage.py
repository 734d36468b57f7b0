"""Every programme known to exist: encoded, in part, or not yet; so that silence never reads as "no"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from landed.errors import LawError, Mistake
from landed.law.files import FOLDER, day, read_yaml, shown

_KEYS = {"id", "title", "title_fr", "country", "state", "since", "until", "checked", "note", "family"}
STATES = ("encoded", "in_part", "not_yet")


@dataclass(frozen=True, slots=True)
class Covered:
    """One programme known to exist, and how far it is written here."""

    id: str
    title: str
    country: str
    state: str
    checked: str
    title_fr: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    note: str = ""
    family: bool = False
    """Whether it concerns a spouse, partner or child."""

    def on(self, asked: dt.date) -> bool:
        """Whether it is known to exist, or not known not to, on a day."""
        return (self.since is None or self.since <= asked) and (self.until is None or asked <= self.until)


@cache
def coverage() -> tuple[Covered, ...]:
    """Read `coverage.yaml`; LawError with every mistake of it."""
    path = FOLDER / "coverage.yaml"
    data, lines = read_yaml(path)
    mistakes, found = [], []
    for place, entry in enumerate(data):
        unknown = sorted(set(entry) - _KEYS)
        lacking = sorted({"id", "title", "country", "state", "checked"} - set(entry))
        if unknown or lacking or entry.get("state") not in STATES:
            problem = f"unknown {unknown}, lacking {lacking}, state {entry.get('state')!r}"
            mistakes.append(Mistake(shown(path), lines.get(str(place)), str(place), problem))
            continue
        found.append(
            Covered(
                entry["id"], entry["title"], entry["country"], entry["state"], entry["checked"], entry.get("title_fr", ""),
                day(entry.get("since")), day(entry.get("until")), entry.get("note", ""), entry.get("family", False),
            )
        )  # fmt: skip
    if mistakes:
        raise LawError(mistakes)
    return tuple(found)


def not_encoded_for(countries: tuple[str, ...], asked: dt.date) -> list[Covered]:
    """Return the programmes of some countries (none: all) that exist on a day and are not, or not wholly, written here."""
    return [
        entry
        for entry in coverage()
        if entry.state != "encoded" and (not countries or entry.country in countries) and entry.on(asked)
    ]
