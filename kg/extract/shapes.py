"""Name-shaped spans: what is written like a proper name, found by a grammar over word classes.

Every word gets one letter for its class; a regular expression over these letters, one a word,
finds the spans. This is chunking by tag patterns (Abney, 1991), with spelling in place of tags.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.extract.text import Text

CLASSES = (
    ("D", r"\dD"),  # 3D, of 3D-CNN
    # 50, 1K, 2.0, 11.8; but not 0.9436 and 26.4, which are scores
    ("N", r"\d{1,4}[KkMBb]?|1?\d(?:\.\d)+[BMb]?"),
    ("V", r"[vV]\d+(?:\.\d+)*"),  # v2
    ("A", r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z\d][A-Z\d&+/.\-]*s?"),  # BERT, VGG-16, CNNs, F1-AUC
    ("A", r"[A-Z]{1,2}\d+[A-Za-z]?"),  # T5, F1
    ("A", r"[A-Z][A-Za-z]*\d*@[A-Z\d]+"),  # R10@1
    (
        "M",  # wav2vec, UNet, nEMO, Rank@1
        r"(?=.*(?:[a-z\d][A-Z]|[A-Z]{2,}[a-z]|[A-Za-z]\d|\d[A-Za-z]|[a-z]@\d))"
        r"[A-Za-zΑ-Ωα-ω][\w+.\\@\-]*",
    ),
    ("M", r"[A-Z]+[\w.]*[-_/\\][\w+.\\/\-]*\d[\w+/\-]*"),  # CIFAR-10, GTA\_Head
    ("M", r"[A-Za-z]+(?:\\_|_)[\w\\]+"),
    ("M", r"[A-Z][A-Za-z]*[A-Z][a-z]*'(?:20)?\d\d"),  # WMT'14, ArAIEval'2023
    ("U", r"[A-Z]"),
    ("C", r"[A-Z][a-zà-öø-ÿ'.]+(?:-\d+[A-Za-z]*)?"),  # Transformer, Llama-2
    ("l", r"[a-zà-öø-ÿ][\w']*"),
    (",", r"[,、，]"),
    ("(", r"\("),
    (")", r"\)"),
)
LONGEST_NO_PARTICIPLE = 4  # characters: "speed", "feed" and the like are nouns
LONGEST_WORD = 60  # characters; what is longer is no word
MOST_KNOWN = 200_000  # words that are remembered with their classes
LONGEST_NAME = 40  # words, hyphens among them; the longest of the lexicon has ten
CLASS = re.compile("|".join(f"(?P<c{i}>{pattern})$" for i, (_, pattern) in enumerate(CLASSES)))
# A word of a name, hyphenated parts included: "Row-wise", "AMI-MixHeadset", "k-means" only when
# it holds a capital or a digit somewhere (checked below).
NAME = re.compile(
    r"(?:(?:Dh)?[AMCU](?:h[AMCUNVl])*|lh[AMC](?:h[AMCUNVl])*)(?:[AMCUNV](?:h[AMCUNVl])*)*"
)


class WordClasses:
    """Gives every word its class letter, and remembers it.

    Args:
        suffixes: Lower-case words that end a name when a hyphen joins them to it ("-based").
    """

    def __init__(self, suffixes: Container[str]) -> None:
        self._letters = _Letters(suffixes)

    def letters(self, text: Text) -> str:
        """Return one letter for every word of the text."""
        # An abstract has few distinct words, a corpus many: forget before the table grows large.
        if len(self._letters) > MOST_KNOWN:
            self._letters.clear()
        letters = list(map(self._letters.__getitem__, text.words))
        index = -1
        for _ in range(text.words.count("-")):
            index = text.words.index("-", index + 1)
            joins = index and text.glued[index - 1] and text.glued[index]
            ends = joins and (
                letters[index + 1] == "x"
                or (letters[index - 1] in "AM" and _is_participle(text.words[index + 1]))
            )
            letters[index] = "h" if joins and not ends else "-"
        return "".join(letters)


class _Letters(dict[str, str]):
    """The class letters of words, found when a word is first asked for."""

    def __init__(self, suffixes: Container[str]) -> None:
        super().__init__()
        self._suffixes = suffixes

    def __missing__(self, word: str) -> str:
        letter = self[word] = self._classify(word)
        return letter

    def _classify(self, word: str) -> str:
        if word in self._suffixes:
            return "x"
        match = CLASS.match(word) if len(word) <= LONGEST_WORD else None
        return CLASSES[int((match.lastgroup or "c0")[1:])][0] if match else "."


def _is_participle(word: str) -> bool:
    """Tell whether a word behind a hyphen says what was done with a name: "GPT-collected"."""
    return word.endswith("ed") and word.islower() and len(word) > LONGEST_NO_PARTICIPLE


def find_names(text: Text, letters: str) -> Iterator[tuple[int, int]]:
    """Find the name-shaped spans of a text.

    Args:
        text: The words.
        letters: Their classes, from `WordClasses.letters`.

    Yields:
        Word indexes, half-open, in order, without overlap, never across a sentence. What is longer
        than any name is none.
    """
    for match in NAME.finditer(letters):
        yield from _by_sentence(text, *match.span())


def _by_sentence(text: Text, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last:
        end = min(last, text.sentences[text.sentence_of[first]][1])
        if end - first <= LONGEST_NAME:
            yield first, end
        first = end
