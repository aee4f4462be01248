"""What a number measures: the metric among those that its sentence names, or none of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.scores.parallel import RANGES, Place
from kg.extract.scores.stretch import CLAUSES, Stretch
from kg.extract.scores.units import COST_UNITS, RESOURCES, SIZES, is_unknown_cost, may_have
from kg.records import ScoreKind

PARTING = frozenset({"(", "by", "and"})  # between a metric and a number with its own behind it
NAMING = frozenset({"of", "is", "=", ":", "at", "to"})  # between a metric and its own value
VALUE_NEXT = NAMING - {"at", "to"}  # its value follows; not so in "69% recall at 90% precision"
SPEED_UNITS = frozenset({"ms", "s", "h", "FPS", "QPS", "tokens/s", "x"})
SPEED = frozenset({"faster", "slower", "quicker", "fast", "quick"})
VAGUE = frozenset(
    ("performance", "efficiency", "effectiveness", "robustness", "quality", "stability")
)
RANGE_JOINS = RANGES | {"to"}  # between the ends of a range
LESS = frozenset({"less", "fewer", "more"})
NO_METRICS = frozenset(
    {"data", "labels", "examples", "samples", "annotations", "efficient", "often"}
)
AMOUNT_REACH = 4  # words behind a number in which "less data" stands
COMBINED = frozenset({"combined", "aggregated", "aggregate"})
PART_REACH = 4  # words between a part and its metric: "half of the GPU memory"
VAGUE_REACH = 5  # words before a number in which they say what it is the size of
NAMES_NEXT = 4  # words between a metric and the number behind it that it is the metric of
MEASURES = frozenset({"rate", "rates", "score", "scores", "ratio", "ratios", "preference"})
BEHIND = frozenset(
    {"on", "in", "for", "and", "at", "with", "of", "over", "by", "to", "than", "from"}
)
CHANGES = frozenset(
    ("reduction", "reductions", "compression", "improvement", "improvements", "increase", "gain")
)
HOW = frozenset(
    (
        *("absolute", "relative", "average", "further", "mean", "overall", "performance"),
        *("additional", "point", "points", "percentage", "significant", "total", "maximum"),
    )
)
UNKNOWN_REACH = 4  # words behind a number in which "entity match rate" ends
ENDS_CLAUSE = CLAUSES | {"and"}
JOINT = 2  # words between two measures of a list: ", and"
VALUES = frozenset({"score", "scores", "value", "values"})  # behind a metric, before its values
NEAR = 3  # words behind a number within which a metric belongs to it, whatever stands before


class Measures(Stretch):
    """Finds the metric that a number is a value of."""

    def _metrics(self, unit: str | None, kind: ScoreKind) -> list[Place]:
        """Return the metrics of the sentence that such a number can be a value of."""
        metrics = [
            place
            for place in self._of("Metric")
            if may_have(place, unit, kind) or place.first == self._last
        ]
        if kind == "gain":  # "having fewer parameters, it has an improvement of 3%"
            metrics = [p for p in metrics if p.unit not in SIZES or self._first - p.last <= NEAR]
        if unit == "x":  # "speeds it up by a factor of 3.9x and still improves BLEU"
            metrics = [p for p in metrics if _is_multiplied(p) or self._is_multiplied_by(p)]
        end, _ = self._behind_numbers()
        if "accurate" in self._text.lower[end : end + 2]:
            return [p for p in metrics if p.name.name.lower().endswith("accuracy")]
        behind = [word for word in self._text.lower[self._last : self._last + 2] if word != "as"]
        if SPEED.isdisjoint(behind[:1]):
            return metrics
        # "10x faster" says nothing of an F1.
        return [p for p in metrics if p.unit in SPEED_UNITS]

    def _is_multiplied_by(self, metric: Place) -> bool:
        """Tell whether a metric is what multiplies: "twice the BLEU", "BLEU on A by a factor of".

        Not so in "by a factor of 3.9x and still improves BLEU".
        """
        words = self._text.lower
        if metric.last <= self._first:
            first, left = self._range_begin()
            between = words[metric.last : first]
            apart = len(between) > NEAR and not ENDS_CLAUSE.isdisjoint(between)
            return left <= metric.first and not apart
        between = words[self._last : metric.first]
        return len(between) <= NEAR and ENDS_CLAUSE.isdisjoint(between)

    def metric(self, unit: str | None, kind: ScoreKind) -> Place | None:
        """Return the metric that the number is a value of.

        Args:
            unit: The unit of the number; a percentage is no number of FLOPs.
            kind: The kind of the number; there may well be 51% fewer FLOPs.
        """
        metrics = self._metrics(unit, kind)
        if not metrics:
            return None
        right_before = self._named_before(metrics)
        if right_before is not None:
            return right_before
        partner = self.partner("Metric")
        if partner is not None:
            return partner
        behind = [
            p
            for p in metrics
            if 0 <= self._gap_to(p) <= NEAR and p.first < self._right and not self._parted(p)
        ]
        before = [p for p in metrics if p.last <= self._first and not self._is_of_the_last(p)]
        close_before = [p for p in before if p.last > self._left and self._first - p.last <= 2]
        own_behind = [p for p in behind if not self._opens_list(p)]
        closing = self._closes_list(metrics)
        named = close_before and self._text.lower[close_before[-1].last] in NAMING
        if closing and not own_behind and not named:
            return closing  # "a higher accuracy with 0.78 and 0.76 Spearman correlation"
        within = [p for p in metrics if self._first < p.first < self._last]
        if close_before and within and self._text.lower[close_before[-1].last] not in NAMING:
            close_before = []  # "71.3% mIoU with 3.4 GFLOPs"
        beside = [p for p in own_behind if p.first == self._last]
        if close_before and beside and self._text.lower[close_before[-1].last] in PARTING:
            return beside[0]  # "high accuracy (90.5% exact match)", "the accuracy by 4.1 BLEU"
        if close_before and (
            self._text.lower[close_before[-1].last] in VALUE_NEXT
            or not (own_behind and self._is_near_the_last(close_before[-1]))
        ):
            return close_before[-1]
        if within:  # "160 FPS": the unit is the name of the metric
            return within[0]
        if own_behind:
            return self._of_what(own_behind[0], metrics)
        inside = [p for p in before if p.last > self._left]
        if inside:
            return inside[-1]
        before = [p for p in before if not is_unknown_cost(p)]
        if before:
            return before[-1]
        alone = len(self._spans) == 1
        between = self._text.lower[self._behind_numbers()[0] : metrics[0].first]
        return metrics[0] if alone or ENDS_CLAUSE.isdisjoint(between) else None

    def _gap_to(self, metric: Place) -> int:
        """Return the words between the number and a metric behind it, "in terms of" as one."""
        between = self._text.lower[self._last : metric.first]
        if between[-3:] == ["in", "terms", "of"]:
            return len(between) - 2
        return metric.first - self._last

    def _named_before(self, metrics: Sequence[Place]) -> Place | None:
        """Return the one metric right before a list: "MAE values of 0.02 and 0.05"."""
        begin = self._list_begin()
        behind = next(iter(self._text.lower[self._last : self._last + 1]), ".")
        if self._text.lower[begin - 1 : begin] not in (["of"], ["by"]):
            return None
        if behind[0].isalpha() and behind not in BEHIND:
            return None  # "a kappa of 0.68 and 81.5% correctness"
        for place in metrics:
            head = self._text.lower[place.last : begin - 1]
            if place.last < begin and (not head or head[0] in VALUES) and len(head) < 2:
                joined = any(0 < place.first - p.last <= JOINT for p in metrics)
                return None if joined else place
        return None

    def _of_what(self, metric: Place, metrics: Sequence[Place]) -> Place:
        """Return what becomes faster: the inference time in "3x speedup in the inference time"."""
        if metric.unit != "x":
            return metric
        for place in metrics:
            between = self._text.lower[metric.last : place.first]
            if between[:1] == ["in"] and len(between) <= NAMES_NEXT:
                return place
        return metric

    def _closes_list(self, metrics: Sequence[Place]) -> Place | None:
        """Return the metric right behind the list of numbers that this one is not the last of."""
        last = self._list_end()
        if last == self._index:
            return None
        end = self._spans[last][1]
        end += self._text.lower[end : end + 1] in (["in"], ["of"])  # "90, 88 and 85 in F1"
        return next((p for p in metrics if p.first == end), None)

    def is_combined(self) -> bool:
        """Tell whether the number is of several measures together: "a combined result of 0.5"."""
        words = self._text.lower[max(self._left, self._first - VAGUE_REACH) : self._first]
        return not COMBINED.isdisjoint(words)

    def is_of_unknown(self) -> bool:
        """Tell whether a measure stands behind the number that is none of the known ones.

        "14% entity match rate", "67% size reduction", but "90% and 80% F1 scores".
        """
        behind = self._text.lower[self._last : min(self._right, self._last + UNKNOWN_REACH)]
        behind = list(takewhile(lambda word: word[0].isalpha() and word not in BEHIND, behind))
        known = [p for p in self._of("Metric") if 0 <= p.first - self._last < len(behind)]
        changed = behind[1:2] and behind[1] in CHANGES and behind[0] not in HOW
        vague = behind[:1] == ["performance"]  # "retains 98% performance"
        return not known and (bool(changed) or vague or not MEASURES.isdisjoint(behind[1:]))

    def is_of_no_metric(self) -> bool:
        """Tell whether the number is of something else: "a drop in performance of 2%"."""
        behind = self._text.lower[self._last : self._last + AMOUNT_REACH]
        if not LESS.isdisjoint(behind[:1]) and not NO_METRICS.isdisjoint(behind):
            return True  # "23x less training data", "3 times more efficient"
        first, left = self._range_begin()
        begin = max(left, first - VAGUE_REACH)
        words = self._text.lower[begin:first]
        vague = max((i for i, word in enumerate(words, begin) if word in VAGUE), default=None)
        return vague is not None and not any(
            vague < p.first < self._last + NEAR for p in self._of("Metric")
        )

    def _range_begin(self) -> tuple[int, int]:
        """Return where the range that the number ends begins, and where the number before ends."""
        index = self._index
        while index:
            gap = self._text.lower[self._spans[index - 1][1] : self._spans[index][0]]
            if len(gap) > 1 or not RANGE_JOINS.issuperset(gap):
                break
            index -= 1
        return self._spans[index][0], self._spans[index - 1][1] if index else 0

    def _is_of_the_last(self, metric: Place) -> bool:
        """Tell whether a metric belongs to the number before: "0.84 of accuracy and 0.46 …"."""
        between = self._text.lower[self._left : metric.first]
        return self._index > 0 and between in (["of"], ["of", "the"], ["of", "its"])

    def _is_near_the_last(self, metric: Place) -> bool:
        """Tell whether a metric is the number's before: "a 2% drop in WER and a 3% drop in CER"."""
        return self._index > 0 and 0 <= metric.first - self._left <= NEAR

    def part_metric(self, kind: ScoreKind) -> Place | None:
        """Return the metric of a part: "a quarter of the parameters", "the FLOPs by half"."""
        behind = [p for p in self._of("Metric") if 0 <= p.first - self._last <= PART_REACH]
        if behind:
            return behind[0]
        before = self._text.lower[max(0, self._first - 1) : self._first]
        halved = before == ["in"] and self._text.lower[self._first] == "half"
        return self.metric("x", kind) if halved or before in (["by"], ["to"]) else None

    def is_share(self) -> bool:
        """Tell whether a percentage is a share of a cost: "trains 0.2% of the parameters"."""
        behind = self._text.lower[self._last : self._last + 1] == ["of"]
        costs = [p for p in self._of("Metric") if p.unit in COST_UNITS]
        return behind and any(0 < p.first - self._last < PART_REACH for p in costs)

    def unit_metric(self) -> Place | None:
        """Return the metric of a resource figure: "6M parameters", "a model size of 6M"."""
        metrics = self._of("Metric")
        beside = [p for p in metrics if 0 <= p.first - self._last <= 1]
        sizes = [p for p in metrics if p.unit in RESOURCES]
        before = [p for p in sizes if p.last <= self._first]
        return next(iter(beside), None) or self._closes_list(sizes) or next(reversed(before), None)

    def _opens_list(self, place: Place) -> bool:
        """Tell whether a metric behind the number belongs to the next number ("and F1 of 2")."""
        between = self._text.lower[self._last : place.first]
        behind = self._text.lower[place.last : place.last + 1]
        if "and" in between and self._index + 1 < len(self._spans):
            # "BLEU scores that were 2 higher and chrF scores that were 3 higher"
            mine = any(self._left <= p.first and p.last <= self._first for p in self._of("Metric"))
            if mine and self._right - place.last <= NAMES_NEXT:
                return True
        return "and" in between and behind in (["of"], ["is"], ["at"], ["="], ["by"], ["between"])

    def _parted(self, place: Place) -> bool:
        """Tell whether a comma or "while" stands between the number and a mention behind it."""
        between = self._text.lower[self._last : place.first]
        return not CLAUSES.isdisjoint(between)


def _is_multiplied(metric: Place) -> bool:
    """Tell whether a metric is one that grows by multiples: costs and speeds, unknown ones."""
    row = metric.name.row
    return row is None or row.unit in SPEED_UNITS | COST_UNITS or row.scale == "open"
