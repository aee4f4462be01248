"""Who says so, in which sentence: every fact about a node with the words that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.query.names import find, iri
from kg.records import Record

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Fact", "Quote", "facts", "find", "iri", "quote", "quotes"]


class Quote(Record):
    """Words in a sentence of a paper.

    `start` and `end` are offsets into `sentence`, in code points; `sentence[start:end]` are the
    words. `authors` is in the order of the paper.
    """

    paper: str
    paper_label: str
    authors: tuple[str, ...]
    year: int | None = None
    sentence: str
    start: int
    end: int
    rule: str

    def marked(self, before: str = "[", after: str = "]") -> str:
        """Return the sentence on one line with its words marked.

        Args:
            before: What to put before the words.
            after: What to put behind them.
        """
        start, end, text = self.start, self.end, self.sentence
        marked = f"{text[:start]}{before}{text[start:end]}{after}{text[end:]}"
        return " ".join(marked.split())


class Fact(Record):
    """One edge of the graph, with one place where a paper says so.

    `quote` is None where no sentence says it: who wrote a paper and where it appeared come from
    the record. What a result is about (its method, dataset, metric, task) has the quote of the
    result itself.
    """

    subject: str
    subject_label: str
    relation: str
    object: str
    object_label: str
    quote: Quote | None = None


def facts(graph: nx.MultiDiGraph[str], node: str) -> list[Fact]:
    """Return every fact about a node, from either end.

    Args:
        graph: A graph as `kg.assemble` describes it.
        node: The key of a node; `find` gives the keys for a name.

    Returns:
        One fact for each place that says it, sorted by relation, subject, object and place.

    Raises:
        QueryError: If there is no such node.
    """
    if node not in graph:
        raise QueryError(f"there is no node {node!r}", remedy="find its key with find()")
    nothing: list[Quote | None] = [None]
    return [
        Fact(
            subject=subject,
            subject_label=_label(graph, subject),
            relation=relation,
            object=target,
            object_label=_label(graph, target),
            quote=found,
        )
        for relation, subject, target, data in sorted(
            _edges(graph, node), key=lambda edge: edge[:3]
        )
        for found in _quotes_of_edge(graph, subject, data) or nothing
    ]


def _label(graph: nx.MultiDiGraph[str], node: str) -> str:
    """Return the label of a node; of a result with its kind and its dataset."""
    data = graph.nodes[node]
    if data["type"] != "Result":
        return str(data["label"])
    kind = "" if data["kind"] == "absolute" else f" ({data['kind']})"
    edges = graph.out_edges(node, data=True)
    on = [graph.nodes[to]["label"] for _, to, edge in edges if edge["relation"] == "dataset"]
    return f"{data['label']}{kind}{' on ' if on else ''}{', '.join(on)}"


def quotes(graph: nx.MultiDiGraph[str], result: str) -> list[Quote]:
    """Return where papers state a result.

    Args:
        graph: A graph as `kg.assemble` describes it.
        result: The key of a node of type Result.
    """
    return [
        quote(graph, item)
        for _, _, data in sorted(graph.in_edges(result, data=True), key=lambda edge: edge[0])
        if data["relation"] == "reports"
        for item in data["evidence"]
    ]


def quote(graph: nx.MultiDiGraph[str], evidence: Mapping[str, Any]) -> Quote:
    """Return the sentence that a piece of evidence points to, cut from the paper's abstract."""
    paper = graph.nodes[evidence["paper"]]
    start = evidence["sentence_start"]
    return Quote(
        paper=evidence["paper"],
        paper_label=paper["label"],
        authors=authors(graph, evidence["paper"]),
        year=paper.get("year"),
        sentence=paper["abstract"][start : evidence["sentence_end"]],
        start=evidence["start"] - start,
        end=evidence["end"] - start,
        rule=evidence["rule"],
    )


def authors(graph: nx.MultiDiGraph[str], paper: str) -> tuple[str, ...]:
    """Return the labels of a paper's authors, in its order."""
    written = [
        (data["position"], person)
        for _, person, data in graph.out_edges(paper, data=True)
        if data["relation"] == "author"
    ]
    return tuple(graph.nodes[person]["label"] for _, person in sorted(written))


def _edges(
    graph: nx.MultiDiGraph[str], node: str
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield the edges of a node as relation, subject, object, data; a loop only once."""
    for subject, target, data in graph.out_edges(node, data=True):
        yield data["relation"], subject, target, data
    for subject, target, data in graph.in_edges(node, data=True):
        if subject != target:
            yield data["relation"], subject, target, data


def _quotes_of_edge(
    graph: nx.MultiDiGraph[str], subject: str, data: Mapping[str, Any]
) -> list[Quote]:
    """Return the quotes of an edge, or of the result that it tells about."""
    if "evidence" in data:
        return [quote(graph, item) for item in data["evidence"]]
    return quotes(graph, subject) if graph.nodes[subject]["type"] == "Result" else []
