"""The evidence of edges as Web Annotations: which words of which paper, read by which rule.

    annotation  rdf:subject, rdf:predicate, rdf:object   the fact
                oa:hasBody                               what the words are about: the fact's object
                oa:hasTarget → span                      the words
                kg:sentence → sentence                   the sentence around them
                prov:wasGeneratedBy → rule
    span        oa:hasSource → paper, oa:hasSelector → position and quote
    sentence    nif:beginIndex, nif:endIndex, nif:anchorOf, dcterms:isPartOf → paper

A span or sentence that several annotations point to is written once. See
https://www.w3.org/TR/annotation-model/, sections 4.2.4 and 4.2.5, for the two selectors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.errors import InputError
from kg.export.facts import Triple
from kg.export.literals import literal
from kg.export.naming import Naming
from kg.export.prefixes import term
from kg.export.terms import EVIDENCE_FIELDS, RELATIONS

if TYPE_CHECKING:
    import networkx as nx

# Enough to find the quote again in a text that was changed elsewhere, which is what the prefix and
# suffix of a quote are for; the examples of the W3C are about as long.
_CONTEXT = 32


class Found(NamedTuple):
    """An edge with one piece of its evidence."""

    source: str
    relation: str
    target: str
    evidence: dict[str, Any]

    def order(self) -> tuple[Any, ...]:
        """Return what evidence is sorted by: its place, then what it is evidence of."""
        place = tuple(self.evidence[name] for name in EVIDENCE_FIELDS)
        return (*place, self.source, self.relation, self.target)


def evidence_elsewhere(graph: nx.MultiDiGraph[str]) -> dict[str, list[Found]]:
    """Return, by paper, the evidence of edges that do not start from that paper (`variantOf`).

    Raises:
        InputError: Evidence lacks a field or names a paper that is not in the graph.
    """
    elsewhere: defaultdict[str, list[Found]] = defaultdict(list)
    for source, target, relation, attributes in graph.edges(keys=True, data=True):
        for found in attributes.get("evidence", ()):
            _check(graph, f"{source} {relation} {target}", found)
            if found["paper"] != source:
                elsewhere[found["paper"]].append(Found(source, relation, target, found))
    return elsewhere


def rules_of(graph: nx.MultiDiGraph[str]) -> list[str]:
    """Return the ids of all rules that found something, sorted."""
    edges = graph.edges(data=True)
    return sorted({found["rule"] for *_, data in edges for found in data.get("evidence", ())})


def rule_facts(rule: str, naming: Naming) -> Iterator[Triple]:
    """Yield what a rule is: the activity of applying it, made known by its id."""
    yield naming.rule(rule), term("rdf:type"), term("prov:Activity")
    yield naming.rule(rule), term("rdfs:label"), literal(rule, "string")
    yield naming.rule(rule), term("prov:used"), naming.dataset


def paper_evidence(
    graph: nx.MultiDiGraph[str], paper: str, naming: Naming, elsewhere: Iterable[Found]
) -> Iterator[Triple]:
    """Yield the evidence that a paper's abstract holds: of its own edges and of others."""
    own = (
        Found(paper, relation, target, found)
        for _, target, relation, data in graph.out_edges(paper, keys=True, data=True)
        for found in data.get("evidence", ())
        if found["paper"] == paper
    )
    abstract = graph.nodes[paper]["abstract"]
    written: set[str] = set()
    for found in sorted((*own, *elsewhere), key=Found.order):
        place = _place(found, naming)
        yield from _annotation(found, place, naming)
        for iri, triples in zip(place, (_span, _sentence), strict=True):
            if iri not in written:
                written.add(iri)
                yield from triples(iri, naming.node(paper), abstract, found.evidence)


def _place(found: Found, naming: Naming) -> tuple[str, str]:
    paper, start, end, sentence_start, sentence_end, _ = (
        found.evidence[name] for name in EVIDENCE_FIELDS
    )
    return (
        naming.span(paper, start, end),
        naming.sentence(paper, sentence_start, sentence_end),
    )


def _annotation(found: Found, place: tuple[str, str], naming: Naming) -> Iterator[Triple]:
    terms = RELATIONS[found.relation]
    annotation = naming.evidence(found.source, found.relation, found.target, found.evidence)
    span, sentence = place
    target = naming.node(found.target)
    yield annotation, term("rdf:type"), term("oa:Annotation")
    if terms.motivation:
        yield annotation, term("oa:motivatedBy"), term(terms.motivation)
    yield annotation, term("rdf:subject"), naming.node(found.source)
    yield annotation, term("rdf:predicate"), term(terms.property)
    yield annotation, term("rdf:object"), target
    yield annotation, term("oa:hasBody"), target
    yield annotation, term("oa:hasTarget"), span
    yield annotation, term("kg:sentence"), sentence
    yield annotation, term("prov:wasGeneratedBy"), naming.rule(found.evidence["rule"])


def _span(span: str, paper: str, abstract: str, found: dict[str, Any]) -> Iterator[Triple]:
    start, end = found["start"], found["end"]
    position, quote = f"{span[:-1]}#position>", f"{span[:-1]}#quote>"
    yield span, term("rdf:type"), term("oa:SpecificResource")
    yield span, term("oa:hasSource"), paper
    yield span, term("oa:hasSelector"), position
    yield span, term("oa:hasSelector"), quote
    yield position, term("rdf:type"), term("oa:TextPositionSelector")
    yield position, term("oa:start"), _offset(start)
    yield position, term("oa:end"), _offset(end)
    yield quote, term("rdf:type"), term("oa:TextQuoteSelector")
    yield quote, term("oa:exact"), literal(abstract[start:end], "string")
    yield quote, term("oa:prefix"), literal(abstract[max(0, start - _CONTEXT) : start], "string")
    yield quote, term("oa:suffix"), literal(abstract[end : end + _CONTEXT], "string")


def _sentence(sentence: str, paper: str, abstract: str, found: dict[str, Any]) -> Iterator[Triple]:
    start, end = found["sentence_start"], found["sentence_end"]
    yield sentence, term("rdf:type"), term("nif:Sentence")
    yield sentence, term("dcterms:isPartOf"), paper
    yield sentence, term("nif:beginIndex"), _offset(start)
    yield sentence, term("nif:endIndex"), _offset(end)
    yield sentence, term("nif:anchorOf"), literal(abstract[start:end], "string")


def _offset(value: int) -> str:
    return f'"{value}"^^{term("xsd:nonNegativeInteger")}'


def _check(graph: nx.MultiDiGraph[str], edge: str, found: dict[str, Any]) -> None:
    if set(found) != set(EVIDENCE_FIELDS):
        raise InputError(
            f"the evidence of {edge!r} has the fields {sorted(found)}",
            field="evidence",
            remedy=f"give {', '.join(EVIDENCE_FIELDS)}",
        )
    paper = found["paper"]
    if paper not in graph or graph.nodes[paper].get("type") != "Paper":
        raise InputError(
            f"the evidence of {edge!r} is from {paper!r}, which is no paper of the graph",
            field="evidence",
            remedy="add the paper, or take the evidence away",
        )
