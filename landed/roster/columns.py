"""The columns of a person's row, once for all forms in which it is written.

A day that is not known is empty, and the column beside it says why. Money is in the currency named; what one party pays
stands in two columns, at least and at most, of which the second is empty where a fee is not encoded here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from landed.facts import FACTS
from landed.roster.answers import Answer
from landed.roster.people import Person
from landed.roster.run import Result

Kind = Literal["text", "day", "money", "count"]
Value = str | int | float | dt.date | None
_PAYERS = ("employer", "worker", "counsel", "government")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in a program, its title for people, what stands in it."""

    name: str
    title: str
    kind: Kind
    value: Callable[[Person, Answer], Value]
    width: int = 14
    help: str = ""


def columns_of(result: Result) -> list[Column]:
    """Return the columns of the rows of a result."""
    return [*_WHO, *_WAY, *_costs(result), *_REST]


def _text(
    name: str, title: str, value: Callable[[Person, Answer], Value], width: int = 14, about: str = ""
) -> Column:
    return Column(name, title, "text", value, width, about)


def _day(name: str, title: str, value: Callable[[Person, Answer], Value], about: str = "") -> Column:
    return Column(name, title, "day", value, 13, about)


_WHO = (
    _text("id", "id", lambda person, _: person.id, 12),
    _text("name", "name", lambda person, _: person.name, 20),
)
_WAY = (
    _text("outcome", "outcome", lambda _, a: a.outcome, 14, "open: nothing is missing; undetermined: something decides; no way: none that is written here"),
    _text("best_way", "best way", lambda _, a: a.title, 34, "The first way of the person's own plan"),
    _text("via", "by way of", lambda _, a: "; ".join(a.via), 34, "The approvals and services that it goes through"),
    _text("country", "country", lambda _, a: a.country, 9),
    _text("confidence", "confidence", lambda _, a: a.confidence or "", 12, "How well the law behind it is known: by its weakest clause"),
    _day("stale_since", "law not seen since", lambda _, a: a.stale_since),
    _day("latest_safe_start", "latest safe start, standards met", lambda _, a: a.latest_safe_start.if_every_standard_is_met, "The last day on which to begin, if every standard is met"),
    _day("latest_safe_start_slowest", "latest safe start, slowest", lambda _, a: a.latest_safe_start.at_the_slowest_published, "... at the slowest published"),
    _text("too_late", "why a day is missing", lambda _, a: a.too_late, 30),
    _day("first_work", "first lawful work, standards met", lambda _, a: a.first_work.if_every_standard_is_met, "Begun on the day asked"),
    _day("first_work_slowest", "first lawful work, slowest", lambda _, a: a.first_work.at_the_slowest_published),
    _day("deadline", "deadline", lambda _, a: a.deadline, "The first day on which the right to work or stay ends"),
    _text("deadline_is", "what runs out", lambda _, a: f"{'up to: ' if a.deadline_up_to else ''}{a.deadline_title}", 30),
)  # fmt: skip
_REST = (
    Column("open_ways", "ways open", "count", lambda _, a: a.open_ways, 8),
    Column("possible_ways", "ways open or possible", "count", lambda _, a: a.possible_ways, 10),
    _text("decides", "the question that decides", lambda _, a: a.decides, 44, "Of the best way: what must be known or done first"),
    _text("decides_fact", "its field", lambda _, a: a.decides_fact if a.decides_fact in FACTS else "", 26),
    _text("decides_by", "who settles it", lambda _, a: a.decides_by, 12),
    Column("missing", "fields missing", "count", lambda _, a: len(a.missing), 9),
    _text("changes", "what changes on the way", lambda _, a: "; ".join(a.warnings), 30, "Of the best way: what is other on the day on which it would be filed"),
    _text("way_id", "id of the way", lambda _, a: a.way, 34),
    _text("via_ids", "ids by way of", lambda _, a: "; ".join(a.via_ids), 34),
    Column("row", "row of the file", "count", lambda person, _: person.row, 9),
)  # fmt: skip


def _costs(result: Result) -> list[Column]:
    """Return two columns for each payer and currency that occurs."""
    found = {(total.payer, total.currency) for answer in result.answers for total in answer.totals}
    columns = []
    for payer, currency in sorted(found, key=lambda pair: (_PAYERS.index(pair[0]), pair[1])):
        for end, word in (("lowest", "at least"), ("highest", "at most")):
            columns.append(
                Column(f"{payer}_pays_{currency.lower()}_{word.replace(' ', '_')}", f"{payer} pays {currency}, {word}",
                       "money", _paid(payer, currency, end), 13)
            )  # fmt: skip
    return columns


def _paid(payer: str, currency: str, end: str) -> Callable[[Person, Answer], Value]:
    def value(_: Person, answer: Answer) -> Value:
        for total in answer.totals:
            if (total.payer, total.currency) == (payer, currency):
                cents: int | None = getattr(total, end)
                return None if cents is None else cents / 100
        return None

    return value


def rows_of(result: Result, columns: Sequence[Column]) -> list[list[Value]]:
    """Return everybody's values, in the order of the file."""
    pairs = zip(result.people.persons, result.answers, strict=True)
    return [[column.value(person, answer) for column in columns] for person, answer in pairs]
