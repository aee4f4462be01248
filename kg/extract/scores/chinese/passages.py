"""Numbers in Chinese passages: where they are, which of them are lists, which are amounts."""

from __future__ import annotations

import re

from kg.extract.chinese.segment import is_chinese
from kg.extract.scores.numbers import Number
from kg.extract.text import Text

AROUND = 8  # words on either side of a number, one of which is Chinese in a Chinese sentence
LISTED = frozenset("、和与及,，/~∼～")  # between the numbers of a list
CLAUSE_END = re.compile("[，。；！？;]|,(?!\\d)")
AMOUNT = re.compile("[^，。,;；a-zA-Z]{0,6}(?:数据|语料|文本)")


def is_amount(text: Text, number: Number) -> bool:
    """Tell whether a number of bytes is an amount of data: "26GB藏文数据"."""
    return AMOUNT.match(text.folded, number.end) is not None


def in_chinese(text: Text, first: int, last: int) -> bool:
    """Tell whether the words from first up to last stand among Chinese ones."""
    around = text.words[max(0, first - AROUND) : last + AROUND]
    return is_chinese("".join(around))


def continues(text: Text, before: Number, number: Number) -> bool:
    """Tell whether two numbers stand in one Chinese list: "1.7、0.45和0.76"."""
    gap = text.folded[before.end : number.start].strip()
    is_list = 0 < len(gap) <= 2 and set(gap) <= LISTED
    return is_list and in_chinese(text, *text.span(before.start, number.end))
