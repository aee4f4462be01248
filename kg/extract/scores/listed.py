"""The kinds of the numbers of one sentence, lists and ranges taken together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.scores.changes import RANGING, TO_VALUE
from kg.extract.scores.chinese.passages import continues, in_chinese
from kg.extract.scores.kinds import Kind, Kinds
from kg.extract.scores.numbers import Number
from kg.extract.scores.parallel import LISTING, RANGES
from kg.extract.text import Text

SAID_OF = frozenset({"in", "on", "compared", "over"})  # behind "9% improvement"
CHANGE_REACH = 4  # words behind a number in which "relative increase in" says what it is
LIST_GAP = 16  # words between two numbers of one list, with what they belong to
LEAST_VALUE = 20  # below which a change is not taken for a value
MOST_IN_LIST = 30  # how many times a change of a list the next one may be
LEAST_REACHED, MOST_REACHED = 60, 100  # percent, which may be a value and no gain …
MOST_GAINED = 5  # … if it is more than so many times the gain before
MOST_IN_RANGE = 10  # how many times the low end of a range of changes its high end may be
FROM_TO = [Kind("absolute", "score.from-to", "before"), Kind("absolute", "score.from-to", "after")]


class ListedKinds:
    """Tells the kinds of reported numbers, each beside the others of its sentence.

    Args:
        lists: The word lists of the rule set, among them `improve` and `reduce`.
        qualifiers: The words of each qualifier.
    """

    def __init__(
        self, lists: Mapping[str, Sequence[str]], qualifiers: Mapping[str, Sequence[str]]
    ) -> None:
        self._kinds = Kinds(lists, qualifiers)
        self._verbs = frozenset((*lists["improve"], *lists["reduce"], *lists["value_verbs"]))

    def of(self, text: Text, numbers: Sequence[Number]) -> list[Kind]:
        """Return the kinds of the numbers of one sentence, lists taken together.

        Args:
            text: The words.
            numbers: The numbers of the sentence, in order.

        Returns:
            One kind a number. A number that continues a list without a verb of its own ("1.0% for
            A, 0.5% for B") has the kind and the qualifier of the number before it; one that begins
            a list whose last member tells the change ("4.7% and 4.6% higher") has that one's.
        """
        kinds = [self._kinds.of(text, number) for number in numbers]
        spans = [text.span(number.start, number.end) for number in numbers]
        _share_behind_pairs(text, numbers, spans, kinds)
        for index in range(1, len(numbers)):
            gap = text.lower[spans[index - 1][1] : spans[index][0]]
            if continues(text, numbers[index - 1], numbers[index]):
                if kinds[index].kind == "absolute":
                    kinds[index] = kinds[index - 1]
                else:  # "3%~30%、1%~40%的提升": what stands behind the last is said of all
                    _share_behind(text, numbers, kinds, index)
            if in_chinese(text, spans[index - 1][1], spans[index][0]):
                continue
            begin = spans[index - 1][0]
            if gap == ["to"] and text.lower[max(0, begin - 1) : begin] == ["("]:
                kinds[index - 1 : index + 1] = FROM_TO  # "by 30% (31.2 to 40.5 mAP)"
                continue
            in_words = (
                gap == ["to"]
                and kinds[index].rule != "score.from-to"
                # "improves by 0.9% to 91.1%": the second is no end of a range but what is reached
                and (
                    numbers[index].value <= MOST_IN_RANGE * numbers[index - 1].value
                    or not RANGING.isdisjoint(text.lower[max(0, begin - 2) : begin])
                )
            )
            if not gap or in_words or gap == ["or"] or (len(gap) == 1 and gap[0] in RANGES):
                _agree(kinds, index)
            if gap[:1] == [")"] or (gap[:1] == ["("] and ")" not in gap):
                continue  # "49.4 (+1.0), 60.2 (+0.6)"; but "2 points (UAS) and 3.6 points (LAS)"
            before, here = kinds[index - 1], kinds[index]
            if self._goes_on(numbers[index - 1], numbers[index], before, gap):
                told = _tells_value(gap)
                plain = here.qualifier in {None, "up to", before.qualifier}
                if plain and here.rule == "score.absolute" and not told:
                    kinds[index] = before._replace(qualifier=here.qualifier or before.qualifier)
        return kinds

    def _goes_on(self, number: Number, following: Number, kind: Kind, gap: Sequence[str]) -> bool:
        """Tell whether a number goes on with the list in which another, of a kind, stands."""
        low, high = number.value, following.value
        if high >= LEAST_VALUE and high > MOST_IN_LIST * abs(low):
            return False  # "by 1.9%, and 63.5% on the other"
        gains = kind.kind == "gain"
        far = LEAST_REACHED <= high <= MOST_REACHED and high > MOST_GAINED * abs(low)
        if far and gains and not LISTING.issuperset(gap):
            return False  # "a gain of 10% over the other and 75% on A"; but "of 10% and 75%"
        of_one_unit = following.unit in {number.unit, "points"}
        # So it is with "gains of 1.8% accuracy on A and 1.4 BLEU on B".
        of_two = (
            gains
            and gap[-1:] == ["and"]
            and 1 < high < LEAST_VALUE
            and following.unit in {None, "%"}
        )
        return (of_one_unit or of_two) and self._continues(gap)

    def _continues(self, gap: Sequence[str]) -> bool:
        """Tell whether the words between two numbers only list names.

        Beside the number, in "34% relative increase in F1 and 29% in accuracy", they may say more.
        """
        if len(gap) > LIST_GAP or LISTING.isdisjoint(gap):
            return False
        gap = [w for at, w in enumerate(gap) if w != "to" or gap[at - 1 : at] != ["compared"]]
        begin = next((at for at, word in enumerate(gap[:CHANGE_REACH]) if word in SAID_OF), 0)
        up_to = {"to"} if list(gap[-2:]) == ["up", "to"] else set()
        # "to" leads to what is reached right before it: "17% in loyalty to the text and 28%"
        listed = {word for word in gap[begin:-1] if word != "to"} | set(gap[-1:])
        return not self._verbs & (listed - up_to)


def _tells_value(gap: Sequence[str]) -> bool:
    """Tell whether the words between two numbers say that the second is what is reached.

    Not so in "an increase of 25% in recall and of up to 13% in accuracy".
    """
    begin = max((at for at, word in enumerate(gap) if word in LISTING), default=-1)
    if gap[-2:] == ["average", "of"]:
        return False  # "by up to 40 F1 points and an average of 33"
    return gap[-1] in TO_VALUE and gap[begin + 1 : begin + 2] not in (["of"], ["up"])


def _share_behind(text: Text, numbers: Sequence[Number], kinds: list[Kind], index: int) -> None:
    """Give the kind of a number to the plain values of the Chinese list that it ends."""
    while index and continues(text, numbers[index - 1], numbers[index]):
        if kinds[index - 1].rule != "score.absolute":
            return
        kinds[index - 1] = kinds[index]
        index -= 1


def _share_behind_pairs(
    text: Text, numbers: Sequence[Number], spans: Sequence[tuple[int, int]], kinds: list[Kind]
) -> None:
    """Give what stands behind the last of "4.7% and 4.6% higher" to all of the list.

    A comma alone makes no list: "an F1 of 82.4%, 3.2% higher than that of BERT".
    """
    shared = False
    for index in range(len(numbers) - 1, 0, -1):
        words = text.words[spans[index - 1][1] : spans[index][0]]
        # "8.3 PQ and 7.9 mIoU absolute improvement"
        gap = [word.lower() for word in words if word[1:] == word[1:].lower()]
        before, here = kinds[index - 1], kinds[index]
        if (
            0 < len(gap) <= 2
            and _is_pair(gap, numbers[index - 1], numbers[index])
            # "1300 ms (46%) faster", but "14.8 BLEU (88% more than others)"
            and (gap[0] != "(" or text.lower[spans[index][1] : spans[index][1] + 1] == [")"])
            and before.rule == "score.absolute"
            and here.kind != "absolute"
            and (shared or gap != [","])
        ):
            kinds[index - 1] = here._replace(qualifier=before.qualifier or here.qualifier)
            shared = True
        else:
            shared = False


def _is_pair(gap: Sequence[str], number: Number, following: Number) -> bool:
    """Tell whether two numbers are said of one thing: "4.7% and 4.6%", "1300 ms (46%)"."""
    # "0.6 and 0.8 points", but "an F1 of 85.3 and 2.1 points more"
    points = (number.unit, following.unit) == (None, "points")
    alike = number.unit == following.unit or (
        points and number.value <= MOST_IN_RANGE * following.value
    )
    listed = set(gap) <= LISTING and alike
    return listed or (gap[0] == "(" and number.unit != following.unit)


def _agree(kinds: list[Kind], index: int) -> None:
    """Give both ends of a range one kind: that of the end that is known to be a change."""
    low, high = kinds[index - 1], kinds[index]
    if high.kind == "absolute" and low.kind != "absolute":
        kinds[index] = low
    else:
        kinds[index - 1] = high
