"""Every syntax says the same, to Oxigraph and to rdflib, from a graph and from a build's file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export.dataset import named_graphs
from kg.export.naming import Naming, naming_of
from kg.export.nquads import write_nquads
from kg.export.prefixes import shared_prefixes
from kg.export.read_rdf import read_rdf
from kg.export.stored import stored_graphs
from kg.export.syntax import SYNTAXES, NamedGraph

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

WITH_GRAPHS = {
    "nq": (ox.RdfFormat.N_QUADS, "nquads"),
    "trig": (ox.RdfFormat.TRIG, "trig"),
    "jsonld": (ox.RdfFormat.JSON_LD, "json-ld"),
}
TRIPLES = {
    "nt": (ox.RdfFormat.N_TRIPLES, "nt"),
    "ttl": (ox.RdfFormat.TURTLE, "turtle"),
    "rdfxml": (ox.RdfFormat.RDF_XML, "xml"),
}

# rdflib's own parser of N-Quads uses names that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def written(graph: Graph, name: str) -> str:
    naming = naming_of(graph.graph)
    graphs = named_graphs(graph, naming, evidence=True)
    return "".join(SYNTAXES[name](graphs, shared_prefixes().under(naming.base)))


def in_oxigraph(text: str, name: str) -> set[str]:
    format_ = (WITH_GRAPHS | TRIPLES)[name][0]
    quads = ox.parse(text.encode(), format_)
    return {str(quad if name in WITH_GRAPHS else quad.triple) for quad in quads}


def in_rdflib(text: str, name: str) -> set[str]:
    """Return the statements as rdflib reads them, written by it and read by Oxigraph again."""
    if name in WITH_GRAPHS:
        dataset = rdflib.Dataset()
        dataset.parse(data=text, format=WITH_GRAPHS[name][1])
        return in_oxigraph(dataset.serialize(format="nquads"), "nq")
    graph = rdflib.Graph().parse(data=text, format=TRIPLES[name][1])
    return in_oxigraph(graph.serialize(format="nt"), "nt")


def test_the_tests_know_every_syntax() -> None:
    assert set(SYNTAXES) == set(WITH_GRAPHS) | set(TRIPLES)


# There are no blank nodes, so two sets of statements are isomorphic if they are equal.
@pytest.mark.parametrize("read", [in_oxigraph, in_rdflib], ids=["oxigraph", "rdflib"])
@pytest.mark.parametrize("name", SYNTAXES)
def test_every_syntax_says_the_same(graph: Graph, name: str, read: object) -> None:
    plain = "nq" if name in WITH_GRAPHS else "nt"
    expected = in_oxigraph(written(graph, plain), plain)
    assert callable(read)
    assert read(written(graph, name), name) == expected


def test_triples_are_the_quads_without_their_graphs(graph: Graph) -> None:
    quads = ox.parse(written(graph, "nq"), ox.RdfFormat.N_QUADS)
    assert in_oxigraph(written(graph, "nt"), "nt") == {str(quad.triple) for quad in quads}


@pytest.mark.parametrize("name", SYNTAXES)
def test_nothing_is_lost_on_the_way_back(graph: Graph, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{'rdf' if name == 'rdfxml' else name}"
    path.write_text(written(graph, name), "utf-8", newline="\n")
    assert nx.utils.graphs_equal(read_rdf(path), graph)


@pytest.mark.parametrize("name", SYNTAXES)
def test_a_build_is_written_as_its_graph(graph: Graph, name: str, tmp_path: Path) -> None:
    write_nquads(graph, tmp_path / "graph.nq")
    naming = naming_of(graph.graph)
    prefixes = shared_prefixes().under(naming.base)
    text = "".join(SYNTAXES[name](stored_graphs(tmp_path / "graph.nq", naming), prefixes))
    # What papers share may be cut into other blocks, which other syntaxes than lines show.
    assert in_oxigraph(text, name) == in_oxigraph(written(graph, name), name)
    assert text == written(graph, name) or name not in {"nq", "nt"}


def test_facts_alone_are_read_from_a_build(graph: Graph, tmp_path: Path) -> None:
    write_nquads(graph, tmp_path / "graph.nq")
    naming = naming_of(graph.graph)
    facts = statements(stored_graphs(tmp_path / "graph.nq", naming, evidence=False))
    assert facts == statements(named_graphs(graph, naming, evidence=False))


def statements(graphs: Iterator[NamedGraph]) -> set[tuple[str, ...]]:
    return {(name, *triple) for name, triples in graphs for triple in triples}


@pytest.mark.parametrize(
    "line",
    [
        "<a:b> <a:c> <a:d> .\n",
        '<a:b> <a:c> "text" .\n',
        "<a:b> <a:c> <a:d> <a:e>\n",
        "not RDF\n",
        "\n",
        "<a:b> <a:c> <a:d> <a:e> .",
    ],
)
def test_a_line_that_was_edited_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "graph.nq"
    path.write_text("<a:b> <a:c> <a:d> <a:e> .\n" + line)
    with pytest.raises(
        InputError, match=r"was not written by `kg build`; build it again"
    ) as caught:
        list(stored_graphs(path, Naming("https://example.org/")))
    assert caught.value.line == 2


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        list(stored_graphs(tmp_path / "graph.nq", Naming("https://example.org/")))


@given(st.text(max_size=40))
@example("\x00\x08\x0b\x1f\x7f\x85\u2028\ufffe\uffff")
@example("a\r\nb\rc\td")
@example("<script>&amp;]]>\u202e\"'\\")
def test_any_label_survives_in_every_syntax(text: str) -> None:
    graph: Graph = nx.MultiDiGraph(base="https://example.org/kg/")
    graph.add_node("person/p", type="Person", label=text, aliases=[])
    label = rdflib.RDFS.label
    for name in SYNTAXES:
        found = ox.parse(written(graph, name).encode(), (WITH_GRAPHS | TRIPLES)[name][0])
        (read,) = (one.object.value for one in found if one.predicate.value == str(label))
        assert read == (as_xml(text) if name == "rdfxml" else text), name


def as_xml(text: str) -> str:
    """What XML 1.0 cannot hold is named as lost, and nothing else is."""
    return "".join(
        char if char in "\t\n\r" or " " <= char not in "\ufffe\uffff" else "\ufffd" for char in text
    )


@pytest.mark.parametrize("base", ["https://example.org/a&b/", "https://example.org/图#", "urn:x:"])
@pytest.mark.parametrize("name", SYNTAXES)
def test_any_base_will_do(graph: Graph, base: str, name: str) -> None:
    graph.graph["base"] = base
    plain = "nq" if name in WITH_GRAPHS else "nt"
    assert in_oxigraph(written(graph, name), name) == in_oxigraph(written(graph, plain), plain)
