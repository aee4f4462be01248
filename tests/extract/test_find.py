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
        pytest.param("Our team, named QuaxNet, is first here.", id="team-named"),
        pytest.param("The Quax-Fr or En-Pt model of it.", id="languages"),
        pytest.param("We test on Dutch-to-German and English-language data.", id="long-languages"),
        pytest.param("We are better than before (Stanovsky and Dagan, 2016) here.", id="citation"),
        pytest.param(
            "We met at the Conference on Computational Quax Networks (CQN).", id="conference"
        ),
        pytest.param("It was held by the Quaxel Speech Group, a team of many.", id="group"),
        pytest.param(
            "It was held by the Quaxel University Lab, a network of many.", id="university"
        ),
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
        pytest.param(
            "A model called multi-view CLIP is used.",
            {("Method", "multi-view CLIP")},
            id="adds-to-a-known-name",
        ),
        pytest.param(
            "We introduce a task called quax detection here.",
            {("Task", "quax detection")},
            id="task",
        ),
        pytest.param("It resolves many named entity mentions.", set(), id="named-entity"),
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
        pytest.param(
            "QuaxIt is here.", "QuaxIt – Seeing Owls", ("Method", "introduced"), id="dash"
        ),
        pytest.param("Hear Me is here.", "Hear Me: seeing owls", None, id="ordinary-words"),
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
        pytest.param(
            "We propose Fast NMS here.", {("Method", "Fast NMS")}, id="capital-of-the-name"
        ),
        pytest.param("Fast NMS is here.", {("Method", "NMS")}, id="capital-of-the-sentence"),
        pytest.param("We use the 4D-OR dataset.", {("Dataset", "4D-OR")}, id="dimension"),
        pytest.param("We use SoTA BERT here.", {("Method", "BERT")}, id="praise-in-capitals"),
        pytest.param("With 37.5 BLEU it wins.", {("Metric", "BLEU")}, id="value-in-front"),
        pytest.param(
            "ICLR 2020 PC-DARTS is here.", {("Method", "PC-DARTS")}, id="where-it-appeared"
        ),
        pytest.param(
            "We run it on the Jutland Owls Shared Task.",
            {("Dataset", "Jutland Owls")},
            id="shared-task",
        ),
        pytest.param(
            "Rethinking Self-training for Quax Owls. It is good.",
            {("Method", "Self-training")},
            id="verb-of-a-title",
        ),
        pytest.param(
            "We release a corpus, the Jutland Owls 2019 (JO19).",
            {("Dataset", "Jutland Owls 2019"), ("Dataset", "JO19")},
            id="apposition",
        ),
        pytest.param(
            "On this new dataset, QuaxNet achieves much.",
            {("Method", "QuaxNet")},
            id="a-place-before-the-comma-says-nothing",
        ),
        pytest.param(
            "We do object detection, and segmentation.",
            {("Task", "object detection"), ("Task", "segmentation")},
            id="task-of-one-word-in-a-list",
        ),
        pytest.param(
            "It does ImageNet classification well.",
            {("Dataset", "ImageNet"), ("Task", "classification")},
            id="task-of-one-word-behind-a-dataset",
        ),
        pytest.param("It does its classification well.", set(), id="task-of-one-word-alone"),
        pytest.param(
            "It is tested on Synapse organ segmentation.",
            {("Dataset", "Synapse"), ("Task", "organ segmentation")},
            id="doubted-dataset-before-a-task",
        ),
        pytest.param("In Stage 2, a network is trained on it.", set(), id="part-of-the-method"),
        pytest.param(
            "Their ResNets 1) focus on parts and 2) fail.",
            {("Method", "ResNets")},
            id="number-of-an-item",
        ),
    ],
)
def test_where_a_name_ends(text: str, found: set[tuple[str, str]]) -> None:
    assert mentions(text) == found
