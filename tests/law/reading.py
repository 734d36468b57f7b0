"""How tests of the law's tables read: a table written as text, a parameter on a day, a condition of a few facts."""

import datetime as dt
from functools import cache

from landed.assess import Question
from landed.facts import Case, Snapshot
from landed.law import Law

LAW = Law()
DAY = dt.timedelta(days=1)
TODAY = "2026-11-22"


def day(text):
    return dt.date.fromisoformat(text)


@cache
def dated(name, on):
    """Return what a parameter of Canada is worth on a day."""
    files, local = LAW.home(f"canada.{name}")
    return LAW.at(day(on)).dated(files.declared[local])


def truth(expression, on, **facts):
    """Ask a condition of a case: `job__noc` is job.noc."""
    given = {name.replace("__", "."): value for name, value in facts.items()}
    return Question(Snapshot(Case(on=day(on))).with_facts(given), LAW, day(on)).ask(expression).truth


def the_day_before(text):
    return (day(text) - DAY).isoformat()


def rows(table):
    """Read a table written as text: a header, then a row a line, cells between bars."""
    header, *lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return header, lines


def stretches(starts, end=TODAY):
    """Return the first and the last day of each stretch that begins on one of these days."""
    return [
        (since, on)
        for since, until in zip(starts, [*starts[1:], (day(end) + DAY).isoformat()], strict=True)
        for on in (since, the_day_before(until))
    ]
