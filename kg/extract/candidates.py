"""Candidates: spans that may be names, with the votes of the rules for their types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kg.records import EntityType, Role
from kg.rules import LexiconRow


class Vote(NamedTuple):
    """One rule's word for a type; the votes of all places where a name stands are added up."""

    type: EntityType
    weight: int
    rule: str
    role: Role | None = None


@dataclass(slots=True)
class Candidate:
    """A span that may be a name: word indexes, half-open, and what speaks for which type.

    `row` is its lexicon row, if it is known; `strong` tells that the row needs no more evidence.
    `is_name` tells that it is written like a proper name, `is_verb` that it is a verb that has its
    object behind it.
    """

    first: int
    last: int
    votes: list[Vote] = field(default_factory=list)
    row: LexiconRow | None = None
    strong: bool = False
    is_name: bool = False
    is_verb: bool = False

    def overlaps(self, other: Candidate) -> bool:
        """Tell whether two candidates share a word."""
        return self.first < other.last and other.first < self.last

    def forget_row(self) -> None:
        """Be no longer what the lexicon says: the paper says something else."""
        self.row, self.strong = None, False
        self.votes = [vote for vote in self.votes if not vote.rule.endswith(".lexicon")]


class Rejected(NamedTuple):
    """A candidate that did not become a mention, and why; offsets into the abstract."""

    start: int
    end: int
    text: str
    reason: str
