from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, TypeAlias

import networkx as nx
import pytest

from kg.errors import QueryError
from kg.query.leaderboard import leaderboard

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def places(graph: Graph, **options: Any) -> list[tuple[int | None, str]]:
    return [(row.rank, row.result) for row in leaderboard(graph, **options)]


def test_best_first_and_equal_values_share_a_rank(graph: Graph) -> None:
    assert places(graph, dataset="vox celeb1", metric="eer") == [
        (1, "result/e4"),  # 0.0087 has another scale and is a group of its own
        (1, "result/e5"),
        (1, "result/t1"),
        (3, "result/e1"),
    ]


def test_a_row_has_its_evidence(graph: Graph) -> None:
    (row,) = leaderboard(graph, dataset="ch109")
    assert (row.value, row.text, row.unit, row.method) == (Decimal("1.11"), "1.11%", "%", "TitaNet")
    assert (row.metric, row.dataset, row.task) == ("DER", "CH109", "speaker diarization")
    assert (row.paper_id, row.year, row.direction) == ("2110.04410", 2021, "lower")
    assert row.quote.sentence[row.quote.start : row.quote.end] == "1.11%"
    assert row.model_dump(mode="json")["value"] == 1.11


def test_groups_are_sorted(graph: Graph) -> None:
    rows = leaderboard(graph)
    assert [row.dataset for row in rows] == [
        *("AMI-Lapel", "AMI-MixHeadset", "CH109"),
        *["VoxCeleb1"] * 4,
    ]


@pytest.mark.parametrize("result", ["result/e2", "result/e3"])
def test_reductions_and_values_before_never_rank(graph: Graph, result: str) -> None:
    assert result not in [row.result for row in leaderboard(graph, incomplete=True)]


def test_incomplete_results_follow_unranked(graph: Graph) -> None:
    assert places(graph, incomplete=True)[-1] == (None, "result/e6")
    assert "result/e6" not in [row.result for row in leaderboard(graph)]


def test_a_task_is_only_that_of_the_results_that_have_it(graph: Graph) -> None:
    rows = leaderboard(graph, task="说话人确认")
    assert [row.result for row in rows] == ["result/t1"]


def test_tasks_share_a_board_and_its_ranks(graph: Graph) -> None:
    graph.add_edge("result/e5", "task/speaker-diarization", "task", relation="task")
    rows = [row for row in leaderboard(graph, dataset="voxceleb1") if row.unit]
    assert [(row.rank, row.result, row.task) for row in rows] == [
        (1, "result/e5", "speaker diarization"),
        (1, "result/t1", "speaker verification"),
        (3, "result/e1", None),  # nobody says which one is meant
    ]
    assert places(graph, dataset="voxceleb1", task="speaker diarization") == [(1, "result/e5")]


def test_higher_is_better(graph: Graph) -> None:
    for node, data in graph.nodes(data=True):
        if data["type"] == "Result":
            graph.nodes[node]["direction"] = "higher"
    ranked = [place for place in places(graph, dataset="voxceleb1") if place[1] != "result/e4"]
    assert ranked == [(1, "result/e1"), (2, "result/e5"), (2, "result/t1")]


def test_unknown_direction_has_no_ranks(graph: Graph) -> None:
    for node, data in graph.nodes(data=True):
        data.pop("direction", None)
        assert "direction" not in graph.nodes[node]
    rows = [row for row in leaderboard(graph, dataset="voxceleb1") if row.unit]
    assert [(row.rank, row.text) for row in rows] == [
        *((None, "0.87%"), (None, "0.68%"), (None, "0.68%"))
    ]
    assert {row.direction for row in rows} == {"unknown"}


def test_the_direction_of_the_metric_will_do(graph: Graph) -> None:
    del graph.nodes["result/t4"]["direction"]
    assert leaderboard(graph, dataset="ch109")[0].direction == "lower"


def test_the_rank_of_a_method_is_that_among_all(graph: Graph) -> None:
    rows = leaderboard(graph, method="ECAPA", dataset="VoxCeleb1")
    assert [(row.rank, row.result) for row in rows if row.unit] == [
        (1, "result/e5"),
        (3, "result/e1"),
    ]


def test_an_unknown_name_is_an_error(graph: Graph) -> None:
    with pytest.raises(QueryError, match="VoxCeleb1"):
        leaderboard(graph, dataset="VoxCeleb9")


def test_a_name_of_another_type_is_an_error(graph: Graph) -> None:
    with pytest.raises(QueryError):
        leaderboard(graph, dataset="EER")


