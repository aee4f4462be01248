"""`graph.graphml`: the graph for Gephi, Cytoscape, yEd, igraph and `networkx.read_graphml`.

    <node id="result/r1"><data key="value">0.68</data><data key="kind">absolute</data></node>

GraphML has scalars only, so some is lost, or changes its form:

- a paper's `id` is called `record_id`, as programs take `id` for the key of a node;
- a list, and the evidence of an edge, is a string of JSON;
- a result's value is a double, written with its own digits: 0.70 is read as 0.7;
- characters that XML 1.0 cannot hold (most control characters, U+FFFE, U+FFFF, lone surrogates)
  become U+FFFD;
- an edge has its relation also as `key`, which networkx makes the edge's key; networkx gives a
  MultiDiGraph only if some edges are parallel or `force_multigraph=True`.

The file is written by hand, a node or an edge at a time: networkx's writer builds the whole tree
first, takes several times as long, and writes the keys of edges as ids that are not unique.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.files import write_text
from kg.export.literals import legal_in_xml
from kg.export.terms import GRAPH, NODES, RECORD_ID, check_edge, check_graph, node_terms

if TYPE_CHECKING:
    import networkx as nx

_HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_TYPES = {"integer": "int", "decimal": "double", "boolean": "boolean"}
# A parser turns a bare carriage return into a line feed, and both into a space in an attribute.
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\r": "&#13;",
        "\n": "&#10;",
        "\t": "&#9;",
    }
)


def generate_graphml(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """Yield lines, a node or an edge each.

    Raises:
        InputError: The graph breaks its contract.
    """
    check_graph(graph.graph)
    yield _HEADER
    for scope, names in _keys().items():
        for name, kind in names.items():
            what = f'for="{scope}" attr.name="{name}" attr.type="{kind}"'
            yield f'  <key id="{scope}-{name}" {what}/>\n'
    yield '  <graph edgedefault="directed">\n'
    yield f"    {_data('graph', graph.graph)}\n"
    for key in sorted(graph):
        attributes = graph.nodes[key]
        node_terms(key, attributes)
        yield f'    <node id="{_escape(key)}">{_data("node", attributes)}</node>\n'
    for source, target, key in sorted(graph.edges(keys=True)):
        attributes = graph.edges[source, target, key]
        check_edge(source, target, key, attributes)
        ends = f'source="{_escape(source)}" target="{_escape(target)}"'
        yield f"    <edge {ends}>{_data('edge', {**attributes, 'key': key})}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def write_graphml(graph: nx.MultiDiGraph[str], path: str | Path) -> None:
    """Write the graph as GraphML; streams.

    Raises:
        InputError: The graph breaks its contract.
        OutputError: The file cannot be written.
    """
    write_text(generate_graphml(graph), path)


def _keys() -> dict[str, dict[str, str]]:
    """Return the GraphML type of every attribute of the graph, its nodes and its edges."""
    nodes = {"type": "string"}
    for terms in NODES.values():
        for name, attribute in terms.attributes.items():
            kind = "string" if attribute.many else _TYPES.get(attribute.datatype, "string")
            nodes[RECORD_ID if name == "id" else name] = kind
    return {
        "graph": dict.fromkeys(("base", *GRAPH), "string"),
        "node": nodes,
        "edge": {"key": "string", "relation": "string", "position": "int", "evidence": "string"},
    }


def _data(scope: str, attributes: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{scope}-{RECORD_ID if name == "id" else name}">'
        f"{_escape(_text(attributes[name]))}</data>"
        for name in sorted(attributes)
    )


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _escape(text: str) -> str:
    return legal_in_xml(text).translate(_ESCAPES)
