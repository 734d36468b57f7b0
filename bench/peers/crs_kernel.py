"""The CRS by hand: one fused loop that a compiler turns into machine code. No rule is written like this twice."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numba
import numpy as np


@numba.njit(parallel=True, cache=False, fastmath=False)  # type: ignore[untyped-decorator]
def _loop(  # noqa: ANN202, PLR0913, PLR0917 - arrays, typed by the compiler
    out, english, french, spouse_english, spouse_french, fresh, languages, coded, age, first, work, education, second,
    second_cap, spouse_education, spouse_first, spouse_work, by_language, by_work, credentials, foreign, certificate,
    block_cap, transfer_cap, nomination, study, sibling, french_alone, french_and_english, french_level,
    english_level, extra_cap, oldest,
):  # fmt: skip
    for i in numba.prange(out.size):
        grid = 1 if coded[0][i] == 1 and coded[1][i] == 0 else 0
        has_english, has_french = fresh[0][i] >= oldest, fresh[1][i] >= oldest
        best_english = worst = best_french = 99
        core = second_points = 0
        for ability in range(4):
            e = english[ability][i] if has_english else 0
            f = french[ability][i] if has_french else 0
            best_english, best_french = min(best_english, e), min(best_french, f)
            one, two = (e, f) if languages[0][i] == 0 else (f, e)
            worst = min(worst, one)
            core += first[grid, one]
            second_points += second[two]
        school, here, abroad = coded[2][i], coded[3][i], coded[4][i]
        core += min(second_points, second_cap[grid]) + age[grid, coded[5][i]]
        core += education[grid, school] + work[grid, here]
        if grid:
            core += spouse_education[coded[6][i]] + spouse_work[coded[7][i]]
            for ability in range(4):
                if languages[1][i] == 0:
                    level = spouse_english[ability][i] if fresh[2][i] >= oldest else 0
                else:
                    level = spouse_french[ability][i] if fresh[3][i] >= oldest else 0
                core += spouse_first[level]
        row, column = credentials[school], foreign[abroad]
        transfer = min(by_language[row, worst] + by_work[row, here], block_cap)
        transfer += min(by_language[column, worst] + by_work[column, here], block_cap)
        if coded[8][i] == 1:
            transfer += certificate[worst]
        extra = study[coded[9][i]]
        if coded[10][i] == 1:
            extra += nomination
        if coded[11][i] == 1:
            extra += sibling
        if best_french >= french_level:
            extra += french_and_english if best_english >= english_level else french_alone
        out[i] = core + min(transfer, transfer_cap) + min(extra, extra_cap)


CODED = (
    "spouse.accompanying", "spouse.citizen_or_permanent_resident", "worker.education_counted",
    "worker.canadian_work_years", "worker.foreign_work_years", "worker.age", "spouse.education_counted",
    "spouse.canadian_work_years", "worker.trade_certificate", "worker.canadian_study", "worker.provincial_nomination",
    "worker.sibling_in_canada",
)  # fmt: skip
ABILITIES = ("listening", "reading", "writing", "speaking")
TONGUES = ("worker.english", "worker.french", "spouse.english", "spouse.french")


def crs(columns: dict[str, Any], table: SimpleNamespace, oldest: int) -> Any:
    """Return everybody's total; `oldest` is the first day of a language test that still counts."""
    levels = [tuple(columns[f"{tongue}.{ability}"] for ability in ABILITIES) for tongue in TONGUES]
    fresh = tuple(columns[f"{tongue}.test_date"] for tongue in TONGUES)
    languages = columns["worker.first_language"], columns["spouse.first_language"]
    out = np.empty(len(fresh[0]), dtype=np.int16)
    t = table
    _loop(
        out, *levels, fresh, languages, tuple(columns[name] for name in CODED), t.age, t.first, t.work, t.education,
        t.second, t.second_cap, t.spouse_education, t.spouse_first, t.spouse_work, t.by_language, t.by_work,
        t.credentials, t.foreign, t.certificate, t.block_cap, t.transfer_cap, t.nomination, t.study, t.sibling,
        t.french, t.french_and_english, t.french_level, t.english_level, t.extra_cap, oldest,
    )  # fmt: skip
    return out
