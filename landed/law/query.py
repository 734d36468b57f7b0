"""Routes and scored systems as one SQL query over a table of people that is already somewhere.

>>> import datetime as dt
>>> from landed.law import Law
>>> found = query(Law(), ["canada.bridging_permit"], dt.date(2026, 11, 22), "spark", keep=["person_id"])
>>> [name for name, _ in found.gives][:3]
['person_id', 'open_lo', 'open_hi']
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from landed.errors import UsageError
from landed.expr import Clause, Parameter
from landed.expr.columns import Encoding, Layout
from landed.expr.program import BITS, Program
from landed.expr.source import column_name, described, facts_read
from landed.expr.sql import DIALECTS, named_table, select, written
from landed.facts import FACTS
from landed.law.declared import walk
from landed.law.layout import layout_for, with_routes_asked
from landed.law.library import Epoch, Law, cites_seen, load_programme
from landed.law.route import Route
from landed.law.score import Score

EVERYTHING = "all"
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and what there is to know of it."""

    sql: str
    reads: tuple[Encoding, ...]
    """The facts that it reads, each a column of the table (`landed.expr.source` says how it is written)."""
    gives: tuple[tuple[str, str], ...]
    """Each column that it gives back, with what it means."""
    weak: tuple[str, ...]
    """The parameters and clauses that it reads of which the official text was not seen, or not lately, and which it is."""
    heading: str

    def __str__(self) -> str:
        """Return the query with what there is to know of it above, as comments."""
        lines = [self.heading, "reads (NULL: unknown):"]
        lines += [f"  {described(encoding)}" for encoding in self.reads]
        lines += ["gives back:", *(f"  {name}  {meaning}" for name, meaning in self.gives)]
        if self.weak:
            more = len(self.weak) - _MOST_NAMED
            lines += ["rests also on what no official text was seen for, or not lately:"]
            lines += [f"  {name}" for name in self.weak[:_MOST_NAMED]]
            lines += [f"  and {more} more"] if more > 0 else []
        lines += [
            "admissibility is not asked, and what an officer judges stays undetermined; this is no legal advice"
        ]
        return "\n".join([*(f"-- {_in_one_line(line)}" for line in lines), self.sql])


def query(
    law: Law,
    names: Sequence[str],
    day: dt.date,
    dialect: str = "duckdb",
    *,
    table: str = "people",
    keep: Sequence[str] = (),
    has: Sequence[str] = (),
    failing: bool = False,
) -> Query:
    """Return the query that asks routes and scored systems of every row of a table, by the law of a day.

    `names` are those of routes, of a programme or country for all its routes, of systems (`crs`), or `all` for whatever
    is encoded. A route is open where its `_lo` is true, closed where its `_hi` is false, and else undetermined; points
    lie from `_lo` to `_hi`. With `failing`, `_failing` has a bit set for each clause that is not met. `keep` names
    columns to give back, such as a key; `has`, the columns that the table has, where it lacks some: what they would say is
    unknown of everybody. UsageError names what there is none of, with the nearest right name.
    """
    routes, scores = chosen(law, names)
    if dialect not in DIALECTS:
        raise UsageError(f"--dialect {dialect!r}: there are {', '.join(DIALECTS)}")
    place = named_table(table, dialect)
    epoch = law.at(day)
    roots = [*routes, *(score.total for score in scores)]
    layout = layout_for(epoch, roots)
    program = Program(_of_columns(layout, has) if has else layout, epoch, day)
    single = len(routes) + len(scores) == 1
    gives = [(name, "as it is in the table") for name in keep]
    for route in routes:
        name = "open" if single else route.id
        program.open(name, route.id)
        gives += _bounds(name, f"{route.title}: open where lo is true, closed where hi is false")
        if failing:
            gives += _failing(program, route, "failing" if single else f"{route.id}.failing")
    for score in scores:
        name = "points" if single else score.id
        program.ask(name, score.total)
        gives += _bounds(name, f"{score.title}: the least and the most points")
    _must_be_kept(keep, [name for name, _ in gives[len(keep) :]])
    reads = tuple(facts_read(program.layout, program.reads()))
    weak = tuple(sorted(_weak(epoch, roots)))
    title = (routes or scores)[0].title if single else f"{len(routes)} routes, {len(scores)} scored systems"
    known = f" as known on {law.known_on}" if law.known_on else ""
    reform = f", under {law.overlay.label}" if law.overlay.label else ""
    return Query(
        written(select(program, place, keep, own=True), dialect),
        reads,
        tuple(gives),
        weak,
        f"{title}: the law of {day}{known}{reform}, asked of {table}",
    )


