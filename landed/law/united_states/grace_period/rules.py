"""Grace periods: how long status outlives the job, and the validity period.

8 CFR 214.1(l), with 8 CFR 214.2(h)(13)(i)(A). The sixty days are counted from the end of the work, whatever severance
is paid, and never run past the end of the authorized validity period. "Up to" is meant: DHS may cut them short. Work
is not allowed in either period, unless something else authorizes it (a new employer's petition does).
"""

from landed.expr import DAYS, Constant, NotEncoded, Today, all_of, any_of, cite, clause, least, not_, total
from landed.expr.units import DAY
from landed.facts import worker
from landed.law.route import CLOCK, WORKER, Grants, programme, reservation

law = programme(__name__)

classes = law.codes("sixty_days.classes")
length = law.number("sixty_days.length", DAYS)
count_starts = law.number("sixty_days.count_starts", DAYS)
first_day = law.number("sixty_days.first_day", DAY)
classes_ever = law.codes("no_grace.classes")
filing_milestone = law.number("sixty_days.filing_milestone", DAYS)

ten_days_classes = law.codes("ten_days.classes")
ten_days_length = law.number("ten_days.length", DAYS)

L2 = cite("8CFR24", "8 CFR 214.1(l)(2)")
status = worker.us_status

# Day 1 is `count_starts` days after the last day of work, and counts.
sixty_days_end = least(
    total(status.last_day_worked, count_starts, length) - Constant(1, DAYS),
    status.authorized_until,
)
file_by = least(total(status.last_day_worked, filing_milestone), sixty_days_end)
"""A planning milestone, not law: by then the new employer's petition should be on its way; never after the grace itself."""
days_to_file_by = file_by - Today()

sixty_days = law.route(
    "sixty_days",
    "The grace period of up to 60 days after the job ends",
    title_fr="Le délai de grâce de 60 jours au plus après la fin de l'emploi",
    kind=CLOCK,
    party=WORKER,
    summary="Status lasts up to sixty days after the last day of work, or to the end of the authorized validity period "
    "if that comes first. Severance does not move it. It gives no right to work.",
    cites=(L2, cite("FR16")),
    grants=Grants.STAY,
    runs_out=sixty_days_end,
    discretionary=True,
    after="Status has ended, unless a petition or application filed by then is still pending. A new employer's petition no "
    "longer lets you start work, an extension or change of status is then late, and each further day in the country may "
    "count as unlawful presence.",
    reservations=(
        reservation("DHS may shorten or take away the period as a matter of discretion", L2),
        reservation("It is time to stay in the country: who is abroad has no use of it", L2, unless=not_(worker.in_united_states)),
        reservation("A change of employer that was filed by then, and is pending, goes on beyond it",
                    cite("8CFR24", "8 CFR 214.2(h)(2)(i)(H)"),
                    unless=all_of(Today() > sixty_days_end, status.pending_petition_stated,
                                  status.pending_petition.kind.is_("extension", "change_of_employer"),
                                  status.pending_petition.filed <= sixty_days_end)),
        reservation("Dependents in the same classes keep their status with the worker's, and no longer", L2),
        reservation("USCIS has counted from the last day for which a salary or wage is paid: a notice period that is paid "
                    "as wage, but not worked, may move the start, severance does not", cite("NLR23")),
    ),
    requires=all_of(
        clause("The status is one of those with this grace", classes.has(status.class_), cites=L2, key="class"),
        clause("The job has ended", status.laid_off, cites=L2, key="job_ended"),
        clause("A job that ended before the rule's first day leaves days of grace after it",
               NotEncoded("whether the rule reaches a job that ended before its first day"), cites=cite("FR16"),
               key="ended_before_the_rule", when=status.last_day_worked < first_day),
        clause("No such grace was used since the present validity period began", not_(status.grace_used), cites=L2,
               key="once"),
        clause("The days are not over", Today() <= sixty_days_end, cites=L2, key="not_over"),
    ),
)  # fmt: skip

