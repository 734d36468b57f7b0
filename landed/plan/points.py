"""Points in the plan: the score of today, what was enough lately, and the score with a nomination that a chain produces.

A system is asked once for all options. Unless the case says that there is a nomination, the score of today is that
without one; with one, it is asked of the copy of the case in which the steps of a nominating chain have
happened. Being eligible is never called an invitation.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from landed.assess.points import NOMINATION, Points, points
from landed.errors import UnansweredError
from landed.facts import worker
from landed.law.library import load_programme
from landed.law.route import Kind
from landed.law.score import Score
from landed.plan.asking import NOTHING, Asking, Produced
from landed.plan.beside import OptionPoints, RecentRounds, Standing
from landed.plan.citing import citations
from landed.plan.ways import Chain

ENHANCED = worker.nomination_through_express_entry.name
_NO_INVITATION = "To be eligible, or to have enough points, is not to be invited"


class PlanPoints:
    """The scores of one plan, each worked out once."""

    def __init__(self, asking: Asking, chains: Sequence[Chain]) -> None:
        self._asking = asking
        self._found: dict[str, OptionPoints | None] = {}
        self._nominating = [chain for chain in chains if chain.produced.get(NOMINATION) is True]

    def of(self, chain: Chain) -> tuple[OptionPoints, ...]:
        """Return the points of every scored selection that a chain goes through."""
        found = (self._points(score) for score in _scores(chain))
        return tuple(each for each in found if each is not None)

    def _points(self, score: Score) -> OptionPoints | None:
        if score.id not in self._found:
            self._found[score.id] = self._work_out(score)
        return self._found[score.id]

    def _work_out(self, score: Score) -> OptionPoints | None:
        asking = self._asking
        said = asking.question().fact(worker.provincial_nomination)
        try:
            today = points(asking.question({NOMINATION: False} if said is None else NOTHING), score)
        except UnansweredError:
            return None
        if math.isinf(today.maximum) or not _bounded(today):
            return None
        nominated = None if said is True else self._nominated(today)
        compared = today.compared()
        return OptionPoints(
            system=score.system, title=score.title, maximum=_whole(today.maximum), today=_standing(today),
            nominated=nominated, nominated_by=self._by() if nominated else (),
            rounds_known_to=compared.known_to if compared else None, complete=today.complete,
            not_encoded=today.not_encoded, missing=tuple(each for each in today.missing if each != NOMINATION),
            statement=f"{_NO_INVITATION}. {compared.statement()}" if compared else _NO_INVITATION,
            confidence=today.confidence, stale_since=today.stale_since, cites=citations(score.programme, score.cites),
        )  # fmt: skip

    def _nominated(self, today: Points) -> Standing | None:
        """Return the score once a nominating chain's steps have happened; None where none does, or nothing changes."""
        if not self._nominating:
            return None
        chain = max(self._nominating, key=lambda each: each.produced.get(ENHANCED) is True)
        result: Produced = {**chain.produced, ENHANCED: True}
        then = points(self._asking.question(result), today.score)
        return None if then.total == today.total or not _bounded(then) else _standing(then)

    def _by(self) -> tuple[str, ...]:
        """Name the approvals that nominate: the last before each way."""
        return tuple(
            dict.fromkeys(chain.approvals[-1].route.title for chain in self._nominating if chain.approvals)
        )


def _scores(chain: Chain) -> Iterable[Score]:
    """Return the scores of a chain's routes; of an approval without its own, those of its programme's draws."""
    found: dict[str, Score] = {}
    for stage in chain.stages:
        route = stage.route
        draws = (
            load_programme(route.programme).routes
            if route.kind is Kind.APPROVAL and route.score is None
            else ()
        )
        for each in (route, *(draw for draw in draws if draw.kind is Kind.SELECTION)):
            if each.score is not None:
                found.setdefault(each.score.id, each.score)
    return found.values()


def _bounded(found: Points) -> bool:
    """Tell whether the grid was read at all: of one that was not, nothing bounds the points."""
    return not (math.isinf(found.total.lo) or math.isinf(found.total.hi))


def _standing(found: Points) -> Standing:
    compared = found.compared()
    rounds = [
        RecentRounds(
            each.title,
            each.member,
            len(each.cutoffs),
            min(each.cutoffs),
            each.quartiles()[1],
            max(each.cutoffs),
            each.last,
        )
        for each in (compared.lately if compared else ())
        if each.member is not False
    ]
    return Standing(_whole(found.total.lo), _whole(found.total.hi), tuple(rounds))


def _whole(amount: object) -> int:
    return int(amount)  # type: ignore[call-overload,no-any-return] # points are exact
