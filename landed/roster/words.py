"""What stands at the top of every form of the answers: on which law they stand, and what they take for granted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from landed.days import short_day
from landed.roster.run import Result
from landed.roster.what_if import Lost

ADVICE = "Information, not legal advice."
TWO_DAYS = (
    "A day that depends on an office is given twice, if every standard is met and at the slowest published. "
    "Standards hold for most files, never for all."
)
UNKNOWN = "What a row does not say is unknown, never false: a way may be undetermined for want of an answer."
MONTHS = (
    "The months ahead: on the first of each, how many permits and residences are open to someone who begins that day "
    "(in parentheses, where none is open: how many could be), the law as last known, the facts of this table taken to "
    "hold, ages and clocks moved on."
)
SHADES = 5


def standing(result: Result) -> list[tuple[str, str]]:
    """Return what the answers stand on, as names with texts."""
    found = [("Asked for", result.on.isoformat())]
    if result.reform:
        found.append(("A reform, not the law", result.reform))
    if result.known_on:
        found.append(("With what was known on", result.known_on.isoformat()))
    people = result.people
    counted = "1 person" if len(people.persons) == 1 else f"{len(people.persons):,} people"
    if len(people.rejected) == 1:
        counted += "; 1 row was not read, and stands in the file of rejected rows"
    elif people.rejected:
        counted += f"; {len(people.rejected):,} rows were not read, and stand in the file of rejected rows"
    if people.left_out:
        counted += (
            f"; {people.left_out:,} {'row was' if people.left_out == 1 else 'rows were'} left out by the map"
        )
    found.append(("Roster", counted))
    found += [("Note", notice) for notice in people.notices]
    found += [("Two days", TWO_DAYS), ("Unknown", UNKNOWN), ("Months", MONTHS)]
    found.append(("Answered by", f"landed {result.version}. {ADVICE}"))
    return found


def shade(count: int, most: int) -> int:
    """Return the shade of a month in the heat map: 0 for no way, up to `SHADES` for as many as anybody has."""
    return -(-count * SHADES // most) if most else 0


def headline(result: Result) -> str:
    """Say in a sentence how the workforce stands."""
    total = len(result.answers)
    opened = result.outcomes.get("open", 0)
    if not total:
        return "Nobody is on this roster."
    who = "1 person" if total == 1 else f"{total:,} people"
    return f"Of {who}, {opened:,} {'has' if opened == 1 else 'have'} a way that is open today."


def summary(result: Result) -> list[str]:
    """Say what a reader needs after the headline."""
    answers = result.answers
    texts = []
    undetermined = result.outcomes.get("undetermined", 0)
    if undetermined:
        texts.append(
            f"For {undetermined:,} something decides that the table does not say, or that somebody must promise first."
        )
    none = result.outcomes.get("no way", 0)
    if none:
        texts.append(f"For {none:,} no way that is written here is open or could open.")
    late = sum(
        1
        for a in answers
        if a.deadline and a.outcome != "no way" and a.latest_safe_start.if_every_standard_is_met is None
    )
    if late:
        texts.append(f"For {late:,} even the best way comes after the deadline, or its days are not known.")
    soon = sum(
        1
        for a in answers
        if (day := a.latest_safe_start.at_the_slowest_published) and (day - result.on).days <= _SOON
    )
    if soon:
        texts.append(f"{soon:,} should begin within {_SOON} days to be in time at the slowest published.")
    if result.lost is not None:
        texts.append(_lost(result.lost, result.on))
    changing = sum(1 for a in answers if a.warnings)
    if changing:
        texts.append(f"For {changing:,} something changes on the best way before it is filed.")
    return texts


def _lost(found: Sequence[Lost], on: dt.date) -> str:
    count = len(found)
    text = (
        f"Under the reform {count:,} {'person loses their' if count == 1 else 'people lose their'} best way"
    )
    if not found or found[-1].on == on:
        return f"{text}."
    first = sum(each.on == found[0].on for each in found)
    return f"{text}, {'all' if first == count else f'the first {first:,}'} on {short_day(found[0].on)}."


_SOON = 30
