"""Scored systems: points line by line, each with its most and its source.

A `Score` is an expression like any other, laid out in lines so that a reader can check each. The lines add up to the
total: where a sum is capped, a line of its own says by how much. Law that is known to exist and was not seen is an
`Unseen`: from its day on the score is not complete, and no comparison with a cut-off is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from landed.expr import Cite, FlagParameter, Number


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line of a score: what it is for, its points, the most it can give, and where that is written."""

    key: str
    text: str
    points: Number
    of: Number
    cites: tuple[Cite, ...]
    group: str = ""
    """The heading it stands under."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A change known to have taken effect, whose content was not seen; `in_force` is true from its day."""

    in_force: FlagParameter
    text: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """A scored system: `system` is its short name, as in `landed points crs`."""

    id: str
    system: str
    title: str
    lines: tuple[Line, ...]
    total: Number
    maximum: Number
    in_force: FlagParameter
    cites: tuple[Cite, ...]
    title_fr: str = ""
    unseen: tuple[Unseen, ...] = ()
    pass_mark: Number | None = None
    """The fewest points with which one passes, where the system has such a mark."""

    @property
    def programme(self) -> str:
        """The id of the programme it belongs to."""
        return self.id.rpartition(".")[0]
