"""Lists of personal names: does a line hold one, and which names are they?

This is about the shape of names, not about knowing them: capitals, initials, particles, and a
short list of words that venues and headings hold and names do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.words import GROUPS, LIST_WORDS, NOT_IN_NAMES, PARTICLES, SUFFIXES

# The largest collaborations have 3,000 authors; a longer line is not worth the look.
MAX_LIST = 100_000
MAX_NAME = 80
MAX_TOKENS = 8

_ET_AL = re.compile(r"(?:^|[,;]? )(?:et\.? ?al\b\.?|and others|等人?)[.,]?$", re.IGNORECASE)
# An affiliation, or "(deceased)"; brackets inside a name, as in "Alexandra (Sandra) Li", stay.
_BRACKETS = re.compile(r" ?\([^()]*\)(?= ?(?:[,;\uff0c、\uff1b&]|and |$))")
_SEPARATOR = re.compile(r"[,;\uff0c、\uff1b&]| and | for the | on behalf of (?:the )?")
# Signs that stand in sentences, formulas and addresses but not in lists of names.
_NOT_IN_LISTS = re.compile(r"[:!?=<>{}$\\/@|\[\]\"“”%+_#]|\d")
_MARKS = "*†‡§¶∗⋆¹²³⁴⁵⁶⁷⁸⁹⁰"
# "M.", "J.-P.", "JP", and what careless feeds make of them: "C.h."
_INITIALS = re.compile(
    r"[^\W\d_a-z](?:[.-]{1,2}[^\W\d_]){0,4}\.?|[^\W\d_a-z]{2,3}|[^\W\d_a-z]['’]|-"
)
# "Lakshmanan, V.S." is one person.
_LONE_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ -]?){1,4}")
_ABBREVIATION = re.compile(r"[^\W\d_a-z][^\W\d_]{1,3}\.")
_PREFIXED = re.compile(r"^(?:[a-z]{1,4}['’‘`-])+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Authors:
    """Names in the order of the text; `complete` is false where it ends with "et al."."""

    names: tuple[str, ...]
    complete: bool


NO_AUTHORS = Authors((), complete=True)


def parse_names(text: str) -> Authors | None:
    """Read a text as a list of personal names.

    Returns:
        The names, or None where the text is something else. A list that ends with a comma is
        taken to go on, and so is None.

    Example:
        >>> parse_names("Laurens van der Maaten, Sepp O'Hara and J.-P. Müller et al.")
        Authors(names=('Laurens van der Maaten', "Sepp O'Hara", 'J.-P. Müller'), complete=False)
        >>> parse_names("Neural Information Processing (ICONIP), 2021") is None
        True
    """
    if len(text) > MAX_LIST:
        return None
    body = _BRACKETS.sub("", " ".join(text.split()))
    head = _ET_AL.sub("", body)
    complete = head == body
    head = head.rstrip(" ,") if not complete else head
    if not head or head.endswith(",") or _NOT_IN_LISTS.search(head):
        return None
    names = _split(head)
    full = sum(_is_name(name.split()) for name in names)
    # Some people have a single name, and so do some groups ("DeepSeek-AI, Daya Guo"), but a list
    # of single words is a list of something else.
    single = sum(_is_single(name) for name in names)
    if not full or full + single < len(names) or single > full:
        return None
    return Authors(tuple(names), complete)


def has_common_word(line: str) -> bool:
    """True where a line holds a word that no name holds, such as "learning" or "the"."""
    return any(token.strip(",;()").casefold() in NOT_IN_NAMES for token in line.split())


def split_names(text: str) -> Authors:
    """Split a text that is known to be a list of names; nothing is asked of the names.

    Example:
        >>> split_names("plato; D. Hume et al.")
        Authors(names=('plato', 'D. Hume'), complete=False)
    """
    body = " ".join(text.split())
    head = _ET_AL.sub("", body)
    return Authors(tuple(_split(head)), head == body)


def is_part_of_list(line: str) -> bool:
    """True where nothing on a line speaks against its being a list of names, or a part of one.

    Example:
        >>> is_part_of_list("Trevor Strohman, Maria de la Cruz and"), is_part_of_list("We count.")
        (True, False)
    """
    if len(line) > MAX_LIST:
        return False
    body = _BRACKETS.sub("", line)
    if _NOT_IN_LISTS.search(_ET_AL.sub("", body)):
        return False
    return all(
        not token[0].islower()
        or token in PARTICLES
        or token in LIST_WORDS
        or _PREFIXED.match(token) is not None
        for token in (raw.strip(",;") for raw in body.split())
        if token
    )


def _split(text: str) -> list[str]:
    names: list[str] = []
    for piece in _SEPARATOR.split(text):
        name = piece.strip().removeprefix("and ").strip(" " + _MARKS)
        if names and (name.casefold() in SUFFIXES or _LONE_INITIALS.fullmatch(name)):
            names[-1] = f"{names[-1]}, {name}"
        elif name:
            names.append(name)
    return names


def _is_name(tokens: list[str]) -> bool:
    """True for two or more words of which one at least is more than an initial."""
    if not 2 <= len(tokens) <= MAX_TOKENS or sum(map(len, tokens)) > MAX_NAME:
        return False
    if tokens[-1].casefold() in GROUPS:
        return all(t[0].isupper() or t in {"the", "and", "for"} for t in tokens)
    # "Md" in front is a name, behind it a degree.
    behind = [token for token in tokens[1:] if token.casefold() not in SUFFIXES]
    words = [token.strip(",()") for token in (tokens[0], *behind)]
    if len(words) < 2 or not all(_may_stand_in_name(token) for token in words):
        return False
    return any(_is_word(token) for token in words)


def _is_single(name: str) -> bool:
    return " " not in name and len(name) <= MAX_NAME and len(name) > 1 and _is_word(name)


def _may_stand_in_name(token: str) -> bool:
    return (
        _is_word(token)
        or token in PARTICLES
        or _INITIALS.fullmatch(token) is not None
        or _ABBREVIATION.fullmatch(token) is not None
    )


def _is_word(token: str) -> bool:
    """True for a capitalised word, or one of a script without capitals: Zhang, d'Ascoli, O'Hara."""
    if token.casefold() in NOT_IN_NAMES:
        return False
    letters = _PREFIXED.sub("", token)
    if letters.endswith(".") and "-" not in letters:  # the end of a sentence
        return False
    for sign in "'’‘`-‐‑–·.":
        letters = letters.replace(sign, "")
    return len(letters) > 1 and letters.isalpha() and not letters[0].islower()
