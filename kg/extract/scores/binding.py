"""Reported scores: which numbers are results, and what each is the result of.

A number is bound inside its sentence: to the metric, dataset, method and task that stand nearest
in the order in which English reports results ("METHOD achieves NUMBER METRIC on DATASET"). What
the sentence does not say stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter

from kg.extract.candidates import Name, Rejected
from kg.extract.scores.chinese.near import HanNear
from kg.extract.scores.chinese.passages import in_chinese
from kg.extract.scores.chinese.translations import without_translations
from kg.extract.scores.implied import Implied
from kg.extract.scores.kinds import Kind
from kg.extract.scores.listed import ListedKinds
from kg.extract.scores.near import Near
from kg.extract.scores.numbers import Number, Numbers
from kg.extract.scores.paired import with_like_ends, with_listed_metrics, with_pairs
from kg.extract.scores.parallel import ParallelLists, Place
from kg.extract.scores.pretraining import measured_on
from kg.extract.scores.recalled import Recalled
from kg.extract.scores.reported import Reported, with_unit
from kg.extract.scores.splits import Splits
from kg.extract.scores.units import COST_UNITS, RESOURCES, is_of_size, is_unknown_cost, may_have
from kg.extract.split_names import SplitWords, on_splits
from kg.extract.text import Text
from kg.records import DatasetStat, Role, Score
from kg.rules import RuleSet, words

CARRIED = frozenset({None, "%", "points"})  # units of scores that a metric may be carried to
NO_VERBS = frozenset({"with", "accuracy", "rate", "performance", "results"})
HAVING = frozenset(
    (
        *("has", "have", "had", "shows", "showed", "demonstrates", "demonstrated", "demonstrate"),
        *("performs", "performed", "perform", "outperformed", "surpasses", "surpassed", "beats"),
        *("performing", "excelling", "produces", "produced", "producing"),
        *("provides", "provided", "provide", "offers", "offered", "needs", "needed"),
        *("requires", "required", "takes", "took"),
    )
)
AGREEMENT = ("inter-annotator", "interannotator", "inter-rater", "fleiss", "krippendorff")
TASK_OPENERS = frozenset({"for", "on", "in"})
OPENING_REACH = 3  # words from the start of a sentence in which its task stands
IT_REACH = 3  # words from the start of a sentence in which "it" is its subject


class Scores:
    """Reads the scores of a text.

    Args:
        rules: The rule set, whose word lists and units say how numbers are reported.
    """

    def __init__(self, rules: RuleSet) -> None:
        lists: Mapping[str, Sequence[str]] = rules.words
        self._numbers = Numbers(rules.units, lists["numerals"])
        self._kinds = ListedKinds(lists, rules.qualifiers)
        self._splits = Splits(SplitWords(rules.splits))
        self._reported = Reported(lists)
        self._verbs = frozenset(lists["reporting"]) - NO_VERBS | HAVING
        self._heads = frozenset(lists["method_heads"])
        self._others = frozenset(lists["others"])
        self._past, self._own = frozenset(lists["past"]), frozenset(lists["own"])
        self._languages = frozenset(lists["languages"])
        self._measuring = frozenset(lists["measuring"])
        self._comparing = [words(phrase) for phrase in lists["compare_leaders"]]

    def read(
        self, text: Text, names: Sequence[Name], roles: Sequence[Role], title: str = ""
    ) -> tuple[list[Score], list[DatasetStat], list[Rejected]]:
        """Read the scores and the dataset sizes of a text.

        Args:
            text: The words.
            names: The names of the text.
            roles: Their roles.
            title: The title of the paper, perhaps empty; the task that it names is the paper's.

        Returns:
            Scores, sizes, and the numbers that are neither with the reason; all in reading order, a
            number in at most one of them.
        """
        places = _places(names, roles)
        by_sentence = self._numbers_of(text, places)
        scores: list[Score] = []
        stats: list[DatasetStat] = []
        rejected: list[Rejected] = []
        if not by_sentence:
            return scores, stats, rejected
        measured = measured_on(text, places)
        implied = Implied.of(text, measured, title)
        recalled = Recalled(text, measured)
        told: Place | None = None
        holder: tuple[int, str | None] = (-1, None)  # of the last scores, and their sentence
        around, around_scores = _by_sentence(text, places), _by_sentence(text, measured)
        for sentence, numbers in by_sentence.items():
            here = around[sentence]
            found = []
            for number in (with_unit(text, number, here) for number in numbers):
                stat = self._reported.stat(text, number, here)
                if stat is not None:
                    stats.append(stat)
                    continue
                reason = self._reported.why_not(text, number, here, text.sentences[sentence])
                if reason is None:
                    found.append(number)
                else:
                    written = text.raw[number.start : number.end]
                    rejected.append(Rejected(number.start, number.end, written, reason))
            if told is None and sentence:
                told = self._measured_by(text, sentence - 1, around[sentence - 1])
            elif told is not None and _begins_task(
                text, sentence, here, around[text.sentence_of[told.first]]
            ):
                told = None
            told = _carried(text, sentence, here, told) if found else None
            if found:
                subject = implied
                if holder[0] == sentence - 1 and holder[1] and _says_it(text, sentence):
                    subject = implied.or_else(holder[1])
                bound = self._bind(text, found, around_scores[sentence], subject, told)
                holder = sentence, bound[-1].method
                scores.extend(recalled.fill_in(sentence, bound))
        scores = on_splits(scores, names)
        return without_translations(text, scores), without_translations(text, stats), rejected

    def _numbers_of(self, text: Text, places: Sequence[Place]) -> dict[int, list[Number]]:
        """Return the numbers of each sentence that has any, but for those inside names."""
        named = {index for place in places for index in range(place.first, place.last)}
        found: dict[int, list[Number]] = {}
        for number in self._numbers.find(text.folded):
            first, last = text.span(number.start, number.end)
            # "BERT-base 12", "GPT-4" are names; "160 FPS" is a number with the name of its metric.
            if first < last and first not in named:
                found.setdefault(text.sentence_of[first], []).append(number)
        return found

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
        carried = implied.dataset_by(text.sentences[text.sentence_of[spans[0][0]]][1])
        lists = ParallelLists(text, here, spans)
        kinds = self._kinds.of(text, numbers)
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
            if chinese and near.has("Metric"):
                told = None  # a metric behind a comma is that of the next number
            metric = _metric(near, number, kind, told)
            method = self._method(near, kind, implied, other)
            if method == own and scores and scores[-1].method is None and near.is_listed():
                method = None  # "the best baseline has 68.3% and 30.0%"
            if method == own and not endpoint and metric and _is_agreement(metric):
                method = None  # that of annotators
            dataset = None
            if not is_of_size(metric):
                dataset = near.dataset_of(metric) or self._dataset(
                    near, number, kind, metric, carried, chinese=chinese
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
                    baseline=baseline if baseline != method else None,
                    start=number.start,
                    end=number.end,
                    text=text.raw[number.start : number.end],
                    rule=kind.rule,
                )
            )
        paired = with_pairs(text, with_like_ends(text, scores, here), here)
        return with_listed_metrics(text, paired, here)

    def _measured_by(self, text: Text, sentence: int, here: Sequence[Place]) -> Place | None:
        """Return the only metric of a sentence that speaks of one: "Accuracy is the metric"."""
        if self._measuring.isdisjoint(text.lower[slice(*text.sentences[sentence])]):
            return None
        metrics = {place.name.name for place in here if place.name.type == "Metric"}
        return _last_metric(here) if len(metrics) == 1 else None

    def _method(self, near: Near, kind: Kind, implied: Implied, other: str | None) -> str | None:
        """Return the method that has the score, None if the sentence names none that has it."""
        own = implied.method
        method: str | None = near.method(own, other, self._verbs, self._heads)
        if method == own and near.is_before(implied.background):
            method = None
        if kind.qualifier == "before":
            told = near.beside() or other or near.owner()
            return told or (method if near.is_of_itself() else None)
        if kind.qualifier == "after":
            return near.changing() or method
        if kind.kind != "absolute":
            return method
        told_behind = near.is_told_behind(method)
        if near.is_set_against():
            return method if told_behind else other
        if not told_behind and near.is_of_others(self._others):
            return None
        of_participants = implied.overview and not near.speaks_of_us()
        of_the_field = of_participants or near.is_of_the_field(self._past, self._own)
        return None if method == own and of_the_field else method

    def _dataset(
        self,
        near: Near,
        number: Number,
        kind: Kind,
        metric: Place | None,
        implied: Place | None,
        *,
        chinese: bool,
    ) -> str | None:
        """Return the dataset of a number, from its sentence or from what the abstract implies.

        A size is a model's own and measured on nothing; a cost, a multiple, or a change of nothing
        in particular whose sentence names no dataset may be one over many.
        """
        if number.unit in RESOURCES:
            return None
        if near.has("Dataset"):
            # Costs stand in no list of scores: "with 55 FPS and an mIoU of 81.1% on VOC".
            is_cost = number.unit in COST_UNITS or number.unit == "x"
            if is_cost and not chinese and near.is_past_the_data():
                return None
            closing = None if chinese or is_cost else near.closing("Dataset")
            return near.after_or_before("Dataset") or closing
        multiple = number.unit == "x" or (metric is not None and metric.unit == "x")
        told = kind.kind == "absolute" or (metric is not None and not multiple)
        carries = chinese or (told and number.unit not in COST_UNITS)
        return near.carried(implied if carries else None, self._languages)


def _places(names: Sequence[Name], roles: Sequence[Role]) -> list[Place]:
    places = [
        Place(span.first, span.last, name, role)
        for name, role in zip(names, roles, strict=True)
        for span in name.spans
    ]
    return sorted(places, key=attrgetter("first"))


def _by_sentence(text: Text, places: Sequence[Place]) -> defaultdict[int, list[Place]]:
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for place in places:
        found[text.sentence_of[place.first]].append(place)
    return found


def _says_it(text: Text, sentence: int) -> bool:
    """Tell whether a sentence goes on about the subject of the one before: "Also, it achieves"."""
    begin, end = text.sentences[sentence]
    return "it" in text.lower[begin : min(end, begin + IT_REACH)]


def _begins_task(text: Text, sentence: int, here: Sequence[Place], before: Sequence[Place]) -> bool:
    """Tell whether a sentence begins with a task that another one does not name.

    "For object detection it has 49.0": that is no accuracy, of which the sentence before spoke.
    """
    begin = text.sentences[sentence][0]
    if text.lower[begin] not in TASK_OPENERS:
        return False
    task = next((p.name for p in here if p.name.type == "Task"), None)
    opens = any(p.name is task and p.first - begin <= OPENING_REACH for p in here)
    return opens and all(place.name is not task for place in before)


def _metric(near: Near, number: Number, kind: Kind, told: Place | None) -> Place | None:
    """Return the metric of a number; `told` is that of numbers whose sentence names none."""
    if near.is_of_unknown() or (kind.kind != "absolute" and near.is_of_no_metric()):
        return None
    if number.unit in RESOURCES:
        metric = near.unit_metric()
    elif number.is_part or (number.unit == "%" and near.is_share()):
        metric = near.part_metric(kind.kind)
    else:
        metric = near.metric(number.unit, kind.kind)
    if metric is not None or told is None or near.is_combined() or number.unit not in CARRIED:
        return metric
    row = told.name.row
    if kind.kind == "absolute" and number.unit == "%" and row and row.scale == "open":
        return None  # no perplexity is a percentage, though it falls by one
    return told if may_have(told, number.unit, kind.kind) else None


def _carried(text: Text, sentence: int, here: Sequence[Place], told: Place | None) -> Place | None:
    """Return the metric of numbers whose sentence names none: its last one, or `told` before.

    What annotators agree in, and what is spent, say nothing of the next sentence.
    """
    last = _last_metric(here)
    if last is not None or told is None:
        return last
    earlier = told.first < text.sentences[sentence][0]
    return None if earlier and (_is_agreement(told) or is_unknown_cost(told)) else told


def _is_agreement(metric: Place) -> bool:
    """Tell whether a metric tells how far annotators agree."""
    return any(word in form.lower() for form in metric.name.forms for word in AGREEMENT)


def _last_metric(here: Sequence[Place]) -> Place | None:
    """Return the metric that a sentence names last, for scores of the sentence behind it.

    A cost is none of these: its figures have units of their own.
    """
    metrics = [
        place for place in here if place.name.type == "Metric" and place.unit not in COST_UNITS
    ]
    return metrics[-1] if metrics else None
