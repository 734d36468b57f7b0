"""Global Skills Strategy: work permits in two weeks, and short work without a permit.

IRPA s. 87.3, ministerial instructions on priority processing; IRPA s. 25.2, public policy on short-term work. The
strategy gives no permit of its own: it makes one faster (a service), or makes a short stay possible without one (an
exemption). That the standard was held is another question than that it existed: from 2020 to June 2023 official pages
warned that files would probably take longer, so the route stays in force then, and `standard_held` is false: plans
count with the ordinary times.
"""

from landed.expr import (
    COUNT,
    DAYS,
    MONTHS,
    Meets,
    NotEncoded,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    later,
    not_,
)
from landed.facts import job, worker
from landed.law.canada.exempt_offers import PRIORITY
from landed.law.route import EXEMPTION, SERVICE, WORKER, programme, reservation

law = programme(__name__)

# The level of the occupation: skill type 0 or level A of NOC 2016, then TEER 0 or 1 of NOC 2021.
counted_by_teer = law.flag("level.counted_by_teer")
highest_teer = law.number("level.highest_teer", COUNT)
zero_or_a = law.codes("level.zero_or_a")
widest_teer = law.number("level.widest_teer_of_zero_or_a", COUNT)
high_level = any_of(
    all_of(counted_by_teer, job.teer <= highest_teer),
    all_of(not_(counted_by_teer), zero_or_a.has(job.noc), job.teer <= widest_teer),
)

# What the permit's procedure needs of the service.
# A permit is made faster only by what it stands on itself, not by another way that is open too.
stands_on_stream_lmia = job.lmia_stream.is_("gts_a", "gts_b")
two_week_standard = law.number("two_week_processing.standard", DAYS)
standard_held = law.flag("two_week_processing.standard_held")
biometrics_limit = law.number("two_week_processing.biometrics_limit", DAYS)

fifteen_days_length = law.number("fifteen_days.length", DAYS)
fifteen_days_wait = law.number("fifteen_days.wait", MONTHS)
thirty_days_length = law.number("thirty_days.length", DAYS)
thirty_days_wait = law.number("thirty_days.wait", MONTHS)
researcher_length = law.number("researcher.length", DAYS)
researcher_wait = law.number("researcher.wait", MONTHS)

FAST = cite("TWO")
SHORT = cite("SHORT")
RESEARCH = cite("RES")
LEVEL = "The occupation is of TEER 0 or 1 (skill type 0 or level A before 16 November 2022)"

_gts_lmia = any_of(
    all_of(job.lmia_issued, job.lmia_stream.is_("gts_a", "gts_b")),
    Meets("canada.global_talent_stream.category_b"),
    Meets("canada.global_talent_stream.category_a"),
)
_exempt_offer = any_of(job.portal_offer_made, *(Meets(route) for route in PRIORITY))

two_week_processing = law.route(
    "two_week_processing",
    "Two-week processing of the work permit",
    title_fr="Traitement du permis de travail en deux semaines",
    kind=SERVICE,
    party=WORKER,
    summary="Priority processing for a Global Talent Stream LMIA at any level of occupation, or for an offer without "
    "an LMIA in a high-level one; the spouse's and children's applications filed together go as fast",
    cites=(FAST, cite("IRPA", "s. 87.3")),
    reservations=(
        reservation("A file leaves the two weeks when something is missing from it, when biometrics come late, when a "
                    "medical exam that is needed was not done beforehand, or when the question on the Global Talent "
                    "Stream was not answered yes", FAST),
        reservation("International Experience Canada is left out, even with a named employer", FAST),
    ),
    requires=all_of(
        clause("The application is made online from outside Canada", job.applying_outside_canada,
               cites=cite("TWO", "Eligibility; IRPR s. 197"), key="outside_canada"),
        clause("The permit stands on an LMIA of the Global Talent Stream; or on an employer's offer without an LMIA, in an "
               "occupation of TEER 0 or 1 (skill type 0 or level A before 16 November 2022)",
               any_of(_gts_lmia, all_of(high_level, _exempt_offer)), cites=FAST, key="work_that_qualifies"),
    ),
)  # fmt: skip

_entering = clause("The worker is seeking entry, and is not already in Canada", not_(worker.in_canada), cites=SHORT,
                   key="seeking_entry")  # fmt: skip

fifteen_days = law.route(
    "fifteen_days",
    "Work of up to 15 days in a row without a permit",
    title_fr="Dispense de permis de travail pour 15 jours",
    kind=EXEMPTION,
    party=WORKER,
    summary="Once in six months; counted from the day it is granted, days off and days abroad included; it belongs to the "
    "person, so several employers are possible",
    cites=(SHORT, cite("IRPA", "s. 25.2")),
    requires=all_of(
        clause(LEVEL, high_level, cites=SHORT, key="level"),
        _entering,
        clause("Six months have passed since the last work under an exemption of this policy",
               Today() > later(worker.canada.short_term_exemption_on, fifteen_days_wait), cites=SHORT, key="wait"),
    ),
)  # fmt: skip

thirty_days = law.route(
    "thirty_days",
    "Work of up to 30 days in a row without a permit",
    title_fr="Dispense de permis de travail pour 30 jours",
    kind=EXEMPTION,
    party=WORKER,
    summary="Once in twelve months; counted from the day it is granted, days off and days abroad included; it belongs to "
    "the person, so several employers are possible",
    cites=(SHORT, cite("IRPA", "s. 25.2")),
    requires=all_of(
        clause(LEVEL, high_level, cites=SHORT, key="level"),
        _entering,
        clause("Twelve months have passed since the last work under an exemption of this policy",
               Today() > later(worker.canada.short_term_exemption_on, thirty_days_wait), cites=SHORT, key="wait"),
    ),
)  # fmt: skip

researcher = law.route(
    "researcher",
    "Research of up to 120 days in a row without a permit",
    title_fr="Dispense de permis de travail pour chercheurs, 120 jours",
    kind=EXEMPTION,
    party=WORKER,
    summary="Once in twelve months, at a publicly funded institution that grants degrees, or its affiliate",
    cites=(RESEARCH, cite("QRG"), cite("IRPA", "s. 25.2")),
    requires=all_of(
        clause(LEVEL, high_level, cites=cite("POL22"), key="level"),
        _entering,
        clause("The work is done at a publicly funded Canadian institution that grants degrees, or at its affiliated "
               "research institution", job.at_public_research_institution, cites=(RESEARCH, cite("QRG")),
               key="institution"),
        clause("Twelve months have passed since the last work under an exemption of this policy",
               Today() > later(worker.canada.short_term_exemption_on, researcher_wait), cites=cite("QRG"), key="wait"),
        clause("The institution invites the researcher, who adds value to the project",
               NotEncoded("What part the researcher must have in the project: not read in an official text"),
               cites=RESEARCH, key="part_in_the_project"),
    ),
)  # fmt: skip
