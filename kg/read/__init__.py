"""Reading feeds of abstracts: bytes in, one `Paper` or `Rejection` a record out.

The layout of a file is told from its content (`detect.LAYOUTS`, and JSON lines). What cannot be
read is a value like what can: one bad record, or one bad file, never stops the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError
from kg.read.decode import open_input, read_all
from kg.read.detect import find_layout, is_json, is_json_document, markup_of
from kg.read.inputs import list_files, shown_path
from kg.read.json_lines import read_json_lines
from kg.read.lines import split_lines, visible
from kg.read.papers import Document, make_paper
from kg.records import Paper, Rejection

__all__ = ["read", "shown_path"]


def read(
    inputs: Iterable[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Paper | Rejection]:
    """Read the records of files, of the files in directories, and of standard input.

    Args:
        inputs: Paths of files and directories; `-` is standard input. Files may be compressed
            with gzip.
        stdin: What to read for `-` instead of the process's own standard input.

    Yields:
        The records in the order of the inputs. `duplicate_of` is not set. A file that cannot be
        read at all is one rejection without a line.

    Example:
        >>> import io
        >>> [paper.abstract for paper in read(["-"], stdin=io.BytesIO(b"We count owls."))]
        ['We count owls.']
        >>> [rejection.reason for rejection in read(["no/such/file"])]
        ['there is no such file or folder']
    """
    for item in inputs:
        for file in list_files(item):
            if isinstance(file, InputError):
                yield _rejection(file)
            else:
                yield from _read_file(file, stdin)


def _read_file(file: str, stdin: BinaryIO | None) -> Iterator[Paper | Rejection]:
    name = shown_path(file)
    try:
        with open_input(file, stdin) as (head, stream):
            if is_json(head):
                if is_json_document(head):
                    raise _not_lines(name)
                yield from read_json_lines(name, stream)
            else:
                yield from _read_text(name, read_all(name, stream))
    except InputError as error:
        yield _rejection(error)


def _read_text(file: str, data: bytes) -> Iterator[Paper | Rejection]:
    # A byte that is not UTF-8 becomes one code point, which is found in its record and nowhere
    # else; the others are read.
    text = data.decode("utf-8", "surrogateescape")
    if not visible(text):
        raise InputError("the file is empty", file=file, remedy="add an abstract")
    kind = markup_of(text)
    if kind is not None:
        raise InputError(
            f"this is {kind}, not plain text",
            file=file,
            remedy="extract the abstracts from it first",
        )
    document = Document(file, text)
    lines = split_lines(text)
    for block in find_layout(lines).blocks(text, lines):
        yield make_paper(document, block)


def _not_lines(file: str) -> InputError:
    return InputError(
        "the JSON is an array, or an object over several lines",
        file=file,
        line=1,
        remedy="give one object a line: jq -c '.[]' for an array, jq -c . for objects",
    )


def _rejection(error: InputError) -> Rejection:
    file = shown_path(str(error.file))
    return Rejection(file=file, line=error.line, reason=error.what, remedy=error.remedy)
