"""A part of a graph that is a graph itself: what some of the papers say."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

CONCEPTS = frozenset(("Method", "Dataset", "Metric", "Task"))
ROLES = frozenset(("introduces", "uses", "compares", "evaluates", "mentions"))


def select_papers(
    graph: Graph,
    *,
    since: int | None = None,
    until: int | None = None,
    touching: Collection[Collection[str]] = (),
) -> set[str]:
    """Return the papers of some years that have an edge to one node of each collection.

    Args:
        graph: A graph as `kg.assemble` describes it.
        since: The first year; a paper without a year is of none.
        until: The last year.
        touching: Keys of venues, authors, concepts; a concept counts also where only a result of
            the paper is about it.
    """
    return {
        key
        for key, data in graph.nodes(data=True)
        if data["type"] == "Paper"
        and (since is None or data.get("year", since - 1) >= since)
        and (until is None or data.get("year", until + 1) <= until)
        and all(not near.isdisjoint(keys) for near in [_near(graph, key)] for keys in touching)
    }


def part_of(graph: Graph, papers: Collection[str], *, support: int = 1) -> Graph:
    """Return what some papers say, as a graph of its own.

    Args:
        graph: A graph as `kg.assemble` describes it; it is left as it is.
        papers: The keys of the papers.
        support: In how many of these papers a concept has to be found to stay. A result that is
            about another one goes with it.

    Returns:
        The papers with their authors, venues, concepts and results. Support and evidence are those
        of these papers alone.
    """
    papers = set(papers)
    counts = {
        key: sum(1 for paper, _, role in edges if role in ROLES and paper in papers)
        for key in graph
        if graph.nodes[key]["type"] in CONCEPTS
        for edges in [graph.in_edges(key, keys=True)]
    }
    few = {key for key, count in counts.items() if count < support}
    kept = set(papers)
    for paper in papers:
        for near in graph.succ[paper]:
            kind = graph.nodes[near]["type"]
            if near not in few and kind not in ("Paper", "Result"):
                kept.add(near)
            elif kind == "Result" and few.isdisjoint(graph.succ[near]):
                kept.update((near, *graph.succ[near]))
    part = graph.__class__(**graph.graph)
    for key in sorted(kept):
        data = dict(graph.nodes[key])
        if key in counts:
            data["support"] = counts[key]
        part.add_node(key, **data)
    for one, other, relation, data in sorted(_edges(graph, kept), key=lambda edge: edge[:3]):
        if "evidence" not in data:
            part.add_edge(one, other, relation, **data)
            continue
        found = [item for item in data["evidence"] if item["paper"] in papers]
        if found or one in papers:
            part.add_edge(one, other, relation, **{**data, "evidence": found})
    return part


def record_ids(graph: Graph) -> set[str]:
    """Return the ids of the records that the papers of a graph come from."""
    return {data["id"] for _, data in graph.nodes(data=True) if data["type"] == "Paper"}


def _near(graph: Graph, paper: str) -> set[str]:
    direct = set(graph.succ[paper])
    return direct.union(
        *(graph.succ[key] for key in direct if graph.nodes[key]["type"] == "Result")
    )


def _edges(graph: Graph, kept: Collection[str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    return (edge for edge in graph.edges(kept, keys=True, data=True) if edge[1] in kept)
