from __future__ import annotations

import pytest

from kg.extract.contexts import Contexts
from kg.extract.text import Tokenizer
from kg.rules import ContextRule

TOKENIZER = Tokenizer()


def rule(pattern: str) -> ContextRule:
    return ContextRule(
        id="dataset.context.test",
        type="Dataset",
        pattern=pattern,
        source="own",
        examples=("[X]",),
        counter_examples=("-",),
    )


@pytest.mark.parametrize(
    ("pattern", "text", "holds"),
    [
        pytest.param("on the? X", "trained on VCTK data", True, id="optional-missing"),
        pytest.param("on the? X", "trained on the VCTK data", True, id="optional-there"),
        pytest.param("on the? X", "trained for VCTK data", False, id="other-word"),
        pytest.param("X (corpus|data set)", "the VCTK data set", True, id="two-word-choice"),
        pytest.param("on X corpus", "on VCTK data", False, id="both-sides-needed"),
        pytest.param("on X corpus", "on VCTK corpus", True, id="both-sides"),
        pytest.param("on {kinds}? X", "on very large VCTK", True, id="class"),
        pytest.param("a _ _? X", "a small clean VCTK", True, id="any-words"),
        pytest.param("a _ X", "a of VCTK", False, id="any-word-is-no-function-word"),
        pytest.param("a _ X", "a _ VCTK", False, id="any-word-is-no-underscore"),
        pytest.param("a # X", "a # VCTK", False, id="number-is-no-sign"),
        pytest.param("X of #", "VCTK of 3.5 hours", True, id="number"),
        pytest.param("X of #", "VCTK of +3.5 hours", True, id="number-with-its-sign"),
        pytest.param("X of #", "VCTK of + hours", False, id="sign-alone"),
        pytest.param("on the X", "It counts on. The VCTK", False, id="not-across-sentences"),
        pytest.param("在 X 上", "在VCTK上", True, id="chinese"),
    ],
)
def test_match(pattern: str, text: str, holds: bool) -> None:
    contexts = Contexts([rule(pattern)], {"function": ("of", "the"), "kinds": ("very large",)})
    words, _ = TOKENIZER.read(text)
    at = words.words.index("VCTK")
    assert bool(contexts.match(words, at, at + 1)) is holds


@pytest.mark.parametrize("pattern", ["on the", "X X", "on {unknown} X", "on (X"])
def test_broken_templates_are_errors(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"template|class"):
        Contexts([rule(pattern)], {"function": ()})
