"""Acronyms across papers: one that a paper uses bare is the long form that another paper defines.

Needs the whole corpus. Every merge is a row of `links.tsv` and can be undone.
"""

from __future__ import annotations

from collections import defaultdict
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
        self._expansions: dict[tuple[EntityType, str], dict[str, tuple[str, str]]] = defaultdict(dict)
        self._bare: dict[tuple[EntityType, str], str] = {}
        self._links: dict[tuple[EntityType, str], Link] = {}

    def add(self, extraction: Extraction) -> None:
        """Take note of the names of one paper."""
        paper = paper_id(extraction.id)
        for entity in extraction.entities:
            identity = self._identities.of(entity)
            for name in (entity.name, *entity.aliases):
                why = identity.reason if name == entity.name else "defined in the paper"
                link = Link(entity.type, name, identity.node, identity.label, why, paper)
                if name != identity.label:
                    self._links.setdefault((entity.type, name), link)
            for alias in entity.aliases:
                key = entity.type, name_key(alias)
                self._expansions[key].setdefault(identity.node, (identity.label, paper))
            if identity.reason == "own name" and not entity.aliases:
                self._bare.setdefault((entity.type, name_key(entity.name)), entity.name)

    def merges(self) -> dict[str, str]:
        """Return which node becomes which: bare acronyms with exactly one expansion.

        Returns:
            The identifier of each merged node, and of the one that takes its place.
        """
        return {
            node_id(kind, name): next(iter(self._expansions[kind, key]))
            for (kind, key), name in sorted(self._bare.items())
            if len(self._expansions.get((kind, key), ())) == 1
            and next(iter(self._expansions[kind, key])) != node_id(kind, name)
        }

    def links(self) -> list[Link]:
        """Return every name that is not the label of its node, with why it belongs there."""
        links = dict(self._links)
        for (kind, key), name in self._bare.items():
            expansions = self._expansions.get((kind, key), {})
            if len(expansions) == 1:
                node, (label, paper) = next(iter(expansions.items()))
                if node != node_id(kind, name):
                    why = "acronym with one expansion"
                    links[kind, name] = Link(kind, name, node, label, why, paper)
        return sorted(links.values())
