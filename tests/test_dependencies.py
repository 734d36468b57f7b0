"""The locked requirements carry what pyproject.toml asks for, hashed, in one version, and explained."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def name_of(requirement: str) -> str:
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def locked(file: str) -> dict[str, set[str]]:
    """`{"numpy": {"2.4.6", "2.5.5"}}`: a version may depend on the platform or the Python."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / file).read_text("utf-8").splitlines():
        if pin := re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line):
            found.setdefault(name_of(pin[1]), set()).add(pin[2])
    return found


def test_all_that_is_asked_for_is_locked():
    runtime = {name_of(requirement) for requirement in PROJECT["dependencies"]}
    extras = {
        name_of(each)
        for extra, names in PROJECT["optional-dependencies"].items()
        for each in names
        if extra != "bench"  # peers to measure beside: whoever runs the benchmarks installs them
    }
    assert runtime <= locked("requirements.txt").keys()
    assert runtime | extras <= locked("requirements-dev.txt").keys()


def test_developers_run_the_versions_that_users_run():
    developers = locked("requirements-dev.txt")
    for name, versions in locked("requirements.txt").items():
        assert developers[name] == versions


@pytest.mark.parametrize("file", LOCKS)
def test_every_locked_file_has_its_hash(file: str):
    entries = re.split(r"\n(?=\S)", (ROOT / file).read_text("utf-8"))
    pins = [entry for entry in entries if "==" in entry.partition("\n")[0]]
    assert pins
    for entry in pins:
        assert "--hash=sha256:" in entry, entry.partition("\n")[0]


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_names_no_place(file: str):
    text = (ROOT / file).read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE), "no options, such as an index"


def test_every_dependency_is_explained():
    explained = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    for requirement in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]:
        assert f"`{name_of(requirement)}`" in explained
