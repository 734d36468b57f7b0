"""Rounds of invitations: who is invited from the pool. For everyone, for nominees, for one class, or for one category.

IRPA s. 10.3(1)(h.1)-(h.2), (i), 10.5: the Minister names the categories; who is in one has worked in one occupation of its
list, and fits one of the three classes. A route here is open where the person would be among those that such a round
invites from; the score then decides, and is put beside the rounds held so far.
"""

from landed.expr import (
    CLB,
    YEARS,
    Bool,
    Clause,
    CodeList,
    Meets,
    NotEncoded,
    all_of,
    any_of,
    cite,
    clause,
    not_,
    total,
)
from landed.facts import job, worker
from landed.law.canada.express_entry.classes import cec_work
from landed.law.canada.express_entry.crs import crs
from landed.law.canada.express_entry.persons import french_level, lowest
from landed.law.route import SELECTION, WORKER, Route, programme, reservation

law = programme(__package__)

_CLASSES = ("federal_skilled_worker", "canadian_experience_class", "federal_skilled_trades")
_IRPA = cite("IRPA", "s. 10.3(1)")
_CATEGORIES = cite("IRPA", "s. 10.3(1)(h.1)-(h.2), 10.5")

on_end = law.flag("category.experience_on_end")
french_needed = law.number("category_french.level", CLB)
military_service = law.number("category_military_recruits.service", YEARS)
military_offer = law.number("category_military_recruits.offer", YEARS)

_fits_a_class = clause(
    "The worker fits one of the three federal classes",
    any_of(*(Meets(f"{law.id}.{key}") for key in _CLASSES)),
    cites=(cite("IRPA", "s. 10.1(1)"), cite("IRPR", "s. 75, 87.1, 87.2")),
    key="fits_a_class",
)
_by_points = reservation(
    "Whether and when such a round is held, and at which score, is the Minister's decision; rounds held so far stand "
    "beside the points",
    cite("IRPA", "s. 10.3(1)(i)-(j)"),
)
_tie = reservation(
    "Of equal scores at the cut-off the earlier profile goes first, by day and time, since 6 June 2017; to edit a profile "
    "keeps its place, to submit a new one loses it",
    cite("HC1318"),
)
_nominees_apart = reservation(
    "Who is in the pool with a nomination is invited as a nominee only",
    cite("IRPA", "s. 10.1(1.1)"),
    unless=worker.enhanced_nomination,
)


def _round(key: str, title: str, requires: Bool, *, nominees: bool = True) -> Route:
    return law.route(
        key, title, kind=SELECTION, party=WORKER, requires=requires, cites=(_IRPA, cite("ROUNDS")), score=crs,
        reservations=(_by_points, _tie) if nominees else (_by_points, _tie, _nominees_apart),
        summary="Whether the worker would be among those that such a round invites from",
    )  # fmt: skip


def _class_round(key: str, title: str, class_key: str) -> Route:
    fits = clause(
        f"The worker fits the class: {title}", Meets(f"{law.id}.{class_key}"), cites=(_IRPA, cite("ROUNDS")), key="fits_the_class"
    )  # fmt: skip
    return _round(key, f"Round for one class: {title}", fits, nominees=False)


round_general = _round("round_general", "General round, for everyone in the pool", _fits_a_class)
round_provincial_nominee = _round(
    "round_provincial_nominee",
    "Round for provincial nominees",
    all_of(
        _fits_a_class,
        clause(
            "A province or territory has nominated the worker, through Express Entry",
            worker.enhanced_nomination,
            cites=(cite("IRPA", "s. 10.1(1.1)"), cite("IRPR", "s. 87")),
            key="nominated",
        ),
    ),
)
round_canadian_experience_class = _class_round(
    "round_canadian_experience_class", "Canadian Experience Class", "canadian_experience_class"
)
round_federal_skilled_worker = _class_round(
    "round_federal_skilled_worker", "Federal Skilled Worker", "federal_skilled_worker"
)
round_federal_skilled_trades = _class_round(
    "round_federal_skilled_trades", "Federal Skilled Trades", "federal_skilled_trades"
)


