"""The queries that come with the program, run on an export in Oxigraph and in rdflib."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, TypeAlias

import networkx as nx
import pytest
import rdflib

from kg.errors import QueryError
from kg.export.nquads import generate_nquads
from kg.query.leaderboard import leaderboard
from kg.query.library import named_queries, named_query, resolve
from kg.query.sparql import Store

Graph: TypeAlias = "nx.MultiDiGraph[str]"
NAMES = ["evidence-of-result", "leaderboard", "methods-on-dataset", "papers-of-author"]
CASES = [
    *((name, {}) for name in NAMES),
    ("leaderboard", {"dataset": "VoxCeleb1", "metric": "EER"}),
    ("methods-on-dataset", {"dataset": "CH109"}),
    ("papers-of-author", {"person": "Taejin Park"}),
    ("evidence-of-result", {"result": "result/t2"}),
]


@pytest.fixture
def store(graph: Graph) -> Store:
    made = Store()
    made.load_nquads(generate_nquads(graph))
    return made


def rows(graph: Graph, store: Store, name: str, values: dict[str, str]) -> list[dict[str, Any]]:
    query = named_query(name)
    return store.query(query.text, bindings=resolve(graph, query, values)).rows


def test_all_queries_are_known_and_described() -> None:
    assert [query.name for query in named_queries()] == NAMES
    for query in named_queries():
        assert query.about.endswith(".")
        assert query.parameters
        assert all(f"?{name}" in query.text for name in query.parameters)
        assert "^^xsd:string" not in query.text


def test_leaderboard(graph: Graph, store: Store) -> None:
    found = rows(graph, store, "leaderboard", {"dataset": "vox celeb1"})
    assert [(row["text"], row["methodName"], row["unit"]) for row in found] == [
        ("0.0087", "ECAPA-TDNN", None),
        ("0.68%", "ECAPA-TDNN", "%"),
        ("0.68%", "TitaNet", "%"),
        ("0.87%", "ECAPA-TDNN", "%"),
    ]
    assert found[0]["value"] == Decimal("0.0087")


def test_leaderboard_agrees_with_that_of_the_graph(graph: Graph, store: Store) -> None:
    base = graph.graph["base"]
    found = {row["result"] for row in rows(graph, store, "leaderboard", {})}
    assert found == {base + row.result for row in leaderboard(graph)}


def test_methods_on_dataset(graph: Graph, store: Store) -> None:
    found = rows(graph, store, "methods-on-dataset", {"dataset": "VoxCeleb1"})
    assert [(row["methodName"], row["papers"], row["results"]) for row in found] == [
        ("ECAPA-TDNN", 1, 5),
        ("TitaNet", 1, 1),
    ]


def test_papers_of_author(graph: Graph, store: Store) -> None:
    found = rows(graph, store, "papers-of-author", {"person": "taejin park"})
    assert [(row["paperName"], row["year"], row["introduces"]) for row in found] == [
        ("TitaNet", 2021, "TitaNet")
    ]


def test_evidence_of_result(graph: Graph, store: Store) -> None:
    (row,) = rows(graph, store, "evidence-of-result", {"result": "result/t2"})
    assert row["words"] == "1.73%"
    assert row["sentence"].startswith("For speaker diarization")
    abstract = graph.nodes["paper/2110.04410"]["abstract"]
    assert abstract[row["start"] : row["end"]] == "1.73%"


@pytest.mark.parametrize(("name", "values"), CASES)
def test_rdflib_gives_the_same_rows(
    graph: Graph, store: Store, name: str, values: dict[str, str]
) -> None:
    query = named_query(name)
    bindings = resolve(graph, query, values)
    ours = store.query(query.text, bindings=bindings)
    # rdflib's own Dataset warns about itself; for these queries the triples are enough.
    triples = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").serialise("nt")
    theirs = (
        rdflib.Graph()
        .parse(data=triples, format="nt")
        .query(query.text, initBindings={key: rdflib.URIRef(iri) for key, iri in bindings.items()})
        .serialize(format="json")
    )
    assert theirs is not None
    expected = json.loads(theirs)["results"]["bindings"]
    found = json.loads(ours.serialise("json"))["results"]["bindings"]
    assert found
    assert [_plain(row) for row in found] == [_plain(row) for row in expected]


def _plain(row: dict[str, dict[str, str]]) -> dict[str, str]:
    return {name: term["value"] for name, term in row.items()}


def test_unknown_query() -> None:
    with pytest.raises(QueryError, match="methods-on-dataset"):
        named_query("leader")


@pytest.mark.parametrize(
    ("values", "message"),
    [({"task": "EER"}, "no parameter 'task'"), ({"dataset": "EER"}, "nothing in the graph")],
)
def test_wrong_values(graph: Graph, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        resolve(graph, named_query("leaderboard"), values)


def test_a_name_of_several_nodes(graph: Graph) -> None:
    graph.nodes["dataset/ch109"]["aliases"] = ["TitaNet"]
    with pytest.raises(QueryError, match="dataset/titanet, dataset/ch109"):
        resolve(graph, named_query("leaderboard"), {"dataset": "TitaNet"})
