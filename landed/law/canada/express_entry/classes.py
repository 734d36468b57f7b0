"""The three federal classes: who may enter the pool. Fitting one is not an invitation; see `categories.py`.

Federal skilled worker: IRPR s. 75 to 83. Canadian experience: s. 87.1. Federal skilled trades: s. 87.2.
"""

from landed.expr import (
    CAD,
    CLB,
    COUNT,
    MONTHS,
    PERSONS,
    Clause,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    not_,
    total,
)
from landed.facts import goals, job, worker
from landed.law.canada.express_entry.crs import crs, physicians
from landed.law.canada.express_entry.fsw_grid import arranged, fsw, pass_mark
from landed.law.canada.express_entry.persons import first_level, lowest
from landed.law.canada.permanent_residence.rules import not_yet_resident
from landed.law.route import RESIDENCE, WORKER, Grants, programme, reservation

law = programme(__package__)

fsw_work = law.number("federal_skilled_worker.work", MONTHS)
fsw_language = law.number("federal_skilled_worker.language", CLB)
cec_work = law.number("canadian_experience_class.work", MONTHS)
cec_language = law.bands("canadian_experience_class.language", CLB, COUNT)
trades = law.codes("federal_skilled_trades.trades")
fst_spoken = law.number("federal_skilled_trades.language_spoken", CLB)
fst_written = law.number("federal_skilled_trades.language_written", CLB)
settlement_funds = law.bands("settlement_funds", CAD, PERSONS)

_NOT_AN_INVITATION = (
    "Fits the class and may enter the pool. That is no invitation: only who is invited in a round, by points or by a "
    "nomination, may apply; see the rounds and categories of Express Entry, and the points"
)
_reservations = (
    not_yet_resident,
    reservation(
        "Only who is invited may apply; rounds are for nominees, one class or one category as the Minister decides, and "
        "whether any will be held for this profile is open",
        cite("IRPA", "s. 10.1(1), 10.3(1)"),
    ),
    reservation(
        "An officer must be satisfied that the duties were those of the occupation claimed: its lead statement, its "
        "essential duties and a substantial number of its main ones",
        cite("IRPR", "s. 75(2)(b)-(c), 87.1(2), 87.2(3)"),
    ),
    reservation(
        "What gave the points must hold at the invitation and when the application is received; a birthday after the "
        "invitation does no harm",
        cite("IRPA", "s. 11.2"),
    ),
    reservation(
        "Nobody who was found to have misrepresented something may enter the pool for five years",
        cite("IRPA", "s. 10.1(4), 40(2)(a)"),
        unless=worker.history.misrepresentation.is_("found"),
    ),
)

_outside_quebec = clause(
    "The worker intends to live outside Quebec",
    not_(goals.in_quebec),
    cites=cite("IRPR", "s. 75(1), 87.1(1), 87.2(1)"),
    key="outside_quebec",
)
_funds_waived = job.arranged_employment_counted.is_("lmia_permit", "exempt_permit", "new_lmia_other_permit")


def _funds(section: str) -> Clause:
    return clause(
        "The worker has the settlement funds for the family, those who stay behind included, or arranged employment and a permit",
        any_of(_funds_waived, worker.settlement_funds >= settlement_funds[worker.family_size]),
        cites=(cite("IRPR", section), cite("ELIG", "Proof of funds")),
        key="settlement_funds",
    )


federal_skilled_worker = law.route(
    "federal_skilled_worker",
    "Entry to the Express Entry pool as a Federal Skilled Worker",
    title_fr="Entrée dans le bassin d'Entrée express, travailleurs qualifiés (fédéral)",
    kind=RESIDENCE,
    grants=Grants.RESIDENCE,
    party=WORKER,
    summary=_NOT_AN_INVITATION,
    cites=(cite("IRPR", "s. 75-83"), cite("ELIG", "Federal Skilled Worker")),
    reservations=(
        *_reservations,
        reservation(
            "For a physician in publicly funded services a public policy, for invitations since 25 April 2023, does not ask "
            "that the arranged employment be continuous and for a year",
            cite("DRAFTS", "Physicians"),
        ),
    ),
    score=crs,
    requires=all_of(
        _outside_quebec,
        clause(
            "The worker has worked for a year without a break in one skilled occupation, in the last ten years",
            worker.continuous_skilled_months >= fsw_work,
            cites=(cite("IRPR", "s. 75(2)(a), 80"), cite("ELIG", "Federal Skilled Worker, work experience")),
            key="skilled_work",
        ),
        clause(
            "The worker reaches the level in all four abilities of one official language, in results less than two years old",
            lowest(first_level) >= fsw_language,
            cites=(cite("IRPR", "s. 74, 75(2)(d)"), cite("LANG")),
            key="language",
        ),
        clause(
            "The worker has a Canadian credential, or a foreign one assessed in the last five years",
            not_(worker.education_counted.is_("none")),
            cites=(cite("IRPR", "s. 75(2)(e)"), cite("ELIG", "Federal Skilled Worker, education")),
            key="education",
        ),
        clause(
            "The worker has the pass mark on the grid of six factors",
            fsw.total >= pass_mark,
            cites=(
                cite("IRPR", "s. 76(1)(a), 76(2)"),
                cite("ELIG", "Federal Skilled Worker, six selection factors"),
            ),
            key="pass_mark",
        ),
        _funds("s. 76(1)(b)"),
    ),
)

