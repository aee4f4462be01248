"""Reported scores: which numbers are results, and what each is the result of.

A number is bound inside its sentence: to the metric, dataset, method and task that stand nearest
in the order in which English reports results ("METHOD achieves NUMBER METRIC on DATASET"). What
the sentence does not say stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from kg.extract.candidates import Name
from kg.extract.chinese.near import HanNear
from kg.extract.chinese.passages import in_chinese, is_amount
from kg.extract.chinese.translations import without_translations
from kg.extract.kinds import RANGES, Kind, Kinds
from kg.extract.near import COST_UNITS, RESOURCES, Near, may_have
from kg.extract.numbers import Number, Numbers
from kg.extract.parallel import ParallelLists, Place
from kg.extract.splits import Splits
from kg.extract.text import Text
from kg.records import THIS_PAPER, DatasetStat, EntityType, Role, Score
from kg.rules import RuleSet, name_key, words

AIM_REACH = 8  # words before a number in which "aim" makes it a wish
SHARE_REACH = 5  # words behind a percentage in which people make it a share of them
COUNTED = 3  # words behind a bare whole number that name what it counts
CARRIED = frozenset({None, "%", "points"})  # units of scores that a metric may be carried to
MILLION = 10**6
SCORE_UNITS = frozenset({"%", "points", "x", "ms", "s", "FPS", "GB", "MB", "dB", "parameters"})


class Implied(NamedTuple):
    """What the scores of a paper belong to where a sentence does not say."""

    method: str
    named: str  # the same method if it has a proper name
    dataset: str | None
    task: str | None


class Scores:
    """Reads the scores of a text.

    Args:
        rules: The rule set, whose word lists and units say how numbers are reported.
    """

    def __init__(self, rules: RuleSet) -> None:
        lists: Mapping[str, Sequence[str]] = rules.words
        self._numbers = Numbers(rules.units, lists["numerals"])
        self._kinds = Kinds(lists, rules.qualifiers)
        self._splits = Splits(rules.splits)
        self._reporting = frozenset(lists["reporting"])
        self._verbs = self._reporting - {"with", "accuracy", "rate", "performance", "results"}
        self._changing = frozenset(lists["improve"]) | frozenset(lists["reduce"])
        self._others = frozenset(lists["others"])
        self._past, self._own = frozenset(lists["past"]), frozenset(lists["own"])
        self._earlier = self._others | frozenset(lists["earlier"])
        self._comparing = [words(phrase) for phrase in lists["compare_leaders"]]
        self._aiming = frozenset(lists["aiming"])
        self._people = frozenset(lists["people"])
        self._counted = frozenset(lists["counted"])

    def read(
        self, text: Text, names: Sequence[Name], roles: Sequence[Role], title: str = ""
    ) -> tuple[list[Score], list[DatasetStat]]:
        """Read the scores and the dataset sizes of a text.

        Args:
            text: The words.
            names: The names of the text.
            roles: Their roles.
            title: The title of the paper, perhaps empty; the task that it names is the paper's.

        Returns:
            Both lists in reading order; a number is in at most one of them.
        """
        places = _places(names, roles)
        scores: list[Score] = []
        stats: list[DatasetStat] = []
        implied = Implied(
            method=_own_method(names, roles, title),
            named=_own_method(names, roles, title, named_only=True),
            dataset=_only(names, roles, "Dataset"),
            task=_only(names, roles, "Task") or _of_title(names, title),
        )
        told: Place | None = None
        named = {index for place in places for index in range(place.first, place.last)}
        around: dict[int, list[Place]] = {}
        for place in places:
            around.setdefault(text.sentence_of[place.first], []).append(place)
        by_sentence: dict[int, list[Number]] = {}
        for number in self._numbers.find(text.folded):
            first, last = text.span(number.start, number.end)
            # "BERT-base 12", "GPT-4" are names; "160 FPS" is a number with the name of its metric.
            if first >= last or first in named:
                continue
            by_sentence.setdefault(text.sentence_of[first], []).append(number)
        for sentence, numbers in by_sentence.items():
            here = around.get(sentence, [])
            found = []
            for number in (_as_size(number, here) for number in numbers):
                stat = self._stat(text, number, here)
                if stat is not None:
                    stats.append(stat)
                elif self._is_score(text, number, here, text.sentences[sentence]):
                    found.append(number)
            told = (_last_metric(here) or told) if found else None
            if found:
                scores.extend(self._bind(text, found, here, implied, told))
        return without_translations(text, scores), without_translations(text, stats)

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
        if not self._aiming.isdisjoint(text.lower[max(sentence[0], first - AIM_REACH) : first]):
            return False  # "we aimed to reach an accuracy of 60%"
        if number.unit == "%" and self._is_share(text.lower[last : last + SHARE_REACH]):
            return False
        metrics = [place for place in here if place.name.type == "Metric"]
        said = set(text.lower[sentence[0] : sentence[1]])
        if number.unit == "parameters":
            return number.value >= 10**4
        if number.unit in RESOURCES and is_amount(text, number):
            return False
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
        reported = self._reporting - {"with"}
        return bool(metrics) or bool(said & reported & set(text.lower[sentence[0] : first]))

    def _bind(
        self,
        text: Text,
        numbers: Sequence[Number],
        here: Sequence[Place],
        implied: Implied,
        told: Place | None,
    ) -> list[Score]:
        """Bind the numbers of one sentence, at least one.

        `implied` is what the numbers are the scores of where the sentence does not say; `told` is
        the metric for numbers whose sentence names none.
        """
        own = implied.method
        spans = [text.span(number.start, number.end) for number in numbers]
        lists = ParallelLists(text, here, spans)
        kinds = self._kinds.of_list(text, numbers)
        splits = self._splits.read(text, here, spans)
        scores: list[Score] = []
        for index, number in enumerate(numbers):
            kind = kinds[index]
            chinese = in_chinese(text, *spans[index])
            binding = HanNear if chinese else Near
            near = binding(text, here, spans, index, lists)
            other = near.baseline(self._comparing)
            # Of "from A to B" A is the other's value, B one's own; neither is relative to it.
            endpoint = kind.qualifier in {"before", "after"}
            baseline = None if endpoint else other
            method = near.method(implied.named if chinese else own, other, self._verbs)
            if kind.qualifier == "before" and (other or near.is_of_others(self._earlier)):
                method = other
            elif method == own and kind.kind == "absolute" and self._is_of_others(near):
                method = None
            if method == own and scores and scores[-1].method is None and near.is_listed():
                method = None  # "the best baseline has 68.3% and 30.0%"
            metric = (
                near.unit_metric()
                if number.unit in RESOURCES
                else near.metric(number.unit, kind.kind)
            )
            if chinese and near.has("Metric"):
                told = None  # a metric behind a comma is that of the next number
            if metric is None and number.unit in CARRIED and told is not None:
                metric = told if may_have(told, number.unit, kind.kind) else None
            dataset = near.dataset_of(metric) or self._dataset(
                near, number, kind, implied.dataset, chinese=chinese
            )
            scores.append(
                Score(
                    value=number.value,
                    unit=number.unit,
                    kind=kind.kind,
                    qualifier=kind.qualifier,
                    metric=metric.name.name if metric else None,
                    method=method,
                    dataset=dataset,
                    split=splits.of(index, binding, dataset),
                    task=near.after_or_before("Task") or near.closing("Task") or implied.task,
                    baseline=baseline,
                    start=number.start,
                    end=number.end,
                    text=text.raw[number.start : number.end],
                    rule=kind.rule,
                )
            )
        return _with_paired_gains(text, _with_like_ends(text, scores), here)

    def _is_share(self, behind: Sequence[str]) -> bool:
        """Tell whether a percentage is a share of people: "70% of the teachers"."""
        return behind[:1] == ["of"] and not self._people.isdisjoint(behind)

    def _is_of_others(self, near: Near) -> bool:
        return near.is_of_others(self._others) or near.is_of_the_field(self._past, self._own)

    @staticmethod
    def _dataset(
        near: Near, number: Number, kind: Kind, implied: str | None, *, chinese: bool
    ) -> str | None:
        """Return the dataset of a number, from its sentence or from the rest of the abstract.

        A size is a model's own and measured on nothing; a change or a cost whose sentence names no
        dataset may be one over many.
        """
        if number.unit in RESOURCES:
            return None
        if near.has("Dataset"):
            # Costs stand in no list of scores: "with 55 FPS and an mIoU of 81.1% on VOC".
            closing = None if chinese or number.unit in COST_UNITS else near.closing("Dataset")
            return near.after_or_before("Dataset") or closing
        carries = chinese or (kind.kind == "absolute" and number.unit not in COST_UNITS)
        return near.carried(implied if carries else None)


def _with_like_ends(text: Text, scores: Sequence[Score]) -> list[Score]:
    """Let the first end of a range have the metric of the second: "by 2-7 F1 points"."""
    alike = list(scores)
    for index, (low, high) in enumerate(pairwise(scores)):
        if text.folded[low.end : high.start].strip() in RANGES:
            alike[index] = low.model_copy(update={"metric": high.metric})
    return alike


def _with_paired_gains(text: Text, scores: list[Score], here: Sequence[Place]) -> list[Score]:
    """Let as many gains as there are values before them be gains of these.

    "88.1% accuracy and 0.7 F1 on A, better than others by 3.7% and 0.1": the second is of F1.
    """
    values = [score for score in scores if score.kind == "absolute"]
    gains = scores[len(values) :]
    if len(values) != len(gains) or len(values) < 2 or scores[: len(values)] != values:
        return scores
    first, last = text.span(gains[0].start, gains[-1].end)
    named = {place.name.type for place in here if first <= place.first <= last}
    paired = []
    for value, gain in zip(values, gains, strict=True):
        metric = gain.metric if "Metric" in named else value.metric
        dataset = gain.dataset if "Dataset" in named else value.dataset
        paired.append(gain.model_copy(update={"metric": metric, "dataset": dataset}))
    return values + paired


def _places(names: Sequence[Name], roles: Sequence[Role]) -> list[Place]:
    places = [
        Place(span.first, span.last, name, role)
        for name, role in zip(names, roles, strict=True)
        for span in name.spans
    ]
    return sorted(places, key=attrgetter("first"))


def _as_size(number: Number, here: Sequence[Place]) -> Number:
    """Give the millions of a model's size their unit: "model sizes ranging from 2M to 6M"."""
    if number.unit is not None or number.value < MILLION:
        return number
    rows = [place.name.row for place in here if place.name.type == "Metric"]
    sized = any(row and row.unit in RESOURCES for row in rows)
    return replace(number, unit="parameters") if sized else number


