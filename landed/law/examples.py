"""Worked examples: a programme's tests and its documentation, read from `examples.yaml` beside its rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from landed.errors import LawError, Mistake
from landed.law.files import FOLDER, day, read_yaml, shown

_KEYS = {"name", "on", "known_on", "given", "expect", "fails_by", "missing", "because", "set", "note"}


@dataclass(frozen=True, slots=True)
class Example:
    """One worked case: on a day, these facts, these outcomes."""

    programme: str
    name: str
    on: dt.date
    given: dict[str, Any]
    expect: dict[str, str]
    """Outcome by route id."""
    fails_by: str = ""
    """The one clause that closes the (first) route."""
    missing: tuple[str, ...] = ()
    """Fields that must be named as missing."""
    because: str = ""
    known_on: dt.date | None = None
    settings: tuple[str, ...] = ()
    """Reforms, as written after `--set`."""
    place: str = ""

    def __str__(self) -> str:
        """Name the example with its programme."""
        return f"{self.programme}: {self.name}"


def examples(programme: str) -> list[Example]:
    """Read the examples of a programme; LawError with every mistake of the file."""
    path = FOLDER / programme.replace(".", "/") / "examples.yaml"
    if not path.exists():
        return []
    data, lines = read_yaml(path)
    found, mistakes = [], []
    for place, entry in enumerate(data):
        line = lines.get(str(place))
        problems = [f"unknown key {key!r}" for key in entry if key not in _KEYS]
        problems += [f"has no {key}" for key in ("name", "on", "expect") if key not in entry]
        if "on" in entry and day(entry["on"]) is None:
            problems.append(f"{entry['on']!r} is not a day")
        mistakes += [Mistake(shown(path), line, f"{place}", problem) for problem in problems]
        if not problems:
            found.append(_example(programme, entry, f"{shown(path)}:{line}"))
    if mistakes:
        raise LawError(mistakes)
    return found


def _example(programme: str, entry: dict[str, Any], place: str) -> Example:
    settings = entry.get("set", [])
    return Example(
        programme=programme, name=entry["name"], on=dt.date.fromisoformat(entry["on"]), given=entry.get("given") or {},
        expect=entry["expect"], fails_by=entry.get("fails_by", ""), missing=tuple(entry.get("missing", ())),
        because=str(entry.get("because", "")), known_on=day(entry.get("known_on")),
        settings=tuple(settings if isinstance(settings, list) else [settings]), place=place,
    )  # fmt: skip
