"""Imports point one way, and starting loads nothing heavy."""

import ast
import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "landed"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Each part may import the parts on the lines above its own, and no other part on its own line.
ORDER = (
    {"errors", "days"},
    {"yamltree"},
    {"expr"},
    {"facts"},
    {"law"},
    {"assess"},
    {"plan"},
    {"places"},
    {"report", "roster", "policy"},
    {"web"},
    {"cli"},  # `landed serve` starts the site
)
LEVEL = {part: level for level, parts in enumerate(ORDER) for part in parts}
ENDS = {"web", "cli"}  # nobody imports these, but for the command that starts the site and __main__

HEAVY = {"altair", "django", "duckdb", "polars", "pyspark", "typst", "vl_convert", "z3"}


def part_of(module: Path) -> str:
    """`landed/law/route.py` is in the part `law`, `landed/assess.py` is the part `assess`."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(module: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the part for each import of another part of this package, late ones included."""
    package = ("landed", *module.relative_to(PACKAGE).parts[:-1])
    for node in ast.walk(ast.parse(module.read_text("utf-8"), str(module))):
        if isinstance(node, ast.Import):
            names = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            origin = (*start, *(node.module or "").split(".")) if node.module else start
            names = [(*origin, alias.name) for alias in node.names]
        else:
            continue
        for name in names:
            if name[0] == "landed" and len(name) > 1 and name[1] != "__version__":
                yield node.lineno, name[1]


def test_every_part_has_its_place_in_the_order():
    found = {part_of(module) for module in MODULES}
    assert found - {"__init__", "__main__"} <= LEVEL.keys(), "give the new part a line in ORDER above"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_part_imports_only_those_before_it(module: Path):
    here = part_of(module)
    for line, there in imports(module):
        where = f"landed/{module.relative_to(PACKAGE)}:{line}"
        if here == "__main__":
            assert there == "cli", f"{where}: only starts the command line"
        elif here == "__init__":
            assert there not in ENDS, f"{where}: the public API stands without {there}"
        elif here != there:
            assert there in LEVEL, f"{where}: {there!r} is no part of landed"
            assert LEVEL[there] < LEVEL[here], f"{where}: {here} may not import {there}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from landed import law", "law"),
        ("import landed.law.route", "law"),
        ("from ..law.route import Route", "law"),
        ("from .. import law", "law"),
        ("def late():\n    from landed.web import site", "web"),
    ],
)
def test_each_way_of_importing_is_seen(text: str, found: str, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    (tmp_path / "plan").mkdir()
    module = tmp_path / "plan" / "steps.py"
    module.write_text(text, "utf-8")
    assert [there for _, there in imports(module)] == [found]


def loaded_by(program: str) -> set[str]:
    """Top-level modules that a fresh Python has loaded after the program."""
    program += "\nprint('\\n'.join({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    run = subprocess.run(
        [sys.executable, "-c", "import sys\n" + program],
        capture_output=True,
        text=True,
        check=True,
        cwd=PACKAGE.parent,
    )
    return set(run.stderr.split())


def test_importing_landed_loads_nothing_heavy():
    loaded = loaded_by("import landed")
    assert "landed" in loaded
    assert not loaded & HEAVY


def test_asking_for_help_loads_nothing_heavy():
    loaded = loaded_by(
        "import runpy\n"
        "sys.argv = ['landed', '--help']\n"
        "try:\n    runpy.run_module('landed', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end:\n    assert not end.code, end.code"
    )
    assert "landed" in loaded
    assert not loaded & HEAVY


def test_every_public_name_exists():
    landed = importlib.import_module("landed")
    assert len(landed.__all__) == len(set(landed.__all__))
    for name in landed.__all__:
        assert hasattr(landed, name), f"landed.__all__ names {name!r}, which does not exist"
