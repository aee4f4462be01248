"""What is new, gone or changed between two graphs, such as two builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

Edge = tuple[str, str, str]
"""Source, target, relation."""

Change = dict[str, tuple[Any, Any]]
"""By attribute, the value before and after; None where there is none."""


@dataclass(frozen=True)
class Difference:
    """What one graph has and another has not. It is false if there is nothing.

    Args:
        added_nodes: Keys, sorted; so the next ones.
        removed_nodes: Keys that are gone.
        changed_nodes: By key what changed.
        added_edges: Source, target and relation.
        removed_edges: Edges that are gone.
        changed_edges: By edge what changed, such as its evidence.
    """

    added_nodes: tuple[str, ...]
    removed_nodes: tuple[str, ...]
    changed_nodes: dict[str, Change]
    added_edges: tuple[Edge, ...]
    removed_edges: tuple[Edge, ...]
    changed_edges: dict[Edge, Change]

    def __bool__(self) -> bool:
        return any(vars(self).values())

    def __repr__(self) -> str:
        parts = (
            f"{len(found)} {name.replace('_', ' ')}" for name, found in vars(self).items() if found
        )
        return f"Difference({', '.join(parts) or 'none'})"


def difference(before: Graph, after: Graph) -> Difference:
    """Compare two graphs as `kg.assemble` describes them, node by node and edge by edge."""
    nodes = _nodes(before), _nodes(after)
    edges = _edges(before), _edges(after)
    return Difference(
        added_nodes=tuple(sorted(nodes[1].keys() - nodes[0].keys())),
        removed_nodes=tuple(sorted(nodes[0].keys() - nodes[1].keys())),
        changed_nodes=_changed(*nodes),
        added_edges=tuple(sorted(edges[1].keys() - edges[0].keys())),
        removed_edges=tuple(sorted(edges[0].keys() - edges[1].keys())),
        changed_edges=_changed(*edges),
    )


def _nodes(graph: Graph) -> dict[str, dict[str, Any]]:
    return {key: graph.nodes[key] for key in graph}


def _edges(graph: Graph) -> dict[Edge, dict[str, Any]]:
    return {(one, other, key): data for one, other, key, data in graph.edges(keys=True, data=True)}


def _changed(
    before: dict[Any, dict[str, Any]], after: dict[Any, dict[str, Any]]
) -> dict[Any, Change]:
    return {
        key: {
            name: (before[key].get(name), after[key].get(name))
            for name in sorted(before[key].keys() | after[key].keys())
            if before[key].get(name) != after[key].get(name)
        }
        for key in sorted(before.keys() & after.keys())
        if before[key] != after[key]
    }
