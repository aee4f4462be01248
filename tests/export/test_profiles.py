"""The queries that people ask of the peers run on our exports and get the right rows.

The queries are our own, in standard SPARQL, after what each peer's documentation asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import QueryError
from kg.export.dataset import named_graphs
from kg.export.naming import naming_of
from kg.export.prefixes import shared_prefixes
from kg.export.profiles import profiles, with_profiles
from kg.export.read_rdf import graph_of
from kg.export.syntax import generate_nquads, generate_ntriples
from kg.query.guard import check_query

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

QUERIES: dict[str, tuple[str, str, list[tuple[str, ...]]]] = {
    "lpwc: the scores of a dataset": (
        "lpwc",
        """SELECT ?model ?metric ?score {
             ?e a lpc:evaluation ; lpp:hasDataset/dcterms:title "VoxCeleb1" ;
                lpp:hasModel/foaf:name ?model ; lpp:hasEvaluationResult ?r .
             ?r lpp:metricName ?metric ; lpp:metricValue ?score } ORDER BY ?score""",
        [
            ("TitaNet-L", "equal error rate", "0.68%"),
            ("ECAPA-TDNN", "equal error rate", "0.87%"),
        ],
    ),
    "lpwc: papers of a conference with their tasks": (
        "lpwc",
        """SELECT ?id ?task {
             ?p a lpc:paper ; lpp:hasConference/foaf:name "Interspeech 2020" ;
                dcterms:identifier ?id ; lpp:hasTask/foaf:name ?task }""",
        [("arXiv:2005.07143", "speaker verification")],
    ),
    "lpwc: who wrote about a method": (
        "lpwc",
        """SELECT ?name { ?p lpp:hasMethod/foaf:name "TitaNet" ; lpp:creatorName ?name }
           ORDER BY ?name""",
        [("Boris Ginsburg",), ("Nithin Rao Koluguri",), ("Taejin Park",)],
    ),
    "orkg: the path from a paper to its numbers": (
        "orkg",
        """SELECT ?dataset ?model ?metric ?score {
             ?paper a orkgc:Paper ; orkgp:P31 ?c .
             ?c orkgp:PWC_HAS_BENCHMARK ?b .
             ?b orkgp:P2005/rdfs:label ?dataset ; orkgp:P34 ?quantity .
             ?quantity orkgp:P45074/rdfs:label ?metric ; orkgp:P45073/orkgp:P45075 ?score ;
               kg:ofMethod/rdfs:label ?model .
             FILTER(?score > 1.0) } ORDER BY ?score""",
        [
            ("CH109", "TitaNet-L", "diarization error rate", "1.11"),
            ("AMI-MixHeadset", "TitaNet-L", "diarization error rate", "1.73"),
        ],
    ),
    "orkg: values with their unit, in the terms of QUDT": (
        "orkg",
        """SELECT (COUNT(?v) AS ?n) (MIN(?v) AS ?least) {
             ?q a qudt:QuantityValue ; qudt:unit unit:PERCENT ; qudt:numericValue ?v }""",
        [("4", "0.68")],
    ),
    "orkg: the authors as a sequence": (
        "orkg",
        """SELECT ?first ?third { ?p orkgp:P29 2021 ; orkgp:hasAuthors ?list .
             ?list a rdf:Seq ; rdf:_1/rdfs:label ?first ; rdf:_3/rdfs:label ?third }""",
        [("Nithin Rao Koluguri", "Boris Ginsburg")],
    ),
    "mls: a model and its evaluations, no cross product": (
        "mls",
        """SELECT ?dataset ?value {
             ?run a mls:Run ; mls:hasInput ?d ; mls:hasOutput ?model , ?e .
             ?model a mls:Model ; rdfs:label "TitaNet-L" .
             ?d a mls:Dataset ; rdfs:label ?dataset .
             ?e a mls:ModelEvaluation ; mls:hasValue ?value } ORDER BY ?value""",
        [("VoxCeleb1", "0.68"), ("CH109", "1.11"), ("AMI-MixHeadset", "1.73")],
    ),
    "mls: the task types of works": (
        "mls",
        """SELECT DISTINCT ?task { ?w a mlso:ScientificWork ; mlso:hasTaskType/rdfs:label ?task }
           ORDER BY ?task""",
        [("speaker diarization",), ("speaker verification",)],
    ),
    "cskg: statements with their support": (
        "cskg",
        """SELECT ?method ?support ?id {
             ?s a cskg:Statement ; rdf:subject/rdfs:label ?method ;
                rdf:predicate cskg:usesMaterial ; rdf:object/rdfs:label "VoxCeleb1" ;
                cskg:hasSupport ?support ; prov:wasDerivedFrom/dcterms:identifier ?id }
           ORDER BY ?method""",
        [("ECAPA-TDNN", "1", "arXiv:2005.07143"), ("TitaNet-L", "1", "arXiv:2110.04410")],
    ),
    "cskg: the triples that the statements are about": (
        "cskg",
        """SELECT ?method { ?t a cskg:Task ; rdfs:label "speaker diarization" ;
             cskg:usesMethod/rdfs:label ?method }""",
        [("TitaNet-L",)],
    ),
    "soa: works of an author by authorship": (
        "soa",
        """SELECT ?id ?position { ?w a soa:Work ; soa:hasAuthorship ?a ; dcterms:identifier ?id .
             ?a soa:hasAuthor ?author ; soa:position ?position .
             ?author a soa:Author ; foaf:name "Taejin Park" }""",
        [("arXiv:2110.04410", "2")],
    ),
    "soa: works of a source and year": (
        "soa",
        """SELECT ?doi { ?w fabio:hasPublicationYear 2020 ; datacite:doi ?doi ;
             soa:hasPrimaryLocation/soa:hasSource/foaf:name "Interspeech 2020" }""",
        [("https://doi.org/10.21437/x",)],
    ),
}


@pytest.fixture
def graph(graph: Graph) -> Graph:
    graph.nodes["paper/2005.07143"]["doi"] = "10.21437/x"
    return graph


def text(graph: Graph, *names: str) -> str:
    naming = naming_of(graph.graph)
    graphs = with_profiles(named_graphs(graph, naming, evidence=True), names, naming)
    return "".join(generate_ntriples(graphs, {}))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_of_the_peer(graph: Graph, name: str) -> None:
    profile, query, expected = QUERIES[name]
    prefixes = shared_prefixes().under(graph.graph["base"], peers=True)
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items())
    triples = text(graph, profile)
    store = ox.Store()
    store.load(triples.encode(), ox.RdfFormat.N_TRIPLES)
    solutions: Any = store.query(declared + query)
    assert [tuple(cell.value for cell in row) for row in solutions] == expected
    answers: Any = rdflib.Graph().parse(data=triples, format="nt").query(declared + query)
    assert [tuple(str(cell) for cell in row) for row in answers] == expected


def test_every_profile_is_tested_and_asks_for_nothing_else() -> None:
    assert {profile for profile, _, _ in QUERIES.values()} == set(profiles())
    for path in profiles().values():
        check_query(path.read_text("utf-8"))


@pytest.mark.parametrize("name", profiles())
def test_rdflib_constructs_the_same(graph: Graph, name: str) -> None:
    query = profiles()[name].read_text("utf-8")
    plain = text(graph)
    made = rdflib.Graph().parse(data=plain, format="nt").query(query).graph
    assert made is not None
    theirs = {
        str(one.triple) for one in ox.parse(made.serialize(format="nt"), ox.RdfFormat.N_TRIPLES)
    }
    both = {line.removesuffix(" .") for line in text(graph, name).splitlines()}
    assert theirs | {line.removesuffix(" .") for line in plain.splitlines()} == both


def test_all_profiles_at_once_change_nothing_that_was_there(graph: Graph) -> None:
    everything = text(graph, *profiles())
    assert set(text(graph).splitlines()) <= set(everything.splitlines())
    assert everything == text(graph, *profiles())
    back = graph_of(ox.parse(everything, ox.RdfFormat.N_TRIPLES))
    assert nx.utils.graphs_equal(back, graph)


def test_a_profile_has_a_graph_of_its_own(graph: Graph) -> None:
    naming = naming_of(graph.graph)
    graphs = with_profiles(named_graphs(graph, naming, evidence=True), ["soa", "soa"], naming)
    lines = list(generate_nquads(graphs, {}))
    added = [line for line in lines if line.endswith("graph/profile/soa> .\n")]
    assert len(added) == len(set(added)) > 10
    assert sorted(added) == added


def test_gains_are_no_evaluations(graph: Graph) -> None:
    runs = {
        line.split(" ")[0] for line in text(graph, *profiles()).splitlines() if "mls#Run>" in line
    }
    assert len(runs) == 4
    assert not [run for run in runs if "2005.07143/2" in run]


def test_profiles_hold_no_blank_nodes(graph: Graph) -> None:
    assert not re.search(r"(^|\s)_:", text(graph, *profiles()))


def test_an_unknown_profile_is_refused(graph: Graph) -> None:
    with pytest.raises(QueryError, match="no profile 'pwc'; choose among cskg, lpwc, mls, orkg"):
        text(graph, "pwc")
