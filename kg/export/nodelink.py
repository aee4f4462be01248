"""`graph.json`: the graph in networkx's node-link form, and back: what a build is loaded from.

    {"directed": true, "multigraph": true, "graph": {"base": "…"}, "nodes": [
    {"id": "result/…", "kind": "absolute", "label": "0.68% EER", "type": "Result", "value": 0.68}
    ], "edges": [
    {"evidence": […], "key": "reports", "relation": "reports", "source": "paper/…", "target": "…"}
    ]}

It is networkx's form, `networkx.node_link_graph(data, edges="edges")` takes it, one node or edge a
line, sorted. As `id` is the key of a node there, the `id` of a paper is called `record_id`.
Decimals are numbers with their own digits (0.70 stays 0.70). `read_nodelink` gives the same graph
back; nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import networkx as nx

from kg.errors import InputError
from kg.export.files import write_text
from kg.export.terms import RECORD_ID

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

# A file in UTF-8 cannot hold a lone surrogate, JSON's escape can.
_SURROGATE = re.compile("[\ud800-\udfff]")
_OWN_KEYS = {"nodes": ("id",), "edges": ("source", "target", "key")}


def generate_nodelink(graph: Graph) -> Iterator[str]:
    """Yield lines, one node or edge each.

    Raises:
        InputError: A value has no place in JSON.
    """
    yield '{"directed": true, "multigraph": true, "graph": ' + _object(graph.graph) + ', "nodes": ['
    yield from _lines({**_with_record_id(graph.nodes[key]), "id": key} for key in sorted(graph))
    yield '\n], "edges": ['
    edges = (
        {**graph.edges[edge], **dict(zip(_OWN_KEYS["edges"], edge, strict=True))}
        for edge in sorted(graph.edges(keys=True))
    )
    yield from _lines(edges)
    yield "\n]}\n"


def write_nodelink(graph: Graph, path: str | Path) -> None:
    """Write the graph as node-link JSON; streams.

    Raises:
        InputError: A value has no place in JSON.
        OutputError: The file cannot be written.
    """
    write_text(generate_nodelink(graph), path)


def read_nodelink(path: str | Path) -> Graph:
    """Return the graph of a file that `write_nodelink` made, equal to the one written.

    Raises:
        InputError: The file cannot be read, or is not such a file.
    """
    try:
        data = json.loads(Path(path).read_bytes(), parse_float=Decimal)
        _check(data)
    except OSError as error:
        raise InputError(
            f"the graph cannot be read: {error.strerror}", file=path, remedy="build it first"
        ) from error
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise InputError(
            f"not a graph in node-link form: {error}",
            file=path,
            line=line,
            remedy="build it again; a graph.json is not edited by hand",
        ) from error
    graph = cast("Graph", nx.node_link_graph(data, edges="edges"))
    for _, attributes in graph.nodes(data=True):
        if RECORD_ID in attributes:
            attributes["id"] = attributes.pop(RECORD_ID)
        if isinstance(attributes.get("value"), int):
            attributes["value"] = Decimal(attributes["value"])
    return graph


def _with_record_id(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {RECORD_ID if name == "id" else name: attributes[name] for name in attributes}


def _lines(items: Iterator[dict[str, Any]]) -> Iterator[str]:
    before = "\n"
    for item in items:
        yield before + _object(item)
        before = ",\n"


def _object(attributes: Mapping[str, Any]) -> str:
    """Write one object; only values on its first level may be decimals, as in the contract."""
    members = (f"{_json(name)}: {_json(attributes[name])}" for name in sorted(attributes))
    return "{" + ", ".join(members) + "}"


def _json(value: object) -> str:
    if isinstance(value, Decimal) and value.is_finite():
        return str(value)
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)
    except (TypeError, ValueError) as error:
        raise InputError(
            f"{value!r} has no place in JSON: {error}", remedy="mend it in the graph"
        ) from error
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _check(data: Any) -> None:
    """Check the shape of the file, so that networkx fails on nothing and makes nothing up."""
    if not isinstance(data, dict) or not isinstance(data.get("graph"), dict):
        raise ValueError("it has no object 'graph'")
    if not (data.get("directed") is True and data.get("multigraph") is True):
        raise ValueError("it is not a directed multigraph")
    for name, required in _OWN_KEYS.items():
        items = data.get(name)
        if not isinstance(items, list):
            raise ValueError(f"it has no list {name!r}")
        for place, item in enumerate(items, 1):
            if not isinstance(item, dict) or not all(
                isinstance(item.get(key), str) for key in required
            ):
                raise ValueError(f"number {place} of its {name} lacks one of {', '.join(required)}")
    nodes = {node["id"] for node in data["nodes"]}
    for edge in data["edges"]:
        for end in ("source", "target"):
            if edge[end] not in nodes:
                raise ValueError(f"the {end} {edge[end]!r} of an edge is not among the nodes")
