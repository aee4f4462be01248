"""The ontology, the table of terms and the exports speak of the same terms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import networkx as nx
import pytest
import rdflib

from kg.export.nquads import generate_nquads
from kg.export.prefixes import shared_prefixes
from kg.export.terms import EVIDENCE_FIELDS, GRAPH, NODES, RELATIONS
from kg.records import Evidence, NodeType, Relation
from kg.rules.location import builtin_patterns

VOCABULARY = builtin_patterns() / "vocabulary"
KG = shared_prefixes().vocabularies["kg"]


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(VOCABULARY / "kg.ttl")


def own_terms(ontology: rdflib.Graph) -> set[str]:
    return {str(s) for s in ontology.subjects() if str(s).startswith(KG)}


def names_in_the_table() -> set[str]:
    attributes = [a for terms in (*NODES.values(),) for a in terms.attributes.values()]
    names = [attribute.property for attribute in (*attributes, *GRAPH.values())]
    names += [name for attribute in attributes for name, _ in attribute.also]
    names += [name for terms in NODES.values() for name in terms.classes]
    names += [
        name for terms in RELATIONS.values() for name in (terms.property, terms.inverse) if name
    ]
    return set(names)


def test_the_table_has_every_type_relation_and_field_of_the_records() -> None:
    assert list(NODES) == list(get_args(NodeType))
    assert list(RELATIONS) == list(get_args(Relation))
    assert list(EVIDENCE_FIELDS) == list(Evidence.model_fields)


def test_every_own_term_is_documented_and_every_documented_one_is_used(
    ontology: rdflib.Graph,
) -> None:
    used = {
        KG + name.removeprefix("kg:") for name in names_in_the_table() if name.startswith("kg:")
    }
    assert own_terms(ontology) == used | {f"{KG}sentence"}


def test_an_export_uses_no_other_own_term(
    graph: nx.MultiDiGraph[str], ontology: rdflib.Graph
) -> None:
    used = set(re.findall(f"<({re.escape(KG)}[^>]*)>", "".join(generate_nquads(graph))))
    assert used <= own_terms(ontology)


def test_own_terms_have_a_type_labels_and_a_comment(ontology: rdflib.Graph) -> None:
    for name in own_terms(ontology):
        term = rdflib.URIRef(name)
        languages = {
            getattr(label, "language", None) for label in ontology.objects(term, rdflib.RDFS.label)
        }
        assert languages == {"en", "zh"}, name
        assert ontology.value(term, rdflib.RDFS.comment), name
        assert ontology.value(term, rdflib.RDF.type), name


def test_read_and_written_properties_are_told_apart() -> None:
    """Two attributes of a type, or two relations, with one property could not be read back."""
    for terms in NODES.values():
        properties = [attribute.property for attribute in terms.attributes.values()]
        assert len(properties) == len(set(properties))
    relations = [terms.property for terms in RELATIONS.values()]
    assert len(relations) == len(set(relations))
    first_classes = [terms.classes[0] for terms in NODES.values()]
    later = {name for terms in NODES.values() for name in terms.classes[1:]}
    assert len(first_classes) == len(set(first_classes) - later)


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl"])
def test_prefixes_are_the_shared_ones(name: str) -> None:
    text = Path(VOCABULARY / name).read_text(encoding="utf-8")
    declared = dict(re.findall(r"@prefix (\w+): <([^>]+)>", text))
    declared.pop("shape", None)
    assert declared.items() <= shared_prefixes().vocabularies.items()
