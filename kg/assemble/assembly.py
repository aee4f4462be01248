"""Statements to the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from sys import intern
from typing import Any, Final, TypeAlias

import networkx as nx

from kg.records import Evidence, Statement, Value

Edge: TypeAlias = tuple[str, str, str]
"""Subject, relation, object."""

Written: TypeAlias = str | int | bool | tuple[int, tuple[int, ...], int]
"""A value that is equal only to one written the same way: not 0.7 to 0.70."""

LISTS: Final[dict[str, str]] = {
    "alias": "aliases",
    "url": "urls",
    "source": "sources",
    "duplicate": "duplicates",
}
ALWAYS: Final[dict[str, tuple[str, ...]]] = {
    "Paper": ("sources", "urls", "duplicates"),
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

PLACE: Final = tuple(Evidence.model_fields)
"""The fields of a piece of evidence, in the order that sorts it: paper, start, end and so on."""


class Assembly:
    """Collects statements, in any order, and makes the graph of them.

    The same set of statements gives the same graph, whatever their order and however often each
    comes. Statements are taken apart and only what differs is kept, in plain tuples.
    """

    def __init__(self) -> None:
        self._values: set[tuple[str, str, Written, str]] = set()
        self._edges: dict[Edge, set[tuple[Any, ...]]] = defaultdict(set)
        self._positions: dict[Edge, int] = {}

    def add(self, statement: Statement) -> None:
        """Take in one statement."""
        subject, predicate = intern(statement.subject), intern(statement.predicate)
        if statement.object is None:
            if statement.value is not None:
                paper = intern(statement.paper)
                self._values.add((subject, predicate, _written(statement.value), paper))
            return
        edge = subject, predicate, intern(statement.object)
        self._edges[edge].update(_place(evidence) for evidence in statement.evidence)
        if statement.position is not None:
            known = self._positions.get(edge, statement.position)
            self._positions[edge] = min(known, statement.position)

    def nodes(self) -> set[str]:
        """Return the identifiers of all nodes so far, before any merge."""
        return {node for node, *_ in self._values}

    def graph(
        self,
        merges: Mapping[str, str] | None = None,
        labels: Mapping[str, str] | None = None,
        **attributes: str,
    ) -> nx.MultiDiGraph[str]:
        """Return the graph of all statements so far.

        Args:
            merges: Which node identifier becomes which. An edge between two nodes that become one
                is left out.
            labels: What some nodes are called, whatever most papers call them.
            **attributes: What `graph.graph` holds: `base`, `ruleset`, `version`.

        Returns:
            A new graph whose nodes and edges are in sorted order; `kg.assemble` documents it.
        """
        into = merges or {}
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.graph.update(attributes)
        for node, said in sorted(self._said(into).items()):
            graph.add_node(node, **_attributes(said, (labels or {}).get(node)))
        positions = self._merged_positions(into)
        for edge, places in sorted(_strongest(self._merged_edges(into)).items()):
            subject, relation, target = edge
            data: dict[str, Any] = {"relation": relation}
            if edge in positions:
                data["position"] = positions[edge]
            if places:
                data["evidence"] = [
                    dict(zip(PLACE, place, strict=True)) for place in sorted(places)
                ]
            graph.add_edge(subject, target, key=relation, **data)
        for node, data in graph.nodes(data=True):
            if data["type"] in {"Method", "Dataset", "Metric", "Task"}:
                data["support"] = _support(graph, node)
        return graph

    def _said(self, into: Mapping[str, str]) -> dict[str, dict[str, dict[Written, set[str]]]]:
        """Return which papers give which value, by node and attribute."""
        said: dict[str, dict[str, dict[Written, set[str]]]] = {}
        for node, name, value, paper in self._values:
            of_node = said.setdefault(into.get(node, node), {})
            of_node.setdefault(name, {}).setdefault(value, set()).add(paper)
        return said

    def _merged_edges(self, into: Mapping[str, str]) -> dict[Edge, set[tuple[Any, ...]]]:
        edges: dict[Edge, set[tuple[Any, ...]]] = {}
        for edge, places in self._edges.items():
            subject, relation, target = _merged(edge, into)
            if subject != target:
                edges.setdefault((subject, relation, target), set()).update(places)
        return edges

    def _merged_positions(self, into: Mapping[str, str]) -> dict[Edge, int]:
        positions: dict[Edge, int] = {}
        for edge, position in self._positions.items():
            merged = _merged(edge, into)
            positions[merged] = min(position, positions.get(merged, position))
        return positions


def assemble(
    statements: Iterable[Statement], *, merges: Mapping[str, str] | None = None, **attributes: str
) -> nx.MultiDiGraph[str]:
    """Make the graph of a set of statements; see `Assembly`."""
    assembly = Assembly()
    for statement in statements:
        assembly.add(statement)
    return assembly.graph(merges, None, **attributes)


def _merged(edge: Edge, into: Mapping[str, str]) -> Edge:
    subject, relation, target = edge
    return into.get(subject, subject), relation, into.get(target, target)


def _strongest(edges: Mapping[Edge, set[tuple[Any, ...]]]) -> dict[Edge, set[tuple[Any, ...]]]:
    """Return the edges, of the roles between two nodes the strongest with all evidence."""
    kept: dict[Edge, set[tuple[Any, ...]]] = {}
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge, places in edges.items():
        subject, relation, target = edge
        if relation in ROLES:
            roles[subject, target].append(relation)
        else:
            kept[edge] = places
    for (subject, target), relations in roles.items():
        strongest = min(relations, key=ROLES.index)
        kept[subject, strongest, target] = set().union(
            *(edges[subject, relation, target] for relation in relations)
        )
    return kept


def _attributes(
    said: Mapping[str, Mapping[Written, set[str]]], label: str | None = None
) -> dict[str, Any]:
    """Return the attributes of a node from which papers give which values."""
    data: dict[str, Any] = {"type": _most(said["type"]), "label": label or _most(said["label"])}
    labels = {str(one) for one in said["label"]} - {data["label"]}
    for name, values in sorted(said.items()):
        if name in LISTS:
            data[LISTS[name]] = sorted(map(str, values))
        elif name == "level":
            data[name] = "named" if "named" in values else "common"
        elif name == "authors_complete":
            data[name] = True in values
        elif name not in data:
            data[name] = _most(values)
    for name in ALWAYS[data["type"]]:
        data.setdefault(name, [])
    if data["type"] == "Paper":
        data.setdefault("authors_complete", True)  # a feed without authors leaves none out
    if "aliases" in data:
        data["aliases"] = sorted({*data["aliases"], *labels} - {data["label"]})
    return data


def _most(values: Mapping[Written, set[str]]) -> Value:
    """Return the value that most papers give; of several, the smallest as text."""
    read = ((-len(papers), _read(written)) for written, papers in values.items())
    return min(read, key=lambda item: (item[0], str(item[1])))[1]


def _written(value: Value) -> Written:
    if not isinstance(value, Decimal):
        return value
    sign, digits, exponent = value.as_tuple()
    return sign, digits, int(exponent)


def _read(value: Written) -> Value:
    return Decimal(value) if isinstance(value, tuple) else value


def _place(evidence: Evidence) -> tuple[Any, ...]:
    return tuple(getattr(evidence, name) for name in PLACE)


def _support(graph: nx.MultiDiGraph[str], node: str) -> int:
    return len(
        {paper for paper, _, relation in graph.in_edges(node, keys=True) if relation in ROLES}
    )
