"""The calendar in whole numbers, for engines that move a day by arithmetic: the same as `landed.expr.civil`.

Years are counted from March, so that a leap day is the last of its year; a month is then a number, and its first day a
formula. Tests hold that every day moves as `landed.expr.civil` moves it. Terms alone are made here: nothing is computed.
"""

from __future__ import annotations

from landed.expr.folding import Terms
from landed.expr.terms import Moved, Term

_DAYS_IN_400_YEARS = 146_097
_BEFORE_YEAR_ONE = 305
"""Days from 1 March of the year 0 to the day before 1 January of the year 1, the day of number 0."""
_LONGEST_MONTH = 31


def arithmetic(terms: Terms, move: Moved) -> Term:
    """Return what a moved day is worth, without a table of days."""
    number = terms.literal
    since = terms.add(move.day, number(_BEFORE_YEAR_ONE))
    era = terms.quotient(since, _DAYS_IN_400_YEARS)
    day = _rest(terms, since, era, _DAYS_IN_400_YEARS, 0, _DAYS_IN_400_YEARS - 1)
    leaps = terms.add(
        day, terms.times(terms.quotient(day, 1460), number(-1)), terms.quotient(day, 36_524),
        terms.times(terms.quotient(day, 146_096), number(-1)),
    )  # fmt: skip
    year = terms.least(terms.quotient(terms.most(leaps, number(0)), 365), number(399))
    in_year = _within(terms, terms.less(day, _first_of_year(terms, year)), 0, 365)
    month = terms.quotient(terms.add(terms.times(in_year, number(5)), number(2)), 153)
    in_month = _within(terms, terms.less(in_year, _first_of_month(terms, month)), 0, _LONGEST_MONTH - 1)
    months = terms.add(
        terms.times(terms.add(terms.times(era, number(400)), year), number(12)),
        month,
        terms.times(move.by, number(12 if move.years else 1)),
    )
    first = _first(terms, months)
    if not move.years:
        length = terms.less(_first(terms, terms.add(months, number(1))), first)
        in_month = terms.least(in_month, terms.add(_within(terms, length, 28, _LONGEST_MONTH), number(-1)))
    return _within(terms, terms.add(first, in_month, number(-_BEFORE_YEAR_ONE)), move.lo, move.hi)


def _rest(terms: Terms, whole: Term, times: Term, each: int, lo: int, hi: int) -> Term:
    return _within(terms, terms.less(whole, terms.times(times, terms.literal(each))), lo, hi)


def _within(terms: Terms, part: Term, lo: int, hi: int) -> Term:
    """Say between which numbers it lies, which its own parts do not show."""
    return terms.narrowed(part, lo, hi)


def _first_of_year(terms: Terms, year: Term) -> Term:
    """Return the day, counted within 400 years, on which a year begins."""
    leaps = terms.less(terms.quotient(year, 4), terms.quotient(year, 100))
    return terms.add(terms.times(year, terms.literal(365)), leaps)


def _first_of_month(terms: Terms, month: Term) -> Term:
    """Return the day of the year on which a month begins, March being month 0."""
    return terms.quotient(terms.add(terms.times(month, terms.literal(153)), terms.literal(2)), 5)


def _first(terms: Terms, months: Term) -> Term:
    """Return the first day of a month, counted since March of the year 0."""
    year = terms.quotient(months, 12)
    month = _rest(terms, months, year, 12, 0, 11)
    return terms.add(
        terms.times(year, terms.literal(365)),
        terms.quotient(year, 4),
        terms.times(terms.quotient(year, 100), terms.literal(-1)),
        terms.quotient(year, 400),
        _first_of_month(terms, month),
    )
