"""What a chain costs in all, where it is not known which of its steps are taken.

Of two ways to apply, at the border or online, one is taken and one is paid for: to add both up is wrong, and so is to
say nothing. So the yes-or-no facts that leave steps open are supposed both ways, and the sum is given from the lowest to the
highest of what comes of it. What a step gives, and nobody has said to be there already, is still to be done and paid for. A
step that stays open even then counts from nothing to the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from landed.expr import BoolFact
from landed.law.declared import walk
from landed.plan.asking import Asking, Produced
from landed.plan.dated_step import Fee, StepOnCalendar, Total
from landed.plan.itinerary import Itinerary
from landed.plan.timing import totals

_MOST_FACTS = 3
"""So many are supposed both ways, the first ones asked; the others stay open."""


def total_cost(asking: Asking, found: Itinerary, steps: Sequence[StepOnCalendar]) -> tuple[Total, ...]:
    """Add the fees of a chain up by payer and currency, whichever of its steps are taken."""
    fees = {step.id: step.fees for step in steps}
    branches = [
        totals(list(_charged(asking, found, fees, supposed))) for supposed in _branches(asking, found)
    ]
    every = sorted({(total.payer, total.currency) for branch in branches for total in branch})
    return tuple(_whichever(payer, currency, branches) for payer, currency in every)


def _branches(asking: Asking, found: Itinerary) -> Iterator[Produced]:
    """Yield every answer to the yes-or-no facts that leave steps with a fee open."""
    question = asking.question(found.produced)
    to_do: dict[str, bool] = {}
    asked: dict[str, None] = {}
    for each in found.taken:
        if not each.only_if or not each.step.charges:
            continue
        given = dict(each.step.produces)
        for node in walk(each.step.when):
            if isinstance(node, BoolFact) and question.fact(node) is None:
                if given.get(node.name) is True:
                    to_do[node.name] = False
                else:
                    asked[node.name] = None
    names = [name for name in asked if name not in to_do][:_MOST_FACTS]
    for answers in product((True, False), repeat=len(names)):
        yield {**to_do, **dict(zip(names, answers, strict=True))}


def _charged(
    asking: Asking, found: Itinerary, fees: dict[str, tuple[Fee, ...]], supposed: Produced
) -> Iterator[Fee]:
    question = asking.question({**found.produced, **supposed})
    for each in found.taken:
        when = each.step.when
        if not each.only_if or when is None:
            yield from fees[each.id]
            continue
        truth = question.ask(when, each.route.id).truth if fees[each.id] else False
        if truth is not False:
            for fee in fees[each.id]:
                yield fee if truth or fee.lowest is None else replace(fee, lowest=0)


def _whichever(payer: str, currency: str, branches: Sequence[Sequence[Total]]) -> Total:
    """Return what one payer pays in one currency, from the lowest to the highest of all branches."""
    own = [
        next((total for total in branch if (total.payer, total.currency) == (payer, currency)), None)
        for branch in branches
    ]
    there = [total for total in own if total is not None]
    highest = [total.highest for total in there]
    return replace(
        there[0],
        lowest=min(0 if total is None else total.lowest for total in own),
        highest=None if None in highest else max(each for each in highest if each is not None),
        not_known=tuple(dict.fromkeys(title for total in there for title in total.not_known)),
    )
