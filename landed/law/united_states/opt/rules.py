"""Optional practical training: until when an F-1 graduate may work, and what follows.

8 CFR 214.2(f)(5)(iv) and (vi), (f)(10)(ii). Work ends with the training's last day. The sixty days after it are for
leaving, a new program of study, or a change of status, and are another thing than the grace of `grace_period`. Where an
H-1B petition under the cap was filed in time, status and work run on to bridge the gap until it takes effect.
"""

from landed.expr import DAYS, Constant, Today, all_of, cite, clause, total
from landed.expr.units import DAY
from landed.facts import worker
from landed.law.route import CLOCK, WORKER, Grants, programme, reservation

law = programme(__name__)

grace_length = law.number("grace.length", DAYS)
cap_gap_until = law.bands("cap_gap.until", DAY, by=DAY)

status = worker.us_status
F10 = cite("8CFR24", "8 CFR 214.2(f)(10)(ii)")
F5_IV = cite("8CFR24", "8 CFR 214.2(f)(5)(iv)")
F5_VI = cite("8CFR24", "8 CFR 214.2(f)(5)(vi)")

_on_opt = clause("The status is F-1 with practical training after the degree", status.class_.is_("F-1 OPT", "F-1 STEM OPT"),
                 cites=F10, key="class")  # fmt: skip
_work_ends = status.opt_ends
_grace_ends = total(status.opt_ends, grace_length)
_gap_ends = cap_gap_until[status.pending_petition.filed] - Constant(1, DAYS)

work = law.route(
    "work",
    "The work that practical training authorizes",
    title_fr="Le travail autorisé par la formation pratique",
    kind=CLOCK,
    party=WORKER,
    summary="The last day of work on OPT or STEM OPT",
    cites=F10,
    grants=Grants.WORK_FOR_ANYONE,
    runs_out=_work_ends,
    after="Work must stop. The days that follow are for leaving, a new program of study, or a change of status.",
    requires=all_of(
        _on_opt,
        clause("The training is not past its last day", Today() <= _work_ends, cites=F10, key="not_over"),
    ),
)

grace = law.route(
    "grace",
    "The 60 days after practical training",
    title_fr="Les 60 jours après la formation pratique",
    kind=CLOCK,
    party=WORKER,
    summary="Sixty days to leave, to start another program, or to change status. They give no right to work.",
    cites=F5_IV,
    grants=Grants.STAY,
    runs_out=_grace_ends,
    after="Status has ended. A change of status filed later is late.",
    reservations=(
        reservation("The sixty days are for those who finished; a student who withdrew with authorization has fifteen, and "
                    "one who broke status has none", F5_IV),
    ),
    requires=all_of(
        _on_opt,
        clause("The days are not over", Today() <= _grace_ends, cites=F5_IV, key="not_over"),
    ),
)  # fmt: skip

cap_gap = law.route(
    "cap_gap",
    "The cap-gap: work and stay until an H-1B petition under the cap takes effect",
    title_fr="Le pont entre la formation pratique et le statut H-1B",
    kind=CLOCK,
    party=WORKER,
    summary="Status and training run on while a timely petition under the cap, with a change of status, is pending or "
    "approved. They end earlier, with the petition: on the day it starts, is rejected, denied, revoked or withdrawn.",
    cites=F5_VI,
    grants=Grants.WORK_FOR_ANYONE,
    runs_out=_gap_ends,
    after="Work must stop if the petition is still pending; if it was approved, H-1B status has begun.",
    requires=all_of(
        _on_opt,
        clause("A petition under the cap, asking for a change of status, was filed for the worker",
               status.pending_petition.kind.is_("cap"), cites=F5_VI, key="petition"),
        clause("It was filed while the training lasted, so that work goes on too",
               status.pending_petition.filed <= status.opt_ends, cites=F5_VI, key="timely"),
        clause("The gap is not over", Today() <= _gap_ends, cites=F5_VI, key="not_over"),
    ),
)  # fmt: skip
