"""networkx → file → networkx loses nothing, whatever strangers write into titles and names."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.export.dataset import named_graphs
from kg.export.graphml import write_graphml
from kg.export.jsonld import generate_jsonld, write_jsonld
from kg.export.naming import naming_of
from kg.export.nodelink import read_nodelink, write_nodelink
from kg.export.nquads import generate_nquads, write_nquads
from kg.export.rdf import generate_rdf
from kg.export.read_rdf import graph_of, read_rdf
from kg.export.terms import EVIDENCE_FIELDS
from kg.export.turtle import generate_turtle

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

HOSTILE = [
    "",
    " ",
    '"quoted" \\ back\\slash \\u0041',
    "line\nfeed\r\nreturn\ttab",
    "\x00\x01\x08\x0b\x0c\x1f\x7f\x85\u2028",
    "<script>alert(1)</script> & ]]> <!-- ",
    "\u202eright to left\u202c \u2066\u200b\ufeff",
    "\U0001f600 \U0001f469\u200d\U0001f52c e\u0301",
    "图像分类，性能提升了3.5%",
    "\ufffe\uffff\ufdd0\U0010ffff\ue000",
    "'; DROP TABLE papers; -- {} %s ${x} @en ^^xsd:string .",
]
texts = st.text(max_size=30) | st.sampled_from(HOSTILE)
lists = st.lists(texts, max_size=3, unique=True).map(sorted)
# Names as the graph's contract has them, safe in an IRI.
names = st.text(
    alphabet="abz019-._~/:@!$'()*+,;=图像分é", min_size=1, max_size=12
) | st.sampled_from(["%41", "10.1000/182", "c%2B%2B", "..", "a//b", "entities"])
values = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12
) | st.sampled_from([Decimal(text) for text in ("0.70", "1E+2", "-0", "1E-12", "100", "0.680")])
counts = st.integers(min_value=0, max_value=10**6)
CONCEPTS = ("Method", "Dataset", "Metric", "Task")
ROLES = ("introduces", "uses", "compares", "evaluates", "mentions")


def attributes(
    kind: str, always: dict[str, Any], known: dict[str, Any]
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"type": st.just(kind), "label": texts, **always}, optional=known)


papers = attributes(
    "Paper",
    {
        "id": texts,
        "abstract": texts,
        "language": st.sampled_from(["en", "zh"]),
        "authors_complete": st.booleans(),
        "sources": lists,
        "urls": lists,
        "duplicates": lists,
    },
    {
        "title": texts,
        "status": st.sampled_from(["accepted", "submitted", "preprint"]),
        "year": st.integers(1900, 2100),
        "pages": counts,
        "figures": counts,
        "comments": texts,
        "doi": texts,
    },
)
results = attributes(
    "Result",
    {"value": values, "text": texts, "kind": st.sampled_from(["absolute", "gain", "reduction"])},
    {
        "unit": texts,
        "split": texts,
        "qualifier": texts,
        "baseline_text": texts,
        "direction": st.just("lower"),
    },
)
named = st.sampled_from(["Person", "Venue"]).flatmap(
    lambda kind: attributes(kind, {"aliases": lists}, {})
)
concepts = st.sampled_from(CONCEPTS).flatmap(
    lambda kind: attributes(
        kind,
        {"aliases": lists, "level": st.sampled_from(["named", "common"]), "support": counts},
        {"direction": st.sampled_from(["higher", "lower"])} if kind == "Metric" else {},
    )
)


@st.composite
def evidence(draw: st.DrawFn, papers: list[tuple[str, int]]) -> list[dict[str, Any]]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        paper, length = draw(st.sampled_from(papers))
        places = sorted(draw(st.tuples(*[st.integers(0, length)] * 4)))
        cells = (paper, places[1], places[2], places[0], places[3], draw(texts))
        found.append(dict(zip(EVIDENCE_FIELDS, cells, strict=True)))
    unique = {tuple(one.values()): one for one in found}
    return [unique[cells] for cells in sorted(unique)]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any graph that follows the contract of `kg.assemble`."""
    graph: Graph = nx.MultiDiGraph(base="https://example.org/kg/", ruleset=draw(texts), version="1")
    for kinds, most in ((papers, 3), (results, 3), (named, 3), (concepts, 5)):
        for one in draw(st.lists(kinds, max_size=most)):
            graph.add_node(f"{one['type'].lower()}/{draw(names)}", **one)
    places = [(key, len(graph.nodes[key]["abstract"])) for key in of_type(graph, "Paper")]
    joins = [(role, "Paper", kind) for role in ROLES for kind in CONCEPTS]
    joins += [("reports", "Paper", "Result"), ("versionOf", "Paper", "Paper")]
    joins += [("author", "Paper", "Person"), ("venue", "Paper", "Venue")]
    joins += [(kind.lower(), "Result", kind) for kind in CONCEPTS]
    joins += [("baseline", "Result", "Method"), ("variantOf", "Method", "Method")]
    for relation, source, target in joins:
        pairs = [(a, b) for a in of_type(graph, source) for b in of_type(graph, target)]
        for a, b in draw(st.lists(st.sampled_from(pairs), max_size=3)) if pairs else ():
            more: dict[str, Any] = {}
            if relation == "author":
                more["position"] = draw(st.integers(1, 99))
            if relation in {*ROLES, "reports", "variantOf"}:
                more["evidence"] = draw(evidence(places)) if places else []
            graph.add_edge(a, b, relation, relation=relation, **more)
    return graph


