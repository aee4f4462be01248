"""`graph.ttl`: the facts for people to read, as Turtle with prefixes.

    paper:p1 a fabio:ResearchPaper , schema:ScholarlyArticle ;
        dcterms:title "A network" ;

Every paper is followed by its authorships and results, then come the entities that papers share.
The evidence is left out: it is more than half of all triples and would bury the facts; it is in
`graph.nq` and `graph.jsonld`. Otherwise nothing is lost, and `kg.export.read_rdf` gives the same
graph with empty evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export import syntax
from kg.export.dataset import named_graphs
from kg.export.files import write_text
from kg.export.naming import naming_of
from kg.export.prefixes import shared_prefixes

if TYPE_CHECKING:
    import networkx as nx


def generate_turtle(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """Yield the prefixes, then a block a paper; holds one paper (or a block of entities) at a time.

    Raises:
        InputError: The graph breaks its contract.
    """
    naming = naming_of(graph.graph)
    prefixes = shared_prefixes().under(naming.base)
    yield from syntax.generate_turtle(named_graphs(graph, naming, evidence=False), prefixes)


def write_turtle(graph: nx.MultiDiGraph[str], path: str | Path) -> None:
    """Write the facts as Turtle; streams.

    Raises:
        InputError: The graph breaks its contract.
        OutputError: The file cannot be written.
    """
    write_text(generate_turtle(graph), path)
