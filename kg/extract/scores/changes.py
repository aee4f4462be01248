"""The changes that the words around a number name: what rises by it, and what falls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from kg.extract.scores.numbers import Number
from kg.records import ScoreKind

TO_VALUE = frozenset({"to", "of", "at", "is", "are", "was", "were", "=", "as"})
IS = frozenset({"is", "are", "was", "were"})
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
# Before a value that is "over" several sets: "an F1 of 60.9% over 82 sets".
OVER_SETS = frozenset({"of", "at", "average", "averages", "averaged", "averaging"})
SPEEDUPS = frozenset({"speedup", "speedups", "speed-up", "speed-ups"})
# Behind a number, what is compared ends: "2% on the harder set".
ENDS_CHANGE = frozenset({"on", "for", "in", "at", "to", "and", "which", "that", *IS})
REDUCTIONS = frozenset({"reduction", "reductions"})
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


class Changes:
    """Tells which change a number is the amount of: a gain, a reduction, or none.

    The words that its methods take are in lower case: `before` and `behind` a few words beside
    the number, compounds joined ("speed-up") and without its qualifier; `left` all that the
    sentence has up to the number.

    Args:
        lists: The word lists of the rule set, among them `improve` and `reduce`.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._improve = frozenset(lists["improve"]) - {"speeds"}  # a verb only in "speeds up"
        self._reduce = frozenset(lists["reduce"])
        self._change_nouns = frozenset(lists["change_nouns"])
        self._changes = self._improve | self._reduce
        stops = ENDS_CLAUSE | REACHING | (frozenset(lists["reporting"]) - self._changes)
        self._stops, self._stops_small = stops | MEASURED, stops - OF_MEASURES
        self._better = frozenset(lists["better_after"])
        self._less = frozenset(lists["less_after"])

    def of(
        self, number: Number, before: Sequence[str], behind: Sequence[str], left: Sequence[str]
    ) -> ScoreKind | None:
        """Return the change that the words around a number name, None if they name none."""
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
        named_behind = self.behind(behind)
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
            return self.nearest(reversed(left)) or "gain"
        return self._before(number, before)

    def ranged(self, before: Sequence[str], left: Sequence[str]) -> ScoreKind | None:
        """Return the change that a range is one of: "an improvement over all, between 1 and 3"."""
        ranging = before[-1:] == ["from"] and not RANGING.isdisjoint(before[-2:-1])
        if not (ranging or before[-1:] == ["between"]) or not VALUES.isdisjoint(before[-3:]):
            return None
        said = 2 if ranging or not RANGING.isdisjoint(before[-2:-1]) else 1
        return self._told(left[:-said])

    def in_brackets(
        self, number: Number, before: Sequence[str], behind: Sequence[str], left: Sequence[str]
    ) -> ScoreKind | None:
        """Return the change in brackets: "gains for both (4.8 points on A, 5.9 points on B)"."""
        if before[-1:] != ["("]:
            return None
        if number.unit == "points":
            told = self._told(left[:-1])
            if told is not None:
                return told
        alone = left[-1:] == ["("] and behind[:1] == [")"]
        return "gain" if alone and _is_raise(number, left) else None

    def by(self, left: Sequence[str], behind: Sequence[str]) -> ScoreKind:
        """Return the change that "by" tells the amount of: "outperforms BERT by 2%"."""
        amount = takewhile(lambda word: word[0].isalpha() and word not in ENDS_CHANGE, behind)
        if not REDUCTIONS.isdisjoint(amount):
            return "reduction"  # "outperforms BERT by a 13% error reduction"
        return self.nearest(self._without_described(compounds(left))) or "gain"

    def up_to(self, number: Number, before: Sequence[str], left: Sequence[str]) -> ScoreKind | None:
        """Return the change in "reduces the latency up to 61%", None if the clause names none."""
        if number.unit in CHANGE_UNITS and number.value < LEAST_REACHED:
            back = takewhile(lambda word: word not in ENDS_OUTDOING, reversed(compounds(left)))
            if not OUTDOING.isdisjoint(back):
                return "gain"  # "outperforms the state of the art up to 2%"
        if number.unit not in CHANGE_UNITS or TO_VALUE.issuperset(before[-1:]):
            return None
        small = number.unit != "%" or number.value < LEAST_REACHED
        stops = self._stops_small if small else self._stops
        clause = takewhile(lambda word: word not in stops, reversed(before))
        # "smaller models", "the improved one" are what has the value
        return self.nearest(word for word in clause if not word.endswith(DESCRIBING))

    def rises_to(self, number: Number, before: Sequence[str]) -> bool:
        """Tell whether a measure rises up to a value: "improves accuracy up to 95%"."""
        if number.unit != "%" or number.value < LEAST_RISEN or number.value > MOST_RISEN:
            return False
        measured = not (MEASURED | OF_MEASURES).isdisjoint(before[-1:])
        improves = not self._improve.isdisjoint(before)
        return measured and improves and self._change_nouns.isdisjoint(before)

    def nearest(self, back: Iterable[str]) -> ScoreKind | None:
        """Return what the first verb or noun of change says, of words from a number back."""
        for word in back:
            if word in self._improve:
                return "gain"
            if word in self._reduce:
                return "reduction"
        return None

    def behind(self, behind: Sequence[str]) -> ScoreKind | None:
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

    def _before(self, number: Number, before: Sequence[str]) -> ScoreKind | None:
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

    def _told(self, left: Sequence[str]) -> ScoreKind | None:
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


def _is_raise(number: Number, left: Sequence[str]) -> bool:
    """Tell whether a value in brackets is by how much: "improves the use on A (2%) and B (3%)"."""
    if RAISING.isdisjoint(left) or number.unit not in CHANGE_UNITS - {"x"}:
        return False
    raised = max(at for at, word in enumerate(left) if word in RAISING)
    return NO_RAISE.isdisjoint(left[raised:-1])


def compounds(written: Sequence[str]) -> list[str]:
    """Return words with the parts of compounds joined, as the word lists have them: speed-up."""
    joined = " ".join(written).replace(" - ", "-").replace("speed up", "speed-up")
    joined = SPEEDS_UP.sub("speeds-up", joined)
    return LOSS.sub(r"\1-loss", joined).split()