after_notice = law.route(
    "after_notice",
    "The grace period that will follow a job whose last day is fixed",
    title_fr="Le délai de grâce qui suivra un emploi dont le dernier jour est fixé",
    kind=CLOCK,
    party=WORKER,
    summary="Counted ahead from the last day of work, which is still to come: up to sixty days, or to the end of the authorized "
    "validity period if that comes first. Until that day work goes on; after it the grace gives no right to work.",
    cites=(L2, cite("FR16")),
    grants=Grants.STAY,
    runs_out=sixty_days_end,
    discretionary=True,
    after="Status has ended, unless a new employer's petition, an extension or a change of status was filed by then.",
    reservations=(
        reservation("DHS may shorten or take away the period as a matter of discretion", L2),
        reservation("It is counted from the last day really worked: another day moves it", cite("NLR23")),
    ),
    requires=all_of(
        clause("The status is one of those with this grace", classes.has(status.class_), cites=L2, key="class"),
        clause("The last day of the job is fixed, and is still to come",
               all_of(status.last_day_is_fixed, not_(status.laid_off)), cites=L2, key="last_day_ahead"),
        clause("No such grace was used since the present validity period began", not_(status.grace_used), cites=L2,
               key="once"),
        clause("The job ends within the authorized validity period", status.last_day_worked < status.authorized_until,
               cites=L2, key="within_the_period"),
    ),
)  # fmt: skip

no_grace = law.route(
    "no_grace",
    "The end of status with the job, where no grace is left",
    title_fr="La fin du statut avec l'emploi, sans délai de grâce",
    kind=CLOCK,
    party=WORKER,
    summary="Status that rests on a job ends with it where the grace was used already in this validity period, and before "
    "17 January 2017 for everyone",
    cites=(L2, cite("FR16")),
    grants=Grants.STAY,
    runs_out=least(status.last_day_worked, status.authorized_until),
    after="Status has ended, unless a petition or application filed by then is still pending; each further day in the country "
    "may count as unlawful presence, and a filing made now is late.",
    requires=all_of(
        clause("The status is one that rests on a job, and has this grace", classes_ever.has(status.class_), cites=L2, key="class"),
        clause("The last day of the job is known", status.last_day_is_fixed, cites=L2, key="last_day_known"),
        clause("No grace is left: it was used since the present validity period began, or the rule is not in force yet",
               any_of(status.grace_used_stated, Today() < first_day), cites=L2, key="none_left"),
        clause("With the job, the status that rests on it ends",
               Today() <= least(status.last_day_worked, status.authorized_until), cites=cite("M"), key="not_over"),
    ),
)  # fmt: skip

ten_days_end = least(status.i94_expires, total(status.petition_expires, ten_days_length))

ten_days = law.route(
    "ten_days",
    "The ten days after the validity period",
    title_fr="Les dix jours après la période de validité",
    kind=CLOCK,
    party=WORKER,
    summary="Up to ten days to stay after the petition ends, where the I-94 gives them. They give no right to work.",
    cites=(cite("8CFR24", "8 CFR 214.1(l)(1), 214.2(h)(13)(i)(A)"), cite("FR16")),
    grants=Grants.STAY,
    runs_out=ten_days_end,
    after="The stay is no longer authorized. Up to this day an extension or change of status could still be filed.",
    requires=all_of(
        clause("The status is one of those with these days", ten_days_classes.has(status.class_),
               cites=cite("8CFR24", "8 CFR 214.1(l)(1)"), key="class"),
        clause("The I-94 runs longer than the petition: the days are given at admission, never by themselves",
               status.i94_expires > status.petition_expires, cites=cite("M"), key="given_on_the_i94"),
        clause("The job did not end before the validity period", all_of(status.last_day_worked >= status.petition_expires,
                      total(status.last_day_worked, ten_days_length) >= status.i94_expires),
               cites=cite("M"), key="job_lasted"),
        clause("The days are not over", Today() <= ten_days_end, cites=cite("8CFR24", "8 CFR 214.1(l)(1)"),
               key="not_over"),
    ),
)  # fmt: skip

# What the procedure asks.
compelling_classes = law.codes("sixty_days.compelling_circumstances_classes")
may_ask_compelling = all_of(compelling_classes.has(status.class_), status.i140_approved)
"""Opens work authorization in compelling circumstances."""
lca_classes = law.codes("sixty_days.labor_condition_classes")
needs_lca = lca_classes.has(status.class_)
needs_no_lca = not_(needs_lca)
