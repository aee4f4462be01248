"""The examples in the docstrings of the exports run."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

MODULES = ["leaderboard_csv", "linkstable", "literals", "naming", "prefixes"]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    result = doctest.testmod(import_module(f"kg.export.{name}"))
    assert result.attempted
    assert result.failed == 0
