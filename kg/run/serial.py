"""Everything in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def run_here(
    make: Callable[[], Callable[[Item], Result]], items: Iterable[Item]
) -> Iterator[Result]:
    """Apply one worker to every item.

    Args:
        make: Builds the worker; called once.
        items: What to work on; read one at a time.

    Yields:
        One result an item, in order.

    Example:
        >>> list(run_here(lambda: str.upper, ["a", "b"]))
        ['A', 'B']
    """
    work = make()
    for item in items:
        yield work(item)
