from __future__ import annotations

from typing import TypeAlias

import networkx as nx
import pytest

from kg.errors import QueryError
from kg.query.names import find, fold, iri

Graph: TypeAlias = "nx.MultiDiGraph[str]"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ImageNet-1K", "imagenet 1k"),
        ("Vox Celeb\u20111", "VOXCELEB1"),  # a hyphen that does not break
        ("ＢＥＲＴ", "bert"),
        ("Straße", "STRASSE"),
        ("说话人 确认", "说话人确认"),
    ],
)
def test_fold_hides_what_people_spell_differently(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_keeps_what_tells_names_apart() -> None:
    assert fold("C++") != fold("C")


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("method/titanet", ["method/titanet"]),
        ("https://example.org/kg/method/titanet", ["method/titanet"]),
        ("vox-celeb 1", ["dataset/voxceleb1"]),
        ("ecapa", ["method/ecapa-tdnn"]),
        ("说话人确认", ["task/speaker-verification"]),
        ("titanet", ["dataset/titanet", "method/titanet", "paper/2110.04410"]),
        ("2005.07143", ["paper/2005.07143"]),
    ],
)
def test_find(graph: Graph, name: str, keys: list[str]) -> None:
    assert find(graph, name) == keys


def test_find_among_types(graph: Graph) -> None:
    assert find(graph, "titanet", types={"Method"}) == ["method/titanet"]


@pytest.mark.parametrize(
    ("name", "closest"), [("TitanNet", "'TitaNet'"), ("speaker", "'speaker diarization'")]
)
def test_find_names_the_closest_names(graph: Graph, name: str, closest: str) -> None:
    with pytest.raises(QueryError) as caught:
        find(graph, name)
    assert repr(name) in caught.value.what
    assert closest in str(caught.value.remedy)


@pytest.mark.parametrize("name", ["", " - ", "qqqqqqqq"])
def test_find_nothing(graph: Graph, name: str) -> None:
    with pytest.raises(QueryError):
        find(graph, name)


def test_iri(graph: Graph) -> None:
    assert iri(graph, "metric/eer") == "https://example.org/kg/metric/eer"
