"""Known names found in a text: two passes of spaCy's PhraseMatcher, whatever the lexicon's size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from kg.extract.text import make_doc
from kg.records import EntityType
from kg.rules import Alias, LexiconRow, name_key

VERSION = re.compile(r"[-_ ]?v?\d[\w.]*$")
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

    Args:
        nlp: The pipeline whose tokenizer splits texts and names alike.
        rows: The rows of each type.
    """

    def __init__(self, nlp: Language, rows: Mapping[EntityType, Sequence[LexiconRow]]) -> None:
        self._rows: dict[int, tuple[EntityType, LexiconRow, bool]] = {}
        self._any_case = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._exact = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._by_key: dict[str, EntityType] = {}
        for kind, type_rows in rows.items():
            for index, row in enumerate(type_rows):
                self._add(nlp, f"{kind} {index}", kind, row)

    def match(self, doc: Doc) -> Iterator[KnownName]:
        """Find every known name, overlapping ones included.

        Args:
            doc: The document that `read_text` gives.

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
        return self._by_key.get(name_key(stem)) if len(stem) > 1 and stem != name else None

    def _add(self, nlp: Language, key: str, kind: EntityType, row: LexiconRow) -> None:
        forms: dict[str, set[str]] = {"any": set(), "case": set(), "evidence": set()}
        if kind in {"Method", "Dataset"} and row.level == "named":
            self._by_key.setdefault(name_key(row.name), kind)
        for name in (row.name, *row.aliases, *row.zh):
            written, policy = _policy(name, row)
            forms[policy].update(spellings(written, fold=policy == "any"))
        for policy, matcher in (
            ("any", self._any_case),
            ("case", self._exact),
            ("evidence", self._exact),
        ):
            if forms[policy]:
                name = f"{policy} {key}"
                matcher.add(name, [make_doc(nlp, form) for form in sorted(forms[policy])])
                self._rows[nlp.vocab.strings[name]] = (kind, row, policy == "evidence")


def _policy(name: str | Alias, row: LexiconRow) -> tuple[str, str]:
    """Return a name as written and how strictly it matches; short acronyms always keep case."""
    if isinstance(name, Alias):
        return name.name, name.match
    return name, "case" if row.match == "any" and ACRONYM.fullmatch(name) else row.match


def spellings(name: str, *, fold: bool) -> set[str]:
    """Return a name's spellings: with hyphens or blanks between its words, singular or plural.

    Args:
        name: The name as the lexicon has it.
        fold: Whether case is ignored; if not, only an acronym gets a plural.

    Example:
        >>> sorted(spellings("few-shot learner", fold=True))[:2]
        ['few shot learner', 'few shot learners']
    """
    forms = {name, name.replace("-", " ")}
    if name.count(" ") in (1, 2):
        forms.add(name.replace(" ", "-"))
        forms.add(name.replace(" ", "-", 1))
    if name[-1:].isalpha() and name.isascii() and (fold or name[-1].isupper()):
        forms |= {plural(form) for form in forms}
    return forms


def plural(name: str) -> str:
    """Return the regular plural of a name: strategies, losses, CNNs."""
    if re.search(r"[^aeiou]y$", name):
        return name[:-1] + "ies"
    return name + ("es" if re.search(r"(?:s|x|z|ch|sh)$", name) else "s")
