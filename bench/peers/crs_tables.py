"""The tables of the CRS as arrays, read from the law, for peers that are written by hand."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import numpy as np

from landed.expr import Bands, CodeList, NumberParameter, Table
from landed.expr.dated import Cells, Codes, Steps
from landed.facts import worker
from landed.law import Law
from landed.law.declared import walk

AGES, LEVELS, YEARS = 121, 13, 11


def tables(law: Law, day: dt.date) -> SimpleNamespace:
    """Return every table of the system on a day: an entry for each age, level, year, or place in the fact's list."""
    epoch, score = law.at(day), law.score("crs")
    prefix = f"{score.programme}.crs."
    known: dict[str, Any] = {
        node.id.removeprefix(prefix): epoch.dated(node).value
        for node in walk(score)
        if isinstance(node, Bands | Table | NumberParameter | CodeList) and node.id.startswith(prefix)
    }
    schooling, study = worker.education_counted.options, worker.canadian_study.options

    def steps(name: str, size: int) -> Any:
        found = known[name]
        assert isinstance(found, Steps)
        return np.array([[a for t, a in found.rows if t <= n][-1] for n in range(size)], dtype=np.int16)

    def rows(name: str, options: tuple[str, ...]) -> Any:
        found = known[name]
        assert isinstance(found, Cells)
        return np.array([found.rows.get((each,), found.default) for each in options], dtype=np.int16)

    def codes(name: str) -> Any:
        found = known[name]
        assert isinstance(found, Codes)
        return np.array([each in found.whole for each in schooling])

    def both(name: str, size: int) -> Any:
        return np.stack([steps(f"{name}.without_spouse", size), steps(f"{name}.with_spouse", size)])

    one, two = codes("transferability.one_credential"), codes("transferability.two_credentials")
    return SimpleNamespace(
        age=both("age", AGES), first=both("first_language", LEVELS), work=both("canadian_work", YEARS),
        education=np.stack([rows(f"education.{grid}_spouse", schooling) for grid in ("without", "with")]),
        second=steps("second_language.each", LEVELS),
        second_cap=np.array([known[f"second_language.cap_{grid}_spouse"] for grid in ("without", "with")]),
        spouse_education=rows("spouse.education", schooling), spouse_first=steps("spouse.language", LEVELS),
        spouse_work=steps("spouse.canadian_work", YEARS),
        by_language=np.stack([np.zeros(LEVELS, np.int16), steps("transferability.language.lower", LEVELS),
                              steps("transferability.language.higher", LEVELS)]),
        by_work=np.stack([np.zeros(YEARS, np.int16), steps("transferability.canadian_work.lower", YEARS),
                          steps("transferability.canadian_work.higher", YEARS)]),
        credentials=np.where(two, 2, np.where(one, 1, 0)).astype(np.int8),
        foreign=np.array([2 if n >= known["transferability.foreign_work.many"] else
                          1 if n >= known["transferability.foreign_work.some"] else 0 for n in range(YEARS)], np.int8),
        certificate=steps("transferability.certificate", LEVELS), block_cap=known["transferability.block_cap"],
        transfer_cap=known["transferability.cap"], nomination=known["nomination"],
        study=rows("canadian_study", study), sibling=known["sibling"], french=known["french.alone"],
        french_and_english=known["french.with_english"], french_level=known["french.level"],
        english_level=known["french.english_level"], extra_cap=known["additional.cap"],
    )  # fmt: skip
