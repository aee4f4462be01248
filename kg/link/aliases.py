"""A user's own table of names that are the same, and of names that never are.

    same<TAB>Method<TAB>wav2vec 2.0<TAB>w2v2
    never<TAB>Method<TAB>GLaM<TAB>GLAM
    same<TAB>Person<TAB>Ada Öz<TAB>A. Öz

A line has four cells with tabs between them: `same` or `never`, the type of both names, the names.
With `same` what the second name stands for becomes part of what the first one stands for, and is
called by the first name; with `never` a merge by spelling, by the lexicon or by an acronym is not
made. Empty lines and lines that begin with `#` are left out. The table changes only the nodes that
it names, and a build without it is as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from kg.errors import InputError
from kg.records import EntityType, NodeType
from kg.rules import name_key

SAME_BY_TABLE = "same by the table of aliases"

Named = EntityType | Literal["Person", "Venue"]
TYPES = (*get_args(EntityType), "Person", "Venue")


class AliasRow(NamedTuple):
    """A line of the table."""

    verdict: Literal["same", "never"]
    type: Named
    name: str
    other: str
    line: int

    @property
    def keys(self) -> frozenset[str]:
        """The keys of the names: one, if they differ in what spelling is free in."""
        return frozenset((name_key(self.name), name_key(self.other)))


class Aliases:
    """The verdicts of a table.

    Args:
        rows: The lines of the table.

    Example:
        >>> table = Aliases([AliasRow("never", "Method", "GLaM", "GLAM", 1)])
        >>> table.apart("Method", "GLAM", "GLaM"), table.apart("Method", "GLAM", "GLAM")
        (True, False)
    """

    def __init__(self, rows: Sequence[AliasRow] = ()) -> None:
        self.rows = tuple(rows)
        never = [row for row in rows if row.verdict == "never"]
        # Two names with one key can only be told apart by how they are spelt.
        self._by_key = {(row.type, row.keys) for row in never if len(row.keys) == 2}
        self._by_spelling = {
            (row.type, frozenset((row.name, row.other))) for row in never if len(row.keys) == 1
        }
        self._own = {(row.type, row.other) for row in never if len(row.keys) == 1}

    def apart(self, kind: NodeType, name: str, other: str) -> bool:
        """Return whether two names of a type are never the same."""
        return (kind, frozenset((name, other))) in self._by_spelling or (
            kind,
            frozenset((name_key(name), name_key(other))),
        ) in self._by_key

    def own_spelling(self, kind: NodeType, name: str) -> bool:
        """Return whether a name is told from another one by nothing but its spelling."""
        return (kind, name) in self._own


def read_aliases(path: str | Path) -> Aliases:
    """Read a table.

    Raises:
        InputError: The file cannot be read, a line is not as it should be, or one says the contrary
            of another.
    """
    try:
        lines = Path(path).read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"the table of aliases cannot be read: {error}", file=path, remedy="check the path"
        ) from error
    rows = [
        _row(line.rstrip("\r"), number, path)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
    _check(rows, path)
    return Aliases(rows)


def _row(line: str, number: int, path: str | Path) -> AliasRow:
    cells = [cell.strip() for cell in line.split("\t")]
    remedy = "write same or never, a type and two names, with tabs between them"
    if len(cells) != 4 or not all(cells):
        raise InputError("this line has not four cells", file=path, line=number, remedy=remedy)
    verdict, kind, name, other = cells
    if verdict not in ("same", "never"):
        raise InputError(f"{verdict!r} is no verdict", file=path, line=number, remedy=remedy)
    if kind not in TYPES:
        raise InputError(
            f"{kind!r} is no type", file=path, line=number, remedy=f"use {', '.join(TYPES)}"
        )
    if name == other:
        raise InputError("both names are one", file=path, line=number, remedy="give two names")
    return AliasRow(
        cast('Literal["same", "never"]', verdict), cast("Named", kind), name, other, number
    )


def _check(rows: Sequence[AliasRow], path: str | Path) -> None:
    """Check that no two names are both the same, by one line or several, and never the same."""
    above: dict[tuple[str, str], tuple[str, str]] = {}

    def first(kind: str, name: str) -> tuple[str, str]:
        found = (kind, name)
        while found in above:
            found = above[found]
        return found

    for row in rows:
        one, other = (first(row.type, name_key(name)) for name in (row.name, row.other))
        if row.verdict == "same" and one != other:
            above[other] = one
    said = {(row.type, frozenset((row.name, row.other))) for row in rows if row.verdict == "same"}
    for row in rows:
        if row.verdict == "same":
            continue
        one, other = (first(row.type, name_key(name)) for name in (row.name, row.other))
        if (one == other and len(row.keys) == 2) or (
            row.type,
            frozenset((row.name, row.other)),
        ) in said:
            raise InputError(
                f"{row.name!r} and {row.other!r} are the same by other lines",
                file=path,
                line=row.line,
                remedy="remove this line or one of those",
            )
