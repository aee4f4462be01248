"""The subjects of a sentence: of which method its verb, or that of a clause, tells a number."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.scores.changes import IS
from kg.extract.scores.others import COMPARED, OURS, Others
from kg.extract.scores.parallel import Place
from kg.extract.scores.stretch import ACROSS, COMMAS, DETERMINERS

APPOSITION = 10  # words between the commas behind a subject, and its verb
BEFORE_VERB = frozenset(
    (
        *(")", "—", "–", "can", "could", "only", "even", "also", "further", "significantly"),
        "consistently",
    )
)
STAYING = frozenset({"stays", "stayed", "remains", "remained", "drops", "dropped", "falls", "fell"})
# Before the subject of a clause of its own: "…, whereas BERT stays at 90%".
CLAUSE_OPENERS = frozenset({"whereas", "while", "where", "and", "but", ",", ";"})
# Before a subject in the middle of a sentence, and at its beginning: "how BERT's F1 drops to".
OPENS_CLAUSE = frozenset({"how", "even", "when", "if", "because", "since", "although", "though"})
LIKE = frozenset({"compared", "close", "similar", "comparable", "equal"})  # … to BERT's F1
BEFORE_POSSESSOR = CLAUSE_OPENERS | OPENS_CLAUSE | COMPARED | {"that"}
REACHING_TO = frozenset({"improves", "improved", "rises", "rose", "drops", "dropped"})  # … to
MEASURED_BY = frozenset(
    {"of", "with", "lowest", "highest", "best", "worst", "second", "one", "to", "at"}
)
GAPPING = frozenset({",", "and", "but"})  # before a clause that leaves its verb out
ONLY = frozenset({"only", "alone", "just"})  # behind a subject whose verb is left out
NO_CLAUSE = frozenset({",", ";", "(", *OURS})  # with these the number is of something else
CLAUSE_REACH = 6  # words between such a subject and its number
OUR_REACH = 4  # words behind "our" among which "model" stands
VERB_BEHIND = 4  # words behind a method among which its verb is: "BERT model could only reach"
KINDS = frozenset({"hybrid", "ensemble", "based", "baseline", "variant", "single", "base", "large"})
NEAR_VERB = 4  # words behind a method in which "is able to" stands
IS_REACH = 4  # words between a method and a number that it is "about … times" better by
SHOWING = frozenset(
    (
        *("show", "shows", "showed", "shown", "demonstrate", "demonstrates", "demonstrated"),
        *("reveal", "reveals", "revealed", "find", "found", "observe", "observed", "indicate"),
        *("indicates", "suggest", "suggests", "confirm", "confirms"),
    )
)
BEST_REACH = 9  # words before a method in which "the best result was achieved with" stands
REACHED = frozenset({"achieved", "obtained", "reached", "attained", "given", "produced", "yielded"})
SAYS_SO = IS | {"we", "been"}  # before "achieved"
REACHED_REACH = 6  # words behind a number in which "accuracy was achieved by" stands
REACHED_BY = frozenset({"by", "with", "using", "from"})


class Subjects(Others):
    """Tells which methods are subjects of the verbs that report a number."""

    def _clause_subject(self, verbs: Container[str], heads: Container[str]) -> str | None:
        """Return the method that the words between two numbers begin to tell of.

        "…, whereas BERT stays at 90%", "…, BERT 90%", "… followed by BERT with 90%".
        """
        words, start = self._text.lower, self._list_begin()
        left = self._clause_left(start)
        places = [p for p in self._of("Method") if left <= p.first < p.last <= start]
        if not places or left == self._begin:
            return None
        place = places[-1]
        opener = self._opener(place, left)
        between = [word for word in words[place.last : start] if word not in heads]
        if between[:1] == ["with"] and "parameters" in words[place.last : self._last + 1]:
            # "while BERT with 6M parameters has 90%": both numbers are of BERT
            size = between.index("parameters") + 1 if "parameters" in between else 1
            between = between[size:] or ["has"]
        followed = words[opener] in {"by", "and"} and "followed" in words[self._begin : opener]
        if words[opener] == "than" or followed:
            told = between in (["with"], ["at"])
        elif words[opener] not in CLAUSE_OPENERS or any(p.last == opener for p in places):
            told = False
        elif not self._tells(between, place.last, start):
            told = words[opener] in GAPPING
        else:
            told = between[0] in verbs or between[0] in STAYING or between[0] in ONLY
            told = told and len(between) <= CLAUSE_REACH and NO_CLAUSE.isdisjoint(between)
        return place.name.name if told else None

    def _clause_left(self, start: int) -> int:
        """Return where the number before ends, but for the size of what has the number.

        "while BERT with 6M parameters has 90%", "whereas BERT needs 6M parameters for 90%".
        """
        ends = [(self._begin, self._begin), *(span for span in self._spans if span[1] <= start)]
        while len(ends) > 1:
            between = self._text.lower[ends[-1][1] : start]
            if between[:1] != ["parameters"] or not COMMAS.isdisjoint(between) or "and" in between:
                break
            ends.pop()
        return ends[-1][1]

    def _tells(self, between: Sequence[str], first: int, last: int) -> bool:
        """Tell whether words between a method and its number tell more than what it measures.

        "…, and BERT 90%", "and BERT an accuracy of 90%", "and BERT the lowest with 90%".
        """
        metrics = [p for p in self._of("Metric") if first <= p.first and p.last <= last]
        named = {word for p in metrics for word in self._text.lower[p.first : p.last]}
        if metrics and between[:1] and between[0] not in DETERMINERS:
            return True  # "and BERT accuracy of 90%"
        return not set(between) <= named | DETERMINERS | MEASURED_BY

    def _measured(self) -> str | None:
        """Return whose measure a number is: "the accuracy of BERT on SQuAD is 90%"."""
        words, start = self._text.lower, self._list_begin()
        ends = {place.last for place in self._of("Metric")}
        methods = [p for p in self._of("Method") if self._left <= p.first and p.last < start]
        if not methods or not ends:
            return None
        place = methods[-1]
        if words[place.last] == "'s":  # "BERT's success rate drops to 46%", "… and BERT's is 46%"
            behind = words[place.last + 1 : start]
            measured = any(p.first == place.last + 1 for p in self._of("Metric"))
            opener = self._opener(place, self._left)
            subject = opener < self._begin or words[opener] in BEFORE_POSSESSOR
            subject = subject or (words[opener] == "to" and words[opener - 1] in LIKE)
            told = measured or behind[:1] == ["is"]
            return place.name.name if told and subject and not COMMAS & set(behind) else None
        is_of = words[place.first - 1] in {"of", "for"} and place.first - 1 in ends
        told = (words[start - 1] in IS or words[place.last] in REACHING_TO) and not COMMAS & set(
            words[place.last : start]
        )
        return place.name.name if is_of and told else None

    def _reached_by(self) -> str | None:
        """Return the method behind its numbers: "an F1 of 90% was achieved by a tuned BERT"."""
        words, (end, right) = self._text.lower, self._behind_numbers()
        for place in self._of("Method"):
            opener = self._opener(place, end)
            told = words[opener] in REACHED_BY and words[opener - 1] in REACHED
            told = told and "than" not in words[end:opener]
            if end < opener <= end + REACHED_REACH and place.first < right and told:
                return place.name.name
        return None

    def _says_ours(self, first: int, heads: Container[str]) -> bool:
        """Tell whether "our model" or the like stands between a word and the number."""
        words = self._text.lower
        return any(
            words[at] in OURS - {"our"} or self._is_our(at, heads)
            for at in range(first, self._first)
        )

    def _is_our(self, at: int, heads: Container[str]) -> bool:
        """Tell whether "our model" or the like begins at a word."""
        words = self._text.lower
        return words[at] == "our" and any(w in heads for w in words[at + 1 : at + OUR_REACH])

    def _opens(self, place: Place) -> bool:
        """Tell whether the sentence, or what it shows, begins with a method, as its subject."""
        words, first = self._text.lower, place.first
        first -= first > self._begin and words[first - 1] in DETERMINERS
        shown = words[first - 1 : first] == ["that"] and words[first - 2] in SHOWING
        return first == self._begin or (shown and place.name.level == "named")

    def _reports(self, place: Place, verbs: Container[str], heads: Container[str]) -> bool:
        """Tell whether a verb behind a method reports: "BERT achieves", "BERT is 2x faster"."""
        if self._is_the_best(place) or self._reaches_the_best(place):
            return True
        if not ACROSS.isdisjoint(self._text.lower[place.first - 1 : place.first]):
            return False  # "experiments on BERT demonstrate"
        verb = self._verb(place, heads)
        if self._verb_behind_clause(place) in verbs:
            return True
        if verb in IS:
            behind = self._text.lower[place.last : self._list_begin()]
            return len(behind) <= IS_REACH or "able" in behind[:NEAR_VERB] or "best" in behind
        return verb in verbs or verb in STAYING

    def _is_the_best(self, place: Place) -> bool:
        """Tell whether a sentence says so: "the best-performing model is BERT with 91%"."""
        words = self._text.lower
        is_it = not IS.isdisjoint(words[place.first - 1 : place.first])
        return is_it and "best" in words[self._begin : place.first]

    def _reaches_the_best(self, place: Place) -> bool:
        """Tell whether it is said of a method: "the best results were obtained with BERT"."""
        words = self._text.lower
        before = words[max(self._begin, place.first - BEST_REACH) : place.first]
        if before[-1:] and before[-1] in DETERMINERS:
            before.pop()
        if REACHED_BY.isdisjoint(before[-1:]) or "best" not in before:
            return False
        # not "it surpasses the best results achieved by BERT"
        said = before[:-1]
        return any(
            word in REACHED and not SAYS_SO.isdisjoint(said[max(0, at - 2) : at])
            for at, word in enumerate(said)
        )

    def _verb(self, place: Place, heads: Container[str]) -> str:
        """Return the word behind a method, its bracket or its head: "the BERT model achieves"."""
        behind = self._text.lower[place.last : place.last + VERB_BEHIND]
        which = self._which(place)
        if which is not None:
            return self._text.lower[which + 1]
        if behind[:1] == [","]:  # "BERT, trained on books, achieves"
            apposition = self._text.lower[place.last + 1 : place.last + APPOSITION]
            if "," in apposition:
                at = place.last + 2 + apposition.index(",")
                at += self._text.lower[at] in BEFORE_VERB  # "BERT, for example, only achieved"
                return self._text.lower[at] if at < self._first else ","
            apposed = self._text.lower[place.first - 1] == ","
            if apposed and not behind[1].endswith("ing"):
                return behind[1]  # "the best baseline, BERT, achieves", not "…, achieving"
        of_a_kind = len(behind) > 1 and behind[1] in heads and behind[0] in KINDS
        rest = (
            word for word in behind[of_a_kind:] if word not in BEFORE_VERB and word not in heads
        )
        return next(rest, behind[-1])

    def _verb_behind_clause(self, place: Place) -> str:
        """Return the verb behind a clause about a method: "BERT, which is small, achieves"."""
        which = self._which(place)
        clause = self._text.lower[which + 1 : self._first] if which is not None else []
        return clause[clause.index(",") + 1] if "," in clause[:-1] else ""

    def _which(self, place: Place) -> int | None:
        """Return the index of "which" that goes on about a method: "BERT for NER, which has"."""
        if self._text.lower[place.first - 1 : place.first] == ["without"]:
            return None
        end = min(self._first - 1, place.last + APPOSITION)
        for index in range(place.last + 1, end):
            if self._text.lower[index - 1 : index + 1] == [",", "which"]:
                nearer = (place.last <= other.first < index for other in self._of("Method"))
                return None if any(nearer) else index
        return None
