"""Maintained status: work on while an extension is pending; start a new job early; restore a status that was lost.

IRPR s. 183(5), 186(u), 201, 182; IRPA s. 25.2, public policy of 27 May 2025 on changing employers.
"""

from landed.expr import CAD, DAYS, Today, all_of, any_of, cite, clause, not_
from landed.facts import worker
from landed.law.canada.work_permit.rules import (
    applies_online,
    passport_too_short,
    permit_fee,  # noqa: F401 - named by procedure.yaml
)
from landed.law.route import CLOCK, EXEMPTION, WORKER, Grants, programme, reservation

law = programme(__name__)

restoration_window = law.number("restoration.window", DAYS)
restoration_fee = law.number("restoration.fee", CAD)
visitor_fee = law.number("stay.visitor_fee", CAD)
as_visitor = worker.canada.status.is_("visitor")
as_worker = worker.canada.status.is_("worker", "maintained")
time_to_file = law.number("stay.time_to_file", DAYS)
permit_still_valid = all_of(
    as_worker,
    worker.canada.permit_expiry_stated,
    Today() + time_to_file <= worker.canada.permit_expires,
    not_(passport_too_short),
)
"""Whoever begins now can apply before the permit ends, and works on until the decision under the same conditions."""

works_on_meanwhile = all_of(
    applies_online,
    permit_still_valid,
    any_of(worker.canada.permit.is_("H1BP", "C43", "A75", "family"), worker.canada.same_conditions),
)
"""An open permit lets its holder go on for any employer; one for an employer, for that employer."""

CHANGE = cite("CHANGE")

worker_ = law.route(
    "worker",
    "Working on while an extension is pending (maintained status)",
    title_fr="Continuer à travailler pendant l'étude d'une prolongation",
    kind=EXEMPTION,
    party=WORKER,
    summary="Whoever applied in time to extend a work permit may stay and go on with the same work until the decision; leaving "
    "Canada ends the right to work",
    cites=cite("IRPR", "s. 183(5), 186(u)"),
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=cite("IRPR", "s. 186(u)"), key="in_canada"),
        clause("The extension has been applied for, before the permit ended",
               all_of(worker.canada.extension_filed <= Today(), worker.canada.extension_filed <= worker.canada.permit_expires),
               cites=cite("IRPR", "s. 201, 186(u)"), key="in_time"),
        clause("The work goes on under the same conditions: employer, occupation, place", worker.canada.same_conditions,
               cites=cite("IRPR", "s. 186(u)"), key="same_conditions"),
    ),
)  # fmt: skip

change_of_employer = law.route(
    "change_of_employer",
    "Starting a new job while the permit for it is pending",
    title_fr="Commencer un nouvel emploi pendant l'étude de la demande de permis",
    kind=EXEMPTION,
    party=WORKER,
    summary="By web form, under a standing policy; not for business visitors, nor for those who work under a short exemption",
    cites=(CHANGE, cite("IRPA", "s. 25.2")),
    reservations=(reservation("The work begins only when IRCC has said yes to the web form", CHANGE),),
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=CHANGE, key="in_canada"),
        clause("The worker held a work permit, or was authorized without one, when applying",
               worker.canada.status.is_("worker", "maintained", "student"), cites=CHANGE, key="status"),
        clause("A work permit with the new employer has been applied for, with a valid status",
               worker.canada.new_employer_filed, cites=CHANGE, key="filed"),
    ),
)  # fmt: skip

stay = law.route(
    "stay",
    "The stay that a permit or record in Canada authorizes",
    title_fr="Le séjour qu'autorise un permis ou une fiche au Canada",
    kind=CLOCK,
    grants=Grants.STAY,
    party=WORKER,
    summary="The stay ends with the permit or record, unless an extension was applied for by then",
    cites=cite("IRPR", "s. 183(1)(a), (4), (5)"),
    runs_out=worker.canada.status_expires,
    after="The stay is no longer authorized, unless an extension was applied for in time; for 90 days the status may be "
    "restored.",
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=cite("IRPR", "s. 183"), key="in_canada"),
        clause("The last day of the status is not past", Today() <= worker.canada.status_expires, cites=cite("IRPR", "s. 183(4)"),
               key="not_over"),
    ),
)  # fmt: skip

_restorable_until = worker.canada.status_expires + restoration_window

restoration = law.route(
    "restoration",
    "Restoring a status that was lost",
    title_fr="Rétablissement du statut",
    kind=CLOCK,
    grants=Grants.STAY,
    party=WORKER,
    summary="Within 90 days after a status in Canada ended, one may apply to restore it; no work meanwhile",
    cites=cite("IRPR", "s. 182"),
    runs_out=_restorable_until,
    after="The status can no longer be restored: the worker must leave Canada",
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=cite("IRPR", "s. 182"), key="in_canada"),
        clause("The status has ended", worker.canada.status_expires < Today(), cites=cite("IRPR", "s. 182"), key="status_ended"),
        clause("The 90 days are not over", Today() <= _restorable_until, cites=cite("IRPR", "s. 182"), key="not_over"),
    ),
)  # fmt: skip
