"""Children of workers: open work permits since 30 January 2023, for few since 21 January 2025; school without a permit.

IRPR s. 205(c)(ii), codes C46 and C48; IRPA s. 30(2).
"""

from landed.expr import MONTHS, YEARS, NotEncoded, Today, all_of, any_of, cite, clause, later, not_
from landed.facts import worker
from landed.law.canada.employer_permit import (  # noqa: F401 - named by procedure.yaml
    biometrics_fee,
    biometrics_needed,
    biometrics_wait,
    gathering,
    in_canada,
    in_canada_slowest,
    in_canada_standard,
    in_canada_with_published_times,
    medical_exam_needed,
    medical_exam_wait,
    passport_renewal,
    passport_too_short,
    permit_fee,
    slowest,
    standard,
    times_published,
)  # fmt: skip
from landed.law.canada.permit_length.rules import months
from landed.law.canada.spouse_open_permit import rules as spouse_open_permit
from landed.law.route import FAMILY, WORKER, Grants, programme, reservation

law = programme(__name__)

holder_fee = spouse_open_permit.holder_fee
least_months = law.number("open_permit.least_months", MONTHS)
only_where_linked = law.flag("open_permit.only_where_linked_to_residence")
minor_until = law.number("school_without_permit.minor_until", YEARS)
minor_at_the_most_until = law.number("school_without_permit.minor_at_the_most_until", YEARS)

C46 = cite("C46")

_authorized = clause("The worker is authorized to work in Canada, or the worker's permit has been approved",
                     worker.canada.permit_approved, cites=C46, key="principal_authorized")  # fmt: skip
_child = clause(
    "There is a dependent child", worker.children_count > 0, cites=cite("IRPR", "s. 2"), key="child"
)

open_permit = law.route(
    "open_permit",
    "Open work permit of a worker's dependent child",
    title_fr="Permis de travail ouvert de l'enfant à charge d'un travailleur",
    kind=FAMILY,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Codes C46 (TEER 0 to 3) and C48 (TEER 4 and 5): for dependent children old enough to work, from 30 January 2023; since "
    "21 January 2025 only where the worker's permit is linked to permanent residence",
    cites=(C46, cite("IRPR", "s. 205(c)(ii)")),
    reservations=(reservation("The child is of the age at which the province lets a child work", C46),),
    requires=all_of(
        _child,
        _authorized,
        clause("The worker's permit authorizes at least six months more after the application is received",
               months >= least_months, cites=C46, key="months_left"),
        clause("The worker's own permit is not one that a family member's stay gave", not_(worker.canada.permit.is_("family")),
               cites=C46, key="principal_in_own_right"),
        clause("Since 21 January 2025: the worker's permit is linked to permanent residence (a nominee, Atlantic, Quebec, start-up)",
               worker.canada.permit.is_("pr_linked"), cites=C46, key="linked_to_residence", when=only_where_linked),
    ),
)  # fmt: skip

school_without_permit = law.route(
    "school_without_permit",
    "School without a study permit for a worker's minor child",
    title_fr="École sans permis d'études pour l'enfant mineur d'un travailleur",
    kind=FAMILY,
    grants=Grants.STAY,
    party=WORKER,
    summary="A minor child in Canada goes to preschool, primary or secondary school without a study permit where a parent is "
    "authorized to work or study",
    cites=cite("IRPA", "s. 30(2)"),
    requires=all_of(
        _child,
        clause("The youngest child is a minor",
               any_of(later(worker.youngest_child_birth_date, minor_until) > Today(),
                      all_of(later(worker.youngest_child_birth_date, minor_at_the_most_until) > Today(),
                             NotEncoded("Whether the province takes a person of 18 for a minor: some do until 19"))),
               cites=cite("IRPA", "s. 30(2)"), key="minor"),
        _authorized,
    ),
)  # fmt: skip
