"""What numbers of one sentence say of one another: ends of a range, gains of values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.kinds import RANGES
from kg.extract.parallel import Place
from kg.extract.text import Text
from kg.records import Score


def with_like_ends(text: Text, scores: Sequence[Score]) -> list[Score]:
    """Let the first end of a range have the metric of the second: "by 2-7 F1 points"."""
    alike = list(scores)
    for index, (low, high) in enumerate(pairwise(scores)):
        if text.folded[low.end : high.start].strip() in RANGES:
            alike[index] = low.model_copy(update={"metric": high.metric})
    return alike


def with_paired_gains(text: Text, scores: list[Score], here: Sequence[Place]) -> list[Score]:
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
