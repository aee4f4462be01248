"""The methods that stand beside a number as its possessors: "the 92% of BERT", "81% for BERT"."""

from __future__ import annotations

from kg.extract.scores.others import COMPARED, OF_REACH, Others
from kg.extract.scores.parallel import Place
from kg.extract.scores.stretch import DETERMINERS, VERSUS

IN_BRACKETS = frozenset({"/", ",", "$", "-", "–", ":", "=", "of", "and"})  # beside values
BEFORE_ONE = frozenset({"for", "with", "by", "of", "using", "under"})  # "from 2.3 with BERT to 1.7"
SIZED = frozenset({"parameters", "weights", "layers", "size"})  # of which a share may be used
COMPARED_TO = ["compared", "to"]
CLOSES_NAME = frozenset({".", ",", ";", ")", "and", "or", "on", "in", "for", "at", "with"})
ENDS_DESCRIPTION = frozenset(
    (
        *("by", "on", "in", "for", "to", "from", "over", "of", "and", "or", "as", "using"),
        *("with", ",", "("),
    )
)
DESCRIPTION = 4  # words between "for" and the method that they describe: "the full-precision BERT"


class Possessors(Others):
    """Tells which method a number is said to be of by the words right beside it."""

    def _possessor(self) -> str | None:
        """Return the method beside the number: BERT in "the 92.6% of BERT", "BERT at 92.6%".

        So it is in "BERT's 92.6%", and of others' values in "compared to 92.6% with BERT".
        """
        words, of, begin = self._text.lower, self._behind_metric(), self._list_begin() - 1
        for place in self._of("Method"):
            if (
                0 < place.first - of <= OF_REACH
                and words[of] == "of"
                and self._opener(place, of) == of
            ):
                sized = not SIZED.isdisjoint(words[place.last : place.last + 1])
                return None if sized else place.name.name  # "10% of BERT parameters"
            if place.last == self._first - 1 and words[place.last] in {"at", "'s"}:
                return place.name.name
            if place.last == begin and words[place.first - 1] == "(" and words[begin] == ":":
                return place.name.name  # "(BERT: 78.6% and 63.3%)"
            if place.last == self._first and words[place.first - 2 : place.first] == ["that", "of"]:
                return place.name.name  # "its F1 is 92.6%, that of BERT 90.2%"
            if place.first == self._last + 1 and (words[self._last] == "(" or self._is_by(place)):
                return place.name.name
            if place.first == self._last + 1 and self._is_reached_with(self._index):
                return place.name.name
        return None

    def _is_reached_with(self, index: int) -> bool:
        """Tell whether a number is a value of others that "with" says whose it is.

        Both are in "compared to 15.2 with BERT and 9.6 with GPT-2".
        """
        words, (first, last) = self._text.lower, self._spans[index]
        if words[last : last + 1] != ["with"] or first == 0:
            return False
        listed = index > 0 and words[first - 1] == "and" and self._is_reached_with(index - 1)
        return listed or words[first - 1] in COMPARED or words[first - 2 : first] == COMPARED_TO

    def _is_by(self, place: Place) -> bool:
        """Tell whether a method reaches the number in front: "68.5% by BERT".

        Not so in "improved to 68.5% by pre-training" and "by BERT adaptation".
        """
        words = self._text.lower
        ends = CLOSES_NAME.issuperset(words[place.last : place.last + 1])
        return words[self._last] == "by" and ends and not words[place.last - 1].endswith("ing")

    def _in_brackets_of(self) -> str | None:
        """Return the method in whose brackets a value stands: BERT in "beats BERT (92.6%)"."""
        if VERSUS.match(self._text.folded, self._text.ends[self._last - 1]):
            return None  # "beats BERT (92.6% vs. 91.2%)"
        words, opening = self._text.lower, self._first - 1
        passed = {index for span in self._spans for index in range(*span)}
        passed |= {index for p in self._of("Metric") for index in range(p.first, p.last)}
        while opening > 0 and (opening in passed or words[opening] in IN_BRACKETS):
            opening -= 1
        if words[self._first][0] in "+-±":
            return None
        inside = next((p for p in self._of("Method") if p.last == opening + 1), None)
        if inside is not None and words[inside.first - 1] in {"(", ";"}:
            return inside.name.name  # "(BERT, F1 = 92.6%; GPT-2, F1 = 90.2%)"
        if words[opening : opening + 1] != ["("]:
            return None
        return next((p.name.name for p in self._of("Method") if p.last == opening), None)

    def _is_for(self, place: Place) -> bool:
        """Tell whether a method behind the number is what the number is for ("1.0% for VGG-16").

        It is not where others are compared with: "2x faster than the training of VGG-16".
        """
        end, right = self._behind_numbers()
        if not end <= place.first < right:
            return False
        between = self._text.lower[end : place.first]
        if between == ["on"] and len(self._spans) > 1:
            return True  # "29% on GPT2 and 83% on BART"
        if "for" not in between or "than" in between:
            return False
        described = between[between.index("for") + 1 :]
        if not described:
            return True
        before = self._text.lower[max(self._begin, self._first - 2) : self._first]
        is_reached = (before[-1:] == ["to"] and before[0] != "compared") or "," in between
        # "68.1% for a tuned BERT"; but what grows "by 2% for a BERT" grows by something else
        articles = DETERMINERS if before[-1:] != ["by"] else {"the"}
        the = described[0] in articles and len(described) <= DESCRIPTION
        return the and not is_reached and not any(word in ENDS_DESCRIPTION for word in described)

    def is_told_behind(self, method: str | None) -> bool:
        """Tell whether a method has the number because it stands behind: "81.8% for BERT"."""
        return any(p.name.name == method and self._is_for(p) for p in self._of("Method"))

    def beside(self) -> str | None:
        """Return the method of the first value of a change: "from 2.3 with BERT to 1.7"."""
        words = self._text.lower
        for place in self._of("Method"):
            between = words[self._last : place.first]
            if self._last < place.first < self._right and between[0] in BEFORE_ONE | {"("}:
                return place.name.name if set(between[1:]) <= DETERMINERS else None
        return None
