"""What the sentences before say of numbers whose own sentence names no dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from kg.extract.scores.parallel import RESPECTIVELY, Place
from kg.extract.scores.units import COST_UNITS, RESOURCES
from kg.extract.text import Text
from kg.records import Score

# Between a dataset and its task: "CoNLL 2003 corpus for named entity recognition".
BETWEEN = frozenset({"for", "the", "of", "task", "dataset", "corpus", "benchmark", "data", "set"})


class Recalled:
    """The datasets that a text has named.

    Args:
        text: The words.
        places: The mentions of the text, in order, without datasets that nothing is measured on.
    """

    def __init__(self, text: Text, places: Sequence[Place]) -> None:
        self._text = text
        self._by_sentence: dict[int, list[str]] = defaultdict(list)
        self._by_task: dict[str, set[str]] = defaultdict(set)
        self._reported: tuple[int, Sequence[Score]] = (-1, ())
        for place, behind in zip_longest(places, places[1:]):
            if place.name.type != "Dataset":
                continue
            named = self._by_sentence[text.sentence_of[place.first]]
            if place.name.name not in named:
                named.append(place.name.name)
            if behind is not None and behind.name.type == "Task":
                between = text.lower[place.last : behind.first]
                if "for" in between and BETWEEN.issuperset(between):
                    self._by_task[behind.name.name].add(place.name.name)

    def fill_in(self, sentence: int, scores: Sequence[Score]) -> Sequence[Score]:
        """Fill in the datasets of the scores of a sentence, if it names none, and remember them.

        Args:
            sentence: Its index; the sentences come in their order.
            scores: Its scores, at least one.

        Returns:
            The scores in their order; one whose dataset the text before does not tell as it was.
        """
        if sentence not in self._by_sentence:
            begin, end = self._text.sentences[sentence]
            respectively = len(scores) > 1 and RESPECTIVELY in self._text.lower[begin:end]
            listed = self.listed(sentence, len(scores)) if respectively else []
            told: Sequence[str | None] = listed or [
                self._dataset_of(sentence, score) for score in scores
            ]
            scores = [
                score if dataset is None else score.model_copy(update={"dataset": dataset})
                for score, dataset in zip(scores, told, strict=True)
            ]
        self._reported = sentence, scores
        return scores

    def _dataset_of(self, sentence: int, score: Score) -> str | None:
        return score.dataset or self.of_task(score.task) or self._before(sentence, score)

    def of_task(self, task: str | None) -> str | None:
        """Return the dataset that the text names for a task, None if it names none or several."""
        found = self._by_task.get(task, set()) if task else set()
        return next(iter(found)) if len(found) == 1 else None

    def _before(self, sentence: int, score: Score) -> str | None:
        """Return the only dataset on which the sentence before reports the measure of a score.

        "Accuracy" goes on with "top-1 accuracy". A gain or a cost may well be one over many
        datasets.
        """
        last, scores = self._reported
        metric = score.metric
        begin = self._text.sentences[sentence][0]
        this = self._text.lower[begin : begin + 2] == ["this", "is"]  # "This is a gain of 1.7%"
        if last != sentence - 1 or metric is None or (score.kind != "absolute" and not this):
            return None
        if score.unit in COST_UNITS or score.unit in RESOURCES:
            return None
        found = {
            one.dataset
            for one in scores
            if one.metric and (one.metric.endswith(metric) or metric.endswith(one.metric))
        }
        return found.pop() if len(found) == 1 else None

    def listed(self, sentence: int, count: int) -> list[str]:
        """Return the datasets of the last sentence before one that names any.

        Args:
            sentence: Index of a sentence.
            count: How many numbers it reports "respectively".

        Returns:
            As many datasets, in their order; empty if there are more or fewer.
        """
        before = [index for index in self._by_sentence if index < sentence]
        found = self._by_sentence[max(before)] if before else []
        return found if len(found) == count else []
