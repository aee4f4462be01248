"""A pool of processes, each with a worker of its own."""

from __future__ import annotations

import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 64  # items sent at once: enough to hide the cost of sending, few enough to keep memory low
AHEAD = 4  # chunks waiting per process

_work: Callable[[Any], Any]
"""The worker of this process, made by `_prepare` when the process starts."""


def run_in_processes(
    make: Callable[[], Callable[[Item], Result]], items: Iterable[Item], *, processes: int
) -> Iterator[Result]:
    """Apply workers in several processes to every item.

    Args:
        make: Builds the worker; called once in each process, so it must be picklable.
        items: What to work on; read a bounded number ahead.
        processes: How many processes.

    Yields:
        One result an item, in the order of the items. What a worker raises is raised here; then,
        and when the caller stops early, nothing that waits is begun any more.
    """
    # A fresh interpreter in each process: a fork would copy the locks of threads that run here.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _prepare, (make,)) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        iterator = iter(items)
        try:
            while chunk := list(itertools.islice(iterator, CHUNK)):
                waiting.append(pool.submit(_run, chunk))
                if len(waiting) >= AHEAD * processes:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _prepare(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _work  # noqa: PLW0603 one worker a process, made once
    _work = make()


def _run(chunk: list[Any]) -> list[Any]:
    return [_work(item) for item in chunk]
