"""Clauses that the trade agreements share: citizenship, transfers within a group, investors, degrees.

Each agreement asks them in nearly the same words, and cites them in its own instructions: the citation is given at the
call. What differs (lists, years) stands in each agreement's own folder.
"""

from landed.expr import (
    Bool,
    Cite,
    Clause,
    CodeList,
    Number,
    all_of,
    any_of,
    clause,
    judgement,
    not_,
)  # fmt: skip
from landed.facts import employer, job, worker
from landed.law.canada.intra_company_transfer.rules import limits_add_up

DEGREES = ("bachelor", "two_or_more", "master", "professional", "doctoral")
has_degree = worker.education_level.is_(*DEGREES)


def citizens(text: str, who: CodeList, cites: Cite, *, or_else: Bool | None = None) -> Clause:
    """Write whom an agreement covers: by citizenship, wherever they live; `or_else` adds others."""
    held = who.overlaps(worker.citizenships)
    return clause(text, held if or_else is None else any_of(held, or_else), cites=cites, key="citizenship")


def group(cites: Cite, months: Number) -> tuple[Clause, Clause]:
    """Write the tie between the companies, and the year with the group."""
    return (
        clause(
            "The company in Canada is a parent, subsidiary, branch, or affiliate of the one abroad",
            employer.canadian_entity.relationship.is_("parent", "subsidiary", "branch", "affiliate", "same"),
            cites=cites, key="relationship", party="employer",
        ),
        clause(
            "In the last three years the worker has worked for the group abroad for a year or more, without a break",
            all_of(employer.us_worker_months >= months, employer.worker_months_full_time),
            cites=cites, key="year_with_group",
        ),
    )  # fmt: skip


def firm_abroad(text: str, whose: CodeList, cites: Cite, *, or_else: Bool | None = None) -> Clause:
    """Write whose the company is that sends the worker: a U.S. company does not send under these agreements."""
    there = whose.has(employer.company_abroad_country)
    return clause(text, there if or_else is None else any_of(there, or_else), cites=cites, key="firm_abroad",
                  party="employer")  # fmt: skip


def executive(cites: Cite) -> Clause:
    """Write an officer's view of an executive or senior manager."""
    return judgement(
        "The worker acts as an executive or a senior manager: directs the company or a major part of it, or supervises and "
        "decides over managers and professionals",
        key="executive_capacity", unless=not_(job.directs_others), cites=cites,
        looks_at=("Organization charts, abroad and in Canada", "Who reports to the worker", "What the worker may decide"),
    )  # fmt: skip


def specialist(cites: Cite) -> Clause:
    """Write an officer's view of specialized knowledge, which every agreement asks in both limbs."""
    return judgement(
        "The worker has advanced knowledge of what is the group's own, and advanced expertise in it",
        key="advanced_knowledge", cites=cites,
        unless=any_of(
            not_(worker.uncommon_group_knowledge), job.part_of_general_workforce, job.others_could_do_it
        ),
        looks_at=("Years with the group and with its product, process, or method", "How uncommon the knowledge is",
                  "Who else could do the work, and after how long a training", "Training records, patents, project papers"),
    )  # fmt: skip


def investor(cites: Cite) -> tuple[Clause, Clause]:
    """Write the investment, which an officer weighs, and the role."""
    return (
        judgement(
            "A substantial amount has been invested in the business in Canada, or is being invested, for more than a living",
            key="substantial_investment", unless=not_(employer.substantial_investment), cites=cites,
            looks_at=("The amount beside the value of the business or the cost of setting it up (there is no least amount)",
                      "Whether the money is at risk", "What the business will bring beyond a living for the investor"),
        ),
        clause(
            "The worker develops and directs the business, or supervises it, or has skills essential to it",
            job.supervisory_or_essential, cites=cites, key="role",
        ),
    )  # fmt: skip


def time_left(text: str, limit: Number, cites: Cite) -> Clause:
    """Write the limit on years in Canada as a transferee: of one code until October 2024, of all codes since."""
    return clause(
        text,
        any_of(
            worker.canada.transferee_months < limit,
            all_of(not_(limits_add_up), worker.canada.transferee_months_same_code < limit),
            worker.canada.year_abroad_since_transfer,
        ),
        cites=cites, key="time_left",
    )  # fmt: skip
