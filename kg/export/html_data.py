"""What the page of a graph holds, as plain data: the picture for pyvis, the facts for the panel.

Nodes and edges are numbered; everything else refers to these numbers, so that a text such as an
abstract stands in the page once. The data is not markup: `to_json` makes it safe inside a page.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import sqrt
from typing import TYPE_CHECKING, Any

from kg.export.html_choice import choose
from kg.export.layout import place

if TYPE_CHECKING:
    import networkx as nx

SHAPES = {
    "Method": "diamond",
    "Dataset": "hexagon",
    "Metric": "triangle",
    "Task": "triangleDown",
    "Result": "box",
    "Paper": "square",
    "Person": "dot",
    "Venue": "star",
}
"""The shape of each type, in the order of the legend. A result is a box with its text inside."""

SHOWN = (
    "id", "title", "year", "status", "language", "pages", "figures", "comments", "doi", "urls",
    "authors_complete", "aliases", "level", "support", "direction", "value", "text", "unit",
    "kind", "qualifier", "baseline_text",
)  # fmt: skip
"""The attributes of nodes that the panel can show."""

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {
        "borderWidth": 1,
        "shapeProperties": {"interpolation": False},
        # Labels are left out while they would be smaller than 8 pixels on the screen.
        "scaling": {"label": {"drawThreshold": 8, "maxVisible": 26}},
    },
    "edges": {"smooth": False, "width": 1, "selectionWidth": 1},
    # Nodes stay where they are put: their places are part of the page, and the same for everyone.
    "interaction": {"hover": True, "tooltipDelay": 120, "dragNodes": False},
}
"""Options of vis-network. Straight edges and no physics: the browser only has to draw."""

_LABEL_LENGTH = 34
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def to_json(data: object) -> str:
    r"""Write data as JSON that can stand inside a script element.

    Args:
        data: Strings, numbers, lists and dicts; a Decimal becomes a string.

    Returns:
        JSON without `<`, `>`, `&`, line separators and lone surrogates: all are escaped.

    Example:
        >>> to_json("</script>")
        '"\\u003c/script\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def page_data(graph: nx.MultiDiGraph[str], *, limit: int) -> dict[str, Any]:
    """Return everything that the page holds.

    Args:
        graph: A graph as `kg.assemble` describes it.
        limit: How many nodes are shown at most.

    Returns:
        `counts`, `types`, `nodes`, `edges`, `options`, `facts` (one for each node), `evidence` (a
        list for each edge), `papers` and `rules` (to which the evidence refers by number).
    """
    shown = choose(graph, limit)
    links = _links(graph, shown)
    number = {node: index for index, node in enumerate(shown)}
    tables = _Tables(graph)
    evidence = [tables.evidence(data.get("evidence", ())) for _, _, data in links]
    facts = [_facts(graph, node, tables) for node in shown]
    edges = [
        {"id": index, "from": number[one], "to": number[other], "relation": data["relation"]}
        for index, (one, other, data) in enumerate(links)
    ]
    nodes, edges, options = _picture(_nodes(graph, shown, links), edges)
    return {
        "counts": {
            "nodes": len(shown),
            "allNodes": len(graph),
            "edges": len(links),
            "allEdges": graph.number_of_edges(),
        },
        "types": _types(graph, shown),
        "nodes": nodes,
        "edges": edges,
        "options": options,
        "facts": facts,
        "evidence": evidence,
        "papers": tables.papers,
        "rules": tables.rules,
    }


def _links(
    graph: nx.MultiDiGraph[str], shown: Sequence[str]
) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the edges between the nodes shown, in the order of their keys."""
    found = [
        (one, other, relation, data)
        for one in shown
        for other, relations in graph.succ[one].items()
        for relation, data in relations.items()
    ]
    kept = set(shown)
    found = [link for link in found if link[1] in kept]
    return [(one, other, data) for one, other, _, data in sorted(found, key=lambda link: link[:3])]


def _picture(
    nodes: list[dict[str, Any]], edges: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Pass the picture through pyvis, which is where others may take it on."""
    from pyvis.network import Network  # noqa: PLC0415 (takes half a second: it imports IPython)

    network = Network(directed=True)
    network.set_options(json.dumps(OPTIONS))
    # add_node and add_edge look through all nodes for each edge; filling the lists is what they do.
    network.nodes, network.edges = nodes, edges
    nodes, edges, _, _, _, options = network.get_network_data()
    return nodes, edges, json.loads(options)


