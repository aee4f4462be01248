"""The known names of a text: lexicon rows with their modifiers, generic heads left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping
from itertools import takewhile

from spacy.tokens import Doc

from kg.extract.campaigns import with_languages
from kg.extract.candidates import Candidate, Vote, acronym_at, unavailable
from kg.extract.lexicon import KnownName, Lexicon
from kg.extract.phrases import HeadPhrases
from kg.extract.text import Text

LEXICON_WEIGHT = 12
NUMBERED = re.compile(r"top-\d+|[23]d|q[38]|\dpx")
SYMBOLS = frozenset({"r", "ρ", "rho"})
CORRELATED = re.compile(r"[Cc]orrelat|Pearson|Spearman")
AVERAGED = (["macro", "-", "averaged"], ["micro", "-", "averaged"])
LEVELS = (["-", "level"], ["-", "based"])  # behind "word" and the like
PRONOUNS = frozenset({"it", "them"})
NAME_REACH = 5  # words behind a verb among which the name of its object stands
TRADED = 4  # words behind a measure in which it is traded: "cost-performance trade-offs"
OBJECT_REACH = 3  # words behind a verb among which its object stands: "fine-tuning large models"


class KnownNames:
    """Makes candidates of the names that the lexicon finds.

    Args:
        lexicon: The compiled lexicon.
        heads: Tells where the modifiers of a task begin.
        lists: The word lists of the rule set.
    """

    def __init__(
        self, lexicon: Lexicon, heads: HeadPhrases, lists: Mapping[str, Collection[str]]
    ) -> None:
        self._lexicon, self._heads = lexicon, heads
        self._determiners = frozenset(lists["determiners"])
        self._transitive = frozenset(lists["transitive"])
        self._objects = frozenset(lists["objects"])
        self._attribute_nouns = frozenset(lists["attribute_nouns"])
        self._technique_modifiers = frozenset(lists["technique_modifiers"])
        self._technique_compounds = frozenset(lists["technique_compounds"])
        self._acronym_modifiers = frozenset(lists["acronym_modifiers"])
        self._levels = frozenset(lists["levels"])
        self._paid = frozenset(lists["paid_attention"])
        self._languages = frozenset(lists["languages"])
        self._function = frozenset(lists["function"])
        self._generic = frozenset(lists["generic_heads"]) | frozenset(lists["generic_tails"])

    def find(self, text: Text, letters: str, doc: Doc) -> list[Candidate]:
        """Find the known names of a text.

        Args:
            text: The words.
            letters: Their classes, from `WordClasses.letters`.
            doc: The spaCy document of the same words.

        Returns:
            The longest of those that overlap, each with the lexicon's vote, in no order.
        """
        longest: list[Candidate] = []
        at: dict[int, Candidate] = {}  # by each of their words
        hits = sorted(self._lexicon.match(doc), key=_longest_first)
        for hit in hits:
            if self._is_attribute(text, letters, hit):
                continue
            vote = Vote(
                hit.type, 0 if hit.needs_evidence else LEXICON_WEIGHT, f"{hit.type.lower()}.lexicon"
            )
            words = range(hit.first, hit.last)
            same = at.get(hit.first)
            if same is not None and (same.first, same.last) == (hit.first, hit.last):
                # one spelling, two types: MAE
                same.votes.append(vote)
                same.strong = same.strong or not hit.needs_evidence
                continue
            if at.keys().isdisjoint(words):
                found = Candidate(hit.first, hit.last, [vote], hit.row, not hit.needs_evidence)
                if self._governs(text, hit):
                    found.everyday = "a verb with its object here"
                elif self._is_paid(text, hit):
                    found.everyday = "no technique in this phrase"
                longest.append(found)
                at.update(dict.fromkeys(words, found))
        longest = _with_neighbours(_without_echo(text, longest))
        with_languages(text, longest, self._languages)
        taken = unavailable(longest, letters)
        for found in longest:
            self._shorten(text, found)
            self._widen(text, found, taken)
        return longest

    def _widen(self, text: Text, found: Candidate, taken: Container[int]) -> None:
        """Let a candidate begin with the words before it that belong to it."""
        begin = text.sentences[text.sentence_of[found.first]][0]
        if found.votes[0].type == "Task" and found.strong:
            # The modifiers before a known task belong to it: "weakly-supervised" …
            if acronym_at(text, found):
                found.first = self._with_setting(text, begin, found.first)
            else:
                start = self._heads.compound_start(text, begin, found.first)
                found.first = self._heads.left_edge(text, start, taken)
        elif found.votes[0].type == "Metric":
            found.first = self._with_level(text, begin, found.first)
        elif found.row and found.row.level == "common" and not acronym_at(text, found):
            # "semi-supervised pre-training": a compound stays whole
            head = found.first
            found.first = self._heads.compound_start(text, begin, head)
            if begin < found.first < head and _are_capitals(text, found.first, head):
                # "our Multimodal-CoT" is a name of its own
                found.forget_row()
                found.votes.append(Vote("Method", 5, "method.known-variant"))
                found.is_name = True
            else:
                found.first = self._with_kind(text, begin, found.first, taken)

    def _is_attribute(self, text: Text, letters: str, hit: KnownName) -> bool:
        """Tell whether a name only says what something else is of.

        "memory-efficient" is no memory, a "pruning ratio" a setting, and a "speed-accuracy
        trade-off" reports neither.
        """
        if hit.type == "Metric":
            if hit.last - hit.first == 1 and text.words[hit.first] in SYMBOLS:
                return CORRELATED.search(text.folded) is None  # else a rank or a ratio
            if letters[hit.last : hit.last + 2] == "-x":
                return True
            joined = "h" in (letters[hit.first - 1 : hit.first], letters[hit.last : hit.last + 1])
            if joined and "trade" in text.lower[hit.last : hit.last + TRADED]:
                return True
        is_common = hit.type == "Metric" or (hit.type == "Method" and hit.row.level == "common")
        return is_common and not self._attribute_nouns.isdisjoint(
            text.lower[hit.last : hit.last + 1]
        )

    def _with_kind(self, text: Text, begin: int, first: int, taken: Container[int]) -> int:
        """Return where a technique starts with the words that make another one of it.

        "layer-adaptive weight pruning", "multi-view data augmentation", but "novel pruning".
        """
        while first > begin and first - 1 not in taken:
            start = self._heads.compound_start(text, begin, first - 1)
            left, right = text.words[start], text.lower[first - 1]
            of_a_kind = (
                right in self._technique_modifiers
                if start == first - 1
                else (right in self._technique_compounds or (right == "based" and left.islower()))
            )
            if not of_a_kind:
                break
            first = start
        return first

    def _with_level(self, text: Text, begin: int, first: int) -> int:
        """Return where a measure starts that is taken word by word: "word-level perplexity"."""
        if first > begin and NUMBERED.fullmatch(text.lower[first - 1]):
            return first - 1  # "top-20 accuracy", "3D AP"
        start = first - 3
        if text.lower[max(begin, start) : first] in AVERAGED:
            return start
        by_units = text.lower[max(begin, start) : first][1:] in LEVELS
        return start if by_units and text.lower[start] in self._levels else first

    def _with_setting(self, text: Text, begin: int, first: int) -> int:
        """Return where the acronym of a task starts with what makes another task of it.

        "semi-supervised VOS", "multi-turn QA", but "Manchu ASR" is ASR.
        """
        start = self._heads.compound_start(text, begin, first - 1) if first > begin else first
        words = "".join(text.lower[start:first])
        return start if words in self._acronym_modifiers else first

    def _is_paid(self, text: Text, hit: KnownName) -> bool:
        """Tell whether attention is what readers pay: "gained significant attention"."""
        before = text.lower[hit.first - 1 : hit.first]
        is_attention = text.lower[hit.first : hit.last] == ["attention"]
        return is_attention and not self._paid.isdisjoint(before)

    def _governs(self, text: Text, hit: KnownName) -> bool:
        """Tell whether a technique is a verb with its object here: "fine-tuning the weights"."""
        if hit.type != "Method" or not text.lower[hit.last - 1].endswith("ing"):
            return False
        end = min(len(text.words), hit.last + NAME_REACH)
        behind = text.lower[hit.last : end]
        if behind[:1] and (behind[0] in self._determiners or behind[0] in PRONOUNS):
            return behind[0] != "that"  # "contrastive learning that is stable"
        if "".join(text.lower[hit.first : hit.last]) not in self._transitive:
            return False  # "contrastive learning models" are models
        words = list(takewhile(lambda word: self._may_be_object(text, word), range(hit.last, end)))
        # "fine-tuning BERT", "fine-tuning open-source LLMs": a name of its own is the object
        named = any(_is_written_as_name(text.words[index]) for index in words)
        reach = {text.lower[index] for index in words[:OBJECT_REACH]}
        return named or not self._objects.isdisjoint(reach)

    def _may_be_object(self, text: Text, index: int) -> bool:
        word = text.lower[index]
        return word == "-" or (word[0].isalpha() and word not in self._function)

    def _shorten(self, text: Text, found: Candidate) -> None:
        """Leave a generic last word out where the rest is a form of the same row: AUC score."""
        if found.row is None or text.lower[found.last - 1] not in self._generic:
            return
        if text.words[found.last - 2] == "-":
            return  # "F1-score" is one word
        if found.last - found.first > 1:
            rest = text.slice(found.first, found.last - 1)
            found.last -= found.row.is_called(rest)


def _is_written_as_name(word: str) -> bool:
    return word[1:] != word[1:].lower() or (word[0].isupper() and not word.isalpha())


def _are_capitals(text: Text, *indexes: int) -> bool:
    return all(text.words[index][0].isupper() for index in indexes)


def _without_echo(text: Text, found: list[Candidate]) -> list[Candidate]:
    """Leave out "accuracy" where it only repeats that a measure is one: "mIoU accuracy"."""
    ends = {one.last for one in found if _is_measure(text, one)}
    return [
        one
        for one in found
        if one.first not in ends or text.lower[one.first : one.last] != ["accuracy"]
    ]


def _is_measure(text: Text, found: Candidate) -> bool:
    """Tell whether a candidate is a measure that is written in one word: mIoU, PCK."""
    word = text.words[found.first]
    written_so = word[1:] != word[1:].lower() or word[1:].isdigit()  # mIoU, F1
    one_word = found.last - found.first == 1 and written_so
    return one_word and found.strong and found.votes[0].type == "Metric"


def _with_neighbours(found: list[Candidate]) -> list[Candidate]:
    """Join two known datasets that stand side by side: "the Penn Treebank WSJ" is one."""
    ends = {one.last: one for one in found if one.strong and one.votes[0].type == "Dataset"}
    joined = []
    for one in found:
        before = ends.get(one.first)
        is_dataset = one.strong and one.votes[0].type == "Dataset"
        if before is not None and is_dataset and before.row is not one.row:
            before.last = one.last
        else:
            joined.append(one)
    return joined


def _longest_first(hit: KnownName) -> tuple[int, int, bool]:
    return hit.first - hit.last, hit.first, hit.needs_evidence