def chosen(law: Law, names: Sequence[str]) -> tuple[list[Route], list[Score]]:
    """Return the routes and systems that are named, each once."""
    systems = {
        word: score
        for files in law.programmes()
        for score in files.scores
        for word in (score.system, score.id)
    }
    routes: list[Route] = []
    scores: list[Score] = []
    for name in names:
        if name == EVERYTHING:
            routes += law.routes()
            scores += systems.values()
        elif name in systems:
            scores.append(systems[name])
        elif "." in name or law.routes_of(name):
            routes += law.routes_of(name) or [law.route(name)]
        else:
            raise UsageError(_unknown(law, name, list(systems)))
    return list(dict.fromkeys(routes)), list(dict.fromkeys(scores))


def _unknown(law: Law, name: str, systems: Sequence[str]) -> str:
    ids = [route.id for route in law.routes()]
    parts = {".".join(id_.split(".")[:count]) for id_ in ids for count in (1, 2)}
    nearest = difflib.get_close_matches(name, [EVERYTHING, *systems, *sorted(parts), *ids], 1)
    hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
    return (
        f"there is no route, programme, country or scored system {name!r}{hint} (landed law list shows all)"
    )


_GROUPED = "[a-z]+[._ ]"


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())


def _of_columns(layout: Layout, has: Sequence[str]) -> Layout:
    """Return the layout of a table that has only some columns; of the other facts nothing is known."""
    there = {name.lower() for name in has}
    facts = {column_name(name).lower(): name for name in FACTS}
    letters = {_letters(name): name for name in facts if "__" in name}
    for name in sorted(there - set(facts)):
        if _letters(name) in letters and re.match(_GROUPED, name):
            raise UsageError(
                f"the column {name!r} is nearly that of a fact; did you mean {letters[_letters(name)]!r}? (landed schema)"
            )
        if name.partition("__")[0] in {fact.partition("__")[0] for fact in facts} and "__" in name:
            nearest = difflib.get_close_matches(name, list(facts), 1)
            hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
            raise UsageError(
                f"the column {name!r} is named as a fact, and there is no such fact{hint} (landed schema)"
            )
    return {name: encoding for name, encoding in layout.items() if column_name(name).lower() in there}


def _must_be_kept(keep: Sequence[str], gives: Sequence[str]) -> None:
    """Refuse columns to give back that cannot be told from one another, or from the answers."""
    taken = {name.lower() for name in gives}
    for name in keep:
        if not name.strip() or not name.isprintable():
            raise UsageError(f"--keep {name!r}: not the name of a column")
        if name.lower() in taken:
            raise UsageError(
                f"--keep {name!r}: the query gives back another column of this name; give yours another in a view"
            )
        taken.add(name.lower())


def _in_one_line(text: str) -> str:
    """Return a text that ends no comment: whatever is named in it stays in its line."""
    return "".join(each if each.isprintable() else " " for each in text)


def _bounds(name: str, meaning: str) -> list[tuple[str, str]]:
    return [(_given(f"{name}.{end}"), meaning) for end in ("lo", "hi")]


def _given(name: str) -> str:
    return column_name(name.replace(".", "_"))


def _failing(program: Program, route: Route, name: str) -> list[tuple[str, str]]:
    before = set(program.outputs)
    program.failing(name, route.id)
    added = [each for each in program.outputs if each not in before]
    keys = program.clauses[name]
    return [
        (
            _given(each),
            "the clauses that fail, a bit each, from the lowest: "
            + ", ".join(keys[at * BITS : (at + 1) * BITS]),
        )
        for at, each in enumerate(added)
    ]


def _weak(epoch: Epoch, roots: Sequence[object]) -> set[str]:
    """Return the ids of what was not seen in an official text, or not lately."""
    found = set()
    for node in with_routes_asked(epoch, roots):
        if isinstance(node, Parameter):
            dated = epoch.dated(node)
            if dated.seen != "official" or dated.stale_since is not None:
                stale = f", not looked at since {dated.stale_since}" if dated.stale_since else ""
                found.add(f"{dated.id}: {dated.seen}{stale}")
    for root in roots:
        if isinstance(root, Route):
            files = load_programme(root.programme)
            for node in walk(root.requires):
                if isinstance(node, Clause) and (seen := cites_seen(files, node.cites)) != "official":
                    found.add(f"{root.id}/{node.key}: {seen}")
    return found
