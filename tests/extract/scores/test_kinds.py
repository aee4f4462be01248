"""Kinds of numbers: every list of cues word by word, and every rule with a counter-case."""

from __future__ import annotations

import pytest

from kg.extract.scores.listed import ListedKinds
from kg.extract.scores.numbers import Numbers
from kg.extract.text import Tokenizer
from kg.rules import load_rules

RULES = load_rules()
LISTS = RULES.words
TOKENIZER = Tokenizer()
NUMBERS = Numbers(RULES.units, LISTS["numerals"])
KINDS = ListedKinds(LISTS, RULES.qualifiers)
GAIN, REDUCTION, ABSOLUTE = "gain", "reduction", "absolute"


def kinds(raw: str) -> list[tuple[str, str | None]]:
    """Return kind and qualifier of every number of a sentence."""
    text, _ = TOKENIZER.read(raw)
    found = KINDS.of(text, list(NUMBERS.find(text.folded)))
    return [(kind.kind, kind.qualifier) for kind in found]


def english(name: str) -> list[str]:
    return [word for word in LISTS[name] if word.isascii()]


@pytest.mark.parametrize("verb", english("improve"))
def test_a_word_of_improvement_makes_a_gain_but_not_of_a_value_reached(verb: str) -> None:
    assert kinds(f"It {verb} accuracy by 2.1% here.") == [(GAIN, None)]
    assert kinds(f"It {verb} accuracy to 82.1% here.") == [(ABSOLUTE, None)]


@pytest.mark.parametrize("verb", english("reduce"))
def test_a_word_of_reduction_makes_a_reduction_but_not_of_a_value_reached(verb: str) -> None:
    assert kinds(f"It {verb} latency by 2.1% here.") == [(REDUCTION, None)]
    assert kinds(f"It {verb} latency to 82.1% here.") == [(ABSOLUTE, None)]


