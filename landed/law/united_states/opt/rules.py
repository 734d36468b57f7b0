"""Optional practical training: until when an F-1 graduate may work, and what follows.

8 CFR 214.2(f)(5)(iv) and (vi), (f)(10)(ii). Work ends with the training's last day, unless the 24 months more for
graduates in science and technology were asked for in time; such an extension is not extended again without another,
higher degree and a new training after it. The sixty days after it are for
leaving, a new program of study, or a change of status, and are another thing than the grace of `grace_period`. Where an
H-1B petition under the cap was filed in time, status and work run on to bridge the gap until it takes effect.
"""

from landed.expr import (
    BUSINESS_DAYS,
    COUNT,
    DAYS,
    MONTHS,
    USD,
    Constant,
    Today,
    all_of,
    any_of,
    cite,
    clause,
    given,
    later,
    least,
    not_,
    total,
    undertaking,
)
from landed.expr.units import DAY
from landed.facts import employer, job, worker
from landed.law.route import CLOCK, PERMIT, WORKER, Grants, programme, reservation
from landed.law.united_states.h1b.fees import entry_payment, entry_payment_collected

law = programme(__name__)

grace_length = law.number("grace.length", DAYS)
cap_gap_until = law.bands("cap_gap.until", DAY, by=DAY)
unemployment_limit = law.number("unemployment.limit", DAYS)
stem_length = law.number("stem_extension.length", MONTHS)
stem_most = law.number("stem_extension.most", COUNT)
stem_unemployment_limit = law.number("stem_extension.unemployment_limit", DAYS)
stem_work_while_pending = law.number("stem_extension.work_while_pending", DAYS)
stem_files_ahead = law.number("stem_extension.files_ahead", DAYS)
stem_fee = law.number("stem_extension.fee", USD)
preparation = law.number("planning.preparation", BUSINESS_DAYS)
school_wait = law.number("planning.school_wait", BUSINESS_DAYS)
decision = law.number("planning.decision", DAYS)
decision_slowest = law.number("planning.decision_slowest", DAYS)

status = worker.us_status
F10 = cite("8CFR24", "8 CFR 214.2(f)(10)(ii)")
F5_IV = cite("8CFR24", "8 CFR 214.2(f)(5)(iv)")
F5_VI = cite("8CFR24", "8 CFR 214.2(f)(5)(vi)")

_on_opt = clause("The status is F-1 with practical training after the degree", status.class_.is_("F-1 OPT", "F-1 STEM OPT"),
                 cites=F10, key="class")  # fmt: skip
_work_ends = status.opt_ends
_grace_ends = total(status.opt_ends, grace_length)
_gap_ends = cap_gap_until[status.pending_petition.filed] - Constant(1, DAYS)

# What the procedure of these clocks asks.
_work_left, _grace_left = _work_ends - Today(), _grace_ends - Today()
days_of_work_left = given(_work_left > 0, _work_left, Constant(0, DAYS))
days_of_grace_left = given(_grace_left > 0, _grace_left, Constant(0, DAYS))
works_still = all_of(Today() <= _work_ends, _work_ends <= total(Today(), grace_length))
ends_soon = _work_ends <= total(Today(), grace_length)
"""The training has ended, or ends within sixty days: what follows is to be chosen now."""
change_pending = all_of(
    status.pending_petition_stated,
    status.pending_petition.kind.is_("cap", "change_of_status"),
    status.pending_petition.filed <= Today(),
)
payment_if_broken = given(entry_payment_collected, entry_payment, 0)
"""What the employer may owe if the worker leaves before a change of status to H-1B is decided."""

stem_filed = all_of(
    status.pending_petition_stated,
    status.class_.is_("F-1 OPT"),
    status.pending_petition.kind.is_("extension"),
    status.pending_petition.filed <= status.opt_ends,
    status.pending_petition.filed <= Today(),
)
"""The STEM extension was asked for in time, and is pending."""
stem_to_file = not_(stem_filed)
works_on_it_until = total(status.opt_ends, stem_work_while_pending)
works_on_stem_filed = all_of(stem_filed, Today() <= works_on_it_until)

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

