"""Whose a number is: which method has the score, and which it is compared with."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.scores.changes import IS
from kg.extract.scores.others import OTHERS_REACH, OURS
from kg.extract.scores.parallel import Place
from kg.extract.scores.possessors import Possessors
from kg.extract.scores.stretch import COMMAS
from kg.extract.scores.subjects import Subjects
from kg.records import THIS_PAPER

WITH_REACH = 3  # words between a method and what it is used with: "X with only Y"
COMPARED_REACH = 10  # words between "outperforms" and a method that is: "a state-of-the-art X"
# Between "compared to" and a method these say that the method is not what is compared with.
NOT_COMPARED = frozenset({",", ";", "for", "on", "in", "by", "using", "when"})
VERB_REACH = 2  # words behind a method among which the verb is: "BERT even drops"
GOING = frozenset(
    (
        *("drops", "drop", "dropped", "falls", "fell", "decreases", "decreased", "declines"),
        *("declined", "degrades", "degraded", "rises", "rose", "increases", "increased"),
        *("improves", "improved", "jumps", "jumped", "grows", "grew", "goes", "went"),
    )
)
CHANGED = frozenset({"reduced", "lowered", "raised"})  # by something else
BEATEN = frozenset({"outperformed", "surpassed", "exceeded", "beaten"})
OPENS_CHANGE = (["applied", "to"], ["when", "applied", "to"], ["added", "to"], ["on", "top", "of"])
NO_SUBJECT = frozenset(
    {"-", "feature", "features", "experiments", "experiment", "results", "analysis", "analyses"}
)
NOT_USED = frozenset({"our", "over", "than"})  # "our method", "a gain over using BERT"
USING_REACH = 8  # words before a method in which "using two-stage fine-tuned" says it is used
NO_MEANS = frozenset({"being", "to"})  # behind a method that is not what was used: "BERT being"
OPENERS = frozenset({"by", "using", "with", "through"})
PARTS_CLAUSE = IS | {"that", ":"}  # "our tests with people show that BERT has"
WE_REACH = 8  # the same for "we achieve with"
OURS_REACH = 16  # words before a method in which "our model with" says whose the number is
USED_WITH = frozenset({"with", "using"})
BUILT_ON = USED_WITH | {"based"}
PARTS = frozenset({"as", "encoder", "decoder", "backbone", "embeddings", "features"})
ARTICLES = (["a"], ["an"])


class Holders(Subjects, Possessors):
    """Finds the method that a number is a score of."""

    def baseline(self, comparing: Sequence[tuple[str, ...]]) -> str | None:
        """Return the method behind "than", "over", "compared to", which is no holder of scores."""
        ends = {place.last for place in self._of("Method")}
        for place in self._of("Method"):
            verb = self._text.lower[place.last : place.last + 2]
            if verb[:1] and verb[0] in IS and not BEATEN.isdisjoint(verb):
                return place.name.name  # "BERT is outperformed by 2%"
            begin = max(self._begin, place.first - COMPARED_REACH)
            before = self._text.lower[begin : place.first]
            for phrase in comparing:
                at = _find(before, phrase) if phrase[0] in before else None
                if at is None or NOT_COMPARED & set(before[at:]):
                    continue
                joint = begin + len(before) - 1
                # "better than BERT and GPT-2", not "better than all others and QuaxNet has"
                if "and" not in before[at:] or before[-1] != "and" or joint in ends:
                    return place.name.name
        return None

    def method(
        self, own: str, baseline: str | None, verbs: Container[str], heads: Container[str]
    ) -> str | None:
        """Return the method that has the score: the one named before it, or the paper's own.

        Args:
            own: The paper's own method.
            baseline: The method that the number is relative to.
            verbs: Words such as "achieves" that follow the method which has the score.
            heads: Words such as "model" that may stand between the two.
        """
        subject = self._clause_subject(verbs, heads) or self._measured()
        if subject is not None:
            return subject
        partner = self.partner("Method", baseline)
        if partner is not None and not self._says_ours(partner.last, heads):
            return partner.name.name
        possessor = self._possessor() or self._in_brackets_of() or self._reached_by()
        possessor = possessor or self._told_of(verbs, heads)
        if possessor is not None:
            return possessor
        places = [p for p in self._of("Method") if p.name.name != baseline]
        behind = [p for p in places if self._is_for(p)]
        if behind and (len(self._spans) > 1 or own == THIS_PAPER):
            return behind[0].name.name
        subjects = [p for p in places if p.last < self._first and self._reports(p, verbs, heads)]
        if subjects and self._says_ours(subjects[-1].last, heads):
            return own  # "tests with BERT show that our method achieves"
        if subjects:
            return self._with_which(places, subjects[-1], own)
        opening = [p for p in places if self._opens(p) and p.last < self._first]
        if opening and self._text.lower[opening[0].last] not in COMMAS | NO_SUBJECT:
            return opening[0].name.name
        first = self._with_opening(places, heads) if own == THIS_PAPER else None
        if first is not None:
            return first
        before = [p for p in places if p.last <= self._first and p.role == "introduced"]
        if before:
            return before[-1].name.name
        return (self._used(places) if own == THIS_PAPER else None) or own

    def _used(self, places: Sequence[Place]) -> str | None:
        """Return the only method of the rest of a sentence that says so: "90% F1 using BERT"."""
        right = next((p for p in places if self._last <= p.first < self._right), None)
        if right is not None and self._text.lower[self._last : right.first] == ["using"]:
            return right.name.name  # "90% using BERT and 85% using GPT-2"
        rest = {p.name.name for p in places if p.first >= self._last}
        last = self._spans[-1][1]
        for place in places:
            using = self._text.lower[max(last, place.first - USING_REACH) : place.first]
            if (
                place.first >= last
                and "using" in using
                and NOT_USED.isdisjoint(using)
                and len(rest) == 1
            ):
                return place.name.name
        return None

    def _with_which(self, places: Sequence[Place], subject: Place, own: str) -> str:
        """Return whose the number is, if something is said to be used with the subject.

        In "FCOS with ResNeXt achieves" it is that of FCOS; "our ResNet-200 achieves" says of a
        backbone of others what the paper's own method reaches with it.
        """
        words, first = self._text.lower, subject.first
        users = [p for p in places if 0 < first - p.last <= WITH_REACH]
        if users and words[users[-1].last] in USED_WITH:
            return users[-1].name.name
        before = words[max(self._begin, first - OURS_REACH) : first]
        with_it = any(
            word in OURS
            and (word != "we" or len(before) - at <= WE_REACH)
            and not BUILT_ON.isdisjoint(before[at:])
            and PARTS_CLAUSE.isdisjoint(before[at:])
            and COMMAS.isdisjoint(before[at:])
            for at, word in enumerate(before)
        )
        if with_it:
            return own  # "our model with a BERT encoder achieves"
        kind = next((p for p in places if p.first == subject.last + 1), None)
        if kind is not None and words[subject.last] == "," == words[kind.last]:
            return kind.name.name  # "the best LLM, o3-mini, achieves"
        around = next((p for p in places if p.last == first - 1), None)
        if around is not None and words[first - 1] == "(":
            return around.name.name  # "FCOS (ResNet-50)"
        only_here = len(subject.name.spans) == 1 and own != THIS_PAPER
        is_ours = words[first - 1] == "our" and (only_here or subject.name.row is not None)
        return own if is_ours and len(self._spans) == 1 else subject.name.name

    def _with_opening(self, places: Sequence[Place], heads: Container[str]) -> str | None:
        """Return the only method of an opening such as "By fine-tuning BERT, we achieve"."""
        opening = self._text.lower[self._begin : self._first]
        if "that" in opening:  # "we show that by fine-tuning BERT, we achieve"
            opening = opening[opening.index("that") + 1 :]
        if opening[1:2] == [","]:  # "Then, with BERT, the F1 is 90%"
            opening = opening[2:]
        if OPENERS.isdisjoint(opening[:1]) or "," not in opening:
            return None
        begin = self._first - len(opening)
        comma = begin + opening.index(",")
        named = [
            p
            for p in places
            if begin < p.first and p.last <= comma
            if "without" not in self._text.lower[max(begin, p.first - 2) : p.first]
        ]
        measured = any(p.first == comma + 2 for p in self._of("Metric"))  # "with BERT, an F1 of"
        subject, of_what = (*self._text.lower[comma + 1 : comma + 3], "", "")[:2]
        another = subject in {"a", "an"} and not measured
        ours = (
            subject == "it"
            or (subject == "our" and self._is_our(comma + 1, heads))
            or (subject == "this" and of_what in heads)
        )
        part = bool(named) and self._text.lower[named[-1].last] in PARTS
        known = any(
            p.name.row is not None and (p.name.level == "named" or p.name.name.islower())
            for p in named
        )
        if part or (ours and known):
            return None  # "With BART as the backbone, our parser has"
        if another or len({p.name.name for p in named}) != 1:
            return None  # "Using BERT to label the data, a small parser has an F1 of"
        return None if self._text.lower[named[-1].last] in NO_MEANS else named[-1].name.name

    def _told_of(self, verbs: Container[str], heads: Container[str]) -> str | None:
        """Return the method that a clause is about: BERT in "outperforms BERT, which has 90%"."""
        before = [p for p in self._of("Method") if p.last < self._first]
        if not before or self._text.lower[before[-1].first - 1 : before[-1].first] in ARTICLES:
            return None  # "QuaxNet, a diffusion model that achieves"
        clause = self._text.lower[before[-1].last : self._first]
        if clause[0] in heads:
            clause = clause[1:]
        if clause[:1] == [","]:
            clause = clause[1:]
        tells = clause[:1] in (["which"], ["that"]) and len(clause) > 1 and clause[1] in verbs
        return before[-1].name.name if tells and OURS.isdisjoint(clause) else None

    def owner(self) -> str | None:
        """Return the method whose measure changes: BERT in "the error of BERT from 5% to 4%".

        So it is in "improves BERT from", "of BERT on A from" and "Applied to BERT, it …".
        """
        words = self._text.lower
        for place in self._of("Method"):
            if self._left <= place.first and place.last < self._first:
                between = words[place.last : self._first - 1]
                if not between or (words[place.first - 1] == "of" and between[0] in {"on", "in"}):
                    return place.name.name
            opening = words[self._begin : place.first]
            if opening in OPENS_CHANGE and words[place.last] == ",":
                return place.name.name
        return self.changing(CHANGED)

    def changing(self, also: frozenset[str] = frozenset()) -> str | None:
        """Return the method whose measure goes up or down: "the accuracy of BERT drops from".

        `also` are more words that say so: "that of BERT is reduced from".
        """
        words = self._text.lower
        for place in self._of("Method"):
            if place.last < self._first and words[place.first - 1 : place.first] == ["of"]:
                behind = words[place.last : min(place.last + VERB_REACH, self._first)]
                if not (GOING | also).isdisjoint(behind):
                    return place.name.name
        return None

    def is_of_itself(self) -> bool:
        """Tell whether both ends are of one method: "improves its accuracy from 70% to 75%"."""
        return "its" in self._text.lower[max(self._left, self._first - OTHERS_REACH) : self._first]


def _find(haystack: Sequence[str], needle: Sequence[str]) -> int | None:
    for index in range(len(haystack) - len(needle) + 1):
        if tuple(haystack[index : index + len(needle)]) == tuple(needle):
            return index + len(needle)
    return None
