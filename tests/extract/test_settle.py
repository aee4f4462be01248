"""Known names inside what is written like a name: which of the two stands."""

from __future__ import annotations

import pytest
from reading import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "We test on SemEval-2021 Task 8 here.",
            {("Dataset", "SemEval-2021 Task 8")},
            id="number-of-a-task",
        ),
        pytest.param(
            "We use GPT-4 Code Interpreter here.",
            {("Method", "GPT-4 Code Interpreter")},
            id="name-goes-on",
        ),
        pytest.param(
            "We use BERT-base-uncased here.", {("Method", "BERT-base-uncased")}, id="version"
        ),
        pytest.param(
            "We test on CoNLL03 NER here.",
            {("Dataset", "CoNLL03"), ("Task", "NER")},
            id="dataset-and-task",
        ),
        pytest.param("We test on SF-QA here.", {("Dataset", "SF-QA")}, id="task-behind-a-hyphen"),
        pytest.param("We test on VQA-X here.", {("Dataset", "VQA-X")}, id="task-before-a-hyphen"),
        pytest.param(
            "We use the Quax Vision Transformer here.",
            {("Method", "Quax Vision Transformer")},
            id="known-head",
        ),
        pytest.param(
            "It is a Top-1 Accuracy Vision Transformer.",
            {("Metric", "Top-1 Accuracy"), ("Method", "Vision Transformer")},
            id="metric-before-a-method",
        ),
        pytest.param(
            "Is Self-Attention Really Needed here?",
            {("Method", "Self-Attention")},
            id="title-goes-on",
        ),
        pytest.param("We use BERT here.", {("Method", "BERT")}, id="the-same-span"),
        pytest.param(
            "We took part in the AmericasNLP 2021 Shared Task here.",
            {("Dataset", "AmericasNLP 2021")},
            id="campaign-with-its-year",
        ),
        pytest.param(
            "We took part in WMT 2023 Literary Quax Translation here.",
            {("Dataset", "WMT 2023 Literary Quax Translation")},
            id="campaign-with-its-task",
        ),
        pytest.param(
            "It is the WASSA 2017 EmoInt data.",
            {("Dataset", "WASSA 2017 EmoInt")},
            id="year-before-a-dataset",
        ),
        pytest.param(
            "We use Korean PLMs here.", {("Method", "PLMs")}, id="language-of-a-technique"
        ),
        pytest.param(
            "We test on the English Penn Treebank here.",
            {("Dataset", "English Penn Treebank")},
            id="language-of-a-dataset",
        ),
        pytest.param(
            "We release the Telugu Question Answering Dataset here.",
            {("Dataset", "Telugu Question Answering Dataset")},
            id="dataset-of-a-task",
        ),
        pytest.param(
            "We won the Waymo Open Dataset Challenge 2020 here.",
            {("Dataset", "Waymo Open Dataset Challenge 2020")},
            id="challenge-with-its-year",
        ),
        pytest.param(
            "We won the Waymo Open Dataset Challenge here.",
            {("Dataset", "Waymo Open Dataset Challenge")},
            id="challenge",
        ),
        pytest.param(
            "We took part in the AmericasNLP 2021 Task",
            {("Dataset", "AmericasNLP 2021")},
            id="campaign-at-the-end",
        ),
    ],
)
def test_what_stands(text: str, found: set[tuple[str, str]]) -> None:
    assert mentions(text) == found
