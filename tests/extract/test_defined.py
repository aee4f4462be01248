"""Both forms of a definition: their spans, their type, and what a paper redefines."""

from __future__ import annotations

import pytest
from reading import extract, mentions

READING = "Big Encoder for Reading Texts"


@pytest.mark.parametrize(
    ("text", "kind", "forms"),
    [
        pytest.param(
            "We report the equal error rate (EER).",
            "Metric",
            {"equal error rate", "EER"},
            id="known",
        ),
        pytest.param(
            "We present the Quax Image Corpus dataset (QIC).",
            "Dataset",
            {"Quax Image Corpus", "QIC"},
            id="head-left-out-tells-the-type",
        ),
        pytest.param(
            "We use the quax module block (QMB).",
            "Method",
            {"quax module", "QMB"},
            id="head-of-a-method",
        ),
        pytest.param(
            "We present a Dataset for Owls and Talk (DOT).",
            "Dataset",
            {"Dataset for Owls and Talk", "DOT"},
            id="head-in-front",
        ),
        pytest.param(
            "We use pre-trained language models (LMs).",
            "Method",
            {"pre-trained language models", "LMs"},
            id="wider-known-name",
        ),
        pytest.param(
            "We tackle clinical owl identification task (COIT) here.",
            "Task",
            {"clinical owl identification", "COIT"},
            id="task",
        ),
        pytest.param(
            "We use separate detection and embedding (SDE) here.",
            "Method",
            {"separate detection and embedding", "SDE"},
            id="head-behind-and",
        ),
    ],
)
def test_the_forms_of_a_definition(text: str, kind: str, forms: set[str]) -> None:
    assert mentions(text) == {(kind, form) for form in forms}


def test_nothing_speaks_for_a_definition() -> None:
    assert mentions("We study owl listening (OL) here.") == set()


def test_a_paper_may_redefine_a_known_short_form_wherever_it_stands() -> None:
    found = extract(f"BERT is small. We use a {READING} (BERT). BERT wins.")
    (entity,) = found.entities
    assert entity.name.startswith("Big Encoder")
    assert entity.aliases == ("BERT",)
    assert [m.text for m in found.mentions] == ["BERT", READING, "BERT", "BERT"]
    assert "method.lexicon" not in {mention.rule for mention in found.mentions}


def test_a_form_in_english_behind_a_chinese_one_is_its_translation() -> None:
    (entity,) = extract("本文研究命名实体识别（Named Entity Recognition）任务。").entities
    assert (entity.type, {entity.name, *entity.aliases}) == (
        "Task",
        {"命名实体识别", "Named Entity Recognition"},
    )
