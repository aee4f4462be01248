from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.text import FOLD, Tokenizer

TOKENIZER = Tokenizer()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(
            r"the \textit{ReCal} block",
            ["the", r"\textit", "{", "ReCal", "}", "block"],
            id="latex-command",
        ),
        pytest.param("在GPT3上", ["在", "GPT3", "上"], id="latin-in-chinese"),
        pytest.param(
            "使用（EER）。", ["使", "用", "(", "EER", ")", "。"], id="full-width-brackets"
        ),
        pytest.param("uses  two\n\tblanks", ["uses", "two", "blanks"], id="white-space"),
        pytest.param("with ViT. Then", ["with", "ViT", ".", "Then"], id="dot-behind-mixed-case"),
        pytest.param("９５％", ["95", "%"], id="full-width-digits"),
        pytest.param("+4.2%/+2.4%", ["+4.2%", "/", "+2.4", "%"], id="slashed-percentages"),
        pytest.param("90.1/88.25/85", ["90.1", "/", "88.25", "/", "85"], id="slashed-decimals"),
        pytest.param("a 24/7 service", ["a", "24/7", "service"], id="slashed-whole-numbers"),
        pytest.param("70.2→74.9", ["70.2", "→", "74.9"], id="arrow"),
        pytest.param("70.2%->74.9%", ["70.2", "%", "→", "74.9", "%"], id="arrow-of-two-signs"),
        pytest.param("F1=0.93", ["F1", "=", "0.93"], id="equals"),
    ],
)
def test_words(raw: str, words: list[str]) -> None:
    text, doc = TOKENIZER.read(raw)
    assert text.words == words
    assert [token.text for token in doc] == words


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        pytest.param("It works. It is fast.", ["It works.", "It is fast."], id="two"),
        pytest.param(
            "As Li et al. showed, it works.", ["As Li et al. showed, it works."], id="et-al"
        ),
        pytest.param("See Fig. 3 for more. Done", ["See Fig. 3 for more.", "Done"], id="fig"),
        pytest.param("It has 1.5 points. OK", ["It has 1.5 points.", "OK"], id="decimal"),
        pytest.param("它很快。它很好。", ["它很快。", "它很好。"], id="chinese"),
        pytest.param(
            'He said "stop." Then he left.', ['He said "stop."', "Then he left."], id="quote"
        ),
        pytest.param("No end", ["No end"], id="no-end"),
        pytest.param("It has 3 v.s. 2 points.", ["It has 3 v.s. 2 points."], id="versus"),
        pytest.param("It works.Notably so.", ["It works.", "Notably so."], id="no-blank"),
        pytest.param(
            "We use BiToD.In all it works.", ["We use BiToD.", "In all it works."], id="name"
        ),
        pytest.param("We use Node.js and U.S. data.", ["We use Node.js and U.S. data."], id="dots"),
        pytest.param("", [], id="empty"),
    ],
)
def test_sentences(raw: str, sentences: list[str]) -> None:
    text, _ = TOKENIZER.read(raw)
    assert [text.slice(first, last) for first, last in text.sentences] == sentences


@pytest.mark.parametrize(
    ("raw", "widened"),
    [
        pytest.param("see **BERT** here", "**BERT**", id="bold"),
        pytest.param("see `BERT` here", "`BERT`", id="code"),
        pytest.param(r"see \textit{BERT} here", r"\textit{BERT}", id="latex"),
        pytest.param(r"see \emph{\textsc{BERT}}, here", r"\emph{\textsc{BERT}}", id="nested"),
        pytest.param('see "BERT" here', '"BERT"', id="quotes"),
        pytest.param("see * BERT * here", "BERT", id="blanks"),
        pytest.param("see (BERT) here", "BERT", id="brackets-are-none"),
        pytest.param("BERT", "BERT", id="alone"),
        pytest.param("$BERT$", "$BERT$", id="to-both-ends"),
    ],
)
def test_a_span_is_widened_over_the_markup_glued_to_it(raw: str, widened: str) -> None:
    text, _ = TOKENIZER.read(raw)
    at = text.words.index("BERT")
    assert text.slice(*text.around(at, at + 1)) == widened


@given(st.text(max_size=300))
def test_offsets_slice_to_the_words_of_any_text(raw: str) -> None:
    text, doc = TOKENIZER.read(raw)
    assert len(text.folded) == len(raw)
    assert len(doc) == len(text.words) == len(text.sentence_of)
    for word, start, end in zip(text.words, text.starts, text.ends, strict=True):
        assert raw[start:end].translate(FOLD) == word
    assert [index for first, last in text.sentences for index in range(first, last)] == list(
        range(len(text.words))
    )


@given(st.text(alphabet="ab c.()", max_size=60), st.data())
def test_span_of_offsets_covers_exactly_the_words_that_overlap(
    raw: str, data: st.DataObject
) -> None:
    text, _ = TOKENIZER.read(raw)
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    first, last = text.span(start, end)
    overlapping = [
        index
        for index in range(len(text.words))
        if text.starts[index] < end and start < text.ends[index]
    ]
    if start < end:
        assert list(range(first, last)) == overlapping
