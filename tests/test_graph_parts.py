"""Paths, parts, unions and differences of graphs, and what a notebook shows of them."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pyoxigraph as ox
import pytest

import kg
from kg.assemble import union
from kg.errors import InputError, QueryError
from kg.export.nquads import generate_nquads
from kg.export.read_rdf import graph_of
from kg.graph import KnowledgeGraph
from kg.query.paths import paths

WHOLE = "paper/r-owlnet"


def same(one: nx.MultiDiGraph[str], other: nx.MultiDiGraph[str]) -> bool:
    return bool(nx.utils.graphs_equal(one, other))


def survives(graph: KnowledgeGraph, folder: Path) -> bool:
    """Return whether a graph is what its build and its RDF give back: it keeps the contract."""
    quads = ox.parse("".join(generate_nquads(graph.nx)), ox.RdfFormat.N_QUADS)
    return same(kg.load(graph.export(folder)).nx, graph.nx) and same(graph_of(quads), graph.nx)


@pytest.fixture(scope="module")
def linked() -> nx.MultiDiGraph[str]:
    """Three methods in a row: two papers tie them, a metric ties all."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key in ("paper/p", "paper/q", "method/a", "method/b", "method/c", "method/d", "metric/m"):
        graph.add_node(key, type=key.partition("/")[0].capitalize(), label=key)
    for paper, concept in (("p", "method/a"), ("p", "method/b"), ("q", "method/b")):
        graph.add_edge(f"paper/{paper}", concept, "uses", relation="uses")
    graph.add_edge("paper/q", "method/c", "compares", relation="compares")
    for paper in ("p", "q"):
        graph.add_edge(f"paper/{paper}", "metric/m", "evaluates", relation="evaluates")
    return graph


def test_paths_lead_through_papers_and_methods(linked: nx.MultiDiGraph[str]) -> None:
    way = ["method/a", "paper/p", "method/b", "paper/q", "method/c"]
    assert paths(linked, "method/a", "method/c") == [way]
    assert paths(linked, "method/a", "method/d") == []
    assert paths(linked, "method/a", "method/a") == [["method/a"]]
    assert len(paths(linked, "method/a", "metric/m")) == 1
    with pytest.raises(QueryError, match="no node 'method/x'"):
        paths(linked, "method/a", "method/x")


def test_paths_by_name(built: KnowledgeGraph) -> None:
    assert built.paths("OwlView", "ImageNet", limit=1) == [
        ["method/owlview", "paper/r-owlview", "dataset/imagenet"]
    ]


@pytest.mark.parametrize(
    ("options", "papers"),
    [
        ({"since": 2024}, {"r-owlnet"}),
        ({"until": 2023}, set()),
        ({"author": "li wei"}, {"r-owlnet", "r-owlview", "r-owlview2"}),
        ({"author": "Li Wei", "venue": "CVPR"}, {"r-owlview", "r-owlview2"}),
        ({"dataset": "VoxCeleb1"}, {"r-owlnet", "r-zh"}),
        ({"task": "image classification"}, {"r-owlview", "r-owlview2"}),
        ({"author": "Ada Öz", "until": 2000}, set()),
    ],
)
def test_a_part_by_year_author_venue_or_concept(
    built: KnowledgeGraph, tmp_path: Path, options: dict[str, str], papers: set[str]
) -> None:
    part = built.subgraph(**options)  # type: ignore[arg-type]
    found = {data["id"] for _, data in part.nx.nodes(data=True) if data["type"] == "Paper"}
    assert found == papers
    assert part.manifest["counts"]["papers"] == len(papers)
    assert survives(part, tmp_path / "part")
    lines = (tmp_path / "part" / "extractions.jsonl").read_text("utf-8").splitlines()
    assert {(one := json.loads(line))["duplicate_of"] or one["id"] for line in lines} == papers


def test_a_part_of_everything_is_the_whole(built: KnowledgeGraph) -> None:
    assert same(built.subgraph().nx, built.nx)


