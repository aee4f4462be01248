"""The shipped shapes hold for our own exports and catch each kind of defect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.export.naming import naming_of
from kg.export.nquads import write_nquads
from kg.export.prefixes import shared_prefixes
from kg.export.turtle import generate_turtle
from kg.export.void import count, generate_void
from kg.rules.location import builtin_patterns

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
SHAPES = builtin_patterns() / "vocabulary" / "shapes.ttl"

# Each: the shape that has to object, and the defect as an update.
DEFECTS = {
    "a paper without an id": (
        "Paper",
        "DELETE { ?s dcterms:identifier ?o } WHERE { ?s dcterms:identifier ?o }",
    ),
    "a paper without an abstract": (
        "Paper",
        "DELETE { ?s dcterms:abstract ?o } WHERE { ?s dcterms:abstract ?o }",
    ),
    "a paper that is its own duplicate": (
        "Paper",
        "INSERT { ?s schema:identifier ?o } WHERE { ?s dcterms:identifier ?o }",
    ),
    "a result on two splits": (
        "Result",
        'INSERT { ?s kg:split "test" , "validation" } WHERE { ?s a mls:ModelEvaluation }',
    ),
    "a paper with two titles": (
        "Paper",
        'INSERT { ?s dcterms:title "other" } WHERE { ?s dcterms:title ?o }',
    ),
    "a year that is text": (
        "Paper",
        'DELETE { ?s fabio:hasPublicationYear ?o } INSERT { ?s fabio:hasPublicationYear "2020" }'
        " WHERE { ?s fabio:hasPublicationYear ?o }",
    ),
    "a status that is none": (
        "Paper",
        'INSERT { ?s schema:creativeWorkStatus "lost" } WHERE { ?s a fabio:ResearchPaper }',
    ),
    "an author who is a method": (
        "Paper",
        "INSERT { ?p dcterms:creator method:titanet } WHERE { ?p a fabio:ResearchPaper }",
    ),
    "a role of no concept": (
        "Paper",
        "INSERT { ?p kg:uses ?p } WHERE { ?p a fabio:ResearchPaper }",
    ),
    "an author at place 0": (
        "Authorship",
        "DELETE { ?s soa:position ?o } INSERT { ?s soa:position 0 } WHERE { ?s soa:position ?o }",
    ),
    "a person without a name": (
        "Named",
        "DELETE { ?s foaf:name ?o } WHERE { ?s a foaf:Person ; foaf:name ?o }",
    ),
    "two preferred labels of a language": (
        "Concept",
        'INSERT { ?s skos:prefLabel "other"@en } WHERE { ?s skos:prefLabel ?o }',
    ),
    "an unknown level": (
        "Concept",
        'DELETE { ?s kg:level ?o } INSERT { ?s kg:level "odd" } WHERE { ?s kg:level ?o }',
    ),
    "support of no paper": (
        "Concept",
        "DELETE { ?s kg:support ?o } INSERT { ?s kg:support 0 } WHERE { ?s kg:support ?o }",
    ),
    "a direction that is none": (
        "Metric",
        'INSERT { ?s kg:direction "up" } WHERE { ?s a mls:EvaluationMeasure }',
    ),
    "a method that is a variant of a dataset": (
        "Method",
        "INSERT { ?s kg:variantOf dataset:ch109 } WHERE { ?s a mls:Algorithm }",
    ),
    "a dataset that is a variant of a method": (
        "Dataset",
        "INSERT { ?s kg:variantOf method:titanet } WHERE { ?s a dcat:Dataset }",
    ),
    "a result without a value": (
        "Result",
        "DELETE { ?s mls:hasValue ?o } WHERE { ?s mls:hasValue ?o }",
    ),
    "a result with two values": (
        "Result",
        "INSERT { ?s mls:hasValue 5.5 } WHERE { ?s mls:hasValue ?o }",
    ),
    "a value that is text": (
        "Result",
        'DELETE { ?s mls:hasValue ?o } INSERT { ?s mls:hasValue "0.68" }'
        " WHERE { ?s mls:hasValue ?o }",
    ),
    "an unknown kind": (
        "Result",
        'DELETE { ?s kg:kind ?o } INSERT { ?s kg:kind "odd" } WHERE { ?s kg:kind ?o }',
    ),
    "a result on two datasets": (
        "Result",
        "INSERT { ?s kg:onDataset dataset:ch109 , dataset:voxceleb1 }"
        " WHERE { ?s a mls:ModelEvaluation }",
    ),
    "a result of two methods": (
        "Result",
        "INSERT { ?s kg:ofMethod method:titanet } WHERE { ?s kg:ofMethod ?o }",
    ),
    "a result whose metric is a task": (
        "Result",
        "DELETE { ?s mls:specifiedBy ?o } INSERT { ?s mls:specifiedBy task:speaker-diarization }"
        " WHERE { ?s mls:specifiedBy ?o }",
    ),
    "a result that no paper reports": (
        "Result",
        "DELETE { ?s kg:reports ?o } WHERE { ?s kg:reports ?o }",
    ),
    "a result that two papers report": (
        "Result",
        "INSERT { ?p kg:reports ?r } WHERE { ?p a fabio:ResearchPaper . ?r a mls:ModelEvaluation }",
    ),
    "evidence without a rule": (
        "Annotation",
        "DELETE { ?s prov:wasGeneratedBy ?o } WHERE { ?s prov:wasGeneratedBy ?o }",
    ),
    "evidence without a place": (
        "Annotation",
        "DELETE { ?s oa:hasTarget ?o } WHERE { ?s oa:hasTarget ?o }",
    ),
    "evidence without a sentence": (
        "Annotation",
        "DELETE { ?s kg:sentence ?o } WHERE { ?s kg:sentence ?o }",
    ),
    "evidence of no fact": (
        "Annotation",
        "DELETE { ?s oa:hasBody ?o } WHERE { ?s oa:hasBody ?o }",
    ),
    "evidence of two facts": (
        "Annotation",
        "INSERT { ?s oa:hasBody method:titanet } WHERE { ?s rdf:predicate kg:variantOf }",
    ),
    "evidence about a person": (
        "Annotation",
        "DELETE { ?s oa:hasBody ?o } INSERT { ?s oa:hasBody person:taejin-park }"
        " WHERE { ?s oa:hasBody ?o }",
    ),
    "evidence about what is no node": (
        "Annotation",
        "DELETE { ?s rdf:object ?o } INSERT { ?s rdf:object method:none }"
        " WHERE { ?s rdf:object ?o }",
    ),
    "words without a paper": (
        "Span",
        "DELETE { ?s oa:hasSource ?o } WHERE { ?s oa:hasSource ?o }",
    ),
    "words without a place": (
        "Span",
        "DELETE { ?s oa:hasSelector ?o } WHERE { ?s oa:hasSelector ?o }",
    ),
    "a place that is no quote": (
        "Span",
        "DELETE { ?s a oa:TextQuoteSelector } WHERE { ?s a oa:TextQuoteSelector }",
    ),
    "an end before its start": (
        "Place",
        "DELETE { ?s oa:start ?a ; oa:end ?b } INSERT { ?s oa:start ?b ; oa:end ?a }"
        " WHERE { ?s oa:start ?a ; oa:end ?b }",
    ),
    "a place without a quote": (
        "Place",
        "DELETE { ?s oa:exact ?o } WHERE { ?s oa:exact ?o }",
    ),
    "an empty quote": (
        "Place",
        'DELETE { ?s oa:exact ?o } INSERT { ?s oa:exact "" } WHERE { ?s oa:exact ?o }',
    ),
    "an empty sentence": (
        "Sentence",
        "DELETE { ?s nif:endIndex ?o } INSERT { ?s nif:endIndex ?b }"
        " WHERE { ?s nif:endIndex ?o ; nif:beginIndex ?b }",
    ),
    "a rule without an id": (
        "Rule",
        "DELETE { ?s rdfs:label ?o } WHERE { ?s a prov:Activity ; rdfs:label ?o }",
    ),
    "a class without a count": (
        "Partition",
        "DELETE { ?s void:entities ?o } WHERE { ?s void:entities ?o }",
    ),
    "a part that is of a class and of a property": (
        "Partition",
        "INSERT { ?s void:property rdfs:label ; void:triples 1 } WHERE { ?s void:entities ?o }",
    ),
    "a file without a size": (
        "Distribution",
        "DELETE { ?s dcat:byteSize ?o } WHERE { ?s dcat:byteSize ?o }",
    ),
    "two rule sets": ("Whole", 'INSERT { ?s kg:ruleset "other" } WHERE { ?s kg:ruleset ?o }'),
}


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


@pytest.fixture
def triples(graph: Graph, tmp_path: Path) -> rdflib.Graph:
    """The export and its description as one graph: shapes do not look at the names of graphs."""
    path = tmp_path / "graph.nq"
    write_nquads(graph, path)
    quads = ox.parse(path=str(path))
    text = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    void = "".join(generate_void(count(path), {}, {"graph.nq": 1}, naming_of(graph.graph)))
    triples = rdflib.Graph().parse(data=text, format="nt")
    return triples.parse(data=void, format="turtle")


def complaints(triples: rdflib.Graph, shapes: rdflib.Graph) -> set[str]:
    """Return the shapes that object."""
    conforms, report, _ = pyshacl.validate(triples, shacl_graph=shapes)
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    names = set()
    for source in report.objects(None, shacl.sourceShape):
        owners = [*shapes.subjects(shacl.property, source), source]
        names.add(str(owners[0]).rpartition("/")[2])
    assert conforms == (not names)
    return names


def test_the_export_conforms(triples: rdflib.Graph, shapes: rdflib.Graph) -> None:
    assert complaints(triples, shapes) == set()


def test_the_turtle_conforms(graph: Graph, shapes: rdflib.Graph) -> None:
    turtle = rdflib.Graph().parse(data="".join(generate_turtle(graph)), format="turtle")
    assert complaints(turtle, shapes) == set()


def test_the_sample_conforms(shapes: rdflib.Graph) -> None:
    """`make demo` builds it anew."""
    sample = Path(__file__).parents[2] / "exports" / "sample"
    quads = ox.parse(path=str(sample / "graph.nq"))
    text = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    triples = rdflib.Graph().parse(data=text, format="nt").parse(sample / "void.ttl")
    assert complaints(triples, shapes) == set()


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_caught(
    triples: rdflib.Graph, shapes: rdflib.Graph, name: str, make_graph: Callable[[], Graph]
) -> None:
    shape, update = DEFECTS[name]
    before = set(triples)
    triples.update(update, initNs=shared_prefixes().under(make_graph().graph["base"]))
    assert set(triples) != before
    assert shape in complaints(triples, shapes)


def test_every_shape_has_a_defect(shapes: rdflib.Graph) -> None:
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    named = shapes.subjects(rdflib.RDF.type, shacl.NodeShape)
    parts = {"ToldByBody", "SpeltOut"}  # of Annotation, which objects for them
    assert {str(shape).rpartition("/")[2] for shape in named} - parts == {
        shape for shape, _ in DEFECTS.values()
    }
