"""Clauses: one legal requirement each, a sentence, an expression and its citations.

>>> from landed.expr.nodes import Truly
>>> clause("The occupation is on the list", Truly(True), cites=cite("E1")).key
'the_occupation_is_on_the_list'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from landed.expr.nodes import Bool, Not, Truly

Seen = Literal["official", "secondary", "unverified"]
Kind = Literal["requirement", "undertaking", "judgement"]
Party = Literal["worker", "employer", "counsel", "government"]


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a source: the source's key, and the section, page or heading in it."""

    source: str
    pinpoint: str = ""


@dataclass(frozen=True, slots=True)
class Clause(Bool):
    """One legal requirement: a sentence, an expression, its citations.

    A *requirement* is a fact of the case. An *undertaking* is what a party promises or does. A *judgement* is an
    officer's: `says` then holds objective indicators that can only make it false; it becomes true by a named
    and dated assertion in the case alone. Where `when` is false the clause does not apply, and asks nothing.
    """

    key: str
    text: str
    says: Bool
    cites: tuple[Cite, ...]
    kind: Kind = "requirement"
    party: Party = "worker"
    when: Bool | None = None
    looks_at: tuple[str, ...] = ()
    """For a judgement: what officers look at."""


def cite(source: str, pinpoint: str = "") -> Cite:
    """Point at a source by its key, and at a place in it."""
    return Cite(source, pinpoint)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def clause(
    text: str,
    says: Bool,
    *,
    cites: Cite | tuple[Cite, ...],
    key: str = "",
    kind: Kind = "requirement",
    party: Party = "worker",
    when: Bool | None = None,
) -> Clause:
    """Write one requirement; its key is made from the text where none is given."""
    places = cites if isinstance(cites, tuple) else (cites,)
    return Clause(key or _slug(text), text, says, places, kind, party, when)


def undertaking(
    text: str,
    says: Bool,
    *,
    cites: Cite | tuple[Cite, ...],
    key: str = "",
    party: Party = "employer",
    when: Bool | None = None,
) -> Clause:
    """Write what a party must promise or do."""
    return clause(text, says, cites=cites, key=key, kind="undertaking", party=party, when=when)


def judgement(
    text: str,
    *,
    cites: Cite | tuple[Cite, ...],
    key: str,
    unless: Bool | None = None,
    looks_at: tuple[str, ...] = (),
    party: Party = "government",
    when: Bool | None = None,
) -> Clause:
    """Write what an officer judges; where `unless` (an objective indicator) is true it is not met."""
    places = cites if isinstance(cites, tuple) else (cites,)
    says: Bool = Not(unless) if unless is not None else Truly(value=True)
    return Clause(key, text, says, places, "judgement", party, when, looks_at)
