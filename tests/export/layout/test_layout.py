from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.layout import place
from kg.export.layout.anchors import find_anchors
from kg.export.layout.discs import LEAF, Disc, disc_around
from kg.export.layout.forces import simulate

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]


def papers(count: int, *, concepts: int = 7) -> Graph:
    """Papers with four people and a result each, about a method of their own and a dataset."""
    graph: Graph = nx.MultiDiGraph()
    for number in range(count):
        paper, method, result = f"paper/{number}", f"method/{number}", f"result/{number}"
        dataset = f"dataset/{number % concepts}"
        graph.add_node(paper, type="Paper")
        graph.add_node(result, type="Result")
        graph.add_node(method, type="Method", support=1)
        graph.add_node(dataset, type="Dataset", support=math.ceil(count / concepts))
        for target in (method, dataset, result):
            graph.add_edge(paper, target)
        for author in range(4):
            graph.add_node(f"person/{number}.{author}", type="Person")
            graph.add_edge(paper, f"person/{number}.{author}")
    return graph


def lonely() -> Graph:
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"person/{number}", {"type": "Person"}) for number in range(5))
    return graph


@pytest.mark.parametrize(
    "graph",
    [nx.MultiDiGraph(), lonely(), papers(1), papers(30), papers(600, concepts=450)],
    ids=["nothing", "no edges", "one paper", "exact", "grid"],
)
def test_every_node_has_a_place_of_its_own_and_always_the_same(graph: Graph) -> None:
    places = place(graph)
    assert list(places) == sorted(graph)
    assert len(set(places.values())) == len(graph)
    assert places == place(graph)


def test_the_order_of_nodes_and_edges_does_not_matter() -> None:
    graph = papers(20)
    backwards: Graph = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    backwards.add_edges_from(reversed(list(graph.edges())))
    assert place(graph) == place(backwards)


def test_nodes_do_not_overlap() -> None:
    points = list(place(papers(60)).values())
    close = sum(math.dist(one, other) < 1.6 * LEAF for one, other in combinations(points, 2))
    assert close <= len(points) * 0.02


def test_neighbours_are_near() -> None:
    graph = papers(60)
    places = place(graph)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(math.dist(places[one], places[other]) for one, other in pairs) / len(pairs)

    assert mean(list(graph.edges())) < mean(list(combinations(graph, 2))) / 2


def test_what_hangs_together_with_nothing_stands_apart() -> None:
    graph: Graph = nx.MultiDiGraph()
    graph.update(papers(3, concepts=1))
    graph.update(nx.relabel_nodes(papers(3, concepts=1), lambda node: f"x{node}"))
    places = place(graph)
    here = [places[node] for node in graph if not node.startswith("x")]
    there = [places[node] for node in graph if node.startswith("x")]
    assert any(
        max(one[axis] for one in first) < min(other[axis] for other in second)
        for axis in (0, 1)
        for first, second in ((here, there), (there, here))
    )


def test_a_paper_stands_around_the_most_particular_concept_that_it_shares(graph: Graph) -> None:
    anchors = find_anchors(graph)
    assert "paper/2005.07143" in anchors.around["dataset/voxceleb1"]
    assert "result/2110.04410/1" in anchors.around["paper/2110.04410"]
    assert "person/taejin-park" in anchors.around["paper/2110.04410"]
    assert sorted(
        [*anchors.roots, *(n for ring in anchors.around.values() for n in ring)]
    ) == sorted(graph)


@given(st.lists(st.floats(1, 50), max_size=40))
def test_discs_around_a_disc_do_not_overlap(radii: list[float]) -> None:
    discs = [Disc(radius, [(str(i), 0.0, 0.0)]) for i, radius in enumerate(radii)]
    whole = disc_around("middle", discs)
    size = {"middle": LEAF, **{str(i): radius for i, radius in enumerate(radii)}}
    assert len(whole.members) == len(radii) + 1
    for node, x, y in whole.members:
        assert math.hypot(x, y) + size[node] <= whole.radius + 1e-6
    for (one, *place_one), (other, *place_other) in combinations(whole.members, 2):
        assert math.dist(place_one, place_other) >= size[one] + size[other] - 1e-6


def test_linked_discs_are_nearer_than_others() -> None:
    pairs = [(number, number + 1) for number in range(0, 20, 2)]
    points = simulate(pairs, [10.0] * 20)
    linked = [math.dist(points[one], points[other]) for one, other in pairs]
    others = [math.dist(*pair) for pair in combinations(points, 2)]
    assert sum(linked) / len(linked) < sum(others) / len(others) / 2
    assert min(others) > 19
