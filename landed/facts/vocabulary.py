"""Every fact by its name, and the parts of a case that may be said to be absent.

>>> fact("job.noc").about.question
'Which National Occupational Classification code fits the duties?'
>>> nearest("worker.us_status.i94_expire")
'worker.us_status.i94_expires'
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from landed.errors import UsageError
from landed.expr.leaves import BoolFact, ChoiceFact, Fact, NumberFact, SeveralFact
from landed.facts._declare import Language
from landed.facts._people import spouse, worker
from landed.facts._work import employer, goals, job

NAMESPACES: tuple[type, ...] = (worker, spouse, job, employer, goals)

ABSENT_ALLOWED = frozenset({
    "spouse", "spouse.english", "spouse.french", "worker.english", "worker.french",
    "worker.us_status.i140", "worker.us_status.pending_petition", "employer", "employer.canadian_entity",
})  # fmt: skip
"""Groups of facts that a case may give as `none`: there is no such thing."""


def _facts_in(namespace: object) -> Iterator[Fact]:
    for key, item in vars(namespace).items():
        if isinstance(item, BoolFact | NumberFact | ChoiceFact | SeveralFact):
            yield item
        elif (isinstance(item, type) and not key.startswith("_")) or isinstance(item, Language):
            yield from _facts_in(item)


FACTS: Mapping[str, Fact] = {item.name: item for namespace in NAMESPACES for item in _facts_in(namespace)}
"""Every fact by its name, in the order in which it is asked."""


def nearest(name: str, among: Iterable[str] = FACTS) -> str:
    """Return the nearest right name, or an empty text."""
    found = difflib.get_close_matches(name, list(among), n=1, cutoff=0.6)
    if found:
        return found[0]
    last = name.rsplit(".", maxsplit=1)[-1]
    same = [other for other in among if other.rsplit(".", maxsplit=1)[-1] == last]
    return same[0] if len(same) == 1 else ""


def fact(name: str) -> Fact:
    """Return the fact of that name; a `UsageError` names the nearest right one."""
    if name in FACTS:
        return FACTS[name]
    guess = nearest(name)
    message = f"there is no fact {name!r}"
    raise UsageError(f"{message}; did you mean {guess!r}?" if guess else message)
