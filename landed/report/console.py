"""How reports are laid out on a terminal: wrapped to its width, plain in a pipe, never steered by what they print."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
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


@dataclass(frozen=True, slots=True)
class Beside:
    """A part to the right of another of a fixed width: cheaper than a table, which measures all that it holds."""

    left: Text
    right: RenderableType
    width: int
    gap: int = 1

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render both in their own widths, and join their lines."""
        left = console.render_lines(self.left, options.update_width(self.width))
        rest = max(1, options.max_width - self.width - self.gap)
        right = console.render_lines(self.right, options.update_width(rest), pad=False)
        blank, gap = [Segment(" " * self.width)], Segment(" " * self.gap)
        for before, after in zip_longest(left, right, fillvalue=None):
            yield from before or blank
            yield gap
            yield from after or ()
            yield Segment.line()


def hanging(mark: Text, part: RenderableType, width: int) -> RenderableType:
    """Put a part beside a mark of a fixed width; its wrapped lines stand below its first."""
    return Beside(mark, part, width)


def labeled(pairs: Iterable[tuple[str, RenderableType]], console: Console, width: int = 26) -> RenderableType:
    """Return names with what they stand for: side by side, or below each other where the terminal is narrow."""
    if narrow(console):
        return Group(*(Group(text((f"{name}:", "dim")), indented(value)) for name, value in pairs))
    return Group(*(Beside(Text(name, "dim"), value, width, 2) for name, value in pairs))


def plain_table(*columns: str) -> Table:
    """Return a table without lines but below its head."""
    from rich.box import SIMPLE_HEAD

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", expand=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
