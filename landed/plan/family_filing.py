"""What a member of the family files for a route, where, and at what fee: from that route's own procedure.

A step that depends on the person (biometrics, an exam) is asked of the worker's facts in the law; of a member of the
family these are not known, so its fee counts from nothing to the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from landed.law.route import Route
from landed.plan.asking import Asking, Produced
from landed.plan.beside import Filing
from landed.plan.dated_step import Fee
from landed.plan.procedures import Step, procedure_of
from landed.plan.timing import fees

_PERHAPS = "only where it is needed for this person"


def filings(asking: Asking, route: Route, after: Produced) -> tuple[Filing, ...]:
    """Return what is filed or paid: steps that are signed or cost something; where none is, those that take papers."""
    procedure = procedure_of(route.id)
    own = [step for step in (procedure.steps if procedure else ()) if _is_filed(step)]
    main = [step for step in own if step.signs or step.charges] or [step for step in own if step.documents]
    question = asking.question(after)
    return tuple(
        Filing(step.title, step.filed_with, _perhaps(step, fees(question, replace(step, when=None))))
        for step in main
    )


def _is_filed(step: Step) -> bool:
    return step.actor != "government" and bool(step.filed_with) and not step.no_regret


def _perhaps(step: Step, charged: Sequence[Fee]) -> tuple[Fee, ...]:
    if step.when is None:
        return tuple(charged)
    return tuple(
        replace(
            fee, lowest=None if fee.lowest is None else 0, note="; ".join(filter(None, (fee.note, _PERHAPS)))
        )
        for fee in charged
    )