def test_fractions_and_percentages_are_never_compared(graph: Graph) -> None:
    graph.nodes["result/e1"].update(direction="higher", value=Decimal("0.84"))
    graph.nodes["result/t1"].update(direction="higher", value=Decimal(84))
    for node in ("result/e1", "result/t1"):
        del graph.nodes[node]["unit"]
    rows = {row.result: row for row in leaderboard(graph, dataset="voxceleb1")}
    assert [rows[node].rank for node in ("result/e1", "result/t1")] == [1, 1]
    assert [rows[node].scale for node in ("result/e1", "result/t1")] == ["fraction", ""]


def test_splits_are_never_compared(graph: Graph) -> None:
    graph.nodes["result/e1"]["split"] = "validation"
    graph.nodes["result/e5"]["split"] = "test"  # what a score is on that names none
    rows = [row for row in leaderboard(graph, dataset="voxceleb1") if row.unit]
    assert [(row.rank, row.split, row.measured_on, row.result) for row in rows] == [
        (1, None, "VoxCeleb1", "result/e5"),
        (1, None, "VoxCeleb1", "result/t1"),
        (1, "validation", "VoxCeleb1 (validation)", "result/e1"),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"dataset": "VoxCeleb1 (validation)"}, ["result/e1"]),
        ({"dataset": "vox celeb1(Validation)"}, ["result/e1"]),
        ({"dataset": "VoxCeleb1 validation"}, ["result/e1"]),
        ({"dataset": "VoxCeleb1 (test)"}, ["result/e4", "result/e5", "result/t1"]),
        ({"dataset": "VoxCeleb1", "split": "validation"}, ["result/e1"]),
        ({"split": "validation"}, ["result/e1"]),
        ({"dataset": "VoxCeleb1 (validation)", "split": "test"}, []),
    ],
)
def test_a_split_is_asked_for(graph: Graph, asked: dict[str, str], found: list[str]) -> None:
    graph.nodes["result/e1"]["split"] = "validation"
    graph.nodes["result/e5"]["split"] = "test"
    assert [result for _, result in places(graph, **asked)] == found


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"dataset": "VoxCeleb1 (validatoin)"}, "'validatoin' .* did you mean 'validation'"),
        ({"split": "validatoin"}, "did you mean 'validation'"),
        ({"dataset": "VoxCeleb9 (validation)"}, "did you mean 'VoxCeleb1'"),
        ({"dataset": "VoxCeleb9 (validation"}, "called 'VoxCeleb9 .validation'"),
        ({"dataset": "(validation)"}, "called '.validation.'"),
        ({"dataset": "VoxCeleb9 validation"}, "called 'VoxCeleb9 validation'"),
        ({"dataset": "VoxCeleb1 half"}, "called 'VoxCeleb1 half'"),
    ],
)
def test_an_unknown_split_is_an_error(graph: Graph, asked: dict[str, str], message: str) -> None:
    graph.nodes["result/e1"]["split"] = "validation"
    with pytest.raises(QueryError) as caught:
        places(graph, **asked)
    assert re.search(message, str(caught.value))


def test_a_leaderboard_shows_its_rows(graph: Graph) -> None:
    graph.nodes["result/e1"]["split"] = "validation"
    assert repr(leaderboard(graph, method="ECAPA", dataset="VoxCeleb1")).splitlines() == [
        "Leaderboard(3 rows)",
        "1 ECAPA-TDNN: 0.0087 EER on VoxCeleb1",
        "1 ECAPA-TDNN: 0.68% EER on VoxCeleb1",
        "1 ECAPA-TDNN: 0.87% EER on VoxCeleb1 (validation)",
    ]
    many = type(leaderboard(graph))(list(leaderboard(graph)) * 10)
    assert len(repr(many).splitlines()) == 22


def test_of_versions_the_newest_counts(graph: Graph) -> None:
    graph.add_edge("paper/2110.04410", "paper/2005.07143", "versionOf", relation="versionOf")
    assert {row.paper for row in leaderboard(graph, incomplete=True)} == {"paper/2110.04410"}


def test_what_other_papers_report_for_the_method_is_shown(graph: Graph) -> None:
    graph.remove_edge("result/t1", "method/titanet", "method")
    graph.add_edge("result/t1", "method/ecapa-tdnn", "method", relation="method")
    also = {row.result: row.also for row in leaderboard(graph, dataset="voxceleb1")}
    assert also == {
        "result/e1": ("0.68% (TitaNet)",),
        "result/e4": (),
        "result/e5": (),  # the same value
        "result/t1": ("0.87% (ECAPA-TDNN)",),
    }
