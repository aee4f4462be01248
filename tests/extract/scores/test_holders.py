"""Whose a number is, in sentences that compare: subjects of clauses, what stands behind a value."""

from __future__ import annotations

import pytest
from reading import extract

OWN = "(this paper)"


def holders(text: str) -> list[tuple[str, str | None]]:
    return [(score.text, score.method) for score in extract(text).scores]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "GPT-4 obtains an accuracy of 71.3% on SQuAD, whereas BERT stays at 48.9%.",
            [("71.3%", "GPT-4"), ("48.9%", "BERT")],
            id="whereas",
        ),
        pytest.param(
            "Our parser reaches 56.8% accuracy under attack; BERT has 53.1% and 84.9%.",
            [("56.8%", OWN), ("53.1%", "BERT"), ("84.9%", "BERT")],
            id="semicolon-and-list",
        ),
        pytest.param(
            "RoBERTa obtains 74.9% accuracy and BERT only 69.2%.",
            [("74.9%", "RoBERTa"), ("69.2%", "BERT")],
            id="only",
        ),
        pytest.param(
            "Our parser has 90.2% accuracy, while the accuracy of BERT is 80.1%, 81.2% and 82.3%.",
            [("90.2%", OWN), ("80.1%", "BERT"), ("81.2%", "BERT"), ("82.3%", "BERT")],
            id="of-a-list",
        ),
        pytest.param(
            "RoBERTa obtained an accuracy of 79.2%, BERT 83.5% and ELECTRA 90.8%.",
            [("79.2%", "RoBERTa"), ("83.5%", "BERT"), ("90.8%", "ELECTRA")],
            id="verb-left-out",
        ),
        pytest.param(
            "RoBERTa has an accuracy of 81.4%, followed by BERT with 67.6% and ELECTRA with 50.3%.",
            [("81.4%", "RoBERTa"), ("67.6%", "BERT"), ("50.3%", "ELECTRA")],
            id="followed-by",
        ),
        pytest.param(
            "RoBERTa has 91.2% accuracy, followed by a fine-tuned BERT with 89.1%.",
            [("91.2%", "RoBERTa"), ("89.1%", "BERT")],
            id="followed-by-a-tuned",
        ),
        pytest.param(
            "Tuning, followed by distillation leads to gains, reaching an F1 of 51.5%.",
            [("51.5%", OWN)],
            id="followed-by-a-step",
        ),
        pytest.param(
            "Our parser has an F1 of 84.7%; the F1 of BERT on SQuAD is 44.7%.",
            [("84.7%", OWN), ("44.7%", "BERT")],
            id="measure-of",
        ),
        pytest.param(
            "Our parser has 96.1% accuracy, while BERT, which was trained on books, reaches 95.1%.",
            [("96.1%", OWN), ("95.1%", "BERT")],
            id="with-a-clause",
        ),
        pytest.param(
            "Our parser outperforms BERT (54.3% vs. 32.5% accuracy).",
            [("54.3%", OWN), ("32.5%", "BERT")],
            id="versus",
        ),
        pytest.param(
            "Our parser lowers the WER to 27.6% instead of 28.7%.",
            [("27.6%", OWN), ("28.7%", None)],
            id="instead-of",
        ),
        pytest.param(
            "Our parser scores 12.8% accuracy, exceeding BERT by 2.5% and 1.4%, respectively.",
            [("12.8%", OWN), ("2.5%", OWN), ("1.4%", OWN)],
            id="respectively-behind-values",
        ),
        pytest.param(
            "It ranked third out of 31 teams with an accuracy of 77.4%.",
            [("77.4%", OWN)],
            id="counted-teams",
        ),
        pytest.param(
            "It has 91.2% accuracy on SQuAD, and outperformed BERT with 88.1% on RACE.",
            [("91.2%", OWN), ("88.1%", OWN)],
            id="a-verb-in-the-past",
        ),
        pytest.param(
            "It has 91.2% accuracy on SQuAD, where BERT embeddings help, and 84.1% on RACE.",
            [("91.2%", OWN), ("84.1%", OWN)],
            id="a-clause-that-ended",
        ),
        pytest.param(
            "It has an accuracy of 88.1%, and quantization brings the model size to 14 MB.",
            [("88.1%", OWN), ("14 MB", OWN)],
            id="a-step-of-ones-own",
        ),
        pytest.param(
            "It has 71.2% accuracy on SQuAD, reducing the error of BERT by 13%.",
            [("71.2%", OWN), ("13%", OWN)],
            id="an-object",
        ),
        pytest.param(
            "It has 71.2% accuracy on SQuAD and beats BERT at any scale (50.5% vs. 49.7%).",
            [("71.2%", OWN), ("50.5%", OWN), ("49.7%", None)],
            id="a-verb-before",
        ),
        pytest.param(
            "RoBERTa gets an accuracy of 38.6% and BERT an accuracy of 42.1%.",
            [("38.6%", "RoBERTa"), ("42.1%", "BERT")],
            id="only-the-verb-left-out",
        ),
        pytest.param(
            "RoBERTa has the highest accuracy with 98.2% and BERT the lowest with 94.9%.",
            [("98.2%", "RoBERTa"), ("94.9%", "BERT")],
            id="the-lowest",
        ),
        pytest.param(
            "RoBERTa has an F1 of 84.7%, while BERT with 109M parameters has an F1 of 80.1%.",
            [("84.7%", "RoBERTa"), ("109M", "BERT"), ("80.1%", "BERT")],
            id="with-its-size",
        ),
        pytest.param(
            "Our parser has 90.1% accuracy, whereas BERT needs 66M parameters for 89.2%.",
            [("90.1%", OWN), ("66M", "BERT"), ("89.2%", "BERT")],
            id="needs",
        ),
        pytest.param(
            "The best baseline, BERT, achieves an F1 of 64.9%.", [("64.9%", "BERT")], id="apposed"
        ),
        pytest.param(
            "BERT, for example, only achieves an F1 of 64.9%.", [("64.9%", "BERT")], id="aside"
        ),
        pytest.param("BERT's F1 drops to 46.2% here.", [("46.2%", "BERT")], id="possessive"),
        pytest.param("Our loss improves BERT's F1 by 3.2%.", [("3.2%", OWN)], id="of-an-object"),
        pytest.param(
            "Our parser beats the strongest baseline, BERT, reaching an F1 of 91.2%.",
            [("91.2%", OWN)],
            id="apposed-to-an-object",
        ),
        pytest.param(
            "Our tests with people from two towns show that BERT reaches an F1 of 90.3%.",
            [("90.3%", "BERT")],
            id="our-tests-with",
        ),
        pytest.param(
            "The error is reduced to 3.2% with data augmentation.", [("3.2%", OWN)], id="to-with"
        ),
        pytest.param(
            "The F1 for BERT improves to 85.2% here.", [("85.2%", "BERT")], id="improves-to"
        ),
        pytest.param(
            "Our parser based on topic models and BERT is able to reach an F1 of 64.9%.",
            [("64.9%", OWN)],
            id="ours-based-on",
        ),
        pytest.param(
            "Using GPT-4 without any fine-tuning, our strategy has an F1 of 64.9%.",
            [("64.9%", OWN)],
            id="without",
        ),
        pytest.param(
            "With improved pre-training, this approach has an F1 of 64.9%.",
            [("64.9%", OWN)],
            id="this-approach",
        ),
    ],
)
def test_the_subject_of_a_clause_has_its_number(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert holders(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "It has 79.1% accuracy, compared to 81.8% for the full-precision BERT.",
            [("79.1%", OWN), ("81.8%", "BERT")],
            id="described",
        ),
        pytest.param(
            "It has an F1 of 36.5% and 13.1%, versus 38.6% and 14.8% for BERT.",
            [("36.5%", OWN), ("13.1%", OWN), ("38.6%", "BERT"), ("14.8%", "BERT")],
            id="list",
        ),
        pytest.param(
            "It beats BERT (91.8% and 97.9% accuracy) on both.",
            [("91.8%", "BERT"), ("97.9%", "BERT")],
            id="brackets",
        ),
        pytest.param(
            "It has 79.1% accuracy, compared to 81.8% for a tuned BERT.",
            [("79.1%", OWN), ("81.8%", "BERT")],
            id="a-described",
        ),
        pytest.param(
            "It has a perplexity of 13.7, compared to 15.2 with BERT and 16.6 with GPT-2.",
            [("13.7", OWN), ("15.2", "BERT"), ("16.6", "GPT-2")],
            id="compared-to-with",
        ),
        pytest.param(
            "It has 42.1% accuracy against BERT's 15.8%.",
            [("42.1%", OWN), ("15.8%", "BERT")],
            id="possessive",
        ),
        pytest.param(
            "It has 79.1% accuracy, compared to over 85.2% accuracy for humans.",
            [("79.1%", OWN), ("85.2%", None)],
            id="humans",
        ),
        pytest.param(
            "It is the better one in 88.3% of cases during a BERT evaluation.",
            [("88.3%", OWN)],
            id="of-something-else",
        ),
        pytest.param(
            "Our loss improves accuracy by 4.2% for a BERT that is small.",
            [("4.2%", OWN)],
            id="improved-for",
        ),
        pytest.param(
            "An F1 of 73.1% was achieved by the fine-tuned BERT model.",
            [("73.1%", "BERT")],
            id="achieved-by",
        ),
        pytest.param(
            "It surpasses its teacher (BERT, F1 = 55.1%).",
            [("55.1%", "BERT")],
            id="in-its-brackets",
        ),
        pytest.param(
            "We propose QuaxNet. It speeds up BERT pre-training by 73.6% and 82.2%.",
            [("73.6%", "QuaxNet"), ("82.2%", "QuaxNet")],
            id="side-by-side",
        ),
        pytest.param(
            "It has 73.1% accuracy, 2.1% higher than obtained with BERT.",
            [("73.1%", OWN), ("2.1%", OWN)],
            id="than-obtained-with",
        ),
        pytest.param(
            "Our models obtained second place with 77.8% accuracy.", [("77.8%", OWN)], id="second"
        ),
        pytest.param(
            "Our parser ranked second with 77.8% accuracy.", [("77.8%", OWN)], id="ranked-second"
        ),
        pytest.param(
            "We obtained the second-best F1 of 77.8%.", [("77.8%", OWN)], id="second-best"
        ),
        pytest.param(
            "Our parser has an F1 of 92.1%, where the second best one has 83.2%.",
            [("92.1%", OWN), ("83.2%", None)],
            id="the-second-best",
        ),
        pytest.param(
            "BERT, RoBERTa as well as XLNet reach an F1 of 81.2, 82.3 and 83.4.",
            [("81.2", "BERT"), ("82.3", "RoBERTa"), ("83.4", "XLNet")],
            id="as-well-as",
        ),
        pytest.param(
            "The accuracy rises to 79.1% for the language modelling with BERT.",
            [("79.1%", OWN)],
            id="for-something-else",
        ),
    ],
)
def test_a_value_is_that_of_what_it_is_for(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert holders(text) == expected


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param("Our loss improves BERT from 38.9% to 40.6% F1.", "BERT", OWN, id="object"),
        pytest.param(
            "Our loss raises the accuracy of BERT on SQuAD from 74.9% to 80.2%.",
            "BERT",
            OWN,
            id="of",
        ),
        pytest.param(
            "Applied to BERT, our loss raises the accuracy from 74.9% to 80.2%.",
            "BERT",
            OWN,
            id="applied-to",
        ),
        pytest.param(
            "Our loss raises the accuracy from 61.5% with BERT to 79.8%.", "BERT", OWN, id="beside"
        ),
        pytest.param(
            "Our loss raises the accuracy from 61.5% (BERT) to 79.8%.",
            "BERT",
            OWN,
            id="in-brackets",
        ),
        pytest.param(
            "The accuracy of BERT is raised from 61.5% to 79.8% by our loss.",
            "BERT",
            OWN,
            id="is-raised",
        ),
        pytest.param(
            "Our loss raises the accuracy from 61.5% to 79.8%.", None, OWN, id="nobody-told"
        ),
    ],
)
def test_the_value_before_a_change_is_that_of_what_is_changed(
    text: str, before: str | None, after: str
) -> None:
    assert [method for _, method in holders(text)] == [before, after]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("With BERT as the backbone, our parser has 84.7% accuracy.", id="backbone"),
        pytest.param("With a ResNet-18 encoder, it reaches 84.7% accuracy.", id="encoder"),
        pytest.param("BERT is outperformed by 7.3% in terms of accuracy.", id="outperformed"),
        pytest.param("Our parser outperforms QuaxMark-B by 1.2% in accuracy.", id="unknown-other"),
    ],
)
def test_a_number_of_ones_own_is_not_that_of_others(text: str) -> None:
    assert [method for _, method in holders(text)] == [OWN]


