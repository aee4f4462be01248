"""Everything in a text that may be a name: known, written like one, announced or defined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from kg.extract.acronyms import Definition, find_definitions
from kg.extract.campaigns import add_shared_tasks
from kg.extract.candidates import Candidate, Candidates, Vote, unavailable
from kg.extract.chinese.candidates import HanCandidates
from kg.extract.chinese.segment import Segmenter
from kg.extract.defined import DefinedNames
from kg.extract.known import KnownNames
from kg.extract.lexicon import Lexicon
from kg.extract.phrases import HeadPhrases
from kg.extract.settle import Settler
from kg.extract.shapes import WordClasses, find_names
from kg.extract.text import Text, Tokenizer
from kg.extract.votes import Votes
from kg.rules import RuleSet

OF_LANGUAGES = frozenset({"to", "language", "native", "speaking"})  # beside their names
LANGUAGES = re.compile(r"[A-Z][a-z]-[A-Z][a-z]")
AUTHOR = r"(?:Mc|Mac|De|Van|O')?[A-Z][a-zà-ÿ'\-]+"
CITATION = re.compile(rf"[(;] ?{AUTHOR}(?:(?:, | and | & ){AUTHOR})*(?: et al\.?)?, ?(?:19|20)\d\d")
DATED = re.compile(r"(\w+) ?[-'’](?:19|20)\d\d")
ITEM_REACH = 8  # words before a closing bracket in which its opening one stands
TEAM_REACH = 4  # words before a name in which "our team, named" says that it is people's
CALLED = frozenset({"named", "called", "name"})
BEFORE_NAME = frozenset({"as", "the", '"', "'", "``", "`"})  # between "termed" and a name
MEETINGS = frozenset({"conference", "symposium", "proceedings", "journal", "transactions"})
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
        self._known = KnownNames(self.lexicon, self.heads, lists)
        self._defined = DefinedNames(lists)
        self._votes = Votes(rules, self.lexicon)
        self._no_name = frozenset(lists["function"]) | frozenset(lists["prose"])
        self._function = frozenset(lists["function"])
        self._not_names = frozenset(lists["not_names"])
        self._organisations = frozenset(lists["organisations"])
        self._numbered_parts = frozenset(lists["numbered_parts"])
        self._announcing: dict[str, list[list[str]]] = {}  # by their last words
        for phrase in map(str.split, lists["called"]):
            self._announcing.setdefault(phrase[-1], []).append(phrase)
        self._contributions = frozenset(lists["contributions"])
        self._settler = Settler(lists)
        self._bare_tasks = frozenset(lists["bare_tasks"])
        self._venues = frozenset(lists["venues"])
        self._hardware = frozenset(lists["hardware"])
        self._of_languages = OF_LANGUAGES | frozenset(lists["languages"])

    def find(
        self, text: Text, doc: Doc, title: str = ""
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
        definitions = [one for one in find_definitions(text.folded) if self._is_name(text, one)]
        known = self._known.find(text, letters, doc)
        names = self._names(text, letters, known)
        found = self._settler.settle(text, letters, known, names)
        self._add_phrases(text, letters, found)
        self._add_bare_tasks(text, found)
        add_shared_tasks(text, found)
        han = self._segmenter.read(text.words)
        if han is not None:
            found = self._han.add(han, found, title)
            definitions += self._han.define(text, han, found)
        self._add_announced(text, letters, found)
        self._defined.add(text, definitions, found)
        candidates = sorted(found, key=lambda candidate: (candidate.first, -candidate.last))
        self._votes.cast(text, candidates, title)
        return candidates, definitions

    def _is_name(self, text: Text, definition: Definition) -> bool:
        """Tell whether a long form can be a name: not "by the recent transformers (BERT)"."""
        first, last = text.span(*definition[:2])
        word = text.words[first]
        if _is_venue(text, first):
            return False
        return word not in self._function or (first + 1 < last and text.words[first + 1] == "-")

    def _names(self, text: Text, letters: str, known: Sequence[Candidate]) -> list[Candidate]:
        names = []
        starts = {one.first for one in known if one.strong and not one.everyday}
        behind_verb = {one.first: one.last for one in known if one.everyday}  # "Fine-tuning BERT"
        citations = (text.span(*match.span()) for match in CITATION.finditer(text.folded))
        cited = {index for span in citations for index in range(*span)}
        for first, end in find_names(text, letters):
            last = end - (letters[end - 1] == "N" and _is_no_version(text, end))
            begin = behind_verb.get(first, first)
            start = begin if begin in starts else self._trim(text, letters, begin, last)
            if letters[start:last][:2] == "UA" and start and text.glued[start - 1]:
                start += text.words[start - 1][-1].isdigit()  # "0.6G FLOPs"
            if last <= text.title_end:
                start = _without_verb(text, start, last)
            start, last = self._without_campaign(text, letters, start, last)
            if start >= last or start in cited:
                continue
            if not self._hardware.isdisjoint(text.lower[start:last]):
                continue
            if self._names_people(text, start, last) or _is_venue(text, start):
                continue
            dated = DATED.fullmatch(text.slice(start, last))
            if dated and dated[1].lower() in self._venues:
                continue  # "COLING-2025"
            if not self._names_languages(text, start, last):
                names.append(Candidate(start, last, is_name=True))
        return names

    def _names_languages(self, text: Text, first: int, last: int) -> bool:
        """Tell whether a name is that of languages: "the En-Pt model", "Dutch-to-German"."""
        name = text.slice(first, last)
        parts = name.lower().split("-")
        named = len(parts) > 1 and self._of_languages.issuperset(parts)
        return named or LANGUAGES.fullmatch(name) is not None

    def _without_campaign(self, text: Text, letters: str, first: int, last: int) -> tuple[int, int]:
        """Return a name without where it appeared, and without what is held under its name.

        "ICLR 2020 PC-DARTS" is PC-DARTS, the "COVID-19 Infodemic Shared Task" that Infodemic.
        """
        if last - first > 2 and text.lower[first] in self._venues and letters[first + 1] == "N":
            first += 2
        if last - first > 2 and text.lower[last - 2 : last] == ["shared", "task"]:
            last -= 2
        return first, last

    def _names_people(self, text: Text, first: int, last: int) -> bool:
        """Tell whether a name is that of people: "Quax et al.", "team Quax"."""
        behind = text.lower[last : last + 2]
        if behind == ["et", "al"] or behind[:1] == ["team"]:
            return True
        if text.lower[last - 1] in self._organisations or "university" in text.lower[first:last]:
            return True
        before = text.lower[max(0, first - TEAM_REACH) : first]
        named = before[-1:] == ["team"] or ("team" in before and not CALLED.isdisjoint(before))
        return named or (behind[:1] == ["'s"] and behind[-1] in self._contributions)

    def _trim(self, text: Text, letters: str, first: int, last: int) -> int:
        """Return where a name starts once ordinary words are cut from its front.

        Returns:
            `last` if nothing is left.
        """
        if letters[first:last] == "C" and text.sentences[text.sentence_of[first]][0] == first:
            return last  # a capital at the start of a sentence says nothing
        begin = first
        while first < last and self._is_ordinary(text, letters, first):
            first += 1
        while begin < first < last and letters[first] in "NVh":
            first += 1  # "With 37.5 BLEU"
        inside = letters[first:last]
        if inside == "CN" and text.lower[first] in self._numbered_parts:
            return last
        if not inside.strip("UNVh") or text.slice(first, last).lower() in self._not_names:
            return last
        return first

    def _is_ordinary(self, text: Text, letters: str, index: int) -> bool:
        """Tell whether a capitalised word at the front of a span is no part of a name."""
        if letters[index + 1 : index + 2] == "h":
            return False  # "All-attention"
        word = text.words[index]
        capital = letters[index] in "CU" and not (len(word) > 1 and word.isupper())
        if capital and self._begins_acronym(text, index):
            return False
        if text.lower[index] == "sota":
            return True
        return word in {"A", "I"} or (capital and text.lower[index] in self._no_name)

    def _begins_acronym(self, text: Text, index: int) -> bool:
        """Tell whether a capital is no sentence's: that of "we propose Fast NMS" is the name's."""
        if index == text.sentences[text.sentence_of[index]][0]:
            return False
        behind = text.words[index - 1].islower() and text.words[index + 1 : index + 2]
        return bool(behind and behind[0][0].isupper()) and text.lower[index] not in self._function

    def _add_phrases(self, text: Text, letters: str, candidates: Candidates) -> None:
        for first, last, rule in self.heads.find(text, unavailable(candidates, letters)):
            phrase = Candidate(first, last, [Vote(rule.type, 4, rule.id)])
            inside = candidates.overlapping(first, last)
            if rule.pattern and any(one.row and one.last - one.first > 1 for one in inside):
                continue  # "cosine similarity" is a measure already
            if not all(_within(o, phrase) and _yields(o, phrase) for o in inside):
                continue
            for other in inside:
                candidates.remove(other)
                phrase.is_name = phrase.is_name or other.is_name
            candidates.add(phrase)

    def _add_bare_tasks(self, text: Text, candidates: Candidates) -> None:
        """Add tasks of one word: "ImageNet classification", "object detection and segmentation"."""
        for index in text.places_of(self._bare_tasks):
            if candidates.overlapping(index, index + 1):
                continue
            end = index
            while end and text.lower[end - 1] in {"and", ","}:
                end -= 1
            before = candidates.overlapping(end - 1, end) if end else []
            kinds = {one.votes[0].type for one in before if one.strong and one.last == end}
            if kinds == ({"Dataset"} if end == index else {"Task"}):
                candidates.add(Candidate(index, index + 1, [Vote("Task", 4, "task.after-known")]))

    def _add_announced(self, text: Text, letters: str, candidates: Candidates) -> None:
        """Add the phrases in lower case that words such as "termed" announce as names."""
        for index in text.places_of(self._announcing.keys()):
            first = index + 1
            if index and text.words[index - 1] == "-":
                continue
            phrases = self._announcing[text.lower[index]]
            if not any(text.lower[max(0, first - len(one)) : first] == one for one in phrases):
                continue
            while first < len(letters) and text.lower[first] in BEFORE_NAME:
                first += 1
            if first == len(letters) or letters[first] == "N":
                continue
            if text.lower[index] == "named" and text.lower[first] in {"entity", "entities"}:
                continue
            last = first
            end = text.sentences[text.sentence_of[index]][1]
            while (
                last < end and last - first < PHRASE_LENGTH and self._goes_on(text, letters, last)
            ):
                last += 1
            inside = candidates.overlapping(first, last)
            # "called multi-view CLIP": what adds to a known name is another one
            adds = len(inside) == 1 and first < inside[0].first and inside[0].last == last
            if last - first >= 2 and (adds or not inside):
                for other in inside:
                    candidates.remove(other)
                candidates.add(Candidate(first, last))

    def _goes_on(self, text: Text, letters: str, index: int) -> bool:
        return letters[index] in "lhCAMUNVx" and text.lower[index] not in self._no_name


def _is_venue(text: Text, first: int) -> bool:
    """Tell whether a name is what a conference or journal is about: "Conference on Owls (CO)"."""
    before = text.lower[max(0, first - 2) : first]
    return len(before) == 2 and before[0] in MEETINGS and before[1] in {"on", "of", "for"}


def _is_no_version(text: Text, end: int) -> bool:
    """Tell whether the number before a word is a value or counts: "ChatGPT 57% …", "CAMs 1) …"."""
    if text.lower[end : end + 1] == [")"]:
        return "(" not in text.lower[max(0, end - ITEM_REACH) : end]
    return text.lower[end : end + 1] in (["%"], ["\\%"])


def _without_verb(text: Text, first: int, last: int) -> int:
    """Return where a name in a title starts behind its verb: "Rethinking Self-training"."""
    verb = text.lower[first] if last - first > 1 and text.words[first + 1] != "-" else ""
    return first + 1 if verb.endswith(("ing", "ed")) else first


def _within(inner: Candidate, outer: Candidate) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _yields(known: Candidate, phrase: Candidate) -> bool:
    """Tell whether a candidate gives way to a longer phrase: one of its type with its head."""
    if (known.first, known.last) == (phrase.first, phrase.last) and known.strong:
        return False
    same_head = known.last == phrase.last and known.votes[:1] and phrase.votes
    return not known.strong or bool(same_head and known.votes[0].type == phrase.votes[0].type)
