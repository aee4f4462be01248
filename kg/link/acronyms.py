"""Acronyms across papers: one that a paper uses bare is the long form that another paper defines.

Needs the whole corpus. Every merge is a row of `links.tsv` and can be undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from kg.link.identifiers import node_id
from kg.link.identity import Identities
from kg.link.statements import paper_id
from kg.records import EntityType, Extraction
from kg.rules import name_key


class Link(NamedTuple):
    """A name and the node that it was given to, with the reason and the paper that shows it."""

    type: EntityType
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
        self._links: dict[tuple[EntityType, str], Link] = {}

    def add(self, extraction: Extraction) -> None:
        """Take note of the names of one paper."""
        paper = paper_id(extraction.id)
        for entity in extraction.entities:
            identity = self._identities.of(entity)
            own = "same name" if identity.reason == "own name" else identity.reason
            for name in (entity.name, *entity.aliases):
                why = own if name == entity.name else "defined in the paper"
                link = Link(entity.type, name, identity.node, identity.label, why, paper)
                self._links.setdefault((entity.type, name), link)
            for alias in entity.aliases:
                if node_id(entity.type, alias) != identity.node:
                    self._expansions[entity.type, name_key(alias)].setdefault(identity.node, paper)
            if identity.reason == "own name" and not entity.aliases:
                self._bare.setdefault(identity.node, (entity.type, name_key(entity.name)))

    def merges(self) -> dict[str, str]:
        """Return which node becomes which: bare acronyms with exactly one expansion.

        Returns:
            The identifier of each merged node, and of the one that takes its place, which is
            itself not merged: where expansions lead on, to the last; where they lead in a circle,
            to the smallest.
        """
        steps = {node: found[0] for node in self._bare if (found := self._expansion(node))}
        merges = {node: _last(steps, node) for node in sorted(steps)}
        return {node: target for node, target in merges.items() if node != target}

    def links(self, labels: Mapping[str, str]) -> list[Link]:
        """Return every name that is not the label of its node, with why it belongs there.

        Args:
            labels: The label of each node of the graph, after `merges`.
        """
        merges = self.merges()
        links = []
        for link in self._links.values():
            node, reason, paper = link.node, link.reason, link.paper
            expansion = self._expansion(node) if node in merges else None
            if expansion and reason == "same name":
                reason, paper = "acronym with one expansion", expansion[1]
            node = merges.get(node, node)
            label = labels.get(node, link.label)
            if link.name != label:
                links.append(Link(link.type, link.name, node, label, reason, paper))
        return sorted(links)

    def _expansion(self, node: str) -> tuple[str, str] | None:
        """Return the only node that a bare acronym may stand for, and a paper that says so."""
        found = self._expansions.get(self._bare[node], {})
        return next(iter(found.items())) if len(found) == 1 else None


def _last(steps: Mapping[str, str], node: str) -> str:
    """Follow the steps from a node to where they end; of a circle to its smallest node."""
    way = [node]
    while (following := steps.get(way[-1])) is not None:
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]
