"""Termination: what an employer owes when it ends the job of an H-1B worker before the petition does.

INA 214(c)(5)(A); 8 CFR 214.2(h)(4)(iii)(E), (h)(11)(i)(A); 20 CFR 655.731(c)(7)(ii). A termination is bona fide only when
the worker was told, USCIS was told, and the journey home was offered. Until then the wage of the labor condition
application goes on being owed. Nothing here depends on the worker's nationality.
"""

from landed.expr import DAYS, Constant, Today, all_of, cite, clause, given
from landed.facts import worker
from landed.law.route import EMPLOYER, SERVICE, programme, reservation

law = programme(__name__)

status = worker.us_status
BONA_FIDE = (cite("MIDW", "20 CFR 655.731(c)(7)(ii)"), cite("BERA"))

_to_go = status.last_day_worked - Today()
days_to_last_day = given(_to_go > 0, _to_go, Constant(0, DAYS))
dismissed = status.dismissed
i140_approved = status.i140_approved

employer_duties = law.route(
    "employer_duties",
    "What the employer owes when it ends an H-1B job",
    title_fr="Ce que doit l'employeur qui met fin à un emploi H-1B",
    kind=SERVICE,
    party=EMPLOYER,
    summary="Written notice to the worker, notice to USCIS, the journey home for the worker, and an end to the labor "
    "condition application. The same for each worker, whatever the nationality.",
    cites=BONA_FIDE,
    reservations=(
        reservation("Until the termination is bona fide, the wage of the labor condition application goes on being owed",
                    *BONA_FIDE),
    ),
    requires=all_of(
        clause("The worker is in H-1B status", status.class_.is_("H-1B"), cites=BONA_FIDE, key="in_h1b"),
        clause("The last day of work is before the petition's", status.last_day_worked < status.petition_expires,
               cites=BONA_FIDE, key="ended_early", party="employer"),
        clause("The employer ends the job, not the worker", dismissed, cites=BONA_FIDE, key="dismissed",
               party="employer"),
    ),
)  # fmt: skip
