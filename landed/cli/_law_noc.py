"""`landed law noc`: occupations of the National Occupational Classification, by words or by code of either version."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from landed.cli._options import AsJson, print_json
from landed.errors import UnansweredError

_ABOUT = (
    "A code of 5 digits is NOC 2021 (its second digit is the TEER category), one of 4 digits NOC 2011 or 2016. Canada's "
    "immigration department used NOC 2011 until 2017-10-23, NOC 2016 until 2022-11-15, and NOC 2021 since. Held are the "
    "unit groups of TEER 0 to 3. An officer decides by the duties, not by the title."
)


def noc(
    *,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="Words of a title, or a code: software, 21231, 2173."),
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, max=400, help="How many to show.")] = 15,
    as_json: AsJson = False,
) -> None:
    """Find occupations by words of their title, or by a code of either version, with their TEER category.

    Example: landed law noc software
    """
    asked = " ".join(words)
    rows = _rows(asked, limit)
    if not rows:
        raise UnansweredError(_nothing(asked))
    if as_json:
        print_json({"asked": asked, "occupations": rows, "about": _ABOUT})
        return
    for row in rows:
        typer.echo(
            f"{row['noc']}  TEER {row['teer']}  {row['title']}  (NOC 2016: {', '.join(row['noc2016'])})"
        )
    typer.echo(f"\n{_ABOUT}")


def _rows(asked: str, limit: int) -> list[dict[str, Any]]:
    from landed.facts import noc

    found = noc.search(asked, 400)
    code = asked.strip()
    version = noc.scheme_of(code)
    if version == "noc2021":
        found = [each for each in found if each.code == code]
    elif version == "noc2016":
        found = [each for each in found if code in each.noc2016]
    return [
        {"noc": each.code, "teer": each.teer, "title": each.title, "noc2016": sorted(each.noc2016)}
        for each in found[:limit]
    ]


def _nothing(asked: str) -> str:
    from landed.facts import noc

    if noc.scheme_of(asked.strip()) is None:
        return (
            f"no occupation of TEER 0 to 3 has {asked!r} in its title; try one word of the duties, or a code"
        )
    if noc.exists(asked.strip()):
        return f"{asked} is an occupation of TEER 4 or 5, whose titles are not held here"
    nearest = noc.nearest(asked.strip())
    return f"there is no occupation {asked}" + (f"; did you mean {nearest}?" if nearest else "")
