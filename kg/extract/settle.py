"""Where known names and name-shaped spans overlap: which of them stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from kg.extract.campaigns import (
    begins_campaign,
    is_campaign,
    is_challenge,
    is_task_number,
    is_year,
)
from kg.extract.candidates import Candidate, Candidates, Vote, acronym_at
from kg.extract.text import Text
from kg.records import EntityType

NUMBERED = frozenset({"Method", "Dataset"})  # a number behind a metric is its value
HYPHENATED = re.compile(r"(?:h[AMCNUVl])+")
# What makes a longer name of a known one: a version, or two words: "GPT-4 Code Interpreter".
NAME_GOES_ON = re.compile(r"[hNVUA]+|h[AMCNVUl]+|CC+N?")


class Settler:
    """Settles where known names and name-shaped spans overlap.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Collection[str]]) -> None:
        self._architectures = frozenset(lists["architectures"])
        self._dataset_heads = frozenset(lists["dataset_heads"])
        self._languages = frozenset(lists["languages"])

    def settle(
        self, text: Text, letters: str, known: Sequence[Candidate], names: Sequence[Candidate]
    ) -> Candidates:
        """Settle where known names and name-shaped spans overlap.

        Args:
            text: The words.
            letters: Their classes, from `WordClasses.letters`.
            known: The known names; those inside a name that replaces them are left out.
            names: The name-shaped spans.

        Returns:
            The candidates that stand, which no longer overlap.
        """
        lexicon, merged = Candidates(known), Candidates(known)
        for name in names:
            inside = lexicon.overlapping(name.first, name.last)
            if not inside:
                merged.add(name)
                continue
            covering = [o for o in inside if o.first <= name.first and o.last >= name.last]
            if covering:
                for other in covering:
                    other.is_name = True
                continue
            if any(o.first < name.first or o.last > name.last for o in inside):
                continue  # the known name crosses the span's edge and is the better guess
            if self._is_of_a_task(text, name, inside):
                _replace(merged, inside, name)
            else:
                self._settle_inside(text, letters, name, inside, merged)
        return merged

    def _is_of_a_task(self, text: Text, name: Candidate, inside: Sequence[Candidate]) -> bool:
        """Tell whether a name has a task inside, words in front, a network or corpus behind it."""
        tasks = all(other.votes[0].type == "Task" for other in inside)
        framed = inside[0].first > name.first and inside[-1].last == name.last - 1
        head = text.lower[name.last - 1]
        return tasks and framed and (head in self._architectures or head in self._dataset_heads)

    def _settle_inside(
        self,
        text: Text,
        letters: str,
        name: Candidate,
        inside: Sequence[Candidate],
        merged: Candidates,
    ) -> None:
        """Decide between a name-shaped span and the known names within it."""
        sure = [other for other in inside if other.strong] or inside
        last = max(sure, key=lambda candidate: candidate.last)
        ends = last.last == name.last
        decide = self._ended_by if ends else self._begun_by
        winner = decide(text, letters, name, inside, last)
        if winner is not None:
            _replace(merged, inside, winner)
            return
        for other in inside:
            other.is_name = True
            if _has_year_behind(text, other, name):  # "CoNLL 2003 NER"
                merged.remove(other)
                other.last += 1
                merged.add(other)
        if ends and len(inside) == 1 and _are_two(text, letters, name, last):
            merged.add(Candidate(name.first, last.first, is_name=True))

    def _ended_by(
        self,
        text: Text,
        letters: str,
        name: Candidate,
        inside: Sequence[Candidate],
        last: Candidate,
    ) -> Candidate | None:
        """Return what replaces the known names in a name that ends with one; None if they stand."""
        kind = last.votes[0].type
        if len(inside) == 1 and self._is_language(text, name.first, last.first):
            if kind == "Dataset" and last.strong:  # "English PTB" is a dataset of its own
                return Candidate(name.first, last.last, last.votes, strong=True, is_name=True)
            if kind == "Method" and last.row is not None and last.row.level == "common":
                return None  # "Korean PLMs" are PLMs
        hyphenated = letters[last.first - 1] == "h"  # "SF-QA", "NExT-GQA"
        if kind == "Dataset" and (hyphenated or is_year(text, last.first - 1)):
            return _voting(name, kind, 5, "known-variant")  # "WASSA 2017 EmoInt"
        if kind == "Task":
            if hyphenated:
                return name
            if _are_two(text, letters, name, last):
                return None
            if begins_campaign(text, name, inside):
                return _voting(name, "Dataset", 5, "known-variant")
            if _is_on_data(name, inside):
                return None
        if (kind == "Dataset" and last.strong) or _is_measured(kind, inside):
            return None
        return _voting(name, kind, 4, "known-head")

    def _begun_by(
        self,
        text: Text,
        letters: str,
        name: Candidate,
        inside: Sequence[Candidate],
        last: Candidate,
    ) -> Candidate | None:
        """Return what replaces the known names in a name that goes on; None if they stand."""
        kind, rest = last.votes[0].type, letters[last.last : name.last]
        if kind == "Dataset" and is_campaign(text, letters, last, name.last):
            # "AmericasNLP 2021 Shared Task": the year is part of the name, the heads are not
            return Candidate(last.first, last.last + 1, last.votes, is_name=True)
        if (
            kind == "Dataset"
            and last.first == name.first
            and is_challenge(text, last.last, name.last)
        ):
            return _voting(name, kind, 6, "known-variant")
        if _is_measured(kind, inside):
            return None
        begins = kind in NUMBERED and last.first == name.first
        goes_on = NAME_GOES_ON.fullmatch(rest) and not _is_title_case(last, rest)
        if begins and (goes_on or is_task_number(text, last.last, name.last)):
            return _voting(name, kind, 5, "known-variant")
        if HYPHENATED.fullmatch(rest) and kind in NUMBERED:
            return _voting(name, kind, 5, "known-variant")
        return name if HYPHENATED.fullmatch(rest) and kind == "Task" else None  # VQA-X is no task

    def _is_language(self, text: Text, first: int, last: int) -> bool:
        return last - first == 1 and text.lower[first] in self._languages


