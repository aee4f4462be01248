"""Papers that stand in the feeds more than once: the same abstract, or a revised version of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from operator import itemgetter

from kg.records import Extraction, Paper
from kg.rules import name_key

WORD = re.compile(r"[^\W_]+")
HAN = re.compile(r"[㐀-鿿]")
CONTENT = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]")
SKETCH = 24  # smallest shingle digests kept per abstract; papers that share one are compared
SHINGLE = 4  # words, or Chinese characters, in a shingle
SAME_TEXT = 0.35  # share of common shingles from which two abstracts are versions of one
SAME_WORDS = 0.40  # share of common words, if both introduce a method of the same name
MOST_IN_BUCKET = 50  # a shingle in more papers is boilerplate and proposes no pair


class Duplicates:
    """Tells records with the same abstract, whatever their ids, wrapping and case."""

    def __init__(self) -> None:
        self._first: dict[bytes, str] = {}
        self._taken: dict[str, bytes] = {}

    def mark(self, paper: Paper) -> Paper:
        """Return the record with `duplicate_of` set if its abstract has come before.

        Two different abstracts under one id are two versions: the later one gets an id of its own.

        Args:
            paper: The next record of the run.

        Returns:
            The record; `duplicate_of` is the id of the first record with this abstract, None for
            that one itself, and `given_id` the id that was taken.
        """
        content = content_digest(paper.abstract)
        first = self._first.get(content)
        if first is not None:
            return paper.model_copy(update={"duplicate_of": first})
        record = paper.id
        if self._taken.get(record, content) != content:
            record = f"{record}~{content.hex()[:8]}"
            paper = paper.model_copy(update={"id": record, "given_id": paper.id})
        self._taken[record] = content
        self._first[content] = record
        return paper


def content_digest(abstract: str) -> bytes:
    """Return a digest of an abstract's letters and numbers; white space, case and marks are free.

    White space goes altogether: a wrapped Chinese text has line breaks where the other has
    nothing. The dot in a number stays, 9.3 is not 93.
    """
    folded = unicodedata.normalize("NFKC", abstract).casefold()
    content = "".join(CONTENT.findall(folded)) or "".join(folded.split())
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()[:16]


class Versions:
    """Finds papers that are versions of one another, without comparing all with all.

    Abstracts are compared if they introduce a method of the same name or share one of their
    smallest shingle digests (bottom-k sketches; Broder, 1997). Of each abstract only digests are
    kept, some two kilobytes.
    """

    def __init__(self) -> None:
        self._words: list[array[int]] = []
        self._shingles: list[array[int]] = []
        self._papers: list[str] = []
        self._introduced: dict[str, list[int]] = defaultdict(list)

    def add(self, extraction: Extraction) -> None:
        """Take note of one paper; duplicates are left out by the caller."""
        words = _units(extraction.abstract)
        shingles = sorted(_shingles(words))
        index = len(self._papers)
        self._papers.append(extraction.id)
        self._words.append(array("L", {zlib.crc32(word.encode()) for word in words}))
        self._shingles.append(array("Q", shingles))
        for entity in extraction.entities:
            if entity.type == "Method" and entity.role == "introduced" and entity.level == "named":
                self._introduced[name_key(entity.name)].append(index)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the ids of (a version, the version that came before it in the feeds), sorted."""
        same_method = set(_pairs(self._introduced.values()))
        same_text = set(_pairs(self._sharing()))
        yield from sorted(
            (self._papers[later], self._papers[earlier])
            for earlier, later in same_method | same_text
            if self._alike(earlier, later, same_method=(earlier, later) in same_method)
        )

    def _sharing(self) -> Iterator[list[int]]:
        """Yield the papers that have a shingle in their sketches, for every shingle."""
        rows = sorted(
            (shingle, index)
            for index, shingles in enumerate(self._shingles)
            for shingle in shingles[:SKETCH]
        )
        for _, group in groupby(rows, key=itemgetter(0)):
            yield [index for _, index in group]

    def _alike(self, a: int, b: int, *, same_method: bool) -> bool:
        if _jaccard(self._shingles[a], self._shingles[b]) >= SAME_TEXT:
            return True
        return same_method and _jaccard(self._words[a], self._words[b]) >= SAME_WORDS


def _pairs(buckets: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    for members in buckets:
        if 1 < len(members) <= MOST_IN_BUCKET:
            yield from combinations(sorted(set(members)), 2)


def _units(abstract: str) -> list[str]:
    """Return the words of an abstract; a Chinese character is a word."""
    folded = unicodedata.normalize("NFKC", abstract).casefold()
    return WORD.findall(HAN.sub(r" \g<0> ", folded))


def _shingles(words: list[str]) -> set[int]:
    if not words:
        return set()
    grams = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    return {int.from_bytes(hashlib.blake2b(g.encode(), digest_size=6).digest()) for g in grams}


def _jaccard(a: Iterable[int], b: Iterable[int]) -> float:
    these, those = set(a), set(b)
    return len(these & those) / len(these | those) if these or those else 0.0
