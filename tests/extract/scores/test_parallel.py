"""Lists of numbers and lists of names that pair up by position."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import extract

from kg.extract.candidates import Name
from kg.extract.scores.parallel import ParallelLists, Place
from kg.extract.text import Tokenizer

TOKENIZER = Tokenizer()


def partners(raw: str) -> list[list[str]]:
    """Return the partners of every number of a text whose datasets are its words of capitals.

    Two spellings of one dataset are told by their first letter: ALPHA and A are one.
    """
    text, _ = TOKENIZER.read(raw)
    names: dict[str, Name] = {}
    here = []
    for index, word in enumerate(text.words):
        if word.isupper():
            name = names.setdefault(word[0], Name("Dataset", word, [], "named", []))
            here.append(Place(index, index + 1, name, "evaluated"))
    spans = [(i, i + 1) for i, word in enumerate(text.words) if word[-1].isdigit()]
    lists = ParallelLists(text, here, spans)
    return [[place.name.name for place in lists.partners("Dataset", span)] for span in spans]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("1 and 2 on ALPHA and BETA", ["ALPHA", "BETA"], id="two"),
        pytest.param(
            "1, 2, and 3 on ALPHA, BETA, and GAMMA", ["ALPHA", "BETA", "GAMMA"], id="serial-comma"
        ),
        pytest.param("1 / 2 on ALPHA / BETA", ["ALPHA", "BETA"], id="slashes"),
        pytest.param("1、2和3 ALPHA、BETA和GAMMA", ["ALPHA", "BETA", "GAMMA"], id="chinese"),
        pytest.param(
            "4 ( 1 ), 5 ( 2 ) on ALPHA and BETA", ["ALPHA", "ALPHA", "BETA", "BETA"], id="brackets"
        ),
        pytest.param(
            "1 and 2 on ALPHA ( A ) and BETA ( B )", ["ALPHA", "BETA"], id="long-and-short-form"
        ),
        pytest.param(
            "on ALPHA and BETA 1 and 2 on GAMMA and DELTA", ["GAMMA", "DELTA"], id="behind-first"
        ),
        pytest.param("ALPHA and BETA give 1 and 2", ["ALPHA", "BETA"], id="before"),
        pytest.param(
            "ALPHA and BETA, then GAMMA and DELTA give 1 and 2", ["GAMMA", "DELTA"], id="nearest"
        ),
        pytest.param(
            "1 and 2 on the ALPHA dataset and the BETA corpus", ["ALPHA", "BETA"], id="heads"
        ),
        pytest.param("$1$ and $2$ on ALPHA and BETA", ["ALPHA", "BETA"], id="latex"),
        pytest.param("1 and 2 on ALPHA, BETA and GAMMA", [None, None], id="more-names"),
        pytest.param("1, 2 and 3 on ALPHA and BETA", [None, None, None], id="more-numbers"),
        pytest.param("1 and 2 here", [None, None], id="no-names"),
        pytest.param("1 on ALPHA", [None], id="one-number-is-no-list"),
        pytest.param("1 on ALPHA, 2 on BETA", [None, None], id="no-list-of-numbers"),
        pytest.param(
            "1 and 2 on ALPHA as it was done for BETA", [None, None], id="no-list-of-names"
        ),
    ],
)
def test_partners(raw: str, expected: list[str | None]) -> None:
    assert [found[0] if found else None for found in partners(raw)] == expected


def test_the_other_members_come_behind_the_partner() -> None:
    assert partners("1, 2 and 3 on ALPHA, BETA and GAMMA")[1] == ["BETA", "ALPHA", "GAMMA"]


NAMES = ("ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON", "ZETA")


@given(st.integers(2, 6), st.integers(2, 6), st.booleans())
def test_lists_pair_up_if_and_only_if_their_lengths_agree(
    numbers: int, names: int, behind: bool
) -> None:
    values = " and ".join(map(str, range(1, numbers + 1)))
    listed = " , ".join(NAMES[:names])
    raw = f"{values} hold on {listed}" if behind else f"{listed} have {values}"
    expected = [[name] for name in NAMES[:names]] if numbers == names else [[]] * numbers
    assert [found[:1] for found in partners(raw)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param(
            "QuaxNet reaches 49.4 (+1.0) and 60.2 (+0.6) mIoU on ADE20K and Cityscapes.",
            "dataset",
            [
                ("49.4", "ADE20K"),
                ("+1.0", "ADE20K"),
                ("60.2", "Cityscapes"),
                ("+0.6", "Cityscapes"),
            ],
            id="companions",
        ),
        pytest.param(
            "It has an equal error rate (EER) and word error rate (WER) of 2.1% and 4.2%.",
            "metric",
            [("2.1%", "equal error rate"), ("4.2%", "word error rate")],
            id="short-forms",
        ),
        pytest.param(
            "BERT, LUKE and GPT-2 have 90.1%, 88.2% and 81.1% accuracy on SQuAD.",
            "method",
            [("90.1%", "BERT"), ("88.2%", "LUKE"), ("81.1%", "GPT-2")],
            id="methods-before",
        ),
        pytest.param(
            "Beside MNIST and USPS it has 90.1% and 88.2% accuracy on SVHN and CIFAR-10.",
            "dataset",
            [("90.1%", "SVHN"), ("88.2%", "CIFAR-10")],
            id="behind-rather-than-before",
        ),
        pytest.param(
            "It has a precision / recall of 90.1 / 88.2 on SQuAD.",
            "metric",
            [("90.1", "precision"), ("88.2", "recall")],
            id="slashes",
        ),
        pytest.param(
            "It raises accuracy by 1.0% and 0.5% compared to other methods for VGG-16 and "
            "ResNet-50.",
            "method",
            [("1.0%", "VGG-16"), ("0.5%", "ResNet-50")],
            id="what-it-is-for",
        ),
        pytest.param(
            "1st on MNIST and 2nd place on USPS with 63.9 and 64.9 accuracy, respectively.",
            "dataset",
            [("63.9", "MNIST"), ("64.9", "USPS")],
            id="scattered-but-respectively",
        ),
        pytest.param(
            "It has 73%-90% accuracy (F1 = 0.61) here.",
            "metric",
            [("73%", "accuracy"), ("90%", "accuracy"), ("0.61", "F1")],
            id="a-range-is-one-member",
        ),
        pytest.param(
            "Its perplexity on text8 and WikiText-2 is 1.1 bits/char and 1.2 bits/char.",
            "dataset",
            [("1.1", "text8"), ("1.2", "WikiText-2")],
            id="unit-behind-each",
        ),
    ],
)
def test_lists_of_a_sentence(text: str, kind: str, expected: list[tuple[str, str]]) -> None:
    found = [(score.text, getattr(score, kind)) for score in extract(text).scores]
    assert found == expected
