from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers import Numbers
from kg.rules import load_rules

NUMBERS = Numbers(load_rules().units)


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        pytest.param("an error of 0.68% here", "0.68", "%", "0.68%", id="percent"),
        pytest.param(r"reaches 24.2\% now", "24.2", "%", r"24.2\%", id="latex-percent"),
        pytest.param(r"costs $89.7\%$ less", "89.7", "%", r"89.7\%", id="latex-math"),
        pytest.param("by 3.65x over", "3.65", "x", "3.65x", id="x"),
        pytest.param("by 10 times", "10", "x", "10 times", id="times"),
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
        pytest.param("more than 2/3 of it", id="fraction"),
        pytest.param("top-5 and top 10", id="top"),
        pytest.param("with 6-fold cross-validation", id="folds"),
    ],
)
def test_no_number(text: str) -> None:
    assert [text[n.start : n.end] for n in NUMBERS.find(text)] == []


@given(st.text(alphabet="0123456789.,%+-±x $\\M", max_size=60))
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