canadian_experience_class = law.route(
    "canadian_experience_class",
    "Entry to the Express Entry pool by the Canadian Experience Class",
    title_fr="Entrée dans le bassin d'Entrée express, catégorie de l'expérience canadienne",
    kind=RESIDENCE,
    grants=Grants.RESIDENCE,
    party=WORKER,
    summary=_NOT_AN_INVITATION,
    cites=(cite("IRPR", "s. 87.1"), cite("ELIG", "Canadian Experience Class")),
    reservations=(
        *_reservations,
        reservation(
            "Work in Canada for an employer abroad does not count, nor work without the status of a temporary resident; "
            "work in Quebec may count",
            cite("IRPR", "s. 87.1"),
            cite("DRAFTS", "Remote work"),
        ),
        reservation(
            "A physician's publicly funded services on one's own account are counted here for the class alone; that they "
            "give points too is said by secondary sources, and the points then have bounds",
            cite("DOCTORS", "Exemptions"),
        ),
    ),
    score=crs,
    requires=all_of(
        _outside_quebec,
        clause(
            "The worker has a year of skilled and authorized work in Canada in the last three years, not self-employed (but for "
            "a physician's publicly funded services) and not as a full-time student",
            any_of(
                worker.canadian_work_months_in_three_years >= cec_work,
                all_of(
                    physicians,
                    total(worker.canadian_work_months_in_three_years, worker.self_employed_medical_months)
                    >= cec_work,
                ),
            ),
            cites=(
                cite("IRPR", "s. 87.1(2)(a), (3)"),
                cite("ELIG", "Canadian Experience Class"),
                cite("DRAFTS", "Physicians: public policy for invitations since 25 April 2023"),
            ),
            key="canadian_work",
        ),
        clause(
            "The worker reaches the level for the occupation of that work, in all four abilities of one official language",
            lowest(first_level) >= cec_language[worker.canadian_work_teer],
            cites=(cite("IRPR", "s. 74, 87.1(2)(d)-(e)"), cite("LANG")),
            key="language",
        ),
    ),
)

federal_skilled_trades = law.route(
    "federal_skilled_trades",
    "Entry to the Express Entry pool by Federal Skilled Trades",
    title_fr="Entrée dans le bassin d'Entrée express, travailleurs de métiers spécialisés (fédéral)",
    kind=RESIDENCE,
    grants=Grants.RESIDENCE,
    party=WORKER,
    summary=_NOT_AN_INVITATION,
    cites=(cite("IRPR", "s. 87.2"), cite("ELIG", "Federal Skilled Trades")),
    reservations=(
        *_reservations,
        reservation(
            "The work counts from the day on which the worker was qualified to do it independently",
            cite("IRPR", "s. 87.2(3)(b)"),
        ),
    ),
    score=crs,
    requires=all_of(
        _outside_quebec,
        clause(
            "The worker has two years of full-time work in one of the trades in the last five years, after qualifying in it",
            trades.overlaps(worker.occupations_for_two_years_in_five),
            cites=(cite("IRPR", "s. 87.2(1), (3)(b)"), cite("ELIG", "Federal Skilled Trades")),
            key="trade_work",
        ),
        clause(
            "The worker has a Canadian certificate of qualification, or an offer of a year's full-time work in a trade from up to two employers",
            any_of(worker.trade_certificate, all_of(arranged, trades.has(job.noc))),
            cites=cite("IRPR", "s. 87.2(3)(d)"),
            key="certificate_or_offer",
        ),
        clause(
            "The worker reaches the level in speaking and listening, and the lower one in reading and writing",
            all_of(
                first_level("speaking") >= fst_spoken,
                first_level("listening") >= fst_spoken,
                first_level("reading") >= fst_written,
                first_level("writing") >= fst_written,
            ),
            cites=(cite("IRPR", "s. 74, 87.2(3)(a)"), cite("LANG")),
            key="language",
        ),
        _funds("s. 87.2(5)"),
    ),
)

federal_high_skilled = law.route(
    "federal_high_skilled",
    "Federal High-Skilled Class, announced to replace the three classes",
    kind=RESIDENCE,
    grants=Grants.RESIDENCE,
    party=WORKER,
    summary="Announced in the regulatory plan of 2026 to 2028, consulted upon in spring 2026; no regulation was seen",
    cites=cite("ICA26", "Federal High-Skilled Class"),
    requires=clause(
        "The requirements of the new class; those consulted upon were secondary school, one year of skilled work in three "
        "years, and a lower language level",
        NotEncoded(
            "the regulation of the Federal High-Skilled Class, which was not published when this was written"
        ),
        cites=(cite("ICA26"), cite("AMIRI26")),
        key="requirements",
    ),
)
