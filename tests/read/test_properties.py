"""What holds for every feed: offsets, identifiers, and time that grows with the size only."""

from __future__ import annotations

import textwrap
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.comments import read_comments
from kg.read.identity import content_identifier
from kg.records import Paper, Rejection

from .feeds import papers, read_bytes, rejections

WORDS = st.sampled_from(
    ["owls", "trees", "森林", "$x_1$", "naïve", "42.1%", "state-of-the-art", "(fig)", "\u200bfoxes"]
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=40).map(lambda words: f"We see {' '.join(words)}.")
FEEDS = st.lists(SENTENCES, min_size=1, max_size=6)
LAYOUTS: dict[str, Callable[[list[str]], str]] = {
    "translated": lambda texts: "".join(f"{text}\ntranslated by DeepL\n" for text in texts),
    "labelled": lambda texts: "".join(f"Abstract: {text}\n" for text in texts),
    "authored": lambda texts: "".join(f"Ada Lovelace, Alan Turing\n{text}\n" for text in texts),
    "plain": "\n\n".join,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(max_examples=60, deadline=None)
@given(texts=FEEDS, width=st.sampled_from([40, 79, 10_000]), crlf=st.booleans())
def test_any_feed_gives_its_abstracts(
    layout: str, texts: list[str], width: int, *, crlf: bool
) -> None:
    wrapped = [textwrap.fill(text, width) for text in texts]
    feed = LAYOUTS[layout](wrapped)
    if crlf:
        feed = feed.replace("\n", "\r\n")
    found = papers(feed)
    assert [paper.abstract.replace("\r\n", "\n") for paper in found] == wrapped
    assert [paper.id for paper in found] == [content_identifier(text) for text in texts]
    for paper in found:
        assert paper.abstract in feed[paper.source.start : paper.source.end]


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_give_records(data: bytes) -> None:
    for record in read_bytes(data):
        assert isinstance(record, (Paper, Rejection))
        record.model_dump_json().encode()


# One second is far more than any of these needs and far less than a quadratic pattern takes.
ADVERSARIAL = [
    "a" * 5_000_000,
    "a" + " " * 3_000_000 + "b",
    "(" * 1_000_000,
    "Ada Lovelace, " * 200_000,
    "Ada Lovelace,\n" * 50_000,
    "Abstract:" + "* " * 1_000_000,
    "Ada Lovelace " + "(" * 90_000 + "\nWe count owls.",
    "translated by " * 200_000,
    "http://a.b" + "(" * 400_000 + ")" * 400_000,
    "www." * 240_000,
    "\n" * 300_000 + "b",
    "Authors' comments: " + "http://" * 100_000,
]


@pytest.mark.parametrize("text", ADVERSARIAL, ids=lambda text: text[:16].strip())
def test_adversarial_text_ends(text: str) -> None:
    started = time.process_time()
    read_bytes(text)
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    "piece",
    [
        "accepted ",
        "(ICML ",
        "A-A-",
        "Proceedings of the ",
        "1 ",
        "99 a pages ",
        ". ",
        ", and ",
        "12+",
    ],
)
def test_adversarial_comments_end(piece: str) -> None:
    started = time.process_time()
    read_comments(piece * (4_900 // len(piece)))
    assert time.process_time() - started < 5


def test_too_long_for_an_abstract() -> None:
    (rejection,) = rejections("a" * 5_000_000)
    assert "too long for an abstract" in rejection.reason
    assert rejection.line == 1
