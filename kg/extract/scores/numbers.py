"""Numbers in a text: value, sign, unit, and what kind of number it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from heapq import merge
from operator import attrgetter

from kg.extract.known import CORRELATED

MAGNITUDE = {"k": 10**3, "m": 10**6, "b": 10**9, "万": 10**4, "亿": 10**8}
# Digits with thousands separators or a decimal point, a sign before them; never inside a word.
# The character before must not be part of a name or number (CIFAR-10, v2.0, x=3, 2.1.3, 10^5).
NUMBER = re.compile(
    r"(?=[+±\-\\.\d])"  # not at every letter what follows
    r"(?:(?<=\\rightarrow)|(?<=\\to)|(?<![A-Za-z\d.^_\\<>#]))(?P<sign>\+ ?(?=\d)|[±\-]|\\pm\s?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
    r"(?P<pm>\s*(?:±|\\pm|\+/-)\s*\d+(?:\.\d+)?)?"
)
AFTER = re.compile(
    r"(?:\s?\$)?\s*(?P<percent>\\?%(?: points?\b)?|(?:absolute )?percentage[- ]points?\b|percent\b)"
)
# "6-7%", "70–75 points": both ends have the unit of the second.
RANGE = re.compile(r"\s?[-–~∼]\s?(?P<digits>\d+(?:\.\d+)?)")
BETWEEN = re.compile(r"\b(?:between|by) $")  # "between 71 and 74%", "by 3 to 7%"
# "8-11 absolute F1 points", "2-3 BLEU"
POINTS = re.compile(r" (?:(?:[\w@\-]+ ){0,2}(?:points?|scores?)\b|[A-Z][A-Z\d][A-Z\d@\-]*\b)")
RANGE_IN_WORDS = re.compile(r" (?:and|to) (?P<digits>\d+(?:\.\d+)?)")
NEGATIVE = re.compile(r"(?:\b(?:of|is|was|to|at|from) |= ?)\$?$")  # "a correlation of -0.31"
# "F1=0.93" is a value; "lr=0.01", "k=5" are settings.
MEASURE = re.compile(
    r"(?:(?!SD|SE|CI|OR|HR)\b(?<!@)[A-Z][A-Z\d]+"
    r"|\b(?:[Aa]ccuracy|[Pp]recision|[Rr]ecall|[Ss]core|[Kk]appa)) ?=$"
)
SETTING = re.compile(
    r"(?<![A-Za-z])(?:[a-zβ-εη-θλ-μσ]"
    r"|lr|alpha|beta|gamma|delta|epsilon|sigma|tau|theta|lambda|eta|mu) = $"
)
CORRELATION = re.compile(r"(?<![A-Za-z])(?:r|rho|ρ|κ) ?= ?-?0?\.\d")  # but "r = 8" is a rank
DIMENSIONS = re.compile(r"\s?[×x]\s?\d")  # 512 × 512
FACTOR = re.compile(r"\bfactor (?:of )?(?:about |around |up to |over )?$")
# "twice as fast", "twice the speed", "half the memory", "half as many parameters", "by half."
MULTIPLE = (
    r"(?:twice(?= (?:as|the)\b)|half(?= (?:as|the|of the)\b)"
    r"|(?:(?<=by )|(?<=in )|(?<=than ))half(?=[,.;)]| (?:and|while|with)\b))"
)
MULTIPLYING = ("fold", "times", "twice", "Twice", "half", "Half")
MULTIPLES = {"twice": Decimal(2), "half": Decimal("0.5")}
# "in 2/3 of the cases", "one-fifth the calls", "a quarter of the parameters"
FRACTION = re.compile(
    r"(?:(?<![\w/.,$\-])(?P<over>\d{1,3})/(?P<under>\d{1,4})"
    r"|\b(?P<count>one|two|three|four|five|a)[- ]"
    r"(?P<part>third|quarter|fifth|sixth|eighth|tenth)s?)"
    r"(?= (?:of|the|as)\b)",
    re.IGNORECASE,
)
COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
THREE_DIGITS = Context(prec=3)  # 2/3 is 0.667
YEAR = re.compile(r"(?:19|20)\d\d")
# "2,9": a comma for a point, in languages that are not read; half of it would be a wrong number.
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}(?!\d)")
HALF = re.compile(r"\d,$")
# "6-fold cross-validation", "a 7-point Likert scale": no units
NO_UNIT = re.compile(r"fold[- ](?:cross|CV)|points? (?:Likert|scale)")
LEADER = re.compile(
    r"(?:[tT]op[- ]|\brank(?:ed|s|ing)? |[前第]|\bp ?[<=>] ?|[≤≥] ?|\d ?[×x] ?|(?:±|\\pm|\+/-) ?)$"
)
SIZE_WORD = re.compile(r"\s?(?:million|billion|thousand)\b")
# "2.1e-4", "$2.1\times10^{-4}$": the power of ten, which is no size and no unit
POWER = re.compile(
    r"(?:[eE]|\s?(?:×|x|\\times|\\cdot)\s?10\s?\^)\{?(?P<power>[+\-]?\d{1,2})\}?(?![A-Za-z\d])"
)
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

    @property
    def is_part(self) -> bool:
        """Whether it is a part of something, such as half or 2/3 of it."""
        return self.unit == "x" and self.value < 1


class Numbers:
    """Finds numbers and their units.

    Args:
        units: For each unit the words for it, in lower case ("ms": ["ms", "milliseconds"]).
        numerals: The words for one, two, three … in this order, for "twofold", "three times".
    """

    def __init__(self, units: Mapping[str, Sequence[str]], numerals: Sequence[str] = ()) -> None:
        self._unit_of = {word: unit for unit, words in units.items() for word in words}
        alternatives = sorted(map(re.escape, self._unit_of), key=len, reverse=True)
        self._unit = re.compile(
            rf"\+?[\s~\-]{{0,2}}({'|'.join(alternatives)})(?![^\W㐀-鿿]|-(?:rays?|place)\b)",
            re.IGNORECASE,
        )

        self._value_of = {word: Decimal(value) for value, word in enumerate(numerals, 1)}
        spelled = "|".join(map(re.escape, numerals)) or r"(?!)"
        self._numerals = re.compile(
            rf"\b(?:({spelled})(?:[- ]?fold(?![- ](?:cross|CV)|:)| times)|{MULTIPLE})\b",
            re.IGNORECASE,
        )

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
        found = [self._in_digits(text)]
        # Nearly always there are no others, and the search for them costs as much.
        if any(map(text.__contains__, MULTIPLYING)):
            found.append(self._in_words(match) for match in self._numerals.finditer(text))
        if "/" in text or any(map(text.__contains__, PARTS)):
            found.append(_fractions(text))
        yield from merge(*found, key=attrgetter("start"))

    def _in_words(self, match: re.Match[str]) -> Number:
        value = self._value_of[match[1].lower()] if match[1] else MULTIPLES[match[0].lower()]
        return Number(match.start(), match.end(), value, "x", signed=False, whole=True)

    def _in_digits(self, text: str) -> Iterator[Number]:
        read_to = 0
        for match in NUMBER.finditer(text):
            number = self._read(text, match) if match.start() >= read_to else None
            if number is None:
                continue
            end_of_range = self._end_of_range(text, match, number)
            if end_of_range is not None:
                yield replace(number, unit=end_of_range.unit)
                read_to = end_of_range.end
                number = end_of_range
            yield number

    def _end_of_range(self, text: str, first: re.Match[str], begun: Number) -> Number | None:
        """Return the second number of "6-7%", if a unit makes the two a range.

        Without a unit two decimals are one ("0.61-0.74"), without "between" two multiples ("1.5 to
        2 times") and two whole numbers of one list ("5 and 8 points").
        """
        dashed = RANGE.match(text, first.end()) or RANGE.match(text, begun.end)
        match = dashed or RANGE_IN_WORDS.match(text, first.end())
        if match is None:
            return None
        number = self._measured(text, match.start("digits"), match["digits"], match.end())
        if number is None:
            return None
        if dashed is None and not BETWEEN.search(text, max(0, first.start() - 8), first.start()):
            if match[0].startswith(" to"):
                return number if number.unit == "x" else None
            # "5 and 8 points"; but "18 and 0.4 points" may count something first
            alike = begun.whole and begun.unit is None and number.whole
            return number if alike and number.unit in {"%", "points"} else None
        decimals = "." in first["digits"] and "." in match["digits"] and begun.unit is None
        of_points = POINTS.match(text, match.end())
        return number if number.unit or of_points or (dashed and decimals) else None

    def _read(self, text: str, match: re.Match[str]) -> Number | None:
        start, digits = match.start(), match["digits"]
        sign = match["sign"] or ""
        if _is_part_of_name(text, start, sign) or DECIMAL_COMMA.match(text, start + len(sign)):
            return None
        if sign == "-" and NEGATIVE.search(text, max(0, start - 9), start):
            number = self._measured(text, start, digits, match.end())
            return number and replace(number, value=-number.value)
        if sign and sign[0] != "+":
            start, sign = start + len(sign), ""
        return self._measured(text, start, digits, match.end(), signed=sign[:1] == "+")

    def _measured(
        self, text: str, start: int, digits: str, stop: int, *, signed: bool = False
    ) -> Number | None:
        """Return the number whose digits end at `stop`, with the unit behind it."""
        value, end = self._magnitude(text, digits, stop)
        whole = value == value.to_integral_value() and ("." not in digits or end > stop)
        percent = AFTER.match(text, stop)
        if percent:
            unit = "points" if "point" in percent["percent"] else "%"
            return Number(start, percent.end("percent"), value, unit, signed, whole)
        named = self._unit.match(text, end)
        if DIMENSIONS.match(text, end):
            return None
        if named and named[1] == "s" and text[named.start(1) - 1] != " ":
            named = None  # "the 90s" are no seconds
        if named and not NO_UNIT.match(text, named.start(1)):
            unit = self._unit_of[named[1].lower()]
            # "6M parameters": the word is a metric of its own and stays outside the number.
            last = end if unit == "parameters" else named.end(1)
            return Number(start, last, value, unit, signed, whole)
        if _begins_something_else(text, end, digits) or (
            end == stop and _is_in_fraction(text, start, end, digits)
        ):
            return None
        unit_before = "x" if FACTOR.search(text, max(0, start - 24), start) else None
        return Number(start, end, value, unit_before, signed, whole)

    def _magnitude(self, text: str, digits: str, end: int) -> tuple[Decimal, int]:
        value = Decimal(digits.replace(",", ""))
        power = POWER.match(text, end)
        if power:
            return value * Decimal(10) ** int(power["power"]), power.end()
        size = SIZE_WORD.match(text, end)
        if size:
            return value * {"t": 10**3, "m": 10**6, "b": 10**9}[size[0].strip()[0]], size.end()
        letter = SIZE.match(text, end)
        if letter:
            return value * MAGNITUDE[letter["letter"].lower()], letter.end()
        return value, end


def _fractions(text: str) -> Iterator[Number]:
    """Yield the fractions below one, to three digits: 2/3 is 0.667."""
    for match in FRACTION.finditer(text):
        over = int(match["over"] or COUNTS[match["count"].lower()])
        under = int(match["under"] or PARTS[match["part"].lower()])
        if 0 < over < under:
            value = THREE_DIGITS.divide(Decimal(over), Decimal(under))
            yield Number(match.start(), match.end(), value, "x", signed=False, whole=False)


def _is_part_of_name(text: str, start: int, sign: str) -> bool:
    """Tell whether a number belongs to a name, an index, or the spread of another number."""
    before = text[start - 1 : start]
    if before in {"=", " "} and CORRELATION.search(text, max(0, start - 6), start + 4):
        return CORRELATED.search(text) is None and "κ" not in text  # a ratio, a rank
    if before == "=" and not MEASURE.search(text, max(0, start - 12), start):
        return True
    if before == " " and SETTING.search(text, max(0, start - 12), start):
        return True
    if HALF.search(text, max(0, start - 4), start):
        return True
    if before == "-" and text[max(0, start - 2) : start - 1].isalpha():
        return True  # CIFAR-10
    if text[max(0, start - 2) : start] in {"^{", "_{"}:
        return True
    if sign.startswith(("±", "\\pm")):
        return True
    return (sign == "-" and before.isalnum()) or bool(LEADER.search(text, max(0, start - 9), start))


def _begins_something_else(text: str, end: int, digits: str) -> bool:
    """Tell whether what stands behind a bare number makes it no number of its own."""
    following, next_one = text[end : end + 1], text[end + 1 : end + 2]
    if following in {"^", "_"} or (following == "." and next_one.isdigit()):
        return True  # a power, an index, a version
    if following == "-" and next_one.isalpha():
        return True  # 4-bit, 10-shot
    if following == "+" and digits.isdigit() and next_one.isspace():
        return True  # "40+ characters"
    if following.isalpha() and not _is_han(following):
        # 3D, 5th; but a blank may be missing behind a decimal number: "3.92and", "54.3AP"
        return "." not in digits or not next_one.isalpha()
    is_mark = following == ")" and digits.isdigit() and int(digits) < 20  # "2) it is fast"
    return is_mark or YEAR.fullmatch(digits) is not None


def _is_in_fraction(text: str, start: int, end: int, digits: str) -> bool:
    """Tell whether a whole number is one side of a fraction such as 2/3."""
    behind = text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit()
    before = text[start - 1 : start] == "/" and text[max(0, start - 2) : start - 1].isdigit()
    return digits.isdigit() and (behind or before)


def _is_han(char: str) -> bool:
    return "㐀" <= char <= "鿿"
