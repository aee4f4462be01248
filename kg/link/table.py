"""A user's table of aliases, applied to what a corpus holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kg.link.acronyms import Link
from kg.link.aliases import SAME_BY_TABLE, AliasRow
from kg.link.identity import Identities


class TableLinks:
    """Which nodes a table makes one and what they are called, and which of its lines name none.

    Args:
        identities: Knows the table, and which node a name stands for by itself.
        known: The nodes of the corpus.
    """

    def __init__(self, identities: Identities, known: Collection[str]) -> None:
        self.merges: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.unused: list[int] = []
        self._people: list[tuple[AliasRow, str]] = []
        for row in identities.aliases.rows:
            if row.verdict == "never":
                continue
            stays, gone = (identities.node(row.type, name) for name in (row.name, row.other))
            if gone not in known:
                self.unused.append(row.line)
            elif gone != stays:
                self.merges[gone] = stays
                self.labels.setdefault(stays, row.name)
                if row.type in ("Person", "Venue"):
                    self._people.append((row, gone))

    def links(self, merges: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[Link]:
        """Yield the authors and venues that the table made one; entities have links of their own.

        Args:
            merges: Which node became which in the end.
            labels: The label of each node of the graph.
        """
        for row, gone in self._people:
            node = merges[gone]
            yield Link(row.type, row.other, node, labels[node], SAME_BY_TABLE, "")
