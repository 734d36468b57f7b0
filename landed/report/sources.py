"""The numbered list of sources, in the order in which a plan cites them.

Two citations of one source share its number and keep their own pinpoints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from landed.plan.model import Citation, Plan


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """One source of a plan, under its number."""

    number: int
    title: str
    href: str
    """The address; empty where the source has none, or none that is safe to follow."""
    seen: str
    checked: str
    captured: str


class SourceList:
    """Every source that a plan cites, numbered from 1."""

    def __init__(self, plan: Plan) -> None:
        self._numbers: dict[tuple[str, str], NumberedSource] = {}
        parts = (plan.binding, plan.this_week, plan.deadlines, plan.options, plan)
        for citation in _citations(parts):
            self._numbers.setdefault(_key(citation), self._next(citation))

    def _next(self, citation: Citation) -> NumberedSource:
        return NumberedSource(
            len(self._numbers) + 1,
            citation.title,
            safe_href(citation.href),
            citation.seen,
            citation.checked,
            citation.captured,
        )

    def __iter__(self) -> Iterator[NumberedSource]:
        """Yield the sources in the order of their numbers."""
        return iter(self._numbers.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._numbers)

    def references(self, citations: Iterable[Citation]) -> list[tuple[int, str]]:
        """Return the number and the pinpoint of each citation, once each."""
        return list(dict.fromkeys((self._numbers[_key(each)].number, each.pinpoint) for each in citations))


def safe_href(href: str) -> str:
    """Return an address that a reader may follow, or an empty text."""
    return href if href.startswith(("https://", "http://")) else ""


def _key(citation: Citation) -> tuple[str, str]:
    return citation.title, citation.href


def _citations(data: object) -> Iterator[Citation]:
    if isinstance(data, Citation):
        yield data
    elif isinstance(data, tuple):
        for part in data:
            yield from _citations(part)
    elif is_dataclass(data) and not isinstance(data, type):
        for field in fields(data):
            yield from _citations(getattr(data, field.name))
