"""N-Quads, Turtle and JSON-LD: sound, the same in two parsers, the same bytes every time."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import InputError
from kg.export.graphml import generate_graphml
from kg.export.jsonld import generate_jsonld
from kg.export.nodelink import generate_nodelink
from kg.export.nquads import generate_nquads, write_nquads
from kg.export.prefixes import shared_prefixes
from kg.export.turtle import generate_turtle

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
Term = tuple[str, str | None, str | None]

GOLDEN = Path(__file__).parents[1] / "data" / "export" / "two_papers.nq"
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
FORMATS = {
    "nquads": (generate_nquads, ox.RdfFormat.N_QUADS, "nquads"),
    "turtle": (generate_turtle, ox.RdfFormat.TURTLE, "turtle"),
    "jsonld": (generate_jsonld, ox.RdfFormat.JSON_LD, "json-ld"),
}
GENERATORS = [
    generate_nquads,
    generate_turtle,
    generate_jsonld,
    generate_graphml,
    generate_nodelink,
]

# rdflib's own parser of N-Quads uses names that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def in_oxigraph(text: str, format_: ox.RdfFormat) -> set[tuple[Term, ...]]:
    def plain(term: object) -> Term:
        if isinstance(term, ox.Literal):
            return term.value, term.language, term.datatype.value
        return getattr(term, "value", ""), None, None

    quads = ox.parse(io.BytesIO(text.encode()), format_)
    return {
        tuple(plain(part) for part in (quad.subject, quad.predicate, quad.object, quad.graph_name))
        for quad in quads
    }


def in_rdflib(text: str, format_: str) -> set[tuple[Term, ...]]:
    def plain(term: object) -> Term:
        if isinstance(term, rdflib.Literal):
            tagged = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
            datatype = str(term.datatype or (tagged if term.language else XSD_STRING))
            return str(term), term.language, datatype
        if term in {None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID}:
            return "", None, None
        return str(term), None, None

    dataset = rdflib.Dataset()
    dataset.parse(data=text, format=format_)
    return {tuple(plain(part) for part in quad) for quad in dataset.quads()}


@pytest.mark.parametrize("name", FORMATS)
def test_both_parsers_read_the_same(graph: Graph, name: str) -> None:
    generate, oxigraph, rdflib_name = FORMATS[name]
    text = "".join(generate(graph))
    assert in_oxigraph(text, oxigraph) == in_rdflib(text, rdflib_name)


def test_jsonld_says_what_nquads_says(graph: Graph) -> None:
    nquads = in_oxigraph("".join(generate_nquads(graph)), ox.RdfFormat.N_QUADS)
    assert nquads == in_oxigraph("".join(generate_jsonld(graph)), ox.RdfFormat.JSON_LD)


def test_turtle_says_what_nquads_says_without_the_evidence(graph: Graph) -> None:
    nquads = in_oxigraph("".join(generate_nquads(graph)), ox.RdfFormat.N_QUADS)
    turtle = in_oxigraph("".join(generate_turtle(graph)), ox.RdfFormat.TURTLE)
    beneath = tuple(
        graph.graph["base"] + kind for kind in ("evidence/", "span/", "at/", "sentence/", "rule/")
    )
    facts = {quad[:3] for quad in nquads if not quad[0][0].startswith(beneath)}
    assert {quad[:3] for quad in turtle} == facts


def test_there_is_one_named_graph_a_paper_and_one_for_what_they_share(graph: Graph) -> None:
    names = {
        quad[3][0] for quad in in_oxigraph("".join(generate_nquads(graph)), ox.RdfFormat.N_QUADS)
    }
    base = "https://example.org/kg/graph/"
    assert names == {base + name for name in ("2110.04410", "2005.07143", "entities")}


def test_a_paper_graph_holds_no_fact_of_a_shared_entity(graph: Graph) -> None:
    shared = ("method", "dataset", "metric", "task", "person", "venue")
    subjects = tuple(f"<{graph.graph['base']}{kind}/" for kind in shared)
    lines = [line for line in generate_nquads(graph) if line.startswith(subjects)]
    assert lines
    assert all(line.endswith("/graph/entities> .\n") for line in lines)


def test_nquads_are_as_they_were(graph: Graph) -> None:
    """Meant to change? Then write the file again: `write_nquads(graph, GOLDEN)`."""
    assert "".join(generate_nquads(graph)) == GOLDEN.read_text(encoding="utf-8")


def test_nquads_are_canonical_line_by_line(graph: Graph) -> None:
    graph.nodes["paper/2110.04410"]["comments"] = (
        '\x00\b\t\n\f\r"\\\x1f\x7f\u202e\ufffe<b>图\U0001f600'
    )
    lines = list(generate_nquads(graph))
    quads = ox.parse("".join(lines), ox.RdfFormat.N_QUADS)
    assert ox.serialize(quads, format=ox.RdfFormat.N_QUADS) == "".join(lines).encode()


@pytest.mark.parametrize("generate", [generate_nquads, generate_turtle])
def test_nothing_is_said_twice(graph: Graph, generate: Callable[[Graph], Iterator[str]]) -> None:
    text = "".join(generate(graph))
    format_ = ox.RdfFormat.N_QUADS if generate is generate_nquads else ox.RdfFormat.TURTLE
    quads = list(ox.parse(text, format_))
    assert len(quads) == len(set(quads))


def test_there_are_no_blank_nodes(graph: Graph) -> None:
    for quad in ox.parse("".join(generate_nquads(graph)), ox.RdfFormat.N_QUADS):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_jsonld_has_no_context(graph: Graph) -> None:
    text = "".join(generate_jsonld(graph))
    assert {"@id", "@graph"} == {key for part in json.loads(text) for key in part}


def test_each_subject_stands_in_one_place_of_the_turtle(graph: Graph) -> None:
    blocks = [line for line in "".join(generate_turtle(graph)).split("\n") if " a " in line]
    subjects = [line.split(" ", 1)[0] for line in blocks if not line.startswith("\t")]
    assert len(subjects) == len(set(subjects))
    assert "paper:2110.04410" in subjects


def test_no_namespace_begins_another_one() -> None:
    """Else which prefix is used would hang on the serialiser's whim."""
    namespaces = sorted(shared_prefixes().under(shared_prefixes().base).values())
    clashes = [
        (one, other)
        for one in namespaces
        for other in namespaces
        if one != other and other.startswith(one)
    ]
    assert clashes == []


