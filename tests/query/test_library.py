"""The queries that come with the program, run on an export in Oxigraph and in rdflib."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx
import pytest
import rdflib

from kg.errors import QueryError
from kg.export.nquads import generate_nquads
from kg.export.prefixes import shared_prefixes
from kg.query.leaderboard import leaderboard
from kg.query.library import ask, named_queries, named_query, read_query
from kg.query.lookup import find_node
from kg.query.sparql import Store

Graph: TypeAlias = "nx.MultiDiGraph[str]"
NAMES = [
    *("co-authors", "compared-with", "conflicting-reports", "datasets-introduced"),
    *("evaluations", "evidence-of-result", "leaderboard", "methods-on-dataset"),
    *("most-supported", "papers-of-author"),
]
CASES: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name in NAMES),
    ("co-authors", {"person": "taejin park"}),
    ("compared-with", {"method": "ECAPA"}),
    ("conflicting-reports", {"dataset": "VoxCeleb1", "metric": "EER", "method": "ECAPA"}),
    ("datasets-introduced", {"dataset": "CH109", "since": "2021"}),
    ("evaluations", {"dataset": "VoxCeleb1", "since": "2021"}),
    ("evaluations", {"paper": "2110.04410"}),
    ("evidence-of-result", {"result": "result/t2"}),
    ("evidence-of-result", {"paper": "paper/2110.04410"}),
    ("leaderboard", {"dataset": "VoxCeleb1", "metric": "EER"}),
    ("leaderboard", {"method": "TitaNet", "task": "说话人确认", "since": "2000"}),
    ("methods-on-dataset", {"dataset": "CH109"}),
    ("most-supported", {"method": "TitaNet"}),
    ("papers-of-author", {"person": "Taejin Park"}),
]


@pytest.fixture
def asked(graph: Graph) -> Graph:
    """The graph with what the queries about comparisons, conflicts and new datasets look for."""
    titanet = "paper/2110.04410"
    graph.add_edge(titanet, "method/ecapa-tdnn", "compares", relation="compares", evidence=[])
    graph.add_edge(titanet, "dataset/ch109", "introduces", relation="introduces", evidence=[])
    graph.remove_edge("result/t1", "method/titanet", "method")
    graph.add_edge("result/t1", "method/ecapa-tdnn", "method", relation="method")
    graph.nodes["result/t1"]["value"] = Decimal("0.71")
    graph.nodes["result/t1"]["split"] = "test"
    graph.nodes["result/t3"]["split"] = "validation"
    return graph


@pytest.fixture
def store(asked: Graph) -> Store:
    made = Store(prefixes=shared_prefixes().under(asked.graph["base"]))
    made.load_nquads(generate_nquads(asked))
    return made


def rows(store: Store, name: str, **values: str) -> list[dict[str, Any]]:
    return ask(store, named_query(name), values).rows


def test_all_queries_are_known_and_described() -> None:
    assert [query.name for query in named_queries()] == NAMES
    for query in named_queries():
        assert query.about.endswith(".")
        assert query.parameters
        assert "^^xsd:string" not in query.text
        selected = query.text[query.text.index("SELECT") : query.text.index("WHERE")]
        for name in query.parameters:
            assert f"?{name} " in selected.replace("\n", " "), (query.name, name)


def test_leaderboard(store: Store) -> None:
    found = rows(store, "leaderboard", dataset="vox celeb1")
    assert [(row["text"], row["methodName"], row["scale"]) for row in found] == [
        ("0.0087", "ECAPA-TDNN", ""),
        ("0.68%", "ECAPA-TDNN", "%"),
        ("0.68%", "ECAPA-TDNN", "%"),
        ("0.87%", "ECAPA-TDNN", "%"),
    ]
    assert found[0]["value"] == Decimal("0.0087")


def test_splits_and_scales_are_kept_apart(asked: Graph) -> None:
    for node in ("result/e1", "result/e5", "result/t1"):
        asked.nodes[node].update(direction="higher", split="test")
    del asked.nodes["result/e1"]["unit"]  # now a fraction
    asked.nodes["result/e5"]["split"] = "validation"
    made = Store(prefixes=shared_prefixes().under(asked.graph["base"]))
    made.load_nquads(generate_nquads(asked))
    found = rows(made, "leaderboard", dataset="VoxCeleb1")
    assert [(row["split"], row["scale"], row["text"]) for row in found] == [
        (None, "", "0.0087"),
        (None, "%", "0.68%"),
        (None, "fraction", "0.87%"),
        ("validation", "%", "0.68%"),
    ]
    assert rows(made, "conflicting-reports") == []


def test_leaderboard_agrees_with_that_of_the_graph(asked: Graph, store: Store) -> None:
    base = asked.graph["base"]
    found = {row["result"] for row in rows(store, "leaderboard")}
    assert found == {base + row.result for row in leaderboard(asked)}


def test_methods_on_dataset(store: Store) -> None:
    found = rows(store, "methods-on-dataset", dataset="VoxCeleb1")
    assert [(row["methodName"], row["papers"], row["results"]) for row in found] == [
        ("ECAPA-TDNN", 2, 6),
    ]


def test_evaluations_count_roles_and_results(store: Store) -> None:
    found = rows(store, "evaluations", paper="2110.04410")
    assert [row["datasetName"] for row in found] == [
        *("AMI-Lapel", "AMI-MixHeadset", "CH109", "VoxCeleb1")
    ]


@pytest.mark.parametrize(("year", "papers"), [("2020", 2), ("2021", 1), ("2022", 0)])
def test_since(store: Store, year: str, papers: int) -> None:
    assert len(rows(store, "evaluations", dataset="VoxCeleb1", since=year)) == papers


def test_compared_with(store: Store) -> None:
    (row,) = rows(store, "compared-with", method="ecapa")
    assert (row["methodName"], row["newName"], row["year"]) == ("ECAPA-TDNN", "TitaNet", 2021)


def test_conflicting_reports(store: Store) -> None:
    found = rows(store, "conflicting-reports")
    assert [(row["value"], row["otherValue"]) for row in found] == [
        (Decimal("0.68"), Decimal("0.71")),
        (Decimal("0.71"), Decimal("0.87")),
    ]


def test_two_versions_of_a_paper_are_no_conflict(asked: Graph) -> None:
    papers = ("paper/2110.04410", "paper/2005.07143")
    asked.add_edge(*papers, "versionOf", relation="versionOf")
    made = Store(prefixes=shared_prefixes().under(asked.graph["base"]))
    made.load_nquads(generate_nquads(asked))
    assert rows(made, "conflicting-reports") == []


def test_datasets_introduced(store: Store) -> None:
    (row,) = rows(store, "datasets-introduced", since="2021")
    assert (row["datasetName"], row["year"], row["paperName"]) == ("CH109", 2021, "TitaNet")


def test_papers_of_author(store: Store) -> None:
    found = rows(store, "papers-of-author", person="taejin park")
    assert [(row["paperName"], row["year"], row["introduces"]) for row in found] == [
        ("TitaNet", 2021, "CH109"),
        ("TitaNet", 2021, "TitaNet"),
    ]


def test_co_authors(store: Store) -> None:
    found = rows(store, "co-authors", person="Taejin Park")
    assert [(row["otherName"], row["papers"]) for row in found] == [
        ("Boris Ginsburg", 1),
        ("Nithin Rao Koluguri", 1),
    ]


def test_most_supported(store: Store) -> None:
    first = rows(store, "most-supported")[0]
    assert (first["methodName"], first["relation"], first["otherName"], first["papers"]) == (
        *("ECAPA-TDNN", "in metric", "EER"),
        2,
    )


def test_evidence_of_result(asked: Graph, store: Store) -> None:
    (row,) = rows(store, "evidence-of-result", result="result/t2")
    assert row["words"] == "1.73%"
    assert row["sentence"].startswith("For speaker diarization")
    assert row["rule"] == "score.metric-of-value"
    abstract = asked.nodes["paper/2110.04410"]["abstract"]
    assert abstract[row["start"] : row["end"]] == "1.73%"


@pytest.mark.parametrize(("name", "values"), CASES)
def test_rdflib_gives_the_same_rows(store: Store, name: str, values: dict[str, str]) -> None:
    query = named_query(name)
    ours = ask(store, query, values)
    # rdflib's own Dataset warns about itself; for these queries the triples are enough.
    triples = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").serialise("nt")
    variables = {kind.lower(): variable for variable, kind in query.parameters.items()}
    bindings = {
        variables[kind]: rdflib.URIRef(find_node(store, kind, value))
        for kind, value in values.items()
        if kind != "since"
    }
    theirs = (
        rdflib.Graph()
        .parse(data=triples, format="nt")
        .query(query.text, initBindings=bindings)
        .serialize(format="json")
    )
    assert theirs is not None
    expected = json.loads(theirs)["results"]["bindings"]
    if "since" in values:
        year, least = variables["since"], int(values["since"])
        expected = [row for row in expected if int(row.get(year, {"value": 0})["value"]) >= least]
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
    [
        ({"venue": "EER"}, "no parameter 'venue'; it has dataset, metric, method"),
        ({"dataset": "EER"}, "nothing in the graph is called 'EER' among the datasets"),
        ({"dataset": "VoxCeleb2"}, "did you mean 'VoxCeleb1'"),
        ({"dataset": ""}, "nothing in the graph"),
        ({"dataset": "https://example.org/kg/dataset/none"}, "nothing in the graph"),
        ({"dataset": "https://example.org/kg/method/titanet"}, "nothing in the graph"),
        ({"dataset": 'x> } # "'}, "nothing in the graph"),
        ({"since": "soon"}, "'soon' is no year"),
    ],
)
def test_wrong_values(store: Store, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        ask(store, named_query("leaderboard"), values)


@pytest.mark.parametrize(
    "name", ["VoxCeleb1", "vox-celeb 1", "VoxCeleb 1 test", "voxceleb1", "dataset/voxceleb1"]
)
def test_a_node_is_found_by_any_name(asked: Graph, store: Store, name: str) -> None:
    iri = asked.graph["base"] + "dataset/voxceleb1"
    assert find_node(store, "dataset", name) == iri
    assert find_node(store, "dataset", iri) == iri


def test_a_name_of_several_nodes(asked: Graph) -> None:
    asked.nodes["dataset/ch109"]["aliases"] = ["TitaNet", "Tita-Net 2"]
    asked.nodes["dataset/voxceleb1"]["aliases"] = ["tita net 2", "Vox"]
    asked.nodes["dataset/ami-lapel"]["aliases"] = ["TitaNet"]
    store = Store(prefixes=shared_prefixes().under(asked.graph["base"]))
    store.load_nquads(generate_nquads(asked))
    with pytest.raises(QueryError, match="stands for 2 datasets; give one of https"):
        find_node(store, "dataset", "TITANET2")
    # the very spelling goes before another one, and a label before an alias
    assert find_node(store, "dataset", "Tita-Net 2").endswith("dataset/ch109")
    assert find_node(store, "dataset", "TitaNet").endswith("dataset/titanet")
    assert find_node(store, "dataset", "TITANET").endswith("dataset/titanet")


def test_a_query_of_ones_own(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(
        "# Names.\n# ?d Dataset: one\n\nSELECT ?d ?name { ?d a dcat:Dataset ; rdfs:label ?name }"
    )
    assert ask(store, read_query(path), {"dataset": "CH109"}).rows[0]["name"] == "CH109"
    with pytest.raises(QueryError, match="cannot be read"):
        read_query(tmp_path / "none.rq")
