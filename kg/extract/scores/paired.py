"""What numbers of one sentence say of one another: ends of a range, gains of values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.scores.parallel import RANGES, Place
from kg.extract.scores.stretch import VERSUS
from kg.extract.scores.units import COST_UNITS
from kg.extract.text import Text
from kg.records import Score

PARTING = frozenset({"and", ";", ","})  # between a value and a measure that is not its own
BESIDE = 2  # words behind the last number of a list in which the measure of all may stand
BEHIND = 4  # words behind the last number in which its own metric or dataset may stand


def with_like_ends(text: Text, scores: Sequence[Score], here: Sequence[Place]) -> list[Score]:
    """Let two numbers that are said together have one metric, and one unit.

    Both ends of "by 2-7 F1 points on A" are of F1 and on A, both speeds of "26/43 FPS" in frames;
    what reaches 59.4% in "accuracy from 35.9% to 59.4% and F1 from …" is what was at 35.9%, and
    "from 0.60 to 0.80 kappa" says it of both. Both of "96.9% vs. 88%" are on one dataset.
    """
    alike = list(scores)
    for index, (low, high) in enumerate(pairwise(scores)):
        gap = text.folded[low.end : high.start].strip()
        if gap in RANGES or (gap == "to" and low.kind == high.kind != "absolute"):
            alike[index] = low.model_copy(
                update={"metric": high.metric, "method": high.method, "dataset": high.dataset}
            )
        elif VERSUS.fullmatch(gap):
            metric = _right_behind(text, high, here) or low.metric or high.metric
            dataset = low.dataset or high.dataset
            if _is_on_data(text, high, here):
                dataset = high.dataset or low.dataset
            alike[index : index + 2] = [
                one.model_copy(update={"metric": metric, "dataset": dataset}) for one in (low, high)
            ]
        elif gap == "/" and low.unit is None and high.unit in COST_UNITS:
            alike[index] = low.model_copy(update={"metric": high.metric, "unit": high.unit})
        elif (low.qualifier, high.qualifier) == ("before", "after"):
            metric = _right_behind(text, high, here) or low.metric or high.metric
            method = low.method or _changed_before(text, alike[:index], low, here)
            # Both of "from 8% to 6% on B" are on B, whatever stood before.
            own = _is_on_data(text, low, here) or not _is_on_data(text, high, here)
            dataset = low.dataset if own else high.dataset
            alike[index] = low.model_copy(
                update={"metric": metric, "method": method, "dataset": dataset}
            )
            alike[index + 1] = high.model_copy(update={"metric": metric})
    return alike


def _is_on_data(text: Text, score: Score, here: Sequence[Place]) -> bool:
    """Tell whether a dataset stands right behind a value: "0.28 instead of 0.29 on A"."""
    _, last = text.span(score.start, score.end)
    data = (place.first for place in here if place.name.type == "Dataset")
    return any(text.lower[last:place] in (["on"], ["on", "the"]) for place in data)


def _changed_before(
    text: Text, before: Sequence[Score], low: Score, here: Sequence[Place]
) -> str | None:
    """Return whose value the change before began with: "BERT from 1% to 2% and from 3% to 4%"."""
    last = next((one for one in reversed(before) if one.qualifier == "before"), None)
    if last is None:
        return None
    between = range(text.span(last.start, last.end)[1], text.span(low.start, low.end)[0])
    others = any(place.name.type == "Method" and place.first in between for place in here)
    return None if others else last.method


def _right_behind(text: Text, score: Score, here: Sequence[Place]) -> str | None:
    _, last = text.span(score.start, score.end)
    metrics = (place.name for place in here if place.name.type == "Metric" and place.first == last)
    return next((name.name for name in metrics), None)


def with_pairs(text: Text, scores: list[Score], here: Sequence[Place]) -> list[Score]:
    """Let as many numbers as there are values before them belong to what these belong to.

    "88.1% accuracy and 0.7 F1 on A, better than others by 3.7% and 0.1": the second is of F1.
    "92% on A and 77% on B, where others reach 83% and 46%": the first of these is on A.
    """
    half = len(scores) // 2
    values, gains = scores[:half], scores[half:]
    if len(scores) < 4 or len(scores) % 2 or any(score.kind != "absolute" for score in values):
        return scores
    if any(score.kind == "absolute" for score in gains) and not _are_parallel(text, values, gains):
        return scores
    if any(value.unit in COST_UNITS for value in values):
        return scores  # "78% with 6M parameters, 3.2% and 6.2% more accurate than both"
    first, last = text.span(gains[0].start, gains[-1].end)
    named = {place.name.type for place in here if first <= place.first < last + BEHIND}
    # "0.67 on A and 0.39 on B; its recall is 0.8 and 0.6"
    _, end = text.span(values[-1].start, values[-1].end)
    named |= {
        place.name.type
        for place in here
        if place.name.type == "Metric"
        and end < place.first < first
        and not PARTING.isdisjoint(text.lower[end : place.first])
    }
    paired = []
    for value, gain in zip(values, gains, strict=True):
        metric = gain.metric if "Metric" in named else value.metric
        dataset = gain.dataset if "Dataset" in named else value.dataset
        paired.append(gain.model_copy(update={"metric": metric, "dataset": dataset}))
    return values + paired


def with_listed_metrics(text: Text, scores: Sequence[Score], here: Sequence[Place]) -> list[Score]:
    """Let values that no measure stands beside be of those of as many values before them.

    "An MRR of 0.36 and a Hits@10 of 0.55 on A (0.50 and 0.59 on B)": 0.50 is an MRR.
    """
    listed = list(scores)
    measures = [place.first for place in here if place.name.type == "Metric"]
    begin = 0
    while begin < len(listed):
        end = begin + 1
        while end < len(listed) and _is_next(text, listed[end - 1], listed[end]):
            end += 1
        before, values = listed[max(0, 2 * begin - end) : begin], listed[begin:end]
        metrics = {score.metric for score in before} - {None}
        if len(values) > 1 and len(metrics) == len(before) == len(values):
            _, first = text.span(before[-1].start, before[-1].end)
            _, last = text.span(values[-1].start, values[-1].end)
            # right behind the value before stands the measure of that
            own = any(first < place < last + BESIDE for place in measures)
            if not own and all(score.kind == "absolute" for score in (*before, *values)):
                listed[begin:end] = [
                    value.model_copy(update={"metric": one.metric})
                    for one, value in zip(before, values, strict=True)
                ]
        begin = end
    return listed


def _is_next(text: Text, score: Score, following: Score) -> bool:
    """Tell whether nothing but "and" or a comma parts a score from the one before it."""
    return text.folded[score.end : following.start].strip() in {"and", ",", ", and", "/"}


def _are_parallel(text: Text, values: Sequence[Score], others: Sequence[Score]) -> bool:
    """Tell whether two and two plain values pair up: the first have a dataset each."""
    if len(values) != 2 or any(other.kind != "absolute" for other in others):
        return False
    datasets = {value.dataset for value in values} - {None}
    gap = text.folded[others[0].end : others[1].start].strip()
    return len(datasets) == len(values) and gap == "and"
