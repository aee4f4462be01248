from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.scores.numbers import Numbers
from kg.rules import load_rules

RULES = load_rules()
NUMBERS = Numbers(RULES.units, RULES.words["numerals"])


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        pytest.param("an error of 0.68% here", "0.68", "%", "0.68%", id="percent"),
        pytest.param(r"reaches 24.2\% now", "24.2", "%", r"24.2\%", id="latex-percent"),
        pytest.param(r"costs $89.7\%$ less", "89.7", "%", r"89.7\%", id="latex-math"),
        pytest.param("by 3.65x over", "3.65", "x", "3.65x", id="x"),
        pytest.param("by 10 times", "10", "x", "10 times", id="times"),
        pytest.param("more than 2/3 of it", "0.667", "x", "2/3", id="fraction"),
        pytest.param("one-fifth the calls", "0.2", "x", "one-fifth", id="fraction-in-words"),
        pytest.param("two thirds of it", "0.667", "x", "two thirds", id="thirds"),
        pytest.param("1/1000 of it", "0.001", "x", "1/1000", id="thousandth"),
        pytest.param("gains of +4.2 here", "4.2", None, "+4.2", id="sign"),
        pytest.param("by 2.1 points", "2.1", "points", "2.1 points", id="points"),
        pytest.param(
            "2.3 percentage points",
            "2.3",
            "points",
            "2.3 percentage points",
            id="percentage-points",
        ),
        pytest.param("with 25,714 of", "25714", None, "25,714", id="thousands"),
        pytest.param("has 6M parameters", "6000000", "parameters", "6M", id="parameters"),
        pytest.param("runs at 12 ms each", "12", "ms", "12 ms", id="milliseconds"),
        pytest.param("提高了2.3个百分点", "2.3", "points", "2.3个百分点", id="chinese-points"),
        pytest.param(
            "by 2.3 absolute percentage points",
            "2.3",
            "points",
            "2.3 absolute percentage points",
            id="absolute-percentage-points",
        ),
        pytest.param(
            "its 26M learnable parameters", "26000000", "parameters", "26M", id="learnable"
        ),
        pytest.param(
            "1.3 billion active parameters", "1.3e9", "parameters", "1.3 billion", id="billion"
        ),
        pytest.param("a twofold rise", "2", "x", "twofold", id="twofold"),
        pytest.param("a Two-fold rise", "2", "x", "Two-fold", id="fold-with-hyphen"),
        pytest.param("three times as fast", "3", "x", "three times", id="times-in-words"),
        pytest.param("by a factor of 10 now", "10", "x", "10", id="factor"),
        pytest.param("by a factor of about 2.5", "2.5", "x", "2.5", id="about-a-factor"),
        pytest.param("2.5× faster", "2.5", "x", "2.5×", id="times-sign"),
        pytest.param("a score of 84.2 ± 0.3", "84.2", None, "84.2 ± 0.3", id="uncertainty"),
        pytest.param(r"of $84.2 \pm 0.3$", "84.2", None, r"84.2 \pm 0.3", id="latex-uncertainty"),
        pytest.param("of 84.2 (±0.3)", "84.2", None, "84.2", id="uncertainty-in-brackets"),
        pytest.param("91.3% ± 0.2% here", "91.3", "%", "91.3%", id="uncertainty-in-percent"),
        pytest.param(
            r"$91.3\% \pm 0.2\%$", "91.3", "%", r"91.3\%", id="latex-uncertainty-in-percent"
        ),
        pytest.param("91.3% +/- 0.2% here", "91.3", "%", "91.3%", id="plus-slash-minus"),
        pytest.param("has accuracy=0.81 here", "0.81", None, "0.81", id="measure-glued"),
        pytest.param("an F1 = 0.83 here", "0.83", None, "0.83", id="measure"),
        pytest.param("runs at 160 FPS", "160", "FPS", "160 FPS", id="frames"),
        pytest.param("of 2.1e-4 here", "0.00021", None, "2.1e-4", id="scientific"),
        pytest.param("of 1E5 here", "100000", None, "1E5", id="scientific-whole"),
        pytest.param(
            r"of $2.1\times10^{-4}$", "0.00021", None, r"2.1\times10^{-4}", id="scientific-latex"
        ),
        pytest.param(
            r"of $2.1 \cdot 10^{-4}$", "0.00021", None, r"2.1 \cdot 10^{-4}", id="scientific-dot"
        ),
        pytest.param("3.1 × 10^9 FLOPs", "3.1e9", "FLOPs", "3.1 × 10^9 FLOPs", id="power-and-unit"),
        pytest.param("a correlation of -0.31 here", "-0.31", None, "-0.31", id="negative"),
        pytest.param("a correlation (r = .66) here", "0.66", None, ".66", id="correlation"),
        pytest.param("a Spearman rho=-0.74 here", "-0.74", None, "-0.74", id="negative-rho"),
        pytest.param("with F1=0.93 here", "0.93", None, "0.93", id="equals"),
        pytest.param("in 3 s here", "3", "s", "3 s", id="seconds"),
        pytest.param("is 1,800+ times faster", "1800", "x", "1,800+ times", id="plus-behind"),
        pytest.param("a gain (+ 3.7) in it", "3.7", None, "+ 3.7", id="blank-behind-the-sign"),
        pytest.param("shrinks it by half.", "0.5", "x", "half", id="by-half"),
        pytest.param("around 15% points.", "15", "points", "15% points", id="percent-points"),
    ],
)
def test_number(text: str, value: str, unit: str | None, written: str) -> None:
    (number,) = NUMBERS.find(text)
    assert (number.value, number.unit) == (Decimal(value), unit)
    assert text[number.start : number.end] == written


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("in 2021 we", id="year"),
        pytest.param("CIFAR-10 and VGG16", id="inside-names"),
        pytest.param("a 3D view", id="dimension"),
        pytest.param("in 10-shot and 4-bit", id="compound"),
        pytest.param("1) first, 2) second", id="list-marks"),
        pytest.param(r"$10^{5.5}$", id="exponent"),
        pytest.param("version 2.1.3", id="version"),
        pytest.param("open 24/7 of course", id="no-fraction"),
        pytest.param("a score of 1/2/3 the", id="enumeration"),
        pytest.param("ranked 2/43 in it", id="rank-of-many"),
        pytest.param("a third approach", id="ordinal"),
        pytest.param("top-5 and top 10", id="top"),
        pytest.param("with 6-fold cross-validation", id="folds"),
        pytest.param("with tenfold cross-validation", id="folds-in-a-word"),
        pytest.param("with five-fold cross validation", id="folds-in-words"),
        pytest.param("images of 512 × 512 pixels", id="dimensions"),
        pytest.param("a layer n=3 here", id="setting-glued"),
        pytest.param("with alpha = 0.3 here", id="setting"),
        pytest.param("it ranked 3 there", id="ranked"),
        pytest.param("images of 512x512 pixels", id="glued-dimensions"),
        pytest.param("images of 512×512 pixels", id="glued-dimensions-with-a-times-sign"),
        pytest.param("of 2.1×10⁻⁴ here", id="raised-digits"),
        pytest.param("on a 7-point Likert scale", id="likert"),
        pytest.param("on a 7-point scale", id="points-of-a-scale"),
        pytest.param("a clone and sometimes more", id="numerals-inside-words"),
        pytest.param("one of two", id="bare-numerals"),
        pytest.param("from 2019-2021", id="range-of-years"),
        pytest.param("with k=5 and lr = 0.01", id="settings"),
        pytest.param("with the rank r = 8 here", id="rank-of-a-matrix"),
        pytest.param("with a mask ratio r = 0.75 here", id="ratio"),
        pytest.param("a TAR@FAR=1e-4 here", id="part-of-a-measure"),
        pytest.param("ranked 4.5 there", id="rank"),
        pytest.param("in half a day", id="half-of-something"),
        pytest.param("on the 40+ characters", id="at-least"),
    ],
)
def test_no_number(text: str) -> None:
    assert [text[n.start : n.end] for n in NUMBERS.find(text)] == []


