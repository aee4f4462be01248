"""Phrases known by their last word: where they begin, and what is no part of them."""

from __future__ import annotations

import pytest
from reading import mentions


@pytest.mark.parametrize(
    ("text", "task"),
    [
        pytest.param(
            "We study quax image recognition tasks.", "quax image recognition", id="modifiers"
        ),
        pytest.param(
            "We study weakly-supervised quax recognition tasks.",
            "weakly-supervised quax recognition",
            id="compound",
        ),
        pytest.param(
            "We do constructing quax recognition tasks.",
            "quax recognition",
            id="participle-governs",
        ),
        pytest.param(
            "We tackle handwriting quax recognition tasks.",
            "handwriting quax recognition",
            id="participle-of-a-name",
        ),
        pytest.param("We do pixel-based quax recognition tasks.", "quax recognition", id="manner"),
        pytest.param("We do neural quax recognition tasks.", "quax recognition", id="manner-word"),
        pytest.param("We do Chinese quax recognition tasks.", "quax recognition", id="language"),
        pytest.param(
            "We do English-German quax recognition tasks.", "quax recognition", id="two-languages"
        ),
        pytest.param(
            "We do state-of-the-art quax recognition tasks.", "quax recognition", id="praise"
        ),
        pytest.param("We do widely quax recognition tasks.", "quax recognition", id="adverb"),
        pytest.param(
            "We study weighted quax recognition tasks.", "weighted quax recognition", id="weighted"
        ),
        pytest.param("We study 2 quax recognition tasks.", "quax recognition", id="number"),
        pytest.param("We study the recognition of quax.", "recognition of quax", id="of"),
    ],
)
def test_where_a_task_begins(text: str, task: str) -> None:
    assert mentions(text) == {("Task", task)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We study its recognition.", id="no-modifier"),
        pytest.param("Quax recognition is nice.", id="no-cue"),
    ],
)
def test_no_task(text: str) -> None:
    assert mentions(text) == set()


def test_what_needs_a_cue_counts_where_it_stands_twice() -> None:
    text = "Quax recognition is nice. All like quax recognition."
    assert {written.lower() for _, written in mentions(text)} == {"quax recognition"}
