r"""YAML as this project reads it: plain data, every value with its line, and nothing surprising.

YAML 1.2 core, narrowed: only `true`, `false`, `null` and plain decimal numbers are typed; every other scalar is
text, so `on`, `NO`, `00012`, `0213` and `2017-06-12` stay what was written. Anchors, aliases, tags, duplicate keys,
several documents and very deep nesting are refused. All mistakes are found at once.

>>> tree = read_tree("on: 2017-06-12\nprovince: ON\nnoc: 0213\nwage: 40.87\n", "case.yaml")
>>> tree.data
{'on': '2017-06-12', 'province': 'ON', 'noc': '0213', 'wage': 40.87}
>>> tree.lines[("noc",)]
3
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from landed.errors import Mistake

Path = tuple[str | int, ...]
_DEEPEST = 40
_MOST_MISTAKES = 500
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\Z")
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Used to parse and compose alone: no scalar is ever typed by it."""


@dataclass(slots=True)
class Tree:
    """A read file: its data, the line of each value, and what was wrong with it."""

    data: Any
    lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def line(self, path: Path) -> int | None:
        """Return the line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def scalar(text: str) -> bool | int | float | str | None:
    """Type a plain scalar."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.match(text):
        return int(text) if len(text) < 30 else text  # noqa: PLR2004 - longer is an identifier, not an amount
    return float(text) if _DECIMAL.match(text) and len(text) < 30 else text  # noqa: PLR2004 - as above


def read_tree(text: str, name: str) -> Tree:
    """Read one YAML (or JSON) document; what is wrong with it stands in `mistakes`, never in an exception."""
    tree = Tree(None)
    try:
        _refuse_references(text, name, tree)
        if tree.mistakes:
            return tree
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark: yaml.Mark | None = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        tree.mistakes.append(
            Mistake(name, line, "", f"not readable as YAML: {error.problem or error.context}")
        )
        return tree
    except yaml.YAMLError as error:
        problem = str(error).splitlines()[0]
        tree.mistakes.append(Mistake(name, None, "", f"not readable as YAML: {problem}"))
        return tree
    if node is not None:
        tree.data = _build(node, (), name, tree)
    return tree


def _refuse_references(text: str, name: str, tree: Tree) -> None:
    """Refuse anchors, aliases, tags and deep nesting before anything is composed from them."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                tree.mistakes.append(Mistake(name, line, "", "a second document begins here", "one document"))
                return
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            problem = "anchors and aliases (& and *) are not read"
            tree.mistakes.append(
                Mistake(name, line, "", problem, "the value itself, written out (quote a leading & or *)")
            )
            return
        if getattr(event, "tag", None) not in (None, "!") or (
            getattr(event, "tag", None) == "!" and not getattr(event, "style", None)
        ):
            tree.mistakes.append(
                Mistake(name, line, "", "tags (!...) are not read", "a plain value (quote a leading !)")
            )
            return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                tree.mistakes.append(Mistake(name, line, "", f"nested more than {_DEEPEST} deep"))
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _build(node: yaml.Node, path: Path, name: str, tree: Tree) -> Any:
    tree.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return scalar(node.value) if not node.style else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, place), name, tree) for place, item in enumerate(node.value)]
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            tree.mistakes.append(Mistake(name, line, _dotted(path), "a key must be a plain name"))
            continue
        key = key_node.value
        if len(tree.mistakes) >= _MOST_MISTAKES:
            return data
        if key in data:
            first = tree.lines[(*path, key)]
            problem = f"written twice (first on line {first})"
            tree.mistakes.append(Mistake(name, line, _dotted((*path, key)), problem, "each name once"))
            continue
        tree.lines[(*path, key)] = line
        data[key] = _build(value_node, (*path, key), name, tree)
    return data


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)
