"""Every error that landed raises on purpose.

    LandedError
    ├── UsageError        the call is wrong: an unknown route, a bad day, a bad --set      (exit 2)
    ├── CaseError         the case file is wrong; carries every mistake with its line      (exit 2)
    ├── LawError          the law files are wrong: unknown key, missing source, bad day    (exit 2)
    └── UnansweredError   the question is well put but cannot be answered                  (exit 1)

A message says what is wrong, where, why, and what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass


class LandedError(Exception):
    """The root of all errors that landed raises on purpose."""

    exit_status = 1


class UsageError(LandedError):
    """The call itself is wrong; the message says which part and what was expected."""

    exit_status = 2


class UnansweredError(LandedError):
    """The question was understood and cannot be answered; the message says why."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in a file: where it stands, what it is, what was expected."""

    where: str
    """The file, as the user named it."""
    line: int | None
    """The line, from 1; None where a file has no lines (it is empty or not text)."""
    field: str
    """The dotted name of the field, or an empty text for the whole file."""
    problem: str
    expected: str = ""
    nearest: str = ""
    """The nearest right name, or an empty text."""

    def __str__(self) -> str:
        """Say it in one line: file:line: field: problem; expected ...; did you mean ...?"""
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        text = f"{place}: {self.field}: {self.problem}" if self.field else f"{place}: {self.problem}"
        if self.expected:
            text += f"; expected {self.expected}"
        if self.nearest:
            text += f"; did you mean {self.nearest!r}?"
        return text


class _FileError(LandedError):
    exit_status = 2

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(str(mistake) for mistake in mistakes))

    def __reduce__(self) -> tuple[type[_FileError], tuple[list[Mistake]]]:
        """Go from one process to another with the mistakes, not with the text that they make."""
        return type(self), (self.mistakes,)


class CaseError(_FileError):
    """A case file is wrong; `mistakes` holds all of them, each with its line."""


class LawError(_FileError):
    """A file of law is wrong; `mistakes` holds all of them, each with its line."""
