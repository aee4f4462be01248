"""How two methods, or any two concepts, hang together: the shortest ways through papers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import networkx as nx

from kg.errors import QueryError

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

RELATIONS = frozenset(("introduces", "uses", "compares", "evaluates", "mentions", "variantOf"))


def paths(graph: Graph, start: str, end: str, *, limit: int = 10) -> list[list[str]]:
    """Return the shortest ways from one node to another, along what papers do with both.

    Only papers and nodes of the types of the two ends are passed: a metric or an author that half
    of all papers share ties nothing together.

    Args:
        graph: A graph as `kg.assemble` describes it.
        start: The key of a node.
        end: The key of another.
        limit: How many ways at most; they are in the order of their keys' edges.

    Returns:
        Each way as keys, the ends included, every second one a paper unless a variant leads on;
        none if there is no way.

    Raises:
        QueryError: There is no such node.
    """
    for node in (start, end):
        if node not in graph:
            raise QueryError(f"there is no node {node!r}", remedy="find its key with find()")
    types = {"Paper", graph.nodes[start]["type"], graph.nodes[end]["type"]}
    ways: nx.Graph[str] = nx.Graph()
    ways.add_nodes_from((start, end))
    ways.add_edges_from(
        (one, other)
        for one, other, relation in graph.edges(keys=True)
        if relation in RELATIONS
        and graph.nodes[one]["type"] in types
        and graph.nodes[other]["type"] in types
    )
    try:
        return list(islice(nx.all_shortest_paths(ways, start, end), limit))
    except nx.NetworkXNoPath:
        return []
