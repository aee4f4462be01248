"""What the sentences before say of numbers whose own sentence names no dataset."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from kg.extract.parallel import Place
from kg.extract.text import Text

# Between a dataset and its task: "CoNLL 2003 corpus for named entity recognition".
BETWEEN = frozenset({"for", "the", "of", "task", "dataset", "corpus", "benchmark", "data", "set"})


class Recalled:
    """The datasets that a text has named.

    Args:
        text: The words.
        places: The mentions of the text, in order.
    """

    def __init__(self, text: Text, places: Sequence[Place]) -> None:
        self._by_sentence: dict[int, list[str]] = defaultdict(list)
        self._by_task: dict[str, set[str]] = defaultdict(set)
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

    def of_task(self, task: str | None) -> str | None:
        """Return the dataset that the text names for a task, None if it names none or several."""
        found = self._by_task.get(task, set()) if task else set()
        return next(iter(found)) if len(found) == 1 else None

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
