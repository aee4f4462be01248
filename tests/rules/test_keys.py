from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rules import name_key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("wav2vec 2.0", "Wav2Vec2.0", True, id="blank-and-case"),
        pytest.param("few-shot learning", "few shot learning", True, id="hyphen"),
        pytest.param("Vision Transformers", "vision transformer", True, id="plural"),
        pytest.param("Ｆ１", "F1", True, id="full-width"),
        pytest.param("TitaNet-S", "TitaNet", False, id="size-is-no-plural"),
        pytest.param("C++", "C", False, id="plus"),
        pytest.param("loss", "los", False, id="double-s"),
        pytest.param("语义分割", "语义", False, id="chinese"),
    ],
)
def test_name_key(one: str, other: str, same: bool) -> None:
    assert (name_key(one) == name_key(other)) is same


@given(st.text(min_size=1))
def test_a_name_has_a_key_and_white_space_around_it_does_not_count(name: str) -> None:
    assert name_key(name)
    assert name_key(f" {name}") == name_key(name) or not name.strip()
