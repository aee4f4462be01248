from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.run import run_here, run_in_processes
from kg.run.processes import AHEAD, CHUNK

from .workers import make_doubler, make_faulty


class Items:
    """Numbers that tell how many of them were taken."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.taken = 0

    def __iter__(self) -> Iterator[int]:
        for number in range(self.count):
            self.taken = number + 1
            yield number


def here(make: Callable[[], Any], items: Any) -> Iterator[Any]:
    return run_here(make, items)


def in_two_processes(make: Callable[[], Any], items: Any) -> Iterator[Any]:
    return run_in_processes(make, items, processes=2)


RUNNERS = [pytest.param(here, id="here"), pytest.param(in_two_processes, id="processes")]


@pytest.mark.parametrize("run", RUNNERS)
@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1, 5 * CHUNK])
def test_results_come_in_the_order_of_the_items(run: Callable[..., Any], count: int) -> None:
    assert [result for result, _ in run(make_doubler, range(count))] == list(range(0, 2 * count, 2))


def test_processes_are_others_than_this_one() -> None:
    pids = {pid for _, pid in in_two_processes(make_doubler, range(4 * CHUNK))}
    assert os.getpid() not in pids
    assert 1 <= len(pids) <= 2


def test_the_worker_here_is_in_this_process_and_made_once() -> None:
    made = []

    def make() -> Callable[[int], int]:
        made.append(1)
        return abs

    assert list(run_here(make, [-1, -2, -3])) == [1, 2, 3]
    assert made == [1]


@pytest.mark.parametrize("run", RUNNERS)
def test_what_a_worker_raises_is_raised_here(run: Callable[..., Any]) -> None:
    results = run(make_faulty, range(10 * CHUNK))
    with pytest.raises(ValueError, match="no place for 100"):
        list(results)


@pytest.mark.parametrize("run", RUNNERS)
def test_what_reading_raises_is_raised_here(run: Callable[..., Any]) -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(run(make_doubler, items()))


@pytest.mark.parametrize(
    ("run", "ahead"),
    [pytest.param(here, 0, id="here"), pytest.param(in_two_processes, 2 * AHEAD * CHUNK, id="two")],
)
def test_items_are_read_a_bounded_number_ahead(run: Callable[..., Any], ahead: int) -> None:
    items = Items(100 * CHUNK)
    results = run(make_doubler, items)
    for done in range(1, 3 * CHUNK):
        next(results)
        assert items.taken <= done + ahead
    results.close()
    assert items.taken < items.count


@pytest.mark.parametrize("run", RUNNERS)
def test_nothing_is_read_before_the_first_result_is_asked_for(run: Callable[..., Any]) -> None:
    items = Items(10)
    run(make_doubler, items)
    assert items.taken == 0
