"""Status papers: the I-94, the petition and the visa in the passport run out apart, and each ends something else.

The I-94 says how long the stay is authorized, the approved petition how long the work is, and the visa only until when
one may come to the border and ask to enter. Two further rules soften these ends: work goes on for a while on a timely
extension, 8 CFR 274a.12(b)(20), and a short trip to Canada or Mexico needs no new visa, 22 CFR 41.112(d).
"""

from landed.expr import DAYS, Bool, NotEncoded, Number, Today, all_of, any_of, cite, clause, not_, total
from landed.facts import worker
from landed.law.route import CLOCK, WORKER, Grants, programme, reservation

law = programme(__name__)

petition_classes = law.codes("petition.classes")
pending_classes = law.codes("pending_extension.classes")
pending_length = law.number("pending_extension.length", DAYS)

status = worker.us_status
_nonimmigrant = not_(status.class_.is_("green_card", "citizen", "none"))
_rests_on_a_job = status.class_.is_("H-1B", "H-1B1", "E-1", "E-2", "E-3", "L-1A", "L-1B", "O-1", "TN")
_pending = status.pending_petition


def _carried_on(end: Number) -> Bool:
    """Write that a petition for the same or a new employer, filed by a day that is past, is pending."""
    return all_of(
        Today() > end,
        status.pending_petition_stated,
        _pending.kind.is_("extension", "change_of_employer"),
        _pending.filed <= end,
    )


PENDING = cite("8CFR24", "8 CFR 214.2(h)(2)(i)(H), 274a.12(b)(20)")
STAY = cite("8CFR24", "8 CFR 214.1(c)(4), 248.1(b)")
BARS = cite("INA25", "212(a)(9)(B)(i)")
REVALIDATION = cite("LARR", "22 CFR 41.112(d), 8 CFR 214.1(b)")

i94 = law.route(
    "i94",
    "The stay that the I-94 authorizes",
    title_fr="Le séjour autorisé par le formulaire I-94",
    kind=CLOCK,
    party=WORKER,
    summary="The last day of the authorized stay, whatever the visa in the passport says",
    cites=(STAY, BARS),
    grants=Grants.STAY,
    runs_out=status.i94_expires,
    after="The stay is no longer authorized, unless an extension or change of status was filed in time. More than 180 "
    "days of unlawful presence bar a return for three years, a year or more for ten.",
    reservations=(
        reservation("It counts while one is in the country: who has left comes back on a new admission", STAY,
                    unless=not_(worker.in_united_states)),
        reservation("An extension or a change of employer that was filed by then, and is pending, goes on beyond it", PENDING,
                    unless=_carried_on(status.i94_expires)),
    ),
    requires=all_of(
        clause("The person is in the country as a nonimmigrant", _nonimmigrant, cites=STAY, key="nonimmigrant"),
        clause("The job that the status rests on has not ended, and will not before: after it, the grace period counts, not the "
               "I-94", all_of(not_(status.laid_off), status.last_day_worked >= status.i94_expires),
               cites=cite("8CFR24", "8 CFR 214.1(l)(2)"), key="job_goes_on", when=_rests_on_a_job),
        clause("The day on the I-94 is not past", Today() <= status.i94_expires, cites=STAY, key="not_over"),
    ),
)  # fmt: skip

petition = law.route(
    "petition",
    "The work that the approved petition authorizes",
    title_fr="Le travail autorisé par la pétition approuvée",
    kind=CLOCK,
    party=WORKER,
    summary="The last day of work for the employer whose petition was approved: the petition's own, or the I-94's if that "
    "comes first, since work rests on the stay, or the job's where its end is fixed",
    cites=cite("8CFR24", "8 CFR 214.2(h)(9)(iii)(A)(1), 274a.12(b)"),
    grants=Grants.WORK_FOR_EMPLOYER,
    runs_out=status.works_until,
    after="Work for this employer is no longer authorized, unless it filed for an extension in time.",
    reservations=(
        reservation("An extension or a change of employer that was filed by then, and is pending, goes on beyond it", PENDING,
                    unless=_carried_on(status.authorized_until)),
    ),
    requires=all_of(
        clause("The status rests on an approved petition", petition_classes.has(status.class_),
               cites=cite("8CFR24", "8 CFR 274a.12(b)"), key="class"),
        clause("The job has not ended", not_(status.laid_off), cites=cite("8CFR24", "8 CFR 274a.12(b)"),
               key="job_goes_on"),
        clause("Neither the petition nor the I-94 is past its last day", Today() <= status.authorized_until,
               cites=cite("8CFR24", "8 CFR 214.2(h)(9)(iii)(A)(1)"), key="not_over"),
    ),
)  # fmt: skip

visa_stamp = law.route(
    "visa_stamp",
    "The visa in the passport",
    title_fr="Le visa dans le passeport",
    kind=CLOCK,
    party=WORKER,
    summary="It is needed to come back from a journey. It ends neither the stay nor the work.",
    cites=REVALIDATION,
    runs_out=status.visa_stamp_expires,
    after="Stay and work go on as before. To come back from a journey a new visa is needed first, except after thirty "
    "days or less in Canada or Mexico with a valid I-94, and no U.S. visa application made on the way.",
    reservations=(
        reservation("The exception for Canada and Mexico is closed to nationals of states listed as sponsors of terrorism",
                    REVALIDATION),
    ),
    requires=all_of(
        clause("The person is in the country as a nonimmigrant", _nonimmigrant, cites=REVALIDATION, key="nonimmigrant"),
        clause("The visa is not past its last day", Today() <= status.visa_stamp_expires, cites=REVALIDATION,
               key="not_over"),
    ),
)  # fmt: skip

B20 = cite("8CFR24", "8 CFR 274a.12(b)(20)")
_worked_until = total(status.i94_expires, pending_length)

pending_extension = law.route(
    "pending_extension",
    "Work while the employer's extension is pending",
    title_fr="Le travail pendant l'examen de la prolongation",
    kind=CLOCK,
    party=WORKER,
    summary="Work for the same employer goes on past the I-94 while its timely extension is pending",
    cites=B20,
    grants=Grants.WORK_FOR_EMPLOYER,
    runs_out=_worked_until,
    after="Work must stop, even if the extension is still pending. A denial stops it at once.",
    requires=all_of(
        clause("The status is one of those the rule names",
               any_of(pending_classes.has(status.class_),
                      all_of(status.class_.is_("L-1A", "L-1B", "O-1", "TN", "E-1", "E-2"),
                             NotEncoded("which other classes the rule names"))),
               cites=B20, key="class"),
        clause("The same employer asked for an extension, and it is pending", status.pending_petition.kind.is_("extension"),
               cites=B20, key="pending"),
        clause("The day on the I-94 is past: before it the rule is not needed", status.i94_expires < Today(), cites=B20,
               key="stay_over"),
        clause("The job goes on", not_(status.laid_off), cites=B20, key="job_goes_on"),
        clause("It was filed before the stay ended", status.pending_petition.filed <= status.i94_expires, cites=B20,
               key="timely"),
        clause("The days are not over", Today() <= _worked_until, cites=B20, key="not_over"),
    ),
)  # fmt: skip
