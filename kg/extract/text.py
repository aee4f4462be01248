"""An abstract as the rules see it: words with offsets, sentences, and where words join."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.attrs import LOWER  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

HAN = "㐀-鿿"
# Words that surely begin a sentence where the blank behind a dot is missing: "on BiToD.In …".
OPENERS = (
    *("In", "The", "We", "Our", "This", "These", "It", "To", "However", "Moreover", "Furthermore"),
    *("Additionally", "Finally", "Despite", "Experiments", "Results", "Specifically", "By", "For"),
)
# Braces and commands of LaTeX, brackets and dashes end a word wherever they stand.
BREAKS = [
    *(
        r"[{}()\[\]$=]",
        r"\\[A-Za-z]+(?=\{)",
        r"\\(?:rightarrow|to|times|pm)(?=\d)",
        "[。、，；：！？《》【】–—→]",
    ),
    r",(?=[A-Za-z㐀-鿿])",  # no blank behind an ASCII comma in Chinese: "76.2%,BERT"
    # between values as in "4.2%/2.4%", "90.1/88.2" and "0.921/0.936", but not in "24/7"
    r"(?:(?<=%)|(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d\d\d))/(?=[+\-]?\d)",
    r"(?<=[Vv]\d)&(?=[Vv]\d)",  # "V1&V2"
    rf"(?<=[A-Za-z\d][A-Za-z\d])\.(?=(?:{'|'.join(OPENERS)})$)",
]
LAST_DOT = r"(?<=[A-Za-z0-9])\."
GLUED_METRIC = r"[+\-]?\d+\.\d+(?=m?[A-Z][A-Za-z]{1,6}$)"  # "54.3AP"
# A Chinese character is a word. Other writing goes to spaCy's tokenizer, a piece
# at once: it strips affixes one by one, and ten thousand brackets in a row would take minutes.
LONGEST_PIECE = 200  # characters
PIECE = re.compile(rf"[{HAN}]|[^\s{HAN}]{{1,{LONGEST_PIECE}}}")
CHINESE = re.compile(f"[{HAN}]")
# Words; beyond it a text is no prose, and what is looked up within a sentence would take long.
LONGEST_SENTENCE = 1_000
MOST_REMEMBERED = 200_000  # pieces; a bound for corpora of any size
SHORT_IN_TITLE = 3  # letters of the words that have no capital in a title
FEWEST_IN_TITLE = 3  # longer words than these that a title has at least
CAPITALS = 0.8  # share of these that begin with a capital
MARKUP = frozenset("*_`'\"{}$") | {"``", "''"}
END_OF_SENTENCE = frozenset(".!?。！？")
CLOSING = frozenset(")\"'”’]}）")
# After these words a dot does not end the sentence.
ABBREVIATED = frozenset(
    (
        *("al", "approx", "cf", "dr", "e.g", "eq", "etc", "fig", "i.e", "inc", "jr", "no"),
        *("prof", "ref", "resp", "sec", "st", "tab", "v.s", "vs"),
    )
)
# One character for one, so that offsets stay: full-width forms of ASCII to ASCII, typographic
# hyphens and quotes to plain ones, every white space and control character to a blank.
FOLD = {
    **{
        0xFF01 + offset: chr(0x21 + offset)
        for offset in range(94)
        if chr(0x21 + offset) not in ",;:!?"
    },
    **dict.fromkeys(range(32), " "),
    **dict.fromkeys(
        (0x7F, 0x85, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)), " "
    ),
    **dict.fromkeys((0x2028, 0x2029), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2212), "-"),
    **dict.fromkeys((0x2018, 0x2019), "'"),
    **dict.fromkeys((0x201C, 0x201D), '"'),
}
ARROW = re.compile(r"(?<=[\d%])( ?)->(?= ?[\d.])")  # between two values: "70.2->74.9"
FOLDED = re.compile(f"[{re.escape(''.join(map(chr, FOLD)))}]")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an abstract.

    `folded` is the raw text with look-alike characters made plain, of the same length. `words` are
    folded but keep their case, `lower` in lower case, `starts` and `ends` their offsets; `glued[i]`
    tells that no white space stands between word i and word i + 1. `sentences` are pairs of word
    indexes, half-open; `sentence_of[i]` is the index of the sentence that holds word i. `title_end`
    is the index behind the title that the text begins with, 0 if there is none; in a title capitals
    say nothing. `vocabulary` holds each word in lower case once.
    """

    raw: str
    folded: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    glued: list[bool]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]
    title_end: int
    vocabulary: frozenset[str]

    def slice(self, first: int, last: int) -> str:
        """Return the text from word `first` up to, but without, word `last`."""
        return self.raw[self.starts[first] : self.ends[last - 1]]

    def around(self, first: int, last: int) -> tuple[int, int]:
        r"""Return a span widened over the markup glued to it: **BERT**, `BERT`, \textit{BERT}."""
        while first and self.glued[first - 1] and _is_markup(self.words[first - 1]):
            first -= 1
        while last < len(self.words) and self.glued[last - 1] and _is_markup(self.words[last]):
            last += 1
        return first, last

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the words, half-open, that overlap the offsets from start to end."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def places_of(self, words: Set[str]) -> list[int]:
        """Return the indexes of the words that are in a set of words in lower case."""
        here = self.vocabulary & words
        return [index for index, word in enumerate(self.lower) if word in here] if here else []

    def title(self) -> str:
        """Return the title that the text begins with: empty if there is none."""
        return self.slice(0, self.title_end) if self.title_end else ""

    def sentence_span(self, index: int) -> tuple[int, int]:
        """Return the offsets of a sentence by its index."""
        first, last = self.sentences[index]
        return self.starts[first], self.ends[last - 1]


