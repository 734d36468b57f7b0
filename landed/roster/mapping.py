"""How the columns of a table are called here: a file of names, constants, words, and date formats.

    extends: hr                            # another map to begin with: a file, or `hr` or `lca`, which come with landed
    id: Employee ID                        # the column that names a person
    dates: MM/DD/YYYY                      # how days are written; never guessed. Several: [MM/DD/YYYY, D MON YYYY]
    numbers: 1,234.56                      # how numbers are written, where not as 1234.56
    encoding: cp1252                       # of a CSV file that is not UTF-8
    columns:
      Date of Birth: worker.birth_date
      Start: {to: job.start, date: DD.MM.YYYY}
      Office: {to: job.province, words: {Vancouver: BC, Toronto: ON}}
      Remarks: ignore
    constants:                             # what holds for everybody, where the row says nothing else
      employer.operates_in_canada: true
    sheets:
      Past jobs: {to: worker.experience, id: Employee, columns: {Code: noc, Since: {to: from, date: YYYYMMDD}}}

Columns are matched whatever their capitals, spaces, and underscores. All the mistakes of a map are told at once.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from landed.errors import CaseError, LandedError, Mistake, UsageError
from landed.facts.countries import countries
from landed.facts.vocabulary import nearest
from landed.roster.cells import Ways, formats, marks
from landed.roster.places import Place, list_names, place_of
from landed.yamltree import Tree, read_tree

IGNORE = "ignore"
_KEYS = (
    "extends",
    "title",
    "id",
    "dates",
    "numbers",
    "encoding",
    "columns",
    "constants",
    "sheets",
    "only",
    "assumes",
    "unclear",
)
_COLUMN_KEYS = ("to", "date", "number", "words", "split")
_SHEET_KEYS = ("to", "id", "columns")
_LARGEST = 1_000_000
BUILT_IN = ("hr", "lca")
COUNTRIES = "countries"
"""Words of a column that are the names of countries, in English or French."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a column goes, and how its cells are written."""

    to: str
    ways: Ways = field(default_factory=Ways)


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A map: of one table of persons, and of the histories beside it."""

    where: str = ""
    id: str = ""
    dates: str = ""
    columns: Mapping[str, Target] = field(default_factory=dict)
    """By the column's name, flattened."""
    constants: Mapping[str, Any] = field(default_factory=dict)
    sheets: Mapping[str, tuple[str, str, Mapping[str, Target]]] = field(default_factory=dict)
    """By the sheet's name, flattened: the list it holds, its column of ids, its columns."""
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Rows are read only where these columns hold one of these words."""
    assumes: tuple[str, ...] = ()
    """What reading by this map takes for granted: said with every answer."""
    unclear: Mapping[str, str] = field(default_factory=dict)
    """Columns that could mean several things, and what to choose from."""
    numbers: str = ""
    """How numbers are written: `1,234.56`, `1.234,56` ..."""
    encoding: str = ""
    """How the text of a CSV file is encoded, where it is not UTF-8."""

    def knows(self, name: str) -> bool:
        """Tell whether a column of this name leads anywhere."""
        key = flat(name)
        return bool(key) and (
            key in self.columns
            or key in self.unclear
            or key == flat(self.id)
            or isinstance(place_of(name.strip()), Place)
        )


def flat(name: str) -> str:
    """Return a column's name without capitals, spaces, and signs."""
    return re.sub(r"[\W_]+", "", name).lower()


def read_mapping(name: str, dates: str = "", numbers: str = "", encoding: str = "") -> ColumnMap:
    """Read a map, by its path or by the name of one that comes with landed; `CaseError` with all its mistakes.

    What is said beside it goes before what it says; `UsageError` where that cannot be.
    """
    found = ColumnMap() if not name else _read(name, ())
    if dates:
        formats(dates)
        found = replace(found, dates=dates)
    if numbers:
        marks(numbers)
        found = replace(found, numbers=numbers)
    if encoding:
        found = replace(found, encoding=text_encoding(encoding))
    return found


