"""International Experience Canada: Working Holiday, Young Professionals, International Co-op (C21).

IRPR s. 204(d) since 29 November 2024, s. 205(b) before; IRCC, instructions on the bilateral agreements. Each country has
its own ages, lengths, and number of participations. There is a pool, and invitations by country; the age counts on the
day of the invitation. India and China have no agreement; citizens and residents of the United States have none either,
and come only through recognized organizations.
"""

from landed.expr import (
    CAD,
    COUNT,
    MONTHS,
    YEARS,
    Clause,
    NotEncoded,
    Table,
    all_of,
    any_of,
    cite,
    clause,
    not_,
    undertaking,
)
from landed.facts import worker
from landed.law.canada.employer_permit import (  # noqa: F401 - most are named by procedure.yaml
    applies_online,
    biometrics_abroad,
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    compliance_fee,
    eta_fee,
    gathering,
    has_employer,
    in_canada,
    in_canada_slowest,
    in_canada_standard,
    in_canada_with_published_times,
    in_two_weeks,
    in_two_weeks_with_published_times,
    may_apply_at_port_of_entry,
    medical_exam_needed,
    medical_exam_wait,
    needs_eta,
    of_the_offer,
    of_the_worker,
    offer_not_yet_made,
    passport_renewal,
    passport_too_short,
    portal_offer,
    slowest,
    standard,
    times_published,
    two_week_standard,
)  # fmt: skip
from landed.law.canada.spouse_open_permit import rules as spouse_open_permit
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

holder_fee = spouse_open_permit.holder_fee
participation_fee = law.number("participation_fee", CAD)
working_holiday_months = law.table("working_holiday.months", MONTHS)
young_professionals_months = law.table("young_professionals.months", MONTHS)
international_coop_months = law.table("international_coop.months", MONTHS)
youngest = law.number("youngest", YEARS)
oldest_on_holiday = law.table("working_holiday.oldest", YEARS)
oldest = law.table("oldest", YEARS)
participations = law.table("participations", COUNT)
repeatable = law.codes("repeatable")
least_funds = law.number("least_funds", CAD)

IEC = cite("IEC")
LAW = cite("IRPR", "s. 204(d) (s. 205(b) before 29 November 2024)")

_country = worker.canada.iec_citizenship


def _shared(months: Table, oldest_age: Table) -> tuple[Clause, ...]:
    """Write what all three categories ask."""
    agreement = months[_country] > 0
    return (
        clause("The worker is a citizen of a country with an agreement for this category", agreement,
               cites=IEC, key="citizenship"),
        clause("The worker is of the age that the agreement names, on the day of the invitation",
               all_of(worker.age >= youngest, worker.age <= oldest_age[_country]), cites=IEC, key="age",
               when=any_of(agreement, worker.age > oldest_age.most)),
        clause("The worker has taken part fewer times than the agreement allows",
               worker.canada.iec_participations < participations[_country], cites=IEC, key="participations",
               when=agreement),
        clause("After a first participation, the agreement allows this category",
               NotEncoded("Which category may follow which: most agreements do not allow the same one again"), cites=IEC, key="again",
               when=all_of(agreement, worker.canada.iec_participations > 0, not_(repeatable.has(_country)))),
        clause("The worker has 2,500 dollars to begin with", worker.settlement_funds >= least_funds, cites=IEC, key="funds"),
        undertaking("The worker has health insurance for the whole stay", worker.canada.iec_insured, cites=IEC,
                    key="insurance", party="worker"),
    )  # fmt: skip


_drawn = reservation("Invitations are drawn from a pool, and places are limited by country and season", IEC)

working_holiday = law.route(
    "working_holiday",
    "International Experience Canada: Working Holiday",
    title_fr="Expérience internationale Canada : Vacances-Travail",
    kind=PERMIT,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Code C21: an open permit, for as many months as the agreement with the country says; no two-week processing",
    cites=(IEC, LAW),
    reservations=(*of_the_worker, _drawn),
    requires=all_of(*_shared(working_holiday_months, oldest_on_holiday)),
)  # fmt: skip

young_professionals = law.route(
    "young_professionals",
    "International Experience Canada: Young Professionals",
    title_fr="Expérience internationale Canada : Jeunes professionnels",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C21: for one employer, for as many months as the agreement with the country says; no two-week processing",
    cites=(IEC, LAW),
    reservations=(*of_the_offer, _drawn),
    requires=all_of(
        *_shared(young_professionals_months, oldest),
        has_employer,
        clause("The job furthers the worker's professional development",
               NotEncoded("What a job must be to further professional development"), cites=IEC, key="development"),
        portal_offer,
    ),
)  # fmt: skip

international_coop = law.route(
    "international_coop",
    "International Experience Canada: International Co-op",
    title_fr="Expérience internationale Canada : Stage coop international",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C21: an internship for students, for as many months as the agreement with the country says",
    cites=(IEC, LAW),
    reservations=(*of_the_offer, _drawn),
    requires=all_of(
        *_shared(international_coop_months, oldest),
        has_employer,
        clause("The worker is a student, and the internship is part of the studies",
               NotEncoded("What is asked of the studies and of the internship"), cites=IEC, key="studies"),
        portal_offer,
    ),
)  # fmt: skip
