"""A case on a day: every fact's value, worked out when it is asked for and then kept."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

from landed.errors import UsageError
from landed.expr import civil
from landed.expr.leaves import ChoiceFact, Fact, NumberFact
from landed.expr.units import MONTHS, Unit
from landed.expr.values import Members, Span, Value
from landed.facts._declare import asked
from landed.facts._reading import NONE, WrongAnswer, read, unknown
from landed.facts.case import Case
from landed.facts.vocabulary import ABSENT_ALLOWED, FACTS, nearest

Shown = None | bool | int | float | str | list[str] | dict[str, Any]


class Snapshot:
    """What a case says on one day.

    >>> from datetime import date
    >>> from landed.facts import worker
    >>> someone = Snapshot(Case(on=date(2026, 11, 22))).with_facts({"worker.birth_date": "1994-03-14"})
    >>> someone.value(worker.age), someone.shown(worker.age)
    (Span(lo=32, hi=32), 32)
    """

    def __init__(self, case: Case, on: dt.date | None = None) -> None:
        self.case = case
        self.on = on or case.on
        self._stated: dict[str, tuple[Value, dt.date]] = {
            name: (value, case.on) for name, value in case.stated.items()
        }
        self._records = dict(case.records)
        self._absent = set(case.absent)
        self._supposed_lists: frozenset[str] = frozenset()
        self._ignored = ""
        self._cache: dict[str, Value] = {}
        self._notes: dict[str, None] = {}
        if self.on != case.on and (case.stated or case.records):
            cut = (
                f"histories are cut at {self.on}"
                if self.on < case.on
                else "what is ongoing is taken to go on"
            )
            self.note(f"What is stated for {case.on} is taken to hold on {self.on}; {cut}.")

    # ------------------------------------------------------------------------------------ for the readings

    def value(self, fact: Fact) -> Value:
        """Return what the fact is worth on this day."""
        name = fact.name
        if name not in self._cache:
            self._cache[name] = self._work_out(fact)
        return self._cache[name]

    def shown(self, fact: Fact) -> Shown:
        """Return the fact's value as plain JSON; None is unknown."""
        return shown(fact, self.value(fact))

    def with_facts(self, facts: Mapping[str, object]) -> Snapshot:
        """Return a copy in which these facts, written as in a case file, hold on this day.

        They replace what the case says, and what it says that would contradict them, or was said of what they replace
        (the last day of another permit). A name may also be that of a list or record of the case file
        (`worker.experience`), of one field of a record (`job.wage.amount`: the others stay), or of a group that is
        `none`. A wrong name or value is a `UsageError`.
        """
        copy = self.on_day(self.on)
        copy._forget_of(facts)  # noqa: SLF001 - a copy of its own kind
        for name, written in facts.items():
            try:
                copy._replace(name, written)
            except WrongAnswer as wrong:
                expected = f"; expected {wrong.expected}" if wrong.expected else ""
                guess = f"; did you mean {wrong.nearest!r}?" if wrong.nearest else ""
                raise UsageError(f"{name}: {wrong.problem}{expected}{guess}") from None
        return copy

    def on_day(self, on: dt.date) -> Snapshot:
        """Return the same case, with what was supposed of it, on another day."""
        copy = Snapshot(self.case, on)
        copy._stated, copy._records, copy._absent = dict(self._stated), dict(self._records), set(self._absent)
        copy._supposed_lists = self._supposed_lists
        if on == self.on:
            copy._notes = dict(self._notes)
        return copy

    @property
    def notes(self) -> tuple[str, ...]:
        """What was assumed so far for the values given."""
        return tuple(self._notes)

    # ------------------------------------------------------------------------------------ for the measures

    def note(self, text: str) -> None:
        """Remember an assumption."""
        self._notes.setdefault(text)

    def stated(self, name: str) -> Value:
        """Return what was stated of a fact, brought to this day; where nothing was, the unknown value."""
        fact = FACTS[name]
        if name not in self._stated or name == self._ignored:
            return unknown(fact)
        value, day = self._stated[name]
        return value if day == self.on else moved(fact, value, day, self.on)

    def is_stated(self, name: str) -> bool:
        """Tell whether a fact was stated directly."""
        return name in self._stated

    def record(self, name: str) -> Any:
        """Return a record of the case file, None where nothing was said."""
        return self._records.get(name)

    def asks(self, fact: Fact) -> str:
        """Return the field to ask for an open fact: where it is worked out from several, the first not given."""
        from landed.facts.measures import INPUTS, SUPERSEDED

        for name in INPUTS.get(fact.name, ()):
            if self.record(name) is None and not self._stated.keys() & {name, *SUPERSEDED.get(name, ())}:
                return name
        return fact.about.field or fact.name

    def rows(self, name: str) -> tuple[Sequence[Any], bool]:
        """Return the rows of a list, and whether these are all."""
        rows = self._records.get(name)
        if isinstance(rows, list):
            return rows, name in self._supposed_lists or name not in self.case.open_lists
        return (), False

    def is_absent(self, group: str) -> bool:
        """Tell whether a group of facts was given as `none`."""
        return group in self._absent

    # -------------------------------------------------------------------------------------------- inside

    def _work_out(self, fact: Fact) -> Value:
        from landed.facts.measures import MEASURES

        name = fact.name
        stated = self._stated.get(name) if name != self._ignored else None
        if stated and stated[1] == self.on:
            return stated[0]
        measure = MEASURES.get(name)
        derived = measure(self) if measure else None
        if stated and (derived is None or not is_exact(derived)):
            return moved(fact, stated[0], stated[1], self.on)
        if derived is None:
            return unknown(fact)
        return derived

    def derived(self, fact: Fact) -> Value:
        """Work a fact out as if it had not been stated; used to find contradictions."""
        other = self.on_day(self.on)
        other._ignored = fact.name  # noqa: SLF001 - a copy of its own kind
        return other.value(fact)

    def _forget_of(self, supposed: Mapping[str, object]) -> None:
        """Put aside what was said of the things that these facts replace, and is not said again among them."""
        from landed.facts.measures import BELONGING

        for name in supposed:
            for other in BELONGING.get(name, ()):
                if other not in supposed:
                    self._stated.pop(other, None)

    def _replace(self, name: str, written: object) -> None:
        from landed.facts.measures import SUPERSEDED

        if name in FACTS:
            value = read(FACTS[name], written)
            self._stated.pop(name, None)
            for other in SUPERSEDED.get(name, ()):
                self._stated.pop(other, None)
                self._records.pop(other, None)
            if written is not None:
                self._stated[name] = (value, self.on)
            group = name
            while "." in group:
                group = group.rpartition(".")[0]
                self._absent.discard(group)
            return
        if name in ABSENT_ALLOWED and written == NONE:
            self._absent.add(name)
            for other in [other for other in self._stated if other.startswith(f"{name}.")]:
                del self._stated[other]
            return
        from landed.facts.records import RECORDS, is_list, read_record

        group, _, last = name.rpartition(".")
        if group in RECORDS and not is_list(group):
            self._replace_field(group, last, written)
            return
        if name in RECORDS:
            self._records[name] = read_record(name, written)
            self._supposed_lists |= {name}
            for other in SUPERSEDED.get(name, ()):
                self._stated.pop(other, None)
            return
        guess = nearest(name, [*FACTS, *RECORDS])
        raise UsageError(f"there is no fact {name!r}" + (f"; did you mean {guess!r}?" if guess else ""))

    def _replace_field(self, record: str, field: str, written: object) -> None:
        held: Any = self._records.get(record)
        self._replace(record, {field: written})
        if hasattr(held, "model_copy"):
            own: Any = self._records[record]
            said = {name: getattr(own, name) for name in own.model_fields_set}
            self._records[record] = held.model_copy(update=said)


