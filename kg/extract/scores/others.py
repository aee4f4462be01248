"""Whether a number is somebody else's: that of people, of baselines, of the field."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.scores.kinds import AGAINST
from kg.extract.scores.stretch import Stretch

OTHERS_REACH = 5  # words before a number in which "human" or "baseline" claims it
OF_REACH = 3  # words behind a number in which "of BERT" says whose it is
NAMED_REACH = 5  # words behind a compared number in which a method may claim it
OURS = frozenset({"we", "our", "ours"})
BEST_KNOWN = (
    ["best", "published"],
    ["best", "reported"],
    ["best", "known"],
    ["top", "ranked"],
    ["previously", "reported"],
    ["previously", "published"],
    ["next", "best"],
)
CURRENT = frozenset({"current", "frontier"})  # before "models": those of others
SYSTEMS = frozenset({"models", "systems", "methods", "approaches", "parsers", "llms", "plms"})
SYSTEM = frozenset({"model", "system", "method", "approach", "team", "one", "baseline"})
TEAMS = frozenset({"teams", "participants", "submissions", "systems"})
AGAINST_REACH = 4  # words between two values of which one is set against the other
RANKED = frozenset({"ranked", "ranks", "ranking", "placed", "came", "finished"})
WON = frozenset({"achieve", "achieved", "obtain", "obtained", "secured", "got"})
PEOPLE = frozenset({"humans", "annotators", "raters", "baseline", "baselines"})
RANKS = frozenset({"place", "rank", "position", "prize", "overall"})
COMPARED = frozenset({"than", "versus", "vs.", "vs", "against"})  # before others' values
FEEBLY = frozenset({"only", "just", "merely", "barely"})  # what only falls short of


class Others(Stretch):
    """Tells whether a number is that of others, whom the text does not name."""

    def is_of_others(self, others: Container[str]) -> bool:
        """Tell whether words such as "human" or "baseline" say that the number is not one's own.

        Args:
            others: These words.
        """
        begin = self._reach(OTHERS_REACH)
        words = self._text.lower
        data = {i for place in self._of("Dataset") for i in range(place.first, place.last)}
        said = [
            i
            for i in range(begin, self._first)
            if (words[i] in others and i not in data) or words[i - 1 : i + 1] in BEST_KNOWN
            if not _is_counted(words, i)
            if words[i + 1] != "and"  # "it beats the baseline and achieves 87%"
            if not _is_rank(words, i)
        ]
        if said and not OURS.isdisjoint(self._text.lower[said[-1] : self._first]):
            return False  # "without any prior, our method achieves 71%"
        if self._is_of_them(others):
            return True
        if self._text.lower[self._first - 1 : self._first] == ["with"] and any(
            word in {"to", "than"} for word in self._text.lower[begin : self._first]
        ):
            return False  # "QuaxNet is superior to CNN baselines with 81%"
        # "our baseline BERT has 90%": a name behind the word is what the word is about
        return bool(said) and not any(said[-1] < p.first < self._first for p in self._of("Method"))

    def is_set_against(self) -> bool:
        """Tell whether a value is the other of two: "97.1% vs. 96.5%", "0.28 instead of 0.29"."""
        before = self._text.lower[max(self._begin, self._first - 2) : self._first]
        gap = [] if self._index == 0 else self._text.lower[self._left : self._first]
        told = not AGAINST.isdisjoint(before[-1:]) or before == ["instead", "of"]
        return told and len(gap) <= AGAINST_REACH

    def _is_of_them(self, others: Container[str]) -> bool:
        """Tell whether others stand behind the number: "compared to the 57% of human readers"."""
        of = self._behind_metric()
        behind = self._text.lower[of : of + 1 + OF_REACH]
        before = self._text.lower[max(self._begin, self._first - 2) : self._first]
        if before in (["compared", "to"], ["compared", "with"]):
            # "compared to 72% for the best other one", but "compared to 72% of BERT"
            return not any(of <= p.first < of + NAMED_REACH for p in self._of("Method"))
        if behind[:1] == ["for"]:  # "over 85% accuracy for humans"
            return not PEOPLE.isdisjoint(behind[1:3])
        told = any(word in others or word == "state" for word in behind)
        return behind[:1] == ["of"] and told

    def is_of_the_field(self, past: Container[str], own: Container[str]) -> bool:
        """Tell whether the sentence up to the number is about what others have reached so far.

        Args:
            past: Words such as "currently" and "previous" that say so.
            own: Words such as "we" and "proposed" that say the contrary.
        """
        before = self._text.lower[self._begin : self._first]
        if before[-1:] == ["than"] and before[-2:-1] in (["less"], ["more"], ["fewer"]):
            before = before[:-2]
        if "that" in before:  # "our tests show that the best system only reaches 13%"
            before = before[before.index("that") + 1 :]
        said = any(word in past and not _is_counted(before, at) for at, word in enumerate(before))
        said = said or _says_current(before)
        said = said or _says_best_of_others(before)
        return said and not any(word in own for word in before)

    def speaks_of_us(self) -> bool:
        """Tell whether "we" or "our" stands in the sentence before the number."""
        return not OURS.isdisjoint(self._text.lower[self._begin : self._first])

    def _behind_metric(self) -> int:
        """Return the index behind the number and its metric: "18 BLEU of"."""
        return next((p.last for p in self._of("Metric") if p.first == self._last), self._last)


def _is_rank(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is a place that was won: "second place", "obtained the second best"."""
    if words[at] != "second":
        return False
    won = words[at - 2] in WON
    if words[at - 2] == "and":  # "the best F1 on A and the second best on B", not "… best method"
        won = SYSTEM.isdisjoint(words[at + 1 : at + 4])
    return (won and words[at - 1] == "the") or words[at + 1] in RANKS or words[at - 1] in RANKED


def _is_counted(words: Sequence[str], at: int) -> bool:
    """Tell whether a word only counts the participants: "it ranked first among 27 teams"."""
    return at > 0 and words[at] in TEAMS and words[at - 1][0].isdigit()


def _says_current(words: Sequence[str]) -> bool:
    """Tell whether words speak of what there is: "current language models", not "current data"."""
    return any(
        word in CURRENT and not SYSTEMS.isdisjoint(words[at + 1 : at + 3])
        for at, word in enumerate(words)
    )


def _says_best_of_others(words: Sequence[str]) -> bool:
    """Tell whether words say how little is reached: "the best systems only achieve".

    So is what "the state-of-the-art method only achieves", and a value "with the best system".
    """
    leading = [at for at, word in enumerate(words) if word in {"best", "state"}]
    if not leading:
        return False
    at = leading[0]
    with_the_best = words[at] == "best" and words[max(0, at - 2) : at] == ["with", "the"]
    return with_the_best or not FEEBLY.isdisjoint(words[at:])
