"""How reports are laid out on a terminal: wrapped to its width, plain in a pipe, never steered by what they print."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from landed.report.words import clean

if TYPE_CHECKING:
    from typing import TextIO

_NARROW = 70
"""Below this many columns nothing stands side by side."""

OUTCOME_STYLES = {
    "open": "bold green",
    "undetermined": "bold yellow",
    "closed": "bold red",
    "not_in_force": "bold",
}
SEEN_STYLES = {
    "official": "dim",
    "secondary": "cyan",
    "unverified": "bold magenta",
    "planning figure": "magenta",
}


def make_console(file: TextIO | None = None) -> Console:
    """Return a console on standard output; what its encoding cannot say is replaced, never an error."""
    out = file or sys.stdout
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None and (out.encoding or "").lower().replace("-", "") != "utf8":
        reconfigure(errors="replace")
    return Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=False)


def show(console: Console, parts: Iterable[RenderableType]) -> None:
    """Print parts; in a pipe without the blanks that pad a line."""
    if console.is_terminal:
        for part in parts:
            console.print(part)
        return
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    console.file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def narrow(console: Console) -> bool:
    """Whether the terminal is too narrow for columns."""
    return console.width < _NARROW


def text(*parts: str | tuple[str, str] | Text) -> Text:
    """Join pieces into one text: strings, pairs of string and style, texts."""
    joined = Text()
    for part in parts:
        if isinstance(part, Text):
            joined.append_text(part)
        elif isinstance(part, tuple):
            joined.append(clean(part[0]), part[1])
        else:
            joined.append(clean(part))
    return joined


def known(seen: str) -> Text:
    """Return the badge of how well something is known: [official]."""
    return Text(f"[{seen}]", SEEN_STYLES.get(seen, ""))


def heading(title: str) -> RenderableType:
    """Return the head of a section."""
    return Group(Text(""), Text(title, "bold"), Rule(style="dim"))


def indented(part: RenderableType, by: int = 2) -> RenderableType:
    """Move something to the right, its wrapped lines too."""
    return Padding(part, (0, 0, 0, by))


def bullet(part: RenderableType, mark: str = "-") -> RenderableType:
    """Hang a part on a mark; its wrapped lines stand below its first."""
    return hanging(Text(mark), part, len(mark))


def hanging(mark: Text, part: RenderableType, width: int) -> RenderableType:
    """Put a part beside a mark of a fixed width."""
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_column(width=width, no_wrap=True)
    row.add_column(ratio=1, overflow="fold")
    row.add_row(mark, part)
    return row


def labeled(pairs: Iterable[tuple[str, RenderableType]], console: Console, width: int = 26) -> RenderableType:
    """Return names with what they stand for: side by side, or below each other where the terminal is narrow."""
    if narrow(console):
        return Group(*(Group(text((f"{name}:", "dim")), indented(value)) for name, value in pairs))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=width, style="dim")
    grid.add_column(ratio=1, overflow="fold")
    for name, value in pairs:
        grid.add_row(Text(name), value)
    return grid


def plain_table(*columns: str) -> Table:
    """Return a table without lines but below its head."""
    from rich.box import SIMPLE_HEAD

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