def of_type(graph: Graph, kind: str) -> list[str]:
    return [key for key in graph if graph.nodes[key]["type"] == kind]


def in_memory(text: str, format_: ox.RdfFormat) -> Graph:
    return graph_of(ox.parse(io.BytesIO(text.encode()), format_))


def without_evidence(graph: Graph) -> Graph:
    bare = graph.copy()
    for _, _, data in bare.edges(data=True):
        if "evidence" in data:
            data["evidence"] = []
    return bare


relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(graphs())
def test_rdf_loses_nothing(graph: Graph) -> None:
    nquads = in_memory("".join(generate_nquads(graph)), ox.RdfFormat.N_QUADS)
    assert nx.utils.graphs_equal(nquads, graph)
    jsonld = in_memory("".join(generate_jsonld(graph)), ox.RdfFormat.JSON_LD)
    assert nx.utils.graphs_equal(jsonld, graph)
    turtle = in_memory("".join(generate_turtle(graph)), ox.RdfFormat.TURTLE)
    assert nx.utils.graphs_equal(turtle, without_evidence(graph))
    naming = naming_of(graph.graph)
    for name, format_ in (
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("ttl", ox.RdfFormat.TURTLE),
        ("trig", ox.RdfFormat.TRIG),
    ):
        graphs = named_graphs(graph, naming, evidence=True)
        text = "".join(generate_rdf(graphs, naming, syntax=name))
        assert nx.utils.graphs_equal(in_memory(text, format_), graph), name


@relaxed
@given(graph=graphs())
def test_nodelink_loses_nothing(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "graph.json"
    write_nodelink(graph, path)
    back = read_nodelink(path)
    assert nx.utils.graphs_equal(back, graph)
    for key in of_type(graph, "Result"):
        value = graph.nodes[key]["value"]
        assert value == value.to_integral_value() or str(back.nodes[key]["value"]) == str(value)


@relaxed
@given(graph=graphs())
def test_graphml_is_read_by_networkx(
    graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "graph.graphml"
    write_graphml(graph, path)
    back: Any = nx.read_graphml(path, force_multigraph=True)
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    assert set(back) == set(graph)
    for key, attributes in graph.nodes(data=True):
        for name, value in attributes.items():
            read = back.nodes[key]["record_id" if name == "id" else name]
            if isinstance(value, list):
                assert len(json.loads(read)) == len(value)
            elif isinstance(value, Decimal):
                assert read == float(value)
            elif isinstance(value, str):
                assert len(read) == len(value)
            else:
                assert read == value


@given(st.text(max_size=50))
@example('"\\')
def test_any_text_survives_in_every_rdf_syntax(text: str) -> None:
    graph: Graph = nx.MultiDiGraph(base="https://example.org/kg/")
    graph.add_node("person/p", type="Person", label=text, aliases=[text])
    for generate, format_ in (
        (generate_nquads, ox.RdfFormat.N_QUADS),
        (generate_turtle, ox.RdfFormat.TURTLE),
        (generate_jsonld, ox.RdfFormat.JSON_LD),
    ):
        assert in_memory("".join(generate(graph)), format_).nodes["person/p"]["label"] == text


@pytest.mark.parametrize(
    ("write", "read", "name"),
    [
        (write_nquads, read_rdf, "graph.nq"),
        (write_jsonld, read_rdf, "graph.jsonld"),
        (write_nodelink, read_nodelink, "graph.json"),
    ],
)
def test_the_example_comes_back_from_its_file(
    graph: Graph,
    tmp_path: Path,
    write: Callable[[Graph, Path], None],
    read: Callable[[Path], Graph],
    name: str,
) -> None:
    write(graph, tmp_path / name)
    assert nx.utils.graphs_equal(read(tmp_path / name), graph)
    assert [path.name for path in tmp_path.iterdir()] == [name]