def _is_markup(word: str) -> bool:
    return word in MARKUP or word[0] == "\\"


class Tokenizer:
    """spaCy's tokenizer for English, made to split at LaTeX and Chinese as well.

    One tokenizer serves both languages, because abstracts mix them.
    """

    def __init__(self) -> None:
        self.nlp = spacy.blank("en")
        # Of each new word only what the phrase matchers look at; its shape, whether it is like a
        # number, an address and so on would take a third of the time that reading a lexicon takes.
        vocab: Any = self.nlp.vocab
        vocab.lex_attr_getters = {LOWER: vocab.lex_attr_getters[LOWER]}
        defaults = self.nlp.Defaults
        tokenizer: Any = self.nlp.tokenizer  # compiled, without type stubs
        infixes = compile_infix_regex([*(defaults.infixes or ()), *BREAKS])
        prefixes = compile_prefix_regex([*(defaults.prefixes or ()), *BREAKS, GLUED_METRIC])
        suffixes = compile_suffix_regex([*(defaults.suffixes or ()), *BREAKS, LAST_DOT])
        tokenizer.infix_finditer = infixes.finditer
        tokenizer.prefix_search = prefixes.search
        tokenizer.suffix_search = suffixes.search
        # The default, 10,000 pieces of text, is used up by the names of the lexicon alone.
        tokenizer.max_cache_size = MOST_REMEMBERED

    def read(self, raw: str) -> tuple[Text, Doc]:
        """Tokenize an abstract and find its sentences.

        Args:
            raw: The abstract, verbatim.

        Returns:
            The words, and the spaCy document that phrase matchers need: its token i is word i.
        """
        folded = _fold(raw)
        doc, starts, ends = self._tokenize(folded)
        words = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
        lower = [word.lower() for word in words]
        glued = [end == start for end, start in zip(ends, starts[1:], strict=False)]
        glued += [False] * bool(words)
        sentences = list(_sentences(words, lower, glued))
        sentence_of: list[int] = []
        for index, (first, last) in enumerate(sentences):
            sentence_of += [index] * (last - first)
        title_end = _title_end(words, sentences)
        parts = (words, lower, starts, ends, glued, sentences, sentence_of, title_end)
        return Text(raw, folded, *parts, frozenset(lower)), doc

    def doc(self, name: str) -> Doc:
        """Return the document of a name, tokenized as texts are."""
        return self._tokenize(_fold(name))[0]

    def _tokenize(self, folded: str) -> tuple[Doc, list[int], list[int]]:
        """Return a document whose token i is word i, and the offsets where words start and end."""
        if not _is_unusual(folded):
            doc = self.nlp.make_doc(folded)
            return doc, *_offsets(doc)
        starts: list[int] = []
        ends: list[int] = []
        for piece in PIECE.finditer(folded):
            shift = piece.start()
            if piece.end() == shift + 1:  # one character is one word
                starts.append(shift)
                ends.append(shift + 1)
                continue
            first, last = _offsets(self.nlp.make_doc(piece[0]))
            starts += [shift + offset for offset in first]
            ends += [shift + offset for offset in last]
        words = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
        return Doc(self.nlp.vocab, words=words), starts, ends


