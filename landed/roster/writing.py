"""Files written whole or not at all, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from landed.errors import UsageError
from landed.roster.people import People
from landed.roster.tables import MARKS, Odd


def must_be_writable(path: Path, read: Iterable[Path]) -> None:
    """Raise UsageError where a file cannot be written, or would take the place of one that is read: before any work."""
    for each in read:
        with contextlib.suppress(OSError):
            if path.exists() and path.samefile(each):
                raise UsageError(
                    f"{path} is a table that is read, and would be lost; name another file with --out"
                )
    if path.is_dir():
        raise _refused(path, "it is a folder")
    for folder in path.parents:
        if folder.is_dir():
            if not os.access(folder, os.W_OK | os.X_OK):
                raise _refused(path, f"nothing may be written in {folder}")
            return
        if folder.exists():
            raise _refused(path, f"{folder} is not a folder")


def _refused(path: Path, reason: str) -> UsageError:
    return UsageError(f"{path} cannot be written ({reason}); name another file with --out")


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file beside the place, then put it there; UsageError where that cannot be."""
    part: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
        os.close(handle)
        part = Path(name)
        write(part)
        current = os.umask(0o022)
        os.umask(current)
        part.chmod(0o666 & ~current)
        part.replace(path)
    except OSError as error:
        raise _refused(path, (error.strerror or type(error).__name__).lower()) from None
    finally:
        if part is not None:
            with contextlib.suppress(FileNotFoundError):
                part.unlink()


def write_text(path: Path, text: str) -> None:
    """Write text whole or not at all."""

    def write(part: Path) -> None:
        part.write_bytes(text.encode("utf-8"))

    write_whole(path, write)


def rejected_csv(people: People) -> str:
    """Return the rows that were not read, with what is wrong in each, to be put right and read again."""
    reasons: dict[int, list[str]] = {}
    for bad in people.bad:
        if bad.sheet == people.sheet.name:
            reasons.setdefault(bad.row, []).append(
                f"{bad.column}: {bad.problem}" if bad.column else bad.problem
            )
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*map(safe, people.sheet.header), "row", "what is wrong"])
    for row in people.rejected:
        width = len(people.sheet.header)
        why = "; ".join(reasons.get(row.number, ["a row of its history is wrong"]))
        writer.writerow([*(safe(_text(cell)) for cell in row.cells[:width]), row.number, safe(why)])
    return out.getvalue()


def safe(text: str) -> str:
    """Return text that a spreadsheet shows as text: with an apostrophe where it looks like a formula."""
    return f"'{text}" if text.startswith(MARKS) else text


def _text(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Odd(what=what):
            return f"({what})"
        case list():
            return "|".join(map(_text, cell))
        case _:
            return str(cell)
