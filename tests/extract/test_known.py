"""Known names where they stand: with their modifiers, without generic words, not as verbs."""

from __future__ import annotations

import pytest
from reading import mentions, rejected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "We do semi-supervised semantic segmentation here.",
            ("Task", "semi-supervised semantic segmentation"),
            id="modifiers-of-a-task",
        ),
        pytest.param(
            "We do semi-supervised VOS here.",
            ("Task", "semi-supervised VOS"),
            id="setting-of-an-acronym",
        ),
        pytest.param("We do Manchu ASR here.", ("Task", "ASR"), id="language-of-an-acronym"),
        pytest.param(
            "We use semi-supervised pre-training here.",
            ("Method", "semi-supervised pre-training"),
            id="compound-of-a-technique",
        ),
        pytest.param("It has a high AUC score.", ("Metric", "AUC"), id="generic-word-left-out"),
        pytest.param("It has a high F1-score.", ("Metric", "F1-score"), id="compound-stays-whole"),
        pytest.param("We use fine-tuning and dropout.", ("Method", "fine-tuning"), id="technique"),
        pytest.param(
            "We use contrastive learning models.",
            ("Method", "contrastive learning"),
            id="technique-before-a-noun",
        ),
        pytest.param("It has an MAE of 3.1 here.", ("Metric", "MAE"), id="one-name-two-types"),
        pytest.param("We pre-train with MAE, a model.", ("Method", "MAE"), id="the-other-type"),
        pytest.param(
            "We use layer-adaptive pruning here.",
            ("Method", "layer-adaptive pruning"),
            id="another-technique",
        ),
        pytest.param(
            "We report word-level perplexity here.",
            ("Metric", "word-level perplexity"),
            id="level-of-a-measure",
        ),
        pytest.param(
            "We report ward-level perplexity here.",
            ("Metric", "perplexity"),
            id="level-of-something-else",
        ),
        pytest.param(
            "We use masked average pooling here.",
            ("Method", "masked average pooling"),
            id="word-of-another-technique",
        ),
        pytest.param(
            "We use novel average pooling here.", ("Method", "average pooling"), id="praise"
        ),
        pytest.param(
            "We use pretrained language models here.",
            ("Method", "pretrained language models"),
            id="prefix-without-hyphen",
        ),
        pytest.param(
            "We test on the Penn Treebank WSJ corpus.",
            ("Dataset", "Penn Treebank WSJ"),
            id="two-datasets-side-by-side",
        ),
        pytest.param(
            "We do part-of-speech (POS) tagging here.",
            ("Task", "part-of-speech (POS) tagging"),
            id="short-form-inside",
        ),
        pytest.param(
            "We use contrastive learning that is stable.",
            ("Method", "contrastive learning"),
            id="relative-clause",
        ),
        pytest.param(
            "We report recall and f-measure figures.",
            ("Metric", "recall"),
            id="listed-with-a-measure",
        ),
        pytest.param("It needs fewer parameters here.", ("Metric", "parameters"), id="fewer"),
        pytest.param(
            "We propose a filter framework (QuaxBoost) for it.",
            ("Method", "QuaxBoost"),
            id="name-in-brackets",
        ),
    ],
)
def test_a_known_name(text: str, found: tuple[str, str]) -> None:
    assert found in mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Fine-tuning the weights is costly.", id="article"),
        pytest.param("Fine-tuning these is costly.", id="pronoun"),
        pytest.param("By fine-tuning large language models we win.", id="object"),
        pytest.param("By fine-tuning BERT we win.", id="a-name"),
        pytest.param("Fine-tuning it is costly.", id="it"),
        pytest.param(
            "By fine-tuning open-source T5 models we win.", id="a-name-behind-an-adjective"
        ),
    ],
)
def test_a_participle_with_an_object_is_a_verb(text: str) -> None:
    written = text[text.lower().index("fine") :].split(maxsplit=1)[0]
    assert rejected(text)[written] == "a verb with its object here"
    assert ("Method", written) not in mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is a memory-efficient network.", id="attribute"),
        pytest.param("The pruning ratio is high.", id="of-a-setting"),
        pytest.param("It has gained significant attention.", id="attention-of-readers"),
        pytest.param("It has good speed-accuracy trade-offs.", id="measures-that-are-traded"),
        pytest.param("It needs a large pre-training dataset.", id="data-of-pre-training"),
    ],
)
def test_what_something_else_is_of_is_no_name(text: str) -> None:
    assert mentions(text) == set()
