"""`graph.jsonld`: everything with its evidence as expanded JSON-LD, a list of named graphs.

    [
    {"@id": "…/graph/p1", "@graph": [{"@id": "…/paper/p1", "http://purl.org/dc/terms/title": …

Names are full IRIs, so no context is needed, least of all a remote one. Lost: what `nquads` loses.
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


def generate_jsonld(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """Yield a line a named graph; holds one paper (or a block of entities) at a time.

    The graph of entities may take several lines; JSON-LD reads them as one.

    Raises:
        InputError: The graph breaks its contract.
    """
    graphs = named_graphs(graph, naming_of(graph.graph), evidence=True)
    yield from syntax.generate_jsonld(graphs, {})


def write_jsonld(graph: nx.MultiDiGraph[str], path: str | Path) -> None:
    """Write the graph as JSON-LD; streams.

    Raises:
        InputError: The graph breaks its contract.
        OutputError: The file cannot be written.
    """
    write_text(generate_jsonld(graph), path)
