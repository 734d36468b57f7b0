"""What holds for every case of the ranking system, and how fast it is counted."""

import datetime as dt
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from landed.assess import Question
from landed.assess.points import points
from landed.facts import Case, Snapshot
from landed.law import Law
from tests.law.express_entry_cases import ABILITIES, counted, facts, levels, system, total

LEVELS = (
    "none",
    "secondary",
    "one_year",
    "two_year",
    "bachelor",
    "two_or_more",
    "master",
    "professional",
    "doctoral",
)
KINDS = ("none", "lmia_permit", "exempt_permit", "new_lmia_no_permit", "new_lmia_other_permit")
clb = st.integers(0, 12)
days = st.sampled_from([
    dt.date(2016, 11, 18), dt.date(2017, 6, 5), dt.date(2017, 6, 6), dt.date(2020, 10, 19), dt.date(2020, 10, 20),
    dt.date(2025, 3, 24), dt.date(2025, 3, 25), dt.date(2026, 11, 3),
])  # fmt: skip
quick = settings(max_examples=60, deadline=None)


@st.composite
def cases(draw):
    """Draw a case in which everything is known."""
    spouse = draw(st.booleans())
    case = facts(
        spouse=spouse, worker__age=draw(st.integers(0, 70)), worker__education_counted=draw(st.sampled_from(LEVELS)),
        worker__canadian_work_years=draw(st.integers(0, 10)), worker__foreign_work_years=draw(st.integers(0, 10)),
        worker__trade_certificate=draw(st.booleans()), worker__provincial_nomination=draw(st.booleans()),
        worker__nomination_through_express_entry=draw(st.booleans()),
        worker__canadian_study=draw(st.sampled_from(("none", "one_or_two_years", "three_plus_years"))),
        worker__sibling_in_canada=draw(st.booleans()), worker__first_language=draw(st.sampled_from(("english", "french"))),
        job__arranged_employment=draw(st.sampled_from(KINDS)), job__noc=draw(st.sampled_from(("00012", "21231"))),
    )  # fmt: skip
    for group in ("worker.english", "worker.french"):
        case |= levels(group, *(draw(clb) for _ in ABILITIES))
    if spouse:
        case |= levels("spouse.english", *(draw(clb) for _ in ABILITIES))
        case |= {
            "spouse.education_counted": draw(st.sampled_from(LEVELS)),
            "spouse.canadian_work_years": draw(st.integers(0, 10)),
        }
    return case


@quick
@given(cases(), days)
def test_the_total_is_the_sum_of_its_lines_and_stays_under_its_caps(case, day):
    found = counted(case, day)
    assert total(found) == sum(each.points.lo for each in found.lines)
    groups = {
        name: sum(each.points.lo for each in found.lines if each.line.group.startswith(name))
        for name in "ABCD"
    }
    with_spouse = "spouse.accompanying" in case
    assert 0 <= groups["A"] <= (460 if with_spouse else 500)
    assert 0 <= groups["B"] <= (40 if with_spouse else 0)
    assert 0 <= groups["C"] <= 100
    assert 0 <= groups["D"] <= 600
    assert 0 <= total(found) <= found.maximum == 1200
    assert all(each.points.lo <= each.of or each.of == 0 for each in found.lines)


@quick
@given(cases(), days, st.data())
def test_it_never_falls_when_a_level_or_a_year_rises(case, day, data):
    rising = [
        name
        for name, value in case.items()
        if isinstance(value, int) and not isinstance(value, bool) and name != "worker.age"
    ]
    name = data.draw(st.sampled_from(sorted(rising)))
    most = 10 if name.endswith("_years") else 12
    higher = {**case, name: min(most, case[name] + data.draw(st.integers(1, 3)))}
    assert total(counted(higher, day)) >= total(counted(case, day))


@quick
@given(cases(), days, st.data())
def test_bounds_hold_every_completion(case, day, data):
    """What is left out of a case widens its bounds around what the whole case gives, line by line."""
    left_out = data.draw(st.sets(st.sampled_from(sorted(case)), max_size=6))
    part = {name: value for name, value in case.items() if name not in left_out}
    whole, found = counted(case, day), counted(part, day)
    assert found.total.lo <= total(whole) <= found.total.hi
    for bounded, exact in zip(found.lines, whole.lines, strict=True):
        assert bounded.points.lo <= exact.points.lo <= bounded.points.hi, exact.line.key
    assert found.total.exact or found.missing


def test_nothing_known_is_everything_possible():
    found = counted({})
    assert (found.total.lo, found.total.hi) == (0, 1200)
    assert not found.total.exact


def test_one_case_is_counted_in_less_than_two_milliseconds():
    law, score = Law(), system("crs")
    case = Case(on=dt.date(2026, 6, 1))
    snapshot = Snapshot(case).with_facts({**facts(spouse=True), **levels("worker.english", 9)})

    def once() -> float:
        fresh = snapshot.on_day(case.on)
        began = time.process_time()
        points(Question(fresh, law, case.on), score)
        return time.process_time() - began

    once()
    assert sorted(once() for _ in range(50))[25] < 0.002
