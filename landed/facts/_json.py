"""JSON case files: read with the line of each value, like YAML ones.

`json` of the standard library keeps no lines and lets duplicate keys and NaN pass; so the marks are followed here,
without recursion, and only the texts in quotes are left to it.

>>> read_json('{"worker": {"age": 31}}', "case.json").data
{'worker': {'age': 31}}
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from landed.errors import Mistake
from landed.yamltree import Path, Tree

_DEEPEST = 40
_LONG = 40


class _StopReading(Exception):  # noqa: N818 - the mistake is in the tree
    """What follows cannot be understood."""


def read_json(text: str, name: str) -> Tree:
    """Read one JSON document; what is wrong with it stands in `mistakes`, never in an exception."""
    tree = Tree(None)
    try:
        _read(text, _Builder(tree, name))
    except _StopReading:
        tree.data = None
    return tree


class _Builder:
    """Puts values together as they come."""

    def __init__(self, tree: Tree, name: str) -> None:
        self.tree = tree
        self.name = name
        self._stack: list[tuple[Path, Any]] = []
        self._keys: list[str] = []

    def wrong(self, line: int, problem: str, expected: str = "", path: Path = ()) -> None:
        """Add a mistake."""
        field = ".".join(str(step) for step in path)
        self.tree.mistakes.append(Mistake(self.name, line, field, problem, expected))

    def _path(self) -> Path:
        if not self._stack:
            return ()
        path, holder = self._stack[-1]
        return (*path, len(holder) if isinstance(holder, list) else self._keys[-1])

    def key(self, name: str, line: int) -> None:
        """Take a name."""
        _, holder = self._stack[-1]
        self._keys[-1] = name
        path = self._path()
        if name in holder:
            self.wrong(line, f"written twice (first on line {self.tree.lines[path]})", "each name once", path)
        else:
            self.tree.lines[path] = line

    def value(self, value: Any, line: int) -> None:
        """Take a value: a scalar, or a new group or list to be filled."""
        path = self._path()
        self.tree.lines.setdefault(path, line)
        if not self._stack:
            self.tree.data = value
        elif isinstance(holder := self._stack[-1][1], list):
            holder.append(value)
        else:
            holder.setdefault(self._keys[-1], value)
        if isinstance(value, dict | list):
            if len(self._stack) >= _DEEPEST:
                self.wrong(line, f"nested more than {_DEEPEST} deep")
                raise _StopReading
            self._stack.append((path, value))
            self._keys.append("")

    def end(self) -> None:
        """End the group or list begun last."""
        self._stack.pop()
        self._keys.pop()


_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:(?P<mark>[\[\]{},:])|(?P<string>"(?:[^"\\\x00-\x1f]|\\.)*")|(?P<word>[-+.\w]+)|(?P<bad>.)|$)""",
    re.DOTALL,
)
_JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)


def _read(text: str, builder: _Builder) -> None:
    open_marks: list[str] = []
    wanted = "value"
    place, line = 0, 1
    while match := _TOKEN.match(text, place):
        start = match.start(match.lastgroup) if match.lastgroup else match.end()
        line += text.count("\n", place, start)
        place = match.end()
        if match.lastgroup is None:
            break
        mark = match.group(match.lastgroup)
        is_value = match.lastgroup in {"string", "word"}
        if wanted in {"key", "key or end"} and match.lastgroup == "string":
            builder.key(_string(mark, builder, line), line)
            wanted = "colon"
        elif wanted == "colon" and mark == ":":
            wanted = "value"
        elif wanted.startswith("value") and (is_value or mark in {"[", "{"}):
            builder.value(_json_value(mark, builder, line), line)
            if mark in {"[", "{"}:
                open_marks.append(mark)
                wanted = "value or end" if mark == "[" else "key or end"
            else:
                wanted = "comma" if open_marks else "nothing"
        elif wanted == "comma" and mark == ",":
            wanted = "value" if open_marks[-1] == "[" else "key"
        elif (
            wanted.endswith(("comma", "or end"))
            and open_marks
            and mark == {"[": "]", "{": "}"}[open_marks[-1]]
        ):
            builder.end()
            open_marks.pop()
            wanted = "comma" if open_marks else "nothing"
        else:
            shown = mark if len(mark) <= _LONG else mark[:_LONG] + "..."
            builder.wrong(line, f"this is not JSON: {shown} stands where it cannot", _EXPECTED[wanted])
            raise _StopReading
    if wanted != "nothing":
        builder.wrong(line, "this is not JSON: it ends too early", _EXPECTED[wanted])
        raise _StopReading


_EXPECTED = {
    "value": "a value", "value or end": "a value or ]", "key": "a name in double quotes",
    "key or end": "a name in double quotes, or }", "colon": ":", "comma": "a comma or the end", "nothing": "the end",
}  # fmt: skip


def _string(mark: str, builder: _Builder, line: int) -> str:
    try:
        text = str(json.loads(mark))
        text.encode()
    except ValueError:
        builder.wrong(
            line, "this is not JSON: there is a broken character in a text", "a text in double quotes"
        )
        raise _StopReading from None
    return text


def _json_value(mark: str, builder: _Builder, line: int) -> Any:
    if mark in {"[", "{"}:
        return [] if mark == "[" else {}
    if mark.startswith('"'):
        return _string(mark, builder, line)
    if mark in {"true", "false", "null"}:
        return {"true": True, "false": False, "null": None}[mark]
    if _JSON_NUMBER.fullmatch(mark) and len(mark) <= _LONG:
        return int(mark) if re.fullmatch(r"-?[0-9]+", mark) else Decimal(mark)
    builder.wrong(
        line, f"this is not JSON: {mark[:_LONG]} is not a value", "a number, text, true, false, or null"
    )
    raise _StopReading
