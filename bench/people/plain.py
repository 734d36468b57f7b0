"""The invented workforce as a table in a person's own plain columns: days, codes, amounts; null is unknown."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from people import staff

_NEVER, _NEVER_WAS = dt.date(9999, 12, 31), dt.date(1, 1, 1)


def table(count: int) -> Any:
    """Return so many people as a Polars frame: a column for each fact of which anything is known of anybody."""
    import polars as pl

    from landed.expr.source import column_name
    from landed.facts import FACTS
    from landed.roster.known import Known

    known = Known(staff.cases(count), staff.ON)
    columns = [
        pl.Series(column_name(name), [_plain(fact, value) for value in known.column(name)], strict=False)
        for name, fact in FACTS.items()
    ]
    return pl.DataFrame([column for column in columns if column.null_count() < count])


def _plain(fact: Any, value: Any) -> Any:
    """Return what stands in a cell; None where less than one value is known."""
    from landed.expr.units import DAY
    from landed.expr.values import Members, Span

    match value:
        case bool():
            return value
        case Span(lo=lo, hi=hi) if lo == hi and fact.unit == DAY:
            return (
                _NEVER if lo == math.inf else _NEVER_WAS if lo == -math.inf else dt.date.fromordinal(int(lo))
            )
        case Span(lo=lo, hi=hi) if lo == hi and math.isfinite(lo):
            return float(lo) / 10**fact.unit.decimals
        case Members() if value.exact:
            return "|".join(sorted(value.certain))
        case frozenset() if len(value) == 1:
            return next(iter(value))
        case _:
            return None
