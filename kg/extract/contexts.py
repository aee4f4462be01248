"""Slot templates matched beside the places where a name stands.

All templates of one side share one automaton, entered by the word next to the name, so a name
costs a few dictionary look-ups however many templates there are.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from kg.extract.text import Text
from kg.rules import Atom, ContextRule, HeadRule, parse_template

ANY = "_"  # in a template: any word but a function word or punctuation
NUMBER = "#"  # in a template: any word that begins with a digit, or with a sign or dot and a digit
SIZE = "#b"  # in a template: any of these with a scale behind it, as in 7B
SCALES = frozenset("kmb")
SIGNS = frozenset("+-±~∼≈<>.")  # before the digits of a number
PLACES = frozenset({"on", "in", "at", "for", "across", "over", "under"})  # open "On VCTK, …"

R = TypeVar("R", ContextRule, HeadRule)


class Automaton:
    """Matches sequences of words to the rules that they complete, from a starting place on.

    The templates are a non-deterministic automaton; of the deterministic one that does the same
    (Rabin and Scott, 1959) only the states that texts lead to are built, when they first do.

    Args:
        bounds: The words that `_` does not stand for.
    """

    def __init__(self, bounds: Container[str]) -> None:
        self._bounds = bounds
        self._next: list[dict[str, list[int]]] = [{}]
        self._accepts: list[list[int]] = [[]]
        self._words: set[str] = set()  # that the templates name
        self._reached: dict[frozenset[int], _State] = {}

    def add(self, atoms: Sequence[Atom], rule: int, *, reverse: bool) -> None:
        """Add the atoms of one side of a template, read away from the slot.

        Args:
            atoms: The atoms in the order in which they are met.
            rule: What `matches` gives back when they are all met.
            reverse: Whether the words within an atom are met from the last to the first.
        """
        frontier = [0]
        for atom in atoms:
            end = self._state()
            for choice in atom.choices:
                self._path(frontier, choice[::-1] if reverse else choice, end)
            frontier = [*frontier, end] if atom.optional else [end]
        for state in frontier:
            self._accepts[state].append(rule)
        self._reached.clear()

    def matches(self, words: Sequence[str]) -> list[int]:
        """Return the rules that the words complete, reading from the first word on.

        A rule may come more than once; the rules that need more words than there are do not come.
        """
        found: list[int] = []
        state = self._at(frozenset({0}))
        for word in words:
            after = state.next.get(word)
            if after is None:
                after = self._follow(state, word)
            if not after.places:
                break
            found += after.rules
            state = after
        return found

    def _at(self, places: frozenset[int]) -> _State:
        state = self._reached.get(places)
        if state is None:
            rules = [rule for place in sorted(places) for rule in self._accepts[place]]
            state = self._reached[places] = _State(places, rules, {})
        return state

    def _follow(self, state: _State, word: str) -> _State:
        """Return the state that a word leads to, and remember it if the templates name the word."""
        names = self._names(word)
        key = word if word in self._words else names
        after = state.next.get(key)
        if after is None:
            places = (self._next[place].get(name, ()) for place in state.places for name in names)
            after = state.next[key] = self._at(frozenset(chain.from_iterable(places)))
        return after

    def _names(self, word: str) -> tuple[str, ...]:
        """Return what stands for a word in the templates."""
        if word[0].isdigit() or (word[0] in SIGNS and word[1:2].isdigit()):
            return (NUMBER, SIZE) if word[-1] in SCALES else (NUMBER,)
        if word in self._bounds or not word[0].isalpha():
            return (word,) if word in self._words else ()
        return (word, ANY) if word in self._words else (ANY,)

    def _state(self) -> int:
        self._next.append({})
        self._accepts.append([])
        return len(self._next) - 1

    def _path(self, frontier: list[int], words: Sequence[str], end: int) -> None:
        self._words |= set(words) - {ANY, NUMBER, SIZE}
        for position, word in enumerate(words):
            target = end if position == len(words) - 1 else self._state()
            for state in frontier:
                targets = self._next[state].setdefault(word, [])
                if target not in targets:
                    targets.append(target)
            frontier = [target]


class _State(NamedTuple):
    """A state of the deterministic automaton: the places of the other one that it stands for."""

    places: frozenset[int]
    rules: list[int]
    next: dict[str | tuple[str, ...], _State]


class Contexts(Generic[R]):
    """Finds the rules whose templates hold for a span of words.

    Args:
        rules: The rules, each with a template for a pattern.
        classes: The word classes that their templates name.
    """

    REACH = 12  # words looked at on each side; the longest shipped template has fewer

    def __init__(self, rules: Sequence[R], classes: Mapping[str, tuple[str, ...]]) -> None:
        self.rules: list[R] = list(rules)
        bounds = frozenset(classes["function"])
        self._before, self._after = Automaton(bounds), Automaton(bounds)
        self._one_sided: set[int] = set()
        for index, rule in enumerate(self.rules):
            template = parse_template(rule.pattern, classes)
            if template.before:
                self._before.add(template.before[::-1], index, reverse=True)
            if template.after:
                self._after.add(template.after, index, reverse=False)
            if not (template.before and template.after):
                self._one_sided.add(index)

    def match(self, text: Text, first: int, last: int) -> list[R]:
        """Return the rules whose words stand around the words from first up to last.

        Args:
            text: The words.
            first: Index of the first word of the name.
            last: Index after its last word.

        Returns:
            Each rule once, in file order; templates never look beyond the sentence.
        """
        if first >= len(text.words):
            return []
        begin, end = text.sentences[text.sentence_of[first]]
        left = text.lower[max(begin, first - self.REACH) : first][::-1]
        if left[:1] == [","] and self._opens_before(text.lower[begin : first - 1]):
            left = []
        right = text.lower[last : min(end, last + self.REACH)]
        told_of_others = right[:1] == [","] and right[1:2] in (["the"], ["our"])
        if told_of_others and self._opens_before(text.lower[begin:first]):
            right = []  # "On VCTK, our model has" does not say what VCTK is
        before, after = set(self._before.matches(left)), set(self._after.matches(right))
        hits = ((before | after) & self._one_sided) | (before & after)
        return [self.rules[index] for index in sorted(hits)]

    @staticmethod
    def _opens_before(words: Sequence[str]) -> bool:
        """Tell whether words say where the sentence holds: "On two datasets, QuaxNet has …"."""
        return bool(words) and words[0] in PLACES and "," not in words
