"""The clauses of a route on a terminal: state in words, evidence, parameters with their start, citations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.text import Text

from landed.assess import Assessment
from landed.expr import Clause, Number
from landed.expr.finding import Finding
from landed.expr.leaves import Band, Lookup, NumberFact, NumberParameter
from landed.expr.values import Span
from landed.report import words
from landed.report.console import SEEN_STYLES, hanging, indented, text

if TYPE_CHECKING:
    from landed.expr.units import Unit

_MARKS = {
    "met": ("met", "green"),
    "not_met": ("NOT MET", "bold red"),
    "unknown": ("not known", "bold yellow"),
    "not_applicable": ("n/a", "dim"),
    "not_encoded": ("not here", "bold magenta"),
}
_MEANS = {"not_encoded": "this part of the law is not encoded here", "not_applicable": "does not apply"}
_WIDTH = 9
_KINDS = {"undertaking": "a party undertakes it", "judgement": "an officer judges it"}


def clause_parts(assessment: Assessment, tree: dict[str, Any] | None) -> Iterator[RenderableType]:
    """Yield the clauses of a route, alternatives set below "one of these"."""
    if tree is not None:
        amounts = {f"{assessment.route.id}/{key}": found for key, found in _amounts(assessment).items()}
        yield from _node(tree, amounts)


def _node(tree: dict[str, Any], amounts: dict[str, dict[str, str]]) -> Iterator[RenderableType]:
    if "all_of" in tree:
        for part in tree["all_of"]:
            yield from _node(part, amounts)
    elif "any_of" in tree:
        yield text(("one of these:", "dim"))
        for part in tree["any_of"]:
            yield indented(Group(*_node(part, amounts)))
    else:
        yield _clause(tree, amounts.get(tree["id"], {}))


def _clause(data: dict[str, Any], amounts: dict[str, str]) -> RenderableType:
    word, style = _MARKS[data["state"]]
    kind = _KINDS.get(data["kind"], "")
    lines = [text(data["text"], (f" ({kind})" if kind else "", "dim"))]
    if data["state"] in _MEANS:
        lines.append(text((_MEANS[data["state"]], "dim")))
    routes = [f"{name}: {outcome}" for name, outcome in data.get("routes", {}).items()]
    evidence = [f"{name}: {amounts.get(name) or _value(value)}" for name, value in data["evidence"].items()]
    if routes:
        lines.append(text(("by other routes, with their facts: ", "dim"), "; ".join(routes)))
    elif evidence:
        lines.append(text(("facts: ", "dim"), "; ".join(evidence)))
    lines += [_parameter(each, amounts) for each in data["parameters"]]
    if data.get("officers_look_at"):
        lines.append(text(("officers look at: ", "dim"), "; ".join(data["officers_look_at"])))
    cites = "; ".join(_cite(each) for each in data["cites"])
    if cites:
        lines.append(text((cites, "dim")))
    return hanging(Text(word, style), Group(*lines), _WIDTH)


def _parameter(data: dict[str, Any], amounts: dict[str, str]) -> Text:
    value = amounts.get(data["id"]) or _value(data["value"])
    line = text(("law: ", "dim"), f"{data['id']} is {value}")
    if data["since"]:
        line.append(f", since {words.prose(data['since'])}")
    line.append(f" [{data['seen']}]", SEEN_STYLES.get(data["seen"], ""))
    if data["stale_since"]:
        line.append(f" not confirmed since {words.prose(data['stale_since'])}", "magenta")
    if data["overlay"]:
        line.append(f" (reform: {words.clean(data['overlay'])})", "bold magenta")
    if data["note"]:
        line.append(f". {words.sentence(data['note'])}", "dim")
    return line


def _cite(data: dict[str, Any]) -> str:
    place = f", {data['pinpoint']}" if data["pinpoint"] else ""
    seen = f" ({data['seen']})" if data["seen"] != "official" else ""
    return f"{data['title']}{place}{seen}"


def _value(value: object) -> str:
    """Say a value of a fact or parameter: unknown, yes, no, one of two codes, between two amounts."""
    match value:
        case None:
            return "unknown"
        case bool():
            return "yes" if value else "no"
        case {"from": lowest, "to": highest}:
            return f"between {_bound(lowest)} and {_bound(highest)}"
        case {"one_of": codes}:
            return f"one of {', '.join(codes)}"
        case {"certain": certain, "possible": possible}:
            return f"{', '.join(certain) or 'none for certain'} (possible: {', '.join(possible) if possible else 'any'})"
        case list():
            return ", ".join(map(str, value)) or "none"
        case _:
            return words.prose(str(value))


def _bound(bound: object) -> str:
    return "no limit" if bound is None else _value(bound)


def _amounts(assessment: Assessment) -> dict[str, dict[str, str]]:
    """Return, by clause, the amounts read in it in their unit: of facts by name, of parameters by id."""
    found: dict[str, dict[str, str]] = {}
    for clause in assessment.clauses():
        if isinstance(clause.node, Clause):
            found[clause.node.key] = dict(_read(clause))
    return found


def _read(clause: Finding) -> Iterator[tuple[str, str]]:
    for part in clause.walk():
        if not isinstance(part.node, Number) or not isinstance(part.value, Span):
            continue
        match part.node:
            case NumberFact(name=name, unit=unit):
                if part.value.exact:
                    yield name, unit.show(part.value.lo)
            case NumberParameter(id=id_, unit=unit):
                yield id_, _span(part.value, unit)
            case Lookup(table=table):
                yield table.id, _cell(part.value, table.unit)
            case Band(bands=bands):
                yield bands.id, _cell(part.value, bands.unit)
            case _:
                continue


def _cell(span: Span, unit: Unit) -> str:
    """Say what a table gives here; nothing where the law sets no such amount."""
    return "none here" if span.exact and span.lo == 0 else f"{_span(span, unit)} here"


def _span(span: Span, unit: Unit) -> str:
    return unit.show(span.lo) if span.exact else f"between {unit.show(span.lo)} and {unit.show(span.hi)}"
