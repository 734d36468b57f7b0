"""Intra-company transfer: from a company of a group abroad to one in Canada, whatever the nationality.

IRPR s. 205(a); IRCC, instructions on intra-company transferees, rewritten on 3 October 2024. Exemption codes C61 (first
year of a new office), C62 (executive or manager), and C63 (specialized knowledge); all three were C12 until
14 December 2022. The floor of wages for specialized knowledge dates from June 2014. Since October 2024 the group must be
multinational before it comes to Canada, the premises must be real, a job that could be done from elsewhere must be
explained, and the limits on years add up over all codes.
"""

from landed.expr import (
    COUNT,
    MONTHS,
    YEARS,
    Bool,
    Count,
    all_of,
    any_of,
    cite,
    clause,
    given,
    judgement,
    not_,
    total,
    undertaking,
)  # fmt: skip
from landed.facts import employer, job, worker
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
    offer_not_yet_made,
    passport_renewal,
    passport_too_short,
    permit_fee,
    portal_offer,
    slowest,
    standard,
    times_published,
    two_week_standard,
    works_on_meanwhile,
)  # fmt: skip
from landed.law.canada.prevailing_wage.rules import meets_prevailing_wage
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

months_with_group = law.number("months_with_group", MONTHS)
group_must_be_multinational = law.flag("multinational.asked")
countries_of_a_group = law.number("multinational.countries", COUNT)
premises_asked = law.flag("premises.asked")
new_office_premises_asked = law.flag("premises.asked_of_a_new_office")
premises_may_follow = law.flag("premises.may_follow_an_executive")
remote_work_asked = law.flag("remote_work.asked")
home_position_asked = law.flag("home_position.asked")
control_asked = law.flag("control.asked")
limits_add_up = law.flag("limits.add_up")
executive_level = law.number("executive.highest_teer", COUNT)
executive_limit = law.number("executive.limit", MONTHS)
wage_floor_asked = law.flag("specialized_knowledge.wage_floor_asked")
significant_experience = law.number("specialized_knowledge.significant_experience", YEARS)
specialized_knowledge_limit = law.number("specialized_knowledge.limit", MONTHS)
start_up_limit = law.number("start_up.limit", MONTHS)
extension_of_a_start_up = law.number("start_up.extension_in_hardship", MONTHS)

ICT = cite("ICT")
LAW = cite("IRPR", "s. 205(a), 200(1)(c)(ii.1)")
MULTINATIONAL = cite("ICT", "Multinational corporation")
PREMISES = cite("ICT", "Physical premises")
KNOWLEDGE = cite("ICT", "Specialized knowledge")

_time_in_canada = given(
    limits_add_up, worker.canada.transferee_months, worker.canada.transferee_months_same_code
)

_group = (
    has_employer,
    clause("The company in Canada is a parent, subsidiary, branch, or affiliate of the one abroad, by ownership and control; "
           "a contract, a license, a franchise, or a supplier's link is not enough",
           employer.canadian_entity.relationship.is_("parent", "subsidiary", "branch", "affiliate", "same"),
           cites=cite("ICT", "Qualifying relationship"), key="relationship", party="employer"),
)  # fmt: skip
_doing_business = clause("The company in Canada does business there already", employer.operates_in_canada,
                         cites=ICT, key="business_in_canada", party="employer")  # fmt: skip
_person = (
    clause("The group employs the worker now, abroad and full-time", employer.employs_worker_now,
           cites=cite("ICT", "Prior employment"), key="employed_now"),
    clause("In the three years before the first application, the worker has worked for the group abroad for a year or more, "
           "full-time and without a break",
           all_of(employer.us_worker_months >= months_with_group, employer.worker_months_full_time),
           cites=cite("ICT", "Prior employment"), key="year_with_group"),
    clause("The position in Canada is similar to the one abroad", job.similar_position,
           cites=cite("ICT", "Prior employment"), key="similar_position"),
    undertaking("The position abroad stays open for the worker's return", employer.undertakes.home_position,
                cites=cite("ICT", "Home position"), key="home_position", when=home_position_asked),
)  # fmt: skip
_work = (
    undertaking("If the job could be done from outside Canada, the employer explains why it has to be done there",
                any_of(not_(job.could_be_done_remotely), employer.undertakes.explains_why_canada),
                cites=cite("ICT", "Remote work"), key="why_canada", when=remote_work_asked),
    clause("The company in Canada directs the work from day to day, at a client's site too",
           employer.canadian_entity.directs_work, cites=cite("ICT", "Employer-employee relationship"), key="control",
           party="employer", when=control_asked),
)  # fmt: skip
_multinational = clause(
    "The group earns revenue in at least two countries: its home, and one other (Canada counted where it does business "
    "there already)",
    total(employer.revenue_countries, Count((employer.operates_in_canada,))) >= countries_of_a_group,
    cites=MULTINATIONAL, key="multinational", party="employer", when=group_must_be_multinational,
)  # fmt: skip


def _premises(asked: Bool, *spared: Bool) -> tuple[Bool, Bool]:
    """Write the test of premises: what surely fails, and what an officer weighs."""
    premises = employer.canadian_entity.premises
    return (
        clause("The company in Canada has physical commercial premises: not a home, a mailing address, or a virtual office",
               any_of(premises.is_("commercial", "shared_office"), *spared), cites=PREMISES, key="premises", party="employer",
               when=asked),
        judgement("A shared (co-working) office is shown to be a real place of business", key="shared_premises",
                  unless=not_(any_of(employer.canadian_entity.shared_premises_documented, *spared)), cites=PREMISES,
                  looks_at=("The lease or membership, and for how long", "Photographs and a floor plan of the space",
                            "Whether the business can be done and the staff work there"),
                  when=all_of(asked, premises.is_("shared_office"))),
    )  # fmt: skip


