"""Permit length: the longest first work permit, by exemption code; never longer than the offer or the passport.

IRCC, instructions on each category. `months` says for how many more months a permit authorizes work: what is left of
one that is held, where its last day is given; of one that is planned, the length of the job within the limit. Where no common
limit was read (a permit linked to permanent residence, one after studies), the last day is asked for.
"""

from landed.expr import MONTHS, given, least
from landed.facts import job, worker
from landed.law.route import programme

law = programme(__name__)

first = law.table("first", MONTHS)
as_long_as_the_offer = law.codes("as_long_as_the_offer")
length_not_read = law.codes("length_not_read")

_planned = given(
    as_long_as_the_offer.has(worker.canada.permit),
    job.months,
    least(
        job.months,
        given(
            length_not_read.has(worker.canada.permit),
            worker.canada.permit_months,
            first[worker.canada.permit],
        ),
    ),
)
months = given(worker.canada.permit_expiry_stated, worker.canada.permit_months, _planned)
