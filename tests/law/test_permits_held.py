"""Permits of Canada that are held, and what follows from what is left of them, worked out by hand from the dossier."""

import pytest

from tests.law.exempt_cases import CLOSED, OPEN, UNDETERMINED, ask, failing
from tests.law.reading import TODAY

SPOUSE = "spouse_open_permit.of_worker"
COUPLE = {"worker__family": "married", "worker__canada__permit_approved": True, "job__noc": "21231"}


@pytest.mark.parametrize("permit", ["pr_linked", "C43", "C21", "C10"])
def test_of_a_permit_without_a_common_length_the_last_day_is_asked(permit):
    """A permit after studies, of a holiday, or linked to residence: nothing but its own last day says what is left."""
    facts = {**COUPLE, "worker__canada__permit": permit, "job__months": 24}
    answer = ask(SPOUSE, TODAY, **facts)
    assert (answer.outcome, list(answer.missing)) == (UNDETERMINED, ["worker.canada.permit_expires"])
    assert ask(SPOUSE, TODAY, **facts, worker__canada__permit_expires="2028-03-22").outcome is OPEN


def test_six_months_of_a_permit_linked_to_residence_are_enough_and_five_are_not():
    facts = {**COUPLE, "worker__canada__permit": "pr_linked"}
    assert ask(SPOUSE, TODAY, **facts, worker__canada__permit_expires="2027-05-22").outcome is OPEN
    assert failing(ask(SPOUSE, TODAY, **facts, worker__canada__permit_expires="2027-05-21")) == [
        "months_left"
    ]


def test_the_ninety_days_of_a_professional_under_gats_bring_no_spouse():
    answer = ask(SPOUSE, TODAY, **COUPLE, worker__canada__permit="T33", job__months=24)
    assert (answer.outcome, failing(answer)) == (CLOSED, ["months_left"])
