"""What has structure in a case file: jobs, studies, tests, stays, relatives, wages, assertions.

These are pydantic models, imported only when a file is read or its schema asked for. Rules never see them: they see
the measures of `measures.py`. Every field is optional, for what is absent is unknown; the few without which a record
means nothing (the name of a language test, the clause of an assertion) are asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, TypeAdapter, ValidationError, WithJsonSchema,
    model_validator,
)  # fmt: skip

from landed.expr.units import HOURS, YEARS, Unit
from landed.facts import languages
from landed.facts._declare import ABILITIES
from landed.facts._people import LEVELS
from landed.facts._reading import (
    NONE, WrongAnswer, read_amount, read_code, read_day, read_flag, read_option,
)  # fmt: skip


def _maybe(reader: Callable[[Any], Any], schema: dict[str, Any]) -> Any:
    """Make the type of an optional field from a reader; null is unknown."""

    def read(written: object) -> Any:
        return None if written is None else reader(written)

    return Annotated[Any, PlainValidator(read), WithJsonSchema({"anyOf": [schema, {"type": "null"}]})]


def _or(word: str, reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(written: object) -> Any:
        if written == word:
            return word
        try:
            return reader(written)
        except WrongAnswer as wrong:
            raise WrongAnswer(wrong.problem, f"{wrong.expected}, or `{word}`", wrong.nearest) from None

    return read


def _options(*options: str) -> Any:
    return _maybe(partial(read_option, options=options), {"enum": list(options)})


def _number(unit: Unit, lowest: int = 0, highest: int | None = None) -> Any:
    return _maybe(
        partial(read_amount, unit=unit, lowest=lowest, highest=highest), {"type": "number", "minimum": 0}
    )


_DAY_SCHEMA: dict[str, Any] = {"type": "string", "format": "date"}
Day = _maybe(read_day, _DAY_SCHEMA)
DayOrPresent = _maybe(_or("present", read_day), {"anyOf": [_DAY_SCHEMA, {"const": "present"}]})
DayOrNone = _maybe(_or(NONE, read_day), {"anyOf": [_DAY_SCHEMA, {"const": NONE}]})
Country = _maybe(partial(read_code, form="country"), {"type": "string", "pattern": "^[A-Z]{2}$"})
Noc = _maybe(partial(read_code, form="noc"), {"type": "string", "pattern": "^[0-9]{4,5}$"})
Text = _maybe(partial(read_code, form="text"), {"type": "string"})
Flag = _maybe(read_flag, {"type": "boolean"})
Hours = _number(HOURS, 1, 16800)
CURRENCIES = ("CAD", "USD", "EUR", "GBP", "INR", "CHF", "AUD", "MXN", "CNY", "JPY", "BRL")


class Record(BaseModel):
    """A group of fields, of which no other may stand beside those named."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class _Period(Record):
    from_: Day = Field(None, alias="from", description="The first day")
    to: DayOrPresent = Field(None, description="The last day; `present` where it goes on")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and isinstance(self.to, dt.date) and self.to < self.from_:
            raise WrongAnswer(f"it ends on {self.to}, before it begins on {self.from_}", "a day not before it", part="to")
        return self


class Study(Record):
    """A program of study; `bachelor` is also any other program of three years or more."""

    level: _options(*(level for level in LEVELS if level not in ("none", "two_or_more"))) = None  # type: ignore[valid-type]
    field: Text = None
    country: Country = None
    years: _number(YEARS, 0, 15) = Field(None, description="Its length in years")  # type: ignore[valid-type]
    completed: Day = None
    assessed: DayOrNone = Field(None, description="The day of the credential assessment; `none` if there is none")
    institution: Text = None


_Score = Annotated[Any, WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "null"}]})]


