"""Cases for the points of Express Entry: everything stated, nothing to be worked out."""

import datetime as dt
from functools import cache

from landed.assess import Question
from landed.assess.points import Points, points
from landed.facts import Case, Snapshot
from landed.law import Law
from landed.law.library import load_programme
from landed.law.score import Score

ABILITIES = ("listening", "reading", "writing", "speaking")
DAY = dt.date(2026, 6, 1)
BARE = {
    "worker.age": 17, "worker.education_counted": "none", "worker.canadian_work_years": 0, "worker.foreign_work_years": 0,
    "worker.skilled_work_years": 0, "worker.trade_certificate": False, "worker.provincial_nomination": False,
    "worker.canadian_study": "none", "worker.sibling_in_canada": False, "worker.relative_in_canada": False,
    "worker.study_in_canada_two_years": False, "worker.first_language": "english", "job.arranged_employment": "none",
    "job.noc": "21231",
}  # fmt: skip
ALONE = {"spouse": "none"}
SPOUSE = {
    "spouse.accompanying": True, "spouse.citizen_or_permanent_resident": False, "spouse.education_counted": "none",
    "spouse.canadian_work_years": 0, "spouse.study_in_canada_two_years": False, "spouse.first_language": "english",
}  # fmt: skip


def levels(group: str, *each: int) -> dict[str, int]:
    """Return the levels of four abilities; one is that of all."""
    four = each * 4 if len(each) == 1 else each
    return {f"{group}.{ability}": level for ability, level in zip(ABILITIES, four, strict=True)}


@cache
def system(name: str) -> Score:
    """Return a system of Express Entry."""
    return next(score for score in load_programme("canada.express_entry").scores if score.system == name)


def facts(*, spouse: bool = False, **given: object) -> dict[str, object]:
    """Return a case with nothing that gives points, and what is given besides (`worker__age=30`)."""
    case = {
        **BARE, **levels("worker.english", 0), **levels("worker.french", 0),
        **({**SPOUSE, **levels("spouse.english", 0), **levels("spouse.french", 0)} if spouse else ALONE),
    }  # fmt: skip
    return {**case, **{name.replace("__", "."): value for name, value in given.items()}}


def counted(case: dict[str, object], day: dt.date = DAY, name: str = "crs", law: Law | None = None) -> Points:
    """Count a system for a case on a day."""
    return points(Question(Snapshot(Case(on=day)).with_facts(case), law or Law(), day), system(name))


def line(found: Points, key: str) -> int:
    """Return the points of one line."""
    span = next(each.points for each in found.lines if each.line.key == key)
    assert span.exact, (key, span)
    return int(span.lo)


def total(found: Points) -> int:
    """Return the total, which must be known."""
    assert found.total.exact, found.missing
    return int(found.total.lo)
