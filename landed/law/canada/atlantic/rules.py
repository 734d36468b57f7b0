"""The Atlantic Immigration Program: permanent residence on a designated employer's offer that a province endorses.

IRPR s. 87.3, in force since 1 January 2022: New Brunswick, Newfoundland and Labrador, Nova Scotia, Prince Edward Island.
"""

from landed.expr import (
    CAD,
    CLB,
    COUNT,
    MONTHS,
    WEEKS,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    most,
    not_,
    undertaking,
)  # fmt: skip
from landed.facts import employer, job, worker
from landed.law.canada.express_entry.persons import english_level, french_level, lowest
from landed.law.canada.permanent_residence.rules import (
    biometrics_fee,
    children_fee,
    not_yet_resident,
    partner_fee,
    principal_fee,
    right_fee,
)
from landed.law.route import RESIDENCE, WORKER, Grants, programme, reservation

__all__ = [
    "biometrics_fee",
    "children_fee",
    "partner_fee",
    "principal_fee",
    "right_fee",
    "skilled_worker",
]

law = programme(__name__)

work = law.number("skilled_worker.work", MONTHS)
last_teer = law.number("skilled_worker.teer", COUNT)
language = law.bands("skilled_worker.language", CLB, COUNT)
diploma_teer = law.number("skilled_worker.diploma_teer", COUNT)
funds_one = law.number("skilled_worker.funds_one", CAD)

preparation = law.number("preparation", WEEKS)
endorsement = law.number("endorsement", MONTHS)
processing = law.number("processing", MONTHS)

R873 = cite("IRPR", "s. 87.3")

skilled_worker = law.route(
    "skilled_worker",
    "Atlantic Immigration Program",
    title_fr="Programme d'immigration au Canada atlantique",
    kind=RESIDENCE,
    party=WORKER,
    grants=Grants.RESIDENCE,
    summary="Permanent residence for workers whom a designated employer in an Atlantic province hires and the province "
    "endorses.",
    cites=(R873, cite("AIP")),
    reservations=(
        not_yet_resident,
        reservation("The province endorses the application before it goes to IRCC, and may have reached its number", R873),
        reservation("Recent graduates of an institution in an Atlantic province need no work experience; what they must show "
                    "instead is not written here", cite("IRPR", "s. 87.3(5)")),
        reservation("The job is in a TEER category as high as that of most of the work experience, or higher (2 and 3 are one "
                    "level; nurses may be hired as aides), and lasts for a year after the visa, in TEER 4 without end",
                    cite("IRPR", "s. 87.3(6)-(7)")),
        reservation("The employer is not owned or controlled for more than half by the worker or the spouse or partner",
                    cite("IRPR", "s. 87.3(6)(c)"), unless=worker.controls_employer),
        reservation("New Brunswick takes no new employers for designation from 14 September 2026 to the end of the year",
                    cite("NB")),
    ),
    requires=all_of(
        clause("The job is in an Atlantic province", job.province.is_("NB", "NL", "NS", "PE"), cites=R873, key="province",
               party="employer"),
        clause("An employer would hire the worker", employer.exists, cites=R873, key="employer", party="employer"),
        clause("The province has designated the employer", employer.designated_in_atlantic, cites=R873, key="designated",
               party="employer"),
        undertaking("The employer is willing to make the offer and to ask for the endorsement", employer.willing, cites=R873,
                    key="employer_willing"),
        clause("The job is in TEER 0 to 4", job.teer <= last_teer, cites=R873, key="teer", party="employer"),
        clause("The worker has 1,560 hours of work in TEER 0 to 4 in the last five years, as an employee, and with a permit where "
               "it was in Canada", worker.employed_months_in_five_years >= work,
               cites=cite("IRPR", "s. 87.3(3)-(4)"), key="work"),
        clause("The worker has the language level for the job, in results less than two years old",
               most(lowest(english_level), lowest(french_level)) >= language[job.teer], cites=R873, key="language"),
        clause("For a job in TEER 0 or 1, the worker has a credential of a year or more after secondary school, Canadian or "
               "assessed in the last five years",
               worker.education_counted.is_("one_year", "two_year", "bachelor", "two_or_more", "master", "professional",
                                            "doctoral"),
               cites=cite("IRPR", "s. 87.3(9)(a)"), key="education", when=job.teer <= diploma_teer),
        clause("For a job in TEER 2 to 4, the worker has a credential, Canadian or assessed in the last five years",
               not_(worker.education_counted.is_("none")), cites=cite("IRPR", "s. 87.3(9)(b)"), key="schooling",
               when=job.teer > diploma_teer),
        clause("The worker has the settlement funds, or already works in Canada",
               any_of(worker.works_in_offered_job,
                      all_of(worker.in_canada, worker.canada.status.is_("worker")),
                      all_of(worker.family_size.equals(1), worker.settlement_funds >= funds_one),
                      all_of(worker.family_size > 1, worker.settlement_funds >= funds_one,
                             NotEncoded("The settlement funds of the Atlantic program for a family of two or more"))),
               cites=(R873, cite("AIP", "Settlement funds")), key="settlement_funds"),
    ),
)  # fmt: skip