@pytest.mark.parametrize(
    ("text", "ends", "unit"),
    [
        pytest.param("by 6-7% here", ["6", "7%"], "%", id="hyphen"),
        pytest.param("of 70–75 points", ["70", "75 points"], "points", id="dash"),
        pytest.param("of 5.5 – 10.5x", ["5.5", "10.5x"], "x", id="blanks"),
        pytest.param("in 6~7%", ["6", "7%"], "%", id="tilde"),
        pytest.param("takes 1-2 ms", ["1", "2 ms"], "ms", id="milliseconds"),
        pytest.param("an F1 of 70-75", ["70", "75"], None, id="no-unit"),
        pytest.param("from 6% to 7%", ["6%", "7%"], "%", id="no-range"),
        pytest.param("between 71 and 74% here", ["71", "74%"], "%", id="between"),
        pytest.param("by 3 to 7% here", ["3", "7%"], "%", id="by-to"),
        pytest.param("of 3x-10x here", ["3x", "10x"], "x", id="unit-at-both-ends"),
        pytest.param("runs 1.5 to 2 times faster", ["1.5", "2 times"], "x", id="multiples"),
        pytest.param("a kappa of 0.61-0.74 here", ["0.61", "0.74"], None, id="decimals"),
        pytest.param("gains 8-11 F1 points", ["8", "11"], None, id="points-of-a-measure"),
    ],
)
def test_both_ends_of_a_range_have_the_unit_behind_it(
    text: str, ends: list[str], unit: str | None
) -> None:
    found = list(NUMBERS.find(text))
    assert [text[number.start : number.end] for number in found] == ends
    assert {number.unit for number in found} == {unit}