def text_encoding(name: str) -> str:
    """Return the name of an encoding of text; `UsageError` where there is none."""
    try:
        info = codecs.lookup(name)
        "".encode(info.name)
    except (LookupError, TypeError, ValueError):
        raise UsageError(
            f"{name!r} is not how text is encoded; expected a name as utf-8, cp1252, latin-1, cp1250, or mac-roman"
        ) from None
    return "utf-8-sig" if info.name == "utf-8" else info.name


def _read(name: str, within: tuple[str, ...]) -> ColumnMap:
    if name in within:
        raise CaseError([Mistake(name, None, "extends", "maps extend one another in a circle")])
    text = _text(name)
    tree = read_tree(text, name)
    if tree.data is None and not tree.mistakes:
        raise CaseError(
            [
                Mistake(
                    name, None, "", "it is empty", "names of columns, as `columns: {Born: worker.birth_date}`"
                )
            ]
        )
    if not isinstance(tree.data, dict):
        raise CaseError(
            tree.mistakes or [Mistake(name, 1, "", "it is not a map", "`columns:` with names below it")]
        )
    reader = _Reader(name, tree)
    made = reader.made()
    if tree.mistakes:
        raise CaseError(sorted(tree.mistakes, key=lambda each: each.line or 0))
    base = tree.data.get("extends")
    if not base:
        return made
    known = str(base) if str(base) in BUILT_IN else str(Path(name).parent / str(base))
    return _over(_read(known, (*within, name)), made)


def _over(base: ColumnMap, own: ColumnMap) -> ColumnMap:
    return ColumnMap(
        own.where, own.id or base.id, own.dates or base.dates, {**base.columns, **own.columns},
        {**base.constants, **own.constants}, {**base.sheets, **own.sheets}, own.only or base.only,
        (*base.assumes, *own.assumes), {key: text for key, text in base.unclear.items() if key not in own.columns},
        own.numbers or base.numbers, own.encoding or base.encoding,
    )  # fmt: skip


def _text(name: str) -> str:
    try:
        if name in BUILT_IN:
            return files(__package__).joinpath("maps", f"{name}.yaml").read_text(encoding="utf-8")
        with Path(name).open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise CaseError([Mistake(name, None, "", "it is larger than 1 MB", "a map of a few kB")])
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        known = f"the path of a map, or one of {', '.join(BUILT_IN)}"
        raise CaseError([Mistake(name, None, "", "there is no such map", known)]) from None
    except UnicodeDecodeError:
        raise CaseError([Mistake(name, None, "", "it is not UTF-8 text", "UTF-8 text")]) from None
    except (OSError, ValueError) as error:
        raise CaseError([Mistake(name, None, "", f"it cannot be read: {error}")]) from None


