"""The family in the plan: what each way gives the spouse or partner and each child, once its steps have happened.

The routes of kind FAMILY are asked of a copy of the case in which the steps of an option have been done, on the day on
which its permit would be held; so the spouse's answer follows from the worker's planned permit, not from a guess. Each
country's law is asked for its own ways alone: the ages and statuses of two countries are never mixed. What is not
written here is named, so that nobody is forgotten in silence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from landed.assess import Assessment, Outcome
from landed.expr import Clause
from landed.expr.values import Span
from landed.facts import FACTS, spouse, worker
from landed.law.coverage import Covered, coverage
from landed.law.declared import walk
from landed.law.route import Grants, Kind, Route
from landed.plan.asking import Asking, Produced
from landed.plan.beside import FamilyAnswer
from landed.plan.citing import INTAKE, citations
from landed.plan.deadlines import bounds
from landed.plan.family_filing import filings
from landed.plan.model import FamilyNote, NotEncodedHere, Option
from landed.plan.timing import totals
from landed.plan.ways import Chain
from landed.plan.wording import COUNTRIES

Shown = Sequence[tuple[Option, Chain]]
"""The options that are asked for the family, with their chains."""

_CHILD_WORDS = ("child", "dependent", "h4", "h_4", "family")
_SPOUSE_WORDS = ("spouse", "partner", "dependent", "h4", "h_4", "family")
_CHILDREN = {
    worker.children_count.name, worker.oldest_child_birth_date.name, worker.youngest_child_birth_date.name,
    worker.oldest_child_under_22_birth_date.name, worker.oldest_child_under_21_birth_date.name,
}  # fmt: skip
_MARRIED = {worker.family.name, spouse.accompanying.name}
_SPOUSE, _CHILD = "spouse or partner", "child"
_FIELDS: dict[str, str] = {}
for _fact in FACTS.values():
    if _fact.about.field:
        _FIELDS.setdefault(_fact.about.field, _fact.about.question)
_RANK = {"open": 0, "undetermined": 1, "closed": 2, "not_in_force": 3}


def not_encoded(entry: Covered) -> NotEncodedHere:
    """Write out one programme of the coverage list."""
    return NotEncodedHere(entry.id, entry.title, entry.country, entry.state.replace("_", " "), entry.note)


def family_notes(asking: Asking, countries: tuple[str, ...], shown: Shown = ()) -> tuple[FamilyNote, ...]:
    """Say, for the spouse or partner and for each child, what the plan does and does not say of them."""
    entries = [
        entry
        for entry in coverage()
        if entry.family and entry.on(asking.on) and (not countries or entry.country in countries)
    ]
    notes = []
    partner = _has_partner(asking)
    if partner is not False:
        supposed: Produced = {spouse.accompanying.name: True}
        if partner is None:
            supposed = {**supposed, worker.family.name: "married"}
        answers = tuple(_answers(asking, shown, _SPOUSE, supposed))
        text = _joined(_partner_text(partner), _of_ways(asking, shown))
        notes.append(FamilyNote(_SPOUSE, text, _for(entries, _SPOUSE_WORDS, answers), answers))
    notes += _children(asking, countries, shown, entries)
    return tuple(notes)


def _children(
    asking: Asking, countries: tuple[str, ...], shown: Shown, entries: Sequence[Covered]
) -> Iterator[FamilyNote]:
    count = asking.question().fact(worker.children_count)
    named, _ = asking.snapshot.rows("children")
    if not isinstance(count, Span) or (count.hi <= 0 and not named):
        return
    answers: list[FamilyAnswer] = []
    for child in named:
        if child.birth_date is None:
            continue
        one: Produced = {"children": [{"birth_date": child.birth_date.isoformat()}]}
        who = f"child born on {child.birth_date}"
        own = (*_clocks(asking, countries, one), *_answers(asking, shown, _CHILD, one))
        answers += (replace(each, person=who) for each in own)
    if not answers and count.lo > 0:
        answers = _answers(asking, shown, _CHILD, {})
    counted = {each.country for each in answers if not each.ways}
    uncounted = {entry.country for entry in entries} - counted if named else set()
    text = _joined(
        "" if count.lo > 0 or named else "Nobody said whether there are children",
        _CHILD_TEXT,
        _AGES if named else "",
        f"Up to which age a child counts in {_named(uncounted)} is not encoded here" if uncounted else "",
        _of_ways(asking, shown),
    )
    yield FamilyNote("children", text, _for(entries, _CHILD_WORDS, answers), tuple(answers))


def _has_partner(asking: Asking) -> bool | None:
    question = asking.question()
    if question.snapshot.is_absent("spouse"):
        return False
    accompanying = question.fact(spouse.accompanying)
    if accompanying is True:
        return True
    family = asking.text(worker.family.name)
    return family in ("married", "common_law") if family else None


def _partner_text(partner: bool | None) -> str:  # noqa: FBT001 - known, known not, or not known
    own = "A work permit of the worker gives a spouse or partner no right to work by itself; that takes a route of their own"
    return (
        own
        if partner is not None
        else f"Nobody said whether there is a spouse or partner; this is what one would get. {own}"
    )


_CHILD_TEXT = "Each child needs a document to enter, and an answer on school; a child who comes of age falls out of the family"
_AGES = "Each country counts that age by a rule of its own, and neither says anything of the other"


_TOGETHER = "A way to permanent residence takes the family along in the worker's application; their fees stand with it"


def _of_ways(asking: Asking, shown: Shown) -> str:
    """Say of the ways shown what no answer says: that residence takes the family along, and where nothing is encoded."""
    residence = any(chain.way.route.grants is Grants.RESIDENCE for _, chain in shown)
    working = {option.country for option, chain in shown if chain.way.route.grants is not Grants.RESIDENCE}
    written = {route.country for route in asking.law.routes(tuple(working)) if route.kind is Kind.FAMILY}
    missing = _named(working - written)
    return _joined(
        _TOGETHER if residence else "",
        f"What the family gets by the ways to work in {missing} is not encoded here" if missing else "",
    )


def _named(codes: set[str]) -> str:
    return " and ".join(COUNTRIES.get(code, code) for code in sorted(codes))


def _joined(*sentences: str) -> str:
    return ". ".join(filter(None, sentences))


# --------------------------------------------------------------------------------------- what each way gives


def _answers(asking: Asking, shown: Shown, who: str, supposed: Produced) -> list[FamilyAnswer]:
    """Ask the family's routes for each way; what is the same for several ways is said once."""
    found: dict[object, FamilyAnswer] = {}
    for option, chain in shown:
        if chain.way.route.grants is Grants.RESIDENCE:
            continue
        for each in _worth_saying(list(_of_way(asking, option, chain, who, supposed))):
            same = (each.route, each.outcome, each.because, each.totals)
            known = found.get(same)
            found[same] = replace(known, ways=(*known.ways, *each.ways)) if known else each
    return sorted(found.values(), key=lambda each: (_RANK[each.outcome], len(each.clauses)))


