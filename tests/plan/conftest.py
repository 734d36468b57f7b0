"""An invented country's law, small enough to see through: the plan is tested on it, whatever the real law says."""

import sys
from pathlib import Path

import pytest

import landed.law.canada
from landed.law import coverage, files, library
from landed.plan import procedures

RULES = '''\
"""Invented: a permit on an approval, or on none."""

from landed.expr import (
    BUSINESS_DAYS, CAD, CAD_PER_HOUR, DAYS, WEEKS, Obtainable, all_of, any_of, cite, clause, undertaking,
)
from landed.facts import employer, job, worker
from landed.law.route import (
    APPROVAL, CLOCK, EMPLOYER, PERMIT, SERVICE, WORKER, Grants, programme, reservation,
)

law = programme(__name__)
standard = law.number("standard", BUSINESS_DAYS)
slowest = law.number("slowest", BUSINESS_DAYS)
gathering = law.number("gathering", WEEKS)
permit_time = law.number("permit_time", WEEKS)
fast_time = law.number("fast_time", WEEKS)
never_seen = law.number("never_seen", WEEKS)
fee = law.number("fee", CAD)
permit_fee = law.number("permit_fee", CAD)
unseen_fee = law.number("unseen_fee", CAD)
floor = law.number("floor", CAD_PER_HOUR)
in_quebec = job.in_quebec
C = cite("X", "s. 1")

approval_a = law.route("approval_a", "Approval A", kind=APPROVAL, party=EMPLOYER, cites=C,
    requires=undertaking("The employer is willing", employer.willing, cites=C, key="willing"))
approval_b = law.route("approval_b", "Approval B", kind=APPROVAL, party=EMPLOYER, cites=C,
    requires=all_of(
        clause("The wage meets the floor", job.hourly_wage >= floor, cites=C, key="wage", party="employer"),
        clause("A partner refers the employer",
               Obtainable(employer.referred_by_designated_partner, by=("canada.invented.referral",)), cites=C, key="r"),
    ))
referral = law.route("referral", "Referral", kind=APPROVAL, party=EMPLOYER, cites=C,
    requires=clause("The employer does business here", employer.operates_in_canada, cites=C, key="business"))
fast = law.route("fast", "Fast service", kind=SERVICE, party=WORKER, cites=C,
    requires=clause("The stream is A", job.lmia_stream.is_("gts_a"), cites=C, key="stream"))
permit = law.route("permit", "Permit", kind=PERMIT, grants=Grants.WORK_FOR_EMPLOYER, party=WORKER, cites=C,
    reservations=(reservation("Nobody is owed a permit", C),),
    requires=clause("An approval is there",
                    Obtainable(job.lmia_issued, by=("canada.invented.approval_a", "canada.invented.approval_b")),
                    cites=C, key="approval"))
free_permit = law.route("free_permit", "Free permit", kind=PERMIT, grants=Grants.WORK_FOR_ANYONE, party=WORKER,
    cites=C, requires=any_of(
        clause("An approval A is there", Obtainable(job.lmia_issued, by=("canada.invented.approval_a",)), cites=C, key="a"),
        clause("The worker is a citizen of Mexico", worker.citizenships.overlap("MX"), cites=C, key="mx"),
    ))
unwritten = law.route("unwritten", "Unwritten way", kind=PERMIT, grants=Grants.WORK_FOR_ANYONE, party=WORKER,
    cites=C, requires=clause("The worker is a citizen of Peru", worker.citizenships.overlap("PE"), cites=C, key="pe"))
announced = law.route("announced", "Announced way", kind=PERMIT, grants=Grants.WORK_FOR_ANYONE, party=WORKER,
    cites=C, requires=clause("The worker lives", worker.in_canada, cites=C, key="lives"))
full = law.route("full", "Full way", kind=PERMIT, grants=Grants.WORK_FOR_ANYONE, party=WORKER,
    cites=C, requires=clause("The worker is a citizen of Mexico", worker.citizenships.overlap("MX"), cites=C, key="mx"))
stay = law.route("stay", "The stay", kind=CLOCK, party=WORKER, cites=C, grants=Grants.STAY,
    runs_out=worker.us_status.i94_expires, after="The stay has ended.", discretionary=True,
    requires=clause("The status is H-1B", worker.us_status.class_.is_("H-1B"), cites=C, key="class"))
work = law.route("work", "The work", kind=CLOCK, party=WORKER, cites=C, grants=Grants.WORK_FOR_EMPLOYER,
    runs_out=worker.us_status.petition_expires, after="The work has ended.",
    requires=clause("The status is H-1B", worker.us_status.class_.is_("H-1B"), cites=C, key="class"))
stamp = law.route("stamp", "The visa", kind=CLOCK, party=WORKER, cites=C,
    runs_out=worker.us_status.visa_stamp_expires, after="A journey needs a new visa.",
    requires=clause("The status is H-1B", worker.us_status.class_.is_("H-1B"), cites=C, key="class"))
'''

KEYS = (
    "approval_a", "approval_b", "referral", "fast", "permit", "free_permit", "unwritten", "announced", "full", "stay",
    "work", "stamp",
)  # fmt: skip
VALUES = {
    "standard": 10, "slowest": 15, "gathering": 1, "permit_time": 8, "fast_time": 2, "never_seen": "not_encoded",
    "fee": 1000, "permit_fee": 155, "unseen_fee": "not_encoded", "floor": 40,
}  # fmt: skip
UNITS = {
    "standard": "business days", "slowest": "business days", "fee": "CAD", "permit_fee": "CAD", "unseen_fee": "CAD",
    "floor": "CAD/hour",
}  # fmt: skip

