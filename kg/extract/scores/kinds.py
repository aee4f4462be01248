"""What the words around a number say of its kind: a value, a gain, a reduction, how exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.extract.scores.changes import IS, OUTDOING, RANGING, Changes, compounds
from kg.extract.scores.chinese.kinds import HanKinds
from kg.extract.scores.numbers import Number
from kg.extract.text import Text
from kg.records import ScoreKind
from kg.rules import words

WINDOW = 7  # words before a number in which a verb of change governs it
BEHIND = 4  # words behind a number that may name the change ("2% relative improvement")
FAR = 14  # words behind "from A" in which "to B" stands
# "as highlighted by 60%": what is shown so is no change.
SHOWN = frozenset({"highlighted", "evidenced", "shown", "indicated", "reflected", "demonstrated"})
# "by an average of 7 points": the amount of a change, and no value.
AN_AMOUNT = frozenset({"average", "margin", "maximum", "mean", "total", "factor"})
# No part of what governs a number.
MERELY = frozenset({"specifically", "namely", "only", "just", "merely", "even", "still"})
MARKUP = frozenset({"$", "{", "}", "~", "∼", "*", "**"})
AMOUNT_OF = frozenset({"average", "mean", "maximum", "total"})  # "an average of 2%" is 2%
ARROWS = frozenset({"→", "\\rightarrow", "\\to"})
TO = ARROWS | {"to"}
AGAINST = frozenset({"vs", "vs.", "v.s.", "versus"})  # between two values: "(54.3% vs. 32.5%)"
BY_REACH = 7  # words before a number in which "by an average F1 of" begins


class Kind(NamedTuple):
    """The kind of a number, the rule that tells it, and its qualifier."""

    kind: ScoreKind
    rule: str
    qualifier: str | None


class Kinds:
    """Tells the kind of reported numbers.

    Args:
        lists: The word lists of the rule set, among them `improve` and `reduce`.
        qualifiers: The words of each qualifier.
    """

    def __init__(
        self, lists: Mapping[str, Sequence[str]], qualifiers: Mapping[str, Sequence[str]]
    ) -> None:
        self._changes = Changes(lists)
        self._exceeding = frozenset(lists["exceeding"])
        self._han = HanKinds(lists)
        self._qualifiers = [
            (words(phrase), name) for name, phrases in qualifiers.items() for phrase in phrases
        ]
        self._qualifiers.sort(key=lambda pair: -len(pair[0]))

    def of(self, text: Text, number: Number) -> Kind:
        """Return the kind of a number.

        Args:
            text: The words.
            number: A number in it.

        Returns:
            "gain" or "reduction" where a word of change governs the number, else "absolute"; with
            "before" or "after" as the qualifier of the two values in "from A to B".
        """
        first, last = text.span(number.start, number.end)
        begin, end = text.sentences[text.sentence_of[min(first, len(text.words) - 1)]]
        before = [w for w in text.lower[max(begin, first - WINDOW) : first] if w not in MARKUP]
        behind = compounds(text.lower[last : min(end, last + BEHIND)])
        qualifier, skipped = self._qualifier(before)
        to_below = before[-1:] in (["below"], ["under"])  # "drops below 40%" is what is reached
        before = compounds([w for w in before[: len(before) - skipped] if w not in MERELY])
        relative = before[-1:] in (["relative"], ["absolute"])
        if relative:  # "by up to relative 2%", "a relative 2%"
            qualifier, skipped = self._qualifier(before[:-1])
            before = before[: len(before) - 1 - skipped]
        if before[-1:] == ["of"] and AMOUNT_OF & set(before[-2:]) and "by" not in before[-4:]:
            before = before[:-3]
        if any("㐀" <= word[0] <= "鿿" for word in (*before, *behind)):
            change, told = self._han.of(text.folded, number.start, number.end)
            rule = "from-to" if told in {"before", "after"} else change
            return Kind(change, f"score.{rule}", told or qualifier)
        reached = qualifier == "up to" and self._changes.rises_to(number, before)
        if to_below or reached or self._is_set_against(before, behind):
            return Kind("absolute", "score.absolute", qualifier)
        if self._exceeding & set(before[-1:]):
            return Kind("absolute", "score.absolute", qualifier or "more than")
        left = text.lower[begin:first]
        if self._is_by(before) or _is_outdone_by(before, left):
            # "outperforms … by more than 5 BLEU", however far the verb: the change, no value.
            change = self._changes.by(left, behind)
            return Kind(change, f"score.{change}", qualifier)
        beyond = text.lower[last : min(end, last + FAR)]
        ranged = self._changes.ranged(before, left)
        endpoint = None if ranged else self._endpoint(before, beyond)
        if endpoint is not None:
            return Kind("absolute", "score.from-to", endpoint)
        named = ranged or self._changes.in_brackets(number, before, behind, left)
        named = named or self._changes.of(number, before, behind, left)
        if named is None and relative:
            named = self._changes.behind(beyond) or self._changes.nearest(reversed(left))
        if named is None and qualifier in {"up to", "about"}:
            named = self._changes.up_to(number, before, left)
        if named is not None:
            return Kind(named, f"score.{named}", qualifier)
        return Kind("absolute", "score.absolute", qualifier)

    def _is_set_against(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Tell whether a number is the first of two values: "(54.3% vs. 32.5%)"."""
        is_first = behind[1:2] and not AGAINST.isdisjoint(behind[:1]) and behind[1][0].isdigit()
        return bool(is_first) and (before[-1:] == ["("] or not self._is_by(before))

    @staticmethod
    def _is_by(before: Sequence[str]) -> bool:
        """Tell whether "by" introduces a number: "by 2", "by over 2", "by an average of 2"."""
        if "by" in before[-5:] and AN_AMOUNT & set(before[-2:]):
            return True
        if "by" in before[-3:] and not SHOWN.isdisjoint(before[-4:]):
            return False  # "as highlighted by 60% accuracy of the best"
        doing = before[len(before) - before[::-1].index("by") :] if "by" in before[-3:] else []
        if any(
            word.endswith("ing") and doing[at - 1 : at] not in (["a"], ["an"], ["the"])
            for at, word in enumerate(doing)
        ):
            return False  # "by achieving an 82.3% accuracy", "by correctly labelling 79.6%"
        if IS & set(before[-1:]) or before[-1:] == ["with"]:
            return False  # "the best result by BERT is 83.4%", "followed by BERT with 83.4%"
        return "by" in before[-3:] and not {"to", "of"} & set(before[-2:])

    def _qualifier(self, before: Sequence[str]) -> tuple[str | None, int]:
        for phrase, name in self._qualifiers:
            if tuple(before[-len(phrase) :]) == phrase:
                return name, len(phrase)
        return None, 0

    def _endpoint(self, before: Sequence[str], beyond: Sequence[str]) -> str | None:
        """Return "before" or "after" for the values of "from A to B", else None."""
        if before[-2:] in (["up", "from"], ["down", "from"]):
            return "before"
        if ARROWS & set(beyond[:1]):  # "70.2 → 74.9", with or without "from"
            return "before"
        if ARROWS & set(before[-1:]):
            return "after"
        if "from" in before and RANGING & set(before[: before.index("from")][-1:]):
            return None
        if before[-1:] == ["from"] and TO & set(beyond):
            return "before"
        if before[-1:] == ["to"] and "from" in before:
            between = before[before.index("from") + 1 : -1]
            if 0 < len(between) <= 4 and any(word[0].isdigit() for word in between):
                return "after"
        return None


def _is_outdone_by(before: Sequence[str], left: Sequence[str]) -> bool:
    """Tell whether a number is by how much: "outperforms BERT by an average F1 of 2.6%"."""
    if before[-1:] != ["of"] or "by" not in before[-BY_REACH:] or OUTDOING.isdisjoint(left):
        return False
    after = before[len(before) - before[::-1].index("by") :]
    return "and" not in after and not any(word.endswith("ing") for word in after)