_pending = status.pending_petition
_carried = all_of(
    status.pending_petition_stated,
    _pending.kind.is_("cap"),
    _pending.filed <= Today(),
    _pending.filed <= _grace_ends,
    Today() <= _gap_ends,
)
"""A petition under the cap, of which the case tells, was filed while the status lasted, and carries it on."""

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
        reservation("While a STEM extension that was asked for in time is pending, the training goes on", F10,
                    unless=works_on_stem_filed),
        reservation("A petition under the cap that was filed by then carries status beyond them", F5_VI,
                    unless=all_of(Today() > _grace_ends, status.pending_petition_stated, _pending.kind.is_("cap"),
                                  _pending.filed <= _grace_ends, _gap_ends > _grace_ends)),
    ),
    requires=all_of(
        _on_opt,
        clause("The days are not over", Today() <= _grace_ends, cites=F5_IV, key="not_over"),
        clause("No petition under the cap carries the status on: while it is pending or approved, the cap-gap counts",
               not_(_carried), cites=F5_VI, key="no_cap_gap"),
    ),
)  # fmt: skip

_changes_status = reservation(
    "The petition asks for a change of status: one that asks for a visa at a consulate carries nothing on", F5_VI,
    unless=job.us_consular_notice,
)  # fmt: skip

_limit = given(status.class_.is_("F-1 STEM OPT"), stem_unemployment_limit, unemployment_limit)
_days_run_out = least(total(Today(), _limit) - status.unemployed_days, total(status.last_day_worked, _limit))
"""The last day of the limit, without a job until then: from the days used so far, or at the latest from the job's end."""
_F10_E = cite("8CFR24", "8 CFR 214.2(f)(10)(ii)(E)")

