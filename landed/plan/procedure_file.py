"""Reading one `procedure.yaml`: every mistake found at once, each with its line and the nearest right name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

from landed.errors import LawError, Mistake, UsageError
from landed.expr import Bool, Cite, Expr, Meets, Number, Party
from landed.facts import FACTS, Case, Snapshot
from landed.law.files import Checker, read_yaml, shown
from landed.law.library import load_programme, programme_ids
from landed.law.route import country_of
from landed.plan.calendars import CODES
from landed.plan.dated_step import Unlocks
from landed.plan.procedures import Charge, Duration, Procedure, Step

TIME_UNITS = ("business days", "days", "weeks", "months", "years")
MONEY_UNITS = ("CAD", "USD", "EUR")

_PARTIES: tuple[Party, ...] = get_args(Party)
_UNLOCKS: tuple[Unlocks, ...] = get_args(Unlocks)
_ROUTE_KEYS = {"steps", "note"}
_STEP_KEYS = {
    "id", "title", "actor", "after", "needs", "when", "duration", "calendar", "fees", "documents", "gives", "place",
    "filed_with", "signs", "produces", "unlocks", "no_regret", "cites", "note",
}  # fmt: skip
_DURATION_KEYS = {"standard", "slowest", "when", "note"}
_FEE_KEYS = {"title", "amount", "payer", "recoverable", "when", "note"}
_CITE_KEYS = {"source", "pinpoint"}


def read_procedures(
    path: Path, programme: str, routes: set[str], variables: Mapping[str, object], sources: set[str]
) -> Mapping[str, Procedure]:
    """Read one file of procedures against the routes, variables, and sources of its programme."""
    data, lines = read_yaml(path)
    if not isinstance(data, dict):
        raise LawError([Mistake(shown(path), None, "", "is not a map", "procedures by route key")])
    reader = _Reader(Checker(shown(path), lines), programme, routes, variables, sources)
    found = {key: reader.procedure(key, written) for key, written in data.items()}
    if reader.checker.mistakes:
        raise LawError(reader.checker.mistakes)
    return found


class _Reader:
    """Reads one file and gathers its mistakes."""

    def __init__(
        self,
        checker: Checker,
        programme: str,
        routes: set[str],
        variables: Mapping[str, object],
        sources: set[str],
    ) -> None:
        self.checker = checker
        self.programme = programme
        self.routes = routes
        self.variables = variables
        self.sources = sources
        self._ids: set[str] = set()

    def procedure(self, key: str, written: Any) -> Procedure:
        route = f"{self.programme}.{key}"
        if key not in self.routes:
            self._unknown(key, "route", key, self.routes)
        if not isinstance(written, dict):
            self.checker.say(key, "is not a map", "steps")
            return Procedure(route, ())
        self.checker.keys(key, written, _ROUTE_KEYS)
        rows = written.get("steps")
        if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
            self.checker.say(f"{key}/steps", "is not a list of steps", "one map a step")
            return Procedure(route, ())
        steps = tuple(self._step(f"{key}/steps/{place}", route, row) for place, row in enumerate(rows))
        self._order(key, steps)
        return Procedure(route, steps, str(written.get("note", "")))

    def _step(self, place: str, route: str, row: dict[str, Any]) -> Step:
        self.checker.keys(place, row, _STEP_KEYS)
        for needed in ("id", "title", "actor", "cites"):
            if not row.get(needed):
                self.checker.say(place, f"has no {needed}", needed)
        id_ = str(row.get("id", ""))
        if id_ in self._ids:
            self.checker.say(
                f"{place}/id", f"{id_!r} is the id of another step too", "ids that are unique in the file"
            )
        self._ids.add(id_)
        durations = tuple(self._durations(f"{place}/duration", row.get("duration")))
        calendar = self._calendar(f"{place}/calendar", row.get("calendar") or country_of(self.programme))
        return Step(
            id=id_, route=route, title=str(row.get("title", "")),
            actor=self._party(f"{place}/actor", row.get("actor")) or "worker",
            after=self._texts(f"{place}/after", row.get("after")), needs=self._facts(f"{place}/needs", row.get("needs")),
            when=self._when(f"{place}/when", row.get("when")), durations=durations, calendar=calendar,
            charges=tuple(self._charges(f"{place}/fees", row.get("fees"))),
            documents=self._texts(f"{place}/documents", row.get("documents")),
            gives=self._texts(f"{place}/gives", row.get("gives")), place=str(row.get("place", "")),
            filed_with=str(row.get("filed_with", "")), signs=self._party(f"{place}/signs", row.get("signs")),
            produces=self._produces(f"{place}/produces", row.get("produces")),
            unlocks=self._unlocks(f"{place}/unlocks", row.get("unlocks")),
            no_regret=self._flag(f"{place}/no_regret", row.get("no_regret", False)),
            cites=tuple(self._cites(f"{place}/cites", row.get("cites"))), note=str(row.get("note", "")),
        )  # fmt: skip

    # ------------------------------------------------------------------------------------ parts of a step

    def _durations(self, place: str, written: object) -> Iterable[Duration]:
        for at, row in self._rows(place, written):
            self.checker.keys(at, row, _DURATION_KEYS)
            standard = self._number(f"{at}/standard", row.get("standard"), TIME_UNITS)
            slowest = (
                self._number(f"{at}/slowest", row["slowest"], TIME_UNITS) if row.get("slowest") else None
            )
            if standard is not None:
                when = self._when(f"{at}/when", row.get("when"))
                yield Duration(standard, slowest, when, str(row.get("note", "")))

    def _charges(self, place: str, written: object) -> Iterable[Charge]:
        for at, row in self._rows(place, written):
            self.checker.keys(at, row, _FEE_KEYS)
            amount = self._number(f"{at}/amount", row.get("amount"), MONEY_UNITS)
            payer = self._party(f"{at}/payer", row.get("payer"))
            if payer is None:
                self.checker.say(at, "has no payer", ", ".join(_PARTIES))
            recoverable = row.get("recoverable")
            if recoverable is not None:
                recoverable = self._flag(f"{at}/recoverable", recoverable)
            if amount is not None and payer is not None:
                when = self._when(f"{at}/when", row.get("when"))
                yield Charge(
                    str(row.get("title", "Fee")), amount, payer, recoverable, when, str(row.get("note", ""))
                )

    def _cites(self, place: str, written: object) -> Iterable[Cite]:
        for at, row in self._rows(place, written):
            self.checker.keys(at, row, _CITE_KEYS)
            source = str(row.get("source", ""))
            if source not in self.sources:
                self._unknown(at, "source", source, self.sources)
            yield Cite(source, str(row.get("pinpoint", "")))

    def _rows(self, place: str, written: object) -> Iterable[tuple[str, dict[str, Any]]]:
        rows = [written] if isinstance(written, dict) else written
        if rows is None or rows == "none":
            return
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.checker.say(place, "is not a list of maps", "[{...}, ...]")
            return
        for number, row in enumerate(rows):
            yield f"{place}/{number}", row

    def _texts(self, place: str, written: object) -> tuple[str, ...]:
        if written is None:
            return ()
        if not isinstance(written, list) or not all(isinstance(text, str) for text in written):
            self.checker.say(place, "is not a list of texts", "[..., ...]")
            return ()
        return tuple(written)

    def _flag(self, place: str, written: object) -> bool:
        if not isinstance(written, bool):
            self.checker.say(place, f"{written!r} is neither true nor false", "true or false")
        return written is True

    def _party(self, place: str, written: object) -> Party | None:
        if written is None:
            return None
        for party in _PARTIES:
            if party == written:
                return party
        self._unknown(place, "party", str(written), _PARTIES)
        return None

    def _unlocks(self, place: str, written: object) -> tuple[Unlocks, ...]:
        wanted = self._texts(place, written)
        for text in wanted:
            if text not in _UNLOCKS:
                self._unknown(place, "such thing to unlock:", text, _UNLOCKS)
        return tuple(each for each in _UNLOCKS if each in wanted)

    def _facts(self, place: str, written: object) -> tuple[str, ...]:
        names = self._texts(place, written)
        for name in names:
            if name not in FACTS:
                self._unknown(place, "fact", name, FACTS)
        return names

    def _produces(self, place: str, written: object) -> tuple[tuple[str, object], ...]:
        if written is None:
            return ()
        if not isinstance(written, dict):
            self.checker.say(place, "is not a map", "{fact: value}")
            return ()
        for name, value in written.items():
            try:
                Snapshot(Case()).with_facts({name: value})
            except UsageError as error:
                self.checker.say(place, str(error))
        return tuple(written.items())

    def _calendar(self, place: str, written: object) -> str:
        code = str(written)
        start, brace, fact = code.partition("{")
        if not code or code in CODES:
            return code
        name = fact.removesuffix("}")
        if not brace or start != "CA-" or not fact.endswith("}"):
            self._unknown(place, "calendar", code, CODES)
        elif name not in FACTS:
            self._unknown(place, "fact", name, FACTS)
        return code

    # ------------------------------------------------------------------------------------------------ names

    def _number(self, place: str, name: object, units: tuple[str, ...]) -> Number | None:
        found = self._variable(place, name)
        if found is None:
            return None
        if not isinstance(found, Number) or found.unit.name not in units:
            self.checker.say(
                place, f"{name} is not an amount of {', '.join(units)}", f"a number of {units[0]}"
            )
            return None
        return found

    def _when(self, place: str, name: object) -> Bool | None:
        if name is None:
            return None
        if "." in str(name):
            return self._route(place, str(name))
        found = self._variable(place, name)
        if found is not None and not isinstance(found, Bool):
            self.checker.say(
                place, f"{name} is neither true nor false", "a Bool of rules.py, or the id of a route"
            )
            return None
        return found

    def _route(self, place: str, name: str) -> Bool | None:
        programme, _, key = name.rpartition(".")
        if programme == self.programme:
            known = {f"{programme}.{each}" for each in self.routes}
        elif programme in programme_ids():
            known = {route.id for route in load_programme(programme).routes}
        else:
            self._unknown(place, "programme", programme, programme_ids())
            return None
        if name not in known:
            self._unknown(place, "route", name, known)
            return None
        return Meets(f"{programme}.{key}")

    def _variable(self, place: str, name: object) -> Expr | None:
        found = self.variables.get(str(name))
        if isinstance(found, Expr):
            return found
        known = [each for each, value in self.variables.items() if isinstance(value, Expr)]
        self._unknown(place, "variable of rules.py", str(name), known)
        return None

    def _unknown(self, place: str, what: str, name: str, known: Iterable[str]) -> None:
        import difflib

        near = difflib.get_close_matches(name, list(known), 1)
        self.checker.say(place, f"there is no {what} {name!r}", nearest=near[0] if near else "")

    def _order(self, key: str, steps: tuple[Step, ...]) -> None:
        """Refuse names of steps that do not exist, and circles."""
        ids = {step.id for step in steps}
        for number, step in enumerate(steps):
            for before in step.after:
                if before not in ids:
                    self._unknown(f"{key}/steps/{number}/after", "step", before, ids)
        left = {step.id: set(step.after) & ids for step in steps}
        while ready := [id_ for id_, before in left.items() if not before]:
            left = {id_: before - set(ready) for id_, before in left.items() if before}
        if left:
            self.checker.say(
                f"{key}/steps", f"the steps {', '.join(sorted(left))} wait for one another", "no circle"
            )
