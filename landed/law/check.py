"""The law checks itself: every parameter declared and written, every citation and route there, no circle, no orphan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from landed.errors import LawError, Mistake
from landed.expr.clauses import Cite, Clause
from landed.expr.leaves import Meets, Obtainable
from landed.expr.nodes import Given
from landed.facts import FACTS
from landed.law.content import content, unit_of
from landed.law.coverage import coverage
from landed.law.declared import walk
from landed.law.examples import examples
from landed.law.files import FOLDER, shown
from landed.law.library import Law, ProgrammeFiles, load_programme, programme_ids, weakest
from landed.law.route import Route


def check_law() -> list[Mistake]:
    """Return everything that is wrong with the law files; nothing when they are consistent."""
    mistakes: list[Mistake] = []
    loaded: list[ProgrammeFiles] = []
    for programme in programme_ids():
        try:
            loaded.append(load_programme(programme))
            examples(programme)
        except LawError as error:
            mistakes += error.mistakes
    for files in loaded:
        mistakes += [*_parameters(files), *_cites(files), *_clauses(files), *_gates(files)]
    mistakes += [*_graph(loaded), *_covered(loaded), *_half()]
    return mistakes


def _half() -> Iterator[Mistake]:
    """Folders in which half of a programme stands."""
    for rules in FOLDER.glob("*/*/rules.py"):
        for needed in ("parameters.yaml", "examples.yaml", "__init__.py"):
            if not (rules.parent / needed).exists() and not (
                needed == "examples.yaml" and "law.route(" not in rules.read_text("utf-8")
            ):
                yield Mistake(shown(rules.parent), None, "", f"has no {needed}")


def _at(files: ProgrammeFiles, name: str, problem: str, expected: str = "") -> Mistake:
    return Mistake(
        shown(files.folder / "parameters.yaml"),
        files.lines.get(name.replace(".", "/"), files.lines.get(name)),
        name,
        problem,
        expected,
    )


def _parameters(files: ProgrammeFiles) -> Iterator[Mistake]:
    """Every declared parameter is written, every written one declared; units agree; every value can be typed."""
    optional = {name for name in files.declared if name.endswith(".intake")}
    for name in sorted(files.declared.keys() - files.written.keys() - optional):
        yield _at(files, name, "is declared in rules.py and not written", "a parameter of that name")
    for name in sorted(files.written.keys() - files.declared.keys()):
        yield _at(
            files, name, "is written and declared nowhere in rules.py", "a declaration, or no parameter"
        )
    for name in sorted(files.written.keys() & files.declared.keys()):
        parameter, data = files.declared[name], files.written[name]
        unit = unit_of(parameter)
        if (unit.name if unit else None) != data.get("unit"):
            yield _at(
                files, name, f"has unit {data.get('unit')!r}", f"unit {unit.name!r}" if unit else "no unit"
            )
        for day, entry in data["values"].items():
            if _says_more(files, entry):
                yield _at(files, f"{name}/values/{day}", "is said to be better known than its weakest source")
            try:
                content(parameter, entry, files.folder)
            except (ValueError, KeyError, OSError) as error:
                yield _at(files, f"{name}/values/{day}", str(error))
        last = max(data["values"])
        if data["last_value_still_valid_on"] < last and dt.date.fromisoformat(last) <= dt.date.today():  # noqa: DTZ011 - a civil day
            yield _at(
                files,
                name,
                f"stood on {data['last_value_still_valid_on']}, before its last value of {last}",
                "a later day",
            )


def _says_more(files: ProgrammeFiles, entry: dict[str, Any]) -> bool:
    """Whether a value claims a better degree than the weakest of its sources has."""
    named = entry["src"] if isinstance(entry["src"], list) else [entry["src"]]
    weakest_source = weakest([files.sources[key].seen for key in named])
    return "seen" in entry and weakest([entry["seen"], weakest_source]) != entry["seen"]


def _cites(files: ProgrammeFiles) -> Iterator[Mistake]:
    for route in files.routes:
        for node in walk(route):
            if isinstance(node, Cite) and node.source not in files.sources:
                yield Mistake(
                    shown(files.folder / "rules.py"),
                    None,
                    route.id,
                    f"cites {node.source!r}, which is no source",
                )


def _clauses(files: ProgrammeFiles) -> Iterator[Mistake]:
    """Keys are unique in a route, every clause is cited, and facts of a spouse stand only under a condition."""
    for route in files.routes:
        name = shown(files.folder / "rules.py")
        keys: set[str] = set()
        for node in walk(route.requires):
            if not isinstance(node, Clause):
                continue
            if node.key in keys:
                yield Mistake(name, None, f"{route.id}/{node.key}", "two clauses have this key")
            keys.add(node.key)
            if not node.cites:
                yield Mistake(name, None, f"{route.id}/{node.key}", "has no citation")
        for fact in _unguarded(route.requires):
            yield Mistake(
                name,
                None,
                route.id,
                f"reads {fact} outside a condition on spouse.accompanying",
                "clause(when=...) or given(...)",
            )


def _unguarded(node: object) -> Iterator[str]:
    """Yield facts of a spouse read where there may be none."""
    if isinstance(node, Clause) and node.when is not None:
        return
    if isinstance(node, Given):
        return
    name = getattr(node, "name", "")
    if (
        isinstance(name, str)
        and name in FACTS
        and name.startswith("spouse.")
        and name not in _ABOUT_HAVING_ONE
    ):
        yield name
    from dataclasses import fields, is_dataclass

    if isinstance(node, tuple):
        for part in node:
            yield from _unguarded(part)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _unguarded(getattr(node, field.name))


_ABOUT_HAVING_ONE = {"spouse.accompanying", "spouse.exists", "spouse.citizen_or_permanent_resident"}


def _gates(files: ProgrammeFiles) -> Iterator[Mistake]:
    for route in files.routes:
        if f"{route.key}.in_force" not in files.written:
            yield _at(files, f"{route.key}.in_force", "is missing: since when does the route exist?")


def _graph(loaded: list[ProgrammeFiles]) -> Iterator[Mistake]:
    """Every route that another asks exists, and none asks itself by way of others."""
    routes = {route.id: route for files in loaded for route in files.routes}
    edges = {id_: sorted(set(_asked(route))) for id_, route in routes.items()}
    for id_, others in edges.items():
        for other in others:
            if other not in routes:
                yield Mistake("landed/law", None, id_, f"asks {other}, which does not exist")
    done: set[str] = set()

    def circle(id_: str, trail: tuple[str, ...]) -> list[str]:
        if id_ in trail:
            return [*trail[trail.index(id_) :], id_]
        if id_ in done:
            return []
        done.add(id_)
        return next((found for other in edges.get(id_, ()) if (found := circle(other, (*trail, id_)))), [])

    for id_ in edges:
        found = circle(id_, ())
        if found:
            yield Mistake("landed/law", None, id_, f"asks itself: {' -> '.join(found)}")


def _asked(route: Route) -> Iterator[str]:
    for node in walk(route):
        if isinstance(node, Meets):
            yield node.route
        elif isinstance(node, Obtainable):
            yield from node.by


def _covered(loaded: list[ProgrammeFiles]) -> Iterator[Mistake]:
    """coverage.yaml and the folders agree."""
    states = {entry.id: entry.state for entry in coverage()}
    for files in loaded:
        if files.routes and states.get(files.id) not in ("encoded", "in_part"):
            yield Mistake(
                "landed/law/coverage.yaml",
                None,
                files.id,
                "is encoded, and not said so",
                "state: encoded or in_part",
            )
    known = {files.id for files in loaded}
    for id_, state in states.items():
        if state == "encoded" and id_ not in known:
            yield Mistake("landed/law/coverage.yaml", None, id_, "is said to be encoded, and has no folder")


def stale(law: Law, on: dt.date) -> list[tuple[str, dt.date]]:
    """Return the parameters last seen before a day, the oldest first."""
    found = []
    for parameter in law.parameter_ids():
        entries = law.entries(parameter)
        if entries and entries[-1].still is not None and entries[-1].still < on:
            found.append((parameter, entries[-1].still))
    return sorted(found, key=lambda pair: pair[1])
