"""A real browser: Debian's Chromium, or the one that LANDED_BROWSER names; nothing is downloaded."""

import importlib.util
import os
import shutil
import warnings
from pathlib import Path

import pytest

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def executable():
    named = os.environ.get("LANDED_BROWSER")
    return named or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@pytest.fixture(scope="session")
def browser():
    """A browser for the whole run; without one the tests are skipped, or fail where one is required."""
    path = executable()
    if path is None:
        if os.environ.get("LANDED_REQUIRE_BROWSER"):
            pytest.fail("there is no Chromium, and LANDED_REQUIRE_BROWSER asks for one")
        pytest.skip("THERE IS NO CHROMIUM: the reports were not looked at (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def look(browser):
    """Return a function that opens a file at a width, in light or dark; a page that asks the network for anything fails."""
    opened, asked = [], []

    def run(path, width=1280, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        opened.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield run
    for context in opened:
        context.close()
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.fixture(scope="session")
def samples():
    """The sample plans of `tests/report`."""
    path = Path(__file__).resolve().parents[1] / "report" / "sample_plan.py"
    spec = importlib.util.spec_from_file_location("sample_plan", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def page_of(samples, tmp_path_factory):
    """Return a function that writes a sample plan as HTML and gives the path."""
    from landed.report.html import write_html

    folder = tmp_path_factory.mktemp("plans")

    def run(name):
        path = folder / f"{name}.html"
        if not path.exists():
            write_html(getattr(samples, name), path)
        return path

    return run


@pytest.fixture(scope="session")
def axe():
    """The accessibility rules of axe-core."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from axe_playwright_python.sync_playwright import Axe
    return Axe()
