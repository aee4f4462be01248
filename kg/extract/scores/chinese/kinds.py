"""Of which kind a number in a Chinese sentence is: a value, a gain, a reduction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.extract.scores.chinese.passages import CLAUSE_END
from kg.records import ScoreKind

REACH = 40  # characters on either side of a number that may tell its kind
FROM = re.compile(r"从|由.*\d")  # 由 alone also tells who did it
ABOUT = re.compile(r"(?:(?<!节)约|近)$")  # 节约 is "to save"


class HanKinds:
    """Tells the kind of numbers in Chinese sentences.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._verbs: dict[ScoreKind, Sequence[str]] = {
            "gain": lists["zh_improve"],
            "reduction": lists["zh_reduce"],
        }
        self._kind_of = {verb: kind for kind, verbs in self._verbs.items() for verb in verbs}
        either = "|".join(sorted(map(re.escape, self._kind_of), key=len, reverse=True))
        self._change = re.compile(either)
        self._behind = re.compile(f"的?(?:相对|绝对|显著|平均)?({either})")
        self._value = re.compile("(?:到|至|达到|达|为|取得|获得|得到)了?[约近]?$")
        self._compared = re.compile("(?:[高强优]于|超过|超越|领先|低于)([^，,。；]{0,24})$")

    def of(self, text: str, start: int, end: int) -> tuple[ScoreKind, str | None]:
        """Return the kind of a number and the qualifier that only Chinese has.

        Args:
            text: The folded text.
            start: Offset of the number.
            end: Offset behind it.

        Returns:
            The kind; and "before" or "after" for "从A到B", "up to", "about", "more than", or None.
        """
        before = text[max(0, start - REACH) : start]
        clause = CLAUSE_END.split(before)[-1].replace(" ", "")
        behind = CLAUSE_END.split(text[end : end + REACH])[0].replace(" ", "")
        if clause.endswith(("从", "由")) and any(mark in behind for mark in "到至"):
            return "absolute", "before"
        qualifier = self._qualifier(clause, behind)
        named = self._behind.match(behind)
        if named:
            return self._kind_of[named[1]], qualifier
        changes = list(self._change.finditer(clause))
        if changes:
            rest = clause[changes[-1].end() :]
            if not re.search("[到至](?:了|约)?$", rest) and "准确率为" not in rest:
                return self._kind_of[changes[-1][0]], qualifier
            return "absolute", "after" if FROM.search(clause) else qualifier
        than = self._compared.search(clause)
        if than and not re.search("的|结果|为", than[1]):
            return "gain", qualifier
        if re.search("[比较][^，,。；]{1,24}[高多强]了?$", clause):
            return "gain", qualifier
        if re.search("[比较][^，,。；]{1,24}[低少]了?$", clause):
            return "reduction", qualifier
        return "absolute", qualifier

    def _qualifier(self, clause: str, behind: str) -> str | None:
        if behind.startswith("左右") or ABOUT.search(clause):
            return "about"
        if "最高" in clause[-10:] or clause.endswith(("高达", "可达")):
            return "up to"
        if clause.endswith(("超过", "超", "逾")) or behind.startswith("以上"):
            return "more than"
        return "at least" if clause.endswith("至少") else None
