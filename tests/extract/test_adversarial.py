"""Texts that nobody would write: whatever stands there, the offsets hold and the work is linear."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import example, given, settings
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
SemEval 2021 Task 7 : WMT14 En-De Challenge 2020 7B parameters @ 0.5 fine-tuning attention called v1
v2 respectively best only Stage its by half twice days Quax et al. ; - / team University named prior
that , which with using obtained than less our compared performance reduces of interval tasks across
"""
WORDS = st.sampled_from(PROSE.split())


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
@example("accuracy of BERT that 81.2 ,")
def test_invariants_hold_for_shuffled_prose(text: str) -> None:
    check_invariants(extract(text))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_invariants_hold_for_any_text(text: str) -> None:
    check_invariants(extract(text))


# Brackets, markup, marks, numbers, letters that look like others, right-to-left, emoji, Chinese.
FRAGMENTS = (
    *(
        "(",
        "[",
        "{",
        "<b>",
        "$",
        "\\textbf{",
        "{\\it ",
        '"',
        "**",
        "`",
        "「",
        "（",
        "《",
        "，",
        "。",
    ),
    *(
        "-",
        "—",
        "…",
        "...",
        "\n",
        "'s ",
        "e.g. ",
        "http://a.b/",
        "a_",
        "\u0301",
        "\u200b",
        "\u202eא",
    ),
    *(
        "👩\u200d💻",
        "ВЕRТ ",
        "Ａ１",
        "α",
        "1 ",
        "1,",
        "1/",
        "1%/",
        "1→",
        "1±",
        "1e4",
        "10×",
        "from 1 to ",
    ),
    *(
        "A ",
        "A-",
        "A,B ",
        "a (A) ",
        "on ",
        "x",
        "BERT ",
        "BERT, ",
        "BERT-",
        "BERT (BE) ",
        "QuaxNet ",
    ),
    *("QuaxNet (QN) ", "the QuaxNet model ", "called quax ", "SemEval-2021 Task 8 ", "semantic "),
    *(
        "image classification ",
        "classification ",
        "accuracy 1% ",
        "accuracy ",
        "improves ",
        "than ",
    ),
    *(
        "et al. ",
        "(Quax and Quux, 2016) ",
        "(Quax, ",
        "WMT14 En-De ",
        "En-De ",
        "Quax For Trans (T4T) ",
        "Quax ",
        "1 PQ and ",
        "Quax Challenge 2020 ",
        "It has an F1 of 1.5. ",
        "数",
        "的",
        "数据集",
        "准确率1%",
        "分别为1%和",
        "1%、",
        "提出",
        "提出BERT",
        "模型(BM)",
    ),
)
MIXTURES = st.lists(
    st.builds(
        lambda part, times, end: part * times + end,
        st.sampled_from((*FRAGMENTS, *PROSE.split())) | st.text(max_size=3),
        st.integers(1, 30),
        st.sampled_from(("", " ", ")", "}", ". ", "。")),
    ),
    max_size=20,
).map("".join)


@settings(max_examples=200, deadline=None)
@given(MIXTURES, st.none() | st.sampled_from(FRAGMENTS))
def test_invariants_hold_for_mixtures(text: str, title: str | None) -> None:
    check_invariants(extract(text, title))


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls, generators and built-in ones included."""
    count = 0

    def tell(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_the_work_grows_as_the_text_does(fragment: str) -> None:
    times = 1_000
    extract(fragment * times)  # what is remembered of words is remembered now
    once = calls(lambda: extract(fragment * times))
    assert calls(lambda: extract(fragment * 4 * times)) < 6 * once


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_many_of_one_kind_are_read_in_time(fragment: str) -> None:
    check_invariants(extract(fragment * 10_000))


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "fragment", ["(", "A-", "1,", "a", "ВЕRТ", "\u202eא", "👩\u200d💻", "数", "$"]
)
def test_a_token_of_a_million_characters_is_read_in_time(fragment: str) -> None:
    check_invariants(extract(fragment * (1_000_000 // len(fragment))))


def test_a_sentence_without_end_is_cut() -> None:
    found = extract("semantic segmentation of words " * 2_000)
    check_invariants(found)
    assert len(found.sentences) == 8
    assert all(mention.text.endswith("semantic segmentation") for mention in found.mentions)
