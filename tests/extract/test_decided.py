"""What the votes for a name decide."""

from __future__ import annotations

import pytest

from kg.extract.candidates import Candidate, Vote
from kg.extract.decided import type_of
from kg.extract.text import Tokenizer
from kg.records import EntityType

TEXT = Tokenizer().read("Quax and QuaxNet and more")[0]
PLAIN, MIXED = (0, 1), (2, 3)


def by(kind: EntityType, weight: int, rule: str = "one", *, own: bool = False) -> Vote:
    return Vote(kind, weight, rule, "introduced" if own else None)


@pytest.mark.parametrize(
    ("span", "votes", "decided"),
    [
        pytest.param(MIXED, [by("Method", 3)], "Method", id="enough"),
        pytest.param(MIXED, [by("Method", 2)], None, id="too-little"),
        pytest.param(PLAIN, [by("Method", 3)], None, id="plain-word-needs-more"),
        pytest.param(PLAIN, [by("Method", 4)], "Method", id="plain-word"),
        pytest.param(MIXED, [], None, id="none"),
        pytest.param(MIXED, [by("Method", 3), by("Task", 4)], "Task", id="most"),
        pytest.param(MIXED, [by("Method", 3), by("Dataset", 3)], "Dataset", id="as-many"),
        pytest.param(MIXED, [by("Method", 1)] * 9, None, id="one-rule-counts-twice-at-most"),
    ],
)
def test_type_of(span: tuple[int, int], votes: list[Vote], decided: EntityType | None) -> None:
    kind, reason = type_of(TEXT, [Candidate(*span, votes)])
    assert kind == decided
    assert bool(reason) == (kind is None)


@pytest.mark.parametrize(
    ("weight", "decided"),
    [pytest.param(8, "Method", id="surely-its-own"), pytest.param(7, "Dataset", id="perhaps")],
)
def test_what_a_paper_introduces_is_not_what_the_lexicon_knows(
    weight: int, decided: EntityType
) -> None:
    votes = [by("Dataset", 12, "dataset.lexicon"), by("Method", weight, own=True)]
    assert type_of(TEXT, [Candidate(*MIXED, votes, strong=True)])[0] == decided
