"""Two graphs into one, paper by paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.assemble.assembly import ROLES
from kg.errors import InputError

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

OF_A_PAPER = frozenset(("Paper", "Result"))


def union(one: Graph, other: Graph) -> Graph:
    """Return a graph with the papers of both.

    A paper that both have is taken from the first one, whole. What papers share keeps the name that
    the first one gives it, with all names of both as aliases; support is counted anew. Names are
    not linked again: an acronym of one graph stays apart from its expansion in the other.

    Args:
        one: A graph as `kg.assemble` describes it; it is left as it is, as is the other.
        other: Another one with the same base.

    Returns:
        The graph; its `ruleset` names both rule sets if they differ.

    Raises:
        InputError: The bases differ, so that nothing would be the same in both.
    """
    if one.graph.get("base") != other.graph.get("base"):
        raise InputError(
            f"the bases {one.graph.get('base')!r} and {other.graph.get('base')!r} differ",
            remedy="build both graphs with the same base",
        )
    attributes = {**other.graph, **one.graph}
    for name in ("ruleset", "version"):
        both = sorted({graph.graph[name] for graph in (one, other) if name in graph.graph})
        if both:
            attributes[name] = "+".join(both)
    nodes = {key: dict(data) for key, data in one.nodes(data=True)}
    known = _papers(one)
    left_out = _belonging(other, known & _papers(other))
    for key, data in other.nodes(data=True):
        if key not in left_out or key in nodes:
            nodes[key] = _joined(nodes[key], data) if key in nodes else dict(data)
    edges: dict[tuple[str, str, str], dict[str, Any]] = {
        (source, target, relation): dict(data)
        for source, target, relation, data in one.edges(keys=True, data=True)
    }
    for *edge, data in other.edges(keys=True, data=True):
        source, target, relation = edge
        new = _without(data, known)
        if source in left_out or target not in nodes or new is None:
            continue
        here = edges.get((source, target, relation))
        edges[source, target, relation] = _joined_edge(here, new) if here else new
    joined = {end for source, target, _ in edges for end in (source, target)}
    made = one.__class__(**attributes)
    # What only the papers that were left out spoke of is not in the graph.
    made.add_nodes_from((key, nodes[key]) for key in sorted(nodes) if key in one or key in joined)
    for source, target, relation in sorted(edges):
        made.add_edge(source, target, relation, **edges[source, target, relation])
    for key, data in made.nodes(data=True):
        if "support" in data:
            roles = (edge for edge in made.in_edges(key, keys=True) if edge[2] in ROLES)
            data["support"] = len({paper for paper, _, _ in roles})
    return made


def _papers(graph: Graph) -> set[str]:
    return {key for key, data in graph.nodes(data=True) if data["type"] == "Paper"}


def _belonging(graph: Graph, papers: set[str]) -> set[str]:
    """Return papers with their results."""
    results = {
        key for paper in papers for key in graph.succ[paper] if graph.nodes[key]["type"] == "Result"
    }
    return papers | results


def _joined(data: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    if data["type"] in OF_A_PAPER:
        return data
    joined = {**more, **data}
    names = {*data.get("aliases", ()), *more.get("aliases", ()), more["label"]}
    if "aliases" in joined:
        joined["aliases"] = sorted(names - {data["label"]})
    if "named" in (data.get("level"), more.get("level")):
        joined["level"] = "named"
    return joined


def _without(data: dict[str, Any], papers: set[str]) -> dict[str, Any] | None:
    """Return an edge without the evidence of some papers; None if it had no other."""
    if not data.get("evidence"):
        return data
    found = [item for item in data["evidence"] if item["paper"] not in papers]
    return {**data, "evidence": found} if found else None


def _joined_edge(data: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    if "evidence" not in data:
        return data
    found = sorted([*data["evidence"], *more["evidence"]], key=lambda item: tuple(item.values()))
    return {**data, "evidence": found}
