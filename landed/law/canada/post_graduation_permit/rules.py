"""Post-graduation work permit (C43): open, once in a lifetime, as long as the program or three years.

IRPR s. 205(c)(ii); IRCC, instructions on the program. Language and, for programs that give no degree, the field of study
count since 1 November 2024. It is not given at a port of entry since 21 June 2024.
"""

from landed.expr import CLB, DAY, DAYS, MONTHS, NotEncoded, Today, all_of, any_of, cite, clause, given, not_
from landed.facts import worker
from landed.law.canada.employer_permit import (  # noqa: F401 - most are named by procedure.yaml
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    gathering,
    in_canada_slowest,
    in_canada_standard,
    in_canada_times_published,
    medical_exam_needed,
    medical_exam_wait,
    of_the_worker,
    passport_renewal,
    passport_too_short,
    permit_fee,
)  # fmt: skip
from landed.law.canada.maintained_status.rules import time_to_file
from landed.law.canada.spouse_open_permit import rules as spouse_open_permit
from landed.law.route import PERMIT, WORKER, Grants, programme

law = programme(__name__)

holder_fee = spouse_open_permit.holder_fee
least_months = law.number("graduate.least_months", MONTHS)
window = law.number("graduate.window", DAYS)
language_of_degrees = law.number("graduate.language_of_degrees", CLB)
language_of_others = law.number("graduate.language_of_others", CLB)
field_from = law.number("graduate.field_asked_of_study_permits_from", DAY)
field_asked = law.flag("graduate.field_asked")
curriculum_licenses_excluded = law.flag("graduate.curriculum_licenses_excluded")

study_permit_still_valid = all_of(
    worker.canada.status.is_("student"), Today() + time_to_file <= worker.canada.status_expires
)
degrees_of_colleges_at_the_lower_level = law.flag("graduate.degrees_of_colleges_at_the_lower_level")

PGWP = cite("PGWP")

_DEGREES = ("bachelor", "master", "doctorate", "professional")

_level = given(worker.canada.program_level.is_("not_degree"), language_of_others, language_of_degrees)

graduate = law.route(
    "graduate",
    "Post-graduation work permit",
    title_fr="Permis de travail postdiplôme",
    kind=PERMIT,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Code C43: for any employer, once in a lifetime; as long as the program, three years after a program of two years or "
    "more, and after a master's (applications since 15 February 2024)",
    cites=(PGWP, cite("IRPR", "s. 205(c)(ii)")),
    reservations=of_the_worker,
    requires=all_of(
        clause("The worker studied full-time at a designated school, in a program that gives access to the permit",
               worker.canada.program_qualifies, cites=PGWP, key="program"),
        clause("The program lasted eight months or more", worker.canada.program_months >= least_months, cites=PGWP,
               key="length"),
        clause("The school has confirmed that the program is completed, and not more than 180 days have passed since",
               all_of(worker.canada.program_completed <= Today(), Today() <= worker.canada.program_completed + window),
               cites=PGWP, key="window"),
        clause("The worker has had no such permit before", not_(worker.canada.post_graduation_permit_used), cites=PGWP,
               key="first"),
        clause("Since 1 November 2024: level 7 in English or French after a university program; after others 5, since 11 March "
               "2025 also 7 for degrees of colleges",
               any_of(
                   worker.english.clb >= _level,
                   worker.french.clb >= _level,
                   all_of(degrees_of_colleges_at_the_lower_level, worker.canada.program_level.is_(*_DEGREES),
                          any_of(worker.english.clb >= language_of_others, worker.french.clb >= language_of_others),
                          NotEncoded("Whether the degree is of a college: until 10 March 2025 level 5 was enough after one")),
               ), cites=cite("PGWP", "Language"),
               key="language"),
        clause("After a program that gives no degree, the field of study is on the list",
               worker.canada.program_field_listed, cites=cite("PGWP", "Field of study"), key="field",
               when=all_of(field_asked, worker.canada.program_level.is_("not_degree"),
                           worker.canada.study_permit_filed >= field_from)),
        clause("The program is not one taught under another school's license and begun since 15 May 2024",
               not_(worker.canada.curriculum_license_since_may_2024), cites=PGWP, key="curriculum_license",
               when=curriculum_licenses_excluded),
    ),
)  # fmt: skip
