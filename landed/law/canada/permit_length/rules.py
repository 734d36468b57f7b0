"""Permit length: the longest first work permit, by exemption code; never longer than the offer or the passport.

IRCC, instructions on each category. `months` says for how many more months a permit authorizes work: what is left of
one that is held, where its last day is given; of one that is planned, the length of the job within the limit. Where no common
limit was read (a permit linked to permanent residence, one after studies), and where a renewal may be longer than the first
permit (traders and investors under CUSMA), the last day is asked for. The permit of 2023 for H-1B holders is renewed to three years
in all.
"""

from landed.expr import MONTHS, all_of, any_of, given, least
from landed.facts import job, worker
from landed.law.route import programme

law = programme(__name__)

first = law.table("first", MONTHS)
as_long_as_the_offer = law.codes("as_long_as_the_offer")
length_not_read = law.codes("length_not_read")
renewed_for_longer = law.codes("renewed_for_longer")

permit = worker.canada.permit
_asked = any_of(length_not_read.has(permit), all_of(renewed_for_longer.has(permit), worker.in_canada))
_limit = given(
    permit.is_("H1BP"),
    least(worker.canada.permit_months, first[permit] - worker.canada.first_permit_months),
    given(_asked, worker.canada.permit_months, first[permit]),
)
_planned = given(as_long_as_the_offer.has(permit), job.months, least(job.months, _limit))
months = given(worker.canada.permit_expiry_stated, worker.canada.permit_months, _planned)
