"""The data of the page: nothing of the graph is missing, and every sentence is where it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.page import Numbers, columns, generate_boards, generate_texts, pack
from kg.export.page.columns import BLOCK
from kg.export.page.packing import unpack
from kg.query.leaderboard import leaderboard

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]


def test_columns_hold_every_node_and_edge(graph: Graph) -> None:
    table = columns(Numbers(graph))
    assert {
        key: (table["types"][kind], label)
        for key, kind, label in zip(table["key"], table["type"], table["label"], strict=True)
    } == {node: (data["type"], data["label"]) for node, data in graph.nodes(data=True)}
    ends = zip(table["from"], table["to"], table["relation"], strict=True)
    assert {
        (table["key"][one], table["key"][other], table["relations"][relation])
        for one, other, relation in ends
    } == set(graph.edges(keys=True))


def test_positions_are_whole_numbers(graph: Graph) -> None:
    table = columns(Numbers(graph))
    assert all(isinstance(value, int) for value in [*table["x"], *table["y"]])


def test_aliases_and_years_are_known_at_once(graph: Graph) -> None:
    numbers = Numbers(graph)
    more = columns(numbers)["more"]
    assert more[numbers.of["metric/equal-error-rate"]]["aliases"] == ["EER", "等错误率"]
    assert more[numbers.of["paper/2110.04410"]] == {"year": 2021}
    assert more[numbers.of["result/2110.04410/2"]]["text"] == "1.73%"


def texts_of(graph: Graph) -> tuple[Numbers, dict[str, dict[int, Any]]]:
    numbers = Numbers(graph)
    together: dict[str, dict[int, Any]] = {"facts": {}, "authors": {}, "evidence": {}}
    for block in generate_texts(numbers):
        for name, found in block.items():
            assert not together[name].keys() & found.keys()
            together[name].update(found)
    return numbers, together


def test_every_evidence_leads_to_its_words(graph: Graph) -> None:
    numbers, texts = texts_of(graph)
    said: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for number, one, other, data in numbers.edges():
        for paper, _, _, start, end, rule in texts["evidence"].get(number, ()):
            words = texts["facts"][paper]["abstract"][start:end]
            said.setdefault((one, data["relation"], other), []).append((words, rule))
    assert said["paper/2110.04410", "reports", "result/2110.04410/2"] == [
        ("1.73%", "score.metric-of-value")
    ]
    assert said["method/titanet-l", "variantOf", "method/titanet"] == [
        ("TitaNet-L", "method.variant")
    ]
    assert len(said) == sum("evidence" in data for *_, data in graph.edges(data=True))


def test_authors_are_in_the_order_of_the_paper(graph: Graph) -> None:
    numbers, texts = texts_of(graph)
    of_paper = texts["authors"][numbers.of["paper/2110.04410"]]
    names = [graph.nodes[numbers.keys[person]]["label"] for person in of_paper]
    assert names == ["Nithin Rao Koluguri", "Taejin Park", "Boris Ginsburg"]


def test_a_result_keeps_its_digits(graph: Graph) -> None:
    numbers, texts = texts_of(graph)
    assert texts["facts"][numbers.of["result/2005.07143/1"]]["value"] == "0.870"


def test_texts_come_in_blocks(graph: Graph) -> None:
    for number in range(BLOCK):
        graph.add_node(f"paper/x{number}", type="Paper", label="x", id="x", abstract="x")
    numbers = Numbers(graph)
    blocks = list(generate_texts(numbers))
    assert len(blocks) == 2
    for position, key in enumerate(numbers.papers):
        assert numbers.of[key] in blocks[position // BLOCK]["facts"]


def test_evidence_that_no_paper_begins_has_its_block_named(graph: Graph) -> None:
    numbers = Numbers(graph)
    table = columns(numbers)
    (number,) = (n for n, *_, data in numbers.edges() if data["relation"] == "variantOf")
    assert table["elsewhere"] == {number: 0}


def test_boards_are_those_of_the_leaderboard(graph: Graph) -> None:
    numbers = Numbers(graph)
    rows = leaderboard(graph)
    boards = list(generate_boards((row.model_dump() for row in rows), numbers))
    assert [len(board["rows"]) for board in boards] == [1, 1, 2]
    assert [numbers.keys[row[0]] for board in boards for row in board["rows"]] == [
        row.result for row in rows
    ]
    (_, _, shared) = boards
    assert numbers.keys[shared["dataset"]] == "dataset/voxceleb1"
    assert shared["direction"] == "lower"
    assert [row[1:3] for row in shared["rows"]] == [[1, "TitaNet-L"], [2, "ECAPA-TDNN"]]
    (task,) = shared["tasks"]
    assert [row[4] for row in shared["rows"]] == [task, None]


def test_an_empty_graph_has_data() -> None:
    numbers = Numbers(nx.MultiDiGraph())
    assert columns(numbers)["key"] == []
    assert list(generate_texts(numbers)) == []


def test_the_order_of_nodes_and_edges_does_not_matter(make_graph: Callable[[], Graph]) -> None:
    graph = make_graph()
    backwards: Graph = nx.MultiDiGraph(**graph.graph)
    backwards.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for one, other, relation, attributes in reversed(list(graph.edges(keys=True, data=True))):
        backwards.add_edge(one, other, relation, **attributes)
    one, other = Numbers(graph), Numbers(backwards)
    assert columns(one) == columns(other)
    assert list(generate_texts(one)) == list(generate_texts(other))


@given(st.text(st.characters(exclude_categories=())))
def test_packing_loses_nothing_and_leaves_no_markup(text: str) -> None:
    packed = pack({"text": text})
    assert unpack(packed) == {"text": text}
    assert packed.isascii()
    assert not set(packed) & set("<>&'\"\\")


@pytest.mark.parametrize("kind", ["Method", "Dataset", "Task", "Metric"])
def test_concepts_have_their_support(graph: Graph, kind: str) -> None:
    table = columns(Numbers(graph))
    for key, support in zip(table["key"], table["support"], strict=True):
        if graph.nodes[key]["type"] == kind:
            assert support == graph.nodes[key]["support"]
