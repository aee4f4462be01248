"""Datasets that something is pre-trained on or made of are not those that scores are on."""

from __future__ import annotations

import pytest
from reading import extract


@pytest.mark.parametrize(
    ("text", "datasets"),
    [
        ("Pre-trained on JFT-300M, QuaxNet has an accuracy of 90% on ImageNet.", ["ImageNet"]),
        ("Pretrained with 14M images from ImageNet-21K, QuaxNet has an accuracy of 90%.", [None]),
        ("With ImageNet-21K pre-training, QuaxNet has an accuracy of 90%.", [None]),
        ("QuaxNet has an accuracy of 90% when pre-trained on JFT-300M and ImageNet-21K.", [None]),
        (
            "We test on ImageNet. Pretrained on ImageNet-21K it has an accuracy of 90%.",
            ["ImageNet"],
        ),
        ("Pre-training on ImageNet raises the accuracy by 2%.", ["ImageNet"]),  # is not told
        ("QuaxNet, not pre-trained, has an accuracy of 90% on ImageNet.", ["ImageNet"]),
        ("Pre-trained on text, QuaxNet has an accuracy of 90% on ImageNet.", ["ImageNet"]),
        ("Trained on ImageNet from scratch, QuaxNet has an accuracy of 90%.", ["ImageNet"]),
        ("Our photos were extracted from ImageNet. QuaxNet has an accuracy of 90%.", [None]),
        ("We train using a subset of ImageNet. QuaxNet has an accuracy of 90%.", [None]),
        ("Unlike ImageNet, our photos are hard: QuaxNet has an accuracy of 61%.", [None]),
        ("Evaluated using a subset of ImageNet, QuaxNet has an accuracy of 90%.", ["ImageNet"]),
        ("We test on a subset of ImageNet. QuaxNet has an accuracy of 90%.", ["ImageNet"]),
        ("Our photos are better than ImageNet. QuaxNet has an accuracy of 90%.", ["ImageNet"]),
    ],
)
def test_a_score_is_on_what_was_not_pre_trained_on(text: str, datasets: list[str | None]) -> None:
    assert [score.dataset for score in extract(text).scores] == datasets
