"""Everybody's row, on as many cores as there are: each takes those who are most alike."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from landed.errors import UnansweredError
from landed.facts import Case
from landed.law import Law
from landed.law.overlay import Overlay
from landed.roster.answers import Answer
from landed.roster.best import Best, is_asked_alone
from landed.roster.known import Known
from landed.roster.shared import Shared

FEW = 300
"""Fewer people than this are asked at once, in one process."""
_ALIKE = ("worker.us_status.class", "worker.citizenships", "job.noc", "job.province")
Progress = Callable[[int], None]


class Crowd:
    """Works out the rows of many people, in the background where they are many and there are cores."""

    def __init__(self, cases: Sequence[Case], on: dt.date, law: Law, cores: int = 1) -> None:
        self._cases, self._on, self._law = cases, on, law
        cores = min(cores, os.cpu_count() or 1, max(1, len(cases) // FEW))
        self._parts: list[list[int]] = []
        self._futures: list[Future[list[Answer]]] = []
        self._pool: ProcessPoolExecutor | None = None
        if cores > 1:
            self._start(cores)

    def _start(self, cores: int) -> None:
        self._parts = self._parted(cores)
        context = multiprocessing.get_context("spawn")
        self._done: Any = context.Value("i", 0)
        self._pool = ProcessPoolExecutor(
            cores, mp_context=context, initializer=_begin, initargs=(self._done,)
        )
        cases = self._cases
        self._futures = [
            self._pool.submit(
                _rows, [cases[index] for index in part], self._on, self._law.known_on, self._law.overlay
            )
            for part in self._parts
        ]

    def _parted(self, cores: int) -> list[list[int]]:
        """Return who is asked in which process: those most alike together, those asked alone in equal numbers."""
        alone: list[int] = []
        order: list[int] = []
        for index, case in enumerate(self._cases):
            (alone if is_asked_alone(case, self._on) else order).append(index)
        keys = {index: tuple(str(self._cases[index].stated.get(name)) for name in _ALIKE) for index in order}
        order.sort(key=keys.__getitem__)
        each = -(-len(order) // cores)
        return [order[place * each : (place + 1) * each] + alone[place::cores] for place in range(cores)]

    def answers(self, progress: Progress) -> list[Answer]:
        """Return the rows, in the order of the people."""
        if self._pool is None:
            return _asked(Known(self._cases, self._on), self._law, progress)
        try:
            while not all(future.done() for future in self._futures):
                progress(self._done.value)
                time.sleep(0.1)
            found: dict[int, Answer] = {}
            for part, future in zip(self._parts, self._futures, strict=True):
                found |= dict(zip(part, future.result(), strict=True))
        except BrokenProcessPool:
            raise UnansweredError(
                "a process that asks for people was ended from outside, as systems do when memory runs out; ask for "
                "fewer people at once"
            ) from None
        finally:
            self.close()
        progress(len(found))
        return [found[index] for index in range(len(found))]

    def close(self) -> None:
        """Stop what runs."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles among the many findings kept: there are none, and looking takes a third of the time.

    Nor at the end, when all of them would be young: they are put among the old unlooked at.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _asked(known: Known, law: Law, progress: Progress) -> list[Answer]:
    best = Best(Shared(law, known))
    found = []
    with uncollected():
        for index in range(len(known.cases)):
            found.append(best.answer(index))
            progress(index + 1)
    return found


_counter: Any = None


def _begin(done: Any) -> None:
    global _counter  # noqa: PLW0603 - a process of the pool is told once where to count
    _counter = done
    gc.disable()  # it ends with its people


def _rows(cases: Sequence[Case], on: dt.date, known_on: dt.date | None, overlay: Overlay) -> list[Answer]:
    def count(_: int) -> None:
        with _counter.get_lock():
            _counter.value += 1

    return _asked(Known(cases, on), Law(known_on, overlay), count)
