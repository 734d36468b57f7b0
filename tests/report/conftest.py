"""Sample plans, and what prints them."""

import importlib.util
import io
from pathlib import Path

import pytest
from rich.console import Console


@pytest.fixture(scope="session")
def samples():
    """The sample plans of this folder; loaded by path, for tests are files and not a package."""
    spec = importlib.util.spec_from_file_location("sample_plan", Path(__file__).with_name("sample_plan.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def printed():
    """Return a function: print with a function that takes a console, at a width, and give the text back."""

    def run(show, width=80):
        out = io.StringIO()
        show(Console(file=out, width=width, highlight=False, markup=False, emoji=False))
        return out.getvalue()

    return run
