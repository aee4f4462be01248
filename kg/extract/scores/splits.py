"""Which split of its dataset a score is reported on: the development set, test-clean, val2017."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.candidates import Name
from kg.extract.scores.near import Near
from kg.extract.scores.parallel import ParallelLists, Place, Words
from kg.extract.split_names import SplitWords
from kg.extract.text import Text


class Splits:
    """Finds the splits that a sentence names.

    Args:
        known: The words for each split.
    """

    def __init__(self, known: SplitWords) -> None:
        self._known = known

    def read(self, text: Text, here: Sequence[Place], spans: Sequence[Words]) -> SplitsOfSentence:
        """Find the splits that a sentence names, none inside another name.

        Args:
            text: The words.
            here: The mentions of the sentence.
            spans: The word indexes, half-open, of each number of the sentence, at least one.
        """
        index, end = text.sentences[text.sentence_of[spans[0][0]]]
        inside = {word for place in here for word in range(place.first, place.last)}
        found: list[Place] = []
        while index < end:
            split, last = self._known.at(text, index) or ("", index + 1)
            if split and inside.isdisjoint(range(index, last)):
                name = Name(type="Dataset", name=split, aliases=[], level="named", spans=[])
                found.append(Place(index, last, name, "evaluated"))
                index = last
            else:
                index += 1
        return SplitsOfSentence(text, found, here, spans)


class SplitsOfSentence:
    """The splits that a sentence names; a number is bound to them as it is to datasets."""

    def __init__(
        self,
        text: Text,
        splits: Sequence[Place],
        here: Sequence[Place],
        spans: Sequence[Words],
    ) -> None:
        self._text, self._splits, self._spans = text, splits, spans
        self._datasets = [place for place in here if place.name.type == "Dataset"]

    def of(self, index: int, near: type[Near], dataset: str | None) -> str | None:
        """Return the split that a number is reported on.

        Args:
            index: Which of the numbers.
            near: How mentions are bound in the language of the sentence.
            dataset: The dataset of the number; a split of another one is not the number's.
        """
        own = [split for split in self._splits if self._dataset_of(split) in {None, dataset}]
        if not own:
            return None
        lists = ParallelLists(self._text, own, self._spans)
        partner = near(self._text, own, self._spans, index, lists).partner("Dataset")
        if partner is not None:
            return partner.name.name
        # What stands behind the next number is that one's.
        right = self._spans[index + 1][0] if index + 1 < len(self._spans) else len(self._text.words)
        reached = [split for split in own if split.first < right]
        return near(self._text, reached, self._spans, index, lists).after_or_before("Dataset")

    def _dataset_of(self, split: Place) -> str | None:
        """Return the dataset whose name is nearest to a split; None if the sentence names none."""
        nearest = min(
            self._datasets,
            key=lambda place: max(place.first - split.last, split.first - place.last),
            default=None,
        )
        return nearest.name.name if nearest else None
