"""How a fact is declared: one call, which gives a typed leaf with its question.

The leaf is what a rule reads. What only the case file needs (how a code is written, what the text `none` means,
how a statement ages) travels in its `about`, so that everything about a fact stands in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from landed.expr.leaves import About, BoolFact, ChoiceFact, Fact, NumberFact, SeveralFact
from landed.expr.units import CLB, DAY, Unit

Form = Literal["text", "country", "noc", "soc"]
"""How an open code is written: free text, ISO 3166-1 alpha-2, NOC, SOC."""

Moves = Literal["holds", "age", "grows", "years"]
"""What a value stated on one day says of another: the same (and a note says so), a birthday more or fewer,
at least as much later and at most as much earlier, or as much give or take the years between."""


@dataclass(frozen=True, slots=True)
class Asked(About):
    """A question, and how its answer is written in a case file."""

    form: Form = "text"
    none: float | None = None
    """For a day: what `none` means, plus infinity (it never comes) or minus infinity (it never was)."""
    moves: Moves = "holds"


def asked(fact: Fact) -> Asked:
    """Return how the answer is written; a leaf made elsewhere has the plain way."""
    about = fact.about
    return about if isinstance(about, Asked) else Asked(about.question, about.why, about.where, about.field)


def flag(name: str, question: str, why: str = "", where: str = "", *, field: str = "") -> BoolFact:
    """Declare a fact that holds or does not."""
    return BoolFact(name, Asked(question, why, where, field))


def number(  # noqa: PLR0913 - each is a part of the question, named at the call
    name: str,
    unit: Unit,
    question: str,
    why: str = "",
    where: str = "",
    *,
    lowest: int = 0,
    highest: int | None = None,
    field: str = "",
    moves: Moves = "holds",
) -> NumberFact:
    """Declare an amount; `lowest` and `highest` are its domain, in smallest steps of the unit."""
    return NumberFact(name, Asked(question, why, where, field, moves=moves), unit, lowest, highest)


def day(
    name: str, question: str, why: str = "", where: str = "", *, none: float | None = None, field: str = ""
) -> NumberFact:
    """Declare a civil day."""
    return NumberFact(name, Asked(question, why, where, field, none=none), DAY)


def choice(
    name: str,
    options: tuple[str, ...],
    question: str,
    why: str = "",
    where: str = "",
    *,
    field: str = "",
    moves: Moves = "holds",
) -> ChoiceFact:
    """Declare one code out of a few."""
    return ChoiceFact(name, Asked(question, why, where, field, moves=moves), options)


def code(
    name: str, form: Form, question: str, why: str = "", where: str = "", *, field: str = ""
) -> ChoiceFact:
    """Declare one code of an open list, written as `form` says."""
    return ChoiceFact(name, Asked(question, why, where, field, form))


def several(
    name: str, form: Form, question: str, why: str = "", where: str = "", *, field: str = ""
) -> SeveralFact:
    """Declare a set of codes, written as `form` says."""
    return SeveralFact(name, Asked(question, why, where, field, form))


@dataclass(frozen=True)
class Language:
    """What a person can do in one of Canada's official languages, as tests show it."""

    clb: NumberFact
    listening: NumberFact
    reading: NumberFact
    writing: NumberFact
    speaking: NumberFact
    test: ChoiceFact
    test_date: NumberFact


ABILITIES = ("listening", "reading", "writing", "speaking")
TESTS = ("ielts_general", "celpip_general", "pte_core", "tef_canada", "tcf_canada", "none")


def language(name: str, title: str, whose: str, scale: str) -> Language:
    """Declare the facts of one language: CLB is for English, NCLC the same scale for French."""
    source = f"{name.split('.', maxsplit=1)[0]}.languages"
    why = "Points and minimum requirements are set by ability, on the test results of an accepted test."
    where = "On the result sheet of the test; or list the test under `languages` and it is converted."

    def level(part: str, question: str) -> NumberFact:
        return number(f"{name}.{part}", CLB, question, why, where, highest=12, field=source)

    return Language(
        clb=level("clb", f"What is {whose} lowest {scale} level in {title} over the four abilities?"),
        listening=level("listening", f"What is {whose} {scale} level in {title} listening?"),
        reading=level("reading", f"What is {whose} {scale} level in {title} reading?"),
        writing=level("writing", f"What is {whose} {scale} level in {title} writing?"),
        speaking=level("speaking", f"What is {whose} {scale} level in {title} speaking?"),
        test=choice(
            f"{name}.test", TESTS, f"Which {title} test do the results come from?", why, where, field=source
        ),
        test_date=day(
            f"{name}.test_date",
            f"On which day was {whose} {title} test taken?",
            "Results are accepted for a limited time only.",
            "On the result sheet of the test.",
            field=source,
        ),
    )
