"""Acronyms across papers: one that a paper uses bare is the long form that another paper defines.

Needs the whole corpus. Every merge is a row of `links.tsv` and can be undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from kg.link.aliases import SAME_BY_TABLE, Named
from kg.link.identifiers import node_id
from kg.link.identity import Identities
from kg.link.statements import paper_id
from kg.records import EntityType, Extraction
from kg.rules import name_key


class Link(NamedTuple):
    """A name and the node that it was given to, with the reason and the paper that shows it."""

    type: Named
    name: str
    node: str
    label: str
    reason: str
    paper: str


class AcronymLinker:
    """Collects definitions and bare acronyms paper by paper, then says which are one.

    Args:
        identities: Decides which node a name belongs to by itself.
    """

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        # For each key of an alias, the nodes that it stands for and a paper that says so.
        self._expansions: dict[tuple[EntityType, str], dict[str, str]] = defaultdict(dict)
        self._bare: dict[str, tuple[EntityType, str]] = {}
        self._labels: dict[str, str] = {}
        self._links: dict[tuple[EntityType, str], Link] = {}

    def add(self, extraction: Extraction) -> None:
        """Take note of the names of one paper."""
        paper = paper_id(extraction.id)
        for entity in extraction.entities:
            identity = self._identities.of(entity)
            self._labels.setdefault(identity.node, identity.label)
            own = "same name" if identity.reason == "own name" else identity.reason
            defined = "defined in the paper"
            aliases = entity.aliases
            if entity.split_of is not None:
                own = defined = "split of the dataset"
                aliases = ()
            for name in (entity.name, *entity.aliases):
                why = own if name == entity.name else defined
                link = Link(entity.type, name, identity.node, identity.label, why, paper)
                self._links.setdefault((entity.type, name), link)
            for alias in aliases:
                if node_id(entity.type, alias) != identity.node:
                    self._expansions[entity.type, name_key(alias)].setdefault(identity.node, paper)
            if identity.reason == "own name" and not aliases:
                name = entity.split_of or entity.name
                self._bare.setdefault(identity.node, (entity.type, name_key(name)))

    def merges(self, table: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return which node becomes which: bare acronyms with exactly one expansion.

        Args:
            table: Which node becomes which by the user's own table, which goes before.

        Returns:
            The identifier of each merged node, and of the one that takes its place, which is
            itself not merged: where expansions lead on, to the last; where they lead in a circle,
            to the smallest.
        """
        steps = {node: found[0] for node in self._bare if (found := self._expansion(node))}
        for gone, stays in (table or {}).items():
            if _last(steps, stays) == _last(steps, gone):
                steps.pop(stays, None)  # the table says which of the two stays
            steps[gone] = stays
        merges = {node: _last(steps, node) for node in sorted(steps)}
        return {node: target for node, target in merges.items() if node != target}

    def links(
        self, labels: Mapping[str, str], table: Mapping[str, str] | None = None
    ) -> list[Link]:
        """Return every name that is not the label of its node, with why it belongs there.

        Args:
            labels: The label of each node of the graph, after `merges`.
            table: As for `merges`.
        """
        merges = self.merges(table)
        links = []
        for link in self._links.values():
            node, reason, paper = link.node, link.reason, link.paper
            expansion = self._expansion(node) if node in merges else None
            if table and node in table:
                reason = SAME_BY_TABLE
            elif expansion and reason == "same name":
                reason, paper = "acronym with one expansion", expansion[1]
            node = merges.get(node, node)
            label = labels.get(node, link.label)
            if link.name != label:
                links.append(Link(link.type, link.name, node, label, reason, paper))
        return sorted(links)

    def _apart(self, kind: EntityType, node: str, other: str) -> bool:
        return self._identities.aliases.apart(kind, self._labels[node], self._labels[other])

    def _expansion(self, node: str) -> tuple[str, str] | None:
        """Return the only node that a bare acronym may stand for, and a paper that says so."""
        if node not in self._bare:
            return None
        kind = self._bare[node][0]
        found = [
            one
            for one in self._expansions.get(self._bare[node], {}).items()
            if not self._apart(kind, node, one[0])
        ]
        return found[0] if len(found) == 1 else None


def _last(steps: Mapping[str, str], node: str) -> str:
    """Follow the steps from a node to where they end; of a circle to its smallest node."""
    way = [node]
    while (following := steps.get(way[-1])) is not None:
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]
