"""`./run` sets itself up once, repairs what is broken, and says what to install when it cannot."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[1] / "run"
PROGRAM = """\
import os, sys
print(os.getcwd(), *sys.argv[1:], sep="|")
sys.exit(7)
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that needs no download: `./run`, an empty lock, and a program that prints its arguments."""
    folder = tmp_path / "a checkout"
    (folder / "landed").mkdir(parents=True)
    shutil.copy(RUN, folder / "run")
    (folder / "requirements.txt").write_text("# nothing\n")
    (folder / "landed" / "__init__.py").write_text("")
    (folder / "landed" / "__main__.py").write_text(PROGRAM)
    return folder


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """The only folder on the PATH besides the system's: each Python there is a stub that is too old."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        stub(folder / name, "exit 1")
    return folder


def stub(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def this_python(path: Path) -> None:
    stub(path, f'exec "{sys._base_executable}" "$@"')


def start(checkout: Path, tools: Path, cwd: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [checkout / "run", *arguments],
        cwd=cwd,
        env={"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(cwd)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def call(checkout: Path, tools: Path, cwd: Path, *arguments: str) -> tuple[int, str, str]:
    process = start(checkout, tools, cwd, *arguments)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


can_make_environments = pytest.mark.skipif(
    importlib.util.find_spec("ensurepip") is None or shutil.which("uv", path="/usr/bin:/bin") is not None,
    reason="this Python cannot make an environment with pip, or uv would be used",
)


@can_make_environments
def test_the_first_call_sets_up_and_later_calls_are_silent(checkout: Path, tools: Path, tmp_path: Path):
    this_python(tools / "python3")
    answer = f"{tmp_path}|plan|my case.yaml\n"
    (tmp_path / "landed.py").write_text("raise SystemExit('a file of the user was taken for the program')")

    first = start(checkout, tools, tmp_path, "plan", "my case.yaml")
    second = start(checkout, tools, tmp_path, "plan", "my case.yaml")  # at once: one waits for the other
    for process in (first, second):
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out) == (7, answer), err
        assert "set up" in err
    assert not list(checkout.glob(".venv.lock*"))
    assert call(checkout, tools, tmp_path, "plan", "my case.yaml") == (7, answer, "")

    moved = checkout.rename(tmp_path / "moved")
    assert call(moved, tools, tmp_path, "plan", "my case.yaml") == (7, answer, "")


@can_make_environments
def test_what_is_broken_or_out_of_date_is_repaired(checkout: Path, tools: Path, tmp_path: Path):
    this_python(tools / "python3")
    lock = checkout / ".venv.lock"
    lock.mkdir()
    gone = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    (lock / "pid").write_bytes(gone.stdout)  # whoever held the lock has ended
    (checkout / ".venv" / "bin").mkdir(parents=True)  # ... in the middle
    assert call(checkout, tools, tmp_path)[0] == 7

    (checkout / "requirements.txt").write_text("# nothing, but otherwise\n")
    code, _, err = call(checkout, tools, tmp_path)
    assert code == 7
    assert "requirements changed" in err
    assert "making" not in err

    (checkout / ".venv" / "bin" / "python").unlink()
    code, _, err = call(checkout, tools, tmp_path)
    assert code == 7
    assert "making" in err
    assert call(checkout, tools, tmp_path)[2] == ""


def test_without_a_python_it_says_what_to_install(checkout: Path, tools: Path, tmp_path: Path):
    code, out, err = call(checkout, tools, tmp_path, "plan")
    assert (code, out) == (1, "")
    assert "Python 3.11 or later is needed" in err
    assert "apt-get install python3 python3-venv" in err
    assert not (checkout / ".venv.lock").exists()


def test_without_venv_it_says_what_to_install(checkout: Path, tools: Path, tmp_path: Path):
    # as on a bare Debian: Python is there, ensurepip is another package
    stub(tools / "python3", f'case "$2" in *ensurepip*) exit 1 ;; esac; exec "{sys._base_executable}" "$@"')
    code, out, err = call(checkout, tools, tmp_path, "plan")
    assert (code, out) == (1, "")
    assert "apt-get install python3-venv" in err


@pytest.mark.parametrize("shell", ["dash", "sh"])
def test_the_script_is_plain_shell(shell: str):
    if not shutil.which(shell):
        pytest.skip(f"no {shell}")
    assert os.access(RUN, os.X_OK)
    assert subprocess.run([shell, "-n", RUN], check=False).returncode == 0
