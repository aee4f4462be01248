"""The evidence of edges as Web Annotations: which words of which paper, read by which rule.

    annotation  oa:hasBody                  what the words are about: the object of the fact
                oa:hasTarget → span         the words
                kg:sentence → sentence      the sentence around them
                prov:wasGeneratedBy → rule
    span        oa:hasSource → paper, oa:hasSelector → place
    place       oa:start, oa:end, oa:exact
    sentence    nif:beginIndex, nif:endIndex, nif:anchorOf, dcterms:isPartOf → paper

The fact itself is not repeated: it is the one that joins the paper with the body. Where that does
not tell it, as with `variantOf`, it is spelt out by rdf:subject, rdf:predicate and rdf:object.

A span or sentence that several annotations point to is written once. The place is a position and a
quote in one node; what stands before and behind the quote is in the sentence and the abstract. See
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
        yield from _annotation(found, naming, told=_told_by_body(graph, found))
        for iri, triples in (
            (_span_of(found, naming), _span),
            (_sentence_of(found, naming), _sentence),
        ):
            if iri not in written:
                written.add(iri)
                yield from triples(iri, naming, abstract, found.evidence)


def _told_by_body(graph: nx.MultiDiGraph[str], found: Found) -> bool:
    """Return whether the paper and the target are joined by this one fact with evidence."""
    if found.evidence["paper"] != found.source:
        return False
    relations = graph.succ[found.source][found.target]
    return [name for name in relations if RELATIONS[name].evidence] == [found.relation]


def _span_of(found: Found, naming: Naming) -> str:
    at = found.evidence
    return naming.span(at["paper"], at["start"], at["end"])


def _sentence_of(found: Found, naming: Naming) -> str:
    at = found.evidence
    return naming.sentence(at["paper"], at["sentence_start"], at["sentence_end"])


def _annotation(found: Found, naming: Naming, *, told: bool) -> Iterator[Triple]:
    annotation = naming.evidence(found.source, found.relation, found.target, found.evidence)
    target = naming.node(found.target)
    yield annotation, term("rdf:type"), term("oa:Annotation")
    if told:
        yield annotation, term("oa:hasBody"), target
    else:
        yield annotation, term("rdf:subject"), naming.node(found.source)
        yield annotation, term("rdf:predicate"), term(RELATIONS[found.relation].property)
        yield annotation, term("rdf:object"), target
    yield annotation, term("oa:hasTarget"), _span_of(found, naming)
    yield annotation, term("kg:sentence"), _sentence_of(found, naming)
    yield annotation, term("prov:wasGeneratedBy"), naming.rule(found.evidence["rule"])


def _span(span: str, naming: Naming, abstract: str, found: dict[str, Any]) -> Iterator[Triple]:
    start, end = found["start"], found["end"]
    place = naming.place(found["paper"], start, end)
    yield span, term("oa:hasSource"), naming.node(found["paper"])
    yield span, term("oa:hasSelector"), place
    yield place, term("rdf:type"), term("oa:TextPositionSelector")
    yield place, term("rdf:type"), term("oa:TextQuoteSelector")
    yield place, term("oa:start"), _offset(start)
    yield place, term("oa:end"), _offset(end)
    yield place, term("oa:exact"), literal(abstract[start:end], "string")


def _sentence(
    sentence: str, naming: Naming, abstract: str, found: dict[str, Any]
) -> Iterator[Triple]:
    start, end = found["sentence_start"], found["sentence_end"]
    yield sentence, term("rdf:type"), term("nif:Sentence")
    yield sentence, term("dcterms:isPartOf"), naming.node(found["paper"])
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
