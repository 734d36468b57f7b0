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
    e0, e1, e2, e3 = english
    f0, f1, f2, f3 = french
    p0, p1, p2, p3 = spouse_english
    q0, q1, q2, q3 = spouse_french
    english_day, french_day, spouse_english_day, spouse_french_day = fresh
    own_first, spouse_own_first = languages
    (brings, stays, schooling, here_years, abroad_years, years_old, spouse_schooling, spouse_here_years, trade, studied,
     nominated, has_sibling) = coded  # fmt: skip
    for i in numba.prange(out.size):
        # no branch that a coin decides: a level that does not count is multiplied away
        has_english, has_french = english_day[i] >= oldest, french_day[i] >= oldest
        a0, a1, a2, a3 = e0[i] * has_english, e1[i] * has_english, e2[i] * has_english, e3[i] * has_english
        b0, b1, b2, b3 = f0[i] * has_french, f1[i] * has_french, f2[i] * has_french, f3[i] * has_french
        is_english = own_first[i] == 0
        is_french = not is_english
        c0, d0 = a0 * is_english + b0 * is_french, a0 * is_french + b0 * is_english
        c1, d1 = a1 * is_english + b1 * is_french, a1 * is_french + b1 * is_english
        c2, d2 = a2 * is_english + b2 * is_french, a2 * is_french + b2 * is_english
        c3, d3 = a3 * is_english + b3 * is_french, a3 * is_french + b3 * is_english
        grid = np.int64((brings[i] == 1) & (stays[i] == 0))
        school, here, abroad = schooling[i], here_years[i], abroad_years[i]
        worst = min(c0, c1, c2, c3)
        core = first[grid, c0] + first[grid, c1] + first[grid, c2] + first[grid, c3]
        core += min(second[d0] + second[d1] + second[d2] + second[d3], second_cap[grid])
        core += age[grid, years_old[i]] + education[grid, school] + work[grid, here]
        speaks_english = spouse_own_first[i] == 0
        counts_english = speaks_english & (spouse_english_day[i] >= oldest)
        counts_french = (not speaks_english) & (spouse_french_day[i] >= oldest)
        core += grid * (
            spouse_education[spouse_schooling[i]] + spouse_work[spouse_here_years[i]]
            + spouse_first[p0[i] * counts_english + q0[i] * counts_french]
            + spouse_first[p1[i] * counts_english + q1[i] * counts_french]
            + spouse_first[p2[i] * counts_english + q2[i] * counts_french]
            + spouse_first[p3[i] * counts_english + q3[i] * counts_french]
        )  # fmt: skip
        row, column = credentials[school], foreign[abroad]
        transfer = min(by_language[row, worst] + by_work[row, here], block_cap)
        transfer += min(by_language[column, worst] + by_work[column, here], block_cap)
        transfer += (trade[i] == 1) * certificate[worst]
        extra = study[studied[i]] + (nominated[i] == 1) * nomination + (has_sibling[i] == 1) * sibling
        in_french = min(b0, b1, b2, b3) >= french_level
        in_english = min(a0, a1, a2, a3) >= english_level
        extra += in_french * (in_english * french_and_english + (not in_english) * french_alone)
        out[i] = core + min(transfer, transfer_cap) + min(extra, extra_cap)


CODED = (
    "spouse.accompanying", "spouse.citizen_or_permanent_resident", "worker.education_counted",
    "worker.canadian_work_years", "worker.foreign_work_years", "worker.age", "spouse.education_counted",
    "spouse.canadian_work_years", "worker.trade_certificate", "worker.canadian_study", "worker.enhanced_nomination",
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
