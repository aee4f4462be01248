"""Which node a name of a paper belongs to, decided by the name and the lexicon alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.link.identifiers import node_id
from kg.records import Direction, Entity, EntityType
from kg.rules import Alias, LexiconRow, name_key


class Identity(NamedTuple):
    """A node for an entity: its identifier, its label, and why it is this one."""

    node: str
    label: str
    reason: str
    direction: Direction | None = None


class Identities:
    """Finds the node of an entity.

    A name that the lexicon knows, by its name, an alias or its Chinese name, has the node of the
    row; any other name has its own. An acronym leads to a row only if the paper does not expand it
    to something else.

    Args:
        lexicon: The rows of each type.
    """

    def __init__(self, lexicon: Mapping[EntityType, Sequence[LexiconRow]]) -> None:
        self._rows: dict[tuple[EntityType, str], LexiconRow] = {}
        for kind, rows in lexicon.items():
            for row in rows:
                for name in _names(row):
                    self._rows.setdefault((kind, name_key(name)), row)
            for row in rows:  # a row's own name beats another row's alias
                self._rows[kind, name_key(row.name)] = row

    def of(self, entity: Entity) -> Identity:
        """Return the node of an entity.

        Args:
            entity: An entity of an extraction.

        Returns:
            Its identity; the label of an unknown name is the name itself.
        """
        row = self._rows.get((entity.type, name_key(entity.name)))
        english = _english(entity)
        if row is None and english is not None:
            row = self._rows.get((entity.type, name_key(english)))
            if row is None:
                return Identity(node_id(entity.type, english), english, "own translation")
        if row is None:
            return Identity(node_id(entity.type, entity.name), entity.name, "own name")
        reason = "same name" if name_key(row.name) == name_key(entity.name) else "lexicon alias"
        return Identity(node_id(entity.type, row.name), row.name, reason, row.direction)

    def known_names(self, entity: Entity) -> tuple[str, ...]:
        """Return the Chinese names that the lexicon gives for an entity, perhaps none."""
        row = self._rows.get((entity.type, name_key(entity.name)))
        return row.zh if row else ()


def _english(entity: Entity) -> str | None:
    """Return the English name that a paper gives for its Chinese one; an acronym is none."""
    if entity.name.isascii() or entity.name[0] < "㐀":
        return None
    return next((form for form in entity.aliases if " " in form and form.isascii()), None)


def _names(row: LexiconRow) -> Iterable[str]:
    for name in (*row.aliases, *row.zh):
        yield name.name if isinstance(name, Alias) else name
