"""Slot templates: words around a slot X, written as text, read into choices of words.

    template := element+                exactly one element is X
    element  := atom | atom "?"         an atom with ? may be missing
    atom     := word | "(" word+ ("|" word+)* ")" | "{" class "}"

The word _ stands for any word that is not a function word, # for any number.
A Chinese word counts as one word per character, as the tokenizer has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

ELEMENT = re.compile(r"(\([^()]*\)|\{[a-z_]+\}|[^\s(){}?]+)(\?)?")
SPLIT = re.compile(r"([㐀-鿿(),:;]|(?<=\w)-(?=\w))")


class Atom(NamedTuple):
    """A choice of word sequences at one place of a template, perhaps optional."""

    choices: tuple[tuple[str, ...], ...]
    optional: bool


class Template(NamedTuple):
    """The atoms before and after the slot, in reading order."""

    before: tuple[Atom, ...]
    after: tuple[Atom, ...]


def parse_template(text: str, classes: Mapping[str, tuple[str, ...]]) -> Template:
    """Read a template.

    Args:
        text: The template.
        classes: The words of each class that `{class}` may name.

    Returns:
        Its atoms; either side may be empty.

    Raises:
        ValueError: The template has not exactly one slot, names an unknown class, or holds
            characters that are not of the language.

    Example:
        >>> parse_template("on the? X", {}).before
        (Atom(choices=(('on',),), optional=False), Atom(choices=(('the',),), optional=True))
    """
    rest = ELEMENT.sub("", text).strip()
    if rest:
        raise ValueError(f"cannot read {rest!r} in the template {text!r}")
    elements = ELEMENT.findall(text)
    if elements.count(("X", "")) != 1:
        raise ValueError(f"a template has the slot X exactly once: {text!r}")
    slot = elements.index(("X", ""))
    atoms = [
        Atom(_choices(atom, classes), optional=bool(mark))
        for atom, mark in elements
        if (atom, mark) != ("X", "")
    ]
    return Template(tuple(atoms[:slot]), tuple(atoms[slot:]))


def words(text: str) -> tuple[str, ...]:
    """Split the text of a rule into words as the tokenizer would.

    Example:
        >>> words("state-of-the-art, 提出")
        ('state', '-', 'of', '-', 'the', '-', 'art', ',', '提', '出')
    """
    return tuple(SPLIT.sub(r" \1 ", text.lower()).split())


def _choices(atom: str, classes: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    if atom.startswith("{"):
        name = atom[1:-1]
        if name not in classes:
            raise ValueError(f"no word class {name!r}; the classes are {sorted(classes)}")
        return tuple(words(word) for word in classes[name])
    if atom.startswith("("):
        return tuple(words(choice) for choice in atom[1:-1].split("|"))
    return (words(atom),)
