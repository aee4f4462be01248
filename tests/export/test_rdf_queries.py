"""What people ask in SPARQL, answered the same by rdflib and by Oxigraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.export.nquads import generate_nquads
from kg.export.prefixes import shared_prefixes

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

# rdflib's own parser of N-Quads uses names that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

QUERIES: dict[str, tuple[str, list[tuple[str, ...]]]] = {
    "values as numbers, not as text": (
        "SELECT ?value { ?r mls:hasValue ?value } ORDER BY DESC(?value)",
        [("19.0",), ("1.73",), ("1.11",), ("0.87",), ("0.68",)],
    ),
    "values above a number": (
        "SELECT ?value { ?r mls:hasValue ?value FILTER(?value > 1.5) } ORDER BY ?value",
        [("1.73",), ("19.0",)],
    ),
    "papers after a year": (
        """SELECT ?id { ?p fabio:hasPublicationYear ?year ; dcterms:identifier ?id
             FILTER(?year > 2020) }""",
        [("arXiv:2110.04410",)],
    ),
    "one method on two datasets: two results, no cross product": (
        """SELECT ?dataset ?value {
             ?metric rdfs:label "diarization error rate" . ?method rdfs:label "TitaNet-L" .
             ?r mls:specifiedBy ?metric ; kg:ofMethod ?method ; mls:hasValue ?value ;
                kg:onDataset/rdfs:label ?dataset } ORDER BY ?value""",
        [("CH109", "1.11"), ("AMI-MixHeadset", "1.73")],
    ),
    "the leaderboard of a dataset, reductions left out": (
        """SELECT ?method ?value {
             ?d rdfs:label "VoxCeleb1" .
             ?r kg:onDataset ?d ; mls:hasValue ?value ; kg:kind "absolute" ;
                kg:ofMethod/rdfs:label ?method } ORDER BY ?value""",
        [("TitaNet-L", "0.68"), ("ECAPA-TDNN", "0.87")],
    ),
    "a Chinese name": (
        """SELECT ?label { ?metric skos:altLabel "等错误率"@zh ; rdfs:label ?label }""",
        [("equal error rate",)],
    ),
    "authors in order": (
        """SELECT ?name { ?p dcterms:identifier "arXiv:2110.04410" ; soa:hasAuthorship ?a .
             ?a soa:position ?position ; soa:hasAuthor/foaf:name ?name } ORDER BY ?position""",
        [("Nithin Rao Koluguri",), ("Taejin Park",), ("Boris Ginsburg",)],
    ),
    "who says so, in which words, by which rule": (
        """SELECT ?exact ?sentence ?rule ?start {
             ?r mls:hasValue 0.68 . ?a oa:hasBody ?r ;
               kg:sentence/nif:anchorOf ?sentence ; prov:wasGeneratedBy/rdfs:label ?rule ;
               oa:hasTarget/oa:hasSelector ?place .
             ?place oa:start ?start ; oa:exact ?exact }""",
        [
            (
                "0.68%",
                'It comes in sizes; "TitaNet-L" reaches an EER of 0.68% on VoxCeleb1.',
                "score.metric-of-value",
                "136",
            )
        ],
    ),
    "what a paper's own graph says it introduces": (
        """SELECT ?label { GRAPH ?g { ?p dcterms:identifier "arXiv:2110.04410" ; kg:introduces ?m }
             ?m rdfs:label ?label } ORDER BY ?label""",
        [("TitaNet",), ("TitaNet-L",)],
    ),
}


@pytest.mark.parametrize("name", QUERIES)
def test_query(graph: Graph, name: str) -> None:
    query, expected = QUERIES[name]
    prefixes = shared_prefixes().under(graph.graph["base"])
    text = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items()) + query
    nquads = "".join(generate_nquads(graph))

    store = ox.Store()
    store.load(nquads.encode(), ox.RdfFormat.N_QUADS)
    solutions: Any = store.query(text, use_default_graph_as_union=True)
    in_oxigraph = [tuple(value.value for value in row) for row in solutions]

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=nquads, format="nquads")
    answers: Any = dataset.query(text)
    in_rdflib = [tuple(str(value) for value in row) for row in answers]

    assert numbers_read(in_oxigraph) == numbers_read(expected)
    assert numbers_read(in_rdflib) == numbers_read(expected)


def numbers_read(rows: list[tuple[str, ...]]) -> list[tuple[object, ...]]:
    """19.0 and 19 are the same decimal; which of them an engine returns is its own affair."""
    return [
        tuple(float(cell) if re.fullmatch(r"\d+(\.\d+)?", cell) else cell for cell in row)
        for row in rows
    ]


def test_offsets_slice_to_the_quote_and_the_sentence(graph: Graph) -> None:
    store = ox.Store()
    store.load("".join(generate_nquads(graph)).encode(), ox.RdfFormat.N_QUADS)
    prefixes = shared_prefixes().under(graph.graph["base"])
    rows: Any = store.query(
        """SELECT ?abstract ?start ?end ?exact ?from ?to ?sentence {
             ?note oa:hasTarget ?span ; kg:sentence ?around .
             ?span oa:hasSource/dcterms:abstract ?abstract ; oa:hasSelector ?place .
             ?place oa:start ?start ; oa:end ?end ; oa:exact ?exact .
             ?around nif:beginIndex ?from ; nif:endIndex ?to ; nif:anchorOf ?sentence }""",
        prefixes=prefixes,
        use_default_graph_as_union=True,
    )
    checked = 0
    for abstract, start, end, exact, begin, finish, sentence in rows:
        text = abstract.value
        assert text[int(start.value) : int(end.value)] == exact.value
        assert text[int(begin.value) : int(finish.value)] == sentence.value
        assert exact.value in sentence.value
        checked += 1
    assert checked == 20
