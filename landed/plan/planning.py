"""Making a plan: the ways, the deadlines, the week, and what is not written here, joined and said in a headline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import landed
from landed.expr.values import Members
from landed.facts import Case, employer, goals
from landed.law import Law, load_programme
from landed.law.coverage import not_encoded_for
from landed.law.library import must_be_in_reach
from landed.law.route import Route
from landed.plan.asking import NOTHING, Asking
from landed.plan.citing import citation
from landed.plan.closed import closed_ways, watched
from landed.plan.contingency import if_the_job_ends
from landed.plan.deadlines import binding, deadlines, lapsed
from landed.plan.duties import employer_duties, meanwhile
from landed.plan.family import family_notes, not_encoded
from landed.plan.model import Binding, Deadline, LawInfo, Option, Plan, ReservationNote
from landed.plan.options import option, ordered
from landed.plan.points import PlanPoints
from landed.plan.tasks import no_regret, this_week
from landed.plan.ways import Chain, ways_to
from landed.plan.wording import headline, summary, warnings


def make_plan(
    case: Case,
    law: Law | None = None,
    on: dt.date | None = None,
    what_if: Mapping[str, object] | None = None,
    labels: Sequence[str] = (),
) -> Plan:
    """Make the backup plan of a case.

    `law` is all law as known today where none is given, `on` the case's own day. `what_if` supposes facts of the
    case, written as in a case file; `labels` says how they were put (`FACT=VALUE` where nothing is said). Raises
    `UsageError` for a supposed fact that does not exist, and `UnansweredError` for a day out of reach.
    """
    asked = on or case.on
    must_be_in_reach(asked)
    asking = Asking(case, law or Law(), asked, what_if or NOTHING)
    countries = countries_of(asking)
    routes = asking.law.routes(countries)
    found_deadlines = deadlines(asking)
    over = lapsed(asking, found_deadlines)
    bound = binding(found_deadlines, asked)
    found_ways = [ways_to(asking, route) for route in routes if route.kind.is_way]
    chains = [chain for ways in found_ways for chain in ways.chains]
    made = [(option(asking, chain, bound), chain) for chain in chains]
    options, shown = beside(asking, made)
    closed = closed_ways(asking, found_ways)
    not_here = tuple(not_encoded(entry) for entry in not_encoded_for(countries, asked))
    willing = asking.question().fact(employer.willing)
    running = meanwhile(asking, found_deadlines)
    info = _law_info(asking, routes, found_deadlines)
    return Plan(
        case=_name(asking), on=asked, law=info,
        what_if=tuple(labels) or tuple(f"{name}={value}" for name, value in (what_if or {}).items()),
        headline=headline(options, asked), summary=summary(options, closed, bound, found_deadlines, not_here, willing, over),
        binding=bound, options=options, closed=closed, deadlines=found_deadlines,
        this_week=this_week(options, asked, bound, running, found_deadlines, over), no_regret=no_regret(options), watch=watched(asking, routes),
        family=family_notes(asking, countries, shown), employer_duties=employer_duties(asking),
        not_encoded_here=not_here, reservations=_reservations(asking, countries),
        warnings=warnings(asking, info, options, found_deadlines, countries), notes=_notes(asking),
        meanwhile=running,
    )  # fmt: skip


def beside(
    asking: Asking, made: Sequence[tuple[Option, Chain]]
) -> tuple[tuple[Option, ...], list[tuple[Option, Chain]]]:
    """Put options in order, with their points and what holds if the job ends; and return those shown in full.

    These are the recommended one and the open ones, each with its chain: only they are asked for the family.
    """
    chain_of = {each.id: chain for each, chain in made}
    scores = PlanPoints(asking, list(chain_of.values()))
    options = tuple(
        replace(
            each, points=scores.of(chain_of[each.id]),
            contingency=if_the_job_ends(asking, chain_of[each.id].way.route),
        )
        for each in ordered(each for each, _ in made)
    )  # fmt: skip
    shown = [(each, chain_of[each.id]) for each in options if each.recommended or each.outcome == "open"]
    return options, shown


def plan_deadlines(
    case: Case,
    law: Law | None = None,
    on: dt.date | None = None,
    what_if: Mapping[str, object] | None = None,
) -> tuple[tuple[Deadline, ...], Binding | None]:
    """Return what runs out when for a case, and the deadline a plan would be measured against."""
    asked = on or case.on
    must_be_in_reach(asked)
    found = deadlines(Asking(case, law or Law(), asked, what_if or NOTHING))
    return found, binding(found, asked)


def ran_out(
    case: Case,
    law: Law | None = None,
    on: dt.date | None = None,
    what_if: Mapping[str, object] | None = None,
) -> tuple[Deadline, ...]:
    """Return the clocks that ran out for a case, where none still gives a right to work or to stay."""
    asked = on or case.on
    must_be_in_reach(asked)
    asking = Asking(case, law or Law(), asked, what_if or NOTHING)
    return lapsed(asking, deadlines(asking))


def countries_of(asking: Asking) -> tuple[str, ...]:
    """Return the countries that the worker would go to, as ISO codes; none where nobody said: all are asked."""
    wanted = asking.question().fact(goals.countries)
    if isinstance(wanted, Members) and wanted.exact:
        return tuple(sorted(wanted.certain))
    return ()


def _name(asking: Asking) -> str:
    said = asking.snapshot.record("worker.name")
    return str(said) if said else asking.case.where


def _notes(asking: Asking) -> tuple[str, ...]:
    return asking.snapshot.notes


def _law_info(asking: Asking, routes: Sequence[Route], found: Sequence[Deadline]) -> LawInfo:
    used = {route.programme for route in routes}
    used |= {each.id.rpartition(".")[0] for each in found if "." in each.id}
    captured = [
        source.captured
        for programme in used
        for source in load_programme(programme).sources.values()
        if source.captured
    ]
    return LawInfo(
        landed.__version__, max(captured, default=None), asking.law.known_on, asking.law.overlay.label or None
    )


def _reservations(asking: Asking, countries: tuple[str, ...]) -> tuple[ReservationNote, ...]:
    notes = []
    for country, item, sources in asking.law.reservations(countries):
        cites = tuple(citation(sources[c.source], c.pinpoint) for c in item.cites if c.source in sources)
        notes.append(ReservationNote(country, item.text, cites))
    return tuple(notes)
