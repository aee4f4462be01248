"""Splits with names of their own, which belong to that of their dataset."""

from __future__ import annotations

import pytest
from reading import extract


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "QuaxNet reaches 45.9 AP on COCO test-dev.",
            {"COCO test-dev": ("COCO", ["COCO test-dev"])},
            id="without-its-dataset",
        ),
        pytest.param(
            "We train on COCO. QuaxNet reaches 45.9 AP on COCO val2017 and 44 AP on COCO val2017.",
            {"COCO": (None, ["COCO"]), "COCO val2017": ("COCO", ["COCO val2017", "COCO val2017"])},
            id="beside-its-dataset",
        ),
        pytest.param(
            "QuaxNet reaches 58.7/58.9 AP on COCO mini-val/test-dev, and 58.1 on COCO minival.",
            {
                "COCO mini-val": ("COCO", ["COCO mini-val", "COCO minival"]),
                "COCO test-dev": ("COCO", ["test-dev"]),
            },
            id="listed-and-in-two-spellings",
        ),
        pytest.param(
            "On LibriSpeech test-clean/other, QuaxNet has 1.9%/3.9% WER.",
            {
                "LibriSpeech test-clean": ("LibriSpeech", ["LibriSpeech test-clean"]),
                "LibriSpeech test-other": ("LibriSpeech", ["other"]),
            },
            id="shortened",
        ),
        pytest.param(
            "On the test-clean set of LibriSpeech, QuaxNet has 1.9% WER.",
            {"LibriSpeech": (None, ["LibriSpeech"])},
            id="before-its-dataset",
        ),
        pytest.param(
            "QuaxNet reaches 80.1 mIoU on the Cityscapes test set, and 79 on Cityscapes val.",
            {"Cityscapes": (None, ["Cityscapes", "Cityscapes"])},
            id="no-name",
        ),
    ],
)
def test_a_split_is_named_in_full(
    text: str, found: dict[str, tuple[str | None, list[str]]]
) -> None:
    result = extract(text)
    datasets = {
        one.name: (one.split_of, [m.text for m in result.mentions if m.name == one.name])
        for one in result.entities
        if one.type == "Dataset"
    }
    assert datasets == found
    assert not any(one.variant_of for one in result.entities)


def test_scores_are_on_the_split_that_is_named() -> None:
    text = "On MPII our QuaxNet has 93 AP. It has 78.6 AP on COCO test-dev, 77.1 on COCO minival."
    scores = [(str(s.value), s.dataset, s.split) for s in extract(text).scores]
    assert scores == [
        ("93", "MPII", None),
        ("78.6", "COCO test-dev", "test-dev"),
        ("77.1", "COCO minival", "minival"),
    ]


def test_a_dataset_is_the_only_one_beside_its_splits() -> None:
    text = "We test QuaxNet on COCO. On COCO test-dev we are first. QuaxNet has an AP of 45.9."
    assert [(score.dataset, score.split) for score in extract(text).scores] == [("COCO", None)]
