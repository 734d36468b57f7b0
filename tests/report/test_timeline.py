"""Days as columns."""

import datetime as dt
from dataclasses import replace

from landed.report.timeline import Scale, mark_text, timeline


def test_a_day_is_a_column_of_its_own_in_a_short_plan():
    scale = Scale(dt.date(2026, 11, 22), dt.date(2027, 2, 1))
    assert scale.days_each == 1
    assert scale.column(dt.date(2026, 11, 22)) == 1
    assert scale.column(dt.date(2027, 2, 1)) == scale.columns


def test_a_long_plan_has_no_more_columns_than_can_be_drawn():
    scale = Scale(dt.date(2026, 11, 22), dt.date(2036, 11, 22))
    assert scale.columns <= 241
    assert scale.column(dt.date(2036, 11, 22)) <= scale.columns


def test_every_step_with_days_has_two_bars_inside_the_calendar(samples):
    found = timeline(samples.FULL, samples.BEST)
    for row in found.rows:
        known = row.step.ends.both
        assert (row.standard is not None) is known
        for bar in (row.standard, row.slowest):
            assert bar is None or 1 <= bar.start < bar.end <= found.scale.columns + 1


def test_today_is_the_first_column(samples):
    assert timeline(samples.FULL, samples.BEST).today == 1


def test_deadlines_near_the_steps_are_drawn_and_far_ones_named(samples):
    found = timeline(samples.FULL, samples.BEST)
    assert [mark_text(mark) for mark in found.marks] == [
        "Jan 19, 2027: 60-day grace period after the job ends"
    ]
    assert {each.title for each in found.beyond} == {"H-1B petition", "I-94 admission"}


def test_two_deadlines_of_one_day_share_a_mark(samples):
    pair = [replace(each, day=dt.date(2027, 1, 25)) for each in samples.DEADLINES[2:4]]
    found = timeline(replace(samples.FULL, deadlines=(samples.GRACE, *pair)), samples.BEST)
    assert [len(mark.deadlines) for mark in found.marks] == [1, 2]
    assert [mark.line for mark in found.marks] == [1, 2]


def test_months_fill_the_calendar_without_gaps(samples):
    found = timeline(samples.FULL, samples.BEST)
    assert found.ticks[0].bar.start == 1
    assert found.ticks[-1].bar.end == found.scale.columns + 1
    for before, after in zip(found.ticks, found.ticks[1:], strict=False):
        assert before.bar.end == after.bar.start
    assert "2027" in [tick.text for tick in found.ticks]


def test_without_days_there_is_no_calendar(samples):
    assert timeline(samples.FULL, samples.WEAK) is None
