"""The written plan as its readers see it: on a desk, on a telephone, in the dark, on paper."""

import pytest

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("FULL", 1280, "light"), ("FULL", 1280, "dark"), ("FULL", 800, "light"), ("FULL", 320, "light"), ("FULL", 320, "dark"),
        ("BARE", 1280, "light"), ("HOSTILE", 320, "light"),
    ],
)  # fmt: skip
def test_no_accessibility_rule_is_broken(look, page_of, axe, name, width, scheme):
    page = look(page_of(name), width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = axe.run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["FULL", "BARE", "HOSTILE"])
@pytest.mark.parametrize("width", [320, 360, 600, 800, 1024, 1280])
def test_nothing_scrolls_sideways(look, page_of, name, width):
    page = look(page_of(name), width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_script_of_a_case_file_runs(look, page_of):
    page = look(page_of("HOSTILE"))
    assert page.evaluate("document.scripts.length") == 0
    assert page.evaluate("document.images.length") == 0


def test_it_reads_without_scripts(browser, page_of):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_of("FULL").as_uri())
    assert "start by December 11" in page.inner_text("h1") + page.inner_text("header")
    context.close()


def test_the_first_key_skips_to_the_plan(look, page_of):
    page = look(page_of("FULL"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the plan"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "plan"


def test_bars_stand_below_their_days(look, page_of):
    page = look(page_of("FULL"))
    table = page.locator("table.timeline").first
    today, deadline = (
        table.locator(".rule.today").first.bounding_box(),
        table.locator(".rule.deadline").first.bounding_box(),
    )
    letter = table.locator(".letter").first.bounding_box()
    assert today["x"] < deadline["x"]
    assert abs(letter["x"] + letter["width"] / 2 - deadline["x"]) < 4
    standard, slowest = (
        table.locator(f".bar.{name}").nth(3).bounding_box() for name in ("standard", "slowest")
    )
    assert standard["x"] < deadline["x"] < slowest["x"]


def test_on_a_telephone_the_calendar_is_a_list_with_dates(look, page_of):
    page = look(page_of("FULL"), 320)
    row = page.locator("table.timeline tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    label = row.locator("td").nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "If every standard is met" in label
    assert "Nov 23 to 27, 2026" in row.inner_text()


@pytest.mark.parametrize("width", [320, 800])
def test_stacked_cells_use_the_whole_width(look, page_of, width):
    page = look(page_of("FULL"), width)
    for cell in page.locator("table.stack tbody :is(th, td):visible").all():
        assert cell.bounding_box()["width"] > 0.8 * width


def test_targets_are_large_enough_to_touch(look, page_of):
    page = look(page_of("FULL"), 360)
    heights = page.evaluate(
        "[...document.querySelectorAll('nav a, summary')].map(each => each.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= 24


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_it_prints(look, page_of, size):
    page = look(page_of("FULL"))
    printed = page.pdf(format=size)
    assert printed.startswith(b"%PDF-")
    pages = (
        printed.count(b"/Type /Page\n") or printed.count(b"/Type /Page ") or printed.count(b"/Type /Page/")
    )
    assert pages == 0 or 3 <= pages <= 14


def test_paper_is_light_and_leaves_the_contents_out(look, page_of):
    page = look(page_of("FULL"), scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("nav").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".address").first.is_visible()
