"""Which files the inputs stand for: a file for itself, a directory for all files in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.read.decode import STDIN

BUILD = frozenset({"manifest.json", "graph.nq"})  # files that tell a build of this program


def shown_path(path: str) -> str:
    r"""Return a path as text that can be written anywhere.

    A file's name may hold bytes that are not UTF-8; Python hands them over as lone surrogates,
    which no output can hold. They are shown as `\xe9`.

    Example:
        >>> shown_path("caf\udce9.txt")
        'caf\\xe9.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def list_files(item: str | Path) -> Iterator[str | InputError]:
    """List the files of an input.

    Yields:
        The path as it was given, or the joined paths of the files below a directory, sorted;
        hidden files and folders and builds of this program are left out, links to folders are not
        followed. An error, as a value, for a directory that holds no files or cannot be listed.

    Example:
        >>> list(list_files("-"))
        ['-']
    """
    name = str(item)
    if name in {STDIN, ""} or not os.path.isdir(name):  # noqa: PTH112 Path raises for long names
        yield name
        return
    faults: list[OSError] = []
    paths: list[str] = []
    for folder, folders, files in os.walk(name, onerror=faults.append):
        if set(files) >= BUILD:
            folders[:] = []  # what kg wrote is no feed
            continue
        # os.walk visits the folders that are left in this list.
        folders[:] = [entry for entry in folders if not entry.startswith(".")]
        shown = (Path(folder, entry) for entry in files if not entry.startswith("."))
        paths += [str(path) for path in shown if _may_be_file(path)]
    yield from sorted(paths)
    for fault in faults:
        yield InputError(
            f"the folder cannot be listed: {fault.strerror}",
            file=fault.filename,
            remedy="change its permissions",
        )
    if not paths and not faults:
        yield InputError("the folder holds no feeds", file=name, remedy="check the path")


def _may_be_file(path: Path) -> bool:
    """Tell whether a path is one of a file, or of something that only reading it can tell."""
    try:
        return path.is_file()
    except OSError:
        return True