def test_support_is_that_in_the_part(built: KnowledgeGraph) -> None:
    part = built.subgraph(dataset="VoxCeleb1", support=2)
    concepts = {key: data["support"] for key, data in part.nx.nodes(data=True) if "support" in data}
    assert concepts["dataset/voxceleb1"] == 2
    assert min(concepts.values()) == 2
    # OwlNet stands in one paper only, so that results that are about it have gone with it.
    assert "method/owlnet" not in part.nx
    assert built.nx.nodes["dataset/voxceleb1"]["support"] == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [({"author": "Nobody"}, "called 'Nobody'"), ({"colour": "red"}, "called 'red'")],
)
def test_a_part_by_what_is_not_there(
    built: KnowledgeGraph, options: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        built.subgraph(**options)  # type: ignore[arg-type]


def test_a_graph_and_itself_are_itself(built: KnowledgeGraph) -> None:
    assert same(built.merge(built).nx, built.nx)
    assert built.merge(built).links == sorted(built.links, key=str)


def test_the_parts_make_the_whole_again(built: KnowledgeGraph, tmp_path: Path) -> None:
    one, other = built.subgraph(dataset="VoxCeleb1"), built.subgraph(author="Li Wei")
    both = one.merge(other)
    wanted = {WHOLE, "paper/r-zh", "paper/r-owlview", "paper/r-owlview2"}
    expected = [key for key, data in built.nx.nodes(data=True) if key in wanted]
    assert {key for key in both.nx if key.startswith("paper/")} == set(expected)
    assert survives(both, tmp_path / "both")
    assert both.nx.nodes["dataset/voxceleb1"]["support"] == 2
    assert same(other.merge(one).nx, both.nx)


def test_a_paper_of_both_is_that_of_the_first(built: KnowledgeGraph) -> None:
    later = built.nx.copy()
    later.nodes[WHOLE]["year"] = 1999
    later.add_node("method/only-there", type="Method", label="x", aliases=[], level="named")
    place = {"start": 0, "end": 2, "sentence_start": 0, "sentence_end": 9, "rule": "r"}
    found = [{"paper": WHOLE, **place}]
    later.add_edge(WHOLE, "method/only-there", "uses", relation="uses", evidence=found)
    assert same(union(built.nx, later), built.nx)
    assert union(later, built.nx).nodes[WHOLE]["year"] == 1999


def test_names_of_both_are_kept(built: KnowledgeGraph) -> None:
    other = built.subgraph(author="Ada Öz").nx.copy()
    other.nodes["method/owlnet"].update(label="Owl-Net", aliases=["ON"])
    node = union(built.nx, other).nodes["method/owlnet"]
    assert (node["label"], node["aliases"]) == ("OwlNet", ["ON", "Owl-Net"])
    assert other.nodes["method/owlnet"]["label"] == "Owl-Net"


def test_graphs_of_other_rules_or_bases(built: KnowledgeGraph) -> None:
    other = built.nx.copy()
    other.graph["ruleset"] = "0"
    assert union(built.nx, other).graph["ruleset"] == f"0+{built.nx.graph['ruleset']}"
    other.graph["base"] = "https://example.org/"
    with pytest.raises(InputError, match="differ; build both graphs with the same base"):
        union(built.nx, other)


def test_nothing_has_changed(built: KnowledgeGraph) -> None:
    assert not built.diff(built)
    assert repr(built.diff(built)) == "Difference(none)"


def test_what_has_changed(built: KnowledgeGraph) -> None:
    later = built.nx.copy()
    later.nodes[WHOLE]["year"] = 1999
    later.remove_node("method/owlview")
    later.add_node("method/new", type="Method", label="new")
    later.add_edge(WHOLE, "method/new", "uses", relation="uses", evidence=[])
    later.edges[WHOLE, "method/owlnet", "introduces"]["evidence"] = []
    changes = built.diff(KnowledgeGraph(later))
    assert (changes.added_nodes, changes.removed_nodes) == (("method/new",), ("method/owlview",))
    assert changes.changed_nodes == {WHOLE: {"year": (2024, 1999)}}
    assert changes.added_edges == ((WHOLE, "method/new", "uses"),)
    assert ("paper/r-owlview", "method/owlview", "introduces") in changes.removed_edges
    ((edge, change),) = changes.changed_edges.items()
    assert (edge, change["evidence"][1]) == ((WHOLE, "method/owlnet", "introduces"), [])
    assert repr(changes).startswith("Difference(1 added nodes, 1 removed nodes, 1 changed nodes")


def test_a_leaderboard_as_a_data_frame(built: KnowledgeGraph) -> None:
    rows = built.leaderboard()
    frame = rows.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert len(frame) == len(rows) > 3
    assert list(frame["value"]) == [row.value for row in rows]
    assert "[77.4%]" in frame.set_index("text").loc[["77.4%"], "sentence"].iloc[0]


def test_a_notebook_shows_tables_and_no_markup_of_strangers(built: KnowledgeGraph) -> None:
    graph = built.nx.copy()
    graph.nodes["method/owlnet"]["label"] = "<script>alert(1)</script>"
    hostile = KnowledgeGraph(graph, manifest=built.manifest)
    shown = hostile.leaderboard()._repr_html_()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>" not in shown
    assert "<td>Paper</td><td>6</td>" in hostile._repr_html_()
    assert "KnowledgeGraph(6 papers" in hostile._repr_html_()
    label = hostile.sparql("SELECT ?n { ?m a mls:Algorithm ; rdfs:label ?n }")._repr_html_()
    assert "&lt;script&gt;" in label
    assert hostile.sparql("ASK {}")._repr_html_() == "<p>yes</p>"
    many = hostile.sparql("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")._repr_html_()
    assert many.endswith(" more rows</p>")
