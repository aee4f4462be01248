"""Splits whose names belong to that of their dataset: COCO test-dev, LibriSpeech test-clean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.extract.candidates import Name, Span
from kg.extract.text import Text
from kg.records import Score
from kg.rules import words


class SplitWords:
    """Reads the words for splits.

    Args:
        splits: The words for each split, as `RuleSet.splits` has them.
    """

    def __init__(self, splits: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for split, phrases in splits.items():
            for phrase in map(tuple, map(words, phrases)):
                self._phrases[phrase[0]].append((phrase, split))
        for known in self._phrases.values():
            known.sort(key=lambda pair: -len(pair[0]))

    def at(self, text: Text, index: int) -> tuple[str, int] | None:
        """Return the split whose words begin at a word, with the index of the word behind them."""
        if index >= len(text.words) or (index and text.lower[index - 1] == "-"):
            return None  # cross-validation
        for phrase, split in self._phrases.get(text.lower[index], ()):
            last = index + len(phrase)
            if tuple(text.lower[index:last]) == phrase and text.lower[last : last + 1] != ["-"]:
                return split, last
        return None


def with_splits(text: Text, names: Sequence[Name], known: SplitWords) -> list[Name]:
    """Take from datasets the mentions that have the name of a split behind them.

    Args:
        text: The words.
        names: The names of the text; a dataset may lose spans, even all that it has.
        known: The splits with names of their own; "test set" is none.

    Returns:
        A name a split. Its further mentions may leave the dataset out, as the second one of "COCO
        minival and test-dev" does: they are of the dataset that was named last.
    """
    named = {
        span.last: (name, span) for name in names if name.type == "Dataset" for span in name.spans
    }
    if not any(known.at(text, last) for last in named):
        return []  # nearly always
    splits: dict[tuple[str, str], Name] = {}
    split_up: set[str] = set()
    dataset, whole = named[min(named)]
    for index in range(whole.last, len(text.words)):
        dataset, whole = named.get(index, (dataset, whole))
        hit = known.at(text, index)
        if hit is None or (whole.last != index and dataset.name not in split_up):
            continue
        split, last = hit
        shortened = text.words[index] == "/"  # "test-clean / other"
        first = index + shortened
        if whole.last == index:
            first = whole.first
            split_up.add(dataset.name)
            dataset.spans.remove(whole)
        behind = split if shortened else text.slice(index, last)
        written = " ".join(f"{text.slice(whole.first, whole.last)} {behind}".split())
        new = Name("Dataset", written, [], "named", [], split=split, split_of=dataset.name)
        part = splits.setdefault((dataset.name, split), new)
        if written not in (part.name, *part.aliases):
            part.aliases.append(written)
        part.spans.append(Span(first, last, "document.split"))
    return list(splits.values())


def on_splits(scores: Iterable[Score], names: Iterable[Name]) -> list[Score]:
    """Return scores with the splits that the names of their datasets tell."""
    splits = {name.name: name.split for name in names if name.split is not None}
    return [
        score.model_copy(update={"split": splits[score.dataset]})
        if score.dataset in splits
        else score
        for score in scores
    ]
