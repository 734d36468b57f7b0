"""Rules as expressions: an expression is a question that can be put to one case, to a table, or to a text.

A rule of law is written once, as a tree of small frozen nodes, and read several ways. The tree is made of facts
(`landed.facts`), dated parameters (`landed.law`) and the operations here. It never computes anything by itself,
holds no Python function, and has no truth value: `all_of`, `any_of` and `not_` take the place of `and`, `or`
and `not`.

Three absences are kept apart. *Unknown*: nobody gave the fact; numbers then have bounds, truths are None, and an
answer is given as soon as no value of the missing fact could change it. *Not applicable*: a clause whose `when`
is false asks nothing. *Not encoded*: the law has a clause or an amount that is not written here; it is unknown for
ever, is never a question to the user, and is named in the answer.

>>> from landed.expr import NumberFact, BoolFact, About, YEARS, all_of
>>> age = NumberFact("worker.age", About("How old are you?"), YEARS)
>>> adult = all_of(age >= 18, age < 36)
>>> bool(adult)
Traceback (most recent call last):
    ...
TypeError: an expression is not true or false by itself; join with all_of(...), any_of(...) or not_(...)
"""

from landed.expr.clauses import Cite, Clause, Kind, Party, Seen, cite, clause, judgement, undertaking
from landed.expr.leaves import (
    About,
    Bands,
    BoolFact,
    ChoiceFact,
    ChoiceParameter,
    CodeList,
    Fact,
    FlagParameter,
    Meets,
    NumberFact,
    NumberParameter,
    Obtainable,
    Parameter,
    SeveralFact,
    Table,
)  # fmt: skip
from landed.expr.nodes import (
    Bool,
    Choice,
    Constant,
    Count,
    Expr,
    NotEncoded,
    NotEncodedNumber,
    Number,
    Several,
    Today,
    Truly,
    all_of,
    any_of,
    given,
    later,
    least,
    most,
    not_,
    total,
)  # fmt: skip
from landed.expr.units import (
    BUSINESS_DAYS,
    CAD,
    CAD_PER_HOUR,
    CLB,
    COUNT,
    DAY,
    DAYS,
    EUR,
    HOURS,
    MONTHS,
    PERCENT,
    PERSONS,
    POINTS,
    USD,
    WEEKS,
    YEARS,
    Unit,
)  # fmt: skip

__all__ = [
    "BUSINESS_DAYS", "CAD", "CAD_PER_HOUR", "CLB", "COUNT", "DAY", "DAYS", "EUR", "HOURS", "MONTHS", "PERCENT", "PERSONS",
    "POINTS", "USD", "WEEKS", "YEARS", "About", "Bands", "Bool", "BoolFact", "Choice", "ChoiceFact", "ChoiceParameter",
    "Cite", "Clause", "CodeList", "Constant", "Count", "Expr", "Fact", "FlagParameter", "Kind", "Meets", "NotEncoded",
    "NotEncodedNumber", "Number", "NumberFact", "NumberParameter", "Obtainable", "Parameter", "Party", "Seen", "Several",
    "SeveralFact", "Table", "Today", "Truly", "Unit", "all_of", "any_of", "cite", "clause", "given", "judgement", "later",
    "least", "most", "not_", "total", "undertaking",
]  # fmt: skip