_not_specialized = any_of(
    not_(worker.uncommon_group_knowledge),
    job.part_of_general_workforce,
    job.others_could_do_it,
    worker.specialized_experience_years < significant_experience,
)
_KNOWLEDGE_SIGNS = (
    "How long the worker has been with the group, and with the product, process, or method (about two years or more)",
    "How recent that experience is (within three years)",
    "What in the knowledge is the group's own, and how uncommon it is within the group",
    "Who else could do the work, and how long the training would take",
    "Patents, training records, project papers, organization charts",
    "The level of the occupation: TEER 0 to 2 as a rule; others are looked at closely",
)

_reservations = (
    *of_the_offer,
    reservation("The wage is what such work earns in the region; allowances for housing and the like do not count",
                cite("ICT", "Wage")),
    reservation("Work on projects at clients' sites is given one permit of at most a year for all of them", ICT),
)  # fmt: skip

executive = law.route(
    "executive",
    "Intra-company transfer: executive or manager",
    title_fr="Mutation à l'intérieur d'une société : cadre dirigeant ou gestionnaire",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C62: up to three years at first, then two at a time, seven in all",
    cites=(ICT, LAW),
    reservations=_reservations,
    requires=all_of(
        *_group,
        _doing_business,
        _multinational,
        *_person,
        clause("The occupation is of TEER 0 or 1 (skill type 0 or level A before 16 November 2022)",
               job.teer <= executive_level, cites=cite("ICT", "Executive and managerial"), key="level"),
        judgement("The worker acts as an executive or a manager: directs the company or a major part of it, or supervises and "
                  "decides over managers, professionals, or an essential function", key="executive_capacity",
                  unless=not_(job.directs_others), cites=cite("ICT", "Executive and managerial"),
                  looks_at=("Organization charts, abroad and in Canada", "Who reports to the worker",
                            "What the worker may decide: hiring, budgets, policy", "How much of the day is hands-on work")),
        *_premises(premises_asked),
        *_work,
        clause("Fewer than seven years have been spent in Canada on such permits, or a year of full-time work for the group "
               "abroad has passed since",
               any_of(_time_in_canada < executive_limit, worker.canada.year_abroad_since_transfer),
               cites=cite("ICT", "Maximum duration"), key="time_left"),
        portal_offer,
    ),
)  # fmt: skip

specialized_knowledge = law.route(
    "specialized_knowledge",
    "Intra-company transfer: specialized knowledge",
    title_fr="Mutation à l'intérieur d'une société : connaissances spécialisées",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C63: up to three years at first, then two at a time, five in all; at the prevailing wage or more",
    cites=(ICT, LAW),
    reservations=_reservations,
    requires=all_of(
        *_group,
        _doing_business,
        _multinational,
        *_person,
        judgement("The worker has advanced knowledge of what is the group's own, and advanced expertise in it, such as the "
                  "general workforce does not have", key="advanced_knowledge", unless=_not_specialized,
                  cites=KNOWLEDGE, looks_at=_KNOWLEDGE_SIGNS),
        clause("The wage is at least the prevailing wage for the occupation and the region", meets_prevailing_wage,
               cites=cite("ICT", "Wage"), key="prevailing_wage", party="employer", when=wage_floor_asked),
        *_premises(premises_asked),
        *_work,
        clause("Fewer than five years have been spent in Canada on such permits, or a year of full-time work for the group "
               "abroad has passed since",
               any_of(_time_in_canada < specialized_knowledge_limit, worker.canada.year_abroad_since_transfer),
               cites=cite("ICT", "Maximum duration"), key="time_left"),
        portal_offer,
    ),
)  # fmt: skip

start_up = law.route(
    "start_up",
    "Intra-company transfer: the first year of a new office",
    title_fr="Mutation à l'intérieur d'une société : entreprise en démarrage",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code C61: one year, to open an office in Canada; after it the permit for executives or for specialized knowledge",
    cites=(ICT, LAW),
    reservations=(
        *_reservations,
        reservation("There is no second year: only circumstances beyond control give six months more", cite("ICT", "Start-up")),
    ),
    requires=all_of(
        *_group,
        clause("The group earns revenue in at least two countries before it comes to Canada",
               employer.revenue_countries >= countries_of_a_group, cites=MULTINATIONAL, key="multinational",
               party="employer", when=group_must_be_multinational),
        *_person,
        undertaking("The employer gives a business plan, a plan to hire, and proof that it can pay for the new office",
                    employer.undertakes.canadian_business_plan, cites=cite("ICT", "Start-up"), key="business_plan"),
        judgement("The new office will soon support the work of an executive, a manager, or a person of specialized knowledge, "
                  "and the worker is one", key="role_in_the_new_office",
                  unless=all_of(not_(job.directs_others), _not_specialized), cites=cite("ICT", "Start-up"),
                  looks_at=("The business plan and the plan to hire", *_KNOWLEDGE_SIGNS[:4],
                            "Whom the worker would direct, and when they would be hired")),
        *_premises(new_office_premises_asked, all_of(premises_may_follow, job.directs_others)),
        *_work,
        clause("The year of the new office has not been used up", worker.canada.transferee_months_same_code < start_up_limit,
               cites=cite("ICT", "Start-up"), key="time_left"),
        clause("Fewer than seven years have been spent in Canada on transfers of any code, or a year of full-time work for the "
               "group abroad has passed since",
               any_of(worker.canada.transferee_months < executive_limit, worker.canada.year_abroad_since_transfer),
               cites=cite("ICT", "Maximum duration"), key="time_left_in_all", when=limits_add_up),
        portal_offer,
    ),
)  # fmt: skip
