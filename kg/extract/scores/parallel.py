"""Parallel lists: "90, 88 and 85 on A, B and C", where numbers and names pair up by position."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from kg.extract.candidates import Name
from kg.extract.text import Text
from kg.records import EntityType, Role

LISTING = frozenset({",", "and", "/", "&"})  # between two members of an English list
JOINING = frozenset({",", "and", "or", "&", "/", "as", "well", "，", "、", "和", "与", "及"})
# What may stand between two members of a list of names beside what joins them.
BESIDE = frozenset(
    (
        *("the", "on", "for", "(", ")", "dataset", "datasets", "corpus", "benchmark"),
        *("score", "scores"),
    )
)
FAR_FROM_CHANCE = 3  # members of two lists of one length that pair up though measures part them
RANGES = frozenset({"-", "–", "~", "∼"})
RESPECTIVELY = "respectively"
FARTHEST = 16  # words between the numbers and their names
BEHIND_FIRST = 1.5  # words by which names before the numbers must be nearer than those behind
LONGEST_GAP = 4  # words between two members of a list of names
Words = tuple[int, int]  # indexes of the first word and of the word behind the last
MARKUP = frozenset({"$", "{", "}", "\\%", "%", "*", "**"})


class Place(NamedTuple):
    """A mention in one sentence: word indexes, half-open, and its entity with its role."""

    first: int
    last: int
    name: Name
    role: Role

    @property
    def unit(self) -> str | None:
        """The unit that the lexicon gives a metric, if it knows the metric and gives one."""
        return self.name.row.unit if self.name.row else None


class ParallelLists:
    """The lists of numbers and of names of one sentence.

    Args:
        text: The words.
        here: The mentions of the sentence, in order.
        spans: The word indexes, half-open, of each number of the sentence.
    """

    def __init__(self, text: Text, here: Sequence[Place], spans: Sequence[Words]) -> None:
        self._text, self._here = text, here
        metrics = [place for place in here if place.name.type == "Metric"]
        named = {index for place in metrics for index in range(place.first, place.last)}
        between = range(spans[0][0], spans[-1][1]) if spans else ()
        named |= {index for index in between if text.words[index].isupper()}
        self._first = spans[0][0] if spans else 0
        self._numbers = _by_number(_number_lists(text, spans), 2)
        # "71.1% AUC, 89.3% NP and 73.0% AO on A, B and C": three or more are no coincidence.
        self._with_metrics = _by_number(_number_lists(text, spans, named), FAR_FROM_CHANCE)
        self._names: dict[EntityType, list[list[Place]]] = {}

    def partners(self, kind: EntityType, span: Words) -> list[Place]:
        """Return the list of names that pairs with the list which a number is a member of.

        Args:
            kind: The type of the names.
            span: The number, as in `spans`.

        Returns:
            The names, as many as the number's list has members; the partner of the number comes
            first. Empty if the number is in no list or no list of names has that length.
        """
        for lists in (self._numbers, self._with_metrics if kind != "Metric" else {}):
            if span not in lists:
                continue
            position, members = lists[span]
            start, end = members[0][0][0], members[-1][-1][1]
            fitting = [
                one
                for one in self._name_lists(kind)
                if len(one) == len(members) and self._is_close(one, start, end)
            ]
            # Behind other values, what are named before are not those that the numbers are of.
            may_be_scattered = kind != "Method" or start == self._first
            told = RESPECTIVELY in self._text.lower[end : end + FARTHEST]
            if may_be_scattered and told and not fitting:
                fitting = self._scattered(kind, len(members), start)
            if fitting:
                names = min(fitting, key=lambda one: _distance(one, start, end))
                return [names[position], *names[:position], *names[position + 1 :]]
        return []

    def _scattered(self, kind: EntityType, count: int, start: int) -> list[list[Place]]:
        """Return the names before a word if there are as many: "1st on A and 2nd on B with"."""
        found: dict[str, Place] = {}
        for place in self._here:
            if place.name.type == kind and place.last <= start:
                found.setdefault(place.name.name, place)
        names = list(found.values())
        if len(names) != count:
            return []
        # "BERT driven by GPT-2 can" are two, but no list
        before = self._text.lower[max(0, names[-1].first - 2) : names[-1].first]
        return [names] if kind != "Method" or "and" in before else []

    def _is_close(self, names: Sequence[Place], start: int, end: int) -> bool:
        """Tell whether a list of names stands near the numbers from one word to another."""
        before = names[-1].last <= start
        between = (names[-1].last, start) if before else (end, names[0].first)
        return between[1] - between[0] <= FARTHEST and ";" not in self._text.lower[slice(*between)]

    def _name_lists(self, kind: EntityType) -> list[list[Place]]:
        if kind not in self._names:
            self._names[kind] = self._find_names(kind)
        return self._names[kind]

    def _find_names(self, kind: EntityType) -> list[list[Place]]:
        lists: list[list[Place]] = []
        last = 0
        for place in self._here:
            if place.name.type != kind:
                continue
            gap = self._text.lower[last : place.first]
            beside = kind == "Method" and not gap  # "BERT pre-training" is no list, but one name
            if lists and beside:
                last = place.last
                continue
            if lists and len(gap) <= LONGEST_GAP and set(gap) <= JOINING | BESIDE:
                # "equal error rate (EER)" is one member, not two
                if place.name is not lists[-1][-1].name:
                    lists[-1].append(place)
            else:
                lists.append([place])
            last = place.last
        return [one for one in lists if not self._is_apposition(one)]

    def _is_apposition(self, names: Sequence[Place]) -> bool:
        """Tell whether the second of two names says what the first is: "the best LLM, BERT, …"."""
        if len(names) != 2 or names[0].name.type != "Method":
            return False
        one, other = names
        words = self._text.lower
        return words[one.last : other.first] == [","] == words[other.last : other.last + 1]


def _distance(names: Sequence[Place], start: int, end: int) -> float:
    """Return how far names are from the numbers of a list; those before count as farther."""
    behind = names[0].first >= end
    return names[0].first - end if behind else start - names[-1].last + BEHIND_FIRST


def _by_number(
    lists: Sequence[list[list[Words]]], fewest: int
) -> dict[Words, tuple[int, list[list[Words]]]]:
    """Return for every number of a list that is long enough its position there, and the list."""
    return {
        span: (position, members)
        for members in lists
        if len(members) >= fewest
        for position, member in enumerate(members)
        for span in member
    }


def _without_unit(text: Text, gap: Sequence[str], end: int) -> Sequence[str]:
    """Return the words between two numbers without a unit that both have: "1 bpc and 2 bpc"."""
    unit = gap[:-1]
    return gap[-1:] if unit and text.lower[end : end + len(unit)] == unit else gap


def _number_lists(
    text: Text, spans: Sequence[Words], passed: Container[int] = ()
) -> list[list[list[Words]]]:
    """Return the lists of numbers: their members, each with the numbers in brackets behind it.

    `passed` are indexes of words that may stand between two members.
    """
    lists: list[list[list[Words]]] = []
    last = spans[0][0] if spans else 0
    for span in spans:
        between = [text.lower[i] for i in range(last, span[0]) if i not in passed]
        gap = [word for word in between if word not in MARKUP]
        raw = text.folded[text.ends[last - 1] : text.starts[span[0]]].strip()
        ranging = span[0] < last or raw in RANGES  # "73%-90" is one word
        if lists and (gap == ["("] or ranging):
            lists[-1][-1].append(span)  # "49.4 (+1.0), 60.2 (+0.6)", "73%-90%"
        elif lists and set(_without_unit(text, gap, span[1])) <= JOINING | {")"}:
            # nothing stands in "5.5%/10.3%"
            lists[-1].append([span])
        else:
            lists.append([[span]])
        last = span[1]
    return lists
