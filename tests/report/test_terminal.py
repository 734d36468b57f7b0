"""The plan on a terminal."""

import io
from functools import partial

import pytest
from rich.console import Console

from landed.report.deadlines import print_deadlines
from landed.report.terminal import print_plan

print_in_full = partial(print_plan, full=True)


def squeezed(text):
    """The words of a text, however its lines are broken."""
    return " ".join(text.split())


@pytest.fixture(params=[40, 80, 120])
def width(request):
    return request.param


@pytest.mark.parametrize("name", ["FULL", "BARE", "HOSTILE"])
def test_no_line_is_wider_than_the_terminal(samples, printed, width, name):
    text = printed(partial(print_in_full, getattr(samples, name)), width)
    assert max(map(len, text.splitlines())) <= width


def test_no_blanks_trail_in_a_pipe(samples, printed, width):
    text = printed(partial(print_in_full, samples.FULL), width)
    assert all(line == line.rstrip() for line in text.splitlines())


def test_everything_that_a_reader_must_know_is_there_at_every_width(samples, printed, width):
    text = squeezed(printed(partial(print_in_full, samples.FULL), width))
    for wanted in (
        "Backup plan for Anjali Ramaswamy-Krishnamurthy",
        "Reform, not the law: --set united_states.h1b.cap.regular=40000",
        "Judged by what had been published by: Sun, Nov 1, 2026",
        "Canada is open: start by December 11.",
        "The day that counts: Tue, Jan 19, 2027 (58 days left)",
        "Employer by Fri, Nov 27, 2026",
        "Worth doing whatever you choose",
        "up to Tue, Jan 19, 2027, 58 days left",
        "between Sep 30, 2027 and Nov 9, 2027",
        "To be known first: Days spent abroad in H-1B",
        "448 days ago",
        "open, recommended",
        "Open, but only because of something unverified.",
        "last confirmed for Nov 20, 2025",
        "Employer: File the LMIA application",
        "Dec 1 to 14, 2026 if every standard is met",
        "Dec 8, 2026 to Feb 5, 2027 at the slowest published",
        "CAD 1,000, employer pays, who may not take it back",
        "not encoded here, worker pays",
        "[planning figure]",
        "At the slowest published times no start day from today ends before January 19, 2027.",
        "It opens if:",
        "employer.canadian_entity.premises",
        "Only the employer's willingness is missing.",
        "Announced, and not the law",
        "Spouse: The spouse may work",
        "What the employer owes when the job ends",
        "Canada: Admissibility",
        "Atlantic Immigration Program",
        "Calendar CA: Canada: federal public holidays",
        "sources captured up to 2026-10-07",
    ):
        assert wanted in text, wanted


def test_every_step_of_the_recommended_way_has_both_days(samples, printed):
    text = squeezed(printed(partial(print_in_full, samples.FULL)))
    for step in samples.BEST.steps:
        assert step.title in text
    assert text.count("if every standard is met") > len(samples.BEST.steps)


def test_it_says_once_that_it_is_no_legal_advice(samples, printed):
    assert printed(partial(print_in_full, samples.FULL)).count("legal advice") == 1


def test_an_empty_plan_says_so(samples, printed):
    text = printed(partial(print_in_full, samples.BARE))
    assert "No way is open or could be opened" in text
    assert "Do this week" not in text


def test_there_are_no_percentages(samples, printed):
    assert "%" not in printed(partial(print_in_full, samples.FULL))


def test_what_a_case_holds_steers_no_terminal(samples):
    out = io.StringIO()
    print_plan(
        samples.HOSTILE, Console(file=out, width=80, force_terminal=True, markup=False, highlight=False)
    )
    text = out.getvalue()
    assert "\x1b[31m" not in text  # the name's own red
    assert "[bold red]" in text  # is text, not markup
    assert "\u202e" not in text


def test_each_source_has_one_number(samples, printed):
    text = squeezed(printed(partial(print_in_full, samples.FULL), 120))
    sources = text[text.index("Sources") :]
    assert sources.count("Immigration and Refugee Protection Regulations") == 1
    assert "s. 315.2]" in text


def test_a_console_that_cannot_say_a_letter_replaces_it(samples):
    from landed.report.console import make_console

    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    print_plan(samples.FULL, make_console(out))
    out.flush()
    assert b"Backup plan for Anjali" in raw.getvalue()


def test_deadlines_alone_write_their_sources_out(samples, printed):
    show = partial(print_deadlines, samples.DEADLINES, samples.GRACE.id, [("Asked for", "Sun, Nov 22, 2026")])
    text = squeezed(printed(show))
    assert "8 CFR 214.1, (l)(2)" in text
    assert text.count("the day that counts") == 1
    assert "Passport (India)" in text
    assert text.endswith("Information, not legal advice.")


def test_no_deadlines_is_an_answer(printed):
    assert "Nothing in this case is known to run out." in printed(partial(print_deadlines, (), "", []))


def test_what_stands_beside_an_option_is_there(samples, printed):
    text = squeezed(printed(partial(print_in_full, samples.FULL)))
    for wanted in (
        "With way 1, open: Open work permit of a worker's spouse.",
        "to file, by the spouse or partner: Apply for the work permit online (IRCC). Fees: CAD 155.",
        "With way 1, closed: Open work permit under an agreement. Not met: The permit is one under the agreement.",
        "Child born on Apr 1, 2020",
        "Canada, a dependant until Mar 31, 2042: For Canada a child is a dependant while under 22.",
        "Comprehensive Ranking System: 400 to 465 of 1,200",
        "With a nomination made through Express Entry (A province's nomination, where it is of that kind): 1,000 to 1,065",
        "697 to 805 was enough in the twelve months before (21 rounds, the last on Sep 14, 2026)",
        "This score is not complete, and is not compared",
        "To be eligible is not to be invited.",
        "undetermined, an invitation is needed",
        "If this job ends: This way allows work for the named employer alone.",
        "Restoring a status that was lost: Within 90 days",
        "If this job ends: as said with way 1.",
    ):
        assert wanted in text, wanted


def test_the_family_stands_before_what_is_closed(samples, printed):
    text = printed(partial(print_in_full, samples.FULL))
    assert text.index("Your family") < text.index("Closed today")


def test_in_short_it_has_what_one_acts_on_and_points_at_the_rest(samples, printed):
    short, full = (
        squeezed(printed(partial(print_plan, samples.FULL, full=which))) for which in (False, True)
    )
    assert len(short) < len(full)
    for words in (
        "Do this week",
        "What runs out",
        "Ways to go on working",
        "not encoded here",
        "legal advice",
    ):
        assert words in short
    recommended = next(option for option in samples.FULL.options if option.recommended)
    assert all(step.title.split(":")[0] in short for step in recommended.steps)
    assert "listed in the written plan" in short
    assert "Sources " not in short
