from __future__ import annotations

import math

import pytest

from kg.export.layout import place


def star(leaves: int) -> tuple[list[str], list[tuple[str, str]]]:
    nodes = ["hub", *(f"leaf{number}" for number in range(leaves))]
    return nodes, [("hub", leaf) for leaf in nodes[1:]]


def wheels(count: int) -> tuple[list[str], list[tuple[str, str]]]:
    """Triangles with leaves, strung together: what papers, methods and results look like."""
    edges = []
    for number in range(count):
        paper, method, result = (f"{kind}{number}" for kind in ("p", "m", "r"))
        edges += [(paper, method), (paper, result), (result, method)]
        edges += [(paper, f"a{number}.{author}") for author in range(4)]
        edges += [(result, f"d{number % 7}")]
    return sorted({node for edge in edges for node in edge}), edges


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ([], []),
        (["a"], []),
        (["a", "b"], [("a", "b"), ("b", "a"), ("a", "a")]),
        star(40),
        wheels(30),
    ],
    ids=["nothing", "one", "loop and repetition", "star", "wheels"],
)
def test_every_node_has_a_place_of_its_own(nodes: list[str], edges: list[tuple[str, str]]) -> None:
    places = place(nodes, edges)
    assert list(places) == nodes
    assert len(set(places.values())) == len(nodes)


@pytest.mark.parametrize("count", [30, 300], ids=["exact", "grid"])
def test_the_same_graph_gets_the_same_places(count: int) -> None:
    nodes, edges = wheels(count)
    assert place(nodes, edges) == place(nodes, edges)


def test_nodes_do_not_overlap() -> None:
    places = place(*wheels(60))
    points = list(places.values())
    close = sum(
        math.dist(one, other) < 20
        for number, one in enumerate(points)
        for other in points[number + 1 :]
    )
    assert close <= len(points) * 0.02


def test_neighbours_are_near() -> None:
    nodes, edges = wheels(60)
    places = place(nodes, edges)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(math.dist(places[one], places[other]) for one, other in pairs) / len(pairs)

    anyone = [(one, other) for number, one in enumerate(nodes) for other in nodes[number + 1 :]]
    assert mean(edges) < mean(anyone) / 3


def test_components_stand_apart() -> None:
    nodes, edges = star(5)
    pairs = [(f"{one}'", f"{other}'") for one, other in edges]
    places = place([*nodes, *(f"{node}'" for node in nodes)], edges + pairs)
    here = [places[node][0] for node in nodes]
    there = [places[f"{node}'"][0] for node in nodes]
    assert max(here) < min(there) or max(there) < min(here)
