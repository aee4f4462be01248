"""What lies around a node: a part of the graph, small enough to look at."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from kg.errors import QueryError

if TYPE_CHECKING:
    import networkx as nx


def neighbourhood(
    graph: nx.MultiDiGraph[str],
    node: str,
    *,
    depth: int = 1,
    through: Collection[str] | None = None,
) -> nx.MultiDiGraph[str]:
    """Return the part of the graph that can be reached from a node, along edges in any direction.

    Args:
        graph: A graph as `kg.assemble` describes it.
        node: The key to start from.
        depth: How many edges to follow; 0 is the node alone.
        through: The node types whose edges are followed; all if None. A node of another type is
            reached but not passed, so that a metric that every paper names does not bring all of
            them in.

    Returns:
        A view of the graph with these nodes and all edges between them; it cannot be changed.

    Raises:
        QueryError: If there is no such node, or the depth is negative.
    """
    if node not in graph:
        raise QueryError(f"there is no node {node!r}", remedy="find its key with find()")
    if depth < 0:
        raise QueryError(f"the depth {depth} is negative", remedy="give 0 or more")
    reached = frontier = {node}
    for _ in range(depth):
        near = {
            other
            for one in frontier
            if through is None or one == node or graph.nodes[one]["type"] in through
            for other in (*graph.successors(one), *graph.predecessors(one))
        }
        frontier = near - reached
        reached = reached | frontier
    return graph.subgraph(reached)
