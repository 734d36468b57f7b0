"""What the tests of Canada's exempt permits share: to ask a route of a few facts, and to read a table."""

from landed.assess import Outcome, Question, assess_route
from landed.facts import Case, Snapshot
from landed.law import Law
from tests.law.reading import dated, day

OPEN, CLOSED, UNDETERMINED = Outcome.OPEN, Outcome.CLOSED, Outcome.UNDETERMINED
BEFORE = Outcome.NOT_IN_FORCE


def cell(name, on, key):
    """Return one cell of a table, its default where it has no row."""
    table = dated(name, on).value
    return table.rows.get((key,), table.default)


def listed(name, on):
    """Return the codes of a list."""
    return set(dated(name, on).value.whole)


def ask(route, on, **facts):
    """Answer for one route of Canada: `job__noc` is job.noc."""
    given = {name.replace("__", "."): value for name, value in facts.items()}
    law = Law()
    return assess_route(
        Question(Snapshot(Case(on=day(on))).with_facts(given), law, day(on)), law.route(f"canada.{route}")
    )


def failing(answer):
    return [finding.node.key for finding in answer.failing()]


def codes(text):
    """Read codes with spaces between them."""
    return text.split()
