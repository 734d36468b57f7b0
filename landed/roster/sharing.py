"""Asking for many people at once: what comes out alike is worked out once, whoever asks.

Each piece of work (the chains to a way, an option on the calendar) is remembered with what it read, in order. The next
person walks down the same reads; where all answers are the same, so is the result. Work is whatever `landed.plan`
does, unchanged: this only answers its questions, from the numbers of `landed.roster.known`.

A plan asks each route again on the day on which it is filed, only to warn; of a roster that is asked of the best way
alone (`OnItsDay`), and while a chain is worked out it is answered as of the roster's day. Fees are those of their own day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from landed.assess import Assessment, Question, assess_route
from landed.expr import BoolFact, Expr, Fact
from landed.expr.finding import Finding
from landed.expr.values import Value
from landed.facts import FACTS, Case
from landed.facts.snapshot import Shown, shown
from landed.law import Route
from landed.plan.asking import NOTHING, Asking, Produced
from landed.roster.alike import Atom, Kept
from landed.roster.known import ASKED_PLACE, NAMES, PLACE
from landed.roster.row_question import RowQuestion, Within
from landed.roster.shared import ALL_TAKEN, BASE, Here, Node, Outcomes, Read, Shared

Result = TypeVar("Result")


class SharedAsking(Asking):
    """One person among many, asked as `landed.plan` asks."""

    def __init__(self, shared: Shared, index: int) -> None:
        self._shared = shared
        known = shared.known
        case: Case = known.cases[index]
        super().__init__(case, shared.law, shared.on)
        self._row_of: dict[tuple[str, dt.date], list[int]] = {(BASE, shared.on): known.rows[index]}
        self._outcomes: dict[tuple[str, dt.date], dict[int, int]] = {}
        self._frames: list[list[tuple[Read, Any]]] = []
        self._rows_asked: dict[tuple[str, dt.date], RowQuestion] = {}
        self._kept_of: dict[tuple[str, dt.date], Kept] = {}
        self._assessed_here: dict[Here, tuple[Assessment, Outcomes]] = {}
        self._answers: dict[Read, Any] = {}
        self._facts_here: dict[tuple[str, str, dt.date], Any] = {}
        self._outcomes_here: dict[tuple[Atom, str, dt.date], tuple[int, Finding]] = {}

    # --------------------------------------------------------------------------------- as the plan asks

    def question(self, produced: Produced = NOTHING, day: dt.date | None = None) -> Question:
        """Return the question put on a day with these facts produced."""
        return self._question(self._key(produced), day or self.on)

    def assess(self, route: Route, produced: Produced = NOTHING, day: dt.date | None = None) -> Assessment:  # noqa: ARG002 - see above: the day is the roster's
        """Return the answer for a route with these facts produced, as of the roster's day."""
        return self.assess_on(route, produced, self.on)

    def assess_on(self, route: Route, produced: Produced, day: dt.date) -> Assessment:
        """Return the answer for a route with these facts produced, on a day."""
        return self._noted(route, self._key(produced), ALL_TAKEN, day)

    def assess_without(self, route: Route, produced: Produced, not_taken: frozenset[str]) -> Assessment:
        """Return the answer for a route where some others are not taken."""
        return self._noted(route, self._key(produced), not_taken, self.on)

    def _noted(self, route: Route, key: str, not_taken: frozenset[str], day: dt.date) -> Assessment:
        found = self.assessed(route, key, not_taken, day)
        self._note(("route", route.id, key, not_taken, day), id(found))
        return found

    def holds(self, fact: BoolFact, produced: Produced = NOTHING) -> bool:
        """Tell whether a fact is known to hold."""
        return self.read_fact(fact, self._key(produced), self.on) is True

    def shown(self, fact: Fact) -> Shown:
        """Return a fact as plain JSON."""
        return shown(fact, self.read_fact(fact, BASE, self.on))

    # ------------------------------------------------------------------------------------------ reading

    def read_fact(self, fact: Fact, key: str, day: dt.date) -> Value:
        """Return what a fact is worth, and note that it was read."""
        place = PLACE[fact.name]
        code = self._row(key, day, place)[place]
        self._note(("fact", key, day, place), code)
        return cast("Value", self._shared.known.value(place, code))

    def read_asks(self, fact: Fact, key: str) -> str:
        """Return the field to ask for an open fact, and note that it was read."""
        place = ASKED_PLACE.get(fact.name)
        if place is None:
            return fact.about.field or fact.name
        code = self._row(key, self.on, place)[place]
        self._note(("fact", key, self.on, place), code)
        return str(self._shared.known.value(place, code))

    def read_whether(self, route: str, key: str) -> Finding:
        """Return whether a route is open, and note whether it is: all that a step asks of a route."""
        finding = self.assessed(self._shared.route(route), key).finding
        self._note(("whether", route, key), finding.truth)
        return finding

    def read_atom(self, atom: Atom, key: str, day: dt.date) -> Finding:
        """Return what an expression is worth, and note how it came out."""
        number, finding = self._outcome(atom, key, day)
        self._note(("atom", atom, key, day), number)
        return finding

    def whole(self, node: Expr, route: str, day: dt.date) -> Atom | None:
        """Return an expression as one atom, where it is one."""
        return self._shared.atoms(day).whole(node, route)

    def _outcome(self, atom: Atom, key: str, day: dt.date) -> tuple[int, Finding]:
        here = atom, key, day
        found = self._outcomes_here.get(here)
        if found is None:
            row = self._row(key, self.on if day != self.on and self._shared.stands(atom, key) else day, -1)
            frames, self._frames = self._frames, []
            atoms = self._shared.atoms(day)
            found = atom.outcome(row, lambda: self._question(key, day), atoms, self._kept(key, day, row))
            self._outcomes_here[here] = found
            self._frames = frames
        return found

    def _kept(self, key: str, day: dt.date, row: list[int]) -> Kept:
        """Return what evaluations for this person keep, with these facts produced, on a day."""
        found = self._kept_of.get((key, day))
        if found is None:
            found = self._kept_of[key, day] = Kept(self._shared.atoms(day).parts, row)
        return found

    def _note(self, read: Read, answer: Any) -> None:
        for frame in self._frames:
            frame.append((read, answer))

    def _key(self, produced: Produced) -> str:
        if not produced:
            return BASE
        key = repr(sorted(produced.items()))
        self._shared.produced.setdefault(key, produced)
        return key

    def _question(self, key: str, day: dt.date) -> RowQuestion:
        found = self._rows_asked.get((key, day))
        if found is None:
            found = self._rows_asked[key, day] = RowQuestion(self, key, day)
        return found

    def _row(self, key: str, day: dt.date, place: int) -> list[int]:
        """Return the numbers of all facts, or those that hold for the fact at `place`."""
        if (
            day != self.on
            and place >= 0
            and place not in self._shared.moving
            and place not in self._places(key)
        ):
            day = self.on
        found = self._row_of.get((key, day))
        if found is None:
            found = self._row_of[key, day] = self._made(key, day)
        return found

    def _places(self, key: str) -> tuple[int, ...]:
        return self._shared.places_changed(key, self._shared.produced[key]) if key else ()

    def _made(self, key: str, day: dt.date) -> list[int]:
        """Work out the facts that change where something is produced, or on another day."""
        known = self._shared.known
        row = list(self._row_of[BASE, self.on])
        places = set(self._places(key)) | (self._shared.moving if day != self.on else set())
        snapshot = self.snapshot if day == self.on else self.snapshot.on_day(day)
        if key:
            snapshot = snapshot.with_facts(self._shared.produced[key])
        for place in places:
            row[place] = known.code(place, snapshot.value(_FACTS[place]))
        row[len(NAMES) :] = known.asked_codes(snapshot)
        return row

    def assessed(
        self, route: Route, key: str, not_taken: frozenset[str] = ALL_TAKEN, day: dt.date | None = None
    ) -> Assessment:
        """Return the answer for a route, and note nothing: what a route reads within itself is its own."""
        day = day or self.on
        found = self._assessed_here.get((route.id, key, not_taken, day))
        return (found or self._asked(route, key, not_taken, day))[0]

    def _asked(
        self, route: Route, key: str, not_taken: frozenset[str], day: dt.date
    ) -> tuple[Assessment, Outcomes]:
        here = route.id, key, not_taken, day
        found = self._assessed_here.get(here)
        if found is None:
            frames, self._frames = self._frames, []  # what a route reads within itself is read by no one else
            shared = self._shared
            facts = self._facts(route, key, day)
            before = None
            if day != self.on and shared.below.law_stands(route, self.on, day):
                found = self._unless_moved(route, key, not_taken, facts)
            elif key and day == self.on:
                before = self._asked(route, BASE, not_taken, day)
                if self._facts(route, BASE, day) == facts:
                    found = before  # nothing that it reads was produced
            if found is None:
                same = shared.same_facts.setdefault(here, {})
                found = same.get(facts)
                if found is None:
                    found = same[facts] = self._alike(here, route, before[1] if before else None)
            self._assessed_here[here] = found
            self._frames = frames
        return found

    def _facts(self, route: Route, key: str, day: dt.date) -> Any:
        """Return all that may decide a route, as numbers."""
        found = self._facts_here.get((route.id, key, day))
        if found is None:
            found = self._shared.atoms(self.on).facts_of_route(route)(self._row(key, day, -1))
            self._facts_here[route.id, key, day] = found
        return found

    def _unless_moved(
        self, route: Route, key: str, not_taken: frozenset[str], facts: Any
    ) -> tuple[Assessment, Outcomes] | None:
        """Return the answer of the roster's day, where no fact that a route reads is other on another day."""
        return (
            self._asked(route, key, not_taken, self.on) if self._facts(route, key, self.on) == facts else None
        )

    def _alike(self, here: Here, route: Route, before: Outcomes | None) -> tuple[Assessment, Outcomes]:
        """Return the answer of those to whom all that the rule asks comes out alike, and how it comes out.

        Where something is produced, only the parts that it may change are asked again; `before` are all.
        """
        _, key, not_taken, day = here
        shared = self._shared
        outcomes = self._outcomes.setdefault((key, day), {})
        row = self._row(key, day, -1)
        atoms = shared.atoms(day)
        kept = self._kept(key, day, row)
        alike: list[Any] = []
        parts = atoms.of_route(route)
        if before is not None:
            still, parts = shared.parted(route, key)
            alike.append(still(before))
        for atom in parts:
            if isinstance(atom, str):
                outcome = (
                    -1 if atom in not_taken else id(self.assessed(shared.route(atom), key, not_taken, day))
                )
            else:
                known = outcomes.get(atom.place)
                if known is None:
                    known = outcomes[atom.place] = atom.outcome(
                        row, lambda: self._question(key, day), atoms, kept
                    )[0]
                outcome = known
            alike.append(outcome)
        how = tuple(alike)
        answers = shared.assessed.setdefault(here, {})
        found = answers.get(how)
        if found is None:
            question = Within(self, key, kept, not_taken, day)
            answer = assess_route(question, route)
            found = answers[how] = shared.same.setdefault(_said(answer), answer)
            shared.worked_out += 1
        return found, how

    def forget(self) -> None:
        """Let go of what was worked out for this person alone; what is shared stays."""
        for held in (
            self._row_of, self._outcomes, self._rows_asked, self._kept_of, self._assessed_here, self._facts_here,
            self._outcomes_here, self._answers,
        ):  # fmt: skip
            held.clear()

    # ------------------------------------------------------------------------------------------- sharing

    def once(self, what: Any, work: Callable[[], Result]) -> Result:
        """Return the result of some work, which reads this person through this object alone."""
        node = self._shared.once.get(what)
        if node is None:
            node = self._shared.once[what] = Node()
        while node.read is not None:
            following = node.answers.get(self._answer(node.read))
            if following is None:
                break
            node = following
        if node.read is None and node.result:
            result: Result = node.result[0]
            return result
        self._frames.append([])
        result = work()
        reads = dict(self._frames.pop())
        self._shared.worked_out += 1
        self._remember(what, reads, result)
        return result

    def _answer(self, read: Read) -> Any:
        """Answer a read again for this person; the piece of work around this one reads it too."""
        answer = self._answers.get(read)
        if answer is None:
            if read[0] == "route":
                answer = id(self.assessed(self._shared.route(read[1]), *read[2:]))
            elif read[0] == "whether":
                answer = self.assessed(self._shared.route(read[1]), read[2]).finding.truth
            elif read[0] == "atom":
                answer = self._outcome(read[1], read[2], read[3])[0]
            else:
                _, key, day, place = read
                answer = self._row(key, day, place)[place]
            self._answers[read] = answer
        if self._frames:
            self._note(read, answer)
        return answer

    def _remember(self, what: Any, reads: dict[Read, Any], result: object) -> None:
        """Add a path to the tree: what is read there first is read first, whatever the order of this work."""
        node = self._shared.once[what]
        left = dict(reads)
        while left or node.read is not None:
            if node.read is None:
                node.read = next(iter(left))
            answer = left.pop(node.read) if node.read in left else self._answer(node.read)
            node = node.answers.setdefault(answer, Node())
        node.result = [result]


_FACTS: Sequence[Fact] = tuple(FACTS.values())


class OnItsDay:
    """One person asked of each route on the day wanted, and not the roster's."""

    def __init__(self, asking: SharedAsking) -> None:
        self._asking, self.on = asking, asking.on

    def assess(self, route: Route, produced: Produced, day: dt.date) -> Assessment:
        """Return the answer for a route with these facts produced, on a day."""
        return self._asking.assess_on(route, produced, day)


def _said(answer: Assessment) -> tuple[Any, ...]:
    """Return all that an answer says, without the facts that it was worked out of."""
    failing = tuple(getattr(clause.node, "key", "") for clause in answer.failing())
    finding = answer.finding
    return (
        answer.route.id, answer.outcome, answer.because, answer.next_day, answer.confidence, answer.stale_since,
        answer.missing, answer.would_open, failing, finding.truth, finding.opens,
    )  # fmt: skip
