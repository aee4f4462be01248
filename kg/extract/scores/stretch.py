"""The stretch of a sentence that is one number's own, and the mentions around it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from kg.extract.scores.parallel import LISTING, ParallelLists, Place
from kg.extract.text import Text
from kg.records import EntityType

VERSUS = re.compile(r"\s*(?:vs\.?|v\.s\.|versus|instead of)\s*")
LONGEST_LIST = 50  # numbers; a bound for texts that are no prose
ACROSS = frozenset({"on", "across", "over"})  # before what something is tried on
COMMAS = frozenset({",", ";", "，", "；", "、"})
CLAUSES = COMMAS | {"while", "whereas", "but", "yet"}  # between two things told
DETERMINERS = frozenset({"the", "our", "a", "an", "this"})
DESCRIBED = DETERMINERS | {
    *("baseline", "original", "best", "standard", "vanilla", "plain"),
    *("fine", "pre", "-"),  # of "fine-tuned"
}


class Stretch:
    """The mentions around one number of a sentence.

    Args:
        text: The words.
        here: The mentions of the sentence, in order.
        spans: The word indexes, half-open, of each number of the sentence.
        index: Which of these is the number.
        lists: The lists of the sentence.
    """

    def __init__(
        self,
        text: Text,
        here: Sequence[Place],
        spans: Sequence[tuple[int, int]],
        index: int,
        lists: ParallelLists,
    ) -> None:
        self._text, self._here, self._spans, self._index = text, here, spans, index
        self._lists = lists
        self._first, self._last = spans[index]
        self._begin = text.sentences[text.sentence_of[self._first]][0]
        # The stretch that is this number's own: from the number before it to the one behind it.
        self._left = spans[index - 1][1] if index else 0
        self._right = spans[index + 1][0] if index + 1 < len(spans) else len(text.words)

    def _of(self, kind: EntityType) -> list[Place]:
        return [place for place in self._here if place.name.type == kind]

    def is_before(self, word: int) -> bool:
        """Tell whether the sentence begins before a word of the text."""
        return self._begin < word

    def has(self, kind: EntityType) -> bool:
        """Tell whether the sentence names anything of a type."""
        return bool(self._of(kind))

    def _reach(self, count: int) -> int:
        """Return where so many words before the number begin, at most back to the number before.

        A compound is one word: "state-of-the-art".
        """
        index = self._first
        while index > self._left and count:
            index -= 1
            in_compound = "-" in self._text.words[max(0, index - 1) : index + 1]
            count -= not in_compound
        return index

    def partner(self, kind: EntityType, barred: str | None = None) -> Place | None:
        """Return what pairs with this number in "1 and 2 on A and B", unless the list is barred.

        Args:
            kind: The type of the names.
            barred: A name in whose list the number has no partner: what it is compared with.
        """
        names = self._lists.partners(kind, self._spans[self._index])
        return names[0] if names and all(p.name.name != barred for p in names) else None

    def is_listed(self) -> bool:
        """Tell whether nothing but "and" or a comma parts the number from the one before it.

        A number that is set against another one, "96.9% vs. 88%", begins anew.
        """
        if VERSUS.match(self._text.folded, self._text.ends[self._last - 1]):
            return False
        return self._index > 0 and self._is_joined(self._index - 1)

    def _is_joined(self, index: int, passed: Container[int] = ()) -> bool:
        """Tell whether a number and the one behind it stand in one list."""
        between = range(self._spans[index][1], self._spans[index + 1][0])
        return all(self._text.lower[i] in LISTING for i in between if i not in passed)

    def _opener(self, place: Place, left: int) -> int:
        """Return the index of the word before a method and what describes it.

        "while the fine-tuned BERT": but in "and outperformed BERT" the word is a verb.
        """
        words, opener = self._text.lower, place.first - 1
        while opener > left and (
            words[opener] in DESCRIBED
            or (words[opener].endswith("ed") and words[opener - 1] in DETERMINERS | {"-"})
        ):
            opener -= 1
        return opener

    def _behind_numbers(self) -> tuple[int, int]:
        """Return the words behind the list that the number stands in, up to the next number."""
        last = self._list_end()
        following = self._spans[last + 1 : last + 2]
        return self._spans[last][1], following[0][0] if following else len(self._text.words)

    def _list_begin(self) -> int:
        """Return where the first number of the list begins that the number stands in."""
        index = self._index
        while index and self._index - index < LONGEST_LIST and self._is_joined(index - 1):
            index -= 1
        return self._spans[index][0]

    def _list_end(self, passed: Container[int] = ()) -> int:
        """Return the index of the last number of the list that the number stands in.

        `passed` are indexes of words that may stand between two members.
        """
        last = self._index
        while last + 1 < len(self._spans) and self._is_joined(last, passed):
            last += 1
        return last
