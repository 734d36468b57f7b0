"""The residency obligation of permanent residents: 730 days in every five years.

IRPA s. 28. Days in Canada count (any part of a day is a day), and so do days abroad with a Canadian spouse or partner,
or in full-time work for a Canadian business or public service. In the first five years it is enough that the obligation
can still be met; later it must have been met in the five years before any examination. The card's expiry is no test.
"""

from landed.expr import (
    DAYS,
    YEARS,
    Constant,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    given,
    judgement,
    later,
    least,
)
from landed.facts import worker
from landed.law.route import CLOCK, WORKER, programme, reservation

law = programme(__name__)

required = law.number("five_years.days", DAYS)
period = law.number("five_years.period", YEARS)

S28 = cite("IRPA", "s. 28")
canada = worker.canada

# The day of landing is the first of the five years, the day before its anniversary the last.
last_day = later(canada.landed_on, period) - Constant(1, DAYS)
in_first_period = Today() <= last_day
missing_days = required - canada.residency_days
latest_return = least(last_day - missing_days, last_day)
"""The last day on which one can come back and, by staying, still have the days: the day of return is not counted."""

five_years = law.route(
    "five_years",
    "The residency obligation: 730 days in every five years",
    title_fr="L'obligation de résidence : 730 jours par période de cinq ans",
    kind=CLOCK,
    party=WORKER,
    summary="In the first five years the last day to come back to stay is the last day of the five years less the days "
    "still missing, counted as if no more days came before it. Later it is the last day on which the five years "
    "before it still hold 730 counted days.",
    cites=(cite("IRPA", "s. 28(2)"),),
    runs_out=given(in_first_period, latest_return, canada.residency_lasts_until),
    after="The obligation can no longer be met by days. Status is not lost by itself: an officer decides at an "
    "examination, or when a travel document is asked for, and may accept humanitarian grounds.",
    reservations=(
        reservation("Any part of a day in Canada counts as a day: this is practice, not the words of the Act",
                    cite("PRACTICE")),
        reservation("Days abroad count only with a Canadian spouse or partner (for a child, a parent), in full-time work "
                    "for a Canadian business or public service, or with a permanent resident who does such work",
                    cite("IRPA", "s. 28(2)(a)(ii)-(iv)")),
        reservation("The expiry of the permanent resident card is not the test; without a valid card a travel document "
                    "is needed to come back by air, and asking for it opens an examination", S28),
    ),
    requires=all_of(
        clause("The worker is a permanent resident of Canada", canada.landed_on <= Today(), cites=S28, key="resident"),
        any_of(
            clause("In the first five years: the days can still be reached before they end; later: they were reached in "
                   "the five years before",
                   any_of(all_of(in_first_period, Today() <= latest_return),
                          canada.residency_days >= required),
                   cites=cite("IRPA", "s. 28(2)(a), (b)"), key="days"),
            judgement("An officer accepts humanitarian and compassionate grounds",
                      cites=cite("IRPA", "s. 28(2)(c)"), key="humanitarian_grounds",
                      looks_at=("the best interests of a child", "why the days were missed", "the ties to Canada")),
        ),
    ),
)  # fmt: skip
