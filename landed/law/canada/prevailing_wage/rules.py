"""Prevailing wage: the Job Bank median of the occupation in the region, or the one the employer was given.

IRPR s. 203(3)(d); ESDC, Global Talent Stream, program requirements, wages. Job Bank publishes a low, a median and a
high wage for each occupation and economic region every autumn; the median is the indicator of the prevailing wage.
"""

from landed.expr import CAD_PER_HOUR, all_of, any_of, not_
from landed.facts import job
from landed.law.route import programme

law = programme(__name__)

low = law.table("low", CAD_PER_HOUR, keys=2)
median = law.table("median", CAD_PER_HOUR, keys=2, instead=job.prevailing_hourly_wage.name)
high = law.table("high", CAD_PER_HOUR, keys=2)

meets_prevailing_wage = any_of(
    all_of(job.prevailing_wage_stated, job.hourly_wage >= job.prevailing_hourly_wage),
    all_of(not_(job.prevailing_wage_stated), job.hourly_wage >= median[job.noc, job.wage_region]),
)