@pytest.mark.parametrize("word", english("better_after"))
def test_a_word_behind_makes_a_gain_but_not_behind_a_preposition(word: str) -> None:
    assert kinds(f"It is 2.1% {word} BERT here.") == [(GAIN, None)]
    assert kinds(f"It is 82.1% for {word} here.") == [(ABSOLUTE, None)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("It has an F1 of 60.9% over all test sets.", [ABSOLUTE], id="over-sets"),
        pytest.param("It averages 47.2% over both sets.", [ABSOLUTE], id="averages"),
        pytest.param("It has an improvement of 2.1% over BERT.", [GAIN], id="improvement-over"),
        pytest.param("It has 2.1% over BERT.", [GAIN], id="over-another"),
        pytest.param("It leads by a margin (54.3% vs. 32.5%).", [ABSOLUTE] * 2, id="versus"),
        pytest.param("It leads by a margin of 2.1%.", [GAIN], id="margin"),
        pytest.param("It improves accuracy by 2.1% vs. BERT.", [GAIN], id="versus-a-name"),
        pytest.param("It has 82.4%, 3.2% better than BERT.", [ABSOLUTE, GAIN], id="comma"),
        pytest.param("They are 4.7% and 4.6% higher.", [GAIN] * 2, id="list"),
        pytest.param("It is 30% behind people.", [REDUCTION], id="behind"),
        pytest.param("It has an F1 of 70.2% behind the best.", [ABSOLUTE], id="of-behind"),
        pytest.param("It has gains of 1.8% on A and 1.4 BLEU on B.", [GAIN] * 2, id="two-units"),
        pytest.param("It improves the smaller one by 2.1%.", [GAIN], id="describes"),
        pytest.param("They are lower than others by 2.1%.", [REDUCTION], id="lower-than"),
        pytest.param("It brings gains, ranging between 0.9 and 2.4.", [GAIN] * 2, id="ranging"),
        pytest.param(
            "It gains, with scores ranging from 71.2 to 80.5.", [ABSOLUTE] * 2, id="ranging-scores"
        ),
        pytest.param("It has gains in both (4.8 points on A).", [GAIN], id="points-in-brackets"),
        pytest.param(
            "After a gain in size, it has a high F1 (84.8 points).", [ABSOLUTE], id="points"
        ),
        pytest.param(
            "Despite gains in speed, scores range from 71.2 to 85.3.",
            [ABSOLUTE] * 2,
            id="other-clause",
        ),
        pytest.param("It has a lower error by 12.1%.", [REDUCTION], id="a-lower"),
        pytest.param("Using smaller ones speeds it up by 2.1%.", [GAIN], id="using-smaller"),
        pytest.param("It improves by a whopping 12.3%.", [GAIN], id="by-a-whopping"),
        pytest.param("It ends with a validation loss of 2.4.", [ABSOLUTE], id="a-loss"),
        pytest.param("It gains by up to relative 2.5%.", [GAIN], id="relative"),
        pytest.param(
            "It gains by 17% in loyalty to it and 28% in F1.", [GAIN] * 2, id="loyalty-to"
        ),
        pytest.param("It gains by up to 4.1 and an average of 3.3.", [GAIN] * 2, id="average-of"),
        pytest.param("It outperforms others with 4.9%.", [GAIN], id="outperforms-with"),
        pytest.param(
            "It outperforms others with 91.2%.", [ABSOLUTE], id="outperforms-with-a-value"
        ),
        pytest.param("It outperforms others with 2% parameters.", [ABSOLUTE], id="with-a-share"),
        pytest.param("It has increases over the best of 4.2.", [GAIN], id="increases-over"),
        pytest.param("It has 80.5 (7.7 points more).", [ABSOLUTE, GAIN], id="value-and-gain"),
        pytest.param("The gain is 2.7% or 8.5%.", [GAIN] * 2, id="or"),
        pytest.param(
            "It brings gains, ranging from 2.7% and up to 9.5%.", [GAIN] * 2, id="and-up-to"
        ),
        pytest.param("It wins by correctly labelling 79.6%.", [ABSOLUTE], id="by-doing"),
        pytest.param("It is hard, as shown by only 60.1%.", [ABSOLUTE], id="shown-by"),
        pytest.param("They are 0.6 and 0.8 points higher.", [GAIN] * 2, id="points"),
        pytest.param("It has 85.3 and 2.1 points more.", [ABSOLUTE, GAIN], id="no-pair"),
        pytest.param("It leads by 1.9%, and 63.5% on talks.", [GAIN, ABSOLUTE], id="far-apart"),
        pytest.param("It leads, followed by BERT with 67.6%.", [ABSOLUTE], id="followed-by"),
        pytest.param("It runs at real-time speeds of 45 FPS.", [ABSOLUTE], id="speeds-of"),
        pytest.param("It runs at speeds up to 45 FPS.", [ABSOLUTE], id="speeds-up-to"),
        pytest.param("It speeds up training 2.3x here.", [GAIN], id="speeds-up"),
        pytest.param("It has a 10% gain over BERT and 75% here.", [GAIN, ABSOLUTE], id="far-value"),
        pytest.param("It brings gains of 10%, 75% and 80%.", [GAIN] * 3, id="a-list-of-gains"),
        pytest.param("It outperforms BERT with 4.9%.", [GAIN], id="outperforms-with"),
        pytest.param("It outperforms the state of the art up to 2.7%.", [GAIN], id="outdone-up-to"),
        pytest.param(
            "It outperforms BERT, achieving up to 2.7%.", [ABSOLUTE], id="achieving-up-to"
        ),
        pytest.param("It loses little, with an 11% loss of BLEU.", [REDUCTION], id="loss-of"),
        pytest.param("It raises precision up to 83.4%.", [ABSOLUTE], id="precision-up-to"),
        pytest.param("It raises precision up to 13.4%.", [GAIN], id="no-precision-reached"),
        pytest.param(
            "It outperforms BERT by a 13% error reduction.", [REDUCTION], id="error-reduction"
        ),
        pytest.param("It improves it by 2.1%, a reduction.", [GAIN], id="no-reduction-by"),
        pytest.param("It outperforms BERT with 22.4%.", [ABSOLUTE], id="outperforms-with-value"),
        pytest.param("It wins with a lower error by 2.1%.", [REDUCTION], id="with-a-lower"),
        pytest.param(
            "Improvements across sets range from 2.1% to 9.3%.", [GAIN] * 2, id="gains-across"
        ),
        pytest.param(
            "After reductions of the data, scores vary between 2.1% and 9.3%.",
            [ABSOLUTE] * 2,
            id="no-range-of-changes",
        ),
    ],
)
def test_values_beside_changes(raw: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(raw)] == expected


