"""Acronyms that a text defines itself, after Schwartz and Hearst (2003).

A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pacific Symposium on Biocomputing, 2003.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# At most 100 characters between the brackets: a definition is short, and the search stays linear.
BRACKETED = re.compile(r"\(([^()\[\]]{1,100})\)")
SHORT_FORM = re.compile(r"[^\W_][\w+/&.@\-]*(?: \d+(?:\.\d+)?)?")
MARKUP = re.compile(r"\\[A-Za-z]+\s*|[{}$\"']")
# "LeMDA, Learning Multimodal Data Augmentation, …": at most eight capitalised words. The capital
# comes first, and then what stands before it: so a search passes over all else at once.
APPOSITION = re.compile(
    r"([A-Z](?<![\w-].)[\w-]{1,11}), "
    r"((?:[A-Z][\w-]*(?: |(?=,))(?:(?:of|for|and|the|with|by|from|to|in) )?){2,8}),"
)
LONGEST_SHORT_FORM = 15  # characters; the paper has ten, but "EC-finetuning" is one
FIRST_PART = re.compile(r"[,;:]|\bor\b")
QUOTES = "\"'"  # folded: typographic ones too
SPOKEN = {"2": " to ", "4": " for "}  # "Trans4Trans"
CAPITALISED = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w\-]* )+$")  # not what begins a sentence
# The name follows: "a method named Quax Net (QN)", but "of named entity recognition (NER)".
CALL = re.compile(r" (?:called|dubbed|termed|named(?= [A-Z])) ")
LEADER = re.compile(r"\s*(?:(?:i\.e\.|a\.k\.a\.|also known as|short for)[, ]+)?")
LAST_WORD = re.compile(r"(?:[^\W㐀-鿿]|[+/&.@\-])+$")  # a Chinese character is no part of it
BEFORE = re.compile(r"\S+")
AMOUNT = re.compile(r"(?<!\w)(?:[+\-]|by )\d")
NOT_WORD = re.compile(r"\W+")


class Definition(NamedTuple):
    """A long form and its short form, as offsets into the text."""

    long_start: int
    long_end: int
    short_start: int
    short_end: int

    def is_translation(self, text: str) -> bool:
        """Tell whether the form in the bracket is a full name in English, not an acronym."""
        return " " in text[self.short_start : self.short_end] and text[self.long_start] >= "㐀"


def find_definitions(text: str) -> Iterator[Definition]:
    """Find every "long form (SHORT)" and "SHORT (long form)" in a text.

    Args:
        text: Any text; offsets are code points into it.

    Yields:
        The definitions in the order of their brackets. Brackets that define nothing (citations,
        numbers, remarks) yield nothing.

    Example:
        >>> text = "an equal error rate (EER) of 2% (see Table 3)"
        >>> [(text[d.long_start:d.long_end], text[d.short_start:d.short_end])
        ...  for d in find_definitions(text)]
        [('equal error rate', 'EER')]
    """
    for bracket in BRACKETED.finditer(text):
        end_of_long = bracket.start()
        while end_of_long and (text[end_of_long - 1].isspace() or text[end_of_long - 1] in QUOTES):
            end_of_long -= 1
        # "Fast Gradient Sign Method (FGSM, or the fast method)": the short form ends at the comma.
        # "Survey Explorer ({\\it WISE})": markup is no part of it.
        short = FIRST_PART.split(MARKUP.sub("", bracket[1]), maxsplit=1)[0].strip()
        # "Dense Concatenate network (DC network)": what both end with is no part of the short form.
        name, _, head = short.rpartition(" ")
        if head and text.endswith(f" {head}", 0, end_of_long):
            short = name
        if not _is_short_form(short):
            yield from _reversed(text, end_of_long, *bracket.span(1))
            continue
        start = text.find(short, bracket.start(1), bracket.end(1))
        long_start = _long_form_start(text, end_of_long, short)
        if long_start is not None and AMOUNT.search(text, long_start, end_of_long):
            continue  # "encoders boost it by +1.42 BLEU (En-De)", "by 3 BLEU"
        if start >= 0 and long_start is not None:
            yield Definition(long_start, end_of_long, start, start + len(short))
    for match in APPOSITION.finditer(text):
        long = match[2].strip()
        if _is_short_form(match[1]) and _match_backwards(long, match[1]) == 0:
            yield Definition(match.start(2), match.start(2) + len(long), *match.span(1))


def _is_short_form(form: str) -> bool:
    """Tell whether a bracket can hold a short form: few characters, a capital among them."""
    return (
        2 <= len(form) <= LONGEST_SHORT_FORM
        and SHORT_FORM.fullmatch(form) is not None
        and any(char.isupper() for char in form)
        and (form[0].isalnum())
    )


def _long_form_start(text: str, end: int, short: str) -> int | None:
    """Return where the long form before a bracket starts, or None if there is none.

    The long form has at most min(|A| + 5, |A| * 2) words, as in the paper, and never crosses the
    end of a sentence.
    """
    letters = sum(char.isalnum() for char in short.rstrip("s"))
    most = min(letters + 5, letters * 2)
    window = max(0, end - 160)
    stretch = text[window:end]
    cut = max(stretch.rfind(mark) for mark in (". ", "; ", ": ", "? ", ") ", "("))
    offset = window + (cut + 1 if cut >= 0 else 0)
    for call in CALL.finditer(text, offset, end):
        offset = call.end()
    words = list(BEFORE.finditer(text, offset, end))[-most:]
    if not words:
        return None
    start = _match_backwards(text[words[0].start() : end], short)
    if start is None and short.endswith("s") and len(short) > 2:
        start = _match_backwards(text[words[0].start() : end], short[:-1])
    if start is None:
        return None
    start = _with_capitals(text, start + words[0].start(), short)
    # A list is no name: "categories, guidelines and notes (CGN)".
    return None if "," in text[start:end] else start


def _with_capitals(text: str, start: int, short: str) -> int:
    """Return where a long form in title case starts, which may hold its first letter twice.

    "Enhanced Knowledge Embeddings (EKE)" ends with two words that begin with an E.
    """
    before = CAPITALISED.search(text, max(0, start - 80), start)
    if before is None or not text[start].isupper():
        return start
    first = next((w for w in BEFORE.finditer(before[0]) if w[0][0] == short[0]), None)
    return start if first is None else before.start() + first.start()


def _match_backwards(long: str, short: str) -> int | None:
    """Match the characters of the short form from right to left, its first one at a word's start.

    Returns:
        The offset in `long` at which the long form starts, or None.
    """
    at = len(long) - 1
    for index in range(len(short) - 1, -1, -1):
        char = short[index].lower()
        if not char.isalnum():
            continue
        spoken = long.rfind(SPOKEN[char], 0, at + 1) if char in SPOKEN and char not in long else -1
        if spoken >= 0:
            at = spoken
            continue
        while at >= 0 and (
            long[at].lower() != char or (index == 0 and at > 0 and long[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    start = at + 1
    # A long form is longer than its short form and does not contain it.
    if len(long) - start <= len(short) or _has_word(long[start:], short):
        return None
    return start


def _reversed(text: str, end: int, start: int, stop: int) -> Iterator[Definition]:
    """Yield "SHORT (long form)": the word before the bracket is made of the bracket's words."""
    before = LAST_WORD.search(text[max(0, end - 16) : end])
    if before is None or not _is_short_form(before[0]):
        return
    leader = LEADER.match(text, start, stop)
    start = leader.end() if leader else start
    inner = text[start:stop].rstrip()
    if " " not in inner or sum(char.isupper() for char in before[0]) < 2:
        return
    if _match_backwards(inner, before[0]) == 0:
        yield Definition(start, start + len(inner), end - len(before[0]), end)


def _has_word(text: str, word: str) -> bool:
    """Tell whether a text holds a word: no pattern is compiled for a word that is met once."""
    return f" {NOT_WORD.sub(' ', word)} " in f" {NOT_WORD.sub(' ', text)} "
