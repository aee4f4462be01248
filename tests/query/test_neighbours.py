from __future__ import annotations

from typing import TypeAlias

import networkx as nx
import pytest

from kg.errors import QueryError
from kg.query.neighbours import neighbourhood

Graph: TypeAlias = "nx.MultiDiGraph[str]"


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, {"dataset/ch109"}),
        (1, {"dataset/ch109", "result/t4"}),
        (
            2,
            {
                *("dataset/ch109", "result/t4", "paper/2110.04410", "method/titanet"),
                *("metric/der", "task/speaker-diarization"),
            },
        ),
    ],
)
def test_depth(graph: Graph, depth: int, expected: set[str]) -> None:
    assert set(neighbourhood(graph, "dataset/ch109", depth=depth)) == expected


def test_edges_and_attributes_are_those_of_the_graph(graph: Graph) -> None:
    around = neighbourhood(graph, "dataset/ch109")
    assert around.edges["result/t4", "dataset/ch109", "dataset"] == {"relation": "dataset"}
    assert around.graph["base"] == graph.graph["base"]


def test_nodes_of_other_types_are_reached_and_not_passed(graph: Graph) -> None:
    around = neighbourhood(graph, "method/ecapa-tdnn", depth=9, through={"Result", "Method"})
    assert "metric/eer" in around
    assert "result/t1" not in around


@pytest.mark.parametrize(("node", "depth"), [("method/none", 1), ("metric/eer", -1)])
def test_refusals(graph: Graph, node: str, depth: int) -> None:
    with pytest.raises(QueryError):
        neighbourhood(graph, node, depth=depth)
