"""The names of shared tasks: with their year, the title of the task, the languages."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from kg.extract.candidates import Candidate, Name
from kg.extract.text import Text

YEAR = re.compile(r"(?:19|20)\d\d")
# "WMT14 En-De", "WMT 2014 English to German"
LANGUAGES = re.compile(
    r"\s?(?P<one>[A-Za-z]+)(?: ?(?:[\-–→>/]+|\\(?:to|rightarrow)) ?| to |-to-)"
    r"(?P<other>[A-Za-z]+)(?![\w-])"
)
Words = tuple[int, int]  # indexes of the first word and of the word behind the last


def titles_of_tasks(text: Text, candidates: Sequence[Candidate]) -> list[tuple[Words, Words]]:
    """Return what numbered tasks are called: HaHackathon in "SemEval-2021 Task 7: HaHackathon".

    Args:
        text: The words.
        candidates: The candidates in reading order.

    Returns:
        The task and its title, which are one name; a title is one word.
    """
    pairs = []
    for task, title in pairwise(candidates):
        gap = text.lower[task.last : title.first]
        if gap in ([":"], ['"'], ["("]) and title.is_name and title.last - title.first == 1:
            head = text.lower[task.last - 2 : task.last - 1]
            if head in (["task"], ["track"]) and task.last - task.first > 2:
                pairs.append(((task.first, task.last), (title.first, title.last)))
    return pairs


def with_languages(text: Text, found: Sequence[Candidate], languages: Container[str]) -> None:
    """Let datasets go on with the two languages behind them: "WMT14 English-to-German".

    Args:
        text: The words.
        found: The known names of the text.
        languages: What languages are called, in lower case.
    """
    for known in found:
        if not known.strong or known.votes[0].type != "Dataset":
            continue
        pair = LANGUAGES.match(text.folded, text.ends[known.last - 1])
        if pair is not None and _are_languages(pair["one"], pair["other"], languages):
            known.last = text.span(*pair.span("other"))[1]
            known.row = None  # another dataset than the campaign's others


def _are_languages(one: str, other: str, languages: Container[str]) -> bool:
    if len(one) == len(other) == 2:
        return one[0].isupper() == other[0].isupper() and one.lower() != other.lower()
    return one[0].isupper() and one.lower() in languages and other.lower() in languages


def name_with_years(text: Text, names: Sequence[Name]) -> None:
    """Name campaigns with their years: "Social Media Mining for Health (SMM4H) 2021".

    Args:
        text: The words.
        names: The names of the text, whose spans are in reading order.
    """
    for name in names:
        if name.type != "Dataset":
            continue
        for long, short in pairwise(sorted(name.spans, key=lambda span: span.first)):
            year = text.words[short.last + 1 : short.last + 2]
            in_brackets = text.words[long.last : short.first] == ["("]
            if in_brackets and year and YEAR.fullmatch(year[0]) and text.words[short.last] == ")":
                written = text.slice(long.first, short.last + 2)
                name.aliases += [name.name, f"{text.slice(short.first, short.last)} {year[0]}"]
                name.name = " ".join(written.split())
                break
