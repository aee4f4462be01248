from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.acronyms import find_definitions


def pairs(text: str) -> list[tuple[str, str]]:
    return [
        (text[d.long_start : d.long_end], text[d.short_start : d.short_end])
        for d in find_definitions(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a word error rate (WER) of 2", [("word error rate", "WER")], id="plain"),
        pytest.param(
            "Vision Transformers (ViTs) win", [("Vision Transformers", "ViTs")], id="plural"
        ),
        pytest.param(
            "hidden-unit BERT (HuBERT)", [("hidden-unit BERT", "HuBERT")], id="inside-word"
        ),
        pytest.param("WER (word error rate) falls", [("word error rate", "WER")], id="reversed"),
        pytest.param(
            "FGSM (i.e., Fast Gradient Sign Method)",
            [("Fast Gradient Sign Method", "FGSM")],
            id="i.e.",
        ),
        pytest.param(
            "knowledge distillation (KD, for short)", [("knowledge distillation", "KD")], id="comma"
        ),
        pytest.param(
            "a Dense Owl network (DO network) of",
            [("Dense Owl network", "DO")],
            id="same-head-in-the-bracket",
        ),
        pytest.param("a Dense Owl network (DO head) of", [], id="another-head-in-the-bracket"),
        pytest.param(r"a Survey Explorer ({\it SE}) of", [("Survey Explorer", "SE")], id="latex"),
        pytest.param("an Area Metric, AM (see Figure 2)", [], id="remark"),
        pytest.param("as shown before (Smith, 2020)", [], id="citation"),
        pytest.param("many points (12) of", [], id="number"),
        pytest.param("It ends. Rate (WER) of", [], id="not-across-sentences"),
        pytest.param("the model (BERT) of", [], id="letters-missing"),
        pytest.param("BERT (BERT)", [], id="itself"),
        pytest.param("() and (", [], id="empty-brackets"),
        pytest.param(
            "find a way named Fast Owl Net (FON) here", [("Fast Owl Net", "FON")], id="behind-named"
        ),
        pytest.param(
            "for all named entity recognition (NER)",
            [("named entity recognition", "NER")],
            id="named-as-its-first-word",
        ),
        pytest.param(
            "MuSe, Multimodal Sentiment, is", [("Multimodal Sentiment", "MuSe")], id="apposition"
        ),
        pytest.param(
            "We propose Enhanced Knowledge Embeddings with Language (EKEL)",
            [("Enhanced Knowledge Embeddings with Language", "EKEL")],
            id="first-letter-twice",
        ),
        pytest.param(
            "a head, Stanford Sentiment Sentence Treebank (SST)",
            [("Stanford Sentiment Sentence Treebank", "SST")],
            id="capitals-in-front",
        ),
        pytest.param(
            "Our Open Question Answering (OQA)",
            [("Open Question Answering", "OQA")],
            id="capital-of-the-sentence",
        ),
        pytest.param(
            "a Transformer for Transparency (Trans4Trans)",
            [("Transformer for Transparency", "Trans4Trans")],
            id="spoken-digit",
        ),
    ],
)
def test_find_definitions(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@given(st.text(alphabet="aAbB (){}\\.,;$", max_size=200))
def test_any_text_gives_valid_offsets(text: str) -> None:
    for definition in find_definitions(text):
        assert 0 <= definition.long_start < definition.long_end <= len(text)
        assert 0 <= definition.short_start < definition.short_end <= len(text)
        assert text[definition.short_start : definition.short_end].strip()


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "text", ["(" * 100_000, "(A" * 50_000, "a " * 50_000 + "(AB)", "(AB) " * 20_000]
)
def test_adversarial_text_takes_linear_time(text: str) -> None:
    list(find_definitions(text))
