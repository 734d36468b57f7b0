"""A workbook of 5,000 people to the finished workbook and report, beside the plans of as many people one by one.

The limit is 60 s on two cores. The plan of one person is timed on a few and multiplied.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
import time
from pathlib import Path
from types import ModuleType

PEOPLE = int(os.environ.get("LANDED_BENCH_PEOPLE", "5000"))
ALONE = 20


def run() -> list[dict[str, object]]:
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

    workforce = _workforce()
    law = Law()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "people.xlsx"
        _write(table, workforce)
        begun = time.perf_counter()
        people = people_of(table, read_sheets(table), read_mapping(""), workforce.ON)
        read = time.perf_counter() - begun
        result = ask(people, law, workforce.ON, cores=os.cpu_count() or 1)
        asked = time.perf_counter() - begun - read
        write_whole(Path(folder) / "plan.xlsx", lambda part: write_workbook(result, part))
        write_text(Path(folder) / "plan.html", html(result))
        whole = time.perf_counter() - begun
    begun = time.perf_counter()
    for person in people.persons[:ALONE]:
        make_plan(person.case, law, workforce.ON)
    alone = (time.perf_counter() - begun) / ALONE * PEOPLE
    rows = (
        ("reading the workbook", read, None),
        ("asking for everybody", asked, None),
        ("all of it", whole, 60),
    )
    return [
        {"what": f"{what} ({PEOPLE:,} people)", "seconds": round(seconds, 1), "ratio": round(seconds / alone, 3),
         "peer": "a plan for each alone", "limit": limit if PEOPLE <= 5000 else None}  # noqa: PLR2004 - the limit's own
        for what, seconds, limit in rows
    ]  # fmt: skip


def _workforce() -> ModuleType:
    spec = importlib.util.spec_from_file_location("workforce", Path(__file__).parent / "people/workforce.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("bench/people/workforce.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _write(path: Path, workforce: ModuleType) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, workforce.COLUMNS)
        for number, row in enumerate(workforce.people(PEOPLE), 1):
            sheet.write_row(number, 0, row)


if __name__ == "__main__":
    for each in run():
        print(each)
