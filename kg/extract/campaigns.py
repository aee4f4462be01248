"""The names of shared tasks: with the year of their campaign, with the title of the task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.extract.candidates import Candidate, Name
from kg.extract.text import Text

YEAR = re.compile(r"(?:19|20)\d\d")
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
