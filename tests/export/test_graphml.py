"""graph.graphml, as networkx reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg.errors import InputError
from kg.export.graphml import generate_graphml, write_graphml

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]


def test_networkx_reads_types_and_keys(graph: Graph, tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "graph.graphml")
    back: Any = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert back.is_directed()
    assert back.graph["base"] == graph.graph["base"]
    paper = back.nodes["paper/2110.04410"]
    assert paper["year"] == 2021
    assert paper["authors_complete"] is True
    assert paper["abstract"] == graph.nodes["paper/2110.04410"]["abstract"]
    assert json.loads(paper["urls"]) == ["https://arxiv.org/abs/2110.04410"]
    assert back.nodes["result/2110.04410/1"]["value"] == 0.68
    edge = ("paper/2110.04410", "method/titanet", "introduces")
    assert json.loads(back.edges[edge]["evidence"]) == graph.edges[edge]["evidence"]
    assert back.edges["paper/2110.04410", "person/taejin-park", "author"]["position"] == 2


def test_what_xml_cannot_hold_is_replaced() -> None:
    graph: Graph = nx.MultiDiGraph()
    label = "a\x00\x0b\x1f\ufffe\uffff\ud800z \r\n\t<&>\"' \x7f\U0001f600"
    graph.add_node("person/p", type="Person", label=label, aliases=[])
    root = ET.fromstring("".join(generate_graphml(graph)))  # noqa: S314 - our own output
    texts = [data.text for data in root.iter() if data.get("key") == "node-label"]
    assert texts == ["a" + "\ufffd" * 6 + "z \r\n\t<&>\"' \x7f\U0001f600"]


def test_an_attribute_without_a_key_is_refused(graph: Graph) -> None:
    graph.nodes["method/titanet"]["colour"] = "red"
    with pytest.raises(InputError, match="colour"):
        list(generate_graphml(graph))
