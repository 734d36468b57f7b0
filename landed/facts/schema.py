"""The case file's models and JSON Schema, made from the leaves and the records.

>>> schema = json_schema()
>>> sorted(schema["properties"])[:4]
['assertions', 'children', 'children_and_others', 'employer']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    WithJsonSchema,
    create_model,
)
from pydantic_core import CoreSchema, core_schema

from landed.expr.leaves import BoolFact, ChoiceFact, Fact, NumberFact, SeveralFact
from landed.expr.units import DAY
from landed.facts._declare import asked
from landed.facts._reading import NONE, WrongAnswer, read, read_day, show
from landed.facts.records import RECORDS, is_list
from landed.facts.vocabulary import ABSENT_ALLOWED, FACTS, nearest

ABSENT = "absent"
"""Stands in a model where the file says `none` of a group."""
AND_OTHERS = "_and_others"


class _OrNull:
    """Lets null (asked, and unknown) and, where allowed, the word `none` stand for a group or a list."""

    def __init__(self, none: object = None) -> None:
        self.none = none

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def wrap(written: object, inner: Callable[[object], object]) -> object:
            if written is None:
                return None
            return self.none if written == NONE and self.none is not None else inner(written)

        return core_schema.no_info_wrap_validator_function(wrap, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: Callable[[Any], Any]) -> Any:
        words: list[dict[str, Any]] = [{"type": "null"}]
        if self.none is not None:
            words.append({"const": NONE})
        return {"anyOf": [handler(schema), *words]}


def _written(fact: Fact) -> dict[str, Any]:  # noqa: C901 - one case a sort of fact
    """Return the JSON Schema of one answer."""
    about = asked(fact)
    one: dict[str, Any]
    match fact:
        case BoolFact():
            one = {"type": "boolean"}
        case NumberFact(unit=unit) if unit == DAY:
            one = {"type": "string", "format": "date"}
            if about.none is not None:
                one = {"anyOf": [one, {"const": NONE}]}
        case NumberFact(unit=unit, lowest=lowest, highest=highest):
            one = {"type": "number" if unit.decimals else "integer"}
            if lowest is not None:
                one["minimum"] = unit.plain(lowest)
            if highest is not None:
                one["maximum"] = unit.plain(highest)
        case ChoiceFact(options=()):
            one = {"type": "string"}
            pattern = {
                "country": "^[A-Z]{2}$",
                "noc": "^[0-9]{4,5}$",
                "soc": r"^[0-9]{2}-[0-9]{4}(\.[0-9]{2})?$",
            }
            if about.form in pattern:
                one["pattern"] = pattern[about.form]
        case ChoiceFact(options=options):
            one = {"enum": list(options)}
        case SeveralFact():
            one = {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"const": NONE}]}
    whole = {"anyOf": [one, {"type": "null"}], "title": about.question}
    text = " ".join(part for part in (about.why, about.where) if part)
    return {**whole, "description": text} if text else whole


def _answer(fact: Fact) -> Any:
    def check(written: object) -> object:
        return None if written is None else read(fact, written)

    return Annotated[Any, PlainValidator(check), WithJsonSchema(_written(fact))]


def _flag(written: object) -> bool:
    if isinstance(written, bool):
        return written
    raise WrongAnswer(f"{show(written)} is neither true nor false", "true or false")


_AndOthers = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
_On = Annotated[Any, PlainValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]


def _fields(prefix: str, data: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the fields that stand directly under a dotted name, the groups among them as models.

    With `data`, only the fields that it has (a case uses few of the many): building a field takes longer than
    checking it.
    """
    fields: dict[str, Any] = {}
    for name in [*FACTS, *RECORDS]:
        if prefix and not name.startswith(f"{prefix}."):
            continue
        key, _, rest = name[len(prefix) + 1 if prefix else 0 :].partition(".")
        if key in fields or (data is not None and key not in data and f"{key}{AND_OTHERS}" not in data):
            continue
        path = f"{prefix}.{key}" if prefix else key
        if rest:
            none = ABSENT if path in ABSENT_ALLOWED else None
            below = None if data is None else data.get(key)
            group = _model(path) if data is None else _slim(path, below if isinstance(below, dict) else {})
            kind: Any = Annotated[group, _OrNull(none)]
        elif name in FACTS:
            kind = _answer(FACTS[name])
            if isinstance(FACTS[name], SeveralFact):
                fields[f"{key}{AND_OTHERS}"] = (_AndOthers, Field(None, alias=f"{key}{AND_OTHERS}"))
        else:
            listed = is_list(name)
            kind = Annotated[RECORDS[name], _OrNull([] if listed else None)]
            if listed and name != "assertions":
                fields[f"{key}{AND_OTHERS}"] = (_AndOthers, Field(None, alias=f"{key}{AND_OTHERS}"))
        safe = f"{key}_" if key in {"class", "from"} else key
        fields[safe] = (kind, Field(None, alias=key))
    return fields


@cache
def _model(path: str) -> type[BaseModel]:
    return _made(path, _fields(path))


def _slim(path: str, data: Mapping[str, Any]) -> type[BaseModel]:
    return _made(path, _fields(path, data))


def _made(path: str, fields: dict[str, Any]) -> type[BaseModel]:
    title = "".join(part.title() for part in path.replace("_", ".").split(".")) or "CaseFile"
    if not path:
        fields = {
            "on": (_On, Field(None, alias="on", description="The day for which this is said")),
            **fields,
        }
    return create_model(title, __config__=ConfigDict(extra="forbid"), **fields)


def model_for(data: Mapping[str, Any]) -> type[BaseModel]:
    """Return the model of a case file, of the fields that this one has."""
    return _slim("", data)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of the case file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_model("").model_json_schema(by_alias=True),
        "title": "A case for landed",
    }


def fields_of(model: type[BaseModel]) -> list[str]:
    """Return the names that a model's fields have in a file."""
    return [field.alias or name for name, field in model.model_fields.items()]


def said(error: Mapping[str, Any], among: list[str] | None = None) -> tuple[str, str, str]:
    """Say a pydantic error in our words: the problem, what was expected, the nearest right name."""
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, WrongAnswer):
        return cause.problem, cause.expected, cause.nearest
    written = error.get("input")
    match error["type"]:
        case "extra_forbidden":
            return "there is no such field", "", nearest(str(error["loc"][-1]), among or [])
        case "missing":
            return "it is missing", "this field, without which the record means nothing", ""
        case "list_type":
            return f"{show(written)} is not a list", "a list, as [..., ...]; [] for none", ""
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"{show(written)} is not a group of fields", "fields with their values below it", ""
        case "string_type":
            return f"{show(written)} is not text", "a short text", ""
    return str(error["msg"]).lower(), "", ""


def names_at(place: str) -> list[str]:
    """Return the names that may stand in a group or record of the file; none where there is no such place."""
    if place in RECORDS:
        kind = RECORDS[place]
        row = kind.__args__[0] if is_list(place) else kind
        return fields_of(row) if isinstance(row, type) and issubclass(row, BaseModel) else []
    if place and not any(name.startswith(f"{place}.") for name in [*FACTS, *RECORDS]):
        return []
    return fields_of(_model(place))
