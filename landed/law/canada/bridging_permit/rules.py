"""Bridging open work permit (A75): work until the application for permanent residence is decided.

IRPR s. 205(a); IRCC, instructions on bridging open work permits. In Canada only, for principal applicants of some classes.
"""

from landed.expr import NotEncoded, all_of, any_of, cite, clause
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
from landed.law.canada.maintained_status.rules import permit_still_valid, restoration_fee  # noqa: F401 - named by procedure.yaml
from landed.law.canada.spouse_open_permit import rules as spouse_open_permit
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

holder_fee = spouse_open_permit.holder_fee
classes = law.codes("applicant.classes")
status_to_restore = worker.canada.status.is_("restorable")
after_completeness = law.codes("applicant.classes_after_completeness")

BOWP = cite("BOWP")

applicant = law.route(
    "applicant",
    "Bridging open work permit",
    title_fr="Permis de travail ouvert transitoire",
    kind=PERMIT,
    grants=Grants.WORK_FOR_ANYONE,
    party=WORKER,
    summary="Code A75: up to 24 months, for any employer, while an application for permanent residence is pending",
    cites=(BOWP, cite("IRPR", "s. 205(a)")),
    reservations=(
        *of_the_worker,
        reservation("For provincial nominees and Quebec's selected workers, only in that province; a nomination may not be tied to "
                    "one employer", BOWP),
        reservation("The family has a permit of its own (C49), not this one", BOWP),
    ),
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=BOWP, key="in_canada"),
        clause("The worker has a valid work permit, is maintained by an extension filed in time, or can still restore the status",
               worker.canada.status.is_("worker", "maintained", "restorable"), cites=(BOWP, cite("IRPR", "s. 186(u), 182")),
               key="status"),
        clause("The worker is the principal applicant for permanent residence", worker.canada.pr_principal, cites=BOWP,
               key="principal"),
        clause("The class is federal skilled worker, Canadian experience, federal skilled trades, provincial nominee, Quebec skilled "
               "worker, agri-food, or a caregiver pilot", classes.has(worker.canada.pr_class), cites=BOWP, key="class"),
        clause("The application was found complete (Express Entry and Quebec), or passed the first stage of eligibility (the others)",
               any_of(
                   worker.canada.pr_stage.is_("eligible"),
                   all_of(after_completeness.has(worker.canada.pr_class), worker.canada.pr_stage.is_("complete")),
                   all_of(worker.canada.pr_class.is_("provincial_nominee"), worker.canada.pr_stage.is_("complete"),
                          NotEncoded("Whether the nominee's application came through Express Entry, where complete is enough")),
               ), cites=BOWP, key="stage"),
    ),
)  # fmt: skip
