"""The leaves of a rule: facts of a case, and dated parameters of the law.

A fact is declared once, in `landed.facts`; a parameter once, in the rule file of its programme, and filled from
the YAML beside it. Both are only names here: what they are worth is found when a reading asks.
"""

from __future__ import annotations

from dataclasses import dataclass

from landed.expr.nodes import Bool, Choice, Number, Several
from landed.expr.units import Unit


@dataclass(frozen=True, slots=True)
class About:
    """How a fact is asked of a person."""

    question: str
    why: str = ""
    where: str = ""
    """Where the person finds it."""
    field: str = ""
    """The case-file field that answers it, where that is not the fact's own name."""


@dataclass(frozen=True, slots=True)
class BoolFact(Bool):
    """A fact that holds or does not."""

    name: str
    about: About


@dataclass(frozen=True, slots=True)
class NumberFact(Number):
    """A fact that is an amount; `lowest` and `highest` are its domain, in smallest steps."""

    name: str
    about: About
    unit: Unit
    lowest: int | None = None
    highest: int | None = None


@dataclass(frozen=True, slots=True)
class ChoiceFact(Choice):
    """A fact that is one code; `options` is its domain (empty: open, such as an occupation code)."""

    name: str
    about: About
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeveralFact(Several):
    """A fact that is a set of codes."""

    name: str
    about: About


Fact = BoolFact | NumberFact | ChoiceFact | SeveralFact


@dataclass(frozen=True, slots=True)
class FlagParameter(Bool):
    """A dated yes or no of the law."""

    id: str


@dataclass(frozen=True, slots=True)
class NumberParameter(Number):
    """A dated amount of the law."""

    id: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class ChoiceParameter(Choice):
    """A dated code of the law, such as the state of an intake."""

    id: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """A dated list of codes. A row may hold only for a part of its code (`only: ...`)."""

    id: str

    def has(self, code: Choice) -> OnList:
        """Ask whether the code is on the list as a whole."""
        return OnList(code, self, part=False)

    def has_in_part(self, code: Choice) -> OnList:
        """Ask whether the code is on the list, but only for some of its jobs."""
        return OnList(code, self, part=True)

    def overlaps(self, codes: Several) -> OverlapList:
        """Ask whether at least one of the codes held is on the list."""
        return OverlapList(codes, self)


@dataclass(frozen=True, slots=True)
class Table:
    """A dated table from one or more codes to an amount of `unit`.

    A cell is an amount, `none` (there is no such amount: it reads as zero) or `not_encoded`. `default` is what a
    code without a row is worth; without a default the table is partial and such a code reads as not encoded. A fact
    that the user may give instead of such a cell is named by `instead`, so that the question is asked.
    """

    id: str
    unit: Unit
    keys: int = 1
    instead: str = ""

    @property
    def most(self) -> Greatest:
        """The greatest amount that any row gives."""
        return Greatest(self)

    def __getitem__(self, codes: Choice | tuple[Choice, ...]) -> Lookup:
        """Look the code (or codes, in the order of the rows) up."""
        keys = codes if isinstance(codes, tuple) else (codes,)
        if len(keys) != self.keys:
            msg = f"{self.id} is looked up by {self.keys} codes, not by {len(keys)}"
            raise TypeError(msg)
        return Lookup(self, keys)


@dataclass(frozen=True, slots=True)
class Bands:
    """A dated step table from an amount to an amount: the row of the greatest threshold not above the key."""

    id: str
    unit: Unit
    by: Unit

    @property
    def most(self) -> Greatest:
        """The greatest amount that any row gives."""
        return Greatest(self)

    def __getitem__(self, key: Number) -> Band:
        """Look the amount up."""
        if key.unit != self.by:
            msg = f"{self.id} is looked up by {self.by.name}, not by {key.unit.name}"
            raise TypeError(msg)
        return Band(self, key)


Parameter = FlagParameter | NumberParameter | ChoiceParameter | CodeList | Table | Bands


@dataclass(frozen=True, slots=True)
class OnList(Bool):
    """Whether a code is on a dated list: as a whole, or for a part of its jobs."""

    code: Choice
    codes: CodeList
    part: bool


@dataclass(frozen=True, slots=True)
class OverlapList(Bool):
    """Whether a set of codes and a dated list share a member."""

    held: Several
    codes: CodeList


@dataclass(frozen=True, slots=True)
class Meets(Bool):
    """Whether another route is open: it exists, its intake is open, and its requirements hold."""

    route: str


@dataclass(frozen=True, slots=True)
class Obtainable(Bool):
    """Whether the result of a procedure is already there, or one of the routes that give it is open."""

    fact: BoolFact
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lookup(Number):
    """The cell of a table."""

    table: Table
    codes: tuple[Choice, ...]

    @property
    def unit(self) -> Unit:  # type: ignore[override]
        """The unit of the table."""
        return self.table.unit


@dataclass(frozen=True, slots=True)
class Band(Number):
    """The row of a step table."""

    bands: Bands
    key: Number

    @property
    def unit(self) -> Unit:  # type: ignore[override]
        """The unit of the bands."""
        return self.bands.unit


@dataclass(frozen=True, slots=True)
class Greatest(Number):
    """The greatest amount in a dated table, whatever the key: the most that a line of points can give."""

    table: Table | Bands

    @property
    def unit(self) -> Unit:  # type: ignore[override]
        """The unit of the table."""
        return self.table.unit
