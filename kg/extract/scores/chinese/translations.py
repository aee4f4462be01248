"""Numbers that an abstract reports twice, in Chinese and in its English version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from kg.extract.scores.chinese.passages import in_chinese
from kg.extract.text import Text
from kg.records import DatasetStat, Score

Found = TypeVar("Found", Score, DatasetStat)


def without_translations(text: Text, found: Sequence[Found]) -> list[Found]:
    """Leave out what an abstract reports again in its other language.

    Args:
        text: The words.
        found: The scores, or the sizes, of the abstract in reading order.

    Returns:
        Those of the language that comes first, and of the other language those numbers that the
        first does not have.
    """
    languages = [in_chinese(text, *text.span(one.start, one.end)) for one in found]
    pairs = list(zip(found, languages, strict=True))
    told = Counter(_what(one) for one, is_zh in pairs if is_zh == languages[0])
    kept = []
    for one, is_zh in pairs:
        if is_zh == languages[0] or not told[_what(one)]:
            kept.append(one)
        else:
            told[_what(one)] -= 1
    return kept


def _what(found: Score | DatasetStat) -> tuple[object, ...]:
    """Return what a number says in any language."""
    if isinstance(found, Score):
        return found.value, found.unit, found.kind
    return (found.value,)
