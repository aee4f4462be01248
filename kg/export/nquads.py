"""`graph.nq`: everything with its evidence, one named graph a paper, as N-Quads.

    <…/paper/p1> <http://purl.org/dc/terms/title> "A network" <…/graph/p1> .

Text is written straight from the graph, no store between; there are no blank nodes, and strings
are escaped as in canonical N-Quads. Read back with `kg.export.read_rdf`. Lost: nothing but lone
surrogates, which no file can hold and U+FFFD stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export import syntax
from kg.export.dataset import named_graphs
from kg.export.files import write_text
from kg.export.naming import naming_of

if TYPE_CHECKING:
    import networkx as nx


def generate_nquads(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """Yield lines, one quad each; holds one paper (or a block of entities) at a time.

    Raises:
        InputError: The graph breaks its contract.
    """
    graphs = named_graphs(graph, naming_of(graph.graph), evidence=True)
    yield from syntax.generate_nquads(graphs, {})


def write_nquads(graph: nx.MultiDiGraph[str], path: str | Path) -> None:
    """Write the graph as N-Quads; streams.

    Raises:
        InputError: The graph breaks its contract.
        OutputError: The file cannot be written.
    """
    write_text(generate_nquads(graph), path)
