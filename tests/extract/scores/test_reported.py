"""Which numbers are scores, which the sizes of datasets, which neither."""

from __future__ import annotations

import pytest
from reading import extract, rejected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a unit of scores needs a metric, or a word of change or of reporting
        pytest.param("It has 91.3% accuracy.", ["91.3%"], id="percent-with-a-metric"),
        pytest.param("It achieves 91.3% there.", ["91.3%"], id="percent-with-a-verb"),
        pytest.param("It correctly tells 91.3% of them.", ["91.3%"], id="percent-of-right-ones"),
        pytest.param("It grows by 2.1% if it improves.", ["2.1%"], id="percent-with-a-change"),
        pytest.param("Owls are 91.3% of them.", [], id="percent-of-something"),
        pytest.param("60% of the participants liked its accuracy.", [], id="share-of-people"),
        pytest.param("We aim to reach an accuracy of 60%.", [], id="an-aim"),
        pytest.param("With 1% of the labels it has 91.3% accuracy.", ["91.3%"], id="share-of-data"),
        pytest.param("It solves 80% of the examples with an F1.", ["80%"], id="share-solved"),
        pytest.param("A learning rate of 0.001 improves its F1.", [], id="setting"),
        pytest.param("It ranked 4.5 by its F1.", [], id="rank"),
        # factors and signed numbers need a change or a metric
        pytest.param("It is 3x faster.", ["3x"], id="factor-of-a-change"),
        pytest.param("We zoom in 3x there.", [], id="factor-of-nothing"),
        pytest.param("It is twice as fast as ours.", ["twice"], id="twice"),
        pytest.param("It needs half the memory.", ["half"], id="half"),
        pytest.param("It needs half the time of a day.", [], id="half-of-no-measure"),
        pytest.param("It has +2.1 accuracy.", ["+2.1"], id="signed-with-a-metric"),
        pytest.param("It is +2.1 there.", [], id="signed-alone"),
        # a bare whole number needs a metric beside it, a decimal one a metric or a verb before it
        pytest.param("It has an F1 of 91 there.", ["91"], id="whole-beside-a-metric"),
        pytest.param("It has 12 heads and a good F1.", [], id="whole-far-from-a-metric"),
        pytest.param("It achieves 91 there.", [], id="whole-with-a-verb"),
        pytest.param("It achieves 91.3 there.", ["91.3"], id="decimal-with-a-verb"),
        pytest.param("Then 91.3 is what it yields.", [], id="decimal-before-the-verb"),
        # sizes of models, amounts of data
        pytest.param("It has 6M parameters.", ["6M"], id="many-parameters"),
        pytest.param("It has 12 parameters.", [], id="few-parameters"),
        pytest.param("It achieves it with 4 GB of memory.", ["4 GB"], id="memory"),
        pytest.param("Its F1 is 0.71 in track 1 and 0.68 in 2.", ["0.71", "0.68"], id="two-tracks"),
        pytest.param("It needs only 4 GB GPU memory.", ["4 GB"], id="memory-of-a-gpu"),
        pytest.param("It trains on a 24 GB GPU in hours.", [], id="a-gpu"),
        pytest.param("It runs on a phone with 8 GB RAM.", [], id="a-phone"),
        pytest.param("It runs at a frame rate of 25 fps.", ["25 fps"], id="frame-rate"),
        pytest.param("我们收集了26GB藏文数据，取得了结果。", [], id="chinese-amount-of-data"),
        pytest.param("It has 91.3% accuracy with 2% labelled data.", ["91.3%"], id="labelled"),
        pytest.param(
            "Owls were 93% of Quaxo, with an accuracy.", ["93%"], id="a-share-by-a-metric"
        ),
        pytest.param("We saw that 93% of Quaxo is new.", [], id="a-share-of-what-is-no-measure"),
        pytest.param("With F1, where 10% of the data is used.", [], id="of-the-data"),
        pytest.param("It has 31 BLEU on datasets.", ["31"], id="no-count-of-datasets"),
        pytest.param("It has an F1 over 80 after training.", ["80"], id="no-count-but-a-bound"),
        pytest.param(
            "We give confidence intervals throughout and have 91.2% accuracy.",
            ["91.2%"],
            id="no-end-of-an-interval",
        ),
        pytest.param(
            "It has an AUC of 0.85 (95% CI 0.81-0.89) and an F1 of 0.78.",
            ["0.85", "0.78"],
            id="an-interval-in-brackets",
        ),
        pytest.param("Its latency is low (latency ≤ 1000).", [], id="a-bound"),
        pytest.param("About 44% of the owls had an F1.", [], id="a-share-that-opens"),
    ],
)
def test_what_is_a_score_at_all(text: str, expected: list[str]) -> None:
    assert [score.text for score in extract(text).scores] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("QuaxPics has 5,096 images.", ("5096", "images"), id="directly"),
        pytest.param(
            "QuaxPics has 5,096 fine colour images.",
            ("5096", "fine colour images"),
            id="three-words",
        ),
        pytest.param("QuaxPics has 1.2M images.", ("1200000", "images"), id="millions"),
        pytest.param("QuaxPics has 5,096 truly fine colour images.", None, id="four-words"),
        pytest.param("QuaxPics has 5,096 (small) images.", None, id="a-bracket-between"),
        pytest.param("QuaxPics has 1 image.", None, id="one"),
        pytest.param("QuaxPics has 5.5 images each.", None, id="decimal"),
        pytest.param("QuaxPics has 5,096% images.", None, id="unit"),
    ],
)
def test_what_is_the_size_of_a_dataset(text: str, expected: tuple[str, str] | None) -> None:
    found = extract(text).dataset_stats
    assert [(f"{stat.value:.0f}", stat.unit) for stat in found] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        pytest.param("A batch size of 64 helps its F1.", "64", "a setting", id="setting"),
        pytest.param("We aim to reach an F1 of 60%.", "60%", "wished for", id="aim"),
        pytest.param(
            "We see that 70% of the teachers know it.",
            "70%",
            "a share of data or people",
            id="share",
        ),
        pytest.param(
            "It has 12 parameters.", "12", "too few for the size of a model", id="few-parameters"
        ),
        pytest.param(
            "It has 8 heads.", "8", "no metric and no word of reporting tells it", id="count"
        ),
        pytest.param(
            "It has an mAP of 54.1% at IoU@0.5 here.",
            "0.5",
            "a threshold of a metric",
            id="threshold",
        ),
        pytest.param("It has a BLEU of 41.8 after 3.5 days.", "3.5", "a time", id="time"),
        pytest.param(
            "It has 92.5 F1 on section 23 of it.", "23", "the number of a part", id="section"
        ),
        pytest.param(
            "It has 60% accuracy in subtask 1.1 of it.", "1.1", "the number of a part", id="subtask"
        ),
        pytest.param("Its F1 is 70.3% (p-value 0.04).", "0.04", "a setting", id="p-value"),
        pytest.param(
            "We observe that over 50% of the summaries score an F1.",
            "50%",
            "a share of data or people",
            id="finding",
        ),
        pytest.param(
            "It has an accuracy of 32% with a credible interval of [19%; 48%].",
            "48%",
            "the spread of a value",
            id="interval",
        ),
        pytest.param("It has 31.2 BLEU on 7 test sets.", "7", "a count", id="counted-on"),
        pytest.param("It reached rank 6 out of 28 (F1: 72.7).", "28", "a count", id="rank-out-of"),
        pytest.param(
            "On tasks 1.1 and 1.2 its F1 is 72.7.", "1.2", "the number of a part", id="parts"
        ),
        pytest.param(
            "Using only 10% of the sentence pairs, its F1 is 72.7.",
            "10%",
            "a share of data or people",
            id="pairs-used",
        ),
        pytest.param("It has >90% F1 for 20 tags.", "20", "a count", id="counted-for"),
        pytest.param(
            "It helps its F1 to raise the masking rate from 15% to 50%.",
            "50%",
            "a setting",
            id="the-end-of-a-setting",
        ),
    ],
)
def test_why_a_number_is_no_score(text: str, number: str, reason: str) -> None:
    assert rejected(text)[number] == reason