class LanguageTest(Record):
    """A language test with its results, on the test's own scale."""

    test: Annotated[
        str, PlainValidator(partial(read_option, options=languages.TESTS)), WithJsonSchema({"enum": list(languages.TESTS)})
    ]
    taken: Day = None
    listening: _Score = None
    reading: _Score = None
    writing: _Score = None
    speaking: _Score = None

    @model_validator(mode="after")
    def _scores(self) -> Self:
        for part in ABILITIES:
            score = getattr(self, part)
            if score is not None:
                languages.check(self.test, part, score)
        return self


class Employment(_Period):
    """A job held."""

    noc: Noc = None
    title: Text = None
    country: Country = None
    employer: Text = None
    hours_per_week: Hours = None
    self_employed: Flag = None
    authorized: Flag = Field(None, description="Whether the work was authorized where it was done")
    full_time_student: Flag = Field(None, description="Whether it was done during full-time studies")


class Stay(_Period):
    """A stay in a country; the days of arrival and departure both count."""

    status: Text = None


class Relative(Record):
    """A relative in Canada."""

    relationship: _options(  # type: ignore[valid-type]
        "parent", "grandparent", "child", "grandchild", "sibling", "aunt_or_uncle", "niece_or_nephew", "cousin"
    ) = None
    status: _options("citizen", "permanent_resident", "other") = None  # type: ignore[valid-type]
    of: _options("worker", "spouse") = None  # type: ignore[valid-type]
    birth_date: Day = None
    adult: Flag = Field(None, description="Whether 18 or older")
    province: Text = None


class Event(Record):
    """Something that happened with an authority: a refusal, an overstay."""

    country: Country = None
    on: Day = None
    reason: Text = None


class Child(Record):
    """A child."""

    birth_date: Day = None
    citizenships: _maybe(lambda written: [read_code(each, "country") for each in written], {"type": "array"}) = None  # type: ignore[valid-type]
    accompanying: Flag = None


class Wage(Record):
    """A wage: an amount of a currency per hour, day, week, month, or year."""

    amount: _number(Unit("/", 2)) = None  # type: ignore[valid-type]
    currency: _options(*CURRENCIES) = None  # type: ignore[valid-type]
    per: _options("hour", "day", "week", "month", "year") = None  # type: ignore[valid-type]

    @property
    def cents(self) -> Fraction:
        """The amount in cents, exact."""
        return Fraction(self.amount)


class Assertion(Record):
    """A named person's judgement on a clause that needs one."""

    clause: str
    value: Annotated[bool, BeforeValidator(read_flag)]
    by: Annotated[str, BeforeValidator(partial(read_code, form="text"))]
    on: Annotated[dt.date, BeforeValidator(read_day)]
    note: Text = None


RECORDS: Mapping[str, Any] = {
    "worker.name": Text,
    "worker.education": list[Study],
    "worker.languages": list[LanguageTest],
    "worker.experience": list[Employment],
    "worker.canada.stays": list[Stay],
    "worker.canada.study": list[Study],
    "worker.canada.relatives": list[Relative],
    "worker.history.refusals": list[Event],
    "worker.history.overstays": list[Event],
    "spouse.education": list[Study],
    "spouse.languages": list[LanguageTest],
    "spouse.experience": list[Employment],
    "children": list[Child],
    "job.wage": Wage,
    "job.prevailing_wage": Wage,
    "assertions": list[Assertion],
}
"""What has structure, by its place in the case file."""


def is_list(name: str) -> bool:
    """Tell whether a record is a list."""
    return str(RECORDS[name]).startswith("list")


def read_record(name: str, written: object) -> Any:
    """Read what stands at one place as its record; `none` is an empty list. Raises `WrongAnswer`."""
    if written is None:
        return None
    if is_list(name) and written == NONE:
        return []
    try:
        return TypeAdapter(RECORDS[name]).validate_python(written)
    except ValidationError as error:
        from landed.facts.schema import names_at, said

        problem, expected, guess = said(error.errors()[0], names_at(name))
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise WrongAnswer(f"{place}: {problem}" if place else problem, expected, guess) from None