def _of_way(
    asking: Asking, option: Option, chain: Chain, who: str, supposed: Produced
) -> Iterator[tuple[Route, FamilyAnswer]]:
    held = option.first_work.if_every_standard_is_met or asking.on
    after: Produced = {**chain.way.after, **supposed}
    for route in asking.law.routes((option.country,)):
        if route.kind is Kind.FAMILY and who in _concerned(route):
            yield route, _answer(asking, route, after, held, (option.id,), who)


def _worth_saying(found: list[tuple[Route, FamilyAnswer]]) -> Iterator[FamilyAnswer]:
    """Leave out what nobody needs: other routes to what one gives already, and law that has ended."""
    given = {route.grants for route, answer in found if answer.outcome == "open"}
    for route, answer in found:
        if answer.outcome == "open" or (answer.outcome != "not_in_force" and route.grants not in given):
            yield answer


def _concerned(route: Route) -> set[str]:
    """Tell whom a route of the family is for: by the facts that it reads."""
    names = {getattr(node, "name", "") for node in walk(route.requires)}
    people = {_CHILD} if names & _CHILDREN else set()
    return people | ({_SPOUSE} if names & _MARRIED or not people else set())


def _answer(
    asking: Asking, route: Route, after: Produced, held: dt.date, ways: tuple[str, ...], who: str
) -> FamilyAnswer:
    assessment = asking.assess(route, after, held)
    possible = assessment.outcome in (Outcome.OPEN, Outcome.UNDETERMINED)
    filed = filings(asking, route, after) if possible and ways else ()
    facts = dict.fromkeys(name for opener in assessment.would_open for name in opener.facts)
    return FamilyAnswer(
        person=who,
        ways=ways, route=route.id, title=route.title, country=route.country, outcome=assessment.outcome.value,
        because="; ".join(text for _, text in _deciding(assessment)),
        clauses=tuple(f"{route.id}/{key}" for key, _ in _deciding(assessment) if key),
        questions=tuple(_questions(facts)), on=held, until=None,
        filed_by=("the worker, for the child" if who == _CHILD else f"the {_SPOUSE}") if filed else "", filings=filed,
        totals=totals([fee for each in filed for fee in each.fees]), cites=citations(route.programme, route.cites),
        confidence=assessment.confidence, stale_since=assessment.stale_since,
    )  # fmt: skip


def _deciding(assessment: Assessment) -> list[tuple[str, str]]:
    """Return the clauses that fail, or are open, with their sentences; or what else closes the route."""
    if assessment.would_open:
        return [(opener.clause, opener.text) for opener in assessment.would_open]
    failing = [part.node for part in assessment.failing()]
    found = [(clause.key, clause.text) for clause in failing if isinstance(clause, Clause)]
    if found or assessment.because is None:
        return found
    return [("", INTAKE.get(assessment.because, assessment.outcome.value))]


def _questions(names: Iterable[str]) -> Iterator[str]:
    """Return the questions behind some fields of the case, each once."""
    for name in names:
        if name in FACTS:
            yield FACTS[name].about.question
        elif name in _FIELDS:
            yield _FIELDS[name]


# ------------------------------------------------------------------------------------------ a child's age


def _clocks(asking: Asking, countries: tuple[str, ...], one: Produced) -> Iterator[FamilyAnswer]:
    """Say of one child until when each country counts it as one of the family, where that is written here."""
    families = {entry.id for entry in coverage() if entry.family}
    for route in asking.law.routes(countries):
        if (
            not one
            or route.kind is not Kind.CLOCK
            or route.programme not in families
            or route.runs_out is None
        ):
            continue
        if _CHILD not in _concerned(route):
            continue
        answer = _answer(asking, route, one, asking.on, (), _CHILD)
        earliest, latest = bounds(asking.question(one).ask(route.runs_out, route.id).span)
        until = latest if earliest == latest else None
        yield replace(answer, until=until, because=answer.because or route.summary)


def _for(
    entries: Sequence[Covered], words: tuple[str, ...], answers: Sequence[FamilyAnswer]
) -> tuple[NotEncodedHere, ...]:
    """Return the programmes whose name speaks of this person, all of the family's where none does; not what is answered."""
    answered = {each.route.rpartition(".")[0] for each in answers}
    found = [entry for entry in entries if any(word in f"{entry.id} {entry.title}".lower() for word in words)]
    return tuple(
        not_encoded(entry)
        for entry in found or entries
        if entry.id not in answered or entry.state != "encoded"
    )
