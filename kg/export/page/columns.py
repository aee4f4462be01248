"""Every node and every edge of a graph as columns: what the page draws, filters and searches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from kg.export.layout import place

if TYPE_CHECKING:
    import networkx as nx

TYPES = ("Method", "Dataset", "Task", "Metric", "Paper", "Result", "Person", "Venue")
"""The types of nodes, in the order of the legend."""

RELATIONS = (
    *("introduces", "evaluates", "uses", "compares", "mentions"),
    *("reports", "method", "dataset", "metric", "task", "baseline"),
    *("author", "venue", "variantOf", "versionOf"),
)
"""The relations; the first five are the roles of a paper's concepts."""

MORE = ("aliases", "level", "direction", "text", "kind", "year")
"""Attributes that not every node has, which the page needs before it reads a text."""

BLOCK = 48
"""So many papers make a block of texts: some 60 kB, unpacked in a few milliseconds."""


class Numbers:
    """The numbers by which the page knows nodes and edges: nodes by key, edges by their ends.

    Args:
        graph: A graph as `kg.assemble` describes it.
    """

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self.graph = graph
        self.keys = sorted(graph)
        self.of = {key: number for number, key in enumerate(self.keys)}
        self.papers = [key for key in self.keys if graph.nodes[key]["type"] == "Paper"]
        self._block = {paper: number // BLOCK for number, paper in enumerate(self.papers)}
        counts = (graph.out_degree(key) for key in self.keys)
        self._first = dict(zip(self.keys, accumulate(counts, initial=0), strict=False))

    def edges(self) -> Iterator[tuple[int, str, str, Mapping[str, Any]]]:
        """Yield every edge in the order of its number: number, subject, object, attributes."""
        for subject in self.keys:
            yield from self.edges_from(subject)

    def edges_from(self, subject: str) -> Iterator[tuple[int, str, str, Mapping[str, Any]]]:
        """Yield the edges that begin at a node, as `edges` does."""
        number = self._first[subject]
        for target in sorted(self.graph.succ[subject]):
            relations = self.graph.succ[subject][target]
            for relation in sorted(relations):
                yield number, subject, target, relations[relation]
                number += 1

    def strays(self) -> Iterator[tuple[int, int, Mapping[str, Any]]]:
        """Yield the edges with evidence that begin at no paper: number, block, attributes.

        The evidence of all others is in the block of the paper that they begin at.
        """
        for number, subject, _, data in self.edges():
            if subject not in self._block and data.get("evidence"):
                yield number, self._block[data["evidence"][0]["paper"]], data


def columns(numbers: Numbers) -> dict[str, Any]:
    """Return the nodes and edges of a graph as columns.

    Args:
        numbers: The graph with its numbers.

    Returns:
        `types`, `relations`, `block` (how many papers a block has); `key`, `label`, `type`,
        `support`, `x`, `y` with an item a node; `from`, `to`, `relation` with an item an edge;
        `more`, the attributes of `MORE` by node; `elsewhere`, the block of the evidence of those
        edges that do not begin at a paper.
    """
    graph = numbers.graph
    places = place(graph)
    nodes = [graph.nodes[key] for key in numbers.keys]
    edges = list(numbers.edges())
    return {
        "types": TYPES,
        "relations": RELATIONS,
        "block": BLOCK,
        "key": numbers.keys,
        "label": [data["label"] for data in nodes],
        "type": [TYPES.index(data["type"]) for data in nodes],
        "support": [data.get("support", 0) for data in nodes],
        "x": [places[key][0] for key in numbers.keys],
        "y": [places[key][1] for key in numbers.keys],
        "more": {number: found for number, data in enumerate(nodes) if (found := _more(data))},
        "from": [numbers.of[one] for _, one, _, _ in edges],
        "to": [numbers.of[other] for _, _, other, _ in edges],
        "relation": [RELATIONS.index(data["relation"]) for _, _, _, data in edges],
        "elsewhere": {number: block for number, block, _ in numbers.strays()},
    }


def _more(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the attributes of a node that are not in a column of their own."""
    return {name: data[name] for name in MORE if data.get(name)}
