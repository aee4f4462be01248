from __future__ import annotations

import gc
import warnings
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest

import kg
from kg.builds import open_store
from kg.errors import InputError, KgError, OutputError, QueryError
from kg.graph import KnowledgeGraph

ODD_LINKS = [
    ("Method", "tab\tin", "method/tabin", "back\\slash", "own", "paper/1"),
    ("Method", "line\nfeed", "method/x", "a\\nb", "same name", "paper/1"),
    ("Method", "carriage\rreturn", "method/y", "\x0b\x0c\x1c\x85\u2028", "own", "paper/2"),
    ("Method", "", "method/z", "", "", ""),
]


def same(one: KnowledgeGraph, other: KnowledgeGraph) -> bool:
    return (
        nx.utils.graphs_equal(one.nx, other.nx)
        and one.links == other.links
        and one.manifest == other.manifest
    )


def test_a_build_that_is_loaded_is_the_graph_that_was_written(
    built: KnowledgeGraph, build_folder: Path
) -> None:
    assert same(kg.load(build_folder), built)


def test_a_loaded_build_is_written_as_it_was(build_folder: Path, tmp_path: Path) -> None:
    again = kg.load(build_folder).export(tmp_path / "again")
    for path in build_folder.iterdir():
        if path.name != "manifest.json":
            assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_build_can_be_written_over_the_one_it_was_loaded_from(
    built: KnowledgeGraph, tmp_path: Path
) -> None:
    folder = built.export(tmp_path / "owls")
    kg.load(folder).export(folder)
    assert same(kg.load(folder), built)


def test_links_with_odd_characters_come_back(tmp_path: Path) -> None:
    graph = KnowledgeGraph(nx.MultiDiGraph(base="https://x.org/"), links=ODD_LINKS)
    assert kg.load(graph.export(tmp_path / "odd")).links == ODD_LINKS


def test_repr_says_how_much_there_is(built: KnowledgeGraph) -> None:
    nodes, edges = len(built.nx), built.nx.number_of_edges()
    assert repr(built) == f"KnowledgeGraph(6 papers, {nodes} nodes, {edges} edges)"
    assert repr(KnowledgeGraph(nx.MultiDiGraph())) == "KnowledgeGraph(0 papers, 0 nodes, 0 edges)"


def test_the_leaderboard_has_method_score_and_sentence(built: KnowledgeGraph) -> None:
    (row,) = built.leaderboard(dataset="imagenet", metric="Top-1 Accuracy")
    assert (row.rank, row.method, row.value, row.text) == (1, "OwlView", Decimal("77.4"), "77.4%")
    assert "[77.4%]" in row.quote.marked()
    assert row.paper == "paper/r-owlview2"  # the later one of two versions


@pytest.mark.parametrize("column", ["task", "dataset", "metric", "method"])
def test_the_leaderboard_of_what_is_not_there_names_the_nearest(
    built: KnowledgeGraph, column: str
) -> None:
    near = {"method": "OwlVeiw", "dataset": "ImagNet", "metric": "acuracy"}.get(
        column, "speaker ver"
    )
    with pytest.raises(QueryError, match="did you mean"):
        built.leaderboard(**{column: near})


@pytest.mark.parametrize(
    "name",
    ["OwlNet", "owl-net", "method/owlnet", "https://w3id.org/abstracts-kg/method/owlnet"],
    ids=["label", "spelling", "key", "iri"],
)
def test_find(built: KnowledgeGraph, name: str) -> None:
    assert built.find(name) == ["method/owlnet"]


def test_facts_quote_the_words(built: KnowledgeGraph) -> None:
    facts = built.facts("OwlNet")
    introduced = [fact for fact in facts if fact.relation == "introduces"]
    assert {fact.subject for fact in introduced} == {"paper/r-owlnet"}
    assert all(fact.quote and "[OwlNet]" in fact.quote.marked() for fact in introduced)


def test_neighbours(built: KnowledgeGraph) -> None:
    around = built.neighbours("OwlNet")
    assert {"method/owlnet", "paper/r-owlnet"} <= set(around) < set(built.nx)
    assert set(built.neighbours("OwlNet", depth=0)) == {"method/owlnet"}


