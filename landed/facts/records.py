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
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    model_validator,
)  # fmt: skip
from pydantic_core import CoreSchema, core_schema

from landed.expr.units import HOURS, YEARS, Unit
from landed.facts import languages
from landed.facts._declare import ABILITIES
from landed.facts._people import LEVELS
from landed.facts._reading import (
    NONE,
    WrongAnswer,
    read_amount,
    read_code,
    read_day,
    read_flag,
    read_members,
    read_option,
)  # fmt: skip


class _By:
    """Reads a field with one of our readers, so that every message is ours; null is unknown."""

    def __init__(
        self, reader: Callable[..., Any], schema: dict[str, Any], *, word: str = "", **ways: Any
    ) -> None:
        self.reader = partial(reader, **ways)
        self.schema = {"anyOf": [schema, *([{"const": word}] if word else []), {"type": "null"}]}
        self.word = word

    def read(self, written: object) -> Any:
        """Read what is written, or the word that may stand instead."""
        if written is None or (self.word and written == self.word):
            return written
        try:
            return self.reader(written)
        except WrongAnswer as wrong:
            if self.word:
                raise WrongAnswer(
                    wrong.problem, f"{wrong.expected}, or `{self.word}`", wrong.nearest
                ) from None
            raise

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return self.schema


def _one_of(*options: str) -> _By:
    return _By(read_option, {"enum": list(options)}, options=options)


def _amount(unit: Unit, lowest: int = 0, highest: int | None = None) -> _By:
    bounds = {"minimum": unit.plain(lowest)} | ({} if highest is None else {"maximum": unit.plain(highest)})
    kind = {"type": "number" if unit.decimals else "integer"}
    return _By(read_amount, kind | bounds, unit=unit, lowest=lowest, highest=highest)


_DAY = {"type": "string", "format": "date"}
Day = Annotated[dt.date | None, _By(read_day, _DAY)]
DayOrPresent = Annotated[dt.date | Literal["present"] | None, _By(read_day, _DAY, word="present")]
DayOrNone = Annotated[dt.date | Literal["none"] | None, _By(read_day, _DAY, word=NONE)]
Country = Annotated[str | None, _By(read_code, {"type": "string", "pattern": "^[A-Z]{2}$"}, form="country")]
Noc = Annotated[str | None, _By(read_code, {"type": "string", "pattern": "^[0-9]{4,5}$"}, form="noc")]
Text = Annotated[str | None, _By(read_code, {"type": "string"}, form="text")]
Flag = Annotated[bool | None, _By(read_flag, {"type": "boolean"})]
Hours = Annotated[int | None, _amount(HOURS, 1, 16800)]
RELATIONS = (
    "parent", "grandparent", "child", "grandchild", "sibling", "aunt_or_uncle", "niece_or_nephew", "cousin",
)  # fmt: skip
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
            raise WrongAnswer(
                f"it ends on {self.to}, before it begins on {self.from_}", "a day not before it", part="to"
            )
        return self


class Study(Record):
    """A program of study; `bachelor` is also any other program of three years or more."""

    level: Annotated[
        str | None, _one_of(*(level for level in LEVELS if level not in {NONE, "two_or_more"}))
    ] = None
    field: Text = None
    country: Country = None
    years: Annotated[int | None, _amount(YEARS, 0, 15)] = Field(None, description="Its length in years")
    completed: Day = None
    assessed: DayOrNone = Field(
        None, description="The day of the credential assessment; `none` if there is none"
    )
    institution: Text = None


_Score = Annotated[Any, WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "null"}]})]


class LanguageTest(Record):
    """A language test with its results, on the test's own scale."""

    test: Annotated[str, _one_of(*languages.TESTS)]
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
    publicly_funded_medical: Flag = Field(
        None, description="Whether it was medical services paid for by a province, given as a physician"
    )


class Stay(_Period):
    """A stay in a country; the days of arrival and departure both count."""

    status: Text = None


class Relative(Record):
    """A relative in Canada."""

    relationship: Annotated[str | None, _one_of(*RELATIONS)] = None
    status: Annotated[str | None, _one_of("citizen", "permanent_resident", "other")] = None
    of: Annotated[str | None, _one_of("worker", "spouse")] = None
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
    citizenships: Annotated[frozenset[str] | None, _By(read_members, {"type": "array"}, form="country")] = (
        None
    )
    accompanying: Flag = None
    dependent: Flag = Field(
        None,
        description="Whether it is a dependant: where 22 or more, because of a physical or mental condition",
    )


class Wage(Record):
    """A wage: an amount of a currency per hour, day, week, month, or year."""

    amount: Annotated[int | Fraction | None, _amount(Unit("money/time", 2))] = None
    currency: Annotated[str | None, _one_of(*CURRENCIES)] = None
    per: Annotated[str | None, _one_of("hour", "day", "week", "month", "year")] = None

    @property
    def cents(self) -> Fraction:
        """The amount in cents, exact."""
        return Fraction(self.amount or 0)


class Assertion(Record):
    """A named person's judgement on a clause that needs one."""

    clause: Annotated[str, _By(read_code, {"type": "string"}, form="text")]
    value: Annotated[bool, _By(read_flag, {"type": "boolean"})]
    by: Annotated[str, _By(read_code, {"type": "string"}, form="text")]
    on: Annotated[dt.date, _By(read_day, _DAY)]
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
