"""Which numbers of a text are results, which are sizes of datasets, and which are neither."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extract.scores.chinese.passages import is_amount
from kg.extract.scores.numbers import Number
from kg.extract.scores.parallel import LISTING, RANGES, Place
from kg.extract.scores.units import COST_UNITS, RESOURCES
from kg.extract.text import Text
from kg.records import DatasetStat
from kg.rules import words

SETTING = frozenset({"of", "is", "to", "at", "=", "from"})  # between a setting and its value
SETTING_REACH = 7  # words before a number that may name what it sets
AIM_REACH = 8  # words before a number in which "aim" makes it a wish
MACHINES = frozenset({"gpu", "gpus", "card", "cards"})
USED_OF = frozenset({"memory", "usage", "ram"})  # behind a figure of what is used of a machine
HAVING = frozenset({"a", "an", "one", "single", "with", "has", "having"})  # before what it has
USING = frozenset({"on", "using", "with", "from", "only", "just", "needs", "requires"})
RANKS = frozenset({"rank", "ranked", "ranks", "ranking", "place", "placed", "position"})
SURE = ["confidence", "interval"]
INTERVAL = frozenset({"interval", "intervals"})
# Between "interval" and its ends, beside numbers: "a credible interval of [19.8%; 48.3%]".
ENDS = frozenset({"of", "is", "was", ":", "=", "[", "(", ",", ";", "to", "and", "-", "–", "%"})
COUNTED_REACH = 6  # words behind a number among which stands what it counts: "6 unseen test sets"
COUNTED_FOR = frozenset({"on", "across", "for"})  # before what a value holds for
NEARLY = frozenset({"about", "around", "approximately", "roughly", "nearly", "over", "almost"})
NO_COUNT = frozenset({"on", "in", "for", "and", "with", "to", "by", "over", "than", "at", "from"})
FINDING = frozenset({"that", "observe", "observed", "found", "see", "saw"})
HALVED = 4  # words behind "half" in which the measure stands that is halved
SHARES = re.compile(r"[,%]|and|\d+(?:\.\d+)?%?")  # words of a list of percentages
MOST_SHARES = 12  # words behind a share among which others are listed
SHARE_REACH = 5  # words behind a percentage in which people make it a share of them
COUNTED = 3  # words behind a bare whole number that name what it counts
MILLION = 10**6
CASES = frozenset({"cases", "instances", "time"})  # in a share of which something is better
FEWEST_PARAMETERS = 10**4  # below which nobody means a model
TIMES = {"hours": "h", "hour": "h", "minutes": "min", "minute": "min", "seconds": "s"}
TIME_SPANS = frozenset({*TIMES, "days", "day", "weeks", "week", "months", "years"})
SCORE_UNITS = frozenset({"%", "points", "ms", "s", "FPS", "GB", "MB", "dB", "parameters"})


class Reported:
    """Tells numbers that are reported as results from all others.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._reporting = frozenset(lists["reporting"])
        self._reporting_decimals = self._reporting - {"with"}
        self._changing = frozenset(lists["improve"]) | frozenset(lists["reduce"])
        self._aiming = frozenset(lists["aiming"])
        self._people, self._trained_on = frozenset(lists["people"]), frozenset(lists["trained_on"])
        self._hyperparameters = [words(phrase) for phrase in lists["hyperparameters"]]
        self._counted = frozenset(lists["counted"])
        self._numbered = frozenset(
            form
            for word in (*lists["numbered_parts"], *lists["numbered_tasks"])
            for form in (word, f"{word}s")
        )

    def stat(self, text: Text, number: Number, here: Sequence[Place]) -> DatasetStat | None:
        """Return the number as the size of a dataset, if it counts samples."""
        if number.unit is not None or not number.whole or number.value < 2:
            return None
        _, last = text.span(number.start, number.end)
        for index in range(last, min(last + COUNTED, len(text.lower))):
            word = text.lower[index]
            if word in NO_COUNT:
                return None  # "31 BLEU on datasets"
            if word in self._counted and text.lower[index + 1 : index + 2] != ["per"]:
                datasets = [place for place in here if place.name.type == "Dataset"]
                dataset = min(datasets, key=lambda p: abs(p.first - last), default=None)
                return DatasetStat(
                    dataset=dataset.name.name if dataset else None,
                    value=number.value,
                    unit=" ".join(text.slice(last, index + 1).split()),
                    start=number.start,
                    end=number.end,
                    text=text.raw[number.start : number.end],
                )
            if not word[0].isalpha():
                return None
        return None

    def why_not(
        self, text: Text, number: Number, here: Sequence[Place], sentence: tuple[int, int]
    ) -> str | None:
        """Return why a number is no result; None if it is one.

        Args:
            text: The words.
            number: A number that is no size of a dataset.
            here: The mentions of its sentence.
            sentence: The words of the sentence, half-open.
        """
        first, last = text.span(number.start, number.end)
        told = self._sets_or_counts(text, number, here, sentence)
        told = told or self._shares(
            text, number, text.lower[max(sentence[0], first - SHARE_REACH) : first]
        )
        if told is not None:
            return told
        if number.unit == "parameters":
            return None if number.value >= FEWEST_PARAMETERS else "too few for the size of a model"
        if number.unit in RESOURCES and is_amount(text, number):
            return "an amount of data"
        if number.unit in RESOURCES and _is_machine(
            text.lower[first - 1 : first], text.lower[last : last + 2]
        ):
            return "a machine"
        at = text.folded[max(0, number.start - 2) : number.start].rstrip().endswith("@")
        if at and number.unit not in COST_UNITS:
            return "a threshold of a metric"  # "mAP at IoU@0.5"
        if number.unit is None and not TIME_SPANS.isdisjoint(text.lower[last : last + 1]):
            return "a time"  # "after training for 3.5 days"
        metrics = [place for place in here if place.name.type == "Metric"]
        is_told = self._is_told(text, number, metrics, sentence)
        return None if is_told else "no metric and no word of reporting tells it"

    def _sets_or_counts(
        self, text: Text, number: Number, here: Sequence[Place], sentence: tuple[int, int]
    ) -> str | None:
        """Return why the words before a number make it no result: it sets, bounds or counts."""
        first, _ = text.span(number.start, number.end)
        before = text.lower[max(sentence[0], first - SETTING_REACH) : first]
        if before[-1:] == ["to"] and "from" in before:  # "a masking rate from 15% to 50%"
            before = before[: before.index("from") + 1]
        if self._is_setting(before):
            return "a setting"
        if _is_spread(text, number, before):
            return "the spread of a value"
        if _is_count(text, number, before, here):
            return "a count"  # "31 BLEU on 7 test sets"
        if number.unit is None and not self._numbered.isdisjoint(_numbering(before)):
            return "the number of a part"  # "section 23", "tasks 1.1 and 1.2"
        if number.whole and before[-2:] == ["out", "of"] and not RANKS.isdisjoint(before):
            return "a count"  # "rank 6 out of 28"
        if not self._aiming.isdisjoint(text.lower[max(sentence[0], first - AIM_REACH) : first]):
            return "wished for"  # "we aimed to reach an accuracy of 60%"
        return None

    def _shares(self, text: Text, number: Number, leading: list[str]) -> str | None:
        """Return why a share is no result, None if it is one or the number is no share."""
        _, last = text.span(number.start, number.end)
        while leading[-1:] and (leading[-1] in NEARLY or SHARES.fullmatch(leading[-1])):
            leading.pop()
        listed = text.lower[last : last + MOST_SHARES]
        last += len(list(takewhile(SHARES.fullmatch, listed)))  # "1% and 10% of the labels"
        behind = text.lower[last : last + SHARE_REACH]
        if number.unit == "%" and self._is_share(leading[-1:], behind):
            return "a share of data or people"
        if _is_fraction(text, number) and not self._people.isdisjoint(behind):
            return "a share of people"
        return None

    def _is_told(
        self,
        text: Text,
        number: Number,
        metrics: Sequence[Place],
        sentence: tuple[int, int],
    ) -> bool:
        """Tell whether a metric, or a word of change or reporting, makes a number a result."""
        first, last = text.span(number.start, number.end)
        said = set(text.lower[sentence[0] : sentence[1]])
        if number.unit in SCORE_UNITS:
            return bool(metrics) or bool(said & self._changing) or bool(said & self._reporting)
        if _is_fraction(text, number):
            of_cases = not CASES.isdisjoint(text.lower[last : last + HALVED])
            return of_cases or bool(metrics or said & (self._changing | self._reporting))
        if number.is_part or (number.unit == "x" and text.lower[last : last + 1] == ["the"]):
            halved = bool(metrics) and text.lower[first - 1 : first] in (["by"], ["in"])
            return halved or any(0 <= place.first - last <= HALVED for place in metrics)
        if number.unit == "x" and text.lower[last : last + 1] == ["as"]:
            return True  # "twice as fast"
        if number.unit == "x" or number.signed:
            return bool(said & self._changing) or bool(metrics)
        if number.unit is not None:
            return True
        if number.whole:
            if last < len(text.lower) and text.lower[last] in RANGES:
                last += 2  # "2-3 BLEU": both ends are of the measure
            return number.value > 1 and any(
                0 <= place.first - last <= 1 or 0 <= first - place.last <= 2 for place in metrics
            )
        said_before = text.lower[sentence[0] : first]
        return bool(metrics) or not self._reporting_decimals.isdisjoint(said_before)

    def _is_setting(self, before: Sequence[str]) -> bool:
        """Tell whether the words before a number name a setting: "a learning rate of 0.001"."""
        named = before[:-1] if SETTING.issuperset(before[-1:]) else before
        return any(tuple(named[-len(phrase) :]) == phrase for phrase in self._hyperparameters)

    def _is_share(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Tell whether a percentage is a share: "70% of the teachers", not "70% of the score"."""
        if behind[:1] != ["of"]:  # "with 2% labelled data"
            return self._is_used(before, behind[:1])
        if not before or before[0] in FINDING:
            return True  # "we observe that over 50% of the summaries have errors"
        if behind[1:3] in (["the", "data"], ["all", "data"]) or behind[1:2] == ["data"]:
            return True  # "where 10% of the data is used"
        return self._is_used(before, behind) or not self._people.isdisjoint(behind)

    def _is_used(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Tell whether words say how much data was used: "with 1% of the data"."""
        return not USING.isdisjoint(before) and not self._trained_on.isdisjoint(behind)


def _numbering(before: Sequence[str]) -> Sequence[str]:
    """Return the word, if any, that a number before which words stand may be the number of.

    "tasks" before "1.1, 1.2 and"; but "task 1 and" is no list of tasks.
    """
    end = len(before)
    while end > 1 and before[end - 1] in LISTING and before[end - 2][0].isdigit():
        end -= 2
    told = before[end - 1 : end]
    return told if end == len(before) or (told and told[0].endswith("s")) else []


def _is_machine(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell whether words beside an amount say what a machine has: "a 32GB GPU", "with 8GB RAM".

    Not so in "1.2 GB of GPU memory", "needs 4 GB GPU memory".
    """
    if behind[:1] == ["of"]:
        return False
    if USED_OF.isdisjoint(behind):
        return not MACHINES.isdisjoint(behind)
    return not HAVING.isdisjoint(before)


def _is_count(text: Text, number: Number, before: Sequence[str], here: Sequence[Place]) -> bool:
    """Tell whether a bare whole number counts what a value holds for: "F1 for 20 tags"."""
    if number.unit is not None or not number.whole or COUNTED_FOR.isdisjoint(before[-1:]):
        return False
    _, last = text.span(number.start, number.end)
    behind = text.lower[last : last + COUNTED_REACH]
    if not behind or not behind[0][0].isalpha() or behind[0] in NO_COUNT:
        return False
    if not any(word.endswith("s") for word in behind):
        return False
    return not any(place.first == last and place.name.type == "Metric" for place in here)


def _is_spread(text: Text, number: Number, before: Sequence[str]) -> bool:
    """Tell whether a number is an end of an interval, or how sure it is: "95% CI [0.81; 0.89]"."""
    _, last = text.span(number.start, number.end)
    if text.lower[last : last + 1] == ["ci"] or text.lower[last : last + 2] == SURE:
        return number.unit == "%"
    cue = max(
        (
            at
            for at, word in enumerate(before)
            if word in INTERVAL or (word == "ci" and before[at - 1 : at] == ["%"])
        ),
        default=None,
    )
    return cue is not None and all(w in ENDS or w[0].isdigit() for w in before[cue + 1 :])


def _is_fraction(text: Text, number: Number) -> bool:
    """Tell whether a number is a fraction such as 2/3 or a quarter; half is read as a multiple."""
    first, _ = text.span(number.start, number.end)
    return number.is_part and text.lower[first] != "half"


def with_unit(text: Text, number: Number, here: Sequence[Place]) -> Number:
    """Give a bare number the unit that a metric tells.

    It stands behind the number, as in "50K tokens per second", or is that of a model's size and the
    number has millions: "model sizes ranging from 2M to 6M". Hours are one where the sentence is
    about a run, and none of "100 hours of speech".
    """
    if number.unit is not None:
        return number
    _, last = text.span(number.start, number.end)
    for place in here:
        if place.first == last and place.unit in COST_UNITS:
            return replace(number, unit=place.unit)
    units = {place.unit for place in here if place.name.type == "Metric"}
    time = TIMES.get(text.lower[last]) if last < len(text.lower) else None
    if time is not None and not units.isdisjoint(TIMES.values()):
        return replace(number, unit=time, end=text.ends[last])
    if number.value < MILLION:
        return number
    return number if units.isdisjoint(RESOURCES) else replace(number, unit="parameters")
