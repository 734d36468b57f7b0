"""What changed in the law between two days, parameter by parameter."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from landed.expr import Seen
from landed.law.library import Entry, Law


@dataclass(frozen=True, slots=True)
class LawChange:
    """One parameter that took another value on a day."""

    parameter: str
    description: str
    day: dt.date
    before: Any
    after: Any
    seen: Seen
    sources: tuple[str, ...]
    """Titles of the sources."""
    note: str

    def as_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "parameter": self.parameter, "description": self.description, "day": self.day.isoformat(), "before": self.before,
            "after": self.after, "seen": self.seen, "sources": list(self.sources), "note": self.note or None,
        }  # fmt: skip


def law_changes(law: Law, first: dt.date, last: dt.date) -> list[LawChange]:
    """Return every change of value after `first` and up to `last`, by day; a value only seen again is none."""
    found = []
    for programme in law.programmes():
        for name, data in programme.written.items():
            parameter = f"{programme.id}.{name}"
            entries = law.entries(parameter)
            for before, entry in zip([None, *entries], entries, strict=False):
                if first < entry.since <= last and (
                    before is None or before.raw["value"] != entry.raw["value"]
                ):
                    titles = tuple(programme.sources[key].title for key in entry.sources)
                    found.append(
                        LawChange(
                            parameter,
                            data["description"],
                            entry.since,
                            _plain(before),
                            _plain(entry),
                            entry.seen,
                            titles,
                            str(entry.raw.get("note", "")),
                        )
                    )
    return sorted(found, key=lambda change: (change.day, change.parameter))


def _plain(entry: Entry | None) -> Any:
    if entry is None:
        return None
    value = entry.raw["value"]
    if isinstance(value, dict) and "csv" in value:
        return f"table from {value['csv']}" + "".join(
            f", {key} {text}" for key, text in value.get("where", {}).items()
        )
    return value


def law_log(law: Law, first: dt.date, last: dt.date) -> str:
    """Return the changes of the law as Markdown, the latest day first: what `LAW.md` is made from."""
    by_day: dict[dt.date, list[LawChange]] = {}
    for change in law_changes(law, first, last):
        by_day.setdefault(change.day, []).append(change)
    lines = []
    for day in sorted(by_day, reverse=True):
        lines.append(f"\n## {day}\n")
        for change in by_day[day]:
            before = "" if change.before is None else f"{_brief(change.before)} → "
            sources = "; ".join(change.sources) or "no source"
            lines.append(
                f"- **{change.description}**: {before}{_brief(change.after)} (`{change.parameter}`; {change.seen}: {sources})"
            )
    return "\n".join(lines) + "\n"


_LONGEST = 60


def _brief(value: Any) -> str:
    match value:
        case True:
            return "yes"
        case False:
            return "no"
        case list():
            return f"a list of {len(value)}"
        case dict() if len(str(value)) > _LONGEST:
            return f"a table of {len(value)} rows"
        case _:
            return str(value)
