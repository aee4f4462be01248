"""Scores of one sentence that go together: gains and their values, the ends of a range."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reading import extract


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It has 88.1% accuracy on SQuAD and 70.2% F1 on RACE, better by 3.7% and 0.1%.",
            [("3.7", "accuracy", "SQuAD"), ("0.1", "F1", "RACE")],
            id="as-many",
        ),
        pytest.param(
            "It has 88.1% accuracy and 70.2% F1, better by 3.7%, 0.1% and 0.4%.",
            [("3.7", "F1", None), ("0.1", "F1", None), ("0.4", "F1", None)],
            id="more",
        ),
    ],
)
def test_gains_pair_with_the_values_before_them(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = [one for one in extract(text).scores if one.kind == "gain"]
    assert [(str(one.value), one.metric, one.dataset) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It has 88.1% accuracy and 70.2% F1 on SQuAD (80.3% and 60.4% on RACE).",
            ["accuracy", "F1", "accuracy", "F1"],
            id="brackets",
        ),
        pytest.param(
            "It has 88.1% accuracy and 70.2% F1 on SQuAD, whereas BERT attains 80.3% and 60.4%.",
            ["accuracy", "F1", "accuracy", "F1"],
            id="of-another",
        ),
        pytest.param(
            "It has 88.1% accuracy and 70.2% F1 on SQuAD, and 80.3% and 60.4% recall on RACE.",
            ["accuracy", "F1", "recall", "recall"],
            id="measure-behind",
        ),
        pytest.param(
            "It has recall scores of 86.9% and 85.6% and precision values of 23.0% and 47.0%.",
            ["recall", "recall", "precision", "precision"],
            id="each-list-with-its-own",
        ),
        pytest.param(
            "It has an F1 of 0.67 on SQuAD and 0.39 on RACE; its recall is 0.80 and 0.57.",
            ["F1", "F1", "recall", "recall"],
            id="another-measure",
        ),
        pytest.param(
            "It wins in both recall (40.1% vs. 39.6%) and precision (93.1% vs. 92.5%).",
            ["recall", "recall", "precision", "precision"],
            id="versus",
        ),
        pytest.param(
            "Its recall/precision is 0.921/0.936 on SQuAD and 0.917/0.924 on RACE.",
            ["recall", "precision", "recall", "precision"],
            id="slashes",
        ),
        pytest.param(
            "The F1 score and accuracy of BERT are 88.1% and 70.2%.", ["F1", "accuracy"], id="heads"
        ),
    ],
)
def test_lists_of_values_are_of_the_measures_before_them(text: str, expected: list[str]) -> None:
    assert [score.metric for score in extract(text).scores] == expected


def test_both_ends_of_a_range_have_one_metric() -> None:
    found = extract("It improves accuracy by 2-7 F1 points.").scores
    assert [(str(one.value), one.metric, one.kind) for one in found] == [
        ("2", "F1", "gain"),
        ("7", "F1", "gain"),
    ]


def test_values_of_others_pair_with_ones_own() -> None:
    text = "We propose QuaxNet. It has 92% F1 on SQuAD and 77% on RACE; others reach 83% and 46%."
    found = [(str(one.value), one.dataset) for one in extract(text).scores]
    assert found == [("92", "SQuAD"), ("77", "RACE"), ("83", "SQuAD"), ("46", "RACE")]


def test_what_is_cut_in_half_is_a_reduction() -> None:
    (score,) = extract("It reduces the FLOPs by half.").scores
    assert (score.value, score.unit, score.kind) == (Decimal("0.5"), "x", "reduction")


def test_the_time_of_a_run_has_a_unit_and_hours_of_speech_have_none() -> None:
    run = extract("The training time falls from 30 hours to 8 hours.").scores
    assert [(str(one.value), one.unit, one.qualifier) for one in run] == [
        ("30", "h", "before"),
        ("8", "h", "after"),
    ]
    (size,) = extract("We train it on 100 hours of speech.").dataset_stats
    assert (size.value, size.unit) == (Decimal(100), "hours")


def test_both_ends_of_a_change_are_on_what_stands_behind_it() -> None:
    text = "It cuts the WER from 18.3% to 11.9% on SQuAD and from 24.6% to 17.2% on RACE."
    found = [(str(one.value), one.dataset) for one in extract(text).scores]
    assert found == [("18.3", "SQuAD"), ("11.9", "SQuAD"), ("24.6", "RACE"), ("17.2", "RACE")]


def test_both_whole_ends_of_a_range_are_of_the_measure_behind_it() -> None:
    found = [(str(one.value), one.metric) for one in extract("It gains 11–27 BLEU here.").scores]
    assert found == [("11", "BLEU"), ("27", "BLEU")]


def test_each_end_of_a_change_is_on_its_own_data() -> None:
    text = "The accuracy drops from 91.2% on SQuAD to 72.3% on RACE."
    found = [(str(one.value), one.dataset) for one in extract(text).scores]
    assert found == [("91.2", "SQuAD"), ("72.3", "RACE")]
