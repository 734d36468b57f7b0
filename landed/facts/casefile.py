"""Case files: the one way in. A file is right as a whole, or all of its mistakes are told, each on its line.

In this order: its size (at most 1 MB), its bytes (UTF-8 text), its form (`landed.yamltree`), the type of each value, and at
last the facts against each other. What is wrong by type is left out for the last step, so that one reading tells all.

>>> case = read_case_text("worker: {age: 31, citizenships: [IN]}")
>>> sorted(case.stated)
['worker.age', 'worker.citizenships']
>>> read_case_text("worker: {agee: 31}", "mine.yaml")
Traceback (most recent call last):
landed.errors.CaseError: mine.yaml:1: worker.agee: there is no such field; did you mean 'age'?
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from landed.errors import CaseError, Mistake
from landed.expr.values import Members, Value
from landed.facts.case import Case
from landed.facts.vocabulary import FACTS
from landed.yamltree import Path as Place
from landed.yamltree import Tree

if TYPE_CHECKING:
    from pydantic import BaseModel

LARGEST = 1_000_000
"""Bytes of the largest case file."""
_MOST_ROUNDS = 50
_MANY = 500
"""Mistakes told of one file; of more, only how many there are."""
_LIKE_JSON = re.compile(r'\s*\{\s*["}]')
_TAB = re.compile(r" *\t\s*\S")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def read_case(path: str | os.PathLike[str]) -> Case:
    """Read a case file, YAML or JSON; a `CaseError` holds all of its mistakes."""
    where = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise _refused(where, None, "there is no such file", "the path of a case file") from None
    except IsADirectoryError:
        raise _refused(where, None, "it is a folder", "the path of a case file") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _refused(where, None, f"it cannot be read: {reason.lower()}") from None
    return read_case_text(content, where)


def read_case_text(content: str | bytes, where: str = "the case") -> Case:
    """Read a case from the content of a file; `where` is its name in messages."""
    text = _decoded(content, where)
    tree = _formed(text, where)
    if tree.data is None and tree.mistakes:
        raise _all_of(tree.mistakes)
    if tree.data is None:
        raise _refused(where, None, "it is empty", "a case, as `worker: {age: 31}`")
    if not isinstance(tree.data, dict):
        raise CaseError(
            [*tree.mistakes, Mistake(where, 1, "", "it is not a case", "names with values, as `worker:`")]
        )
    case = _checked(tree, where)
    if tree.mistakes:
        raise _all_of(tree.mistakes)
    return case


def _formed(text: str, where: str) -> Tree:
    """Read the form of a file: JSON where it says so, or looks like it and is; else YAML."""
    named = where.lower().endswith(".json")
    if named or _LIKE_JSON.match(text):
        from landed.facts._json import read_json

        tree = read_json(text, where)
        if named or not tree.mistakes:
            return tree
        flow = _yaml(text, where)
        return tree if flow.mistakes else flow
    return _yaml(text, where)


def _yaml(text: str, where: str) -> Tree:
    from landed.yamltree import read_tree

    tabs = [number for number, line in enumerate(text.split("\n"), 1) if _TAB.match(line)]
    if tabs:
        mistakes = [
            Mistake(where, number, "", "there is a tab in the indentation", "spaces") for number in tabs
        ]
        return Tree(None, {}, mistakes)
    return read_tree(text, where)


def _all_of(mistakes: list[Mistake]) -> CaseError:
    """Put the mistakes in the order of their lines."""
    told = sorted(mistakes, key=lambda mistake: mistake.line or 0)
    if len(told) > _MANY:
        rest = len(told) - _MANY
        told = [
            *told[:_MANY],
            Mistake(
                told[0].where, None, "", f"and {rest:,} more mistakes, after line {told[_MANY - 1].line}"
            ),
        ]
    return CaseError(told)


def _refused(where: str, line: int | None, problem: str, expected: str = "") -> CaseError:
    return CaseError([Mistake(where, line, "", problem, expected)])


def _decoded(content: str | bytes, where: str) -> str:
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "surrogatepass"))
    if size > LARGEST:
        raise _refused(where, None, "it is larger than 1 MB", "a case file of a few kB")
    if isinstance(content, bytes):
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise _refused(where, None, "it is UTF-16 text", "UTF-8 text")
        try:
            content = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1 if isinstance(content, bytes) else None
            kind = "it is not text" if b"\0" in content[:1024] else "it is not UTF-8 text"
            raise _refused(where, line, kind, "UTF-8 text") from None
    bad = _NOT_TEXT.search(content)
    if bad:
        line = content.count("\n", 0, bad.start()) + 1
        raise _refused(
            where, line, f"there is a character that is not text (U+{ord(bad[0]):04X})", "UTF-8 text"
        )
    return content


# ------------------------------------------------------------------------------------------------ types


def _checked(tree: Tree, where: str) -> Case:
    """Check the types, leave out what is wrong, and check the facts of the rest against each other."""
    from landed.facts._contradictions import contradictions

    case = _case_of(_validated(tree, where), tree, where)
    tree.mistakes.extend(contradictions(case))
    return case


def _validated(tree: Tree, where: str) -> BaseModel:
    """Return the model of what is right; each thing that is not is a mistake, and is left out."""
    from pydantic import ValidationError

    from landed.facts.schema import model_for

    told: set[Place] = set()
    for _ in range(_MOST_ROUNDS):
        try:
            return model_for(tree.data).model_validate(tree.data)
        except ValidationError as errors:
            found = errors.errors(include_url=False)
        for error in found:
            place = _place(error)
            if place not in told:
                tree.mistakes.append(_mistake(error, place, tree, where))
                told.add(place)
        for error in found:
            _leave_out(tree.data, error, _place(error))
    return model_for({})()


def _place(error: Mapping[str, Any]) -> Place:
    """Return where an error stands in the file."""
    from landed.facts._reading import WrongAnswer

    cause = error.get("ctx", {}).get("error")
    part = cause.part if isinstance(cause, WrongAnswer) else ""
    return (*error["loc"], part) if part else tuple(error["loc"])


def _mistake(error: Mapping[str, Any], place: Place, tree: Tree, where: str) -> Mistake:
    from landed.facts.schema import names_at, said

    group = ".".join(part for part in place[:-1] if isinstance(part, str))
    few = len(tree.mistakes) < _MANY  # of a flood, the nearest names are not looked for
    problem, expected, guess = said(error, names_at(group) if few else [])
    return Mistake(where, tree.line(place), ".".join(map(str, place)), problem, expected, guess)


def _leave_out(data: Any, error: Mapping[str, Any], place: Place) -> None:
    """Take what is wrong out of the data; a row that lacks what it needs takes its list with it."""
    if error["type"] == "missing" or isinstance(place[-1], int):
        lists = [step for step, part in enumerate(place) if isinstance(part, int)]
        place = place[: lists[0]] if lists else place[:-1]
    for part in place[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict):
        data.pop(place[-1], None)


def _case_of(model: BaseModel, tree: Tree, where: str) -> Case:
    from landed.facts.records import RECORDS
    from landed.facts.schema import ABSENT, AND_OTHERS

    stated: dict[str, Value] = {}
    asked: set[str] = set()
    absent: set[str] = set()
    open_lists: set[str] = set()
    records: dict[str, object] = {}
    on: dict[str, Any] = {}
    for name, value in _answers(model, ""):
        if name == "on":
            on = {"on": value}
        elif name.endswith(AND_OTHERS):
            open_lists |= {name.removesuffix(AND_OTHERS)} if value else set()
        elif value is None:
            asked.add(name)
        elif value == ABSENT:
            absent.add(name)
        elif name in RECORDS:
            records[name] = value
        elif name in FACTS:
            stated[name] = value
    for name in open_lists:
        held = stated.get(name)
        if isinstance(held, Members):
            stated[name] = Members(held.certain, None)
    return Case(
        where=where,
        stated=stated,
        asked=frozenset(asked),
        records=records,
        absent=frozenset(absent),
        open_lists=frozenset(open_lists),
        lines={".".join(map(str, place)): line for place, line in tree.lines.items()},
        **on,
    )


def _answers(model: BaseModel, prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield what the file says, by dotted name; groups are opened, records are not."""
    from landed.facts.records import RECORDS

    for key in sorted(model.model_fields_set):
        name = prefix + (type(model).model_fields[key].alias or key)
        value = getattr(model, key)
        if hasattr(value, "model_fields_set") and name not in RECORDS:
            yield from _answers(value, f"{name}.")
        else:
            yield name, value
