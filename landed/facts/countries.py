"""Countries by their ISO 3166-1 alpha-2 codes, in English and French.

>>> name("DE"), name("DE", "fr"), exists("UK"), nearest("UK"), nearest("India")
('Germany', 'Allemagne', False, 'GB', 'IN')
"""

from __future__ import annotations

import csv
import difflib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

_COMMON = {
    "UK": "GB", "EU": "", "USA": "US", "UNITED STATES OF AMERICA": "US", "AMERICA": "US", "ENGLAND": "GB",
    "HOLLAND": "NL", "KOREA": "KR", "TURKEY": "TR", "IVORY COAST": "CI", "BURMA": "MM", "IND": "IN", "CHN": "CN",
    "CAN": "CA", "MEX": "MX", "FRA": "FR", "GBR": "GB", "BRA": "BR", "PHL": "PH", "PAK": "PK", "NGA": "NG",
}  # fmt: skip
"""Names often written for a code that are not its own."""


@cache
def countries() -> Mapping[str, tuple[str, str]]:
    """Return every code with its English and French names."""
    text = files(__package__).joinpath("countries.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["code"]: (row["english"], row["french"]) for row in csv.DictReader(lines)}


def exists(code: str) -> bool:
    """Tell whether the two letters are a country's code."""
    return code in countries()


def name(code: str, language: Literal["en", "fr"] = "en") -> str:
    """Return the country's name; KeyError where there is no such code."""
    return countries()[code][language == "fr"]


def nearest(text: str) -> str:
    """Return the code that was probably meant, or an empty text."""
    written = text.strip().upper()
    if written in _COMMON:
        return _COMMON[written]
    if written in countries():
        return written
    names = {each.upper(): code for code, both in countries().items() for each in both}
    found = difflib.get_close_matches(written, list(names), n=1, cutoff=0.75)
    return names[found[0]] if found else ""