@pytest.mark.parametrize("word", english("less_after"))
def test_a_word_behind_makes_a_reduction_but_not_behind_a_preposition(word: str) -> None:
    assert kinds(f"It is 2.1% {word} here.") == [(REDUCTION, None)]
    assert kinds(f"It is 82.1% for {word} here.") == [(ABSOLUTE, None)]


@pytest.mark.parametrize("noun", LISTS["change_nouns"])
def test_a_noun_of_change_is_what_the_number_behind_it_measures(noun: str) -> None:
    kind = GAIN if noun in LISTS["improve"] else REDUCTION
    assert kinds(f"The {noun} is 2.1% here.") == [(kind, None)]
    assert kinds(f"The {noun} of 2.1% is here.") == [(kind, None)]
    assert kinds(f"After the {noun} it is at 82.1% here.") == [(ABSOLUTE, None)]


@pytest.mark.parametrize(
    "verb", [word for word in english("value_verbs") if word not in {"is", "are", "was", "from"}]
)
def test_a_verb_of_value_ends_a_list_of_changes(verb: str) -> None:
    assert kinds(f"It gains 2.1% for A and {verb} 82.1% for B.") == [(GAIN, None), (ABSOLUTE, None)]
    assert kinds("It gains 2.1% for A and 0.8% for B.") == [(GAIN, None), (GAIN, None)]


@pytest.mark.parametrize(
    ("qualifier", "phrase"),
    [
        (name, phrase)
        for name, phrases in RULES.qualifiers.items()
        for phrase in phrases
        if phrase.isascii()
    ],
)
def test_every_phrase_of_a_qualifier(qualifier: str, phrase: str) -> None:
    assert kinds(f"It has {phrase} 82.1% accuracy.") == [(ABSOLUTE, qualifier)]
    assert kinds(f"It has {phrase} them an accuracy of 82.1%.") == [(ABSOLUTE, None)]


@pytest.mark.parametrize("verb", LISTS["zh_improve"])
def test_a_chinese_word_of_improvement(verb: str) -> None:
    assert kinds(f"准确率{verb}2.1%。") == [(GAIN, None)]
    assert kinds(f"准确率{verb}到82.1%。") == [(ABSOLUTE, None)]