class _Reader:
    """Reads the data of one map, and collects what is wrong with it."""

    def __init__(self, name: str, tree: Tree) -> None:
        self.name, self.tree, self.data = name, tree, tree.data

    def wrong(self, path: tuple[str, ...], problem: str, expected: str = "", near: str = "") -> None:
        line = self.tree.line(path)
        self.tree.mistakes.append(Mistake(self.name, line, ".".join(path), problem, expected, near))

    def made(self) -> ColumnMap:
        for key in self.data:
            if key not in _KEYS:
                self.wrong((key,), "there is no such field", ", ".join(_KEYS), nearest(key, _KEYS))
        dates = self._format(("dates",), self.data.get("dates"))
        columns = dict(self._columns(("columns",), self._group("columns"), ""))
        constants = self._group("constants")
        for name in constants:
            self._place(("constants", name), name, "")
        return ColumnMap(
            self.name, str(self.data.get("id") or ""), dates, columns, dict(constants), dict(self._sheets()),
            dict(self._only()), tuple(str(each) for each in self.data.get("assumes") or ()),
            {flat(name): str(text) for name, text in self._group("unclear").items()},
            self._said(("numbers",), self.data.get("numbers"), marks),
            str(text_encoding(said) if (said := self._said(("encoding",), self.data.get("encoding"), text_encoding)) else ""),
        )  # fmt: skip

    def _group(self, key: str) -> Mapping[str, Any]:
        found = self.data.get(key)
        if found is None:
            return {}
        if not isinstance(found, dict):
            self.wrong((key,), "it is not a group of names", "names with values below it")
            return {}
        return found

    def _format(self, path: tuple[str, ...], written: Any) -> str:
        several = " | ".join(map(str, written)) if isinstance(written, list) else written
        return self._said(path, several, formats)

    def _said(self, path: tuple[str, ...], written: Any, check: Callable[[str], object]) -> str:
        if written is None:
            return ""
        try:
            check(str(written))
        except LandedError as error:
            self.wrong(path, str(error))
            return ""
        return str(written)

    def _columns(
        self, path: tuple[str, ...], columns: Mapping[str, Any], inside: str
    ) -> Iterator[tuple[str, Target]]:
        for name, written in columns.items():
            here = (*path, name)
            if isinstance(written, str):
                if written == IGNORE or self._place(here, written, inside):
                    yield flat(name), Target(written)
                continue
            if not isinstance(written, dict) or not isinstance(written.get("to"), str):
                self.wrong(
                    here,
                    "it does not say where the column goes",
                    "a name, or {to: NAME, date: ..., words: ...}",
                )
                continue
            for key in written:
                if key not in _COLUMN_KEYS:
                    self.wrong(
                        (*here, key),
                        "there is no such field",
                        ", ".join(_COLUMN_KEYS),
                        nearest(key, _COLUMN_KEYS),
                    )
            meant = self._words((*here, "words"), written.get("words"))
            ways = Ways(
                self._format((*here, "date"), written.get("date")),
                meant,
                str(written.get("split") or Ways().split),
                self._said((*here, "number"), written.get("number"), marks),
            )
            if self._place((*here, "to"), written["to"], inside):
                yield flat(name), Target(written["to"], ways)

    def _words(self, path: tuple[str, ...], written: Any) -> Mapping[str, Any]:
        if written == COUNTRIES:
            return country_words()
        if written is not None and not isinstance(written, dict):
            self.wrong(path, "it is not a group of words", f"words with their meaning, or `{COUNTRIES}`")
            return {}
        return {str(word).strip().lower(): value for word, value in (written or {}).items()}

    def _place(self, path: tuple[str, ...], name: str, inside: str) -> bool:
        found = place_of(f"{inside}.1.{name}" if inside else name)
        if isinstance(found, Place) or (inside and name == "id"):
            return True
        self.wrong(
            path, f"there is no field {name!r}", "a name of the case file, as worker.birth_date", found
        )
        return False

    def _sheets(self) -> Iterator[tuple[str, tuple[str, str, Mapping[str, Target]]]]:
        for name, written in self._group("sheets").items():
            here = ("sheets", name)
            if not isinstance(written, dict) or written.get("to") not in list_names():
                self.wrong(
                    here, "it does not say which list the sheet holds", f"to: {' | '.join(list_names())}"
                )
                continue
            for key in written:
                if key not in _SHEET_KEYS:
                    self.wrong(
                        (*here, key),
                        "there is no such field",
                        ", ".join(_SHEET_KEYS),
                        nearest(key, _SHEET_KEYS),
                    )
            columns = written.get("columns") or {}
            inside = str(written["to"])
            targets = (
                dict(self._columns((*here, "columns"), columns, inside)) if isinstance(columns, dict) else {}
            )
            yield flat(name), (inside, str(written.get("id") or ""), targets)

    def _only(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, written in self._group("only").items():
            words = written if isinstance(written, list) else [written]
            yield flat(name), tuple(str(word).strip().lower() for word in words)


@cache
def country_words() -> dict[str, str]:
    """Return the code of each country by its English and French name, and by names that are as common."""
    found = {"usa": "US", "united states of america": "US", "u.s.a.": "US", "u.s.": "US", "uk": "GB"}
    for code, names in countries().items():
        found |= {name.lower(): code for name in names}
    return found


@cache
def built_in(name: str) -> ColumnMap:
    """Return a map that comes with landed."""
    return _read(name, ())
