"""The candidates of a Chinese text, beside those that are found in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.acronyms import Definition
from kg.extract.candidates import Candidate, Candidates, Vote
from kg.extract.chinese.announced import EVENT, Announced
from kg.extract.chinese.definitions import find_han_definitions
from kg.extract.chinese.known import KnownNames
from kg.extract.chinese.phrases import HanPhrases
from kg.extract.chinese.segment import Han
from kg.extract.text import Text
from kg.records import EntityType
from kg.rules import HeadRule

HEAD_WEIGHT = 4
EVENT_WEIGHT = 8
OBJECTS: tuple[EntityType, ...] = ("Method", "Dataset")


class HanCandidates:
    """Adds the Chinese phrases of a text to its candidates.

    Args:
        rules: The head rules.
        lists: The word lists of the rule set.
    """

    def __init__(self, rules: Sequence[HeadRule], lists: Mapping[str, Sequence[str]]) -> None:
        self._announced = Announced(lists)
        self._known = KnownNames(lists)
        self._phrases = HanPhrases(rules, lists)

    def add(self, han: Han, found: Candidates, title: str) -> Candidates:
        """Add the phrases; candidates within a longer phrase give way to it.

        Args:
            han: The text.
            found: The candidates so far.
            title: The title of the paper, perhaps empty.

        Returns:
            The candidates; known names may be dropped, or begin earlier.
        """
        kept = [one for one in found if not (one.strong and self._known.is_no_name(han, one))]
        self._known.extend(han, [one for one in kept if one.strong])
        candidates = Candidates(kept)
        self._add_heads(han, candidates, title)
        self._add_announced(han, candidates)
        self._mark_introduced(han, candidates)
        return candidates

    def define(self, text: Text, han: Han, candidates: Candidates) -> list[Definition]:
        """Return the Chinese definitions; the noun behind a long form votes for its type.

        Args:
            text: The words.
            han: The classes of the same words.
            candidates: The candidates; what a noun votes for is added to them.
        """
        definitions: list[Definition] = []
        names: dict[tuple[int, int], Definition] = {}
        for definition, tail in find_han_definitions(text, han):
            kind = self._announced.type_of_tail(tail)
            long, short = text.span(*definition[:2]), text.span(*definition[2:])
            if kind is not None and _is_task(candidates, *long):
                # "…命名实体识别模型(NAME)": the name of the model; a second one is its short form.
                first = names.setdefault(long, definition)
                if first is not definition:
                    definitions.append(Definition(*first[2:], *definition[2:]))
                long = short
            else:
                definitions.append(definition)
            if kind is not None:
                vote = Vote(kind, 5, f"{kind.lower()}.definition-head")
                candidates.add(Candidate(*long, [vote], is_name=True))
        return definitions

    def _add_heads(self, han: Han, candidates: Candidates, title: str) -> None:
        taken, tasks = [False] * len(han.line), [False] * len(han.line)
        for one in candidates:
            if one.strong:
                marks = tasks if one.votes[0].type == "Task" else taken
                marks[one.first : one.last] = [True] * (one.last - one.first)
        for first, last, rule in self._phrases.find(han, title, taken, tasks):
            phrase = Candidate(first, last, [Vote(rule.type, HEAD_WEIGHT, rule.id)])
            inside = candidates.overlapping(first, last)
            if not any(other.first <= first and last <= other.last for other in inside):
                _replace(candidates, inside, phrase)

    def _add_announced(self, han: Han, candidates: Candidates) -> None:
        for first, last in self._announced.find(han):
            phrase = Candidate(first, last)
            inside = candidates.overlapping(first, last)
            if EVENT.fullmatch(han.line, first, last):
                phrase.votes.append(Vote("Dataset", EVENT_WEIGHT, "dataset.event"))
                _replace(candidates, inside, phrase)
            elif not inside:
                candidates.add(phrase)

    def _mark_introduced(self, han: Han, candidates: Candidates) -> None:
        """Let a verb such as 提出 vote for the role, not the type, of the head of its object."""
        for one in self._announced.introduced(han, candidates):
            kinds = {vote.type for vote in one.votes}
            if one.is_name or (one.row is None and kinds):
                one.votes.extend(
                    Vote(kind, 0, f"{kind.lower()}.object", "introduced")
                    for kind in OBJECTS
                    if not kinds or kind in kinds
                )


def _is_task(candidates: Candidates, first: int, last: int) -> bool:
    """Tell whether a task ends where a phrase ends."""
    return any(
        vote.type == "Task"
        for one in candidates.overlapping(first, last)
        if one.last == last
        for vote in one.votes
    )


def _replace(candidates: Candidates, old: Sequence[Candidate], new: Candidate) -> None:
    for one in old:
        candidates.remove(one)
    candidates.add(new)
