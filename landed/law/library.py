"""The law as it stands in the folders: programmes found, loaded when asked for, and put on a day.

`Law` is all of it, seen with what was known on a day and under a reform; `Epoch` is the law of one day.
"""

from __future__ import annotations

import datetime as dt
import difflib
import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from landed.errors import LawError, Mistake, UnansweredError, UsageError
from landed.expr import Cite, Parameter, Seen
from landed.expr.dated import Absent, Content, Dated
from landed.expr.values import Choices
from landed.facts.noc import Scheme, images
from landed.law.content import content
from landed.law.files import FOLDER, checked_parameters, day, read_yaml, shown
from landed.law.overlay import NO_OVERLAY, Overlay
from landed.law.route import Reservation, Route, country_of
from landed.law.score import Score

FIRST_DAY, LAST_DAY = dt.date(2017, 1, 1), dt.date(2090, 12, 31)
"""The days on which the law can be asked: what was in force before is not written here."""
_WEAKEST: dict[Seen, int] = {"official": 0, "secondary": 1, "unverified": 2}


def must_be_in_reach(asked: dt.date, what: str = "") -> None:
    """Raise UnansweredError for a day on which the law cannot be asked; `what` names where it was said."""
    if not FIRST_DAY <= asked <= LAST_DAY:
        msg = f"{what} {asked} is out of reach; ask on a day from {FIRST_DAY} to {LAST_DAY}".strip()
        raise UnansweredError(msg)


