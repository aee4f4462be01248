"""Datasets that earlier sentences name: listed before, or named for a task."""

from __future__ import annotations

import pytest
from reading import EXTRACTOR, paper

from kg.extract.candidates import Name
from kg.extract.scores.parallel import Place
from kg.extract.scores.recalled import Recalled
from kg.extract.text import Text, Tokenizer

TOKENIZER = Tokenizer()
NAMES = {
    word: Name("Task" if word.startswith("T") else "Dataset", word, [], "named", [])
    for word in ("ALPHA", "BETA", "GAMMA", "TAGGING", "TYPING")
}


def recalled(raw: str) -> Recalled:
    text: Text = TOKENIZER.read(raw)[0]
    places = [
        Place(index, index + 1, NAMES[word], "evaluated")
        for index, word in enumerate(text.words)
        if word in NAMES
    ]
    return Recalled(text, places)


@pytest.mark.parametrize(
    ("raw", "dataset"),
    [
        pytest.param("ALPHA for TAGGING, BETA for TYPING.", "ALPHA", id="for"),
        pytest.param("The ALPHA corpus for the task of TAGGING.", "ALPHA", id="with-heads"),
        pytest.param("ALPHA for TAGGING, BETA for TAGGING.", None, id="two"),
        pytest.param("ALPHA for owls in TAGGING.", None, id="something-between"),
        pytest.param("TAGGING on ALPHA.", None, id="other-order"),
        pytest.param("ALPHA and TAGGING.", None, id="no-for"),
        pytest.param("Nothing here.", None, id="nothing"),
    ],
)
def test_the_dataset_of_a_task(raw: str, dataset: str | None) -> None:
    assert recalled(raw).of_task("TAGGING") == dataset


def test_no_task_has_no_dataset() -> None:
    assert recalled("ALPHA for TAGGING.").of_task(None) is None


@pytest.mark.parametrize(
    ("raw", "sentence", "listed"),
    [
        pytest.param("On ALPHA and BETA. Here.", 1, ["ALPHA", "BETA"], id="sentence-before"),
        pytest.param("On ALPHA and BETA. No. Here.", 2, ["ALPHA", "BETA"], id="farther-before"),
        pytest.param("On ALPHA, BETA and ALPHA. Here.", 1, ["ALPHA", "BETA"], id="each-once"),
        pytest.param("On ALPHA and BETA. On GAMMA. Here.", 2, [], id="the-last-names-another"),
        pytest.param("On ALPHA, BETA and GAMMA. Here.", 1, [], id="more"),
        pytest.param("Here. On ALPHA and BETA.", 0, [], id="only-behind"),
    ],
)
def test_the_datasets_listed_before(raw: str, sentence: int, listed: list[str]) -> None:
    assert recalled(raw).listed(sentence, 2) == listed


def test_a_sentence_with_a_dataset_recalls_none() -> None:
    text = "We test on SQuAD and RACE. On GLUE it has an F1 of 91.1 and 88.2, respectively."
    assert [score.dataset for score in EXTRACTOR.extract(paper(text)).scores] == ["GLUE", "GLUE"]


@pytest.mark.parametrize(
    ("text", "datasets"),
    [
        pytest.param(
            "We test on CIFAR-10. QuaxNet has a top-1 accuracy of 80% on ImageNet. With more "
            "layers it reaches an accuracy of 82%.",
            ["ImageNet", "ImageNet"],
            id="measure-of-the-sentence-before",
        ),
        pytest.param(
            "QuaxNet has an accuracy of 80% on ImageNet and 95% on CIFAR-10. With more layers it "
            "reaches an accuracy of 82%.",
            ["ImageNet", "CIFAR-10", None],
            id="on-two-datasets",
        ),
        pytest.param(
            "We test on CIFAR-10. QuaxNet has an accuracy of 80% on ImageNet. It is simple. With "
            "more layers it reaches an accuracy of 82%.",
            ["ImageNet", None],
            id="farther-before",
        ),
        pytest.param(
            "We test on CIFAR-10. QuaxNet has an accuracy of 80% on ImageNet. It gains 2% in "
            "accuracy over BERT.",
            ["ImageNet", None],
            id="gain",
        ),
        pytest.param(
            "We test on CIFAR-10. QuaxNet has an accuracy of 80% on ImageNet. It reaches an F1 "
            "of 82%.",
            ["ImageNet", None],
            id="another-measure",
        ),
    ],
)
def test_the_dataset_of_the_same_measure(text: str, datasets: list[str | None]) -> None:
    assert [score.dataset for score in EXTRACTOR.extract(paper(text)).scores] == datasets
