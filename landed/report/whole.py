"""Files written whole or not at all: into a temporary file beside the place, then renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from landed.errors import UsageError


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that a reader finds the old one or the new one, never a part; UsageError where it cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".part")
    except OSError as error:
        raise UsageError(_refused(path, error)) from None
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    except OSError as error:
        raise UsageError(_refused(path, error)) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _refused(path: Path, error: OSError) -> str:
    reason = (error.strerror or type(error).__name__).lower()
    return f"{path} cannot be written ({reason}); name another folder with --out"


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current
