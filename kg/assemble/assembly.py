"""Statements to the graph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Final

import networkx as nx

from kg.records import Evidence, Statement, Value

LISTS: Final[dict[str, str]] = {"alias": "aliases", "url": "urls", "source": "sources"}
ALWAYS: Final[dict[str, tuple[str, ...]]] = {
    "Paper": ("sources", "urls"),
    "Person": ("aliases",),
    "Venue": ("aliases",),
    "Method": ("aliases",),
    "Dataset": ("aliases",),
    "Metric": ("aliases",),
    "Task": ("aliases",),
    "Result": (),
}
"""The lists that a node of a type has even if they are empty."""

ROLES: Final = ("introduces", "evaluates", "uses", "compares", "mentions")
"""The relations of a paper to an entity, the strongest first."""


class Assembly:
    """Collects statements, in any order, and makes the graph of them.

    The same set of statements gives the same graph, whatever the order.

    Args:
        merges: Which node identifier becomes which; applied to every statement.
    """

    def __init__(self, merges: Mapping[str, str] | None = None) -> None:
        self._merges = dict(merges or {})
        self._values: dict[str, dict[str, Counter[Value]]] = defaultdict(
            lambda: defaultdict(Counter)
        )
        self._edges: dict[tuple[str, str, str], set[Evidence]] = defaultdict(set)
        self._positions: dict[tuple[str, str, str], int] = {}

    def add(self, statement: Statement) -> None:
        """Take in one statement."""
        subject = self._merges.get(statement.subject, statement.subject)
        if statement.object is None:
            if statement.value is not None:
                self._values[subject][statement.predicate][statement.value] += 1
            return
        target = self._merges.get(statement.object, statement.object)
        edge = (subject, statement.predicate, target)
        if subject != target:
            self._edges[edge].update(statement.evidence)
        if statement.position is not None:
            known = self._positions.get(edge, statement.position)
            self._positions[edge] = min(known, statement.position)

    def graph(self, **attributes: str) -> nx.MultiDiGraph[str]:
        """Return the graph of all statements so far.

        Args:
            **attributes: What `graph.graph` holds: `base`, `ruleset`, `version`.

        Returns:
            A new graph whose nodes and edges are in sorted order; `kg.assemble` documents it.
        """
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.graph.update(attributes)
        for node in sorted(self._values):
            graph.add_node(node, **self._node(node))
        for edge in sorted(self._strongest()):
            subject, relation, target = edge
            data: dict[str, Any] = {"relation": relation}
            if edge in self._positions:
                data["position"] = self._positions[edge]
            if self._edges[edge]:
                data["evidence"] = _sorted(self._edges[edge])
            graph.add_edge(subject, target, key=relation, **data)
        for node, data in graph.nodes(data=True):
            if data["type"] in {"Method", "Dataset", "Metric", "Task"}:
                data["support"] = _support(graph, node)
        return graph

    def _node(self, node: str) -> dict[str, Any]:
        values = self._values[node]
        data: dict[str, Any] = {"type": _most(values["type"]), "label": _most(values["label"])}
        labels = {str(label) for label in values["label"]} - {data["label"]}
        for name, counts in sorted(values.items()):
            if name in LISTS:
                data[LISTS[name]] = sorted(map(str, counts))
            elif name == "level":
                data[name] = "named" if "named" in counts else "common"
            elif name == "authors_complete":
                data[name] = True in counts
            elif name not in data:
                data[name] = _most(counts)
        for name in ALWAYS[data["type"]]:
            data.setdefault(name, [])
        if "aliases" in data:
            data["aliases"] = sorted({*data["aliases"], *labels} - {data["label"]})
        return data

    def _strongest(self) -> list[tuple[str, str, str]]:
        """Return the edges, of the roles between two nodes the strongest with all evidence."""
        kept: dict[tuple[str, str], str] = {}
        edges = []
        for subject, relation, target in self._edges:
            if relation not in ROLES:
                edges.append((subject, relation, target))
                continue
            known = kept.setdefault((subject, target), relation)
            if ROLES.index(relation) < ROLES.index(known):
                kept[subject, target] = relation
        for (subject, target), relation in kept.items():
            for other in ROLES:
                if other != relation and (subject, other, target) in self._edges:
                    self._edges[subject, relation, target] |= self._edges[subject, other, target]
            edges.append((subject, relation, target))
        return edges


def assemble(
    statements: Iterable[Statement], *, merges: Mapping[str, str] | None = None, **attributes: str
) -> nx.MultiDiGraph[str]:
    """Make the graph of a set of statements; see `Assembly`."""
    assembly = Assembly(merges)
    for statement in statements:
        assembly.add(statement)
    return assembly.graph(**attributes)


def _most(counts: Counter[Value]) -> Value:
    """Return the value that most papers give; of several, the smallest as text."""
    return min(counts, key=lambda value: (-counts[value], str(value)))


def _sorted(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    ordered = sorted(evidence, key=lambda e: (e.paper, e.start, e.end, e.rule))
    return [item.model_dump() for item in ordered]


def _support(graph: nx.MultiDiGraph[str], node: str) -> int:
    return len({paper for paper, _, relation in graph.in_edges(node, keys=True) if relation in ROLES})
