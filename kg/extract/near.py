"""The mentions around one number of a sentence, and which of them it belongs to.

English reports results in an order: METHOD achieves NUMBER METRIC on DATASET. What stands between
a number and its neighbours is the number's own; beyond that, lists share what stands around them.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.extract.names import Name
from kg.extract.text import Text
from kg.records import EntityType, Role, ScoreKind

COST_UNITS = frozenset(
    (
        *("parameters", "FLOPs", "MACs", "FPS", "QPS", "tokens", "tokens/s", "kbps", "Hz"),
        *("GB", "MB", "ms", "s", "h", "J", "kg CO2"),
    )
)
OTHERS_REACH = 5  # words before a number in which "human" or "baseline" claims it
ON_REACH = 6  # words behind a number in which "on …" says what it was measured on
COMMAS = frozenset({",", ";", "，", "；", "、"})
NEAR = 3  # words behind a number within which a metric belongs to it, whatever stands before


class Place(NamedTuple):
    """A mention in one sentence: word indexes, half-open, and its entity with its role."""

    first: int
    last: int
    name: Name
    role: Role


class Near:
    """The mentions around one number of a sentence.

    Args:
        text: The words.
        here: The mentions of the sentence, in order.
        spans: The word indexes, half-open, of each number of the sentence.
        index: Which of these is the number.
    """

    def __init__(
        self, text: Text, here: Sequence[Place], spans: Sequence[tuple[int, int]], index: int
    ) -> None:
        self._text, self._here, self._spans, self._index = text, here, spans, index
        self._first, self._last = spans[index]
        # The stretch that is this number's own: from the number before it to the one behind it.
        self._left = spans[index - 1][1] if index else 0
        self._right = spans[index + 1][0] if index + 1 < len(spans) else len(text.words)

    def _of(self, kind: EntityType) -> list[Place]:
        return [place for place in self._here if place.name.type == kind]

    def _metrics(self, unit: str | None, kind: ScoreKind) -> list[Place]:
        """Return the metrics of the sentence that such a number can be a value of."""
        return [place for place in self._of("Metric") if may_have(place, unit, kind)]

    def has(self, kind: EntityType) -> bool:
        """Tell whether the sentence names anything of a type."""
        return bool(self._of(kind))

    def carried(self, dataset: str | None) -> str | None:
        """Return the paper's only dataset, unless the sentence names another place by "on …"."""
        behind = self._text.lower[self._last : min(self._right, self._last + ON_REACH)]
        return None if "on" in behind else dataset

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

    def _in_slashed_list(self, group: Sequence[Place]) -> Place | None:
        """Return the partner in "(mIoU/mAcc/OA) … 72.2/78.2/91.4": as many numbers as names."""
        first = last = self._index
        while first and self._slash_between(first - 1):
            first -= 1
        while last + 1 < len(self._spans) and self._slash_between(last):
            last += 1
        size = last - first + 1
        slashed = [a for a, b in pairwise(group) if self._text.lower[a.last : b.first] == ["/"]]
        if size > 1 and len(group) == size and len(slashed) == size - 1:
            return group[self._index - first]
        return None

    def _slash_between(self, index: int) -> bool:
        """Tell whether only a slash stands between a number and the next one."""
        return self._text.lower[self._spans[index][1] : self._spans[index + 1][0]] == ["/"]

    def _adjacent_numbers(self) -> bool:
        """Tell whether the numbers of the sentence stand as one list, without names between."""
        return all(
            after[0] - before[1] <= 3
            for before, after in zip(self._spans, self._spans[1:], strict=False)
        )

    def metric(self, unit: str | None, kind: ScoreKind) -> Place | None:
        """Return the metric that the number is a value of.

        Args:
            unit: The unit of the number; a percentage is no number of FLOPs.
            kind: The kind of the number; there may well be 51% fewer FLOPs.
        """
        metrics = self._metrics(unit, kind)
        if not metrics:
            return None
        partner = self.respectively("Metric") or self._in_slashed_list(metrics)
        if partner is not None:
            return partner
        behind = [
            p
            for p in metrics
            if 0 <= p.first - self._last <= NEAR and p.first < self._right and not self._parted(p)
        ]
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
        alone = len(self._spans) == 1
        return metrics[0] if alone or not self._parted(metrics[0]) else None

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
        between = set(self._text.lower[self._last : place.first])
        return bool(({"and", "while", "but"} | COMMAS) & between)

    def _parted(self, place: Place) -> bool:
        """Tell whether a comma stands between the number and a mention behind it."""
        return bool(COMMAS & set(self._text.lower[self._last : place.first]))

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

    def is_of_others(self, others: Container[str]) -> bool:
        """Tell whether words such as "human" or "baseline" say that the number is not one's own.

        Args:
            others: These words.
        """
        stretch = self._text.lower[max(self._left, self._first - OTHERS_REACH) : self._first]
        return any(word in others for word in stretch)

    def _for(self, place: Place) -> bool:
        """Tell whether a method behind the number is what the number is for ("1.0% for VGG-16")."""
        return self._text.lower[place.first - 1] == "for"


def may_have(metric: Place, unit: str | None, kind: ScoreKind) -> bool:
    """Tell whether a metric can have a value with a unit; one that nobody knows can."""
    own = metric.name.row.unit if metric.name.row else None
    if kind != "absolute" or own in {None, "%", "points", "x"}:
        return True
    # A PSNR may stand without its dB, but a bare 89.8 is no number of parameters.
    return unit not in {"%", "points"} and not (unit is None and own in COST_UNITS)


def _find(haystack: Sequence[str], needle: Sequence[str]) -> int | None:
    for index in range(len(haystack) - len(needle) + 1):
        if tuple(haystack[index : index + len(needle)]) == tuple(needle):
            return index + len(needle)
    return None
