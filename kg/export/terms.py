"""What node types, attributes and relations of the graph are called in RDF: the one table.

The exports write by it and `read_rdf` reads by it, so a row that is added here goes both ways. The
terms of our own (`kg:`) are documented in `patterns/vocabulary/kg.ttl`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from kg.errors import InputError

Datatype = Literal["string", "tagged", "integer", "decimal", "boolean", "anyURI"]
"""`tagged` is text with a language tag, @zh where it holds Han characters, else @en."""


class Attribute(NamedTuple):
    """How an attribute is written.

    Args:
        property: The property that holds it, and that it is read back from.
        datatype: The type of its literals.
        many: Whether it is a list; a list without values has no triple and is read back empty.
        also: Properties that repeat the value for readers of other vocabularies.
    """

    property: str
    datatype: Datatype = "string"
    many: bool = False
    also: tuple[tuple[str, Datatype], ...] = ()


class NodeTerms(NamedTuple):
    """The classes of a node type, the first one telling it from the others, and its attributes."""

    classes: tuple[str, ...]
    attributes: dict[str, Attribute]


class RelationTerms(NamedTuple):
    """How an edge is written.

    Args:
        property: From source to target.
        evidence: Whether the edge has evidence.
        inverse: A property from target to source, for readers of other vocabularies.
    """

    property: str
    evidence: bool = False
    inverse: str | None = None


def _concept(*classes: str, **attributes: Attribute) -> NodeTerms:
    """Return the terms of a node type that papers have names for."""
    shared = {
        "label": Attribute("rdfs:label", also=(("skos:prefLabel", "tagged"),)),
        "aliases": Attribute("skos:altLabel", "tagged", many=True),
        "level": Attribute("kg:level"),
        "support": Attribute("kg:support", "integer"),
    }
    return NodeTerms((*classes, "skos:Concept"), shared | attributes)


_NAME = Attribute("rdfs:label", also=(("foaf:name", "string"),))
_OTHER_NAMES = Attribute("schema:alternateName", many=True)

NODES: dict[str, NodeTerms] = {
    "Paper": NodeTerms(
        ("fabio:ResearchPaper", "schema:ScholarlyArticle"),
        {
            "label": Attribute("rdfs:label"),
            "id": Attribute("dcterms:identifier"),
            "title": Attribute("dcterms:title"),
            "abstract": Attribute("dcterms:abstract"),
            "language": Attribute("schema:inLanguage"),
            "year": Attribute("fabio:hasPublicationYear", "integer"),
            "status": Attribute("schema:creativeWorkStatus"),
            "pages": Attribute("bibo:numPages", "integer"),
            "figures": Attribute("kg:figures", "integer"),
            "comments": Attribute("kg:comments"),
            "doi": Attribute("prism:doi"),
            "urls": Attribute("fabio:hasURL", "anyURI", many=True),
            "authors_complete": Attribute("kg:authorsComplete", "boolean"),
            "sources": Attribute("kg:source", many=True),
            "duplicates": Attribute("schema:identifier", many=True),
        },
    ),
    "Person": NodeTerms(
        ("foaf:Person", "schema:Person"), {"label": _NAME, "aliases": _OTHER_NAMES}
    ),
    "Venue": NodeTerms(("kg:Venue",), {"label": _NAME, "aliases": _OTHER_NAMES}),
    "Method": _concept("mls:Algorithm"),
    "Dataset": _concept("dcat:Dataset", "schema:Dataset"),
    "Metric": _concept("mls:EvaluationMeasure", direction=Attribute("kg:direction")),
    "Task": _concept("mls:Task"),
    "Result": NodeTerms(
        ("mls:ModelEvaluation",),
        {
            "label": Attribute("rdfs:label"),
            "value": Attribute("mls:hasValue", "decimal"),
            "unit": Attribute("schema:unitText"),
            "text": Attribute("kg:asWritten"),
            "kind": Attribute("kg:kind"),
            "split": Attribute("kg:split"),
            "qualifier": Attribute("kg:qualifier"),
            "direction": Attribute("kg:direction"),
            "baseline_text": Attribute("kg:baselineText"),
            "own_method": Attribute("kg:ownMethod", "boolean"),
        },
    ),
}

RELATIONS: dict[str, RelationTerms] = {
    "author": RelationTerms("dcterms:creator"),
    "venue": RelationTerms("kg:venue"),
    "introduces": RelationTerms("kg:introduces", evidence=True),
    "uses": RelationTerms("kg:uses", evidence=True),
    "compares": RelationTerms("kg:compares", evidence=True),
    "evaluates": RelationTerms("kg:evaluates", evidence=True),
    "mentions": RelationTerms("kg:mentions", evidence=True),
    "reports": RelationTerms("kg:reports", evidence=True, inverse="prov:wasDerivedFrom"),
    "method": RelationTerms("kg:ofMethod"),
    "dataset": RelationTerms("kg:onDataset"),
    "metric": RelationTerms("mls:specifiedBy"),
    "task": RelationTerms("kg:onTask"),
    "baseline": RelationTerms("kg:baseline"),
    "variantOf": RelationTerms("kg:variantOf", evidence=True),
    "versionOf": RelationTerms("dcterms:isVersionOf"),
}

GRAPH: dict[str, Attribute] = {
    "ruleset": Attribute("kg:ruleset"),
    "version": Attribute("kg:programVersion"),
}
"""Attributes of the graph as a whole, besides `base`, which is the IRI that they are said of."""

RECORD_ID = "record_id"
"""What a paper's `id` is called in formats where `id` is the key of a node."""

EVIDENCE_FIELDS = ("paper", "start", "end", "sentence_start", "sentence_end", "rule")


def node_terms(key: str, attributes: Mapping[str, Any]) -> NodeTerms:
    """Return the terms of a node, having checked that there is one for each of its attributes.

    Raises:
        InputError: The node has a type or an attribute that the table lacks; leaving it out
            without a word would lose it.
    """
    kind = attributes.get("type")
    if kind not in NODES:
        raise InputError(
            f"node {key!r} has the unknown type {kind!r}", remedy=f"use one of {', '.join(NODES)}"
        )
    _require_known(key, attributes, {"type", *NODES[kind].attributes})
    return NODES[kind]


def check_edge(source: str, target: str, relation: str, attributes: Mapping[str, Any]) -> None:
    """Check that there is a term for an edge and each of its attributes.

    Raises:
        InputError: There is none.
    """
    if relation not in RELATIONS:
        raise InputError(
            f"the edge from {source!r} to {target!r} has the unknown relation {relation!r}",
            remedy=f"use one of {', '.join(RELATIONS)}",
        )
    known = {"relation"}
    if relation == "author":
        known.add("position")
    if RELATIONS[relation].evidence:
        known.add("evidence")
    _require_known(f"{source} {relation} {target}", attributes, known)


def check_graph(attributes: Mapping[str, Any]) -> None:
    """Check that there is a term for each attribute of the graph as a whole.

    Raises:
        InputError: There is none.
    """
    _require_known("graph.graph", attributes, {"base", *GRAPH})


def _require_known(owner: str, attributes: Mapping[str, Any], known: Iterable[str]) -> None:
    unknown = sorted(attributes.keys() - set(known))
    if unknown:
        raise InputError(
            f"{owner!r} has an attribute that no export has a term for",
            field=unknown[0],
            remedy="remove it, or give it a row in kg/export/terms.py",
        )
