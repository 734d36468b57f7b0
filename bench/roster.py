"""A workbook of 5,000 people to the finished workbook and report, beside the plans of as many people one by one.

The limit is 60 s on two cores. The plan of one person is timed on a few and multiplied.
LANDED_BENCH_PEOPLE sets how many people there are.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from measured import CORES, Row, row, say, size_of
from people import workforce

LIMITS_UP_TO = 5_000
PEOPLE = size_of("PEOPLE", LIMITS_UP_TO)
ALONE = 20


def run() -> list[Row]:
    """Return one row a stage: seconds, the ratio to asking each person alone, and the limit."""
    from landed.law import Law
    from landed.plan import make_plan
    from landed.roster.mapping import read_mapping
    from landed.roster.people import people_of
    from landed.roster.report import html
    from landed.roster.run import ask
    from landed.roster.tables import read_sheets
    from landed.roster.workbook import write_workbook
    from landed.roster.writing import write_text, write_whole

    law = Law()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "people.xlsx"
        _write(table)
        say(f"a workbook of {PEOPLE:,} people")
        begun = time.perf_counter()
        people = people_of(table, read_sheets(table), read_mapping(""), workforce.ON)
        read = time.perf_counter() - begun
        result = ask(people, law, workforce.ON, cores=CORES)
        asked = time.perf_counter() - begun - read
        write_whole(Path(folder) / "plan.xlsx", lambda part: write_workbook(result, part))
        write_text(Path(folder) / "plan.html", html(result))
        whole = time.perf_counter() - begun
    some = people.persons[:ALONE]
    say(f"the plans of {len(some)} of them, one by one")
    begun = time.perf_counter()
    for person in some:
        make_plan(person.case, law, workforce.ON)
    alone = (time.perf_counter() - begun) / len(some) * PEOPLE
    peer = "times as fast as a plan for each alone"
    return [
        row(f"reading the workbook ({PEOPLE:,} people)", read),
        row("asking for everybody", asked, ratio=alone / asked, peer=peer),
        row("all of it, with workbook and report written", whole, ratio=alone / whole, peer=peer,
            at_most=60 if PEOPLE <= LIMITS_UP_TO else None),
    ]  # fmt: skip


def _write(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, workforce.COLUMNS)
        for number, row_ in enumerate(workforce.people(PEOPLE), 1):
            sheet.write_row(number, 0, row_)


if __name__ == "__main__":
    for each in run():
        print(each)
