"""Numbers in a text: value, sign, unit, and what kind of number it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

MAGNITUDE = {"k": 10**3, "m": 10**6, "b": 10**9, "万": 10**4, "亿": 10**8}
# Digits with thousands separators or a decimal point, a sign before them; never inside a word.
# The character before must not be part of a name or number (CIFAR-10, v2.0, x=3, 2.1.3, 10^5).
NUMBER = re.compile(
    r"(?<![A-Za-z\d.^_\\=<>#])(?P<sign>[+±\-]|\\pm\s?)?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<pm>\s*(?:±|\\pm|\+/-)\s*\d+(?:\.\d+)?)?"
)
AFTER = re.compile(r"(?:\s?\$)?\s*(?P<percent>\\?%|percent(?:age points?)?\b)")
YEAR = re.compile(r"(?:19|20)\d\d")
LEADER = re.compile(r"(?:[tT]op[- ]|[前第])$")
SIZE_WORD = re.compile(r"\s?(?:million|billion|thousand)\b")
SIZE = re.compile(r"(?P<letter>[kKMBmb万亿])(?![A-Za-z\d])(?:illion\b)?")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: offsets with its sign and unit, its value, its unit or None.

    `signed` tells that a plus sign stands before it.
    """

    start: int
    end: int
    value: Decimal
    unit: str | None
    signed: bool
    whole: bool


class Numbers:
    """Finds numbers and their units.

    Args:
        units: For each unit the words for it, in lower case ("ms": ["ms", "milliseconds"]).
    """

    def __init__(self, units: Mapping[str, Sequence[str]]) -> None:
        self._unit_of = {word: unit for unit, words in units.items() for word in words}
        alternatives = sorted(map(re.escape, self._unit_of), key=len, reverse=True)
        self._unit = re.compile(rf"[\s~\-]{{0,2}}({'|'.join(alternatives)})(?![\w])", re.IGNORECASE)

    def find(self, text: str) -> Iterator[Number]:
        """Find every number that stands by itself.

        Args:
            text: The folded text of an abstract.

        Yields:
            The numbers in reading order. Years, parts of names and list marks are left out.

        Example:
            >>> [str(n.value) for n in Numbers({"x": ["x"]}).find("3.65x on 25,000 in 2021")]
            ['3.65', '25000']
        """
        for match in NUMBER.finditer(text):
            number = self._read(text, match)
            if number is not None:
                yield number

    def _read(self, text: str, match: re.Match[str]) -> Number | None:
        start, end = match.span()
        sign, digits = match["sign"] or "", match["digits"]
        before = text[start - 1] if start else " "
        if before == "-" and text[max(0, start - 2) : start - 1].isalpha():
            return None  # CIFAR-10
        if text[max(0, start - 2) : start] in {"^{", "_{"}:
            return None  # an exponent or index
        if sign in {"-", "±", "\\pm"} or sign.startswith("\\pm"):
            if before.isalnum() or sign != "-":
                return None  # a hyphen inside a name, or the spread of another number
            start, sign = start + 1, ""
        after = AFTER.match(text, end)
        if after:
            end = after.end("percent")
            points = after["percent"].startswith("percentage")
            value = Decimal(digits.replace(",", ""))
            unit_of = "points" if points else "%"
            return Number(start, end, value, unit_of, sign == "+", value == int(value))
        value, end = self._magnitude(text, digits, match.end())
        unit = self._unit.match(text, end)
        if unit is not None:
            name = self._unit_of[unit[1].lower()]
            # "6M parameters": the word is a metric of its own and stays outside the number.
            stop = end if name == "parameters" else unit.end(1)
            return Number(start, stop, value, name, sign == "+", value == int(value))
        following = text[end : end + 1]
        if following in {"^", "_"} or (following == "." and text[end + 1 : end + 2].isdigit()):
            return None  # a power, an index, a version
        if following.isalpha() and not _is_han(following):
            return None  # the start of a word: 3D, 5th
        if following == "-" and text[end + 1 : end + 2].isalpha():
            return None  # 4-bit, 10-shot
        if YEAR.fullmatch(digits) or (following == ")" and len(digits) < 3 and value < 20):
            return None
        if LEADER.search(text, max(0, start - 5), start):
            return None  # top-5, 前5
        return Number(start, end, value, None, sign == "+", value == int(value))

    def _magnitude(self, text: str, digits: str, end: int) -> tuple[Decimal, int]:
        value = Decimal(digits.replace(",", ""))
        size = SIZE_WORD.match(text, end)
        if size:
            power = {"t": 10**3, "m": 10**6, "b": 10**9}[size[0].strip()[0]]
            return value * power, size.end()
        letter = SIZE.match(text, end)
        if letter:
            return value * MAGNITUDE[letter["letter"].lower()], letter.end()
        return value, end


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿"
