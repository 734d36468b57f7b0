"""Reading a programme's files: composed and checked once, then kept as JSON keyed by content.

The cache lies in the user's cache folder, holds law and never a case, and is safe to delete. A file whose content
changed has another key, so nothing stale is ever read.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from landed.errors import LawError, Mistake

_FORM = "9"
"""Raised when the checked form changes, so that older cache entries are not read."""
_PARAMETER_KEYS = {
    "description", "unit", "selected_by", "values", "last_value_still_valid_on", "partial", "metadata", "keys_are",
}  # fmt: skip
_VALUE_KEYS = {"value", "src", "known_on", "seen", "note", "scheme", "schemes", "default"}
_SOURCE_KEYS = {"title", "href", "seen", "captured", "checked", "note"}
_SEEN = ("official", "secondary", "unverified")
_SELECTED_BY = ("filing", "decision", "invitation", "entry")
FOLDER = Path(__file__).parent
_DEEPEST_LINE = 4
"""How deep lines are kept: deeper than a dated value they lie inside it."""


def cache_folder() -> Path:
    """Return the folder of the cache; LANDED_CACHE_DIR names another."""
    named = os.environ.get("LANDED_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("landed", appauthor=False)


def read_yaml(path: Path) -> tuple[Any, dict[str, int]]:
    """Read a law file as data and lines (`a/b/0` -> line), from the cache when its content is there."""
    content = path.read_bytes()
    found: tuple[Any, dict[str, int]] = _cached(
        [path.name.encode(), content], lambda: _compose(path, content)
    )
    return found


def _cached(parts: list[bytes], make: Callable[[], Any]) -> Any:
    """Return what was kept for these contents, or make it and keep it."""
    key = hashlib.sha256(b"\0".join([_FORM.encode(), *parts])).hexdigest()[:32]
    kept = _law_cache() / f"{key}.json"
    try:
        return json.loads(kept.read_bytes())
    except (OSError, ValueError):
        made = make()
        _keep(kept, made)
        return made


def _law_cache() -> Path:
    return cache_folder() / "law"


def _compose(path: Path, content: bytes) -> tuple[Any, dict[str, int]]:
    from landed.yamltree import read_tree

    tree = read_tree(content.decode("utf-8"), shown(path))
    if tree.mistakes:
        raise LawError(tree.mistakes)
    return tree.data, {
        "/".join(map(str, place)): line for place, line in tree.lines.items() if len(place) <= _DEEPEST_LINE
    }


def _keep(cached: Path, data: object) -> None:
    """Write whole or not at all; a cache that cannot be written is done without."""
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=cached.parent, delete=False, encoding="utf-8") as file:
            json.dump(data, file, ensure_ascii=False, separators=(",", ":"))
        Path(file.name).replace(cached)
    except OSError:
        return


def shown(path: Path) -> str:
    """Name a law file as a reader of the project would."""
    try:
        return "landed/law/" + path.relative_to(FOLDER).as_posix()
    except ValueError:
        return str(path)


def day(written: object) -> dt.date | None:
    """Read a civil day, or None where it is none."""
    try:
        return dt.date.fromisoformat(str(written))
    except ValueError:
        return None


class Checker:
    """Checks the form of one parameter file and gathers all its mistakes."""

    def __init__(self, name: str, lines: dict[str, int]) -> None:
        self.name = name
        self.lines = lines
        self.mistakes: list[Mistake] = []

    def say(self, place: str, problem: str, expected: str = "", nearest: str = "") -> None:
        """Note a mistake at a place (`a/b/c`), on the nearest line known."""
        at = place
        while at and at not in self.lines:
            at = at.rpartition("/")[0]
        self.mistakes.append(
            Mistake(self.name, self.lines.get(at), place.replace("/", "."), problem, expected, nearest)
        )

    def keys(self, place: str, data: dict[str, Any], known: set[str]) -> None:
        """Refuse keys that are not known."""
        import difflib

        for key in data:
            if key not in known:
                nearest = difflib.get_close_matches(key, known, 1)
                self.say(
                    f"{place}/{key}".lstrip("/"),
                    "unknown key",
                    " or ".join(sorted(known)),
                    nearest[0] if nearest else "",
                )

    def sources(self, data: object) -> None:
        """Check the block of sources."""
        if not isinstance(data, dict):
            self.say("sources", "is not a map", "keys, each with title, href, seen and checked")
            return
        for key, source in data.items():
            place = f"sources/{key}"
            if not isinstance(source, dict):
                self.say(place, "is not a map", "title, href, seen and checked")
                continue
            self.keys(place, source, _SOURCE_KEYS)
            for needed in ("title", "seen", "checked"):
                if needed not in source:
                    self.say(place, f"has no {needed}", needed)
            if source.get("seen") not in _SEEN:
                self.say(
                    f"{place}/seen", f"{source.get('seen')!r} is no degree of knowledge", ", ".join(_SEEN)
                )
            for dated in ("captured", "checked"):
                if dated in source and day(source[dated]) is None:
                    self.say(
                        f"{place}/{dated}", f"{source[dated]!r} is not a day", "YYYY-MM-DD, a day that exists"
                    )

    def parameter(self, name: str, data: object, sources: set[str]) -> None:
        """Check one parameter: label, values in order, each with a source that exists."""
        if not isinstance(data, dict):
            self.say(name, "is not a map", "description, values and last_value_still_valid_on")
            return
        self.keys(name, data, _PARAMETER_KEYS)
        if not str(data.get("description", "")).strip():
            self.say(name, "has no description", "a label in words")
        if "selected_by" in data and data["selected_by"] not in _SELECTED_BY:
            self.say(
                f"{name}/selected_by",
                f"{data['selected_by']!r} is no day of a person",
                ", ".join(_SELECTED_BY),
            )
        still = data.get("last_value_still_valid_on")
        if still is None:
            self.say(
                name, "has no last_value_still_valid_on", "the last day on which the value is known to stand"
            )
        elif day(still) is None:
            self.say(
                f"{name}/last_value_still_valid_on",
                f"{still!r} is not a day",
                "YYYY-MM-DD, a day that exists",
            )
        values = data.get("values")
        if not isinstance(values, dict) or not values:
            self.say(name, "has no values", "values by day")
            return
        before = ""
        for written, value in values.items():
            place = f"{name}/values/{written}"
            if day(written) is None:
                self.say(place, f"{written!r} is not a day", "YYYY-MM-DD, a day that exists")
            elif written <= before:
                self.say(place, f"stands after {before}", "days in rising order")
            before = max(before, written)
            self.value(place, value, sources)

    def value(self, place: str, value: object, sources: set[str]) -> None:
        """Check one dated value."""
        if not isinstance(value, dict):
            self.say(place, "is not a map", "{value: ..., src: ...}")
            return
        self.keys(place, value, _VALUE_KEYS)
        if "value" not in value:
            self.say(place, "has no value", "value")
        named = value.get("src")
        if not named:
            self.say(place, "has no source", "src: a key of the sources")
        for source in named if isinstance(named, list) else [named]:
            if source and source not in sources:
                import difflib

                nearest = difflib.get_close_matches(str(source), sources, 1)
                self.say(place, f"source {source!r} does not exist", nearest=nearest[0] if nearest else "")
        if "known_on" in value and day(value["known_on"]) is None:
            self.say(
                f"{place}/known_on", f"{value['known_on']!r} is not a day", "YYYY-MM-DD, a day that exists"
            )
        if "seen" in value and value["seen"] not in _SEEN:
            self.say(f"{place}/seen", f"{value['seen']!r} is no degree of knowledge", ", ".join(_SEEN))


def checked_parameters(
    path: Path, shared: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any], dict[str, int]]:
    """Read a parameter file; return its parameters, its sources (the country's among them) and its lines.

    Raises LawError with every mistake of the file. What was checked once is kept, keyed by the content of the file
    and the names of the shared sources.
    """
    parts = [b"checked", path.name.encode(), path.read_bytes(), json.dumps(sorted(shared)).encode()]
    data, own, lines = _cached(parts, lambda: _check(path, shared))
    return data, {**shared, **own}, lines


def _check(path: Path, shared: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], dict[str, int]]:
    data, lines = _compose(path, path.read_bytes())
    checker = Checker(shown(path), lines)
    if not isinstance(data, dict):
        raise LawError([Mistake(shown(path), None, "", "is not a map", "sources and parameters")])
    own = data.pop("sources", {})
    checker.sources(own)
    sources = {*shared, *own} if isinstance(own, dict) else set(shared)
    for name, parameter in data.items():
        checker.parameter(name, parameter, sources)
    if checker.mistakes:
        raise LawError(checker.mistakes)
    return data, own, lines


@lru_cache(maxsize=32)
def csv_rows(path: Path) -> tuple[dict[str, str], ...]:
    """Read a long table that stands beside a parameter file; lines with # in front say its source."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))
