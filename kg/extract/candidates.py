"""Candidates: spans that may be names, with the votes for their types, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.text import Text
from kg.records import EntityType, Level, Role
from kg.rules import LexiconRow


class Vote(NamedTuple):
    """One rule's word for a type; the votes of all places where a name stands are added up."""

    type: EntityType
    weight: int
    rule: str
    role: Role | None = None


@dataclass(slots=True, eq=False)
class Candidate:
    """A span that may be a name: word indexes, half-open, and what speaks for which type.

    `row` is its lexicon row, if it is known; `strong` tells that the row needs no more evidence.
    `is_name` tells that it is written like a proper name, `everyday` says why it is no name in this
    place, if it is none: a verb that has its object behind it, attention that is paid.
    """

    first: int
    last: int
    votes: list[Vote] = field(default_factory=list)
    row: LexiconRow | None = None
    strong: bool = False
    is_name: bool = False
    everyday: str = ""

    @property
    def first_type(self) -> EntityType | None:
        """The type of its first vote, the lexicon's if it is known; None if nothing has voted."""
        return self.votes[0].type if self.votes else None

    def forget_row(self) -> None:
        """Be no longer what the lexicon says: the paper says something else."""
        self.row, self.strong = None, False
        self.votes = [vote for vote in self.votes if not vote.rule.endswith(".lexicon")]


class Candidates:
    """The candidates of a text, looked up by the words that they stand on.

    While a candidate is in here, its span stays as it is.

    Args:
        found: The first of them.
    """

    def __init__(self, found: Iterable[Candidate] = ()) -> None:
        self._at: dict[int, list[Candidate]] = {}  # by each of their words
        self._all: dict[Candidate, None] = {}  # in the order in which they came
        for candidate in found:
            self.add(candidate)

    def __iter__(self) -> Iterator[Candidate]:
        return iter(self._all)

    def overlapping(self, first: int, last: int) -> list[Candidate]:
        """Return the candidates that share a word with a span, in reading order."""
        hits = (one for index in range(first, last) for one in self._at.get(index, ()))
        return list(dict.fromkeys(hits))

    def add(self, candidate: Candidate) -> None:
        """Add a candidate."""
        self._all[candidate] = None
        for index in range(candidate.first, candidate.last):
            self._at.setdefault(index, []).append(candidate)

    def remove(self, candidate: Candidate) -> None:
        """Take a candidate out, if it is in here."""
        if candidate in self._all:
            del self._all[candidate]
            for index in range(candidate.first, candidate.last):
                self._at[index].remove(candidate)


@dataclass(slots=True)
class Span:
    """A mention in the making: word indexes, half-open, and the rule that stands for it."""

    first: int
    last: int
    rule: str


@dataclass(slots=True)
class Name:
    """An entity in the making: its type, its forms as written, its spans, the roles voted for.

    `split` and the dataset in `split_of` are set where it names a split of a dataset.
    """

    type: EntityType
    name: str
    aliases: list[str]
    level: Level
    spans: list[Span]
    row: LexiconRow | None = None
    roles: set[Role] = field(default_factory=set)
    split: str | None = None
    split_of: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class Rejected(NamedTuple):
    """A candidate that is no mention, or a number that is no score, and why; with its offsets."""

    start: int
    end: int
    text: str
    reason: str


def acronym_at(text: Text, found: Candidate) -> bool:
    """Tell whether a candidate is one word in capitals."""
    return found.last - found.first == 1 and text.words[found.first].isupper()


def unavailable(candidates: Iterable[Candidate], letters: str) -> frozenset[int]:
    """Return the words that no phrase may take in: known names, and names such as CIFAR-10.

    Args:
        candidates: What was found so far.
        letters: The classes of the words, from `WordClasses.letters`.

    Returns:
        Indexes of words.
    """
    named = {
        index
        for candidate in candidates
        if _is_taken(candidate)
        for index in range(candidate.first, candidate.last)
    }
    index = letters.find("M")
    while index >= 0:
        named.add(index)
        index = letters.find("M", index + 1)
    return frozenset(named)


def _is_taken(candidate: Candidate) -> bool:
    """Tell whether a candidate is no part of a task: PASCAL of "PASCAL segmentation" neither."""
    kind = candidate.first_type
    perhaps_data = candidate.row is not None and kind == "Dataset"
    return perhaps_data or (candidate.strong and kind != "Task")
