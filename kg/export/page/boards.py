"""The leaderboards of the page: the rows of leaderboard.csv, in their groups and by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.export.page.columns import Numbers

GROUP = ("dataset_key", "split", "metric_key", "scale", "direction")
"""Rows that agree in these are compared with one another, and stand together in the order given."""


def generate_boards(
    rows: Iterable[Mapping[str, Any]], numbers: Numbers
) -> Iterator[dict[str, Any]]:
    """Generate the leaderboards.

    Args:
        rows: The rows as `kg leaderboard` ranks them, with the keys of the graph.
        numbers: The graph with its numbers.

    Yields:
        `dataset` and `metric` (nodes), `tasks` (the nodes that its rows name), `split` (None for
        the test set), `scale`, `direction`, and `rows`: the result, its rank (None where nobody
        knows which way is better), the method as it is called, its node if it has one, and that of
        the task if one is named.
    """
    for group, together in groupby(rows, key=lambda row: tuple(row[name] for name in GROUP)):
        dataset, split, metric, scale, direction = group
        board = [
            [
                numbers.of[row["result"]],
                row["rank"],
                row["method"],
                numbers.of.get(row["method_key"]),
                numbers.of.get(row["task_key"]),
            ]
            for row in together
        ]
        yield {
            "dataset": numbers.of[dataset],
            "split": split,
            "metric": numbers.of[metric],
            "tasks": sorted({task for *_, task in board if task is not None}),
            "scale": scale,
            "direction": direction,
            "rows": board,
        }
