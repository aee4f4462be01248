"""What the words around a number say of it: is it a score, of which kind, how exact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.extract.chinese.kinds import HanKinds
from kg.extract.chinese.passages import continues, in_chinese
from kg.extract.numbers import Number
from kg.extract.text import Text
from kg.records import ScoreKind
from kg.rules import words

WINDOW = 7  # words before a number in which a verb of change governs it
BEHIND = 4  # words behind a number that may name the change ("2% relative improvement")
FAR = 14  # words behind "from A" in which "to B" stands
LIST_GAP = 16  # words between two numbers of one list, with what they belong to
TO_VALUE = frozenset({"to", "of", "at", "is", "are", "was", "were", "=", "as"})
# "by an average of 7 points": the amount of a change, and no value.
AN_AMOUNT = frozenset({"average", "margin", "maximum", "mean", "total", "factor"})
MERELY = frozenset(
    {"specifically", "namely", "only", "just", "merely", "even", "still"}
)  # no part of what governs a number
MARKUP = frozenset({"$", "{", "}", "~", "∼", "*", "**"})
AMOUNT_OF = frozenset({"average", "mean", "maximum", "total"})  # "an average of 2%" is 2%
IS = frozenset({"is", "are", "was", "were"})
ARROWS = frozenset({"→", "\\rightarrow", "\\to"})
MOST_IN_RANGE = 10  # how many times the low end of a range of changes its high end may be
TO = ARROWS | {"to"}
RANGES = frozenset({"-", "–", "~", "∼"})
RANGING = frozenset({"ranging", "range", "ranges", "ranged", "varying", "varies", "vary"})
RELATIVE_UNITS = frozenset({"x", "points"})


class Kind(NamedTuple):
    """The kind of a number, the rule that tells it, and its qualifier."""

    kind: ScoreKind
    rule: str
    qualifier: str | None


FROM_TO = [Kind("absolute", "score.from-to", "before"), Kind("absolute", "score.from-to", "after")]


class Kinds:
    """Tells the kind of reported numbers.

    Args:
        lists: The word lists of the rule set, among them `improve` and `reduce`.
        qualifiers: The words of each qualifier.
    """

    def __init__(
        self, lists: Mapping[str, Sequence[str]], qualifiers: Mapping[str, Sequence[str]]
    ) -> None:
        self._improve = frozenset(lists["improve"])
        self._reduce = frozenset(lists["reduce"])
        self._change_nouns = frozenset(lists["change_nouns"])
        self._exceeding = frozenset(lists["exceeding"])
        self._value_verbs = frozenset(lists["value_verbs"])
        self._han = HanKinds(lists)
        self._better = frozenset(lists["better_after"])
        self._less = frozenset(lists["less_after"])
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
        behind = _compounds(text.lower[last : min(end, last + BEHIND)])
        qualifier, skipped = self._qualifier(before)
        before = _compounds([w for w in before[: len(before) - skipped] if w not in MERELY])
        if before[-1:] == ["of"] and AMOUNT_OF & set(before[-2:]) and "by" not in before[-4:]:
            before = before[:-3]
        if any("㐀" <= word[0] <= "鿿" for word in (*before, *behind)):
            change, told = self._han.of(text.folded, number.start, number.end)
            rule = "from-to" if told in {"before", "after"} else change
            return Kind(change, f"score.{rule}", told or qualifier)
        if self._exceeding & set(before[-1:]):
            return Kind("absolute", "score.absolute", qualifier or "more than")
        if self._is_by(before):
            # "outperforms … by more than 5 BLEU", however far the verb: the change, no value.
            change = self._last_change(text.lower[begin:first]) or "gain"
            return Kind(change, f"score.{change}", qualifier)
        beyond = text.lower[last : min(end, last + FAR)]
        endpoint = self._endpoint(before, beyond)
        if endpoint is not None:
            return Kind("absolute", "score.from-to", endpoint)
        named = self._change(number, before, behind, text.lower[begin:first])
        if named is not None:
            return Kind(named, f"score.{named}", qualifier)
        return Kind("absolute", "score.absolute", qualifier)

    @staticmethod
    def _is_by(before: Sequence[str]) -> bool:
        """Tell whether "by" introduces a number: "by 2", "by over 2", "by an average of 2"."""
        if "by" in before[-5:] and AN_AMOUNT & set(before[-2:]):
            return True
        return "by" in before[-3:] and not {"to", "of"} & set(before[-2:])

    def of_list(self, text: Text, numbers: Sequence[Number]) -> list[Kind]:
        """Return the kinds of the numbers of one sentence, lists taken together.

        Args:
            text: The words.
            numbers: The numbers of the sentence, in order.

        Returns:
            One kind a number. A number that continues a list without a verb of its own ("1.0% for
            A, 0.5% for B") has the kind and the qualifier of the number before it; one that begins
            a list whose last member tells the change ("4.7% and 4.6% higher") has that one's.
        """
        kinds = [self.of(text, number) for number in numbers]
        spans = [text.span(number.start, number.end) for number in numbers]
        _share_behind_pairs(text, numbers, spans, kinds)
        for index in range(1, len(numbers)):
            gap = text.lower[spans[index - 1][1] : spans[index][0]]
            if continues(text, numbers[index - 1], numbers[index]):
                if kinds[index].kind == "absolute":
                    kinds[index] = kinds[index - 1]
                else:  # "3%~30%、1%~40%的提升": what stands behind the last is said of all
                    self._share_behind(text, numbers, kinds, index)
            if in_chinese(text, spans[index - 1][1], spans[index][0]):
                continue
            if gap == ["to"] and text.lower[spans[index - 1][0] - 1] == "(":
                kinds[index - 1 : index + 1] = FROM_TO  # "by 30% (31.2 to 40.5 mAP)"
                continue
            in_words = (
                gap == ["to"]
                and kinds[index].rule != "score.from-to"
                # "improves by 0.9% to 91.1%": the second is no end of a range but what is reached
                and numbers[index].value <= MOST_IN_RANGE * numbers[index - 1].value
            )
            if not gap or in_words or (len(gap) == 1 and gap[0] in RANGES):
                _agree(kinds, index)
            if gap[:1] in (["("], [")"]):
                continue  # "49.4 (+1.0), 60.2 (+0.6)"
            if numbers[index].unit == numbers[index - 1].unit and self._continues(gap):
                before, here = kinds[index - 1], kinds[index]
                told = text.lower[spans[index][0] - 1] in TO_VALUE
                if here.rule == "score.absolute" and here.qualifier is None and not told:
                    kinds[index] = before
        return kinds

    @staticmethod
    def _share_behind(text: Text, numbers: Sequence[Number], kinds: list[Kind], index: int) -> None:
        """Give the kind of a number to the plain values of the Chinese list that it ends."""
        while index and continues(text, numbers[index - 1], numbers[index]):
            if kinds[index - 1].rule != "score.absolute":
                return
            kinds[index - 1] = kinds[index]
            index -= 1

    def _continues(self, gap: Sequence[str]) -> bool:
        """Tell whether the words between two numbers only list names."""
        if len(gap) > LIST_GAP or not {",", "and", "/", "&"} & set(gap):
            return False
        return not (self._improve | self._reduce | self._value_verbs) & set(gap)

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

    def _change(
        self, number: Number, before: Sequence[str], behind: Sequence[str], left: Sequence[str]
    ) -> ScoreKind | None:
        """Return the change that the words around a number name, None if they name none.

        `left` is the whole sentence up to the number: "relative" is said of what stands far away.
        """
        if number.unit == "parameters" and not behind:
            return None
        if number.unit == "x" and number.value < 1:
            return "reduction"  # "half the memory"
        if number.unit == "x" and behind[:1] == ["as"]:
            return "gain"  # "twice as fast"
        named_behind = self._change_behind(behind)
        if named_behind is not None:
            return named_behind
        if number.signed or before[-1:] == ["further"] or "margin" in behind:
            return "gain"
        if behind[:1] and behind[0] in {"absolute", "relative"} and before[-1:] != ["to"]:
            return self._last_change(left) or "gain"
        return self._change_before(number, before)

    def _last_change(self, before: Sequence[str]) -> ScoreKind | None:
        """Return what the last verb or noun of change says."""
        for word in reversed(before):
            if word in self._improve:
                return "gain"
            if word in self._reduce:
                return "reduction"
        return None

    def _change_behind(self, behind: Sequence[str]) -> ScoreKind | None:
        """Return the change in "2% higher", "3x less memory", "1.2 points of improvement"."""
        if behind[:1] == ["or"]:
            return None  # "0.4 or higher"
        for word in behind:
            if word in {"$", "}", "\\%"} or (word == ")" and word is behind[0]):
                continue
            if word in self._less:
                return "reduction"
            if word in self._better:
                return "gain"
            if not word[0].isalpha() or word in {"on", "for", "in", "at", "to", "and"}:
                break
        return None

    def _change_before(self, number: Number, before: Sequence[str]) -> ScoreKind | None:
        """Return the change in "improves … by 2%", "a gain of 2%", "the reduction is 2%"."""
        changes = self._improve | self._reduce
        stops = {";", "achieves"}
        verb = next((word for word in reversed(before) if word in changes or word in stops), None)
        if verb is None or verb in stops:
            return None
        if before[-1] in TO_VALUE - {"of"} and not (
            before[-1] in IS and verb in self._change_nouns
        ):
            return None
        distance = before[::-1].index(verb)
        # "an increase in F1 of 2%", but not "an improved F1 of 90%"
        of_metric = (
            verb in self._change_nouns
            and before[-1] == "of"
            and before[len(before) - distance] in {"in", "on", "for"}
        )
        governed = distance <= 1 or of_metric or before[-1] in {"than", *IS}
        if not governed and number.unit not in RELATIVE_UNITS:
            return None
        return "gain" if verb in self._improve else "reduction"


def _share_behind_pairs(
    text: Text, numbers: Sequence[Number], spans: Sequence[tuple[int, int]], kinds: list[Kind]
) -> None:
    """Give what stands behind the last of "4.7% and 4.6% higher" to all of the list."""
    for index in range(len(numbers) - 1, 0, -1):
        gap = text.lower[spans[index - 1][1] : spans[index][0]]
        before, here = kinds[index - 1], kinds[index]
        if (
            0 < len(gap) <= 2
            and _is_pair(gap, numbers[index - 1], numbers[index])
            and before.rule == "score.absolute"
            and here.kind != "absolute"
        ):
            kinds[index - 1] = here._replace(qualifier=before.qualifier or here.qualifier)


def _is_pair(gap: Sequence[str], number: Number, following: Number) -> bool:
    """Tell whether two numbers are said of one thing: "4.7% and 4.6%", "1300 ms (46%)"."""
    listed = set(gap) <= {",", "and", "/", "&"} and number.unit == following.unit
    return listed or (gap[0] == "(" and number.unit != following.unit)


def _agree(kinds: list[Kind], index: int) -> None:
    """Give both ends of a range one kind: that of the end that is known to be a change."""
    low, high = kinds[index - 1], kinds[index]
    if high.kind == "absolute" and low.kind != "absolute":
        kinds[index] = low
    else:
        kinds[index - 1] = high


def _compounds(written: Sequence[str]) -> list[str]:
    """Return words with the parts of compounds joined, as the word lists have them: speed-up."""
    return " ".join(written).replace(" - ", "-").split()
