"""What a plan says of the fees of a petition: only what is taken on the day, and what is due on some petitions only as a range."""

import pytest

from landed.facts import read_case_text
from landed.plan import make_plan

CASE = """
on: ASKED
worker: {citizenships: [IN], location: US, us_degree_or_equivalent: true,
         us_status: {class: H-1B, i94_expires: 2030-12-31, petition_expires: 2030-12-31, last_day_worked: none,
                     first_h1b_admission: ADMITTED, days_abroad_in_h1b: 0, cap_counted: true, unauthorized_work: false}}
job: {us_specialty_occupation: true, MORE}
employer: {fte_employees: 400, nonprofit: false, acwia_exempt: false, mostly_h1b: false, cap_exempt_kind: none,
           undertakes: {us_petition: true, us_premium: true}}
goals: {countries: [US]}
"""


def fees(on, route, more):
    case = CASE.replace("ASKED", on).replace("ADMITTED", f"{int(on[:4])}-01-01").replace("MORE", more)
    found = make_plan(read_case_text(case.encode(), "case.yaml"))
    option = next(each for each in found.options if each.route == f"united_states.h1b.{route}")
    return {fee.title.partition(" (")[0]: fee.text for step in option.steps for fee in step.fees}


@pytest.mark.parametrize(
    ("on", "premium"),
    [
        ("2017-03-01", "USD 1,225"), ("2017-05-01", None), ("2018-08-01", "USD 1,225"), ("2018-10-01", None),
        ("2019-04-01", "USD 1,440"), ("2020-04-06", None), ("2026-11-22", "USD 2,965"),
    ],
)  # fmt: skip
def test_premium_processing_is_not_offered_while_it_is_suspended_for_such_petitions(on, premium):
    """Suspended from 2017-04-03, from 2018-09-11 to 2019-03-12, and from 2020-03-20; cap cases alone from 2018-04-02.

    The fee is that of the day of the decision's step: by then it may have risen.
    """
    found = fees(on, "portability", "us_new_employer_files: true").get("Premium processing")
    assert (found is None) is (premium is None)
    if on in ("2017-03-01", "2018-08-01", "2026-11-22"):
        assert found == premium


@pytest.mark.parametrize(
    ("more", "fee"),
    [("us_first_extension: true", "USD 1,500"), ("us_first_extension: false", "USD 0"), ("us_consular_notice: false", "USD 0 to 1,500")],
)  # fmt: skip
def test_the_training_fee_of_an_extension_is_due_on_the_first_one_only(more, fee):
    """INA 214(c)(9): the first petition, the first extension with the employer, a change of employer."""
    assert fees("2026-11-22", "extension", more)["Training fee"] == fee


def test_a_new_employer_pays_it_on_its_first_petition():
    assert fees("2026-11-22", "portability", "us_new_employer_files: true")["Training fee"] == "USD 1,500"