@pytest.mark.parametrize("verb", LISTS["zh_reduce"])
def test_a_chinese_word_of_reduction(verb: str) -> None:
    assert kinds(f"延迟{verb}2.1%。") == [(REDUCTION, None)]
    assert kinds(f"延迟{verb}到82.1%。") == [(ABSOLUTE, None)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # "by" tells a change, however far its verb; without one it is a gain
        pytest.param("It outperforms all of the many others by 2.1 BLEU.", [GAIN], id="far-by"),
        pytest.param(
            "It reduces the memory that all of the others need by 40%.", [REDUCTION], id="far-less"
        ),
        pytest.param("It wins by an average of 2.1 BLEU.", [GAIN], id="by-an-average-of"),
        pytest.param("It wins by a margin of 2.1 BLEU.", [GAIN], id="by-a-margin-of"),
        pytest.param("It wins by a score of 82.1 BLEU.", [ABSOLUTE], id="by-a-score-of"),
        pytest.param("It is moved by us to 82.1 BLEU.", [ABSOLUTE], id="by-somebody-to"),
        pytest.param("It wins by 2% to 4% in all.", [GAIN, GAIN], id="by-a-range"),
        pytest.param("It gains an average of 2.1% now.", [GAIN], id="an-average-of"),
        # signs and words beside the number
        pytest.param("The accuracy changes: +2.1 here.", [GAIN], id="plus"),
        pytest.param("The accuracy is: 82.1 here.", [ABSOLUTE], id="no-plus"),
        pytest.param("It adds a further 2.1% here.", [GAIN], id="further"),
        pytest.param("It has a 2.1% margin here.", [GAIN], id="margin"),
        pytest.param("It has 2.1% absolute over BERT.", [GAIN], id="absolute-change"),
        pytest.param("It cuts the WER 12% relative here.", [REDUCTION], id="relative-reduction"),
        pytest.param("It comes to 82.1% absolute.", [ABSOLUTE], id="to-absolute"),
        pytest.param("It is 2.1% far higher.", [GAIN], id="a-word-between"),
        pytest.param("It is 82.1% or higher.", [ABSOLUTE], id="or-higher"),
        pytest.param("It is 2.1% ( higher ) here.", [ABSOLUTE], id="a-bracket-between"),
        pytest.param(r"It is $2.1\%$ higher.", [GAIN], id="latex-between"),
        pytest.param("It saves merely 2.1% of it.", [REDUCTION], id="merely"),
        # verbs before the number govern it only from near, or where the unit is one of changes
        pytest.param("It increases 2.1% now.", [GAIN], id="governed"),
        pytest.param("It increases results with 82.1% now.", [ABSOLUTE], id="not-governed"),
        pytest.param("It increases results with 2.1 points now.", [GAIN], id="points"),
        pytest.param("It reduces costs with 2.1x now.", [REDUCTION], id="times"),
        pytest.param("It is better than 2.1% here.", [GAIN], id="than"),
        pytest.param("It improves and achieves 82.1 points.", [ABSOLUTE], id="achieves-stops"),
        pytest.param("It improves it; F1 2.1 points.", [ABSOLUTE], id="semicolon-stops"),
        pytest.param("It improves the value of 82.1 here.", [ABSOLUTE], id="value-of"),
        pytest.param("The reported error is 4.2% here.", [ABSOLUTE], id="is"),
        pytest.param("It has 6M parameters", [ABSOLUTE], id="parameters-at-the-end"),
        pytest.param("It saves 6M parameters, no more.", [REDUCTION], id="fewer-parameters"),
        # lists share one kind
        pytest.param("It is 4.7% and 4.6% higher.", [GAIN, GAIN], id="list-told-by-its-end"),
        pytest.param("It has 1.0% less, 0.5% less of it.", [REDUCTION] * 2, id="each-its-own"),
        pytest.param("It has 94% and 2.1 more.", [ABSOLUTE, GAIN], id="other-unit-no-list"),
        pytest.param("It gains 1.0% but 80.5% is all.", [GAIN, ABSOLUTE], id="no-list"),
        pytest.param("It has 49.4 (+1.0), 60.2 (+0.6).", [ABSOLUTE, GAIN] * 2, id="in-brackets"),
        pytest.param(
            "It gains 1.0% for A and with all of the many others of the very same long list which "
            "we saw 80.5% for B.",
            [GAIN, ABSOLUTE],
            id="too-far-for-a-list",
        ),
        pytest.param("We do so by achieving an 82.3% accuracy.", [ABSOLUTE], id="by-doing"),
        pytest.param(
            "It has 8.3 PQ and 7.9 AP absolute improvement.",
            [GAIN, GAIN],
            id="change-behind-with-measures",
        ),
        pytest.param("It is boosting results between 2 and 5%.", [GAIN, GAIN], id="between"),
        pytest.param("It loses 2% of F1.", ["reduction"], id="loses"),
        pytest.param("The best result by BERT is 83.4%.", [ABSOLUTE], id="by-somebody"),
        pytest.param("Its accuracy drops below 40% there.", [ABSOLUTE], id="drops-below"),
        pytest.param("Its loss is reduced under 10% there.", [ABSOLUTE], id="reduced-under"),
        pytest.param(
            "It brings improvements ranging from 1.3% to 13.5% there.", [GAIN, GAIN], id="ranging"
        ),
        pytest.param(
            "It brings gains in the range of 0.5 to 10% there.", [GAIN, GAIN], id="in-the-range-of"
        ),
        pytest.param(
            "It has errors ranging from 1.3% to 13.5% there.",
            [ABSOLUTE, ABSOLUTE],
            id="ranging-values",
        ),
        pytest.param(
            "It shows an increase of 25% in recall and of 13% in accuracy.",
            [GAIN, GAIN],
            id="and-of",
        ),
        pytest.param(
            "It has gains of up to 0.8 BLEU on A and of up to 4.0 BLEU on B.",
            [GAIN, GAIN],
            id="and-of-up-to",
        ),
        pytest.param(
            "It brings a 33% relative increase in F1 and 28% in accuracy.",
            [GAIN, GAIN],
            id="said-beside-the-first",
        ),
        pytest.param(
            "It has a gain of 2 points (UAS) and 3.6 points (LAS).", [GAIN, GAIN], id="brackets"
        ),
        pytest.param(
            "It is 45% faster than others, and achieves 76.8% mIoU.",
            [GAIN, ABSOLUTE],
            id="another-clause",
        ),
        pytest.param("It has a 33% speed up there.", [GAIN], id="speed-up-in-two-words"),
        pytest.param("It outperforms all by an average F1 of 2.6% there.", [GAIN], id="outdone-by"),
        pytest.param(
            "It outperforms all by reaching an F1 of 92.6% there.", [ABSOLUTE], id="not-outdone-by"
        ),
        pytest.param("It reduces the gap between both up to 50%.", ["reduction"], id="up-to"),
        pytest.param("It reduces the gap, and reaches up to 50%.", [ABSOLUTE], id="reaches-up-to"),
        pytest.param(
            "It brings speedups over the old GPU code of up to 7x.", [GAIN], id="speedups-of"
        ),
        pytest.param(
            "It cuts costs by up to 71% compared to A and 17% compared to B.",
            ["reduction", "reduction"],
            id="compared-to-each",
        ),
        pytest.param(
            "It cuts costs by 71% and comes to 17% for B.", ["reduction", ABSOLUTE], id="comes-to"
        ),
        pytest.param("It beats the next ones by over 4.7 and 2.7 points.", [GAIN, GAIN], id="unit"),
        pytest.param(
            "It has scores of 35.0 and 28.9 which are the improvements of 1.6 and 1.0.",
            [ABSOLUTE, ABSOLUTE, GAIN, GAIN],
            id="values-which-are-improvements",
        ),
        pytest.param(
            "It improves results for easy (9.8%) and hard (11.4%) questions.",
            [GAIN, GAIN],
            id="improved-by-what-brackets-say",
        ),
        pytest.param(
            "It improves and achieves good results for easy questions (89.8%).",
            [ABSOLUTE],
            id="achieved-as-brackets-say",
        ),
        pytest.param("It is only about 0.9% worse than the best.", ["reduction"], id="worse"),
        pytest.param("It is 0.04 points below the best.", ["reduction"], id="below-the-best"),
        pytest.param("It brings enhancements of 1.2% there.", [GAIN], id="enhancements"),
        pytest.param("Smaller models reach up to 85.3% there.", [ABSOLUTE], id="smaller-models"),
        pytest.param(
            "The improved model has the highest accuracy (91.2%).", [ABSOLUTE], id="improved-model"
        ),
        pytest.param("Its accuracy of 71.3% is worse than theirs.", [ABSOLUTE], id="is-worse"),
        pytest.param("It has 91.2% accuracy below 10 ms.", [ABSOLUTE] * 2, id="below-a-bound"),
        pytest.param(
            "It gives speedups over the old parsers and a high compression of 10x.",
            [ABSOLUTE],
            id="no-speedup",
        ),
    ],
)
def test_kind(raw: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(raw)] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("It goes from 80.2% to 82.1%.", ["before", "after"], id="from-to"),
        pytest.param("It goes from 80.2% → 82.1%.", ["before", "after"], id="from-arrow"),
        pytest.param("It goes 80.2 → 82.1 here.", ["before", "after"], id="arrow"),
        pytest.param(
            r"It goes $80.2 \rightarrow 82.1$ here.", ["before", "after"], id="latex-arrow"
        ),
        pytest.param("It has more (31.2 to 40.5 mAP).", ["before", "after"], id="in-brackets"),
        pytest.param("It has a range from 81.2% to 83.4%.", [None, None], id="range"),
        pytest.param("It has 81.2% to 83.4% accuracy.", [None, None], id="range-in-words"),
        pytest.param("It has 82.1%, up from 80.2%.", [None, "before"], id="up-from"),
        pytest.param("It has 4.1%, down from 5.2%.", [None, "before"], id="down-from"),
        pytest.param("It is taken from 80.2% of all.", [None], id="from-alone"),
        pytest.param("It goes from English to 82.1%.", [None], id="no-number-between"),
        pytest.param("It goes to 82.1%.", [None], id="to-alone"),
        pytest.param(
            "It goes from 80.2% which is what all the many others have to 82.1%.",
            ["before", None],
            id="too-far",
        ),
        pytest.param("准确率从80.2%提高到82.1%。", ["before", "after"], id="chinese"),
        pytest.param("准确率由80.2%提升至82.1%。", ["before", "after"], id="chinese-other-words"),
        pytest.param("准确率提高到82.1%。", [None], id="chinese-to-alone"),
        pytest.param("准确率由BERT提升至82.1%。", [None], id="chinese-by-whom"),
    ],
)
def test_the_ends_of_a_change_are_values(raw: str, expected: list[str | None]) -> None:
    found = kinds(raw)
    assert [qualifier for _, qualifier in found] == expected
    assert {kind for kind, _ in found} == {ABSOLUTE}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("比BERT高2.1个百分点。", GAIN, id="higher-than"),
        pytest.param("比BERT低2.1个百分点。", REDUCTION, id="lower-than"),
        pytest.param("较基线多2.1个百分点。", GAIN, id="more-than"),
        pytest.param("优于基线2.1个百分点。", GAIN, id="better-than"),
        pytest.param("优于基线的82.1%。", ABSOLUTE, id="than-the-value-of"),
        pytest.param("有2.1%的显著提升。", GAIN, id="behind"),
        pytest.param("有2.1%的相对下降。", REDUCTION, id="behind-less"),
        pytest.param("有2.1%的数据。", ABSOLUTE, id="nothing-behind"),
        pytest.param("性能提升明显，准确率为82.1%。", ABSOLUTE, id="other-clause"),
        pytest.param("提升后准确率为82.1%。", ABSOLUTE, id="accuracy-is"),
    ],
)
def test_chinese_kind(raw: str, expected: str) -> None:
    assert [kind for kind, _ in kinds(raw)] == [expected]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("准确率提高了1%、2%和3%。", [GAIN] * 3, id="told-before"),
        pytest.param("有1%、2%和3%的提升。", [GAIN] * 3, id="told-behind"),
        pytest.param("有1%~2%的提升。", [GAIN] * 2, id="range"),
        pytest.param("准确率降低1%，有2%、3%的提升。", [REDUCTION, GAIN, GAIN], id="two-lists"),
        pytest.param("准确率为81%、82%和83%。", [ABSOLUTE] * 3, id="values"),
    ],
)
def test_numbers_of_a_chinese_list_are_of_one_kind(raw: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(raw)] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("准确率约82.1%。", "about", id="about-before"),
        pytest.param("准确率为82.1%左右。", "about", id="about-behind"),
        pytest.param("准确率最高为82.1%。", "up to", id="up-to"),
        pytest.param("准确率高达82.1%。", "up to", id="as-high-as"),
        pytest.param("准确率超过82.1%。", "more than", id="more-than"),
        pytest.param("准确率在82.1%以上。", "more than", id="and-more"),
        pytest.param("准确率至少82.1%。", "at least", id="at-least"),
        pytest.param("准确率为82.1%。", None, id="none"),
    ],
)
def test_chinese_qualifier(raw: str, expected: str | None) -> None:
    assert [qualifier for _, qualifier in kinds(raw)] == [expected]
