"""Visitors to Canada: six months as a rule, business without a permit, and remote work, on which two texts differ.

IRPR s. 183(2), 186(a), 187, and the definition of work in s. 2. Whether a visitor may work for an employer abroad is said in
two ways by the same department: its guide for work permits asks for a permit "even if your employer is not in
Canada"; its strategy of June 2023 and an update for officers of January 2024 say that a visitor's status is enough, for up to
six months at a time. Both are shown, and an officer decides.
"""

from landed.expr import MONTHS, Today, all_of, any_of, cite, clause, judgement, later, not_
from landed.facts import job, worker
from landed.law.canada.work_permit import rules as permit
from landed.law.route import CLOCK, EXEMPTION, WORKER, Grants, programme, reservation

law = programme(__name__)

longest_stay = law.number("longest_stay", MONTHS)
eta_fee = permit.eta_fee
needs_eta = permit.needs_eta
visa_fee = law.number("visa_fee", permit.permit_fee.unit)
visa_wait = law.table("visa_wait", permit.medical_exam_wait.unit)
wait_for_visa = visa_wait[worker.applies_from]
needs_visa = not_(
    any_of(
        worker.citizenships.overlap("US", "CA"),
        worker.us_permanent_resident,
        permit.visa_exempt.overlaps(worker.citizenships),
    )
)

_six_months = clause(
    "The stay is of six months at most, unless an officer writes another day",
    worker.canada.planned_stay_months <= longest_stay, cites=cite("IRPR", "s. 183(2)"), key="length",
)  # fmt: skip
_market = clause(
    "The work serves no client in Canada, and does not enter the Canadian labor market",
    not_(job.serves_canadian_market), cites=cite("IRPR", "s. 2, 187"), key="labor_market",
)  # fmt: skip

remote_work = law.route(
    "remote_work",
    "Working from Canada as a visitor, for an employer abroad",
    title_fr="Travailler depuis le Canada comme visiteur, pour un employeur à l'étranger",
    kind=EXEMPTION,
    party=WORKER,
    summary="Two official texts differ, so it is at an officer's discretion; it is no work permit, and counts toward nothing",
    cites=(cite("GUIDE"), cite("NOMAD"), cite("IRPR", "s. 2, 183")),
    reservations=(
        reservation("The time counts toward nothing: it is no Canadian experience for permanent residence, and opens no permit",
                    cite("IRPR", "s. 73, 87.1")),
        reservation("Tax, payroll, and health insurance follow rules of their own, which are not part of this project", cite("NOMAD")),
        reservation("A visitor visa is needed by nationality: see canada.entry.without_visa", cite("IRPR", "s. 7, 190")),
    ),
    requires=all_of(
        clause("The employer is abroad and has no place in Canada where the work is done", job.remote_from_canada,
               cites=cite("NOMAD"), key="employer_abroad"),
        _market,
        _six_months,
        judgement("Visitor's status is enough for this work. For: IRCC's strategy of June 2023 and its update for officers of January "
                  "2024 (remote work for an employer abroad, up to six months at a time). Against: IRCC's guide 5487, which asks for a "
                  'work permit "even if your employer is not in Canada"', key="two_authorities",
                  cites=(cite("NOMAD"), cite("GUIDE")),
                  looks_at=("The definition of work: pay, or direct competition with Canadians (s. 2)",
                            "Where the employer, its clients, and the pay are",
                            "Whether the worker will leave at the end of the stay")),
    ),
)  # fmt: skip

business = law.route(
    "business",
    "Business visitor",
    title_fr="Visiteur en affaires",
    kind=EXEMPTION,
    party=WORKER,
    summary="Meetings, sales, after-sales service, training within the group: without a permit, where pay and profits stay abroad",
    cites=cite("IRPR", "s. 186(a), 187"),
    requires=all_of(
        clause("The visit is for business of a kind that needs no permit: meetings, sales, after-sales service, or training within the "
               "group", job.business_visit_activity, cites=cite("IRPR", "s. 187(2)"), key="activity"),
        clause("The pay comes from abroad, and the business makes its profits there", not_(job.paid_from_canada),
               cites=cite("IRPR", "s. 187(3)"), key="pay"),
        _market,
        _six_months,
    ),
)  # fmt: skip

_stay_ends = later(worker.canada.last_entry, longest_stay)

stay = law.route(
    "stay",
    "A visitor's stay",
    title_fr="Séjour d'un visiteur",
    kind=CLOCK,
    grants=Grants.STAY,
    party=WORKER,
    summary="A visitor may stay six months from the day of entry, unless the officer wrote another day",
    cites=cite("IRPR", "s. 183(2)"),
    runs_out=_stay_ends,
    after="The stay is no longer authorized; for 90 days the status may be restored",
    discretionary=True,
    requires=all_of(
        clause("The worker is in Canada", worker.in_canada, cites=cite("IRPR", "s. 183(2)"), key="in_canada"),
        clause("The worker is there as a visitor", worker.canada.status.is_("visitor"), cites=cite("IRPR", "s. 183(2)"),
               key="visitor"),
        clause("The six months are not over", Today() <= _stay_ends, cites=cite("IRPR", "s. 183(2)"), key="not_over"),
    ),
)  # fmt: skip
