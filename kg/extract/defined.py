"""The two forms of an acronym's definition as candidates with exact spans."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kg.extract.acronyms import Definition
from kg.extract.candidates import Candidate, Candidates, Vote
from kg.extract.text import Text
from kg.records import EntityType

JOINING = frozenset({"and", "or", "of", "for", "the", "-", "&"})
# Generic words that an acronym may have as its last letter: MOS, "math word problem (MWP)".
IN_ACRONYMS = frozenset({"score", "index", "measure", "problem", "problems"})


class DefinedNames:
    """Makes candidates of the forms that definitions join.

    Args:
        lists: The word lists of the rule set.
    """

    def __init__(self, lists: Mapping[str, Collection[str]]) -> None:
        self._dataset_heads = frozenset(lists["dataset_heads"])
        self._telling = self._dataset_heads | frozenset(lists["method_heads"])
        self._prepositions = frozenset(lists["prepositions"])
        self._generic = frozenset(lists["generic_heads"]) | frozenset(lists["generic_tails"])

    def add(self, text: Text, definitions: Iterable[Definition], candidates: Candidates) -> None:
        """Make sure that both forms of every definition are candidates with exact spans.

        Args:
            text: The words.
            definitions: The definitions of the text.
            candidates: What was found so far; what overlaps a form is replaced by it.
        """
        redefined: set[tuple[str, ...]] = set()
        for definition in definitions:
            if self._is_inside_known(text, candidates, definition):
                continue
            acronym = text.folded[definition.short_start : definition.short_end]
            long = self._form(text, candidates, *definition[:2], acronym)
            short = self._form(text, candidates, *definition[2:])
            if long is None or short is None:
                continue
            if long.row is None and definition.is_translation(text.folded):
                long.row = short.row
            if short.row is not long.row:  # the paper's own expansion beats the lexicon's
                redefined.add(tuple(text.words[short.first : short.last]))
            if text.words[long.last - 1][0].isupper():  # a title of something: of a method mostly
                long.votes.append(Vote("Method", 2, "method.definition"))
            candidates.add(long)
            candidates.add(short)
        for candidate in candidates:
            if tuple(text.words[candidate.first : candidate.last]) in redefined:
                candidate.forget_row()

    def _is_inside_known(self, text: Text, candidates: Candidates, definition: Definition) -> bool:
        """Tell whether both forms are inside a known name: "part-of-speech (POS) tagging"."""
        first, last = text.span(definition.long_start, definition.short_end)
        around = candidates.overlapping(first, last)
        return any(one.strong and one.first <= first and last < one.last for one in around)

    def _form(
        self, text: Text, candidates: Candidates, start: int, end: int, acronym: str = ""
    ) -> Candidate | None:
        """Take a form of a definition out of the candidates, with what spoke for its span.

        A generic word is left out at the end of a long form.
        """
        first, whole = text.span(start, end)
        last = self._without_head(text, first, whole, acronym.rstrip("s")[-1:].lower())
        if first >= last:
            return None
        while first and text.words[first - 1] == "-" and text.glued[first - 1]:
            first -= 2  # "Weight-Decomposed Training (DT)"
        # "pre-trained language models (LMs)": the short form may stand for less than the known name
        at_end = candidates.overlapping(last - 1, last)
        wider = [
            one.first
            for one in at_end
            if one.strong and one.last == last and not _is_whole(text.slice(first, last), one)
        ]
        first = min([first, *wider])
        form = Candidate(first, last, is_name=True)
        head = self._head_end(text, first, last)
        if last < whole:  # the head that is no part of the name still tells its type
            form.votes.append(self._vote_by_head(text.lower[last]))
        # "Dataset for Emotions of …", but not "dataset in three formalisms"
        titled = head > first + 1 or text.words[first][0].isupper()
        told = titled and head < last and text.lower[head - 1] in self._telling
        if told:
            form.votes.append(self._vote_by_head(text.lower[head - 1]))
        for other in candidates.overlapping(first, last):
            candidates.remove(other)
            if (other.first, other.last) == (first, last) or (
                other.strong and (other.last == head or not told)
            ):
                form.votes.extend(other.votes)
                # "filtered preference optimization (fPO)" is not what the lexicon knows
                written = text.slice(first, last)
                whole = (other.first, other.last) == (first, last) or _is_whole(written, other)
                form.row = form.row or (other.row if whole else None)
                form.strong = form.strong or bool(other.strong and form.row)
        return form

    def _vote_by_head(self, head: str) -> Vote:
        kind: EntityType = "Dataset" if head in self._dataset_heads else "Method"
        return Vote(kind, 9, f"{kind.lower()}.definition-head")

    def _head_end(self, text: Text, first: int, last: int) -> int:
        """Return the end of a form's own noun phrase: "framework" of "… framework for X"."""
        inside = range(first + 1, last)
        return next((i for i in inside if text.lower[i] in self._prepositions), last)

    def _without_head(self, text: Text, first: int, last: int, letter: str) -> int:
        """Return the end of a long form without the generic words there ("… dataset (SSBPR)").

        `letter` is the last one of its acronym: "mean opinion score (MOS)" is whole.
        """
        while last - first > 2 and text.words[last - 1] in self._generic:
            before, head = text.lower[last - 2 : last]
            if before in JOINING or (head in IN_ACRONYMS and head[0] == letter):
                break  # "separate detection and embedding (SDE)"
            last -= 1
        return last


def _is_whole(written: str, known: Candidate) -> bool:
    """Tell whether a form is all of a known name: not "video action recognition (AR)"."""
    return known.row is not None and known.row.is_called(written)
