"""The command line: one file per command, nothing heavy imported before it is needed.

Answers go to standard output, messages to standard error. Exit status 0: answered; 1: the question could not be
answered, and the message says why; 2: the call or a file is wrong, and the message says where and what was expected.
"""

from __future__ import annotations

import gc
import sys

from landed.errors import LandedError

_COLLECT_AFTER = 50_000
_STOPPED = 130
"""The status of a command that was stopped with Ctrl-C."""


def main() -> None:
    """Run the command line; every mistake is one clear message, never a traceback."""
    gc.set_threshold(
        _COLLECT_AFTER, 20, 100
    )  # rules are many objects that live to the end: look through them rarely
    from landed.cli._app import app

    try:
        app(prog_name="landed")
    except LandedError as error:
        for line in str(error).splitlines():
            sys.stderr.write(f"landed: {line}\n")
        sys.exit(error.exit_status)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except (KeyboardInterrupt, SystemExit) as end:
        if isinstance(end, SystemExit) and end.code != _STOPPED:
            raise
        sys.stderr.write(
            "landed: stopped; nothing was left half written\n"
        )  # the library would end without a word
        sys.exit(_STOPPED)


__all__ = ["main"]
