"""Reported scores: which numbers are results, and what each is the result of.

A number is bound inside its sentence: to the metric, dataset, method and task that stand nearest
in the order in which English reports results ("METHOD achieves NUMBER METRIC on DATASET"). What
the sentence does not say stays unknown.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.extract.kinds import Kinds
from kg.extract.names import Name
from kg.extract.numbers import Number, Numbers
from kg.extract.text import Text
from kg.records import THIS_PAPER, DatasetStat, EntityType, Role, Score
from kg.rules import RuleSet, words

COUNTED = 3  # words behind a bare whole number that name what it counts
NEAR = 3  # words behind a number within which a metric belongs to it, whatever stands before
CARRIED = frozenset({None, "%", "points"})  # units of scores that a metric may be carried to
RESOURCES = frozenset({"parameters", "GB", "MB"})  # a metric named elsewhere is not theirs
SCORE_UNITS = frozenset({"%", "points", "x", "ms", "s", "FPS", "GB", "MB", "dB", "parameters"})


class Place(NamedTuple):
    """A mention in one sentence: word indexes, half-open, and its entity with its role."""

    first: int
    last: int
    name: Name
    role: Role


class Scores:
    """Reads the scores of a text.

    Args:
        rules: The rule set, whose word lists and units say how numbers are reported.
    """

    def __init__(self, rules: RuleSet) -> None:
        lists: Mapping[str, Sequence[str]] = rules.words
        self._numbers = Numbers(rules.units)
        self._kinds = Kinds(lists, rules.qualifiers)
        self._reporting = frozenset(lists["reporting"])
        self._verbs = self._reporting - {"with", "accuracy", "rate", "performance", "results"}
        self._changing = frozenset(lists["improve"]) | frozenset(lists["reduce"])
        self._comparing = [words(phrase) for phrase in lists["compare_leaders"]]
        self._counted = frozenset(lists["counted"])

    def read(
        self, text: Text, names: Sequence[Name], roles: Sequence[Role]
    ) -> tuple[list[Score], list[DatasetStat]]:
        """Read the scores and the dataset sizes of a text.

        Args:
            text: The words.
            names: The names of the text.
            roles: Their roles.

        Returns:
            Both lists in reading order; a number is in at most one of them.
        """
        places = _places(names, roles)
        scores: list[Score] = []
        stats: list[DatasetStat] = []
        own = _own_method(names, roles)
        told: Place | None = None
        by_sentence: dict[int, list[Number]] = {}
        for number in self._numbers.find(text.folded):
            first, last = text.span(number.start, number.end)
            if first >= last or any(p.first < last and first < p.last for p in places):
                continue
            by_sentence.setdefault(text.sentence_of[first], []).append(number)
        for sentence, numbers in by_sentence.items():
            begin, end = text.sentences[sentence]
            here = [place for place in places if begin <= place.first < end]
            found = []
            for number in numbers:
                stat = self._stat(text, number, here)
                if stat is not None:
                    stats.append(stat)
                elif self._is_score(text, number, here, (begin, end)):
                    found.append(number)
            told = (_last_metric(here) or told) if found else None
            scores.extend(self._bind(text, found, here, own, told))
        return scores, stats

    def _stat(self, text: Text, number: Number, here: Sequence[Place]) -> DatasetStat | None:
        """Return the number as the size of a dataset, if it counts samples."""
        if number.unit is not None or not number.whole or number.value < 2:
            return None
        _, last = text.span(number.start, number.end)
        for index in range(last, min(last + COUNTED, len(text.lower))):
            word = text.lower[index]
            if word in self._counted:
                datasets = [place for place in here if place.name.type == "Dataset"]
                dataset = min(datasets, key=lambda p: abs(p.first - last), default=None)
                return DatasetStat(
                    dataset=dataset.name.name if dataset else None,
                    value=number.value,
                    unit=" ".join(text.slice(last, index + 1).split()),
                    start=number.start,
                    end=number.end,
                    text=text.raw[number.start : number.end],
                )
            if not word[0].isalpha():
                return None
        return None

    def _is_score(
        self, text: Text, number: Number, here: Sequence[Place], sentence: tuple[int, int]
    ) -> bool:
        first, last = text.span(number.start, number.end)
        metrics = [place for place in here if place.name.type == "Metric"]
        said = set(text.lower[sentence[0] : sentence[1]])
        if number.unit == "parameters":
            return number.value >= 10**4
        if number.unit in SCORE_UNITS - {"x"}:
            return bool(metrics) or bool(said & self._changing) or bool(said & self._reporting)
        if number.unit == "x" or number.signed:
            return bool(said & self._changing) or bool(metrics)
        if number.unit is not None:
            return True
        beside = any(
            0 <= place.first - last <= 1 or 0 <= first - place.last <= 2 for place in metrics
        )
        if number.whole:
            return beside and (number.value > 1)
        return bool(metrics) or bool(said & self._reporting & set(text.lower[sentence[0] : first]))

    def _bind(
        self,
        text: Text,
        numbers: Sequence[Number],
        here: Sequence[Place],
        own: str,
        told: Place | None,
    ) -> list[Score]:
        """Bind the numbers of one sentence.

        `own` is the paper's method; `told` the metric for numbers whose sentence names none.
        """
        spans = [text.span(number.start, number.end) for number in numbers]
        kinds = self._kinds.of_list(text, numbers)
        scores: list[Score] = []
        for index, number in enumerate(numbers):
            kind = kinds[index]
            near = _Near(text, here, spans, index)
            other = near.baseline(self._comparing)
            # Of "from A to B" A is the other's value, B one's own; neither is relative to it.
            endpoint = kind.qualifier in {"before", "after"}
            baseline = None if endpoint else other
            method = near.method(own, other, self._verbs)
            if kind.qualifier == "before" and other is not None:
                method = other
            metric = near.unit_metric() if number.unit in RESOURCES else near.metric()
            if metric is None and number.unit in CARRIED:
                metric = told
            scores.append(
                Score(
                    value=number.value,
                    unit=number.unit,
                    kind=kind.kind,
                    qualifier=kind.qualifier,
                    metric=metric.name.name if metric else None,
                    method=method,
                    dataset=near.after_or_before("Dataset"),
                    task=near.after_or_before("Task"),
                    baseline=baseline,
                    start=number.start,
                    end=number.end,
                    text=text.raw[number.start : number.end],
                    rule=kind.rule,
                )
            )
        return scores


class _Near:
    """The mentions around one number of a sentence."""

    def __init__(
        self,
        text: Text,
        here: Sequence[Place],
        spans: Sequence[tuple[int, int]],
        index: int,
    ) -> None:
        self._text, self._here, self._spans, self._index = text, here, spans, index
        self._first, self._last = spans[index]
        # The stretch that is this number's own: from the number before it to the one behind it.
        self._left = spans[index - 1][1] if index else 0
        self._right = spans[index + 1][0] if index + 1 < len(spans) else len(text.words)

    def _of(self, kind: EntityType) -> list[Place]:
        return [place for place in self._here if place.name.type == kind]

    def respectively(self, kind: EntityType) -> Place | None:
        """Return the partner of this number in "A and B … 1 and 2, respectively"."""
        words_behind = self._text.lower[self._last : self._last + 40]
        total = len(self._spans)
        group = self._of(kind)
        if (
            total > 1
            and len(group) == total
            and ("respectively" in words_behind or self._adjacent_numbers())
        ):
            return group[self._index]
        return None

    def _adjacent_numbers(self) -> bool:
        """Tell whether the numbers of the sentence stand as one list, without names between."""
        return all(
            after[0] - before[1] <= 3
            for before, after in zip(self._spans, self._spans[1:], strict=False)
        )

    def metric(self) -> Place | None:
        """Return the metric that the number is a value of."""
        metrics = self._of("Metric")
        if not metrics:
            return None
        partner = self.respectively("Metric")
        if partner is not None:
            return partner
        behind = [p for p in metrics if 0 <= p.first - self._last <= NEAR and p.first < self._right]
        before = [p for p in metrics if p.last <= self._first]
        close_before = [p for p in before if p.last > self._left and self._first - p.last <= 2]
        if close_before:
            return close_before[-1]
        if behind and not self._opens_list(behind[0]):
            return behind[0]
        inside = [p for p in before if p.last > self._left]
        if inside:
            return inside[-1]
        if before:
            return before[-1]
        return metrics[0]

    def unit_metric(self) -> Place | None:
        """Return the metric that a resource figure names itself: "6M parameters"."""
        beside = [p for p in self._of("Metric") if 0 <= p.first - self._last <= 1]
        return beside[0] if beside else None

    def _opens_list(self, place: Place) -> bool:
        """Tell whether a metric behind the number belongs to the next number ("and F1 of 2")."""
        between = self._text.lower[self._last : place.first]
        return "and" in between and self._text.lower[place.last : place.last + 1] == ["of"]

    def after_or_before(self, kind: EntityType) -> str | None:
        """Return the dataset or task of the number: behind it up to the next number, or before."""
        partner = self.respectively(kind)
        if partner is not None:
            return partner.name.name
        places = self._of(kind)
        behind = [p for p in places if self._last <= p.first < self._right]
        if behind and len(self._spans) == 1 and len({p.name.name for p in behind}) > 1:
            return None  # one number over several datasets together
        before = [p for p in places if p.last <= self._first]
        if behind and (not before or not self._separated(behind[0])):
            return behind[0].name.name
        if before:
            return None if self._joined(before[-2:]) else before[-1].name.name
        later = [p for p in places if p.first >= self._right]
        return later[0].name.name if later else None

    def _separated(self, place: Place) -> bool:
        """Tell whether a name behind the number begins something new ("58.7, and on B …")."""
        return bool(
            {",", "and", ";", "while", "but"} & set(self._text.lower[self._last : place.first])
        )

    def _joined(self, places: Sequence[Place]) -> bool:
        """Tell whether two names stand in one list, so that a number is that of neither alone."""
        if len(places) < 2 or places[0].name.name == places[1].name.name:
            return False
        between = self._text.lower[places[0].last : places[1].first]
        return 0 < len(between) <= 2 and set(between) <= {",", "and", "&", "、", "和"}

    def baseline(self, comparing: Sequence[tuple[str, ...]]) -> str | None:
        """Return the method behind "than", "over", "compared to", which is no holder of scores."""
        for place in self._of("Method"):
            before = self._text.lower[max(0, place.first - 6) : place.first]
            for phrase in comparing:
                at = _find(before, phrase)
                if at is not None and not {",", ";"} & set(before[at:]):
                    return place.name.name
        return None

    def method(self, own: str, baseline: str | None, verbs: Container[str]) -> str | None:
        """Return the method that has the score: the one named before it, or the paper's own.

        Args:
            own: The paper's own method.
            baseline: The method that the number is relative to.
            verbs: Words such as "achieves" that follow the method which has the score.
        """
        partner = self.respectively("Method")
        if partner is not None:
            return partner.name.name
        places = [p for p in self._of("Method") if p.name.name != baseline]
        behind = [p for p in places if self._last <= p.first < self._right and self._for(p)]
        if behind:
            return behind[0].name.name
        subjects = [p for p in places if p.last < self._first and self._text.lower[p.last] in verbs]
        if subjects:
            return subjects[-1].name.name
        before = [p for p in places if p.last <= self._first and p.role == "introduced"]
        if before:
            return before[-1].name.name
        return own

    def _for(self, place: Place) -> bool:
        """Tell whether a method behind the number is what the number is for ("1.0% for VGG-16")."""
        return self._text.lower[place.first - 1] == "for"


def _places(names: Sequence[Name], roles: Sequence[Role]) -> list[Place]:
    places = [
        Place(span.first, span.last, name, role)
        for name, role in zip(names, roles, strict=True)
        for span in name.spans
    ]
    return sorted(places, key=attrgetter("first"))


def _own_method(names: Sequence[Name], roles: Sequence[Role]) -> str:
    """Return the name of the paper's own method, or `THIS_PAPER` if it has none."""
    own = [
        name
        for name, role in zip(names, roles, strict=True)
        if role == "introduced" and name.type == "Method"
    ]
    own.sort(key=lambda name: (name.level != "named", -len(name.spans)))
    return own[0].name if own else THIS_PAPER


def _last_metric(here: Sequence[Place]) -> Place | None:
    """Return the metric that a sentence names last, for scores of the sentence behind it."""
    metrics = [place for place in here if place.name.type == "Metric"]
    return metrics[-1] if metrics else None


def _find(haystack: Sequence[str], needle: Sequence[str]) -> int | None:
    for index in range(len(haystack) - len(needle) + 1):
        if tuple(haystack[index : index + len(needle)]) == tuple(needle):
            return index + len(needle)
    return None