def test_each_number_is_that_of_what_is_used_for_it() -> None:
    raw = "We have an F1 of 84.7 using BERT and 81.2 using GPT-2."
    assert holders(raw) == [("84.7", "BERT"), ("81.2", "GPT-2")]


def test_an_opening_may_be_all_that_stands_before_a_value() -> None:
    assert holders("With BERT on F1, 84.7") == [("84.7", "BERT")]


@pytest.mark.parametrize("subject", ["we achieve", "our F1 is", "our analysis has an F1 of"])
def test_with_a_known_method_we_achieve(subject: str) -> None:
    assert holders(f"With BERT, {subject} 84.7%.") == [("84.7%", "BERT")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "QuaxNet is a parser for talks. It has 90.1% accuracy.", "QuaxNet", id="opens"
        ),
        pytest.param(
            "QuaxNet, the small parser we put forward, is fast. It has 90.1% accuracy.",
            "QuaxNet",
            id="put-forward",
        ),
        pytest.param(
            "A new model for talks, QuaxNet, is presented. Its accuracy is 90.1%.",
            "QuaxNet",
            id="is-presented",
        ),
        pytest.param(
            "QuaxNet is a parser for talks. However, it is slow. Our loss has 90.1% accuracy.",
            OWN,
            id="background",
        ),
        pytest.param(
            "We introduce QuaxNet, a family. QuaxNet-S has 3M parameters. It has 90.1% accuracy.",
            "QuaxNet-S",
            id="variant",
        ),
    ],
)
def test_a_name_that_the_abstract_introduces_has_its_scores(text: str, expected: str) -> None:
    assert extract(text).scores[-1].method == expected
