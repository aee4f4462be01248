"""Chinese phrases that the words around them announce: 基于…的, 《…》, …机制, 第三届…评测."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.candidates import Candidate
from kg.extract.chinese.phrases import CLAUSE, LONGEST
from kg.extract.chinese.segment import LISTING, Han
from kg.records import EntityType

COUNTED = re.compile("[两三四五六2-6]个.{0,4}(?:数据集|语料库)")
TITLE = re.compile("《([^《》，。]{2,20})》")
# A shared task by its number; a number of more than one digit is one word.
EVENT = re.compile("(?:第[一二三四五六七八九十]{1,3}|A)届[^，。,“”()《》]{4,20}评测")
SHORTEST = 4  # characters of a phrase behind 基于 that may be a name: not 规则, not 相似度
LEADERS = ("基于", "提出", "提出了", "在")


class Announced:
    """Finds the phrases that context rules may take for names.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._method_tails = tuple(lists["zh_method_tails"])
        self._languages = frozenset(lists["zh_languages"])
        proposing = _either(lists["zh_propose"])
        self._proposing = re.compile(f"(?:{proposing})(?!使用|利用|采用|的|将)")
        tails = _either((*lists["zh_tails"], *lists["zh_nouns"]))
        self._end_of_object = re.compile(f'(?:{tails}|\\([^()]*\\)|["“”》-])*(?:$|[，,。；;:：、])')
        self._tails: dict[str, EntityType] = {
            **dict.fromkeys(lists["zh_method_tails"], "Method"),
            **dict.fromkeys(lists["zh_dataset_tails"], "Dataset"),
        }

    def type_of_tail(self, tail: str) -> EntityType | None:
        """Return the type of a name before a generic noun such as 模型, if it tells one."""
        return self._tails.get(tail)

    def find(self, han: Han) -> Iterator[tuple[int, int]]:
        """Find the phrases before nouns such as 机制, which context rules may take for a method.

        Yields:
            First and last word, half-open, without the noun.
        """
        for title in TITLE.finditer(han.line):
            yield title.span(1)
        for event in EVENT.finditer(han.line):
            yield event.span()
        chained = False
        before = 0
        row: list[tuple[int, int]] = []  # the phrases of one list
        for first, last in han.phrases():
            leader = han.line[max(0, first - 6) : first]
            goes_on = first - before == 1 and leader[-1] in LISTING
            row = [*row, (first, last)] if goes_on else [(first, last)]
            before = last
            chained = leader.endswith(LEADERS) or (chained and goes_on)
            if han.line[first:last] in self._languages:
                continue
            if COUNTED.match(han.line, last):
                yield from row
            elif last - first > LONGEST:
                continue
            elif last - first >= (SHORTEST if chained else 3) and (
                chained or han.line.startswith(self._method_tails, last)
            ):
                yield first, last

    def introduced(self, han: Han, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
        """Yield the candidates that head the object of a verb such as 提出.

        The head is the last noun of the clause: EIGC in "提出了一种联合抽取模型EIGC,".
        """
        objects: set[int] = set()  # the words behind such a verb, to the end of its clause
        told = 0
        for verb in self._proposing.finditer(han.line):
            if verb.end() < told:
                continue
            end = CLAUSE.search(han.line, verb.end())
            told = end.start() if end else len(han.line)
            objects.update(range(verb.end(), told))
        for candidate in candidates:
            if candidate.first in objects and self._end_of_object.match(han.line, candidate.last):
                yield candidate


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