def weakest(degrees: Iterator[Seen] | list[Seen]) -> Seen:
    """Return the weakest of several degrees of knowledge; official where there are none."""
    return max(degrees, key=_WEAKEST.__getitem__, default="official")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure or a rule was read."""

    key: str
    title: str
    href: str
    seen: Seen
    checked: str
    captured: str = ""
    note: str = ""


@cache
def programme_ids() -> tuple[str, ...]:
    """Return the id of every programme, a folder with rules and parameters, in order."""
    folders = (
        path.parent for path in FOLDER.glob("*/*/rules.py") if (path.parent / "parameters.yaml").exists()
    )
    return tuple(sorted(folder.relative_to(FOLDER).as_posix().replace("/", ".") for folder in folders))


@dataclass(frozen=True, slots=True, eq=False)
class ProgrammeFiles:
    """One programme as loaded: its routes, its parameters as written, its sources."""

    id: str
    folder: Path
    title: str
    routes: tuple[Route, ...]
    written: dict[str, Any]
    """The parameters of the YAML, by local name."""
    sources: dict[str, Source]
    lines: dict[str, int]
    by_key: dict[str, Route]
    scores: tuple[Score, ...]

    @property
    def declared(self) -> dict[str, Parameter]:
        """The parameters that the rule file declares, by local name."""
        return _declared(self.id)


@cache
def _declared(programme: str) -> dict[str, Parameter]:
    from landed.law.declared import declared_parameters

    module = importlib.import_module(f"landed.law.{programme}.rules")
    return declared_parameters(module, load_programme(programme).routes, programme)


@cache
def load_programme(programme: str) -> ProgrammeFiles:
    """Import a rule file and read the parameters beside it."""
    folder = FOLDER / programme.replace(".", "/")
    country = folder.parent
    shared = read_yaml(country / "sources.yaml")[0] if (country / "sources.yaml").exists() else {}
    module = importlib.import_module(f"landed.law.{programme}.rules")
    routes = tuple(
        value for value in vars(module).values() if isinstance(value, Route) and value.programme == programme
    )
    scores = tuple(
        value for value in vars(module).values() if isinstance(value, Score) and value.programme == programme
    )
    written, raw_sources, lines = checked_parameters(folder / "parameters.yaml", shared)
    sources = _sources(raw_sources)
    title = (module.__doc__ or programme).strip().splitlines()[0].rstrip(".")
    by_key = {route.key: route for route in routes}
    return ProgrammeFiles(programme, folder, title, routes, written, sources, lines, by_key, scores)


@cache
def _country_reservations() -> dict[str, tuple[tuple[Reservation, ...], dict[str, Source]]]:
    found = {}
    for file in sorted(FOLDER.glob("*/country.yaml")):
        data, _ = read_yaml(file)
        raw = read_yaml(file.parent / "sources.yaml")[0] if (file.parent / "sources.yaml").exists() else {}
        items = tuple(
            Reservation(item["text"], tuple(Cite(c["source"], c.get("pinpoint", "")) for c in item["cites"]))
            for item in data["reservations"]
        )
        found[country_of(file.parent.name)] = (items, _sources(raw))
    return found


def _sources(raw: dict[str, Any]) -> dict[str, Source]:
    return {
        key: Source(key, source["title"], source.get("href", ""), source["seen"], source["checked"],
                    source.get("captured", ""), source.get("note", ""))
        for key, source in raw.items()
    }  # fmt: skip


class Law:
    """All law, as known on a day (None: all that is written here) and under a reform."""

    def __init__(self, known_on: dt.date | None = None, overlay: Overlay = NO_OVERLAY) -> None:
        self.known_on = known_on
        self.overlay = overlay
        self._epochs: dict[dt.date, Epoch] = {}
        self._entries: dict[str, list[Entry]] = {}
        for parameter in sorted(overlay.parameters()):
            self._must_exist(parameter)
        wrong = [problem for parameter in sorted(overlay.parameters()) for problem in self._unfit(parameter)]
        if wrong:
            raise UsageError("\n".join(dict.fromkeys(wrong)))

    def at(self, asked: dt.date) -> Epoch:
        """Return the law of a day."""
        if asked not in self._epochs:
            self._epochs[asked] = Epoch(self, asked)
        return self._epochs[asked]

    def programmes(self, countries: tuple[str, ...] = ()) -> list[ProgrammeFiles]:
        """Return the programmes of some countries (ISO codes), or all."""
        return [
            load_programme(id_) for id_ in programme_ids() if not countries or country_of(id_) in countries
        ]

    def routes(self, countries: tuple[str, ...] = ()) -> list[Route]:
        """Return every route of some countries (ISO codes), or all."""
        return [route for files in self.programmes(countries) for route in files.routes]

    def route(self, route_id: str) -> Route:
        """Return a route by its id; UsageError names the nearest right one, UnansweredError one not encoded yet."""
        programme, _, key = route_id.rpartition(".")
        if programme in programme_ids():
            found = load_programme(programme).by_key.get(key)
            if found is not None:
                return found
        _must_be_encoded(route_id)
        known = [route.id for route in self.routes()]
        raise UsageError(_unknown("route", route_id, known, "landed law list"))

    def routes_of(self, name: str) -> list[Route]:
        """Return every route of a programme or a country by its name in ids (`canada.express_entry`, `canada`)."""
        inside = [id_ for id_ in programme_ids() if f"{id_}.".startswith(f"{name}.")]
        return [route for id_ in inside for route in load_programme(id_).routes]

    def score(self, system: str) -> Score:
        """Return a scored system by its short name (`crs`) or id; UsageError names the nearest right one."""
        known = {score.system: score for files in self.programmes() for score in files.scores}
        for score in known.values():
            if system in (score.system, score.id):
                return score
        raise UsageError(_unknown("scored system", system, list(known), "landed points --help"))

    def source(self, programme: str, cite: Cite) -> Source:
        """Return the source that a citation of a programme points at."""
        return load_programme(programme).sources[cite.source]

    def reservations(self, countries: tuple[str, ...]) -> list[tuple[str, Reservation, dict[str, Source]]]:
        """Return what applies to everyone in some countries: the country, the reservation, its sources by key."""
        return [
            (country, item, sources)
            for country, (items, sources) in _country_reservations().items()
            for item in items
            if not countries or country in countries
        ]

    def home(self, parameter_id: str) -> tuple[ProgrammeFiles, str]:
        """Return the programme of a parameter and its local name."""
        programme = ".".join(parameter_id.split(".")[:2])
        if programme not in programme_ids():
            raise UsageError(
                _unknown("parameter", parameter_id, self.parameter_ids(), "landed law list --parameters")
            )
        return load_programme(programme), parameter_id.removeprefix(programme + ".")

    def parameter_ids(self) -> list[str]:
        """Return the id of every parameter."""
        return [f"{files.id}.{name}" for files in self.programmes() for name in files.written]

    def _must_exist(self, parameter_id: str) -> None:
        files, name = self.home(parameter_id)
        if name not in files.written and name not in files.declared:
            raise UsageError(
                _unknown("parameter", parameter_id, self.parameter_ids(), "landed law list --parameters")
            )

    def _unfit(self, parameter_id: str) -> Iterator[str]:
        """Tell the values of a reform that the parameter cannot have, whichever day they begin on."""
        files, name = self.home(parameter_id)
        if name in files.declared:
            for entry in self.entries(parameter_id):
                if entry.overlay:
                    try:
                        self.at(entry.since)._typed(files.declared[name], entry)  # noqa: SLF001 - of this file
                    except UsageError as error:
                        yield str(error)

    def entries(self, parameter_id: str) -> list[Entry]:
        """Return the dated values of a parameter as written, in order of days, as known and as reformed."""
        if parameter_id not in self._entries:
            self._entries[parameter_id] = self._read_entries(parameter_id)
        return self._entries[parameter_id]

    def _read_entries(self, parameter_id: str) -> list[Entry]:
        files, name = self.home(parameter_id)
        raw = files.written.get(name, {})
        still = day(raw.get("last_value_still_valid_on"))
        found = []
        for written, value in raw.get("values", {}).items():
            since = dt.date.fromisoformat(written)
            known = day(value.get("known_on")) or since
            if self.known_on is None or known <= self.known_on:
                sources = tuple(value["src"]) if isinstance(value["src"], list) else (value["src"],)
                seen = value.get("seen") or weakest([files.sources[key].seen for key in sources])
                place = f"{name}/values/{written}"
                found.append(Entry(since, known, value, seen, sources, place))
        if found and still is not None:
            found[-1].still = still
        return self.overlay.applied(parameter_id, found)


@dataclass(slots=True)
class Entry:
    """One dated value of a parameter, as written."""

    since: dt.date
    known_on: dt.date
    raw: dict[str, Any]
    seen: Seen
    sources: tuple[str, ...]
    place: str
    overlay: str = ""
    still: dt.date | None = None
    """For the last value: the last day on which it is known to stand."""

    def restated_by(self, later: Entry) -> bool:
        """Tell whether a later entry has the same value, and only says anew how well it is known."""
        return self.overlay == later.overlay and all(
            self.raw.get(key) == later.raw.get(key) for key in ("value", "scheme", "schemes", "default")
        )


class Epoch:
    """The law of one day. Parameters are typed when first asked for."""

    def __init__(self, law: Law, asked: dt.date) -> None:
        self.law = law
        self.day = asked
        self._dated: dict[str, Dated] = {}

    def dated(self, parameter: Parameter) -> Dated:
        """Return a parameter's value on the day; not encoded where nothing is written for it."""
        found = self._dated.get(parameter.id)
        if found is None:
            found = self._dated[parameter.id] = self._look(parameter)
        return found

    def images(self, codes: Iterable[str], scheme: str) -> Choices:
        """Return the occupation codes of another version that these may stand for."""
        return images(codes, cast("Scheme", scheme))

    def route(self, route_id: str) -> Route:
        """Return a route by its id."""
        return self.law.route(route_id)

    def in_force(self, route: Route) -> Dated:
        """Return whether a route exists on the day; before its first day it does not."""
        return self.dated(route.in_force)

    def intake(self, route: Route) -> Dated:
        """Return the state of a route's intake; open where the law knows no intake."""
        return self.dated(route.intake)

    def opens_next(self, route: Route) -> dt.date | None:
        """Return the next later day on which the route comes into force or its intake opens, if known."""
        days = [
            entry.since
            for parameter, wanted in ((route.in_force, True), (route.intake, "open"))
            for entry in self.law.entries(parameter.id)
            if entry.since > self.day and entry.raw["value"] == wanted
        ]
        return min(days, default=None)

    def ever_before(self, route: Route) -> bool:
        """Whether the route was in force on an earlier day."""
        return any(
            entry.since <= self.day and entry.raw["value"] is True
            for entry in self.law.entries(route.in_force.id)
        )

    def _look(self, parameter: Parameter) -> Dated:
        entries = self.law.entries(parameter.id)
        current = first = None
        for entry in entries:
            if entry.since <= self.day:
                first = first if first is not None and first.restated_by(entry) else entry
                current = entry
        if current is None or first is None:
            return Dated(
                parameter.id,
                self._unwritten(parameter),
                None,
                None,
                "official" if not entries else entries[0].seen,
            )
        stale = (
            current.still + dt.timedelta(days=1)
            if current.still is not None and self.day > current.still
            else None
        )
        since = None if first.since == dt.date.min else first.since
        return Dated(
            parameter.id, self._typed(parameter, current), since, None if since is None else first.known_on,
            current.seen, current.sources, stale, current.overlay, str(current.raw.get("note", "")),
        )  # fmt: skip

    def _unwritten(self, parameter: Parameter) -> Content:
        if parameter.id.endswith(".in_force"):
            return False
        if parameter.id.endswith(".intake"):
            return "open"
        return Absent.NOT_ENCODED

    def _typed(self, parameter: Parameter, entry: Entry) -> Content:
        files, _ = self.law.home(parameter.id)
        try:
            return content(parameter, entry.raw, files.folder)
        except (ValueError, KeyError) as error:
            if entry.overlay:
                msg = f"{entry.overlay}: {parameter.id}: {error}"
                raise UsageError(msg) from None
            name = shown(files.folder / "parameters.yaml")
            line = files.lines.get(entry.place)
            raise LawError([Mistake(name, line, entry.place.replace("/", "."), str(error))]) from None


def _must_be_encoded(route_id: str) -> None:
    """Say so where an id is that of a programme known to exist, and not written here."""
    from landed.law.coverage import coverage

    for entry in coverage():
        if entry.state == "not_yet" and f"{route_id}.".startswith(f"{entry.id}."):
            msg = f"{route_id} cannot be asked: {entry.id} ({entry.title}) is known to exist, and not encoded here yet (landed law list shows what is)"
            raise UnansweredError(msg)


def _unknown(what: str, name: str, known: list[str], command: str) -> str:
    nearest = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean {nearest[0]!r}?" if nearest else ""
    return f"there is no {what} {name!r}{hint} ({command} shows all)"


def cites_seen(files: ProgrammeFiles, cites: tuple[Cite, ...]) -> Seen:
    """Return how well a clause is known: by the best of the sources it cites."""
    degrees = [files.sources[cite.source].seen for cite in cites if cite.source in files.sources]
    return min(degrees, key=_WEAKEST.__getitem__, default="unverified")