def _own_method(
    names: Sequence[Name], roles: Sequence[Role], title: str, *, named_only: bool = False
) -> str:
    """Return the name of the paper's own method, or `THIS_PAPER` if it has none."""
    own = [
        name
        for name, role in zip(names, roles, strict=True)
        if role == "introduced" and name.type == "Method"
        if name.level == "named" or not named_only
    ]
    said = name_key(title)
    own.sort(key=lambda name: (name.level != "named", _place_in(said, name), -len(name.spans)))
    return own[0].name if own else THIS_PAPER


def _place_in(title: str, name: Name) -> int:
    """Return where the key of a title has one of a name's forms; its length if it has none."""
    places = [title.find(name_key(form)) for form in (name.name, *name.aliases)]
    return min((place for place in places if place >= 0), default=len(title))


def _only(names: Sequence[Name], roles: Sequence[Role], kind: EntityType) -> str | None:
    """Return the dataset or task that a paper is about, if its abstract names exactly one."""
    found = [
        name.name
        for name, role in zip(names, roles, strict=True)
        if name.type == kind and role != "mentioned"
    ]
    return found[0] if len(found) == 1 else None


def _of_title(names: Sequence[Name], title: str) -> str | None:
    """Return the task that the title names: the longest, where one is inside another."""
    key = name_key(title)
    tasks = [name.name for name in names if name.type == "Task" and name_key(name.name) in key]
    return max(tasks, key=len, default=None)


def _last_metric(here: Sequence[Place]) -> Place | None:
    """Return the metric that a sentence names last, for scores of the sentence behind it.

    A cost is none of these: its figures have units of their own.
    """
    metrics = [
        place
        for place in here
        if place.name.type == "Metric"
        and not (place.name.row and place.name.row.unit in COST_UNITS)
    ]
    return metrics[-1] if metrics else None