PROCEDURE = """\
approval_a:
  steps:
    - {id: gather_a, title: Gather papers, actor: employer, duration: [{standard: gathering}], no_regret: true, documents: [Papers], cites: [{source: X}]}
    - {id: file_a, title: File A, actor: employer, after: [gather_a], filed_with: The office, signs: employer, fees: [{title: Fee of A, amount: fee, payer: employer, recoverable: false}], cites: [{source: X}]}
    - {id: decide_a, title: Decide A, actor: government, after: [file_a], duration: [{standard: standard, slowest: slowest}], calendar: CA, produces: {job.lmia_issued: true, job.lmia_stream: gts_a}, gives: [Letter], cites: [{source: X}]}
approval_b:
  steps:
    - {id: file_b, title: File B, actor: employer, filed_with: The office, fees: [{title: Fee of B, amount: unseen_fee, payer: employer}], cites: [{source: X}]}
    - {id: decide_b, title: Decide B, actor: government, after: [file_b], duration: [{standard: never_seen}], produces: {job.lmia_issued: true, job.lmia_stream: gts_b}, cites: [{source: X}]}
referral:
  steps:
    - {id: refer, title: Refer, actor: employer, duration: [{standard: gathering}], produces: {employer.referred_by_designated_partner: true}, cites: [{source: X}]}
permit:
  steps:
    - {id: quebec, title: Quebec agrees, actor: government, when: in_quebec, needs: [job.lmia_issued], duration: [{standard: gathering}], cites: [{source: X}]}
    - {id: apply, title: Apply, actor: worker, after: [quebec], needs: [job.lmia_issued], filed_with: The other office, fees: [{title: Permit fee, amount: permit_fee, payer: worker}], cites: [{source: X}]}
    - {id: decide, title: Decide, actor: government, after: [apply], duration: [{standard: fast_time, when: canada.invented.fast}, {standard: permit_time}], cites: [{source: X}]}
    - {id: enter, title: Enter, actor: worker, after: [decide], unlocks: [work], cites: [{source: X}]}
free_permit:
  steps:
    - {id: apply_free, title: Apply, actor: worker, duration: [{standard: gathering}], unlocks: [work], cites: [{source: X}]}
"""

CASE = """\
on: 2026-11-23
worker:
  name: Someone
  citizenships: [IN]
  family: married
  us_status: {class: H-1B, i94_expires: 2027-03-31, petition_expires: 2027-03-31, visa_stamp_expires: 2026-12-01}
children: []
job: {hourly_wage: 50, province: BC, lmia_issued: false}
employer: {willing: true, operates_in_canada: true}
goals: {countries: [CA]}
"""


def _dated(value: object) -> str:
    return f"    2017-01-01: {{value: {value}, src: X}}"


def parameters() -> str:
    lines = [
        "sources:",
        "  X: {title: An invented source, seen: official, checked: 2026-11-22, captured: 2026-11-01}",
    ]
    for key in KEYS:
        lines += [
            f"{key}.in_force:",
            "  description: exists",
            "  last_value_still_valid_on: 2040-01-01",
            "  values:",
        ]
        lines += [_dated(str(key != "announced").lower())]
    for name, value in VALUES.items():
        lines += [f"{name}:", f"  description: {name}", f"  unit: {UNITS.get(name, 'weeks')}"]
        lines += [
            "  last_value_still_valid_on: 2040-01-01",
            "  values:",
            _dated(value),
        ]
    for key, state in (("announced", "announced"), ("full", "full")):
        lines += [
            f"{key}.intake:",
            "  description: intake",
            "  last_value_still_valid_on: 2040-01-01",
            "  values:",
        ]
        lines += [_dated(state)]
    return "\n".join(lines) + "\n"


COVERAGE = """\
- {id: canada.spouse, title: Open permit of a spouse, country: CA, state: not_yet, checked: 2026-11-22, family: true}
- {id: canada.other, title: Another program, country: CA, state: not_yet, checked: 2026-11-22}
- {id: france.other, title: A French program, country: FR, state: not_yet, checked: 2026-11-22}
"""


def _clear():
    for module in (library, procedures, coverage):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
    sys.modules.pop("landed.law.canada.invented.rules", None)
    sys.modules.pop("landed.law.canada.invented", None)


@pytest.fixture
def invented(tmp_path, monkeypatch) -> Path:
    """Replace all law by one invented programme; returns its folder, to be changed by a test before the law is asked."""
    folder = tmp_path / "law" / "canada" / "invented"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text('"""Invented."""\n')
    (folder / "rules.py").write_text(RULES)
    (folder / "parameters.yaml").write_text(parameters())
    (folder / "procedure.yaml").write_text(PROCEDURE)
    (tmp_path / "law" / "coverage.yaml").write_text(COVERAGE)
    country = "name: Canada\nreservations:\n  - {text: Everyone must be admissible, cites: [{source: Y, pinpoint: s. 2}]}\n"
    (folder.parent / "country.yaml").write_text(country)
    (folder.parent / "sources.yaml").write_text("Y: {title: A law, seen: official, checked: 2026-11-22}\n")
    for module in (library, files, coverage):
        monkeypatch.setattr(module, "FOLDER", tmp_path / "law")
    monkeypatch.setattr(landed.law.canada, "__path__", [str(folder.parent), *landed.law.canada.__path__])
    monkeypatch.setenv("LANDED_CACHE_DIR", str(tmp_path / "cache"))
    _clear()
    yield folder
    _clear()
