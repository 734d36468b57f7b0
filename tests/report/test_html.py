"""The plan as one HTML file, read as a parser reads it; `tests/web` reads it as a browser does."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from landed.report.html import html
from landed.report.sources import safe_href

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Document(HTMLParser):
    """Tags in order, ids, addresses, and the text; fails where tags do not nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.ids, self.open, self.words = [], [], [], []
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def attributes(self, tag, name):
        return [found[name] for each, found in self.tags if each == tag and name in found]


@pytest.fixture(scope="module", params=["FULL", "BARE", "HOSTILE"])
def any_document(request, samples):
    return Document(html(getattr(samples, request.param)))


@pytest.fixture(scope="module")
def full(samples):
    return Document(html(samples.FULL))


def test_it_begins_as_an_html_document(samples):
    assert html(samples.FULL).startswith("<!doctype html>")


def test_ids_are_unique(any_document):
    assert len(any_document.ids) == len(set(any_document.ids))


def test_every_link_inside_leads_somewhere(any_document):
    inside = [href[1:] for href in any_document.attributes("a", "href") if href.startswith("#")]
    assert inside
    assert set(inside) <= set(any_document.ids)


def test_labels_point_at_ids(any_document):
    for _, found in any_document.tags:
        assert set(found.get("aria-labelledby", "").split()) <= set(any_document.ids)


def test_nothing_is_loaded_from_anywhere(any_document):
    tags = {tag for tag, _ in any_document.tags}
    assert not tags & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "source",
        "base",
        "form",
    }
    assert not [found for _, found in any_document.tags if "src" in found]


def test_the_style_sheet_asks_for_nothing(samples):
    style = re.search(r"<style>(.*?)</style>", html(samples.FULL), re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style


def test_a_policy_forbids_scripts_and_requests(full):
    policies = [found["content"] for tag, found in full.tags if tag == "meta" and "http-equiv" in found]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]


def test_headings_step_down_one_at_a_time(any_document):
    levels = [int(tag[1]) for tag, _ in any_document.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_header_of_a_table_has_a_scope(full):
    headers = [found for tag, found in full.tags if tag == "th"]
    assert headers
    assert all(found.get("scope") in ("col", "row") for found in headers)


def test_hostile_text_stays_text(samples):
    document = Document(html(samples.HOSTILE))
    assert not [found for _, found in document.tags if any(name.startswith("on") for name in found)]
    assert "<script>alert(1)</script>" in document.text
    assert "{{ 7 * 7 }} {% raw %}" in document.text
    assert "\u202e" not in document.text
    assert "\x1b" not in document.text


def test_only_web_addresses_are_followed(samples):
    assert safe_href("javascript:alert(1)") == ""
    document = Document(html(samples.HOSTILE))
    assert all(href.startswith(("#", "https://")) for href in document.attributes("a", "href"))


def test_french_names_are_said_to_be_french(full):
    french = [found for _, found in full.tags if found.get("lang") == "fr"]
    assert len(french) == 3
    assert full.attributes("html", "lang") == ["en"]


def test_every_fact_of_the_plan_is_there(samples, full):
    text = full.text
    plan = samples.FULL
    wanted = [
        plan.case,
        *plan.what_if,
        plan.law.overlay,
        plan.law.version,
        plan.disclaimer,
        *plan.summary,
        *plan.warnings,
    ]
    for option in plan.options:
        wanted += [
            option.full_title,
            option.title_fr,
            option.why,
            option.latest_safe_start.reason,
            *option.reservations,
        ]
        wanted += [part.title for part in option.via]
        wanted += [total.text for total in option.totals]
        wanted += [
            each
            for opener in option.would_open
            for each in (opener.text.rstrip("."), opener.clause, *opener.facts, *opener.questions)
        ]
        for step in option.steps:
            wanted += [
                step.title,
                step.filed_with,
                step.place,
                step.only_if,
                step.note,
                step.duration.standard,
                *step.documents,
                *step.gives,
            ]
            wanted += [part for fee in step.fees for part in (fee.title, fee.text)]
    for deadline in plan.deadlines:
        wanted += [deadline.title, deadline.rule, deadline.after, *deadline.uncertain_because]
    for task in (*plan.this_week, *plan.no_regret):
        wanted += [task.what, task.why]
    wanted += [way.title for way in plan.closed] + [way.could_change for way in plan.closed]
    wanted += [part for item in plan.watch for part in (item.title, item.text)]
    wanted += [part for note in plan.family for part in (note.text, *(route.title for route in note.routes))]
    wanted += [duty.title for duty in plan.employer_duties]
    wanted += [each.text for each in plan.reservations] + [each.title for each in plan.not_encoded_here]
    missing = [each for each in wanted if " ".join(each.split()) not in text]
    assert not missing


def test_days_stand_on_both_calendars_and_as_machine_readable_days(samples, full):
    days = set(full.attributes("time", "datetime"))
    first = samples.BEST.first_work
    assert {
        samples.ON.isoformat(),
        "2027-01-19",
        str(first.if_every_standard_is_met),
        str(first.at_the_slowest_published),
    } <= days
    assert "if every standard is met" in full.text
    assert "at the slowest published" in full.text


def test_a_missing_day_says_why(full):
    assert "No day at the slowest published" in full.text
    assert "At the slowest published times no start day from today ends before January 19, 2027." in full.text
    assert "No procedure is encoded here." in full.text


def test_how_well_something_is_known_is_a_word(full):
    for word in (
        "official",
        "secondary",
        "unverified",
        "planning figure",
        "Open, but only because of something unverified.",
    ):
        assert word in full.text


def test_it_says_once_that_it_is_no_legal_advice(full):
    assert full.text.count("legal advice") == 1


def test_there_are_no_percentages(full):
    assert "%" not in full.text


def test_an_empty_plan_has_no_empty_sections(samples):
    document = Document(html(samples.BARE))
    assert "No way is open or could be opened" in document.text
    assert not {"this-week", "deadlines", "closed", "sources"} & set(document.ids)


def test_sources_show_their_addresses(samples, full):
    assert "https://www.ecfr.gov/current/title-8/section-214.1" in full.text
    listed = [name for name in full.ids if name.startswith("source-")]
    assert len(listed) == 7


def test_what_stands_beside_an_option_is_there(full):
    for wanted in (
        "Open work permit of a worker's spouse",
        "To file, by the spouse or partner: Apply for the work permit online (IRCC). Fees: CAD 155.",
        "Not met: The permit is one under the agreement.",
        "Child born on Apr 1, 2020",
        "Canada, a dependant until Mar 31, 2042:",
        "Comprehensive Ranking System, as things stand",
        "1,000 to 1,065",
        "697 to 805",
        "To be eligible is not to be invited.",
        "an invitation is needed",
        "If this job ends",
        "Restoring a status that was lost",
    ):
        assert wanted in full.text, wanted
