"""Known names in Chinese: which of them are none where they stand, and where they begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.candidates import Candidate
from kg.extract.chinese.segment import OTHER, Han

# Characters before a known name that may still belong to it.
MOST_BEFORE = {"Task": 20, "Method": 4, "Metric": 3}


class Verbs:
    """The verbs whose object is a name.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self.words = tuple(lists["zh_verbs"])
        self._suffixes = frozenset(lists["zh_suffixes"])

    def without(self, han: Han, first: int, head: int) -> int:
        """Return where a phrase begins without the verb that governs it: 生成 before 文本摘要.

        Args:
            han: The text.
            first: Index of the first word of the phrase.
            head: Index of the first word that no verb is looked for in.
        """
        for verb in self.words:
            end = first + len(verb)
            if end <= head and han.line.startswith(verb, first):
                return first if han.line[end] in self._suffixes else end
        return first


class KnownNames:
    """Settles what known names are in a Chinese text.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._verbs = tuple(lists["zh_verbs"])
        self._prefixes = Verbs(lists)
        self._verbal = frozenset(lists["zh_verbal"])
        self._suffixes = frozenset(lists["zh_suffixes"])
        self._class_nouns = frozenset(lists["zh_class_nouns"])
        self._no_modifiers = frozenset((*lists["zh_languages"], *lists["zh_empty"]))

    def is_no_name(self, han: Han, known: Candidate) -> bool:
        """Tell whether a known name is a verb, a class noun or a part of a word where it stands.

        A verb has an object or a particle behind it: 微调 in "微调模型", 模型融合 in "模型融合了…".
        """
        if not "㐀" <= han.line[known.last - 1] <= "鿿":
            return False
        name = han.line[known.first : known.last]
        if name in self._class_nouns and han.line[known.first - 1 : known.first] == "A":
            return True
        behind = han.line[known.last : known.last + 1]
        if behind in self._suffixes or behind == "了":
            return True
        if name not in self._verbal:
            return False
        if behind == "A" or behind in tuple("的后得出到"):
            return True
        return han.classes[known.last : known.last + 1] == OTHER

    def extend(self, han: Han, known: Sequence[Candidate]) -> None:
        """Let known names take in the modifiers before them: 古籍 before 命名实体识别.

        Args:
            han: The text.
            known: The known names; where they begin may be moved to the left.
        """
        floor = 0
        for found in sorted(known, key=lambda one: one.first):
            kind = found.votes[0].type
            if kind in MOST_BEFORE and "㐀" <= han.line[found.last - 1] <= "鿿":
                first = max(floor, han.start(found.first))
                if kind != "Metric":
                    first = self._prefixes.without(han, first, found.first)
                added = han.line[first : found.first]
                if kind == "Method" and self._is_foreign(added):
                    first = found.first
                if 0 < found.first - first <= MOST_BEFORE[kind]:
                    found.first, found.row = first, None
            floor = found.last

    def _is_foreign(self, added: str) -> bool:
        """Tell whether what stands before a known method is no part of its name."""
        if added in self._no_modifiers:
            return True
        return added[-1:] not in self._suffixes and any(verb in added for verb in self._verbs)
