"""Which split of its dataset a score is bound to."""

from __future__ import annotations

import pytest
from reading import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("QuaxNet has a WER of 1.8% on LibriSpeech test-clean.", ["test-clean"]),
        (
            "QuaxNet has a WER of 1.8% on test-clean and 3.3% on test-other of LibriSpeech.",
            ["test-clean", "test-other"],
        ),
        (
            "QuaxNet has 1.8%/3.3% WER on the test-clean/test-other sets of LibriSpeech.",
            ["test-clean", "test-other"],
        ),
        (
            "On LibriSpeech test-clean/other, QuaxNet has 1.9%/3.9% WER.",
            ["test-clean", "test-other"],
        ),
        (
            "On the LibriSpeech dev-clean set QuaxNet has 2.0% WER, and 1.9% WER on test-clean.",
            ["dev-clean", "test-clean"],
        ),
        ("QuaxNet has 80.1 and 82.3 F1 on the dev and test sets of SQuAD.", ["validation", "test"]),
        ("We tune on the development set and reach 84.1 F1 on the MRPC test set.", ["test"]),
        ("QuaxNet has 45.2 AP on COCO val2017.", ["val2017"]),
        (
            "On MNLI matched and mismatched, QuaxNet has 86.7% and 85.9% accuracy.",
            ["matched", "mismatched"],
        ),
        (
            "QuaxNet在LibriSpeech的test-clean和test-other上取得2.1%/4.3%的词错误率。",
            ["test-clean", "test-other"],
        ),
        # a split of another dataset, or none
        (
            "QuaxNet has 90.1% accuracy on SST-2 and 84.2% on the dev set of MRPC.",
            [None, "validation"],
        ),
        ("QuaxNet has 84.1 F1 on SQuAD v1.1 and 80.2 F1 on SQuAD 2.0 dev.", [None, "validation"]),
        ("QuaxNet has 88.1% accuracy on MRPC with cross-validation.", [None]),
        ("QuaxNet has 88.1% accuracy on the dev and test sets of MRPC.", [None]),
        # the split stands behind the name
        ("QuaxNet has 45.9 AP on COCO test-dev.", ["test-dev"]),
    ],
)
def test_the_split_of_a_score(text: str, expected: list[str | None]) -> None:
    assert [score.split for score in extract(text).scores] == expected


def test_numbers_joined_by_a_slash_share_their_metric() -> None:
    scores = extract("QuaxNet在LibriSpeech上取得2.1%/4.3%的词错误率。").scores
    assert {score.metric for score in scores} == {"词错误率"}


def test_a_metric_behind_each_number_is_its_own() -> None:
    text = "QuaxNet has 81.2% top-1 accuracy and 95.5% top-5 accuracy on ImageNet."
    metrics = [score.metric for score in extract(text).scores]
    assert metrics == ["top-1 accuracy", "top-5 accuracy"]
