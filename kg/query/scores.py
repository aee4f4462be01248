"""The scores that a graph holds, each as a row without a rank, with its sentence.

Only scores come: a gain, a reduction, or the value "before" something is none. Of linked versions
of a paper only the newest counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from kg.query.evidence import Quote, quotes
from kg.query.names import TEST
from kg.records import THIS_PAPER, Number, Record

if TYPE_CHECKING:
    import networkx as nx

HEADING = (
    *("dataset", "metric", "rank", "method", "score", "task"),
    *("paper", "sentence", "rule", "also reported"),
)
"""The columns of a leaderboard that people read, on a terminal or in a notebook."""


class Row(Record):
    """A reported score in its place.

    `rank` counts from 1 within `dataset`, `split`, `metric`, `scale` and `direction`, equal values
    share one; it is None where nobody knows whether higher or lower is better, and for results that
    are not compared. `split` is None for the test set, which is what a score is on that names none.
    `method` is "(this paper)" for the paper's own method without a name, None where the abstract
    does not say whose the score is. `result`, `paper` and the `_key` fields are keys of the graph.
    """

    rank: int | None
    method: str | None
    value: Number
    text: str
    unit: str | None
    scale: str
    metric: str | None
    dataset: str | None
    split: str | None
    task: str | None
    direction: Literal["higher", "lower", "unknown"]
    qualifier: str | None
    result: str
    method_key: str | None
    metric_key: str | None
    dataset_key: str | None
    task_key: str | None
    paper: str
    paper_id: str
    paper_label: str
    year: int | None
    also: tuple[str, ...] = ()
    quote: Quote

    @property
    def measured_on(self) -> str | None:
        """The dataset with the split, for a heading."""
        return f"{self.dataset} ({self.split})" if self.split else self.dataset

    def cells(self) -> dict[str, Any]:
        """Return the row for a table of text: with the sentence, its words marked, and the rule."""
        return {
            **self.model_dump(exclude={"quote", "paper"}),
            "method": self.method or "(not said)",
            "paper": self.paper_label,
            "also": "; ".join(self.also),
            "sentence": self.quote.marked(),
            "rule": self.quote.rule,
        }


def scores(graph: nx.MultiDiGraph[str]) -> list[Row]:
    """Return the reported scores of a graph, unranked, in the order of their keys."""
    return [_row(graph, node) for node in sorted(_results(graph))]


def split_of_rows(split: str | None) -> str | None:
    """Return a split as rows have it: none for the test set."""
    return None if split == TEST else split


def _results(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """Yield the results that are scores."""
    for node, data in graph.nodes(data=True):
        if data["type"] != "Result" or data["kind"] != "absolute":
            continue
        if data.get("qualifier") != "before" and _newest(graph, node):
            yield node


def _newest(graph: nx.MultiDiGraph[str], result: str) -> bool:
    """Return whether a paper reports a result that no other one is a later version of."""
    return any(
        "versionOf" not in relations
        for paper in graph.predecessors(result)
        for relations in [{edge[2] for edge in graph.in_edges(paper, keys=True)}]
    )


def _row(graph: nx.MultiDiGraph[str], node: str) -> Row:
    """Return a result as a row without a rank."""
    data = graph.nodes[node]
    about = {edge["relation"]: target for _, target, edge in graph.out_edges(node, data=True)}
    said = quotes(graph, node)[0]
    columns = ("method", "metric", "dataset", "task")
    labels = {
        column: graph.nodes[about[column]]["label"] if column in about else None
        for column in columns
    }
    if data.get("own_method"):
        labels["method"] = THIS_PAPER
    direction = _direction(graph, data, about.get("metric"))
    return Row(
        rank=None,
        value=data["value"],
        text=data["text"],
        unit=data.get("unit"),
        scale=_scale(data["value"], data.get("unit"), direction),
        also=(),
        direction=direction,
        qualifier=data.get("qualifier"),
        split=split_of_rows(data.get("split")),
        result=node,
        paper=said.paper,
        paper_id=graph.nodes[said.paper]["id"],
        paper_label=said.paper_label,
        year=said.year,
        quote=said,
        **labels,
        **{f"{column}_key": about.get(column) for column in columns},
    )


def _direction(
    graph: nx.MultiDiGraph[str], data: Mapping[str, Any], metric: str | None
) -> Literal["higher", "lower", "unknown"]:
    """Return which values of a result are better, as the result or its metric knows."""
    known = data.get("direction") or (graph.nodes[metric].get("direction") if metric else None)
    return known if known in ("higher", "lower") else "unknown"


def _scale(value: Decimal, unit: str | None, direction: str) -> str:
    """Return what a value is counted in: 84%, 84 and 0.84 are not to be compared.

    A bare number up to 1 of a metric of which more is better (accuracy, F1, mAP) is a fraction;
    one of which less is better (perplexity, RMSE) may well lie on both sides of 1.

    Example:
        >>> _scale(Decimal("0.84"), None, "higher"), _scale(Decimal("84"), "%", "higher")
        ('fraction', '%')
    """
    if unit:
        return unit
    return "fraction" if direction == "higher" and abs(value) <= 1 else ""
