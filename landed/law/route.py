"""Routes and programmes: what a rule file declares.

A rule file opens a programme, declares its dated parameters and writes its routes:

    law = programme(__name__)
    occupations = law.codes("occupations")
    wage_floor = law.table("wage_floor", CAD_PER_HOUR)
    category_b = law.route("category_b", "Global Talent Stream, Category B", kind=APPROVAL, party=EMPLOYER, ...)

Values stand in `parameters.yaml` beside it. Every route has the parameter `KEY.in_force` and may have `KEY.intake`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from landed.expr import (
    Bands,
    Bool,
    ChoiceParameter,
    Cite,
    CodeList,
    FlagParameter,
    Number,
    NumberParameter,
    Party,
    Table,
    Unit,
)  # fmt: skip
from landed.law.score import Line, Score, Unseen

INTAKE = ("open", "closed", "full", "suspended", "announced")
"""What an intake can be; without the parameter it is open while the route is in force."""


class Kind(StrEnum):
    """What a route gives."""

    PERMIT = "permit"
    RESIDENCE = "residence"
    APPROVAL = "approval"
    SERVICE = "service"
    EXEMPTION = "exemption"
    CLOCK = "clock"
    SELECTION = "selection"
    FAMILY = "family"
    """A permit or right of the worker's spouse, partner or child: never the worker's own way."""

    @property
    def is_way(self) -> bool:
        """Whether the route is a way to work or stay; the others are parts of ways."""
        return self in (Kind.PERMIT, Kind.RESIDENCE)


class Grants(StrEnum):
    """What a way lets its holder do."""

    WORK_FOR_EMPLOYER = "work for the named employer"
    WORK_FOR_ANYONE = "work for any employer"
    RESIDENCE = "permanent residence"
    STAY = "stay"


_COUNTRIES = {"canada": "CA", "united_states": "US", "france": "FR"}


def country_of(id_: str) -> str:
    """Return the country of a programme or route by its id, ISO 3166-1 alpha-2."""
    return _COUNTRIES[id_.partition(".")[0]]


PERMIT, RESIDENCE, APPROVAL, SERVICE = Kind.PERMIT, Kind.RESIDENCE, Kind.APPROVAL, Kind.SERVICE
EXEMPTION, CLOCK, SELECTION, FAMILY = Kind.EXEMPTION, Kind.CLOCK, Kind.SELECTION, Kind.FAMILY
WORKER: Party = "worker"
EMPLOYER: Party = "employer"
COUNSEL: Party = "counsel"
GOVERNMENT: Party = "government"


@dataclass(frozen=True, slots=True)
class Reservation:
    """A condition that applies to everyone: printed with the answer, and out of its logic unless a stated fact trips it."""

    text: str
    cites: tuple[Cite, ...]
    unless: Bool | None = None
    """What trips it: where this is true, the route is closed."""


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """One lawful route, or one part of one."""

    id: str
    title: str
    kind: Kind
    party: Party
    """Who files or starts it."""
    requires: Bool
    in_force: FlagParameter
    intake: ChoiceParameter
    cites: tuple[Cite, ...]
    title_fr: str = ""
    grants: Grants | None = None
    summary: str = ""
    reservations: tuple[Reservation, ...] = ()
    runs_out: Number | None = None
    """For a clock: the last day, as an expression."""
    after: str = ""
    """For a clock: what is so from the next day on."""
    discretionary: bool = False
    """For a clock: whether an authority may shorten it."""
    score: Score | None = None
    """For a route that selects by points: the system."""
    ceiling: bool = False
    """For a clock: whether it is the most that can be authorized, and ends a right only where another clock still gives it."""
    leaves_job: bool = False
    """For a way: whether it is for another employer than the present one, or for an own business."""

    @property
    def programme(self) -> str:
        """The id of the programme it belongs to."""
        return self.id.rpartition(".")[0]

    @property
    def key(self) -> str:
        """The last part of its id."""
        return self.id.rpartition(".")[2]

    @property
    def country(self) -> str:
        """The country, ISO 3166-1 alpha-2."""
        return country_of(self.id)


@dataclass(frozen=True, slots=True)
class Programme:
    """The maker of a programme's parameters and routes; its id is its path below `landed.law`."""

    id: str

    def flag(self, name: str) -> FlagParameter:
        """Declare a dated yes or no."""
        return FlagParameter(f"{self.id}.{name}")

    def number(self, name: str, unit: Unit) -> NumberParameter:
        """Declare a dated amount of a unit."""
        return NumberParameter(f"{self.id}.{name}", unit)

    def choice(self, name: str, *options: str) -> ChoiceParameter:
        """Declare a dated code, one of `options`."""
        return ChoiceParameter(f"{self.id}.{name}", options)

    def codes(self, name: str) -> CodeList:
        """Declare a dated list of codes."""
        return CodeList(f"{self.id}.{name}")

    def table(self, name: str, unit: Unit, keys: int = 1, instead: str = "") -> Table:
        """Declare a dated table from `keys` codes to amounts of a unit; `instead` names a fact that may replace it."""
        return Table(f"{self.id}.{name}", unit, keys, instead)

    def bands(self, name: str, unit: Unit, by: Unit) -> Bands:
        """Declare a dated step table from amounts of `by` to amounts of `unit`."""
        return Bands(f"{self.id}.{name}", unit, by)

    def route(  # noqa: PLR0913 - a route has that many parts, each named at the call
        self,
        key: str,
        title: str,
        *,
        kind: Kind,
        party: Party,
        requires: Bool,
        cites: Cite | tuple[Cite, ...],
        title_fr: str = "",
        grants: Grants | None = None,
        summary: str = "",
        reservations: tuple[Reservation, ...] = (),
        runs_out: Number | None = None,
        after: str = "",
        discretionary: bool = False,
        score: Score | None = None,
        leaves_job: bool = False,
        ceiling: bool = False,
    ) -> Route:
        """Write a route; its id is the programme's id and `key`."""
        if kind.is_way and grants is None:
            msg = f"{self.id}.{key} is a way and must say what it grants"
            raise TypeError(msg)
        if (kind is Kind.CLOCK) != (runs_out is not None):
            msg = f"{self.id}.{key}: a clock, and only a clock, says when it runs out"
            raise TypeError(msg)
        return Route(
            id=f"{self.id}.{key}", title=title, kind=kind, party=party, requires=requires,
            in_force=self.flag(f"{key}.in_force"), intake=self.choice(f"{key}.intake", *INTAKE),
            cites=cites if isinstance(cites, tuple) else (cites,), title_fr=title_fr, grants=grants, summary=summary,
            reservations=reservations, runs_out=runs_out, after=after, discretionary=discretionary, score=score,
            leaves_job=leaves_job, ceiling=ceiling,
        )  # fmt: skip

    def score(  # noqa: PLR0913 - a system has that many parts, each named at the call
        self,
        system: str,
        title: str,
        *,
        lines: tuple[Line, ...],
        total: Number,
        maximum: Number,
        cites: Cite | tuple[Cite, ...],
        title_fr: str = "",
        unseen: tuple[Unseen, ...] = (),
        pass_mark: Number | None = None,
    ) -> Score:
        """Write a scored system; its id is the programme's id and `system`, its parameter `SYSTEM.in_force`."""
        return Score(
            id=f"{self.id}.{system}", system=system, title=title, lines=lines, total=total, maximum=maximum,
            in_force=self.flag(f"{system}.in_force"), cites=cites if isinstance(cites, tuple) else (cites,),
            title_fr=title_fr, unseen=unseen, pass_mark=pass_mark,
        )  # fmt: skip


def programme(module: str) -> Programme:
    """Open a programme; call it with the rule module's own `__name__`."""
    return Programme(module.removeprefix("landed.law.").removesuffix(".rules"))


def reservation(text: str, *cites: Cite, unless: Bool | None = None) -> Reservation:
    """Write a condition that applies to everyone; where `unless` is stated to be so, it closes the route."""
    return Reservation(text, cites, unless)