unemployment = law.route(
    "unemployment",
    "The days without a job in practical training",
    title_fr="Les jours sans emploi de la formation pratique",
    kind=CLOCK,
    party=WORKER,
    summary="At most 90 days without a job in the training after the degree, 150 in all with the STEM extension. Days used earlier "
    "in the training count.",
    cites=_F10_E,
    grants=Grants.STAY,
    runs_out=_days_run_out,
    after="The training is broken, and with it status: the sixty days that follow a training that was kept are not for this case.",
    requires=all_of(
        _on_opt,
        clause("The case says that the job has ended, and of no other", status.job_end_stated, cites=_F10_E, key="no_job"),
        clause("The training is not past its last day", Today() <= _work_ends, cites=F10, key="training_goes_on"),
        clause("The days without a job are not over", Today() <= _days_run_out, cites=_F10_E, key="not_over"),
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
    reservations=(_changes_status,),
    requires=all_of(
        _on_opt,
        clause("A petition under the cap, asking for a change of status, was filed for the worker",
               status.pending_petition.kind.is_("cap"), cites=F5_VI, key="petition"),
        clause("It was filed while the training lasted, so that work goes on too",
               status.pending_petition.filed <= status.opt_ends, cites=F5_VI, key="timely"),
        clause("The gap is not over", Today() <= _gap_ends, cites=F5_VI, key="not_over"),
    ),
)  # fmt: skip

cap_gap_stay = law.route(
    "cap_gap_stay",
    "The cap-gap without work: the stay until an H-1B petition under the cap takes effect",
    title_fr="Le séjour jusqu'au statut H-1B, sans travail",
    kind=CLOCK,
    party=WORKER,
    summary="Status alone runs on where the petition under the cap, with a change of status, was filed in the sixty days after the "
    "training: work has ended, and does not begin again before H-1B status does.",
    cites=F5_VI,
    grants=Grants.STAY,
    runs_out=_gap_ends,
    after="The stay ends if the petition is still pending; if it was approved, H-1B status has begun.",
    reservations=(_changes_status,),
    requires=all_of(
        _on_opt,
        clause("A petition under the cap, asking for a change of status, was filed for the worker",
               _pending.kind.is_("cap"), cites=F5_VI, key="petition"),
        clause("It was filed after the training's last day, and within the sixty days",
               all_of(_pending.filed > status.opt_ends, _pending.filed <= _grace_ends), cites=F5_VI, key="in_the_grace"),
        clause("The gap is not over", Today() <= _gap_ends, cites=F5_VI, key="not_over"),
    ),
)  # fmt: skip

F10_C = cite("8CFR24", "8 CFR 214.2(f)(10)(ii)(C)")

stem_pending = law.route(
    "stem_pending",
    "Work while the STEM extension is pending",
    title_fr="Le travail pendant l'examen de la prolongation STEM",
    kind=CLOCK,
    party=WORKER,
    summary="Work goes on for up to 180 days after the training's last day while a STEM extension asked for in time is pending",
    cites=(F10_C, cite("G1")),
    grants=Grants.WORK_FOR_EMPLOYER,
    runs_out=works_on_it_until,
    after="Work must stop, even if the request is still pending. A denial stops it at once.",
    requires=all_of(
        clause("The status is F-1 in the practical training that follows a degree", status.class_.is_("F-1 OPT"), cites=F10_C,
               key="class"),
        clause("The STEM extension was asked for by the training's last day, and is pending",
               all_of(status.pending_petition_stated, status.pending_petition.kind.is_("extension"),
                      status.pending_petition.filed <= status.opt_ends), cites=F10_C, key="filed_in_time"),
        clause("The training's last day is past: before it the rule is not needed", status.opt_ends < Today(), cites=F10_C,
               key="training_over"),
        clause("The days are not over", Today() <= works_on_it_until, cites=cite("G1"), key="not_over"),
    ),
)  # fmt: skip

_window = status.opt_ends - stem_files_ahead - Today()
days_to_window = given(_window > 0, _window, Constant(0, DAYS))
stem_ends = later(status.opt_ends, stem_length)

stem_extension = law.route(
    "stem_extension",
    "STEM extension of practical training (STEM OPT)",
    title_fr="Prolongation de la formation pratique des diplômés en sciences et technologies (STEM OPT)",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Twenty-four months more of work for a graduate in science, technology, engineering or mathematics, with an "
    "employer in E-Verify and a training plan. Asked for before the training ends, work goes on for up to 180 days while "
    "the request is pending.",
    cites=(F10_C, cite("G1")),
    reservations=(
        reservation("The job is paid, takes at least twenty hours a week, and is directly related to the degree",
                    cite("TEMPLE")),
        reservation("The school recommends the extension first; USCIS must have the request within 30 days of that (sources "
                    "differ: 30 or 60; 30 is safe), and by the last day of the training", cite("MON24S"), cite("TEMPLE")),
        reservation("During the extension, days without a job count on: more than 150 in all end the status", F10),
    ),
    requires=all_of(
        clause("The status is F-1 in the practical training that follows a degree, and not in a STEM extension already",
               status.class_.is_("F-1 OPT"), cites=(F10_C, cite("TEMPLE")), key="class"),
        clause("The training is not past its last day, or the extension was asked for before it, and is pending",
               any_of(Today() <= status.opt_ends, stem_filed), cites=F10_C, key="in_time"),
        clause("The degree is one of science, technology, engineering or mathematics from the official list",
               status.stem_degree, cites=F10_C, key="stem_degree"),
        clause("There are at most two such extensions in a lifetime", status.stem_extensions_used < stem_most, cites=F10_C,
               key="at_most_two"),
        clause("A second extension rests on a degree of a higher level than the first", status.stem_degree_is_higher,
               cites=F10_C, key="higher_degree", when=status.stem_extensions_used > 0),
        clause("No more than 90 days of the training were without a job", status.unemployed_days <= unemployment_limit,
               cites=cite("8CFR24", "8 CFR 214.2(f)(10)(ii)(E)"), key="unemployment"),
        clause("The employer takes part in E-Verify", employer.e_verify, cites=(F10_C, cite("G1")), key="e_verify",
               party="employer"),
        undertaking("The employer signs a training plan (form I-983), and pays as it pays U.S. workers in like jobs",
                    employer.undertakes.stem_training_plan, cites=(F10_C, cite("G1")), key="training_plan"),
    ),
)  # fmt: skip
