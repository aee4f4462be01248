"""What a score belongs to: every kind of binding, each with a case in which it does not hold."""

from __future__ import annotations

import pytest
from reading import extract

OWN = "(this paper)"


def scores(text: str, *fields: str, title: str | None = None) -> list[tuple[str | None, ...]]:
    found = extract(text, title).scores
    return [(str(score.value), *(getattr(score, field) for field in fields)) for score in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Its accuracy is 91.3%.", [("91.3", "accuracy")], id="before"),
        pytest.param("It has 91.3% accuracy.", [("91.3", "accuracy")], id="behind"),
        pytest.param(
            "The accuracy of QuaxNet is 91.3% and its F1 is 88.1%.",
            [("91.3", "accuracy"), ("88.1", "F1")],
            id="each-before",
        ),
        pytest.param(
            "It has 91.3% accuracy and 88.1% F1.",
            [("91.3", "accuracy"), ("88.1", "F1")],
            id="each-behind",
        ),
        pytest.param(
            "It has 91.3% accuracy, 88.1% precision and 77.2% recall.",
            [("91.3", "accuracy"), ("88.1", "precision"), ("77.2", "recall")],
            id="three-behind",
        ),
        pytest.param(
            "It has 91.3% accuracy and an F1 of 88.1%.",
            [("91.3", "accuracy"), ("88.1", "F1")],
            id="behind-and-before",
        ),
        pytest.param(
            "It has 0.84 of accuracy and 0.46 of F1.",
            [("0.84", "accuracy"), ("0.46", "F1")],
            id="of-behind",
        ),
        pytest.param(
            "It has a 2% drop in WER and a 3% drop in CER.",
            [("2", "WER"), ("3", "CER")],
            id="drop-in",
        ),
        pytest.param(
            "It has a precision, recall and F1 of 91.3%, 88.1% and 89.7%.",
            [("91.3", "precision"), ("88.1", "recall"), ("89.7", "F1")],
            id="list",
        ),
        pytest.param(
            "It has a precision and recall of 91.3% and 88.1%, respectively.",
            [("91.3", "precision"), ("88.1", "recall")],
            id="respectively",
        ),
        pytest.param(
            "Its accuracy is 91.3% on SQuAD and 88.1% on RACE.",
            [("91.3", "accuracy"), ("88.1", "accuracy")],
            id="one-for-both",
        ),
        pytest.param("It runs at 160 FPS.", [("160", "FPS")], id="unit-is-the-metric"),
        pytest.param(
            "It runs at 160 FPS with 71.3% mIoU.",
            [("160", "FPS"), ("71.3", "mIoU")],
            id="unit-and-another",
        ),
        pytest.param(
            "It has 6M parameters and 91.3% accuracy.",
            [("6000000", "parameters"), ("91.3", "accuracy")],
            id="a-cost-beside-a-measure",
        ),
        pytest.param(
            "It has an mIoU of 71.3% with 3.4 GFLOPs.",
            [("71.3", "mIoU"), ("3.4", "GFLOPs")],
            id="before-and-unit",
        ),
        pytest.param(
            "It has high accuracy (90.5% exact match).", [("90.5", "exact match")], id="in-brackets"
        ),
        pytest.param("It needs 40% fewer FLOPs.", [("40", "FLOPs")], id="change-of-a-cost"),
        pytest.param("It reaches 91.3% on SQuAD.", [("91.3", None)], id="nowhere"),
        pytest.param(
            "Its accuracy is 91.3% on SQuAD. On RACE it reaches 88.1%.",
            [("91.3", "accuracy"), ("88.1", "accuracy")],
            id="sentence-before",
        ),
        pytest.param(
            "Its latency is 12 ms. On RACE it reaches 88.1%.",
            [("12", "latency"), ("88.1", None)],
            id="no-percentage-of-milliseconds",
        ),
        pytest.param("我们的准确率为91.3%。", [("91.3", "准确率")], id="chinese-before"),
        pytest.param("取得了91.3%的准确率。", [("91.3", "准确率")], id="chinese-behind"),
        pytest.param(
            "准确率和召回率分别为91.3%和88.1%。",
            [("91.3", "准确率"), ("88.1", "召回率")],
            id="chinese-respectively",
        ),
        pytest.param(
            "QuaxNet has an F1 of 90.1% while training 10x faster.",
            [("90.1", "F1"), ("10", None)],
            id="speed-is-no-f1",
        ),
        pytest.param(
            "QuaxNet has an F1 of 90.1% with a drop in performance of 2.8%.",
            [("90.1", "F1"), ("2.8", None)],
            id="vague",
        ),
        pytest.param(
            "QuaxNet has a high accuracy (90.5% exact match).",
            [("90.5", "exact match")],
            id="metric-in-brackets",
        ),
        pytest.param(
            "QuaxNet has 71.3% mIoU with 3.4 GFLOPs.",
            [("71.3", "mIoU"), ("3.4", "GFLOPs")],
            id="unit-of-its-own",
        ),
        pytest.param(
            "QuaxNet has a BLEU of 30.1. It reaches a combined result of 0.51.",
            [("30.1", "BLEU"), ("0.51", None)],
            id="several-measures-together",
        ),
        pytest.param(
            "It improves accuracy from 35.9% to 59.4% and F1 from 23.4% to 48.3%.",
            [("35.9", "accuracy"), ("59.4", "accuracy"), ("23.4", "F1"), ("48.3", "F1")],
            id="each-change-its-own",
        ),
        pytest.param(
            "It has 3x speedup in the inference time.", [("3", "inference time")], id="speedup-in"
        ),
        pytest.param("It needs 23x less training data.", [("23", None)], id="less-data"),
        pytest.param("It has ten times fewer parameters.", [("10", "parameters")], id="fewer"),
        pytest.param(
            "It has a higher accuracy with 0.78 and 0.76 Spearman correlation.",
            [("0.78", "Spearman correlation"), ("0.76", "Spearman correlation")],
            id="behind-the-list",
        ),
        pytest.param(
            "It has BLEU scores that were 1.64 higher and chrF scores that were 0.07 higher.",
            [("1.64", "BLEU"), ("0.07", "chrF")],
            id="scores-that-were",
        ),
        pytest.param(
            "It has an AP of 42.5%/38.1% at 25.4/44.2 FPS.",
            [("42.5", "AP"), ("38.1", "AP"), ("25.4", "FPS"), ("44.2", "FPS")],
            id="unit-behind-the-slash",
        ),
        pytest.param(
            "It has a mIoU accuracy of 47.8%.", [("47.8", "mIoU")], id="accuracy-that-only-repeats"
        ),
        pytest.param(
            "Accuracy is the official metric. For Track A we reach 0.43.",
            [("0.43", "accuracy")],
            id="told-as-the-measure",
        ),
        pytest.param(
            "We like accuracy. For Track A we reach 0.43.", [("0.43", None)], id="not-told"
        ),
        pytest.param(
            "We evaluate accuracy and fluency. For Track A we reach 0.43.",
            [("0.43", None)],
            id="two-are-told",
        ),
        pytest.param(
            "It has an accuracy of 83% on ImageNet. For object detection it reaches 49.0.",
            [("83", "accuracy"), ("49.0", None)],
            id="another-task",
        ),
        pytest.param(
            "For object detection it has an AP of 48. In object detection with more data it "
            "reaches 49.0.",
            [("48", "AP"), ("49.0", "AP")],
            id="the-same-task",
        ),
        pytest.param(
            "We achieve 54.3AP, a gain of +1.5AP over BERT.",
            [("54.3", "AP"), ("1.5", "AP")],
            id="glued",
        ),
        pytest.param(
            "It achieves 81.9 DSC and 20.6 HD.",
            [("81.9", "DSC"), ("20.6", "HD")],
            id="known-behind",
        ),
        pytest.param(
            "The agreement reaches satisfactory values, from 0.60 to 0.80 kappa.",
            [("0.60", "kappa"), ("0.80", "kappa")],
            id="behind-both-ends",
        ),
        pytest.param(
            "It keeps its accuracy with a quarter of the parameters.",
            [("0.25", "parameters")],
            id="of-a-part",
        ),
        pytest.param(
            "It keeps its accuracy in 2/3 of the cases.", [("0.667", None)], id="part-of-no-measure"
        ),
        pytest.param(
            "Its joint goal accuracy gains 18.7% and it gains 14.3% quaxo match rate.",
            [("18.7", "joint goal accuracy"), ("14.3", None)],
            id="an-unknown-rate",
        ),
        pytest.param(
            "It gives a 1.5x speedup with 67% quaxo reduction.",
            [("1.5", "speedup"), ("67", None)],
            id="an-unknown-measure-that-changes",
        ),
        pytest.param(
            "QuaxNet comes in two scales: 2B and 7B parameters.",
            [("2000000000", "parameters"), ("7000000000", "parameters")],
            id="a-list-of-sizes",
        ),
        pytest.param(
            "The results are as follows: precision P = 0.73, recall R = 0.91, F1 = 0.85.",
            [("0.73", "precision"), ("0.91", "recall"), ("0.85", "F1")],
            id="letters",
        ),
        pytest.param(
            "The correlation scores are 0.47 for verbs.", [("0.47", "correlation")], id="scores-are"
        ),
        pytest.param(
            "It has 74.6% micro-averaged label accuracy and 49.5 BLEU.",
            [("74.6", "accuracy"), ("49.5", "BLEU")],
            id="its-own-behind-the-number",
        ),
        pytest.param(
            "It speeds up inference and retains 98.4% performance of its teacher.",
            [("98.4", None)],
            id="performance",
        ),
        pytest.param(
            "The best run achieved MAE 0.545, PCC 0.892.",
            [("0.545", "MAE"), ("0.892", "PCC")],
            id="values-right-behind",
        ),
        pytest.param(
            "The accuracy is increased by 25%, the latency is decreased by 20%.",
            [("25", "accuracy"), ("20", "latency")],
            id="is-decreased",
        ),
        pytest.param(
            "Its BLEU is 30.1. It improves effectiveness by at least 1.6% to 3.1%.",
            [("30.1", "BLEU"), ("1.6", None), ("3.1", None)],
            id="a-range-of-nothing-in-particular",
        ),
        pytest.param(
            "It raises the precision from 5.5% to 71.2%.",
            [("5.5", "precision"), ("71.2", "precision")],
            id="a-known-measure-from-to",
        ),
        pytest.param(
            "It answers with response times under 30 seconds.",
            [("30", "response time")],
            id="a-known-measure-bounded",
        ),
        pytest.param(
            "It is good on the news (MAE 0.054).", [("0.054", "MAE")], id="named-in-brackets"
        ),
        pytest.param("It shows gains of +0.12 MAP there.", [("0.12", "MAP")], id="signed-before"),
        pytest.param(
            "It has a high accuracy on SQuAD (Quax-Easy: 0.935, Hard: 0.875).",
            [("0.935", "accuracy"), ("0.875", "accuracy")],
            id="parts-before-a-colon",
        ),
        pytest.param(
            "It has 78.9% for F1 score and 63.4% for EM on test data.",
            [("78.9", "F1"), ("63.4", "EM")],
            id="for-a-measure",
        ),
        pytest.param(
            "It trains only 0.2% of the parameters.", [("0.2", "parameters")], id="share-of-a-cost"
        ),
        pytest.param("It uses 1.2 GB of GPU memory.", [("1.2", "GPU memory")], id="bytes-of"),
        pytest.param("Its model size shrinks by 87%.", [("87", "model size")], id="shrinks"),
        pytest.param("It correlates with ratings (r = .66).", [("0.66", "r")], id="correlation"),
        pytest.param(
            "It raises recall by 6.8% and 9.4% and accuracy by 3.1% and 4.7%.",
            [("6.8", "recall"), ("9.4", "recall"), ("3.1", "accuracy"), ("4.7", "accuracy")],
            id="each-with-by",
        ),
        pytest.param(
            "It raises the F1 of BERT on talks by 2.3x.", [("2.3", "F1")], id="multiplied-before"
        ),
        pytest.param(
            "It decodes faster by a factor of 2.3x and still improves BLEU.",
            [("2.3", None)],
            id="multiplied-no-more",
        ),
        pytest.param(
            "It has gains of 1.4% and 2.8% over BERT and GPT-2 in terms of F1.",
            [("1.4", "F1"), ("2.8", "F1")],
            id="behind-a-list",
        ),
        pytest.param(
            "It has an EM of 0.71 a low RMSE of 1.52 anda F1 of 0.73.",
            [("0.71", "EM"), ("1.52", "RMSE"), ("0.73", "F1")],
            id="commas-left-out",
        ),
        pytest.param(
            "It needs about 4GB and 6.5GB of memory.",
            [("4", "memory"), ("6.5", "memory")],
            id="of-what-behind-a-list",
        ),
        pytest.param(
            "Measured by BLEU it gains 7.4 from the baseline score of 7.1.",
            [("7.4", "BLEU"), ("7.1", "BLEU")],
            id="from-a-score",
        ),
        pytest.param(
            "With fewer parameters than BERT, it has an improvement of 3.4%.",
            [("3.4", None)],
            id="no-gain-of-a-size",
        ),
        pytest.param("It reduces the dose by 12 Gy in hearts.", [], id="no-unit"),
    ],
)
def test_metric(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert scores(text, "metric") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It has 91.3% accuracy on SQuAD.", [("91.3", "SQuAD")], id="behind"),
        pytest.param("On SQuAD it has 91.3% accuracy.", [("91.3", "SQuAD")], id="before"),
        pytest.param(
            "It has 91.3% accuracy on SQuAD and 88.1% on RACE.",
            [("91.3", "SQuAD"), ("88.1", "RACE")],
            id="each-its-own",
        ),
        pytest.param(
            "On SQuAD it has 91.3% accuracy, and on RACE 88.1%.",
            [("91.3", "SQuAD"), ("88.1", "RACE")],
            id="each-before",
        ),
        pytest.param(
            "It has 91.3%, 88.1% and 77.2% accuracy on SQuAD, RACE and BoolQ, respectively.",
            [("91.3", "SQuAD"), ("88.1", "RACE"), ("77.2", "BoolQ")],
            id="respectively",
        ),
        pytest.param(
            "It has an accuracy of 91.3% and an F1 of 88.1% on SQuAD.",
            [("91.3", "SQuAD"), ("88.1", "SQuAD")],
            id="one-for-both",
        ),
        pytest.param(
            "It has 91.3% accuracy on both SQuAD and RACE.", [("91.3", None)], id="two-for-one"
        ),
        pytest.param(
            "We test it on SQuAD. It has 91.3% accuracy.", [("91.3", "SQuAD")], id="only-dataset"
        ),
        pytest.param(
            "We test it on SQuAD and RACE. It has 91.3% accuracy.",
            [("91.3", None)],
            id="one-of-two",
        ),
        pytest.param(
            "We test it on SQuAD. It has 91.3% accuracy on our own talks.",
            [("91.3", None)],
            id="on-something-else",
        ),
        pytest.param(
            "We test it on SQuAD. It improves accuracy by 2.1%.",
            [("2.1", "SQuAD")],
            id="a-gain-of-a-measure-carries-it",
        ),
        pytest.param(
            "We test it on SQuAD. It improves results by 2.1%.",
            [("2.1", None)],
            id="a-gain-of-nothing-in-particular-carries-none",
        ),
        pytest.param(
            "We test it on SQuAD. It brings a 3x speedup.",
            [("3", None)],
            id="a-multiple-carries-none",
        ),
        pytest.param(
            "It improves accuracy by 2.1% on SQuAD.", [("2.1", "SQuAD")], id="a-gain-that-says-so"
        ),
        pytest.param("It has 91.3% accuracy.", [("91.3", None)], id="nowhere"),
        pytest.param("在SQuAD数据集上准确率为91.3%。", [("91.3", "SQuAD")], id="chinese-before"),
        pytest.param(
            "我们在SQuAD上做实验。在三个数据集上准确率为91.3%。",
            [("91.3", None)],
            id="chinese-unnamed-ones",
        ),
        pytest.param(
            "在SQuAD和RACE上准确率分别为91.3%和88.1%。",
            [("91.3", "SQuAD"), ("88.1", "RACE")],
            id="chinese-respectively",
        ),
        pytest.param(
            "QuaxNet has an ImageNet accuracy of 88.3% with the labels of JFT-300M.",
            [("88.3", "ImageNet")],
            id="in-the-name-of-the-measure",
        ),
        pytest.param(
            "We train on VCTK. QuaxNet solves the word analogy task with 75.0% accuracy.",
            [("75.0", None)],
            id="a-task-of-its-own",
        ),
        pytest.param(
            "QuaxNet has 71.1% AUC, 89.3% ACC and 73.0% F1 on SQuAD, RACE and GLUE.",
            [("71.1", "SQuAD"), ("89.3", "RACE"), ("73.0", "GLUE")],
            id="measures-between-the-numbers",
        ),
        pytest.param(
            "We test on SQuAD and RACE. It has an F1 of 91.1 and 88.2, respectively.",
            [("91.1", "SQuAD"), ("88.2", "RACE")],
            id="listed-in-the-sentence-before",
        ),
        pytest.param(
            "We test on SQuAD and RACE. It has an F1 of 91.1 and 88.2.",
            [("91.1", None), ("88.2", None)],
            id="not-said-to-be-respectively",
        ),
        pytest.param(
            "We use SQuAD for question answering and CoNLL03 for NER. It has 91.1 F1 on NER.",
            [("91.1", "CoNLL03")],
            id="named-for-the-task",
        ),
        pytest.param(
            "We took part in SemEval-2021 Task 7: QuaxHum. It has an F1 of 91.1 in subtask 1.",
            [("91.1", "SemEval-2021 Task 7")],
            id="title-of-a-task-is-no-second-dataset",
        ),
        pytest.param(
            "We train on VCTK. It has an F1 of 91.1 on the official test set.",
            [("91.1", "VCTK")],
            id="a-split-is-no-other-place",
        ),
        pytest.param(
            "We train on VCTK. It has a score of 91.1 on F1.",
            [("91.1", "VCTK")],
            id="a-measure-is-no-other-place",
        ),
        pytest.param(
            "We train on VCTK. It has an F1 of 91.1 on our new metric.",
            [("91.1", "VCTK")],
            id="an-unnamed-metric-is-no-other-place",
        ),
        pytest.param(
            "We train on VCTK. It has an F1 of 91.1 on recordings of our own.",
            [("91.1", None)],
            id="recordings-are-another-place",
        ),
        pytest.param(
            "We took part in WASSA 2022. It has an F1 of 91.1 on the emotion classification task.",
            [("91.1", "WASSA 2022")],
            id="task-of-a-campaign",
        ),
        pytest.param(
            "On ImageNet it has 31% fewer parameters.", [("31", None)], id="size-is-of-no-data"
        ),
        pytest.param(
            "It has 5.5% WER on VCTK, and 5.4% and 14.7% on TIMIT dev and test.",
            [("5.5", "VCTK"), ("5.4", "TIMIT"), ("14.7", "TIMIT")],
            id="list-on-one-dataset",
        ),
        pytest.param(
            "On VCTK it has 5.5% WER, and 5.4% WER on TIMIT.",
            [("5.5", "VCTK"), ("5.4", "TIMIT")],
            id="dataset-that-opens-the-sentence",
        ),
        pytest.param(
            "With COCO training, it has 23.4 PQ and 30.0 mIoU on ADE20K.",
            [("23.4", "ADE20K"), ("30.0", "ADE20K")],
            id="list-with-measures-on-one-dataset",
        ),
        pytest.param(
            "Its BLEU is 28.4 on WMT14 En-De and 41.8 on WMT14 En-Fr.",
            [("28.4", "WMT14 En-De"), ("41.8", "WMT14 En-Fr")],
            id="languages",
        ),
        pytest.param(
            "It gains much in accuracy (96.3% vs. 90.6% and 96.9% vs. 88% on Campus and Shelf, "
            "respectively), which are datasets. We test on Campus and Shelf.",
            [("96.3", "Campus"), ("90.6", "Campus"), ("96.9", "Shelf"), ("88", "Shelf")],
            id="versus",
        ),
        pytest.param(
            "It has 70.6% and 70.7% mIoU on the val and test set of Cityscapes, and 36% on ADE20K.",
            [("70.6", "Cityscapes"), ("70.7", "Cityscapes"), ("36", "ADE20K")],
            id="two-splits",
        ),
        pytest.param(
            "It has 92.1% accuracy on SQuAD with drops (0.2% ∼ 0.4% on SST-2 and 1.4% on AMI).",
            [("92.1", "SQuAD"), ("0.2", "SST-2"), ("0.4", "SST-2"), ("1.4", "AMI")],
            id="both-ends-of-a-range",
        ),
        pytest.param(
            "AMI is for training. It has an F1 of 94.3% on SQuAD. This is an F1 gain of 1.7%.",
            [("94.3", "SQuAD"), ("1.7", "SQuAD")],
            id="this-is",
        ),
        pytest.param(
            "We train on SQuAD and take part in SemEval-2020 Task 9 as a team that participated. "
            "Our system has an F1 of 0.62 on the aware track and 0.67 in the second subtask.",
            [("0.62", "SemEval-2020 Task 9"), ("0.67", "SemEval-2020 Task 9")],
            id="a-participant",
        ),
        pytest.param(
            "We lead on the OntoNotes task (79.6% F1) and do well on SQuAD, SST-2 and others.",
            [("79.6", "OntoNotes")],
            id="several-behind-another-before",
        ),
        pytest.param(
            "QuaxNet reaches F1 scores of 91.3% and 84.2% on SQuAD 1.1 and 2.0.",
            [("91.3", "SQuAD 1.1"), ("84.2", "SQuAD 2.0")],
            id="a-version-in-short",
        ),
        pytest.param(
            "We took part in QuaxLens-2024. Our results were 86.3% in the first subtask.",
            [("86.3", "QuaxLens-2024")],
            id="a-dated-name",
        ),
        pytest.param(
            "We reach 91.3% accuracy. A study on SQuAD comes last.",
            [("91.3", None)],
            id="named-only-later",
        ),
        pytest.param(
            "QuaxNet is 16.2x faster with 2 GB than the code that was written for SQuAD.",
            [("16.2", None), ("2", None)],
            id="a-multiple-is-in-no-list-of-scores",
        ),
        pytest.param(
            "We gain +5.7% on AlpacaEval and +6.8% on Quaxbench.",
            [("5.7", "AlpacaEval"), ("6.8", "Quaxbench")],
            id="signed-on",
        ),
        pytest.param(
            "We start with SQuAD. Across 13 tasks its accuracy is 84.2%.",
            [("84.2", None)],
            id="across-several",
        ),
        pytest.param(
            "We start with SQuAD. On our own data, its accuracy is 84.2%.",
            [("84.2", None)],
            id="opens-with-data-of-its-own",
        ),
        pytest.param(
            "We test on SQuAD. Based on our new loss, the accuracy is 84.2%.",
            [("84.2", "SQuAD")],
            id="based-on",
        ),
        pytest.param(
            "We test on SQuAD. Trained on two tasks, it has an accuracy of 84.2%.",
            [("84.2", "SQuAD")],
            id="trained-on-several",
        ),
        pytest.param(
            "We have an accuracy of 91.2% and 75.3% on SQuAD, RACE, respectively.",
            [("91.2", "SQuAD"), ("75.3", "RACE")],
            id="a-list-of-two-without-and",
        ),
        pytest.param(
            "We present QuaxBench, a benchmark of quizzes. On our new benchmark, the accuracy is "
            "84.2%.",
            [("84.2", "QuaxBench")],
            id="opens-with-what-is-introduced",
        ),
        pytest.param(
            "We took part in SemEval-2020 Task 9. On the three tasks its accuracy is 84.2%.",
            [("84.2", "SemEval-2020 Task 9")],
            id="several-of-a-campaign",
        ),
        pytest.param(
            "This is for the Shared Task on Owl Spotting at QX-EDI@RANLP 2023. Our accuracy is "
            "84.2%.",
            [("84.2", "Shared Task on Owl Spotting")],
            id="a-shared-task-and-where-it-was-held",
        ),
        pytest.param(
            "We took part in SemEval-2020 Task 9. Our accuracy is 84.2% on Tamil, which is good.",
            [("84.2", "SemEval-2020 Task 9")],
            id="a-language-of-a-campaign",
        ),
        pytest.param(
            "We start with SQuAD. Our accuracy is 84.2% on Tamil, which is good.",
            [("84.2", None)],
            id="a-language-of-its-own",
        ),
        pytest.param(
            "QuaxNet leads on CoNLL 2003 NER data. It has an F1 of 0.87.",
            [("0.87", "CoNLL 2003")],
            id="a-year-within",
        ),
        pytest.param(
            "It gains 17.6% accuracy on the dataset ImageNet.In all others it gains much.",
            [("17.6", "ImageNet")],
            id="no-blank-behind-the-dot",
        ),
        pytest.param(
            "It has 47.2% mIoU over ADE20K, COCO and Cityscapes, better by more than 4.1%.",
            [("47.2", None), ("4.1", None)],
            id="over-several",
        ),
        pytest.param(
            "It has an F1 of 76.9% on SQuAD and 96.7% on RACE while running at 148 FPS.",
            [("76.9", "SQuAD"), ("96.7", "RACE"), ("148", None)],
            id="cost-behind",
        ),
        pytest.param(
            "On SQuAD, it has an F1 of 76.9% and runs at 148 FPS.",
            [("76.9", "SQuAD"), ("148", "SQuAD")],
            id="cost-on-what-opens",
        ),
        pytest.param(
            "It has 68.3% (1-shot) and 84.1% (5-shot) accuracy on SQuAD, "
            "and 72.4% (1-shot) and 86.9% (5-shot) on RACE.",
            [("68.3", "SQuAD"), ("84.1", "SQuAD"), ("72.4", "RACE"), ("86.9", "RACE")],
            id="brackets-between",
        ),
        pytest.param(
            "It has an F1 of 52.3% and a recall of 84.9% on SQuAD, "
            "and an F1 of 6.8% and a recall of 10.7% on RACE.",
            [("52.3", "SQuAD"), ("84.9", "SQuAD"), ("6.8", "RACE"), ("10.7", "RACE")],
            id="measures-between",
        ),
    ],
)
def test_dataset(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert scores(text, "dataset") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "We propose QuaxNet. It has 91.3% accuracy.", [("91.3", "QuaxNet")], id="introduced"
        ),
        pytest.param(
            "We propose a network. It has 91.3% accuracy.", [("91.3", OWN)], id="introduced-unnamed"
        ),
        pytest.param(
            "We propose QuaxNet. BERT achieves 91.3% accuracy.", [("91.3", "BERT")], id="subject"
        ),
        pytest.param(
            "We propose QuaxNet. On SQuAD, BERT achieves 91.3% accuracy.",
            [("91.3", "BERT")],
            id="subject-behind-a-place",
        ),
        pytest.param(
            "We propose QuaxNet. BERT has 91.3% accuracy.", [("91.3", "BERT")], id="opening-subject"
        ),
        pytest.param(
            "We propose QuaxNet. Unlike BERT, it has 91.3% accuracy.",
            [("91.3", "QuaxNet")],
            id="opening-but-no-subject",
        ),
        pytest.param(
            "We propose QuaxNet. QuaxNet achieves 91.3% accuracy, while BERT achieves 88.1%.",
            [("91.3", "QuaxNet"), ("88.1", "BERT")],
            id="two-subjects",
        ),
        pytest.param(
            "BERT and LUKE have 91.3% and 88.1% accuracy.",
            [("91.3", "BERT"), ("88.1", "LUKE")],
            id="list",
        ),
        pytest.param(
            "We propose a trick. Accuracy rises by 1.0% for VGG-16, 0.5% for BERT.",
            [("1.0", "VGG-16"), ("0.5", "BERT")],
            id="what-it-is-for",
        ),
        pytest.param(
            "We propose QuaxNet. It beats BERT, with 91.3% accuracy.",
            [("91.3", "QuaxNet")],
            id="compared-is-no-holder",
        ),
        pytest.param(
            "We propose QuaxNet. Its accuracy is 91.3%; the baseline has 89.2%.",
            [("91.3", "QuaxNet"), ("89.2", None)],
            id="of-an-unnamed-other",
        ),
        pytest.param(
            "We propose QuaxNet. The best baseline has 68.3% and 30.2% accuracy.",
            [("68.3", None), ("30.2", None)],
            id="list-of-an-unnamed-other",
        ),
        pytest.param(
            "We propose QuaxNet. The BERT is at an accuracy of 60.1%.",
            [("60.1", "BERT")],
            id="opening-behind-an-article",
        ),
        pytest.param(
            "We propose QuaxNet. BERT-like ones are at an accuracy of 60.1%.",
            [("60.1", "QuaxNet")],
            id="opening-of-a-compound",
        ),
        pytest.param(
            "We propose QuaxNet. Human accuracy is 97.1%.", [("97.1", None)], id="of-people"
        ),
        pytest.param(
            "本文提出QuaxNet模型。准确率为91.3%。", [("91.3", "QuaxNet")], id="chinese-introduced"
        ),
        pytest.param(
            "本文提出QuaxNet模型。BERT模型准确率为91.3%。", [("91.3", "BERT")], id="chinese-other"
        ),
        pytest.param(
            "本文提出QuaxNet模型。BERT在SQuAD上的准确率为91.3%。",
            [("91.3", "BERT")],
            id="chinese-on",
        ),
        pytest.param(
            "本文提出QuaxNet模型。相比BERT，准确率提高2.1%。",
            [("2.1", "QuaxNet")],
            id="chinese-compared",
        ),
        pytest.param(
            "本文构建语料库。标注一致性达到0.81的准确率。", [("0.81", None)], id="chinese-agreement"
        ),
        pytest.param(
            "本文提出QuaxNet模型。其他队伍准确率为91.3%。", [("91.3", None)], id="chinese-others"
        ),
        pytest.param(
            "Our best baseline (DeBERTa) outperforms BERT by 3.0% accuracy.",
            [("3.0", "DeBERTa")],
            id="in-brackets",
        ),
        pytest.param("The previous best accuracy is 93.3%.", [("93.3", None)], id="of-the-field"),
        pytest.param(
            "The strongest baseline only has 68.3% and 30.0% F1.",
            [("68.3", None), ("30.0", None)],
            id="listed-with-others",
        ),
        pytest.param(
            "We propose QuaxNet. It outperforms BERT (91.3% accuracy).",
            [("91.3", "BERT")],
            id="in-its-brackets",
        ),
        pytest.param(
            "We propose QuaxNet. QuaxNet with ResNet-50 achieves 91.3% accuracy.",
            [("91.3", "QuaxNet")],
            id="what-it-is-used-with",
        ),
        pytest.param(
            "We propose QuaxNet. Our ResNet-50 achieves 91.3% accuracy.",
            [("91.3", "QuaxNet")],
            id="our-backbone",
        ),
        pytest.param(
            "We propose QuaxNet. BERT can achieve 91.3% accuracy.",
            [("91.3", "BERT")],
            id="can",
        ),
        pytest.param(
            "We propose QuaxNet. It has 96.3% vs. 90.6% accuracy.",
            [("96.3", "QuaxNet"), ("90.6", None)],
            id="versus",
        ),
        pytest.param(
            "The accuracy of Quax v1 and v2 is 91.3% and 92.4%. We propose Quax v1.",
            [("91.3", "Quax v1"), ("92.4", "Quax v2")],
            id="version-without-its-name",
        ),
        pytest.param(
            "BERT, trained only on books, achieves an F1 of 90.1. It has an F1 of 80.2.",
            [("90.1", "BERT"), ("80.2", "BERT")],
            id="apposition-and-it",
        ),
        pytest.param(
            "We propose QuaxNet. BERT achieves an F1 of 90.1. It has an F1 of 80.2.",
            [("90.1", "BERT"), ("80.2", "QuaxNet")],
            id="it-of-a-paper-with-a-method",
        ),
        pytest.param(
            "QuaxNet (ResNet-50) achieves an mIoU of 47.8.",
            [("47.8", "QuaxNet")],
            id="backbone-in-brackets",
        ),
        pytest.param(
            "The best models only reach an F1 of 46.2.", [("46.2", None)], id="best-of-others"
        ),
        pytest.param(
            "Our best model reaches an F1 of only 46.2.", [("46.2", "(this paper)")], id="our-best"
        ),
        pytest.param(
            "All fail, with the best model achieving an F1 of 55.1.",
            [("55.1", None)],
            id="with-the-best",
        ),
        pytest.param(
            "We propose QuaxNet. Without any prior, our method has an F1 of 70.6.",
            [("70.6", "QuaxNet")],
            id="a-prior-is-no-prior-work",
        ),
        pytest.param("The inter-rater reliability is 61.1%.", [("61.1", None)], id="of-raters"),
        pytest.param(
            "We show a strong BERT model for NER, which achieves an F1 of 92.8.",
            [("92.8", "BERT")],
            id="which",
        ),
        pytest.param(
            "Unlike GPT-2 we look at BERT and RoBERTa, which achieves an F1 of 92.8.",
            [("92.8", "RoBERTa")],
            id="which-of-the-nearest",
        ),
        pytest.param(
            "QuaxNet outperforms a state-of-the-art semantic parser, improving accuracy from 23% "
            "to 59%.",
            [("23", "semantic parser"), ("59", "QuaxNet")],
            id="before-is-of-what-is-outperformed",
        ),
        pytest.param(
            "QuaxNet outperforms prior work, with an F1 of 90.1.",
            [("90.1", "QuaxNet")],
            id="who-outperforms-reports-of-itself",
        ),
        pytest.param(
            "On VCTK our used MacBERT model achieves an F1 of 61.1.",
            [("61.1", "MacBERT")],
            id="head-before-the-verb",
        ),
        pytest.param(
            "Of an SVM and an LSTM the SVM performed best with an F1 of 61.1.",
            [("61.1", "SVM")],
            id="performed",
        ),
        pytest.param(
            "Our single model with a vanilla ResNet50 backbone achieves an mIoU of 72.3.",
            [("72.3", "(this paper)")],
            id="our-model-with",
        ),
        pytest.param(
            "By fine-tuning the BioBERT model, we achieved an F1 of 88.5.",
            [("88.5", "BioBERT")],
            id="opening",
        ),
        pytest.param(
            "We propose QuaxNet. By fine-tuning BERT, we achieved an F1 of 88.5.",
            [("88.5", "QuaxNet")],
            id="opening-of-a-paper-with-a-method",
        ),
        pytest.param(
            "We reach 67.7% accuracy, compared to the previous state-of-the-art result of 65.4%.",
            [("67.7", "(this paper)"), ("65.4", None)],
            id="previous-state-of-the-art",
        ),
        pytest.param(
            "We reach an F1 of 84.6, well above the best published F1 of 81.8.",
            [("84.6", "(this paper)"), ("81.8", None)],
            id="best-published",
        ),
        pytest.param(
            "Tests show that the state-of-the-art method only achieves an F1 of 13.1.",
            [("13.1", None)],
            id="only-achieves",
        ),
        pytest.param(
            "Our tests show that the best system only reaches an F1 of 13.1.",
            [("13.1", None)],
            id="tests-show-that",
        ),
        pytest.param(
            "We propose a sparse owl attention (SOA) module. SOA is fast. We build a tracker, "
            "termed QuaxNet. Our tracker has 71.1% AUC.",
            [("71.1", "QuaxNet")],
            id="the-whole-not-its-part",
        ),
        pytest.param(
            "We propose the QuaxLoss function. Our model has 71.1% AUC.",
            [("71.1", "QuaxLoss")],
            id="a-part-where-nothing-else-is-named",
        ),
        pytest.param(
            "We propose QuaxNet. Using large QuaxNet and BERT, we reach 64.3 and 64.4 mAP on COCO "
            "and ADE20K, respectively.",
            [("64.3", "QuaxNet"), ("64.4", "QuaxNet")],
            id="no-list-before-we",
        ),
        pytest.param(
            "Here we achieve 25.8 MPJPE on Human 3.6M with only 5M parameters.",
            [("25.8", "(this paper)"), ("5000000", "(this paper)")],
            id="a-dataset-is-no-human",
        ),
        pytest.param(
            "We introduce two methods - Weighted Owling and Linear Owling. We reach an F1 of 70.1.",
            [("70.1", "(this paper)")],
            id="two-methods-of-ones-own",
        ),
        pytest.param(
            "FastText has an F1 of 0.74, outperforming BERT, which achieves an F1 of 0.62.",
            [("0.74", "FastText"), ("0.62", "BERT")],
            id="which-is-said-of-the-compared",
        ),
        pytest.param(
            "There is a gap in accuracy (BERT at 61.4% vs. GPT-2 at 88%).",
            [("61.4", "BERT"), ("88", "GPT-2")],
            id="at",
        ),
        pytest.param(
            "QuaxNet is 16 times faster than the distributed training for BERT.",
            [("16", "QuaxNet")],
            id="not-what-others-are-for",
        ),
        pytest.param(
            "We find that the best-performing model is BERT with an accuracy of 91.2%.",
            [("91.2", "BERT")],
            id="the-best-is",
        ),
        pytest.param(
            "The best-performing model—a fine-tuned BERT—achieves an F1 of 0.87.",
            [("0.87", "BERT")],
            id="between-dashes",
        ),
        pytest.param(
            "We show that by simply finetuning a RoBERTa model, we can achieve 97.8% accuracy.",
            [("97.8", "RoBERTa")],
            id="behind-that",
        ),
        pytest.param(
            "It has 23 BLEU, compared to the 18 BLEU of strong baselines.",
            [("23", "(this paper)"), ("18", None)],
            id="of-others-behind-the-measure",
        ),
        pytest.param(
            "This surpasses BERT (F1 0.32-0.36), GPT-2 (0.28-0.33) and LSTM (0.30).",
            [
                ("0.32", "BERT"),
                ("0.36", "BERT"),
                ("0.28", "GPT-2"),
                ("0.33", "GPT-2"),
                ("0.30", "LSTM"),
            ],
            id="in-brackets-with-the-measure",
        ),
        pytest.param(
            "There are large swings in accuracy (29.4% on GPT-2 and 83.2% on BERT).",
            [("29.4", "GPT-2"), ("83.2", "BERT")],
            id="on-each",
        ),
        pytest.param(
            "The accuracy of BERT even drops from 80.0% to 58.1%.",
            [("80.0", "BERT"), ("58.1", "BERT")],
            id="what-drops",
        ),
        pytest.param(
            "Tests with BERT show that our method can reach an accuracy of 39.6%.",
            [("39.6", "(this paper)")],
            id="ours",
        ),
        pytest.param(
            "An LSTM hybrid model attained an F1 of 0.26 while BERT could only reach 0.2.",
            [("0.26", "LSTM"), ("0.2", "BERT")],
            id="a-kind-of-model",
        ),
        pytest.param(
            "BERT, which weighs its loss, yields an F1 of 0.43.", [("0.43", "BERT")], id="a-clause"
        ),
        pytest.param(
            "Eight teams participated in the shared task. The best system has an F1 of 0.72.",
            [("0.72", None)],
            id="an-overview",
        ),
        pytest.param(
            "Our system has an F1 of 0.7. Additionally, we present QuaxBERT for all.",
            [("0.7", "(this paper)")],
            id="what-a-paper-has-besides",
        ),
        pytest.param(
            "We formulate the problem and introduce QuaxNet, a framework. Its F1 is 0.7.",
            [("0.7", "QuaxNet")],
            id="introduced-in-coordination",
        ),
        pytest.param(
            "Both perform better than their baselines and GPT-2 outperforms BERT by 1.4 F1.",
            [("1.4", "GPT-2")],
            id="not-compared-behind-and",
        ),
        pytest.param(
            "QuaxNet reaches it with 10% of BERT parameters.",
            [("10", "QuaxNet")],
            id="no-holder-of-a-size",
        ),
        pytest.param(
            "It has an accuracy of 89.5%, compared to 72.6% for the best unsupervised one.",
            [("89.5", "(this paper)"), ("72.6", None)],
            id="compared-to",
        ),
        pytest.param(
            "It has an accuracy of 89.5%, compared to 72.6% for BERT.",
            [("89.5", "(this paper)"), ("72.6", "BERT")],
            id="compared-to-somebody",
        ),
        pytest.param(
            "It has an accuracy of 79.1% (the winning team had 82.2%).",
            [("79.1", "(this paper)"), ("82.2", None)],
            id="the-winner",
        ),
        pytest.param(
            "The system beat the baseline and achieved an F1 of 87%.",
            [("87", "(this paper)")],
            id="behind-the-baseline",
        ),
        pytest.param(
            "The fine-tuning experiments show an accuracy of 80.1%.",
            [("80.1", "(this paper)")],
            id="no-subject",
        ),
        pytest.param(
            "Its inter-annotator agreement is 0.49.", [("0.49", None)], id="annotators-agree"
        ),
        pytest.param(
            "We have 23.4 and 15.9 BLEU, respectively, using two-stage fine-tuned BERT.",
            [("23.4", "BERT"), ("15.9", "BERT")],
            id="used-behind",
        ),
        pytest.param(
            "We have 23.4 BLEU using our own BERT.", [("23.4", "(this paper)")], id="our-own-used"
        ),
        pytest.param(
            "We have 23.4 BLEU using BERT and GPT-2.", [("23.4", "(this paper)")], id="two-used"
        ),
        pytest.param(
            "It has an F1 of 0.74 (the F1 of the top ranked system was 0.82).",
            [("0.74", "(this paper)"), ("0.82", None)],
            id="top-ranked",
        ),
        pytest.param(
            "Our tests show that BERT leads to a gain in F1 of 3.9%.",
            [("3.9", "BERT")],
            id="what-tests-show",
        ),
        pytest.param(
            "We show that joint training leads to a gain in F1 of 3.9%.",
            [("3.9", OWN)],
            id="what-tests-show-of-a-technique",
        ),
        pytest.param(
            "The best results were obtained with the BERT model, with an F1 of 88.1%.",
            [("88.1", "BERT")],
            id="best-obtained-with",
        ),
        pytest.param(
            "The results were prepared with the BERT model and have an F1 of 88.1%.",
            [("88.1", OWN)],
            id="prepared-with",
        ),
        pytest.param(
            "We tried BERT, GPT-2 and T5 on our talks, which resulted in an F1 of 0.96, 0.94 and "
            "0.95 respectively.",
            [("0.96", "BERT"), ("0.94", "GPT-2"), ("0.95", "T5")],
            id="listed-on-our-data",
        ),
        pytest.param(
            "It has an F1 of 68.5% over 66.5% by BERT.",
            [("68.5", OWN), ("66.5", "BERT")],
            id="by",
        ),
        pytest.param(
            "Its F1 of 68.5% rises to 69.5% by pre-training.",
            [("68.5", OWN), ("69.5", OWN)],
            id="by-doing-so",
        ),
        pytest.param(
            "The best language model, BERT, achieved an F1 of 0.68 and 81.5% recall.",
            [("0.68", "BERT"), ("81.5", "BERT")],
            id="the-best-of-its-kind",
        ),
        pytest.param(
            "Our team reports good results, with BERT performing at 77.3% accuracy.",
            [("77.3", "BERT")],
            id="performing",
        ),
        pytest.param(
            "Experiments on GPT-2 demonstrate good results with an accuracy of 77.3%.",
            [("77.3", OWN)],
            id="what-experiments-are-on",
        ),
        pytest.param(
            "Attempts at spotting owls come to an F1 of 65%. Our spotter has an F1 of 91%.",
            [("65", None), ("91", OWN)],
            id="background",
        ),
        pytest.param(
            "Spotting owls is hard. The new spotter has an F1 of 91%.",
            [("91", OWN)],
            id="no-background-without-us",
        ),
        pytest.param(
            "A spotter called QuaxNet is introduced. It has an F1 of 91%. We like it. So be it.",
            [("91", "QuaxNet")],
            id="no-background-behind-what-is-introduced",
        ),
        pytest.param(
            "Owls are hard to spot. The new spotter has an F1 of 91%. We release it.",
            [("91", OWN)],
            id="no-background-before-the-last-sentence",
        ),
        pytest.param(
            "We introduce QuaxNet. We argue that BERT is slow, and reach an F1 of 91%.",
            [("91", "QuaxNet")],
            id="what-is-argued",
        ),
        pytest.param(
            "QuaxNet surpasses the best results achieved by BERT with an F1 of 91%.",
            [("91", "QuaxNet")],
            id="best-of-others",
        ),
        pytest.param(
            "QuaxNet improves its F1 to 91.2% by BERT pruning.",
            [("91.2", "QuaxNet")],
            id="by-doing-it-to-one",
        ),
        pytest.param(
            "Using GPT-4 to label quizzes, a small parser has an F1 of 91%.",
            [("91", OWN)],
            id="used-for-something-else",
        ),
        pytest.param(
            "We propose QuaxNet. On current quizzes, QuaxNet has an F1 of 91%.",
            [("91", "QuaxNet")],
            id="current-data",
        ),
        pytest.param(
            "Our data are hard: current parsers have an F1 of 65%.", [("65", OWN)], id="our-data"
        ),
        pytest.param(
            "Tests reveal that current models have an F1 of 65%.", [("65", None)], id="current"
        ),
        pytest.param(
            "All frontier models have less than 50% accuracy on our data.",
            [("50", None)],
            id="less-than-is-no-comparison",
        ),
        pytest.param(
            "Then, with BERT, an F1 of 87.4% is reached.", [("87.4", "BERT")], id="opens-with"
        ),
        pytest.param(
            "The best F1 of our parser is 84.1%, that of BERT 83.4%.",
            [("84.1", OWN), ("83.4", "BERT")],
            id="that-of",
        ),
        pytest.param("We show how BERT's F1 drops to 46%.", [("46", "BERT")], id="how-its"),
        pytest.param("Our F1 is close to BERT's F1 of 83%.", [("83", "BERT")], id="close-to-its"),
        pytest.param("We improve BERT's F1 to 83%.", [("83", OWN)], id="no-subject"),
        pytest.param(
            "They are close (BERT, F1 91%; GPT-2, F1 87%).",
            [("91", "BERT"), ("87", "GPT-2")],
            id="in-one-bracket",
        ),
        pytest.param(
            "We reach 80% F1 and the second best method reaches 77%.",
            [("80", OWN), ("77", None)],
            id="the-second-best-method",
        ),
        pytest.param(
            "We reach the best F1 of 80% on A and the second best of 77% on B.",
            [("80", OWN), ("77", OWN)],
            id="our-second-best",
        ),
        pytest.param(
            "BERT fine-tuning and GPT-2 prompting reach 81.2% and 76.4%.",
            [("81.2", "BERT"), ("76.4", "GPT-2")],
            id="what-is-done-with-each",
        ),
    ],
)
def test_method(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert scores(text, "method") == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        pytest.param(
            "It has a WER of 4.2% for speech recognition.", None, "speech recognition", id="behind"
        ),
        pytest.param(
            "For speech recognition it has a WER of 4.2%.", None, "speech recognition", id="before"
        ),
        pytest.param(
            "We study speech recognition. Speech recognition is hard. It has a WER of 4.2%.",
            None,
            "speech recognition",
            id="the-only-one",
        ),
        pytest.param(
            "We use speech recognition. It has a WER of 4.2%.", None, None, id="named-in-passing"
        ),
        pytest.param(
            "We study speech recognition and speaker verification. It has a WER of 4.2%.",
            None,
            None,
            id="one-of-two",
        ),
        pytest.param(
            "We study speech recognition and speaker verification. It has a WER of 4.2%.",
            "Owls and speech recognition",
            "speech recognition",
            id="in-the-title",
        ),
        pytest.param(
            "It has a WER of 4.2%.", "On speech recognition", None, id="only-in-the-title"
        ),
        pytest.param("It has a WER of 4.2%.", None, None, id="nowhere"),
    ],
)
def test_task(text: str, title: str | None, expected: str | None) -> None:
    assert scores(text, "task", title=title) == [("4.2", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It gains 2.1% accuracy over BERT.", "BERT", id="over"),
        pytest.param("It has 2.1% higher accuracy than BERT.", "BERT", id="than"),
        pytest.param("Compared to BERT, it gains 2.1% accuracy.", "BERT", id="compared-to"),
        pytest.param("It outperforms BERT by 2.1% accuracy.", "BERT", id="outperforms"),
        pytest.param("Relative to BERT, accuracy rises by 2.1%.", "BERT", id="relative-to"),
        pytest.param("It gains 2.1% accuracy with BERT.", None, id="with"),
        pytest.param("It gains 2.1% accuracy.", None, id="nobody"),
        pytest.param(
            "Compared to others, in BERT it gains 2.1% accuracy.", None, id="another-clause"
        ),
        pytest.param("与BERT相比，准确率提高2.1%。", "BERT", id="chinese-compared"),
        pytest.param("准确率比BERT提高2.1%。", "BERT", id="chinese-than"),
        pytest.param("BERT的准确率提高2.1%。", None, id="chinese-nobody"),
    ],
)
def test_baseline(text: str, expected: str | None) -> None:
    assert scores(text, "baseline") == [("2.1", expected)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param(
            "It reduces the WER from 5.1% to 4.2% compared to BERT.",
            "BERT",
            "QuaxNet",
            id="compared-behind",
        ),
        pytest.param(
            "Compared to BERT, it reduces the WER from 5.1% to 4.2%.",
            "BERT",
            "QuaxNet",
            id="compared-before",
        ),
        pytest.param("It reduces the WER from 5.1% to 4.2%.", None, "QuaxNet", id="nobody"),
        pytest.param("It reduces its WER from 5.1% to 4.2%.", "QuaxNet", "QuaxNet", id="its"),
    ],
)
def test_the_first_end_of_a_change_is_the_others(text: str, before: str, after: str) -> None:
    text = f"We propose QuaxNet. {text}"
    assert scores(text, "kind", "qualifier", "metric", "method", "baseline") == [
        ("5.1", "absolute", "before", "WER", before, None),
        ("4.2", "absolute", "after", "WER", after, None),
    ]
