"""An invented workforce as a table: what a firm knows of its people, with gaps, and with what repeats."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

ON = dt.date(2026, 11, 22)
_JOBS = (
    ("Software engineer", "21231", "15-1252", 128_000), ("Data scientist", "21211", "15-2051", 121_000),
    ("Developer", "21232", "15-1252", 104_000), ("Systems analyst", "21222", "15-1211", 96_000),
    ("Web developer", "21234", "15-1254", 88_000), ("Electrical engineer", "21310", "17-2071", 112_000),
    ("Accountant", "11100", "13-2011", 82_000), ("Financial analyst", "11101", "13-2051", 94_000),
    ("Product manager", "60010", "11-2021", 118_000), ("Biologist", "21110", "19-1029", 79_000),
)  # fmt: skip
_CITIZENS = ("IN", "IN", "IN", "IN", "IN", "CN", "CN", "US", "BR", "KR", "MX", "GB", "FR", "NG", "VN", "PH")
_PLACES = (("BC", "Vancouver"), ("ON", "Toronto"), ("QC", "Montreal"))
_LEVELS = ("bachelor", "bachelor", "master", "master", "doctoral")
COLUMNS = (
    "id", "worker.name", "worker.birth_date", "worker.citizenships", "worker.country_of_birth", "worker.residence", "worker.location",
    "worker.family", "worker.education_level", "worker.education_assessed", "worker.english.clb", "worker.foreign_work_years",
    "worker.canadian_work_years", "worker.us_status.class", "worker.us_status.i94_expires", "worker.us_status.petition_expires",
    "worker.us_status.first_h1b_admission", "worker.us_status.last_day_worked", "worker.us_status.i140", "worker.passport_expires",
    "job.title", "job.noc", "job.soc", "job.wage.amount", "job.wage.currency", "job.wage.per", "job.hours_per_week", "job.province", "job.city",
    "employer.operates_in_canada", "employer.canadian_entity.relationship", "employer.canadian_entity.since",
    "employer.canadian_entity.premises", "employer.us_worker_months", "employer.willing",
    "employer.undertakes.labour_market_benefits_plan", "goals.countries",
)  # fmt: skip


def people(count: int, seed: int = 1) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a table with `COLUMNS`; None is an empty cell."""
    chance = random.Random(seed)  # noqa: S311 - people, not secrets
    for number in range(count):
        yield tuple(_row(chance, number))


def _row(chance: random.Random, number: int) -> Iterator[object]:
    title, noc, soc, wage = chance.choice(_JOBS)
    citizen = chance.choice(_CITIZENS)
    province, city = _PLACES[0] if chance.random() < 0.7 else chance.choice(_PLACES)  # noqa: PLR2004
    status = (
        "citizen"
        if citizen == "US"
        else chance.choice(("H-1B",) * 6 + ("F-1 OPT", "L-1B", "TN" if citizen == "MX" else "H-1B"))
    )
    until = None if citizen == "US" else ON + dt.timedelta(days=chance.randint(20, 1090))
    admitted = ON - dt.timedelta(days=chance.randint(60, 2000))

    def or_gap(value: object, gap: float = 0.1) -> object:
        return None if chance.random() < gap else value

    yield f"E{number + 1:05d}"
    yield f"Person {number + 1}"
    yield or_gap(dt.date(1968, 1, 1) + dt.timedelta(days=chance.randint(0, 12_500)), 0.05)
    yield citizen
    yield citizen
    yield "US"
    yield "US"
    yield or_gap(chance.choice(("single", "married")))
    yield or_gap(chance.choice(_LEVELS))
    yield or_gap(chance.random() < 0.2, 0.5)  # noqa: PLR2004
    yield or_gap(chance.choice((7, 8, 9, 9, 10)), 0.6)
    yield or_gap(chance.randint(0, 10), 0.3)
    yield 0
    yield status
    yield until
    yield until if status == "H-1B" else None
    yield or_gap(admitted, 0.2) if status == "H-1B" else None
    yield "none" if chance.random() < 0.97 else ON - dt.timedelta(days=chance.randint(1, 55))  # noqa: PLR2004
    yield or_gap("none", 0.4)
    yield or_gap(ON + dt.timedelta(days=chance.randint(200, 3400)), 0.3)
    yield title
    yield or_gap(noc, 0.05)
    yield soc
    yield wage + 500 * chance.randint(-30, 60)
    yield "CAD"
    yield "year"
    yield 40
    yield province
    yield city
    yield True
    yield "subsidiary"
    yield dt.date(2022, 5, 1)
    yield "commercial"
    yield chance.randint(1, 120)
    yield True
    yield or_gap(True, 0.5)
    yield "CA|US"