@given(st.integers(1, 18), st.integers(1, 10), st.sampled_from(["%", " points", "x", " ms"]))
def test_a_range_has_the_unit_and_the_value_that_each_end_has_alone(
    low: int, more: int, unit: str
) -> None:
    def values(text: str) -> list[tuple[Decimal, str | None]]:
        return [(number.value, number.unit) for number in NUMBERS.find(text)]

    high = low + more
    assert values(f"by {low}-{high}{unit}") == values(f"by {low}{unit}") + values(
        f"by {high}{unit}"
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a budget of ε = 2.7", id="a-letter-that-sets"),
        pytest.param("the second-place finish", id="a-rank"),
    ],
)
def test_what_sets_or_ranks_is_no_number(text: str) -> None:
    assert list(NUMBERS.find(text)) == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("gains of 5 and 8 points", ["points", "points"], id="points"),
        pytest.param("gains of 5 and 8%", ["%", "%"], id="percent"),
        pytest.param("gains of 0.5 and 8 points", [None, "points"], id="no-whole-number"),
        pytest.param("3 ms and 8 points", ["ms", "points"], id="two-units"),
        pytest.param("from 5 to 8 points", [None, "points"], id="no-list"),
    ],
)
def test_two_whole_numbers_have_one_unit(text: str, units: list[str | None]) -> None:
    assert [number.unit for number in NUMBERS.find(text)] == units


def test_what_a_letter_measures_is_a_number() -> None:
    assert [str(one.value) for one in NUMBERS.find("an agreement of α = 0.57")] == ["0.57"]


def test_a_unit_is_no_part_of_another_word() -> None:
    assert [one.unit for one in NUMBERS.find("3,150 X-ray images, a 2x-speedup")] == [None, "x"]


def test_without_numerals_no_word_is_a_number() -> None:
    assert list(Numbers(RULES.units).find("twofold and three times")) == []


@given(st.text(alphabet="0123456789.,%+-–±x× $\\M", max_size=60))
def test_any_text_gives_valid_offsets(text: str) -> None:
    last = 0
    for number in NUMBERS.find(text):
        assert last <= number.start < number.end <= len(text)
        assert number.value >= 0
        last = number.end


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", ["1" * 200_000, "1," * 100_000, "1." * 100_000, "+" * 200_000])
def test_adversarial_text_takes_linear_time(text: str) -> None:
    list(NUMBERS.find(text))
