"""Everything in a text that may be a name: known, written like one, announced or defined."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from spacy.tokens import Doc

from kg.extract.acronyms import Definition, find_definitions
from kg.extract.candidates import Candidate, Vote
from kg.extract.chinese.candidates import HanCandidates
from kg.extract.chinese.segment import Segmenter
from kg.extract.lexicon import KnownName, Lexicon
from kg.extract.phrases import HeadPhrases
from kg.extract.shapes import WordClasses, find_names
from kg.extract.text import Text, Tokenizer
from kg.extract.votes import Votes
from kg.records import EntityType
from kg.rules import RuleSet, name_key

LEXICON_WEIGHT = 12
NUMBERED = frozenset({"Method", "Dataset"})  # a number behind a metric is its value
HYPHENATED = re.compile(r"(?:h[AMCNUVl])+")
# What makes a longer name of a known one: a version, or two words: "GPT-4 Code Interpreter".
NAME_GOES_ON = re.compile(r"[hNVUA]+|h[AMCNVUl]+|CC+N?")
PHRASE_LENGTH = 8  # words of a phrase that is announced as a name ("termed …")


class Finder:
    """Finds the candidates of a text, with the votes for their types.

    Args:
        tokenizer: What tokenizes the texts.
        rules: The rule set.
    """

    def __init__(self, tokenizer: Tokenizer, rules: RuleSet) -> None:
        lists = rules.words
        self.classes = WordClasses(frozenset(lists["suffixes"]))
        self.lexicon = Lexicon(tokenizer, rules.lexicon)
        self.heads = HeadPhrases(rules.heads(), lists)
        self._han = HanCandidates(rules.heads(), lists)
        self._segmenter = Segmenter(lists, self.lexicon.han_names)
        self._votes = Votes(rules, self.lexicon)
        self._no_name = frozenset(lists["function"]) | frozenset(lists["prose"])
        self._not_names = frozenset(lists["not_names"])
        self._announcing = frozenset(phrase.split()[-1] for phrase in lists["called"])
        self._dataset_heads = frozenset(lists["dataset_heads"])
        self._contributions = frozenset(lists["contributions"])
        self._determiners = frozenset(lists["determiners"])
        self._generic = frozenset(lists["generic_heads"]) | frozenset(lists["generic_tails"])

    def find(
        self, text: Text, doc: Doc, title: str | None = None
    ) -> tuple[list[Candidate], list[Definition]]:
        """Find the candidates of a text.

        Args:
            text: The words.
            doc: The spaCy document of the same words.
            title: The title of the paper; "NAME: …" says that NAME is the paper's own.

        Returns:
            Candidates in reading order, which may overlap only where a longer one has no vote; and
            the acronym definitions that the text gives.
        """
        letters = self.classes.letters(text)
        definitions = list(find_definitions(text.folded))
        known = self._known(text, letters, doc)
        names = self._names(text, letters, {one.first for one in known if one.strong})
        candidates = self._merge(text, letters, known, names)
        self._add_phrases(text, letters, candidates)
        han = self._segmenter.read(text.words)
        if han is not None:
            self._han.add(han, candidates, title or "")
            definitions += self._han.define(text, han, candidates)
        self._add_announced(text, letters, candidates)
        self._add_definitions(text, definitions, candidates)
        candidates.sort(key=lambda candidate: (candidate.first, -candidate.last))
        self._votes.cast(text, candidates, title or "")
        return candidates, definitions

    def _known(self, text: Text, letters: str, doc: Doc) -> list[Candidate]:
        """Return the known names, the longest of those that overlap, with the lexicon's vote."""
        longest: list[Candidate] = []
        hits = sorted(self.lexicon.match(doc), key=_longest_first)
        for hit in hits:
            vote = Vote(hit.type, 0 if hit.needs_evidence else LEXICON_WEIGHT, _rule(hit))
            same = next((c for c in longest if (c.first, c.last) == (hit.first, hit.last)), None)
            if same is not None:  # one spelling, two types: MAE
                same.votes.append(vote)
                same.strong = same.strong or not hit.needs_evidence
                continue
            found = Candidate(hit.first, hit.last, [vote], hit.row, not hit.needs_evidence)
            found.is_verb = self._governs(text, hit)
            if not any(found.overlaps(other) for other in longest):
                longest.append(found)
        taken = _others(longest, letters)
        for found in longest:
            self._shorten(text, found)
            if found.votes[0].type == "Task" and found.strong and not _is_acronym(text, found):
                # The modifiers before a known task belong to it: "weakly-supervised" …
                found.first = self.heads.left_edge(text, found.first, taken)
            elif found.row and found.row.level == "common" and not _is_acronym(text, found):
                begin = text.sentences[text.sentence_of[found.first]][0]
                found.first = self.heads.compound_start(
                    text, begin, found.first
                )  # "semi-supervised"
        return longest

    def _governs(self, text: Text, hit: KnownName) -> bool:
        """Tell whether a technique is a verb with its object here: "fine-tuning the weights"."""
        if hit.type != "Method" or not text.lower[hit.last - 1].endswith("ing"):
            return False
        return hit.last < len(text.lower) and text.lower[hit.last] in self._determiners

    def _shorten(self, text: Text, found: Candidate) -> None:
        """Leave a generic last word out where the rest is a form of the same row: AUC score."""
        if found.row is None or text.lower[found.last - 1] not in self._generic:
            return
        if text.words[found.last - 2] == "-":
            return  # "F1-score" is one word
        rest = (
            name_key(text.slice(found.first, found.last - 1))
            if found.last - found.first > 1
            else ""
        )
        if rest in {
            name_key(str(getattr(n, "name", n))) for n in (found.row.name, *found.row.aliases)
        }:
            found.last -= 1

    def _names(self, text: Text, letters: str, known: Container[int]) -> list[Candidate]:
        names = []
        for first, last in find_names(text, letters):
            start = first if first in known else self._trim(text, letters, first, last)
            if start < last and not self._names_people(text, start, last):
                names.append(Candidate(start, last, is_name=True))
        return names

    def _names_people(self, text: Text, first: int, last: int) -> bool:
        """Tell whether a name is that of people: "Quax et al.", "team Quax"."""
        behind = text.lower[last : last + 2]
        if behind == ["et", "al"] or behind[:1] == ["team"]:
            return True
        before = text.lower[first - 1] if first else ""
        return before == "team" or (behind[:1] == ["'s"] and behind[-1] in self._contributions)

    def _trim(self, text: Text, letters: str, first: int, last: int) -> int:
        """Return where a name starts once ordinary words are cut from its front.

        Returns:
            `last` if nothing is left.
        """
        begins_sentence = text.sentences[text.sentence_of[first]][0]
        while first < last and self._is_ordinary(text, letters, first):
            first += 1
        if first < last and first == begins_sentence and letters[first:last] == "C":
            return last  # a capital at the start of a sentence says nothing
        inside = letters[first:last]
        if not inside.strip("UNVh") or text.slice(first, last).lower() in self._not_names:
            return last
        return first

    def _is_ordinary(self, text: Text, letters: str, index: int) -> bool:
        """Tell whether a capitalised word at the front of a span is no part of a name."""
        if letters[index + 1 : index + 2] == "h":
            return False  # "All-attention"
        word = text.words[index]
        capital = letters[index] in "CU" and not (len(word) > 1 and word.isupper())
        return word in {"A", "I"} or (capital and text.lower[index] in self._no_name)

    def _merge(
        self, text: Text, letters: str, known: list[Candidate], names: list[Candidate]
    ) -> list[Candidate]:
        """Settle where known names and name-shaped spans overlap."""
        merged = list(known)
        for name in names:
            inside = [other for other in known if other.overlaps(name)]
            if not inside:
                merged.append(name)
                continue
            covering = [o for o in inside if o.first <= name.first and o.last >= name.last]
            if covering:
                for other in covering:
                    other.is_name = True
                continue
            if any(o.first < name.first or o.last > name.last for o in inside):
                continue  # the known name crosses the span's edge and is the better guess
            self._settle_inside(text, letters, name, inside, merged)
        return merged

    def _settle_inside(
        self,
        text: Text,
        letters: str,
        name: Candidate,
        inside: list[Candidate],
        merged: list[Candidate],
    ) -> None:
        """Decide between a name-shaped span and the known names within it."""
        last = max(inside, key=lambda candidate: candidate.last)
        kind = last.votes[0].type
        rest = letters[last.last : name.last]
        front = Candidate(name.first, last.first, is_name=True)
        if (
            kind == "Task"
            and last.last == name.last
            and ("M" in letters[front.first : front.last] or _is_acronym(text, last))
        ):
            # "CoNLL03 NER", "Manchu ASR": the name of one thing and, behind it, that of another
            last.is_name = True
            if len(inside) == 1:
                merged.append(front)
            return
        if last.last == name.last and kind in {"Method", "Task", "Metric"}:
            name.votes.append(Vote(kind, 4, f"{kind.lower()}.known-head"))
        elif (
            kind in NUMBERED
            and last.first == name.first
            and (NAME_GOES_ON.fullmatch(rest) or _is_task_number(text, last.last, name.last))
        ):
            name.votes.append(Vote(kind, 5, f"{kind.lower()}.known-variant"))
        elif kind in {*NUMBERED, "Task"} and HYPHENATED.fullmatch(rest):
            if kind != "Task":  # VQA-X is none
                name.votes.append(Vote(kind, 5, f"{kind.lower()}.known-variant"))
        else:
            for other in inside:
                other.is_name = True
            return
        for other in inside:
            if other in merged:
                merged.remove(other)
        merged.append(name)

    def _add_phrases(self, text: Text, letters: str, candidates: list[Candidate]) -> None:
        for first, last, rule in self.heads.find(text, _others(candidates, letters)):
            phrase = Candidate(first, last, [Vote(rule.type, 4, rule.id)])
            inside = [other for other in candidates if other.overlaps(phrase)]
            if not all(_within(o, phrase) and _yields(o, phrase) for o in inside):
                continue
            for other in inside:
                candidates.remove(other)
                phrase.is_name = phrase.is_name or other.is_name
            candidates.append(phrase)

    def _add_announced(self, text: Text, letters: str, candidates: list[Candidate]) -> None:
        """Add the phrases in lower case that words such as "termed" announce as names."""
        for index, word in enumerate(text.lower[:-1]):
            if word not in self._announcing or (index and text.words[index - 1] == "-"):
                continue
            first = index + 1
            while first < len(letters) and text.lower[first] in {"as", "the", '"', "'", "``", "`"}:
                first += 1
            last = first
            end = text.sentences[text.sentence_of[index]][1]
            while (
                last < end and last - first < PHRASE_LENGTH and self._goes_on(text, letters, last)
            ):
                last += 1
            phrase = Candidate(first, last)
            if last - first >= 2 and not any(phrase.overlaps(other) for other in candidates):
                candidates.append(phrase)

    def _goes_on(self, text: Text, letters: str, index: int) -> bool:
        return letters[index] in "lhCAMUNVx" and text.lower[index] not in self._no_name

    def _add_definitions(
        self, text: Text, definitions: Iterable[Definition], candidates: list[Candidate]
    ) -> None:
        """Make sure that both forms of every definition are candidates with exact spans."""
        for definition in definitions:
            long = self._form(text, candidates, *definition[:2])
            short = self._form(text, candidates, *definition[2:])
            if long is None or short is None:
                continue
            if long.row is None and definition.is_translation(text.folded):
                long.row = short.row
            if short.row is not long.row:  # the paper's own expansion beats the lexicon's
                written = text.words[short.first : short.last]
                for candidate in (short, *candidates):
                    if text.words[candidate.first : candidate.last] == written:
                        candidate.forget_row()
            if text.words[long.last - 1][0].isupper():  # a title of something: of a method mostly
                long.votes.append(Vote("Method", 2, "method.definition"))
            candidates.extend((long, short))

    def _form(
        self, text: Text, candidates: list[Candidate], start: int, end: int
    ) -> Candidate | None:
        """Take a form of a definition out of the candidates, with what spoke for its span."""
        first, whole = text.span(start, end)
        last = self._without_head(text, first, whole)
        if first >= last:
            return None
        # "pre-trained language models (LMs)": the short form may stand for less than the known name
        wider = [c.first for c in candidates if c.strong and c.last == last and c.first < first]
        first = min([first, *wider])
        form = Candidate(first, last, is_name=True)
        if last < whole:  # the head that is no part of the name still tells its type
            kind: EntityType = "Dataset" if text.lower[last] in self._dataset_heads else "Method"
            form.votes.append(Vote(kind, 9, f"{kind.lower()}.definition-head"))
        for other in [other for other in candidates if other.overlaps(form)]:
            candidates.remove(other)
            if (other.first, other.last) == (first, last) or other.strong:
                form.votes.extend(other.votes)
                form.row = form.row or (other.row if other.last == last else None)
                form.strong = form.strong or bool(other.strong and form.row)
        return form

    def _without_head(self, text: Text, first: int, last: int) -> int:
        """Return the end of a long form without the generic words there ("… dataset (SSBPR)")."""
        while last - first > 2 and text.words[last - 1] in self._generic:
            last -= 1
        return last


