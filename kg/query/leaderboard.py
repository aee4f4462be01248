"""The best reported scores: from the results of a graph to ranked rows, each with its sentence.

What is compared is comparable: a board holds the results of one dataset and split, one metric, one
scale and one direction. The task does not tell boards apart: papers often leave it unsaid, and the
dataset and metric imply it. Only scores rank: a gain, a reduction, or the value "before" something
is none. A result without a dataset or a metric cannot be compared with anything and is left out unless asked
for. Of linked versions of a paper only the newest counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal

from kg.query.evidence import Quote, quotes
from kg.query.names import find
from kg.query.notebook import html_table
from kg.records import THIS_PAPER, Number, Record

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


SHOWN: Final = 20  # rows in the text that stands for a leaderboard

TEST: Final = "test"
"""The split that is meant where none is named."""


class Row(Record):
    """A reported score in its place.

    `rank` counts from 1 within `dataset`, `split`, `metric`, `scale` and `direction`, equal values
    share one; it is None where nobody knows whether higher or lower is better, and for results that are
    not compared. `split` is None for the test set, which is what a score is on that names none.
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


class Leaderboard(list[Row]):
    """Rows, best first within each dataset and metric; a list that notebooks show as a table."""

    def __repr__(self) -> str:
        lines = [
            f"{row.rank or '-'} {row.method or '(not said)'}: {row.text} {row.metric}"
            f" on {row.measured_on}"
            for row in self[:SHOWN]
        ]
        more = ["…"] if len(self) > SHOWN else []
        return "\n".join([f"Leaderboard({len(self)} rows)", *lines, *more])

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame, with the sentence and the rule of each.

        Raises:
            ImportError: pandas is not installed.
        """
        import pandas as pd  # noqa: PLC0415 an extra that few need

        columns = [name for name in Row.model_fields if name != "quote"]
        return pd.DataFrame(
            [
                [*(getattr(row, name) for name in columns), row.quote.marked(), row.quote.rule]
                for row in self
            ],
            columns=[*columns, "sentence", "rule"],
        )

    def _repr_html_(self) -> str:
        heading = (
            "dataset",
            "metric",
            "rank",
            "method",
            "score",
            "task",
            "paper",
            "sentence",
            "rule",
        )
        cells = (
            (
                *(row.measured_on, row.metric, row.rank, row.method, row.text, row.task),
                *(row.paper_label, row.quote.marked(), row.quote.rule, "; ".join(row.also)),
            )
            for row in self
        )
        return html_table((*heading, "also reported"), cells)


def leaderboard(
    graph: nx.MultiDiGraph[str],
    *,
    task: str | None = None,
    dataset: str | None = None,
    metric: str | None = None,
    method: str | None = None,
    incomplete: bool = False,
) -> Leaderboard:
    """Return the reported scores, best first.

    Args:
        graph: A graph as `kg.assemble` describes it.
        task: Only this task, by label, alias, key or IRI; so the next three. What is left out does
            not change the ranks of the others.
        dataset: Only this dataset.
        metric: Only this metric.
        method: Only this method.
        incomplete: Whether scores without a dataset or a metric follow, unranked.

    Returns:
        Boards in the order of dataset, split and metric, each best first; where the direction is
        unknown, highest first.

    Raises:
        QueryError: If a name is unknown; the error names the closest ones.
    """
    asked = {"task": task, "dataset": dataset, "metric": metric, "method": method}
    wanted = {
        column: set(find(graph, name, types={column.capitalize()}))
        for column, name in asked.items()
        if name is not None
    }
    scores = [_row(graph, node) for node in sorted(_scores(graph))]
    complete = [row for row in scores if row.dataset_key and row.metric_key]
    rows = [row for board in _boards(complete) for row in _ranked(board)]
    if incomplete:
        rows += [row for row in scores if not (row.dataset_key and row.metric_key)]
    return Leaderboard(
        row
        for row in rows
        if all(getattr(row, f"{column}_key") in keys for column, keys in wanted.items())
    )


def _scores(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
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
        split=data.get("split") if data.get("split") != TEST else None,
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


def _boards(rows: Iterable[Row]) -> list[list[Row]]:
    """Return rows that may be compared with one another, in the order of their labels."""
    boards: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        labels = (row.dataset, row.split, row.metric)
        keys = (row.dataset_key, row.metric_key, row.scale, row.direction)
        boards[tuple(part or "" for part in (*labels, *keys))].append(row)
    return [_with_task(boards[key]) for key in sorted(boards)]


def _with_task(board: list[Row]) -> list[Row]:
    """Return the rows; one without a task gets that of the others, if they all name the same."""
    tasks = {row.task_key: row.task for row in board if row.task_key}
    if len(tasks) != 1:
        return board
    ((key, label),) = tasks.items()
    return [row.model_copy(update={"task_key": key, "task": label}) for row in board]


def _ranked(board: list[Row]) -> list[Row]:
    """Return the rows of a board in their order, with their ranks."""
    sign = 1 if board[0].direction == "lower" else -1
    known = [row.model_copy(update={"also": _differing(row, board)}) for row in board]
    ordered = sorted(known, key=lambda row: (sign * row.value, row.year or 0, row.result))
    if ordered[0].direction == "unknown":
        return ordered
    ranked: list[Row] = []
    for place, row in enumerate(ordered, start=1):
        same = ranked and ranked[-1].value == row.value
        ranked.append(row.model_copy(update={"rank": ranked[-1].rank if same else place}))
    return ranked


def _differing(row: Row, board: list[Row]) -> tuple[str, ...]:
    """Return what other papers report for the method of a row, where it is another value."""
    if row.method_key is None:
        return ()
    others = {
        (other.value, f"{other.text} ({other.paper_label})")
        for other in board
        if other.method_key == row.method_key
        and other.paper != row.paper
        and other.value != row.value
    }
    return tuple(text for _, text in sorted(others))
