"""The family in the plan: named even where its routes are not written here, so that nobody is forgotten in silence."""

from __future__ import annotations

from collections.abc import Sequence

from landed.expr.values import Span
from landed.facts import spouse, worker
from landed.law.coverage import Covered, coverage
from landed.plan.asking import Asking
from landed.plan.model import FamilyNote, NotEncodedHere

_CHILD_WORDS = ("child", "study", "student", "dependent")
_SPOUSE_WORDS = ("spouse", "partner", "dependent", "h4", "h_4", "family")


def not_encoded(entry: Covered) -> NotEncodedHere:
    """Write out one programme of the coverage list."""
    return NotEncodedHere(entry.id, entry.title, entry.country, entry.state.replace("_", " "), entry.note)


def family_notes(asking: Asking, countries: tuple[str, ...]) -> tuple[FamilyNote, ...]:
    """Say, for the spouse or partner and for the children, what the plan does and does not say of them."""
    routes = [
        entry
        for entry in coverage()
        if entry.family and entry.on(asking.on) and (not countries or entry.country in countries)
    ]
    notes = []
    partner = _has_partner(asking)
    if partner is not False:
        notes.append(FamilyNote("spouse or partner", _partner_text(partner), _for(routes, _SPOUSE_WORDS)))
    children = asking.question().fact(worker.children_count)
    most = children.hi if isinstance(children, Span) else 0
    least = children.lo if isinstance(children, Span) else 0
    if most > 0:
        notes.append(FamilyNote("children", _children_text(int(least)), _for(routes, _CHILD_WORDS)))
    return tuple(notes)


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
    own = "A work permit of the worker gives a spouse or partner no right to work by itself; that takes a route of their own."
    if partner is None:
        return f"Nobody said whether there is a spouse or partner. {own}"
    return own


def _children_text(least: int) -> str:
    own = "Each child needs a document to enter, and an answer on school; a child who comes of age falls out of the family."
    return own if least else f"Nobody said whether there are children. {own}"


def _for(routes: Sequence[Covered], words: tuple[str, ...]) -> tuple[NotEncodedHere, ...]:
    """Return the routes whose name speaks of this person; all of the family's where none does."""
    found = [entry for entry in routes if any(word in f"{entry.id} {entry.title}".lower() for word in words)]
    return tuple(not_encoded(entry) for entry in found or routes)
