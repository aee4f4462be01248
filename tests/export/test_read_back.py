"""Files that are not, or not quite, what an export writes: refused with place and remedy."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

from kg.errors import InputError, OutputError
from kg.export.nodelink import generate_nodelink, read_nodelink, write_nodelink
from kg.export.nquads import generate_nquads
from kg.export.read_rdf import read_rdf

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]


def test_values_keep_their_digits_in_json(graph: Graph) -> None:
    text = "".join(generate_nodelink(graph))
    assert '"value": 0.870}' in text
    assert '"value": 0.68}' in text
    assert '"value": 19}' in text


def test_whole_values_are_decimals_again(graph: Graph, tmp_path: Path) -> None:
    write_nodelink(graph, tmp_path / "graph.json")
    value = read_nodelink(tmp_path / "graph.json").nodes["result/2005.07143/2"]["value"]
    assert isinstance(value, Decimal)


def test_networkx_reads_the_file_by_itself(graph: Graph) -> None:
    data = json.loads("".join(generate_nodelink(graph)))
    back: Any = nx.node_link_graph(data, edges="edges")
    assert set(back) == set(graph)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    assert back.nodes["paper/2110.04410"]["record_id"] == "arXiv:2110.04410"


def test_a_lone_surrogate_survives_in_json(tmp_path: Path) -> None:
    graph: Graph = nx.MultiDiGraph()
    graph.add_node("person/p", type="Person", label="a\ud800", aliases=[])
    write_nodelink(graph, tmp_path / "graph.json")
    assert nx.utils.graphs_equal(read_nodelink(tmp_path / "graph.json"), graph)


@pytest.mark.parametrize("value", [Decimal("NaN"), float("inf"), object(), {1, 2}])
def test_what_json_cannot_hold_is_refused(graph: Graph, value: object) -> None:
    graph.nodes["result/2110.04410/1"]["value"] = value
    with pytest.raises(InputError, match="no place in JSON"):
        list(generate_nodelink(graph))


def drop(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda data: data.pop(name)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (drop("nodes"), "no list 'nodes'"),
        (drop("edges"), "no list 'edges'"),
        (drop("graph"), "no object 'graph'"),
        (drop("directed"), "not a directed multigraph"),
        (lambda data: data["nodes"][0].pop("id"), "number 1 of its nodes lacks"),
        (lambda data: data["nodes"].append(5), "of its nodes lacks"),
        (lambda data: data["edges"][0].pop("key"), "number 1 of its edges lacks"),
        (lambda data: data["edges"][0].update(source="x"), "the source 'x' of an edge"),
        (lambda data: data["edges"][0].update(target=["x"]), "number 1 of its edges lacks"),
    ],
)
def test_a_malformed_graph_json_is_refused(
    graph: Graph, tmp_path: Path, change: Callable[[dict[str, Any]], Any], message: str
) -> None:
    data = json.loads("".join(generate_nodelink(graph)))
    change(data)
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(data))
    with pytest.raises(InputError, match=message) as caught:
        read_nodelink(path)
    assert caught.value.file == str(path)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"graph": \xff}', "\x00"])
def test_what_is_no_json_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match="not a graph in node-link form"):
        read_nodelink(path)


@pytest.mark.parametrize("name", ["graph.json", "graph.nq"])
def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    read = read_nodelink if name.endswith("json") else read_rdf
    with pytest.raises(InputError, match="cannot be read") as caught:
        read(tmp_path / name)
    assert caught.value.file == str(tmp_path / name)


def test_a_folder_that_is_missing_is_said_to_be_missing(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_nodelink(graph, tmp_path / "none" / "graph.json")


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<http://rdfs.org/ns/void#Dataset>", "<http://a/x>", "0 graphs are described"),
        ('"0.68"^^', '"much"^^', "no decimal"),
        ('"2021"^^', '"twenty"^^', "no integer"),
        ('"true"^^', '"maybe"^^', "no boolean"),
        ("<http://www.w3.org/ns/mls#EvaluationMeasure>", "<http://a/x>", "has no type"),
        ("<http://www.w3.org/ns/oa#hasTarget>", "<http://a/x>", "0 values where one is meant"),
        (f'"136"^^<{XSD}nonNegativeInteger>', '"here"', "no whole number"),
        ("<http://purl.org/dc/terms/creator>", "<http://a/x>", "is of no author"),
        (
            "ns#predicate> <https://w3id.org/abstracts-kg/ontology#variantOf>",
            "ns#predicate> <http://a/x>",
            "evidence of 0 edges",
        ),
        ("<http://www.w3.org/ns/mls#hasValue>", "mls:hasValue", "cannot be read"),
    ],
)
def test_an_export_that_was_tampered_with_is_refused(
    graph: Graph, tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = "".join(generate_nquads(graph))
    assert old in text
    path = tmp_path / "graph.nq"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_rdf(path)
    assert caught.value.file == str(path)
    assert caught.value.remedy


def test_two_values_where_one_is_meant_are_refused(graph: Graph, tmp_path: Path) -> None:
    lines = list(generate_nquads(graph))
    title = next(line for line in lines if "dc/terms/title" in line)
    path = tmp_path / "graph.nq"
    path.write_text("".join([*lines, title.replace("TitaNet", "Other")]), encoding="utf-8")
    with pytest.raises(InputError, match="has 2 values where one is meant"):
        read_rdf(path)


def test_a_node_outside_the_base_is_refused(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    text = "".join(generate_nquads(graph)).replace(
        "https://example.org/kg/method", "https://b/method"
    )
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="does not lie below the base"):
        read_rdf(path)


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no RDF format"):
        read_rdf(tmp_path / "graph.docx")
