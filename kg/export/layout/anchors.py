"""Who stands around whom: a graph in, a skeleton of concepts and a forest around it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

CONCEPTS = frozenset({"Method", "Dataset", "Metric", "Task"})
SKELETON = 1500
"""The skeleton has at most so many concepts: placing them by forces takes about two seconds."""
LINKS = 4
"""Every concept is tied to so many others at most, those that are most its own: with all of them
a graph of papers is one ball."""
CROWD = 60
"""Of a paper that names more concepts (a survey, a list of shared tasks) the pairs say nothing."""


class Anchors(NamedTuple):
    """What is placed by forces, what attracts what there, and what stands around each node.

    `roots` are the skeleton, and the papers and others that have no concept in it; `links` has the
    neighbours of every root, `around` what stands around a node: sorted, each node once.
    """

    roots: list[str]
    links: Mapping[str, Sequence[str]]
    around: Mapping[str, Sequence[str]]


def find_anchors(graph: nx.MultiDiGraph[str]) -> Anchors:
    """Find the skeleton of a graph and what stands around its nodes.

    Args:
        graph: A graph as `kg.assemble` describes it.

    Returns:
        A forest that holds every node once, and the links between its roots.
    """
    support = {
        node: data.get("support", 0)
        for node, data in graph.nodes(data=True)
        if data["type"] in CONCEPTS
    }
    skeleton = set(sorted(support, key=lambda node: (-support[node], node))[:SKELETON])
    around: dict[str, list[str]] = defaultdict(list)
    roots = sorted(skeleton)
    papers = sorted(node for node, data in graph.nodes(data=True) if data["type"] == "Paper")
    about = {paper: sorted(skeleton.intersection(graph.succ[paper])) for paper in papers}
    for node in [*papers, *sorted(set(graph).difference(skeleton, papers))]:
        anchor = _anchor(graph, node, about, support)
        if anchor is None:
            roots.append(node)
        else:
            around[anchor].append(node)
    links = _links(about.values(), support)
    return Anchors(roots, {root: sorted(links[root]) for root in roots}, around)


def _anchor(
    graph: nx.MultiDiGraph[str],
    node: str,
    about: Mapping[str, Sequence[str]],
    support: Mapping[str, int],
) -> str | None:
    """Return what a node stands around: a paper around a concept, all others around a paper."""
    if node in about:
        # The rarest concept that another paper shares says best where a paper belongs.
        return min(about[node], key=lambda one: (support[one] < 2, support[one], one), default=None)
    return min((paper for paper in _near(graph, node) if paper in about), default=None)


def _near(graph: nx.MultiDiGraph[str], node: str) -> Iterator[str]:
    """Yield the neighbours of a node."""
    yield from graph.pred[node]
    yield from graph.succ[node]


def _links(
    together: Iterable[Sequence[str]], support: Mapping[str, int]
) -> defaultdict[str, set[str]]:
    """Tie every concept to those that it shares most papers with, measured by their support.

    The strength of a tie is the cosine of two concepts as sets of papers, as in maps of science
    (van Eck and Waltman, "How to normalize cooccurrence data?", 2009).
    """
    pairs = Counter(
        pair
        for concepts in together
        if len(concepts) <= CROWD
        for pair in combinations(concepts, 2)
    )
    ties: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (one, other), count in pairs.items():
        strength = count / sqrt(max(support[one], 1) * max(support[other], 1))
        ties[one].append((-strength, other))
        ties[other].append((-strength, one))
    links: defaultdict[str, set[str]] = defaultdict(set)
    for one, of_one in ties.items():
        for _, other in sorted(of_one)[:LINKS]:
            links[one].add(other)
            links[other].add(one)
    return links
