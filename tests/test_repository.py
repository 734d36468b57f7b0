"""The repository checks itself: small files, packages that introduce themselves, no trace of one machine."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "landed"
MOST_LINES = 400
LONGER_ON_PURPOSE: set[str] = set()  # a file that outgrows the limit is two ideas

# Written in pieces, so that this file does not hold them.
MACHINE_PATHS = re.compile(
    r"(?<![\w./-])/(?:" + "|".join(("wo" + "rk", "ro" + "ot", "opt/" + "wheels")) + r")/"
)
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
    )
]


def tracked() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_file_outgrows_one_idea():
    lines = {path.relative_to(ROOT): path.read_text("utf-8").count("\n") for path in PACKAGE.rglob("*.py")}
    long = {str(path): count for path, count in lines.items() if count > MOST_LINES}
    assert long.keys() == LONGER_ON_PURPOSE, f"over {MOST_LINES} lines: {long}"


def test_no_file_names_a_machine_or_a_registry():
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE_PATHS.search(line) or any(host in line for host in REGISTRY_HOSTS):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("see /" + "work/shared", True),
        ("'/" + "root/.cache'", True),
        ("https://example.org/en/" + "work/permit", False),
        ("docs/" + "work/plan.md", False),
    ],
)
def test_an_address_is_not_taken_for_a_machine_path(line, refused):
    assert bool(MACHINE_PATHS.search(line)) is refused


def test_every_package_introduces_itself():
    for folder in sorted({path.parent for path in PACKAGE.rglob("*.py")}):
        opening = folder / "__init__.py"
        name = opening.relative_to(ROOT)
        assert opening.is_file(), f"{name} is missing: a package opens with a page of prose"
        assert ast.get_docstring(ast.parse(opening.read_text("utf-8"))), f"{name} has no docstring"
