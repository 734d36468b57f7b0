"""Transfers, traders, and investors under CUSMA (NAFTA until 30 June 2020), for U.S. and Mexican citizens.

IRPR s. 204(a), CUSMA chapter 16; exemption codes T37 (executive or manager), T38 (specialized knowledge), T34 (trader) and
T35 (investor), until 14 December 2022 T24, T21, and T22. Professionals are `canada.cusma.professional`. There is no floor
of wages, and a permanent resident of the United States is not covered.
"""

from landed.expr import COUNT, MONTHS, PERCENT, all_of, cite, clause, judgement, not_
from landed.facts import employer, job
from landed.law.canada import agreement_clauses as shared
from landed.law.canada.cusma.rules import citizenships
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
from landed.law.route import PERMIT, WORKER, Grants, programme, reservation

law = programme(__name__)

months_with_group = law.number("months_with_group", MONTHS)
executive_level = law.number("intra_company_executive.highest_teer", COUNT)
executive_limit = law.number("intra_company_executive.limit", MONTHS)
specialist_limit = law.number("intra_company_specialist.limit", MONTHS)
least_ownership = law.number("investor.least_ownership", PERCENT)

TRANSFER = cite("CICT")
TRADER = cite("CTRA")
INVESTOR = cite("CINV")
LAW = cite("IRPR", "s. 204(a), 200(1)(c)(ii.1)")

_citizen = shared.citizens(
    "The worker is a citizen of the United States or of Mexico; living there, even for good, is not enough",
    citizenships,
    cite("CUSMA", "Citizenship"),
)
_reservations = (
    *of_the_offer,
    reservation(
        "The agreement gives the spouse nothing of its own: see the open permit of a worker's spouse",
        cite("CUSMA"),
    ),
)

intra_company_executive = law.route(
    "intra_company_executive",
    "Transfer of an executive or manager under CUSMA",
    title_fr="Mutation d'un cadre dirigeant ou gestionnaire au titre de l'ACEUM",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T37: up to three years at first (one for a new office), then two at a time, seven in all; no floor of wages",
    cites=(TRANSFER, LAW),
    reservations=_reservations,
    requires=all_of(
        _citizen,
        has_employer,
        *shared.group(TRANSFER, months_with_group),
        clause("The occupation is of TEER 0 or 1 (skill type 0 or level A before 16 November 2022)",
               job.teer <= executive_level, cites=TRANSFER, key="level"),
        shared.executive(TRANSFER),
        shared.time_left("Fewer than seven years have been spent in Canada on transfers, or a year of work abroad has passed "
                         "since", executive_limit, TRANSFER),
        portal_offer,
    ),
)  # fmt: skip

intra_company_specialist = law.route(
    "intra_company_specialist",
    "Transfer for specialized knowledge under CUSMA",
    title_fr="Mutation pour connaissances spécialisées au titre de l'ACEUM",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T38: up to three years at first (one for a new office), then two at a time, five in all; no floor of wages",
    cites=(TRANSFER, LAW),
    reservations=_reservations,
    requires=all_of(
        _citizen,
        has_employer,
        *shared.group(TRANSFER, months_with_group),
        shared.specialist(TRANSFER),
        shared.time_left("Fewer than five years have been spent in Canada on transfers, or a year of work abroad has passed "
                         "since", specialist_limit, TRANSFER),
        portal_offer,
    ),
)  # fmt: skip

trader = law.route(
    "trader",
    "Trader under CUSMA",
    title_fr="Négociant au titre de l'ACEUM",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T34: one year, then two at a time",
    cites=(TRADER, LAW),
    reservations=_reservations,
    requires=all_of(
        _citizen,
        has_employer,
        judgement("The business carries on substantial trade, mostly between Canada and the United States or Mexico",
                  key="substantial_trade", unless=not_(employer.trade_with_agreement_country), cites=TRADER,
                  looks_at=("The volume and the number of transactions", "Which part of the trade is with which country")),
        clause("The work is supervisory or executive, or needs skills essential to the business", job.supervisory_or_essential,
               cites=TRADER, key="role"),
        portal_offer,
    ),
)  # fmt: skip

investor = law.route(
    "investor",
    "Investor under CUSMA",
    title_fr="Investisseur au titre de l'ACEUM",
    kind=PERMIT,
    grants=Grants.WORK_FOR_EMPLOYER,
    party=WORKER,
    summary="Code T35: one year, then two at a time; the role is to develop and direct the investment",
    cites=(INVESTOR, LAW),
    reservations=_reservations,
    requires=all_of(
        _citizen,
        has_employer,
        *shared.investor(INVESTOR),
        clause("U.S. or Mexican citizens own at least half of the business in Canada",
               employer.treaty_ownership >= least_ownership, cites=INVESTOR, key="nationality_of_the_business",
               party="employer"),
        portal_offer,
    ),
)  # fmt: skip
