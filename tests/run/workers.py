"""Workers for the tests: what a process is given must be importable there."""

from __future__ import annotations

import os
from collections.abc import Callable


def make_doubler() -> Callable[[int], tuple[int, int]]:
    calls = 0

    def double(item: int) -> tuple[int, int]:
        nonlocal calls
        calls += 1
        return item * 2, os.getpid()

    return double


def make_faulty() -> Callable[[int], int]:
    def fail_at_100(item: int) -> int:
        if item == 100:
            message = f"no place for {item}"
            raise ValueError(message)
        return item

    return fail_at_100
