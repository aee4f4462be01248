"""The graph as an RDF dataset: one named graph a paper, and one of what holds across papers.

A paper's graph holds all that this paper says: its bibliography, its roles, the results it reports,
and the evidence found in its abstract. The graph of entities holds names, aliases, levels, support,
directions, variants, persons, venues, rules and the description of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from kg.export.evidence import (
    evidence_elsewhere,
    paper_evidence,
    rule_facts,
    rules_of,
)
from kg.export.facts import Triple, graph_facts, node_facts
from kg.export.naming import Naming

if TYPE_CHECKING:
    import networkx as nx

# Entities come in blocks, so that a format that needs a block in memory never needs all of them.
_BLOCK = 1000


def named_graphs(
    graph: nx.MultiDiGraph[str], naming: Naming, *, evidence: bool
) -> Iterator[tuple[str, list[Triple]]]:
    """Yield the triples of each named graph, papers first, subjects together.

    Args:
        graph: The graph of `kg.assemble`.
        naming: The IRIs to use.
        evidence: Whether annotations, spans, sentences and rules are among the triples.

    Yields:
        The named graph's IRI and its triples: a paper's at once, those of entities in blocks.

    Raises:
        InputError: The graph breaks its contract.
    """
    elsewhere = evidence_elsewhere(graph) if evidence else {}
    keys = sorted(graph)
    for key in keys:
        if graph.nodes[key].get("type") == "Paper":
            triples = _paper(graph, key, naming)
            if evidence:
                said = elsewhere.get(key, [])
                triples = chain(triples, paper_evidence(graph, key, naming, said))
            yield naming.graph(key), list(triples)
    shared = (key for key in keys if _home(graph, key) is None)
    while block := list(islice(shared, _BLOCK)):
        yield naming.entities, [fact for key in block for fact in node_facts(graph, key, naming)]
    rules = rules_of(graph) if evidence else ()
    about_rules = chain.from_iterable(rule_facts(rule, naming) for rule in rules)
    yield naming.entities, [*about_rules, *graph_facts(graph, naming)]


def _paper(graph: nx.MultiDiGraph[str], paper: str, naming: Naming) -> Iterator[Triple]:
    """Yield the facts of a paper and of its results, each subject's in one run."""
    results = sorted(
        target
        for _, target, relation in graph.out_edges(paper, keys=True)
        if relation == "reports" and _home(graph, target) == paper
    )
    for key in (paper, *results):
        yield from node_facts(graph, key, naming)


def _home(graph: nx.MultiDiGraph[str], key: str) -> str | None:
    """Return the paper whose graph a node's facts belong to; None for what papers share."""
    attributes = graph.nodes[key]
    if attributes.get("type") == "Paper":
        return key
    if attributes.get("type") != "Result":
        return None
    edges = graph.in_edges(key, keys=True)
    return min((paper for paper, _, relation in edges if relation == "reports"), default=None)
