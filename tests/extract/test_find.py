"""What may be a name at all: markup around it, names of people, announced phrases, titles."""

from __future__ import annotations

import pytest
from reading import entities, mentions


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        pytest.param("**", "**", id="bold"),
        pytest.param("*", "*", id="italic"),
        pytest.param("_", "_", id="underscores"),
        pytest.param("`", "`", id="code"),
        pytest.param("``", "''", id="latex-quotes"),
        pytest.param('"', '"', id="quotes"),
        pytest.param("“", "”", id="typographic-quotes"),
        pytest.param(r"\textbf{", "}", id="latex"),
        pytest.param(r"\emph{\textsc{", "}}", id="nested-latex"),
        pytest.param(r"{\it ", "}", id="old-latex"),
        pytest.param("$", "$", id="math"),
    ],
)
def test_what_stands_around_a_name_is_seen_through_its_markup(opening: str, closing: str) -> None:
    quaxel, voxo = f"{opening}Quaxel{closing}", f"{opening}Voxo{closing}"
    text = f"We propose {quaxel}, a network. We run it on the {voxo} corpus."
    assert mentions(text) == {("Method", "Quaxel"), ("Dataset", "Voxo")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We follow the QuaxNet et al. model.", id="et-al"),
        pytest.param("We beat QuaxNet's submission here.", id="submission"),
        pytest.param("We beat team QuaxNet by far.", id="team-before"),
        pytest.param("We beat the QuaxNet team by far.", id="team-behind"),
    ],
)
def test_names_of_people_are_no_methods(text: str) -> None:
    assert mentions(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "A module named quax voting machine is used.",
            {("Method", "quax voting machine")},
            id="named",
        ),
        pytest.param(
            'A module called "quax voting" is used.', {("Method", "quax voting")}, id="in-quotes"
        ),
        pytest.param("A module named quax is used.", set(), id="one-word-is-too-little"),
        pytest.param("A code-named quax voting is used.", set(), id="compound"),
        pytest.param("A module named in the paper is used.", set(), id="no-name-behind"),
    ],
)
def test_announced_phrases(text: str, found: set[tuple[str, str]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param(
            "VoxPics is here.", "VoxPics: a dataset of owls", ("Dataset", "introduced"), id="data"
        ),
        pytest.param(
            "QuaxIt is here.", "QuaxIt: seeing owls", ("Method", "introduced"), id="method"
        ),
        pytest.param("QuaxIt is here.", "QuaxIt and owls", None, id="no-colon"),
        pytest.param("QuaxIt is here.", "Seeing: QuaxIt", None, id="behind-the-colon"),
        pytest.param(
            "QuaxIt is here.",
            "QuaxIt which is seen in the very dark of nights: owls",
            None,
            id="long",
        ),
    ],
)
def test_the_title_names_what_is_the_papers_own(
    text: str, title: str, expected: tuple[str, str] | None
) -> None:
    assert entities(text, title).get(text.split(maxsplit=1)[0]) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Our GPT-2 is here.", {("Method", "GPT-2")}, id="pronoun-in-front"),
        pytest.param("ChatGPT 57% of the time wins.", {("Method", "ChatGPT")}, id="percentage"),
        pytest.param(
            "We present QuaxMask and QuaxMask-Lite.",
            {("Method", "QuaxMask"), ("Method", "QuaxMask-Lite")},
            id="version-of-a-name",
        ),
        pytest.param(
            "On VCTK, QuaxNet is large.",
            {("Dataset", "VCTK"), ("Method", "QuaxNet")},
            id="opening-is-no-list",
        ),
        pytest.param("We run BERT on an A100.", {("Method", "BERT")}, id="hardware"),
        pytest.param("Quax is large.", set(), id="capital-of-a-sentence"),
    ],
)
def test_where_a_name_ends(text: str, found: set[tuple[str, str]]) -> None:
    assert mentions(text) == found
