"""Whose a number is: which method has the score, and which it is compared with."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.scores.kinds import IS
from kg.extract.scores.others import OF_REACH, OTHERS_REACH, OURS, Others
from kg.extract.scores.parallel import Place
from kg.extract.scores.stretch import ACROSS, COMMAS
from kg.records import THIS_PAPER

WITH_REACH = 3  # words between a method and what it is used with: "X with only Y"
COMPARED_REACH = 10  # words between "outperforms" and a method that is: "a state-of-the-art X"
APPOSITION = 10  # words between the commas behind a subject, and its verb
# Between "compared to" and a method these say that the method is not what is compared with.
NOT_COMPARED = frozenset({",", ";", "for", "on", "in", "by", "using", "when"})
BEFORE_VERB = frozenset(
    (
        *(")", "—", "–", "can", "could", "only", "even", "also", "further", "significantly"),
        "consistently",
    )
)
VERB_REACH = 2  # words behind a method among which the verb is: "BERT even drops"
GOING = frozenset(
    (
        *("drops", "drop", "dropped", "falls", "fell", "decreases", "decreased", "declines"),
        *("declined", "degrades", "degraded", "rises", "rose", "increases", "increased"),
        *("improves", "improved", "jumps", "jumped", "grows", "grew", "goes", "went"),
    )
)
STAYING = frozenset({"stays", "stayed", "remains", "remained", "drops", "dropped", "falls", "fell"})
IN_BRACKETS = frozenset({"/", ",", "$", "-", "–", ":", "=", "of", "and"})  # beside values
# Before the subject of a clause of its own: "…, whereas BERT stays at 90%".
CLAUSES = frozenset({"whereas", "while", "where", "and", "but", ",", ";"})
GAPPING = frozenset({",", "and", "but"})  # before a clause that leaves its verb out
CLAUSE_REACH = 6  # words between such a subject and its number
# Behind a method that is no subject of the number: "and BERT by 2%", "with BERT on A".
NO_VERB = frozenset(
    (
        *("by", "on", "in", "for", "to", "from", "over", "than", "of", "and", "or", "as", "using"),
        *(",", "(", "-", "/", "based", "baseline", "respectively", "is", "are", "was", "were"),
    )
)
BEATEN = frozenset({"outperformed", "surpassed", "exceeded", "beaten"})
BEFORE_ONE = frozenset({"for", "with", "by", "of", "using", "under"})  # "from 2.3 with BERT to 1.7"
OPENS_CHANGE = (["applied", "to"], ["added", "to"], ["on", "top"])
OUR_REACH = 4  # words behind "our" among which "model" stands
NO_SUBJECT = frozenset(
    {"-", "feature", "features", "experiments", "experiment", "results", "analysis", "analyses"}
)
SIZED = frozenset({"parameters", "weights", "layers", "size"})  # of which a share may be used
USING_REACH = 8  # words before a method in which "using two-stage fine-tuned" says it is used
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
NO_MEANS = frozenset({"being", "to"})  # behind a method that is not what was used: "BERT being"
CLOSES_NAME = frozenset({".", ",", ";", ")", "and", "or", "on", "in", "for", "at", "with"})
SAYS_SO = IS | {"we", "been"}  # before "achieved"
REACHED_BY = frozenset({"by", "with", "using", "from"})
OPENERS = frozenset({"by", "using", "with", "through"})
OURS_REACH = 8  # words before a method in which "our model with" says whose the number is
USED_WITH = frozenset({"with", "using"})
PARTS = frozenset({"as", "encoder", "decoder", "backbone", "embeddings", "features"})
ARTICLES = (["a"], ["an"])
DETERMINERS = frozenset({"the", "our", "a", "an", "this"})
DESCRIBED = DETERMINERS | {"baseline", "original", "best", "standard", "vanilla", "plain"}


class Holders(Others):
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
        subject = self._clause_subject(heads) or self._measured()
        if subject is not None:
            return subject
        partner = self.partner("Method", baseline)
        if partner is not None and not self._says_ours(partner.last, heads):
            return partner.name.name
        possessor = self._possessor() or self._in_brackets_of() or self._told_of(verbs, heads)
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

    def _clause_subject(self, heads: Container[str]) -> str | None:
        """Return the method that a later clause is about: "…, whereas BERT stays at 90%"."""
        words = self._text.lower
        start = self._list_begin()
        left = max((end for _, end in self._spans if end <= start), default=self._begin)
        ends = {place.last for place in self._of("Method")}
        for place in reversed(self._of("Method")):
            if not left <= place.first < place.last <= start:
                continue
            opener = place.first - 1
            while opener >= left and (words[opener] in DESCRIBED or words[opener].endswith("ed")):
                opener -= 1
            followed = words[opener - 1 : opener + 1] == ["followed", "by"]
            if opener < left or (words[opener] not in CLAUSES and not followed) or opener in ends:
                return None
            between = [word for word in words[place.last : start] if word not in heads]
            alone = left > self._begin and len(between) <= CLAUSE_REACH
            told = between[:1] and between[0][0].isalpha() and between[0] not in NO_VERB
            told = told or (not between and words[opener] in GAPPING)  # "…, BERT 83.5%"
            if followed:
                told = between in (["with"], ["at"])
            other = not OURS.isdisjoint(between) or "(" in between
            return place.name.name if alone and told and not other else None
        return None

    def _measured(self) -> str | None:
        """Return whose measure a number is: "the accuracy of BERT on SQuAD is 90%"."""
        words, start = self._text.lower, self._list_begin()
        ends = {place.last for place in self._of("Metric")}
        methods = [p for p in self._of("Method") if self._left <= p.first and p.last < start]
        if not methods or not ends:
            return None
        place = methods[-1]
        is_of = words[place.first - 1] == "of" and place.first - 1 in ends
        told = words[start - 1] in IS and not COMMAS & set(words[place.last : start])
        return place.name.name if is_of and told else None

    def _used(self, places: Sequence[Place]) -> str | None:
        """Return the only method of the rest of a sentence that says so: "90% F1 using BERT"."""
        rest = {p.name.name for p in places if p.first >= self._last}
        last = self._spans[-1][1]
        for place in places:
            using = self._text.lower[max(last, place.first - USING_REACH) : place.first]
            if place.first >= last and "using" in using and "our" not in using and len(rest) == 1:
                return place.name.name
        return None

    def _says_ours(self, first: int, heads: Container[str]) -> bool:
        """Tell whether "our model" or the like stands between a word and the number."""
        words = self._text.lower
        return any(
            words[at] in OURS - {"our"}
            or (words[at] == "our" and any(w in heads for w in words[at + 1 : at + OUR_REACH]))
            for at in range(first, self._first)
        )

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
            and not USED_WITH.isdisjoint(before[at:])
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
        named = [p for p in places if begin < p.first and p.last <= comma]
        measured = any(p.first == comma + 2 for p in self._of("Metric"))  # "with BERT, an F1 of"
        another = self._text.lower[comma + 1] in {"a", "an"} and not measured
        subject = self._text.lower[comma + 1]
        ours = subject == "it" or (subject == "our" and self._says_ours(comma, heads))
        part = bool(named) and self._text.lower[named[-1].last] in PARTS
        if ours and (
            part or any(p.name.row is not None and p.name.level == "named" for p in named)
        ):
            return None  # "With BART as the backbone, our parser has"
        if another or len({p.name.name for p in named}) != 1:
            return None  # "Using BERT to label the data, a small parser has an F1 of"
        return None if self._text.lower[named[-1].last] in NO_MEANS else named[-1].name.name

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
                return self._text.lower[at] if at < self._first else ","
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

    def _possessor(self) -> str | None:
        """Return the method beside the number: BERT in "the 92.6% of BERT", "BERT at 92.6%"."""
        words, of = self._text.lower, self._behind_metric()
        for place in self._of("Method"):
            if 0 < place.first - of <= OF_REACH and words[of] == "of":
                sized = not SIZED.isdisjoint(words[place.last : place.last + 1])
                return None if sized else place.name.name  # "10% of BERT parameters"
            if place.last == self._first - 1 and words[place.last] == "at":
                return place.name.name
            if place.last == self._first and words[place.first - 2 : place.first] == ["that", "of"]:
                return place.name.name  # "its F1 is 92.6%, that of BERT 90.2%"
            if place.first == self._last + 1 and (words[self._last] == "(" or self._is_by(place)):
                return place.name.name
        return None

    def _is_by(self, place: Place) -> bool:
        """Tell whether a method reaches the number in front: "68.5% by BERT".

        Not so in "improved to 68.5% by pre-training" and "by BERT adaptation".
        """
        words = self._text.lower
        ends = CLOSES_NAME.issuperset(words[place.last : place.last + 1])
        return words[self._last] == "by" and ends and not words[place.last - 1].endswith("ing")

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

    def _in_brackets_of(self) -> str | None:
        """Return the method in whose brackets a value stands: BERT in "beats BERT (92.6%)"."""
        words, opening = self._text.lower, self._first - 1
        passed = {index for span in self._spans for index in range(*span)}
        passed |= {index for p in self._of("Metric") for index in range(p.first, p.last)}
        while opening > 0 and (opening in passed or words[opening] in IN_BRACKETS):
            opening -= 1
        if words[opening : opening + 1] != ["("] or words[self._first][0] in "+-±":
            return None
        return next((p.name.name for p in self._of("Method") if p.last == opening), None)

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
        return self.changing()

    def changing(self) -> str | None:
        """Return the method whose measure goes up or down: "the accuracy of BERT drops from"."""
        words = self._text.lower
        for place in self._of("Method"):
            if place.last < self._first and words[place.first - 1 : place.first] == ["of"]:
                behind = words[place.last : min(place.last + VERB_REACH, self._first)]
                if not GOING.isdisjoint(behind):
                    return place.name.name
        return None

    def is_of_itself(self) -> bool:
        """Tell whether both ends are of one method: "improves its accuracy from 70% to 75%"."""
        return "its" in self._text.lower[max(self._left, self._first - OTHERS_REACH) : self._first]

    def _is_for(self, place: Place) -> bool:
        """Tell whether a method behind the number is what the number is for ("1.0% for VGG-16").

        It is not where others are compared with: "2x faster than the training of VGG-16".
        """
        last = self._list_end()
        end = self._spans[last][1]
        right = self._spans[last + 1][0] if last + 1 < len(self._spans) else len(self._text.words)
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
        the = described[0] == "the" and len(described) <= IS_REACH
        return the and not is_reached and not any(word in NO_VERB - {"-"} for word in described)

    def is_told_behind(self, method: str | None) -> bool:
        """Tell whether a method has the number because it stands behind: "81.8% for BERT"."""
        return any(p.name.name == method and self._is_for(p) for p in self._of("Method"))

    def beside(self) -> str | None:
        """Return the method of the first value of a change: "from 2.3 with BERT to 1.7"."""
        words = self._text.lower
        for place in self._of("Method"):
            between = words[self._last : place.first]
            if self._last < place.first < self._right and between[0] in BEFORE_ONE:
                return place.name.name if set(between[1:]) <= DETERMINERS else None
        return None


def _find(haystack: Sequence[str], needle: Sequence[str]) -> int | None:
    for index in range(len(haystack) - len(needle) + 1):
        if tuple(haystack[index : index + len(needle)]) == tuple(needle):
            return index + len(needle)
    return None
