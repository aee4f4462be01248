"""Nodes and edges of the graph as RDF triples, without their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.export.literals import literal
from kg.export.naming import Naming
from kg.export.prefixes import term
from kg.export.terms import GRAPH, RELATIONS, Attribute, check_edge, check_graph, node_terms

if TYPE_CHECKING:
    import networkx as nx

Triple = tuple[str, str, str]
"""Subject, property and object in N-Quads syntax."""

_ORDER = {relation: place for place, relation in enumerate(RELATIONS)}


def node_facts(graph: nx.MultiDiGraph[str], key: str, naming: Naming) -> Iterator[Triple]:
    """Yield what a node is, its attributes and its edges to others, in the order of the terms.

    Raises:
        InputError: The node has a type, an attribute, a value or an edge without a term.
    """
    attributes = graph.nodes[key]
    terms = node_terms(key, attributes)
    subject = naming.node(key)
    for name in terms.classes:
        yield subject, term("rdf:type"), term(name)
    for name, attribute in terms.attributes.items():
        if name in attributes:
            yield from _attribute_facts(subject, name, attributes[name], attribute)
    yield from _edge_facts(graph, key, naming)


def graph_facts(graph: nx.MultiDiGraph[str], naming: Naming) -> Iterator[Triple]:
    """Yield what holds of the graph as a whole: which rules and which program made it."""
    check_graph(graph.graph)
    yield naming.dataset, term("rdf:type"), term("void:Dataset")
    for name, attribute in GRAPH.items():
        if name in graph.graph:
            yield from _attribute_facts(naming.dataset, name, graph.graph[name], attribute)


def _attribute_facts(subject: str, name: str, value: Any, attribute: Attribute) -> Iterator[Triple]:
    try:
        for one in sorted(value) if attribute.many else (value,):
            yield subject, term(attribute.property), literal(one, attribute.datatype)
            for other, datatype in attribute.also:
                yield subject, term(other), literal(one, datatype)
    except InputError as error:
        raise InputError(
            f"{subject} has a wrong value: {error.what}", field=name, remedy=error.remedy
        ) from error


def _edge_facts(graph: nx.MultiDiGraph[str], key: str, naming: Naming) -> Iterator[Triple]:
    edges = {
        (relation, target): attributes
        for _, target, relation, attributes in graph.out_edges(key, keys=True, data=True)
    }
    for (relation, target), attributes in edges.items():
        check_edge(key, target, relation, attributes)
    subject = naming.node(key)
    ordered = sorted(edges, key=lambda edge: (_ORDER[edge[0]], edge[1]))
    for relation, target in ordered:
        yield subject, term(RELATIONS[relation].property), naming.node(target)
    for source, _, relation in sorted(graph.in_edges(key, keys=True)):
        inverse = RELATIONS[relation].inverse if relation in RELATIONS else None
        if inverse:
            yield subject, term(inverse), naming.node(source)
    placed = [(edges[edge]["position"], edge[1]) for edge in ordered if "position" in edges[edge]]
    for _, person in sorted(placed):
        yield subject, term("soa:hasAuthorship"), naming.authorship(key, person)
    for position, person in sorted(placed):
        yield from _authorship(naming.authorship(key, person), person, position, naming)


def _authorship(iri: str, person: str, position: int, naming: Naming) -> Iterator[Triple]:
    """Yield a person's place among the authors, which `dcterms:creator` cannot hold."""
    yield iri, term("rdf:type"), term("soa:Authorship")
    yield iri, term("soa:hasAuthor"), naming.node(person)
    yield iri, term("soa:position"), literal(position, "integer")
