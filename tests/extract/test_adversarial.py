"""Texts that nobody would write: whatever stands there, the offsets hold and the work is linear."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import extract

from kg.records import Extraction


def check_invariants(found: Extraction) -> None:
    text = found.abstract
    names = {(entity.type, entity.name) for entity in found.entities}
    end = 0
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end, "mentions overlap"
        end = mention.end
        assert (mention.type, mention.name) in names
        assert any(a <= mention.start and mention.end <= b for a, b in found.sentences)
    assert names == {(mention.type, mention.name) for mention in found.mentions}
    for score in found.scores:
        assert text[score.start : score.end] == score.text
        for kind in ("metric", "method", "dataset", "task"):
            value = getattr(score, kind)
            assert value in (None, "(this paper)") or (kind.capitalize(), value) in names
    json.loads(found.model_dump_json())


PROSE = """
we propose QuaxNet , a novel network for semantic segmentation ( SS ) on the CIFAR-10 dataset . It
achieves 81.2% accuracy and 3.5x speedup over BERT from 2 to 4 $ \\% { } 在 数据集 上 F1值 为 ～
"""
WORDS = st.sampled_from(PROSE.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_invariants_hold_for_shuffled_prose(text: str) -> None:
    check_invariants(extract(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_invariants_hold_for_any_text(text: str) -> None:
    check_invariants(extract(text))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 10_000 + ")" * 10_000, id="brackets"),
        pytest.param("a" * 200_000, id="one-token"),
        pytest.param("BERT-" * 5_000, id="hyphens"),
        pytest.param("BERT, " * 5_000, id="list"),
        pytest.param("1.5% " * 5_000, id="numbers"),
        pytest.param("{\\it " * 5_000, id="markup"),
        pytest.param("\u202e\u200f😀 ВЕRТ " * 3_000, id="bidi-emoji-homoglyphs"),
        pytest.param("semantic " * 5_000 + "segmentation", id="modifiers"),
    ],
)
def test_adversarial_text_is_read_in_time(text: str) -> None:
    check_invariants(extract(text))
