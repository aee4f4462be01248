"""Known names found in a text: two passes of spaCy's PhraseMatcher, whatever the lexicon's size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from kg.extract.text import Tokenizer
from kg.records import EntityType
from kg.rules import Alias, LexiconRow, name_key

# What a name adds to that of its family: a version or a size, as in VGG-16, BERT-base, Swin-T.
VERSION = re.compile(
    r"(?:[-_ ]?v?\d[\w.]*"
    r"|[-_ ](?:[TSBLHM]|XL|XXL|(?i:tiny|mini|small|base|medium|large|huge"
    r"|instruct|chat|cased|uncased|turbo|preview)))$"
)
PLAIN = re.compile(r"[A-Za-z]{3,}(?:[ \-][A-Za-z]{3,})*")
PART = re.compile(r"[A-Za-z]+|-")
PREFIXES = frozenset({"pre", "multi", "non", "semi"})  # written with and without a hyphen
SHORT_ZH = 3  # characters below which a Chinese name is as ambiguous as its row says
NUMBERED = re.compile(r"([A-Za-z]{2,})-?(\d+)")
ACRONYM = re.compile(r"[A-Z\d][A-Z\d\-/]{0,4}")


class KnownName(NamedTuple):
    """A name of the lexicon where it stands: word indexes, half-open."""

    first: int
    last: int
    type: EntityType
    row: LexiconRow
    needs_evidence: bool


class Lexicon:
    """The lexicon compiled for matching.

    `named` has the type of each method and dataset with a proper name by the key of its name.

    Args:
        tokenizer: Splits texts and names alike.
        rows: The rows of each type.
    """

    def __init__(
        self, tokenizer: Tokenizer, rows: Mapping[EntityType, Sequence[LexiconRow]]
    ) -> None:
        vocab = tokenizer.nlp.vocab
        self._rows: dict[int, tuple[EntityType, LexiconRow, bool]] = {}
        self._any_case = PhraseMatcher(vocab, attr="LOWER")
        self._exact = PhraseMatcher(vocab, attr="ORTH")
        self.named: dict[str, EntityType] = {}
        self.han_names = [name for rows_ in rows.values() for row in rows_ for name in row.zh]
        for kind, type_rows in rows.items():
            for index, row in enumerate(type_rows):
                self._add(tokenizer, f"{kind} {index}", kind, row)

    def match(self, doc: Doc) -> Iterator[KnownName]:
        """Find every known name, overlapping ones included.

        Args:
            doc: The document that `Tokenizer.read` gives.

        Yields:
            The names in no particular order.
        """
        for matcher in (self._any_case, self._exact):
            for key, first, last in matcher(doc):
                kind, row, needs_evidence = self._rows[key]
                yield KnownName(first, last, kind, row, needs_evidence)

    def family(self, name: str) -> EntityType | None:
        """Return the type of the known name that a name adds a size or version to.

        Args:
            name: A name that is not known itself, such as "VGG-16".

        Returns:
            The type of "VGG", if the lexicon has it; None if it does not.
        """
        stem = VERSION.sub("", name)
        while 1 < len(stem) < len(name):
            known = self.named.get(name_key(stem))
            if known is not None:
                return known
            name, stem = stem, VERSION.sub("", stem)
            if name[len(stem) : len(stem) + 1] not in "-_ ":
                break  # "Mistral-7B-v0.3" has two; "Med42-8B" is no "Med"
        return None

    def _add(self, tokenizer: Tokenizer, key: str, kind: EntityType, row: LexiconRow) -> None:
        vocab = tokenizer.nlp.vocab
        forms: dict[str, set[tuple[str, ...]]] = {"any": set(), "case": set(), "evidence": set()}
        if kind in {"Method", "Dataset"} and row.level == "named":
            self.named.setdefault(name_key(row.name), kind)
        policies = [_policy(name, row) for name in (row.name, *row.aliases)]
        for written, policy in [*policies, *((name, _policy_zh(name, row)) for name in row.zh)]:
            words = split_name(tokenizer, written)
            forms[policy].update(spellings(words, fold=policy == "any" or written.islower()))
        for policy, matcher in (
            ("any", self._any_case),
            ("case", self._exact),
            ("evidence", self._exact),
        ):
            if forms[policy]:
                name = f"{policy} {key}"
                docs = [Doc(vocab, words=list(form)) for form in sorted(forms[policy])]
                matcher.add(name, docs)
                self._rows[vocab.strings[name]] = (kind, row, policy == "evidence")


def _policy(name: str | Alias, row: LexiconRow) -> tuple[str, str]:
    """Return a name as written and how strictly it matches; short acronyms always keep case."""
    if isinstance(name, Alias):
        return name.name, name.match
    return name, "case" if row.match == "any" and ACRONYM.fullmatch(name) else row.match


def _policy_zh(name: str, row: LexiconRow) -> str:
    """Return how strictly a Chinese name matches: it is no acronym, whatever its row's name is.

    Costs need evidence in every language, and so does a word of two characters.
    """
    is_cost = row.scale == "open" or row.name in row.zh
    return row.match if is_cost or len(name) < SHORT_ZH else "any"


def split_name(tokenizer: Tokenizer, name: str) -> tuple[str, ...]:
    """Return the words of a name as the tokenizer splits them in a text.

    Plain words are split here: the tokenizer would do the same, at ten times the cost, and it is
    the lexicon's names that the time until the first abstract goes into.
    """
    if PLAIN.fullmatch(name):
        return tuple(PART.findall(name))
    return tuple(token.text for token in tokenizer.doc(name))


def spellings(words: tuple[str, ...], *, fold: bool) -> set[tuple[str, ...]]:
    """Return a name's spellings: with hyphens or blanks between its words, singular or plural.

    Args:
        words: The words of the name, hyphens among them.
        fold: Whether case is ignored; if not, only an acronym gets a plural.

    Example:
        >>> [" ".join(form) for form in sorted(spellings(("few", "-", "shot"), fold=False))]
        ['few - shot', 'few shot']
    """
    bare = tuple(word for word in words if word != "-")
    # "SQuAD it" is no SQuAD-it, the Italian one
    needs_hyphen = words[-2:-1] == ("-",) and words[-1].islower() and len(words[-1]) < 3
    forms = {words, bare} if bare and not needs_hyphen else {words}
    if len(words) == len(bare) and len(words) in (2, 3):
        forms.add((words[0], "-", *words[1:]))
        forms.add(tuple(part for word in words for part in (word, "-"))[:-1])
    if len(bare) == len(words) - 1 == 2 and all(word.isupper() for word in bare):
        forms.add(("".join(bare),))  # "MSRVTT"
    numbered = NUMBERED.fullmatch(words[-1]) if len(words) == 1 else None
    if numbered:  # "THUMOS14", "THUMOS-14", "WMT'14"
        marks = ("", "-", "'") if len(numbered[2]) == len("14") else ("", "-")
        forms |= {(f"{numbered[1]}{mark}{numbered[2]}",) for mark in marks}
    if len(words) > 3 and words[0] in PREFIXES and words[1] == "-":
        joined = words[0] + words[2]  # "pretrained language model"
        forms |= {(joined, *form[form.index(words[2]) + 1 :]) for form in forms}
    last = words[-1]
    # "CLIP-Is" of CLIP-I would be "CLIP is"
    has_plural = last[-1:].isalpha() and last.isascii() and len(last) > 1
    if has_plural and (fold or last[-1].isupper()):
        forms |= {(*form[:-1], plural(form[-1])) for form in forms}
    return forms


def plural(name: str) -> str:
    """Return the regular plural of a name: strategies, losses, CNNs."""
    if re.search(r"[^aeiou]y$", name):
        return name[:-1] + "ies"
    return name + ("es" if re.search(r"(?:s|x|z|ch|sh)$", name) else "s")