def test_neighbours_of_a_name_for_two_nodes_is_an_error(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=str(tmp_path))
    for kind in ("Method", "Task"):
        graph.add_node(f"{kind.lower()}/parsing", type=kind, label="parsing", aliases=[])
    with pytest.raises(
        QueryError, match="names 2 nodes; give the key of one: method/parsing, task"
    ):
        KnowledgeGraph(graph).neighbours("Parsing")


def test_sparql_and_rdf_hold_the_same(built: KnowledgeGraph) -> None:
    rows = built.sparql("SELECT * { GRAPH ?g { ?s ?p ?o } }").rows
    quads = set(built.rdf().quads())
    assert len(quads) == len(rows) > 100
    assert {str(row["g"]) for row in rows} == {str(quad[3]) for quad in quads}


def test_sparql_knows_the_prefixes_and_takes_bindings(built: KnowledgeGraph) -> None:
    query = "SELECT DISTINCT ?d ?name { GRAPH ?g { ?d a schema:Dataset ; rdfs:label ?name } }"
    everything = built.sparql(query).rows
    assert len(everything) >= 3
    iri = "https://w3id.org/abstracts-kg/dataset/voxceleb1"
    (row,) = built.sparql(query, d=iri).rows
    assert "VoxCeleb1" in str(row["name"])


@pytest.mark.parametrize("query", ["SELECT", "SELECT * { SERVICE <http://x.org> { ?s ?p ?o } }"])
def test_sparql_that_is_malformed_or_refused(built: KnowledgeGraph, query: str) -> None:
    with pytest.raises(QueryError):
        built.sparql(query)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param({"manifest.json": None}, "there is no build here", id="no-manifest"),
        pytest.param({"manifest.json": b"{"}, "the manifest is broken", id="broken-manifest"),
        pytest.param({"manifest.json": b"[]"}, "the manifest is not an object", id="array"),
        pytest.param({"manifest.json": b"\xff"}, "the manifest is broken", id="no-utf-8"),
        pytest.param({"graph.json": None}, "the graph cannot be read", id="no-graph"),
        pytest.param({"graph.json": b"{"}, "not a graph in node-link form", id="broken-graph"),
        pytest.param({"links.tsv": None}, "the build is broken", id="no-links"),
        pytest.param({"links.tsv": b"a\tb\nc\n"}, "line 2 of links.tsv", id="broken-links"),
        pytest.param({"links.tsv": b"\xff"}, "the build is broken", id="links-no-utf-8"),
        pytest.param({"extractions.jsonl": None}, "the build is broken", id="no-extractions"),
    ],
)
def test_a_broken_build(
    built: KnowledgeGraph, tmp_path: Path, damage: dict[str, bytes | None], message: str
) -> None:
    folder = built.export(tmp_path / "owls")
    for name, content in damage.items():
        (folder / name).unlink()
        if content is not None:
            (folder / name).write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        kg.load(folder)
    assert str(folder) in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["", "no/such/folder"], ids=["empty-folder", "nothing"])
def test_no_build(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="there is no build here; give the directory of a build"):
        kg.load(tmp_path / name)
    with pytest.raises(InputError):
        open_store(tmp_path / name)


def test_a_graph_closes_its_file(built: KnowledgeGraph, tmp_path: Path) -> None:
    folder = built.export(tmp_path / "owls")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        kg.load(folder)
        gc.collect()
    assert [str(one.message) for one in caught] == []


def test_export_refuses_what_is_no_build(built: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(OutputError) as caught:
        built.export(tmp_path)
    assert isinstance(caught.value, KgError)
    assert (tmp_path / "thesis.tex").read_text() == "years of work"


@pytest.mark.parametrize("name", ["", "graph.nq", "graph.ttl", "graph.jsonld"])
def test_a_store_knows_where_the_nodes_of_a_build_lie(
    feeds: Path, tmp_path: Path, name: str
) -> None:
    folder = kg.build([feeds / "b.txt"], base="urn:owls:").export(tmp_path / "owls")
    store = open_store(folder / name)
    assert store.prefixes["method"] == "urn:owls:method/"
    assert store.query("ASK { method:bert a mls:Algorithm }").boolean
