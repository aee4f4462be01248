"""The one definition of every field of a rule file; patterns/README.md explains them to authors.

A rule is data: what it matches, at least one example, at least one counter-example, its source.
In an example the expected span stands in square brackets: "We train on the [LJSpeech] corpus."
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from kg.records import Direction, EntityType, Level, Record, Role
from kg.rules.keys import name_key

RuleId = Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")]


def _linear(pattern: str) -> str:
    """Reject a regular expression that is broken or can take more than linear time."""
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    if re.search(r"\([^()]*[+*][^()]*\)[+*]", pattern):
        raise ValueError("a repeated group holds a repeat; write it without the inner repeat")
    if "(?=" in pattern or "(?<" in pattern or "(?!" in pattern:
        raise ValueError("look-around is not allowed in a rule")
    if compiled.groups:
        raise ValueError("groups in a rule are written (?:…)")
    return pattern


Regex = Annotated[str, AfterValidator(_linear)]


class Rule(Record):
    """What every rule has: a stable id, examples, counter-examples and where it comes from."""

    id: RuleId
    kind: str
    source: str
    examples: tuple[str, ...] = Field(min_length=1)
    counter_examples: tuple[str, ...] = Field(min_length=1)

    @field_validator("examples")
    @classmethod
    def _marked(cls, examples: tuple[str, ...]) -> tuple[str, ...]:
        for example in examples:
            if not re.search(r"\[[^\[\]]+\]", example):
                raise ValueError(f"no [expected span] is marked in {example!r}")
        return examples


class ContextRule(Rule):
    """A type, and perhaps a role, for the name that stands in a slot of words.

    `pattern` is words around the slot X: `evaluate on the? X`, `X (corpus|corpora)`. A word with ?
    may be missing, `(a|b)` is a choice of words, `{class}` a word class from words.toml. `slot`
    says what may fill X: what is known or written like a name, only what the lexicon knows as such
    a type ("known"), or any noun phrase ("phrase") where the words around it announce a name, as in
    "termed X". `weight` counts against other evidence for other types.
    """

    kind: Literal["context"] = "context"
    type: EntityType
    pattern: str
    slot: Literal["name", "known", "phrase"] = "name"
    role: Role | None = None
    weight: int = Field(default=4, ge=1, le=9)


class ShapeRule(Rule):
    """A type for a name by its own form, such as a name that ends in Net."""

    kind: Literal["shape"] = "shape"
    type: EntityType
    regex: Regex
    weight: int = Field(default=2, ge=1, le=9)


class HeadRule(Rule):
    """A type for a noun phrase by its last word, such as "… segmentation".

    `heads` are lower-case words. The phrase takes the modifiers before the head, at least
    `min_modifiers` of them. With `needs_cue` the phrase counts only where it is followed by one of
    `followed_by` or preceded by one of `preceded_by` (lower-case words), or stands twice; with a
    `pattern`, a template as those of contexts, only where the words around it are these. With
    `complement` it is the head, "of" and the noun phrase behind it, without modifiers.
    """

    kind: Literal["head"] = "head"
    type: EntityType
    heads: tuple[str, ...] = Field(min_length=1)
    level: Level = "named"
    min_modifiers: int = Field(default=1, ge=0)
    needs_cue: bool = False
    followed_by: tuple[str, ...] = ()
    preceded_by: tuple[str, ...] = ()
    complement: bool = False
    pattern: str = ""


class CueRule(Rule):
    """Words that tell an entity's role, in the terms of ConText (Harkema et al., 2009).

    `literals` are lower-case words or phrases. The cue acts on mentions of `allowed_types` that
    follow it (forward), precede it (backward) or both, within its clause and at most `max_scope`
    words away, up to a word of `terminated_by`.
    """

    kind: Literal["cue"] = "cue"
    literals: tuple[str, ...] = Field(min_length=1)
    category: Role
    direction: Literal["forward", "backward", "bidirectional"]
    allowed_types: tuple[EntityType, ...] = ("Method", "Dataset", "Metric", "Task")
    max_scope: int | None = Field(default=None, ge=1)
    terminated_by: tuple[str, ...] = ()


class Alias(Record):
    """An alias whose match policy differs from that of its row."""

    name: str
    match: Match


Match = Literal["any", "case", "evidence"]


class LexiconRow(Record):
    """A known name: how it is written, how strictly it matches, where it comes from.

    `match`: "any" case, this "case" only, or only with "evidence" beside it (a cue, a definition).
    `zh` holds the established Chinese names. `scale` and `direction` belong to metrics.
    """

    name: str = Field(min_length=1)
    aliases: tuple[str | Alias, ...] = ()
    zh: tuple[str, ...] = ()
    level: Level = "named"
    match: Match = "any"
    direction: Direction | None = None
    unit: str | None = None
    scale: Literal["percent", "fraction", "both", "open"] | None = None
    source: str
    licence: str

    def forms(self) -> list[str]:
        """Return the name and its aliases as they are written, without the Chinese names."""
        aliases = (form.name if isinstance(form, Alias) else form for form in self.aliases)
        return [self.name, *aliases]

    def is_called(self, name: str) -> bool:
        """Tell whether a name is one of the forms, but for spelling.

        Example:
            >>> row = LexiconRow(name="attention", source="own", licence="MIT")
            >>> row.is_called("Attention"), row.is_called("layer-tied attention")
            (True, False)
        """
        return name_key(name) in map(name_key, self.forms())


Alias.model_rebuild()
