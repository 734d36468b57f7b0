"""Units: what a number counts, and in which smallest step it is stored.

Every number in a rule is an exact integer of smallest steps (cents, hundredths of an hour, days), or an
exact fraction of them (a rate). Binary floating point never decides a clause.

>>> CAD_PER_HOUR.parse("40.87")
4087
>>> CAD_PER_HOUR.show(4087)
'CAD 40.87 an hour'
>>> DAY.show(DAY.parse("2017-06-12"))
'2017-06-12'
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

Amount = int | Fraction | float
"""An exact amount in smallest steps; a float only ever stands for plus or minus infinity."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts.

    `decimals` says how many decimal places a written value has: 2 for money, so that 40.87 is stored as 4087.
    """

    name: str
    decimals: int = 0
    before: str = ""
    after: str = ""

    def parse(self, written: object) -> int:
        """Read a written value as smallest steps; ValueError when it is none or has too many decimals."""
        if self.name == "day":
            if isinstance(written, dt.date):
                return written.toordinal()
            return dt.date.fromisoformat(str(written)).toordinal()
        if isinstance(written, bool):
            msg = f"{written} is not a number"
            raise ValueError(msg)  # noqa: TRY004 - every bad value is a ValueError to the caller
        try:
            steps = Decimal(str(written)).scaleb(self.decimals)
        except InvalidOperation:
            msg = f"{written!r} is not a number"
            raise ValueError(msg) from None
        if not steps.is_finite() or steps != steps.to_integral_value():
            msg = f"{written!r} has more than {self.decimals} decimals"
            raise ValueError(msg)
        return int(steps)

    def _tellable(self, amount: Amount) -> bool:
        """Whether an amount is one, and not a bound without end (a day before the calendar is none)."""
        if isinstance(amount, float) and math.isinf(amount):
            return False
        return self.name != "day" or 1 <= amount <= dt.date.max.toordinal()

    def plain(self, amount: Amount) -> int | float | str | None:
        """Give an amount as a JSON value: a number, a day as text, None where it is unbounded."""
        if not self._tellable(amount):
            return None
        if self.name == "day":
            return dt.date.fromordinal(int(amount)).isoformat()
        value = Fraction(amount) / 10**self.decimals
        return int(value) if value.denominator == 1 else round(float(value), 4)

    def show(self, amount: Amount) -> str:
        """Say an amount in words: CAD 40.87 an hour."""
        if not self._tellable(amount):
            return "no limit"
        if self.name == "day":
            return dt.date.fromordinal(int(amount)).isoformat()
        value = Fraction(amount) / 10**self.decimals
        whole = value.denominator == 1 and not (self.decimals == 2 and self.after == " an hour")  # noqa: PLR2004 - cents
        digits = f"{int(value):,}" if whole else f"{float(value):,.2f}"
        return f"{self.before}{digits}{self.after}"


DAY = Unit("day")
DAYS = Unit("days", after=" days")
BUSINESS_DAYS = Unit("business days", after=" business days")
WEEKS = Unit("weeks", after=" weeks")
MONTHS = Unit("months", after=" months")
YEARS = Unit("years", after=" years")
HOURS = Unit("hours", decimals=2, after=" hours")
PERSONS = Unit("persons")
POINTS = Unit("points", after=" points")
CLB = Unit("CLB", before="CLB ")
COUNT = Unit("count")
PERCENT = Unit("percent", decimals=2, after=" %")
CAD = Unit("CAD", decimals=2, before="CAD ")
CAD_PER_HOUR = Unit("CAD/hour", decimals=2, before="CAD ", after=" an hour")
USD = Unit("USD", decimals=2, before="USD ")
EUR = Unit("EUR", decimals=2, before="EUR ")

UNITS = {
    unit.name: unit
    for unit in (
        DAY, DAYS, BUSINESS_DAYS, WEEKS, MONTHS, YEARS, HOURS, PERSONS, POINTS, CLB, COUNT, PERCENT,
        CAD, CAD_PER_HOUR, USD, EUR,
    )
}  # fmt: skip
"""Every unit by its written name, as it stands in a parameter file."""
