"""The mentions around one number of a Chinese sentence, and which of them it belongs to.

Chinese has an order of its own: 在 DATASET 上, METHOD 的 METRIC 提高了 NUMBER. The metric stands
before its number, or right behind it (92.7%的准确率).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence, Set

from kg.extract.scores.chinese.passages import CLAUSE_END, LISTED
from kg.extract.scores.near import Near
from kg.extract.scores.parallel import Place
from kg.extract.scores.stretch import COMMAS
from kg.records import EntityType, ScoreKind

AFTER_METRIC = 5  # words behind a number within which its metric may stand
OTHERS_REACH = 14  # words before a number in which a word for others claims it
UNNAMED_DATA = re.compile("[两三四五六多各2-9]个[^，。,]{0,8}(?:数据集|测试集|领域|语料库|任务)上?")
AGREEMENT = ("一致度", "一致性", "一致率")
OTHERS = ("队伍", "选手", "人类", "得分为")


class HanNear(Near):
    """The mentions around one number of a Chinese sentence."""

    _compared: Sequence[Place] = ()

    def _is_list(self) -> tuple[int, int]:
        """Return the numbers, half-open, that stand in one list with this one."""
        first = last = self._index
        while first and self._joins(first - 1):
            first -= 1
        while last + 1 < len(self._spans) and self._joins(last):
            last += 1
        return first, last + 1

    def _joins(self, index: int) -> bool:
        gap = self._text.lower[self._spans[index][1] : self._spans[index + 1][0]]
        return 0 < len(gap) <= 2 and set(gap) <= LISTED

    def partner(self, kind: EntityType, barred: str | None = None) -> Place | None:  # noqa: ARG002
        """Return the partner of this number in "A和B分别为1和2": as many numbers as names."""
        first, last = self._is_list()
        if last - first < 2:
            return None
        before = [p for p in self._of(kind) if p.last <= self._spans[first][0]]
        group = self._last_list(before)
        return group[self._index - first] if len(group) == last - first else None

    def _last_list(self, places: Sequence[Place]) -> list[Place]:
        """Return the mentions at the end that stand in one list."""
        group: list[Place] = []
        for place in reversed(places):
            if group:
                gap = self._text.lower[place.last : group[0].first]
                if not (0 < len(gap) <= 6 and set(gap) & LISTED):
                    break
            group.insert(0, place)
        return group

    def metric(self, unit: str | None, kind: ScoreKind) -> Place | None:
        """Return the metric that the number is a value of: right behind it, or before it."""
        metrics = self._metrics(unit, kind)
        partner = self.partner("Metric")
        if partner is not None:
            return partner
        _, end = self._is_list()  # "2.1%/4.3%的词错误率": what stands behind a list is that of all
        last = self._spans[end - 1][1]
        right = self._spans[end][0] if end < len(self._spans) else len(self._text.words)
        behind = [
            p
            for p in metrics
            if 0 <= p.first - last <= AFTER_METRIC
            and p.first < right
            and not ({"和", *COMMAS} & set(self._text.lower[last : p.first]))
        ]
        before = [p for p in metrics if p.last <= self._first]
        own = [p for p in before if p.last > self._left]
        if behind and not own:
            return behind[0]
        if before:
            return before[-1]
        return behind[0] if behind else None

    def baseline(self, comparing: Sequence[tuple[str, ...]]) -> str | None:
        """Return the method behind 相比, 高于, 优于, which is no holder of scores."""
        self._compared = [
            place for place in self._of("Method") if self._is_compared(place, comparing)
        ]
        before = [place for place in self._compared if place.last <= self._first]
        return before[-1].name.name if before else None

    def _is_compared(self, place: Place, comparing: Sequence[tuple[str, ...]]) -> bool:
        before = "".join(self._text.lower[max(0, place.first - 10) : place.first])
        behind = "".join(self._text.lower[place.last : place.last + 6])
        clause = CLAUSE_END.split(before)[-1]
        leads = any("".join(phrase) in clause for phrase in comparing)
        return leads or "相比" in CLAUSE_END.split(behind)[0]

    def method(
        self,
        own: str,
        baseline: str | None,  # noqa: ARG002
        verbs: Container[str],  # noqa: ARG002
        heads: Container[str],  # noqa: ARG002
    ) -> str | None:
        """Return the method that has the score: one's own in the sentence, or the paper's own."""
        partner = self.partner("Method")
        if partner is not None and partner.name.level == "named":
            return partner.name.name
        possessor = [p for p in self._of("Method") if p.last == self._first - 1]
        if possessor and self._text.lower[self._first - 1] == "的":
            return possessor[0].name.name  # "优于BERT的92.6%"
        places = [
            p for p in self._of("Method") if p.last <= self._first and p not in self._compared
        ]
        named = [p for p in places if p.name.level == "named"]
        mine = [p for p in named if p.role == "introduced"]
        if mine:
            return mine[-1].name.name
        listed = self._is_list()[0]
        left = self._spans[listed - 1][1] if listed else 0
        of_other = [p for p in places if self._has_result(p, left)]
        if of_other:
            return of_other[-1].name.name
        agreement = self._text.folded[
            self._text.starts[max(0, self._first - 12)] : self._text.starts[self._first]
        ]
        if any(word in agreement for word in AGREEMENT):
            return None
        return own

    def _has_result(self, place: Place, left: int) -> bool:
        """Tell whether a name has a result of its own: "BERT的结果0.48", "BERT在SQuAD上的F1值".

        `left` is where the list of numbers before ends, beyond which only what acts on both ends of
        a change can stand: "BERT将错误率从5%降低到4%".
        """
        between = "".join(self._text.lower[place.last : self._first])
        has_result = place.last > left and between.startswith(("的", "模型", "在"))
        return not CLAUSE_END.search(between) and (has_result or between.startswith(("将", "把")))

    def is_of_others(self, others: Container[str]) -> bool:  # noqa: ARG002
        """Tell whether words such as 队伍 say that the number is not one's own."""
        begin = max(self._left, self._first - OTHERS_REACH)
        stretch = "".join(self._text.lower[begin : self._first])
        return any(word in stretch for word in OTHERS)

    def carried(self, dataset: Place | None, languages: Set[str]) -> str | None:  # noqa: ARG002
        """Return the paper's only dataset, unless the sentence speaks of several unnamed ones."""
        begin, end = self._text.sentences[self._text.sentence_of[self._first]]
        sentence = "".join(self._text.lower[begin:end])
        return None if dataset is None or UNNAMED_DATA.search(sentence) else dataset.name.name

    def after_or_before(self, kind: EntityType) -> str | None:
        """Return the dataset or task of the number: the last one named before it."""
        partner = self.partner(kind)
        if partner is not None:
            return partner.name.name
        places = self._of(kind)
        before = [p for p in places if p.last <= self._first]
        own = [p for p in before if p.first >= self._left] or before
        if own:
            return None if self._joined(own[-2:]) else own[-1].name.name
        return None
