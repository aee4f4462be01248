"""A time limit for what cannot be interrupted: it runs in a forked process, which can be killed.

A query of Oxigraph does not listen to signals until it is done. A fork sees the same memory, so
nothing has to be sent to it; what it returns, or raises, comes back over a pipe.
"""

from __future__ import annotations

import multiprocessing
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from kg.errors import KgError, QueryError

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what a function returns, if it does so in time.

    Args:
        seconds: How long to wait.
        work: What to do; it must not rely on other threads, and what it changes is lost.

    Raises:
        QueryError: If it takes longer or its process dies, or where processes cannot be forked.
        KgError: What the function itself raises.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        raise QueryError(
            "a time limit cannot be kept on this system", remedy="run the query without one"
        )
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, sender), daemon=True)
    with warnings.catch_warnings():
        # From Python 3.12 on a fork beside other threads warns. The threads here are those of
        # numerical libraries, which the child does not call.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    sender.close()
    try:
        return cast("T", _received(receiver, seconds))
    finally:
        process.kill()
        process.join()
        process.close()
        receiver.close()


def _run(work: Callable[[], object], sender: Connection) -> None:
    """Do the work in the child and sends what comes of it."""
    try:
        sender.send((True, work()))
    except KgError as error:
        # Exceptions with keyword-only arguments do not survive pickling; their parts do.
        sender.send((False, (error.what, error.line, error.remedy)))


def _received(receiver: Connection, seconds: float) -> object:
    if not receiver.poll(seconds):
        raise QueryError(
            f"the query took longer than {seconds:g} seconds",
            remedy="ask for less, or allow it more time",
        )
    try:
        done, result = receiver.recv()
    except EOFError as error:
        raise QueryError(
            "the query ended without an answer; there may have been too little memory",
            remedy="ask for less",
        ) from error
    if done:
        return result
    what, line, remedy = result
    raise QueryError(what, line=line, remedy=remedy)