def _category(key: str, title: str, *clauses: Clause) -> Route:
    return law.route(
        f"category_{key}", f"Category: {title}", kind=SELECTION, party=WORKER, requires=all_of(_fits_a_class, *clauses),
        cites=(_CATEGORIES, cite("CAT")), score=crs, reservations=(_by_points, _tie),
        summary="Whether the worker would be among those that rounds for this category invite from",
    )  # fmt: skip


def _occupations(key: str) -> CodeList:
    return law.codes(f"category_{key}.occupations")


def _anywhere(key: str) -> Clause:
    listed = _occupations(key)
    return clause(
        "The worker has worked long enough in one occupation of the category's list, in the last three years",
        any_of(
            all_of(on_end, listed.overlaps(worker.occupations_for_six_months_on_end)),
            all_of(not_(on_end), listed.overlaps(worker.occupations_for_a_year)),
        ),
        cites=cite("CAT", "Work experience, and the list of the category"),
        key="listed_work",
    )


def _in_canada(key: str) -> Clause:
    return clause(
        "The worker has worked for a year in Canada in one occupation of the category's list, in the last three years",
        _occupations(key).overlaps(worker.occupations_in_canada_for_a_year),
        cites=cite("CAT", "Work experience in Canada, and the list of the category"),
        key="listed_work",
    )


category_french = _category(
    "french",
    "French-language proficiency",
    clause(
        "The worker reaches the level in all four abilities of French",
        lowest(french_level) >= french_needed,
        cites=(cite("CAT", "French-language proficiency"), cite("LANG")),
        key="french",
    ),
)
category_stem = _category(
    "stem", "science, technology, engineering and mathematics (STEM)", _anywhere("stem")
)
category_healthcare = _category("healthcare", "healthcare and social services", _anywhere("healthcare"))
category_trades = _category("trades", "trades", _anywhere("trades"))
category_transport = _category("transport", "transport", _anywhere("transport"))
category_agriculture = _category("agriculture", "agriculture and agri-food", _anywhere("agriculture"))
category_education = _category("education", "education", _anywhere("education"))
category_physicians = _category(
    "physicians",
    "physicians with work experience in Canada",
    clause(
        "The worker has worked for a year in Canada in one occupation of the category's list, in the last three years",
        any_of(
            _occupations("physicians").overlaps(worker.occupations_in_canada_for_a_year),
            all_of(
                total(worker.canadian_work_months_in_three_years, worker.self_employed_medical_months)
                >= cec_work,
                worker.self_employed_medical_months >= 1,
                NotEncoded(
                    "Whether a physician's publicly funded work on one's own account counts for the category"
                ),
            ),
        ),
        cites=cite("CAT", "Work experience in Canada, and the list of the category"),
        key="listed_work",
    ),
)
category_senior_managers = _category(
    "senior_managers", "senior managers with work experience in Canada", _in_canada("senior_managers")
)
category_researchers = _category(
    "researchers", "researchers with work experience in Canada", _in_canada("researchers")
)
category_military_recruits = _category(
    "military_recruits",
    "skilled military recruits",
    clause(
        "The worker has served long enough in a foreign military that Canada recognizes",
        worker.foreign_military_years >= military_service,
        cites=cite("CAT", "Skilled military recruits"),
        key="service",
    ),
    clause(
        "The Canadian Armed Forces offer the worker a post in one of the listed occupations, for long enough",
        all_of(
            worker.canadian_forces_offer_years >= military_offer,
            _occupations("military_recruits").has(job.noc),
        ),
        cites=cite("CAT", "Skilled military recruits"),
        key="offer",
    ),
    clause(
        "The worker has a credential of two years or more after secondary school",
        worker.post_secondary_diploma_two_years,
        cites=cite("CAT", "Skilled military recruits"),
        key="credential",
    ),
)
