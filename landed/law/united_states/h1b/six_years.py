"""The six years of H-1B, the days abroad that come back, and the two ways beyond.

INA 214(g)(4); 8 CFR 214.2(h)(13)(iii)(A)-(E); AC21 104(c) and 106(a)-(b). A year at a time, once 365 days have passed
since a labor certification or an I-140 was filed; three years at a time, with an approved I-140 whose number is not yet
available under the per-country limit.
"""

from landed.expr import (
    DAY,
    DAYS,
    MONTHS,
    YEARS,
    Bool,
    Constant,
    Number,
    Today,
    all_of,
    any_of,
    cite,
    later,
    most,
    not_,
    total,
)
from landed.facts import worker
from landed.law.route import programme

law = programme("landed.law.united_states.h1b.rules")

limit = law.number("six_year_limit.years", YEARS)
wait = law.number("beyond_six_years.wait", DAYS)
i140_settles = law.number("beyond_six_years.i140_settles", DAYS)
i140_survives_from = law.number("beyond_six_years.i140_survives_from", DAY)
files_ahead = law.number("beyond_six_years.files_ahead", MONTHS)
extension_files_ahead = law.number("extension.files_ahead", MONTHS)

LIMIT = cite("INA25", "214(g)(4)")
RECAPTURE = cite("8CFR24", "8 CFR 214.2(h)(13)(iii)(A), (C)")
ONE_YEAR = (cite("USC18", "AC21 106(a)-(b)"), cite("8CFR24", "8 CFR 214.2(h)(13)(iii)(D)"))
THREE_YEARS = (cite("USC18", "AC21 104(c)"), cite("8CFR24", "8 CFR 214.2(h)(13)(iii)(E)"))
SURVIVAL = cite("8CFR24", "8 CFR 205.1(a)(3)(iii)(C)")

status = worker.us_status
_one_day = Constant(1, DAYS)

six_years_end = total(later(status.first_h1b_admission, limit), status.days_abroad_in_h1b) - _one_day
"""The last day of six years in H-1B, with every full day abroad given back."""

earliest_start = most(Today(), total(status.authorized_until, _one_day))
"""The first day of an extension: tomorrow's authorization begins where today's ends."""

year_has_passed = total(status.labor_certification_filed, wait) <= earliest_start
one_year_basis = all_of(
    status.labor_certification_filed <= Today(),
    year_has_passed,
    not_(status.green_card_case_denied),
    not_(status.adjustment_year_missed),
)

i140_stands = any_of(
    status.i140.withdrawn > Today(),
    all_of(
        status.i140.withdrawn >= i140_survives_from,
        status.i140.withdrawn >= total(status.i140.approved, i140_settles),
    ),
)
three_year_basis = all_of(status.i140_approved, i140_stands, not_(status.priority_date_current))

beyond = any_of(one_year_basis, three_year_basis)


def _wait(ahead: Number) -> tuple[Bool, Number]:
    """Write whether, and how long, to wait for the first day on which an extension may be filed."""
    opens = later(total(status.authorized_until, _one_day), Constant(0, MONTHS) - ahead)
    return all_of(status.authorized_until_stated, opens > Today()), opens - Today()


beyond_waits, days_to_beyond = _wait(files_ahead)
extension_waits, days_to_extension = _wait(extension_files_ahead)
