"""Chinese has no blanks: characters get classes by the words of the lists that they stand in.

The longest word wins at each character (maximum matching, the oldest way of Chinese word
segmentation), so that 对话 is not cut at 对.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

# Letters of the classes: end of a phrase, generic noun that ends it, noun that ends it only where
# nothing follows, any other Chinese character, what is not Chinese.
STOP, TAIL, NOUN, OTHER, FOREIGN = "s", "t", "n", "h", "."
LISTING = frozenset("、和与及或,")  # between the members of a list
PHRASE = re.compile(r"h[hn]*")

HAN = re.compile("[㐀-鿿]")


class Han(NamedTuple):
    """A text as one character a word, and one letter for the class of each."""

    line: str
    classes: str

    def phrases(self) -> Iterator[tuple[int, int]]:
        """Yield the phrases as word indexes, half-open, nouns at their end left out."""
        for match in PHRASE.finditer(self.classes):
            first = match.start()
            yield first, first + len(match[0].rstrip(NOUN))

    def start(self, first: int) -> int:
        """Return where the phrase begins that holds a word."""
        while first and self.classes[first - 1] in (OTHER, NOUN):
            first -= 1
        while self.classes[first] == NOUN:
            first += 1
        return first


class Segmenter:
    """Gives the characters of a text their classes, by maximum matching.

    Args:
        lists: The word lists of the rule set; those for Chinese begin with "zh_".
        names: Names that hold together, such as those of the lexicon.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], names: Iterable[str]) -> None:
        classes = dict.fromkeys((*names, *lists["zh_words"]), OTHER)
        classes |= dict.fromkeys(lists["zh_nouns"], NOUN)
        classes |= dict.fromkeys(lists["zh_tails"], TAIL)
        classes |= dict.fromkeys(lists["zh_function"], STOP)
        self._nominal = frozenset(lists["zh_nominal"])
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(classes, key=lambda word: (-len(word), word)):
            self._by_first.setdefault(word[0], []).append((word, classes[word] * len(word)))

    def read(self, words: Sequence[str]) -> Han | None:
        """Return the classes of the words of a text, or None if it holds no Chinese.

        Args:
            words: The words; a Chinese character is a word.
        """
        if not is_chinese("".join(words)):
            return None
        line = "".join([word if len(word) == 1 else "A" for word in words])
        letters: list[str] = []
        at = 0
        while at < len(line):
            if not "㐀" <= line[at] <= "鿿":
                letters.append(FOREIGN)
                at += 1
                continue
            for word, marks in self._by_first.get(line[at], ()):
                if line.startswith(word, at):
                    at += len(word)
                    is_noun = len(word) > 1 and line[at : at + 1] in self._nominal  # 确定性
                    letters.append(OTHER * len(word) if is_noun else marks)
                    break
            else:
                letters.append(OTHER)
                at += 1
        return Han(line, "".join(letters))


def is_chinese(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return not text.isascii() and HAN.search(text) is not None
