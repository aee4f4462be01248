"""Which nodes a page shows: all of a small graph, of a large one those with the most support.

A picture of twenty thousand nodes is a blot. What a reader can use is an overview, and an overview
needs some of everything: concepts alone have no edges, papers alone say nothing. So each kind of
node gets a share of the room, and each later kind prefers what is tied to the earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SHARES = (
    (("Method", "Dataset", "Metric", "Task"), 0.35),
    (("Paper",), 0.3),
    (("Result",), 0.2),
    (("Person", "Venue"), 0.15),
)
"""The kinds of nodes in the order in which they are chosen, and their part of the room."""


def choose(graph: nx.MultiDiGraph[str], limit: int) -> list[str]:
    """Choose the nodes to show.

    Args:
        graph: The whole graph.
        limit: How many nodes there is room for.

    Returns:
        The keys of all nodes if they fit, else of `limit` nodes at most; sorted.
    """
    if len(graph) <= limit:
        return sorted(graph)
    chosen: set[str] = set()
    for kinds, share in SHARES:
        candidates = (node for node in graph if graph.nodes[node]["type"] in kinds)
        chosen.update(_first(graph, candidates, chosen, round(limit * share)))
    # A kind that is rare leaves room for whatever is best tied to the rest.
    rest = (node for node in graph if node not in chosen)
    chosen.update(_first(graph, rest, chosen, limit - len(chosen)))
    return sorted(node for node in chosen if _ties(graph, node, chosen))


def _first(
    graph: nx.MultiDiGraph[str], candidates: Iterable[str], chosen: set[str], room: int
) -> list[str]:
    """Return the candidates with the most support, the most ties, the most edges: in that order.

    Only concepts have a support; all others are compared by their ties to what is chosen already.
    """
    return sorted(
        candidates,
        key=lambda node: (
            -graph.nodes[node].get("support", 0),
            -_ties(graph, node, chosen),
            -graph.degree(node),
            node,
        ),
    )[: max(room, 0)]


def _ties(graph: nx.MultiDiGraph[str], node: str, chosen: set[str]) -> int:
    """Count the neighbours of a node that are chosen."""
    outgoing = sum(near in chosen for near in graph.succ[node])
    return outgoing + sum(near in chosen for near in graph.pred[node])
