"""The best reported scores: from the results of a graph to ranked rows, each with its sentence.

What is compared is comparable: a board holds the scores of one dataset and split, one metric, one
scale and one direction. The task does not tell boards apart: papers often leave it unsaid, and the
dataset and metric imply it. A score without a dataset or a metric cannot be compared with anything
and is left out unless asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kg.query.names import find, find_dataset, find_split
from kg.query.notebook import counted, html_table
from kg.query.scores import HEADING, Row, scores, split_of_rows

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


SHOWN: Final = 20  # rows in the text that stands for a leaderboard


class Leaderboard(list[Row]):
    """Rows, best first within each dataset and metric; a list that notebooks show as a table."""

    def __repr__(self) -> str:
        lines = [
            f"{row.rank or '-'} {row.method or '(not said)'}: {row.text} {row.metric}"
            f" on {row.measured_on}"
            for row in self[:SHOWN]
        ]
        more = ["…"] if len(self) > SHOWN else []
        return "\n".join([f"Leaderboard({counted(len(self), 'row')})", *lines, *more])

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
        cells = (
            (
                *(row.measured_on, row.metric, row.rank, row.method, row.text, row.task),
                *(row.paper_label, row.quote.marked(), row.quote.rule, "; ".join(row.also)),
            )
            for row in self
        )
        return html_table(HEADING, cells)


def leaderboard(  # noqa: PLR0913 each chooses by another column
    graph: nx.MultiDiGraph[str],
    *,
    task: str | None = None,
    dataset: str | None = None,
    split: str | None = None,
    metric: str | None = None,
    method: str | None = None,
    incomplete: bool = False,
) -> Leaderboard:
    """Return the reported scores, best first.

    Args:
        graph: A graph as `kg.assemble` describes it.
        task: Only this task, by label, alias, key or IRI; so dataset, metric and method. What is
            left out does not change the ranks of the others.
        dataset: Only this dataset; with a split behind it, as in "COCO (test-dev)", only that.
        split: Only this split; "test" is that of the results that name none.
        metric: Only this metric.
        method: Only this method.
        incomplete: Whether scores without a dataset or a metric follow, unranked.

    Returns:
        Boards in the order of dataset, split and metric, each best first; where the direction is
        unknown, highest first.

    Raises:
        QueryError: If a name is unknown; the error names the closest ones.
    """
    asked = {"task": task, "metric": metric, "method": method}
    wanted: list[tuple[str, set[str | None]]] = [
        (f"{column}_key", set(find(graph, name, types={column.capitalize()})))
        for column, name in asked.items()
        if name is not None
    ]
    splits = [] if split is None else [find_split(graph, split)]
    if dataset is not None:
        datasets, named = find_dataset(graph, dataset)
        wanted.append(("dataset_key", set(datasets)))
        splits += [] if named is None else [named]
    wanted += [("split", {split_of_rows(one)}) for one in splits]
    found = scores(graph)
    complete = [row for row in found if row.dataset_key and row.metric_key]
    rows = [row for board in _boards(complete) for row in _ranked(board)]
    if incomplete:
        rows += [row for row in found if not (row.dataset_key and row.metric_key)]
    return Leaderboard(
        row for row in rows if all(getattr(row, column) in values for column, values in wanted)
    )


def _boards(rows: Iterable[Row]) -> list[list[Row]]:
    """Return rows that may be compared with one another, in the order of their labels."""
    boards: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        labels = (row.dataset, row.split, row.metric)
        keys = (row.dataset_key, row.metric_key, row.scale, row.direction)
        boards[tuple(part or "" for part in (*labels, *keys))].append(row)
    return [boards[key] for key in sorted(boards)]


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
