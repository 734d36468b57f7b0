"""Errors, as they come to whoever reads them."""

import pickle

import pytest

from landed.errors import CaseError, LawError, Mistake


@pytest.mark.parametrize("kind", [CaseError, LawError])
def test_the_mistakes_of_a_file_come_from_another_process_as_they_are(kind):
    """A workforce is asked in several processes: an error of one of them reads as if there were one."""
    error = kind(
        [Mistake("a.yaml", 3, "job.noc", "it is wrong", "a code"), Mistake("a.yaml", 4, "", "so is this")]
    )
    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert str(back) == str(error) == "a.yaml:3: job.noc: it is wrong; expected a code\na.yaml:4: so is this"
    assert (type(back), back.mistakes, back.exit_status) == (kind, error.mistakes, 2)
