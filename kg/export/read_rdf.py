"""An RDF export back into the graph that it was made from.

N-Quads and JSON-LD hold everything; Turtle holds everything but the evidence, which is then empty.
Any format that Oxigraph parses is read, so a file that went through another RDF tool is fine as
long as it holds the terms of `kg.export.terms`. Named graphs make no difference to what is read.
The whole file is held in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox

from kg.errors import InputError
from kg.export.literals import value_of
from kg.export.prefixes import term
from kg.export.terms import EVIDENCE_FIELDS, GRAPH, NODES, RELATIONS, Attribute

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

_REMEDY = "use a graph.nq that this program wrote"


class _Triples:
    """All triples by subject and property, values as text, each once."""

    def __init__(self, quads: Iterable[Any]) -> None:
        self.subjects: dict[str, dict[str, dict[str, None]]] = {}
        for quad in quads:
            of_subject = self.subjects.setdefault(quad.subject.value, {})
            of_subject.setdefault(quad.predicate.value, {})[quad.object.value] = None

    def all(self, subject: str, name: str) -> list[str]:
        """Return the values of a property such as `dcterms:title`, each once."""
        return list(self.subjects.get(subject, {}).get(_iri(name), ()))

    def one(self, subject: str, name: str) -> str:
        """Return the only value of a property.

        Raises:
            InputError: There is none, or more than one.
        """
        values = self.all(subject, name)
        if len(values) != 1:
            raise InputError(
                f"<{subject}> has {len(values)} values where one is meant",
                field=name,
                remedy=_REMEDY,
            )
        return values[0]

    def integer(self, subject: str, name: str) -> int:
        """Return the only value of a property, a whole number.

        Raises:
            InputError: There is none, or more than one, or it is no whole number.
        """
        text = self.one(subject, name)
        if not text.isdecimal():
            raise InputError(
                f"<{subject}> has {text!r}, which is no whole number",
                field=name,
                remedy=_REMEDY,
            )
        return int(text)

    def of_class(self, name: str) -> Iterator[str]:
        """Yield the subjects that have a class."""
        kind, rdf_type = _iri(name), _iri("rdf:type")
        return (
            subject for subject, found in self.subjects.items() if kind in found.get(rdf_type, ())
        )


def read_rdf(path: str | Path) -> Graph:
    """Read an export, in the format that the file's ending says.

    Raises:
        InputError: The file cannot be read or parsed, or is not such an export.
    """
    ending = Path(path).suffix.removeprefix(".")
    format_ = ox.RdfFormat.from_extension(ending)
    if format_ is None:
        raise InputError(
            f"no RDF format has the ending {ending!r}", file=path, remedy="use .nq, .jsonld or .ttl"
        )
    try:
        return graph_of(ox.parse(path=str(path), format=format_))
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError(f"the file cannot be read: {error}", file=path, remedy=_REMEDY) from error
    except InputError as error:
        raise InputError(error.what, file=path, field=error.field, remedy=error.remedy) from error


def graph_of(quads: Iterable[Any]) -> Graph:
    """Return the graph that quads of pyoxigraph are an export of.

    Raises:
        InputError: They are no such export.
    """
    triples = _Triples(quads)
    graph = _described(triples)
    nodes = {
        subject: kind for kind in NODES for subject in triples.of_class(NODES[kind].classes[0])
    }
    base = graph.graph["base"]
    for subject, kind in nodes.items():
        if not subject.startswith(base):
            raise InputError(f"<{subject}> does not lie below the base <{base}>", remedy=_REMEDY)
        attributes = _attributes(triples, subject, NODES[kind].attributes)
        graph.add_node(subject.removeprefix(base), type=kind, **attributes)
    for subject in nodes:
        _add_edges(graph, triples, subject)
    _add_positions(graph, triples)
    _add_evidence(graph, triples)
    return graph


def _described(triples: _Triples) -> Graph:
    described = list(triples.of_class("void:Dataset"))
    if len(described) != 1:
        raise InputError(
            f"{len(described)} graphs are described where one is meant",
            field="void:Dataset",
            remedy=_REMEDY,
        )
    return nx.MultiDiGraph(base=described[0], **_attributes(triples, described[0], GRAPH))


def _attributes(triples: _Triples, subject: str, terms: dict[str, Attribute]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, attribute in terms.items():
        values = triples.all(subject, attribute.property)
        if attribute.many:
            found[name] = sorted(values)
        elif values:
            text = triples.one(subject, attribute.property)
            try:
                found[name] = value_of(text, attribute.datatype)
            except (ValueError, ArithmeticError, KeyError) as error:
                raise InputError(
                    f"<{subject}> has {text!r}, which is no {attribute.datatype}",
                    field=attribute.property,
                    remedy=_REMEDY,
                ) from error
    return found


def _add_edges(graph: Graph, triples: _Triples, subject: str) -> None:
    source = _key(graph, subject)
    for relation, terms in RELATIONS.items():
        for value in triples.all(subject, terms.property):
            # Whether an edge has evidence hangs on its relation alone, so an empty list needs none.
            attributes: dict[str, Any] = {"evidence": []} if terms.evidence else {}
            graph.add_edge(source, _key(graph, value), relation, relation=relation, **attributes)


def _add_positions(graph: Graph, triples: _Triples) -> None:
    for paper in [key for key in graph if graph.nodes[key]["type"] == "Paper"]:
        for authorship in triples.all(graph.graph["base"] + paper, "soa:hasAuthorship"):
            person = _key(graph, triples.one(authorship, "soa:hasAuthor"))
            if not graph.has_edge(paper, person, "author"):
                raise InputError(f"<{authorship}> is of no author", remedy=_REMEDY)
            position = triples.integer(authorship, "soa:position")
            graph.edges[paper, person, "author"]["position"] = position


def _add_evidence(graph: Graph, triples: _Triples) -> None:
    for annotation in triples.of_class("oa:Annotation"):
        span = triples.one(annotation, "oa:hasTarget")
        paper = _key(graph, triples.one(span, "oa:hasSource"))
        edge = _edge(graph, triples, annotation, paper)
        found = _evidence(triples, annotation, span, paper)
        graph.edges[edge]["evidence"].append(found)
    for _, _, attributes in graph.edges(data=True):
        if "evidence" in attributes:
            attributes["evidence"].sort(key=lambda found: [found[name] for name in EVIDENCE_FIELDS])


def _edge(graph: Graph, triples: _Triples, annotation: str, paper: str) -> tuple[str, str, str]:
    """Return the edge that an annotation is evidence of."""
    if triples.all(annotation, "rdf:predicate"):
        source = _key(graph, triples.one(annotation, "rdf:subject"))
        target = _key(graph, triples.one(annotation, "rdf:object"))
        property_ = triples.one(annotation, "rdf:predicate")
        named = [name for name, terms in RELATIONS.items() if _iri(terms.property) == property_]
    else:
        source, target = paper, _key(graph, triples.one(annotation, "oa:hasBody"))
        named = [name for name, terms in RELATIONS.items() if terms.evidence]
    found = [name for name in named if graph.has_edge(source, target, name)]
    if len(found) != 1:
        raise InputError(f"<{annotation}> is evidence of {len(found)} edges", remedy=_REMEDY)
    return source, target, found[0]


def _evidence(triples: _Triples, annotation: str, span: str, paper: str) -> dict[str, Any]:
    sentence = triples.one(annotation, "kg:sentence")
    selectors = sorted(triples.all(span, "oa:hasSelector"))
    position = next((one for one in selectors if triples.all(one, "oa:start")), span)
    values = (
        paper,
        triples.integer(position, "oa:start"),
        triples.integer(position, "oa:end"),
        triples.integer(sentence, "nif:beginIndex"),
        triples.integer(sentence, "nif:endIndex"),
        triples.one(triples.one(annotation, "prov:wasGeneratedBy"), "rdfs:label"),
    )
    return dict(zip(EVIDENCE_FIELDS, values, strict=True))


def _key(graph: Graph, iri: str) -> str:
    key = iri.removeprefix(graph.graph["base"])
    if key not in graph:
        raise InputError(f"<{iri}> is pointed to and has no type", remedy=_REMEDY)
    return key


def _iri(curie: str) -> str:
    return term(curie)[1:-1]