def is_exact(value: Value) -> bool:
    """Tell whether a value leaves nothing open."""
    match value:
        case None:
            return False
        case bool():
            return True
        case Span() | Members():
            return value.exact
        case _:
            return len(value) == 1


def agree(one: Value, other: Value) -> bool:
    """Tell whether two values of a fact can both be right."""
    match one, other:
        case (bool(), bool()):
            return one == other
        case (Span(), Span()):
            return one.lo <= other.hi and other.lo <= one.hi
        case (Members(), Members()):
            return (other.possible is None or one.certain <= other.possible) and (
                one.possible is None or other.certain <= one.possible
            )
        case (frozenset(), frozenset()):
            return bool(one & other)
        case _:
            return True


def moved(fact: Fact, value: Value, day: dt.date, on: dt.date) -> Value:
    """Say what a value stated for one day is worth on another."""
    moves = asked(fact).moves
    match fact, value:
        case NumberFact(unit=unit, lowest=lowest, highest=highest), Span(lo=lo, hi=hi):
            if moves == "age":
                return _moved_age(int(lo), int(hi), day, on)
            if moves in ("years", "grows"):
                give = _elapsed(unit, day, on) + 1
                less = 0 if moves == "grows" and on > day else give
                more = 0 if moves == "grows" and on < day else give
                least = -math.inf if lowest is None else lowest
                most = math.inf if highest is None else highest
                return Span(max(lo - less, least), min(hi + more, most))
        case ChoiceFact(options=options), frozenset() if moves == "grows":
            places = [options.index(code) for code in value]
            return frozenset(options[min(places) :] if on > day else options[: max(places) + 1])
    return value


def _elapsed(unit: Unit, day: dt.date, on: dt.date) -> int:
    first, last = min(day, on), max(day, on)
    return civil.whole_months(first, last) if unit == MONTHS else civil.whole_years(first, last)


def _moved_age(lo: int, hi: int, day: dt.date, on: dt.date) -> Span:
    earliest, latest = civil.births_of(hi, day)[0], civil.births_of(lo, day)[1]
    return Span(max(0, civil.age_on(latest, on)), max(0, civil.age_on(earliest, on)))


def shown(fact: Fact, value: Value) -> Shown:
    """Show a value of a fact as plain JSON."""
    match fact, value:
        case _, None | bool():
            return value if value is None else bool(value)
        case NumberFact(unit=unit), Span(lo=lo, hi=hi):
            if value == unknown(fact):
                return None
            if lo == hi:
                return NONE if math.isinf(lo) else unit.plain(lo)
            return {"from": unit.plain(lo), "to": unit.plain(hi)}
        case _, Members(certain=certain, possible=possible):
            if certain == possible:
                return sorted(certain)
            if not certain and possible is None:
                return None
            return {"certain": sorted(certain), "possible": None if possible is None else sorted(possible)}
        case ChoiceFact(options=options), frozenset():
            if value == frozenset(options):
                return None
            codes = sorted(value, key=options.index) if options else sorted(value)
            return codes[0] if len(codes) == 1 else {"one_of": codes}
    raise TypeError(fact)