def _voting(name: Candidate, kind: EntityType, weight: int, rule: str) -> Candidate:
    """Return a name with the vote of the known name inside it."""
    name.votes.append(Vote(kind, weight, f"{kind.lower()}.{rule}"))
    return name


def _is_measured(kind: EntityType, inside: Sequence[Candidate]) -> bool:
    """Tell whether a measure stands before a method, or behind what it is taken on.

    "85.4% Top-1 Accuracy Vision Transformer", "ADE20K mIoU".
    """
    first = inside[0].votes[0].type
    on_data = kind == "Metric" and first == "Dataset" and inside[0].strong
    return (kind == "Method" and first == "Metric") or on_data


def _has_year_behind(text: Text, known: Candidate, name: Candidate) -> bool:
    """Tell whether a year stands behind a dataset and within the name that it is in."""
    is_dataset = known.row is not None and known.votes[0].type == "Dataset"
    return is_dataset and known.last + 1 < name.last and is_year(text, known.last)


def _is_on_data(name: Candidate, inside: Sequence[Candidate]) -> bool:
    """Tell whether a task stands right behind a dataset: "COCO Panoptic Segmentation"."""
    first, second = inside[0], inside[-1]
    data = first.first == name.first and first.strong and first.first_type == "Dataset"
    return data and len(inside) == 2 and first.last == second.first


def _are_two(text: Text, letters: str, name: Candidate, task: Candidate) -> bool:
    """Tell whether a task stands behind the name of something else: "CoNLL03 NER", "Manchu ASR"."""
    front = letters[name.first : task.first]
    return task.votes[0].type == "Task" and ("M" in front or acronym_at(text, task))


def _replace(merged: Candidates, inside: Sequence[Candidate], name: Candidate) -> None:
    for other in inside:
        merged.remove(other)
    merged.add(name)


def _is_title_case(known: Candidate, rest: str) -> bool:
    """Tell whether capitals behind a common name are a title's: "Is Self-Attention Really …"."""
    return rest[0] == "C" and known.row is not None and known.row.level == "common"
