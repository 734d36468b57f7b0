"""What a job in Canada does not say of itself is never read silently."""

import pytest

from landed.facts import Snapshot, read_case_text, worker
from landed.facts._histories import AS_AN_EMPLOYEE

JOB = 'noc: "21231", country: CA, from: 2024-01-01, to: 2026-01-01, hours_per_week: 40'


def snapshot_of(more=""):
    return Snapshot(
        read_case_text(f"on: 2026-11-22\nworker: {{experience: [{{{JOB}{more}}}]}}\n", "case.yaml")
    )


def test_a_job_that_does_not_say_how_it_was_held_counts_and_the_answer_says_so():
    case = snapshot_of()
    assert case.value(worker.canadian_work_years).lo == 2
    assert AS_AN_EMPLOYEE in case.notes


def test_a_job_that_says_so_needs_no_note():
    case = snapshot_of(", authorized: true, self_employed: false, full_time_student: false")
    assert case.value(worker.canadian_work_years).lo == 2
    assert AS_AN_EMPLOYEE not in case.notes


@pytest.mark.parametrize("said", ["authorized: false", "self_employed: true", "full_time_student: true"])
def test_a_job_that_does_not_count_is_zero_without_a_note(said):
    case = snapshot_of(f", {said}")
    assert case.value(worker.canadian_work_years).hi == 0
    assert AS_AN_EMPLOYEE not in case.notes
