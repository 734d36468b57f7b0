r"""From answers to a plan: who must do what, by when, at whose cost, and what runs out on which day.

A plan is computed, not narrated. It joins four things: what the law answers (`landed.assess`), the steps of each
procedure (`procedure.yaml` beside each rule), the business days of the jurisdiction that a step runs on, and the
deadlines that the law sets to the worker. Out of them fall, for each way that is open or could open: its steps on
their days, the first day of lawful work, what it costs and whom, and the latest day on which to begin.

Four invariants hold.

- **Only a permit or a residence is a way.** An approval (a labour market impact assessment, a petition) is a part of
  one: a way is offered once for each chain of approvals that leads to it and is not closed, and each is asked again
  with what the chain's own steps will have produced.
- **Every day is two days**: if every standard is met, and at the slowest published. There are no percentages here,
  and where nobody publishes a time the day is missing, with the reason, and never guessed. A planning figure is
  called one.
- **The plan never depends on what is only announced**: such routes are to be watched, and nothing else.
- **Silence is never a "no"**: what exists and is not written here is listed, and the family is named in every plan.

It adds no law: dates and figures stand in the programmes' files. It prints nothing: a `Plan` is plain frozen data,
laid out by `landed.report`. And it reaches for no clock of its own: the day is the one asked.

>>> import datetime as dt
>>> from landed.facts import read_case_text
>>> case = read_case_text(
...     b"on: 2026-01-20\nworker: {us_status: {class: H-1B, last_day_worked: 2026-01-15, "
...     b"i94_expires: 2027-08-31, petition_expires: 2027-08-31}}",
...     "laid-off.yaml",
... )
>>> found, bound = plan_deadlines(case)
>>> (
...     bound.day.isoformat(),
...     bound.deadline.discretionary,
... )  # up to sixty days: the law lets the authority shorten them
('2026-03-16', True)

Read on in this order: `model` (what a plan is), `procedures` and `calendars` (what it is made from), `schedule` (the
step graph in time), `ways` (chains of approvals), `itinerary` and `options` (a chain on the calendar), `deadlines`,
`tasks` (this week), and `planning`, which joins them.
"""

from landed.plan.json_form import deadlines_json, plan_json
from landed.plan.model import Deadline, Option, Plan
from landed.plan.planning import make_plan, plan_deadlines, ran_out

__all__ = [
    "Deadline",
    "Option",
    "Plan",
    "deadlines_json",
    "make_plan",
    "plan_deadlines",
    "plan_json",
    "ran_out",
]