def reordered(graph: Graph) -> Graph:
    """The same graph, everything added in the opposite order."""
    other: Graph = nx.MultiDiGraph(**dict(reversed(graph.graph.items())))
    for key in reversed(list(graph)):
        other.add_node(key, **dict(reversed(graph.nodes[key].items())))
    for source, target, relation in reversed(list(graph.edges(keys=True))):
        data = dict(reversed(graph.edges[source, target, relation].items()))
        if "evidence" in data:
            data["evidence"] = [dict(reversed(found.items())) for found in data["evidence"]]
        other.add_edge(source, target, relation, **data)
    return other


@pytest.mark.parametrize("generate", GENERATORS, ids=lambda function: function.__name__)
def test_the_order_of_insertion_leaves_no_trace(
    graph: Graph, generate: Callable[[Graph], Iterator[str]]
) -> None:
    assert "".join(generate(graph)) == "".join(generate(reordered(graph)))


@pytest.mark.parametrize("generate", GENERATORS, ids=lambda function: function.__name__)
def test_the_graph_is_left_as_it_was(
    make_graph: Callable[[], Graph], generate: Callable[[Graph], Iterator[str]]
) -> None:
    graph = make_graph()
    list(generate(graph))
    assert nx.utils.graphs_equal(graph, make_graph())


def test_a_graph_without_a_base_gets_the_default(graph: Graph) -> None:
    del graph.graph["base"]
    assert next(generate_nquads(graph)).startswith("<https://w3id.org/abstracts-kg/paper/")


def test_an_empty_graph_is_described() -> None:
    assert len(list(generate_nquads(nx.MultiDiGraph(ruleset="r")))) == 2


@pytest.mark.parametrize("base", ["kg/", "", "https://a b/", "https://a/<"])
def test_a_base_that_is_no_iri_is_refused(graph: Graph, base: str) -> None:
    graph.graph["base"] = base
    with pytest.raises(InputError, match="not an absolute IRI"):
        list(generate_nquads(graph))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda g: g.add_node("x/y", type="Nothing"), "unknown type 'Nothing'"),
        (lambda g: g.add_node("x/y"), "unknown type None"),
        (lambda g: g.nodes["method/titanet"].update(colour="red"), "colour"),
        (lambda g: g.nodes["result/2110.04410/1"].update(value=0.68), "no finite Decimal"),
        (lambda g: g.nodes["paper/2110.04410"].update(year="2021"), "no integer"),
        (lambda g: g.nodes["paper/2110.04410"].update(title=None), "no string"),
        (lambda g: g.add_edge("paper/2110.04410", "method/titanet", "likes"), "'likes'"),
        (lambda g: g.graph.update(name="mine"), "name"),
        (
            lambda g: g.add_edge("method/titanet-l", "method/titanet", "variantOf", position=1),
            "position",
        ),
        (
            lambda g: g.add_edge("result/2110.04410/1", "method/titanet", "method", evidence=[]),
            "evidence",
        ),
        (
            lambda g: g.edges["paper/2110.04410", "method/titanet", "introduces"]["evidence"][
                0
            ].pop("rule"),
            "evidence",
        ),
        (
            lambda g: g.edges["paper/2110.04410", "method/titanet", "introduces"]["evidence"][
                0
            ].update(paper="paper/none"),
            "no paper of the graph",
        ),
    ],
)
def test_what_no_term_is_known_for_is_refused_not_dropped(
    graph: Graph, change: Callable[[Graph], None], message: str
) -> None:
    change(graph)
    with pytest.raises(InputError, match=message):
        list(generate_nquads(graph))


def test_a_refused_graph_leaves_no_file(graph: Graph, tmp_path: Path) -> None:
    graph.add_node("zz/z", type="Nothing")
    (tmp_path / "graph.nq").write_text("as before")
    with pytest.raises(InputError):
        write_nquads(graph, tmp_path / "graph.nq")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["as before"]
