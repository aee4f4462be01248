r"""`links.tsv`: which names were merged and why, as a table with tabs.

    name<TAB>entity<TAB>reason
    TitaNet-L<TAB>method/titanet-l<TAB>alias

The caller gives the columns. In a cell a tab, a line feed, a carriage return and a backslash are
written `\t`, `\n`, `\r` and `\\`, so a row is always one line and nothing but lone surrogates is
lost. A cell without a value is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.export.files import write_text
from kg.export.literals import without_surrogates

_ESCAPE = re.compile(r"\\([tnr\\])")
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def generate_linkstable(
    rows: Iterable[Sequence[object]], *, columns: Sequence[str]
) -> Iterator[str]:
    r"""Yield the heading, then a line a row, in the order given.

    Raises:
        InputError: A row has not as many cells as there are columns.

    Example:
        >>> list(generate_linkstable([("a\tb", None)], columns=["name", "reason"]))
        ['name\treason\n', 'a\\tb\t\n']
    """
    yield _line(columns)
    for number, row in enumerate(rows, 1):
        if len(row) != len(columns):
            raise InputError(
                f"row {number} of the links has {len(row)} cells for {len(columns)} columns",
                remedy="give one cell a column",
            )
        yield _line(row)


def write_linkstable(
    rows: Iterable[Sequence[object]], path: str | Path, *, columns: Sequence[str]
) -> None:
    """Write the table; streams.

    Raises:
        InputError: A row has not as many cells as there are columns.
        OutputError: The file cannot be written.
    """
    write_text(generate_linkstable(rows, columns=columns), path)


def read_linkstable(path: Path) -> list[list[str]]:
    """Return the rows of a table that `write_linkstable` made, without the heading.

    Raises:
        OSError, ValueError: It cannot be read, or is no such table.
    """
    # Split by line feeds alone: a cell may hold any other line end.
    heading, *rows = path.read_bytes().decode().removesuffix("\n").split("\n")
    columns = heading.count("\t")
    for number, row in enumerate(rows, 2):
        if row.count("\t") != columns:
            raise ValueError(f"line {number} of {path.name} has not {columns + 1} cells")
    return [[_ESCAPE.sub(_meant, cell) for cell in row.split("\t")] for row in rows]


def _meant(match: re.Match[str]) -> str:
    return _MEANT[match[1]]


def _line(cells: Sequence[object]) -> str:
    texts = ("" if cell is None else str(cell).translate(_ESCAPES) for cell in cells)
    return without_surrogates("\t".join(texts)) + "\n"
