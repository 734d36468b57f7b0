"""Who is outside the H-1B cap: by the employer, by the place of work, or because already counted.

INA 214(g)(5)(A)-(B) and (g)(7); 8 CFR 214.2(h)(8)(iii)(F), (h)(19)(iii). Two tests were eased by the rule of January
2025: what makes an organization one of research, and how much of the time is worked at an exempt entity.
"""

from landed.expr import PERCENT, all_of, any_of, cite, clause, not_
from landed.facts import employer, job, worker
from landed.law.route import programme

law = programme("landed.law.united_states.h1b.rules")

affiliations = law.codes("exempt.affiliations")
research_roles = law.codes("exempt.research_roles")
share_of_time = law.number("exempt.share_of_time", PERCENT)
share_itself_suffices = law.flag("exempt.share_itself_suffices")

G5 = cite("INA25", "214(g)(5)(A)-(B)")
F = cite("8CFR24", "8 CFR 214.2(h)(8)(iii)(F), (h)(19)(iii)")
G7 = cite("INA25", "214(g)(7)")

_kind = employer.cap_exempt_kind
_works_there_enough = any_of(
    job.us_time_at_exempt_entity > share_of_time,
    all_of(share_itself_suffices, job.us_time_at_exempt_entity >= share_of_time),
)

exempt = any_of(
    _kind.is_("higher_education"),
    all_of(_kind.is_("affiliated_nonprofit"), affiliations.has(employer.affiliation)),
    all_of(_kind.is_("research"), research_roles.has(employer.research)),
    all_of(_kind.is_("works_at_exempt"), job.us_furthers_exempt_mission, _works_there_enough),
)
"""The job is outside the cap: a university, a nonprofit tied to one, a research organization, or work at one of them."""

counted = worker.us_status.cap_counted

counts_against_cap = clause("The job is one that the cap counts: the employer is not exempt", not_(exempt),
                            cites=(G5, F), key="counts_against_cap", party="employer")  # fmt: skip
not_counted_before = clause("The worker was not counted against the cap in the last six years", not_(counted), cites=G7,
                            key="not_counted_before")  # fmt: skip
outside_the_cap = clause("The employer or the place of work is exempt from the cap, or the worker was already counted",
                         any_of(exempt, counted), cites=(G5, F, G7), key="outside_the_cap")  # fmt: skip