def _others(known: Sequence[Candidate], letters: str) -> frozenset[int]:
    """Return the words that no phrase may take in: known names, and names such as CIFAR-10."""
    named = {
        index
        for candidate in known
        if candidate.strong and candidate.votes[0].type != "Task"
        for index in range(candidate.first, candidate.last)
    }
    index = letters.find("M")
    while index >= 0:
        named.add(index)
        index = letters.find("M", index + 1)
    return frozenset(named)


def _is_task_number(text: Text, first: int, last: int) -> bool:
    """Tell whether a campaign's name goes on with the number of a task: SemEval-2021 Task 8."""
    return last - first == 2 and text.lower[first] in {"task", "subtask", "track"}


def _is_acronym(text: Text, found: Candidate) -> bool:
    return found.last - found.first == 1 and text.words[found.first].isupper()


def _longest_first(hit: KnownName) -> tuple[int, int, bool]:
    return hit.first - hit.last, hit.first, hit.needs_evidence


def _rule(hit: KnownName) -> str:
    return f"{hit.type.lower()}.lexicon"


def _within(inner: Candidate, outer: Candidate) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _yields(known: Candidate, phrase: Candidate) -> bool:
    """Tell whether a candidate gives way to a longer phrase: one of its type with its head."""
    if (known.first, known.last) == (phrase.first, phrase.last) and known.strong:
        return False
    same_head = known.last == phrase.last and known.votes[:1] and phrase.votes
    return not known.strong or bool(same_head and known.votes[0].type == phrase.votes[0].type)
