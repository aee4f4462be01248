"""Noun phrases in Chinese by their last word: what lies between the words that end a phrase."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kg.extract.chinese.known import Verbs
from kg.extract.chinese.segment import LISTING, Han, is_chinese
from kg.rules import HeadRule

CLAUSE = re.compile("[，。；,;:：]")
CUE_REACH = 20  # characters before a phrase, in its clause, that may hold its cue
LONGEST = 20  # characters of a phrase; a longer one is a clause whose words no list knows
LONGEST_HEAD = 6


class HanPhrases:
    """Finds the Chinese phrases of the head rules.

    Args:
        rules: The head rules; those whose heads are Chinese count.
        lists: The word lists of the rule set.
    """

    def __init__(self, rules: Sequence[HeadRule], lists: Mapping[str, Sequence[str]]) -> None:
        self._by_head = {head: rule for rule in rules for head in rule.heads if is_chinese(head)}
        self._empty = frozenset(lists["zh_empty"])
        self._no_task = tuple(lists["zh_no_task"])
        self._verbs = Verbs(lists)

    def find(
        self, han: Han, title: str, taken: Sequence[bool], tasks: list[bool]
    ) -> Iterator[tuple[int, int, HeadRule]]:
        """Find every phrase with the head of a rule.

        Args:
            han: The text.
            title: The title of the paper, perhaps empty; a phrase of it needs no other cue.
            taken: For each word whether it belongs to a name that no phrase may take in.
            tasks: For each word whether it belongs to a known task; those found are added.

        Yields:
            First and last word (half-open) of the phrase, and the rule whose head it has.
        """
        seen: Counter[str] = Counter()
        found = []
        for begin, last in han.phrases():
            rule, length = self._head(han.line[begin:last])
            if rule is None or last - begin > LONGEST:
                continue
            first = begin
            while any(taken[first:last]) or (rule.type == "Metric" and any(tasks[first:last])):
                first += 1
            first = self._verbs.without(han, first, last - length)
            modifiers = han.line[first : last - length]
            if first > last - length or len(modifiers) < rule.min_modifiers:
                continue
            if modifiers in self._empty:
                continue
            if rule.type == "Task" and han.line.startswith(self._no_task, last):
                continue
            phrase = han.line[first:last]
            seen[phrase] += 1
            found.append((first, last, rule, phrase))
            if rule.type == "Task" and not rule.needs_cue:
                tasks[first:last] = [True] * (last - first)
        for first, last, rule, phrase in found:
            if (
                not rule.needs_cue
                or phrase in title
                or (seen[phrase] > 1 and rule.type == "Task")
                or self._has_cue(han, first, last, rule)
                or self._is_listed(han, first, last, tasks)
            ):
                yield first, last, rule

    def _has_cue(self, han: Han, first: int, last: int, rule: HeadRule) -> bool:
        if han.line.startswith(rule.followed_by, last):
            return True
        clause = CLAUSE.split(han.line[max(0, first - CUE_REACH) : first])[-1]
        return any(cue in clause for cue in rule.preceded_by)

    def _is_listed(self, han: Han, first: int, last: int, tasks: Sequence[bool]) -> bool:
        """Tell whether a phrase stands beside a known task in a list: "情感分析、观点挖掘"."""
        before = first > 1 and han.line[first - 1] in LISTING and tasks[first - 2]
        return before or (last + 1 < len(tasks) and han.line[last] in LISTING and tasks[last + 1])

    def _head(self, phrase: str) -> tuple[HeadRule | None, int]:
        """Return the rule of the longest head that has modifiers enough, and the head's length."""
        for length in range(min(len(phrase), LONGEST_HEAD), 0, -1):
            rule = self._by_head.get(phrase[-length:])
            if rule is not None and len(phrase) - length >= rule.min_modifiers:
                return rule, length
        return None, 0
