"""Dated lists and tables, asked of codes and amounts that may be known in part."""

from __future__ import annotations

import itertools
from typing import cast

from landed.expr.dated import Absent, Cells, Codes, Steps
from landed.expr.finding import SETTLED, Asked, Finding, Open, opened
from landed.expr.leaves import (
    Band,
    BoolFact,
    ChoiceFact,
    Greatest,
    Lookup,
    NumberFact,
    OnList,
    OverlapList,
    SeveralFact,
)
from landed.expr.values import ANY_AMOUNT, Choices, Members, Span, Truth, among, kleene_or

_MOST_COMBINATIONS = 10_000
_UNBOUNDED_AMOUNT = Span(0, ANY_AMOUNT.hi)


def _possible(codes: Choices, scheme: str, asked: Asked) -> Choices:
    return codes if codes is None or not scheme else asked.images(codes, scheme)


def listed(node: OnList, code: Finding, asked: Asked) -> Finding:
    """Tell whether a code is on a dated list: under every image (true), under some (unknown), or under none."""
    dated = asked.dated(node.codes)
    leaf = Finding(node, None, dated=dated)
    if not isinstance(dated.value, Codes):
        return Finding(node, None, (code, leaf), frozenset({Open("law", dated.id)}))
    rows = frozenset(dated.value.part) if node.part else dated.value.whole
    truth = among(_possible(cast("Choices", code.value), dated.value.scheme, asked), rows)
    opens = SETTLED
    if truth is None:
        opens = code.opens or frozenset(Open("fact", fact) for fact in _fact_names(code))
    return Finding(node, truth, (code, leaf), opens)


def overlapping(node: OverlapList, held: Finding, asked: Asked) -> Finding:
    """Tell whether one of several codes is on a dated list."""
    dated = asked.dated(node.codes)
    leaf = Finding(node, None, dated=dated)
    if cast("Members", held.value).possible == frozenset():
        return Finding(node, False, (held, leaf))
    if not isinstance(dated.value, Codes):
        return Finding(node, None, (held, leaf), frozenset({Open("law", dated.id)}))
    truth = _overlaps(cast("Members", held.value), dated.value, asked)
    return Finding(node, truth, (held, leaf), held.opens if truth is None else SETTLED)


def _overlaps(held: Members, rows: Codes, asked: Asked) -> Truth:
    """Tell whether a code held is on the list, under every image (true), under some (unknown), or under none."""
    truths = [among(_possible(frozenset({code}), rows.scheme, asked), rows.whole) for code in held.certain]
    others = [None] if held.possible is None else [
        None for code in held.possible - held.certain
        if among(_possible(frozenset({code}), rows.scheme, asked), rows.whole) is not False
    ]  # fmt: skip
    return kleene_or([*truths, *others])


def looked_up(node: Lookup, codes: tuple[Finding, ...], asked: Asked) -> Finding:
    """Return the cell of a dated table, or the bounds of the cells that it may be."""
    dated = asked.dated(node.table)
    parts = (*codes, Finding(node, None, dated=dated))
    if not isinstance(dated.value, Cells):
        return Finding(node, _UNBOUNDED_AMOUNT, parts, frozenset({Open("law", dated.id)}))
    cells = _cells(dated.value, codes, asked)
    unseen = Absent.NOT_ENCODED in cells
    amounts = [cell if isinstance(cell, int) else 0 for cell in cells]
    span = _UNBOUNDED_AMOUNT if unseen else Span(min(amounts), max(amounts))
    opens = SETTLED
    if not span.exact:
        opens = opened(codes) | (frozenset({Open("law", dated.id)}) if unseen else SETTLED)
        if unseen and node.table.instead:
            opens |= {Open("fact", node.table.instead)}
        opens = opens or frozenset(Open("fact", fact) for code in codes for fact in _fact_names(code))
    return Finding(node, span, parts, opens)


def _cells(table: Cells, codes: tuple[Finding, ...], asked: Asked) -> set[int | Absent]:
    keys = [
        _possible(cast("Choices", code.value), scheme, asked)
        for code, scheme in zip(codes, table.schemes, strict=True)
    ]
    sizes = 1
    for key in keys:
        sizes *= _MOST_COMBINATIONS if key is None else len(key)
    if sizes < _MOST_COMBINATIONS:
        combinations = itertools.product(*(key for key in keys if key is not None))
        return {table.rows.get(combination, table.default) for combination in combinations}
    fitting = {
        cell for row, cell in table.rows.items()
        if all(key is None or code in key for code, key in zip(row, keys, strict=True))
    }  # fmt: skip
    return fitting | {table.default}


def stepped(node: Band, key: Finding, asked: Asked) -> Finding:
    """Return the row of a dated step table, or the bounds of the rows that it may be."""
    dated = asked.dated(node.bands)
    parts = (key, Finding(node, None, dated=dated))
    if not isinstance(dated.value, Steps):
        return Finding(node, _UNBOUNDED_AMOUNT, parts, frozenset({Open("law", dated.id)}))
    rows = dated.value.rows
    reached = [
        amount for place, (threshold, amount) in enumerate(rows)
        if threshold <= key.span.hi and (place + 1 == len(rows) or rows[place + 1][0] > key.span.lo)
    ]  # fmt: skip
    if not reached or Absent.NOT_ENCODED in reached:
        return Finding(node, _UNBOUNDED_AMOUNT, parts, key.opens | {Open("law", dated.id)})
    amounts = [amount if isinstance(amount, int) else 0 for amount in reached]
    span = Span(min(amounts), max(amounts))
    return Finding(node, span, parts, SETTLED if span.exact else key.opens)


def greatest(node: Greatest, asked: Asked) -> Finding:
    """Return the greatest amount of a dated table."""
    dated = asked.dated(node.table)
    match dated.value:
        case Steps(rows=steps):
            cells: list[int | Absent] = [amount for _, amount in steps]
        case Cells(rows=rows):
            cells = [*rows.values()]
        case _:
            return Finding(node, _UNBOUNDED_AMOUNT, opens=frozenset({Open("law", dated.id)}), dated=dated)
    most = max((cell for cell in cells if isinstance(cell, int)), default=0)
    return Finding(node, Span(most, most), dated=dated)


def _fact_names(finding: Finding) -> list[str]:
    return [
        part.node.name for part in finding.walk()
        if isinstance(part.node, BoolFact | NumberFact | ChoiceFact | SeveralFact)
    ]  # fmt: skip
