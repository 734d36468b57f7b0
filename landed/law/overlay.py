"""Reforms: a set of dated parameter changes laid over the law, and shown as such everywhere.

`--set PARAMETER=VALUE` holds on all days, `--set PARAMETER@DAY=VALUE` from that day on. `--law FILE` is a YAML of
the same form as the parameter files, with full parameter ids: counsel adds in it, with a source, a value that took
effect after this release.

>>> Overlay.of(["united_states.h1b.cap.regular=40000"]).label
'united_states.h1b.cap.regular=40000'
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from landed.errors import LawError, Mistake, UsageError
from landed.law.files import Checker, day

if TYPE_CHECKING:
    from landed.law.library import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a parameter: from a day on (None: on all days)."""

    parameter: str
    since: dt.date | None
    raw: dict[str, Any]
    label: str
    only_from: bool = True
    """Whether later values of the law are set aside (`--set`), or stand (`--law FILE`)."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A reform: changes, and how it is named in answers."""

    changes: tuple[Change, ...] = ()
    label: str = ""
    sources: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(settings: list[str], file: Path | None = None) -> Overlay:
        """Make a reform of `--set` texts and an overlay file; UsageError or LawError where one is wrong."""
        changes = [_setting(text) for text in settings]
        labels = list(settings)
        if file is not None:
            changes = [*_file(file), *changes]
            labels = [file.name, *labels]
        return Overlay(tuple(changes), "; ".join(labels))

    def parameters(self) -> set[str]:
        """Return the ids of the parameters it changes."""
        return {change.parameter for change in self.changes}

    def applied(self, parameter: str, entries: list[Entry]) -> list[Entry]:
        """Lay the changes of one parameter over its dated values."""
        for change in self.changes:
            if change.parameter == parameter:
                entries = _lay(change, entries)
        return entries


NO_OVERLAY = Overlay()


def _lay(change: Change, entries: list[Entry]) -> list[Entry]:
    from landed.law.library import Entry

    since = change.since or dt.date.min
    template = {
        key: value
        for key, value in (entries[-1].raw if entries else {}).items()
        if key in ("scheme", "schemes", "default")
    }
    seen = change.raw.get("seen", "unverified")
    entry = Entry(since, since, {**template, **change.raw}, seen, (), "", overlay=change.label)
    if change.since is None:
        return [entry]
    kept = [
        other for other in entries if other.since < since or (not change.only_from and other.since > since)
    ]
    return sorted([*kept, entry], key=lambda other: other.since)


def _setting(text: str) -> Change:
    name, equals, written = text.partition("=")
    if not equals or not name.strip():
        msg = f"--set {text!r}: expected PARAMETER=VALUE or PARAMETER@DAY=VALUE, as united_states.h1b.cap.regular=40000"
        raise UsageError(msg)
    parameter, at, written_day = name.strip().partition("@")
    since = day(written_day) if at else None
    if at and since is None:
        msg = f"--set {text!r}: {written_day!r} is not a day; expected YYYY-MM-DD"
        raise UsageError(msg)
    from landed.yamltree import scalar

    written = written.strip()
    try:
        value = json.loads(written) if written[:1] in "[{" else scalar(written)
    except ValueError as error:
        msg = f"--set {text!r}: the value is not readable as JSON ({error})"
        raise UsageError(msg) from None
    return Change(parameter, since, {"value": value}, f"--set {text}")


def _file(path: Path) -> list[Change]:
    from landed.yamltree import read_tree

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"--law {path}: cannot be read ({error.__class__.__name__}); expected a YAML file of parameters"
        raise UsageError(msg) from None
    tree = read_tree(text, str(path))
    if tree.mistakes:
        raise LawError(tree.mistakes)
    if not isinstance(tree.data, dict):
        raise LawError(
            [Mistake(str(path), None, "", "is not a map", "sources, and parameters by their full ids")]
        )
    checker = Checker(str(path), {"/".join(map(str, place)): line for place, line in tree.lines.items()})
    sources = tree.data.pop("sources", {})
    checker.sources(sources)
    changes = []
    for parameter, data in tree.data.items():
        checker.parameter(parameter, {"description": "overlay", "last_value_still_valid_on": "9999-12-31", **data}
                          if isinstance(data, dict) else data, set(sources))  # fmt: skip
        if checker.mistakes:
            continue
        for written, value in data["values"].items():
            first = value["src"] if isinstance(value["src"], str) else value["src"][0]
            raw = {"seen": sources[first]["seen"], **value}
            label = f"{path.name} ({sources[first]['title']})"
            changes.append(Change(parameter, dt.date.fromisoformat(written), raw, label, only_from=False))
    if checker.mistakes:
        raise LawError(checker.mistakes)
    return changes