def _nodes(
    graph: nx.MultiDiGraph[str],
    shown: Sequence[str],
    links: Sequence[tuple[str, str, dict[str, Any]]],
) -> list[dict[str, Any]]:
    """Return the nodes for vis-network: shape, place, size, and a label that is not too long."""
    places = place(shown, ((one, other) for one, other, _ in links))
    nodes = []
    for index, key in enumerate(shown):
        data = graph.nodes[key]
        weight = data.get("support") or graph.degree(key)
        x, y = places[key]
        nodes.append(
            {
                "id": index,
                "label": _short(_caption(data)),
                "group": data["type"],
                "shape": SHAPES[data["type"]],
                "x": x,
                "y": y,
                "size": round(_size(data["type"], weight), 1),
                "font": {"size": round(_font(data["type"], weight))},
            }
        )
    return nodes


def _caption(data: Mapping[str, Any]) -> str:
    """Return what stands on the canvas: for a result its text, for all others the label."""
    return str(data["text"] if data["type"] == "Result" else data["label"])


def _short(label: str) -> str:
    """Cut a label that would run over its neighbours.

    Example:
        >>> len(_short("a" * 100))
        34
    """
    label = " ".join(label.split())
    return label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1].rstrip() + "…"


def _size(kind: str, weight: int) -> float:
    """Return the radius of a node: its area grows with its support or degree."""
    floor, growth, ceiling = {"Paper": (6, 1.5, 14), "Person": (5, 2, 16)}.get(kind, (8, 3.5, 44))
    return min(floor + growth * sqrt(weight), ceiling)


def _font(kind: str, weight: int) -> float:
    """Return the size of a label: what has more support can be read from further away."""
    floor, growth, ceiling = {
        "Paper": (10, 0.5, 13),
        "Person": (10, 1.5, 20),
        "Result": (11, 0, 11),
    }.get(kind, (11, 4, 54))
    return min(floor + growth * sqrt(weight), ceiling)


def _types(graph: nx.MultiDiGraph[str], shown: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of the legend: the types that the graph has, and how many of each."""
    total = Counter(data["type"] for _, data in graph.nodes(data=True))
    here = Counter(graph.nodes[node]["type"] for node in shown)
    return [
        {"type": kind, "shape": shape, "count": here[kind], "all": total[kind]}
        for kind, shape in SHAPES.items()
        if total[kind]
    ]


def _facts(graph: nx.MultiDiGraph[str], key: str, tables: _Tables) -> dict[str, Any]:
    """Return what the panel says about a node besides its edges."""
    data = graph.nodes[key]
    facts = {"key": key, "type": data["type"], "label": data["label"], "degree": graph.degree(key)}
    facts.update((name, data[name]) for name in SHOWN if name in data)
    if data["type"] == "Paper":
        facts["paper"] = tables.paper(key)
    if data["type"] == "Result":
        # The names are part of the result even where the nodes are not on the page.
        about = ((edge["relation"], other) for _, other, edge in graph.out_edges(key, data=True))
        facts["about"] = {name: graph.nodes[other]["label"] for name, other in sorted(about)}
    if isinstance(facts.get("value"), Decimal):
        facts["value"] = format(facts["value"], "f")
    return facts


class _Tables:
    """The papers and rules that evidence refers to, each once and numbered."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self.papers: list[dict[str, Any]] = []
        self.rules: list[str] = []
        self._graph = graph
        self._paper_numbers: dict[str, int] = {}
        self._rule_numbers: dict[str, int] = {}

    def paper(self, key: str) -> int:
        """Return the number of a paper; its text and authors go into the table the first time."""
        if key not in self._paper_numbers:
            self._paper_numbers[key] = len(self.papers)
            data = self._graph.nodes[key]
            authors = sorted(
                (relations["author"]["position"], person)
                for person, relations in self._graph.succ[key].items()
                if "author" in relations
            )
            self.papers.append(
                {
                    "key": key,
                    "label": data["label"],
                    "year": data.get("year"),
                    "abstract": data["abstract"],
                    "authors": [self._graph.nodes[person]["label"] for _, person in authors],
                    "complete": data.get("authors_complete", True),
                }
            )
        return self._paper_numbers[key]

    def evidence(self, items: Sequence[Mapping[str, Any]]) -> list[list[int]]:
        """Return evidence as numbers: paper, sentence from and to, words from and to, rule."""
        return [
            [
                self.paper(item["paper"]),
                item["sentence_start"],
                item["sentence_end"],
                item["start"],
                item["end"],
                self._rule(item["rule"]),
            ]
            for item in items
        ]

    def _rule(self, rule: str) -> int:
        if rule not in self._rule_numbers:
            self._rule_numbers[rule] = len(self.rules)
            self.rules.append(rule)
        return self._rule_numbers[rule]
