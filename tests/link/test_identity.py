from __future__ import annotations

import pytest
from made import entity

from kg.link import Identities
from kg.records import EntityType
from kg.rules import Alias, LexiconRow


def row(name: str, *aliases: str | Alias, zh: tuple[str, ...] = (), **fields: str) -> LexiconRow:
    return LexiconRow.model_validate(
        {"name": name, "aliases": aliases, "zh": zh, "source": "own", "licence": "MIT", **fields}
    )


@pytest.fixture(scope="module")
def identities() -> Identities:
    metrics = [
        row("equal error rate", "EER", zh=("等错误率",), direction="lower"),
        row("error rate", "error", direction="lower"),
        row("word error", Alias(name="WER", match="case"), "AP"),
        row("AP", "average precision", direction="higher"),
    ]
    methods = [row("BERT", "bidirectional encoder representations from transformers")]
    return Identities({"Metric": metrics, "Method": methods})


@pytest.mark.parametrize(
    ("kind", "name", "node", "label", "reason"),
    [
        ("Metric", "EER", "metric/equalerrorrate", "equal error rate", "lexicon alias"),
        ("Metric", "Equal Error Rates", "metric/equalerrorrate", "equal error rate", "same name"),
        ("Metric", "等错误率", "metric/equalerrorrate", "equal error rate", "lexicon alias"),
        ("Metric", "WER", "metric/worderror", "word error", "lexicon alias"),
        ("Metric", "AP", "metric/ap", "AP", "same name"),
        ("Metric", "Average-Precision", "metric/ap", "AP", "lexicon alias"),
        ("Metric", "mystery", "metric/mystery", "mystery", "own name"),
        ("Method", "EER", "method/eer", "EER", "own name"),
        ("Dataset", "BERT", "dataset/bert", "BERT", "own name"),
    ],
    ids=[
        *("alias", "spelling", "chinese", "alias-with-conditions", "own-name-beats-alias"),
        *("alias-in-other-spelling", "unknown", "other-type", "type-without-rows"),
    ],
)
def test_the_node_of_a_name(
    identities: Identities, kind: EntityType, name: str, node: str, label: str, reason: str
) -> None:
    found = identities.of(entity(kind, name))
    assert (found.node, found.label, found.reason) == (node, label, reason)


def test_a_split_has_the_node_of_its_dataset(identities: Identities) -> None:
    found = identities.of(entity("Dataset", "COCO test-dev", split_of="COCO"))
    assert (found.node, found.label) == ("dataset/coco", "COCO")


@pytest.mark.parametrize(
    ("name", "direction"),
    [("EER", "lower"), ("AP", "higher"), ("WER", None), ("mystery", None)],
)
def test_a_metric_has_the_direction_of_its_row(
    identities: Identities, name: str, direction: str | None
) -> None:
    assert identities.of(entity("Metric", name)).direction == direction


def test_known_names_are_the_chinese_ones(identities: Identities) -> None:
    assert identities.known_names(entity("Metric", "EER")) == ("等错误率",)
    assert identities.known_names(entity("Metric", "mystery")) == ()


def test_a_chinese_name_joins_the_english_one_that_its_paper_gives(identities: Identities) -> None:
    chinese = entity("Method", "农谚网络", "PN", "Proverb Network")
    english = entity("Method", "Proverb Network")
    assert identities.of(chinese).node == identities.of(english).node
    assert identities.of(chinese).reason == "own translation"
