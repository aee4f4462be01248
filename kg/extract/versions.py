"""Names that leave out what the one before has: "Fox v1 and v2", "VOC 2007 and 2012"."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import takewhile

from kg.extract.candidates import Name, Span
from kg.extract.text import Text
from kg.rules import name_key

VERSION = re.compile(r"[vV]\d+(?:\.\d+)*|\d\.\d")
YEAR = re.compile(r"19\d\d|20(?!00)[0-3]\d")  # 2000 rather counts something
NUMBER = re.compile(r"\d+(?:\.\d)?[KkMB]?")
NUMBERED = re.compile(
    r"(?P<shared>.*\w)(?P<joint>[\s-])(?P<version>[vV]?\d+(?:\.\d+)*[KkMB]?)", re.DOTALL
)
JOINS = frozenset({"and", "&", "or", "/"})
MARKS = JOINS | {","}
COUNT_REACH = 5  # words up to which what a number counts is described
HAVE_NUMBERS = frozenset({"Method", "Dataset"})
# Behind a number that is a name's: "ResNet-50 and 101 models", but "GPT-3 and 4 humans".
NAMED = frozenset(
    (
        *("architectures", "backbones", "benchmarks", "corpora", "datasets", "models"),
        *("networks", "tasks", "variants", "sets", "tracks", "editions", "corpus", "versions"),
        *("has", "is", "was", "are", "were", "as", "on", "in", "with", "for", "and", "or", "to"),
        *("respectively", "show", "shows", "achieves", "reaches", "our", "the", "we", "it", "of"),
    )
)
OTHERS = frozenset({"additional", "different", "further", "more", "new", "other"})


def named_in_full(
    text: Text, names: Sequence[Name], known: Container[str] = frozenset()
) -> list[Name]:
    """Return the names whose first words stand only in front of another version, year or number.

    Args:
        text: The words.
        names: The names of the text; one that is also written in full gets the place as a span.
        known: Keys of known names; a bare number makes a name only where one has this key, as in
            "CIFAR-10 and 100".

    Returns:
        New names, of the type and level of the one before; the mention is the version alone.

    Example:
        >>> from kg.extract.text import Tokenizer
        >>> text, _ = Tokenizer().read("Fox v1 and v2 agree.")
        >>> fox = Name("Method", "Fox v1", [], "named", [Span(0, 2, "method.shape.suffix")])
        >>> [(name.name, name.spans[0].first) for name in named_in_full(text, [fox])]
        [('Fox v2', 3)]
    """
    by_name = {(name.type, name.name): name for name in names}
    new: list[Name] = []
    for name in names:
        for span in tuple(name.spans):
            numbered = NUMBERED.fullmatch(text.slice(span.first, span.last))
            if numbered is None:
                continue
            shared, joint, version = numbered.groups()
            start = " ".join(shared.split()) + ("-" if joint == "-" else " ")
            for index in _listed(text, span.last):
                other = text.words[index].lstrip("-")
                full = start + other
                is_known = name_key(full) in known
                if _counts(text, index) or not _is_alike(name, version, other, is_known=is_known):
                    break
                if (name.type, full) not in by_name:
                    one = Name(name.type, full, [], name.level, [], None, set(name.roles))
                    by_name[name.type, full] = one
                    new.append(one)
                by_name[name.type, full].spans.append(Span(index, index + 1, "document.version"))
    return new


def _listed(text: Text, index: int) -> list[int]:
    """Return the indexes of the words that go on the list that ends before `index`.

    Returns:
        None of them if no "and" is among the commas.
    """
    listed = []
    joined = False
    end = len(text.lower)
    while not joined and index < end and text.lower[index] in MARKS:
        while index < end and text.lower[index] in MARKS:
            joined |= text.lower[index] in JOINS
            index += 1
        index += text.lower[index : index + 1] == ["-"]
        listed.append(index)
        index += 1
    return listed if joined and index <= end else []


def _counts(text: Text, index: int) -> bool:
    """Tell whether a number counts what stands behind it: "GPT-3 and 4 humans"."""
    counted = takewhile(_may_be_counted, text.lower[index + 1 : index + COUNT_REACH])
    return any(word in OTHERS or word.endswith("s") for word in counted)


def _may_be_counted(word: str) -> bool:
    return word == "-" or (word.isalpha() and word not in NAMED)


def _is_alike(name: Name, version: str, other: str, *, is_known: bool) -> bool:
    """Tell whether another word is what a name ends with as well: a version, a year, a number."""
    if VERSION.fullmatch(version) and VERSION.fullmatch(other):
        return True
    if name.type == "Dataset" and YEAR.fullmatch(version) and YEAR.fullmatch(other):
        return True
    return is_known and name.type in HAVE_NUMBERS and NUMBER.fullmatch(other) is not None