def _fold(raw: str) -> str:
    if "->" in raw:
        raw = ARROW.sub(r"\1 →", raw)
    if raw.isascii() and raw.isprintable():
        return raw
    return FOLDED.sub(lambda match: FOLD[ord(match[0])], raw)


def _is_unusual(folded: str) -> bool:
    """Tell whether a text has to be tokenized piece by piece."""
    if "  " in folded or folded[:1] == " ":
        return True
    if not folded.isascii() and CHINESE.search(folded):
        return True
    # A piece that is too long covers a whole stretch of half its length.
    half = LONGEST_PIECE // 2
    return any(" " not in folded[at : at + half] for at in range(0, len(folded) - half + 1, half))


def _offsets(doc: Doc) -> tuple[list[int], list[int]]:
    """Return where the tokens of a document start and end: asked for as a whole, not one by one."""
    starts, lengths = doc.to_array(["IDX", "LENGTH"]).T
    return starts.tolist(), (starts + lengths).tolist()


def _sentences(words: list[str], lower: list[str], glued: list[bool]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, word in enumerate(words):
        if index - first < LONGEST_SENTENCE and (
            word[-1] not in END_OF_SENTENCE or not _ends_sentence(words, lower, glued, index)
        ):
            continue
        last = index + 1
        while last < len(words) and words[last] in CLOSING and glued[last - 1]:
            last += 1
        yield first, last
        first = last
    if first < len(words):
        yield first, len(words)


def _title_end(words: list[str], sentences: list[tuple[int, int]]) -> int:
    """Return the index behind a title: a first sentence where all but short words have capitals."""
    begin, end = sentences[0] if sentences else (0, 0)
    long = [
        word
        for index, word in enumerate(words[begin:end], begin)
        if word.isalpha() and len(word) > SHORT_IN_TITLE
        if index == begin or words[index - 1] != "-"  # "Pre-training"
    ]
    capitals = sum(word[0].isupper() for word in long)
    return end if len(long) >= FEWEST_IN_TITLE and capitals >= CAPITALS * len(long) else 0


def _ends_sentence(words: list[str], lower: list[str], glued: list[bool], index: int) -> bool:
    word = words[index]
    if word in "。！？":
        return True
    if index + 1 == len(words):
        return True
    following = words[index + 1]
    if glued[index] and following not in CLOSING:
        return _lacks_blank(words, lower, index)
    if len(word) > 1 and word[-1] == "." and lower[index][:-1] in ABBREVIATED:
        return False
    if word == "." and index and lower[index - 1] in ABBREVIATED:
        return following[0].isupper() and lower[index - 1] == "etc"
    return not following[0].islower()


def _lacks_blank(words: list[str], lower: list[str], index: int) -> bool:
    """Tell whether only the blank behind a dot is missing: "individuals.Notably, …"."""
    before, behind = words[index - 1] if index else "", words[index + 1]
    if words[index] == "." and len(before) > 1 and behind in OPENERS:
        return True
    in_prose = len(before) > 2 and before.isalpha() and before == lower[index - 1]
    return words[index] == "." and in_prose and behind[0].isupper() and behind[1:].islower()
