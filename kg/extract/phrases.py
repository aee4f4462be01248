"""Noun phrases found by their last word, such as "weakly-supervised semantic segmentation"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from kg.extract.chinese.segment import is_chinese
from kg.extract.contexts import Contexts
from kg.extract.text import Text
from kg.records import EntityType
from kg.rules import HeadRule, words

JOINS = frozenset({"-", "/"})
LONGEST_COMPLEMENT = 5  # words behind "of"
SINGULAR = ("ss", "us", "is", "ics", "news", "series", "sales", "sports", "gps", "rs")
MOST_MODIFIERS = 6  # words before the head, hyphenated compounds counting as one


class HeadPhrases:
    """Finds the phrases of the head rules.

    Args:
        rules: The head rules; those whose heads are Chinese do not count.
        lists: The word lists of the rule set; `function` and `prose` words end a phrase.
    """

    def __init__(self, rules: Sequence[HeadRule], lists: Mapping[str, tuple[str, ...]]) -> None:
        self._boundary = frozenset(lists["function"]) | frozenset(lists["prose"])
        self._languages = frozenset(lists["languages"])
        self._manners = frozenset(lists["manners"])
        self._gerunds = frozenset(lists["gerunds"])
        self._adjectives = frozenset(lists["adjectives"])
        self._degrees = frozenset(lists["degrees"])
        self._contexts = Contexts([rule for rule in rules if rule.pattern], lists)
        self._by_word: dict[str, list[tuple[tuple[str, ...], HeadRule]]] = {}
        for rule in rules:
            for head in rule.heads:
                if is_chinese(head):
                    continue
                split = words(head)
                self._by_word.setdefault(split[-1], []).append((split, rule))

    def find(self, text: Text, taken: Container[int]) -> Iterator[tuple[int, int, HeadRule]]:
        """Find every head phrase.

        Args:
            text: The words.
            taken: Indexes of words that belong to other names.

        Yields:
            First and last word (half-open) of the whole phrase, and the rule whose head it has.
            Rules that need a cue come only where the cue stands or the phrase stands twice.
        """
        waiting: dict[str, list[tuple[int, int, HeadRule]]] = {}
        for index in text.places_of(self._by_word.keys()):
            for head, rule in self._by_word[text.lower[index]]:
                span = self._phrase(text, index, head, rule, taken)
                if span is None:
                    continue
                first, last = span
                if not rule.needs_cue or self._has_cue(text, first, last, rule):
                    yield first, last, rule
                elif last - first > len(head):
                    phrase = " ".join(text.lower[first:last])
                    waiting.setdefault(phrase, []).append((first, last, rule))
                break
        for spans in waiting.values():
            if len(spans) > 1:
                yield from spans

    def _phrase(
        self, text: Text, index: int, head: tuple[str, ...], rule: HeadRule, taken: Container[int]
    ) -> tuple[int, int] | None:
        """Return the phrase of a rule whose head ends with a word, None if there is none."""
        start = index + 1 - len(head)
        if start < 0 or tuple(text.lower[start : index + 1]) != head:
            return None
        if rule.complement:
            last = self._complement_end(text, index + 1)
            return None if last is None else (start, last)
        first = self.left_edge(text, start, taken, rule.type)
        if self._modifiers(text, first, start) < rule.min_modifiers:
            return None
        if rule.pattern and rule not in self._contexts.match(text, first, index + 1):
            return None
        return first, index + 1

    def _complement_end(self, text: Text, index: int) -> int | None:
        """Return the end of "of NOUN PHRASE" that begins at a word, None if none does."""
        end = text.sentences[text.sentence_of[min(index, len(text.lower) - 1)]][1]
        if text.lower[index : index + 1] != ["of"]:
            return None
        first = index + 2 if text.lower[index + 1 : index + 2] == ["the"] else index + 1
        last = first
        while last < end and last - first < LONGEST_COMPLEMENT and self._is_noun(text, last):
            last += 1
        if last == first:
            return None
        if text.lower[last : last + 1] == ["and"] and text.lower[last - 1].endswith("s"):
            with_second = last + 2  # "entities and relations"
            if with_second <= end and text.lower[last + 1].endswith("s"):
                return with_second if self._is_noun(text, last + 1) else last
        return last if text.lower[last - 1] not in self._boundary else None

    def _is_noun(self, text: Text, index: int) -> bool:
        word = text.lower[index]
        if word == "-" or (index and text.words[index - 1] == "-"):
            return text.glued[index - 1]
        return word[0].isalpha() and word not in self._boundary and not word.endswith("ly")

    def left_edge(
        self, text: Text, head: int, taken: Container[int] = (), kind: EntityType = "Task"
    ) -> int:
        """Return the index of the first modifier of the phrase whose head starts at a word.

        Args:
            text: The words.
            head: Index of the first word of the head.
            taken: Indexes of words that belong to other names.
            kind: The type of the phrase; "LLM-based" and the like are no part of a task.

        Returns:
            The head itself if it has no modifier.
        """
        begin = text.sentences[text.sentence_of[head]][0]
        first, count = head, 0
        while first > begin and count < MOST_MODIFIERS:
            start = self.compound_start(text, begin, first - 1)
            if first - 1 in taken or not self._is_modifier(text, start, first):
                break
            if kind == "Task" and self._tells_manner(text, start, first):
                break
            if kind == "Metric" and self._is_degree("".join(text.lower[start:first])):
                break  # "an average repair rate", "a tolerable delay"
            first, count = start, count + 1
        # "constructing classification …": a participle in front governs the phrase.
        while first < head and self._governs(text, first):
            first += 1
        return first

    def compound_start(self, text: Text, begin: int, last: int) -> int:
        """Return where the hyphenated compound that ends with a word starts.

        Args:
            text: The words.
            begin: Index of the first word that may be part of it.
            last: Index of its last word.

        Returns:
            `last` if no hyphen joins the word to the one before.
        """
        start = last
        while (
            start - 2 >= begin
            and text.words[start - 1] in JOINS
            and text.glued[start - 1]
            and text.glued[start - 2]
        ):
            start -= 2
        return start

    def _governs(self, text: Text, index: int) -> bool:
        word = text.lower[index]
        return word.endswith("ing") and word not in self._gerunds and text.words[index + 1] != "-"

    def _is_modifier(self, text: Text, start: int, end: int) -> bool:
        word = text.lower[end - 1]
        if "://" in text.words[start]:
            return False
        if end - start > 1:  # a compound: "weakly-supervised", "multi-class", "end-to-end"
            compound = "".join(text.lower[start:end])
            return (
                text.lower[start] not in {"state", "non", "so", "and"}
                and compound not in self._boundary
                and not {text.lower[start], word} <= self._languages  # "English-Inuktitut"
            )
        if word in self._languages and word != text.words[end - 1]:
            return False  # "Chinese relation extraction" is relation extraction
        if not word[0].isalnum() or word >= "㐀" or word in self._boundary or word[0].isdigit():
            return False
        if word.endswith("s") and not word.endswith(SINGULAR):
            return False  # "separates rationale generation" has a verb in front
        return not word.endswith(("ly", "ed")) or word in self._adjectives

    def _is_degree(self, word: str) -> bool:
        return word in self._degrees or word.endswith("able")

    def _tells_manner(self, text: Text, start: int, end: int) -> bool:
        compound = "".join(text.lower[start:end])
        return not self._manners.isdisjoint((compound, text.lower[end - 1]))

    def _modifiers(self, text: Text, first: int, head: int) -> int:
        return sum(text.words[index][0].isalnum() for index in range(first, head))

    def _has_cue(self, text: Text, first: int, last: int, rule: HeadRule) -> bool:
        following = text.lower[last] if last < len(text.lower) else ""
        preceding = text.lower[first - 1] if first else ""
        return following in rule.followed_by or preceding in rule.preceded_by
