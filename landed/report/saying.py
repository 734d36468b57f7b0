"""How the family's answers, points, and rounds are said, the same in every report."""

from __future__ import annotations

from collections.abc import Iterable

from landed.days import short_day
from landed.plan.model import FamilyAnswer, OptionPoints, Plan, RecentRounds
from landed.report import words

NO_ROUND = "None of the rounds of the last twelve months was for this profile as it stands."
_MEMBER = {None: ", if the worker is among those it is for", True: "", False: ", which is not for the worker"}


def way_numbers(answer: FamilyAnswer, plan: Plan) -> list[int]:
    """Return the numbers of the ways that an answer belongs to."""
    return [number for number, option in enumerate(plan.options, 1) if option.id in answer.ways]


def with_ways(answer: FamilyAnswer, plan: Plan) -> str:
    """Say to which ways an answer belongs: With way 1; With ways 1 and 3."""
    numbers = [str(number) for number in way_numbers(answer, plan)]
    if not numbers:
        return "In any case"
    *first, last = numbers
    return f"With ways {', '.join(first)} and {last}" if first else f"With way {last}"


def counted(answer: FamilyAnswer) -> str:
    """Say until when a country counts a child as one of the family."""
    country = words.country(answer.country)
    if answer.outcome in ("closed", "not_in_force"):
        return f"{country}, no longer a dependant"
    return f"{country}, a dependant until {short_day(answer.until)}" if answer.until else country


def is_nearest(answer: FamilyAnswer, answers: Iterable[FamilyAnswer]) -> bool:
    """Tell whether an answer is told in full: an open one, or one that nothing nearer to open stands before."""
    if answer.outcome in ("closed", "not_in_force"):
        return False
    beside = [each for each in answers if each.person == answer.person and set(each.ways) & set(answer.ways)]
    return answer.outcome == "open" or beside[:1] == [answer]


def rule_of_age(answer: FamilyAnswer, answers: Iterable[FamilyAnswer]) -> str:
    """Return the rule behind a child's age, at the first child that it is said of."""
    first = next(each for each in answers if each.because == answer.because)
    return answer.because if first == answer else "By the same rule."


def because(answer: FamilyAnswer) -> str:
    """Say what decides an answer."""
    if not answer.because or answer.outcome == "open":
        return answer.because
    if answer.outcome == "undetermined":
        return f"It opens if: {answer.because}"
    return f"Not met: {answer.because}" if answer.clauses else answer.because


def to_file(answer: FamilyAnswer) -> str:
    """Say what is filed, with whom, at what fee."""
    filed = [
        f"{each.what} ({each.filed_with})" if place == 0 else each.what
        for place, each in enumerate(answer.filings)
    ]
    cost = " and ".join(words.total_text(total) for total in answer.totals)
    return f"{'; '.join(filed)}. {f'Fees: {cost}' if cost else 'No fee is encoded here'}."


def with_nomination(points: OptionPoints) -> str:
    """Say by what the score with a nomination would come about."""
    by = " or ".join(points.nominated_by)
    return f"With a nomination made through Express Entry{f' ({by}, where it is of that kind)' if by else ''}"


def score_gaps(points: OptionPoints) -> list[str]:
    """Say what keeps a score from being exact or comparable."""
    gaps = []
    if not points.complete:
        gaps.append(
            f"This score is not complete, and is not compared. Not encoded here: {'; '.join(points.not_encoded)}"
        )
    if points.missing:
        gaps.append(f"To be known for an exact score: {', '.join(points.missing)}.")
    return gaps


def enough(rounds: RecentRounds) -> str:
    """Say which scores were the lowest invited."""
    return str(rounds.lowest) if rounds.lowest == rounds.highest else f"{rounds.lowest} to {rounds.highest}"


def held(rounds: RecentRounds) -> str:
    """Say how often and when such rounds were held."""
    count = "one round" if rounds.count == 1 else f"{rounds.count} rounds"
    last = "on" if rounds.count == 1 else "the last on"
    return f"was enough in the twelve months before ({count}, {last} {short_day(rounds.last)}){_MEMBER[rounds.member]}"
