"""What the words around a number say of its kind: a value, a gain, a reduction, how exact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from kg.extract.scores.chinese.kinds import HanKinds
from kg.extract.scores.numbers import Number
from kg.extract.text import Text
from kg.records import ScoreKind
from kg.rules import words

WINDOW = 7  # words before a number in which a verb of change governs it
BEHIND = 4  # words behind a number that may name the change ("2% relative improvement")
FAR = 14  # words behind "from A" in which "to B" stands
TO_VALUE = frozenset({"to", "of", "at", "is", "are", "was", "were", "=", "as"})
# "as highlighted by 60%": what is shown so is no change.
SHOWN = frozenset({"highlighted", "evidenced", "shown", "indicated", "reflected", "demonstrated"})
# "by an average of 7 points": the amount of a change, and no value.
AN_AMOUNT = frozenset({"average", "margin", "maximum", "mean", "total", "factor"})
# No part of what governs a number.
MERELY = frozenset({"specifically", "namely", "only", "just", "merely", "even", "still"})
MARKUP = frozenset({"$", "{", "}", "~", "∼", "*", "**"})
AMOUNT_OF = frozenset({"average", "mean", "maximum", "total"})  # "an average of 2%" is 2%
IS = frozenset({"is", "are", "was", "were"})
ARROWS = frozenset({"→", "\\rightarrow", "\\to"})
TO = ARROWS | {"to"}
RANGING = frozenset(
    (
        *("spans", "spanned", "spanning", "range", "ranges", "ranged", "ranging"),
        *("vary", "varies", "varying"),
    )
)
# Between a change and the lower end of its range: "improvements ranging from 1.3% to 13.5%".
RANGES_OF = (
    *([word, "from"] for word in sorted(RANGING)),
    ["in", "the", "range", "of"],
    ["in", "a", "range", "of"],
)
# A value is told here, and no change: "improves and achieves 90%".
REACHING = frozenset(
    ("achieves", "achieve", "achieving", "achieved", "reaches", "reaching", "to", "of", "at")
)
ENDS_CLAUSE = frozenset(
    (
        *(",", ";", ":", "and", "with", "that", "(", ")", "while", "but", "best", "highest"),
        *("has", "have", "had", "is", "are", "was", "were", "remains", "keeps"),
    )
)
NO_RAISE = (REACHING | ENDS_CLAUSE) - {"at", "of", "(", ")", ",", "and"}
DESCRIBING = ("er", "ed", "less")
RAISING = frozenset({"improve", "improves", "enhance", "enhances", "boost", "boosts"})
AGAINST = frozenset({"vs", "vs.", "v.s.", "versus"})  # between two values: "(54.3% vs. 32.5%)"
# Before a value that is "over" several sets: "an F1 of 60.9% over 82 sets".
OVER_SETS = frozenset({"of", "at", "average", "averages", "averaged", "averaging"})
SPEEDUPS = frozenset({"speedup", "speedups", "speed-up", "speed-ups"})
# Behind a number, what is compared ends: "2% on the harder set".
ENDS_CHANGE = frozenset({"on", "for", "in", "at", "to", "and", "which", "that", *IS})
REDUCTIONS = frozenset({"reduction", "reductions"})
BY_REACH = 7  # words before a number in which "by an average F1 of" begins
OUTDOING = frozenset({"outperforms", "outperform", "outperformed", "outperforming", "surpasses"})
ENDS_OUTDOING = frozenset({",", ";", "and", "with", "achieving", "reaching"})
COMPARATIVES = frozenset({"smaller", "larger", "lower", "higher", "less", "fewer", "better"})
BEFORE_NOUN = frozenset({"a", "an", "the", "with", "of", "on", "and", "for"})
RANGED = 14  # words before a range in which "improvement" says that it is one of changes
VALUES = frozenset({"scores", "score", "values", "accuracies"})
LEAST_REACHED = 30  # percent; "improves the use on A up to 95%" may be what is reached
LEAST_RISEN, MOST_RISEN = 60, 100  # percent, which "improves accuracy up to" may reach
MOST_OUTDONE = 10  # percent; "outperforms BERT with 22%" may be what is reached
OF_MEASURES = frozenset({"accuracy", "rate", "performance", "results"})  # what may change
MEASURED = frozenset({"precision", "recall", "f1", "score", "scores", "bleu", "auc"})
AMOUNT_FOLLOWS = frozenset(
    (
        *("in", "of", "for", "over", "on", "(", ",", "that", "which", "across", "with", "from"),
        *("compared", "to", "by", "when", "between"),
    )
)
LOSS = re.compile(r"\b(validation|test|training|log|logarithmic|entropy) loss\b")  # a measure
SPEEDS_UP = re.compile(r"\bspeeds up\b(?! to\b)")  # "speeds up to 120 FPS" are values
FIRST_ONLY = frozenset({"below", "behind"})  # say so right behind a number
CHANGE_UNITS = frozenset({"%", "points", "x"})
RELATIVE_UNITS = frozenset({"x", "points"})


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
        self._improve = frozenset(lists["improve"]) - {"speeds"}  # a verb only in "speeds up"
        self._reduce = frozenset(lists["reduce"])
        self._change_nouns = frozenset(lists["change_nouns"])
        self._exceeding = frozenset(lists["exceeding"])
        self._han = HanKinds(lists)
        self._changes = self._improve | self._reduce
        self._stops = ENDS_CLAUSE | REACHING | (frozenset(lists["reporting"]) - self._changes)
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
        to_below = before[-1:] in (["below"], ["under"])  # "drops below 40%" is what is reached
        before = _compounds([w for w in before[: len(before) - skipped] if w not in MERELY])
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
        reached = qualifier == "up to" and self._is_reached(number, before)
        if to_below or reached or self._is_set_against(before, behind):
            return Kind("absolute", "score.absolute", qualifier)
        if self._exceeding & set(before[-1:]):
            return Kind("absolute", "score.absolute", qualifier or "more than")
        left = text.lower[begin:first]
        if self._is_by(before) or _is_outdone_by(before, left):
            # "outperforms … by more than 5 BLEU", however far the verb: the change, no value.
            change = self._change_by(left, behind)
            return Kind(change, f"score.{change}", qualifier)
        beyond = text.lower[last : min(end, last + FAR)]
        ranged = self._ranged(before, left)
        endpoint = None if ranged else self._endpoint(before, beyond)
        if endpoint is not None:
            return Kind("absolute", "score.from-to", endpoint)
        named = ranged or self._in_brackets(number, before, behind, left)
        named = named or self._change(number, before, behind, left)
        if named is None and relative:
            named = self._change_behind(beyond) or self._nearest_change(reversed(left))
        if named is None and qualifier in {"up to", "about"}:
            named = self._changed_up_to(number, before, _compounds(left))
        if named is not None:
            return Kind(named, f"score.{named}", qualifier)
        return Kind("absolute", "score.absolute", qualifier)

    def _is_set_against(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Tell whether a number is the first of two values: "(54.3% vs. 32.5%)"."""
        is_first = behind[1:2] and not AGAINST.isdisjoint(behind[:1]) and behind[1][0].isdigit()
        return bool(is_first) and (before[-1:] == ["("] or not self._is_by(before))

    def _change_by(self, left: Sequence[str], behind: Sequence[str]) -> ScoreKind:
        """Return the change that "by" tells the amount of: "outperforms BERT by 2%"."""
        amount = takewhile(lambda word: word[0].isalpha() and word not in ENDS_CHANGE, behind)
        if not REDUCTIONS.isdisjoint(amount):
            return "reduction"  # "outperforms BERT by a 13% error reduction"
        return self._nearest_change(self._without_described(_compounds(left))) or "gain"

    def _is_reached(self, number: Number, before: Sequence[str]) -> bool:
        """Tell whether a measure rises up to a value: "improves accuracy up to 95%"."""
        if number.unit != "%" or number.value < LEAST_RISEN or number.value > MOST_RISEN:
            return False
        measured = not (MEASURED | OF_MEASURES).isdisjoint(before[-1:])
        verbs = self._improve - self._change_nouns
        return measured and not verbs.isdisjoint(before) and self._change_nouns.isdisjoint(before)

    def _ranged(self, before: Sequence[str], left: Sequence[str]) -> ScoreKind | None:
        """Return the change that a range is one of: "an improvement over all, between 1 and 3"."""
        ranging = before[-1:] == ["from"] and not RANGING.isdisjoint(before[-2:-1])
        if not (ranging or before[-1:] == ["between"]) or not VALUES.isdisjoint(before[-3:]):
            return None
        said = 2 if ranging or not RANGING.isdisjoint(before[-2:-1]) else 1
        return self._change_of(left[:-said])

    def _change_of(self, left: Sequence[str]) -> ScoreKind | None:
        """Return the change whose amount follows: "an improvement over all of them, …".

        Not so in "after a reduction of the data, accuracies …".
        """
        back = range(len(left) - 1, max(-1, len(left) - RANGED), -1)
        at = next((at for at in back if left[at] in self._change_nouns), None)
        if at is None or "," in left[at + 1 : -1]:
            return None
        if not AMOUNT_FOLLOWS.issuperset(left[at + 1 : at + 2]):
            return None
        return "reduction" if left[at] in self._reduce else "gain"

    def _in_brackets(
        self, number: Number, before: Sequence[str], behind: Sequence[str], left: Sequence[str]
    ) -> ScoreKind | None:
        """Return the change in brackets: "gains for both (4.8 points on A, 5.9 points on B)"."""
        if before[-1:] != ["("]:
            return None
        if number.unit == "points":
            told = self._change_of(left[:-1])
            if told is not None:
                return told
        alone = left[-1:] == ["("] and behind[:1] == [")"]
        return "gain" if alone and _is_raise(number, left) else None

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

    def _change(
        self, number: Number, before: Sequence[str], behind: Sequence[str], left: Sequence[str]
    ) -> ScoreKind | None:
        """Return the change that the words around a number name, None if they name none.

        `left` is the whole sentence up to the number: "relative" is said of what stands far away.
        """
        if number.unit == "parameters" and not behind:
            return None
        if number.is_part:
            # "reduces the memory to a third"; "needs half the memory" is a value
            return "reduction" if self._reduce & set(before) else None
        if number.unit == "x" and behind[:1] in (["as"], ["the"]):
            return "gain"  # "twice as fast", "twice the throughput"
        if before[-1:] == ["of"] and set(before[-2:-1]) & self._reduce & self._change_nouns:
            return "reduction"  # "a reduction of 46% over BERT"
        of_value = OVER_SETS.issuperset(before[-1:] or [""]) and self._changes.isdisjoint(before)
        if of_value and "over" in behind:
            behind = behind[: behind.index("over")]
        named_behind = self._change_behind(behind)
        if behind[:1] == ["behind"] and before[-1:] == ["of"]:
            named_behind = None  # "an F1 of 70% behind the best"
        if named_behind is not None:
            return named_behind
        if number.signed or before[-1:] == ["further"] or "margin" in behind:
            return "gain"
        outdone = before[-1:] == ["with"] and not OUTDOING.isdisjoint(before)
        if (
            outdone
            and behind[:1] in ([], ["on"], ["in"], [","], ["."])
            and number.unit in {"%", "points"}
            and number.value < MOST_OUTDONE
        ):
            return "gain"  # "outperforms the best one with 4.9%"
        clause = takewhile(lambda word: word not in {"and", ",", ";"}, reversed(left))
        if number.unit == "x" and not SPEEDUPS.isdisjoint((*clause, *behind)):
            return "gain"  # "has speedups over BERT of up to 7x"
        if behind[:1] and behind[0] in {"absolute", "relative"} and before[-1:] != ["to"]:
            return self._nearest_change(reversed(left)) or "gain"
        return self._change_before(number, before)

    def _changed_up_to(
        self, number: Number, before: Sequence[str], left: Sequence[str]
    ) -> ScoreKind | None:
        """Return the change in "reduces the latency up to 61%", None if the clause names none."""
        if number.unit in CHANGE_UNITS and number.value < LEAST_REACHED:
            outdone = next(
                (at for at in range(len(left) - 1, -1, -1) if left[at] in OUTDOING), None
            )
            if outdone is not None and ENDS_OUTDOING.isdisjoint(left[outdone:]):
                return "gain"  # "outperforms the state of the art up to 2%"
        if number.unit not in CHANGE_UNITS or TO_VALUE.issuperset(before[-1:]):
            return None
        small = number.unit != "%" or number.value < LEAST_REACHED
        stops = self._stops - OF_MEASURES if small else self._stops | MEASURED
        clause = takewhile(lambda word: word not in stops, reversed(before))
        # "smaller models", "the improved one" are what has the value
        return self._nearest_change(word for word in clause if not word.endswith(DESCRIBING))

    def _without_described(self, left: Sequence[str]) -> Iterator[str]:
        """Yield the words of a clause from its last back, without what describes things changed.

        "improves the smaller model by 130%" says of no reduction, "has a lower error by 2%" does.
        """
        for at in range(len(left) - 1, -1, -1):
            used = left[at - 1] == "using" or (
                left[at - 1] in BEFORE_NOUN and not self._changes.isdisjoint(left[:at])
            )
            used = used and left[max(0, at - 2) : at] != ["with", "a"]
            describes = left[at] in COMPARATIVES and used and left[at + 1 : at + 2] != ["than"]
            if not describes:
                yield left[at]

    def _nearest_change(self, back: Iterable[str]) -> ScoreKind | None:
        """Return what the first verb or noun of change says, of words from a number back."""
        for word in back:
            if word in self._improve:
                return "gain"
            if word in self._reduce:
                return "reduction"
        return None

    def _change_behind(self, behind: Sequence[str]) -> ScoreKind | None:
        """Return the change in "2% higher", "3x less memory", "1.2 points of improvement"."""
        if behind[:1] == ["or"]:
            return None  # "0.4 or higher"
        if behind[:1] == ["loss"] and behind[1:2] in (["of"], ["in"]):
            return "reduction"  # "with only 11% loss of BLEU"
        for word in behind:
            if word in {"$", "}", "\\%"} or (word == ")" and word is behind[0]):
                continue
            if word in self._less and (word not in FIRST_ONLY or word is behind[0]):
                return "reduction"
            if word in self._better:
                return "gain"
            if not word[0].isalpha() or word in ENDS_CHANGE:
                break
        return None

    def _change_before(self, number: Number, before: Sequence[str]) -> ScoreKind | None:
        """Return the change in "improves … by 2%", "a gain of 2%", "the reduction is 2%"."""
        stops = {";", "achieves"}
        verb = next(
            (word for word in reversed(before) if word in self._changes or word in stops), None
        )
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
            and before[len(before) - distance] in {"in", "on", "for", "over"}
        )
        ranging = verb in self._change_nouns and before[len(before) - distance :] in RANGES_OF
        governed = distance <= 1 or of_metric or ranging or before[-1] in {"than", "between", *IS}
        if not governed and number.unit not in RELATIVE_UNITS:
            return None
        return "gain" if verb in self._improve else "reduction"


def _is_raise(number: Number, left: Sequence[str]) -> bool:
    """Tell whether a value in brackets is by how much: "improves the use on A (2%) and B (3%)"."""
    if RAISING.isdisjoint(left) or number.unit not in CHANGE_UNITS - {"x"}:
        return False
    raised = max(at for at, word in enumerate(left) if word in RAISING)
    return NO_RAISE.isdisjoint(left[raised:-1])


def _is_outdone_by(before: Sequence[str], left: Sequence[str]) -> bool:
    """Tell whether a number is by how much: "outperforms BERT by an average F1 of 2.6%"."""
    if before[-1:] != ["of"] or "by" not in before[-BY_REACH:] or OUTDOING.isdisjoint(left):
        return False
    after = before[len(before) - before[::-1].index("by") :]
    return "and" not in after and not any(word.endswith("ing") for word in after)


def _compounds(written: Sequence[str]) -> list[str]:
    """Return words with the parts of compounds joined, as the word lists have them: speed-up."""
    joined = " ".join(written).replace(" - ", "-").replace("speed up", "speed-up")
    joined = SPEEDS_UP.sub("speeds-up", joined)
    return LOSS.sub(r"\1-loss", joined).split()
